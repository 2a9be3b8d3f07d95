#!/bin/sh
# SPDX-License-Identifier: MIT
# Searching: what is found, in which order, and how it is shown.
. "${srcdir:-.}/tests/lib.sh"

use_guide "$top_srcdir/tests/cases/kitchen/guide"

chooses 'title before summary before other words before text' '-s cinnamon' 'buns tea jar bake'
chooses 'case does not count' '-s CiNNaMoN' 'buns tea jar bake'
chooses 'the name of a topic is found' '-s spice' 'buns tea jar'
chooses 'an alias is found' '-s dough' 'knead'
chooses 'z is found as s' '-s caramelize' 'buns'
chooses 's is found as it is' '-s caramelise' 'buns'
chooses 'accents do not count' "-s 'creme brulee'" 'crepe'
chooses 'accents may be typed' "-s 'crème brûlée'" 'crepe'
chooses 'combining accents may be typed' "-s \"\$(printf 'NAI\\314\\210VE')\"" 'crepe'
chooses 'Japanese is found' '-s 弱火' 'rice'
chooses 'Hindi is found' '-s रोटी' 'naan'
chooses 'a phrase is found across the lines of the source' "-s 'warm the milk gently'" 'bake'
chooses 'the amount of space does not count' "-s '  milk    gently '" 'bake'
chooses 'words may stand anywhere, in any order' "-s 'milk warm'" 'bake'
chooses 'words in quotes stand together' "-s '\"milk warm\"'" \
    "trustman: nothing holds '\"milk warm\"'; try it without the quotation marks"
chooses 'typographic quotes are quotes' "-s '“milk gently” warm'" 'bake'
chooses 'a quote without its end is one to the end' "-s 'warm \"the milk'" 'bake'
chooses 'words are found from their beginning' '-s milks' \
    "trustman: nothing holds 'milks'; see 'trustman --toc'"
chooses 'a topic narrows a search' '-s cinnamon -t bread' 'buns bake'
chooses 'a word narrows a search' '-s cinnamon tea jar' 'tea jar'
chooses 'a role narrows a search' '-s steam -r baker' 'bake'
chooses 'what a role does not see is not found' '-s steam -r guest' \
    "trustman: nothing holds 'steam' there; leave something out"
chooses 'a search mends nothing' '-s teaa' \
    "trustman: nothing holds 'teaa'; see 'trustman --toc'"

prints 'lines around each hit are shown, and no more' 'trustman -w 60 -s raisin' <<'END'
Baking (trustman bake)

    which leaves some that hold nothing of what is looked
    for. Then comes the word raisin, in the midst of it all,
    and after that come more lines, which also hold nothing
END
prints 'each hit has the lines around it' "trustman -w 60 -s '\"hold nothing\"'" <<'END'
Baking (trustman bake)

    is long enough to be broken in two or in three lines,
    which leaves some that hold nothing of what is looked
    for. Then comes the word raisin, in the midst of it all,
    and after that come more lines, which also hold nothing
    of what is looked for, until at last the paragraph ends.
END
prints 'without a hit in the text the summary is shown' 'trustman -s cinnamon jar tea' <<'END'
Tea (trustman tea)

    black tea with cinnamon

The jar (trustman jar)

    where things stand
END
prints 'hits are marked if that is asked for' \
    'trustman --color=always -s brulee | tr "\033" "^"' <<END
