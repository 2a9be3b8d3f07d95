/* SPDX-License-Identifier: MIT */
/* guide.h: a compiled guide, as flat tables that refer to each other by index.
 *
 * struct guide has two lives. guidec builds it in memory from the source; the tables that guidec
 * writes (guide-data.c) are the same struct as constants, linked into trustman. Indexes instead of
 * pointers keep those constants free of relocations, so that trustman starts without any work.
 *
 * Nothing here is ever changed once built. All text is UTF-8 without control characters other than
 * the marks below. Text is named by its offset into guide.text; every text ends with a NUL byte,
 * and offset 0 is the empty text.
 *
 * All members of what a table holds are uint32_t, or ranges of two: guidec writes each row as the
 * numbers that it is made of, whatever their names. Where small ones share a number, so that tables
 * with thousands of rows stay small, c_tables.c names them.
 */
#ifndef GUIDE_GUIDE_H
#define GUIDE_GUIDE_H

#include "guide/labels.h"

#include <stdbool.h>
#include <stdint.h>

/* Marks inside inline text (paragraphs, headings, terms). The source holds no control bytes, so
 * none of them can be mistaken for text. Titles, summaries and other plain text hold only
 * MARK_BREAK, MARK_WIDE and MARK_ZERO; code blocks hold only MARK_WIDE, MARK_ZERO, MARK_TAB and
 * newlines. */
enum guide_mark {
    MARK_EMPHASIS = 1,
    MARK_EMPHASIS_END = 2,
    MARK_STRONG = 3,
    MARK_STRONG_END = 4,
    MARK_CODE = 5,
    MARK_CODE_END = 6,
    MARK_LINK = 7, /* target: the next one of the block's links */
    MARK_LINK_END = 8,
    MARK_TAB = '\t',     /* a tab of a code block; never in other text */
    MARK_NEWLINE = '\n', /* hard line break */
    MARK_BREAK = 14,     /* a line may break here, though there is no space */
    MARK_WIDE = 15,      /* the next character takes two columns */
    MARK_ZERO = 16,      /* the next character takes no column */
    MARK_HIT = 17,       /* what was searched for; never in the tables */
    MARK_HIT_END = 18,
    MARK_PLACE = 19, /* in labels of the reader: something goes here that it knows */
};

/* A smaller member in a row would be padded, and its number taken for another's. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wpadded"

/* A run of entries in another table. */
struct guide_range {
    uint32_t first, count;
};

/* Roles are a bit mask; role number N is bit N. */
enum { GUIDE_MAX_ROLES = 32 };
#define GUIDE_ALL_ROLES UINT32_MAX

struct guide_role {
    uint32_t id, title, summary; /* texts */
    struct guide_range aliases;  /* numbers: texts */
    struct guide_range path;     /* numbers: sections to read first, in order */
    struct guide_range groups;   /* groups: its contents, which is all its sections */
};

/* A run of the contents of a role: a group of its path, a path that has none, or what the path does
 * not name. */
struct guide_group {
    uint32_t title;              /* text */
    struct guide_range sections; /* numbers: sections */
};

struct guide_topic {
    uint32_t id, summary;       /* texts */
    struct guide_range aliases; /* numbers: texts */
};

struct guide_part {
    uint32_t id, title;          /* texts */
    struct guide_range sections; /* sections themselves: in the order of the book */
};

/* A man page: a selection that has a name. */
struct guide_page {
    uint32_t name, manual_section, summary; /* texts */
    uint32_t roles;              /* the view: mask, GUIDE_ALL_ROLES if the page names no role */
    uint32_t front;              /* the role with whose front page it opens + 1, or 0 */
    struct guide_range sections; /* numbers: sections, in the order of the page */
    struct guide_range also;     /* numbers: texts, further names of the page */
};

struct guide_section {
    uint32_t id, title, summary;    /* texts */
    uint32_t roles;                 /* mask of the roles that have it; 0: found by name only */
    uint32_t part, page;            /* the part it is in; its own man page */
    struct guide_range blocks;      /* blocks */
    struct guide_range topics;      /* numbers: topics */
    struct guide_range aliases;     /* numbers: texts */
    struct guide_range index_words; /* numbers: texts */
    struct guide_range asks;        /* numbers: texts: what people ask that it answers */
    struct guide_range see;         /* numbers: sections */
    uint32_t notice;                /* it opens with the guide's notice */
    uint32_t lists_sources;         /* it closes with all sources */
};

