#!/bin/sh
# SPDX-License-Identifier: MIT
# guidec --compare finds what a copy of a guide lacks or has changed, and nothing else.
. "${srcdir:-.}/tests/lib.sh"

[ -x "$guidec" ] || skip_all 'guidec was not built, since a library that it needs is missing'
cd "$scratch" || exit 99
PATH=$(dirname "$guidec"):$PATH
copy_garden garden

quiet 'a guide beside itself differs in nothing' guidec --compare garden garden
quiet 'nor does that of the package' guidec --compare "$guide_dir" "$guide_dir"
copy_case variables vars
quiet 'nor one with variables' guidec --compare=vars -D version=5 vars

# Other words are no difference, nor is the order of links between two headings.
cp -R garden words
edit 's/Push a finger into the \[soil\](soil.md)\./Mete un dedo en la [tierra](soil.md)./' words/water.md
edit 's/\[\](source:leaflet); \[\](source:worms)/[](source:worms); [](source:leaflet)/' words/pests.md
edit 's/^title: .*/title: Otro/; s/^language: .*/language: es/' words/*.md words/guide.yaml
quiet 'other words are no difference' guidec --compare garden words

# differs NAME FILE SED: what is said of a copy in which FILE was edited is read from standard input.
differs() {
    prints_of_copy "$1" garden "$2" "$3" 'guidec -w --compare garden copy'
}

differs 'a role mark that was lost' water.md 's/ {\.neighbour}//' <<'EOT'
copy/water.md:30: error: changed: a heading of level 2; the original has a heading of level 2 for neighbour (garden/water.md:30)
[status 1]
EOT
differs 'another level' water.md 's/^## Never.*/### Never {.neighbour}/' <<'EOT'
copy/water.md:34: error: changed: a heading of level 3; the original has a heading of level 2 for beginner, neighbour (garden/water.md:34)
[status 1]
EOT
differs 'a heading that was lost' water.md '/^## If they/d' <<'EOT'
garden/water.md:30: error: lost: a heading of level 2 for neighbour
[status 1]
EOT
differs 'a heading that was added' water.md '$a\\n## Later' <<'EOT'
copy/water.md:38: error: added: a heading of level 2
[status 1]
EOT
differs 'a notice that was lost' water.md '/^notice/d' <<'EOT'
garden/water.md:1: error: lost: the notice
[status 1]
EOT
differs 'links that were lost, and another' water.md 's/\[soil\](soil.md)/soil, <https:\/\/example.com\/>/; s/(start.md)/(soil.md)/' <<'EOT'
copy/water.md:8: error: changed: a link to https://example.com/; the original has a link to section 'soil' (garden/water.md:8)
copy/water.md:32: error: changed: a link to section 'soil'; the original has a link to section 'start' (garden/water.md:32)
[status 1]
EOT
differs 'a citation' pests.md 's/\[\](source:leaflet); //' <<'EOT'
garden/pests.md:9: error: lost: a citation of source 'leaflet'
[status 1]
EOT
differs 'a code block' water.md '$a\\n    code\n' <<'EOT'
copy/water.md:38: error: added: a code block
[status 1]
EOT
differs 'see, topics and roles' pests.md 's/^topics.*/topics: [ground, pests]\nsee: [soil]/; s/^roles.*/roles: [neighbour, keeper]/; /^list/d' <<'EOT'
copy/pests.md:1: error: changed: roles: neighbour, keeper; the original has roles: neighbour (garden/pests.md:1)
copy/pests.md:5: error: added: topic 'ground'
copy/pests.md:6: error: added: section 'soil' in 'see'
garden/pests.md:1: error: lost: the list of sources
garden/pests.md:5: error: lost: topic 'water'
[status 1]
EOT
differs 'the path of a role, and a part' guide.yaml 's/path: \[water, start\]/path: [start]/; s/id: more/id: later/' <<'EOT'
copy/guide.yaml:44: error: changed: part 'later'; the original has part 'more' (garden/guide.yaml:44)
copy/guide.yaml:45: error: changed: part 'later'; the original has part 'more' (garden/guide.yaml:45)
garden/guide.yaml:17: error: lost: section 'water' in the path of role 'beginner'
[status 1]
EOT
rm -rf copy && cp -R garden copy
edit 's/\<keeper\>/owner/; s/\<ground\>/floor/; s/name: garden-soil/name: garden-earth/; s/\<worms\>/snails/
    /^notice/d' copy/*.*
