/* SPDX-License-Identifier: MIT */
/* stems.h: the stems of words; the only place that knows libstemmer. */
#ifndef COMPILER_STEMS_H
#define COMPILER_STEMS_H

#include <stddef.h>

struct stems;

/* For the language of a BCP 47 tag. Where libstemmer does not know it, words are their own stems.
 * Never NULL; the caller frees with stems_free. */
struct stems *stems_new(const char *language);
void stems_free(struct stems *);

/* The stem of a folded word, which lasts until the next call. */
const char *stems_find(struct stems *, const char *word);

#endif
