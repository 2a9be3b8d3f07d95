/* SPDX-License-Identifier: MIT */
/* diagnostics.c: collecting what is wrong with a source, to report all of it at once. */
#include "compiler/diagnostics.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct diagnostic {
    struct place place;
    size_t number; /* of those at one place, the first found comes first */
    char *text;
    bool warning;
};

uint32_t diagnostics_file(struct diagnostics *diagnostics, const char *name)
{
    diagnostics->files = memory_grow(diagnostics->files, diagnostics->file_count,
                                     &diagnostics->file_capacity, sizeof *diagnostics->files);
    diagnostics->files[diagnostics->file_count] = memory_copy(name, strlen(name));
    unicode_clean(diagnostics->files[diagnostics->file_count]);
    return (uint32_t)diagnostics->file_count++;
}

static struct diagnostic *add(struct diagnostics *diagnostics, struct place place, char *text)
{
    struct diagnostic *diagnostic;

    diagnostics->list = memory_grow(diagnostics->list, diagnostics->length, &diagnostics->capacity,
                                    sizeof *diagnostics->list);
    diagnostic = &diagnostics->list[diagnostics->length];
    unicode_clean(text);
    *diagnostic = (struct diagnostic){place, diagnostics->length++, text, false};
    return diagnostic;
}

void diagnostics_add(struct diagnostics *diagnostics, struct place place, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(diagnostics, place, memory_format(format, arguments));
    va_end(arguments);
    diagnostics->count++;
}

void diagnostics_warn(struct diagnostics *diagnostics, struct place place, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(diagnostics, place, memory_format(format, arguments))->warning = true;
    va_end(arguments);
    diagnostics->warning_count++;
}

static int compare_places(const struct place *a, const struct place *b)
{
    int order = number_compare(a->file, b->file);

    if (order == 0)
        order = number_compare(a->line, b->line);
    if (order == 0)
        order = number_compare(a->column, b->column);
    return order;
}

static int compare_diagnostics(const void *left, const void *right)
{
    const struct diagnostic *a = left, *b = right;
    int order = compare_places(&a->place, &b->place);

    if (order == 0)
        order = number_compare(a->number, b->number);
    return order;
}

bool diagnostics_report(struct diagnostics *diagnostics, enum diagnostics_warnings warnings,
                        FILE *stream)
{
    const struct diagnostic *previous = NULL;

    if (diagnostics->length == 0)
        return false;
    qsort(diagnostics->list, diagnostics->length, sizeof *diagnostics->list, compare_diagnostics);
    for (size_t i = 0; i < diagnostics->length; i++) {
        const struct diagnostic *next = &diagnostics->list[i];

        if (previous != NULL && compare_places(&previous->place, &next->place) == 0 &&
            strcmp(previous->text, next->text) == 0)
            continue;
        if (next->warning && warnings == WARNINGS_SILENT)
            continue;
        previous = next;
        fprintf(stream, "%s:%lu:", diagnostics->files[next->place.file],
                (unsigned long)next->place.line);
        if (next->place.column > 0)
            fprintf(stream, "%lu:", (unsigned long)next->place.column);
        fprintf(stream, " %s: %s\n", next->warning ? "warning" : "error", next->text);
    }
    return diagnostics->count > 0 ||
           (warnings == WARNINGS_COUNTED && diagnostics->warning_count > 0);
}

void diagnostics_free(struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->length; i++)
        free(diagnostics->list[i].text);
    for (size_t i = 0; i < diagnostics->file_count; i++)
        free(diagnostics->files[i]);
    free(diagnostics->list);
    free(diagnostics->files);
}
