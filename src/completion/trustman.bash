# trustman.bash: completion for bash. It asks trustman itself for all that it offers: --help for
# the options and for what their arguments may be, --list, --topics and --roles for the words. So
# it is never out of date, whatever guide trustman holds.
# shellcheck shell=bash

# Prints NAME, or NAME and SUMMARY with a tab between, for each thing of a kind: OPTION, WORD, or
# the name of an argument in --help.
_trustman_list() {
    case $2 in
    OPTION) "$1" --help | sed -n $'s/^  [ -].[ ,] \\(--[^ A-Z]*\\)[A-Z]*  *\\(.*\\)/\\1\t\\2/p' ;;
    WORD) "$1" --list && "$1" --topics && "$1" --roles ;;
    ROLE) "$1" --roles ;;
    TOPIC) "$1" --topics ;;
    *) "$1" --help | sed -n "s/^$2: //p" | tr ' ' '\n' ;;
    esac 2>/dev/null
}

_trustman() {
    local program=${1/#\~\//$HOME/} current=$2 option=$3 kind=WORD name summary seen=' ' i before=''
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
        [[ ${COMP_WORDS[i]} != -- ]] || option=--
    done
    if [[ $option == -- ]]; then
        kind=WORD
    elif [[ $option == -* && $("$program" --help 2>/dev/null) =~ \
        $'\n  '("$option, --"[a-z-]*|...."$option")=([A-Z]+)' ' ]]; then
        kind=${BASH_REMATCH[2]}
    elif [[ $current == -* ]]; then
        kind=OPTION
    fi

    COMPREPLY=()
    while IFS=$'\t' read -r name summary; do
        # What a section and a topic have in common means the section.
        if [[ $name == "$current"* && $seen != *" $name "* ]]; then
            seen+="$name "
            COMPREPLY+=("$before$name")
            summaries+=("$summary")
        fi
    done < <(_trustman_list "$program" "$kind")

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

complete -F _trustman trustman
