/* results.h: showing what a search found. */
#ifndef FORMAT_RESULTS_H
#define FORMAT_RESULTS_H

#include "format/render.h"
#include "guide/search.h"

/* Renders as text, for each section found, its title and name, and the lines around each hit in
 * its text, or its summary if there is none. Hits are marked if options->styles is set. */
void results_render(const struct render *, const struct search *);

#endif
