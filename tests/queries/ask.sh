# SPDX-License-Identifier: MIT
# ask.sh: for scripts that ask all queries of a list.
# shellcheck shell=sh

# ask LIST COMMAND ARGUMENT...: what the command says, with the words of each query as further arguments, in the form
# that judge.awk reads.
ask() {
    ask_list=$1
    shift
    ask_number=0
    sed '/^#/d' "$ask_list" | cut -f 1 | while IFS= read -r ask_query; do
        ask_number=$((ask_number + 1))
        echo "? $ask_number"
        set -f
        # shellcheck disable=SC2086 # words
        "$@" $ask_query 2>&1 </dev/null || :
        set +f
    done
}

# least LIST: how many of a hundred queries have to be answered as the list says.
least() {
    case $1 in
    first) echo 100 ;;
    second) echo 85 ;;
    third) echo 75 ;;
    fourth) echo 85 ;;
    fifth) echo 92 ;;
    sixth) echo 80 ;;
    esac
}

# names TRUSTMAN: all that an identifier in a list may be, and after a tab the section that it means.
names() {
    "$1" -T json | awk '
        /^ *"id": "/ {
            id = $2
            gsub(/[",]/, "", id)
            print id "\t" id
        }
        /^ *"aliases": \[/ {
            gsub(/^ *"aliases": \[|\],$|[" ]/, "")
            count = split($0, aliases, ",")
            for (i = 1; i <= count; i++)
                print aliases[i] "\t" id
        }'
}
