/* SPDX-License-Identifier: MIT */
/* phrases.c: words and phrases of lists, compared as those that a reader types. */
#include "compiler/phrases.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

struct phrase {
    size_t offset;   /* of the key: what is compared */
    const char *key; /* set when all keys are known */
    const struct yaml_tree *text;
    uint32_t owner;
};

void phrases_begin(struct phrases *phrases, const char *kind)
{
    *phrases = (struct phrases){.kind = kind};
    output_to_memory(&phrases->keys);
}

/* Adds what is compared of a text: its words, with nothing between them. Returns whether it holds
 * any. */
static bool add_key(struct output *keys, const char *text)
{
    const size_t start = keys->length;
    size_t kept = start;

    unicode_put_name(keys, text);
    for (size_t i = start; i < keys->length; i++)
        if (keys->data[i] != '-')
            keys->data[kept++] = keys->data[i];
    keys->length = kept;
    memory_end_text(keys);
    return kept > start;
}

void phrases_add(struct phrases *phrases, const struct yaml_tree *list, uint32_t owner,
                 struct diagnostics *diagnostics)
{
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct yaml_tree *text = &list->children[i];
        const size_t offset = phrases->keys.length;

        if (!add_key(&phrases->keys, text->text)) {
            diagnostics_add(diagnostics, text->place,
                            "%s '%s' holds no letter or digit; write it in words, or take it out",
                            phrases->kind, text->text);
            continue;
        }
        phrases->list =
            memory_grow(phrases->list, phrases->count, &phrases->capacity, sizeof *phrases->list);
        phrases->list[phrases->count++] =
            (struct phrase){.offset = offset, .text = text, .owner = owner};
    }
}

/* Of equal ones, the first in the source comes first. */
static int compare(const void *left, const void *right)
{
    const struct phrase *a = left, *b = right;
    int order = strcmp(a->key, b->key);

    if (order == 0)
        order = number_compare(a->text->place.line, b->text->place.line);
    return order != 0 ? order : number_compare(a->text->place.column, b->text->place.column);
}

void phrases_sort(struct phrases *phrases, struct diagnostics *diagnostics)
{
    const struct phrase *first = phrases->list;

    for (size_t i = 0; i < phrases->count; i++)
        phrases->list[i].key = phrases->keys.data + phrases->list[i].offset;
    if (phrases->count > 0)
        qsort(phrases->list, phrases->count, sizeof *phrases->list, compare);
    for (size_t i = 1; i < phrases->count; i++) {
        const struct phrase *phrase = &phrases->list[i];

        if (strcmp(phrase->key, first->key) != 0)
            first = phrase;
        else
            diagnostics_add(diagnostics, phrase->text->place,
                            "%s '%s' is given twice; the first is on line %lu", phrases->kind,
                            phrase->text->text, (unsigned long)first->text->place.line);
    }
}

static int compare_key(const void *key, const void *element)
{
    return strcmp(key, ((const struct phrase *)element)->key);
}

const struct yaml_tree *phrases_find(const struct phrases *phrases, const char *id, uint32_t *owner)
{
    const struct phrase *found = NULL;
    struct output key;

    if (phrases->count == 0)
        return NULL;
    output_to_memory(&key);
    add_key(&key, id);
    found = bsearch(key.data, phrases->list, phrases->count, sizeof *found, compare_key);
    free(key.data);
    if (found == NULL)
        return NULL;
    while (found > phrases->list && strcmp(found[-1].key, found->key) == 0)
        found--;
    *owner = found->owner;
    return found->text;
}

void phrases_free(struct phrases *phrases)
{
    free(phrases->list);
    free(phrases->keys.data);
}

void phrases_check(const char *kind, const struct yaml_tree *list, struct diagnostics *diagnostics)
{
    struct phrases phrases;

    if (list == NULL || list->count == 0)
        return;
    phrases_begin(&phrases, kind);
    phrases_add(&phrases, list, 0, diagnostics);
    phrases_sort(&phrases, diagnostics);
    phrases_free(&phrases);
}
