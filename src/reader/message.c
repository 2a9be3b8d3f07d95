/* SPDX-License-Identifier: MIT */
/* message.c: what the reader says beside its output, in the words of the guide. */
#include "reader/reader.h"

#include <unistd.h>

static struct output *kept; /* where messages go instead of standard error, or NULL */

void message_keep(struct output *memory)
{
    kept = memory;
}

struct output *message_begin(void)
{
    static char buffer[512];
    static struct output out;
    const struct guide *guide = language_guide();

    if (kept != NULL)
        return kept;
    output_to_descriptor(&out, STDERR_FILENO, buffer, sizeof buffer);
    output_string(&out, guide_text(guide, guide->reader));
    output_string(&out, ": ");
    return &out;
}

enum status message_end(struct output *out, enum status status)
{
    output_char(out, '\n');
    if (status == STATUS_USAGE && out != kept) {
        message_put(out, LABEL_TRY_HELP, "");
        output_char(out, '\n');
    }
    output_flush(out);
    return status;
}

/* Puts a text with its marks; the rest as row_put_title. */
static const char *put_marked(struct output *out, const char *text)
{
    const char *place = strchr(text, MARK_PLACE);

    output_put(out, text, place != NULL ? (size_t)(place - text) : strlen(text));
    return place != NULL ? place + 1 : NULL;
}

/* Puts a label, with NAME, a plain text of the guide, or else WORD where it has a place. What is
 * kept is put into lines later, and has its marks until then. */
static void put_label(struct output *out, enum guide_label label, const char *word,
                      const char *name)
{
    const char *text = guide_label(language_guide(), label);

    while (text != NULL) {
        if (out == kept)
            text = put_marked(out, text);
        else
            text = row_put_title(out, text, !terminal_is_utf8());
        if (text != NULL && name != NULL)
            row_put_title(out, name, !terminal_is_utf8());
        else if (text != NULL)
            typed_put(out, word);
    }
}

/* What is kept is read where options cannot be typed. */
void message_put(struct output *out, enum guide_label label, const char *word)
{
    put_label(out, out == kept && label == LABEL_SEE_LIST ? LABEL_TRY_WORDS : label, word, NULL);
}

void message_put_name(struct output *out, enum guide_label label, const char *name)
{
    put_label(out, label, "", name);
}

enum status message(enum status status, enum guide_label label, const char *word)
{
    struct output *out = message_begin();

    message_put(out, label, word);
    return message_end(out, status);
}

enum status message_failure(int error)
{
    return message(STATUS_FAILED, LABEL_CANNOT_WRITE, strerror(error));
}
