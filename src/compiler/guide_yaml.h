/* SPDX-License-Identifier: MIT */
/* guide_yaml.h: guide.yaml, what a guide is made of. */
#ifndef COMPILER_GUIDE_YAML_H
#define COMPILER_GUIDE_YAML_H

#include "compiler/draft.h"

/* Reads DIRECTORY/guide.yaml: the guide's own texts, roles, topics, parts, pages, and the list of
 * sections in the order of the book. After errors the names that it defines may be incomplete.
 * Returns 0, or errno if the file cannot be read. */
int guide_yaml_read(struct draft *, const char *directory);

#endif
