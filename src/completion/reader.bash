# SPDX-License-Identifier: MIT
# {{reader}}.bash: completion for bash. It asks {{reader}} itself for all that it offers: --help for
# the options and for what their arguments may be; --words for the words, of which --list, --topics
# and --roles have the chief ones. So it is never out of date, whatever guide {{reader}} holds, in
# whatever language.
# shellcheck shell=bash

# Prints --help in lines that do not depend on the terminal.
_{{reader}}_help() {
    MANWIDTH=80 "$1" --help
}

# Sets ARGUMENT to what --help calls the argument of an option, or to nothing if it takes none, and
# NAME to the option's long name.
_{{reader}}_option() {
    local help
    help=$'\n'$(LC_ALL=C.UTF-8 _{{reader}}_help "$1" 2>/dev/null)
    name='' argument=''
    case $2 in
    --*) name=${2#--} ;;
    *) [[ $help =~ $'\n'"  $2, --"([a-z-]+) ]] && name=${BASH_REMATCH[1]} ;;
    esac
    [[ ! $help =~ $'\n  '..[,\ ]' --'"$name"=([^[:space:]]+) ]] || argument=${BASH_REMATCH[1]}
}

# Prints the words that can follow those BEFORE, each with what it means: the next word of each name
# that these begin; and, if CURRENT is not empty, the first word of any name.
_{{reader}}_next() {
    "$1" --words | before=$2 current=$3 awk -F '\t' '
        function offer(rest, meaning,    n) {
            if (first != "" && substr(rest, 1, 1) != first)
                return
            n = index(rest, " ")
            print n ? substr(rest, 1, n - 1) "\t" $1 : rest "\t" meaning
        }
        BEGIN {
            count = split(ENVIRON["before"], word, " ")
            # A letter without a sign that quotes it: all else would be thrown away one by one.
            if (ENVIRON["current"] ~ /^[A-Za-z0-9]/)
                first = substr(ENVIRON["current"], 1, 1)
        }
        {
            head = ""
            for (i = count; i > 0; i--) {
                head = word[i] " " head
                if (index($1, head) == 1)
                    offer(substr($1, length(head) + 1), $2)
            }
            if (ENVIRON["current"] != "")
                offer($1, $2)
        }'
}

# Prints NAME, or NAME and SUMMARY with a tab between, for each thing of a kind: OPTION, WORD, or
# that of the argument of an option.
_{{reader}}_list() {
    case $2 in
    OPTION) _{{reader}}_help "$1" | sed -n $'s/^  [ -].[ ,] \\(--[a-z-]*=\\{0,1\\}\\)[^ ]* *\\(.*\\)/\\1\t\\2/p' ;;
    WORD)
        # Where nothing is typed, all names would be too many.
        _{{reader}}_next "$1" "$3" "$4" | grep . || { [[ -n $4 ]] || "$1" --list && "$1" --topics && "$1" --roles; }
        ;;
    role) "$1" --roles ;;
    topic) "$1" --topics ;;
    *) LC_ALL=C.UTF-8 _{{reader}}_help "$1" | while read -r name values; do
        [[ $name != "$3:" ]] || tr ' ' '\n' <<<"$values"
    done ;;
    esac 2>/dev/null
}

_{{reader}}() {
    local program=${1/#\~\//$HOME/} current=$2 option=$3 kind=WORD name argument='' summary quoted
    local seen=$'\n' i before='' words='' quote=''
    local -a summaries=()

    # bash takes "--role=betrayed" for three words or, without "=" in COMP_WORDBREAKS, for one.
    if [[ ${COMP_WORDS[COMP_CWORD]} == = ]]; then
        current=''
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $current == --*=* ]]; then
        option=${current%%=*} before=${current%%=*}= current=${current#*=}
    fi
    # After "--" there are words only.
    for ((i = 1; i < COMP_CWORD; i++)); do
        if [[ ${COMP_WORDS[i]} == -- ]]; then
            option=--
        elif [[ ${COMP_WORDS[i]} != -* ]]; then
            name=${COMP_WORDS[i]//\\/}
            name=${name#[\'\"]}
            words+="${name%[\'\"]} "
        fi
    done
    if [[ $option == -?* && $option != -- ]]; then
        _{{reader}}_option "$program" "$option"
    fi
    if [[ -n $argument ]]; then
        kind=$name
    elif [[ $option != -- && $current == -* ]]; then
        kind=OPTION
    fi
    if [[ $current == [\'\"]* ]]; then
        quote=${current:0:1} current=${current:1}
    fi

    COMPREPLY=()
    [[ $kind != WORD ]] || argument=$words
    while IFS=$'\t' read -r name summary; do
        quoted=$name
        if [[ -z $quote && $name == *[!A-Za-z0-9_.,+=-]* && $name == *[$'\'\"\\$`()&;<>|*?[]{}!#~']* ]]; then
            printf -v quoted %q "$name"
        fi
        # What a section and a topic have in common means the section.
        if [[ $quoted == "$current"* && $seen != *$'\n'"$name"$'\n'* ]]; then
            seen+=$name$'\n'
            COMPREPLY+=("$before$quoted")
            summaries+=("$summary")
        fi
    done < <(_{{reader}}_list "$program" "$kind" "$argument" "$current")

    if [[ ${#COMPREPLY[@]} -eq 1 && $kind == OPTION && ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
    # Where bash shows a list and types nothing, there is room for the summaries.
    if [[ ${#COMPREPLY[@]} -gt 1 && ${COMP_TYPE-} -eq 63 ]]; then
        for i in "${!COMPREPLY[@]}"; do
            printf -v name '%-16s  %s' "${COMPREPLY[i]}" "${summaries[i]}"
            COMPREPLY[i]=${name:0:${COLUMNS:-80} - 1}
        done
    fi
}

complete -F _{{reader}} {{reader}}
