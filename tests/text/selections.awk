# selections.awk: whether what is printed of many selections has all references, headings and
# notices as they should be. Behind guide.awk. Variables: facts (made by facts.awk), source (by
# source.awk), format, and folder. Reads lines of two fields between tabs, the topics and the roles
# of a selection, whose output is the file N.FORMAT in the folder, N being the number of the line.
#
# Each format is turned into what it says: titles, headings, and words; in the words, references are
# "(trustman ID)", "(PAGE(SECTION))" or, within the selection, \001ID\002.

# --- What is wanted ---

# Reads from the pieces of the source what refers to what; see source.awk.
function load_source(path,    line, part, id) {
    while ((getline line < path) > 0) {
        split(line, part, "\t")
        if (part[1] == "S") {
            id = part[2]
        } else if (part[1] == "B") {
            shown_to = part[4]
            heading = part[2] ~ /^h/ ? substr(part[2], 2) : ""
        } else if (part[1] == "R" || part[1] == "t") {
            count_of[id]++
            reference[id, count_of[id]] = part[2]
            reference_for[id, count_of[id]] = shown_to
        }
        if (part[1] == "T" && heading != "")
            heading_text = heading_text part[2]
        else if (heading_text != "" && part[1] ~ /[BS]/) {
            level_of[heading_text] = heading_level
            heading_text = ""
        }
        if (part[1] == "B")
            heading_level = heading
    }
    close(path)
}

# What a section refers to for some roles, at its end to what else to read.
function references(id, roles,    i, list) {
    if ((id, roles) in cached)
        return cached[id, roles]
    for (i = 1; i <= count_of[id]; i++)
        if (meets(reference_for[id, i], roles))
            list = list " " reference[id, i]
    if (format != "json")
        list = list " " field["section", id, "see"]
    return cached[id, roles] = list
}

# The same as the words of this format have it.
function wanted_references(id,    list, count, word, i) {
    if (notice_leads(id) != "" && format != "json")
        list = wanted_reference(notice_leads(id))
    count = split(references(id, roles), word, " ")
    for (i = 1; i <= count; i++)
        list = list wanted_reference(word[i])
    return list
}

function wanted_reference(id) {
    if (format == "json" || (holds(view, id) && (format == "html" || format == "texinfo")))
        return " " id
    if (holds(view, id))
        return ""
    if (format == "man")
        return " (" own_pages(id) ")"
    return " (" fact["reader"] " " id ")"
}

# --- What is found ---

# A section begins.
function title(text) {
    finish_section()
    at++
    seen++
    if (at > view_count) {
        tail = 1
        if (text != "Sources" || at > view_count + 1)
            report("\"" text "\" is no section of it")
    } else if (text != wanted_title(view_list[at])) {
        report("\"" text "\" stands where section " view_list[at] " is wanted")
    }
    last_level = 1
    last_heading = text
}

function wanted_title(id) {
    return format == "json" ? id : field["section", id, "title"]
}

function heading_found(level, text) {
    if (last_level >= level)
        report("nothing stands below \"" last_heading "\"")
    last_level = level
    last_heading = text
}

function words(text) {
    if (text == "")
        return
    said = said " " text
    last_level = 0
}

# The references that the words of a section hold, in their order.
function found_references(text,    list, hint) {
    while (match(text, "\001[^\002]*\002|\\([a-z][a-z0-9-]*\\([1-9]\\)\\)|\\(" fact["reader"] \
        " [a-z0-9-]+\\)")) {
        hint = substr(text, RSTART, RLENGTH)
        gsub(/[\001\002]/, "", hint)
        list = list " " hint
        text = substr(text, RSTART + RLENGTH)
    }
    return list
}

function finish_section(    id, notice, wanted, got) {
    if (at == 0)
        return
    if (last_level > 0)
        report("nothing stands below \"" last_heading "\"")
    id = view_list[at]
    gsub(/ +/, " ", said)
    sub(/^ /, "", said)
    if (!tail) {
        notice = format == "json" ? noticed : index(said, fact["notice"])
        # A link begins before its text.
        if (notice_leads(id) != "" && said ~ /^\001/ && notice == index(said, "\002") + 1)
            notice = 1
        if (field["section", id, "notice"] == "true" && notice != 1)
            report("section " id " does not open with the notice")
        if (field["section", id, "notice"] != "true" && notice > 0)
            report("section " id " has a notice")
        if (notice == 1 && index(substr(said, index(said, fact["notice"]) + 1), fact["notice"]))
            report("section " id " has two notices")
        wanted = wanted_references(id)
        got = found_references(said)
        if (!same_references(wanted, got))
            report("section " id " refers to" got "; wanted:" wanted)
    }
    said = ""
}