/* Levels of the headings in a section; that of its title is 1. */
enum { GUIDE_FIRST_LEVEL = 2, GUIDE_LAST_LEVEL = 4 };

/* Lists and quotes that may be open at once, one in another. The compiler refuses more. */
enum { GUIDE_MAX_DEPTH = 24 };

/* What a block is, and what the members of struct guide_block are for it; those that a kind does
 * not name mean nothing for it. A container is opened by a block of its kind and ended by one of
 * that kind + 1, which has no members of its own but where that is said.
 *
 *   HEADING      text; level: 2 to 4, or 1 over matter that opens or closes a rendering; number: of
 *                a place to which a link leads, the index of its first entry + 1; otherwise 0
 *   PARAGRAPH    text; tight: is in an item of a tight list (not in a quote in that item)
 *   CODE         text: preformatted lines, each ending in a newline
 *   QUOTE        holds blocks; number: enum guide_note; a note begins with a paragraph that begins
 *                with the note's word and a colon, as a strong span. Its ending has the number, too
 *   BULLETS      holds items; tight: no blank lines between them
 *   NUMBERS      holds items; tight: as of bullets; number: that of the first item;
 *                width: columns of the widest number with its full stop
 *   ITEM         of bullets or numbers, holds blocks; number: of a list of numbers, that of the
 *                item; of the list of sources, the index of the source + 1; otherwise 0
 *   DEFINITIONS  holds terms; tight: as of bullets; width: columns of the widest term
 *   TERM         an item of definitions, holds the blocks that explain it; text: the term without
 *                its colon; number: as of a heading
 *
 * The blocks that a quote, item or term holds are of any kind but HEADING, ITEM and TERM. */
enum guide_block_kind {
    BLOCK_HEADING,
    BLOCK_PARAGRAPH,
    BLOCK_CODE,
    BLOCK_QUOTE,
    BLOCK_QUOTE_END,
    BLOCK_BULLETS,
    BLOCK_BULLETS_END,
    BLOCK_NUMBERS,
    BLOCK_NUMBERS_END,
    BLOCK_ITEM,
    BLOCK_ITEM_END,
    BLOCK_DEFINITIONS,
    BLOCK_DEFINITIONS_END,
    BLOCK_TERM,
    BLOCK_TERM_END,
    BLOCK_KINDS
};

_Static_assert(BLOCK_QUOTE_END == BLOCK_QUOTE + 1, "an ending is its opening + 1");
_Static_assert(BLOCK_BULLETS_END == BLOCK_BULLETS + 1, "an ending is its opening + 1");
_Static_assert(BLOCK_NUMBERS_END == BLOCK_NUMBERS + 1, "an ending is its opening + 1");
_Static_assert(BLOCK_ITEM_END == BLOCK_ITEM + 1, "an ending is its opening + 1");
_Static_assert(BLOCK_DEFINITIONS_END == BLOCK_DEFINITIONS + 1, "an ending is its opening + 1");
_Static_assert(BLOCK_TERM_END == BLOCK_TERM + 1, "an ending is its opening + 1");

/* What a quote is. */
enum guide_note { NOTE_NONE, NOTE_NOTE, NOTE_CAUTION, NOTE_WARNING, NOTES };

/* Where a block comes from: the body of the source file, or what its front matter asks for. */
enum guide_block_origin {
    ORIGIN_BODY,
    ORIGIN_NOTICE,  /* the guide's notice, first in a section */
    ORIGIN_SEE,     /* where to read on */
    ORIGIN_SOURCES, /* the list of sources */
    ORIGIN_FRONT,   /* the front page of a role; not in the tables */
};

/* Blocks come in reading order; containers have an opening and an ending block. What the front
 * matter asks for is among them, so that every format shows it.
 * What LEVEL, TIGHT, TEXT, NUMBER and WIDTH are, enum guide_block_kind says for each kind. */
