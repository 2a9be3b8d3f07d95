#!/bin/sh
# SPDX-License-Identifier: MIT
# Twice as much of anything takes guidec no more than about twice the time: `make check-linear`. KINDS
# may name some of what tests/linear.awk can write. What is compared is time of the processor; a run
# that others disturbed is made again.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
[ -z "${VALGRIND-}" ] || skip_all 'valgrind takes times of its own'
[ ! -w /dev/shm ] || { rm -rf "$scratch" && scratch=$(mktemp -d /dev/shm/linear-XXXXXX) || exit 99; }
least=20 most=2048000 # hundredths of a second that can be measured; things in a guide
limit=2.6             # of the ratio; what is quadratic has 4

generate() {
    rm -rf "$scratch/guide" "$scratch/out"
    mkdir "$scratch/guide" "$scratch/out"
    awk -f "$top_srcdir/tests/linear.awk" -v kind="$kind" -v n="$1" -v dir="$scratch/guide"
}

# Prints the hundredths of a second that guidec computes.
measure() {
    (
        "$guidec" -o "$scratch/out" "$scratch/guide" >/dev/null 2>&1
        times
    ) | awk 'NR == 2 { split($0, part, /[ms ]+/); print int((part[1] * 60 + part[2] + part[3] * 60 + part[4]) * 100 + 0.5) }'
}

is_quick() {
    awk -v one="$one" -v two="$two" -v limit=$limit 'BEGIN { exit two > one * limit }'
}

if [ -n "${KINDS-}" ]; then
    echo "$KINDS"
else
    awk -f "$top_srcdir/tests/linear.awk" | sort
fi >"$scratch/kinds"
while read -r kind; do
    case $kind in
    *sections | pages | unlisted-files) most=16000 ;; # each is a file
    *) most=2048000 ;;
    esac
    n=8000
    generate $n
    one=$(measure)
    while [ "$one" -lt $least ] && [ $n -lt $most ]; do
        n=$((n * 2))
        generate $n
        one=$(measure)
    done
    for attempt in 1 2 3; do
        generate $((n * 2))
        two=$(measure)
        if [ "$two" -lt $least ] || is_quick; then
            break
        fi
        generate $n
        one=$(measure)
    done
    name="$kind: $n take 0.$(printf %02d "$one") s, twice as many $(awk -v t="$two" 'BEGIN { printf "%.2f", t / 100 }') s"
    if [ "$two" -lt $least ] || is_quick; then
        ok "$name"
    else
        not_ok "$name"
    fi
done <"$scratch/kinds"
done_testing
