# SPDX-License-Identifier: MIT
# guidec.fish: completion for fish. It asks guidec itself for its options and formats, by --help; and
# offers folders, and the sections of the guide that is named.

# Prints the sections of the guide in one of the words, or in the current folder, and "all".
function __guidec_sections
    for folder in (commandline -opc)[2..-1] .
        test -f $folder/guide.yaml
        or continue
        for file in $folder/*.md
            string replace -r '.*/(.*)\.md$' '$1' -- $file
        end
        break
    end
    echo all
end

complete -c guidec -f -a '(__fish_complete_directories (commandline -ct))'

command -q guidec
and guidec --help | while read -l line
    string match -qr -- '^ *(?:-(?<letter>.), )?--(?<name>[a-z-]+)(?:=(?<argument>[A-Z=]+))?(?: +(?<summary>.*))?$' $line
    or continue
    set -l option -l $name -d "$summary"
    test -z "$letter"
    or set -a option -s $letter
    switch "$argument"
        case ''
        case ID
            set -a option -x -a '(__guidec_sections)'
        case FORMAT
            set -a option -x -a '(guidec --help | string match "FORMAT: *" | string split " ")[2..-1]'
        case DIR ORIGINAL
            set -a option -x -a '(__fish_complete_directories (commandline -ct))'
        case '*'
            set -a option -x
    end
    complete -c guidec $option
end
