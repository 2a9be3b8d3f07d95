#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures the programs beside their peers, and says for each row whether it holds. "make bench" runs
# it; tests do not depend on it. What is missing is named, and its rows are skipped.
#
# Times are ratios of medians of alternating rounds, of three seconds each; instructions are counted by
# callgrind.
set -eu
: "${srcdir:=.}" "${CC:=cc}" "${CFLAGS:=-O2}" "${MAKE:=make}" "${ROUNDS:=3}"
work=tests/bench/work
builddir=$(pwd)
mkdir -p "$work"
rows=$work/rows
: >"$rows"

have() {
    for program; do
        command -v "$program" >/dev/null 2>&1 || { missing=$program; return 1; }
    done
}

# row NAME WHAT RATIO LIMIT: LIMIT is "<=N" or ">=N".
row() {
    awk -v name="$1" -v what="$2" -v ratio="$3" -v limit="$4" 'BEGIN {
        bound = substr(limit, 3) + 0
        holds = limit ~ /^</ ? ratio <= bound : ratio >= bound
        printf "%-3s %-58s %9.2f %8s  %s\n", name, what, ratio, limit, holds ? "holds" : "FAILS"
    }' | tee -a "$rows"
}

# beside NAME WHAT NUMBER: a peer's, of which nothing is asked.
beside() {
    printf '%-3s %-58s %9.2f %8s\n' "$1" "$2" "$3" - | tee -a "$rows"
}

skip() {
    printf '%-3s %-58s %9s %8s  skipped: no %s\n' "$1" "$2" - - "$3" | tee -a "$rows"
}

# seconds COMMAND: the median time of a command.
seconds() {
    hyperfine -N --warmup 2 --min-runs 3 --export-csv "$work/time.csv" "$1" >/dev/null 2>&1
    awk -F, 'NR == 2 { print $(NF - 4) }' "$work/time.csv"
}

# ratio A B: the median, over the rounds, of time A / time B.
ratio() {
    round=0
    while [ "$round" -lt "$ROUNDS" ]; do
        a=$(seconds "$1")
        b=$(seconds "$2")
        awk -v a="$a" -v b="$b" 'BEGIN { print a / b }'
        round=$((round + 1))
    done | sort -n | awk '{ r[NR] = $1 } END { print r[int((NR + 1) / 2)] }'
}

divide() {
    awk -v a="$1" -v b="$2" 'BEGIN { print a / b }'
}

instructions() {
    valgrind --tool=callgrind --callgrind-out-file="$work/callgrind" "$@" 2>&1 >/dev/null |
        sed -n 's/.*Collected : //p'
}

# peak COMMAND...: peak memory in KB, the median of some runs.
peak() {
    for run in 1 2 3 4 5 6 7 8 9; do
        env time -f %M -o "$work/peak" "$@" >/dev/null 2>&1
        tail -n 1 "$work/peak"
    done | sort -n | sed -n 5p
}

