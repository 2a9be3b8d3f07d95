/* status.c: how guidec ends. */
#include "compiler/status.h"

#include <stdio.h>
#include <string.h>

int status_fail(const char *path, int error)
{
    fprintf(stderr, "guidec: %s: %s\n", path, strerror(error));
    return STATUS_SYSTEM;
}
