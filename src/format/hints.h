/* SPDX-License-Identifier: MIT */
/* hints.h: what is put after the text of a link to tell where it leads. */
#ifndef FORMAT_HINTS_H
#define FORMAT_HINTS_H

#include "format/render.h"

/* What has to be told, if the output has no link that leads there. */
enum hint {
    HINT_NONE, /* nothing: it leads to the section that it is in, or its text is the target itself
                */
    HINT_SECTION, /* a section, or a place in one, that the selection does not show */
    HINT_HERE,    /* one that stands elsewhere in the output */
    HINT_MAN,     /* a man page, such as less(1), or an Info node */
    HINT_URL,     /* an address */
    HINTS
};

/* NESTING is where the link stands in the walk; NULL: that is not known, or the format has links to
 * what the output shows, so that HINT_HERE is not needed. */
enum hint hints_find(const struct render *, const struct render_nesting *nesting,
                     const struct guide_link *link);

/* How a format puts hints. */
struct hint_style {
    struct wrapping wrappings[HINTS]; /* without BEFORE: the format has a link for these; those of
                                         HINT_SECTION serve for HINT_HERE */
    void (*put)(void *self, const char *string);      /* puts a string as it is */
    void (*put_text)(void *self, const char *marked); /* puts a plain text of the guide */
};

/* Puts the hint of a link, if it needs one; NESTING is as for hints_find. */
void hints_put(const struct render *, const struct render_nesting *nesting,
               const struct guide_link *link, const struct hint_style *, void *self);

/* Puts that of a section: the command that shows it. */
void hints_put_section(const struct guide *, uint32_t section, const struct hint_style *,
                       void *self);

/* Makes "info:coreutils#ls invocation" of "info coreutils 'ls invocation'", in place. */
void hints_make_info_address(char *command);

#endif
