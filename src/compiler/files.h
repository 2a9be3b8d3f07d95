/* files.h: writing output files whole, all of them or none. */
#ifndef COMPILER_FILES_H
#define COMPILER_FILES_H

#include "output.h"

#include <stdbool.h>

/* Output files that are being written, under other names. */
struct files {
    const char *directory;
    char *folder; /* holds them until all are written */
    struct file *list;
    size_t count, capacity;
};

/* Begins to write into DIRECTORY, which has to be there and stay as a string; takes away what runs
 * that were killed left in it. Returns 0 or errno. */
int files_begin(struct files *, const char *directory);

/* Writes a file under a temporary name. Returns 0 or errno. */
int files_write(struct files *, const char *name, const struct output *contents);

/* Gives all files their names, when all are written; a file that would not change is left as it
 * is, with its time. Returns 0 or errno; then FAILED is the name of the file (not to be freed). */
int files_commit(struct files *, const char **failed);

/* Removes the temporary files that are left, and frees the list. */
void files_end(struct files *);

#endif
