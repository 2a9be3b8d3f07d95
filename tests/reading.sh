#!/bin/sh
# SPDX-License-Identifier: MIT
# Reading: pager, width, styles, character sets, and output that cannot be written.
. "${srcdir:-.}/tests/lib.sh"

# A soft hyphen is one where a line ends.
copy_case minimal "$scratch/soft"
cat >"$scratch/soft/only.md" <<'END'
---
title: Only
summary: one
---
Donau&shy;dampf&shy;schiff&shy;fahrts&shy;gesell&shy;schaft Donau&shy;dampf&shy;*schiff*&shy;fahrt.
END
use_guide "$scratch/soft"
for set in C.UTF-8 C; do
    prints "$set: soft hyphens show at ends of lines only" \
        "LC_ALL=$set trustman -w 24 only | tail -n 4" <<'END'

  Donaudampfschiff-
  fahrtsgesellschaft
  Donaudampfschifffahrt.
END
done

use_guide "$top_srcdir/tests/cases/kitchen/guide"
esc=$(printf '\033')

# widest: how many columns the widest line of the input takes. (Only of ASCII.)
widest() {
    awk 'length > widest { widest = length } END { print widest }'
}

# Width, when it is not that of a terminal.
equal 'lines fit into 80 columns' 78 "$(trustman bake | widest)"
equal 'and into those of -w' 40 "$(trustman -w 40 bake | widest)"
equal 'prose is not much wider than 80 columns' 78 "$(trustman -w 300 bake | widest)"
equal 'the least width is 20' "$(trustman -w 20 bake | cksum)" "$(trustman -w 5 bake | cksum)"
equal 'MANWIDTH counts' "$(trustman -w 50 bake | cksum)" "$(MANWIDTH=50 trustman bake | cksum)"
equal 'COLUMNS counts' "$(trustman -w 50 bake | cksum)" "$(COLUMNS=50 trustman bake | cksum)"
equal 'MANWIDTH comes before COLUMNS' "$(trustman -w 50 bake | cksum)" \
    "$(MANWIDTH=50 COLUMNS=30 trustman bake | cksum)"
equal '-w comes before both' "$(trustman -w 60 bake | cksum)" \
    "$(MANWIDTH=50 COLUMNS=30 trustman -w 60 bake | cksum)"
equal 'what is no number does not count' "$(trustman bake | cksum)" \
    "$(MANWIDTH=tty COLUMNS=-3 trustman bake | cksum)"
prints 'a width that is no number is refused' 'trustman -w wide' <<'END'
trustman: --width is a number of columns, not 'wide'
Try 'trustman --help' for more information.
[status 2]
END

prints 'wide characters take two columns, and combining ones none' \
    'trustman -w 30 rice naan crepe' <<END
ご飯を炊く

  お米をやさしく洗い、三十分ほ
  ど水に浸します。それから鍋に
  入れ、ふたをして強火にかけ、
  沸いたら弱火で十二分、火を止
  めて十分蒸らします。

  • お米 二合
  • 水 四百ミリリットル

नान

  आटे में दही और नमक मिलाकर नरम
  गूँध लें। एक घंटे तक ढककर रख दें,
  फिर बेलकर गरम तवे पर दोनों ओर से
  सुनहरा होने तक सेंकें।

$(printf 'Cre\314\202pes')

  $(printf 'Cr\303\250me bru\314\202le\314\201e') stands beside
  the $(printf 'cre\314\202pes'). A naïve cook
  stirs – ‘slowly’ – and $(printf 'e\314\201v\303\251r\314\207y')
  $(printf 'thi\314\204ng') is counted as one
  column wide, $(printf 'o\314\210') or ö.
END

# Character sets.
in_c='env -u LC_ALL -u LC_CTYPE LANG=C'
prints 'other locales get ASCII' "$in_c trustman rice crepe | tail -n 8" <<'END'

    - ?? ??
    - ? ????????

Cre?pes

    Cr?me bru?le?e stands beside the cre?pes. A na?ve cook stirs - 'slowly' -
    and e?v?r?y thi?ng is counted as one column wide, o? or ?.
