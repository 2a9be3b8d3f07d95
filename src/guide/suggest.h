/* SPDX-License-Identifier: MIT */
/* suggest.h: the word that somebody may have meant. */
#ifndef GUIDE_SUGGEST_H
#define GUIDE_SUGGEST_H

#include <stdbool.h>

/* A search for the word that comes nearest to another. */
struct suggestion {
    const char *word; /* what was written */
    const char *best; /* the nearest candidate so far, or NULL if none is near enough */
    unsigned distance;
};

/* Begins a search. Both WORD and the candidates have to stay as long as the search is used. */
void suggest_begin(struct suggestion *, const char *word);

/* Offers a candidate; of equally near ones the first is kept. */
void suggest_offer(struct suggestion *, const char *candidate);

/* Whether a word, of five bytes at least, may be another that was mistyped: it begins with the same
 * letter, and one letter differs or two neighbours are exchanged (from nine bytes on, two). */
bool suggest_is_slip(const char *typed, const char *word);

#endif
