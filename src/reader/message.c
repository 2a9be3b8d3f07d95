/* message.c: what trustman says beside its output. */
#include "reader.h"

void message_begin(struct output *out)
{
    if (out->fd >= 0)
        output_string(out, PROGRAM ": ");
}

enum status message_end(struct output *out, enum status status)
{
    output_char(out, '\n');
    if (status == STATUS_USAGE && out->fd >= 0)
        output_string(out, "Try '" PROGRAM " --help' for more information.\n");
    output_flush(out);
    return status;
}

enum status message(struct output *out, enum status status, const char *before, const char *word,
                    const char *after)
{
    message_begin(out);
    output_string(out, before);
    if (word != NULL)
        plain_clean(out, word);
    output_string(out, after);
    return message_end(out, status);
}

enum status message_failure(struct output *out, int error)
{
    return message(out, STATUS_FAILED, "cannot write: ", strerror(error), "");
}
