# source.awk: what there is to read in sections, in pieces, from `cmark -t xml --sourcepos`. Before
# each document comes a line "@section ID LINE" that says which it is and in what line it begins.
# Prints a line for each piece, with its fields between tabs:
#
#     S ID           a section begins
#     B KIND LINE R  a block begins that is for the roles R ("*": for all), among them the labels
#                    of items; KIND is h1, h2, h3, p, code or label
#     T TEXT         words; \034 is an end of line that may be a space
#     M SPAN         a span begins or ends here: s /s (strong), e /e (emphasis), c /c (code)
#     O LABEL        the label of an item
#     D              a colon behind what may be a term
#     K MARK AGAIN   the roles of a heading as they were written; "again" if the heading above has
#                    the same
#     R ID, t ID     a reference to a section ends here; the same, which takes the section's title
#     C ID, c ID     a citation ends here; the same without a text
#     V PAGE         a link to a man page ends here
#     Q SIGN         around an address that stands for itself
#     U ADDRESS      another link ends here
#
# With -v plain=1 it prints nothing but the text, with \035 before headings of level 1.

function emit(kind, value) {
    if (!plain)
        print kind "\t" value
    else if (kind == "B")
        printf "\n%s", (value ~ /^h1/ ? "\035" : "")
    else if (kind == "T")
        printf "%s", value
    else if (kind == "D")
        printf ":"
    else if (kind == "K")
        printf " %s", value
}

function flush() {
    gsub(/\302\240|[\t\n]/, " ", text)
    gsub(/  +/, " ", text)
    gsub(/\302\255/, "", text) # where a word may be broken
    if (text != "")
        emit("T", text)
    text = ""
}

function decode(string) {
    gsub(/&lt;/, "<", string)
    gsub(/&gt;/, ">", string)
    gsub(/&quot;/, "\"", string)
    gsub(/&amp;/, "\\&", string)
    return string
}

function content() {
    line = $0
    sub(/^ *<[^>]*>/, "", line)
    sub(/<\/[a-z_]*>$/, "", line)
    return decode(line)
}

function attribute(name,    value) {
    if (!match($0, " " name "=\"[^\"]*\""))
        return ""
    value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    return decode(value)
}

function begin_block(kind,    line) {
    line = attribute("sourcepos")
    sub(/:.*/, "", line)
    flush()
    emit("B", kind "\t" (line + first - 1) "\t" roles())
}

function roles() {
    return roles_of[3] != "" ? roles_of[3] : roles_of[2] != "" ? roles_of[2] : "*"
}

# The text ends here if it may be a term: it then began with strong text or code, and holds nothing
# but spans, spaces and commas.
function add_text(string) {
    if (in_term && spans == 0) {
        if (string ~ /^:/ && text == "" && began) {
            emit("D", "")
            string = substr(string, 2)
            in_term = 0
        } else if (string !~ /^[ ,]*$/) {
            in_term = 0
        }
    }
    text = text string
}

function begin_span(kind) {
    flush()
    if (in_term && spans == 0 && !began && kind == "e")
        in_term = 0
    began = 1
    spans++
    emit("M", kind)
}

function end_span(kind,    colon) {
    spans--
    colon = in_term && kind == "s" && spans == 0 && text ~ /:$/
    if (colon)
        text = substr(text, 1, length(text) - 1)
    flush()
    if (colon) {
        emit("D", "")
        in_term = 0
    }
    emit("M", "/" kind)
}

function begin_link() {
    flush()
    in_term = in_term && spans > 0
    target = attribute("destination")
    linked = bare = 0
}

