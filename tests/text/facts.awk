# facts.awk: what a guide says of itself, as lines of fields between tabs:
#
#     KEY TEXT       of guide.yaml, if the key has a text
#     role ID PATH
#     topic ID
#     part ID SECTIONS
#     page NAME SECTION SUMMARY SECTIONS TOPICS ROLES ALSO
#     source ID AUTHOR YEAR TITLE IN URL DOI
#     section ID TITLE SUMMARY ROLES TOPICS NOTICE LIST SEE ALIASES INDEX BODY
#
# Lists are words between spaces, INDEX one of phrases between "; "; ROLES of a section is "*" if it
# is for all; BODY is the number of the line that the text begins in. Reads guide.yaml, sources.yaml
# and sections, those that are named. It knows as much of YAML as guides are written in, and shares
# no code with guidec.

function unquote(value,    quote) {
    quote = substr(value, 1, 1)
    if (quote != "\"" && quote != "'")
        return value
    value = substr(value, 2, length(value) - 2)
    if (quote == "'") {
        gsub(/''/, "'", value)
    } else {
        gsub(/\\\\/, "\001", value)
        gsub(/\\"/, "\"", value)
        gsub(/\001/, "\\", value)
    }
    return value
}

function items(list) {
    sub(/\][^]]*$/, "", list)
    gsub(/[][,"']/, " ", list)
    gsub(/ +/, " ", list)
    gsub(/^ | $/, "", list)
    return list
}

# A value is a list, if it has brackets, or a text.
function value_of(string) {
    return string ~ /^\[/ ? items(string) : unquote(string)
}

function print_entry() {
    if (file ~ /sources\.yaml$/ && entry["id"] != "")
        print "source", entry["id"], entry["author"], entry["year"], entry["title"], entry["in"], \
            entry["url"], entry["doi"]
    else if (list == "roles" && entry["id"] != "")
        print "role", entry["id"], entry["path"]
    else if (list == "topics" && entry["id"] != "")
        print "topic", entry["id"]
    else if (list == "parts" && entry["id"] != "")
        print "part", entry["id"], entry["sections"]
    else if (list == "pages" && entry["name"] != "")
        print "page", entry["name"], entry["section"], entry["summary"], entry["sections"], \
            entry["topics"], entry["roles"], entry["also"]
    if (list == "parts")
        book = book " " entry["sections"]
    if (list == "pages" && entry["topics"] entry["roles"] == "")
        has_page[entry["sections"]] = 1
    split("", entry)
}

function print_section() {
    if (!("roles" in entry))
        entry["roles"] = "*"
    print "section", entry["id"], entry["title"], entry["summary"], entry["roles"], \
        entry["topics"], entry["notice"], entry["list"], entry["see"], entry["aliases"], \
        entry["index"], FNR + 1
    summary[entry["id"]] = entry["summary"]
    split("", entry)
}

# Takes one key with its value, which may have stood on several lines.
function take(    value) {
    if (key == "index")
        gsub(/, */, "; ", text)
    value = value_of(text)
    if (indent == 0 && file ~ /\.md$/) {
        entry[key] = value
    } else if (indent == 0 && file ~ /sources\.yaml$/) {
        print_entry()
        entry["id"] = key
    } else if (indent == 0 && !dash) {
        print_entry()
        list = value == "" ? key : ""
        if (key == "page-for-each")
            page_for_each = value
        else if (list == "")
            print key, value
    } else if (list == "roles" && ("id" in entry) && indent > role_indent + (dash ? 0 : 2)) {
        # A group of a path.
        if (key == "sections")
            entry["path"] = entry["path"] (entry["path"] == "" ? "" : " ") value
    } else {
        if (dash)
            role_indent = indent
        if (dash)
            print_entry()
        entry[key] = value
    }
    key = ""
}

# Takes the keys of a map in braces.
function take_map(map,    value) {
    print_entry()
    while (match(map, /[a-z]+: *(\[[^]]*\]|"[^"]*"|[^,}]*)/)) {
        value = substr(map, RSTART, RLENGTH)
        map = substr(map, RSTART + RLENGTH)
        key = value
        sub(/:.*/, "", key)
        sub(/^[a-z]+: */, "", value)
        entry[key] = value_of(value)
    }
    key = ""
}

function finish() {
    if (key != "")
        take()
    if (file !~ /\.md$/)
        print_entry()
}

BEGIN { OFS = "\t" }
FNR == 1 {
    finish()
    file = FILENAME
    list = key = ""
    fences = 0
}
{ gsub(/\r$|^\357\273\277/, "") }
file ~ /\.md$/ && /^--- *$/ && fences < 2 {
    if (++fences == 2) {
        if (key != "")
            take()
        entry["id"] = file
        gsub(/.*\/|\.md$/, "", entry["id"])
        print_section()
    }
    next
}
file ~ /\.md$/ && fences != 1 { next }
/^ *(#|$)/ { next }
{
    match($0, /^ */)
    depth = RLENGTH
    line = substr($0, depth + 1)
    if (line ~ /^- *\{.*\}$/) {
        if (key != "")
            take()
        take_map(line)
        next
    }
    # What looks like a key may be in a list that goes on.
    if (match(line, /^(- )?[a-z][a-z0-9-]*:( |$)/) &&
        !(key != "" && depth > indent && text ~ /^\[/)) {
        if (key != "")
            take()
        dash = line ~ /^- /
        indent = depth
        key = substr(line, 1, RLENGTH)
        gsub(/^- |: *$/, "", key)
        text = substr(line, RLENGTH + 1)
        gsub(/^ +| +$/, "", text)
        if (text ~ /^[>|]-?$/)
            text = ""
    } else if (sub(/^- /, "", line)) {
        text = (text == "" ? "[" : text ", ") line
    } else {
        gsub(/ +$/, "", line)
        text = text == "" ? line : text " " line
    }
}
END {
    finish()
    if (match(page_for_each, /section: *[0-9a-z]+/)) {
        manual_section = substr(page_for_each, RSTART, RLENGTH)
        sub(/.*: */, "", manual_section)
        prefix = page_for_each ~ /prefix:/ ? page_for_each : ""
        gsub(/.*prefix: *|[,} ].*/, "", prefix)
        count = split(book, id, " ")
        for (i = 1; i <= count; i++)
            if (!(id[i] in has_page))
                print "page", prefix id[i], manual_section, summary[id[i]], id[i]
    }
}
