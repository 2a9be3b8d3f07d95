/* found.h: showing what a search found. */
#ifndef GUIDE_FOUND_H
#define GUIDE_FOUND_H

#include "render.h"
#include "search.h"

/* Renders as text, for each section found, its title and name, and the lines around each hit in
 * its text, or its summary if there is none. Hits are marked if options->styles is set. */
void found_render(const struct render *, const struct search *);

#endif
