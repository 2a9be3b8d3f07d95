#!/bin/sh
# SPDX-License-Identifier: MIT
# Whatever is chosen reads well: for each role, each topic and each pair of them, in all formats,
# each reference leads somewhere, no heading stands alone, the notice is where it should be, and
# neither mandoc nor groff has anything to say.
. "${srcdir:-.}/tests/lib.sh"
own_guide_only # it knows the forms that the links of this one have
. "$top_srcdir/tests/text/lib.sh"
guide_dir=$scratch/whole
whole_guide "$guide_dir"

formats='text man texinfo markdown html json'
need_second_reading
mkdir "$scratch/out"

# The options of each selection; under valgrind, pairs take too long.
second_reading selections.py --options "$guide_dir" ${VALGRIND:+alone} >"$scratch/choices" || exit 99

# Where no section is all that was asked for, there is status 1 and no output.
number=0
while read -r options; do
    number=$((number + 1))
    for format in $formats; do
        # shellcheck disable=SC2086 # a list
        "$trustman" -T "$format" $options >"$scratch/out/$number.$format" 2>/dev/null ||
            [ $? -eq 1 ] || echo "trustman -T $format $options"
    done
done <"$scratch/choices" >"$scratch/failed"
empty 'trustman prints each choice' "$scratch/failed"

# Two at a time.
second_reading selections.py "$guide_dir" "$scratch/out" text texinfo html <"$scratch/choices" &
second_reading selections.py "$guide_dir" "$scratch/out" man markdown json <"$scratch/choices" || exit 99
wait $! || exit 99
for format in $formats; do
    empty "$format: references, headings, notices" "$scratch/out/$format.wrong"
done

find "$scratch/out" -name '*.man' ! -size 0 >"$scratch/pages"
if have mandoc; then
    # shellcheck disable=SC2046 # a list
    quiet 'mandoc reads the man pages' mandoc -T lint -W all $(cat "$scratch/pages")
else
    skip 'mandoc reads the man pages' 'mandoc is not there'
fi
if have groff; then
    # shellcheck disable=SC2046
    quiet 'groff reads the man pages' \
        groff -man -ww -rCHECKSTYLE=3 -k -z -Tutf8 $(cat "$scratch/pages")
else
    skip 'groff reads the man pages' 'groff is not there'
fi

done_testing
