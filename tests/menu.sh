#!/bin/sh
# SPDX-License-Identifier: MIT
# The menu of trustman without arguments, in a terminal: doors, lists, pages, keys, and what is left.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/terminal.sh"

use_guide "$top_srcdir/tests/cases/kitchen/guide"

# left_nothing NAME: nothing but statuses stands on the screen, nor above it.
left_nothing() {
    screen -S - >"$scratch/screen"
    grep -v -e '^$' -e '^\[status' -e '^ready' -e '^[HTQ][a-z]*$' "$scratch/screen" >"$scratch/left"
    empty "$1" "$scratch/left"
}

open_terminal 80 24 trustman
shows 'it begins with the notice, the roles and the parts' 'Wash your hands first.' \
    'A kitchen of many languages' '  1  If you bake – flour, heat and patience' '  2  If you only eat' \
    'The book, by chapter' '  3  First things' '  4  From other kitchens' '  5  Behind the curtain' \
    'q: leave' '>'
keys 1 Enter
shows 'a door leads to the path of a role' 'If you bake' '  1  Baking' '  2  Kneading' '  3  Start here'
keys 1 Enter
shows 'a number opens a section as the role sees it' 'For those who knead'
hides 'and hides what is for others' 'For those who wait'
keys b Enter
shows 'b leads back, and what was read is marked' '  1  Baking (read)' '  2  Kneading' 'b: back'
hides 'but nothing else is' 'Kneading (read)'
keys n Enter
shows 'n opens the first that was not read' 'Fold, press, turn.'
keys b Enter b Enter
shows 'b leads back to the doors' '  2  If you only eat'
keys b Enter
shows 'and no further' 'that is the first one'
keys 4 Enter
shows 'a part leads to its sections' 'From other kitchens' '  2  Tea' '  4  ご飯を炊く' '  5  नान'
keys Left
shows 'an arrow leads back, too' '  2  If you only eat'
keys 5 Enter
shows 'what is one section is opened at once' 'Nothing to see.' 'b  Back'
keys b Enter
shows 'and then the first page is there' '  2  If you only eat'
keys knead Enter
shows 'a word opens a section' 'Fold, press, turn.'
keys 'trustman tea' Enter
shows 'so it does after the name of the program' 'Boil water.'
keys 'man knead' Enter
shows 'and after man' 'Fold, press, turn.'
keys baker Enter
shows 'the name of a role opens its list' 'If you bake' '  1  Baking (read)'
keys 'spice guest' Enter
shows 'words lead to a list' 'spice guest' '  1  Cinnamon buns' '  3  The jar'
keys /cinnamon Enter
shows 'a search leads to a list, best first' '/cinnamon' '  1  Cinnamon buns' '  4  Baking'
keys bakk Enter
shows 'what is not found is said below it' "'bakk'" '  4  Baking'
keys 99 Enter
shows 'there are not so many' 'there is no such number'
keys /submarine Enter
shows 'a search for what is not there says so' "'submarine'"
keys ' x' BSpace BSpace BSpace '12' BSpace Enter
shows 'what is typed can be taken back' 'Caramelise the sugar.'
keys '?' Enter
shows 'a question mark tells the keys' 'What you can type here' 'leave at once'
keys q
shows 'q leaves' '[status 0]'
left_nothing 'nothing of it is left on the screen nor above it'

# References, and the order of pages.
open_terminal 80 24 trustman
shows 'another menu is there' '  2  If you only eat'
keys start Enter
shows 'references have numbers' 'knead [1] or drink tea [2]' '1: open [1]'
keys 2 Enter
shows 'which lead to a page' 'Boil water.' 'n  Next: The jar'
hides 'that has none' '1: open [1]'
keys b Enter
shows 'and back' 'Turn on the light.'
keys 2 Enter p Enter
shows 'p opens the section before' 'Cinnamon buns' 'n  Next: Tea'
keys n Enter n Enter
shows 'and n that after it' 'On the shelf.' 'n  Next:'

