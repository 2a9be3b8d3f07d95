/* SPDX-License-Identifier: MIT */
/* asks.h: what people ask, beside the phrases that are urgent. */
#ifndef COMPILER_ASKS_H
#define COMPILER_ASKS_H

#include "compiler/draft.h"

/* Warns of each question of a section that holds a phrase of 'urgent', which sends whoever asks it
 * to another section, where it is not among the questions. Words are compared without case and
 * accents; their endings count, unlike for the reader. */
void asks_check(struct draft *);

#endif
