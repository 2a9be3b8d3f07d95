/* SPDX-License-Identifier: MIT */
/* line_map.c: the lines of a body, to say where something is. */
#include "compiler/line_map.h"

#include "compiler/escapes.h"
#include "compiler/memory.h"

#include <stdlib.h>
#include <string.h>

void line_map_find(struct line_map *lines, const char *text)
{
    const char *line = text;

    lines->text = text;
    lines->count = 0;
    while (line != NULL) {
        lines->offsets =
            memory_grow(lines->offsets, lines->count, &lines->capacity, sizeof *lines->offsets);
        lines->offsets[lines->count++] = (size_t)(line - text);
        line = strchr(line, '\n');
        line = line != NULL ? line + 1 : NULL;
    }
}

/* The text of a line of the body, from 1, up to the end of the body; "" if there is no such line.
 */
static const char *line_at(const struct line_map *lines, size_t line)
{
    return line >= 1 && line <= lines->count ? lines->text + lines->offsets[line - 1] : "";
}

/* Skips blanks and the signs of quotes, with at most one line's end among them. */
static const char *skip_blanks(const char *text)
{
    text += strspn(text, " \t");
    if (*text == '\n')
        text += 1 + strspn(text + 1, " >\t");
    return text;
}

/* Where what begins at TEXT ends: after the next CLOSING, before which no line is empty; or NULL.
 */
static const char *find_closing(const char *text, char closing)
{
    for (; *text != '\0'; text++) {
        if (*text == '\\' && text[1] != '\0')
            text++;
        else if (*text == closing)
            return text + 1;
        else if (*text == '\n' && *skip_blanks(text) == '\n')
            break;
    }
    return NULL;
}

/* Whether what stands between two places can be the label of a link: it holds more than blanks, and
 * no bracket without a backslash. */
static bool is_label(const char *text, const char *end)
{
    bool any = false;

    for (; text < end; text++) {
        if (*text == '[')
            return false;
        any = any || strchr(" \t\n", *text) == NULL;
        text += *text == '\\';
    }
    return any;
}

/* Where the address at TEXT ends, or NULL if there is none: after the angle that closes it in this
 * line, or before a blank, with as many brackets closed as were opened. */
static const char *find_address_end(const char *text)
{
    bool angles = *text == '<';
    int brackets = 0;
    const char *end = text + angles;

    for (; *end != '\0' && strchr(angles ? "<>\n" : " \t\n", *end) == NULL; end++) {
        if (*end == '\\' && strchr(" \t\n", end[1]) == NULL)
            end++;
        else
            brackets += (*end == '(') - (*end == ')');
    }
    if (angles)
        return *end == '>' ? end + 1 : NULL;
    return end > text && brackets == 0 ? end : NULL;
}

/* If only blanks follow in the line, the next line; else NULL. */
static const char *next_line(const char *text)
{
    text += strspn(text, " \t");
    return *text == '\n' ? text + 1 : *text == '\0' ? text : NULL;
}

/* If TEXT is a link reference definition, "[label]: address" with perhaps a title, the line after
 * it; else NULL. */
static const char *skip_definition(const char *text)
{
    const char *label = *text == '[' ? find_closing(text + 1, ']') : NULL;
    const char *address, *end, *title, *next;

    if (label == NULL || *label != ':' || !is_label(text + 1, label - 1))
        return NULL;
    address = skip_blanks(label + 1);
    end = find_address_end(address);
    if (end == NULL)
        return NULL;
    title = skip_blanks(end);
    if (title > end && *title != '\0' && strchr("\"'(", *title) != NULL) {
        title = find_closing(title + 1, *title == '(' ? ')' : *title);
        next = title != NULL ? next_line(title) : NULL;
        if (next != NULL)
            return next;
    }
    return next_line(end);
}

uint32_t line_map_of_definitions(const struct line_map *lines, uint32_t line)
{
    const char *text = line_at(lines, line), *next;
    const char *signs = " >\t-+*.)0123456789";
    uint32_t count = 0;

    while ((next = skip_definition(text + strspn(text, signs))) != NULL) {
        for (; text < next; text++)
            count += *text == '\n';
        signs = " >\t";
    }
    return count;
}

bool line_map_has_escaped_stars(const struct line_map *lines, uint32_t line)
{
    const char *text = line_at(lines, line);

    while (*text != '\0' && *text != '\n') {
        size_t length = escapes_length(text);

        if (length > 0 && text[length] == '*' &&
            (strncmp(text, "\\*", 2) == 0 || strncmp(text, "&#", 2) == 0 ||
             strncmp(text, "&ast;", 5) == 0))
            return true;
        text += length > 0 ? length : 1;
    }
    return false;
}

/* The sign of the fence in a line, after those of quotes and items; or 0. */
static char fence_in(const char *line)
{
    line += strspn(line, " >\t-+*.)0123456789");
    return strncmp(line, "```", 3) == 0 || strncmp(line, "~~~", 3) == 0 ? *line : '\0';
}

bool line_map_is_open_fence(const struct line_map *lines, uint32_t first, uint32_t last)
{
    char opening = fence_in(line_at(lines, first));

    return opening != '\0' && (last <= first || fence_in(line_at(lines, last)) != opening);
}

void line_map_free(struct line_map *lines)
{
    free(lines->offsets);
}