END
prints 'the locale is that of LC_ALL before LC_CTYPE before LANG' \
    "for set in 'LC_ALL=C LC_CTYPE=C.UTF-8 LANG=C.UTF-8' 'LC_CTYPE=C LANG=C.UTF-8' \\
         'LC_CTYPE=de_DE.utf8 LANG=C' 'LC_ALL= LC_CTYPE= LANG=en_US.UTF-8' 'LANG='; do
         env -u LC_ALL -u LC_CTYPE -u LANG \$set trustman --toc | grep crepe
     done" <<END
  crepe    Cre?pes
  crepe    Cre?pes
  crepe    $(printf 'Cre\314\202pes')
  crepe    $(printf 'Cre\314\202pes')
  crepe    Cre?pes
END
prints 'other formats are UTF-8 in each locale' "$in_c trustman -T markdown rice | head -n 1" <<'END'
# ご飯を炊く
END

# Styles, when it is not a terminal.
equal 'a pipe gets no escape sequences' 0 "$(trustman start -s turn | grep -c "$esc")"
equal 'but if that is asked for' "${esc}[0;1mStart here${esc}[0m" \
    "$(NO_COLOR=1 trustman --color=always start | head -n 1)"
equal 'and then no line leaves a style to the next' 0 \
    "$(trustman --color=always -T text | sed -n "s/.*$esc//p" | grep -vc '^\[0m')"
prints 'WHEN is one of three' 'trustman --color=sometimes' <<'END'
trustman: --color is auto, always or never, not 'sometimes'
Try 'trustman --help' for more information.
[status 2]
END

prints '--plain has no indentation and no bullets' 'trustman --plain rice | tail -n 3' <<'END'

- お米 二合
- 水 四百ミリリットル
END
equal 'ACCESSIBLE is as --plain' "$(trustman --plain rice start | cksum)" \
    "$(ACCESSIBLE=1 trustman rice start | cksum)"
equal 'an empty one is not' "$(trustman rice start | cksum)" \
    "$(ACCESSIBLE='' trustman rice start | cksum)"

# Output that cannot be written.
prints 'closed output is an error' 'trustman tea >&-' <<'END'
trustman: cannot write: Bad file descriptor
[status 3]
END
if [ -c /dev/full ]; then
    prints 'a full disk is an error' 'trustman tea >/dev/full; trustman --help >/dev/full' <<'END'
trustman: cannot write: No space left on device
trustman: cannot write: No space left on device
[status 3]
END
else
    skip 'a full disk is an error' 'there is no /dev/full'
