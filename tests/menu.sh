#!/bin/sh
# The menu of trustman without arguments, in a terminal.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/terminal.sh"

use_guide "$top_srcdir/tests/cases/kitchen/guide"
pager='PAGER="less -R" trustman'

open_terminal 80 24 "$pager"
shows 'it begins with the notice, the roles and the parts' 'Wash your hands first.' \
    'A kitchen of many languages' '  1  If you bake' '  2  If you only eat' \
    '  3  First things' '  4  From other kitchens' '  5  Behind the curtain' 'q: leave' '>'
keys 1 Enter
shows 'a door leads to the path of a role' 'If you bake' '  1  Baking' '  2  Kneading' \
    '  3  Start here'
keys 1 Enter
shows 'a number opens a section as the role sees it' 'For those who knead' '(END)'
hides 'and hides what is for others' 'For those who wait'
keys q
shows 'behind the pager is the list again' '  2  Kneading' 'b: back'
keys b Enter
shows 'b leads back' '  2  If you only eat'
keys 4 Enter
shows 'a part leads to its sections' 'From other kitchens' '  2  Tea' '  4  ご飯を炊く' '  5  नान'
keys b Enter
shows 'b leads back from there' '  2  If you only eat'
keys 5 Enter
shows 'what is one section is opened at once' 'Nothing to see.'
keys q
shows 'and then the first page is there' '  2  If you only eat'
keys 'knea' Enter
shows 'a beginning of a word opens a section' 'Fold, press, turn.'
keys q
shows 'what it was opened from is there again' '  2  If you only eat'
keys 'spice guest' Enter
shows 'words lead to a list' 'spice guest' '  1  Cinnamon buns' '  3  The jar'
keys /cinnamon Enter
shows 'a search leads to a list, best first' '/cinnamon' '  1  Cinnamon buns' '  4  Baking'
keys bakk Enter
shows 'a slip is mended' "nothing is called 'bakk'; did you mean 'bake'?" '  4  Baking'
keys 99 Enter
shows 'there are not so many' 'there is no such number'
keys /submarine Enter
shows 'a search for what is not there says so' "nothing holds 'submarine'"
keys '  ' b ' ' Enter
shows 'spaces do not count' '  2  If you only eat'
keys q Enter
shows 'q leaves' '[status 0]'
screen -S - >"$scratch/screen"
grep -v -e '^$' -e '^\[status 0\]$' "$scratch/screen" >"$scratch/left"
empty 'nothing of it is left on the screen nor above it' "$scratch/left"

# Small, and changing.
open_terminal 40 15 trustman
shows 'the first page fits into 40 by 15' 'Wash your hands first.' '  5  Behind the curtain' '>'
screen | sed -n '1p' >"$scratch/actual"
echo 'Wash your hands first.' >"$scratch/expected"
same 'and nothing of it has scrolled off' "$scratch/expected" "$scratch/actual"
keys 'start knead bake buns tea jar rice naan crepe curtain' Enter
shows 'what is longer is shown in parts' '  1  Start here' 'Enter: more'
hides 'the rest is not shown yet' '10  The curtain'
keys Enter
shows 'Enter shows the rest' ' 10  The curtain'
keys Enter
shows 'and then the beginning again' '  1  Start here'
terminal resize-window -x 60 -y 30
shows 'with more rows all of it is shown' '  1  Start here' ' 10  The curtain'
keys Enter 10 Enter
shows 'a number opens a section there' 'Nothing to see.'
keys q
shows 'and the list comes again' '  1  Start here' ' 10  The curtain'
keys C-d
shows 'the end of the input leaves' '[status 0]'
hides 'and clears' 'Start here'

open_terminal 80 24 'trap : INT; trustman'
shows 'another menu is there' '  2  If you only eat'
keys C-c
shows 'Ctrl-C leaves' '[status 130]'
screen -S - >"$scratch/screen"
grep -v -e '^$' -e '^\[status' "$scratch/screen" >"$scratch/left"
empty 'and nothing of it is left either' "$scratch/left"

