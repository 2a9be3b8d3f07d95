/* text.h: running text as lines of text, for more than the text format. */
#ifndef GUIDE_TEXT_H
#define GUIDE_TEXT_H

#include "render.h"

/* Puts running text as a paragraph, wrapped as the options say, MARGIN columns from the left.
 * MARK_HIT and MARK_HIT_END are kept in the lines, for whoever reads them from memory. */
void text_wrap(const struct render *, const char *running, const struct guide_link *links,
               unsigned margin);

#endif
