# SPDX-License-Identifier: MIT
# Writes a guide that holds N of one thing, to see how long it takes.
#
# usage: awk -f linear.awk -v kind=KIND -v n=N -v dir=DIR; without kind: prints all kinds

function times(text, count,    all) {
    if (count < 1)
        return ""
    if (count == 1)
        return text
    all = times(text, int(count / 2))
    return all all (count % 2 ? text : "")
}

# As many texts as there are, each with its number in the place of "#".
function each(text, count, file,    i, j, pieces, piece) {
    pieces = split(text, piece, "#")
    for (i = 1; i <= count; i++) {
        printf "%s", piece[1] >file
        for (j = 2; j <= pieces; j++)
            printf "%d%s", i, piece[j] >file
    }
}

BEGIN {
    # What the body of a section repeats.
    body["paragraphs"] = "Some text of a paragraph.\n\n"
    body["lines"] = "Some text of a line.\n"
    body["words"] = "some words "
    body["long word"] = "word"
    body["ideographs"] = "\346\227\245\346\234\254"
    body["accents"] = "e\314\201"
    body["nested lists"] = "- "
    body["nested quotes"] = ">"
    body["lists"] = "- item\n\n  - item\n\n"
    body["definitions"] = "- **Term:** text\n"
    body["headings"] = "## Heading\n\nText.\n\n### Heading\n\nText.\n\n"
    body["headings for a role"] = "## Heading {.one}\n\nText.\n\n"
    body["brackets"] = "["
    body["closing brackets"] = "a]"
    body["half links"] = "[a](b"
    body["left over links"] = "[a][b] "
    body["emphasis"] = "*a **a "
    body["closed emphasis"] = "*a* **b** "
    body["mixed emphasis"] = "*a_ "
    body["stars"] = "*"
    body["backticks"] = "a``b` "
    body["code spans of a space"] = "` ` "
    body["empty spans"] = "** **` `"
    body["entities"] = "&amp;&#65;"
    body["refused entities"] = "&#27; "
    body["references"] = "[r](b.md) "
    body["empty references"] = "[](b.md) "
    body["unknown references"] = "[r](no-such-section.md) "
    body["citations"] = "([x](source:x1)) "
    body["addresses"] = "<https://example.org/> "
    body["hard breaks"] = "a\\\n"
    body["escapes"] = "\\*"
    body["raw HTML"] = "<b>x</b> "
    body["comments"] = "<!-- "
    body["rules"] = "---\n\n"
    body["table lines"] = "| - : |\n"
    body["control characters"] = "\001"
    body["lines with control characters"] = "\001\n"
    body["carriage returns"] = "a\r\n"
    body["code lines"] = "    code\n"
    body["role marks"] = "{.one} "
    body["open role marks"] = "{.one"
    body["swapped links"] = ")[https://a"
    body["escapes"] = "\\{ &amp; "
    body["variables"] = "{{v}} "
    body["variables in code"] = "`{{v}}` "
    body["variables in addresses"] = "[a](https://example.org/{{v}}) "
    body["escaped variables"] = "\\{{v}} "
    body["unknown variables"] = "{{w}} "
    body["open variables"] = "{{v"
    body["variables with blanks"] = "{{ v }} "
    body["empty links to places"] = "- **Same:** [](#same)\n"
    body["unknown places"] = "[r](#no-such-place) "
    body["signs of synopses"] = "- **a** [=] | ... [*b*]: c\n"
    body["terms without end"] = "- **a** [*b*] | "
    body["notes"] = "> **Note:** text\n\n"

    # What a list in the front matter, or in guide.yaml, repeats.
    front["aliases"] = "aliases: ["
    front["index"] = "index: ["
    front["equal aliases"] = "aliases: ["
    front["unknown topics"] = "topics: ["
    front["nested YAML lists"] = "index: "
    front["urgent asks"] = "asks: ["
    front["unknown keys"] = ""
    front["equal keys"] = ""
    item["aliases"] = item["index"] = "alias-#,\n  "
    item["equal aliases"] = "alias,\n  "
    item["unknown topics"] = "topic-#,\n  "
    item["nested YAML lists"] = "["
    item["urgent asks"] = "I I am on a fire-#,\n  "
    item["unknown keys"] = "key#: x\n"
    item["equal keys"] = "key: x\n"

    split("sections topics pages roles parts sources equal-pages path unlisted-files title mistaken-sections many-variables", more, " ")

    if (kind == "") {
        for (name in body)
            print name
        for (name in front)
            print name
        for (i = 1; i in more; i++)
            print more[i]
        exit
    }

    yaml = dir "/guide.yaml"
    printf "name: long\ntitle: A guide\nsummary: of many things\nedition: 2026-01-31\n" >yaml
    printf "category: None\nnotice: Take care.\nroles:\n  - {id: one, title: One, path: [b%s]}\n",
        (kind == "path" ? times(", a, b", n) : "") >yaml
    if (kind == "roles")
        each("  - {id: role-#, title: Role #}\n", n, yaml)
    printf "topics:\n  - id: t\n" >yaml
    if (kind == "topics")
        each("  - {id: topic-#, summary: about it, aliases: [subject-#]}\n", n, yaml)
    printf "parts:\n  - {id: p, title: Part, sections: [a, b" >yaml
    if (kind ~ /sections$/)
        each(", s#", n, yaml)
    printf "]}\n" >yaml
    if (kind == "parts")
        each("  - {id: part-#, title: Part, sections: []}\n", n, yaml)
    printf "pages:\n  - {name: long, section: 7, summary: all, roles: []}\n" >yaml
    if (kind == "pages" || kind == "equal-pages")
        each("  - {name: page" (kind == "pages" ? "-#" : "") \
            ", section: 7, summary: one, sections: [b]}\n", n, yaml)

    if (kind == "urgent asks") {
        printf "urgent:\n  - section: b\n    words: [" >yaml
        each("I am on a fire-#,\n      ", n, yaml)
        printf "]\n" >yaml
    }

    if (kind ~ /variables/) {
        printf "variables:\n  v: value\n" >yaml
        if (kind == "many-variables")
            each("  v#: a {{v}}\n", n, yaml)
    }

    sources = dir "/sources.yaml"
    printf "x1: {author: Some One, year: 2001, title: A title}\n" >sources
    if (kind == "sources")
        each("s#: {author: Some One, year: 2001, title: A title}\n", n, sources)

    a = dir "/a.md"
    printf "---\ntitle: A title%s\nsummary: about it\n", (kind == "title" ? times(" of words", n) : "") >a
    if (kind in front) {
        printf "%s", front[kind] >a
        each(item[kind], n, a)
        printf "%s", (front[kind] == "" ? "" : "]\n") >a
    }
    printf "---\n%s\n", (kind in body ? times(body[kind], n) : "Text.") >a
    printf "---\ntitle: Other\nsummary: about it\n---\nText, cited ([x](source:x1)).\n" >(dir "/b.md")
    for (i = 1; i <= n && (kind ~ /sections$/ || kind == "unlisted-files"); i++) {
        file = dir "/s" i ".md"
        printf "---\ntitle: Section %d\nsummary: about it\nsee: [%s]\n---\nText.\n", i,
            (kind ~ /^mistaken/ ? "x" i : "b") >file
        close(file)
    }
}
