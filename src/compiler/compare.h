/* SPDX-License-Identifier: MIT */
/* compare.h: what a translation or a copy of a guide lacks, or has beside the original. */
#ifndef COMPILER_COMPARE_H
#define COMPILER_COMPARE_H

#include "compiler/draft.h"

/* Compares two guides without errors, which share their diagnostics and have kept their lines: what
 * they are made of, not their words. Each difference is an error, where COPY has it or, for what it
 * lacks, where ORIGINAL has it. */
void compare_guides(struct draft *original, struct draft *copy);

/* Looks at what a guide and its translations have to have in common, which are COUNT drafts: one
 * name and reader, and at what has to differ, the language. */
void compare_languages(struct draft *drafts, size_t count);

#endif
