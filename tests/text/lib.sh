# SPDX-License-Identifier: MIT
# lib.sh: what the tests share that read sources and outputs a second time, without any code of src;
# to be included behind tests/lib.sh.
# shellcheck shell=sh disable=SC2154 # tests/lib.sh sets top_srcdir

text=$top_srcdir/tests/text
tab=$(printf '\t')

# need_second_reading: skips the script where what reads is missing.
need_second_reading() {
    have python3 || skip_all 'python3, which reads the source, is not there'
    have cmark || skip_all 'cmark, which reads the source, is not there'
}

# show_results FOLDER: tests that nothing is wrong with what results.py wrote about.
show_results() {
    result=0
    while read -r name; do
        result=$((result + 1))
        empty "$name" "$1/$result"
    done <"$1/names"
}

# second_reading PROGRAM [ARGUMENT]...: runs one of the programs here; it leaves nothing behind.
second_reading() {
    second_program=$1
    shift
    python3 -B -X utf8 "$text/$second_program" "$@"
}
