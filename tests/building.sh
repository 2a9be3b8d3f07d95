#!/bin/sh
# A release, built in another folder: what it brings is not made anew; after a change of the text, and
# for another guide, one make makes everything; the pages of every section of the manual are installed,
# and taken away again.
. "${srcdir:-.}/tests/lib.sh"

: "${MAKE:=make}"
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
have makeinfo || skip_all 'makeinfo is not there'
case $CC$CFLAGS in
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
esac
unset MAKEFLAGS MAKELEVEL

"$MAKE" distdir distdir="$scratch/release" >"$scratch/report" 2>&1 || { cat "$scratch/report"; exit 99; }
cp -R "$top_srcdir/tests/cases/garden/guide" "$scratch/garden" && chmod -R u+w "$scratch/garden" || exit 99
sed '/^pages:/,$s/section: 7/section: 3bread/' "$scratch/garden/guide.yaml" >"$scratch/edited" &&
    mv "$scratch/edited" "$scratch/garden/guide.yaml" || exit 99
mkdir "$scratch/build" && cd "$scratch/build" || exit 99
../release/configure -q --prefix=/usr --program-prefix=my- CC="$CC" CFLAGS=-O0 CPPFLAGS="$CPPFLAGS" \
    LDFLAGS="$LDFLAGS" >report 2>&1 || { cat report; exit 99; }

# installed_names: where the pages are installed whose names are read from standard input.
installed_names() {
    while read -r page; do
        case $page in
        *.1) echo "man/man1/my-$page" ;;
        *.3bread) echo "man/man3/$page" ;;
        *) echo "man/man${page##*.}/$page" ;;
        esac
    done
}

# installed: the manual pages and the Info manual below root.
installed() {
    (cd root/usr/share && find man info ! -type d ! -name dir) | sort
}
: >nothing

succeeds 'a release is built in another folder' "$MAKE" -j2
grep -E 'GEN|MAKEINFO' "$scratch/.report" >report
same 'and makes nothing of the guide anew' /dev/null report

chmod -R u+w ../release
sed 's/^title: .*/title: Edited/' ../release/doc/guide/signs.md >edited && mv edited ../release/doc/guide/signs.md
succeeds 'after the text was edited it is made again' "$MAKE"
for command in 'src/trustman signs' 'cat doc/trust-signs.7' 'cat doc/trustguide.info'; do
    $command | grep -qi edited || echo "not so: $command"
done >report
same 'and holds the new text everywhere' /dev/null report
"$MAKE" >report 2>&1
sed '/^make/d' report >anew
same 'once' /dev/null anew
touch ../release/doc/guide/signs.md
"$MAKE" >report 2>&1
sed '/^make/d; /GEN/d' report >anew
same 'a file that was only touched is compiled, and nothing more is made of it' /dev/null anew

succeeds 'it is installed' "$MAKE" install DESTDIR="$PWD/root"
for page in $MAN_PAGES; do
    echo "$page"
done | installed_names >expected
echo info/trustguide.info >>expected
sort expected >sorted
installed >actual
same 'with all its pages, and another name for those of programs' sorted actual
"$MAKE" uninstall DESTDIR="$PWD/root" >report 2>&1
installed >actual
same 'and taken away again' nothing actual

succeeds 'another guide is built in its place' "$MAKE" GUIDE="$scratch/garden"
(cd doc && ls -- *.[1-9]* *.texi *.info) | sort >actual
{
    "$guidec" --list "$scratch/garden" | sed '/^guide-data\.c$/d'
    echo garden.info
} | sort >expected
same 'and nothing is left of the first' expected actual
succeeds 'it is installed' "$MAKE" install GUIDE="$scratch/garden" DESTDIR="$PWD/root"
"$guidec" --list "$scratch/garden" | sed '/\.[1-9][^.]*$/!d' | installed_names >expected
echo info/garden.info >>expected
sort expected >sorted
installed >actual
same 'with pages in sections of their own' sorted actual
"$MAKE" uninstall GUIDE="$scratch/garden" DESTDIR="$PWD/root" >report 2>&1
installed >actual
same 'and taken away again' nothing actual

done_testing
