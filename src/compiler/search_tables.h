/* SPDX-License-Identifier: MIT */
/* search_tables.h: the tables for searching. */
#ifndef COMPILER_SEARCH_TABLES_H
#define COMPILER_SEARCH_TABLES_H

#include "compiler/draft.h"

/* Makes the passages and the table by which they and a reader's words are folded. All else has to
 * be compiled. */
void search_tables_make(struct draft *);

/* Folds the passages in their order, gives the text of each, and the end of each section's, to PUT,
 * and notes where they are among the others; fills the signatures. Texts are not kept: together
 * they would take as much memory as the guide's text. */
void search_tables_fold_passages(struct draft *,
                                 void (*put)(void *self, const char *text, size_t length),
                                 void *self);

#endif
