/* SPDX-License-Identifier: MIT */
/* term.h: the terms with which the items of a definition list begin. */
#ifndef COMPILER_TERM_H
#define COMPILER_TERM_H

#include "compiler/body_tree.h"

#include <stdbool.h>
#include <stddef.h>

/* Where the term at the beginning of an item ends. */
struct term_end {
    cmark_node *span; /* the last span of the term */
    cmark_node *text; /* the text that holds the colon: in the span, or right after it */
    size_t colon;     /* bytes of the text before the colon */
};

/* Finds the end of a term: spans, joined by blanks, commas and signs of synopses, the first strong
 * or code, and a colon. Returns whether the paragraph begins with one. */
bool term_find(cmark_node *paragraph, struct term_end *end);

/* Whether each item of a bullet list begins with a term. */
bool term_is_definition_list(cmark_node *list);

/* The first item without a term of a bullet list that may be meant for a definition list: all its
 * items begin like terms, and one has a colon; or two thirds are terms. NULL if it is none such. */
cmark_node *term_find_odd_item(cmark_node *list);

/* Splits the paragraph that begins an item: a term, given back as a paragraph of its own, to be
 * freed; and what follows the colon. */
cmark_node *term_split(cmark_node *paragraph, const struct term_end *end);

#endif
