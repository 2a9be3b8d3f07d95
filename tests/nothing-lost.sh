#!/bin/sh
# Nothing is lost: each word of each section, as cmark reads it, is in all that is made of it, in
# order and once; and a role's view holds what is for that role. Man pages are read through groff
# and through mandoc; man itself would run col, which drops marks that stand above letters.
. "${srcdir:-.}/tests/lib.sh"
. "$top_srcdir/tests/text/lib.sh"

separator=$(printf '\034')
page_separator=$(printf '\001')

# plain FORMAT: makes plain text of an output.
plain() {
    case $1 in
    markdown) cmark -t xml --sourcepos | awk_bytes -v plain=1 -f "$text/source.awk" ;;
    json) jq -r '.sections[] | "\n# \(.id)\n\n\(.markdown)"' | plain markdown ;;
    groff) groff -man -k -Tutf8 -P-cbou -rLL=990n 2>&1 | plain man ;;
    mandoc) mandoc -Tutf8 -O width=990 2>&1 | plain man ;;
    *) awk_bytes -v format="$1" -f "$text/plain.awk" ;;
    esac
}

# job NAME FORMAT SECTIONS TOPICS ROLES PAGE FILE [PROGRAM]: has an output in FORMAT, which the
# program reads, compared with what was chosen.
job() {
    number=$((number + 1))
    plain "${8-$2}" <"$7" >"$work/plain.$number"
    echo "$1" >>"$work/names"
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$2" "$3" "$4" "$5" "$6" "$work/plain.$number" >>"$work/jobs"
}

# job_for_man NAME SECTIONS TOPICS ROLES PAGE FILE: has a man page compared.
job_for_man() {
    for program in groff mandoc; do
        ! have $program || job "$1, by $program" man "$2" "$3" "$4" "$5" "$6" $program
    done
}

# The man pages, which `made` finds.
add_pages() {
    sed -n "s/^page$tab//p" "$work/facts" | tr '\t' '\034' >"$work/pages"
    while IFS=$separator read -r name section summary sections topics roles; do
        job_for_man "$name($section)" "$sections" "$topics" "$roles" \
            "$name$page_separator$section$page_separator$summary" "$(made "$name.$section")"
    done <"$work/pages"
}

# add_view NAME ROLE OPTION...: what $reader prints for a role, or for all.
add_view() {
    view=$1 role=$2
    shift 2
    for format in text markdown html json man; do
        [ $format != json ] || have jq || continue
        "$reader" -T $format "$@" >"$work/$view.$format"
        if [ $format = man ]; then
            job_for_man "$view view, man" '' '' "$role" "$guide_page" "$work/$view.man"
        else
            job "$view view, $format" $format '' '' "$role" '' "$work/$view.$format"
        fi
    done
    "$reader" -T text -w 20 "$@" >"$work/$view.narrow"
    job "$view view, narrow text" text '' '' "$role" '' "$work/$view.narrow"
}

add_views() {
    guide_page=$(awk -F '\t' -v OFS="$page_separator" '{ fact[$1] = $2 }
        END { print fact["name"], 7, fact["summary"] }' "$work/facts")
    add_view whole ''
    awk -F '\t' '$1 == "role" { print $2 }' "$work/facts" >"$work/roles"
    while read -r role; do
        add_view "$role" "$role" -r "$role"
    done <"$work/roles"
}

# The Info manual, if there is one.
add_info() {
    info=$(made "$(sed -n "s/^name$tab//p" "$work/facts").info")
    [ ! -f "$info" ] || job Info info '' '' '' '' "$info"
}

# compare NAME DIR: compares the guide in a folder with all that is made of it.
compare() {
    work=$scratch/$1 number=0
    mkdir -p "$work"
    facts_of "$2" >"$work/facts"
    pieces_of "$2" "$work/facts" >"$work/source"
    add_pages
    add_views
    add_info
    awk_bytes -v facts="$work/facts" -v source="$work/source" -v found="$work/found" \
        -f "$text/guide.awk" -f "$text/match.awk" "$work/jobs" || exit 99
    number=0
    while read -r name; do
        number=$((number + 1))
        empty "$1: $name" "$work/found.$number"
    done <"$work/names"
}

# compare_case NAME: compiles a guide of tests/cases, and compares it.
compare_case() {
    source=$scratch/$1.guide out=$scratch/$1
    copy_case "$1" "$source"
    mkdir "$out"
    succeeds "$1: guidec" "$guidec" -o "$out" "$source"
    succeeds "$1: trustman" build_trustman "$out" "$out"
    ! have makeinfo || (cd "$out" && makeinfo --no-split ./*.texi) 2>/dev/null
    reader=$out/trustman
    made() {
        echo "$out/$1"
    }
    compare "$1" "$source"
}

have cmark || skip_all 'cmark, which reads the source, is not there'
for program in groff mandoc; do
    have $program || skip "man pages, by $program" "$program is not there"
done
have jq || skip json 'jq, which reads it, is not there'
reader=$trustman
made() {
    generated "$1"
}
compare guide "$guide_dir"
for directory in "$top_srcdir"/tests/cases/*; do
    case ${directory##*/} in
    doi) continue ;; # its addresses are encoded, and its citations get brackets
    places | reference) continue ;; # source.awk reads no places, synopses and links to Info
    esac
    [ -f "$directory/expected/errors" ] || [ ! -x "$guidec" ] || compare_case "${directory##*/}"
done

done_testing
