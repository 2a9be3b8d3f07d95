/* SPDX-License-Identifier: MIT */
/* results.h: showing what a search found. */
#ifndef FORMAT_RESULTS_H
#define FORMAT_RESULTS_H

#include "format/render.h"
#include "guide/search.h"

/* Renders as text, for each section found, its title and name, and of its text the lines around
 * each hit, or its summary if there is none. A term with a hit is shown with its definition, and a
 * definition that is short with its term; a heading with what is below it, up to some twelve lines
 * and the end of what is there then: a paragraph, or an item of a list. Hits are marked if
 * options->styles is set. */
void results_render(const struct render *, const struct search *);

/* Renders the selection, which is one section, as the text format does, with MARK_HIT and
 * MARK_HIT_END around what a search in it found. */
void results_render_whole(const struct render *, const struct search *);

#endif
