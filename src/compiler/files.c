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
    DIR *stream = opendir(folder);
    const struct dirent *entry;

    while (stream != NULL && (entry = readdir(stream)) != NULL)
        unlinkat(dirfd(stream), entry->d_name, 0);
    if (stream != NULL)
        closedir(stream);
    rmdir(folder);
}

/* Removes the temporary files of this run. It needs no memory, which may have run out. */
static void remove_active(void)
{
    if (active == NULL)
        return;
    for (size_t i = 0; i < active->count; i++)
        unlink(active->list[i].written);
    rmdir(active->folder);
    active = NULL;
}

int files_begin(struct files *files, const char *directory)
{
    *files = (struct files){.directory = directory, .folder = join(directory, temporary, "")};
    remove_left(files->folder);
    if (mkdir(files->folder, 0777) != 0)
        return errno;
    active = files;
    if (atexit(remove_active) != 0)
        return ENOMEM;
    return 0;
}

int files_open(struct files *files, const char *name, struct output *out)
{
    struct file file;
    int descriptor;

    files->list = memory_grow(files->list, files->count, &files->capacity, sizeof *files->list);
    file.written = join(files->directory, temporary, name);
    file.wanted = join(files->directory, name, "");
    files->list[files->count++] = file;
    descriptor = open(file.written, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return errno;
    output_to_descriptor(out, descriptor, files->buffer, sizeof files->buffer);
    return 0;
}

int files_close(struct output *out)
{
    output_flush(out);
    if (close(out->fd) != 0 && out->error == 0)
        out->error = errno;
    return out->error;
}

/* Whether two files hold the same bytes. */
static bool is_same(const char *path, const char *other_path)
{
    FILE *file = fopen(path, "rb"), *other = fopen(other_path, "rb");
    bool same = file != NULL && other != NULL;
    char bytes[16384], other_bytes[sizeof bytes];
    size_t length = same ? 1 : 0;

    while (same && length > 0) {
        length = fread(bytes, 1, sizeof bytes, file);
        same = fread(other_bytes, 1, sizeof other_bytes, other) == length &&
               memcmp(bytes, other_bytes, length) == 0 && !ferror(file) && !ferror(other);
    }
    if (file != NULL)
        fclose(file);
    if (other != NULL)
        fclose(other);
    return same;
}

int files_commit(struct files *files, const char **failed)
{
    for (size_t i = 0; i < files->count; i++) {
        const struct file *file = &files->list[i];

        if (!is_same(file->written, file->wanted) && rename(file->written, file->wanted) != 0) {
            *failed = file->wanted;
            return errno;
        }
    }
    return 0;
}

void files_end(struct files *files)
{
    remove_active();
    for (size_t i = 0; i < files->count; i++) {
        free(files->list[i].written);
        free(files->list[i].wanted);
    }
    free(files->list);
    free(files->folder);
    *files = (struct files){0};
}
