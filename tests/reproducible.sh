#!/bin/sh
# The same bytes everywhere: guidec's outputs, the Info manual and trustman, made twice, in other
# folders, time zones, locales, umasks and years. And scripts and programs that run where little is: in
# mawk and busybox, with musl, with LANG unset, in an empty root, on a disk that may not be written.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
case $CC$CFLAGS in
*-fsanitize*) sanitized='the sanitizers do not work there' ;;
*--coverage*) skip_all 'programs that are measured know where they were built' ;;
*) sanitized= ;;
esac
one=$(sed -n 's/^File: [^,]*,  Node: \([^,]*\),.*/\1/p' "$(generated trustguide.info)" | sed -n 4p)

# make_all DIR CC: makes all that is installed in DIR, from a copy of the source in it.
make_all() {
    mkdir -p "$1/doc" "$1/objects" && cp -R "$top_srcdir/src" "$guide_dir" "$1" &&
        cp "$top_builddir/version.h" "$1" && cd "$1" &&
        "$guidec" -o doc guide &&
        { ! have makeinfo || makeinfo --no-split -o doc/trustguide.info doc/trustguide.texi; } &&
        # shellcheck disable=SC2086 # lists
        $2 $CPPFLAGS $CFLAGS -g0 -D_POSIX_C_SOURCE=200809L -I. -Isrc/guide -Isrc/reader $3 $LDFLAGS \
            -o trustman src/reader/*.c src/guide/*.c doc/guide-data.c
}

# --- Twice ---

cd "$scratch" || exit 99
(umask 022 && TZ=UTC make_all "$scratch/one" "$CC" '') >report 2>&1 || { cat report; exit 99; }
early=
if have faketime; then
    early='faketime 2031-02-03'
fi
(
    umask 077
    TZ=Pacific/Kiritimati LC_ALL=tr_TR.UTF-8 LANG=ja_JP.UTF-8 SOURCE_DATE_EPOCH=86400
    export TZ LC_ALL LANG SOURCE_DATE_EPOCH
    make_all "$scratch/another folder/two" "$early $CC" ''
) >report 2>&1 || { cat report; exit 99; }
for file in one/doc/* one/trustman; do
    cmp "$file" "another folder/two/${file#one/}"
done >report 2>&1
if [ -s report ]; then
    not_ok 'two builds give the same bytes' report
else
    ok "two builds give the same bytes ($(ls one/doc | wc -l | tr -d ' ') files and trustman)"
fi
for file in one/doc/*; do
    # what comes with a release and what is made by this build
    [ ! -f "$top_builddir/doc/${file##*/}" ] || cmp "$file" "$top_builddir/doc/${file##*/}"
done >report 2>&1
same 'and those of the build' /dev/null report

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
    same "the scripts under $shell" /dev/null report
done
for awk in mawk gawk original-awk 'busybox awk'; do
    if have "${awk%% *}"; then
        $awk -f "$top_srcdir/tests/outline.awk" </dev/null >report 2>&1
        mkdir -p lines && $awk -f "$top_srcdir/tests/linear.awk" -v kind=aliases -v n=10 -v dir=lines >>report 2>&1
        same "the awk programs under $awk" /dev/null report
    else
        skip "the awk programs under $awk" "${awk%% *} is not there"
    fi
done

# --- musl, and an empty root ---

if [ -n "$sanitized" ]; then
    skip 'trustman with musl, and in an empty root' "$sanitized"
elif ! have musl-gcc; then
    skip 'trustman with musl, and in an empty root' 'musl-gcc is not there'
elif ! (make_all "$scratch/musl" 'musl-gcc' '-static') >report 2>&1; then
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
