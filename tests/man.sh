#!/bin/sh
# Man pages where their source says what groff and man would show elsewhere: a hyphen of an option, of
# a page's name or of code is \-, since "-" may be shown as U+2010.
. "${srcdir:-.}/tests/lib.sh"
sed -n '/\.[1-9]$/p' "$(generated guide.stamp)" | while read -r page; do
    generated "$page"
done >"$scratch/pages"
ls "$top_srcdir"/tests/cases/*/expected/*.[1-9]* >>"$scratch/pages"

# each NAME COMMAND: the shell command, which reads a page, prints nothing for any.
each() {
    while read -r page; do
        eval "$2" <"$page" | sed "s|^|$(basename "$page"): |"
    done <"$scratch/pages" >"$scratch/wrong" 2>&1
    empty "$1" "$scratch/wrong"
}

# Comments and macros other than those with text are left out; so is the date of .TH.
each 'no option has a hyphen' "sed -n '/^\\.\\\\\\\\\"/d; s/^\\.[A-Z]* //; s/\\\\\\\\f(BI/ /g; s/\\\\\\\\f[BIR]/ /g; /^-[a-z-]/p; /[ (|=]-[A-Za-z-]/p'"
each 'the name in .TH has no hyphen' "sed -n '/^\\.TH [^ ]*[^\\\\\\\\]-/p'"

done_testing
