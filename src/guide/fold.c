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

/* Characters that nobody sees or types: those that Unicode calls default ignorable, and accents
 * that are characters of their own. */
static const struct {
    uint32_t first, last;
} ignorable[] = {
    {0xAD, 0xAD},       {0x300, 0x36F},     {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F},   {0x200B, 0x200F},   {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
};

static bool is_ignorable(uint32_t code)
{
    for (size_t i = 0; i < sizeof ignorable / sizeof *ignorable; i++)
        if (code <= ignorable[i].last)
            return code >= ignorable[i].first;
    return false;
}

static char fold_ascii(const struct guide *guide, char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if (byte == 'z' && guide->fold_z != 0)
        return 's';
    return byte == '\n' || byte == '\t' ? ' ' : byte;
}

const char *fold_character(const struct guide *guide, const char *text, size_t *size,
                           size_t *folded_size, char buffer[4])
{
    const struct guide_fold *fold;
    uint32_t code;

    *size = *folded_size = 1;
    if ((unsigned char)*text < 0x80) {
        buffer[0] = fold_ascii(guide, *text);
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
    while (*text != '\0') {
        char letters[64];
        size_t count = 0, size, folded_size;

        /* Of ASCII but marks are folded to nothing. */
        for (; count < sizeof letters && ascii_is_text(*text); text++)
            letters[count++] = fold_ascii(guide, *text);
        output_put(out, letters, count);
        if (count == 0) {
            const char *folded = fold_character(guide, text, &size, &folded_size, letters);

            output_put(out, folded, folded_size);
            text += size;
        }
    }
}
