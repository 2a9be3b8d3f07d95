#!/bin/sh
# SPDX-License-Identifier: MIT
# Sets the guide for paper, by groff alone, on A4 and on Letter: a booklet of the whole and one for
# each role; each sheet to write on, on a page, and beside it the section that shows it filled in
# (SHEET-filled); and, for each section that is named, a file in which each of its headings has a
# page of its own, in larger type, to pin up. What is at PLACE in the section, such as what its
# signs mean, stands on each of these.
#
#     print.sh pdf|ps READER FOLDER [SECTION[:PLACE]]...
#
# It writes FOLDER/NAME-WHAT-a4.pdf and FOLDER/NAME-WHAT-us.pdf, and into FOLDER/list the names of all
# that it wrote. Whatever groff has to say is an error: a word that it cannot show would be missing.
set -eu
LC_ALL=C.UTF-8 TZ=UTC0
export LC_ALL TZ

device=$1 reader=$2 folder=$3
shift 3

die() {
    echo "print.sh: $*" >&2
    exit 1
}

groff --version >/dev/null 2>&1 || die 'groff is not here'
echo | groff -T"$device" >/dev/null 2>&1 ||
    die "groff has no device $device here: on Debian it comes with the package groff, not with groff-base"

mkdir -p "$folder"
work=$(mktemp -d "$folder/work.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

embed=
if [ "$device" = pdf ]; then
    embed=-P-e
    echo x | groff -Tpdf -P-e 2>"$work/said" >"$work/pdf" || echo failed >"$work/said"
    [ ! -s "$work/said" ] ||
        die "groff finds no fonts to embed: on Debian it takes the packages ghostscript and perl"
fi

# value KEY: what the reader says of the guide, which is before its sections.
value() {
    sed -n 's/^    "'"$1"'": "\(.*\)",*$/\1/p; /^  "sections"/q' "$work/guide"
}
"$reader" -T json >"$work/guide"
name=$(value name)

# The dates in the files are the day of the edition, in seconds since 1970.
day() {
    value edition | awk -F- '{
        year = $1 - ($2 <= 2)
        days = year * 365 + int(year / 4) - int(year / 100) + int(year / 400)
        print (days + int((153 * (($2 + 9) % 12) + 2) / 5) + $3 - 1 - 719468) * 86400
    }'
}
[ -n "${SOURCE_DATE_EPOCH-}" ] || SOURCE_DATE_EPOCH=$(day)
export SOURCE_DATE_EPOCH

# What groff calls the sizes of paper.
papers='a4 letter'

# run ARGUMENT...: groff, which reads the file $work/document after the numbers of pages.
run() {
    cat "$work/pages" "$work/document" | groff -k -T"$device" -dpaper="$paper" "$@"
}

# Whether groff said anything but pages in a file; shows that.
complains() {
    grep -v '^\.ds [a-z0-9-]* [0-9]*$' "$1" >&2
}

# Keeps what the first run says of pages.
number() {
    : >"$work/pages"
    run -z 2>"$work/numbers" || :
    ! complains "$work/numbers" || exit 1
    mv "$work/numbers" "$work/pages"
}

# put WHAT ARGUMENT...: makes a file; the arguments are groff's.
put() {
    case $paper in
    letter) file=$name-$1-us.$device ;;
    *) file=$name-$1-$paper.$device ;;
    esac
    shift
    # shellcheck disable=SC2086 # none, or one
    run $embed -P-p"$paper" "$@" >"$work/output" 2>"$work/said" || die "groff failed on $file"
    ! complains "$work/said" || die "groff has something to say on $file"
    mv "$work/output" "$folder/$file"
    echo "$file" >>"$work/list"
}

# set_booklet WHAT ARGUMENT...: the document that the reader makes of the arguments.
set_booklet() {
    what=$1
    shift
    "$reader" "$@" -T groff >"$work/document"
    for paper in $papers; do
        number
        put "$what"
    done
}

# set_sheet SECTION: the page of it that is a form.
set_sheet() {
    for paper in $papers; do
        number
        put "$1" -o"$(sed -n 's/^\.ds sheet-[^ ]* //p' "$work/pages" | paste -s -d , -)"
    done
}

# below_title: of a document that is one section, what stands below its title.
below_title() {
    sed '1,/^\.SH /d'
}

# fit_heading: the documents $work/heading, and what is to stand below that, in the largest type in
# which they are one page of the paper.
fit_heading() {
    for size in 16 15 14 13 12 11; do
        { echo ".nr text-size $size" && cat "$work/heading" "$work/everywhere"; } >"$work/document"
        run -Z >"$work/output" 2>"$work/said" || :
        ! complains "$work/said" || exit 1
        [ "$(grep -c '^p[0-9]' "$work/output")" -ne 1 ] || return 0
    done
    return 1
}

# set_headings SECTION [PLACE]: a page for each of its headings of level 2.
set_headings() {
    : >"$work/everywhere"
    if [ -n "${2-}" ]; then
        "$reader" "$1" "$2" -T groff | below_title >"$work/everywhere"
        [ -s "$work/everywhere" ] || die "$1 has no place $2"
    fi
    "$reader" "$1" -T markdown | sed -n 's/^## //p' >"$work/headings"
    : >"$work/pages"
    for paper in $papers; do
        : >"$work/fitted"
        while IFS= read -r heading; do
            "$reader" "$1" "$heading" -T groff >"$work/heading"
            ! below_title <"$work/heading" | cmp -s - "$work/everywhere" || continue
            fit_heading || die "this takes more than a page of $paper: $1, $heading"
            cat "$work/document" >>"$work/fitted"
        done <"$work/headings"
        mv "$work/fitted" "$work/document"
        put "$1"
    done
}

"$reader" -l | cut -f 1 >"$work/sections"
set_booklet guide
"$reader" --roles | cut -f 1 >"$work/roles"
while read -r role; do
    set_booklet "$role" -r "$role"
done <"$work/roles"
while read -r section; do
    "$reader" "$section" -T groff >"$work/document"
    grep '^\.sheet ' "$work/document" >/dev/null || continue
    set_sheet "$section"
    grep -x "$section-filled" "$work/sections" >/dev/null || continue
    set_booklet "$section-filled" "$section-filled"
done <"$work/sections"
for choice; do
    section=${choice%%:*} place=${choice#"${choice%%:*}"}
    grep -x "$section" "$work/sections" >/dev/null || continue
    set_headings "$section" "${place#:}"
done
mv "$work/list" "$folder/list"
