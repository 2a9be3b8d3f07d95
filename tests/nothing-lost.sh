#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing is lost: each word of each section, as cmark reads it, is in all that is made of it, in
# order and once; and a role's view holds what is for that role. So each section of the guide has the
# same words in its man page, its Info node and what the reader prints. Man pages are read through groff
# and through mandoc; man itself would run col, which drops marks that stand above letters.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

# add NAME SOURCE READER FOLDER...: has a guide compared with what is made of it.
add() {
    (IFS=$tab && echo "$*") >>"$scratch/guides"
}

# add_case NAME: compiles a guide of tests/cases, and has it compared.
add_case() {
    source=$scratch/$1.guide out=$scratch/$1
    copy_case "$1" "$source"
    mkdir "$out"
    succeeds "$1: guidec" "$guidec" -o "$out" "$source"
    succeeds "$1: trustman" build_trustman "$out" "$out"
    ! have makeinfo || (cd "$out" && makeinfo --no-split ./*.texi) 2>/dev/null
    add "$1" "$source" "$out/trustman" "$out"
}

need_second_reading
for program in groff mandoc; do
    have $program || skip "man pages, by $program" "$program is not there"
done
add guide "$guide_dir" "$trustman" "$top_builddir/doc" "$top_srcdir/doc"
for directory in "$top_srcdir"/tests/cases/*; do
    case ${directory##*/} in
    doi) continue ;; # its addresses are encoded, and its citations get brackets
    escaped-terms) continue ;; # cmark tells of no backslash
    reader-manual | reader-manual-placed | reader-manual-own) continue ;; # what is added to them is no file of theirs
    esac
    [ -f "$directory/expected/errors" ] || [ ! -x "$guidec" ] || add_case "${directory##*/}"
done

mkdir "$scratch/results"
second_reading nothing_lost.py "$scratch/results" <"$scratch/guides" || exit 99
show_results "$scratch/results"

done_testing
