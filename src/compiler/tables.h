/* tables.h: the guide as constant C tables. */
#ifndef COMPILER_TABLES_H
#define COMPILER_TABLES_H

#include "build.h"
#include "output.h"

/* Puts guide-data.c, which defines guide_data as data.h declares it. The passages are folded while
 * they are put, and told where; all else has to be made. */
void tables_put(struct output *, struct build *);

#endif
