# match.awk: whether outputs hold what their sections do, all of it, in order, once. Behind
# guide.awk. Variables: facts (made by facts.awk), source (by source.awk), and found; what is wrong
# with the first job goes into the file found.1. Reads jobs, a line each, with these fields between
# tabs:
#
#     FORMAT                     text, markdown, html, json, info, or man
#     SECTIONS, TOPICS, ROLES    the choice
#     PAGE                       for man: name, section and summary of the page, between \001
#     FILE                       the output, made plain by plain.awk
#
# What a program adds is known: what is marked "added" below may stand there, at that place only.

# Reads the pieces of the source; see source.awk.
function load_source(path,    line, id) {
    while ((getline line < path) > 0) {
        pieces++
        piece_kind[pieces] = substr(line, 1, 1)
        piece_value[pieces] = substr(line, 3)
        if (piece_kind[pieces] == "S") {
            id = piece_value[pieces]
            first[id] = pieces + 1
        }
        last[id] = pieces
    }
    close(path)
}

# Reads an output into chunks that may each begin a section.
function load_output(path,    line) {
    split("", chunks)
    chunk_count = 1
    while ((getline line < path) > 0) {
        gsub(/\302\255/, "", line) # where a word may be broken
        gsub(/\302\240|\t/, " ", line)
        gsub(/  +/, " ", line)
        gsub(/^ | $/, "", line)
        if (line ~ /^\035/) {
            chunk_count++
            line = substr(line, 2)
        }
        if (line != "")
            chunks[chunk_count] = chunks[chunk_count] line "\034"
    }
    close(path)
    at = 0
    chunk = ""
    position = 1
}

function is_space(character) {
    return character == " " || character == "\034"
}

# Goes to the next word, in the next chunk if need be.
function skip_space() {
    for (;;) {
        while (is_space(substr(chunk, position, 1)))
            position++
        if (position <= length(chunk) || at >= chunk_count)
            return
        chunk = chunks[++at]
        position = 1
    }
}

# Whether an output may have the end of a line between two bytes of a word: behind some signs, and
# beside ideographs and the like.
function may_break(before, after) {
    return index("-/?&=._", before) || before >= "\200" || after >= "\343"
}

# Whether the end of a line in the source is no space: between ideographs.
function may_join(before, after) {
    return before >= "\200" && after >= "\343"
}

# Whether STRING stands here, and if so, goes behind it.
function take(string,    i, j, end, want, have, seen) {
    end = length(string)
    seen = substr(chunk, position, end)
    if (seen == string) {
        position += end
        return 1
    }
    j = position
    for (i = 1; i <= end;) {
        want = substr(string, i, 1)
        have = substr(chunk, j, 1)
        if (want == have || (is_space(want) && is_space(have))) {
            i++
            j++
        } else if (have == "\034" && may_break(substr(chunk, j - 1, 1), want)) {
            j++
        } else if (want == "\034" && may_join(i > 1 ? substr(string, i - 1, 1) : last_byte, have)) {
            i++
        } else {
            break
        }
    }
    if (i > end) {
        position = j
        return 1
    }
    # Told from the word on that differs.
    while (i > 1 && !is_space(substr(string, i - 1, 1))) {
        i--
        j--
    }
    wanted = substr(string, i)
    differs = j > position ? j : position
    return 0
}

# Demands that STRING stands here.
function demand(string) {
    if (failed || take(string))
        return
    failed = 1
    report("\"" shorten(wanted) "\" is wanted where \"" shorten(substr(chunk, differs)) "\" stands")
}

function shorten(string) {
    gsub(/\034/, " ", string)
    return length(string) > 60 ? substr(string, 1, 60) "..." : string
}

function report(text) {
    print section (line_of != "" ? " (line " line_of ")" : "") ": " text >report_file
}

# Begins a block: something is to stand between it and the one before.
function begin_block() {
    skip_space()
    if (position > 1 && !is_space(substr(chunk, position - 1, 1)))
        demand(" ")
    last_byte = " "
}

# A reference may be followed by where the section is to be had, if that is not in view.
function demand_hint(id,    page) {
    if (format == "info") {
        demand(" (*note " id "::)") # added
    } else if (format == "json" || holds(view, id)) {
        return
    } else if (format == "man") {
        page = take_page(own_pages(id)) # added
        pages[page] = 1
    } else {
        demand(" (" fact["reader"] " " id ")") # added
    }
}

# Demands one of the pages in the list; returns which.
function take_page(list,    count, page, i) {
    count = split(list, page, " ")
    for (i = 1; i <= count; i++)
        if (take(" (" page[i] ")"))
            return page[i]
    demand(" (" list ")")
    return list
}

