#!/bin/sh
# SPDX-License-Identifier: MIT
# The files of labels, and what stands in for one that is missing.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'

# A language has the labels that there are, in their order, each with the places of the English one.
sed -n 's/^ *ROW([A-Z_]*, "\(.*\)").*/\1/p' "$top_srcdir/src/guide/labels.h" >"$scratch/labels"
copy_case minimal "$scratch/guide"
for file in "$top_srcdir"/src/labels/*.yaml; do
    language=$(basename "$file" .yaml)
    sed -n 's/^\([a-z-]*\): .*/\1/p' "$file" >"$scratch/actual"
    same "$language has the labels of labels.h" "$scratch/labels" "$scratch/actual"
    sed "\$a language: $language" "$top_srcdir/tests/cases/minimal/guide/guide.yaml" \
        >"$scratch/guide/guide.yaml"
    "$guidec" -n "$scratch/guide" >"$scratch/report" 2>&1
    empty "guidec takes each label of $language" "$scratch/report"
done

# What is English in a guide of another language says so.
copy_case warnings-labels "$scratch/french"
mkdir -p "$scratch/out" "$scratch/bin"
"$guidec" -o "$scratch/out" "$scratch/french" 2>/dev/null &&
    build_trustman "$scratch/bin" "$scratch/out" || exit 99
"$scratch/bin/trustman" -T html | grep -e 'class="skip"' -e '<time>' >"$scratch/actual"
cat >"$scratch/expected" <<'END'
<a class="skip" href="#_text">Aller au texte</a>
<p lang="en">Edition of <time>2024-01-01</time></p>
END
same 'HTML marks what is English, and not what the guide says itself' \
    "$scratch/expected" "$scratch/actual"

done_testing