# Traces. The pager holds the section open while they are looked for.
mkdir "$scratch/home"
HOME=$scratch/home
open_terminal 80 24 "$pager"
shows 'one more menu is there' '  2  If you only eat'
keys press Enter
shows 'a word that is only in the text' 'but a search (-s) finds it'
keys '/press, turn' Enter
shows 'is searched for' 'Fold, press, turn.'
keys /twenty Enter
shows 'and in the pager too' 'Fold, press, turn.'
# Of all users.
ps -e -o args= >"$scratch/processes"
grep -e 'press, turn' -e twenty "$scratch/processes" >"$scratch/left"
empty 'the list of processes does not tell what is read' "$scratch/left"
keys q
shows 'the menu is there again' '  2  If you only eat'
keys q Enter
shows 'and is left' '[status 0]'
find "$HOME" -type f >"$scratch/left"
empty 'no file is left at home' "$scratch/left"
HOME=$scratch

# Other terminals.
open_terminal 80 24 'PAGER=cat trustman'
shows 'a menu without a pager' '  2  If you only eat'
keys tea Enter
shows 'a section stays on the screen until Enter' 'Boil water.' 'Enter: go on, q: leave'
keys Enter
shows 'and then there is the menu' '  2  If you only eat'
hides 'without the section' 'Boil water.'
keys q Enter
shows 'q leaves this one' '[status 0]'

open_terminal 80 40 'ACCESSIBLE=1 trustman'
shows 'a menu for screen readers' '1 If you bake' '5 Behind the curtain'
keys tea Enter
shows 'shows a section' 'Boil water.' 'Enter: go on'
keys Enter
shows 'and comes again below it' 'q: leave'
keys q Enter
shows 'q leaves it' '[status 0]'

open_terminal 80 40 'TERM=dumb trustman; TERM=dumb trustman tea'
shows 'a terminal that cannot clear has the menu' '  2  If you only eat'
keys q Enter
shows 'and no pager' 'Boil water.' '[status 0]'
wait_for raw_has '[status 0]'
if grep -q "$(printf '\033')" "$scratch/raw"; then
    not_ok 'and gets no escape sequences' "$scratch/raw"
else
    ok 'and gets no escape sequences'
fi

printf '1\nq\n' | trustman >"$scratch/actual"
trustman --toc >"$scratch/expected"
same 'without a terminal there is the table of contents instead' \
    "$scratch/expected" "$scratch/actual"

# In other languages, each by its case.
use_guide "$top_srcdir/tests/cases/espanol/guide"
open_terminal 80 24 "$pager"
shows 'a Spanish menu' '  1  Quien empieza' 'Número o palabra, b: atrás, /texto: buscar, q: salir'
keys 99 Enter
shows 'what it says of a number that is none' 'ese número no está en la lista'
keys riegp Enter
shows 'and of a slip' 'nada se llama «riegp»; ¿tal vez «riego»?'
keys q Enter
shows 'it is left' '[status 0]'
open_terminal 80 10 "$pager"
shows 'what is longer than the screen' 'Intro: más, número o palabra'
keys q Enter
open_terminal 80 40 'ACCESSIBLE=1 trustman'
shows 'a Spanish menu for screen readers' '1 Quien empieza'
keys riego Enter
shows 'shows a section' 'Véase también:' 'Intro: seguir, q: salir'
keys q Enter

use_guide "$top_srcdir/tests/cases/nihongo/guide"
open_terminal 40 24 "$pager"
shows 'a Japanese menu, whose lines break where the columns end' '  1  はじめての人へ' \
    '番号または語: 開く、b: 戻る、/文字列:'
keys 99 Enter
shows 'what it says of a number that is none' 'その番号はありません'
keys mizy Enter
shows 'and, in lines, of a slip' '「mizy」という名前のものはありません。'
keys q Enter
shows 'it is left' '[status 0]'

close_terminal
done_testing
