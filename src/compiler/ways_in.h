/* SPDX-License-Identifier: MIT */
/* ways_in.h: the keys of guide.yaml that say how readers find what they look for. */
#ifndef COMPILER_WAYS_IN_H
#define COMPILER_WAYS_IN_H

#include "compiler/draft.h"
#include "compiler/yaml_tree.h"

/* Each reads the value of the key of its name, or NULL. The names of sections and roles have to be
 * sorted. */
void ways_in_read_doors(struct draft *, const struct yaml_tree *list);
void ways_in_read_examples(struct draft *, const struct yaml_tree *list);
void ways_in_read_urgent(struct draft *, const struct yaml_tree *list);
void ways_in_read_synonyms(struct draft *, const struct yaml_tree *lists);
void ways_in_read_small_words(struct draft *, const struct yaml_tree *list);

#endif
