#!/bin/sh
# SPDX-License-Identifier: MIT
# Nothing is lost on the way out: the source that the json format holds compiles to the same guide,
# and in the markdown format cmark finds what it finds in the source.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

# round_trip NAME GUIDE JSON: the guide, and what JSON holds of it, compile to the same.
round_trip() {
    mkdir -p "$scratch/$1/source" "$scratch/$1/first" "$scratch/$1/second"
    cp "$2"/*.yaml "$scratch/$1/source"
    quiet "the json of $1 is valid" second_reading roundtrip.py --source "$3" "$scratch/$1/source"
    quiet "$1 compiles" "$guidec" -w -o "$scratch/$1/first" "$2"
    quiet "$1 compiles from json" "$guidec" -w -o "$scratch/$1/second" "$scratch/$1/source"
    same "$1 is the same guide then" "$scratch/$1/first/guide-data.c" \
        "$scratch/$1/second/guide-data.c"
}

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
need_second_reading

"$trustman" -T json >"$scratch/json"
round_trip 'the guide' "$guide_dir" "$scratch/json"
# So it is with each case, but for those with a reader's manual, which is no source, or with errors;
# one with variables follows.
for case in $(ls "$top_srcdir/tests/cases"); do
    [ ! -f "$top_srcdir/tests/cases/$case/expected/errors" ] || continue
    case $case in
    reader-manual* | variables) continue ;;
    esac
    copy_case "$case" "$scratch/$case.guide"
    "$guidec" -w -p all -T json "$scratch/$case.guide" >"$scratch/$case.json"
    round_trip "$case" "$scratch/$case.guide" "$scratch/$case.json"
done

# What is printed has values for variables: the guide that is made from it has none.
variables=$top_srcdir/tests/cases/variables/guide
mkdir -p "$scratch/filled"
for file in guide.yaml sources.yaml; do
    sed -e '/^variables:/d; /^  [a-zA-Z_]*: /{ /^  \(author\|year\|title\|url\):/!d; }' \
        -e 's/\\{{version}}/LITERAL/g; s/{{version}}/4.2/g; s/{{who_am_I}}/the *gardener*/g' \
        -e 's/{{section}}/water/g; s|{{site}}|https://example.com/a_b|g; s/LITERAL/{{version}}/g' \
        "$variables/$file" >"$scratch/filled/$file"
done
"$guidec" -p all -T json "$variables" >"$scratch/variables.json"
mkdir -p "$scratch/filled-out" "$scratch/variables-out"
quiet 'the json of a guide with variables is valid' \
    second_reading roundtrip.py --source "$scratch/variables.json" "$scratch/filled"
quiet 'a guide with variables compiles' "$guidec" -o "$scratch/variables-out" "$variables"
quiet 'so does what json holds of it' "$guidec" -o "$scratch/filled-out" "$scratch/filled"
same 'and is the same guide' "$scratch/variables-out/guide-data.c" "$scratch/filled-out/guide-data.c"

mkdir "$scratch/outlines"
for file in "$guide_dir"/*.md; do
    id=$(basename "$file" .md)
    grep -q '^list:' "$file" || "$trustman" -T markdown "$id" >"$scratch/outlines/$id.md"
done
second_reading roundtrip.py "$guide_dir" "$scratch/outlines" || exit 99
for file in "$scratch"/outlines/*.md; do
    own_guide same "markdown of $(basename "$file" .md)" "${file%md}expected" "${file%md}actual"
done

done_testing