# Info has signs around spans, but for a span in another of its kind.
function take_mark(span) {
    if (format == "info" && span ~ /[se]/)
        take(span ~ /s/ ? "*" : "_") # added
    else if (format == "info")
        take(span == "c" ? "\342\200\230" : "\342\200\231") # added
}

function match_piece(kind, value,    part) {
    if (kind == "B") {
        split(value, part, "\t")
        line_of = part[2]
        begin_block()
    } else if (kind == "T") {
        match_text(value)
    } else if (kind == "M") {
        take_mark(value)
    } else if (kind == "O") {
        take(value) # added
    } else if (kind == "D") {
        take(":") # some formats leave it out
    } else if (kind == "K") {
        match_mark(value)
    } else if (kind == "t") {
        demand(field["section", value, "title"]) # added
        demand_hint(value)
    } else if (kind == "R") {
        demand_hint(value)
    } else if (kind == "V" && format != "json" && said != value) {
        demand(" (" value ")") # added
    } else if (kind == "Q") {
        take(value) # added
    } else if (kind == "U" && (format == "text" || format == "man")) {
        demand(" <" value ">") # added
    } else if (kind == "U" && format == "info") {
        demand(" (" value ")") # added
    } else if (kind == "C") {
        cited[value] = 1
    } else if (kind == "c") {
        cited[value] = 1
        match_citation(value)
    }
    if (kind != "T" && kind != "M" && kind != "B")
        last_byte = ""
    before = kind == "M" ? value : ""
    said = kind == "T" ? value : ""
}

# Words, which may begin with a space or follow one.
function match_text(value) {
    if (is_space(last_byte)) {
        sub(/^[ \034]+/, "", value)
        while (is_space(substr(chunk, position, 1)))
            position++
    }
    # "*Note " begins a reference in Info.
    if (format == "info" && before == "s" && match(value, /^[Nn][Oo][Tt][Ee] /)) {
        demand(substr(value, 1, RLENGTH - 1) "* *") # added
        value = substr(value, RLENGTH + 1)
    }
    demand(value)
    if (value != "")
        last_byte = substr(value, length(value))
}

# The roles of a heading stand in JSON only, in the order of the guide.
function match_mark(mark,    again, count, role, i, list) {
    if (format != "json")
        return
    again = sub(/\tagain$/, "", mark)
    gsub(/[{}.]/, "", mark)
    count = split(names["role"], role, " ")
    for (i = 1; i <= count; i++)
        if (holds(mark, role[i]))
            list = list (list == "" ? "." : " .") role[i]
    list = " {" list "}"
    if (again)
        take(list) # added
    else
        demand(list) # added
}

# A citation without a text takes the authors' names and the year; without a year, the author, and
# without that, the title.
function match_citation(id,    author, year, near, spot) {
    author = field["source", id, "author"]
    year = field["source", id, "year"]
    near = substr(chunk, position, 200)
    gsub(/\034/, " ", near)
    spot = index(near, year)
    if (author != "" && year != "" && spot > 0)
        position += spot - 1 + length(year) # added
    else if (author != "" && index(author, ",") == 0)
        demand(author) # added
    else if (author != "")
        demand(substr(author, 1, index(author, ",") - 1)) # added
    else
        demand(field["source", id, "title"]) # added
}

# The fields of an entry of the bibliography; the signs between them are added.
function match_entry(id,    i, count, key, text) {
    line_of = ""
    match_piece("B", "p")
    match_piece("O", "\342\200\242")
    begin_block()
    count = split("author year title in url doi", key, " ")
    for (i = 1; i <= count && !failed; i++) {
        text = field["source", id, key[i]]
        if (text == "" || (key[i] == "doi" && field["source", id, "url"] != ""))
            continue
        while (match(substr(chunk, position, 20), /^([ \034().,:<]|https:\/\/doi\.org\/)+/))
            position += RLENGTH # added
        demand(text)
    }
    if (match(substr(chunk, position, 20), /^[).>]+/))
        position += RLENGTH # added
}

function match_sources(all,    i, count, id) {
    count = split(names["source"], id, " ")
    for (i = 1; i <= count && !failed; i++)
        if (all || id[i] in cited)
            match_entry(id[i])
}

function match_strong(text) {
    match_piece("B", "p")
    take_mark("s")
    demand(text)
    take_mark("/s")
}

function match_see_also(see,    i, count, id) {
    line_of = ""
    match_strong("See also:") # added
    count = split(see, id, " ")
    for (i = 1; i <= count; i++) {
        demand(i == 1 ? " " : "; ") # added
        match_piece("t", id[i])
    }
    take(".") # added
}

