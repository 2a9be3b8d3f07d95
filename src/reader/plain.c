/* plain.c: plain text on its way out: titles, summaries, names, and what somebody typed. */
#include "ascii.h"
#include "reader.h"

/* What plain text is made of: characters, and places where a line may break. */
struct unit {
    const char *bytes;
    unsigned length, columns;
    bool breaks; /* a space, a mark or the end */
};

static struct unit read_unit(const char **text, bool ascii)
{
    struct unit unit = {.length = 1, .columns = 1};

    for (; **text == MARK_WIDE || **text == MARK_ZERO; ++*text)
        unit.columns = **text == MARK_WIDE ? 2 : 0;
    unit.bytes = *text;
    if (**text == ' ' || **text == MARK_BREAK || **text == '\0') {
        unit.breaks = true;
        unit.columns = **text == ' ';
        unit.length = **text != '\0';
        *text += unit.length;
    } else if ((unsigned char)**text < 0x80 || !ascii) {
        while (((unsigned char)unit.bytes[unit.length] & 0xC0) == 0x80)
            unit.length++;
        *text += unit.length;
    } else {
        unit.bytes = ascii_for(*text, &unit.length);
        *text += unit.length;
        unit.columns = unit.length = (unsigned)strlen(unit.bytes);
    }
    return unit;
}

void plain_wrap(struct output *out, const char *text, unsigned column, unsigned margin,
                unsigned width, bool ascii)
{
    unsigned space = 0;

    for (bool first = true; *text != '\0'; first = false) {
        const char *word = text;
        unsigned columns = 0;
        struct unit unit;

        while (!(unit = read_unit(&text, ascii)).breaks)
            columns += unit.columns;
        if (!first && column + space + columns > width) {
            output_char(out, '\n');
            plain_spaces(out, column = margin);
        } else {
            plain_spaces(out, space);
            column += space;
        }
        column += columns;
        while (!(unit = read_unit(&word, ascii)).breaks)
            output_put(out, unit.bytes, unit.length);
        space = unit.columns;
    }
}

void plain_put(struct output *out, const char *text, bool ascii)
{
    plain_wrap(out, text, 0, 0, UINT32_MAX, ascii);
}

void plain_spaces(struct output *out, unsigned count)
{
    while (count-- > 0)
        output_char(out, ' ');
}

/* The length of the UTF-8 character at BYTES, if it is one that is shown: no control character, nor
 * one that turns the direction of writing; else 0. */
static size_t shown_length(const unsigned char *bytes)
{
    static const size_t lengths[] = {2, 2, 3, 4};
    size_t length = bytes[0] < 0x80 ? 1 : lengths[bytes[0] >> 4 & 3];

    if (length == 1)
        return bytes[0] >= ' ' && bytes[0] != 0x7F;
    if (bytes[0] < 0xC2 || bytes[0] > 0xF4 || (bytes[0] == 0xC2 && bytes[1] < 0xA0))
        return 0;
    for (size_t i = 1; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    if (memcmp(bytes, "\342\200", 2) == 0 && bytes[2] >= 0x8E)
        return bytes[2] >= 0x90 && (bytes[2] < 0xA8 || bytes[2] > 0xAE) ? length : 0;
    return memcmp(bytes, "\342\201", 2) != 0 || bytes[2] < 0xA6 || bytes[2] > 0xA9 ? length : 0;
}

void plain_clean(struct output *out, const char *bytes)
{
    bool ascii = !terminal_is_utf8();

    while (*bytes != '\0') {
        size_t length = shown_length((const unsigned char *)bytes);

        if (length == 0 || (length > 1 && ascii))
            output_char(out, '?');
        else
            output_put(out, bytes, length);
        bytes += length > 0 ? length : 1;
    }
}

bool plain_number(const char *text, uint32_t *number)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);

    if (*text < '0' || *text > '9' || *end != '\0' || value > UINT32_MAX)
        return false;
    *number = (uint32_t)value;
    return true;
}
