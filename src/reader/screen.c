/* SPDX-License-Identifier: MIT */
/* screen.c: what stands on the terminal while the menu is open, and that nothing of it is left. */
#include "reader/menu.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <termios.h>
#include <unistd.h>

/* POSIX.1-2008 does not have it, so the headers of BSD and macOS hide it from a program that asks
 * for that standard alone. There it is this number; elsewhere it is not hidden. */
#ifndef SIGWINCH
#define SIGWINCH 28
#endif

/* Clears the screen and what has scrolled off it. */
#define CLEAR "\033[H\033[2J\033[3J"

/* To a second screen, which scrolls nothing off, and back from it. */
#define ENTER "\033[?1049h" CLEAR
#define LEAVE CLEAR "\033[?1049l" CLEAR

/* Milliseconds without a key after which nobody is typing on. */
enum { PAUSE = 400 };

/* What signals need to know too. */
static const char *leave_sequence = "";
static struct termios found_modes;
static bool draws, has_keys;
static volatile sig_atomic_t is_unknown; /* what stands on the screen */
static sigset_t found_mask;

static void put_sequence(const char *sequence)
{
    if (write(STDOUT_FILENO, sequence, strlen(sequence)) < 0)
        return; /* nothing was shown then either */
}

void screen_end(void)
{
    put_sequence(leave_sequence);
    if (has_keys)
        tcsetattr(STDIN_FILENO, TCSANOW, &found_modes);
}

/* Leaves no trace when a signal ends or stops the program. */
static void on_end(int number)
{
    sigset_t this;

    screen_end();
    signal(number, SIG_DFL);
    raise(number);
    sigemptyset(&this);
    sigaddset(&this, number);
    sigprocmask(SIG_UNBLOCK, &this, NULL); /* here it happens */
    is_unknown = true;
}

static void on_change(int number)
{
    (void)number;
    is_unknown = true;
}

/* Those after which the screen is shown anew come only while a key is waited for. */
static void catch_signals(void)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    static const int changes[] = {SIGWINCH, SIGCONT};
    struct sigaction action = {.sa_handler = on_end};

    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaction(ends[i], &action, NULL);
    action.sa_handler = on_change;
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        sigaction(changes[i], &action, NULL);
}

/* Makes the terminal hand over each key at once, and show nothing by itself. */
static void take_keys(void)
{
    struct termios modes = found_modes;

    modes.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
    modes.c_cc[VMIN] = 1;
    modes.c_cc[VTIME] = 0;
    tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

bool screen_begin(const struct terminal *terminal)
{
    const struct rlimit no_core = {0, 0};
    sigset_t later;

    draws = terminal->can_clear && !terminal->render.plain;
    has_keys = draws && tcgetattr(STDIN_FILENO, &found_modes) == 0;
    leave_sequence = draws ? LEAVE : terminal->can_clear ? CLEAR : "\n";
    setrlimit(RLIMIT_CORE, &no_core); /* what was read would be in it */
    sigemptyset(&later);
    sigaddset(&later, SIGWINCH);
    sigaddset(&later, SIGCONT);
    sigaddset(&later, SIGTSTP);
    sigprocmask(SIG_BLOCK, &later, &found_mask);
    catch_signals();
    is_unknown = true;
    return has_keys;
}

void screen_top(struct output *out)
{
    if (is_unknown) {
        is_unknown = false;
        catch_signals();
        if (has_keys)
            take_keys();
        output_string(out, draws ? ENTER : "");
    }
    output_string(out, draws ? "\033[H" : "");
}

void screen_end_line(struct output *out)
{
    output_string(out, draws ? "\033[K\n" : "\n");
}

void screen_bottom(struct output *out)
{
    output_string(out, draws ? "\033[J" : "");
}

void screen_end_typing(void)
{
    char bytes[64];

    put_sequence(leave_sequence);
    while (screen_wait(PAUSE) > 0 && read(STDIN_FILENO, bytes, sizeof bytes) > 0)
        continue;
}

int screen_wait(long milliseconds)
{
    const struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    fd_set input;

    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    return pselect(STDIN_FILENO + 1, &input, NULL, NULL, milliseconds < 0 ? NULL : &time,
                   &found_mask);
}
