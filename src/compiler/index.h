/* index.h: the tables for searching. */
#ifndef COMPILER_INDEX_H
#define COMPILER_INDEX_H

#include "build.h"

/* Makes the passages and the table by which they and a reader's words are folded. All else has to
 * be compiled. */
void index_make(struct build *);

/* Folds the passages in their order, gives the text of each to PUT, and notes where it stands among
 * the others. They are not kept: together they would take as much memory as the guide's text. */
void index_fold_passages(struct build *, void (*put)(void *self, const char *text, size_t length),
                         void *self);

#endif
