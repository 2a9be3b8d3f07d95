/* variables.h: names in the source, {{NAME}}, that stand for a text. */
#ifndef COMPILER_VARIABLES_H
#define COMPILER_VARIABLES_H

#include <stddef.h>

/* A value that the command line gives to a variable. */
struct definition {
    char *name, *value;
};

struct definitions {
    struct definition *list;
    size_t count, capacity;
};

/* Adds "NAME=VALUE". Returns STATUS_DONE, or STATUS_USAGE after a message. */
int definitions_add(struct definitions *, const char *definition);

void definitions_free(struct definitions *);

#endif
