/* SPDX-License-Identifier: MIT */
/* yaml_tree.h: YAML as a tree of texts, lists and maps; the only place that knows libyaml. */
#ifndef COMPILER_YAML_TREE_H
#define COMPILER_YAML_TREE_H

#include "compiler/diagnostics.h"

#include <stdbool.h>
#include <stddef.h>

enum yaml_tree_kind { YAML_TREE_TEXT, YAML_TREE_LIST, YAML_TREE_MAP };

struct yaml_tree {
    enum yaml_tree_kind kind;
    struct place place;
    char *text;                 /* of a text: white space is one space between words */
    size_t length;              /* of the text, in bytes */
    bool unquoted;              /* a text written without quotes */
    struct yaml_tree *children; /* items; of a map: key, value, key, value ... */
    size_t count;               /* children */
    bool partial;               /* of a list: items that were wrong are taken out */
};

/* Parses LENGTH bytes that begin at line FIRST_LINE of a file. Reports what is wrong. Returns the
 * tree, to be freed with yaml_tree_free, or NULL after a syntax error. An empty text is an empty
 * map. */
struct yaml_tree *yaml_tree_parse(const char *text, size_t length, uint32_t file,
                                  uint32_t first_line, struct diagnostics *);

void yaml_tree_free(struct yaml_tree *);

/* Frees what a node holds, but not the node. */
void yaml_tree_clear(struct yaml_tree *node);

/* Makes each run of white space one space, and drops those at the ends, as in the texts of a tree.
 * TEXT has room for a NUL byte behind its LENGTH. Returns the new length. */
size_t yaml_tree_join_words(char *text, size_t length);

#endif