struct guide_block {
    uint32_t kind : 8;
    uint32_t level : 3;
    uint32_t tight : 1;
    uint32_t ascii : 1;  /* the text is ASCII and holds no mark */
    uint32_t origin : 3; /* enum guide_block_origin */
    uint32_t width : 16;
    uint32_t roles; /* mask of those who see it: that of the innermost marked heading */
    uint32_t text;  /* inline text with its links, or plain text of CODE */
    uint32_t number;
    struct guide_range links; /* links: of the text, one for each MARK_LINK, in order */
};

enum guide_link_kind {
    LINK_SECTION,
    LINK_PLACE,
    LINK_SOURCE,
    LINK_MAN,
    LINK_INFO,
    LINK_URL,
    LINK_CALL /* a number of a telephone, which a format without such links leaves as text */
};

struct guide_link {
    uint32_t kind;
    uint32_t bare;   /* of URL, MAN and INFO: the text of the link is the target itself; of SECTION:
                        it is the title */
    uint32_t target; /* section, place (the first of its name) or source; text of the URL, also
                        of CALL ("tel:112"), of a man page as "less(1)", of an Info node as "info
                        coreutils 'ls invocation'" */
};

/* A heading with what is below it, or a term with its definition. Several in a section may have one
 * name; they are one place then. The table is sorted by strcmp of the name, then in reading order.
 * Headings and terms without words are in none. */
struct guide_place {
    uint32_t name; /* text: its words, folded as for searching but for z, hyphens between them */
    uint32_t section;
    struct guide_range blocks;
};

struct guide_source {
    uint32_t id, author, year, title, in; /* texts */
    uint32_t url, doi;                    /* texts; as given, either may be empty */
    uint32_t entry;                       /* inline text: the whole reference */
    struct guide_range links;             /* links of the entry */
};

/* Of names, and of words to look up, of which NAME_ANY may be any name. */
enum guide_name_kind { NAME_SECTION, NAME_TOPIC, NAME_ROLE, NAME_ANY };

/* A word that chooses something. The table is sorted by strcmp of the key, then by is_alias, then
 * by kind, so that the first of equal words is the one that a bare word means. */
struct guide_name {
    uint32_t key; /* text: its words as words_key has them */
    uint32_t text;
    uint32_t index; /* of the section, topic or role */
    uint32_t kind;
    uint32_t is_alias;
};

/* What a menu or a web site opens with. PLACE is the name of a heading or term in the section, or
 * empty. */
struct guide_door {
    uint32_t title; /* text */
    uint32_t kind;  /* NAME_SECTION or NAME_ROLE */
    uint32_t index; /* of the section or role */
    uint32_t place; /* text */
};

/* What may be asked of the reader, for its help. */
struct guide_example {
    uint32_t words, summary; /* texts */
};

/* What a passage is, the weightiest first. */
enum guide_passage_kind { PASSAGE_TITLE, PASSAGE_SUMMARY, PASSAGE_TOPIC, PASSAGE_TEXT };

/* A text that can be searched. Passages are in the order of their folded texts, each of which ends
 * in a newline, and those of a section in a NUL byte. */
struct guide_passage {
    uint32_t folded; /* offset into guide.folded */
    uint32_t source; /* what was folded: a text; of PASSAGE_TEXT, the block that has it */
    uint32_t section : 30;
    uint32_t kind : 2;
};

/* Numbers and bits of a signature, and the bytes of text that make a bit of it. */
enum { SIGNATURE_NUMBERS = 64, SIGNATURE_BITS = 32 * SIGNATURE_NUMBERS, SIGNATURE_BYTES = 4 };

/* The folded text of a section, and which words may begin in it, so that a search passes over
 * others: a bit for each beginning of SIGNATURE_BYTES without a space, which may be that of several
 * (superimposed coding: Faloutsos and Christodoulakis 1984, Signature files). There is a row for
 * each section. */
struct guide_signature {
    uint32_t folded;                  /* offset into guide.folded */
    uint32_t bits[SIGNATURE_NUMBERS]; /* bit N % 32 of N / 32 */
};

