/* SPDX-License-Identifier: MIT */
/* unicode.c: what has to be known of characters; the only place that knows libunistring. */
#include "compiler/unicode.h"

#include "base/ascii.h"
#include "compiler/memory.h"
#include "guide/guide.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

static const char encoding[] = "UTF-8";

static bool is_ascii(const char *text, size_t length)
{
    unsigned char all = 0;

    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)text[i];
    return all < 0x80;
}

static const char *fault_of(ucs4_t code)
{
    if (code == 0x2028 || code == 0x2029)
        return "line separator";
    if (uc_is_property_bidi_control(code))
        return "bidirectional control character";
    if (code == 0xFEFF)
        return "byte order mark";
    if ((code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE)
        return "noncharacter";
    if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Cc))
        return "control character";
    return NULL;
}

bool unicode_find_fault(const char *bytes, size_t length, size_t offset,
                        struct unicode_fault *fault)
{
    while (offset < length) {
        unsigned char byte = (unsigned char)bytes[offset];
        ucs4_t code;
        int size;

        if ((byte >= ' ' && byte < 0x7F) || byte == '\n' || byte == '\t') {
            offset++;
            continue;
        }
        size = u8_mbtoucr(&code, (const uint8_t *)bytes + offset, length - offset);
        if (size < 0) {
            *fault = (struct unicode_fault){offset, 1, byte, NULL};
            return true;
        }
        *fault = (struct unicode_fault){offset, (size_t)size, code, fault_of(code)};
        if (fault->what != NULL)
            return true;
        offset += (size_t)size;
    }
    return false;
}

void unicode_clean(char *text)
{
    size_t length = strlen(text);
    struct unicode_fault fault = {0};

    while (unicode_find_fault(text, length, fault.offset + fault.size, &fault))
        memset(text + fault.offset, '?', fault.size);
}

bool unicode_has_space(const char *text)
{
    for (size_t size; *text != '\0'; text += size)
        if (uc_is_property_white_space(unicode_character(text, strlen(text), &size)))
            return true;
    return false;
}

bool unicode_ends_in_word(const char *text, size_t length)
{
    ucs4_t code;

    if (length == 0 ||
        u8_prev(&code, (const uint8_t *)text + length, (const uint8_t *)text) == NULL)
        return false;
    return uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
                                                      UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Pe |
                                                      UC_CATEGORY_MASK_Pf | UC_CATEGORY_MASK_S) ||
           (code < 0x80 && strchr(".,;:!?%\"'", (int)code) != NULL);
}

/* The columns of a character after one of so many. What makes an emoji of a narrow character, such
 * as a digit, takes the second column that it then has. */
static int width_of(ucs4_t code, int before)
{
    enum { EMOJI_SELECTOR = 0xFE0F };
    int width = uc_width(code, encoding);

    if (code == EMOJI_SELECTOR && before == 1)
        return 1;
    return width > 0 ? width : 0;
}

uint32_t unicode_columns(const char *text, size_t length)
{
    uint32_t columns = 0;
    int width = 0;

    for (size_t i = 0; i < length;) {
        ucs4_t code;

        i += (size_t)u8_mbtouc(&code, (const uint8_t *)text + i, length - i);
        width = width_of(code, width);
        columns += (uint32_t)width;
    }
    return columns;
}

bool unicode_is_ideographic(uint32_t code)
{
    return uc_width(code, encoding) == 2 && !(code >= 0x1100 && code <= 0x11FF) &&
           !(code >= 0xAC00 && code <= 0xD7FF) && code < 0x1F000;
}

bool unicode_joins_lines(const char *before, size_t before_length, const char *after,
                         size_t after_length)
{
    ucs4_t last, first;

    while (before_length > 0 && (unsigned char)before[before_length - 1] <= MARK_ZERO)
        before_length--;
    if (before_length == 0 || after_length == 0 || (unsigned char)after[0] < 0x80)
        return false;
    if (u8_prev(&last, (const uint8_t *)before + before_length, (const uint8_t *)before) == NULL)
        return false;
    u8_mbtouc(&first, (const uint8_t *)after, after_length);
    return unicode_is_ideographic(last) && unicode_is_ideographic(first);
}

/* The places where a line may break in the text without its marks; to be freed. */
static char *find_breaks(const char *text, size_t length)
{
    uint8_t *unmarked = memory_resize(NULL, length + 1, 1);
    char *breaks = memory_resize(NULL, length + 1, 1);
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= ' ' || text[i] == '\n')
            unmarked[count++] = (uint8_t)text[i];
    u8_possible_linebreaks(unmarked, count, encoding, breaks);
    free(unmarked);
    return breaks;
}

/* How many bytes of ASCII there are before the first mark, or what is not ASCII. */
static size_t count_ascii(const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && (ascii_is_text(text[count]) || text[count] == '\n'))
        count++;
    return count;
}

