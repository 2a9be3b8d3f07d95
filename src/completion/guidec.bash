# SPDX-License-Identifier: MIT
# guidec.bash: completion for bash. It asks guidec itself for its options and formats, by --help; and
# offers folders, and the sections of the guide that is named.
# shellcheck shell=bash

# Prints the sections of the guide in one of the folders, or in the current one, and "all".
_guidec_sections() {
    local folder file

    for folder in "$@" .; do
        [[ -f $folder/guide.yaml ]] || continue
        for file in "$folder"/*.md; do
            file=${file##*/}
            printf '%s\n' "${file%.md}"
        done
        break
    done
    echo all
}

_guidec() {
    local program=${1/#\~\//$HOME/} current=$2 option=$3 before='' help argument=''
    local IFS=$'\n'

    # bash takes "--format=man" for three words or, without "=" in COMP_WORDBREAKS, for one.
    if [[ ${COMP_WORDS[COMP_CWORD]} == = ]]; then
        current=''
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]}
    elif [[ $current == --*=* ]]; then
        option=${current%%=*} before=${current%%=*}= current=${current#*=}
    fi
    help=$("$program" --help 2>/dev/null)
    case $option in
    --*) [[ ! $help =~ " $option="([A-Z=]+) ]] || argument=${BASH_REMATCH[1]} ;;
    -?) [[ ! $help =~ $'\n  '"$option, --"[a-z-]+=([A-Z=]+) ]] || argument=${BASH_REMATCH[1]} ;;
    esac

    COMPREPLY=()
    case $argument in
    FORMAT)
        help=$(sed -n 's/^FORMAT: //p' <<<"$help")
        mapfile -t COMPREPLY < <(compgen -W "${help// /$IFS}" -- "$current")
        ;;
    ID) mapfile -t COMPREPLY < <(compgen -W "$(_guidec_sections "${COMP_WORDS[@]:1}")" -- "$current") ;;
    DIR | ORIGINAL) mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    '')
        if [[ $current == -* ]]; then
            help=$(sed -n 's/^  [ -].[ ,] \(--[a-z-]*=\{0,1\}\).*/\1/p' <<<"$help")
            mapfile -t COMPREPLY < <(compgen -W "$help" -- "$current")
        else
            mapfile -t COMPREPLY < <(compgen -d -- "$current")
        fi
        ;;
    esac
    COMPREPLY=("${COMPREPLY[@]/#/$before}")
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == --*= ]]; then
        compopt -o nospace 2>/dev/null
    elif [[ -z $argument || $argument == DIR || $argument == ORIGINAL ]]; then
        compopt -o filenames 2>/dev/null
    fi
}

complete -F _guidec guidec