/* What a character outside of ASCII is folded to for searching, so that case, accents and
 * compatibility forms do not count. */
struct guide_fold {
    uint32_t code; /* code point; the table is sorted by it */
    uint32_t text; /* may be empty */
};

/* What a word may be taken for that somebody mistyped. */
enum guide_form_use {
    FORM_TAKEN = 1,   /* it is in an identifier, an alias or an urgent phrase */
    FORM_OFFERED = 2, /* it is in a title, an index word or an ask */
    FORM_USE_BITS = 2,
};

/* A word of the guide, folded. The table is sorted by strcmp of the text. */
struct guide_form {
    uint32_t text;
    uint32_t stem; /* stem << FORM_USE_BITS | uses */
};

/* What stems that are synonyms have in common; most concepts are one stem. */
struct guide_concept {
    uint32_t weight;        /* what it says that it is used: parts of FIXED_ONE; 0: nothing */
    uint32_t first;         /* postings: section << LOOKUP_SCORE_BITS | score; then phrases */
    uint32_t section_count; /* of the former; none where almost all sections have it */
    uint32_t phrase_count;
};

/* How much a section tells of a concept is a number below LOOKUP_SCORE. */
enum { LOOKUP_SCORE_BITS = 12, LOOKUP_SCORE = 1 << LOOKUP_SCORE_BITS };

/* What may be asked for as a whole, the weightiest first. */
enum guide_phrase_kind { PHRASE_ASK, PHRASE_NAME, PHRASE_PLACE, PHRASE_KINDS };

struct guide_phrase {
    uint32_t subject;     /* section; of PHRASE_PLACE, the place */
    uint32_t first;       /* postings: its stems */
    uint32_t count : 16;  /* of these; more are left out */
    uint32_t weight : 14; /* logarithm of the weight of its concepts, in parts of FIXED_ONE */
    uint32_t kind : 2;
};

/* The urgent phrases whose first words are one concept, by which the table is sorted. */
struct guide_alarm {
    uint32_t concept;
    struct guide_range phrases; /* postings: of each phrase, urgent << ALARM_BITS | how many stems
                                   it is, and these; compounds are not joined. The count is that of
                                   phrases */
};

enum { ALARM_BITS = 8 };

/* Words that follow each other and are one stem. Sorted by the first word, the longest first. */
struct guide_compound {
    uint32_t stem;
    struct guide_range words; /* postings: stems */
};

/* An ending that words have which differ in nothing else. Sorted by strcmp. */
struct guide_ending {
    uint32_t text;
    uint32_t is_common; /* many words have it */
};

#pragma GCC diagnostic pop

/* The number of these tables: guide-data.c that guidec wrote for others does not go with this file.
 * It is raised with each change of what a table holds or means; sizes are looked at besides. */
#define GUIDE_TABLES_NUMBER 4

/* The numbers of a guide itself: NUMBER(name) makes guide.NAME of each. */
#define GUIDE_NUMBERS(NUMBER)                                                                      \
    NUMBER(name)           /* text */                                                              \
    NUMBER(title)          /* text */                                                              \
    NUMBER(summary)        /* text */                                                              \
    NUMBER(version)        /* text, may be empty */                                                \
    NUMBER(edition)        /* text */                                                              \
    NUMBER(language)       /* text */                                                              \
    NUMBER(copyright)      /* text */                                                              \
    NUMBER(category)       /* text */                                                              \
    NUMBER(notice)         /* text */                                                              \
    NUMBER(notice_section) /* section that the notice leads to + 1, or 0 */                        \
    NUMBER(reader)         /* text: the program that reads it, a name that needs no escape */      \
    NUMBER(closing_list) /* block: heading of all sources, of which renderings show cited ones */  \
    NUMBER(fold_z)       /* z is found as s, as in English */

/* The tables of a guide: TABLE(type, row, rows) makes guide.ROWS, of guide.ROW_count entries of
 * TYPE, of each. What is needed for a search alone comes first, apart from the others. */