function end_link(    page) {
    flush()
    page = target
    if (target ~ /^[a-z0-9-]+\.md$/) {
        emit(linked ? "R" : "t", substr(target, 1, length(target) - 3))
    } else if (sub(/^source:/, "", page)) {
        emit(linked ? "C" : "c", page)
    } else if (sub(/^man:/, "", page)) {
        match(page, /\.[^.]*$/)
        page = substr(page, 1, RSTART - 1) "(" substr(page, RSTART + 1) ")"
        emit(linked ? "V" : "T", page)
    } else if (!linked) {
        emit("Q", "<")
        emit("T", target)
        emit("Q", ">")
    } else {
        emit(bare ? "Q" : "U", bare ? ">" : target)
    }
    target = ""
}

function end_code() {
    if (in_code)
        return
    sub(/[ \t]+$/, "", text)
    flush()
}

/^@section / {
    emit("S", $2)
    first = $3
    split("", roles_of)
    mark_above = ""
    depth = 0
    next
}
in_code {
    if (sub(/<\/code_block>$/, ""))
        in_code = 0
    text = text " " decode($0)
    end_code()
    next
}
{ sub(/^ +/, "") }
/^<heading/ {
    level = attribute("level") + 0
    pending_heading = 1
    heading_line = $0
    next
}
pending_heading {
    # The roles of a heading stand at its end, but have to be told first.
    heading[++parts] = $0
    if ($0 !~ /^<\/heading>/)
        next
    mark = ""
    for (i = parts - 1; i > 0 && heading[i] !~ /^<text/; i--)
        ;
    if (i == parts - 1 && match(heading[i], / *\{\.[a-z][a-z0-9. -]*\}<\/text>$/)) {
        mark = substr(heading[i], RSTART, RLENGTH - 7)
        heading[i] = substr(heading[i], 1, RSTART - 1) "</text>"
        sub(/^ */, "", mark)
    }
    for (i = level; i <= 3; i++)
        roles_of[i] = ""
    again = level == 3 && mark != "" && mark == mark_above
    if (level == 2)
        mark_above = mark
    roles_of[level] = mark
    gsub(/[{}.]/, "", roles_of[level])
    $0 = heading_line
    begin_block("h" level)
    pending_heading = 0
    for (i = 1; i < parts; i++) {
        $0 = heading[i]
        inline()
    }
    flush()
    if (mark != "")
        emit("K", mark (again ? "\tagain" : ""))
    parts = 0
    next
}
/^<code_block/ {
    begin_block("code")
    in_code = 1
    sub(/^<[^>]*>/, "")
    if (sub(/<\/code_block>$/, ""))
        in_code = 0
    text = decode($0)
    end_code()
    next
}
/^<paragraph/ {
    begin_block("p")
    in_term = in_item && list[depth] == "bullet"
    in_item = began = spans = 0
    next
}
/^<\/paragraph>/ { flush(); in_term = 0; next }
/^<list/ {
    list[++depth] = attribute("type")
    number[depth] = attribute("start") - 1
    next
}
/^<\/list>/ { depth--; next }
/^<item/ {
    begin_block("label")
    emit("O", list[depth] == "bullet" ? "\342\200\242" : ++number[depth] ".")
    in_item = 1
    next
}
{ inline() }
END { if (plain) print "" }

function inline() {
    if (/^<text/) {
        line = content()
        if (target != "") {
            if (!linked && (line == target || "mailto:" line == target)) {
                bare = 1
                emit("Q", "<")
            }
            linked = 1
        }
        add_text(line)
    } else if (/^<softbreak/) {
        text = text "\034"
    } else if (/^<linebreak/) {
        text = text " "
    } else if (/^<code/) {
        line = content()
        linked = 1
        begin_span("c")
        text = line
        end_span("c")
    } else if (/^<(emph|strong)/) {
        linked = 1
        begin_span(/^<e/ ? "e" : "s")
    } else if (/^<\/(emph|strong)/) {
        end_span(/^<\/e/ ? "e" : "s")
    } else if (/^<link.*\/>$/) {
        begin_link()
        end_link()
    } else if (/^<link/) {
        begin_link()
    } else if (/^<\/link>/) {
        end_link()
    }
}
