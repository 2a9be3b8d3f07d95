/* SPDX-License-Identifier: MIT */
/* outputs.c: writing output files whole, all of them or none. */
#include "compiler/outputs.h"

#include "compiler/memory.h"
#include "compiler/status.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Holds the files until all are written. One name for all runs: what a run that was killed leaves
 * behind, the next takes away. */
static const char temporary[] = ".guidec-temporary";

struct file {
    char *written; /* path of the temporary file */
    char *wanted;  /* path that it shall have */
};

static void free_file(const struct file *file)
{
    free(file->written);
    free(file->wanted);
}

/* The files of this process, for when it exits early. */
static struct outputs *active;

static char *join(const char *directory, const char *name, const char *last)
{
    size_t size = strlen(directory) + strlen(name) + strlen(last) + 3;
    char *path = memory_resize(NULL, size, 1);

    snprintf(path, size, "%s/%s%s%s", directory, name, *last != '\0' ? "/" : "", last);
    return path;
}

/* Removes the temporary folder of a run that was killed, with all that is in it. */
static void remove_left(const char *folder)
{
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *stream = descriptor >= 0 ? fdopendir(descriptor) : NULL;
    const struct dirent *entry;

    if (stream == NULL && descriptor >= 0)
        close(descriptor);
    while (stream != NULL && (entry = readdir(stream)) != NULL)
        unlinkat(dirfd(stream), entry->d_name, 0);
    if (stream != NULL)
        closedir(stream);
    rmdir(folder);
}

/* Removes the temporary files of this run. It needs no memory, which may have run out. */
static void remove_active(void)
{
    if (active != NULL && active->has_folder) {
        for (size_t i = 0; i < active->count; i++)
            unlink(active->list[i].written);
        rmdir(active->folder);
    }
    active = NULL;
}

int outputs_begin(struct outputs *outputs, const char *directory)
{
    outputs->directory = directory;
    outputs->folder = join(directory, temporary, "");
    outputs->list = NULL;
    outputs->count = outputs->capacity = 0;
    outputs->old = -1;
    outputs->has_folder = false;
    if (*directory == '\0')
        return ENOENT;
    remove_left(outputs->folder);
    active = outputs;
    return atexit(remove_active) == 0 ? 0 : ENOMEM;
}

/* Puts into COPY what was the same in the old file. */
static void copy_same(const struct outputs *outputs, struct output *copy)
{
    off_t at = 0;

    while (at < outputs->same && copy->error == 0) {
        off_t rest = outputs->same - at;
        size_t wanted = rest < (off_t)copy->capacity ? (size_t)rest : copy->capacity;
        ssize_t count = pread(outputs->old, copy->data, wanted, at);

        if (count > 0) {
            copy->length = (size_t)count;
            output_flush(copy);
            at += count;
        } else if (count == 0 || errno != EINTR) {
            copy->error = count == 0 ? EIO : errno;
        }
    }
}

/* Makes all folders that lead to PATH. Returns 0, or -1 with errno. */
static int make_parents(char *path)
{
    for (char *slash = path; (slash = strchr(slash + 1, '/')) != NULL;) {
        int made;

        *slash = '\0';
        made = mkdir(path, 0777);
        *slash = '/';
        if (made != 0 && errno != EEXIST)
            return -1;
    }
    return 0;
}

/* Makes a folder; and, where the one that it is in is missing, all that lead to it. Returns 0, or
 * -1 with errno. */
static int make_folder(char *path)
{
    int made = mkdir(path, 0777);

    if (made == 0 || errno != ENOENT)
        return made;
    return make_parents(path) == 0 ? mkdir(path, 0777) : -1;
}

/* Gives a file its name, in a folder that may have to be made. Returns 0, or -1 with errno. */
static int move(const struct file *file)
{
    int moved = rename(file->written, file->wanted);

    if (moved == 0 || errno != ENOENT)
        return moved;
    return make_parents(file->wanted) == 0 ? rename(file->written, file->wanted) : -1;
}

/* Opens the temporary file, in a folder that this run has made. Returns -1 with errno. */
static int open_temporary(struct outputs *outputs)
{
    if (!outputs->has_folder && make_folder(outputs->folder) != 0)
        return -1;
    outputs->has_folder = true;
    return open(outputs->list[outputs->count - 1].written, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                0666);
}

