# SPDX-License-Identifier: MIT
# Input: answers as in judge.awk, as trustman -l gives them, and as it does without -l. Output: the numbers of queries
# where the latter is neither the same list nor sections.
/^\? / {
    number = substr($0, 3) + 0
    next
}

{
    lines[FILENAME == ARGV[1], number] = lines[FILENAME == ARGV[1], number] $0 "\n"
    if (FILENAME == ARGV[1] && /\t/)
        answered[number] = 1
    if (FILENAME != ARGV[1] && /^[a-z0-9-]+\t/)
        listed[number] = 1
}

END {
    for (i = 1; i <= number; i++)
        if (lines[1, i] != lines[0, i] && (listed[i] || !answered[i]))
            print i
}
