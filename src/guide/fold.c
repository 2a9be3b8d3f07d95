/* SPDX-License-Identifier: MIT */
/* fold.c: folding text for searching. */
#include "guide/fold.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>

static const struct guide_fold *find(const struct guide *guide, uint32_t code)
{
    uint32_t low = 0, high = guide->fold_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (guide->folds[middle].code == code)
            return &guide->folds[middle];
        if (guide->folds[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct fold_range fold_ignorable[] = {
    {0xAD, 0xAD},       {0x300, 0x36F},     {0x61C, 0x61C},
    {0x115F, 0x1160},   {0x17B4, 0x17B5},   {0x180B, 0x180F},
    {0x200B, 0x200F},   {0x202A, 0x202E},   {0x2060, 0x206F},
    {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},
    {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8},   {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}, {0},
};

static bool is_ignorable(uint32_t code)
{
    for (const struct fold_range *range = fold_ignorable; range->last != 0; range++)
        if (code <= range->last)
            return code >= range->first;
    return false;
}

/* What a guide folds z to. */
static char fold_z(const struct guide *guide)
{
    return guide->fold_z != 0 ? 's' : 'z';
}

/* Z is what z is folded to. */
static inline char fold_ascii(char byte, char z)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if (byte == 'z')
        return z;
    return byte == '\n' || byte == '\t' ? ' ' : byte;
}

const char *fold_character(const struct guide *guide, const char *text, size_t *size,
                           size_t *folded_size, char buffer[4])
{
    const struct guide_fold *fold;
    uint32_t code;

    *size = *folded_size = 1;
    if ((unsigned char)*text < 0x80) {
        buffer[0] = fold_ascii(*text, fold_z(guide));
        *folded_size = (unsigned char)buffer[0] >= ' ';
        return buffer;
    }
    code = utf8_decode(text, size);
    if (is_ignorable(code)) {
        *folded_size = 0;
        return text;
    }
    fold = code != UTF8_INVALID ? find(guide, code) : NULL;
    *folded_size = fold != NULL ? strlen(guide_text(guide, fold->text)) : *size;
    return fold != NULL ? guide_text(guide, fold->text) : text;
}

void fold_put(const struct guide *guide, const char *text, struct output *out)
{
    const char z = fold_z(guide);

    while (*text != '\0') {
        char letters[64];
        size_t count = 0, size, folded_size;

        /* Of ASCII but marks are folded to nothing. */
        for (; count < sizeof letters && ascii_is_text(*text); text++)
            letters[count++] = fold_ascii(*text, z);
        output_put(out, letters, count);
        if (count == 0) {
            const char *folded = fold_character(guide, text, &size, &folded_size, letters);

            output_put(out, folded, folded_size);
            text += size;
        }
    }
}

/* Characters that no others join to a word: signs, and letters of scripts without spaces. What is
 * folded to others is not among them. */
static const struct {
    uint32_t first, last;
} lone[] = {
    {0x80, 0xBF},     {0xD7, 0xD7},       {0xF7, 0xF7},       {0x589, 0x58A},   {0x5BE, 0x5BE},
    {0x60C, 0x60C},   {0x61B, 0x61B},     {0x61F, 0x61F},     {0x6D4, 0x6D4},   {0x964, 0x965},
    {0xE00, 0x109F},  {0x1361, 0x1368},   {0x1780, 0x17FF},   {0x1950, 0x19FF}, {0x1A20, 0x1AAD},
    {0x2000, 0x2BFF}, {0x2E00, 0x312F},   {0x3190, 0xA4CF},   {0xF900, 0xFAFF}, {0xFE10, 0xFE6F},
    {0xFF00, 0xFFEF}, {0x1F000, 0x1FAFF}, {0x20000, 0x3FFFF},
};

/* Whether a character joins others of its like to a word. */
static bool joins(const char *at)
{
    uint32_t code = (unsigned char)*at;
    size_t size;

    if (code < 0x80)
        return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    code = utf8_decode(at, &size);
    for (size_t i = 0; i < sizeof lone / sizeof *lone; i++)
        if (code <= lone[i].last)
            return code < lone[i].first;
    return code != UTF8_INVALID;
}

bool fold_is_boundary(const char *folded, uint32_t offset)
{
    uint32_t before = offset;

    if (offset == 0 || !joins(folded + offset))
        return true;
    do
        before--;
    while (before > 0 && utf8_is_continuation(folded[before]));
    return !joins(folded + before);
}
