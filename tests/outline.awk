# outline.awk: what cmark -t xml finds in a text, a line for each block and without what the markdown
# format changes on purpose: references and citations are text, the colon of a term may stand in or
# behind it, role marks are gone, lists may differ in their bullets. Neither does it print what the
# format adds: the title, the notice, "See also", the sources, and where a section is to be had.
# Variables: notice, the notice of the guide; titles, a file with the title of each section, as
# "id<TAB>title".
BEGIN {
    gsub(/&/, "\\&amp;", notice)
    gsub(/</, "\\&lt;", notice)
    gsub(/>/, "\\&gt;", notice)
    gsub(/"/, "\\&quot;", notice)
    while ((getline line < titles) > 0)
        title_of[substr(line, 1, index(line, "\t") - 1)] = substr(line, index(line, "\t") + 1)
}

function flush_line() {
    gsub(/ +/, " ", text)
    gsub(/ \(trustman [a-z][a-z0-9-]*\)/, "", text)
    gsub(/ \([a-z]+\([1-9]\)\)/, "", text)
    gsub(/:\{\/strong\}/, "{/strong}:", text)
    sub(/ ?\{\.[a-z. -]*\}$/, "", text)
    sub(/ $/, "", text)
    if (text != "" && text != "{strong}" notice "{/strong}" && block !~ /level="1"/ &&
        text !~ /^\{strong\}See also\{\/strong\}:/)
        print block text
    text = ""
}

function content() {
    line = $0
    sub(/^ *<[^>]*>/, "", line)
    sub(/<\/[a-z_]*>$/, "", line)
    return line
}

function mark(slash, link) {
    return link != "" ? "{" slash link "}" : ""
}

in_code {
    print "    " $0
    in_code = !/<\/code_block>$/
    next
}
{ sub(/^ +/, "") }
/^<heading level="1"/ && headings++ { exit }
/^<paragraph>|^<heading/ {
    block = $0
    next
}
/^<\/paragraph>|^<\/heading>/ {
    flush_line()
    next
}
/^<text/ { text = text content(); next }
/^<softbreak/ { text = text " "; next }
/^<linebreak/ { text = text "{br}"; next }
/^<code / { text = text "{code}" content() "{/code}"; next }
/^<\/?(emph|strong)>/ { gsub(/[<>]/, ""); text = text "{" $0 "}"; next }
/^<link.*\/>$/ {
    target = $2
    gsub(/destination="|\.md"/, "", target)
    text = text title_of[target]
    next
}
/^<link/ { link = $2 ~ /"(https?|mailto):/ ? $2 : ""; text = text mark("", link); next }
/^<\/link>/ { text = text mark("/", link); next }
/^<code_block/ { print; in_code = !/<\/code_block>$/; next }
/^<list/ { sub(/ delim="[a-z]*"/, "") }
/^<\/?(list|item|block_quote)/ { print }
