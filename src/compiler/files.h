/* files.h: writing output files whole, all of them or none. */
#ifndef COMPILER_FILES_H
#define COMPILER_FILES_H

#include "output.h"

#include <stdbool.h>
#include <sys/types.h>

/* Output files. Those that change are written under other names until all are complete; what is put
 * into a file that does not change is compared with it, and not written at all. */
struct files {
    struct output out; /* into the file that is open; the first member */
    const char *directory;
    char *folder;    /* holds what is written */
    bool has_folder; /* it was made, since something changes */
    struct file *list;
    size_t count, capacity;
    int old;    /* the open file as it is, as long as what was put is the same; else -1 */
    off_t same; /* bytes */
    char buffer[1 << 13], old_bytes[1 << 13];
};

/* Begins to write into DIRECTORY, which has to stay as a string; takes away what runs that were
 * killed left in it. Returns 0 or errno. A folder that may not be written is an error only when
 * something changes. */
int files_begin(struct files *, const char *directory);

/* Opens a file; what is put into files->out goes there. Returns 0 or errno. */
int files_open(struct files *, const char *name);

/* Ends the file that is open. Returns 0, or the errno of the first thing that failed. */
int files_close(struct files *);

/* Gives the files that change their names, when all are written. The others are left as they are,
 * with their times. Returns 0 or errno; then FAILED is the name of the file (not to be freed). */
int files_commit(struct files *, const char **failed);

/* Removes the temporary files that are left, and frees the list. */
void files_end(struct files *);

#endif
