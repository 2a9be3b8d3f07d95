/* SPDX-License-Identifier: MIT */
/* embedded.c: files of this package that guidec holds. */
#include "compiler/embedded.h"

#include <string.h>

const struct embedded *embedded_find(const char *name)
{
    for (const struct embedded *file = embedded_files; file->name != NULL; file++)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}
