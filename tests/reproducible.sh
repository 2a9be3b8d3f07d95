#!/bin/sh
# SPDX-License-Identifier: MIT
# The same bytes everywhere: the package made and installed twice, in other folders, time zones,
# locales, years, by other users, with other umasks and numbers of jobs. And scripts and programs that run where little is: in
# mawk and busybox, with musl, with LANG unset, in an empty root, on a disk that may not be written.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
case $CC$CFLAGS in
*-fsanitize*) sanitized='the sanitizers do not work there' ;;
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
*) sanitized= ;;
esac

# --- Twice ---

# What is copied of the source; all that is made of the guide is made anew.
sources='COPYING bootstrap configure configure.ac aclocal.m4 build-aux Makefile.am Makefile.in version.h.in src doc tests/local.mk'

cat >"$scratch/install.sh" <<'END'
# Makes the package in the folder $1, $2 things at a time, and installs it below $1/root. What $3 names
# runs compilers and makeinfo.
set -e
cd "$1"
./configure -q --prefix=/usr CC="$3$CC" CFLAGS="$CFLAGS" CPPFLAGS="$CPPFLAGS" LDFLAGS="$LDFLAGS" \
    MAKEINFO="$3makeinfo"
$MAKE -j"$2" install DESTDIR="$1/root"
END

# install_all DIR JOBS [WITH [AS]]: does so, in a copy of the source, as the user for whom AS runs things.
install_all() {
    mkdir -p "$1" && (cd "$top_srcdir" && tar -cf - $sources) | (cd "$1" && tar -xf -) &&
        chmod -R u+w "$1" && (cd "$1" && rm -f src/*/*.o src/guidec src/trustman doc/guide-data.* doc/*.stamp \
            doc/guide.from doc/*.texi doc/*.info doc/*.[1-9] &&
            rm -rf doc/made-guidec) &&
        { [ -z "${4-}" ] || { chown -R 65534:65534 "$1" && chmod 711 "$scratch"; }; } &&
        ${4-} sh "$scratch/install.sh" "$1" "$2" "${3-}"
}

cd "$scratch" || exit 99
unset MAKEFLAGS MAKELEVEL
export CC CFLAGS CPPFLAGS LDFLAGS MAKE
if [ -n "$sanitized" ]; then
    skip 'two builds install the same bytes' 'what sanitizers watch is not for installing'
elif have makeinfo; then
    (umask 022 && TZ=UTC install_all "$scratch/one" 1) >report 2>&1 || { cat report; exit 99; }
    with= as=
    ! have faketime || with='faketime 2031-02-03 '
    [ "$(id -u)" -ne 0 ] || ! have setpriv || as='setpriv --reuid=65534 --regid=65534 --clear-groups'
    (
        umask 077
        TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=ja_JP.UTF-8 SOURCE_DATE_EPOCH=86400
        export TZ LC_ALL LANG SOURCE_DATE_EPOCH
        install_all "$scratch/another-folder" 3 "$with" "$as"
    ) >report 2>&1 || { cat report; exit 99; }
    files=$(find one/root -type f | wc -l | tr -d ' ')
    diff -r one/root another-folder/root >report 2>&1
    [ "$files" -gt 4 ] || echo "only $files files are installed" >>report
    empty "two builds install the same bytes ($files files${with:+, another date}${as:+, another user})" report
    for file in one/doc/*.[1-9] one/doc/*.texi one/doc/*.info one/doc/guide-data.c; do
        cmp "$file" "$(generated "${file#one/doc/}")"
    done >report 2>&1
    empty 'of what this build has' report
else
    skip 'two builds install the same bytes' 'makeinfo is not there'
fi

# --- Little shells and awks ---

for shell in dash 'busybox sh' mksh yash 'bash --posix'; do
    if ! have "${shell%% *}"; then
        skip "the scripts under $shell" "${shell%% *} is not there"
        continue
    fi
    : >report
    for script in "$top_srcdir"/bootstrap "$top_srcdir"/tests/*.sh; do
        $shell -n "$script" >>report 2>&1
    done
    (srcdir=$top_srcdir && export srcdir && cd "$top_builddir" && CASES=garden $shell "$top_srcdir/tests/run-cases.sh") >run 2>&1
    grep '^not ok' run >>report
    grep -q '^1\.\.' run || cat run >>report
    empty "the scripts under $shell" report
done
for awk in mawk gawk original-awk 'busybox awk'; do
    if have "${awk%% *}"; then
        mkdir -p lines && $awk -f "$top_srcdir/tests/linear.awk" -v kind=aliases -v n=10 -v dir=lines >report 2>&1
        empty "the awk programs under $awk" report
    else
        skip "the awk programs under $awk" "${awk%% *} is not there"
    fi
done

# --- musl, and an empty root ---

# build_static CC: makes musl/trustman, which needs no library at run time.
build_static() {
    mkdir musl && $1 -O1 -static -D_POSIX_C_SOURCE=200809L -I"$top_builddir" -I"$top_srcdir/src" \
        -o musl/trustman "$top_srcdir"/src/reader/*.c "$top_srcdir"/src/base/*.c "$top_srcdir"/src/guide/*.c \
        "$top_srcdir"/src/format/*.c "$(generated guide-data.c)"
}

if [ -n "$sanitized" ]; then
    skip 'trustman with musl, and in an empty root' "$sanitized"
elif ! have musl-gcc; then
    skip 'trustman with musl, and in an empty root' 'musl-gcc is not there'
elif ! build_static musl-gcc >report 2>&1; then
    not_ok 'trustman is built by musl-gcc' report
else
    ok 'trustman is built by musl-gcc'
    env -i "$trustman" -T json >expected
    env -i musl/trustman -T json >printed 2>&1
    same 'and prints the same' expected printed
    mkdir root && cp musl/trustman root
    cat >root.sh <<END
mount -t tmpfs none root/ 2>/dev/null && cp musl/trustman root && mount -o remount,ro root || exit 77
chroot root /trustman -T json
END
    if unshare -m true 2>/dev/null; then
        unshare -m sh root.sh >printed 2>report
    elif unshare -rm true 2>/dev/null; then
        unshare -rm sh root.sh >printed 2>report
    else
        (exit 77)
    fi
    if [ $? -eq 77 ]; then
        skip 'and in an empty root that may not be written' 'no namespace can be had'
    else
        same 'and in an empty root that may not be written' expected printed
    fi
fi
done_testing
