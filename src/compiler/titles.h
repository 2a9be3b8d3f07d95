/* SPDX-License-Identifier: MIT */
/* titles.h: the words of the headings and terms of sections, for links to them that have no text. A
 * section is read for them when the first link asks, since it may come after that link. */
#ifndef COMPILER_TITLES_H
#define COMPILER_TITLES_H

#include "compiler/draft.h"

/* A heading or term. */
struct title {
    char *name;      /* of the place */
    char *text;      /* its words */
    uint32_t number; /* in reading order */
};

/* The headings and terms of a section, by name; all zero until they are asked for. */
struct titles {
    struct title *list;
    size_t count, capacity;
    bool known;
};

/* The words of the first heading or term of a section whose place has that name; NULL if there is
 * none. SECTIONS has an entry for each section. */
const char *titles_find(struct titles *sections, const struct draft *, uint32_t section,
                        const char *name);

/* Frees the titles of COUNT sections. */
void titles_free(struct titles *sections, uint32_t count);

#endif
