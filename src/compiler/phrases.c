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

/* Whether a character that was folded is none that counts. */
static bool is_passed_over(const char *folded)
{
    static const char *const signs[] = {" ", "-", "'", "\u2019", "\u2010"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strcmp(folded, signs[i]) == 0)
            return true;
    return false;
}

/* Adds what is compared of an ASCII character. Returns whether it is a letter or digit. */
static bool add_ascii(struct output *keys, char byte)
{
    if (byte >= 'A' && byte <= 'Z')
        byte = (char)(byte - 'A' + 'a');
    if (byte != ' ' && byte != '-' && byte != '\'')
        output_char(keys, byte);
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

/* The same of another character, of which a letter may be folded to ASCII. */
static bool add_folded(struct output *keys, uint32_t code)
{
    const size_t start = keys->length;
    const char *folded;

    unicode_fold(keys, code);
    output_char(keys, '\0');
    if (keys->error != 0)
        memory_exhausted();
    keys->length--;
    folded = keys->data + start;
    if (is_passed_over(folded)) {
        keys->length = start;
        return false;
    }
    return *folded != '\0' && ((*folded & 0x80) != 0 ||
                               strchr("abcdefghijklmnopqrstuvwxyz0123456789", *folded) != NULL);
}

/* Adds what is compared of a text. Returns whether it holds a letter or digit. */
static bool add_key(struct output *keys, const char *text, size_t length)
{
    bool holds_word = false;

    for (size_t i = 0, size; i < length; i += size) {
        size = 1;
        if ((unsigned char)text[i] < 0x80)
            holds_word |= add_ascii(keys, text[i]);
        else
            holds_word |= add_folded(keys, unicode_character(text + i, length - i, &size));
    }
    output_char(keys, '\0');
    if (keys->error != 0)
        memory_exhausted();
    return holds_word;
}

void phrases_add(struct phrases *phrases, const struct yaml_tree *list, uint32_t owner,
                 struct diagnostics *diagnostics)
{
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct yaml_tree *text = &list->children[i];
        const size_t offset = phrases->keys.length;

        if (!add_key(&phrases->keys, text->text, text->length)) {
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
    add_key(&key, id, strlen(id));
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