fi
prints 'what is not read on ends quietly' 'trustman -T json | head -n 1' <<'END'
{
END

if ! have_terminal; then
    skip 'reading on a terminal' 'there is no tmux, or no terminal for it'
    done_testing
    exit
fi
. "$top_srcdir/tests/terminal.sh"

# On a terminal: the pager.
open_terminal 60 12 'trustman bake'
shows 'there is a pager' 'Baking' ':'
keys q
shows 'which leaves' '[status 0]'
hides 'nothing on the screen' 'Baking'

open_terminal 60 12 'PAGER="less -R" trustman tea'
shows 'also for what would fit' 'Boil water.' 'q: leave'
keys q
hides 'where nothing of it is left' 'Boil water.'

for pager in 'PAGER=cat' 'PAGER=' 'PAGER=/nonexistent' 'PAGER=less TRUSTMAN_PAGER=' \
    'PAGER=less MANPAGER=cat' 'PAGER=less TERM=dumb TRUSTMAN_PAGER=cat'; do
    open_terminal 60 12 "$pager trustman tea"
    shows "$pager prints plainly" 'Tea' '    Boil water.' '[status 0]'
done

for option in --no-pager --plain --color=never; do
    open_terminal 60 12 "PAGER='echo paged; cat' trustman $option tea"
    shows "with $option the section is shown" 'Boil water.' '[status 0]'
    if [ $option = --color=never ]; then
        shows "with $option it is paged" 'paged'
    else
        hides "with $option it is not paged" 'paged'
    fi
done

open_terminal 60 12 'MANPAGER=false PAGER=false TRUSTMAN_PAGER="env | grep ^LESS | sort; cat" trustman tea'
shows 'the pager may be any command and leaves no traces' 'LESS=-R' 'LESSHISTFILE=-' \
    'LESSSECURE=1' 'Boil water.'
open_terminal 60 12 'LESS=-M LESSHISTFILE=x TRUSTMAN_PAGER="env | grep ^LESS | sort; cat" trustman tea'
shows 'settings of less are kept but for traces' 'LESS=-M' 'LESSHISTFILE=-' 'LESSSECURE=1'
# What is kept of them may not leave the text on the screen.
if less --version 2>/dev/null | grep "^less " >/dev/null; then
    for set in LESS=-FX 'LESS="--quit-if-one-screen --no-init -R"' 'LESS="-R -FX -Pmine" PAGER="less -FX"'; do
        open_terminal 60 20 "export PAGER=less $set; trustman tea; echo I have left"
        shows "$set: the page is there" 'Boil water.'
        hides "$set: the pager waits" 'I have left'
        keys q
        shows "$set: it ends" 'I have left'
        hides "$set: and nothing stays" 'Boil water.'
    done
else
    skip 'what LESS says of leaving' 'less is not there'
fi
# The prompt of less says what is shown, how far, and how to leave.
if less --version 2>/dev/null | grep "^less " >/dev/null; then
    open_terminal 60 5 'PAGER=less trustman knead'
    shows 'less says what it shows, how far, and how to leave' 'Kneading  1-4 of ' 'q: leave'
    open_terminal 60 5 'LESS=-RMS PAGER=less trustman -r baker'
    shows 'so it does with settings of less, and for a role' 'If you bake  1-4 of ' 'q: leave'
    open_terminal 60 5 'LESS="-R -Psmine" PAGER=less trustman knead'
    shows 'but not with a prompt of the reader' 'mine'
    hides 'beside it' 'q: leave'
else
    skip 'the prompt of less' 'less is not there'
fi
mkdir "$scratch/another"
printf '#!/bin/sh\n[ "$1" != --version ] || exec echo "BusyBox v1.36"\nenv | grep ^LESS=\nexec cat\n' >"$scratch/another/less"
chmod +x "$scratch/another/less"
open_terminal 60 12 "PATH=$scratch/another:\$PATH PAGER=less trustman knead"
shows 'another less gets no prompt' 'LESS=-R' '[status 0]'
hides 'since it takes other options' 'q: leave'
open_terminal 60 12 'PAGER="head -n 1" trustman -T json'
shows 'a pager may stop reading' '{' '[status 0]'

open_terminal 60 12 'PS1="$ " sh -i'
keys 'trustman tea' Enter
shows 'in a pager' 'Boil water.' 'q: leave'
keys C-z q
hides 'the key that stops programs does not let the text stay' 'Boil water.'
keys 'PAGER="kill -STOP \$\$; cat" trustman tea' Enter
shows 'a pager that stops itself leads to the shell' 'Stopped'
keys fg Enter
shows 'and goes on when it is told to' 'Boil water.'

# Without anything to choose or to do there is the menu, however it is shown.
for option in --plain --no-pager '-w 40' --color=never; do
    open_terminal 60 30 "trustman $option"
    shows "with $option alone there is the menu" 'q: leave'
    keys q Enter
done
prints 'and the table of contents where that is not on a terminal' \
    'trustman --plain --no-pager -w 40 --color=never | head -n 2' <<'END'
First things
start Start here
END

# On a terminal: its width.
open_terminal 40 60 'PAGER=cat trustman bake'
shows 'its width counts' '  Warm the milk gently. Line one is'
open_terminal 20 60 'PAGER=cat trustman bake'
shows 'also 20 columns' '  Warm the milk' '  gently. Line one'
open_terminal 300 30 'PAGER=cat trustman bake'
shows 'in 300 columns prose is no wider than in 80' \
    "$(trustman bake | sed -n '3p')" "$(trustman bake | sed -n '4p')"
open_terminal 40 60 'MANWIDTH=70 PAGER=cat trustman -w 30 bake'
shows '-w comes before it' "$(trustman -w 30 bake | sed -n '4p')"
open_terminal 30 12 'PAGER=cat trustman -l rice tea'
shows 'lists are aligned' 'rice  お米を洗い、水に浸してか' '      ら炊く' 'tea   black tea with cinnamon'

# On a terminal: styles and links.
open_terminal 60 12 'PAGER=cat trustman knead'
shows 'the section is shown' '[status 0]'
writes 'titles are bold' "${esc}[0;1mKneading${esc}[0m"
for set in 'NO_COLOR=1' 'TERM=dumb' 'ACCESSIBLE=1' 'OPTION=--plain' 'OPTION=--color=never'; do
    open_terminal 60 12 "PAGER=cat; export PAGER $set; trustman \$OPTION knead"
    shows "$set: the section is shown" '[status 0]'
    wait_for raw_has '[status 0]'
    if grep -q "$esc\\[[01];" "$scratch/raw"; then
        not_ok "$set: in no other style" "$scratch/raw"
    else
        ok "$set: in no other style"
    fi
done

# Of a pager it is known that it passes styles on if it is less, and its options say so. A less that
# only copies shows what it is given.
mkdir "$scratch/less-500" "$scratch/less-566"
for version in 500 566; do
    printf '#!/bin/sh\n[ "$1" != --version ] || exec echo "less %s (GNU regular expressions)"\nexec cat\n' \
        $version >"$scratch/less-$version/less"
    chmod +x "$scratch/less-$version/less"
done
for set in LESS=-R LESS=-MRi LESS=r 'LESS="--ignore-case --RAW-CONTROL-CHARS"' 'LESS="-P r\$ -R"' \
    'PAGER="less -R" LESS=-i' PAGER="$scratch/less-500/less"; do
    open_terminal 60 12 "PATH=$scratch/less-500:\$PATH; export $set; trustman knead"
    shows "$set: the section is shown" '[status 0]'
    writes "$set: with styles" "${esc}[0;1mKneading${esc}[0m"
done
for set in LESS=-M LESS=--ignore-case 'LESS="--quit-if-one-screen --no-init"' LESS=-PriR LESS=-xrR \
    "MANPAGER='col -bx | cat'" 'PAGER="sed s/x/x/"' 'PAGER="less -R | cat"'; do
    open_terminal 60 12 "PATH=$scratch/less-500:\$PATH; export $set; trustman knead"
    shows "$set: the section is shown" '[status 0]'
    wait_for raw_has '[status 0]'
    if grep -q '0;1m' "$scratch/raw"; then
        not_ok "$set: without styles" "$scratch/raw"
    else
        ok "$set: without styles"
    fi
done
open_terminal 60 12 'PAGER="sed s/x/x/" trustman --color=always knead'
shows 'styles are there if they are asked for' '[status 0]'
writes 'whatever the pager' '0;1m'
for version in 500 566; do
    open_terminal 60 12 "unset TMUX; export VTE_VERSION=7000; PATH=$scratch/less-$version:\$PATH; trustman start"
    shows "less $version: a section with a link is shown" '[status 0]'
    wait_for raw_has '[status 0]'
    grep -c ']8;;https' "$scratch/raw" >"$scratch/actual"
    case $version in
    500) echo 0 ;;
    *) echo 1 ;;
    esac >"$scratch/expected"
    same "less $version: with hyperlinks if it shows them" "$scratch/expected" "$scratch/actual"
done

open_terminal 60 12 'VTE_VERSION=7000 PAGER=cat trustman start'
link="${esc}]8;;https://example.org/guild$esc\\the bakers' guild${esc}]8;;$esc\\"
shows 'a section with a link is shown' '[status 0]'
writes 'in tmux the address is shown' https
open_terminal 60 12 'unset TMUX; export VTE_VERSION=7000 PAGER=cat; trustman start'
shows 'it is shown again' '[status 0]'
wait_for raw_has '[status 0]'
tr -d '\r\n' <"$scratch/raw" | sed 's/  *\(.\)/ \1/g' >"$scratch/joined"
if grep -Fq -e "$link" "$scratch/joined"; then
    ok 'a terminal that takes hyperlinks gets one'
else
    not_ok 'a terminal that takes hyperlinks gets one' "$scratch/raw"
fi

close_terminal
done_testing
