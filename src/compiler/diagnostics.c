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
};

uint32_t diagnostics_file(struct diagnostics *diagnostics, const char *name)
{
    diagnostics->files = memory_grow(diagnostics->files, diagnostics->file_count,
                                     &diagnostics->file_capacity, sizeof *diagnostics->files);
    diagnostics->files[diagnostics->file_count] = memory_copy(name, strlen(name));
    unicode_clean(diagnostics->files[diagnostics->file_count]);
    return (uint32_t)diagnostics->file_count++;
}

void diagnostics_add(struct diagnostics *diagnostics, struct place place, const char *format, ...)
{
    struct diagnostic *diagnostic;
    va_list arguments, counted;
    int length;

    diagnostics->list = memory_grow(diagnostics->list, diagnostics->count, &diagnostics->capacity,
                                    sizeof *diagnostics->list);
    diagnostic = &diagnostics->list[diagnostics->count];
    va_start(arguments, format);
    va_copy(counted, arguments);
    length = vsnprintf(NULL, 0, format, counted);
    va_end(counted);
    if (length < 0)
        memory_exhausted();
    diagnostic->text = memory_resize(NULL, (size_t)length + 1, 1);
    vsnprintf(diagnostic->text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    unicode_clean(diagnostic->text);
    diagnostic->place = place;
    diagnostic->number = diagnostics->count++;
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

bool diagnostics_report(struct diagnostics *diagnostics, FILE *stream)
{
    const struct diagnostic *previous = NULL;

    if (diagnostics->count == 0)
        return false;
    qsort(diagnostics->list, diagnostics->count, sizeof *diagnostics->list, compare_diagnostics);
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct diagnostic *next = &diagnostics->list[i];

        if (previous != NULL && compare_places(&previous->place, &next->place) == 0 &&
            strcmp(previous->text, next->text) == 0)
            continue;
        previous = next;
        fprintf(stream, "%s:%lu:", diagnostics->files[next->place.file],
                (unsigned long)next->place.line);
        if (next->place.column > 0)
            fprintf(stream, "%lu:", (unsigned long)next->place.column);
        fprintf(stream, " error: %s\n", next->text);
    }
    return true;
}

void diagnostics_free(struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < diagnostics->count; i++)
        free(diagnostics->list[i].text);
    for (size_t i = 0; i < diagnostics->file_count; i++)
        free(diagnostics->files[i]);
    free(diagnostics->list);
    free(diagnostics->files);
}
