/* SPDX-License-Identifier: MIT */
/* outputs.h: writing output files whole, all of them or none. */
#ifndef COMPILER_OUTPUTS_H
#define COMPILER_OUTPUTS_H

#include "base/output.h"

#include <stdbool.h>
#include <sys/types.h>

/* Output files. Those that change are written under other names until all are complete; what is
 * put into a file that does not change is compared with it, and not written at all. */
struct outputs {
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
 * killed left in it. Returns 0 or errno. It is made with the first file, and so are the folders
 * that it is in; one that may not be written is an error only when something changes. */
int outputs_begin(struct outputs *, const char *directory);

/* Opens a file, whose name may begin with folders; what is put into outputs->out goes there.
 * Returns 0 or errno. */
int outputs_open(struct outputs *, const char *name);

/* Ends the file that is open. Returns 0, or the errno of the first thing that failed. */
int outputs_close(struct outputs *);

/* Ends writing. ERROR is the errno of what failed before, or 0: then the files that change are
 * given their names, and the others left as they are, with their times. No temporary file is left.
 * Returns STATUS_DONE, or STATUS_SYSTEM after a message. */
int outputs_end(struct outputs *, int error);

#endif
