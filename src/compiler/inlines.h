/* SPDX-License-Identifier: MIT */
/* inlines.h: putting inline text together, with its marks, and watching for markup that was left
 * over in it. */
#ifndef COMPILER_INLINES_H
#define COMPILER_INLINES_H

#include "base/output.h"
#include "guide/guide.h"

#include <stdbool.h>

/* What a text should not hold. */
enum inlines_fault {
    INLINES_STARS,     /* ** */
    INLINES_LEFTOVER,  /* link syntax */
    INLINES_FOOTNOTE,  /* [^1] */
    INLINES_ROLE_MARK, /* {.role} */
    INLINES_TABLE,     /* a line of | - : only */
    INLINES_HEADING,   /* ##Heading */
    INLINES_ITEM,      /* -item */
};

struct inlines_finding {
    enum inlines_fault fault;
    uint32_t line;
};

struct inlines {
    struct output out; /* the text so far */
    uint32_t line;     /* of the source, where the text being added is */

    struct inlines_finding *findings; /* each once for its line */
    size_t finding_count, finding_capacity;

    unsigned emphasis, strong; /* how many are open; marks do not nest */
    bool literal;              /* inside what is no markup, such as code */
    bool ends_in_space;        /* but for marks, the text ends in one, in a newline, or is empty */
    bool line_ended;           /* a source line ended, and nothing was added since */
    struct output signs;       /* the text of the source line; see SIGN_ESCAPED */
};

/* Begins a text. The memory of the one before is used again. */
void inlines_begin(struct inlines *, uint32_t line);

/* Adds literal text, with the marks of escapes.h. White space becomes one space. */
void inlines_text(struct inlines *, const char *bytes, size_t length);

/* Adds text that is no markup, whatever it holds. */
void inlines_literal(struct inlines *, const char *bytes, size_t length);

/* Adds a plain text of the guide, without its marks: they are made anew for the whole text. */
void inlines_title(struct inlines *, const char *text);

/* Begins or ends a span; one inside another of its kind adds no mark. */
void inlines_mark(struct inlines *, enum guide_mark mark);

/* Whether what is added next follows a word at once. */
bool inlines_is_after_word(const struct inlines *);

/* What is added next stands on LINE of the source, since a span reached over lines. */
void inlines_at_line(struct inlines *, uint32_t line);

/* Adds the end of a source line, whose next is LINE. */
void inlines_next_line(struct inlines *, uint32_t line, bool hard);

/* Ends the text: takes spaces off its end. */
void inlines_end(struct inlines *);

void inlines_free(struct inlines *);

#endif
