#!/bin/sh
# SPDX-License-Identifier: MIT
# Man pages as groff, mandoc and lexgrog take them, here and elsewhere: a hyphen of an option or of a
# page's name is \-, since groff 1.23 may show "-" as U+2010; NAME is free of break points; no word is
# hyphenated; one empty line stands between two blocks. What is to be read first takes five minutes.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"
sed -n '/\.[1-9]$/p' "$(generated guide.stamp)" | while read -r page; do
    generated "$page"
done >"$scratch/pages"
ls "$top_srcdir"/tests/cases/*/expected/*.[1-9]* >>"$scratch/pages"

# each NAME COMMAND: the shell command, which reads a page, prints nothing for any.
each() {
    while read -r page; do
        eval "$2" <"$page" | sed "s|^|$(basename "$page"): |"
    done <"$scratch/pages" >"$scratch/wrong" 2>&1
    empty "$1" "$scratch/wrong"
}

# The guide's own pages, but for those that are another name. What is in cases holds words that fit
# nowhere.
while read -r page; do
    case $page in */tests/cases/*) continue ;; esac
    grep -q '^\.so ' "$page" || echo "$page"
done <"$scratch/pages" >"$scratch/own"

# each_own NAME COMMAND: as each does.
each_own() {
    while read -r page; do
        eval "$2" 2>&1 | sed "s|^|$(basename "$page"): |"
    done <"$scratch/own" >"$scratch/wrong"
    empty "$1" "$scratch/wrong"
}

# Comments are left out, and so is the date.
find_hyphens() {
    sed -n '/^\.\\"/d; s/^\.[A-Z]* //; s/\\f(BI/ /g; s/\\f[BIR]/ /g; /^-[a-z-]/p; /[ (|=]-[A-Za-z-]/p'
}

find_hyphens_in_names() {
    sed -n '/\.ds gN .*[^\\]-/p'
}

find_breaks_in_name() {
    awk '/^\.SH/ { headings++ } headings == 1 && /\\:/'
}

each 'no option has a hyphen' find_hyphens
each 'the name in the head has no hyphen' find_hyphens_in_names
each 'NAME has no break points, which lexgrog takes for colons' find_breaks_in_name

# set COLUMNS: the page as lines of a terminal.
set_in() {
    groff -man -k -Tutf8 -P-cbou -rLL="$1n" 2>/dev/null
}

# What groff says of indents that leave a line of 40 columns no room.
find_bad_lines() {
    groff -man -k -Tutf8 -ww -z -rLL=40n 2>&1 | grep 'bad line length'
}

# What ends in a hyphen in lines of 60 columns stands in a line of 9999 with it. Soft hyphens, \%, are
# left out.
find_false_hyphens() {
    sed 's/\\%//g' >"$scratch/page"
    set_in 9999 <"$scratch/page" >"$scratch/long"
    set_in 60 <"$scratch/page" | sed -n 's/.*[[:space:]]\([^[:space:]]*[^[:space:]-][-‐]\)$/\1/p' |
        while read -r word; do
            grep -qF -e "$word" "$scratch/long" || echo "$word"
        done
}

set_by_groff() {
    set_in 80
}

set_by_mandoc() {
    mandoc -Tutf8 -Owidth=80
}

# Names what comes after two empty lines, but for the head and the foot of the page.
find_empty_lines() {
    awk '/^$/ { empty++; next }
        found != "" { print found; found = "" }
        NR > 6 && empty > 1 { found = $0 }
        { empty = 0 }'
}

# The head and the foot of a page show its name in both corners and once, not one thing over another, as
# groff would in short lines. The name may have lost its middle.
find_overlaps() {
    sed -n 's/^\.ds gN //p' >"$scratch/name" <"$page"
    for width in 38 44 50 58 66 78; do
        set_in $width <"$page" >"$scratch/set"
        awk -v width=$width -v name="$(sed 's/\\//g' "$scratch/name")" '
            NF == 0 { next }
            first == "" { first = $0 }
            { last = $0 }
            function is_name(corner) {
                sub(/\(.*/, "", corner)
                if (corner ~ /\.\.\./ && width < 47) {
                    split(corner, ends, "...")
                    return index(name, ends[1]) == 1 && index(name, ends[2]) > 0
                }
                return corner == name
            }
            END {
                count = split(first, head)
                if (count < 2 || !is_name(head[1]) || head[1] != head[count])
                    print width ": " first
                if (!is_name($NF))
                    print width ": " last
            }' "$scratch/set"
    done
}

