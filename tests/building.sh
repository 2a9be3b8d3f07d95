#!/bin/sh
# SPDX-License-Identifier: MIT
# A release, built in another folder: what it brings is not made anew; it is packed again as the same
# bytes; after a change of the text, and for another guide, one make makes everything; the pages of every
# section of the manual are installed, and taken away again, those of a translation, too; another guide is not.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
: "${MAKE:=make}"
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
have makeinfo || skip_all 'makeinfo is not there'
case $CC$CFLAGS in
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
esac
unset MAKEFLAGS MAKELEVEL

"$MAKE" distdir distdir="$scratch/release" >"$scratch/report" 2>&1 || { cat "$scratch/report"; exit 99; }
another="$scratch/gar den (1) [of] R&D: Ann's"
cp -R "$top_srcdir/tests/cases/garden/guide" "$another" && chmod -R u+w "$another" || exit 99
mkdir "$scratch/build" && cd "$scratch/build" || exit 99
../release/configure -q --prefix=/usr --program-prefix=my- --with-bug-address=bugs@example.org \
    --with-home-page=https://example.org/a --with-zsh-completion-dir=/usr/share/zsh/vendor-completions \
    CC="$CC" CFLAGS=-O0 CPPFLAGS="$CPPFLAGS" \
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

succeeds 'a release is built in another folder' "$MAKE" -j2
grep -E '(GEN|MAKEINFO) *doc/' "$scratch/.report" >report
empty 'and makes nothing of the guide anew' report

prints 'it tells the addresses that configure was given' \
    "src/trustman --help | tail -n 2; src/guidec --help | tail -n 2" <<'END'
To report a fault, or a wrong fact or number: bugs@example.org
Home page: https://example.org/a
To report a fault: bugs@example.org
Home page: https://example.org/a
END
for target in dvi install-dvi; do
    "$MAKE" $target DESTDIR="$PWD/root" >report 2>&1 && echo "status 0: $target"
    grep 'There is no DVI' report >/dev/null || { echo "$target:" && cat report; }
done >wrong
empty 'it makes no DVI, and says why' wrong
"$MAKE" install-info DESTDIR="$PWD/root" >report 2>&1 || cat report
(cd root && find . ! -type d ! -name dir | sort) >actual
printf './usr/share/info/%s.info\n' guidec trustguide >expected
same 'install-info installs the Info manuals, and nothing else' expected actual
rm -rf root

