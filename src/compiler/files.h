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
    char buffer[1 << 16]; /* of the file that is open */
};

/* Begins to write into DIRECTORY, which has to be there and stay as a string; takes away what runs
 * that were killed left in it. Returns 0 or errno. */
int files_begin(struct files *, const char *directory);

/* Begins to write a file under a temporary name; what is put into OUT goes there. Returns 0 or
 * errno. */
int files_open(struct files *, const char *name, struct output *out);

/* Ends writing a file. Returns 0, or the errno of the first thing that failed. */
int files_close(struct output *out);

/* Gives all files their names, when all are written; a file that would not change is left as it
 * is, with its time. Returns 0 or errno; then FAILED is the name of the file (not to be freed). */
int files_commit(struct files *, const char **failed);

/* Removes the temporary files that are left, and frees the list. */
void files_end(struct files *);

#endif
