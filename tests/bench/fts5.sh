# SPDX-License-Identifier: MIT
# fts5.sh: SQLite's full-text index of the same guide, to compare with.
# shellcheck shell=sh

# fts5_make TRUSTMAN DB [asks]: makes the database of what names the sections, and of their text: Porter's stems, no
# accents; with what people ask, too, if that is said.
fts5_make() {
    rm -f "$2" "$2.json"
    "$1" -T json >"$2.json"
    asks=\'\'
    [ $# -lt 3 ] || asks="section.value ->> 'asks'"
    sqlite3 "$2" <<END
CREATE VIRTUAL TABLE sections USING fts5
    (id, title, aliases, words, asks, summary, topics, text, tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO sections
    SELECT section.value ->> 'id', section.value ->> 'title', section.value ->> 'aliases',
        section.value ->> 'index', $asks, section.value ->> 'summary', section.value ->> 'topics',
        section.value ->> 'markdown'
    FROM json_each(readfile('$2.json'), '$.sections') AS section;
INSERT INTO sections (sections) VALUES ('optimize');
VACUUM;
END
}

# fts5_query WORD...: the SQL of a question: sections that hold any of its words, the ten best first, by BM25 with
# weights that are largest for names.
fts5_query() {
    fts5_words=$(printf ' OR "%s"' "$@" | tr "'" ' ')
    printf "SELECT id, summary FROM sections WHERE sections MATCH '%s' " "${fts5_words# OR }"
    echo 'ORDER BY bm25(sections, 5, 5, 5, 4, 3, 2.5, 1.5, 1) LIMIT 10;'
}

# fts5 DB WORD...: what the database answers.
fts5() {
    fts5_db=$1
    shift
    fts5_query "$@" | sqlite3 -readonly -tabs "$fts5_db"
}
