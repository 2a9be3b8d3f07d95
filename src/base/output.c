/* SPDX-License-Identifier: MIT */
/* output.c: buffered output to a file descriptor, to memory or into a buffer. */
#include "base/output.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static void write_out(struct output *out, size_t need)
{
    const char *rest = out->data;

    (void)need;
    while (out->length > 0 && out->error == 0) {
        ssize_t written = write(out->fd, rest, out->length);
        if (written < 0) {
            if (errno != EINTR)
                out->error = errno;
        } else {
            rest += written;
            out->length -= (size_t)written;
        }
    }
    out->length = 0;
}

static void grow(struct output *out, size_t need)
{
    size_t capacity = out->capacity > 0 ? out->capacity : 4096;
    char *data;

    while (capacity - out->length < need) {
        if (capacity > SIZE_MAX / 2) {
            out->error = ENOMEM;
            return;
        }
        capacity *= 2;
    }
    data = realloc(out->data, capacity);
    if (data == NULL) {
        out->error = ENOMEM;
        return;
    }
    out->data = data;
    out->capacity = capacity;
}

static void refuse(struct output *out, size_t need)
{
    (void)need;
    out->error = ENOBUFS;
}

void output_to_descriptor(struct output *out, int fd, char *buffer, size_t size)
{
    *out = (struct output){.data = buffer, .capacity = size, .make_room = write_out, .fd = fd};
}

void output_to_memory(struct output *out)
{
    *out = (struct output){.make_room = grow, .fd = -1};
}

void output_to_buffer(struct output *out, char *buffer, size_t size)
{
    *out = (struct output){.data = buffer, .capacity = size, .make_room = refuse, .fd = -1};
}

void output_reserve(struct output *out, size_t bytes)
{
    assert(out->make_room == grow);
    if (bytes > out->capacity - out->length)
        out->make_room(out, bytes);
}

bool output_flush(struct output *out)
{
    if (out->fd >= 0)
        write_out(out, 0);
    return out->error == 0;
}

/* Puts bytes for which the buffer has no room. */
static void put_slow(struct output *out, const char *bytes, size_t length)
{
    while (length > 0 && out->error == 0) {
        size_t room = out->capacity - out->length;
        size_t part = length < room ? length : room;

        if (part > 0)
            memcpy(out->data + out->length, bytes, part);
        out->length += part;
        bytes += part;
        length -= part;
        if (length > 0)
            out->make_room(out, out->fd >= 0 ? 1 : length);
    }
}

void output_put(struct output *out, const char *bytes, size_t length)
{
    if (length == 0 || length > out->capacity - out->length) {
        put_slow(out, bytes, length);
        return;
    }
    memcpy(out->data + out->length, bytes, length);
    out->length += length;
}

void output_char(struct output *out, char byte)
{
    if (out->length == out->capacity)
        put_slow(out, &byte, 1);
    else
        out->data[out->length++] = byte;
}

void output_number(struct output *out, uint32_t number)
{
    char digits[10];
    size_t count = 0;

    do {
        digits[sizeof digits - ++count] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    output_put(out, digits + sizeof digits - count, count);
}

void output_fail(struct output *out)
{
    if (out->error == 0)
        out->error = ENOMEM;
}
