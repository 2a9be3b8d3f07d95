#!/bin/sh
# make, killed at random moments and started again, gives what it gives undisturbed: `make
# check-interrupted`. It works in a copy of the build, whose guide has changed.
. "${srcdir:-.}/tests/lib.sh"

: "${MAKE:=make}" "${ROUNDS:=8}"
[ -x "$top_builddir/src/guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
[ "$top_srcdir" = "$top_builddir" ] || skip_all 'only a build in the folder of the source can be copied'
have timeout || skip_all 'timeout is not there'
unset MAKEFLAGS MAKELEVEL

cp -Rp "$top_srcdir" "$scratch/calm" || exit 99
cd "$scratch/calm" || exit 99
sed 's/^edition: .*/edition: 2001-02-03/' doc/guide/guide.yaml >edited && mv edited doc/guide/guide.yaml
rm -f doc/guide-data.o src/libdata.a src/trustman
cp -Rp "$scratch/calm" "$scratch/disturbed"
succeeds 'make, undisturbed' "$MAKE" all

cd "$scratch/disturbed" || exit 99
round=0
while [ $round -lt "$ROUNDS" ]; do
    round=$((round + 1))
    timeout -s KILL "$(awk -v n=$round 'BEGIN { printf "%.2f", n * n * 0.03 }')" "$MAKE" -j2 all >/dev/null 2>&1
done
succeeds "make, after it was killed up to $ROUNDS times" "$MAKE" all
cd "$scratch" || exit 99
for file in $(cat calm/doc/guide.stamp) trustguide.info; do
    cmp "calm/doc/$file" "disturbed/doc/$file"
done >report 2>&1
calm/src/trustman -T json >calm.json && disturbed/src/trustman -T json >disturbed.json
cmp calm.json disturbed.json >>report 2>&1
same 'gives the same' /dev/null report
find disturbed/doc -name '.guidec*' -o -name 'new*' >left
same 'and leaves nothing' /dev/null left
done_testing
