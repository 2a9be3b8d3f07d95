/* plain.c: plain text on its way out: titles, summaries, names, and what somebody typed. */
#include "ascii.h"
#include "reader.h"
#include "wrap.h"

void plain_put(struct output *out, const char *text, bool ascii)
{
    for (unsigned length; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte >= 0x80 && ascii) {
            output_string(out, ascii_for(text, &length));
            text += length - 1;
        } else if (byte >= ' ') {
            output_char(out, *text);
        }
    }
}

void plain_row(struct output *out, unsigned indent, const char *label, const char *text,
               unsigned margin, const struct render_options *options)
{
    const struct render render = {.out = out, .options = options};
    const size_t length = indent + strlen(label);
    struct wrap wrap;

    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, indent);
    wrap_set_style(&wrap, WRAP_STRONG);
    wrap_fill(&wrap, label, NULL);
    wrap_set_style(&wrap, 0);
    wrap_set_margin(&wrap, margin);
    if (options->plain)
        wrap_fill(&wrap, " ", NULL);
    else if (length >= margin || margin > options->width / 2)
        wrap_close_line(&wrap);
    else
        for (size_t i = length; i < margin; i++)
            wrap_fill(&wrap, " ", NULL);
    wrap_fill(&wrap, text, NULL);
    wrap_close_line(&wrap);
    wrap_end(&wrap);
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
    const bool ascii = !terminal_is_utf8();

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