# Leaving, from a page and with a line begun.
keys words of mine Escape
shows 'Esc leaves at once' '[status 0]'
left_nothing 'and nothing of it is left'
open_terminal 80 24 'trap : INT; trustman'
shows 'one more menu is there' '  2  If you only eat'
keys tea Enter
shows 'with a page' 'Boil water.'
keys C-c
shows 'Ctrl-C leaves it' '[status 130]'
left_nothing 'and nothing of it is left either'
for signal in HUP TERM QUIT; do
    open_terminal 80 24 "sh -c 'echo \$\$ >$scratch/pid; exec trustman'"
    shows "a menu before SIG$signal" '  2  If you only eat'
    keys tea Enter
    shows 'shows a page' 'Boil water.'
    kill -s $signal "$(cat "$scratch/pid")"
    shows "SIG$signal ends it" '[status '
    left_nothing "and SIG$signal leaves nothing"
done

# Stopped, and going on.
open_terminal 80 24 'PS1="ready> " sh -m -i 2>&1'
shows 'a shell is there' 'ready>'
keys trustman Enter
shows 'and a menu in it' '  2  If you only eat'
keys tea Enter
shows 'with a page' 'Boil water.'
keys C-z
shows 'it can be stopped' 'ready>'
hides 'and then shows nothing' 'Boil water.'
keys fg Enter
shows 'it goes on where it was' 'Boil water.'
keys q
hides 'and is left' 'Boil water.'

# A word that begins with q leaves, and the rest of it is not for the shell.
shows 'the shell is there again' 'ready>'
keys trustman Enter
shows 'the menu is there again' '  2  If you only eat'
for key in q u e s t i o n s Enter; do
    keys $key
    sleep .1
done
shows 'the shell is there once more' 'ready>'
keys 'echo a""sked' Enter
shows 'it is left by the first letter' 'asked'
hides 'and the others are not typed in the shell' 'uestions'

# Small, and changing.
open_terminal 40 15 trustman
shows 'the first page fits into 40 by 15' 'Wash your hands first.' '  2  If you only eat' '>'
screen | sed -n '1p' >"$scratch/actual"
echo 'Wash your hands first.' >"$scratch/expected"
same 'without a heading, and nothing of it has scrolled off' "$scratch/expected" "$scratch/actual"
terminal resize-window -x 40 -y 12
keys 'start knead bake buns tea jar rice naan crepe curtain' Enter
shows 'what is longer is shown in parts' '  1  Start here' 'Enter: more' '1/2>'
hides 'the rest is not shown yet' '10  The curtain'
keys Enter
shows 'Enter shows the rest' ' 10  The curtain' '2/2>'
keys Enter
shows 'and then the beginning again' '  1  Start here'
terminal resize-window -x 60 -y 30
shows 'with more rows all of it is shown' '  1  Start here' ' 10  The curtain'
keys 10 Enter
shows 'a number opens a section there' 'Nothing to see.'
keys b Enter
shows 'and the list comes again' '  1  Start here' ' 10  The curtain'
keys C-d
shows 'the end of the input leaves' '[status 0]'
hides 'and clears' 'Start here'

# By lines of a long page, and what is typed that has no room.
open_terminal 40 12 trustman
shows 'a small menu' 'Wash your hands first.'
keys bake Enter
shows 'shows a page in parts' 'Baking' '1/'
keys End
hides 'of which the last does not begin it' '> 1/'
keys Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up Up
shows 'up and up is the first again' '1/'
keys ににににににににににににににににににに
shows 'what is typed is cut between characters' '> にににに'
hides 'and not in one' '> ?'
keys C-c

# A list for what was typed on the command line.
open_terminal 80 24 'trustman shelf sugar'
shows 'words that may mean several open a list of them' 'shelf sugar' '  1  The jar' '  2  Cinnamon buns'
keys 1 Enter
shows 'to which a section leads back' 'b  Back to: shelf sugar'
keys q

# Changes of size while a page is read: whole lines, and the same paragraph.
open_terminal 80 24 trustman
shows 'a menu to change the size of' '  2  If you only eat'
keys bake Enter Down Down
for size in '40 15' '100 40' '20 9' '40 10' '80 24'; do
    keys Down
    terminal resize-window -x "${size% *}" -y "${size#* }"
    shows "at $size there is a page" 'Baking' 'q: leave'
    screen | grep -e '\[[0-9;]*[mKHJ]' -e '^[^ ]*m  ' >"$scratch/left"
    empty "at $size no line is half an escape sequence" "$scratch/left"
done
keys q
shows 'and it can be left' '[status 0]'

