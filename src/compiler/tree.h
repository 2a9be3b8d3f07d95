/* tree.h: YAML as a tree of texts, lists and maps; the only place that knows libyaml. */
#ifndef COMPILER_TREE_H
#define COMPILER_TREE_H

#include "diagnostics.h"

#include <stdbool.h>
#include <stddef.h>

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP, TREE_TEXTS, TREE_MAPS, TREE_FLAG };

struct tree {
    enum tree_kind kind; /* TREE_TEXT, TREE_LIST or TREE_MAP */
    struct place place;
    char *text;            /* of a text: white space is one space between words */
    size_t length;         /* of the text, in bytes */
    bool plain;            /* a text written without quotes */
    struct tree *children; /* items; of a map: key, value, key, value ... */
    size_t count;          /* children */
    bool partial;          /* of a list: items that were wrong are taken out */
};

/* A key of a map, and what its value has to be: TREE_TEXT: text that is not empty; TREE_TEXTS: a
 * list of such; TREE_MAPS: a list of maps; TREE_FLAG: true or false; TREE_MAP: a map. */
struct tree_key {
    const char *name;
    enum tree_kind kind;
    bool required;
};

/* Parses LENGTH bytes that begin at line FIRST_LINE of a file. Reports what is wrong. Returns the
 * tree, to be freed with tree_free, or NULL after a syntax error. An empty text is an empty map. */
struct tree *tree_parse(const char *text, size_t length, uint32_t file, uint32_t first_line,
                        struct diagnostics *);

void tree_free(struct tree *);

/* Takes a map apart: VALUES gets, for each of the KEYS, the value or NULL. Unknown keys, missing
 * required ones, values of the wrong kind (which are given as NULL), and items of the wrong kind
 * (which are taken out of their list) are reported; WHOSE says in messages what the map is, as
 * "section" does. */
void tree_read_map(struct tree *map, const struct tree_key *keys, size_t key_count,
                   const char *whose, const struct tree **values, struct diagnostics *);

/* The value of a flag; false for NULL. */
bool tree_is_true(const struct tree *);

#endif
