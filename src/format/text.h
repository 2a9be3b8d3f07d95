/* SPDX-License-Identifier: MIT */
/* text.h: parts of a section in the text format. */
#ifndef FORMAT_TEXT_H
#define FORMAT_TEXT_H

#include "format/render.h"

/* Where the inline text or code of blocks is taken from. It lasts until the next is asked for. */
struct text_source {
    const char *(*text_of)(void *self, const struct guide_block *block);
    void *self;
};

/* The text format, with the text of blocks from a source, or from the guide if that is NULL. */
void text_render(const struct render *, const struct text_source *);

/* Puts some blocks of a section, of which those that the selection's roles see are shown. What they
 * open they need not end. LIST is what opens the definition list of which they are a term, or NULL.
 */
void text_put_blocks(const struct render *, const struct text_source *,
                     const struct guide_block *list, struct guide_range blocks);

#endif
