#!/bin/sh
# What guidec says it will write is what it writes; and of this guide, it is what guide.yaml asks for.
. "${srcdir:-.}/tests/lib.sh"

sed -n '/^pages:/,/^[a-z]*:$/{
s/^  - name: //p
s/^    section: /./p
}' "$guide_dir/guide.yaml" | paste -d '\0' - - | sort >"$scratch/asked"
for page in $MAN_PAGES; do
    echo "$page"
done | sort >"$scratch/made"
own_guide same 'the pages of guide.yaml are made' "$scratch/asked" "$scratch/made"

if [ ! -x "$guidec" ]; then
    skip 'guidec lists what it writes' 'it was not built'
    done_testing
    exit
fi
for guide in "$guide_dir" "$top_srcdir"/tests/cases/*/guide; do
    [ ! -f "${guide%/guide}/expected/errors" ] || continue
    rm -rf "$scratch/out" && mkdir "$scratch/out"
    "$guidec" -o "$scratch/out" "$guide"
    ls "$scratch/out" >"$scratch/written"
    (cd "$guide" && "$guidec" --list) | sort >"$scratch/listed"
    cmp -s "$scratch/listed" "$scratch/written" || { echo "$guide" && cat "$scratch/listed"; }
    echo "$guide" >>"$scratch/guides"
done >"$scratch/wrong"
same "guidec lists what it writes ($(wc -l <"$scratch/guides" | tr -d ' ') guides)" /dev/null "$scratch/wrong"

done_testing
