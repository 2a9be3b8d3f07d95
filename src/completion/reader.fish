# SPDX-License-Identifier: MIT
# {{reader}}.fish: completion for fish. It asks {{reader}} itself for all that it offers: --help for the
# options and for what their arguments may be; --words for the words, of which --list, --topics and
# --roles have the chief ones. So it is never out of date, whatever guide {{reader}} holds, in whatever
# language.

# Prints NAME, or NAME and summary with a tab between, for each thing of a kind: "word", or the name
# of an option and what --help calls its argument.
function __{{reader}}_list
    # What is typed may lead to a {{reader}} that is not on the path.
    set -l program (commandline -opc)[1]
    command -q $program
    or return
    switch $argv[1]
        case word
            __{{reader}}_words $program
        case role
            $program --roles
        case topic
            $program --topics
        case '*'
            __{{reader}}_help $program | string match -- "$argv[2]: *" |
                string replace -- "$argv[2]: " '' | string split ' '
    end 2>/dev/null
end

# Prints --help in lines that do not depend on the terminal.
function __{{reader}}_help
    env MANWIDTH=80 $argv[1] --help
end

# Prints the words that can follow those before: the next word of each name that these begin; and the
# first word of any name, as soon as something is typed, since all would be too many.
function __{{reader}}_words
    set -l before (string match -v -- '-*' (commandline -opc)[2..-1])
    set -l current (commandline -ct)
    set -l found ($argv[1] --words | env before="$before" current="$current" awk -F '\t' '
        function offer(rest, meaning,    n, first) {
            n = index(rest, " ")
            first = n ? substr(rest, 1, n - 1) : rest
            if (!seen[first]++)
                print first "\t" (n ? $1 : meaning)
        }
        BEGIN { count = split(ENVIRON["before"], word, " ") }
        {
            head = ""
            for (i = count; i > 0; i--) {
                head = word[i] " " head
                if (index($1, head) == 1)
                    offer(substr($1, length(head) + 1), $2)
            }
            if (ENVIRON["current"] != "")
                offer($1, $2)
        }')
    if test -n "$found$current"
        printf '%s\n' $found
    else
        # What a section and a topic have in common means the section.
        begin
            $argv[1] --list
            $argv[1] --topics
            $argv[1] --roles
        end | awk -F '\t' '!seen[$1]++'
    end
end

complete -c {{reader}} -f -a '(__{{reader}}_list word)'

command -q {{reader}}
and __{{reader}}_help {{reader}} | while read -l line
    string match -qr -- '^ *(?:-(?<letter>.), )?--(?<name>[a-z-]+)(?:=(?<argument>[^ ]+))?(?: +(?<summary>.*))?$' $line
    or continue
    set -l option -l $name -d "$summary"
    test -z "$letter"
    or set -a option -s $letter
    test -z "$argument"
    or set -a option -x -a "(__{{reader}}_list $name $argument)"
    complete -c {{reader}} $option
end
