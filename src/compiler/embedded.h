/* SPDX-License-Identifier: MIT */
/* embedded.h: files of this package that guidec holds, so that it finds them wherever it runs. */
#ifndef COMPILER_EMBEDDED_H
#define COMPILER_EMBEDDED_H

#include "base/output.h"

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

/* What a file has as {{MARK}}, and what takes its place. */
struct embedded_word {
    const char *mark, *value;
};

/* Puts a file, with words in the places that it has for them. WORDS end with one without a mark. */
void embedded_put(struct output *, const struct embedded *, const struct embedded_word *words);

#endif
