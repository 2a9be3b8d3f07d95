#!/bin/sh
# SPDX-License-Identifier: MIT
# Translates a guide by po4a: makes the file PO, or brings it up to date, and the guide in LANGUAGE of it.
set -eu

usage() {
    cat <<'END'
Usage: translate.sh GUIDE LANGUAGE PO OUT
Make a translation of the guide in the folder GUIDE: the file PO, for translators, is made or brought up
to date; the folder OUT gets the guide in LANGUAGE, with what is not translated yet as it was.
END
}

[ $# -eq 4 ] || {
    usage >&2
    exit 2
}
guide=$1 language=$2 out=$4
command -v po4a >/dev/null || {
    echo 'translate.sh: po4a is not installed' >&2
    exit 3
}
mkdir -p "$(dirname "$3")" "$out"
po=$(cd "$(dirname "$3")" && pwd)/${3##*/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 3' HUP INT TERM
mkdir "$work/guide" "$work/out"

# po4a reads less of YAML than guidec: a list in brackets stands on one line, a map in braces is none.
# So it is in guide.yaml and in the front matter of sections.
for file in "$guide"/*.md "$guide/guide.yaml"; do
    awk '
        FNR == 1 { inside = FILENAME !~ /\.md$/ || $0 == "---" }
        FNR > 1 && $0 == "---" { inside = 0 }
        !inside { print; next }
        {
            line = $0
            if (held != "") {
                sub(/^ */, " ", line)
                line = held line
            }
            held = ""
            if (line !~ /^ *#/ && gsub(/\[/, "[", line) > gsub(/\]/, "]", line)) {
                held = line
                next
            }
            if (line ~ /^ *[a-z-]+: *\{.*\} *$/) {
                indent = line
                sub(/[^ ].*/, "  ", indent)
                pairs = line
                sub(/^[^{]*\{ */, "", pairs)
                sub(/ *\} *$/, "", pairs)
                gsub(/, */, "\n" indent, pairs)
                sub(/ *\{.*/, "", line)
                line = line "\n" indent pairs
            }
            print line
        }' "$file" >"$work/guide/${file##*/}"
done

{
    echo "[po4a_langs] $language"
    # shellcheck disable=SC2016 # for po4a
    echo '[po4a_paths] guide.pot $lang:guide.po'
    echo '[po4a_alias:section] text opt:"-o markdown -o yfm_keys=title,summary,aliases,index,asks"'
    echo '[po4a_alias:guide] yaml opt:"-o keys=title,summary,notice,copyright,aliases,category,words,synonyms,small-words"'
    echo '[options] opt:"-M UTF-8 -L UTF-8 --keep 0"'
    for file in "$work"/guide/*; do
        case $file in
        *.md) type=section ;;
        *) type=guide ;;
        esac
        echo "[type: $type] guide/${file##*/} \$lang:out/${file##*/}"
    done
} >"$work/po4a.cfg"
[ ! -f "$po" ] || cp "$po" "$work/guide.po"
(cd "$work" && po4a -q po4a.cfg) || exit 3
cp "$work/guide.po" "$po"

# Lists in a list come back as texts, in quotes of either kind; and po4a knows nothing of the language of a guide.
for file in "$work"/out/*; do
    case $file in
    *.yaml)
        {
            echo "language: $language"
            grep -v -e '^---$' -e '^language:' "$file"
        } | sed "/^ *- '\[.*\]'\$/{
                s/^\( *- \)'\(.*\)'\$/\1\2/
                s/''/'/g
            }
            /^ *- \"\[.*\]\"\$/{
                s/^\( *- \)\"\(.*\)\"\$/\1\2/
                s/\\\\\(.\)/\1/g
            }" >"$out/${file##*/}"
        ;;
    *) cp "$file" "$out" ;;
    esac
done
[ ! -f "$guide/sources.yaml" ] || cp "$guide/sources.yaml" "$out"
