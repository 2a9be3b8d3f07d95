/* check.h: what can be checked, and worked out, only when all of a guide was read. */
#ifndef COMPILER_CHECK_H
#define COMPILER_CHECK_H

#include "build.h"

/* Makes the table of names, and reports aliases that clash. */
void check_names(struct build *);

/* Reports sections in the path of a role that they do not have. */
void check_paths(struct build *);

/* Works out what each man page holds, and each section's own page; reports sections that are on no
 * page. */
void check_pages(struct build *);

#endif
