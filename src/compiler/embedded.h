/* SPDX-License-Identifier: MIT */
/* embedded.h: files of this package that guidec holds, so that it finds them wherever it runs. */
#ifndef COMPILER_EMBEDDED_H
#define COMPILER_EMBEDDED_H

#include <stddef.h>

/* src/local.mk lists them; src/embed.sh makes the table. */
struct embedded {
    const char *name;
    const unsigned char *bytes; /* a NUL byte follows them */
    size_t length;
};

/* Ends with an entry without a name. */
extern const struct embedded embedded_files[];

/* The file of that name, or NULL. */
const struct embedded *embedded_find(const char *name);

#endif
