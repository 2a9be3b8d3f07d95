#!/bin/sh
# SPDX-License-Identifier: MIT
# guidec -p prints what the reader that is made from the guide prints, in each format: of each guide
# in tests/cases that has no errors, the whole and each section; under valgrind, one. CASES may name some of
# them.
. "${srcdir:-.}/tests/lib.sh"

# compare_case NAME: says of each print that differs what it is.
compare_case() {
    work=$scratch/$1
    mkdir -p "$work/out"
    copy_case "$1" "$work/guide"
    "$guidec" -w -o "$work/out" "$work/guide" && build_trustman "$work" "$work/out" || return
    ids=$("$work/trustman" --list -- | cut -f 1 | sed "${VALGRIND:+1q}")
    for format in $formats; do
        "$guidec" -w -p all -T "$format" "$work/guide" >"$work/printed"
        "$work/trustman" -T "$format" >"$work/read"
        cmp "$work/printed" "$work/read" || echo "all of $1 as $format"
        for id in $ids; do
            "$guidec" -w -p "$id" -T "$format" "$work/guide" >"$work/printed"
            "$work/trustman" -T "$format" "$id" >"$work/read"
            cmp "$work/printed" "$work/read" || echo "$id of $1 as $format"
        done
    done
}

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
formats=$("$guidec" --help | sed -n 's/^FORMAT: //p')
for case in ${CASES:-$(ls "$top_srcdir/tests/cases")}; do
    [ ! -f "$top_srcdir/tests/cases/$case/expected/errors" ] || continue
    compare_case "$case" >"$scratch/wrong" 2>&1
    empty "guidec -p prints of $case what its reader prints" "$scratch/wrong"
done
equal 'and these are the formats' 'text man groff texinfo markdown html json' "$formats"

"$guidec" -w -p all "$guide_dir" >"$scratch/printed"
"$guidec" --print=all --format=text "$guide_dir" >"$scratch/read"
same 'text is the usual format' "$scratch/read" "$scratch/printed"
cp -R "$guide_dir" "$scratch/guide" && cd "$scratch/guide" || exit 99
find . | sort >"$scratch/before"
"$guidec" -w -p all >"$scratch/read"
same 'the usual guide is that in the current folder' "$scratch/printed" "$scratch/read"
find . | sort >"$scratch/after"
same 'nothing is written' "$scratch/before" "$scratch/after"

done_testing