if have groff; then
    each 'groff adds no hyphen' find_false_hyphens
    each_own 'the head and the foot fit into 40 to 80 columns' find_overlaps
    each 'in 40 columns there is room for what is deepest' find_bad_lines
else
    skip 'groff adds no hyphen' 'groff is not there'
    skip 'the head and the foot fit into 40 to 80 columns' 'groff is not there'
    skip 'in 40 columns there is room for what is deepest' 'groff is not there'
fi
for program in groff mandoc; do
    if have $program; then
        each "$program puts one empty line between blocks" "set_by_$program | find_empty_lines"
    else
        skip "$program puts one empty line between blocks" "$program is not there"
    fi
done

# Five minutes, at 250 words a minute. Bullets are no words.
most_words=1250
count_words() {
    tr -s '[:space:]' '\n' | grep -c '[[:alnum:]]'
}

if [ -n "$another_guide" ]; then
    skip 'the first pages take five minutes' "$another_guide"
elif have python3; then
    second_reading guide.py --first-pages "$top_srcdir/doc/guide" >"$scratch/first"
    for program in groff mandoc; do
        if have $program; then
            while read -r page; do
                words=$(set_by_$program <"$(generated "$page")" | count_words)
                [ "$words" -gt 0 ] && [ "$words" -le $most_words ] || echo "$page: $words words"
            done <"$scratch/first" >"$scratch/long"
            empty "the first pages take five minutes as $program sets them" "$scratch/long"
        else
            skip "the first pages take five minutes as $program sets them" "$program is not there"
        fi
    done
    equal 'these are where to begin, and one for each role' \
        "trust-rebuild.7 $("$trustman" --roles | sed 's/^\([a-z-]*\).*/trust-\1.7/' | tr '\n' ' ')" \
        "$(tr '\n' ' ' <"$scratch/first")"
else
    skip 'the first pages take five minutes' 'python3, which reads the guide, is not there'
fi

# What a distribution adds to groff.
mkdir "$scratch/tmac"
: >"$scratch/tmac/man.local"

# groff_own ARGUMENT...: all own pages at once.
groff_own() {
    tr '\n' '\0' <"$scratch/own" | LC_ALL=C.UTF-8 xargs -0 groff -man -k "$@" 2>&1
}

# What is no hyphen of prose shows as one, U+2010.
find_shown_hyphens() {
    groff -M "$scratch/tmac" -man -k -Tutf8 -P-cbou -rLL=80n 2>/dev/null | grep '[ (|=[]‐[A-Za-z‐]'
}

if have groff; then
    for width in 40 66 80 132 200; do
        groff_own -Tutf8 -ww -z -rLL=${width}n
        groff_own -M "$scratch/tmac" -Tutf8 -ww -z -rLL=${width}n
    done >"$scratch/said"
    empty 'groff has nothing to say, in 40 to 200 columns' "$scratch/said"
    each 'options show minus signs, also without a man.local' find_shown_hyphens
    for device in html pdf; do
        if said=$(echo | groff -T$device 2>&1 >/dev/null) && [ -z "$said" ]; then
            each_own "groff makes $device of each page" "groff -man -k -T$device \"\$page\" 2>&1 >/dev/null"
        else
            skip "groff makes $device of each page" "it has no device $device: $said"
        fi
    done
else
    skip 'groff has nothing to say, in 40 to 200 columns' 'groff is not there'
fi
if have man && man -l "$(generated trustman.1)" >/dev/null 2>&1 </dev/null; then
    width=40
    while read -r page; do
        MANWIDTH=$width LC_ALL=C.UTF-8 man --warnings=w -l "$page" 2>&1 >/dev/null </dev/null
        width=$((40 + (width + 23 - 40) % 161))
    done <"$scratch/own" >"$scratch/said"
    empty 'man has nothing to say, in 40 to 200 columns' "$scratch/said"
else
    skip 'man has nothing to say, in 40 to 200 columns' 'man -l is not there'
fi

done_testing
