/* message.c: what trustman says beside its output. */
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

    if (kept != NULL)
        return kept;
    output_to_descriptor(&out, STDERR_FILENO, buffer, sizeof buffer);
    output_string(&out, PROGRAM ": ");
    return &out;
}

enum status message_end(struct output *out, enum status status)
{
    output_char(out, '\n');
    if (status == STATUS_USAGE && out != kept)
        output_string(out, "Try '" PROGRAM " --help' for more information.\n");
    output_flush(out);
    return status;
}

enum status message(enum status status, const char *before, const char *word, const char *after)
{
    struct output *out = message_begin();

    output_string(out, before);
    typed_put(out, word);
    output_string(out, after);
    return message_end(out, status);
}

enum status message_failure(int error)
{
    return message(STATUS_FAILED, "cannot write: ", strerror(error), "");
}
