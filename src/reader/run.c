/* SPDX-License-Identifier: MIT */
/* run.c: running other programs: the pager, man, info. */
#include "reader/reader.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* What shells return for programs that they could not run, and add to the number of a signal. */
enum { CANNOT_RUN = 126, NOT_FOUND = 127, KILLED = 128 };

/* Signals that are the other program's business while it runs. */
static const int signals[] = {SIGINT, SIGQUIT, SIGPIPE, SIGTSTP};
enum { SIGNALS = sizeof signals / sizeof *signals };

static void ignore_signals(struct sigaction *saved)
{
    static const struct sigaction ignored = {.sa_handler = SIG_IGN};

    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &ignored, &saved[i]);
}

static void restore_signals(const struct sigaction *saved)
{
    for (size_t i = 0; i < SIGNALS; i++)
        sigaction(signals[i], &saved[i], NULL);
}

/* Becomes the program, with its end of the pipe as the descriptor. */
static void become(const char *const argv[], int descriptor, const int *ends)
{
    if (descriptor >= 0 && ends[descriptor] != descriptor) {
        if (dup2(ends[descriptor], descriptor) < 0)
            _exit(CANNOT_RUN);
        close(ends[descriptor]);
    }
    if (descriptor >= 0 && ends[1 - descriptor] != descriptor)
        close(ends[1 - descriptor]);
    if (setenv("LESSHISTFILE", "-", 1) == 0 && setenv("LESSSECURE", "1", 1) == 0 &&
        setenv("LESS", "-R", 0) == 0)
        execvp(argv[0], (char *const *)argv);
    _exit(errno == ENOENT ? NOT_FOUND : CANNOT_RUN);
}

/* Waits for the end of a program. While that is stopped, so is this one. */
static int wait_for(pid_t child)
{
    int status = 0;

    while (waitpid(child, &status, WUNTRACED) < 0 || WIFSTOPPED(status)) {
        if (WIFSTOPPED(status)) {
            raise(SIGSTOP);
            kill(child, SIGCONT);
        } else if (errno != EINTR) {
            return -1;
        }
        status = 0;
    }
    status = WIFEXITED(status) ? WEXITSTATUS(status) : KILLED + WTERMSIG(status);
    return status == CANNOT_RUN || status == NOT_FOUND ? -1 : status;
}

int run_program(const char *const argv[], int descriptor, void (*use)(int fd, void *self),
                void *self)
{
    struct sigaction saved[SIGNALS];
    struct termios modes;
    bool has_modes = tcgetattr(STDOUT_FILENO, &modes) == 0;
    int ends[2], status = -1;
    pid_t child;

    if (descriptor >= 0 && pipe(ends) != 0)
        return -1;
    ignore_signals(saved);
    child = fork();
    if (child == 0) {
        restore_signals(saved);
        signal(SIGTSTP, SIG_IGN); /* as less does with LESSSECURE; a shell around it has to, too */
        become(argv, descriptor, ends);
    }
    if (descriptor >= 0) {
        close(ends[descriptor]);
        if (child > 0)
            use(ends[1 - descriptor], self);
        close(ends[1 - descriptor]);
    }
    if (child > 0)
        status = wait_for(child);
    if (has_modes)
        tcsetattr(STDOUT_FILENO, TCSADRAIN, &modes);
    restore_signals(saved);
    return status;
}
