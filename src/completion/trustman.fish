# trustman.fish: completion for fish. It asks trustman itself for all that it offers: --help for the
# options and for what their arguments may be, --list, --topics and --roles for the words. So it is
# never out of date, whatever guide trustman holds.

# Prints NAME, or NAME and summary with a tab between, for each thing of a kind: WORD, or the name
# of an argument in --help.
function __trustman_list
    # What is typed may lead to a trustman that is not on the path.
    set -l program (commandline -opc)[1]
    command -q $program
    or return
    switch $argv[1]
        case WORD
            # What a section and a topic have in common means the section.
            begin
                $program --list
                $program --topics
                $program --roles
            end | awk -F '\t' '!seen[$1]++'
        case ROLE
            $program --roles
        case TOPIC
            $program --topics
        case '*'
            $program --help | string replace -fr "^$argv[1]: " '' | string split ' '
    end 2>/dev/null
end

complete -c trustman -f -a '(__trustman_list WORD)'

command -q trustman
and trustman --help | while read -l line
    string match -qr -- '^ *(?:-(?<letter>.), )?--(?<name>[a-z-]+)(?:=(?<argument>[A-Z]+))? +(?<summary>.*)$' $line
    or continue
    set -l option -l $name -d $summary
    test -z "$letter"
    or set -a option -s $letter
    test -z "$argument"
    or set -a option -x -a "(__trustman_list $argument)"
    complete -c trustman $option
end
