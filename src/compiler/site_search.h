/* SPDX-License-Identifier: MIT */
/* site_search.h: the tables with which a web site is searched. */
#ifndef COMPILER_SITE_SEARCH_H
#define COMPILER_SITE_SEARCH_H

#include "base/output.h"
#include "guide/guide.h"

/* Puts what src/site/lookup.js and search.js read: one object of JSON, which no tag of HTML ends.
 */
void site_search_put_tables(const struct guide *, struct output *);

#endif
