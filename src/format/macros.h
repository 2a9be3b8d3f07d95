/* SPDX-License-Identifier: MIT */
/* macros.h: sections in the macros of man(7), which the formats man and groff share. */
#ifndef FORMAT_MACROS_H
#define FORMAT_MACROS_H

#include "format/hints.h"
#include "format/roff.h"

/* Columns from a bullet to the text of its item. */
enum { MACROS_BULLET_INDENT = 2 };

struct macros {
    const struct render *render;
    struct roff roff;
    enum roff_escaping escaping; /* of the inline text being put */
    bool after_heading;          /* no paragraph macro is due */
    bool single;                 /* its section has no title: the headings are those of the page */
    struct render_nesting nesting;

    /* Says behind the text of a reference where it leads: HINT_SECTION or HINT_HERE. */
    void (*refer)(struct macros *, enum hint, const struct guide_link *);
};

/* Adds a text that has no links to the word. */
void macros_put_string(struct macros *, const char *string, enum roff_escaping);

/* Puts inline text, up to the end of its last line. */
void macros_put_running(struct macros *, const char *inline_text, const struct guide_link *links);

/* Puts a line of its own that looks like a heading, in font 1, bold, or 2, italic. */
void macros_put_line(struct macros *, unsigned font, const char *inline_text,
                     const struct guide_link *links);

/* Puts a macro whose argument is text; a heading, after which no paragraph macro is due. */
void macros_put_text(struct macros *, const char *macro, const char *inline_text,
                     const struct guide_link *links);
void macros_put_heading(struct macros *, const char *macro, const char *inline_text,
                        const struct guide_link *links);

/* Puts a block: .SH, .SS, .PP, .TP, .TQ, .IP, .RS, .RE, .EX and .EE, and requests. */
void macros_put_block(struct macros *, const struct guide_block *);

#endif
