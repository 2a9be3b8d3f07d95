/* escapes.h: which signs of a text were written with a backslash or as an entity. libcmark forgets
 * it, so that what is looked for in its text would be found where it is meant as text. */
#ifndef COMPILER_ESCAPES_H
#define COMPILER_ESCAPES_H

#include <stdbool.h>
#include <stddef.h>

/* Comes after an escaped sign: U+FFFF, which no source may hold, and which libcmark makes of no
 * entity. */
#define ESCAPES_MARK "\xEF\xBF\xBF"
enum { ESCAPES_MARK_LENGTH = sizeof ESCAPES_MARK - 1 };

/* Whether the text goes on with a mark. */
bool escapes_is_mark(const char *text);

/* How long the escape or entity at TEXT is; 0 if there is none. */
size_t escapes_length(const char *text);

/* A copy of CommonMark with a mark after each escape and entity, to be freed; NULL if there are
 * none. Code gets marks after what only looks like an escape. There is none before * and _, which
 * mean other things after one. */
char *escapes_mark(const char *text, size_t length, size_t *marked);

/* A copy without marks, to be freed. */
char *escapes_drop(const char *text);

#endif
