/* SPDX-License-Identifier: MIT */
/* escapes.h: which signs of a text were written with a backslash or as an entity. libcmark forgets
 * it, so that what is looked for in its text would be found where it is meant as text. */
#ifndef COMPILER_ESCAPES_H
#define COMPILER_ESCAPES_H

#include <stdbool.h>
#include <stddef.h>

/* Comes after an escaped sign: U+FFFF, which no source may hold, and which libcmark makes of no
 * entity. Where a star or a low line follows, which would mean other things then, two of them come
 * before the sign instead. */
#define ESCAPES_MARK        "\xEF\xBF\xBF"
#define ESCAPES_MARK_BEFORE ESCAPES_MARK ESCAPES_MARK
enum {
    ESCAPES_MARK_LENGTH = sizeof ESCAPES_MARK - 1,
    ESCAPES_MARK_BEFORE_LENGTH = sizeof ESCAPES_MARK_BEFORE - 1
};

/* Whether the text goes on with a mark of the one or the other kind. Of three, which a variable's
 * value and a sign behind it have, the first is that of the value. */
bool escapes_is_mark(const char *text);
bool escapes_is_mark_before(const char *text);

/* Whether a sign of a text was written with a backslash or as an entity. */
bool escapes_is_escaped(const char *text, const char *sign);

/* How long the escape or entity at TEXT is; 0 if there is none. */
size_t escapes_length(const char *text);

/* A copy of CommonMark with a mark after each escape and entity, to be freed; NULL if there are
 * none. Code gets marks at what only looks like an escape. There is none between two of * and _. */
char *escapes_mark(const char *text, size_t length, size_t *marked);

/* A copy without marks, to be freed. */
char *escapes_drop(const char *text);

#endif
