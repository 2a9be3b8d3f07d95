/* mdtext.h: lines of CommonMark: words that are escaped where they have to be, filled, and set in
 * lists and quotes. Knows the syntax of CommonMark and nothing of guides. */
#ifndef GUIDE_MDTEXT_H
#define GUIDE_MDTEXT_H

#include "output.h"

/* What a character is to the rules that tell whether a delimiter opens or closes a span. A symbol
 * is punctuation in some versions of CommonMark, and in others what a letter is. */
enum mdtext_class { MDTEXT_SPACE, MDTEXT_PUNCTUATION, MDTEXT_LETTER, MDTEXT_SYMBOL };

enum mdtext_edge { MDTEXT_NO_EDGE, MDTEXT_OPENING, MDTEXT_CLOSING };

enum mdtext_span { MDTEXT_EMPHASIS, MDTEXT_STRONG, MDTEXT_SPANS };

/* A text being written. What a caller may set comes first; the rest belongs to mdtext.c. */
struct mdtext {
    bool one_line; /* the line is not to be broken: a heading */
    bool in_link;  /* brackets are escaped */
    bool braces;   /* so is an opening brace before a full stop */

    struct output *out;
    struct output margin; /* what stands before each line */
    struct output first;  /* what stands before the next line instead, if not empty */
    size_t column;        /* characters in the line being filled; 0: it is not begun */

    struct output word; /* the word being put together */
    bool space;         /* a space came after it */

    /* The last unit of the word: a character, or markup that belongs together. */
    size_t last_at; /* where it begins */
    enum mdtext_class last;
    enum mdtext_edge edge; /* whether it is the delimiter of a span */
    char edge_delimiter;
    bool after_code;  /* it ends a code span */
    bool guarded;     /* a closing delimiter that no letter may follow */
    size_t letter_at; /* the letter before an opening delimiter, or SIZE_MAX */

    unsigned depth[MDTEXT_SPANS];    /* spans that are open */
    char delimiter[MDTEXT_SPANS];    /* which opened them */
    uint32_t first_character;        /* of the text of the word; 0: none yet */
    uint32_t last_character;         /* of the text so far */
    uint32_t last_character_of_line; /* of the text before the word */
};

void mdtext_begin(struct mdtext *, struct output *out);

/* Frees what the text holds. If memory ran out, OUT is told. */
void mdtext_end(struct mdtext *);

/* Begins a list item, quote or heading: FIRST stands before its first line and REST before the
 * others, after what stands there already. Returns what mdtext_leave needs to end it. */
size_t mdtext_enter(struct mdtext *, const char *first, const char *rest);
void mdtext_leave(struct mdtext *, size_t margin);

/* Puts text. What would be read as markup is escaped; a space ends a word. What follows it
 * in memory is looked at up to the next byte of text, so a NUL has to end it. */
void mdtext_text(struct mdtext *, const char *bytes, size_t length);

/* Puts markup as it is; no line is broken in it. */
void mdtext_markup(struct mdtext *, const char *bytes, size_t length);

/* Puts a code span; no line is broken in it. */
void mdtext_code(struct mdtext *, const char *bytes, size_t length);

/* Opens and closes a span. One in another of its kind does not show. */
void mdtext_open(struct mdtext *, enum mdtext_span);
void mdtext_close(struct mdtext *, enum mdtext_span);

/* Opens a link; closes it with the address to which it leads. */
void mdtext_open_link(struct mdtext *);
void mdtext_close_link(struct mdtext *, const char *address);

/* Whether between < and > the address is a link to itself; one with "mailto:", also without it. */
bool mdtext_is_autolink(const char *address);

/* Puts a hard line break; in one line, a space. */
void mdtext_break(struct mdtext *);

/* Ends the line, if it was begun. */
void mdtext_end_line(struct mdtext *);

/* Puts a blank line. */
void mdtext_blank_line(struct mdtext *);

/* Puts a code block of lines that each end in a newline. */
void mdtext_code_block(struct mdtext *, const char *lines, size_t length);

#endif
