/* SPDX-License-Identifier: MIT */
/* memory.c: memory that is there, or the program ends. */
#include "compiler/memory.h"

#include "compiler/status.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void memory_exhausted(void)
{
    fputs("guidec: memory exhausted\n", stderr);
    exit(STATUS_SYSTEM);
}

void memory_check(const struct output *out)
{
    if (out->error != 0)
        memory_exhausted();
}

char *memory_end_text(struct output *out)
{
    output_char(out, '\0');
    memory_check(out);
    return out->data;
}

void *memory_resize(void *old, size_t count, size_t size)
{
    void *memory;

    if (count > SIZE_MAX / (size > 0 ? size : 1))
        memory_exhausted();
    memory = realloc(old, count * size > 0 ? count * size : 1);
    if (memory == NULL)
        memory_exhausted();
    return memory;
}

void *memory_zeroed(size_t count, size_t size)
{
    void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);

    if (memory == NULL)
        memory_exhausted();
    return memory;
}

char *memory_copy(const char *bytes, size_t length)
{
    char *copy = memory_resize(NULL, length + 1, 1);

    memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *memory_format(const char *format, va_list arguments)
{
    va_list counted;
    int length;
    char *text;

    va_copy(counted, arguments);
    length = vsnprintf(NULL, 0, format, counted);
    va_end(counted);
    if (length < 0)
        memory_exhausted();
    text = memory_resize(NULL, (size_t)length + 1, 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return text;
}

void *memory_grow(void *array, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return array;
    *capacity = *capacity > 0 ? *capacity * 2 : 16;
    return memory_resize(array, *capacity, size);
}
