/* SPDX-License-Identifier: MIT */
/* products.h: what guidec makes of a guide: files, their names, and a section on standard output.
 */
#ifndef COMPILER_PRODUCTS_H
#define COMPILER_PRODUCTS_H

#include "compiler/draft.h"
#include "format/render.h"

/* Each returns STATUS_DONE, or another status after a message. */

/* Writes all files into a folder, or none of them. */
int products_write(struct draft *, const char *directory);

/* Prints the names of these files, one a line: the manual first, the tables last. */
int products_list(const struct guide *);

/* Prints rules for make: the files, in DIRECTORY unless that is NULL, depend on those that the
 * guide in SOURCE was read from, and on that folder. */
int products_print_rules(struct draft *, const char *source, const char *directory);

/* Prints the section with an id or, with "all", the guide. Nothing else is made. */
int products_print(struct draft *, const char *id, const struct format *);

#endif
