# guide.awk: a guide's facts (see facts.awk) as arrays, and the rules by which sections are chosen.
# To be given to awk before another program. Functions only.

# Reads the facts. Sets fact[KEY]; names["role"], names["topic"], names["book"], names["page"],
# names["source"], lists of ids between spaces; and field[KIND, ID, NAME].
function load_facts(path,    line, count, part) {
    while ((getline line < path) > 0) {
        count = split(line, part, "\t")
        if (part[1] == "role") {
            add_name("role", part[2])
            field["role", part[2], "path"] = part[3]
        } else if (part[1] == "topic") {
            add_name("topic", part[2])
        } else if (part[1] == "part") {
            add_name("part", part[2])
            field["part", part[2], "sections"] = part[3]
            add_name("book", part[3])
        } else if (part[1] == "page") {
            add_name("page", part[2])
            load_fields("page", part, "section summary sections topics roles")
        } else if (part[1] == "source") {
            add_name("source", part[2])
            load_fields("source", part, "author year title in url doi")
        } else if (part[1] == "section") {
            add_name("section", part[2])
            load_fields("section", part, "title summary roles topics notice list see aliases" \
                " index body")
        } else {
            fact[part[1]] = part[2]
        }
    }
    close(path)
    sort_sources()
    if (fact["reader"] == "")
        fact["reader"] = fact["name"]
}

# The section to which the notice in another one leads, or "".
function notice_leads(id) {
    return field["section", id, "notice"] == "true" && id != fact["notice-section"] ? \
        fact["notice-section"] : ""
}

function add_name(kind, name) {
    names[kind] = names[kind] (names[kind] == "" || name == "" ? "" : " ") name
}

function load_fields(kind, part, keys,    i, key, count) {
    count = split(keys, key, " ")
    for (i = 1; i <= count; i++)
        field[kind, part[2], key[i]] = part[i + 2]
}

# Sorts names["source"] by author, year and title.
function sort_sources(    count, id, key, i, j, keep) {
    count = split(names["source"], id, " ")
    names["source"] = ""
    for (i = 1; i <= count; i++) {
        keep = id[i]
        key[keep] = field["source", keep, "author"] "\001" field["source", keep, "year"] "\001" \
            field["source", keep, "title"]
        for (j = i; j > 1 && key[id[j - 1]] > key[keep]; j--)
            id[j] = id[j - 1]
        id[j] = keep
    }
    for (i = 1; i <= count; i++)
        add_name("source", id[i])
}

# Whether one of the words of LIST, "*" being all of them, is a word of OTHERS.
function meets(list, others,    count, word, i) {
    if (list == "*" || others == "*")
        return 1
    count = split(list, word, " ")
    for (i = 1; i <= count; i++)
        if (holds(others, word[i]))
            return 1
    return 0
}

function holds(list, word) {
    return index(" " list " ", " " word " ") > 0
}

# The sections that a choice holds, in its order: those named, or all; of them, those that have one
# of the topics and one of the roles, if any are given. Whoever has no roles is found by name and in
# the whole book only.
function choose(sections, topics, roles,    order, count, id, i, chosen) {
    order = sections != "" ? sections : names["book"]
    if (sections == "" && roles != "" && roles !~ / /)
        order = field["role", roles, "path"] " " order
    count = split(order, id, " ")
    chosen = " "
    for (i = 1; i <= count; i++) {
        if (sections == "" && topics roles != "" && field["section", id[i], "roles"] == "")
            continue
        if (topics != "" && !meets(topics, field["section", id[i], "topics"]))
            continue
        if (roles != "" && !meets(roles, field["section", id[i], "roles"]))
            continue
        if (!holds(chosen, id[i]))
            chosen = chosen id[i] " "
    }
    gsub(/^ | $/, "", chosen)
    return chosen
}

# The pages that references to a section may lead to, as "name(7)": those that hold the fewest
# sections, of those that name it, if there are any.
function own_pages(id) {
    if (!(id in own)) {
        own[id] = smallest_pages(id, 1)
        if (own[id] == "")
            own[id] = smallest_pages(id, 0)
    }
    return own[id]
}

function smallest_pages(id, named,    count, page, i, size, least, found, word, held) {
    count = split(names["page"], page, " ")
    for (i = 1; i <= count; i++) {
        held = choose(field["page", page[i], "sections"], field["page", page[i], "topics"], \
            field["page", page[i], "roles"])
        if (!holds(named ? field["page", page[i], "sections"] : held, id))
            continue
        size = split(held, word, " ")
        if (found == "" || size < least)
            found = ""
        if (found == "" || size == least) {
            found = found " " page[i] "(" field["page", page[i], "section"] ")"
            least = size
        }
    }
    sub(/^ /, "", found)
    return found
}
