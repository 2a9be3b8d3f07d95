/* site_pages.h: the pages of a web site that are no section, role or book. */
#ifndef COMPILER_SITE_PAGES_H
#define COMPILER_SITE_PAGES_H

#include "format/html.h"

/* Each is for a selection of nothing. */
void site_put_opening(const struct render *);
void site_put_contents(const struct render *);
void site_put_words(const struct render *);
void site_put_search(const struct render *);

/* What is in elements of pages, which are allowed by their hashes: of all pages, of those that are
 * put here, and of the search. */
const char *site_style(void);
const char *site_pages_style(void);
const char *site_exit_script(void);
const char *site_lookup_script(void);
const char *site_search_script(void);

#endif
