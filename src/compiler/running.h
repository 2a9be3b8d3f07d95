/* running.h: putting running text together, with its marks, and watching for markup that was left
 * over in it. */
#ifndef COMPILER_RUNNING_H
#define COMPILER_RUNNING_H

#include "guide.h"
#include "output.h"

#include <stdbool.h>

/* What a text should not hold. */
enum running_fault {
    RUNNING_LEFTOVER,  /* link syntax or ** */
    RUNNING_ROLE_MARK, /* {.role} */
    RUNNING_TABLE,     /* a line of | - : only */
};

struct running_finding {
    enum running_fault fault;
    uint32_t line;
};

struct running {
    struct output out; /* the text so far */
    uint32_t line;     /* of the source, where the text that is being added stands */

    size_t marks, marks_end; /* bytes of the text between which there are but marks */

    struct running_finding *findings; /* each once for its line */
    size_t finding_count, finding_capacity;

    unsigned emphasis, strong; /* how many are open; marks do not nest */
    bool literal;              /* inside what is no markup, such as code */
    bool line_ended;           /* a source line ended, and nothing was added since */
    bool line_is_rule;         /* the source line holds nothing but | - : and spaces */
    bool line_has_bar, line_has_dash;
};

/* Begins a text. The memory of the one before is used again. */
void running_begin(struct running *, uint32_t line);

/* Adds literal text. White space becomes one space. */
void running_text(struct running *, const char *bytes, size_t length);

/* Adds text that is no markup, whatever it holds. */
void running_plain(struct running *, const char *bytes, size_t length);

/* Adds a plain text of the guide, without its marks: they are made anew for the whole text. */
void running_title(struct running *, const char *text);

/* Begins or ends a span; one inside another of its kind adds no mark. */
void running_mark(struct running *, enum guide_mark mark);

/* Adds the end of a source line, whose next is LINE. */
void running_next_line(struct running *, uint32_t line, bool hard);

/* Ends the text: takes spaces off its end. */
void running_end(struct running *);

void running_free(struct running *);

#endif
