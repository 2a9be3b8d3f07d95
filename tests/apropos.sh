#!/bin/sh
# SPDX-License-Identifier: MIT
# apropos finds pages for the words that people type, and shows each summary whole in a terminal of 80
# columns; man opens a page by its section.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
for program in mandb apropos; do
    have $program || skip_all "$program is not there"
done

# A database of these pages alone, which mandb puts beside them.
mkdir -p "$scratch/man/man1" "$scratch/man/man7"
for page in $MAN_PAGES; do
    cp "$(generated "$(basename "$page")")" "$scratch/man/man${page##*.}"
done
mandb -c -q "$scratch/man" >"$scratch/report" 2>&1
empty 'mandb takes all pages without a word' "$scratch/report"

# find WORD: a line for each page that apropos finds.
find_pages() {
    COLUMNS=80 MANWIDTH=80 apropos -M "$scratch/man" "$1" 2>&1
}

find_pages trust >"$scratch/actual"
succeeds 'apropos is there for these pages' grep -q '^trust-rebuild (7)' "$scratch/actual"

while read -r word page; do
    case $word in '' | '#'*) continue ;; esac
    find_pages "$word" >"$scratch/found"
    grep -q "^$page (7)" "$scratch/found" || echo "$word: no $page"
    echo "$word" >>"$scratch/words"
done <"$top_srcdir/tests/text/apropos-words" >"$scratch/lost"
empty "apropos finds pages for $(wc -l <"$scratch/words" | tr -d ' ') words" "$scratch/lost"

find_pages . >"$scratch/all"
grep -e '\.\.\.$' -e '.\{81\}' "$scratch/all" >"$scratch/cut"
empty 'all summaries are shown whole in 80 columns' "$scratch/cut"
equal 'all pages are found' "$(for page in $MAN_PAGES; do echo "$page"; done | wc -l)" "$(wc -l <"$scratch/all")"

# By two words, as "man trust accused".
[ "$(find "$scratch/man/man7" -name 'trust-*' | wc -l)" -gt 100 ] || echo 'pages are missing' >"$scratch/lost"
for page in "$scratch"/man/man7/trust-*.7; do
    name=$(basename "$page" .7)
    head=$(MANWIDTH=80 man -M "$scratch/man" trust "${name#trust-}" 2>&1 </dev/null | sed 1q)
    case $head in
    "$(echo "$name" | tr '[:lower:]' '[:upper:]')(7) "*) ;;
    *) echo "man trust ${name#trust-}: $head" ;;
    esac
done >>"$scratch/lost"
empty 'man opens each by two words' "$scratch/lost"

done_testing
