/* SPDX-License-Identifier: MIT */
/* typed.c: putting back what somebody typed, so that it cannot steer a terminal. */
#include "base/utf8.h"
#include "reader/reader.h"

/* Characters that could steer a terminal: controls, and what turns the direction of writing. */
static const struct {
    uint32_t first, last;
} hidden[] = {
    {0x00, 0x1F},     /* control characters of ASCII */
    {0x7F, 0x9F},     /* delete, and C1 control characters */
    {0x200E, 0x200F}, /* directional marks */
    {0x202A, 0x202E}, /* directional embeddings and overrides */
    {0x2066, 0x2069}, /* directional isolates */
};

/* The length of the UTF-8 character at BYTES, if it is one that is shown; else 0. */
static size_t shown_length(const char *bytes)
{
    size_t length;
    uint32_t character = utf8_decode(bytes, &length);

    if (character == UTF8_INVALID)
        return 0;
    for (size_t i = 0; i < sizeof hidden / sizeof *hidden; i++)
        if (character >= hidden[i].first && character <= hidden[i].last)
            return 0;
    return length;
}

void typed_put(struct output *out, const char *bytes)
{
    const bool ascii = !terminal_is_utf8();

    while (*bytes != '\0') {
        size_t length = shown_length(bytes);

        if (length == 0 || (length > 1 && ascii))
            output_char(out, '?');
        else
            output_put(out, bytes, length);
        bytes += length > 0 ? length : 1;
    }
}
