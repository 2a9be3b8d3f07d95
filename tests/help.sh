#!/bin/sh
# SPDX-License-Identifier: MIT
# --help, --version and trustman(1) say the same, and say it as GNU programs do.
. "${srcdir:-.}/tests/lib.sh"

# Options with the names of their arguments, as "-r ROLE" and "--role=ROLE".
"$trustman" --help >"$scratch/help" 2>"$scratch/errors" </dev/null
empty '--help says nothing on standard error' "$scratch/errors"
sed -n 's/^  \(-.\), \(--[a-z-]*\)\(=[A-Z]*\)\{0,1\}  *.*/\1\3 \2\3/p
        s/^      \(--[a-z-]*\)\(=[A-Z]*\)\{0,1\}  *.*/\1\2/p' "$scratch/help" |
    tr ' ' '\n' | sed 's/^\(-[A-Za-z]\)=/\1 /' | sort >"$scratch/in-help"
"$trustman" trustman -T markdown | sed -n '/^## OPTIONS/,/^## [^O]/s/^- \(\*\*-[^:]*\):.*/\1/p' |
    tr -d '*_\\' | tr ',' '\n' | sed 's/^ *//' | sort >"$scratch/in-manual"
# Who wants the same chance again reads the manual; --lang is in --help where there are several languages.
sed '/^--seed=N$/d; /^--lang=/d' "$scratch/in-manual" >"$scratch/in-help-too" && mv "$scratch/in-help-too" "$scratch/in-manual"
own_guide same 'trustman(1) has the options of --help, with the same arguments' \
    "$scratch/in-help" "$scratch/in-manual"
succeeds 'and these are options' grep -qx -e '--role=ROLE' "$scratch/in-help"

# The program takes each of them as it is described.
while read -r option argument; do
    [ "${option#--*=}" = "$option" ] || option=${option%%=*} argument=yes
    "$trustman" "$option" ${argument:+''} -- nothing-of-this-name >"$scratch/report" 2>&1 </dev/null
    ! grep -e 'unknown option' -e 'requires' -e 'takes no argument' "$scratch/report" ||
        echo "$option"
done <"$scratch/in-help" >"$scratch/refused"
empty 'trustman knows them' "$scratch/refused"

sed -n 's/^FORMAT: //p' "$scratch/help" | tr ' ' '\n' >"$scratch/formats"
own_guide succeeds 'it names the formats' grep -qx json "$scratch/formats"
while read -r format; do
    "$trustman" -T "$format" trustman 2>&1 | grep -q . || echo "$format"
done <"$scratch/formats" >"$scratch/refused"
empty 'and the formats' "$scratch/refused"
"$trustman" trustman -T markdown >"$scratch/manual"
for word in $(sed -n 's/^FORMAT: //p; s/^WHEN: //p' "$scratch/help"); do
    grep -q "\`$word\`" "$scratch/manual" || echo "$word"
done >"$scratch/lost"
own_guide empty 'which trustman(1) names, too, as it does WHENs' "$scratch/lost"

for variable in TRUSTMAN_PAGER MANPAGER PAGER MANWIDTH COLUMNS ACCESSIBLE NO_COLOR LC_ALL \
    LC_CTYPE LANG; do
    grep -q "\*\*$(echo $variable | sed 's/_/\\\\*_/g'):\{0,1\}\*\*" "$scratch/manual" || echo "$variable"
done >"$scratch/lost"
own_guide empty 'trustman(1) names what counts in the environment' "$scratch/lost"
for heading in SYNOPSIS DESCRIPTION OPTIONS ENVIRONMENT 'EXIT STATUS' PRIVACY; do
    grep -qx "## $heading" "$scratch/manual" || echo "$heading"
done >"$scratch/lost"
own_guide empty 'and has the headings of its kind' "$scratch/lost"

succeeds '--help begins as GNU programs do' \
    grep -qx 'Usage: trustman \[OPTION\]\.\.\. \[WORD\]\.\.\.' "$scratch/help"
awk 'length > 80' "$scratch/help" >"$scratch/long"
empty '--help fits into 80 columns' "$scratch/long"
COLUMNS=40 "$trustman" --help | awk 'length > 40' >"$scratch/long"
empty 'and into 40' "$scratch/long"
COLUMNS=200 "$trustman" --help >"$scratch/actual"
same 'and is no wider where there is room' "$scratch/help" "$scratch/actual"
"$trustman" --words | cut -f 1 | LC_ALL=C sort -c >"$scratch/unsorted" 2>&1
empty '--words is sorted' "$scratch/unsorted"
{ "$trustman" --list && "$trustman" --roles; } | while IFS= read -r line; do
    "$trustman" --words | grep -qxF -e "$line" || echo "$line"
done >"$scratch/lost"
empty 'and has all sections and roles' "$scratch/lost"
"$trustman" -h >"$scratch/actual"
same '-h is --help' "$scratch/help" "$scratch/actual"

"$trustman" --version >"$scratch/version"
version=$(sed -n 's/^#define PACKAGE_VERSION *"\(.*\)"/\1/p' "$top_builddir/version.h")
echo "trustman (trustguide) $version" >"$scratch/expected"
head -n 1 "$scratch/version" >"$scratch/actual"
same '--version begins with program, package and version' "$scratch/expected" "$scratch/actual"
succeeds 'and names the copyright' grep -q '^Copyright (C) 20[0-9][0-9] ' "$scratch/version"
succeeds 'and the licence' grep -q '^License ' "$scratch/version"
succeeds 'and that there is no warranty' \
    grep -qx 'There is NO WARRANTY, to the extent permitted by law.' "$scratch/version"
"$trustman" -V >"$scratch/actual"
same '-V is --version' "$scratch/version" "$scratch/actual"
"$trustman" -V --role=nobody nothing >"$scratch/actual"
same 'words beside --version do not count' "$scratch/version" "$scratch/actual"

PATH=${trustman%/*}:$PATH
for arguments in --frobnicate --ro -x -rq -r -lm --list=yes --seed=-1 --seed=4294967296 -w0 -Tpdf; do
    # shellcheck disable=SC2086
    trustman $arguments >"$scratch/out" 2>"$scratch/errors" </dev/null
    echo "$? $(wc -c <"$scratch/out") $(sed -n '$p' "$scratch/errors")"
done | sort -u >"$scratch/actual"
printf '%s\n' "1 0 trustman: no role is called 'q'; see 'trustman --roles'" \
    "2 0 Try 'trustman --help' for more information." >"$scratch/expected"
same 'wrong usage is status 2, with a hint' "$scratch/expected" "$scratch/actual"

done_testing
