# lib.sh: what the tests of a guide's text share; to be included behind tests/lib.sh.
# shellcheck shell=sh disable=SC2154 # tests/lib.sh sets top_srcdir

text=$top_srcdir/tests/text
tab=$(printf '\t')

# Bytes, whatever the awk.
awk_bytes() {
    LC_ALL=C awk "$@"
}

# facts_of DIR: what the guide in a folder says of itself; see facts.awk.
facts_of() {
    awk_bytes -f "$text/facts.awk" "$1"/*.yaml "$1"/*.md
}

# pieces_of DIR FACTS: what there is to read in its sections; see source.awk.
pieces_of() {
    sed -n "s/^section$tab//p" "$2" |
        while IFS=$tab read -r id rest; do
            first=${rest##*"$tab"}
            echo "@section $id $first"
            tail -n "+$first" "$1/$id.md" | cmark -t xml --sourcepos
        done | awk_bytes -f "$text/source.awk"
}
