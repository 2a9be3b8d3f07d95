# SPDX-License-Identifier: MIT
# Judges answers to a list of queries. Input: what `names` in ask.sh prints; the list, whose columns first.tsv tells;
# and what `ask` prints: for each query, numbered from 1, a line "? NUMBER" and its answers, best first, each an
# identifier, a tab and anything. Lines of answers without a tab are messages, of which only the offer of another word
# counts.
#
# Output: for each query "right" or "wrong", "danger" or "-", the query, what was wanted, and what was found, with
# tabs between.
BEGIN {
    FS = OFS = "\t"
}

FILENAME == ARGV[1] {
    section[$1] = $2
    next
}

FILENAME == ARGV[2] && /^#/ {
    next
}

FILENAME == ARGV[2] {
    query[++queries] = $1
    wanted[queries] = $2
    danger[queries] = ($3 == "!" ? "danger" : "-")
    next
}

/^\? / {
    number = substr($0, 3) + 0
    next
}

NF > 1 && ++count[number] <= 3 {
    found[number] = found[number] (count[number] > 1 ? "," : "") $1
}

NF == 1 && /did you mean|begins/ {
    offered[number] = $0
}

# Whether one of the first `most` sections of those found is wanted.
function among(found_ids, most, wanted_ids,    count, names, i, ids) {
    count = split(wanted_ids, names, ",")
    split(found_ids, ids, ",")
    while (most > 0) {
        for (i = 1; i <= count; i++)
            if (section[names[i]] != "" && section[names[i]] == ids[most])
                return 1
        most--
    }
    return 0
}

function right(number,    ids) {
    ids = wanted[number]
    if (ids == "0")
        return count[number] == 0 && offered[number] == ""
    if (sub(/^1:/, "", ids))
        return among(found[number], 1, ids)
    return among(found[number], 3, ids)
}

END {
    for (number = 1; number <= queries; number++) {
        what = found[number] != "" ? found[number] : offered[number] != "" ? offered[number] : "nothing"
        print (right(number) ? "right" : "wrong"), danger[number], query[number], wanted[number], what
    }
}
