/* SPDX-License-Identifier: MIT */
/* names.h: the names of one kind (sections, roles, ...), to find what a source means. */
#ifndef COMPILER_NAMES_H
#define COMPILER_NAMES_H

#include "compiler/diagnostics.h"

#include <stdbool.h>

#define NAMES_NONE UINT32_MAX

/* So many unknown names get a suggestion, for which all names are looked at: a source that has more
 * has another fault, and its errors are not to take a time that grows with the product of both. */
enum { NAMES_MOST_SUGGESTIONS = 200 };

struct name {
    const char *text; /* not owned */
    uint32_t index;   /* of what it names; NAMES_NONE: known, but there is nothing to refer to */
    struct place place;
};

struct names {
    const char *kind;  /* as messages say it: "section" */
    const char *where; /* they stand: "in sources.yaml" */
    struct name *list;
    size_t count, capacity;
    bool incomplete; /* some could not be read: an unknown name is no error */

    /* The last list, counted from 1, in which each index was met. */
    uint32_t *met_in_list, list_number;
};

/* Adds a name. TEXT has to stay. */
void names_add(struct names *, const char *text, uint32_t index, struct place place);

/* Sorts the names, after the last was added and before the first is looked up. Reports each that
 * is given twice, unless the diagnostics are NULL. */
void names_sort(struct names *, struct diagnostics *);

/* The index of what the name means, or NAMES_NONE. */
uint32_t names_find(const struct names *, const char *text);

/* The same; reports an unknown name, with a suggestion if there were not very many of them. */
uint32_t names_resolve(const struct names *, const char *text, struct place place,
                       struct diagnostics *);

/* The same for what may also be one of OTHERS; returns the index if it is the first kind. An
 * unknown name is reported as of both kinds. */
uint32_t names_resolve_either(const struct names *, const struct names *others, const char *text,
                              struct place place, struct diagnostics *);

/* Begins a list of references. */
void names_begin_list(struct names *);

/* Notes that the list refers to INDEX. Returns false if it did so already. */
bool names_note(struct names *, uint32_t index);

void names_free(struct names *);

#endif
