/* SPDX-License-Identifier: MIT */
/* status.c: how guidec ends. */
#include "compiler/status.h"

#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Prints a message; what was typed is in it, and may hold anything. */
__attribute__((format(printf, 1, 0))) static void print(const char *format, va_list arguments)
{
    char *text = memory_format(format, arguments);

    unicode_clean(text);
    fprintf(stderr, "guidec: %s\n", text);
    free(text);
}

int status_fail(const char *path, int error)
{
    status_refuse("%s: %s", path, strerror(error));
    return STATUS_SYSTEM;
}

int status_refuse(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print(format, arguments);
    va_end(arguments);
    return STATUS_ERRORS;
}

int status_usage(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print(format, arguments);
    va_end(arguments);
    fputs("Try 'guidec --help' for more information.\n", stderr);
    return STATUS_USAGE;
}
