#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzes the compiler and the reader, each for FUZZ_SECONDS; `make fuzz` runs it. FUZZERS may name
# one of them. With COVERAGE=yes it does not fuzz but says which lines the inputs in
# FUZZ_WORK/NAME, or else the corpus, reach.
#
# What is found stays in FUZZ_WORK/found, and becomes a case in tests/cases or a test.
set -eu
: "${srcdir:=.}" "${FUZZ_SECONDS:=60}" "${FUZZERS:=compiler reader}" "${CLANG:=clang}"
: "${FUZZ_WORK:=tests/fuzz/work}" "${COVERAGE:=no}" "${GUIDEC_LIBS:=-lunistring -lstemmer -lyaml -lcmark}"
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -I. -I$srcdir/src"
options="-max_len=4096 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 -close_fd_mask=3"

die() {
    echo "fuzz: $*" >&2
    exit 1
}

command -v "$CLANG" >/dev/null || die "$CLANG is not there; fuzzing takes clang with libFuzzer"

if [ "$COVERAGE" = yes ]; then
    instrument='-g -O1 -fsanitize=fuzzer -fprofile-instr-generate -fcoverage-mapping'
    suffix=-coverage
else
    instrument='-g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined'
    suffix=
fi
mkdir -p "$FUZZ_WORK/found"

# The compiler without its main file; the reader with its main function under another name, and a
# small guide.
build() {
    case $1 in
    compiler)
        sources=$(ls "$srcdir"/src/compiler/*.c "$srcdir"/src/base/*.c "$srcdir"/src/guide/*.c "$srcdir"/src/format/*.c | grep -v '/main\.c$')
        sources="$sources src/embedded-files.c"
        libraries=$GUIDEC_LIBS
        ;;
    reader)
        mkdir -p "$FUZZ_WORK/guide"
        src/guidec -o "$FUZZ_WORK/guide" "$srcdir/tests/cases/markup/guide"
        sources="$srcdir/src/reader/*.c $srcdir/src/base/*.c $srcdir/src/guide/*.c $srcdir/src/format/*.c $FUZZ_WORK/guide/guide-data.c -Dmain=reader_main"
        libraries=
        ;;
    *) die "there is no harness '$1'" ;;
    esac
    # shellcheck disable=SC2086 # lists
    "$CLANG" $flags $instrument -o "$FUZZ_WORK/$1$suffix" \
        "$srcdir/tests/fuzz/$1.c" $sources $libraries || die "$1 cannot be built; is libFuzzer installed?"
}

fuzz() {
    echo "== $1: $FUZZ_SECONDS seconds"
    mkdir -p "$FUZZ_WORK/$1.inputs"
    # shellcheck disable=SC2086
    "$FUZZ_WORK/$1" $options -max_total_time="$FUZZ_SECONDS" -dict="$srcdir/tests/fuzz/guide.dict" \
        -artifact_prefix="$FUZZ_WORK/found/$1-" \
        "$FUZZ_WORK/$1.inputs" "$srcdir/tests/fuzz/corpus/$1" >"$FUZZ_WORK/$1.log" 2>&1 || {
        tail -n 60 "$FUZZ_WORK/$1.log"
        die "$1: the input is in $FUZZ_WORK/found"
    }
    grep -e '^stat::number_of_executed_units' -e '^Done' "$FUZZ_WORK/$1.log"
    grep "cov:" "$FUZZ_WORK/$1.log" | tail -n 1
}

measure() {
    echo "== $1: lines that are reached"
    mkdir -p "$FUZZ_WORK/$1.inputs"
    LLVM_PROFILE_FILE=$FUZZ_WORK/$1.profraw "$FUZZ_WORK/$1-coverage" -runs=0 -close_fd_mask=3 \
        "$FUZZ_WORK/$1.inputs" "$srcdir/tests/fuzz/corpus/$1" >"$FUZZ_WORK/$1.log" 2>&1
    llvm-profdata merge -o "$FUZZ_WORK/$1.profdata" "$FUZZ_WORK/$1.profraw"
    llvm-cov report "$FUZZ_WORK/$1-coverage" -instr-profile="$FUZZ_WORK/$1.profdata" |
        awk '/\.c |^TOTAL/ { printf "%-28s %6d lines, %5d missed, %s\n", $1, $8, $9, $10 }'
}

for name in $FUZZERS; do
    build "$name"
    if [ "$COVERAGE" = yes ]; then
        measure "$name"
    else
        fuzz "$name"
    fi
done