# generate SECTIONS: a guide, and its bodies alone.
generate() {
    [ -d "$work/guide$1" ] && return
    mkdir -p "$work/new" "$work/bodies$1"
    awk -f "$srcdir/tests/bench/generate.awk" -v sections="$1" -v dir="$work/new"
    for file in "$work/new"/*.md; do
        echo "$file"
    done | awk -v out="$work/bodies$1/" '{
        file = $0; name = file; sub(/.*\//, "", name); marks = 0
        while ((getline line < file) > 0)
            if (line == "---" && marks < 2) marks++
            else if (marks == 2) print line > (out name)
        close(file); close(out name)
    }'
    mv "$work/new" "$work/guide$1"
}

# reader SECTIONS: a trustman that holds a generated guide.
reader() {
    mkdir -p "$work/tables$1"
    src/guidec -o "$work/tables$1" "$work/guide$1"
    # shellcheck disable=SC2086
    $CC $CFLAGS -I"$srcdir/src" -c -o "$work/tables$1/guide-data.o" \
        "$work/tables$1/guide-data.c"
    # shellcheck disable=SC2086
    $CC $CFLAGS -o "$work/trustman$1" src/reader/*.o src/base/*.o src/guide/*.o src/format/*.o "$work/tables$1/guide-data.o"
}

# A section whose text has 2.5 to 3 kB.
medium_section() {
    src/trustman -l | cut -f 1 | while read -r id; do
        size=$(src/trustman "$id" | wc -c)
        [ "$size" -lt 2500 ] || [ "$size" -gt 3000 ] || { echo "$id"; break; }
    done
}

# empty FILE: a program that writes the bytes of a file and does nothing else.
empty() {
    {
        printf '#include <unistd.h>\nstatic const char bytes[] = {'
        od -An -v -t d1 "$1" | tr -s ' \n' ',' | sed 's/^,//'
        printf '};\nint main(void) { return write(1, bytes, sizeof bytes) < 0; }\n'
    } >"$work/empty.c"
    # shellcheck disable=SC2086
    $CC $CFLAGS -o "$work/empty" "$work/empty.c"
}

reader_rows() {
    # As installed: how the linker writes a file changes how much of it the system maps at once.
    cp src/trustman "$work/trustman"
    id=$(medium_section)
    src/trustman "$id" >"$work/section"
    src/trustman signs >"$work/signs"
    src/trustman >"$work/toc"
    src/trustman --no-pager -T text $(src/trustman -l | cut -f 1) >"$work/all"
    if have valgrind; then
        empty "$work/section"
        row R1 "instructions of trustman $id / of an empty program" \
            "$(divide "$(instructions src/trustman "$id")" "$(instructions "$work/empty")")" '<=1.5'
    else
        skip R1 'instructions of trustman / of an empty program' "$missing"
    fi
    row R2 'time of trustman signs / of cat' \
        "$(ratio "src/trustman signs" "cat $work/signs")" '<=0.85'
    src/trustman -T markdown signs >"$work/signs.md"
    if have tldr; then
        row R3 'time of tealdeer / of trustman signs' \
            "$(ratio "tldr --render $work/signs.md" "src/trustman signs")" '>=1.5'
    else
        skip R3 'time of tealdeer / of trustman signs' "$missing"
    fi
    if have info && [ -f doc/trustguide.info ]; then
        row R3 'time of info / of trustman signs' \
            "$(ratio "info -f doc/trustguide.info -n signs -o -" "src/trustman signs")" '>=1.5'
    else
        skip R3 'time of info / of trustman signs' info
    fi
    src/trustman -T man signs >"$work/signs.7"
    if have mandoc; then
        row R3 'time of mandoc / of trustman signs' \
            "$(ratio "mandoc $work/signs.7" "src/trustman signs")" '>=1.5'
    else
        skip R3 'time of mandoc / of trustman signs' "$missing"
    fi
    if have man; then
        row R3 'time of man -P cat / of trustman signs' \
            "$(ratio "man -P cat -l $work/signs.7" "src/trustman signs")" '>=30'
    else
        skip R3 'time of man -P cat / of trustman signs' "$missing"
    fi
    if have time || env time -f %M true >/dev/null 2>&1; then
        row R4 'peak memory of trustman signs / of cat' \
            "$(divide "$(peak "$work/trustman" signs)" "$(peak cat "$work/signs")")" '<=1.0'
    else
        skip R4 'peak memory of trustman signs / of cat' time
    fi
    row R5 'time of trustman -s trust / of grep -i -C1' \
        "$(ratio "src/trustman -s trust" "grep -i -C1 trust $work/all")" '<=0.7'
    if have valgrind; then
        row R5 'instructions of trustman -s lied -l / of an empty program' \
            "$(divide "$(instructions src/trustman -s lied -l)" "$(instructions "$work/empty")")" '<=2.5'
        generate 70
        generate 7000
        reader 70
        reader 7000
        row R6 'instructions of trustman ID, 7,000 sections / 70' \
            "$(divide "$(instructions "$work/trustman7000" s00017)" \
                "$(instructions "$work/trustman70" s00017)")" '<=1.05'
    else
        skip R6 'instructions of trustman ID, 7,000 sections / 70' "$missing"
    fi
    # Text and data, as size(1) counts them. The first edition had 2.94 KB of tables for each of text.
    tables=$(size doc/guide-data.o | awk 'NR == 2 { print $1 + $2 }')
    row R7 'KB of trustman without tables' \
        "$(divide "$(($(size src/trustman | awk 'NR == 2 { print $1 + $2 }') - tables))" 1024)" '<=128'
    row R8 'size of the tables / of the text that they hold' \
        "$(divide "$tables" "$(wc -c <"$work/all")")" '<=4.12'
}

# percent LIST COMMAND...: how many of a hundred queries the command answers as the list says.
percent() {
    list=$srcdir/tests/queries/$1.tsv
    shift
    ask "$list" "$@" >"$work/answers"
    awk -f "$srcdir/tests/queries/judge.awk" "$work/names" "$list" "$work/answers" |
        awk '/^right/ { right++ } END { print 100 * right / NR }'
}

# What a question costs, beside SQLite's full-text index of the same text.
cost_rows() {
    question='he lied to me again'
    # shellcheck disable=SC2086 # words
    set -- $question
    src/trustman "$@" >"$work/answer" || { skip Q1 "trustman $question" answer; return; }
    empty "$work/answer"
    fts5_query "$@" >"$work/question.sql"
    sqlite="sqlite3 -readonly $work/fts5.db '.read $work/question.sql'"
    if have valgrind; then
        row Q1 "instructions of trustman $question / of empty" \
            "$(divide "$(instructions src/trustman "$@")" "$(instructions "$work/empty")")" '<=2.5'
        ! have sqlite3 || beside Q1 'instructions of FTS5, the same question / of empty' \
            "$(divide "$(instructions sqlite3 -readonly "$work/fts5.db" ".read $work/question.sql")" \
                "$(instructions "$work/empty")")"
    else
        skip Q1 "instructions of trustman $question / of empty" "$missing"
    fi
    src/trustman --no-pager -T text $(src/trustman -l | cut -f 1) >"$work/all"
    row Q2 "time of trustman $question / of grep -i -C1 lied" \
        "$(ratio "src/trustman $question" "grep -i -C1 lied $work/all")" '<=0.7'
    ! have sqlite3 || beside Q2 'time of FTS5, the same question / of grep -i -C1 lied' \
        "$(ratio "$sqlite" "grep -i -C1 lied $work/all")"
}

# What people type, and how much of it is answered.
question_rows() {
    if have sqlite3; then
        fts5_make src/trustman "$work/fts5.db"
    else
        skip Q 'FTS5 beside trustman' "$missing"
    fi
    cost_rows
    names src/trustman >"$work/names"
    for list in first second third fourth fifth sixth; do
        row Q3 "percent of the $list list that trustman answers" "$(percent "$list" src/trustman -l)" ">=$(least "$list")"
        ! have sqlite3 || beside Q3 "percent of the $list list that FTS5 answers" \
            "$(percent "$list" fts5 "$work/fts5.db")"
    done
}

compiler_rows() {
    generate 60
    generate 600
    generate 6000
    mkdir -p "$work/out"
    if have cmark; then
        bodies=$(ls "$work"/bodies6000/*.md)
        printf '#!/bin/sh\nexec cmark -t man %s\n' "$(echo "$bodies" | tr '\n' ' ')" >"$work/cmark"
        chmod +x "$work/cmark"
        row C1 'time of guidec / of cmark -t man, 6,000 sections' \
            "$(ratio "src/guidec -o $work/out $work/guide6000" "$work/cmark")" '<=1.5'
        # shellcheck disable=SC2086
        row C1 'memory of guidec / of cmark -t man, 6,000 sections' \
            "$(divide "$(peak src/guidec -o "$work/out" "$work/guide6000")" \
                "$(peak cmark -t man $bodies)")" '<=1.0'
    else
        skip C1 'guidec / cmark -t man' "$missing"
    fi
    if have pandoc; then
        cat "$work"/bodies600/*.md >"$work/600.md"
        printf '#!/bin/sh\npandoc -s -t man -o /dev/null %s\npandoc -s -t texinfo -o /dev/null %s\n' \
            "$work/600.md" "$work/600.md" >"$work/pandoc"
        chmod +x "$work/pandoc"
        row C2 'time of pandoc to man and texinfo / guidec, 600 sections' \
            "$(ratio "$work/pandoc" "src/guidec -o $work/out $work/guide600")" '>=80'
    else
        skip C2 'time of pandoc / of guidec' "$missing"
    fi
    if have pandoc sphinx-build; then
        mkdir -p "$work/sphinx"
        echo "project = 'bench'" >"$work/sphinx/conf.py"
        { printf 'bench\n=====\n\n.. toctree::\n\n'; } >"$work/sphinx/index.rst"
        for file in "$work"/bodies60/*.md; do
            id=$(basename "$file" .md)
            { printf '%s\n=======\n\n' "$id"; pandoc -f markdown -t rst "$file"; } \
                >"$work/sphinx/$id.rst"
            echo "   $id" >>"$work/sphinx/index.rst"
        done
        printf '#!/bin/sh\nfor b in man texinfo; do sphinx-build -E -q -b $b %s %s/sphinx-$b; done 2>/dev/null\n' \
            "$work/sphinx" "$work" >"$work/sphinx-both"
        chmod +x "$work/sphinx-both"
        row C3 'time of Sphinx to man and texinfo / guidec, 60 sections' \
            "$(ratio "$work/sphinx-both" "src/guidec -o $work/out $work/guide60")" \
            '>=200'
        row C6 'time of Sphinx to HTML / guidec --site, 60 sections' \
            "$(ratio "sphinx-build -E -q -b html $work/sphinx $work/sphinx-html" \
                "src/guidec --site $work/site $work/guide60")" '>=5'
    else
        skip C3 'time of Sphinx / of guidec' "$missing"
    fi
    if have mdbook; then
        mkdir -p "$work/book/src"
        printf '[book]\ntitle = "bench"\n' >"$work/book/book.toml"
        for file in "$work"/bodies60/*.md; do
            id=$(basename "$file" .md)
            { printf '# %s\n\n' "$id"; cat "$file"; } >"$work/book/src/$id.md"
            echo "- [$id]($id.md)" >>"$work/book/src/SUMMARY.md"
        done
        beside C6 'time of mdBook / guidec --site, 60 sections' \
            "$(ratio "mdbook build $work/book" "src/guidec --site $work/site $work/guide60")"
    else
        skip C6 'time of mdBook / of guidec --site' "$missing"
    fi
    if have valgrind; then
        row C4 'instructions of guidec, 6,000 sections / 600' \
            "$(divide "$(instructions src/guidec -o "$work/out" "$work/guide6000")" \
                "$(instructions src/guidec -o "$work/out" "$work/guide600")")" '<=10.3'
    else
        skip C4 'instructions of guidec, 6,000 sections / 600' "$missing"
    fi
    generate 60000
    env time -f '    60,000 sections: %e s, %M KB' src/guidec -o "$work/out" "$work/guide60000" 2>&1 |
        tee -a "$rows"
    rm -rf "$work/out"
}

# script FILE COMMAND...: makes a program of the commands, a line each.
script() {
    file=$1
    shift
    { echo '#!/bin/sh'; printf '%s\n' "$@"; } >"$file"
    chmod +x "$file"
}

# A manual that others wrote, as Markdown in MANUAL, or npm's: guidec with all its outputs, beside what makes
# man pages and Info of the same text; and the preview of a section, beside man.
import_rows() {
    manual=${MANUAL:-$(npm root -g 2>/dev/null || :)/npm/docs/content}
    have pandoc || { skip I 'guidec beside others, an imported manual' "$missing"; return; }
    [ -d "$manual" ] || { skip I 'guidec beside others, an imported manual' MANUAL; return; }
    rm -rf "$work/import" "$work/others"
    mkdir -p "$work/import" "$work/others/rst" "$work/others/adoc" "$work/out"
    find "$manual" -name '*.md' | sort >"$work/files"
    while read -r file; do
        id=$(basename "$file" .md)
        pandoc -f markdown -t "$srcdir/src/kit/guide.lua" -M folder="$work/import" -M name=manual "$file"
        pandoc -s -f markdown -t rst -o "$work/others/rst/$id.rst" "$file"
        pandoc -s -f markdown -t asciidoc -o "$work/others/adoc/$id.adoc" "$file"
    done <"$work/files" >"$work/lost"
    # Its dead links, which the others pass over, lead to another section.
    id=$(sed -n 's/^      - //p' "$work/import/guide.yaml" | sed -n 2p)
    src/guidec -w -n "$work/import" 2>&1 |
        sed -n "s/.*unknown section '\\([a-z0-9-]*\\)'.*/s|(\\1.md[^)]*)|($id.md)|/p" >"$work/dead.sed"
    for file in "$work"/import/*.md; do
        sed -f "$work/dead.sed" "$file" >"$work/edited" && mv "$work/edited" "$file"
    done
    guidec="src/guidec -w -o $work/out $work/import"
    $guidec || { skip I 'guidec beside others, an imported manual' 'guide without errors'; return; }
    count=$(wc -l <"$work/files" | tr -d ' ')
    script "$work/pandoc" "for file in \$(cat $work/files); do pandoc -s -t man -o /dev/null \$file; done" \
        "pandoc -s -t texinfo -o /dev/null \$(cat $work/files)"
    beside I1 "time of pandoc to man and texinfo / guidec, $count files" "$(ratio "$work/pandoc" "$guidec")"
    if have sphinx-build; then
        { echo 'manual'; echo '======'; echo; echo '.. toctree::'; echo
            (cd "$work/others/rst" && ls ./*.rst) | sed 's/^..\(.*\)\.rst$/   \1/'; } >"$work/index"
        mv "$work/index" "$work/others/rst/index.rst"
        printf "project = 'manual'\nman_pages = [('index', 'manual', '', '', 7)]\n" >"$work/others/rst/conf.py"
        script "$work/sphinx-both" \
            "for b in man texinfo; do sphinx-build -E -q -b \$b $work/others/rst $work/others/\$b; done 2>/dev/null"
        beside I2 'time of Sphinx to man and texinfo / guidec, the same' "$(ratio "$work/sphinx-both" "$guidec")"
    else
        skip I2 'time of Sphinx / of guidec' "$missing"
    fi
    if have asciidoctor; then
        script "$work/asciidoctor" "asciidoctor -q -b manpage -D $work/others/man $work/others/adoc/*.adoc 2>/dev/null"
        beside I3 'time of Asciidoctor to man / guidec, the same' "$(ratio "$work/asciidoctor" "$guidec")"
    else
        skip I3 'time of Asciidoctor / of guidec' "$missing"
    fi
    src/guidec -w -p "$id" -T man "$work/import" >"$work/preview.7"
    if have man; then
        beside I4 "time of man -P cat -l / of guidec -p $id -T man" \
            "$(ratio "man -P cat -l $work/preview.7" "src/guidec -w -p $id -T man $work/import")"
    else
        skip I4 'time of man / of guidec -p' "$missing"
    fi
}

# The time of make after an edit, in a copy of the guide.
make_row() {
    have makeinfo || { skip C5 'time of make after an edit / of makeinfo' "$missing"; return; }
    rm -rf "$work/copy" "$work/build"
    mkdir -p "$work/copy" "$work/build"
    (cd "$srcdir" && tar -cf - --exclude=./tests/bench/work --exclude=./.git .) |
        (cd "$work/copy" && tar -xf -)
    (cd "$work/copy" && $MAKE distclean >/dev/null 2>&1 || :)
    (cd "$work/build" && ../copy/configure >/dev/null && $MAKE >/dev/null 2>&1)
    printf '#!/bin/sh\ncd %s/build && date +%%N >>../copy/doc/guide/trust.md && %s >/dev/null 2>&1\n' \
        "$builddir/$work" "$MAKE" >"$work/edit"
    printf '#!/bin/sh\ncd %s/build/doc && makeinfo -o /dev/null trustguide.texi\n' \
        "$builddir/$work" >"$work/makeinfo"
    chmod +x "$work/edit" "$work/makeinfo"
    row C5 'time of make after an edit / of makeinfo' \
        "$(ratio "$work/edit" "$work/makeinfo")" '<=2'
}

LC_ALL=C.UTF-8
export LC_ALL
. "$srcdir/tests/queries/ask.sh"
. "$srcdir/tests/bench/fts5.sh"
have hyperfine || { echo "make bench needs $missing" >&2; exit 1; }
printf '%-3s %-58s %9s %8s\n' row what ratio 'must be'
case ${ROWS:-all} in
all) reader_rows; question_rows; compiler_rows; import_rows; make_row ;;
R) reader_rows ;;
Q) question_rows ;;
C) compiler_rows ;;
I) import_rows ;;
M) make_row ;;
esac
! grep -q FAILS "$rows"
