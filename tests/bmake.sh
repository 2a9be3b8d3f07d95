#!/bin/sh
# SPDX-License-Identifier: MIT
# A release, built by bmake, the make of the BSDs, which sees no more of a file's time than the whole
# second: what follows a build at once, such as an edit or another guide, is made all the same.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
have bmake || skip_all 'bmake is not there'
have makeinfo || skip_all 'makeinfo is not there'
case $CC$CFLAGS in
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
esac
unset MAKEFLAGS MAKELEVEL

"${MAKE:-make}" distdir distdir="$scratch/release" >"$scratch/report" 2>&1 || { cat "$scratch/report"; exit 99; }
chmod -R u+w "$scratch/release"
another=$scratch/garden
cp -R "$top_srcdir/tests/cases/garden/guide" "$another" && chmod -R u+w "$another" || exit 99
mkdir "$scratch/build" && cd "$scratch/build" || exit 99
../release/configure -q --prefix=/usr CC="$CC" CFLAGS=-O0 CPPFLAGS="$CPPFLAGS" LDFLAGS="$LDFLAGS" \
    MAKE=bmake >report 2>&1 || { cat report; exit 99; }
text=../release/doc/guide/signs.md

# shows_text COMMAND...: after the command the reader shows the title of the section; else, says why not.
shows_text() {
    if "$@" >report 2>&1; then
        src/trustman signs | grep -qF "$title" || echo "not shown after $*: $title"
    else
        cat report
    fi
}

succeeds 'a release is built in another folder' bmake
title=$(sed -n 's/^title: //p' $text)
for round in 1 2 3; do
    bmake GUIDE="$another" >report 2>&1 || cat report
    src/trustman soil >/dev/null 2>&1 || echo "round $round: not the other guide"
    shows_text bmake
done >wrong
empty 'another guide is built and, at once, that of the release again' wrong
for round in 1 2 3; do
    title="Edited $round"
    sed "s/^title: .*/title: $title/" $text >edited && cat edited >$text
    shows_text bmake
    shows_text bmake
done >wrong
empty 'what is edited just after a build is in the next, and stays' wrong
for round in 1 2; do
    bmake install DESTDIR="$PWD/root" >report 2>&1 || cat report
    cmp src/trustman root/usr/bin/trustman
done >wrong 2>&1
empty 'it is installed, and once more' wrong
bmake uninstall DESTDIR="$PWD/root" >report 2>&1
find root -type f >wrong
empty 'and taken away again' wrong
bmake install GUIDE="$another" DESTDIR="$PWD/other" >report 2>&1 && echo 'status 0' >wrong
[ ! -d other ] || find other >>wrong
empty 'another guide is not installed' wrong

done_testing
