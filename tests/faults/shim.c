/* SPDX-License-Identifier: MIT */
/* shim.c: makes one call of a program fail. To be preloaded.
 *
 * FAULT_CALLS names the calls that are counted, as in "memory,write"; FAULT_AT=N lets the Nth of
 * them fail, and with FAULT_ON=1 all after it too. FAULT_LOG is a file that then gets the call's
 * name. Only FAULT_PROGRAM is concerned, not what it runs. Writing to standard error, where
 * messages go, never fails. With FAULT_TERMINAL standard input and output count as a terminal,
 * which hands over one line at a time. */
#define _GNU_SOURCE 1 /* RTLD_NEXT */

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *calls = "";
static unsigned long at, count;
static bool goes_on, on_terminal;

__attribute__((constructor)) static void begin(void)
{
    const char *number = getenv("FAULT_AT"), *names = getenv("FAULT_CALLS");
    const char *program = getenv("FAULT_PROGRAM");

    if (number == NULL || names == NULL || program == NULL ||
        strcmp(program, program_invocation_short_name) != 0)
        return;
    calls = names;
    goes_on = getenv("FAULT_ON") != NULL;
    on_terminal = getenv("FAULT_TERMINAL") != NULL;
    at = strtoul(number, NULL, 10);
}

static void note(const char *call)
{
    const char *log = getenv("FAULT_LOG");
    long file = log != NULL ? syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT, 0600) : -1;

    if (file >= 0) {
        syscall(SYS_write, file, call, strlen(call));
        syscall(SYS_close, file);
    }
}

static bool is_counted(const char *call)
{
    const size_t length = strlen(call);

    for (const char *name = calls; *name != '\0'; name += *name == ',') {
        const size_t named = strcspn(name, ",");

        if (named == length && strncmp(name, call, length) == 0)
            return true;
        name += named;
    }
    return false;
}

/* Whether this call is to fail; if so, errno is set. */
static bool fails(const char *call, int error)
{
    if (at == 0 || !is_counted(call))
        return false;
    count++;
    if (goes_on ? count < at : count != at)
        return false;
    if (count == at)
        note(call);
    errno = error;
    return true;
}

/* The function that stands behind this one's name. */
#define NEXT(name)                                                                                 \
    static __typeof__(name) *next;                                                                 \
    if (next == NULL)                                                                              \
        *(void **)&next = dlsym(RTLD_NEXT, #name);

void *malloc(size_t size)
{
    NEXT(malloc)
    return fails("memory", ENOMEM) ? NULL : next(size);
}

void *realloc(void *old, size_t size)
{
    NEXT(realloc)
    return fails("memory", ENOMEM) ? NULL : next(old, size);
}

/* dlsym calls it itself, so that it is not looked up but made of malloc. */
void *calloc(size_t items, size_t size)
{
    static __typeof__(malloc) *next;
    void *memory;

    if (next == NULL)
        *(void **)&next = dlsym(RTLD_NEXT, "malloc");
    if (size != 0 && items > (size_t)-1 / size)
        return NULL;
    memory = fails("memory", ENOMEM) ? NULL : next(items * size);
    return memory != NULL ? memset(memory, 0, items * size) : NULL;
}

ssize_t write(int file, const void *bytes, size_t length)
{
    NEXT(write)
    return file != STDERR_FILENO && fails("write", ENOSPC) ? -1 : next(file, bytes, length);
}

ssize_t read(int file, void *bytes, size_t length)
{
    ssize_t count = 0, got = 1;

    NEXT(read)
    if (fails("read", EIO))
        return -1;
    if (!on_terminal || file != STDIN_FILENO)
        return next(file, bytes, length);
    while ((size_t)count < length && got > 0 &&
           (count == 0 || ((char *)bytes)[count - 1] != '\n')) {
        got = next(file, (char *)bytes + count, 1);
        count += got;
    }
    return count;
}

int isatty(int file)
{
    NEXT(isatty)
    return on_terminal && file <= STDOUT_FILENO ? 1 : next(file);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    mode_t mode;

    NEXT(open)
    va_start(arguments, flags);
    mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    return fails("open", EMFILE) ? -1 : next(path, flags, mode);
}

ssize_t pread(int file, void *bytes, size_t length, off_t offset)
{
    NEXT(pread)
    return fails("pread", EIO) ? -1 : next(file, bytes, length, offset);
}

DIR *opendir(const char *path)
{
    NEXT(opendir)
    return fails("opendir", EMFILE) ? NULL : next(path);
}

struct dirent *readdir(DIR *stream)
{
    NEXT(readdir)
    return fails("readdir", EIO) ? NULL : next(stream);
}

int fstat(int file, struct stat *status)
{
    NEXT(fstat)
    return fails("fstat", EIO) ? -1 : next(file, status);
}

/* The file is closed all the same, as after an error of a real one. */
int close(int file)
{
    int result;

    NEXT(close)
    result = next(file);
    return fails("close", EIO) ? -1 : result;
}

int mkdir(const char *path, mode_t mode)
{
    NEXT(mkdir)
    return fails("mkdir", ENOSPC) ? -1 : next(path, mode);
}

int rename(const char *from, const char *to)
{
    NEXT(rename)
    return fails("rename", ENOSPC) ? -1 : next(from, to);
}

int pipe(int ends[2])
{
    NEXT(pipe)
    return fails("pipe", EMFILE) ? -1 : next(ends);
}

pid_t fork(void)
{
    NEXT(fork)
    return fails("fork", EAGAIN) ? -1 : next();
}

int setenv(const char *name, const char *value, int replace)
{
    NEXT(setenv)
    return fails("setenv", ENOMEM) ? -1 : next(name, value, replace);
}
