#!/bin/sh
# SPDX-License-Identifier: MIT
# What people type, and whether it leads to what helps. The first list was there when the words for it were chosen,
# and each of its lines has to be right. The others measure what somebody finds whose words nobody thought of, and
# who types much or little.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
lists=$top_srcdir/tests/queries
tab=$(printf '\t')
. "$top_srcdir/tests/queries/ask.sh"

# one_argument WORD...
one_argument() {
    "$trustman" -l "$*"
}

# judge LIST: the file `judged` says how each query of the list is answered.
judge() {
    ask "$lists/$1.tsv" "$trustman" -l >"$scratch/words"
    awk -f "$lists/judge.awk" "$scratch/names" "$lists/$1.tsv" "$scratch/words" >"$scratch/judged"
    equal "$1: each line is judged" "$(sed '/^#/d' "$lists/$1.tsv" | cut -f 1)" "$(cut -f 3 "$scratch/judged")"
}

# all_right NAME: each query in the file `now` is.
all_right() {
    while IFS=$tab read -r verdict _ query wanted found; do
        if [ "$verdict" = right ]; then
            ok "$1: $query"
        else
            echo "wanted $wanted, found $found" >"$scratch/why"
            not_ok "$1: $query" "$scratch/why"
        fi
    done <"$scratch/now"
}

# other_ways LIST: what `judge` found depends neither on quotes nor on -l. Under valgrind one list is enough.
other_ways() {
    [ -z "${VALGRIND-}" ] || [ "$1" = first ] || return 0
    ask "$lists/$1.tsv" one_argument >"$scratch/quoted"
    ask "$lists/$1.tsv" "$trustman" >"$scratch/printed"
    for way in words quoted; do
        grep "^? \|$tab" "$scratch/$way" >"$scratch/$way.answers"
    done
    same "$1: quotes make no difference" "$scratch/words.answers" "$scratch/quoted.answers"
    awk -f "$lists/printed.awk" "$scratch/words" "$scratch/printed" >"$scratch/differ"
    empty "$1: without -l it is the same list, or sections" "$scratch/differ"
}

# named LIST: the list is there, and each identifier that it names is one of the guide, or an alias.
named() {
    succeeds "$1: there are queries" grep -q "^[^#].*$tab" "$lists/$1.tsv"
    sed '/^#/d' "$lists/$1.tsv" | cut -f 2 | sed 's/^1://' | tr ',' '\n' | sort -u | sed '/^0$/d' >"$scratch/named"
    cut -f 1 "$scratch/names" | sort -u >"$scratch/known"
    comm -23 "$scratch/named" "$scratch/known" >"$scratch/unknown"
    empty "$1: what it names is in the guide" "$scratch/unknown"
}

names "$trustman" >"$scratch/names"

named first
judge first
cp "$scratch/judged" "$scratch/now"
all_right first
other_ways first

# Each urgent phrase, alone, leads to its section; another that it calls for may come before.
if have python3; then
    PYTHONPATH=$top_srcdir/tests/text PYTHONDONTWRITEBYTECODE=1 python3 -c 'import sys, yamlread
for entry in yamlread.read(sys.stdin.read())["urgent"]:
    for words in entry["words"]:
        print(words, entry["section"], sep="\t")' <"$top_srcdir/doc/guide/guide.yaml" >"$scratch/urgent"
    succeeds 'there are many urgent phrases' test "$(wc -l <"$scratch/urgent")" -gt 1000
    # By valgrind each takes half a second.
    [ -z "${VALGRIND-}" ] || { awk 'NR % 100 == 1' "$scratch/urgent" >"$scratch/some" && mv "$scratch/some" "$scratch/urgent"; }
    while IFS=$tab read -r words section; do
        "$trustman" -l "$words" 2>&1 </dev/null | sed 3q | grep -q "^$section$tab" || echo "$words: not $section"
    done <"$scratch/urgent" >"$scratch/wrong"
    empty 'each leads to its section' "$scratch/wrong"

    # A list of synonyms of which the guide holds no word, in what is urgent neither, leads nowhere.
    PYTHONPATH=$top_srcdir/tests/text PYTHONDONTWRITEBYTECODE=1 python3 -c 'import sys, yamlread
guide = yamlread.read(sys.stdin.read())
urgent = " ".join(words for entry in guide["urgent"] for words in entry["words"]).replace(chr(39), "")
for words in guide["synonyms"]:
    if not any(" " + word + " " in " " + urgent + " " for word in words):
        print("\t".join(words))' <"$top_srcdir/doc/guide/guide.yaml" >"$scratch/synonyms"
    succeeds 'there are synonyms' test -s "$scratch/synonyms"
    [ -z "${VALGRIND-}" ] || { awk 'NR % 100 == 1' "$scratch/synonyms" >"$scratch/some" && mv "$scratch/some" "$scratch/synonyms"; }
    while IFS=$tab read -r first second third _; do
        "$trustman" -l "$first" >"$scratch/found" 2>&1 </dev/null || "$trustman" -l "$second" >"$scratch/found" 2>&1 </dev/null ||
            "$trustman" -l "$third" >"$scratch/found" 2>&1 </dev/null || echo "$first, $second, $third"
    done <"$scratch/synonyms" >"$scratch/wrong"
    empty 'synonyms lead somewhere' "$scratch/wrong"
else
    skip 'urgent phrases' 'python3 is not there'
    skip 'synonyms' 'python3 is not there'
fi

# Sentences about danger, put together, lead where they should: no longer phrase hides what is urgent in them.
awk -f "$lists/danger.awk" >"$scratch/danger"
succeeds 'there are many sentences about danger' test "$(wc -l <"$scratch/danger")" -gt 1000
[ -z "${VALGRIND-}" ] || { awk 'NR % 100 == 1' "$scratch/danger" >"$scratch/some" && mv "$scratch/some" "$scratch/danger"; }
while IFS=$tab read -r sentence wanted; do
    found=$("$trustman" -l "$sentence" 2>&1 </dev/null | sed "s/$tab.*//; 1q")
    case ,$wanted, in
    *",$found,"*) ;;
    *) echo "$sentence: $found, not $wanted" ;;
    esac
done <"$scratch/danger" >"$scratch/wrong"
empty 'sentences about danger lead to help first' "$scratch/wrong"

# measure LIST: as many are right as have to be; of each about danger a section that is wanted is
# among the first three.
measure() {
    named "$1"
    judge "$1"
    grep "^[a-z]*${tab}danger$tab" "$scratch/judged" | awk -F '\t' -v OFS='\t' '{
        $1 = "wrong"
        count = split($4, wanted, /^1:|,/)
        for (i = 1; i <= count; i++)
            if (wanted[i] != "" && index("," $5 ",", "," wanted[i] ",") > 0)
                $1 = "right"
        print
    }' >"$scratch/now"
    all_right "$1, danger"
    other_ways "$1"
    least=$(least "$1")
    total=$(wc -l <"$scratch/judged")
    right=$(grep -c "^right$tab" "$scratch/judged")
    grep "^wrong$tab" "$scratch/judged" | cut -f 3- | sed "s/$tab/: wanted /; s/$tab/, found /" >"$scratch/wrong"
    if [ "$((right * 100))" -ge "$((total * least))" ]; then
        ok "$1: $right of $total are right"
    else
        not_ok "$1: $right of $total are right, and $least in a hundred have to be" "$scratch/wrong"
    fi
}
for list in second third fourth fifth sixth; do
    measure $list
done

done_testing
