/* SPDX-License-Identifier: MIT */
/* line_map.h: the lines of a body, to say where something is. */
#ifndef COMPILER_LINE_MAP_H
#define COMPILER_LINE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Lines count from 1. */
struct line_map {
    const char *text;
    size_t *offsets; /* where each begins */
    size_t count, capacity;
};

/* Finds the lines of a text, which has to stay. The memory of the text before is used again. */
void line_map_find(struct line_map *, const char *text);

/* Lines that link reference definitions take at the beginning of a paragraph, which is at LINE:
 * libcmark counts the lines of such a paragraph as if they were not there. */
uint32_t line_map_of_definitions(const struct line_map *, uint32_t line);

/* Whether a line holds an escaped star before another one, where escapes_mark puts no mark. */
bool line_map_has_escaped_stars(const struct line_map *, uint32_t line);

/* Whether a code block, from its first line to its last, opens with a fence and has none to close
 * it.
 */
bool line_map_is_open_fence(const struct line_map *, uint32_t first, uint32_t last);

void line_map_free(struct line_map *);

#endif
