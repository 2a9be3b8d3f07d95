/* SPDX-License-Identifier: MIT */
/* lookup_tables.h: the tables for what people type. */
#ifndef COMPILER_LOOKUP_TABLES_H
#define COMPILER_LOOKUP_TABLES_H

#include "compiler/draft.h"

/* Makes the tables that guide/lookup.c goes by, when all else of the guide but search_tables_make
 * is done. */
void lookup_tables_make(struct draft *);

#endif
