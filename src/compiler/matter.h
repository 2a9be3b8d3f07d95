/* SPDX-License-Identifier: MIT */
/* matter.h: blocks that the front matter asks for. INLINES is scratch memory: the text that it
 * holds is lost. */
#ifndef COMPILER_MATTER_H
#define COMPILER_MATTER_H

#include "compiler/draft.h"
#include "compiler/inlines.h"

struct matter {
    struct draft *draft;
    struct inlines *inlines; /* scratch memory: what text it holds is lost */
    uint32_t notice;         /* text: the guide's notice, strong; 0 if it has none */
    uint32_t linked_notice;  /* the same as a link to the notice's section, and that link */
    struct guide_range notice_links;
};

/* Makes what sections share. All of guide.yaml, sources.yaml and the front matter has to be read.
 * DRAFT and INLINES have to stay. */
void matter_begin(struct matter *, struct draft *, struct inlines *);

/* Adds what comes before a section's body: the notice; and after it: the list of all sources, and
 * the line that says where to read on. */
void matter_open_section(const struct matter *, uint32_t section);
void matter_close_section(const struct matter *, uint32_t section);

#endif
