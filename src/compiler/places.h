/* SPDX-License-Identifier: MIT */
/* places.h: places in sections, the headings and terms to which links lead. */
#ifndef COMPILER_PLACES_H
#define COMPILER_PLACES_H

#include "compiler/draft.h"

/* A link to a place, until all places are known. */
struct place_link {
    uint32_t link;      /* its target is set when all places are known */
    uint32_t section;   /* where the place is */
    char *name;         /* of the place */
    uint32_t from;      /* the section that holds the link */
    uint32_t block;     /* and the block */
    struct place place; /* where the link is written */
};

struct places {
    struct draft *draft;
    struct place_link *links;
    size_t count, capacity;

    uint32_t section, block; /* which are compiled */
};

/* The name of the place that a heading or term is: its words, folded, with a hyphen between them;
 * to be freed. TEXT may hold marks. It is empty if there are no words. */
char *places_name(const char *text);

/* Adds a link to the place that WRITTEN names in a section. */
void places_link(struct places *, uint32_t section, const char *written, struct place place);

/* Makes the table of all places, when all bodies are compiled, and leads links and doors there.
 * Reports what leads to no place, and links that lead to one that some of their readers do not see.
 * Frees the links. */
void places_resolve(struct places *);

#endif
