/* SPDX-License-Identifier: MIT */
/* row.c: rows of lists, and the titles, summaries and names in them. */
#include "base/ascii.h"
#include "format/wrap.h"
#include "reader/reader.h"

const char *row_put_title(struct output *out, const char *text, bool ascii)
{
    for (;;) {
        const char *run = text;
        unsigned length = 1;

        while ((unsigned char)*text >= ' ' && !(ascii && (unsigned char)*text >= 0x80))
            text++;
        output_put(out, run, (size_t)(text - run));
        if ((unsigned char)*text >= 0x80)
            output_string(out, ascii_for(text, &length));
        else if (*text == '\0' || *text == MARK_PLACE)
            return *text == MARK_PLACE ? text + 1 : NULL;
        text += length;
    }
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
