/* SPDX-License-Identifier: MIT */
/* input.h: the files of a guide's source, read whole. */
#ifndef COMPILER_INPUT_H
#define COMPILER_INPUT_H

#include "compiler/diagnostics.h"

#include <stdbool.h>
#include <stddef.h>

/* A larger file is refused: tables count bytes in 32 bits, and a section is a page to be read. */
enum { INPUT_MAX_BYTES = 64 << 20 };

struct input {
    uint32_t file;    /* its number in the diagnostics */
    char *name;       /* path, as messages show it */
    char *bytes;      /* of the whole file, with a NUL byte after them */
    const char *text; /* the same without byte order mark; NULL if the file could not be read */
    size_t length;    /* bytes of the text */
    bool sound;       /* its bytes may be parsed: UTF-8 without characters that are refused */
};

/* Reads DIRECTORY/NAME and registers it with the diagnostics. Returns 0 or errno; the caller frees
 * the input with input_free in either case. Bytes that may not be in a source are reported, and
 * make it not sound. */
int input_read(struct input *, const char *directory, const char *name, struct diagnostics *);

/* Reports each character in LENGTH bytes of text that may not be in a source, though the file's
 * bytes were clean: written as an escape or an entity. Returns whether there was none. */
bool input_check_text(const char *text, size_t length, struct place place, struct diagnostics *);

void input_free(struct input *);

#endif
