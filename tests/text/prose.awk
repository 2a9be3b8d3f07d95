# prose.awk: the text of sections as sentences, for programs that measure how well it reads. Reads
# pieces of the source (see source.awk) and writes FOLDER/ID for each section: its paragraphs and
# items, each of which ends a sentence, without headings, code, and citations. Variable: folder.

function finish(    text) {
    text = prose
    prose = ""
    gsub(/\034/, " ", text)
    gsub(/ *\([ ,;]*(and)?[ ,;]*\)/, "", text)
    gsub(/^ +| +$/, "", text)
    if (kind != "p" || text == "")
        return
    if (text !~ /[.!?]["')]*$/)
        text = text "."
    print text "\n" >(folder "/" id)
}

BEGIN { FS = "\t" }
$1 == "S" || $1 == "B" { finish() }
$1 == "S" {
    if (id != "")
        close(folder "/" id)
    id = $2
    kind = ""
}
$1 == "B" { kind = $2 }
# A citation is the last piece of text before its end.
$1 == "T" {
    before = prose
    prose = prose $2
}
$1 == "D" { prose = prose ":" }
$1 == "C" { prose = before }
END { finish() }
