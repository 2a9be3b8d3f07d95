/* SPDX-License-Identifier: MIT */
/* body_tree.h: the tree that libcmark makes of the body of a section; the only place that includes
 * its header. */
#ifndef COMPILER_BODY_TREE_H
#define COMPILER_BODY_TREE_H

#include "compiler/draft.h"

#include <cmark.h>
#include <stddef.h>

/* The tree of a section's body, with values for its variables; to be freed. Its text has the marks
 * of escapes.h, its code and addresses have none. Unknown variables are reported to DIAGNOSTICS. */
cmark_node *body_tree_parse(const struct draft *, const struct section_input *,
                            struct diagnostics *diagnostics);

/* A node that is in no tree; to be freed. */
cmark_node *body_tree_new(cmark_node_type type);

/* Makes LENGTH bytes at TEXT the text of a node, which may hold them now. */
void body_tree_set_literal(cmark_node *node, const char *text, size_t length);

#endif
