#!/bin/sh
# make and all that it runs, killed at many moments and started again, gives what it gives undisturbed:
# `make check-interrupted`. It works in a copy of the build, whose guide has changed, and in which
# nothing is compiled yet.
. "${srcdir:-.}/tests/lib.sh"

: "${MAKE:=make}" "${ROUNDS:=40}"
[ -x "$top_builddir/src/guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
[ "$top_srcdir" = "$top_builddir" ] || skip_all 'only a build in the folder of the source can be copied'
have timeout || skip_all 'timeout is not there'
unset MAKEFLAGS MAKELEVEL

cp -Rp "$top_srcdir" "$scratch/calm" || exit 99
cd "$scratch/calm" || exit 99
sed 's/^edition: .*/edition: 2001-02-03/' doc/guide/guide.yaml >edited && mv edited doc/guide/guide.yaml
rm -f doc/guide-data.o src/*/*.o src/trustman
cp -Rp "$scratch/calm" "$scratch/disturbed"
succeeds 'make, undisturbed' "$MAKE" all

cd "$scratch/disturbed" || exit 99
round=0
while [ $round -lt "$ROUNDS" ]; do
    round=$((round + 1))
    timeout -s KILL "$(awk -v n=$round 'BEGIN { printf "%.2f", 0.05 + n * 37 % 100 / 100 }')" \
        "$MAKE" -j2 all >/dev/null 2>&1
done
succeeds "make, after it was killed up to $ROUNDS times" "$MAKE" all
cd "$scratch" || exit 99
for file in $(cat calm/doc/guide.stamp) trustguide.info; do
    cmp "calm/doc/$file" "disturbed/doc/$file"
done >report 2>&1
calm/src/trustman -T json >calm.json && disturbed/src/trustman -T json >disturbed.json
cmp calm.json disturbed.json >>report 2>&1
same 'gives the same' /dev/null report
find disturbed/doc disturbed/src -name '.guidec*' -o -name 'new*' -o -name '*-t' >left
same 'and leaves nothing' /dev/null left
done_testing
