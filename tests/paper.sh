#!/bin/sh
# SPDX-License-Identifier: MIT
# The groff format, and doc/print.sh: no word of a section is lost, groff has nothing to say, pages
# are those that are named, fonts are embedded, a form is one page with its lines 8 mm apart.
. "${srcdir:-.}/tests/lib.sh"
have groff || skip_all 'groff is not there'
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'

# words: one a line, sorted. Text has a dash before small headings, and says above or below; underscores
# are lines on paper.
words() {
    sed "s/[‐–─$(printf '\302\240')]/-/g; s/_/ /g; s/(above/(/g; s/(below/(/g" | tr -c '[:alnum:]\200-\377' '[\n*]' | sort
}

# lose SOURCE: the words of a guide's sections, as text, that are not on paper, whose lines are as
# long as can be.
lose() {
    "$guidec" -w -p all -T json "$1" | sed -n 's/^      "id": "\(.*\)",/\1/p' >"$scratch/ids"
    while read -r id; do
        "$guidec" -w -p "$id" "$1" | words >"$scratch/text"
        "$guidec" -w -p "$id" -T groff "$1" |
            groff -k -Tutf8 -P-cbou -ww -W mac -rpaper-width=200i 2>"$scratch/said" | words >"$scratch/words"
        comm -23 "$scratch/text" "$scratch/words" | sed "s|^|$1: $id: |"
        grep -v '\.ds [a-z0-9-]* [0-9]*$' "$scratch/said" | sed "s|^|$1: $id: |"
    done <"$scratch/ids"
}

# guidec compiles the whole guide for each section.
if [ -n "${VALGRIND-}" ]; then
    skip 'no word is lost, and groff has nothing to say: the guide' 'under valgrind it would take too long'
else
    lose "$guide_dir" >"$scratch/lost"
    empty 'no word is lost, and groff has nothing to say: the guide' "$scratch/lost"
fi
for case in garden paper places reference space-to-write tight-lists tricky-blocks; do
    copy_case "$case" "$scratch/$case"
    lose "$scratch/$case"
done >"$scratch/lost"
empty 'and guides of cases' "$scratch/lost"

# Breaks of a place from where it is said to be would show here.
use_guide "$scratch/paper"

# Lines of a form, in the units of the device, 1/72000 inch: 8 mm are 22677.
trustman log -T groff | groff -k -Tps -Z 2>/dev/null |
    awk '/^V/ { y = substr($1, 2) + 0 } /^tDate/ { first = y } first && /^p/ { exit } first && y >= first { print y }' | sort -n |
    awk 'last && $1 > last + 2000 { print $1 - last } !last || $1 > last + 2000 { last = $1 }' |
    sed 3q >"$scratch/steps"
printf '%s\n' 34015 22677 22677 >"$scratch/expected"
same 'lines of a form are 8 mm apart, and half as much where one is empty' "$scratch/expected" "$scratch/steps"

