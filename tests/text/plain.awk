# plain.awk: the text of an output, for match.awk: with \035 before each line that may begin a
# section. Variable format: text, man (what groff and mandoc print), info, or html.

function decode(string) {
    gsub(/&lt;/, "<", string)
    gsub(/&gt;/, ">", string)
    gsub(/&quot;/, "\"", string)
    gsub(/&#39;/, "'", string)
    gsub(/&amp;/, "\\&", string)
    return string
}

# Headings stand at the left margin; long ones go on in the next line. A dash stands before those of
# level 3.
format == "text" {
    if (previous == "")
        sub(/^  ?\342\200\223 /, "  ")
    print (previous == "" && /^[^ ]/ ? "\035" : "") $0
    previous = $0
}

# Bold and underlined characters are printed one over another. For Greek vowels with an acute accent
# groff prints characters from another block, which stand for the same.
BEGIN {
    greek = split("\261\316\254 \263\316\255 \265\316\256 \267\316\257 \271\317\214 \273\317\215 " \
        "\275\317\216", vowel, " ")
}
format == "man" {
    gsub(/([\001-\007\011-\177]|[\300-\377][\200-\277]*)\010/, "")
    for (i = 1; i <= greek && /\341\275/; i++)
        gsub("\341\275" substr(vowel[i], 1, 1), substr(vowel[i], 2))
    print (/^[^ ]/ ? "\035" : "") $0
}

# Info: nodes without a menu or an index, which are sections, without the lines below headings and
# the numbers before them.
format == "info" && /^\037/ {
    print_node()
    in_node = 0
    next
}
format == "info" && /^File: .*Node: / {
    in_node = $0 !~ /Node: (Top|(General|Role|Topic) Index),/
    node = previous = ""
    titled = 0
    next
}
format == "info" && in_node {
    if (previous ~ /^[^ ]/ && /^(\*+|=+|-+|\.+)$/) {
        previous = ""
        next
    }
    if (/^\* Menu:/)
        in_node = 0
    if (!titled && sub(/^[0-9.]+ /, "")) {
        $0 = "\035" $0
        titled = 1
    }
    previous = $0
    node = node $0 "\n"
}
function print_node() {
    if (in_node)
        printf "%s", node
}

# HTML: what is in <main>, without its tags; those of blocks end a line.
format == "html" {
    if (sub(/.*<main[^>]*>/, ""))
        in_main = 1
    if (!in_main)
        next
    ends = sub(/<\/main>.*/, "")
    gsub(/<section[^>]*>/, "\n\035")
    gsub(/<\/?(em|strong|code|a|wbr|span)( [^>]*)?>/, "")
    gsub(/<[^>]*>/, "\n")
    gsub(/\035\n/, "\035")
    printf "%s\n", decode($0)
    if (ends)
        in_main = 0
}

END { print_node() }
