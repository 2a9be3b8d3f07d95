#!/bin/sh
# Nothing is lost on the way out: the source that the json format holds compiles to the same guide,
# and in the markdown format cmark finds what it finds in the source.
. "${srcdir:-.}/tests/lib.sh"

# source_of JSON DIR: writes the sections that JSON holds as source files. Between them stands a
# character that no text may hold.
source_of() {
    jq -j '.sections[] | "\u001c\(.id)\n---\n",
        (del(.id, .part, .sources, .markdown) | to_entries[] | "\(.key): \(.value | tojson)\n"),
        "---\n", .markdown' "$1" |
        awk -v RS='\034' -v dir="$2" 'NR > 1 {
            end = index($0, "\n")
            file = dir "/" substr($0, 1, end - 1) ".md"
            printf "%s", substr($0, end + 1) >file
            close(file)
        }'
}

# body_of FILE: a section without its front matter.
body_of() {
    awk 'fences >= 2; /^---$/ { fences++ }' "$1"
}

outline() {
    cmark -t xml |
        awk -v notice="$notice" -v titles="$scratch/titles" -f "$top_srcdir/tests/outline.awk"
}

# round_trip NAME GUIDE JSON: the guide, and what JSON holds of it, compile to the same.
round_trip() {
    mkdir -p "$scratch/$1/source" "$scratch/$1/first" "$scratch/$1/second"
    cp "$2"/*.yaml "$scratch/$1/source"
    source_of "$3" "$scratch/$1/source"
    quiet "$1 compiles" "$guidec" -w -o "$scratch/$1/first" "$2"
    quiet "$1 compiles from json" "$guidec" -w -o "$scratch/$1/second" "$scratch/$1/source"
    same "$1 is the same guide then" "$scratch/$1/first/guide-data.c" \
        "$scratch/$1/second/guide-data.c"
    quiet "the json of $1 is valid" jq empty "$3"
}

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
have jq || skip_all 'jq, which reads the json, is not there'

"$trustman" -T json >"$scratch/json"
round_trip 'the guide' "$guide_dir" "$scratch/json"
# What run-cases.sh compares with what comes out.
markup=$top_srcdir/tests/cases/markup
sed 1d "$markup/expected/json.trustman" >"$scratch/markup.json"
round_trip markup "$markup/guide" "$scratch/markup.json"

if have cmark; then
    notice=$(jq -r .guide.notice "$scratch/json")
    jq -r '.sections[] | [.id, .title] | @tsv' "$scratch/json" >"$scratch/titles"
    for file in "$guide_dir"/*.md; do
        id=$(basename "$file" .md)
        ! grep -q '^list:' "$file" || continue
        body_of "$file" | outline >"$scratch/expected"
        "$trustman" -T markdown "$id" | outline >"$scratch/actual"
        same "markdown of $id" "$scratch/expected" "$scratch/actual"
    done
else
    skip 'markdown has what the source has' 'cmark is not there'
fi

done_testing
