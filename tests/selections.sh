#!/bin/sh
# Whatever is chosen reads well: for each role, each topic and each pair of them, in all formats,
# each reference leads somewhere, no heading stands alone, the notice is where it should be, and
# neither mandoc nor groff has anything to say.
. "${srcdir:-.}/tests/lib.sh"
own_guide_only # it knows the forms that the links of this one have
. "$top_srcdir/tests/text/lib.sh"

formats='text man texinfo markdown html json'
have cmark || skip_all 'cmark, which reads the source, is not there'

mkdir "$scratch/out"
facts_of "$guide_dir" >"$scratch/facts"
pieces_of "$guide_dir" "$scratch/facts" >"$scratch/source"

# Each role, each topic and each pair of them: topics, tab, roles, tab, the options to ask for them.
# Under valgrind, pairs take too long.
awk -F '\t' -v OFS='\t' -v alone="${VALGRIND:+yes}" '
function choose(i) {
    list[kind[i]] = list[kind[i]] (list[kind[i]] == "" ? "" : " ") id[i]
    options = options " --" kind[i] "=" id[i]
}
$1 == "role" || $1 == "topic" {
    kind[++count] = $1
    id[count] = $2
}
END {
    for (i = 1; i <= count; i++)
        for (j = i; j <= (alone ? i : count); j++) {
            list["role"] = list["topic"] = options = ""
            choose(i)
            if (j > i)
                choose(j)
            print list["topic"], list["role"], options
        }
}' "$scratch/facts" >"$scratch/choices"

# Where no section is all that was asked for, there is status 1 and no output.
number=0
while read -r choice; do
    options=${choice##*"$tab"}
    number=$((number + 1))
    for format in $formats; do
        # shellcheck disable=SC2086 # a list
        "$trustman" -T "$format" $options >"$scratch/out/$number.$format" 2>/dev/null ||
            [ $? -eq 1 ] || echo "trustman -T $format $options"
    done
done <"$scratch/choices" >"$scratch/failed"
empty 'trustman prints each choice' "$scratch/failed"

# The JSON as lines, for awk: a key, a tab, and a value or a line of it.
json_as_lines() {
    mkdir "$scratch/lines"
    jq -r '"\u001c\(input_filename)",
        "guide.notice\t\(.guide.notice)",
        (.sections[] |
            "id\t\(.id)",
            "see\t\(.see | join(" "))",
            "notice\t\(.notice)",
            (.markdown | split("\n")[] | "markdown\t\(.)"))' "$scratch"/out/*.json |
        awk -v folder="$scratch/lines/" '
        sub(/^\034.*\//, "") {
            close(file)
            file = folder $0
            next
        }
        { print >file }'
}

# looked_at FORMAT [FOLDER]: what is wrong with the output in a format.
looked_at() {
    awk_bytes -v facts="$scratch/facts" -v source="$scratch/source" -v format="$1" \
        -v folder="${2-$scratch/out}" -f "$text/guide.awk" -f "$text/selections.awk" "$scratch/choices" \
        >"$scratch/$1" 2>&1 || echo "awk ends with status $?" >>"$scratch/$1"
}

# Two at a time.
for format in text texinfo html; do
    looked_at $format
done &
for format in man markdown; do
    looked_at $format
done
if have jq; then
    json_as_lines
    looked_at json "$scratch/lines"
fi
wait
for format in $formats; do
    name="$format: references, headings, notices"
    if [ -f "$scratch/$format" ]; then
        empty "$name" "$scratch/$format"
    else
        skip "$name" 'jq, which reads it, is not there'
    fi
done

find "$scratch/out" -name '*.man' ! -size 0 >"$scratch/pages"
if have mandoc; then
    # shellcheck disable=SC2046 # a list
    quiet 'mandoc reads the man pages' mandoc -T lint -W all $(cat "$scratch/pages")
else
    skip 'mandoc reads the man pages' 'mandoc is not there'
fi
if have groff; then
    # shellcheck disable=SC2046
    quiet 'groff reads the man pages' \
        groff -man -ww -rCHECKSTYLE=3 -k -z -Tutf8 $(cat "$scratch/pages")
else
    skip 'groff reads the man pages' 'groff is not there'
fi

done_testing
