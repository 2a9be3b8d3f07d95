/* ascii.h: what is ASCII, and writing text where the character set is not UTF-8. */
#ifndef GUIDE_ASCII_H
#define GUIDE_ASCII_H

#include <stddef.h>

/* ASCII for the UTF-8 character at BYTES, as groff and info write it: quotes, dashes and other
 * punctuation have a likeness, the rest is "?". Stores the character's length in bytes. */
const char *ascii_for(const char *bytes, unsigned *length);

/* How many of LENGTH bytes are letters and digits of ASCII, before the first that is not: what no
 * format has to escape. */
static inline size_t ascii_count_ordinary(const char *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && ((unsigned char)((bytes[count] | 0x20) - 'a') < 26 ||
                              (unsigned char)(bytes[count] - '0') < 10))
        count++;
    return count;
}

/* The same with single spaces between them. */
static inline size_t ascii_count_words(const char *bytes, size_t length)
{
    size_t count = ascii_count_ordinary(bytes, length), word = count;

    while (word > 0 && count + 1 < length && bytes[count] == ' ') {
        word = ascii_count_ordinary(bytes + count + 1, length - count - 1);
        count += word > 0 ? 1 + word : 0;
    }
    return count;
}

#endif
