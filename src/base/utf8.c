/* SPDX-License-Identifier: MIT */
/* utf8.c: the characters of UTF-8. */
#include "base/utf8.h"

uint32_t utf8_decode(const char *bytes, size_t *length)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned size = utf8_length(*bytes);
    uint32_t character = (unsigned char)*bytes;

    *length = 1;
    if (size == 1)
        return character;
    character &= 0xFFU >> (size + 1);
    for (unsigned i = 1; i < size; i++) {
        if (!utf8_is_continuation(bytes[i]))
            return UTF8_INVALID;
        character = character << 6 | ((unsigned char)bytes[i] & 0x3F);
    }
    if (utf8_is_continuation(*bytes) || (unsigned char)*bytes > 0xF4 || character < least[size] ||
        character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
        return UTF8_INVALID;
    *length = size;
    return character;
}
