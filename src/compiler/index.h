/* index.h: the tables for searching. */
#ifndef COMPILER_INDEX_H
#define COMPILER_INDEX_H

#include "build.h"

/* Makes the passages, their folded texts and the table by which a reader's words are folded. All
 * else has to be compiled. */
void index_make(struct build *);

#endif