# A reference may lead to any of several pages.
function same_references(wanted, got,    count, want, have, i) {
    if (wanted == got)
        return 1
    if (format != "man")
        return 0
    count = split(wanted, want, /^ \(|\) \(|\)$/)
    if (split(got, have, /^ \(|\) \(|\)$/) != count)
        return 0
    for (i = 1; i <= count; i++)
        if (!holds(want[i], have[i]))
            return 0
    return 1
}

function report(text) {
    print described ": " text
}

# --- The formats ---

# Headings stand left of the text, level 2 and 3 alike; long ones go on in the next line.
function text_line(line) {
    if (line ~ /^ ? ?[^ ]/ && (previous == "" || head_line != "")) {
        if (head_line != "")
            sub(/^ +/, " ", line)
        head_line = head_line line
    } else {
        finish_head_line()
        sub(/^ +/, "", line)
        words(line)
    }
    previous = line
}

function finish_head_line(    text) {
    text = head_line
    head_line = ""
    if (sub(/^ +/, "", text))
        heading_found((text in level_of) ? level_of[text] : 2, text)
    else if (text != "")
        title(text)
}

function markdown_line(line) {
    if (line ~ /^ *(```|~~~)/)
        in_code = !in_code
    if (!in_code && line ~ /^# /) {
        gsub(/\\/, "", line)
        title(substr(line, 3))
    } else if (!in_code && line ~ /^###? /) {
        heading_found(index(line, " ") - 1, line)
    } else {
        gsub(/^ +|\*\*/, "", line)
        words(line)
    }
}

function html_line(line,    target) {
    while (match(line, / id="[^"]*"/)) {
        target = substr(line, RSTART + 5, RLENGTH - 6)
        if (target in ids)
            report("two elements have the id " target)
        ids[target] = 1
        line = substr(line, 1, RSTART - 1) substr(line, RSTART + RLENGTH)
    }
    while (match(line, /href="#[^"]*"[^>]*>/)) {
        target = substr(line, RSTART + 7)
        target = substr(target, 1, index(target, "\"") - 1)
        hrefs[target] = 1
        line = substr(line, 1, RSTART - 1) ">" \
            (in_main && target !~ /:/ ? "\001" target "\002" : "") substr(line, RSTART + RLENGTH)
    }
    if (line ~ /<main/)
        in_main = 1
    if (!in_main)
        return
    if (line ~ /<\/main>/)
        in_main = 0
    level = line ~ /^<h[1-6]/ ? substr(line, 3, 1) : 0
    if (line ~ /^<section/)
        section_level = 0
    gsub(/<[^>]*>/, "", line)
    gsub(/&quot;/, "\"", line)
    gsub(/&amp;/, "\\&", line)
    if (level && !section_level) {
        section_level = level
        title(line)
    } else if (level) {
        heading_found(level - section_level + 1, line)
    } else {
        words(line)
    }
}

function check_anchors(    target) {
    for (target in hrefs)
        if (!(target in ids))
            report("#" target " leads nowhere")
    split("", hrefs)
    split("", ids)
}

function man_plain(line) {
    gsub(/\\f(\(BI|[RBI])|\\[&:%]/, "", line)
    gsub(/\\\(aq/, "'", line)
    gsub(/\\\(dq/, "\"", line)
    gsub(/\\\(bu/, "", line)
    gsub(/\\~/, " ", line)
    gsub(/\\-/, "-", line)
    return line
}

# Headings of level 3 are lines in bold type, which are not told from others.
function man_line(line,    name) {
    if (line ~ /^\.S[HS] /) {
        name = man_plain(substr(line, 5))
        page_part = name ~ /^(NAME|SEE ALSO|COPYRIGHT)$/ ? name : ""
        if (page_part != "" && substr(line, 5) != page_part)
            report(line " is no name of a heading")
        if (page_part == "COPYRIGHT" || (page_part == "SEE ALSO" && at > 0 && !tail)) {
            finish_section()
            at = tail = 0
        }
        if (page_part == "" && line ~ /^\.SH / && !(view_count == 1 && at))
            man_title(name)
        else if (page_part == "")
            heading_found(line ~ /^\.SH/ ? 2 : 3, name)
    } else if (line ~ /^\.BR / && page_part == "SEE ALSO") {
        name = man_plain(line)
        sub(/^\.BR /, "", name)
        sub(/ /, "", name)
        sub(/,$/, "", name)
        if (!(name in is_page))
            report("there is no page " name)
    } else if (line !~ /^\./ && page_part == "") {
        line = man_plain(line)
        if (wants_title && line == wanted_title(view_list[1]))
            wants_title = 0
        else
            words(line)
    }
}

# A page of one section has its title below DESCRIPTION.
function man_title(name) {
    if (view_count == 1 && name == "DESCRIPTION") {
        wants_title = 1
        name = wanted_title(view_list[1])
    }
    title(name)
}

# A span may go on in the next line, so that all braces go.
function texinfo_plain(line) {
    gsub(/@apos\{\}/, "'", line)
    gsub(/@comma\{\}/, ",", line)
    gsub(/@tie\{\}/, " ", line)
    gsub(/@(strong|emph|code|command|t|w|uref)\{|@[\/*]|^@item ?/, "", line)
    gsub(/[{}]/, "", line)
    gsub(/@@/, "@", line)
    return line
}

function texinfo_line(line,    id) {
    if (line ~ /^@node /) {
        id = substr(line, 7)
        ids[id] = 1
        in_main = line !~ / Index$|^@node Top$/
        return
    }
    while (match(line, /@pxref\{[a-z0-9-]*\}/)) {
        id = substr(line, RSTART + 7, RLENGTH - 8)
        hrefs[id] = 1
        line = substr(line, 1, RSTART - 1) "\001" id "\002" substr(line, RSTART + RLENGTH)
    }
    line = texinfo_plain(line)
    if (!in_main)
        return
    if (line ~ /^@chapter /)
        title(substr(line, 10))
    else if (line ~ /^@heading Sources$/)
        title("Sources")
    else if (line ~ /^@(sub)*heading /)
        heading_found(line ~ /^@subsub/ ? 3 : 2, line)
    else if (line !~ /^@/)
        words(line)
}

# A line of what selections.sh makes of the JSON: a key, a tab and its value, or a line of it.
function json_line(line,    key) {
    key = substr(line, 1, index(line, "\t") - 1)
    line = substr(line, length(key) + 2)
    if (key == "id") {
        title(line)
    } else if (key == "notice") {
        noticed = line == "true"
    } else if (key == "see") {
        if (line != field["section", view_list[at], "see"])
            report("section " view_list[at] " has \"see\": " line)
    } else if (key == "guide.notice" && line != fact["notice"]) {
        report("the guide has another notice")
    } else if (key == "markdown") {
        while (match(line, /\]\([a-z0-9-]*\.md\)/))
            line = substr(line, 1, RSTART - 1) "\001" \
                substr(line, RSTART + 2, RLENGTH - 6) "\002" substr(line, RSTART + RLENGTH)
        markdown_line(line)
    }
}

function read_output(path,    line) {
    while ((getline line < path) > 0)
        if (format == "text")
            text_line(line)
        else if (format == "markdown")
            markdown_line(line)
        else if (format == "html")
            html_line(line)
        else if (format == "man")
            man_line(line)
        else if (format == "texinfo")
            texinfo_line(line)
        else
            json_line(line)
    close(path)
    finish_head_line()
    finish_section()
}

BEGIN {
    FS = "\t"
    load_facts(facts)
    load_source(source)
    count = split(names["page"], page, " ")
    for (i = 1; i <= count; i++)
        is_page[page[i] "(" field["page", page[i], "section"] ")"] = 1
}
{
    described = $1 "," $2
    gsub(/^,|,$/, "", described)
    roles = $2 == "" ? "*" : $2
    view = choose("", $1, $2)
    view_count = split(view, view_list, " ")
    at = seen = tail = in_main = in_code = last_level = 0
    said = page_part = previous = head_line = ""
    read_output(folder "/" NR "." format)
    if (seen < view_count)
        report("section " view_list[seen + 1] " is not there")
    check_anchors()
}
