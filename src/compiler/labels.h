/* SPDX-License-Identifier: MIT */
/* labels.h: reading the fixed words of outputs and of the reader. */
#ifndef COMPILER_LABELS_H
#define COMPILER_LABELS_H

#include "compiler/draft.h"
#include "compiler/yaml_tree.h"

/* Adds the labels to the draft, whose own texts are read: those of OWN, a map of guide.yaml, of the
 * guide's language, and else English ones, with a warning. LANGUAGE is where the guide names its
 * language. Either may be NULL. */
void labels_read(struct draft *, const struct yaml_tree *language, const struct yaml_tree *own);

#endif
