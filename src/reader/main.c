/* main.c: trustman, which shows the guide that is linked into it. */
#include "data.h"
#include "reader.h"

#include <unistd.h>

enum { BUFFER_SIZE = 65536, MESSAGE_SIZE = 512 };

/* Prints straight to standard output. */
static enum status print(const struct view *view, void (*put)(const struct view *, struct output *),
                         struct output *messages)
{
    static char buffer[BUFFER_SIZE];
    struct output out;

    output_to_descriptor(&out, STDOUT_FILENO, buffer, sizeof buffer);
    put(view, &out);
    return output_flush(&out) ? STATUS_FOUND : message_failure(messages, out.error);
}

static enum status serve(const struct request *request, struct view *view, struct output *messages)
{
    const bool opens = request->action == ACTION_MAN || request->action == ACTION_INFO;
    struct selection selection;
    enum status status = choose(view->guide, request, &selection, messages);
    int error;

    if (status != STATUS_FOUND)
        return status;
    view->selection = &selection;
    if (opens && selection.count > 1)
        status = message(messages, STATUS_USAGE, "options '-m' and '-i' take exactly one section",
                         NULL, "");
    else if (opens)
        status = bridge_open(view->guide, selection.sections[0], request, messages);
    else if (!pager_show(view, &error))
        status = print(view, list_put, messages);
    else if (error != 0)
        status = message_failure(messages, error);
    select_free(&selection);
    return status;
}

int main(int argc, char **argv)
{
    char message_buffer[MESSAGE_SIZE];
    struct request request;
    struct terminal terminal;
    struct view view = {.guide = &guide_data, .terminal = &terminal};
    struct output messages;
    enum status status;

    output_to_descriptor(&messages, STDERR_FILENO, message_buffer, sizeof message_buffer);
    status = options_parse(argc, argv, &request, &messages);
    if (status == STATUS_FOUND) {
        terminal_begin(&terminal, &request);
        view.format = request.format;
        view.action = argc > 1 ? request.action : ACTION_TOC;
        if (request.action == ACTION_HELP)
            status = print(&view, options_put_help, &messages);
        else if (request.action == ACTION_VERSION)
            status = print(&view, options_put_version, &messages);
        else if (argc == 1 && terminal.is_terminal && isatty(STDIN_FILENO))
            status = menu_run(&guide_data, &terminal, &messages);
        else
            status = serve(&request, &view, &messages);
    }
    free(request.words);
    return (int)status;
}
