#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiles each guide in tests/cases and compares what comes out with what is expected there.
# tests/README says how a case is made. With --update it shows each difference and asks before it
# takes what came out as expected; --update --yes does not ask. CASES may name some of them.
. "${srcdir:-.}/tests/lib.sh"

update=no yes=no
for option; do
    case $option in
    --update) update=yes ;;
    --yes) yes=yes ;;
    esac
done

# Prints what guidec makes of a faulty guide: its messages, and what else should not be.
report_errors() {
    (cd "$work" && "$guidec" -o out guide >stdout 2>errors)
    status=$?
    cat "$work/errors"
    [ $status -eq 1 ] || echo "[status $status]"
    for file in "$work/stdout" "$work"/out/*; do
        [ ! -s "$file" ] || echo "[wrote $(basename "$file")]"
    done
}

# Prints a command's line, which FILE begins with, and what it prints.
transcribe() {
    line=$(sed -n '1s/^\$ //p' "$1")
    printf '$ %s\n' "$line"
    [ -x "$work/bin/trustman" ] || build_trustman "$work/bin" "$work/out" 2>&1 || return
    (cd "$work/out" && PATH=$work/bin:$PATH && eval "$line") 2>&1 </dev/null
    status=$?
    [ $status -eq 0 ] || echo "[status $status]"
}

# Prints the line of a command that calls guidec, which FILE begins with, and what it prints.
call_guidec() {
    line=$(sed -n '1s/^\$ //p' "$1")
    printf '$ %s\n' "$line"
    (cd "$work" && PATH=$(dirname "$guidec"):$PATH && eval "$line") 2>&1 </dev/null
    status=$?
    [ $status -eq 0 ] || echo "[status $status]"
}

# Compares a file that is expected with the one that came out.
compare() {
    if [ $update = no ]; then
        same "$case: $(basename "$1")" "$1" "$2"
    elif [ ! -f "$2" ]; then
        echo "$case: nothing of the name $(basename "$1") is made" >&2
    elif ! diff -u "$1" "$2"; then
        answer=y
        if [ $yes = no ]; then
            printf 'Take this as expected? [y/N] '
            read -r answer || exit 1
        fi
        case $answer in
        [yY]*) cat "$2" >"$1" ;;
        esac
    fi
}

run_case() {
    directory=$top_srcdir/tests/cases/$case
    work=$scratch/$case
    mkdir -p "$work/out" "$work/bin" "$work/actual"
    copy_case "$case" "$work/guide"
    [ $update = yes ] || succeeds "$case: WHY says why" test -s "$directory/WHY"
    if [ -f "$directory/expected/errors" ]; then
        report_errors >"$work/actual/errors"
        compare "$directory/expected/errors" "$work/actual/errors"
        return
    fi
    (cd "$work" && "$guidec" -o out guide) >"$work/actual/warnings" 2>&1
    status=$?
    warnings=$directory/expected/warnings
    [ -f "$warnings" ] || warnings=/dev/null
    if [ $status -ne 0 ] || { [ $warnings = /dev/null ] && [ -s "$work/actual/warnings" ]; }; then
        not_ok "$case: guidec ends with status $status" "$work/actual/warnings"
        return
    fi
    [ $update = yes ] || ok "$case: compiles without an error"
    for expected in "$directory"/expected/*; do
        [ -f "$expected" ] || continue
        name=$(basename "$expected")
        case $name in
        warnings) compare "$expected" "$work/actual/warnings" ;;
        *.trustman)
            transcribe "$expected" >"$work/actual/$name"
            compare "$expected" "$work/actual/$name"
            ;;
        *.guidec)
            call_guidec "$expected" >"$work/actual/$name"
            compare "$expected" "$work/actual/$name"
            ;;
        *) compare "$expected" "$work/out/$name" ;;
        esac
    done
}

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
for case in ${CASES:-$(ls "$top_srcdir/tests/cases")}; do
    run_case
done
[ $update = yes ] || done_testing
