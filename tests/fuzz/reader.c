/* SPDX-License-Identifier: MIT */
/* reader.c: fuzzing trustman: its arguments, and its menu.
 *
 * The first byte of an input is a set of the SETTINGS below; the rest are lines. Without MENU they
 * are the arguments, else what somebody types. No program is run: PATH leads nowhere. */
#include "reader/reader.h"
#include "guide/data.h"

#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MENU = 1, UTF_8 = 2, PLAIN = 4, CLEAR = 8, NARROW = 16 };
enum { MAX_LINES = 64, MAX_BYTES = 4096 };

int reader_main(int argc, char **argv);
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static const char *const unwanted[] = {"LC_ALL",     "LC_CTYPE", "MANWIDTH", "COLUMNS",
                                           "ACCESSIBLE", "PAGER",    "MANPAGER", "TRUSTMAN_PAGER",
                                           "TMUX",       "NO_COLOR"};

    (void)argc;
    (void)argv;
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        unsetenv(unwanted[i]);
    return setenv("PATH", "/nonexistent", 1) != 0 || setenv("TERM", "xterm", 1) != 0;
}

/* Cuts text into lines, each of which becomes a string. Returns how many. */
static int cut(char *text, char **lines)
{
    int count = 0;

    for (char *end; count < MAX_LINES && (end = strchr(text, '\n')) != NULL; text = end + 1) {
        *end = '\0';
        lines[count++] = text;
    }
    if (*text != '\0' && count < MAX_LINES)
        lines[count++] = text;
    return count;
}

/* Gives the menu each line as a packet of its own, since a terminal gives one line at a time. */
static void run_menu(char **lines, int count, unsigned settings)
{
    struct terminal terminal = {.is_terminal = true,
                                .can_clear = (settings & CLEAR) != 0,
                                .width = (settings & NARROW) != 0 ? 20 : 0};
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0)
        abort();
    for (int i = 0; i < count; i++) {
        lines[i][strlen(lines[i])] = '\n'; /* where cut() ended it; at the very end there is room */
        if (send(ends[1], lines[i], (size_t)(strchr(lines[i], '\n') - lines[i]) + 1, 0) < 0)
            abort();
    }
    close(ends[1]);
    if (dup2(ends[0], STDIN_FILENO) < 0)
        abort();
    close(ends[0]);
    terminal.render.ascii = !terminal_is_utf8();
    terminal.render.plain = (settings & PLAIN) != 0;
    terminal.render.styles = !terminal.render.plain;
    menu_run(guide_data, &terminal, NULL, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char program[] = "trustman";
    char text[MAX_BYTES + 2] = "";
    char *lines[MAX_LINES + 2] = {program};
    int count;

    if (size == 0 || size > MAX_BYTES)
        return 0;
    memcpy(text, data + 1, size - 1);
    setenv("LANG", (data[0] & UTF_8) != 0 ? "en_US.UTF-8" : "C", 1);
    if ((data[0] & PLAIN) != 0)
        setenv("ACCESSIBLE", "1", 1);
    else
        unsetenv("ACCESSIBLE");
    count = cut(text, lines + 1);
    if ((data[0] & MENU) != 0)
        run_menu(lines + 1, count, data[0]);
    else
        reader_main(count + 1, lines);
    return 0;
}
