/* SPDX-License-Identifier: MIT */
/* roff.h: text as input lines of roff: escaped, filled, and short enough for mandoc. */
#ifndef FORMAT_ROFF_H
#define FORMAT_ROFF_H

#include "base/output.h"

/* How a piece of text is escaped. */
enum roff_escaping {
    ROFF_PROSE,   /* a hyphen is one, but in an option */
    ROFF_LITERAL, /* a hyphen is a minus sign, as in what is typed */
    ROFF_ADDRESS, /* the same, and the line may break after punctuation */
};

/* How words become a line of input. */
enum roff_line {
    ROFF_FILLED,   /* spaces end words, and a full line is followed by another */
    ROFF_UNBROKEN, /* the same, but words are never broken: lexgrog takes "\:" for a colon */
    ROFF_ONE_LINE, /* spaces are kept: what a macro expects in one line */
    ROFF_HEADING,  /* the same, in the font of the macro */
    ROFF_VERBATIM, /* spaces are kept, and no word may be broken by roff */
};

/* Bytes are those of roff's input; a line takes 80 at most, as mandoc counts them. */
struct roff {
    struct output *out;
    struct output line;            /* words of the line being filled, with a space between two */
    struct output word;            /* the word being put together */
    size_t line_bytes, word_bytes; /* their lengths, as mandoc counts them */
    unsigned run;                  /* characters since the word could be broken */
    bool word_stops, line_stops;   /* the word, the last word of the line, ends like a sentence */
    enum roff_line line_kind;
    bool in_option;    /* the word, or its end, is an option such as --role */
    bool after_letter; /* a hyphen would be one within a word */
    bool after_slash;  /* the last character is one */
    unsigned font;     /* 1: bold, 2: italic, 3: both */
};

void roff_begin(struct roff *, struct output *out);

/* Frees the line; if memory ran out, notes that with the output. */
void roff_end(struct roff *);

/* Says how words become lines, until the next roff_end_text or until it is said anew; lines are
 * filled if nothing is said. No word may have been begun. */
void roff_set_line(struct roff *, enum roff_line);

/* Adds UTF-8 of LENGTH bytes without marks. What takes no column begins a run of text: no long word
 * is broken before it. */
void roff_text(struct roff *, const char *bytes, size_t length, enum roff_escaping);

/* Adds to the word what must not be broken, of LENGTH bytes, fewer than a line's; a word that is
 * too long goes on in the next line. */
void roff_unit(struct roff *, const char *bytes, size_t length);

/* The same for an escape. */
void roff_escape(struct roff *, const char *escape);

/* Lets the word break here, if it does not already. */
void roff_break(struct roff *);

/* Changes the font, of which a heading shows nothing. */
void roff_font(struct roff *, unsigned font);

/* Ends the word, if there is one. */
void roff_end_word(struct roff *);

/* Puts the line, if there is one; a word that was begun goes into the next one. */
void roff_end_line(struct roff *);

/* Ends the word and the last line of a text; that line may end like a sentence. Lines are filled
 * again. */
void roff_end_text(struct roff *);

/* Put a line with a macro, and with a macro and a number. */
void roff_macro(struct roff *, const char *macro);
void roff_macro_number(struct roff *, const char *macro, unsigned number);

#endif
