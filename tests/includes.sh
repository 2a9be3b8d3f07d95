#!/bin/sh
# SPDX-License-Identifier: MIT
# Who may include whom in src: compiler and reader include format, guide and base; format includes
# guide and base; guide includes base; and each includes its own folder. Every include names the
# folder. The headers of a library are included by one file of the compiler.
. "${srcdir:-.}/tests/lib.sh"

cd "$top_srcdir/src" || exit 99

# may_include FOLDER FOLDERS: FOLDERS are alternatives of a regular expression. version.h is what
# configure makes.
may_include() {
    grep -n '^ *# *include *"' "$1"/*.[ch] |
        grep -vE "include *\"((${2})/[a-z0-9_]+\.h|version\.h)\"" >"$scratch/strays"
    empty "$1 includes nothing but $2" "$scratch/strays"
}

may_include base base
may_include guide 'base|guide'
may_include format 'base|guide|format'
may_include compiler 'base|guide|format|compiler'
may_include reader 'base|guide|format|reader'

# in_one_file HEADERS FILE: what matches HEADERS is included by that file alone.
in_one_file() {
    echo "$2" >"$scratch/expected"
    grep -lE "^ *# *include *<($1)\.h>" */*.[ch] >"$scratch/files"
    same "<$1.h> is included by $2 alone" "$scratch/expected" "$scratch/files"
}

in_one_file yaml compiler/yaml_tree.c
in_one_file cmark compiler/body_tree.h
in_one_file libstemmer compiler/stems.c
in_one_file 'uni(case|ctype|lbrk|norm|str|types|width)' compiler/unicode.c

done_testing