# pack_again: the release, unpacked by somebody who lets nobody read their files, elsewhere and later.
pack_again() {
    (
        umask 077
        TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8
        export TZ LC_ALL
        mkdir ../again && (cd ../release && tar -cf - .) | (cd ../again && tar --no-same-permissions -xf -) &&
            cd ../again && touch doc/guide/*.md && ./configure -q CC="$CC" CFLAGS=-O0 CPPFLAGS="$CPPFLAGS" \
            LDFLAGS="$LDFLAGS" && "$MAKE" -j2 dist
    )
}
if ! tar --version 2>/dev/null | grep -q 'GNU tar'; then
    skip 'it is packed as the same bytes by everybody' 'tar is not that of GNU'
elif "$MAKE" dist >report 2>&1 && pack_again >>report 2>&1; then
    cmp ./*.tar.gz ../again/*.tar.gz >report 2>&1
    empty 'it is packed as the same bytes by everybody' report
else
    not_ok 'it is packed as the same bytes by everybody' report
fi

chmod -R u+w ../release
sed 's/^title: .*/title: Edited/' ../release/doc/guide/signs.md >edited && mv edited ../release/doc/guide/signs.md
succeeds 'after the text was edited it is made again' "$MAKE"
for command in 'src/trustman signs' 'cat doc/trust-signs.7' 'cat doc/trustguide.info'; do
    $command | grep -qi edited || echo "not so: $command"
done >report
empty 'and holds the new text everywhere' report
"$MAKE" >report 2>&1
sed '/^make/d' report >anew
empty 'once' anew
touch ../release/doc/guide/signs.md
"$MAKE" >report 2>&1
sed '/^make/d; /GEN/d' report >anew
empty 'a file that was only touched is compiled, and nothing more is made of it' anew

mkdir ../plain && cd ../plain || exit 99
../release/configure -q --without-guidec CC="$CC" CFLAGS=-O0 CPPFLAGS="$CPPFLAGS" LDFLAGS="$LDFLAGS" \
    >report 2>&1 || { cat report; exit 99; }
for attempt in 1 2 3; do
    "$MAKE" >report 2>&1 && echo "status 0 at attempt $attempt"
done >wrong
empty 'without guidec, old text is not built after an edit, nor later' wrong
touch -t 197001030000 ../release/doc/guide/*
"$MAKE" GUIDE="$another" >report 2>&1 && echo 'status 0' >>wrong
empty 'nor another guide' wrong
succeeds 'but then still the text of the release' "$MAKE"
[ ! -f src/guidec ] || echo 'guidec was built' >wrong
empty 'all without building it' wrong
cd ../build || exit 99

echo >>../release/src/words/en.yaml
"$MAKE" >report 2>&1
succeeds 'it is compiled again after an edit of what guidec holds' grep -q 'GEN *doc/guide.stamp' report

# install_and_uninstall: all that guide.stamp lists is installed, and taken away again.
install_and_uninstall() {
    succeeds 'it is installed' "$MAKE" install DESTDIR="$PWD/root"
    { sed '/\.[1-9][^.]*$/!d' doc/guide.stamp && printf '%s\n' guidec.1 guidec.5 guidec.7; } | installed_names >expected
    printf 'info/%s.info\n' guidec trustguide >>expected
    sort expected >sorted
    installed >actual
    same "$1" sorted actual
    succeeds 'and what is installed works' "$MAKE" installcheck DESTDIR="$PWD/root"
    "$MAKE" uninstall DESTDIR="$PWD/root" >report 2>&1
    installed >actual
    empty 'and it is taken away again' actual
}
install_and_uninstall 'with all its pages, and another name for those of programs'
sed '/^page/,$s/section: 7/section: 3bread/
$a\
  - name: trustman\
    also: [trust-reader]\
    section: 1\
    summary: read the guide\
    sections: [trustman]' ../release/doc/guide/guide.yaml >edited &&
    mv edited ../release/doc/guide/guide.yaml || exit 99
install_and_uninstall 'with pages in sections of their own'
succeeds 'it is installed' "$MAKE" install DESTDIR="$PWD/root"
succeeds 'completion is where configure was told' test -s root/usr/share/zsh/vendor-completions/_my-trustman
cat >actual <<'END'
cd root/usr/share
for program in guidec trustman; do
    ls */*/*$program.bash */*/*$program.fish */*/_*$program
    grep -h -e '^complete.*my-' -e '^command.*my-' -e '^#compdef' */*/*$program.bash */*/*$program.fish */*/_*$program
done
END
prints 'by the name that the program has, and for that' '. ./actual' <<'END'
bash-completion/completions/my-guidec.bash
fish/vendor_completions.d/my-guidec.fish
zsh/vendor-completions/_my-guidec
complete -F _guidec my-guidec
complete -c my-guidec -f -a '(__fish_complete_directories (commandline -ct))'
command -q my-guidec
#compdef my-guidec
bash-completion/completions/my-trustman.bash
fish/vendor_completions.d/my-trustman.fish
zsh/vendor-completions/_my-trustman
complete -F _trustman my-trustman
complete -c my-trustman -f -a '(__trustman_list word)'
command -q my-trustman
#compdef my-trustman
END
for name in man1/my-trust-reader.1 man3/trustguide.3bread; do
    (cd root/usr/share/man && sed 's/^.so //' $name && ls "$(sed 's/^.so //' $name)")
done >actual
prints 'and further names lead to the pages by the names that these have' 'cat actual' <<'END'
man1/my-trustman.1
man1/my-trustman.1
man3/trust-rebuild.3bread
man3/trust-rebuild.3bread
END
for file in share/man/man1/my-trustman.1 share/man/man5/guidec.5 bin/my-guidec \
    share/info/trustguide.info share/info/guidec.info share/fish/vendor_completions.d/my-trustman.fish; do
    mv "root/usr/$file" kept || echo "not there: $file"
    ! "$MAKE" installcheck DESTDIR="$PWD/root" >report 2>&1 || echo "not missed: $file"
    mv kept "root/usr/$file"
done >wrong
empty 'what is missing of it is noticed' wrong
rm -rf root

# A translation of the guide, as translators left it who had nothing to say.
cp -R ../release/doc/guide ../release/doc/guide.es
{ echo 'language: es'; grep -v '^language:' ../release/doc/guide/guide.yaml; } >../release/doc/guide.es/guide.yaml
"$MAKE" install TRANSLATIONS=doc/guide.es DESTDIR="$PWD/root" >report 2>&1 || cat report
for file in share/man/es/man3/trust-safety.3bread share/man/man3/trust-safety.3bread share/info/trustguide.es.info share/info/trustguide.info; do
    [ -s "root/usr/$file" ] || echo "$file"
done >wrong
empty 'with a translation there are its pages and its manual beside the others' wrong
LC_ALL=C.UTF-8 root/usr/bin/my-trustman --lang=es --help | sed 's/: .*//; q' >actual
echo 'Modo de empleo' >expected
same 'and the reader has both' expected actual
succeeds 'installcheck is content' "$MAKE" installcheck TRANSLATIONS=doc/guide.es DESTDIR="$PWD/root"
marked=$(cd ../release/doc/guide && grep -l '^notice: true' ./*.md | sed -n '1s/..//p')
sed '/^notice:/d' "../release/doc/guide/$marked" >"../release/doc/guide.es/$marked"
"$MAKE" TRANSLATIONS=doc/guide.es >report 2>&1 && echo 'status 0' >wrong
grep -q "$marked:1: error: lost: the notice" report || cat report >>wrong
empty 'what it loses is an error' wrong
cp "../release/doc/guide/$marked" ../release/doc/guide.es
"$MAKE" uninstall TRANSLATIONS=doc/guide.es DESTDIR="$PWD/root" >report 2>&1
(cd root && find . ! -type d) >actual
empty 'and all of it is taken away again' actual
rm -rf root
"$MAKE" >report 2>&1 || cat report
ls doc/trustguide.es.* doc/es/* 2>/dev/null >actual
empty 'and nothing of it is left where it is not asked for' actual

succeeds 'another guide is built in its place' "$MAKE" GUIDE="$another"
(cd doc && ls -- *.[1-9]* *.texi *.info *.bash *.fish _*) | sort >actual
{
    "$guidec" --list "$another" | sed '/^guide-data\.c$/d'
    echo garden.info
} | sort >expected
same 'and nothing is left of the first' expected actual
for target in install install-data uninstall dist distcheck; do
    "$MAKE" "$target" GUIDE="$another" DESTDIR="$PWD/root" >report 2>&1 && echo "status 0: $target"
    grep -q 'package of its own' report || { echo "$target:" && cat report; }
done >wrong
[ ! -d root ] || find root >>wrong
empty 'it is neither installed nor packed' wrong
"$MAKE" uninstall DESTDIR="$PWD/root" >report 2>&1
grep -q 'run make first' report && : >report
empty 'nor taken for what is installed' report
echo 1 >expected
"$MAKE" GUIDE=/no/such/folder >report 2>&1
grep -c '^GUIDE: no such folder: /no/such/folder$' report >actual
same 'a folder that is not there is named' expected actual

done_testing