yes '________' | sed 40q >"$scratch/long"
mkdir "$scratch/long.guide"
cp "$scratch"/paper/* "$scratch/long.guide"
{
    sed '/^```/,$d' "$scratch/paper/log.md"
    echo '```'
    cat "$scratch/long"
    echo '```'
} >"$scratch/long.guide/log.md"
"$guidec" -w -p log -T groff "$scratch/long.guide" | groff -k -Tps -z 2>&1 | grep -v '^\.ds' >"$scratch/actual"
echo 'knotman log: this form takes more than a page' >"$scratch/expected"
same 'a form that is longer than a page is told' "$scratch/expected" "$scratch/actual"

# Without what it needs, it says what that is.
mkdir "$scratch/poor"
cat >"$scratch/poor/groff" <<'END'
#!/bin/sh
case $* in
*-Tpdf*) exit 3 ;;
esac
END
chmod +x "$scratch/poor/groff"
PATH=$scratch/poor:$PATH sh "$top_srcdir/doc/print.sh" pdf trustman "$scratch/none" >"$scratch/actual" 2>&1
echo 'print.sh: groff has no device pdf here: on Debian it comes with the package groff, not with groff-base' \
    >"$scratch/expected"
same 'without the device, print.sh says so' "$scratch/expected" "$scratch/actual"

if [ -n "$(echo x | groff -Tpdf -P-e 2>&1 >/dev/null)" ]; then
    skip 'what print.sh makes' 'groff has no PDF with embedded fonts here'
    done_testing
    exit
fi
succeeds 'print.sh' sh "$top_srcdir/doc/print.sh" pdf trustman "$scratch/pdf" rescue nothing
(cd "$scratch/pdf" && ls) >"$scratch/actual"
for what in guest guide log rescue skipper; do
    echo "knots-$what-a4.pdf"
    echo "knots-$what-us.pdf"
done >"$scratch/expected"
echo list | sort -m - "$scratch/expected" >"$scratch/files"
sort "$scratch/files" -o "$scratch/files"
sort "$scratch/actual" -o "$scratch/actual"
same 'a booklet of all and for each role, the form, and the headings, on two sizes of paper' \
    "$scratch/files" "$scratch/actual"
(cd "$scratch/pdf" && ls | grep -v '^list$') >"$scratch/expected"
sort "$scratch/pdf/list" >"$scratch/actual"
same 'and the list names them' "$scratch/expected" "$scratch/actual"

mkdir "$scratch/again"
sh "$top_srcdir/doc/print.sh" pdf trustman "$scratch/again" rescue
quiet 'they are the same bytes each time' diff -r "$scratch/pdf" "$scratch/again"

if ! have pdftotext; then
    skip 'what is on the pages' 'pdftotext is not there'
    done_testing
    exit
fi

# pages FILE: how many it has.
pages() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

equal 'a form is one page' 1 "$(pages "$scratch/pdf/knots-log-us.pdf")"
for file in "$scratch"/pdf/*.pdf; do
    pdffonts "$file" | awk -v file="${file##*/}" 'NR > 2 && $(NF - 4) != "yes" { print file ": " $1 }'
done >"$scratch/actual"
empty 'all fonts are embedded' "$scratch/actual"

