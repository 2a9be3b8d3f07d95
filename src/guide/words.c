/* SPDX-License-Identifier: MIT */
/* words.c: the words of a text. */
#include "guide/words.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "guide/fold.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* By the blocks of Unicode. */
const struct words_range words_ranges[] = {
    {0x80, 0xA9, WORDS_OTHER},
    {0xAB, 0xB9, WORDS_OTHER},
    {0xBB, 0xBF, WORDS_OTHER},
    {0xD7, 0xD7, WORDS_OTHER},
    {0xF7, 0xF7, WORDS_OTHER},
    {0x2BC, 0x2BC, WORDS_APOSTROPHE},
    {0x2000, 0x2017, WORDS_OTHER},
    {0x2018, 0x2019, WORDS_APOSTROPHE},
    {0x201A, 0x2BFF, WORDS_OTHER},
    {0x3000, 0x3004, WORDS_OTHER},
    {0x3008, 0x3020, WORDS_OTHER},
    {0x3030, 0x3030, WORDS_OTHER},
    {0x3041, 0x30FA, WORDS_ALONE},
    {0x30FB, 0x30FB, WORDS_OTHER},
    {0x30FC, 0x312F, WORDS_ALONE},
    {0x3400, 0x9FFF, WORDS_ALONE},
    {0xF900, 0xFAFF, WORDS_ALONE},
    {0xFE10, 0xFE6F, WORDS_OTHER},
    {0xFF01, 0xFF0F, WORDS_OTHER},
    {0xFF61, 0xFF65, WORDS_OTHER},
    {0x1F000, 0x1FAFF, WORDS_OTHER},
    {0x20000, 0x3FFFF, WORDS_ALONE},
    {0},
};

static enum words_kind find_kind(const char *text, size_t *size)
{
    const unsigned char byte = (unsigned char)*text;
    uint32_t code;

    *size = 1;
    if (byte < 0x80)
        return byte == '\''                          ? WORDS_APOSTROPHE
               : ascii_kinds[byte] == ASCII_ORDINARY ? WORDS_LETTER
                                                     : WORDS_OTHER;
    code = utf8_decode(text, size);
    if (code == UTF8_INVALID)
        return WORDS_OTHER;
    for (const struct words_range *range = words_ranges; range->last != 0 && code >= range->first;
         range++)
        if (code <= range->last)
            return range->kind;
    return WORDS_LETTER;
}

size_t words_next(const char **text, char word[WORD_BYTES + 1])
{
    const char *at = *text;
    size_t length = 0;

    for (;;) {
        size_t size = ascii_count_ordinary(at, SIZE_MAX);
        enum words_kind kind = WORDS_LETTER;

        if (size == 0)
            kind = *at != '\0' ? find_kind(at, &size) : WORDS_OTHER;
        if (length > 0 && (kind == WORDS_OTHER || kind == WORDS_ALONE))
            break;
        if (*at == '\0')
            break;
        if (kind == WORDS_LETTER || kind == WORDS_ALONE) {
            const size_t room = WORD_BYTES - length;

            /* What does not fit is left out, a character as a whole. */
            if (size > room)
                memcpy(word + length, at, (unsigned char)*at < 0x80 ? room : 0);
            else
                memcpy(word + length, at, size);
            length += size <= room ? size : (unsigned char)*at < 0x80 ? room : 0;
        }
        at += size;
        if (kind == WORDS_ALONE)
            break;
    }
    *text = at;
    word[length] = '\0';
    return length;
}

void words_key(const struct guide *guide, const char *text, struct output *out)
{
    char word[WORD_BYTES + 1];
    struct output folded;
    const char *at;
    size_t length;

    output_to_memory(&folded);
    fold_put(guide, text, &folded);
    output_char(&folded, '\0');
    if (folded.error != 0)
        output_fail(out);
    at = folded.error == 0 ? folded.data : "";
    while ((length = words_next(&at, word)) > 0)
        output_put(out, word, length);
    free(folded.data);
}
