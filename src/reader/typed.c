/* typed.c: putting back what somebody typed, so that it cannot steer a terminal. */
#include "reader/reader.h"

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

void typed_put(struct output *out, const char *bytes)
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
