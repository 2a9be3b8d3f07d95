/* SPDX-License-Identifier: MIT */
/* headings.h: the headings of a section, to warn of those that are probably not meant as they are.
 */
#ifndef COMPILER_HEADINGS_H
#define COMPILER_HEADINGS_H

#include "compiler/draft.h"

/* The headings of the section that is compiled. It begins zeroed; the memory is used again. */
struct headings {
    struct heading *list;
    size_t count, capacity;
    uint32_t block; /* of the last heading */
    size_t errors;  /* that there were when it was added */
    /* The last heading of each level that is open, counted from 1; 0: none. */
    size_t open[GUIDE_LAST_LEVEL + 1];
};

/* Begins a section. */
void headings_begin(struct headings *);

/* Adds the heading that is a block of the draft. Warns if the one before it has nothing below it.
 */
void headings_add(struct headings *, struct draft *, uint32_t block, struct place place);

/* Ends the section, whose body is complete. Warns of headings that are there twice, and if the last
 * one has nothing below it; CLOSED: something follows that is not of the body. */
void headings_end(struct headings *, struct draft *, bool closed);

void headings_free(struct headings *);

#endif
