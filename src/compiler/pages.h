/* SPDX-License-Identifier: MIT */
/* pages.h: the man pages that a guide is to have. */
#ifndef COMPILER_PAGES_H
#define COMPILER_PAGES_H

#include "compiler/draft.h"

/* Adds a page that holds nothing yet, and returns its index. */
uint32_t pages_add(struct draft *, struct place place);

/* Reads 'pages' of guide.yaml, a list of maps or NULL. */
void pages_read(struct draft *, const struct yaml_tree *list);

/* Reads 'page-for-each', which may be NULL: what pages there are beside those that are listed. To
 * be called after all sections are known, and these pages. */
void pages_read_for_each(struct draft *, const struct yaml_tree *map);

#endif
