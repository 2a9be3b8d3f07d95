/* SPDX-License-Identifier: MIT */
/* ascii.h: what is ASCII, and writing text where the character set is not UTF-8. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/* ASCII for the UTF-8 character at BYTES, as groff and info write it: quotes, dashes and other
 * punctuation have a likeness, the rest is "?". Stores the character's length in bytes. */
const char *ascii_for(const char *bytes, unsigned *length);

/* Whether a byte is ASCII, and no control character other than DEL, whatever signs char has. */
static inline bool ascii_is_text(char byte)
{
    return (unsigned char)byte >= ' ' && (unsigned char)byte < 0x80;
}

/* What a byte is: a letter or digit of ASCII, which no format has to escape; a space; or 0. */
enum { ASCII_ORDINARY = 1, ASCII_SPACE = 2 };
extern const unsigned char ascii_kinds[UCHAR_MAX + 1];

/* How many of LENGTH bytes are ordinary, before the first that is not. */
static inline size_t ascii_count_ordinary(const char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && ascii_kinds[(unsigned char)bytes[count]] == ASCII_ORDINARY)
        count++;
    return count;
}

/* The same with a single space after each word of ordinary bytes; none if a space comes first. */
static inline size_t ascii_count_words(const char *bytes, size_t length)
{
    unsigned before = ASCII_SPACE;
    size_t count = 0;

    for (; count < length; count++) {
        unsigned kind = ascii_kinds[(unsigned char)bytes[count]];

        if (kind == 0 || (kind & before) == ASCII_SPACE)
            break;
        before = kind;
    }
    return count;
}

#endif