#define GUIDE_TABLES(TABLE)                                                                        \
    TABLE(struct guide_passage, passage, passages)                                                 \
    TABLE(struct guide_signature, signature, signatures)                                           \
    TABLE(struct guide_fold, fold, folds)                                                          \
    TABLE(struct guide_form, form, forms)                                                          \
    TABLE(uint32_t, stem, stems) /* the concept of each */                                         \
    TABLE(struct guide_concept, concept, concepts)                                                 \
    TABLE(struct guide_phrase, phrase, phrases)                                                    \
    TABLE(struct guide_alarm, alarm, alarms)                                                       \
    TABLE(struct guide_compound, compound, compounds)                                              \
    TABLE(struct guide_ending, ending, endings)                                                    \
    TABLE(uint32_t, posting, postings)                                                             \
    TABLE(struct guide_block, block, blocks)                                                       \
    TABLE(struct guide_link, link, links)                                                          \
    TABLE(struct guide_source, source, sources)    /* sorted by author, year, title */             \
    TABLE(struct guide_section, section, sections) /* in the order of the book */                  \
    TABLE(struct guide_part, part, parts)                                                          \
    TABLE(struct guide_page, page, pages)                                                          \
    TABLE(struct guide_role, role, roles)                                                          \
    TABLE(struct guide_group, group, groups)                                                       \
    TABLE(struct guide_topic, topic, topics)                                                       \
    TABLE(struct guide_door, door, doors)                                                          \
    TABLE(struct guide_example, example, examples)                                                 \
    TABLE(uint32_t, urgent, urgents) /* sections that urgent phrases lead to, by rank */           \
    TABLE(struct guide_name, name, names)                                                          \
    TABLE(struct guide_place, place, places)                                                       \
    TABLE(uint32_t, number, numbers)

struct guide {
#define NUMBER(name) uint32_t name;
    GUIDE_NUMBERS(NUMBER)
#undef NUMBER
    uint32_t labels[LABELS];              /* texts: the fixed words of outputs and of the reader */
    uint32_t english_labels[LABEL_WORDS]; /* bit N % 32 of N / 32: label N is in English */
#define TABLE(type, row, rows)                                                                     \
    uint32_t row##_count;                                                                          \
    const type *rows;
    GUIDE_TABLES(TABLE)
#undef TABLE
    const char *text;
    const char *folded; /* folded passages */
};

/* The text at an offset. */
static inline const char *guide_text(const struct guide *guide, uint32_t offset)
{
    return guide->text + offset;
}

/* A fixed word of outputs or of the reader. */
static inline const char *guide_label(const struct guide *guide, enum guide_label label)
{
    return guide_text(guide, guide->labels[label]);
}

/* Whether the contents of a role have a title over a group; what is all of them is called as they
 * are. */
static inline bool guide_group_is_titled(const struct guide *guide, const struct guide_group *group)
{
    return group->title != guide->labels[LABEL_CONTENTS];
}

static inline bool guide_label_is_english(const struct guide *guide, enum guide_label label)
{
    return (guide->english_labels[label / 32] >> label % 32 & 1) != 0;
}

/* The text of a passage. */
static inline const char *guide_passage_text(const struct guide *guide,
                                             const struct guide_passage *passage)
{
    return guide_text(guide, passage->kind == PASSAGE_TEXT ? guide->blocks[passage->source].text
                                                           : passage->source);
}

#define GUIDE_NO_SECTION UINT32_MAX
#define GUIDE_NO_PLACE   UINT32_MAX

/* The first entry of the place of that name in a section, or GUIDE_NO_PLACE. */
uint32_t guide_find_place(const struct guide *, uint32_t section, const char *name);

/* Whether the entry N, which need not be there, is one of the place whose first entry is PLACE. */
bool guide_same_place(const struct guide *, uint32_t place, uint32_t n);

/* A word to look up. KIND is that of the names that it may be. */
struct guide_word {
    const char *text;
    enum guide_name_kind kind;
};

/* The name that a word of a key is: the one that is written as it is, or else the first of those
 * that are but for case, accents and signs. NULL if it is none. */
const struct guide_name *guide_find_name(const struct guide *, const struct guide_word *,
                                         const char *key);

#endif
