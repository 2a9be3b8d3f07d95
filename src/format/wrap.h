/* SPDX-License-Identifier: MIT */
/* wrap.h: inline text as lines of a terminal: wrapped, with margin, labels and styles. */
#ifndef FORMAT_WRAP_H
#define FORMAT_WRAP_H

#include "format/render.h"

enum wrap_style {
    WRAP_STRONG = 1,
    WRAP_EMPHASIS = 2,
    WRAP_CODE = 4,
    WRAP_HIT = 8,
};

/* Lines being filled. A caller may set nesting, label and gap; the rest belongs to wrap.c, which
 * keeps to this: margin + limit = width; a place to break lies within the line, with what is
 * dropped there. Columns are those of a terminal: MARK_WIDE and MARK_ZERO tell of characters that
 * do not take one.
 */
struct wrap {
    const struct render *render;
    const struct render_nesting *nesting; /* where in a walk the text stands, or NULL */
    unsigned width;                       /* columns that margin and line may take together */
    struct output line;                   /* the line being filled, without margin */
    unsigned column;                      /* columns that it takes; 0: it is not begun */
    unsigned limit;       /* columns that it may take; a word that is wider may take more */
    unsigned margin;      /* columns before it */
    unsigned next_margin; /* columns before the lines after it */
    unsigned first_style; /* style at its beginning: WRAP_STRONG and others, added */
    unsigned style;       /* style at its end */

    /* If it can break, the last place where: bytes, columns and style before it, and how many
     * bytes, of a column each, to drop there. */
    size_t break_length;
    unsigned break_column, break_style, break_skip;
    bool can_break;
    bool break_hyphen; /* a hyphen is put there */
    bool soft_hyphen;  /* the last character was a soft hyphen, which takes no column */

    char label[16]; /* bullet or number that is put in the margin of the next line; UTF-8 that ends
                       in a space, of one column a character */
    bool gap;       /* a blank line is due before the next line, unless that is the first */
    bool any;       /* a line was put */
};

/* Columns that a line of prose may take. */
unsigned wrap_width(const struct render_options *);

/* Begins to wrap as the options say: width, styles, ASCII, plain. Lines go to render->out. */
void wrap_begin(struct wrap *, const struct render *);

/* Sets the columns before the line to come; with a line begun, before the lines after it. They are
 * fewer than asked for where text would have too little room, and none if the options say plain. */
void wrap_set_margin(struct wrap *, unsigned margin);

/* Sets the style of what follows, if styles are wanted. */
void wrap_set_style(struct wrap *, unsigned style);

/* Adds inline text to the line, and puts each line that is full. A line breaks at a space, which is
 * dropped, or at MARK_BREAK; spaces that would begin a line are dropped, too. A soft hyphen is a
 * hyphen if the line breaks right after it, and else nothing. LINKS are those of
 * its block, or NULL if it can have none. MARK_HIT and MARK_HIT_END are kept in the lines. */
void wrap_fill(struct wrap *, const char *inline_text, const struct guide_link *links);

/* The same for text that is ASCII and holds no mark, from TEXT to END: a line that is full is put
 * from the text as a whole, and only what is left over goes into the line's buffer. */
void wrap_ascii(struct wrap *, const char *text, const char *end);

/* Adds lines of code: nothing is wrapped, and newlines end lines. */
void wrap_code(struct wrap *, const char *lines);

/* Puts the line, also an empty one. */
void wrap_end_line(struct wrap *);

/* Puts the line if one was begun, be it by a label only. */
void wrap_close_line(struct wrap *);

/* Frees the line; if memory ran out, notes that with the output. */
void wrap_end(struct wrap *);

#endif
