# rules.awk: what the text of the guide breaks of its own rules. Behind guide.awk. Variables: facts
# (made by facts.awk) and data, the folder of the lists that are named below. Reads pieces of the
# source (see source.awk); prints what is wrong, with the rule before a tab.

function report(rule, text) {
    print rule "\t" text
}

function place() {
    return id ".md:" line_number
}

# Reads a list, without its remarks.
function read_list(name, use,    line) {
    while ((getline line < (data "/" name)) > 0)
        if (line !~ /^(#|$)/) {
            if (use == "refuse")
                refused[++refused_count] = line
            else if (use == "allow")
                allow(line)
            else if (use == "notice")
                notices = notices " " line
            else if (use == "length")
                set_length(line)
            else
                add_term(line)
        }
    close(data "/" name)
}

# --- Words that are refused ---

function allow(line,    colon) {
    colon = index(line, ":")
    allowed_in[++allowed_count] = substr(line, 1, colon - 1)
    allowed[allowed_count] = substr(line, colon + 2)
    if (allowed[allowed_count] == "*terms*")
        terms_allowed[substr(line, 1, colon - 1)] = 1
}

# Whether one of the phrases that are allowed in the section stands in a text.
function is_allowed(text,    i) {
    text = folded(text)
    for (i = 1; i <= allowed_count; i++)
        if (allowed_in[i] == id && index(text, allowed[i]))
            return 1
    return 0
}

# Small letters, with one space between words and around all.
function folded(text) {
    gsub(/[ \t\034]+/, " ", text)
    return " " tolower(text) " "
}

function check_words(text,    i, spot) {
    text = folded(text)
    for (i = 1; i <= allowed_count; i++)
        while (allowed_in[i] == id && (spot = index(text, allowed[i])) > 0)
            text = substr(text, 1, spot - 1) "..." substr(text, spot + length(allowed[i]))
    for (i = 1; i <= refused_count; i++)
        if (match(text, "[^a-z](" refused[i] ")[^a-z]"))
            report("words", place() ": \"" substr(text, RSTART + 1, RLENGTH - 2) "\"")
}

# --- Terms and abbreviations ---

# "=WORD" needs no explanation; "SECTION=WORD" needs none in that section.
function add_term(line,    sign) {
    sign = index(line, "=")
    if (sign > 0)
        known[substr(line, 1, sign - 1), substr(line, sign + 1)] = 1
    else
        term_list[++term_count] = line
}

function check_terms(text,    i, word, folded_text) {
    folded_text = folded(text)
    for (i = 1; i <= term_count; i++)
        if (!(term_list[i] in used) && match(folded_text, "[^a-z](" term_list[i] ")[^a-z]"))
            used[term_list[i]] = place() ": \"" substr(folded_text, RSTART + 1, RLENGTH - 2) "\""
    while (match(text, /[A-Z][A-Z]+[A-Za-z0-9]*/)) {
        word = substr(text, RSTART, RLENGTH)
        if (RSTART == 1 || substr(text, RSTART - 1, 1) !~ /[A-Za-z0-9.]/)
            if (!(("", word) in known) && !((id, word) in known) && !(word in abbreviation))
                abbreviation[word] = place()
        text = substr(text, RSTART + RLENGTH)
    }
}

# Notes a term that the glossary explains.
function explain(term) {
    term = folded(term)
    gsub(/[^a-z0-9'-]+/, " ", term)
    explained = explained term
}

function report_terms(    i, name) {
    for (i = 1; i <= term_count; i++)
        if ((term_list[i] in used) && explained !~ ("[^a-z](" term_list[i] ")[^a-z]"))
            report("terms", used[term_list[i]] " is not in the glossary")
    for (name in abbreviation)
        if (!index(explained, " " tolower(name) " "))
            report("terms", abbreviation[name] ": \"" name "\" is not in the glossary")
}

# --- Lengths ---

function set_length(line,    part) {
    split(line, part, " ")
    least[part[1]] = part[2]
    most[part[1]] = part[3]
}

# Words without citations.
function count_words(text,    word) {
    gsub(/\034/, " ", text)
    gsub(/ *\([ ,;]*(and)?[ ,;]*\)/, "", text)
    gsub(/^ +| +$/, "", text)
    return split(text, word, / +/)
}

function check_length(what, name, words) {
    if (!(name in most))
        name = "*"
    if (words < least[name])
        report("lengths", what ": " words " words are less than " least[name])
    if (most[name] != "-" && words > most[name])
        report("lengths", what ": " words " words are more than " most[name])
}

# The length of all sections of a page.
function check_page_length(page,    count, list, i, sum) {
    count = split(field["page", page, "sections"], list, " ")
    for (i = 1; i <= count; i++)
        sum += words_of[list[i]]
    check_length("page " page, page, sum)
}

# --- Safety ---

# Notes what a block says of safety, and whether somebody who has the section does not see it.
function note_safety(text,    i) {
    text = folded(text)
    for (i = 1; i <= 2; i++)
        if (text ~ "[^a-z]" (i == 1 ? "emergency" : "afraid") "[^a-z]")
            note_mention(i == 1 ? "emergency" : "afraid")
}

function note_mention(what) {
    if (hidden)
        hidden_mention[what] = hidden_mention[what] == "" ? place() : hidden_mention[what]
    else
        open_mention[what] = 1
}

function report_safety(    what) {
    for (what in hidden_mention)
        if (!(what in open_mention))
            report("safety", hidden_mention[what] ": \"" what "\" stands under a role heading only")
    split("", hidden_mention)
    split("", open_mention)
}

# Whether one of the roles of the section does not see what is for ROLES.
function hides(roles,    all, count, role, i) {
    if (roles == "*")
        return 0
    all = field["section", id, "roles"] == "*" ? all_roles : field["section", id, "roles"]
    count = split(all, role, " ")
    for (i = 1; i <= count; i++)
        if (!holds(roles, role[i]))
            return 1
    return 0
}

# --- Shape ---

function check_heading(text,    i) {
    for (i = 1; i <= 4; i++)
        if (text == shape[i]) {
            if (i <= shape_at)
                report("shape", place() ": \"" text "\" stands twice, or not in its place")
            if (kind != "h2" || shown_to != "*")
                report("shape", place() ": \"" text "\" is a heading of level 2 for all readers")
            shape_at = i
        }
}

function check_studies() {
    if (label ~ /^Studies/ && !cites && !is_allowed(text))
        report("studies", place() ": no source is named")
}

# --- Reading the pieces ---

function finish_block(    plain) {
    if (kind == "" || kind == "label")
        return
    check_words((id in terms_allowed) ? text : term_text text)
    plain = term_text text
    if (kind != "code")
        check_terms(plain)
    if (id == "glossary" && term_text != "")
        explain(term_text)
    note_safety(plain)
    if (kind != "code")
        words += count_words(uncited)
    if (kind ~ /^h/)
        check_heading(plain)
    check_studies()
    kind = text = term_text = uncited = label = ""
    cites = 0
}

function finish_section() {
    finish_block()
    if (id == "" || field["section", id, "roles"] == "")
        return
    words_of[id] = words
    check_length(id ".md", id, words)
    report_safety()
    check_front_matter()
}

function check_front_matter() {
    line_number = 1
    check_words(field["section", id, "title"] " / " field["section", id, "summary"] " / " \
        field["section", id, "aliases"] " / " field["section", id, "index"])
    check_terms(field["section", id, "title"] " / " field["section", id, "summary"])
    if (holds(notices, id) && field["section", id, "notice"] != "true")
        report("notices", id ".md: the notice is missing")
    if (!holds(notices, id) && field["section", id, "notice"] == "true")
        report("notices", id ".md: the notice does not belong here")
}

BEGIN {
    FS = "\t"
    load_facts(facts)
    all_roles = names["role"]
    split("What helps/What to leave/An example/What is uncertain", shape, "/")
    read_list("refused-words", "refuse")
    read_list("allowed-words", "allow")
    read_list("terms", "term")
    read_list("notices", "notice")
    read_list("lengths", "length")
}
$1 == "S" {
    finish_section()
    id = $2
    words = shape_at = 0
}
# Sections without roles are about the program.
field["section", id, "roles"] == "" { next }
$1 == "B" {
    finish_block()
    kind = $2
    line_number = $3
    shown_to = $4
    hidden = hides(shown_to)
}
$1 == "M" { strong = $2 == "s" }
$1 == "T" {
    before = uncited
    if (strong && $2 ~ /^(Studies|Clinicians|This guide):?$/) {
        check_studies()
        label = $2
        cites = 0
    }
    text = text $2
    uncited = uncited $2
}
$1 == "D" {
    term_text = text ": "
    text = ""
}
$1 == "R" || $1 == "t" {
    if ($1 == "t")
        uncited = uncited field["section", $2, "title"]
    if ($2 ~ /^(safety|crisis|helplines)$/)
        note_mention($2 ".md")
}
$1 == "C" || $1 == "c" {
    cites++
    cited[$2] = 1
    if (!(("source", $2, "title") in field))
        report("sources", place() ": there is no source " $2)
    uncited = before
}
END {
    finish_section()
    report_terms()
    check_guide()
}

# --- The guide as a whole ---

function check_guide(    count, list, i, j, roles, role_count, role, topic_count, topic, uses) {
    count = split(names["source"], list, " ")
    for (i = 1; i <= count; i++)
        if (!(list[i] in cited))
            report("sources", "sources.yaml: " list[i] " is nowhere cited")
    topic_count = split(names["topic"], topic, " ")
    role_count = split(names["role"], role, " ")
    count = split(names["section"], list, " ")
    for (i = 1; i <= count; i++) {
        roles = field["section", list[i], "roles"]
        if (!holds(names["book"], list[i]))
            report("order", list[i] ".md: in no part")
        if (own_pages(list[i]) == "")
            report("order", list[i] ".md: on no man page")
        for (j = 1; j <= role_count; j++)
            if (meets(roles, role[j]) && !holds(field["role", role[j], "path"], list[i]))
                report("order", list[i] ".md: not in the path of " role[j])
        for (j = 1; j <= topic_count; j++)
            uses[topic[j]] += holds(field["section", list[i], "topics"], topic[j])
    }
    check_page_length("trust-rebuild")
    for (j = 1; j <= topic_count; j++)
        if (uses[topic[j]] < 2)
            report("order", "guide.yaml: topic " topic[j] " is used by less than two sections")
}
