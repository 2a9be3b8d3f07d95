#!/bin/sh
# SPDX-License-Identifier: MIT
# The text keeps its own rules: it reads easily, has no word or claim that is refused, explains its
# terms, hides nothing that somebody in danger needs, names its sources, and is neither too long nor
# too short. The lists are in tests/text.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
. "$top_srcdir/tests/text/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

# The highest school grade (Flesch-Kincaid) of a section, and of half of them and the whole.
highest_grade=9 highest_median=8

# Lines of `trustman signs` on a screen of 80 by 40, and columns of what is to be filled in by hand.
signs_lines=39 form_columns=69

forms='letter pact weekly log letter-filled pact-filled weekly-filled log-filled'

# grade_of FILE...: its grade and its name.
grade_of() {
    style -L en "$@" | awk -v name="${1##*/}" '$1 == "Kincaid:" { print $2, name }'
}

measure_grades() {
    for file in "$scratch"/prose/*; do
        grade_of "$file"
    done | sort -n >"$scratch/grades"
    cat "$scratch"/prose/* >"$scratch/whole"
    awk -v highest=$highest_grade '
        $1 > highest { print $2 ".md: grade " $1 ", at most " highest " is wanted" }
        END { if (NR == 0) print "style measured nothing" }' "$scratch/grades" >"$scratch/hard"
    { awk '{ print $1 }' "$scratch/grades" | awk '{ grade[NR] = $1 }
        END { print grade[int((NR + 1) / 2)], "the median" }' && grade_of "$scratch/whole"; } |
        awk -v highest=$highest_median '$1 > highest || $1 == ""' >"$scratch/hard-whole"
}

# rule NAME TEST: what rules.py found against it.
rule() {
    sed -n "s/^$1$tab//p" "$scratch/rules" >"$scratch/broken"
    empty "$2" "$scratch/broken"
}

# Lines of forms that do not fit on paper.
long_lines() {
    for form in $forms; do
        awk -v most=$form_columns -v name="$form.md" '
            /^```/ { in_form = !in_form }
            in_form && length($0) > most { print name ":" NR ": " length($0) " columns" }' \
            "$guide_dir/$form.md"
    done
}

# Forms that do not print on one page.
long_forms() {
    for form in $forms; do
        pages=$("$trustman" -T man "$form" | groff -man -Tps -k | grep -c '^%%Page:')
        [ "$pages" -eq 1 ] || echo "$form.md: $pages pages"
    done
}

need_second_reading
mkdir "$scratch/prose"
second_reading rules.py "$guide_dir" "$text" "$scratch/prose" >"$scratch/rules" || exit 99

if have style; then
    measure_grades
    empty 'each section reads easily' "$scratch/hard"
    empty 'the guide reads easily' "$scratch/hard-whole"
else
    skip 'each section reads easily' 'style, of GNU diction, is not there'
    skip 'the guide reads easily' 'style, of GNU diction, is not there'
fi

rule words 'no word or claim that is refused'
rule terms 'terms and abbreviations are in the glossary'
rule safety 'no reader is without a line on safety that another one has'
rule notices 'the notice is where it should be'
rule studies 'each study has its source'
rule sources 'each citation has its source, and each source its citation'
rule headings 'a heading names what is under it'
rule lengths 'lengths'
rule order 'each section is in a part, on a page and in the paths of its roles; each topic is used'

long_lines >"$scratch/broken"
empty 'forms are narrow enough' "$scratch/broken"
if have groff && echo | groff -Tps >/dev/null 2>&1; then
    long_forms >"$scratch/broken"
    empty 'forms have one page each' "$scratch/broken"
else
    skip 'forms have one page each' 'groff, or its fonts for paper, are not there'
fi

"$trustman" -w 80 signs >"$scratch/signs"
# shellcheck disable=SC2016 # for the other shell
succeeds "signs has at most $signs_lines lines" \
    awk -v most=$signs_lines 'END { print NR " lines"; exit NR == 0 || NR > most }' "$scratch/signs"

# numbers FILE...: those that can be touched to ring.
numbers() {
    grep -oh '(tel:[0-9+]*)' "$@" | sort -u
}
numbers "$guide_dir/helplines.md" >"$scratch/listed"
numbers "$guide_dir"/*.md | comm -13 "$scratch/listed" - >"$scratch/unlisted"
empty 'a number to ring stands among the helplines, where it is looked up before a release' "$scratch/unlisted"

done_testing