# Keys at random, the same each time: whatever they are, the menu is there, and leaves nothing.
open_terminal 60 20 'trap : INT; trustman'
shows 'a menu for any keys' '  2  If you only eat'
awk 'BEGIN {
    count = split("Space Enter Enter Up Down PageUp PageDown Left Right Home End n p b ? 1 2 3 7 99 / /t BSpace " \
        "C-u C-w C-l C-a F1 F5 DC IC M-x Tab é ご spice tea knead -l * [ ~", key, " ")
    for (seed = 16; n < 240; n++) {
        seed = (seed * 16807) % 2147483647
        print key[1 + seed % count]
    }
}' >"$scratch/random"
while read -r one && read -r two && read -r three && read -r four; do
    keys "$one" "$two" "$three" "$four"
done <"$scratch/random"
keys C-u Enter
shows 'is there after all of them' 'q: leave'
screen | grep -e '\[[0-9;]*[mKHJ]' >"$scratch/left"
empty 'with whole lines' "$scratch/left"
keys C-c
shows 'and can be left' '[status '
left_nothing 'with nothing left'

# By lines.
open_terminal 80 40 'ACCESSIBLE=1 trustman'
shows 'a menu for screen readers' 'Title: A kitchen of many languages' '1 If you bake' \
    'Heading: The book, by chapter' '5 Behind the curtain'
keys tea Enter
shows 'shows a section' 'Title: Tea' 'Boil water.'
keys b Enter
shows 'goes back' '> b' 'or your own words.'
keys q Enter
shows 'q leaves it' '[status 0]'
open_terminal 80 40 'TERM=dumb trustman; TERM=dumb trustman tea'
shows 'a terminal that cannot clear has the menu' '2 If you only eat'
keys q Enter
shows 'and no pager' 'Boil water.' '[status 0]'
wait_for raw_has '[status 0]'
if grep -q "$(printf '\033')" "$scratch/raw"; then
    not_ok 'and gets no escape sequences' "$scratch/raw"
else
    ok 'and gets no escape sequences'
fi

# Traces.
mkdir "$scratch/home"
HOME=$scratch/home
open_terminal 80 24 trustman
shows 'a last menu is there' '  2  If you only eat'
keys '/press, turn' Enter
shows 'what was searched for is shown' 'Fold, press, turn.'
screen -e >"$scratch/styled"
succeeds 'and marked' grep -q "$(printf '\033')"'\[1[0-9;]*mpress' "$scratch/styled"
# Of all users.
ps -e -o args= >"$scratch/processes"
grep -e 'press, turn' "$scratch/processes" >"$scratch/left"
grep -q trustman "$scratch/processes" || echo 'ps does not list trustman' >>"$scratch/left"
empty 'the list of processes does not tell what is read' "$scratch/left"
keys q
shows 'it is left' '[status 0]'
find "$HOME" -type f >"$scratch/left"
empty 'no file is left at home' "$scratch/left"
HOME=$scratch

printf '1\nq\n' | trustman >"$scratch/actual"
trustman --toc >"$scratch/expected"
same 'without a terminal there is the table of contents instead' \
    "$scratch/expected" "$scratch/actual"

# A line is what was typed, and nothing of the one before.
use_guide "$top_srcdir/tests/cases/own-pages/guide"
open_terminal 80 24 trustman
shows 'a guide whose sections have pages' 'Smoke? Out.'
keys 'barn fire' Enter
shows 'the name of a page may stand in two words' 'Fire'
keys b Enter
shows 'it leads back' 'Animals'
keys barn Enter
shows 'its first word alone is another name' 'It opens doors.'
keys q

# In other languages, each by its case.
use_guide "$top_srcdir/tests/cases/espanol/guide"
open_terminal 80 24 trustman
shows 'a Spanish menu' '  1  Quien empieza' 'q: salir'
keys 99 Enter
shows 'what it says of a number that is none' 'ese número no está en la lista'
keys q
shows 'it is left' '[status 0]'
open_terminal 80 40 'ACCESSIBLE=1 trustman'
shows 'a Spanish menu for screen readers' '1 Quien empieza'
keys riego Enter
shows 'shows a section' 'Véase también:' 'b: atrás'
keys q Enter

use_guide "$top_srcdir/tests/cases/nihongo/guide"
open_terminal 40 24 trustman
shows 'a Japanese menu' '  1  はじめての人へ' '番号か言葉'
keys 99 Enter
shows 'what it says of a number that is none' 'その番号はありません'
keys q
shows 'it is left' '[status 0]'

close_terminal
done_testing
