# SPDX-License-Identifier: MIT
# lib.sh: what the test scripts share. A script prints one line of TAP for each thing it tests, and
# ends with `done_testing`. `make check` says where everything is; by hand, in the build folder:
# srcdir=DIR sh DIR/tests/NAME.sh
# shellcheck shell=sh disable=SC2034 # used by the scripts

top_srcdir=$(cd "${srcdir:-.}" && pwd)
top_builddir=$(pwd)
trustman=$top_builddir/src/trustman
guidec=$top_builddir/src/guidec
# With INSTALLED, the programs that are installed.
if [ -n "${INSTALLED-}" ]; then
    trustman=$(command -v trustman) || exit 99
    guidec=$(command -v guidec) || guidec=/nonexistent
fi
guide_dir=$(cd "${GUIDE:-$top_srcdir/doc/guide}" && pwd) || exit 99
# Why tests of what this package's own guide says are skipped, or nothing.
another_guide=${GUIDE:+"this is of the package's guide, and GUIDE is another"}

# A folder of the script's own, gone when it ends.
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM

# No test depends on who runs it.
LC_ALL=C.UTF-8 TERM=dumb HOME=$scratch
export LC_ALL TERM HOME
unset LANGUAGE COLUMNS MANWIDTH PAGER MANPAGER TRUSTMAN_PAGER LESS NO_COLOR ACCESSIBLE

