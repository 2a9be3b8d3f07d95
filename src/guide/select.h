/* SPDX-License-Identifier: MIT */
/* select.h: choosing sections by name, topic and role. */
#ifndef GUIDE_SELECT_H
#define GUIDE_SELECT_H

#include "base/bits.h"
#include "guide/guide.h"

#include <stdlib.h>

/* What is asked for. Facets of one kind widen the choice, facets of different kinds narrow it; no
 * facet at all is the whole book. */
struct facets {
    const uint32_t *sections; /* in the order in which they were named; may hold one twice */
    uint32_t section_count;
    const uint32_t *topics;
    uint32_t topic_count;
    uint32_t roles; /* mask; 0: no role asked for */
};

/* Sections in the order in which they are read, and whose eyes read them. */
struct selection {
    uint32_t *sections;
    uint32_t count;
    uint32_t roles;                 /* mask of the view; GUIDE_ALL_ROLES if no role was asked for */
    unsigned char *members;         /* bit N: section N is in it */
    const struct guide_page *page;  /* the man page that it makes, or NULL */
    const struct guide_role *front; /* the role with whose front page it opens, or NULL */
    uint32_t place;                 /* the place + 1 that is shown of its only section, or 0 */
    bool are_answers;               /* they may be what is meant, the likeliest first */
};

/* Chooses. Sections come as they were named, each once; else, with exactly one role, in the order
 * of its path and then of the book; else in the order of the book. A section with no role is chosen
 * by its name or as part of the whole book only. A choice of one role and nothing else opens with
 * that role's front page. Returns false if memory ran out; else the caller frees the selection with
 * select_free. */
bool select_sections(const struct guide *guide, const struct facets *facets,
                     struct selection *selection);

/* Makes the selection that a man page is. Returns false if memory ran out; else the caller frees it
 * with select_free. */
bool select_page(const struct guide *guide, const struct guide_page *page,
                 struct selection *selection);

void select_free(struct selection *selection);

/* The role that is in a mask, if it is exactly one; else NULL. */
const struct guide_role *select_only_role(const struct guide *guide, uint32_t roles);

static inline bool select_holds(const struct selection *selection, uint32_t section)
{
    return bits_has(selection->members, section);
}

#endif