prints 'ids of roles, topics, sources and pages, and the notice' 'guidec -w --compare garden copy' <<'EOT'
copy/guide.yaml:23: error: added: role 'owner'
copy/guide.yaml:32: error: added: topic 'floor'
copy/guide.yaml:54: error: changed: page garden-earth(7); the original has page garden-soil(7) (garden/guide.yaml:55)
copy/start.md:4: error: changed: topic 'floor'; the original has topic 'ground' (garden/start.md:4)
copy/start.md:29: error: changed: a heading of level 2 for neighbour, owner; the original has a heading of level 2 for neighbour, keeper (garden/start.md:29)
copy/start.md:33: error: changed: a heading of level 3 for owner; the original has a heading of level 3 for keeper (garden/start.md:33)
copy/soil.md:1: error: changed: roles: beginner, owner; the original has roles: beginner, keeper (garden/soil.md:1)
copy/soil.md:5: error: changed: topic 'floor'; the original has topic 'ground' (garden/soil.md:5)
copy/soil.md:37: error: changed: a heading of level 3 for owner; the original has a heading of level 3 for keeper (garden/soil.md:37)
copy/pests.md:8: error: changed: a citation of source 'snails'; the original has a citation of source 'worms' (garden/pests.md:9)
copy/sources.yaml:13: error: added: source 'snails'
garden/guide.yaml:1: error: lost: the notice of the guide
garden/guide.yaml:24: error: lost: role 'keeper'
garden/guide.yaml:33: error: lost: topic 'ground'
garden/water.md:1: error: lost: the notice
garden/pests.md:1: error: lost: the notice
garden/sources.yaml:13: error: lost: source 'worms'
[status 1]
EOT
differs 'the order of the book' guide.yaml 's/\[start, soil, water\]/[start, water, soil]/' <<'EOT'
copy/guide.yaml:40: error: added: section 'soil'
garden/guide.yaml:40: error: lost: section 'soil'
[status 1]
EOT
rm -rf copy && cp -R garden copy && rm copy/letters.md
edit '/- letters/d; /name: garden-letters/,/sections/d; s/, letters\]/]/' copy/guide.yaml
prints 'a section and its page' 'guidec -w --compare garden copy' <<'EOT'
garden/guide.yaml:45: error: lost: section 'letters'
garden/guide.yaml:59: error: lost: page garden-letters(7)
[status 1]
EOT

# Places, whose names are others in another language.
mkdir shelf
cat >shelf/guide.yaml <<'EOT'
name: shelf
title: Shelf
summary: of places
edition: 2026-01-01
category: None
roles: []
topics: []
parts:
  - {id: all, title: All, sections: [one, two]}
pages:
  - {name: shelf, section: 7, summary: all, sections: [one, two]}
EOT
printf '%s\n' --- 'title: One' 'summary: one' --- 'See [b](two.md#second), [c](two.md#jar).' >shelf/one.md
printf '%s\n' --- 'title: Two' 'summary: two' --- '## First' '' 'A.' '' '## Second' '' '- **Jar**: a' '- **Lid**: b' >shelf/two.md
cp -R shelf copied
edit 's/#second/#segundo/; s/#jar/#tarro/' copied/one.md
edit 's/## Second/## Segundo/; s/Jar/Tarro/' copied/two.md
quiet 'links to places with other names are the same' guidec --compare shelf copied
edit 's/#segundo/#first/' copied/one.md
prints 'links to other places are not' 'guidec --compare shelf copied' <<'EOT'
copied/one.md:5: error: changed: a link to heading 1 of section 'two'; the original has a link to heading 2 of section 'two' (shelf/one.md:5)
[status 1]
EOT

# What leads readers in.
copy_case ways-in inn && rm -rf copy && cp -R inn copy
edit '/^notice-section/d; /^- title: 客/,+1d; s/  to: start/  to: inn/; /^- section: start/,+1d' copy/guide.yaml
prints 'the section of the notice, doors and urgent sections' 'guidec --compare inn copy' <<'EOT'
copy/guide.yaml:31: error: added: a door to section 'inn'
inn/guide.yaml:1: error: lost: section 'safe' as 'notice-section'
inn/guide.yaml:30: error: lost: a door to section 'start'
inn/guide.yaml:32: error: lost: a door to role 'guest'
inn/guide.yaml:44: error: lost: section 'start' in 'urgent'
[status 1]
EOT

# Errors of either are all that is said.
rm -rf copy && cp -R garden copy
edit '/^notice/d' copy/water.md && echo '<b>' >>copy/soil.md
prints 'errors in the copy are all' 'guidec -w --compare garden copy' <<'EOT'
copy/soil.md:50: error: raw HTML; use CommonMark, or write &lt; if a less-than sign is meant
[status 1]
EOT
prints 'so are errors in the original' 'guidec --compare copy garden' <<'EOT'
copy/soil.md:50: error: raw HTML; use CommonMark, or write &lt; if a less-than sign is meant
[status 1]
EOT
prints 'a folder that is not there is status 3' 'guidec --compare nowhere garden' <<'EOT'
guidec: nowhere: No such file or directory
[status 3]
EOT

# However long the lists are: one may hold nothing.
rm -rf many other
copy_case minimal many && cp -R many other
printf '\n## Later\n\nMore.\n' >>other/only.md
prints 'the only heading of a section' 'guidec --compare many other' <<'EOT'
other/only.md:7: error: added: a heading of level 2
[status 1]
EOT
prints 'or none' 'guidec --compare other many' <<'EOT'
other/only.md:7: error: lost: a heading of level 2
[status 1]
EOT
rm -rf other && cp -R many other
awk 'BEGIN { for (i = 1; i <= 5000; i++) printf "## H\n\n[x](https://example.com/%d)\n\n", i }' >>many/only.md
awk 'BEGIN { for (i = 5000; i >= 1; i--) printf "## H\n\n[x](https://example.com/%d)\n\n", i }' >>other/only.md
guidec --compare many other >report 2>&1
equal 'long lists are compared, too' '1 5000' "$? $(grep -c changed report)"

done_testing
