/* SPDX-License-Identifier: MIT */
/* phrases.h: words and phrases of lists, compared as those that a reader types: without case,
 * accents, spaces, hyphens and apostrophes. */
#ifndef COMPILER_PHRASES_H
#define COMPILER_PHRASES_H

#include "base/output.h"
#include "compiler/diagnostics.h"
#include "compiler/yaml_tree.h"

struct phrase;

struct phrases {
    const char *kind; /* as messages say it: "small word" */
    struct output keys;
    struct phrase *list;
    size_t count, capacity;
};

void phrases_begin(struct phrases *, const char *kind);

/* Adds the texts of a list, which have to stay; NULL is an empty list. OWNER is whatever the caller
 * wants back. Reports those without a letter or digit. */
void phrases_add(struct phrases *, const struct yaml_tree *list, uint32_t owner,
                 struct diagnostics *);

/* Sorts them, after the last was added, and reports those that are given twice. */
void phrases_sort(struct phrases *, struct diagnostics *);

/* The first text that compares equal to an identifier, and its OWNER; or NULL. */
const struct yaml_tree *phrases_find(const struct phrases *, const char *id, uint32_t *owner);

void phrases_free(struct phrases *);

/* Checks a single list, as phrases_add and phrases_sort do. */
void phrases_check(const char *kind, const struct yaml_tree *list, struct diagnostics *);

#endif
