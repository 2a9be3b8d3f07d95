/* pager.c: showing a view in the pager. */
#include "reader/reader.h"

#include <errno.h>
#include <unistd.h>

/* The pager that is used if none is asked for, but not on terminals on which it could clear
 * nothing. */
static const char usual_pager[] =
    "pager=$(command -v less || command -v more) && exec \"$pager\"; exit 127";

/* The shell command that is the pager, or NULL if there is to be none. */
static const char *find_pager(const struct terminal *terminal)
{
    static const char names[][15] = {"TRUSTMAN_PAGER", "MANPAGER", "PAGER"};
    const char *command = NULL;

    for (size_t i = 0; i < sizeof names / sizeof *names && command == NULL; i++)
        command = getenv(names[i]);
    if (command == NULL)
        return terminal->can_clear ? usual_pager : NULL;
    command += strspn(command, " \t");
    return *command == '\0' || strcmp(command, "cat") == 0 ? NULL : command;
}

struct feed {
    const struct view *view;
    int error;
};

static void feed(int fd, void *self)
{
    static char buffer[65536];
    struct feed *feed = self;
    struct output out;

    output_to_descriptor(&out, fd, buffer, sizeof buffer);
    show_put(feed->view, &out);
    output_flush(&out);
    feed->error = out.error;
}

enum status pager_show(const struct view *view, bool *stays)
{
    const char *command = view->terminal->pages ? find_pager(view->terminal) : NULL;
    const char *argv[] = {"sh", "-c", command, NULL};
    struct feed fed = {view, 0};

    *stays = command == NULL || run_program(argv, 0, feed, &fed) < 0;
    if (*stays)
        feed(STDOUT_FILENO, &fed);
    else if (fed.error == EPIPE)
        fed.error = 0; /* nobody wanted to read on */
    return fed.error == 0 ? STATUS_FOUND : message_failure(fed.error);
}
