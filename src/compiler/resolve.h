/* SPDX-License-Identifier: MIT */
/* resolve.h: what can be checked, and worked out, only when all of a guide was read. */
#ifndef COMPILER_RESOLVE_H
#define COMPILER_RESOLVE_H

#include "compiler/draft.h"

/* Makes the table of names, and reports aliases that clash. */
void resolve_names(struct draft *);

/* Reports sections in the path of a role that they do not have. */
void resolve_paths(struct draft *);

/* Makes the contents of each role of the groups of its path. */
void resolve_contents(struct draft *);

/* Works out what each man page holds, and each section's own page; reports sections that are on no
 * page. */
void resolve_pages(struct draft *);

#endif