# stands FILE: for each entry of the contents, whether its page has that title as a line.
stands() {
    pdftotext -layout -f 2 -l 2 "$1" - | sed -n 's/ *\.\.\.* *\([0-9]*\)$/ \1/p' | while read -r entry; do
        page=${entry##* }
        pdftotext -f "$page" -l "$page" "$1" - | grep -x "${entry% *}" >/dev/null || echo "$entry"
    done
}
equal 'the contents name all sections' 3 \
    "$(pdftotext -layout -f 2 -l 2 "$scratch/pdf/knots-skipper-a4.pdf" - | grep -c '\.\.\.')"
stands "$scratch/pdf/knots-skipper-a4.pdf" >"$scratch/actual"
empty 'each stands on its page' "$scratch/actual"
pdftotext "$scratch/pdf/knots-skipper-a4.pdf" - | tr '\n' ' ' | grep -o 'in the water (page [0-9]*)' >"$scratch/actual"
echo 'in the water (page 5)' >"$scratch/expected"
same 'a reference names the page' "$scratch/expected" "$scratch/actual"
pdftotext "$scratch/pdf/knots-skipper-a4.pdf" - | grep -o 'Keep warm .*' >"$scratch/actual"
echo 'Keep warm – really warm, café naïve.' >"$scratch/expected"
same 'what is not ASCII can be searched and copied' "$scratch/expected" "$scratch/actual"
strings=$(LC_ALL=C grep -a '^/Title' "$scratch/pdf/knots-skipper-a4.pdf" | paste -s -d ' ' -)
equal 'the outline has the titles' \
    "/Title (If the boat is yours) /Title (The ship's log) /Title (Lines and knots) /Title (Rescue)" "$strings"

# A place that is named stands on the page of each heading, and is none itself; type is as large as fits.
cp -R "$scratch/paper" "$scratch/signs"
{
    printf '%s\n' '## Ashore' '' 'Call 112. (b)' '' '## Far out' ''
    yes 'The coast guard hears you on channel sixteen, and asks where you are. (a)' | sed 30q
    printf '%s\n' '' '## Signs' '' 'We saw each number on a page.'
} >>"$scratch/signs/rescue.md"
use_guide "$scratch/signs"
sh "$top_srcdir/doc/print.sh" pdf trustman "$scratch/pinned" rescue:signs
pdftotext "$scratch/pinned/knots-rescue-us.pdf" - | tr '\f' '\n' |
    grep -x -e Cold -e Ashore -e 'Far out' -e Signs -e 'We saw .*' >"$scratch/actual"
for heading in Cold Ashore 'Far out'; do
    printf '%s\n' "$heading" Signs 'We saw each number on a page.'
done >"$scratch/expected"
same 'a place that is named stands on the page of each heading' "$scratch/expected" "$scratch/actual"
equal 'each is one page' 3 "$(pages "$scratch/pinned/knots-rescue-us.pdf")"
yes 'Say it again. (a)' | sed 900q >>"$scratch/signs/rescue.md"
use_guide "$scratch/signs"
sh "$top_srcdir/doc/print.sh" pdf trustman "$scratch/pinned" rescue 2>"$scratch/actual"
echo 'print.sh: this takes more than a page of a4: rescue, Signs' >"$scratch/expected"
same 'one that is longer is told' "$scratch/expected" "$scratch/actual"

# The page of a form has the notice at its head, and no other page has, also where the text before it
# fills the page.
for count in 27 28 29 30 31; do
    for begin in Short 'Long\
er'; do
        {
            sed '/^Fill this/,$d' "$scratch/paper/log.md"
            echo "$begin"
            yes '
Fill this in.' | sed "$((2 * count))q"
            sed '1,/^Fill this/d' "$scratch/paper/log.md"
        } >"$scratch/signs/log.md"
        "$guidec" -w -p log -T groff "$scratch/signs" |
            groff -k -Tpdf -dpaper=a4 2>/dev/null >"$scratch/long.pdf"
        pdftotext -layout "$scratch/long.pdf" - | tr -d '\n' | tr '\f' '\n' | grep . |
            awk -v text="$count, $begin" '
                { form = /Date/; forms += form }
                /^ *Is the boat sinking/ != form { print text ": page " NR }
                END { if (forms != 1) print text ": " forms + 0 " forms" }'
    done
done >"$scratch/actual"
empty 'the page of a form has the notice at its head, and no other has' "$scratch/actual"

# Paragraphs of one to seven lines, in lists and below headings: p1 is all of the words of the first.
awk 'BEGIN {
    for (i = 1; i <= 600; i++) {
        if (i % 11 == 0)
            print (i % 3 == 0 ? "##" : "###") " Heading" i "\n"
        if (i % 7 == 0)
            printf("- ")
        for (word = 0; word < i * 37 % 113 + 1; word++)
            printf("p%d ", i)
        print "\n"
    }
}' >>"$scratch/paper/lines.md"
"$guidec" -w -p lines -T groff "$scratch/paper" >"$scratch/document"
for paper in a4 letter; do
    groff -k -Tpdf -dpaper=$paper -P-p$paper "$scratch/document" 2>"$scratch/said" >"$scratch/long.pdf"
    pdftotext -layout "$scratch/long.pdf" - | awk -v paper=$paper '
        sub(/^\f/, "") { page++; if (last ~ /Heading/) print paper ": alone at the foot: " last }
        /Heading/ { last = $1 }
        /p[0-9]/ {
            sub(/^[^p]*/, "")
            on[page, $1]++
            all[last = $1]++
        }
        END {
            for (key in on) {
                split(key, part, SUBSEP)
                if (on[key] == 1 && all[part[2]] > 1)
                    print paper ": one line of " part[2] " on page " part[1] + 1
            }
            if (page < 20)
                print paper ": too few pages to tell"
        }'
done >"$scratch/actual"
empty 'no page begins or ends with one line of a paragraph, or ends with a heading' "$scratch/actual"

done_testing
