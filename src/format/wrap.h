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

struct wrap {
    const struct render *render;
    struct output line;   /* the line being filled, without margin */
    unsigned column;      /* columns that it takes */
    unsigned limit;       /* columns that it may take */
    unsigned margin;      /* columns before it */
    unsigned next_margin; /* columns before the lines after it */
    unsigned first_style; /* style at its beginning */
    unsigned style;       /* style at its end */

    /* The last place where it may break: bytes, columns and style before, bytes to drop there. */
    size_t break_length;
    unsigned break_column, break_style, break_skip;
    bool can_break;

    char label[16]; /* bullet or number that stands in the margin of the next line */
    bool gap;       /* a blank line is due before the next line, unless that is the first */
    bool any;       /* a line was put */
};

/* Begins to wrap as the options say: width, styles, ASCII, plain. Lines go to render->out. */
void wrap_begin(struct wrap *, const struct render *);

/* Sets the columns before the line to come; with a line begun, before the lines after it. */
void wrap_set_margin(struct wrap *, unsigned margin);

/* Sets the style of what follows, if styles are wanted. */
void wrap_set_style(struct wrap *, unsigned style);

/* Adds inline text to the line, and puts each line that is full. LINKS are those of its block, or
 * NULL if it can have none. MARK_HIT and MARK_HIT_END are kept in the lines. */
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

/* Puts inline text as a paragraph of its own, MARGIN columns from the left. */
void wrap_paragraph(const struct render *, const char *inline_text, const struct guide_link *links,
                    unsigned margin);

/* Frees the line; if memory ran out, notes that with the output. */
void wrap_end(struct wrap *);

#endif
