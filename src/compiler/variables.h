/* SPDX-License-Identifier: MIT */
/* variables.h: names in the source, {{NAME}}, that stand for a text. Where guide.yaml has no key
 * `variables`, nothing is taken for one.
 *
 * A value is literal text: what looks like markup in it, or like a variable, is none. */
#ifndef COMPILER_VARIABLES_H
#define COMPILER_VARIABLES_H

#include "compiler/names.h"
#include "compiler/yaml_tree.h"

#include <stdbool.h>
#include <stddef.h>

/* A value that the command line gives to a variable. */
struct definition {
    char *name, *value;
};

struct definitions {
    struct definition *list;
    size_t count, capacity;
};

/* Adds "NAME=VALUE". Returns STATUS_DONE, or STATUS_USAGE after a message. */
int definitions_add(struct definitions *, const char *definition);

void definitions_free(struct definitions *);

struct variables {
    bool used;                    /* the key stands in guide.yaml */
    struct names names;           /* known variables */
    struct yaml_tree **values;    /* by the index of the name; not owned */
    const struct yaml_tree *name; /* the guide's name, if `reader` is that; else NULL */
    uint32_t count;               /* values */
    size_t capacity;
};

/* Finds the variables in guide.yaml, of which ROOT is the tree, and gives them the values of the
 * command line: those of its key `variables`, and the keys `version` and `reader`. The tree has to
 * stay. */
void variables_read(struct variables *, struct yaml_tree *root, const struct definitions *,
                    struct diagnostics *);

/* Whether each definition is one of a variable. Returns STATUS_DONE, or STATUS_USAGE after a
 * message; without message if guide.yaml could not be read. */
int variables_check(const struct variables *, const struct definitions *);

/* Puts values for the variables in all texts of a tree but those that are values themselves.
 * Reports unknown ones. */
void variables_fill(const struct variables *, struct yaml_tree *, struct diagnostics *);

/* A copy of CommonMark, which begins at PLACE, with a mark for each variable that libcmark takes
 * for a letter of a word; to be freed. NULL if there is none. Reports unknown ones. */
char *variables_mark(const struct variables *, const char *text, size_t length, size_t *marked,
                     struct place, struct diagnostics *);

/* A copy of a text with values for these marks, to be freed; NULL if it holds none. With ESCAPED,
 * the signs of values are marked as escapes.h does. */
char *variables_expand(const struct variables *, const char *text, bool escaped);

/* Whether a text holds such a mark of what was reported as unknown. */
bool variables_lead_nowhere(const struct variables *, const char *text);

void variables_free(struct variables *);

#endif
