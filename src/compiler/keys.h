/* SPDX-License-Identifier: MIT */
/* keys.h: the keys and values of a file or a map, as they were asked for. */
#ifndef COMPILER_KEYS_H
#define COMPILER_KEYS_H

#include "compiler/input.h"
#include "compiler/yaml_tree.h"

/* What the value of a key has to be. */
enum key_kind {
    KEY_TEXT,  /* text that is not empty */
    KEY_TEXTS, /* a list of such */
    KEY_FLAG,  /* true or false */
    KEY_MAP,
    KEY_MAPS,   /* a list of maps */
    KEY_LISTS,  /* a list of lists of texts */
    KEY_GROUPS, /* a list of sections as texts, or of groups of them as maps */
};

struct key {
    const char *name;
    enum key_kind kind;
    bool required;
};

/* Reads DIRECTORY/NAME, as input_read does, and parses it. Returns 0 or errno; the tree is NULL if
 * the file could not be read or is not a map, which is reported. */
int keys_read_file(const char *directory, const char *name, struct input *, struct yaml_tree **,
                   struct diagnostics *);

/* Takes a map apart: VALUES gets, for each of the KEYS, the value or NULL. Unknown keys, missing
 * required ones, values of the wrong kind (which are given as NULL), and items of the wrong kind
 * (which are taken out of their list) are reported; WHOSE says in messages what the map is, as
 * "section" does. */
void keys_read_map(const struct yaml_tree *map, const struct key *keys, size_t key_count,
                   const char *whose, const struct yaml_tree **values, struct diagnostics *);

/* The value of a flag; false for NULL. */
bool keys_is_true(const struct yaml_tree *);

/* Reports a text that is not valid: "'TEXT' ADVICE". NULL is a value that is not there. */
void keys_check(const struct yaml_tree *, bool (*is_valid)(const char *text), const char *advice,
                struct diagnostics *);

#endif