/* Goes over to writing: what was compared, and what waits in the buffer. */
static void begin_change(struct outputs *outputs)
{
    struct output *out = &outputs->out, copy;
    size_t length = out->length;
    int descriptor = open_temporary(outputs);

    if (descriptor < 0) {
        out->error = errno;
        return;
    }
    output_to_descriptor(&copy, descriptor, outputs->old_bytes, sizeof outputs->old_bytes);
    copy_same(outputs, &copy);
    output_to_descriptor(out, descriptor, outputs->buffer, sizeof outputs->buffer);
    out->length = length;
    out->error = copy.error;
    if (outputs->old >= 0)
        close(outputs->old);
    outputs->old = -1;
}

/* Whether the old file goes on with what is in the buffer. */
static bool goes_on(struct outputs *outputs)
{
    size_t length = 0;

    while (length < outputs->out.length) {
        ssize_t count =
            read(outputs->old, outputs->old_bytes + length, outputs->out.length - length);

        if (count > 0)
            length += (size_t)count;
        else if (count == 0 || errno != EINTR)
            return false;
    }
    return memcmp(outputs->old_bytes, outputs->buffer, length) == 0;
}

static bool is_at_end(const struct outputs *outputs)
{
    char byte;

    return read(outputs->old, &byte, 1) == 0;
}

/* Makes room in the buffer of a file that is compared, in which nothing has failed. */
static void compare(struct output *out, size_t need)
{
    struct outputs *outputs = (struct outputs *)out;

    (void)need;
    if (goes_on(outputs)) {
        outputs->same += (off_t)out->length;
        out->length = 0;
    } else {
        begin_change(outputs);
        output_flush(out);
    }
}

/* Opens a file to be compared, if it is one that can be read twice; else returns -1. */
static int open_old(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;

    if (descriptor < 0 || (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)))
        return descriptor;
    close(descriptor);
    return -1;
}

int outputs_open(struct outputs *outputs, const char *name)
{
    char number[24];
    struct file file;

    outputs->list =
        memory_grow(outputs->list, outputs->count, &outputs->capacity, sizeof *outputs->list);
    snprintf(number, sizeof number, "%lu", (unsigned long)outputs->count);
    file.written = join(outputs->directory, temporary, number);
    file.wanted = join(outputs->directory, name, "");
    outputs->list[outputs->count++] = file;
    outputs->same = 0;
    outputs->old = open_old(file.wanted);
    outputs->out = (struct output){.data = outputs->buffer,
                                   .capacity = sizeof outputs->buffer,
                                   .make_room = compare,
                                   .fd = -1};
    if (outputs->old < 0)
        begin_change(outputs);
    return outputs->out.error;
}

int outputs_close(struct outputs *outputs)
{
    struct output *out = &outputs->out;

    if (outputs->old >= 0 && out->error == 0)
        compare(out, 0);
    if (outputs->old >= 0 && out->error == 0 && !is_at_end(outputs))
        begin_change(outputs);
    if (outputs->old >= 0) {
        close(outputs->old);
        outputs->old = -1;
        free_file(&outputs->list[--outputs->count]);
        return out->error;
    }
    output_flush(out);
    if (close(out->fd) != 0 && out->error == 0)
        out->error = errno;
    return out->error;
}

/* Gives the files their names. Returns 0 or errno; then FAILED is the name of the file. */
static int name_files(const struct outputs *outputs, const char **failed)
{
    for (size_t i = 0; i < outputs->count; i++) {
        const struct file *file = &outputs->list[i];

        if (move(file) != 0) {
            *failed = file->wanted;
            return errno;
        }
    }
    return 0;
}

int outputs_end(struct outputs *outputs, int error)
{
    const char *failed = outputs->directory;

    if (error == 0)
        error = name_files(outputs, &failed);
    if (error != 0)
        status_fail(failed, error);
    remove_active();
    for (size_t i = 0; i < outputs->count; i++)
        free_file(&outputs->list[i]);
    free(outputs->list);
    free(outputs->folder);
    return error == 0 ? STATUS_DONE : STATUS_SYSTEM;
}
