/* roff.h: text as input lines of roff: escaped, filled, and short enough for mandoc. */
#ifndef FORMAT_ROFF_H
#define FORMAT_ROFF_H

#include "base/output.h"

struct roff {
    struct output *out;
    struct output line;            /* words of the line being filled */
    struct output word;            /* the word being put together */
    size_t line_bytes, word_bytes; /* their lengths, as mandoc counts them */
    unsigned run;                  /* characters since the word could be broken */
    bool word_stops, line_stops;   /* the word, the last word of the line, ends like a sentence */

    /* How text is taken; to be set as wanted. */
    bool literal;  /* a hyphen is a minus */
    bool one_line; /* spaces do not end words: the argument of a macro, a term */
    bool whole;    /* long words are not broken */
    bool address;  /* an address, which may break behind its punctuation */
    bool fonts;    /* the font may change */
    unsigned font; /* 1: bold, 2: italic, 3: both */
};

void roff_begin(struct roff *, struct output *out);

/* Frees the line; if memory ran out, notes that with the output. */
void roff_end(struct roff *);

/* Adds plain text without marks. What takes no column begins a run of text: no long word is broken
 * before it. */
void roff_text(struct roff *, const char *bytes, size_t length);

/* Adds to the word what must not be broken; a word that is too long goes on in the next line. */
void roff_unit(struct roff *, const char *bytes, size_t length);

/* The same for an escape. */
void roff_escape(struct roff *, const char *escape);

/* Lets the word break here, if it does not already. */
void roff_break(struct roff *);

void roff_font(struct roff *, unsigned font);

/* End the word, and the line, if there is one. */
void roff_end_word(struct roff *);
void roff_end_line(struct roff *);

/* Put a line with a macro, and with a macro and a number. */
void roff_macro(struct roff *, const char *macro);
void roff_macro_number(struct roff *, const char *macro, unsigned number);

#endif
