/* yaml_tree.h: YAML as a tree of texts, lists and maps; the only place that knows libyaml. */
#ifndef COMPILER_YAML_TREE_H
#define COMPILER_YAML_TREE_H

#include "compiler/diagnostics.h"

#include <stdbool.h>
#include <stddef.h>

enum yaml_tree_kind {
    YAML_TREE_TEXT,
    YAML_TREE_LIST,
    YAML_TREE_MAP,
    YAML_TREE_TEXTS,
    YAML_TREE_MAPS,
    YAML_TREE_FLAG
};

struct yaml_tree {
    enum yaml_tree_kind kind; /* YAML_TREE_TEXT, YAML_TREE_LIST or YAML_TREE_MAP */
    struct place place;
    char *text;                 /* of a text: white space is one space between words */
    size_t length;              /* of the text, in bytes */
    bool plain;                 /* a text written without quotes */
    struct yaml_tree *children; /* items; of a map: key, value, key, value ... */
    size_t count;               /* children */
    bool partial;               /* of a list: items that were wrong are taken out */
};

/* A key of a map, and what its value has to be: YAML_TREE_TEXT: text that is not empty;
 * YAML_TREE_TEXTS: a list of such; YAML_TREE_MAPS: a list of maps; YAML_TREE_FLAG: true or false;
 * YAML_TREE_MAP: a map. */
struct yaml_tree_key {
    const char *name;
    enum yaml_tree_kind kind;
    bool required;
};

/* Parses LENGTH bytes that begin at line FIRST_LINE of a file. Reports what is wrong. Returns the
 * tree, to be freed with yaml_tree_free, or NULL after a syntax error. An empty text is an empty
 * map. */
struct yaml_tree *yaml_tree_parse(const char *text, size_t length, uint32_t file,
                                  uint32_t first_line, struct diagnostics *);

void yaml_tree_free(struct yaml_tree *);

/* Takes a map apart: VALUES gets, for each of the KEYS, the value or NULL. Unknown keys, missing
 * required ones, values of the wrong kind (which are given as NULL), and items of the wrong kind
 * (which are taken out of their list) are reported; WHOSE says in messages what the map is, as
 * "section" does. */
void yaml_tree_read_map(struct yaml_tree *map, const struct yaml_tree_key *keys, size_t key_count,
                        const char *whose, const struct yaml_tree **values, struct diagnostics *);

/* The value of a flag; false for NULL. */
bool yaml_tree_is_true(const struct yaml_tree *);

#endif
