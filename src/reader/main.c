/* SPDX-License-Identifier: MIT */
/* main.c: trustman, which shows the guide that is linked into it. */
#include "reader/reader.h"

#include <unistd.h>

/* Whether somebody reads what is printed, and types. */
static bool is_read(const struct terminal *terminal)
{
    return terminal->is_terminal && isatty(STDIN_FILENO) != 0;
}

static enum status serve(const struct request *request, struct view view, struct terminal *terminal)
{
    const bool shows_hits =
        request->search != NULL && !request->random && view.format == render_formats;
    struct selection selection = {0};
    struct search found = {0};
    enum status status = choose(view.guide, request, &selection, &found);

    if (status != STATUS_FOUND)
        return status;
    view.selection = &selection;
    view.found = shows_hits ? &found : NULL;
    if (selection.are_answers && request->action == ACTION_PRINT && request->format == NULL)
        view.action = ACTION_LIST;
    if (request->action == ACTION_MAN || request->action == ACTION_INFO ||
        request->action == ACTION_BROWSE)
        status = bridge_open(view.guide, &selection, request);
    else if (view.action != request->action && is_read(terminal))
        status = menu_run(view.guide, terminal, &selection, request);
    else
        status = pager_show(&view);
    search_free(&found);
    select_free(&selection);
    return status;
}

/* Whether nothing is asked for but how it is shown. */
static bool asks_for_nothing(const struct request *request)
{
    return request->action == ACTION_PRINT && request->format == NULL && request->word_count == 0 &&
           request->search == NULL && request->step == 0 && !request->random;
}

int main(int argc, char **argv)
{
    struct request request;
    struct terminal terminal;
    struct view view = {.terminal = &terminal};
    enum status status;

    language_begin();
    status = options_parse(argc, argv, &request);
    view.guide = language_guide();
    if (status == STATUS_FOUND) {
        terminal_begin(&terminal, &request);
        view.format = request.format != NULL ? request.format : render_formats;
        view.action = asks_for_nothing(&request) ? ACTION_TOC : request.action;
        if (view.action >= ACTION_HELP)
            status = pager_show(&view);
        else if (asks_for_nothing(&request) && is_read(&terminal))
            status = menu_run(view.guide, &terminal, NULL, NULL);
        else
            status = serve(&request, view, &terminal);
    }
    free(request.words);
    return (int)status;
}
