/* SPDX-License-Identifier: MIT */
/* markdown.h: the body of a section in the source format, for formats that carry it. */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include "format/render.h"

/* Puts the body of a section as its source file could hold it: what the view's roles see of it,
 * without its title and what the front matter asks for, with links and marked headings as the
 * source format has them. */
void markdown_body(const struct render *, const struct guide_section *section);

#endif
