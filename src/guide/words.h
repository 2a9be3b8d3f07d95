/* SPDX-License-Identifier: MIT */
/* words.h: the words of a text. */
#ifndef GUIDE_WORDS_H
#define GUIDE_WORDS_H

#include "base/output.h"
#include "guide/guide.h"

#include <stddef.h>

/* Longer words are cut. */
enum { WORD_BYTES = 60 };

/* What a character is: part of a word; a word by itself; nothing, but part of a word; what ends
 * one. */
enum words_kind { WORDS_LETTER, WORDS_ALONE, WORDS_APOSTROPHE, WORDS_OTHER };

struct words_range {
    uint32_t first, last; /* code points */
    enum words_kind kind;
};

/* What characters outside of ASCII are, as far as they are no letters: signs and punctuation, and
 * letters of which each is a word. Sorted; zeros end it. */
extern const struct words_range words_ranges[];

/* Takes the next word of a folded text, which *TEXT is moved past, into WORD, with a NUL. A word is
 * a run of letters and digits, without the apostrophes in it; of scripts that are written without
 * spaces, each ideograph or kana is one. Returns its length in bytes, 0 at the end of the text. */
size_t words_next(const char **text, char word[WORD_BYTES + 1]);

/* Puts the words of a text, folded, with nothing between them: what is left of a name without case,
 * accents, hyphens, apostrophes and spaces. */
void words_key(const struct guide *, const char *text, struct output *);

#endif
