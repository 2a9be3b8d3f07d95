/* SPDX-License-Identifier: MIT */
/* values.h: values of YAML as the guide holds them. */
#ifndef COMPILER_VALUES_H
#define COMPILER_VALUES_H

#include "compiler/draft.h"
#include "compiler/yaml_tree.h"

/* Adds a text to the draft; NULL gives the empty text. Returns its offset. */
uint32_t values_text(struct draft *, const struct yaml_tree *value);

/* Adds the texts of a list, without marks, as numbers; NULL gives an empty list. */
struct guide_range values_texts(struct draft *, const struct yaml_tree *list);

/* Adds the indexes that the items of a list mean. Unknown ones, and those that are given twice, are
 * reported and left out. */
struct guide_range values_references(struct draft *, const struct yaml_tree *list, struct names *);

/* The same for a part of the list that was begun with names_begin_list: what is in one part may be
 * in no other. WHOLE says in messages what the list is. */
struct guide_range values_part_references(struct draft *, const struct yaml_tree *part,
                                          struct names *, const char *whole);

/* The mask that a list of roles means. */
uint32_t values_roles(struct draft *, const struct yaml_tree *list);

#endif
