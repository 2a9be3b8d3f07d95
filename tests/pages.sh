#!/bin/sh
# What guidec says it will write is what it writes; and of this guide, it is what guide.yaml asks for.
. "${srcdir:-.}/tests/lib.sh"

# The pages that are listed, with their further names, and one for each section that none of them
# holds alone.
{
    sed -n '/^pages:/,/^[a-z]*:$/p' "$guide_dir/guide.yaml" | awk '
        /^  - name: / { name = $3; also = "" }
        /^    also: / { also = $0; gsub(/.*\[|\].*|,/, "", also) }
        /^    section: / {
            print name "." $2
            count = split(also, further, " ")
            for (i = 1; i <= count; i++)
                print further[i] "." $2
        }'
    for section in "$guide_dir"/*.md; do
        section=$(basename "$section" .md)
        grep -qx "    sections: \[$section\]" "$guide_dir/guide.yaml" || echo "trust-$section.7"
    done
} | sort >"$scratch/asked"
for page in $MAN_PAGES; do
    echo "$page"
done | sort >"$scratch/made"
same 'the pages of guide.yaml are made' "$scratch/asked" "$scratch/made"

if [ ! -x "$guidec" ]; then
    skip 'guidec lists what it writes' 'it was not built'
    done_testing
    exit
fi
for guide in "$guide_dir" "$top_srcdir"/tests/cases/*/guide; do
    [ ! -f "${guide%/guide}/expected/errors" ] || continue
    rm -rf "$scratch/out" && mkdir "$scratch/out"
    "$guidec" -w -o "$scratch/out" "$guide"
    ls "$scratch/out" >"$scratch/written"
    (cd "$guide" && "$guidec" -w --list) | sort >"$scratch/listed"
    cmp -s "$scratch/listed" "$scratch/written" || { echo "$guide" && cat "$scratch/listed"; }
    echo "$guide" >>"$scratch/guides"
done >"$scratch/wrong"
same "guidec lists what it writes ($(wc -l <"$scratch/guides" | tr -d ' ') guides)" /dev/null "$scratch/wrong"

done_testing
