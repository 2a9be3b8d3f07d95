/* SPDX-License-Identifier: MIT */
/* commonmark.h: lines of CommonMark: words that are escaped where they have to be, filled, and set
 * in lists and quotes. Knows the syntax of CommonMark and nothing of guides. */
#ifndef FORMAT_COMMONMARK_H
#define FORMAT_COMMONMARK_H

#include "base/output.h"

/* What a character is to the rules that tell whether a delimiter opens or closes a span. A symbol
 * is punctuation in some versions of CommonMark, and in others what a letter is. */
enum commonmark_class {
    COMMONMARK_SPACE,
    COMMONMARK_PUNCTUATION,
    COMMONMARK_LETTER,
    COMMONMARK_SYMBOL
};

enum commonmark_edge { COMMONMARK_NO_EDGE, COMMONMARK_OPENING, COMMONMARK_CLOSING };

enum commonmark_span { COMMONMARK_EMPHASIS, COMMONMARK_STRONG, COMMONMARK_SPANS };

/* A text being written. What a caller may set comes first; the rest belongs to commonmark.c. */
struct commonmark {
    bool one_line; /* the line is not to be broken: a heading */
    bool in_link;  /* all brackets are escaped */
    /* Whether a byte is markup to whom the text is meant for, though not to CommonMark; or NULL. */
    bool (*is_markup)(const struct commonmark *, const char *bytes);

    struct output *out;
    struct output margin; /* what comes before each line */
    struct output first;  /* what comes before the next line instead, if not empty */
    size_t column;        /* columns of the line being filled, about, and bytes of its margin; 0: it
                             is not begun */

    struct output word; /* the word being put together */
    bool space;         /* a space came after it */

    /* The last unit of the word: a character, or markup that belongs together. */
    size_t last_at; /* byte of the word where it begins */
    enum commonmark_class last;
    enum commonmark_edge edge; /* whether it is the delimiter of a span */
    char edge_delimiter;
    bool after_code;  /* it ends a code span */
    bool guarded;     /* a closing delimiter that no letter may follow */
    size_t letter_at; /* byte where the letter before an opening delimiter begins, or SIZE_MAX */

    unsigned depth[COMMONMARK_SPANS]; /* spans that are open */
    char delimiter[COMMONMARK_SPANS]; /* which opened them */
    uint32_t first_character;         /* of the text of the word; 0: none yet */
    uint32_t last_character;          /* of the text so far */
    uint32_t last_character_of_line;  /* of the text before the word */
};

void commonmark_begin(struct commonmark *, struct output *out);

/* Frees what the text holds. If memory ran out, OUT is told. */
void commonmark_end(struct commonmark *);

/* Begins a list item, quote or heading, where no line is begun: FIRST is put before its first line
 * and REST before the others, both after the margin in force. Returns what commonmark_leave needs
 * to end it. What is entered last is left first; one without any line gets its first line, empty.
 */
size_t commonmark_enter(struct commonmark *, const char *first, const char *rest);
void commonmark_leave(struct commonmark *, size_t margin);

/* Puts well-formed UTF-8 of LENGTH bytes. What would be read as markup is escaped; a space ends a
 * word, several are one. What follows it in memory is looked at up to the next byte of text, so a
 * NUL has to end it. */
void commonmark_text(struct commonmark *, const char *bytes, size_t length);

/* Puts markup of LENGTH bytes as it is; no line is broken in it. */
void commonmark_markup(struct commonmark *, const char *bytes, size_t length);

/* Puts a code span of at least one byte; no line is broken in it. Directly after another it is put
 * as text, which CommonMark has no other way to write. */
void commonmark_code(struct commonmark *, const char *bytes, size_t length);

/* Opens and closes a span; each that is opened is closed. One in another of its kind does not
 * show. */
void commonmark_open(struct commonmark *, enum commonmark_span);
void commonmark_close(struct commonmark *, enum commonmark_span);

/* Opens a link; closes it with the address to which it leads, which holds no line break. */
void commonmark_open_link(struct commonmark *);
void commonmark_close_link(struct commonmark *, const char *address);

/* Whether between < and > the address is a link to itself; one with "mailto:", also without it. */
bool commonmark_is_autolink(const char *address);

/* Puts a hard line break; in one line, a space. */
void commonmark_break(struct commonmark *);

/* Ends the line, if it was begun. */
void commonmark_end_line(struct commonmark *);

/* Puts a blank line. */
void commonmark_blank_line(struct commonmark *);

/* Puts a code block of lines that each end in a newline. */
void commonmark_code_block(struct commonmark *, const char *lines, size_t length);

#endif
