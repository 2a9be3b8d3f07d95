# SPDX-License-Identifier: MIT
# Writes a guide with every construct of the source format, for measuring.
#
# usage: awk -f generate.awk -v sections=N -v dir=DIR [-v seed=N] [-v bytes=N]
#
# DIR has to be there. The same seed gives the same guide with every awk: numbers are drawn here, not
# by rand(). BYTES is the mean length of a body.

function draw(limit) {
    state = (state * 16807) % 2147483647
    return state % limit
}

function word() {
    return words[draw(word_count)]
}

function phrase(count,    text) {
    text = word()
    while (--count > 0)
        text = text " " word()
    return text
}

function id(number) {
    return sprintf("s%05d", number)
}

# A span now and then: emphasis, strong, code, references, citations, addresses, accents.
function span(    kind) {
    kind = draw(40)
    if (kind == 0) return "*" phrase(2) "*"
    if (kind == 1) return "**" phrase(2) "**"
    if (kind == 2) return "`" word() "`"
    if (kind == 3) return "[" phrase(2) "](" id(draw(sections)) ".md)"
    if (kind == 4) return "[Someone " (1990 + draw(30)) "](source:x" draw(40) ")"
    if (kind == 5) return "<https://example.org/" word() ">"
    if (kind == 6) return "na\303\257ve caf\303\251"
    if (kind == 7) return "(" phrase(3) ")"
    return phrase(3)
}

function sentence(    text, count) {
    text = span()
    for (count = 2 + draw(4); count > 0; count--)
        text = text " " span()
    return text "."
}

# Text in lines, as people write it.
function paragraph(indent, count,    text) {
    text = sentence()
    while (--count > 0)
        text = text (draw(2) ? " " : "\n" indent) sentence()
    return text
}

function list(mark,    text, count) {
    for (count = 2 + draw(3); count > 0; count--)
        text = text mark " " paragraph(mark == "-" ? "  " : "   ", 1) "\n"
    return text "\n"
}

function nested(    text, count) {
    text = "- " sentence() "\n"
    for (count = 2; count > 0; count--)
        text = text "  1. " sentence() "\n     - " phrase(4) "\n"
    return text "- " sentence() "\n\n"
}

function definitions(    text, count) {
    for (count = 2 + draw(3); count > 0; count--)
        text = text "- **" phrase(2) ":** " sentence() "\n"
    return text "\n"
}

function block(    kind) {
    kind = draw(12)
    if (kind == 0) return "## " phrase(3) "\n\n"
    if (kind == 1) return "### " phrase(3) " {.r" draw(4) "}\n\n" paragraph("", 1) "\n\n## " phrase(2) "\n\n"
    if (kind == 2) return list("-")
    if (kind == 3) return list("1.")
    if (kind == 4) return nested()
    if (kind == 5) return definitions()
    if (kind == 6) return "> " sentence() "\n\n"
    if (kind == 7) return "```\n" phrase(4) "\n  " phrase(3) "\n```\n\n"
    if (kind == 8) return phrase(4) "\\\n" phrase(4) ".\n\n"
    return paragraph("", 3) "\n\n"
}

function write_section(number,    file, text) {
    file = dir "/" id(number) ".md"
    text = ""
    while (length(text) < bytes - 150)
        text = text block()
    print "---\ntitle: " phrase(3) "\nsummary: " phrase(6) > file
    print "topics: [t" draw(20) ", u" draw(20) "]\nindex: [" phrase(2) ", " word() "]" > file
    print "see: [" id((number + 1) % sections) ", " id((number + 2) % sections) "]" > file
    print "notice: " (draw(2) ? "true" : "false") "\n---" > file
    print paragraph("", 2) "\n\n" text > file
    close(file)
}

function write_manifest(    file, i, part) {
    file = dir "/guide.yaml"
    print "name: bench\ntitle: A guide to measure\nsummary: made of words by chance" > file
    print "edition: 2026-01-01\ncategory: Miscellaneous\ncopyright: None." > file
    print "notice: This guide says nothing at all.\nroles:" > file
    for (i = 0; i < 4; i++)
        print "  - {id: r" i ", title: Role " i ", path: [" id(i) ", " id(i + 4) "]}" > file
    print "topics:" > file
    for (i = 0; i < 20; i++)
        print "  - {id: t" i ", summary: " phrase(3) "}\n  - {id: u" i ", summary: " phrase(3) "}" > file
    print "parts:" > file
    for (i = 0; i < sections; i++) {
        if (i % 50 == 0)
            print "  - id: part" ++part "\n    title: " phrase(2) "\n    sections:" > file
        print "      - " id(i) > file
    }
    print "pages:" > file
    part = 0
    for (i = 0; i < sections; i++) {
        if (i % 50 == 0)
            print "  - name: bench-" ++part "\n    section: 7\n    summary: " phrase(4) "\n    sections:" > file
        print "      - " id(i) > file
    }
    close(file)
}

function write_sources(    file, i) {
    file = dir "/sources.yaml"
    for (i = 0; i < 40; i++)
        print "x" i ":\n  author: " word() "\n  year: " 1990 + i "\n  title: " phrase(5) > file
    close(file)
}

BEGIN {
    if (sections < 8 || dir == "") {
        print "usage: awk -f generate.awk -v sections=N -v dir=DIR" > "/dev/stderr"
        exit 2
    }
    state = seed > 0 ? seed : 1
    if (bytes == 0)
        bytes = 1500
    word_count = split("able about after again air almost along answer any around ask away back be " \
        "because become before begin believe better between book bring call care change close cold " \
        "come could day door down early enough even evening eye face fact far feel find first follow " \
        "friend garden give go good great ground hand hard have head hear help hold home honest hope " \
        "hour house keep kind know late learn leave letter light listen little live long look lose " \
        "make matter mean meet mind moment month more morning most move name near need never new " \
        "night nothing number offer old open other own part past people place plain point promise " \
        "question quiet read real reason rest right river road room say season see seem seldom show " \
        "side sleep slow small some soon speak stand start stay step still stone story street sure " \
        "table talk tell than thing think time today together trust truth try turn under understand " \
        "until use very voice wait walk wall want water way week well what window winter without " \
        "word work write year young", list_of_words, " ")
    for (i = 1; i <= word_count; i++)
        words[i - 1] = list_of_words[i]
    write_manifest()
    write_sources()
    for (number = 0; number < sections; number++)
        write_section(number)
}
