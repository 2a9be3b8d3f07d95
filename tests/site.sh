#!/bin/sh
# SPDX-License-Identifier: MIT
# The web site: its pages hold together, its search finds what trustman does, and a browser shows it.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"
. "$top_srcdir/tests/queries/ask.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
site=$scratch/site
quiet 'guidec makes a web site' "$guidec" -w --site "$site" "$guide_dir"

# A page for each section and role, and five more; lists of sources may take several.
{
    "$trustman" -T json | sed -n 's/^ *"id": "\(.*\)",$/\1/p'
    "$trustman" --roles | cut -f 1
    printf '%s\n' index contents_page words_page search_page whole_guide
} | sed 's/$/.html/' | LC_ALL=C sort -u >"$scratch/expected"
(cd "$site" && printf '%s\n' *) | grep -v '_[0-9]' | grep -v '\.css$' >"$scratch/actual"
same 'it has a page for each section and role' "$scratch/expected" "$scratch/actual"

"$guidec" -w --site "$scratch/again" "$guide_dir"
same 'it is the same each time' /dev/null "$(diff -r "$site" "$scratch/again" >"$scratch/report" 2>&1; echo "$scratch/report")"

if have python3; then
    for guide in "$top_srcdir"/tests/cases/*/guide; do
        case=${guide%/guide}
        [ ! -f "$case/expected/errors" ] || continue
        rm -rf "$scratch/work" "$scratch/one"
        copy_case "${case##*/}" "$scratch/work"
        "$guidec" -w --site "$scratch/one" "$scratch/work" 2>&1 || echo "status $?: $case"
        second_reading site.py "$scratch/one" 2>&1 | sed "s|^|${case##*/}: |"
    done >"$scratch/wrong"
    empty 'sites of all cases: addresses lead somewhere, hashes are right, nothing is loaded' "$scratch/wrong"
    second_reading site.py "$site" >"$scratch/wrong" 2>&1
    empty 'and so of this guide' "$scratch/wrong"
    second_reading site.py "$site" 40960 >"$scratch/wrong" 2>&1
    own_guide empty 'it is small' "$scratch/wrong"
else
    skip 'addresses, hashes and sizes' 'python3, which reads them, is not there'
fi

# first_three: of answers, their names.
first_three() {
    awk -F '\t' '/^\? / { print; count = 0; next } NF > 1 && ++count <= 3 { print $1 }'
}

# finds_the_same NAME LIST TRUSTMAN SITE: the search finds what trustman does for each line of a list.
finds_the_same() {
    sed '/^#/d' "$2" | cut -f 1 >"$scratch/asked"
    ask "$2" "$3" -l | first_three >"$scratch/expected"
    node "$top_srcdir/tests/site/search.js" "$4/search_page.html" <"$scratch/asked" | first_three >"$scratch/actual"
    same "$1 ($(wc -l <"$scratch/asked" | tr -d ' ') lines)" "$scratch/expected" "$scratch/actual"
}

if have node; then
    # What trustman finds, tests/queries.sh has asked already, under valgrind, too.
    usual_trustman=$top_builddir/src/trustman
    for list in first second third fourth fifth sixth; do
        own_guide finds_the_same "the search finds what trustman does: the $list list" \
            "$top_srcdir/tests/queries/$list.tsv" "$usual_trustman" "$site"
    done
    for case in kitchen espanol nihongo; do
        rm -rf "$scratch/work" "$scratch/one" "$scratch/out" "$scratch/bin"
        copy_case $case "$scratch/work"
        mkdir -p "$scratch/out" "$scratch/bin"
        "$guidec" -w --site "$scratch/one" "$scratch/work" && "$guidec" -w -o "$scratch/out" "$scratch/work" &&
            build_trustman "$scratch/bin" "$scratch/out" || exit 99
        {
            "$scratch/bin/trustman" --words | cut -f 1
            "$scratch/bin/trustman" -T json | sed -n 's/^ *"\(title\|summary\)": "\(.*\)",$/\2/p' | sed 's/\\"/"/g'
            "$scratch/bin/trustman" --roles | cut -f 1 | sed 's/$/ water/'
        } >"$scratch/words"
        finds_the_same "and all words and titles of the case $case" "$scratch/words" "$scratch/bin/trustman" \
            "$scratch/one"
    done
else
    skip 'the search finds what trustman does' 'node, which runs it, is not there'
fi

# installed MODULE: node finds it, where NODE_PATH says or where npm puts what is for all.
if have node; then
    ! have npm || NODE_PATH=${NODE_PATH:+$NODE_PATH:}$(npm root -g 2>/dev/null)
    export NODE_PATH
fi
installed() {
    have node && node -e 'require.resolve(process.argv[1])' "$1" 2>/dev/null
}

# report_looks WHERE: what a script saw in a browser, a line each in $scratch/looked.
report_looks() {
    while IFS= read -r line; do
        case $line in
        'ok '*) ok "$1: ${line#ok }" ;;
        *)
            echo "$line" >"$scratch/why"
            line=${line#not ok }
            not_ok "$1: ${line%%: *}" "$scratch/why"
            ;;
        esac
    done <"$scratch/looked"
}

chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -n "$chromium" ] && installed playwright-core && installed axe-core/axe.min.js; then
    node "$top_srcdir/tests/site/browser.js" "$chromium" "$site" >"$scratch/looked" 2>&1
    report_looks 'in a browser'
    succeeds 'a browser was there for all of it' test "$(wc -l <"$scratch/looked")" -ge 16
else
    skip 'the site in a browser' 'chromium, or playwright-core or axe-core from npm, is not there'
fi

firefox=$(command -v firefox-esr || command -v firefox)
if [ -n "$firefox" ] && installed puppeteer-core && installed axe-core/axe.min.js; then
    cp -R "$site" "$scratch/copy"
    node "$top_srcdir/tests/site/firefox.js" "$firefox" "$scratch/copy" >"$scratch/looked" 2>&1
    report_looks 'in Firefox'
    succeeds 'Firefox was there for all of it' test "$(wc -l <"$scratch/looked")" -ge 5
else
    skip 'the site in Firefox' 'firefox, or puppeteer-core or axe-core from npm, is not there'
fi

if have java && installed vnu-jar; then
    jar=$(node -p '"" + require("vnu-jar")')
    quiet 'the Nu checker finds no error' java -jar "$jar" --errors-only "$site"/*.html
else
    skip 'the Nu checker finds no error' 'java, or vnu-jar from npm, is not there'
fi

done_testing
