/* row.c: rows of lists, and the titles, summaries and names in them. */
#include "base/ascii.h"
#include "format/wrap.h"
#include "reader/reader.h"

const char *row_put_title(struct output *out, const char *text, bool ascii)
{
    for (unsigned length; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte >= 0x80 && ascii) {
            output_string(out, ascii_for(text, &length));
            text += length - 1;
        } else if (byte >= ' ') {
            output_char(out, *text);
        } else if (byte == MARK_PLACE) {
            return text + 1;
        }
    }
    return NULL;
}

void row_put(struct output *out, unsigned indent, const char *label, const char *text,
             unsigned margin, const struct render_options *options)
{
    const struct render render = {.out = out, .options = options};
    const size_t length = indent + render_columns(label);
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
