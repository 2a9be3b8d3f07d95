#!/bin/sh
# SPDX-License-Identifier: MIT
# Other packages, made with nothing but what this one installs, in a root of its own: one that guidec
# --new begins, and `breadbook`, which has a program beside its guide. Two guides are installed side by
# side, and one is taken away.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
: "${MAKE:=make}"
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
for program in autoreconf automake makeinfo; do
    have $program || skip_all "$program is not there"
done
case $CC$CFLAGS in
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
esac
unset MAKEFLAGS MAKELEVEL
cd "$scratch" || exit 99

(cd "$top_builddir" && "$MAKE" install DESTDIR="$scratch/kit" prefix=/usr exec_prefix=/usr bindir=/usr/bin \
    datarootdir=/usr/share datadir=/usr/share mandir=/usr/share/man infodir=/usr/share/info) >report 2>&1 ||
    { cat report; exit 99; }
[ -x kit/usr/bin/guidec ] || skip_all 'guidec is installed under another name'
usual=$PATH
PATH=$scratch/kit/usr/bin:$PATH
ACLOCAL_PATH=$scratch/kit/usr/share/aclocal
MANPAGER=cat
export ACLOCAL_PATH MANPAGER
# A program that is looked at from outside is looked at here, too.
[ -z "${VALGRIND-}" ] || PATH=$scratch:$PATH

# build FOLDER: makes the package in the folder, as its README says.
build() {
    (cd "$1" && autoreconf -fi && ./configure -q --prefix=/usr CC="$CC" CFLAGS="$CFLAGS" CPPFLAGS="$CPPFLAGS" \
        LDFLAGS="$LDFLAGS" && "$MAKE" -j2)
}

# installed: all that is installed below root, but what several packages share.
installed() {
    (cd root && find . ! -type d ! -name dir) | sort
}

# is_whole NAME SECTION: the guide NAME can be read in all ways.
is_whole() {
    "root/usr/bin/$1" --plain "$2" | grep . >/dev/null || echo "the reader of $1 shows nothing"
    "root/usr/bin/$1" --version | sed 1q | grep -q "^$1 ($1) " || echo "$1 --version"
    [ -s "root/usr/share/bash-completion/completions/$1.bash" ] || echo "no completion of $1"
    if have man; then
        for page in "$1.7" "$1.1" "$1-$2.7"; do
            MANPATH=$scratch/root/usr/share/man man "${page##*.}" "${page%.*}" </dev/null 2>&1 |
                col -b | grep -q '^NAME' || echo "man does not show $page"
        done
    fi
    if have info; then
        INFOPATH=$scratch/root/usr/share/info info -o - "$1" "$2" 2>&1 </dev/null | grep -q "^File: $1.info,  Node: $2," ||
            echo "info does not show $1 $2"
        grep -q "($1)" root/usr/share/info/dir || echo "$1 is not in the directory of Info"
    fi
}

# --- A new guide ---

quiet 'guidec --new makes a package' guidec --new leaven leaven
quiet 'whose guide compiles without a warning' guidec -n -W leaven/guide
# Each key that guidec knows is there, be it behind a #.
cp -R leaven/guide unknown
sed 's/^name:/frobnicate: x\
&/; s/^  - \(id\|name\|title\|words\|section\): .*/&\
    frobnicate: x/; s/^      - title: .*/&\
        frobnicate: x/' leaven/guide/guide.yaml >unknown/guide.yaml
guidec -n unknown 2>&1 | sed -n "s/.*unknown key 'frobnicate'.*keys are //p" | tr -d ' ' | tr , '\n' | sort -u >known
succeeds 'keys are known' test "$(wc -l <known)" -gt 25
while read -r key; do
    grep -qE "^[ #-]*$key:" leaven/guide/guide.yaml || echo "$key"
done <known >lost
empty 'and its guide.yaml has every key' lost
prints 'it takes no folder that is used, and no other name than an identifier' \
    'guidec --new leaven leaven; guidec --new x Bread; guidec --new x; guidec --new leaven/README bread; ls | grep -x x' <<'END'
guidec: 'leaven' is there already; a new guide needs a folder of its own
guidec: 'Bread' cannot name a guide; use small letters, digits and '-', with a letter first
guidec: '--new' needs the name of the guide, as in '--new DIR NAME'
Try 'guidec --help' for more information.
guidec: 'leaven/README' is there already; a new guide needs a folder of its own
[status 1]
END
succeeds 'it is built as its README says' build leaven
succeeds 'and installed' "$MAKE" -C leaven install DESTDIR="$scratch/root"
is_whole leaven care >wrong
empty 'and read by man, info and its reader' wrong
mkdir bin && printf '#!/bin/sh\necho "$MANPAGER"\n' >bin/man && chmod +x bin/man || exit 99
prints 'its pager is its own' 'PATH=$scratch/bin:$PATH LEAVEN_PAGER=most TRUSTMAN_PAGER=no root/usr/bin/leaven -m log' <<'END'
most
END
succeeds 'as its manual says' grep -q 'LEAVEN_PAGER' root/usr/share/man/man1/leaven.1
succeeds 'installcheck is content' "$MAKE" -C leaven installcheck DESTDIR="$scratch/root"
installed >leaven.files