^[0;1mCre$(printf '\314\202')pes^[0m (trustman crepe)

    Crème ^[0;1;4mbru$(printf '\314\202')le$(printf '\314\201')e^[0m stands beside the cre$(printf '\314\202')pes. A naïve cook stirs – ‘slowly’ – and
    e$(printf '\314\201')vér$(printf '\314\207')y thi$(printf '\314\204')ng is counted as one column wide, o$(printf '\314\210') or ö.
END
prints 'in other formats the sections are printed' \
    'trustman -s cinnamon -T markdown jar tea | grep "^#"; trustman -T json -s boil | grep "^      .id"' <<'END'
# Tea
# The jar
      "id": "tea",
END
prints 'nothing found says so' 'trustman -s submarine' <<'END'
trustman: nothing holds 'submarine'; see 'trustman --toc'
[status 1]
END
prints 'nothing is asked for, nothing is found' "trustman -s ''" <<'END'
trustman: nothing holds ''; see 'trustman --toc'
[status 1]
END

# A terminal marks the hits by itself.
if have_terminal; then
    . "$top_srcdir/tests/terminal.sh"
    open_terminal 80 24 'PAGER=cat trustman -s raisin'
    shows 'a terminal shows what is found' 'the word raisin, in' '[status 0]'
    writes 'and marks it' "$(printf '\033[0;1;4mraisin\033[0m')"
    close_terminal
else
    skip 'a terminal marks the hits' 'there is no tmux, or no terminal for it'
fi

use_guide "$top_srcdir/tests/cases/garden/guide"
chooses 'a source without an address is found' '-s entdeckte' 'pests reading'
chooses 'a source with an address is found' '-s "worms hear"' 'pests reading'
chooses 'where to read on is not found' "-s '\"see also\"'" \
    "trustman: nothing holds '\"see also\"'; try it without the quotation marks"
chooses 'the notice is not found' "-s '\"wash your hands\"'" \
    "trustman: nothing holds '\"wash your hands\"'; try it without the quotation marks"

use_guide "$top_srcdir/tests/cases/search-answers/guide"
chooses 'the middle of a word is not found, and no word that only ends so' '-s lieve' \
    "harbour: nothing holds 'lieve'; see 'harbour --toc'"
chooses 'a title before text, though with a part of the word' '-s lie' 'logs moor'
chooses 'a whole word before the beginning of one' '-s see' 'fog calls'
chooses 'after a hyphen a word begins' '-s taught' 'logs'
chooses 'a letter that is folded to two is found' '-s strasse' 'logs'
chooses 'and where a word begins in one of them' '-s ærø' 'logs'
chooses 'words in one passage before words far apart' "-s 'harbour master'" 'fog calls moor signs'
chooses 'words in one passage before nearer ones that are each in another' "-s 'rudder compass'" \
    'signs moor'
chooses 'nearer words before others' "-s 'keel mast'" 'signs moor'
chooses 'one whole word before three that only begin so' '-s tack' 'signs moor'
chooses 'a phrase is found in what began in the middle of a word' "-s '\"pa pa\"'" 'signs'
chooses 'a phrase before words of it elsewhere' "-s '\"harbour master\" bells'" 'fog'
chooses 'a phrase begins where a word begins' "-s '\"arbour master\"'" \
    "harbour: nothing holds '\"arbour master\"'; try it without the quotation marks"
chooses 'a phrase may end in a word' "-s '\"harbour mas\"'" 'calls moor fog'
chooses 'signs around words do not count' "-s '(Mayday!), where?'" 'calls'
chooses 'signs alone are looked for' "-s '…'" "harbour: nothing holds '…'; see 'harbour --toc'"
chooses 'of a script without spaces any place is a beginning' '-s 進み' 'fog'
chooses 'two of its words may stand apart' "-s '進み 霧'" 'fog'
chooses 'words are counted once' "-s 'walrus walrus Walrus'" 'calls'
chooses 'empty quotes are nothing' "-s '\"\" walrus \"'" 'calls'
chooses 'bytes that are no characters are found nowhere' "-s \"\$(printf '\\346')\"" \
    "harbour: nothing holds '?'; see 'harbour --toc'"

# A guide with nothing but what is searched for, over and over: its length, twice that, and what
# almost fits at each place. What took the square of the time would take hours.
mkdir "$scratch/long"
cat >"$scratch/long/guide.yaml" <<'END'
name: long
title: Long
summary: long
edition: 2024-02-29
category: Long
roles: []
topics: []
parts: [{id: all, title: All, sections: [one]}]
pages: [{name: long, section: 7, summary: long, sections: [one]}]
END
{
    printf -- '---\ntitle: One\nsummary: one\n---\n'
    awk 'BEGIN { for (i = 0; i < 20000; i++) print "aaaa aaaa aaaa aaaa aaaa aaaa" }'
} >"$scratch/long/one.md"
use_guide "$scratch/long"
if have timeout; then
    # What AddressSanitizer puts in place of strstr measures all of the text that is left, at each hit.
    ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}intercept_strstr=0
    export ASAN_OPTIONS
    half=$(awk 'BEGIN { for (i = 0; i < 12000; i++) printf "aaaa "; print "b" }')
    words=$(awk 'BEGIN { for (i = 0; i < 20000; i++) printf "aa%s%d ", i % 2 ? "" : "aa", i % 100 }')
    succeeds 'half a million hits are found in time' timeout 100 trustman -s a
    prints 'what almost fits is not found in time' "timeout 100 trustman -s '\"$half\"' 2>/dev/null" <<'END'
[status 1]
END
    succeeds 'thousands of words are looked for in time' timeout 100 trustman -s "aaa a $words"
else
    skip 'hits are found in time' 'timeout is not there'
fi

done_testing
