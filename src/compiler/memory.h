/* SPDX-License-Identifier: MIT */
/* memory.h: memory that is there, or the program ends. */
#ifndef COMPILER_MEMORY_H
#define COMPILER_MEMORY_H

#include "base/output.h"

#include <stdarg.h>
#include <stddef.h>

/* As realloc of COUNT things of SIZE bytes, but never NULL: when memory runs out, says so and exits
 * with STATUS_SYSTEM. OLD may be NULL. The caller frees. */
void *memory_resize(void *old, size_t count, size_t size);

/* The same, all bytes zero. */
void *memory_zeroed(size_t count, size_t size);

/* A copy of LENGTH bytes, with a NUL after them. */
char *memory_copy(const char *bytes, size_t length);

/* What printf would print; the caller frees. */
__attribute__((format(printf, 1, 0))) char *memory_format(const char *format, va_list arguments);

/* Says that memory ran out, and exits. */
_Noreturn void memory_exhausted(void);

/* Does so if it ran out while something was put into memory. */
void memory_check(const struct output *);

/* The same, when all was put; ends it with a NUL byte, and returns the text. */
char *memory_end_text(struct output *);

/* Makes room for one more thing in an array that doubles its CAPACITY. */
void *memory_grow(void *array, size_t count, size_t *capacity, size_t size);

#endif
