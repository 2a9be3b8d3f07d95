/* SPDX-License-Identifier: MIT */
/* c_tables.h: the guide as constant C tables. */
#ifndef COMPILER_C_TABLES_H
#define COMPILER_C_TABLES_H

#include "base/output.h"
#include "compiler/draft.h"

/* Puts guide-data.c of COUNT drafts, a guide and its translations, which defines what data.h
 * declares. The passages are folded while they are put, and told where; all else has to be made. */
void c_tables_put(struct output *, struct draft *drafts, size_t count);

#endif
