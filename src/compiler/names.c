/* SPDX-License-Identifier: MIT */
/* names.c: the names of one kind (sections, roles, ...), to find what a source means. */
#include "compiler/names.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "guide/suggest.h"

#include <stdlib.h>
#include <string.h>

void names_add(struct names *names, const char *text, uint32_t index, struct place place)
{
    names->list = memory_grow(names->list, names->count, &names->capacity, sizeof *names->list);
    names->list[names->count++] = (struct name){text, index, place};
}

static int compare(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->text, b->text);

    return order != 0 ? order : number_compare(a->index, b->index);
}

void names_sort(struct names *names, struct diagnostics *diagnostics)
{
    size_t kept = 0, indexes = 0;

    for (size_t i = 0; i < names->count; i++)
        if (names->list[i].index != NAMES_NONE && names->list[i].index >= indexes)
            indexes = names->list[i].index + (size_t)1;
    free(names->met_in_list);
    names->met_in_list = memory_zeroed(indexes, sizeof *names->met_in_list);
    if (names->count == 0)
        return;
    qsort(names->list, names->count, sizeof *names->list, compare);
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->list[i];

        if (kept == 0 || strcmp(names->list[kept - 1].text, name->text) != 0)
            names->list[kept++] = *name;
        else if (diagnostics != NULL)
            diagnostics_add(diagnostics, name->place,
                            "%s '%s' is given twice; the first is on line %lu", names->kind,
                            name->text, (unsigned long)names->list[kept - 1].place.line);
    }
    names->count = kept;
}

static int compare_text(const void *key, const void *element)
{
    return strcmp(key, ((const struct name *)element)->text);
}

static const struct name *find(const struct names *names, const char *text)
{
    if (names->count == 0)
        return NULL;
    return bsearch(text, names->list, names->count, sizeof *names->list, compare_text);
}

uint32_t names_find(const struct names *names, const char *text)
{
    const struct name *found = find(names, text);

    return found != NULL ? found->index : NAMES_NONE;
}

/* Offers all names for a suggestion. */
static void offer_all(const struct names *names, struct suggestion *suggestion)
{
    for (size_t i = 0; i < names->count; i++)
        suggest_offer(suggestion, names->list[i].text);
}

/* Reports a name that is none of NAMES nor, unless they are NULL, of OTHERS. */
static void report_unknown(const struct names *names, const struct names *others, const char *text,
                           struct place place, struct diagnostics *diagnostics)
{
    const bool two = others != NULL;
    const char *kind = two ? others->kind : "", *where = two ? others->where : "";
    struct suggestion suggestion;

    suggest_begin(&suggestion, text);
    if (diagnostics->unknown_count++ < NAMES_MOST_SUGGESTIONS) {
        offer_all(names, &suggestion);
        if (two)
            offer_all(others, &suggestion);
    }
    if (suggestion.best != NULL)
        diagnostics_add(diagnostics, place, "unknown %s%s%s '%s'; did you mean '%s'?", names->kind,
                        two ? " or " : "", kind, text, suggestion.best);
    else
        diagnostics_add(diagnostics, place, "unknown %s%s%s '%s'; it is not %s%s%s", names->kind,
                        two ? " or " : "", kind, text, names->where, two ? ", nor " : "", where);
}

uint32_t names_resolve(const struct names *names, const char *text, struct place place,
                       struct diagnostics *diagnostics)
{
    return names_resolve_either(names, NULL, text, place, diagnostics);
}

uint32_t names_resolve_either(const struct names *names, const struct names *others,
                              const char *text, struct place place, struct diagnostics *diagnostics)
{
    const struct name *found = find(names, text);

    if (found != NULL)
        return found->index;
    if (!names->incomplete && (others == NULL || !others->incomplete))
        report_unknown(names, others, text, place, diagnostics);
    return NAMES_NONE;
}

void names_begin_list(struct names *names)
{
    names->list_number++;
}

bool names_note(struct names *names, uint32_t index)
{
    if (names->met_in_list[index] == names->list_number)
        return false;
    names->met_in_list[index] = names->list_number;
    return true;
}

void names_free(struct names *names)
{
    free(names->list);
    free(names->met_in_list);
}
