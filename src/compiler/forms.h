/* SPDX-License-Identifier: MIT */
/* forms.h: the tables of the forms of words, and of the endings in which they differ. */
#ifndef COMPILER_FORMS_H
#define COMPILER_FORMS_H

#include "compiler/draft.h"
#include "compiler/vocabulary.h"

/* Makes them of all words that were read. */
void forms_make(struct draft *, const struct vocabulary *);

#endif
