#!/bin/sh
# No tool that reads man pages has anything to say about ours.
. "${srcdir:-.}/tests/lib.sh"

# Those characters from U+0100 on that the PostScript fonts lack are for a terminal only.
device_for() {
    if LC_ALL=C grep -q "$(printf '[\304-\364]')" "$1"; then
        echo utf8
    else
        echo ps
    fi
}

# lint NAME PROGRAM COMMAND...: the command has nothing to say; skipped where there is no PROGRAM.
lint() {
    name=$1
    program=$2
    shift 2
    if have "$program"; then
        quiet "$name" "$@"
    else
        skip "$name" "$program is not there"
    fi
}

read_by_man() {
    MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" >/dev/null
}

indexed_by_lexgrog() {
    lexgrog "$1" | grep -v '^[^:]*: "[a-z0-9-]* - [^"]*"$'
    lexgrog "$1" >/dev/null
}

sed -n '/\.[1-9]$/p' "$(generated guide.stamp)" >"$scratch/pages"
while read -r page; do
    file=$(generated "$page")
    lint "$page: mandoc" mandoc mandoc -T lint -W all "$file"
    lint "$page: groff" groff \
        groff -man -ww -rCHECKSTYLE=3 -k -z -T"$(device_for "$file")" "$file"
    lint "$page: man" man read_by_man "$file"
    lint "$page: lexgrog" lexgrog indexed_by_lexgrog "$file"
done <"$scratch/pages"

done_testing
