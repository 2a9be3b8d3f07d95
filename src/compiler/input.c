/* SPDX-License-Identifier: MIT */
/* input.c: the files of a guide's source, read whole. */
#include "compiler/input.h"

#include "base/utf8.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_whole(struct input *source, int descriptor)
{
    struct stat status;
    size_t capacity;

    if (fstat(descriptor, &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (status.st_size > INPUT_MAX_BYTES)
        return EFBIG;
    capacity = (size_t)status.st_size + 1;
    source->bytes = memory_resize(NULL, capacity + 1, 1);
    for (;;) {
        ssize_t count = read(descriptor, source->bytes + source->length, capacity - source->length);

        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno;
        if (count == 0)
            break;
        source->length += (size_t)count;
        if (source->length > INPUT_MAX_BYTES)
            return EFBIG;
        if (source->length == capacity) {
            capacity *= 2;
            source->bytes = memory_resize(source->bytes, capacity + 1, 1);
        }
    }
    source->bytes[source->length] = '\0';
    source->text = source->bytes;
    return 0;
}

/* Moves a place, a line and a column in characters, from one byte on to another. */
static void advance(struct place *place, const struct input *source, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (source->text[i] == '\n') {
            place->line++;
            place->column = 1;
        } else if (!utf8_is_continuation(source->text[i])) {
            place->column++;
        }
    }
}

static void report_fault(struct diagnostics *diagnostics, struct place place,
                         const struct unicode_fault *fault)
{
    if (fault->what == NULL)
        diagnostics_add(diagnostics, place, "byte 0x%02lX is not UTF-8; save the file in UTF-8",
                        (unsigned long)fault->code);
    else if (fault->code == '\r')
        diagnostics_add(diagnostics, place,
                        "carriage return; end lines with a newline alone, as Unix does");
    else
        diagnostics_add(diagnostics, place, "%s U+%04lX; remove it", fault->what,
                        (unsigned long)fault->code);
}

/* Looks at the bytes up to the first that is not UTF-8, since what follows has no columns. */
static void check_bytes(struct input *source, struct diagnostics *diagnostics)
{
    struct place place = {.file = source->file, .line = 1, .column = 1};
    struct unicode_fault fault = {.what = ""};
    bool carriage_return = false;
    size_t reached = 0;

    source->sound = true;
    while (fault.what != NULL &&
           unicode_find_fault(source->text, source->length, fault.offset + fault.size, &fault)) {
        source->sound = false;
        advance(&place, source, reached, fault.offset);
        reached = fault.offset;
        /* A file from another system has one on each line: once is enough. */
        if (fault.code != '\r' || !carriage_return)
            report_fault(diagnostics, place, &fault);
        carriage_return |= fault.code == '\r';
    }
}

int input_read(struct input *source, const char *directory, const char *name,
               struct diagnostics *diagnostics)
{
    static const char byte_order_mark[] = "\357\273\277";
    size_t size = strlen(directory) + strlen(name) + 2;
    char *path = memory_resize(NULL, size, 1);
    int descriptor, error;

    *source = (struct input){.name = path};
    snprintf(path, size, "%s/%s", directory, name);
    source->file = diagnostics_file(diagnostics, path);
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return errno;
    error = read_whole(source, descriptor);
    close(descriptor);
    if (error != 0)
        return error;
    if (strncmp(source->text, byte_order_mark, 3) == 0) {
        source->text += 3;
        source->length -= 3;
    }
    check_bytes(source, diagnostics);
    return 0;
}

bool input_check_text(const char *text, size_t length, struct place place,
                      struct diagnostics *diagnostics)
{
    struct unicode_fault fault = {0};
    bool sound = true;

    while (unicode_find_fault(text, length, fault.offset + fault.size, &fault)) {
        sound = false;
        /* libcmark makes one byte, 0xFE or 0xFF, of the entities for U+FFFE and U+FFFF. */
        if (fault.what == NULL && fault.code >= 0xFE)
            fault = (struct unicode_fault){fault.offset, 1, 0xFF00 | fault.code, "noncharacter"};
        report_fault(diagnostics, place, &fault);
    }
    return sound;
}

void input_free(struct input *source)
{
    free(source->name);
    free(source->bytes);
    *source = (struct input){0};
}
