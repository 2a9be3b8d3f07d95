/* fold.h: folding text for searching. */
#ifndef GUIDE_FOLD_H
#define GUIDE_FOLD_H

#include "base/output.h"
#include "guide/guide.h"

#include <stddef.h>

/* What the character at TEXT (UTF-8, a mark, or a newline) is folded to: case, accents, marks and
 * what nobody sees, as a soft hyphen, do not count. SIZE gets the character's length in bytes,
 * FOLDED_SIZE that of the result, which is not ended by NUL and lasts until the next call that is
 * given the same BUFFER. */
const char *fold_character(const struct guide *guide, const char *text, size_t *size,
                           size_t *folded_size, char buffer[4]);

/* Puts what a text is folded to. */
void fold_put(const struct guide *guide, const char *text, struct output *out);

#endif
