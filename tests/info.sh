#!/bin/sh
# SPDX-License-Identifier: MIT
# The Info manual: makeinfo makes it without a word, and info finds what is in it.
. "${srcdir:-.}/tests/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

name=$(sed -n 's/\.texi$//p' "$(generated guide.stamp)")
texi=$(generated "$name.texi")
info=$(generated "$name.info")

if have makeinfo; then
    for file in "$texi" "$top_srcdir"/tests/cases/*/expected/*.texi; do
        quiet "makeinfo makes Info of $(basename "$file")" \
            makeinfo --no-split -o "$scratch/made.info" "$file"
        quiet "makeinfo makes HTML of $(basename "$file")" \
            makeinfo --html --no-split -o "$scratch/made.html" "$file"
    done
    prints 'paragraphs of a quote in a tight list stay apart' '
        makeinfo --plaintext "$top_srcdir/tests/cases/tight-lists/expected/tight.texi" |
            sed -n "/^ *one/,/^ *two/p"' <<'END'
          one

          two
END
else
    skip 'makeinfo makes Info' 'makeinfo is not there'
    skip 'makeinfo makes HTML' 'makeinfo is not there'
    skip 'paragraphs of a quote in a tight list stay apart' 'makeinfo is not there'
fi

awk '
/^[a-z]+:/ { parts = /^parts:/; roles = /^roles:/ }
(parts || roles) && /^  - id:/ { print $3 }
!parts { next }
sub(/^    sections:/, "") { list = 1 }
list {
    list = !/\]/
    gsub(/[],[]/, " ")
    for (i = 1; i <= NF; i++)
        print $i
}' "$guide_dir/guide.yaml" | sort >"$scratch/asked"
sed -n 's/^File: [^,]*,  Node: \([^,]*\),.*/\1/p' "$info" |
    grep -vx -e Top -e '.* Index' | sort >"$scratch/nodes"
own_guide same 'there is a node for each role, part and section' "$scratch/asked" "$scratch/nodes"

# Info shows the heads of nodes in parts; an address stands in a line as it is to be copied.
LC_ALL=C tr -d '\200-\277' <"$info" | awk '/^\037/ { tags = 1 } !tags && length($0) > 79
    /^File: / { tags = 0 }' | grep -v '^ *<http[^ ]*>$' >"$scratch/wide"
empty 'no line takes more than 79 columns' "$scratch/wide"

succeeds 'the directory gets an entry' \
    grep -q "^\* .*: ($name)\." "$info"

# info ends with status 0 also where it finds nothing.
if have info; then
    while read -r id; do
        info --file="$info" --output=- --node="$id" 2>/dev/null </dev/null |
            grep -q "^File: $name.info,  Node: $id," || echo "$id"
    done <"$scratch/nodes" >"$scratch/lost" 2>&1
    empty 'info finds each of them by its id' "$scratch/lost"
    sed -n 's/^File: [^,]*,  Node: \([^,]*\),.*Up: .*/\1 &/p' "$info" | grep -v -e 'Up: Top$' -e 'Up: (dir)$' | cut -d' ' -f1 |
        while read -r id; do
            info --file="$info" --output=- "$id" 2>/dev/null </dev/null |
                grep -q "^File: $name.info,  Node: $id," || echo "$id"
        done >"$scratch/lost" 2>&1
    empty 'and each section by its id alone, as by a word' "$scratch/lost"
else
    skip 'info finds each of them by its id' 'info is not there'
fi

done_testing
