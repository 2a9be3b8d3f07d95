/* SPDX-License-Identifier: MIT */
/* role_mark.h: the mark at the end of a heading that says for whom it is. */
#ifndef COMPILER_ROLE_MARK_H
#define COMPILER_ROLE_MARK_H

#include "compiler/body_tree.h"
#include "compiler/names.h"

/* Finds the role mark at the end of a heading, and takes it out. Returns its inside, to be freed,
 * or NULL if there is none. */
char *role_mark_take(const struct names *roles, cmark_node *heading);

#endif