# The title; on a page of one section below DESCRIPTION, and only if it is not the name of the page.
function match_title(id,    title) {
    title = field["section", id, "title"]
    begin_block()
    if (format == "json") {
        demand(id)
    } else if (format == "man" && single && title == page[1]) {
        if (piece_value[first[id]] !~ /^h2/)
            demand("DESCRIPTION") # added
    } else {
        if (format == "man" && single)
            demand("DESCRIPTION ") # added
        demand(title)
    }
}

function match_section(id,    i, part, shown) {
    failed = 0
    line_of = 1
    shown = 1
    match_title(id)
    if (field["section", id, "notice"] == "true" && format != "json") {
        match_strong(fact["notice"]) # added
        if (notice_leads(id) != "")
            demand_hint(notice_leads(id)) # added
    }
    for (i = first[id]; i <= last[id] && !failed; i++) {
        if (piece_kind[i] == "B") {
            split(piece_value[i], part, "\t")
            shown = meets(part[3], roles)
        }
        if (shown)
            match_piece(piece_kind[i], piece_value[i])
    }
    line_of = ""
    if (field["section", id, "list"] == "sources" && format != "json") {
        match_sources(1)
        lists_sources = 1
    }
    if (field["section", id, "see"] != "" && format != "json" && !failed)
        match_see_also(field["section", id, "see"])
}

# Nothing more is to stand in this chunk.
function demand_end() {
    while (is_space(substr(chunk, position, 1)))
        position++
    if (!failed && position <= length(chunk))
        report("\"" shorten(substr(chunk, position)) "\" is nowhere in the source")
    position = length(chunk) + 1
}

# After a mismatch: goes to where the section begins, if it does.
function find_section(id,    i, title) {
    title = format == "json" ? id : field["section", id, "title"]
    for (i = failed_at; i <= chunk_count; i++)
        if (substr(chunks[i], 1, length(title)) == title) {
            at = i
            chunk = chunks[i]
            position = 1
            return 1
        }
    report("the section is not there, or not in its place")
    return 0
}

function match_head() {
    section = "(what stands before the sections)"
    line_of = ""
    failed = 0
    if (format != "man")
        return
    skip_space()
    position = index(chunk, "\034")
    begin_block()
    demand("NAME ")
    demand(page[1] " - " page[3])
    demand_end()
}

# The pages that were referred to, by section and name.
function referred_pages(    count, name, list, i, j, keep) {
    for (name in pages)
        list[++count] = substr(name, index(name, "(")) name
    for (i = 2; i <= count; i++) {
        keep = list[i]
        for (j = i; j > 1 && list[j - 1] > keep; j--)
            list[j] = list[j - 1]
        list[j] = keep
    }
    name = ""
    for (i = 1; i <= count; i++)
        name = name (i > 1 ? ", " : "") substr(list[i], index(list[i], ")") + 1)
    return name
}

function match_tail(    id, any) {
    section = "(what stands behind the sections)"
    line_of = ""
    failed = 0
    for (id in cited)
        any = 1
    if (any && !lists_sources && format != "json") {
        begin_block()
        demand("Sources") # added
        match_sources(0)
        demand_end()
    }
    if (format == "man") {
        if (referred_pages() != "") {
            begin_block()
            demand("SEE ALSO " referred_pages()) # added
            demand_end()
        }
        if (fact["copyright"] != "") {
            begin_block()
            demand("COPYRIGHT " fact["copyright"]) # added
            demand_end()
        }
        begin_block()
        demand(fact["name"] " " (fact["version"] == "" ? "" : fact["version"] " ") fact["edition"] " " toupper(page[1]) "(" page[2] ")") # added
    }
    demand_end()
    skip_space()
    if (!failed)
        demand_end()
}

function run(    count, id, i) {
    load_output($6)
    split($5, page, "\001")
    format = $1
    roles = $4 == "" ? "*" : $4
    view = choose($2, $3, $4)
    split("", cited)
    split("", pages)
    lists_sources = 0
    report_file = found "." NR
    printf "" >report_file
    match_head()
    count = split(view, id, " ")
    single = count == 1
    for (i = 1; i <= count; i++) {
        section = id[i]
        line_of = ""
        if (i > 1 && failed && !find_section(id[i]))
            continue
        skip_space()
        failed_at = at + 1
        match_section(id[i])
        # What follows begins on a line of its own, but in man pages of one section and in Info.
        if (!(format == "man" && single) && !(format == "info" && i == count))
            demand_end()
    }
    if (!failed)
        match_tail()
    close(report_file)
}

BEGIN {
    FS = "\t"
    load_facts(facts)
    load_source(source)
}
{ run() }
