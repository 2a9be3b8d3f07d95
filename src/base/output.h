/* SPDX-License-Identifier: MIT */
/* output.h: where rendered bytes go: to a file descriptor, to memory that grows, into a buffer that
 * does not, or where its owner makes room. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A buffer with a way to make room in it. Errors are sticky: after one, whatever is put is dropped,
 * and `error` keeps the first errno. The data may then end anywhere, in the middle of a line or of
 * a character too; whoever reads it back looks at `error` first. */
struct output {
    char *data;
    size_t length, capacity;
    void (*make_room)(struct output *, size_t need); /* never NULL; leaves some room, in memory for
                                                        NEED bytes, or sets error */
    int fd;
    int error;
};

/* Output to FD through the SIZE bytes at BUFFER, which the caller owns. */
void output_to_descriptor(struct output *, int fd, char *buffer, size_t size);

/* Output to memory that grows. The caller frees data when done, also after an error. */
void output_to_memory(struct output *);

/* Output into the SIZE bytes at BUFFER, which the caller owns. What does not fit is an error,
 * ENOBUFS, and is dropped. */
void output_to_buffer(struct output *, char *buffer, size_t size);

/* Makes room for so many bytes more; only for output to memory. */
void output_reserve(struct output *, size_t bytes);

/* Writes what the buffer holds, where the output has a descriptor. Returns false if this, or
 * anything before it, failed. */
bool output_flush(struct output *);

void output_put(struct output *out, const char *bytes, size_t length);
void output_char(struct output *out, char byte);

static inline void output_string(struct output *out, const char *string)
{
    output_put(out, string, strlen(string));
}

void output_number(struct output *, uint32_t number);

/* Notes that memory ran out while something was being put. */
void output_fail(struct output *);

#endif
