/* files.c: writing output files whole, all of them or none. */
#include "files.h"

#include "memory.h"

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
static struct files *active;

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

int files_begin(struct files *files, const char *directory)
{
    files->directory = directory;
    files->folder = join(directory, temporary, "");
    files->list = NULL;
    files->count = files->capacity = 0;
    files->old = -1;
    files->has_folder = false;
    remove_left(files->folder);
    active = files;
    return atexit(remove_active) == 0 ? 0 : ENOMEM;
}

/* Puts into COPY what was the same in the old file. */
static void copy_same(const struct files *files, struct output *copy)
{
    off_t at = 0;

    while (at < files->same && copy->error == 0) {
        off_t rest = files->same - at;
        size_t wanted = rest < (off_t)copy->capacity ? (size_t)rest : copy->capacity;
        ssize_t count = pread(files->old, copy->data, wanted, at);

        if (count > 0) {
            copy->length = (size_t)count;
            output_flush(copy);
            at += count;
        } else if (count == 0 || errno != EINTR) {
            copy->error = count == 0 ? EIO : errno;
        }
    }
}

/* Opens the temporary file, in a folder that this run has made. Returns -1 with errno. */
static int open_temporary(struct files *files)
{
    if (!files->has_folder && mkdir(files->folder, 0777) != 0)
        return -1;
    files->has_folder = true;
    return open(files->list[files->count - 1].written, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                0666);
}

/* Goes over to writing: what was compared, and what waits in the buffer. */
static void begin_change(struct files *files)
{
    struct output *out = &files->out, copy;
    size_t length = out->length;
    int descriptor = open_temporary(files);

    if (descriptor < 0) {
        out->error = errno;
        return;
    }
    output_to_descriptor(&copy, descriptor, files->old_bytes, sizeof files->old_bytes);
    copy_same(files, &copy);
    output_to_descriptor(out, descriptor, files->buffer, sizeof files->buffer);
    out->length = length;
    out->error = copy.error;
    if (files->old >= 0)
        close(files->old);
    files->old = -1;
}

/* Whether the old file goes on with what is in the buffer. */
static bool goes_on(struct files *files)
{
    size_t length = 0;

    while (length < files->out.length) {
        ssize_t count = read(files->old, files->old_bytes + length, files->out.length - length);

        if (count > 0)
            length += (size_t)count;
        else if (count == 0 || errno != EINTR)
            return false;
    }
    return memcmp(files->old_bytes, files->buffer, length) == 0;
}

static bool is_at_end(const struct files *files)
{
    char byte;

    return read(files->old, &byte, 1) == 0;
}

/* Makes room in the buffer of a file that is compared, in which nothing has failed. */
static void compare(struct output *out, size_t need)
{
    struct files *files = (struct files *)out;

    (void)need;
    if (goes_on(files)) {
        files->same += (off_t)out->length;
        out->length = 0;
    } else {
        begin_change(files);
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

int files_open(struct files *files, const char *name)
{
    struct file file;

    files->list = memory_grow(files->list, files->count, &files->capacity, sizeof *files->list);
    file.written = join(files->directory, temporary, name);
    file.wanted = join(files->directory, name, "");
    files->list[files->count++] = file;
    files->same = 0;
    files->old = open_old(file.wanted);
    files->out = (struct output){
        .data = files->buffer, .capacity = sizeof files->buffer, .make_room = compare, .fd = -1};
    if (files->old < 0)
        begin_change(files);
    return files->out.error;
}

int files_close(struct files *files)
{
    struct output *out = &files->out;

    if (files->old >= 0 && out->error == 0)
        compare(out, 0);
    if (files->old >= 0 && out->error == 0 && !is_at_end(files))
        begin_change(files);
    if (files->old >= 0) {
        close(files->old);
        files->old = -1;
        free_file(&files->list[--files->count]);
        return out->error;
    }
    output_flush(out);
    if (close(out->fd) != 0 && out->error == 0)
        out->error = errno;
    return out->error;
}

int files_commit(struct files *files, const char **failed)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct file *file = &files->list[i];

        if (rename(file->written, file->wanted) != 0) {
            *failed = file->wanted;
            return errno;
        }
    }
    return 0;
}

void files_end(struct files *files)
{
    remove_active();
    for (size_t i = 0; i < files->count; i++)
        free_file(&files->list[i]);
    free(files->list);
    free(files->folder);
}
