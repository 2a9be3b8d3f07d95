/* SPDX-License-Identifier: MIT */
/* warnings.h: what is legal in a guide as a whole, and probably not meant. */
#ifndef COMPILER_WARNINGS_H
#define COMPILER_WARNINGS_H

#include "compiler/draft.h"

/* Warns of topics, roles and sources that nothing uses, and of questions that lead past urgent
 * words, when all of a guide was read without an error. */
void warnings_find(struct draft *);

#endif
