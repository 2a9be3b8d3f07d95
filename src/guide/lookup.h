/* SPDX-License-Identifier: MIT */
/* lookup.h: from what somebody types to the sections that help. */
#ifndef GUIDE_LOOKUP_H
#define GUIDE_LOOKUP_H

#include "guide/guide.h"

#include <stdlib.h>

/* Sections that are found at most. */
enum { LOOKUP_MOST = 10 };

/* Words of a question that are looked at; others behind them are not. */
enum { LOOKUP_WORDS = 32 };

struct lookup_slip {
    const char *typed;       /* the word, folded: bytes of the lookup */
    uint32_t taken, offered; /* text that it was taken for, or that may have been meant; or 0 */
};

/* A section of which a phrase is what was typed. */
struct lookup_whole {
    uint32_t section;
    uint32_t place; /* the place + 1 that the phrase names; 0: the section */
};

struct lookup {
    uint32_t sections[LOOKUP_MOST]; /* best first */
    uint32_t count;
    uint32_t urgent_count; /* how many of them, from the first, an urgent phrase put there */
    struct lookup_whole
        wholes[LOOKUP_MOST]; /* what the words are as a whole, the weightiest first */
    uint32_t whole_count;
    struct lookup_slip slips[LOOKUP_WORDS];
    uint32_t slip_count;
    char *memory; /* of what was typed, folded */
};

/* Looks TEXT up. Sections for none of ROLES (a mask) are left out, but for urgent ones. Returns
 * false if memory ran out; else the caller frees with lookup_free. */
bool lookup_find(struct lookup *, const struct guide *, uint32_t roles, const char *text);

/* The same for urgent phrases alone: nothing else is looked up. */
bool lookup_find_urgent(struct lookup *, const struct guide *, const char *text);

void lookup_free(struct lookup *);

/* The place + 1 in a section whose name is TEXT or, unless EXACT, has most of its words; 0 if there
 * is none. Returns false if memory ran out. */
bool lookup_find_place(const struct guide *, uint32_t section, const char *text, bool exact,
                       uint32_t *place);

#endif
