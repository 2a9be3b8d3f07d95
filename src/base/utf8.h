/* SPDX-License-Identifier: MIT */
/* utf8.h: the characters of UTF-8. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What utf8_decode returns for bytes that are no character. */
#define UTF8_INVALID UINT32_MAX

/* Whether a byte continues a character; all others begin one. */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The length in bytes of the character that LEAD begins, in well-formed UTF-8. */
static inline unsigned utf8_length(char lead)
{
    const unsigned char byte = (unsigned char)lead;

    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* The character at BYTES, which may be no UTF-8 and end with a NUL byte. Stores its length in
 * bytes: 1 if it is UTF8_INVALID, as what is cut short, too long, a surrogate or too large is. */
uint32_t utf8_decode(const char *bytes, size_t *length);

#endif
