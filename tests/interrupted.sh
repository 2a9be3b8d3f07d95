#!/bin/sh
# SPDX-License-Identifier: MIT
# make, stopped at many moments and started again, gives what it gives undisturbed: `make
# check-interrupted`. SIGTERM may come at any time, also while compilers write: they and make take away
# what is not whole. Nothing can do so on SIGKILL, which is sent only while the guide is compiled, by
# guidec and makeinfo: what these make is whole, or not there. It works in a copy of the build.
. "${srcdir:-.}/tests/lib.sh"

own_guide_only
: "${MAKE:=make}" "${ROUNDS:=40}"
[ -x "$top_builddir/src/guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
[ "$top_srcdir" = "$top_builddir" ] || skip_all 'only a build in the folder of the source can be copied'
have timeout || skip_all 'timeout is not there'
unset MAKEFLAGS MAKELEVEL

# edit DAY: the guide changes, and with it all that is made of it.
edit() {
    sed "s/^edition: .*/edition: 2001-02-$1/" doc/guide/guide.yaml >edited && mv edited doc/guide/guide.yaml
}

# stop SIGNAL ROUND ARGUMENT...: make gets SIGNAL within a second, and all that it runs.
stop() {
    signal=$1
    moment=$(awk -v n="$2" 'BEGIN { printf "%.2f", 0.02 + n * 37 % 100 / 100 }')
    shift 2
    timeout -s "$signal" "$moment" "$MAKE" "$@" >/dev/null 2>&1
}

cp -Rp "$top_srcdir" "$scratch/calm" || exit 99
cp -Rp "$scratch/calm" "$scratch/disturbed" || exit 99

cd "$scratch/disturbed" || exit 99
round=0
while [ $round -lt "$ROUNDS" ]; do
    round=$((round + 1))
    edit $((10 + round % 19))
    stop KILL $round doc/info.stamp
done
rm -f doc/guide-data.o src/*/*.o src/trustman
edit 03
round=0
while [ $round -lt "$ROUNDS" ]; do
    round=$((round + 1))
    stop TERM $round -j2 all
done
succeeds "make, after it was stopped up to $((2 * ROUNDS)) times" "$MAKE" all

cd "$scratch/calm" || exit 99
edit 03
succeeds 'make, undisturbed' "$MAKE" all
cd "$scratch" || exit 99
for file in $(cat calm/doc/guide.stamp) trustguide.info; do
    cmp "calm/doc/$file" "disturbed/doc/$file"
done >report 2>&1
calm/src/trustman -T json >calm.json && disturbed/src/trustman -T json >disturbed.json
cmp calm.json disturbed.json >>report 2>&1
empty 'gives the same' report
# src/kit/new is of the source.
find disturbed/doc disturbed/src -path disturbed/src/kit -prune -o \
    \( -name '.guidec*' -o -name 'new*' -o -name '*-t' \) -print >left
empty 'and leaves nothing' left
done_testing