# With VALGRIND, a command, the programs run under it, wherever PATH leads.
if [ -n "${VALGRIND-}" ]; then
    VALGRIND="$(command -v "${VALGRIND%% *}") ${VALGRIND#* }"
    for program in "$trustman" "$guidec"; do
        [ ! -x "$program" ] || printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$VALGRIND" "$program" >"$scratch/${program##*/}"
    done
    chmod +x "$scratch"/*
    trustman=$scratch/trustman guidec=$scratch/guidec
fi

tested=0

# ok NAME: what NAME says holds.
ok() {
    tested=$((tested + 1))
    echo "ok $tested - $1"
}

# not_ok NAME [FILE]: it does not hold; the FILE shows why.
not_ok() {
    tested=$((tested + 1))
    echo "not ok $tested - $1"
    [ $# -lt 2 ] || sed 's/^/# /' "$2"
}

# skip NAME REASON
skip() {
    tested=$((tested + 1))
    echo "ok $tested - $1 # SKIP $2"
}

# skip_all REASON: nothing of the script can be tested.
skip_all() {
    echo "1..0 # SKIP $1"
    exit 0
}

# own_guide_only: nothing of the script can be tested if GUIDE is another one.
own_guide_only() {
    [ -z "$another_guide" ] || skip_all "$another_guide"
}

# own_guide TEST NAME ARGUMENT...: the test NAME, which is skipped if GUIDE is another one.
own_guide() {
    if [ -n "$another_guide" ]; then
        skip "$2" "$another_guide"
    else
        "$@"
    fi
}

done_testing() {
    echo "1..$tested"
}

# succeeds NAME COMMAND...: the command ends with status 0.
succeeds() {
    tested_name=$1
    shift
    if "$@" >"$scratch/.report" 2>&1; then
        ok "$tested_name"
    else
        echo "status $?: $*" >>"$scratch/.report"
        not_ok "$tested_name" "$scratch/.report"
    fi
}

# quiet NAME COMMAND...: it does so without printing a word.
quiet() {
    tested_name=$1
    shift
    if "$@" >"$scratch/.report" 2>&1 && [ ! -s "$scratch/.report" ]; then
        ok "$tested_name"
    else
        not_ok "$tested_name" "$scratch/.report"
    fi
}

# same NAME EXPECTED ACTUAL: two files are equal.
same() {
    if diff -u "$2" "$3" >"$scratch/.report" 2>&1; then
        ok "$1"
    else
        not_ok "$1" "$scratch/.report"
    fi
}

# equal NAME EXPECTED ACTUAL: two strings are.
equal() {
    echo "$2" >"$scratch/expected"
    echo "$3" >"$scratch/actual"
    same "$1" "$scratch/expected" "$scratch/actual"
}

# empty NAME FILE: there is nothing in the file.
empty() {
    if [ -f "$2" ] && [ ! -s "$2" ]; then
        ok "$1"
    else
        not_ok "$1" "$2"
    fi
}

# have COMMAND: it is installed.
have() {
    command -v "$1" >/dev/null
}

# Whether there is a tmux, and terminals for it: some sandboxes have none. It is tried once, since a
# server that ends could take the next one with it.
terminal_found=
have_terminal() {
    if [ -z "$terminal_found" ]; then
        terminal_found=no
        if have tmux &&
            env -u TMUX tmux -S "$scratch/probe" -f /dev/null new-session -d 'sleep 9' 2>/dev/null
        then
            terminal_found=yes
            env -u TMUX tmux -S "$scratch/probe" kill-server 2>/dev/null
        fi
    fi
    [ "$terminal_found" = yes ]
}

# generated NAME: the path of something that guidec or makeinfo made of doc/guide.
generated() {
    if [ -f "$top_builddir/doc/$1" ]; then
        echo "$top_builddir/doc/$1"
    else
        echo "$top_srcdir/doc/$1"
    fi
}

# build_trustman BIN OUT: makes BIN/trustman, which holds what guidec wrote into the folder OUT.
build_trustman() {
    # shellcheck disable=SC2086 # lists
    (cd "$top_builddir" && $CC $CPPFLAGS -I"$top_srcdir/src" $CFLAGS $LDFLAGS \
        -o "$1/trustman" ${TRUSTMAN_OBJECTS%%doc/guide-data.*} "$2/guide-data.c" $LIBS)
}

# use_guide DIR: from here on `trustman` is one that holds the guide in DIR; without guidec nothing
# of the script can be tested.
use_guide() {
    [ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
    mkdir -p "$scratch/bin" "$scratch/guide"
    "$guidec" -o "$scratch/guide" "$1" && build_trustman "$scratch/bin" "$scratch/guide" || exit 99
    PATH=$scratch/bin:$PATH
}

# edit PROGRAM FILE...: lets sed change files, one of them at least.
edit() {
    edit_program=$1
    shift
    edit_changed=
    for edit_file; do
        sed "$edit_program" "$edit_file" >"$scratch/edited" || exit 99
        cmp -s "$scratch/edited" "$edit_file" || edit_changed=yes
        cat "$scratch/edited" >"$edit_file" || exit 99
    done
    [ -n "$edit_changed" ] || { echo "nothing was edited: $edit_program" >&2 && exit 99; }
}

# prints_of_copy NAME GUIDE FILE PROGRAM COMMAND: as prints, after FILE was edited in the folder copy, which
# is one of the GUIDE.
prints_of_copy() {
    rm -rf copy && cp -R "$2" copy && edit "$4" "copy/$3"
    prints "$1" "$5"
}

# whole_guide DIR: makes DIR the guide in doc/guide with the manual of its reader, which guidec adds, as
# a section like the others.
whole_guide() {
    mkdir -p "$1" && cp "$top_srcdir"/doc/guide/* "$1" && chmod -R u+w "$1" || exit 99
    sed 's/{{reader}}/trustman/g; s/{{READER}}/TRUSTMAN/g; s/{{name}}/trustguide/g' "$top_srcdir/doc/reader/reader.md" >"$1/trustman.md"
    {
        sed '/^page-for-each:/,$d' "$top_srcdir/doc/guide/guide.yaml"
        printf '  - id: trustman-manual\n    title: The program\n    sections: [trustman]\n\n'
        sed -n '/^page-for-each:/,$p' "$top_srcdir/doc/guide/guide.yaml"
        printf '  - name: trustman\n    section: 1\n    summary: %s\n    sections: [trustman]\n' \
            "$(sed -n 's/^summary: //p' "$1/trustman.md")"
    } >"$1/guide.yaml"
}

# copy_case NAME DIR: copies the guide of a case in tests/cases into DIR. One without guide.yaml gets
# that of the case `minimal`, with its own sections in it.
copy_case() {
    mkdir -p "$2"
    cp -R "$top_srcdir/tests/cases/$1/guide/." "$2" && chmod -R u+w "$2" || exit 99
    [ -f "$2/guide.yaml" ] || sed "s/\[only\]/[$(sections_in "$2")]/" \
        "$top_srcdir/tests/cases/minimal/guide/guide.yaml" >"$2/guide.yaml"
}

# copy_garden DIR: copies the guide of the case `garden`, without the lists that guidec warns of.
copy_garden() {
    copy_case garden "$1"
    edit 's/^  - \*\*loam\*\*:/  - loam,/; s/^  - `turf`:/  - turf,/; s/^- Loam is/- **Loam:**/; s/[*]*Last:[*]*/**Last:**/' \
        "$1/soil.md"
}

# sections_in DIR: the ids of the sections whose files are there, sorted, as guide.yaml lists them.
sections_in() {
    (cd "$1" && ls ./*.md) | sed 's/^\.\/\(.*\)\.md$/\1/' | paste -s -d , -
}

# prints NAME COMMAND: what the shell command prints on both outputs, and its status where that is
# not 0, is what is read from standard input.
prints() {
    cat >"$scratch/expected"
    (eval "$2") >"$scratch/actual" 2>&1 </dev/null
    tested_status=$?
    [ $tested_status -eq 0 ] || echo "[status $tested_status]" >>"$scratch/actual"
    same "$1" "$scratch/expected" "$scratch/actual"
}

# chooses NAME ARGUMENTS SECTIONS: the ids of the sections that the arguments of trustman choose, or a
# search finds, in order; or what it says instead.
chooses() {
    echo "$3" >"$scratch/expected"
    (eval "trustman -l $2") 2>&1 </dev/null | cut -f 1 | paste -s -d ' ' - >"$scratch/actual"
    same "$1" "$scratch/expected" "$scratch/actual"
}
