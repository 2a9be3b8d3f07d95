#!/bin/sh
# Nothing is lost on the way out: the source that the json format holds compiles to the same guide,
# and in the markdown format cmark finds what it finds in the source.
. "${srcdir:-.}/tests/lib.sh"

# source_of JSON DIR: writes the sections that JSON holds as source files.
source_of() {
    awk -v dir="$2" '
    function unescape(string,    plain, i, byte) {
        for (i = 2; i < length(string); i++) {
            byte = substr(string, i, 1)
            if (byte == "\\") {
                byte = substr(string, ++i, 1)
                if (byte == "n")
                    byte = "\n"
            }
            plain = plain byte
        }
        return plain
    }
    match($0, /^      "[a-z]+": /) {
        key = substr($0, 8, RLENGTH - 10)
        value = substr($0, RLENGTH + 1)
        sub(/,$/, "", value)
        if (key == "id") {
            file = dir "/" unescape(value) ".md"
            front = ""
        } else if (key == "markdown") {
            printf "---\n%s---\n%s", front, unescape(value) >file
            close(file)
        } else if (key != "part" && key != "sources") {
            front = front key ": " value "\n"
        }
    }' "$1"
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
    quiet "$1 compiles" "$guidec" -o "$scratch/$1/first" "$2"
    quiet "$1 compiles from json" "$guidec" -o "$scratch/$1/second" "$scratch/$1/source"
    same "$1 is the same guide then" "$scratch/$1/first/guide-data.c" \
        "$scratch/$1/second/guide-data.c"
    if have jq; then
        quiet "the json of $1 is valid" sh -c 'jq empty <"$1"' sh "$3"
    else
        skip "the json of $1 is valid" 'jq is not there'
    fi
}

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'

"$trustman" -T json >"$scratch/json"
round_trip 'the guide' "$guide_dir" "$scratch/json"
# What run-cases.sh compares with what comes out.
markup=$top_srcdir/tests/cases/markup
sed 1d "$markup/expected/json.trustman" >"$scratch/markup.json"
round_trip markup "$markup/guide" "$scratch/markup.json"

if have cmark; then
    notice=$(sed -n '/^  "sections"/q;s/^    "notice": "\(.*\)",$/\1/p' "$scratch/json")
    sed -n -e 's/^      "id": "\(.*\)",$/\1/p' -e 's/^      "title": "\(.*\)",$/\1/p' \
        "$scratch/json" | paste - - >"$scratch/titles"
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
