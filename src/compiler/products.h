/* SPDX-License-Identifier: MIT */
/* products.h: what guidec makes of a guide: files, their names, and a section on standard output.
 */
#ifndef COMPILER_PRODUCTS_H
#define COMPILER_PRODUCTS_H

#include "compiler/draft.h"
#include "format/render.h"

/* Each returns STATUS_DONE, or another status after a message. */

/* Writes all files of COUNT drafts, a guide and its translations, into a folder, or none of them.
 */
int products_write(struct draft *drafts, size_t count, const char *directory);

/* Prints the names of these files, one a line: the manual first, the tables last. */
int products_list(struct draft *drafts, size_t count);

/* Prints rules for make: the files, in DIRECTORY unless that is NULL, depend on those that the
 * guides in SOURCES were read from, and on these folders. */
int products_print_rules(struct draft *drafts, size_t count, const char *const *sources,
                         const char *directory);

/* Prints the section with an id or, with "all", the guide. Nothing else is made. */
int products_print(struct draft *, const char *id, const struct format *);

#endif
