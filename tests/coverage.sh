#!/bin/sh
# SPDX-License-Identifier: MIT
# Says how many lines of src/ were run by programs that were built with --coverage, and which were
# not. `make coverage` runs it in the build folder.
set -eu

for data in src/*/*.gcda; do
    gcov -t "$data" 2>/dev/null
done | awk '
{
    split($0, part, ":")
    count = part[1]
    line = part[2] + 0
    gsub(/ /, "", count)
}
line == 0 && part[3] == "Source" { file = part[4]; wanted = file ~ /src\/[a-z]*\/[a-z]*\.c$/ }
line == 0 || count == "-" || !wanted { next }
{ lines[file]++; all++ }
count ~ /^[#=]/ { missed[file]++; all_missed++; list[file] = list[file] " " line }
END {
    for (file in lines)
        printf "%6.1f%% %s:%s\n", 100 - 100 * missed[file] / lines[file], file, list[file]
    printf "%6.1f%% of %d lines in src/\n", 100 - 100 * all_missed / all, all
}' | sort -k2
