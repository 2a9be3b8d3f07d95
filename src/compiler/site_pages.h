/* SPDX-License-Identifier: MIT */
/* site_pages.h: the pages of a web site that are no section, role or book. */
#ifndef COMPILER_SITE_PAGES_H
#define COMPILER_SITE_PAGES_H

#include "format/html.h"

/* How many pages the words take. */
uint32_t site_word_pages(const struct guide *);

/* Each is for a selection of nothing. */
void site_put_opening(const struct render *);
void site_put_contents(const struct render *);
void site_put_words(const struct render *);
void site_put_search(const struct render *);

/* The style of a site, behind that of each page. */
const char *site_style(void);

/* The scripts of all pages, and of the search, which are allowed by their hashes. */
const char *site_exit_script(void);
const char *site_lookup_script(void);
const char *site_search_script(void);

#endif
