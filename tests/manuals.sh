#!/bin/sh
# SPDX-License-Identifier: MIT
# The manuals of guidec: the examples in guidec(5) are guides and parts of guides that compile without a
# word, and each key and option that guidec knows is described.
#
# In doc/guidec a code block whose fence bears a name is an example: "DIR/FILE" is that file of a whole
# guide, "section" a section, "body" what stands behind its front matter, "keys" and "pages" lines of
# guide.yaml, "sources.yaml" that file.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
cd "$scratch" || exit 99
manual=$top_srcdir/doc/guidec

# What is allowed and doubted is no good example either.
quiet 'the manuals give no warning' "$guidec" -n -W "$manual"

mkdir guides parts
cat "$manual"/*.md | awk '
    /^```/ && inside { inside = 0; close(file); next }
    /^```/ {
        inside = 1
        name = substr($1, 4)
        file = "/dev/null"
        if (name == "")
            next
        if (name ~ /\//) {
            folder = name
            sub(/\/.*/, "", folder)
            system("mkdir -p guides/" folder)
            file = "guides/" name
        } else {
            file = "parts/" ++count "." name
        }
        printf "" >file
        next
    }
    inside && file != "/dev/null" { print >file }'

for guide in guides/*; do
    quiet "the guide '${guide#guides/}' in guidec(5) compiles" "$guidec" -n -W "$guide"
done
mkdir out
"$guidec" -o out guides/small
for file in sourdough.7 sourdough.texi guide-data.c; do
    [ -s "out/$file" ] || echo "$file"
done >lost
empty 'and makes what the manual says' lost

# with_part FILE: makes the guide in which the example stands.
with_part() {
    rm -rf part && mkdir part
    cat >part/guide.yaml <<'END'
name: sourdough
title: Bread with sourdough
summary: how to keep a starter and bake with it
edition: 2026-11-23
category: Cooking
roles:
  - id: beginner
    title: If this is your first bread
  - id: baker
    title: If you bake each week
topics:
  - id: starter
  - id: oven
parts:
  - id: all
    title: All
    sections: [feed, storage, bake, example]
pages:
  - name: sourdough
    section: 7
    summary: bread
END
    for id in feed storage bake example; do
        printf '%s\n' --- "title: The $id" "summary: of the $id" 'topics: [starter, oven]' --- 'Text.' >part/$id.md
    done
    case $1 in
    *.section) { cat "$1" && echo Text.; } >part/example.md ;;
    *.body)
        sed 1,5p\;d part/example.md >head && cat head "$1" >part/example.md
        ! grep -q '{{' "$1" || printf '%s\n' 'version: 1.0' 'variables:' \
            '  flour: rye' '  site: https://example.com' >>part/guide.yaml
        ;;
    *.keys) sed '/^pages:/,$d' part/guide.yaml >head &&
        sed -n '/^pages:/,$p' part/guide.yaml | cat head "$1" - >part/guide.yaml.new &&
        mv part/guide.yaml.new part/guide.yaml ;;
    *.pages) cat "$1" >>part/guide.yaml ;;
    *.sources.yaml)
        cp "$1" part/sources.yaml
        sed -n 's/^\([a-z].*\):$/[](source:\1)/p' "$1" >>part/example.md
        ;;
    *) echo "unknown kind of example: $1" >part/guide.yaml ;;
    esac
    # Each role has something of its own.
    printf '\n## Beginners {.beginner}\n\nText.\n\n## Bakers {.baker}\n\nText.\n' >>part/feed.md
}

for example in parts/*; do
    with_part "$example"
    quiet "the example that begins '$(sed -n 1p "$example")' compiles" "$guidec" -n -W part
done

# known_keys FILE: those that guidec names when a map in the file has an unknown key.
known_keys() {
    "$guidec" -n part 2>&1 | sed -n "s/.*$1.*unknown key 'frobnicate'.*keys are //p" | tr -d ' ' | tr , '\n'
}
with_part "$(ls -d parts/*.section)"
sed '/^---$/,$s/^title:/frobnicate: x\
&/' part/bake.md >edited && mv edited part/bake.md
{
    echo 'frobnicate: x'
    sed 's/^  - [a-z]*: .*/&\
    frobnicate: x/' part/guide.yaml
} >edited && mv edited part/guide.yaml
known_keys . | sort -u >known
cat "$manual"/*.md >text
while read -r key; do
    grep -q "\`$key\`" text || echo "$key"
done <known >lost
empty "guidec(5) describes all keys ($(wc -l <known | tr -d ' '))" lost
succeeds 'which are those of a guide, a section, a role, a part and a page' \
    test "$(grep -cx 'edition\|topics\|path\|sections\|notice' known)" -eq 5

"$guidec" -o out "$manual"
if have makeinfo; then
    quiet 'makeinfo reads the Info manual' makeinfo --no-split -o out/guidec.info out/guidec.texi
else
    skip 'makeinfo reads the Info manual' 'makeinfo is not there'
fi
for heading in SYNOPSIS DESCRIPTION OPTIONS 'EXIT STATUS' FILES EXAMPLES ENVIRONMENT; do
    grep -qx "## $heading" "$manual/guidec.md" || echo "$heading"
done >lost
empty 'guidec(1) has the headings of its kind' lost
# The list of labels is a copy.
sed '/^ *#/d; /^$/d' "$top_srcdir/src/labels/en.yaml" >expected
sed -n '/^labels:$/,/^```$/{
    /^labels:$/d; /^```$/d; /^ *#/d; /^$/d; s/^  //p
}' "$manual/label-list.md" >actual
same 'guidec(5) lists all labels with their English texts' expected actual

"$guidec" --help >help
sed -n 's/^  \(-.\), \(--[a-z-]*\).*/\1 \2/p; s/^  \(-.\)  .*/\1/p; s/^      \(--[a-z-]*\).*/\1/p' help |
    tr ' ' '\n' >known
succeeds '--help names options' grep -qx -e --output known
while read -r option; do
    grep -q -e "\*\*$option=\{0,1\}\*\*" "$manual/guidec.md" || echo "$option"
done <known >lost
empty "guidec(1) describes the options of --help ($(wc -l <known | tr -d ' '))" lost

done_testing