# As the manual says for other build systems.
mkdir other && cp -R leaven/guide other && sed -n '/^## Other build systems/,/^## L/{
    /^```$/,/^```$/{ /^```/d; s/^cc /$CC $CFLAGS $LDFLAGS /; p; }
}' "$top_srcdir/doc/guidec/packages.md" >other/commands
succeeds 'without Automake the reader is built as guidec(7) says' sh -ec 'cd other && . ./commands && ./sourdough log'
prints 'and names no address of this package' 'other/sourdough --help | grep -e "@[a-z]" -e https:' <<'END'
[status 1]
END

# --- A package with a program of its own ---

mkdir breadbook && cp -R leaven/guide breadbook/guide && cd breadbook || exit 99
edit 's/leaven/breadbook/g; s/^#    also: .*/    also: [loaf]/' guide/guide.yaml
cat >configure.ac <<'END'
AC_INIT([breadbook], [2.0], [loaf@example.org], [], [https://example.org/bread])
AM_INIT_AUTOMAKE([foreign subdir-objects])
AC_PROG_CC
GUIDEC_GUIDE([guide], [reader], [0.1])
AC_CONFIG_FILES([Makefile])
AC_OUTPUT
END
cat >Makefile.am <<'END'
include reader/guide.mk
bin_PROGRAMS = knead
knead_SOURCES = knead.c
EXTRA_DIST += HISTORY
END
echo 'int main(void) { return 0; }' >knead.c
echo 'Baked since 2001.' >HISTORY
cd ..
quiet 'guidec --reader brings the reader' guidec --reader breadbook/reader
succeeds 'another package is built with a guide' build breadbook
succeeds 'it passes its distcheck' "$MAKE" -C breadbook distcheck \
    AM_DISTCHECK_CONFIGURE_FLAGS="CC='$CC' CFLAGS='$CFLAGS' LDFLAGS='$LDFLAGS'"
succeeds 'it is installed beside the first' "$MAKE" -C breadbook install DESTDIR="$scratch/root"
{ is_whole leaven care && is_whole breadbook log; } >wrong
empty 'and both are whole' wrong
for name in leaven breadbook; do
    "root/usr/bin/$name" --help | grep -o -e '[a-z]*@[a-z.]*' -e 'https://[a-z./]*'
done >actual
printf '%s\n' loaf@example.org https://example.org/bread >expected
same '--help tells the addresses of its own package, if any' expected actual
succeeds 'a further name of a page leads to it' grep -qx '.so man7/breadbook.7' root/usr/share/man/man7/loaf.7
cp root/usr/share/man/man7/leaven.7 kept
succeeds 'one is taken away' "$MAKE" -C breadbook uninstall DESTDIR="$scratch/root"
installed >actual
same 'and nothing is left of it, and nothing else gone' leaven.files actual
is_whole leaven care >wrong
empty 'and the other is whole' wrong

# --- Its release ---

mkdir release && tar -xzf breadbook/breadbook-2.0.tar.gz -C release --strip-components=1 && mkdir release/build || exit 99
# without_guidec COMMAND...: where there is none.
without_guidec() {
    (cd release/build && PATH=$usual && "$@")
}
if (PATH=$usual && have guidec); then
    skip 'a release is built without guidec' 'guidec is installed here'
else
    succeeds 'a release is configured without guidec' without_guidec ../configure -q CC="$CC" CFLAGS="$CFLAGS" \
        CPPFLAGS="$CPPFLAGS" LDFLAGS="$LDFLAGS"
    without_guidec "$MAKE" >report 2>&1 || cat report >>wrong
    empty 'and built' wrong
    release/build/reader/program -l >actual 2>&1
    breadbook/reader/program -l >expected
    same 'and its reader is the same' expected actual
    touch release/guide/log.md
    without_guidec "$MAKE" >report 2>&1 && echo 'status 0' >wrong
    grep -q 'To compile guide, guidec is needed' report || cat report >>wrong
    empty 'after an edit it says that guidec is needed' wrong
    rm -rf release/reader/made
    without_guidec ../configure -q CC="$CC" CFLAGS="$CFLAGS" LDFLAGS="$LDFLAGS" >report 2>&1 && echo 'status 0' >wrong
    grep -q 'guidec is needed to compile the guide, since this is no release' report || cat report >>wrong
    empty 'and so does configure where nothing is made' wrong
fi

# --- What does not go together ---

edit 's/^#define GUIDE_TABLES_NUMBER .*/#define GUIDE_TABLES_NUMBER 1/' breadbook/reader/guide/guide.h
"$MAKE" -C breadbook >report 2>&1 && echo 'status 0' >wrong
grep -q 'guide-data.c and the reader are of two versions of guidec' report || cat report >>wrong
empty 'a reader of another number of tables is refused by the C compiler' wrong
guidec --reader breadbook/reader
succeeds 'until its files are written anew' "$MAKE" -C breadbook
edit 's/0\.1\])/99.0])/' breadbook/configure.ac
(cd breadbook && autoreconf && rm -rf reader/made && ./configure) >report 2>&1 && echo 'status 0' >wrong
grep -q 'or later... no: [0-9]' report || cat report >>wrong
empty 'an older guidec than is asked for is none' wrong

# --- pkg-config ---

if have pkg-config; then
    PKG_CONFIG_PATH=$scratch/kit/usr/share/pkgconfig pkg-config --variable=guidec guidec >actual 2>&1
    sed -n 's/^bindir=//p' kit/usr/share/pkgconfig/guidec.pc | sed 's|$|/guidec|' >expected
    same 'pkg-config knows where guidec is' expected actual
else
    skip 'pkg-config knows where guidec is' 'pkg-config is not there'
fi
grep -rlF "$top_srcdir" kit/usr/share leaven breadbook --include='*.m4' --include='*.mk' \
    --include=Makefile --include=configure >strays
empty 'nothing leads back to where this package was built' strays

done_testing
