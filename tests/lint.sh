#!/bin/sh
# SPDX-License-Identifier: MIT
# No tool that reads man pages has anything to say about ours, nor about those of the cases.
. "${srcdir:-.}/tests/lib.sh"

# Those characters from U+0100 on that the PostScript fonts lack are for a terminal only.
device_for() {
    if LC_ALL=C grep -q "$(printf '[\304-\364]')" "$1"; then
        echo utf8
    else
        echo ps
    fi
}

read_by_groff() {
    groff -man -ww -rCHECKSTYLE=3 -k -z -T"$(device_for "$1")" "$1"
}

read_by_man() {
    MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$1" >/dev/null
}

indexed_by_lexgrog() {
    lexgrog "$1" | grep -v '^[^:]*: "[^" ]* - .*"$'
    lexgrog "$1" >/dev/null
}

# lint PROGRAM COMMAND...: the command, with the name of each page behind it, has nothing to say.
lint() {
    program=$1
    shift
    if ! have "$program"; then
        skip "$program reads the pages" "$program is not there"
        return
    fi
    while read -r page; do
        quiet "$program reads $(basename "$page")" "$@" "$page"
    done <"$scratch/pages"
}

# Further names of pages are left out: mandoc has links of the file system instead, which not all
# archives and systems can hold.
for page in $MAN_PAGES; do
    generated "$page"
done >"$scratch/made"
for page in guidec.1 guidec.5 guidec.7; do
    generated "made-guidec/$page"
done >>"$scratch/made"
ls "$top_srcdir"/tests/cases/*/expected/*.[1-9]* >>"$scratch/made"
while read -r page; do
    grep -q '^\.so ' "$page" || echo "$page"
done <"$scratch/made" >"$scratch/pages"
lint mandoc mandoc -T lint -W all
lint groff read_by_groff
lint man read_by_man
lint lexgrog indexed_by_lexgrog

done_testing