void unicode_put_marked(struct output *out, const char *text, size_t length, bool breaks)
{
    char *places = NULL;
    size_t unmarked = 0;
    bool after_space = true, after_ascii = true;
    int width = 0;

    if (is_ascii(text, length)) {
        output_put(out, text, length);
        return;
    }
    if (breaks)
        places = find_breaks(text, length);
    for (size_t i = 0; i < length;) {
        size_t size = count_ascii(text + i, length - i);
        bool ascii = size > 0;
        ucs4_t code;

        if (!ascii && (unsigned char)text[i] < ' ') {
            output_char(out, text[i++]);
            continue;
        }
        if (ascii) {
            width = text[i + size - 1] > ' ';
        } else {
            size = (size_t)u8_mbtouc(&code, (const uint8_t *)text + i, length - i);
            width = width_of(code, width);
        }
        /* Between ASCII characters lines break at spaces only. */
        if (places != NULL && places[unmarked] == UC_BREAK_POSSIBLE && !after_space &&
            !(ascii && after_ascii))
            output_char(out, MARK_BREAK);
        if (width == 2)
            output_char(out, MARK_WIDE);
        else if (width == 0 && !ascii)
            output_char(out, MARK_ZERO);
        output_put(out, text + i, size);
        unmarked += size;
        i += size;
        after_space = text[i - 1] == ' ' || text[i - 1] == '\n';
        after_ascii = ascii;
    }
    free(places);
}

void unicode_put_unmarked(struct output *out, const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= ' ')
            output_char(out, *text);
}

static bool is_accent(ucs4_t code)
{
    return code >= 0x300 && code <= 0x36F;
}

/* Quotes, dashes and spaces are found by those of the keyboard. */
static ucs4_t ascii_sign(ucs4_t code)
{
    switch (code) {
    case 0x2018:
    case 0x2019:
        return '\'';
    case 0x201C:
    case 0x201D:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0x2014:
        return '-';
    case 0xA0:
        return ' ';
    default:
        return code;
    }
}

/* What libunistring returns for a buffer of our own, which it replaces if it is too small. */
static void check_returned(const void *returned, const void *buffer)
{
    if (returned == NULL)
        memory_exhausted();
    assert(returned == buffer);
}

void unicode_fold(struct output *out, uint32_t code)
{
    ucs4_t parts[32], folded[32], bare[32], composed[32];
    uint8_t bytes[128];
    size_t part_count = 32, length = 32, count = 0, size = sizeof bytes;
    const ucs4_t *result = bare;

    check_returned(u32_normalize(UNINORM_NFKD, &code, 1, parts, &part_count), parts);
    for (size_t i = 0; i < part_count; i++)
        parts[i] = ascii_sign(parts[i]);
    check_returned(u32_casefold(parts, part_count, NULL, NULL, folded, &length), folded);
    for (size_t i = 0; i < length; i++)
        if (!is_accent(folded[i]))
            bare[count++] = folded[i];
    length = 32;
    if (count > 1) {
        check_returned(u32_normalize(UNINORM_NFC, bare, count, composed, &length), composed);
        result = composed;
        count = length;
    }
    check_returned(u32_to_u8(result, count, bytes, &size), bytes);
    output_put(out, (const char *)bytes, size);
    memory_check(out);
}

/* A name that is being put together. */
struct name {
    struct output *out;
    size_t start; /* bytes of the output before it */
    bool apart;   /* something parts what comes next from the word before */
};

static void put_in_name(struct name *name, const char *bytes, size_t size)
{
    if (name->apart && name->out->length > name->start)
        output_char(name->out, '-');
    output_put(name->out, bytes, size);
    name->apart = false;
}

static void put_ascii_in_name(struct name *name, char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
        put_in_name(name, &byte, 1);
    else if (byte != '\'' && (byte >= ' ' || byte == MARK_NEWLINE))
        name->apart = true;
}

/* Puts what a character outside of ASCII is folded to. */
static void put_folded_in_name(struct name *name, const struct output *folded)
{
    size_t size;

    for (size_t i = 0; i < folded->length; i += size) {
        uint32_t code = unicode_character(folded->data + i, folded->length - i, &size);

        if (code < 0x80)
            put_ascii_in_name(name, (char)code);
        else if (uc_is_general_category_withtable(code, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
                                                            UC_CATEGORY_MASK_N))
            put_in_name(name, folded->data + i, size);
        else if (!uc_is_general_category_withtable(code, UC_CATEGORY_MASK_Cf))
            name->apart = true;
    }
}

void unicode_put_name(struct output *out, const char *text)
{
    const char *end = text + strlen(text);
    struct name name = {out, out->length, false};
    struct output folded;
    size_t size;

    output_to_memory(&folded);
    for (; text < end; text += size) {
        size = 1;
        if ((unsigned char)*text < 0x80) {
            put_ascii_in_name(&name, *text);
            continue;
        }
        folded.length = 0;
        unicode_fold(&folded, unicode_character(text, (size_t)(end - text), &size));
        put_folded_in_name(&name, &folded);
    }
    free(folded.data);
}

uint32_t unicode_character(const char *text, size_t length, size_t *size)
{
    ucs4_t code;

    *size = (size_t)u8_mbtouc(&code, (const uint8_t *)text, length);
    return code;
}
