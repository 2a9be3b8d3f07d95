#!/bin/sh
# SPDX-License-Identifier: MIT
# A run of guidec that ends with an error leaves older outputs as they are: bytes, times and files.
# So does one that has nothing new to write. The status tells which it was.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
cd "$scratch" || exit 99
guide=$top_srcdir/tests/cases/garden/guide
mkdir out && "$guidec" -o out "$guide" && touch -t 200002290000 out/* || exit 99
cp -R out old

# What there is in out: files, and of each its size, its time and which file of the disk it is.
look() {
    ls -lniA out
}
look >before

# keeps NAME STATUS COMMAND...: the command ends with the status, and out is as it was.
keeps() {
    name=$1
    expected=$2
    shift 2
    "$@" >report 2>&1
    status=$?
    [ $status -eq "$expected" ] || echo "status $status: $*" >>report
    look | diff before - >>report || status=changed
    diff -r old out >>report || status=changed
    if [ $status = "$expected" ]; then
        ok "$name"
    else
        not_ok "$name" report
        rm -rf out
        cp -Rp old out
        touch -t 200002290000 out/*
        look >before
    fi
}

keeps 'the same guide again' 0 "$guidec" -o out "$guide"
keeps 'only checked' 0 "$guidec" -n "$guide"
keeps 'only listed' 0 "$guidec" --list "$guide"

for errors in "$top_srcdir"/tests/cases/*/expected/errors; do
    ! grep -qF "[status 0]" "$errors" || continue
    case=$(basename "${errors%/expected/errors}")
    copy_case "$case" "$case"
    keeps "errors: $case" 1 "$guidec" -o out "$case"
done
keeps 'only checked, with errors' 1 "$guidec" -n "$case"
keeps 'only listed, with errors' 1 "$guidec" --list "$case"

keeps 'no argument' 2 "$guidec"
keeps 'a guide, but no folder to write to' 2 "$guidec" "$guide"
keeps 'two folders of one language' 1 "$guidec" -o out "$guide" "$guide"
keeps 'an unknown option' 2 "$guidec" -x -o out "$guide"
keeps 'an option without its argument' 2 "$guidec" "$guide" -o

keeps 'no such folder' 3 "$guidec" -o out absent
keeps 'a file for a folder' 3 "$guidec" -o out before
keeps 'a folder below a file' 3 "$guidec" -o out/garden.7/absent "$guide"
keeps 'no name for a folder' 2 "$guidec" -o '' "$guide"
if [ -c /dev/full ]; then
    keeps 'listed onto a full disk' 3 sh -c '"$1" --list "$2" >/dev/full' sh "$guidec" "$guide"
else
    skip 'listed onto a full disk' 'there is no /dev/full'
fi
mkdir empty
keeps 'no guide.yaml' 3 "$guidec" -o out empty
cp -R "$guide" locked && chmod u+w locked && chmod a-r locked/soil.md
if [ -r locked/soil.md ]; then
    skip 'a section that cannot be read' 'this user may read everything'
else
    keeps 'a section that cannot be read' 3 "$guidec" -o out locked
fi
cp -R "$guide" looped && chmod u+w looped && rm -f looped/soil.md && ln -s soil.md looped/soil.md
keeps 'a link that leads to itself' 3 "$guidec" -o out looped

# The folder is made, with those it is in, but only for what is written.
"$guidec" -n "$guide" && "$guidec" --list "$guide" >report && ! "$guidec" -o new/for/errors "$case" 2>report
succeeds 'a run that writes nothing makes no folder' test ! -e new
for folder in new/one/two new/one/three/ ./new//four "$scratch/new/five/../six"; do
    quiet "the folder $folder is made" "$guidec" -w -o "$folder" "$guide"
    quiet "and holds what is in any other" diff -r old "$folder"
done

# mends NAME COMMAND...: after the command spoilt outputs, the same guide again makes them as they were,
# and does not touch the others.
mends() {
    name=$1
    shift
    "$@" || exit 99
    [ ! -f "out/$spoilt" ] || ! cmp -s "old/$spoilt" "out/$spoilt" || exit 99
    look_at_others >before
    "$guidec" -w -o out "$guide" >report 2>&1 || echo "status $?" >>report
    look_at_others | diff before - >>report
    diff -r old out >>report
    if [ -s report ]; then
        not_ok "$name" report
    else
        ok "$name"
    fi
}

look_at_others() {
    for file in old/*; do
        [ "$file" = "old/$spoilt" ] || ls -lni "out/${file#old/}"
    done
}

# Of the tables, more than is compared at once stays the same.
lengthen() {
    echo '/* more */' >>"out/$spoilt"
}
shorten() {
    sed '$d' "old/$spoilt" >"out/$spoilt"
}
change_end() {
    sed '$s/.$/x/' "old/$spoilt" >"out/$spoilt"
}
change_start() {
    sed '1s/o/a/' "old/$spoilt" >"out/$spoilt"
}
clear() {
    : >"out/$spoilt"
}
no_file() {
    rm "out/$spoilt" && mkfifo "out/$spoilt"
}
for spoilt in guide-data.c garden.7; do
    for change in lengthen shorten change_end change_start clear no_file; do
        mends "$spoilt: $change" $change
    done
    mends "$spoilt: removed" rm "out/$spoilt"
done
# What stands where guidec writes its temporary files, and is not one of them, is left alone.
mkdir victim && echo kept >victim/kept && ln -s ../victim out/.guidec-temporary || exit 99
lengthen
look >before
"$guidec" -w -o out "$guide" >report 2>&1
status=$?
look | diff before - >>report
if [ $status -eq 3 ] && [ "$(cat victim/kept)" = kept ] && grep -q '^guidec: out: ' report &&
    [ "$(wc -l <report)" -eq 1 ]; then
    ok 'a link in the place of the temporary folder'
else
    not_ok 'a link in the place of the temporary folder' report
fi
done_testing
