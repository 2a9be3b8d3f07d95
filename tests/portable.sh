#!/bin/sh
# SPDX-License-Identifier: MIT
# trustman, compiled where headers hold no more than POSIX.1-2008 asks for, and by a small compiler.
. "${srcdir:-.}/tests/lib.sh"

# compiles FLAG...: each file of trustman is one that the compiler takes, without a warning.
compiles() {
    for file in "$top_srcdir"/src/base/*.c "$top_srcdir"/src/guide/*.c "$top_srcdir"/src/format/*.c \
        "$top_srcdir"/src/reader/*.c; do
        "$@" -D_POSIX_C_SOURCE=200809L -I"$top_srcdir/src" -I"$top_builddir" -c -o "$scratch/one.o" "$file"
    done >"$scratch/report" 2>&1
    [ ! -s "$scratch/report" ]
}

# What Apple and FreeBSD have in <signal.h> only beyond POSIX.
mkdir "$scratch/include"
printf '#include_next <signal.h>\n#undef SIGWINCH\n' >"$scratch/include/signal.h"
printf '#include <signal.h>\n#ifdef SIGWINCH\n#error it is not hidden\n#endif\nint hidden = SIGINT;\n' >"$scratch/hidden.c"
if $CC -I"$scratch/include" -c -o "$scratch/hidden.o" "$scratch/hidden.c" 2>/dev/null; then
    if compiles $CC -std=c11 -I"$scratch/include"; then
        ok 'trustman compiles where SIGWINCH is hidden'
    else
        not_ok 'trustman compiles where SIGWINCH is hidden' "$scratch/report"
    fi
else
    skip 'trustman compiles where SIGWINCH is hidden' "$CC has no way to hide it"
fi

if ! have tcc; then
    skip 'trustman compiles by tcc, and prints the same' 'tcc is not there'
elif compiles tcc; then
    tcc -D_POSIX_C_SOURCE=200809L -I"$top_srcdir/src" -I"$top_builddir" -o "$scratch/trustman-tcc" \
        "$top_srcdir"/src/base/*.c "$top_srcdir"/src/guide/*.c "$top_srcdir"/src/format/*.c \
        "$top_srcdir"/src/reader/*.c "$(generated guide-data.c)" >"$scratch/report" 2>&1
    "$trustman" -T json >"$scratch/expected"
    "$scratch/trustman-tcc" -T json >"$scratch/actual" 2>&1
    same 'trustman compiles by tcc, and prints the same' "$scratch/expected" "$scratch/actual"
else
    not_ok 'trustman compiles by tcc, and prints the same' "$scratch/report"
fi

done_testing
