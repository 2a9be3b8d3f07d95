#!/bin/sh
# SPDX-License-Identifier: MIT
# What guidec says it will write is what it writes; and of this guide, it is what guide.yaml asks for.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

if have python3; then
    second_reading guide.py --pages "$guide_dir" | sort >"$scratch/asked"
    for page in $MAN_PAGES; do
        echo "$page"
    done | sort >"$scratch/made"
    own_guide same 'the pages of guide.yaml are made' "$scratch/asked" "$scratch/made"
else
    skip 'the pages of guide.yaml are made' 'python3, which reads it, is not there'
fi

if [ ! -x "$guidec" ]; then
    skip 'guidec lists what it writes' 'it was not built'
    done_testing
    exit
fi
for guide in "$top_srcdir/doc/guide" "$top_srcdir"/tests/cases/*/guide; do
    [ ! -f "${guide%/guide}/expected/errors" ] || continue
    rm -rf "$scratch/out" "$scratch/work" && mkdir "$scratch/out"
    case $guide in
    */tests/cases/*) case=${guide%/guide} && copy_case "${case##*/}" "$scratch/work" ;;
    *) cp -R "$guide" "$scratch/work" ;;
    esac
    "$guidec" -w -o "$scratch/out" "$scratch/work" 2>&1 || echo "status $?: $guide"
    ls "$scratch/out" >"$scratch/written"
    (cd "$scratch/work" && "$guidec" -w --list) | sort >"$scratch/listed"
    cmp -s "$scratch/listed" "$scratch/written" || { echo "$guide" && cat "$scratch/listed"; }
    echo "$guide" >>"$scratch/guides"
done >"$scratch/wrong"
same "guidec lists what it writes ($(wc -l <"$scratch/guides" | tr -d ' ') guides)" /dev/null "$scratch/wrong"

# The tables hold their texts in another order.
mkdir "$scratch/added" "$scratch/written-out"
"$guidec" -o "$scratch/added" "$top_srcdir/doc/guide" && "$guidec" -o "$scratch/written-out" "$guide_dir"
[ -s "$scratch/added/trustman.1" ] || echo 'no trustman.1' >"$scratch/wrong"
diff -r -x guide-data.c "$scratch/added" "$scratch/written-out" >>"$scratch/wrong"
same 'the manual that a guide gets is as one that was written' /dev/null "$scratch/wrong"

own_guide quiet 'this guide, and the manual of its reader, give no warning' "$guidec" -W -n "$top_srcdir/doc/guide"

done_testing
