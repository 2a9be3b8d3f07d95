/* SPDX-License-Identifier: MIT */
/* fold.h: folding text for searching. */
#ifndef GUIDE_FOLD_H
#define GUIDE_FOLD_H

#include "base/output.h"
#include "guide/guide.h"

#include <stddef.h>

struct fold_range {
    uint32_t first, last; /* code points */
};

/* Characters that nobody sees or types: those that Unicode calls default ignorable, and accents
 * that are characters of their own. Sorted; zeros end it. */
extern const struct fold_range fold_ignorable[];

/* What the character at TEXT (UTF-8, a mark, or a newline) is folded to: case, accents, marks and
 * what nobody sees, as a soft hyphen, do not count. SIZE gets the character's length in bytes,
 * FOLDED_SIZE that of the result, which is not ended by NUL and lasts until the next call that is
 * given the same BUFFER. */
const char *fold_character(const struct guide *guide, const char *text, size_t *size,
                           size_t *folded_size, char buffer[4]);

/* Puts what a text is folded to. */
void fold_put(const struct guide *guide, const char *text, struct output *out);

/* Whether a word may begin, or have ended, at an offset of folded text, where a character begins or
 * the text ends. In scripts without spaces it may between any two characters. */
bool fold_is_boundary(const char *folded, uint32_t offset);

/* Whether a word that begins there has a bit in signatures: it has SIGNATURE_BYTES before a space
 * and the end of the passage. */
static inline bool fold_has_sign(const char *word)
{
    for (unsigned i = 0; i < SIGNATURE_BYTES; i++)
        if ((unsigned char)word[i] <= ' ')
            return false;
    return true;
}

/* That bit. Fibonacci hashing spreads beginnings that are alike. */
static inline uint32_t fold_sign(const char *word)
{
    uint32_t bytes = 0;

    for (unsigned i = 0; i < SIGNATURE_BYTES; i++)
        bytes = bytes << 8 | (unsigned char)word[i];
    return (bytes * UINT32_C(0x9E3779B1) >> 16) % SIGNATURE_BITS;
}

#endif
