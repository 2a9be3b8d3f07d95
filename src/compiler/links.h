/* SPDX-License-Identifier: MIT */
/* links.h: what the links of a body lead to. */
#ifndef COMPILER_LINKS_H
#define COMPILER_LINKS_H

#include "compiler/inlines.h"
#include "compiler/places.h"

/* Begins a link to URL: a section as other.md, a place in it as other.md#place, in the same section
 * #place, a source as source:id, a man page as man:less.1, an Info node as info:coreutils#date, or
 * an address. TEXT is the link's text if that is but one piece, "" if it is more, and NULL if there
 * is none: then what the link leads to is named, but for a place, whose words the caller has to
 * add. Reports what the link cannot lead to. */
void links_begin(struct places *, struct inlines *, const char *url, const char *text,
                 struct place place);

/* Ends it, when its text was added. */
void links_end(struct draft *, struct inlines *);

#endif
