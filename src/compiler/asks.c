/* SPDX-License-Identifier: MIT */
/* asks.c: what people ask, beside the phrases that are urgent. */
#include "compiler/asks.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

#define NONE SIZE_MAX

/* A text as its words: folded, with a hyphen between two. A hyphen sorts before what words are made
 * of, so that a phrase comes straight before those that it begins. */
struct words {
    size_t offset;       /* into the texts */
    const char *text;    /* set when all texts are there */
    const char *written; /* the text as it is in the source */
    struct place place;  /* of a question */
    uint32_t section;
    size_t shorter; /* of a phrase: the longest one that it begins with, or NONE */
};

struct list {
    struct output texts; /* each ended by a NUL byte */
    struct output name;  /* scratch */
    struct words *list;
    size_t count, capacity;
};

/* Puts the words of a name, of which each ideograph is one. */
static void put_ideographs(struct output *out, const struct output *name)
{
    bool apart = false;

    for (size_t i = 0, size; i < name->length; i += size) {
        const uint32_t code = unicode_character(name->data + i, name->length - i, &size);
        const bool alone = unicode_is_ideographic(code);

        if (i > 0 && code != '-' && (alone || apart))
            output_char(out, '-');
        output_put(out, name->data + i, size);
        apart = alone;
    }
}

/* Puts the words of a text. NAME is scratch memory. */
static void put_words(struct output *out, const char *text, struct output *name)
{
    bool is_ascii;

    name->length = 0;
    unicode_put_name(name, text);
    is_ascii = name->length > 0;
    for (size_t i = 0; i < name->length; i++)
        is_ascii &= (unsigned char)name->data[i] < 0x80;
    if (is_ascii)
        output_put(out, name->data, name->length);
    else
        put_ideographs(out, name);
    memory_check(name);
    memory_end_text(out);
}

static void add(struct list *list, const char *written, struct place place, uint32_t section)
{
    list->list = memory_grow(list->list, list->count, &list->capacity, sizeof *list->list);
    list->list[list->count++] = (struct words){.offset = list->texts.length,
                                               .written = written,
                                               .place = place,
                                               .section = section,
                                               .shorter = NONE};
    put_words(&list->texts, written, &list->name);
}

static void begin(struct list *list)
{
    *list = (struct list){0};
    output_to_memory(&list->texts);
    output_to_memory(&list->name);
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(((const struct words *)left)->text, ((const struct words *)right)->text);
}

/* By text, then in the order of guide.yaml. */
static int compare_phrases(const void *left, const void *right)
{
    const struct words *a = left, *b = right;
    const int order = compare_texts(left, right);

    return order != 0 ? order : (a->offset > b->offset) - (a->offset < b->offset);
}

/* By section, then by text. */
static int compare_questions(const void *left, const void *right)
{
    const struct words *a = left, *b = right;
    const int order = number_compare(a->section, b->section);

    return order != 0 ? order : compare_texts(left, right);
}

static void sort(struct list *list, int (*compare)(const void *, const void *))
{
    for (size_t i = 0; i < list->count; i++)
        list->list[i].text = list->texts.data + list->list[i].offset;
    if (list->count > 0)
        qsort(list->list, list->count, sizeof *list->list, compare);
}

static void free_list(struct list *list)
{
    free(list->list);
    free(list->texts.data);
    free(list->name.data);
}

/* Whether a text begins with the words of a phrase. */
static bool begins_with(const char *text, const char *phrase)
{
    const size_t length = strlen(phrase);

    return length > 0 && strncmp(text, phrase, length) == 0 &&
           (text[length] == '\0' || text[length] == '-');
}

/* Of the phrase N and those that it begins with, the longest with which the text begins; or NONE.
 */
static size_t find_beginning(const struct list *phrases, size_t n, const char *text)
{
    while (n != NONE && !begins_with(text, phrases->list[n].text))
        n = phrases->list[n].shorter;
    return n;
}

/* The longest phrase with which a text begins, or NULL. */
static const struct words *find_phrase(const struct list *phrases, const char *text)
{
    size_t found, low = 0, high = phrases->count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (strcmp(phrases->list[middle].text, text) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    found = find_beginning(phrases, low > 0 ? low - 1 : NONE, text);
    return found != NONE ? &phrases->list[found] : NULL;
}

static void collect_phrases(struct list *phrases, const struct draft *draft)
{
    for (uint32_t i = 0; i < draft->guide.urgent_count; i++) {
        const struct yaml_tree *list = draft->urgent_phrases[i];

        for (size_t j = 0; list != NULL && j < list->count; j++)
            add(phrases, list->children[j].text, list->children[j].place, draft->urgents[i]);
    }
    sort(phrases, compare_phrases);
    for (size_t i = 1; i < phrases->count; i++)
        phrases->list[i].shorter = find_beginning(phrases, i - 1, phrases->list[i].text);
}

static void collect_questions(struct list *questions, const struct draft *draft)
{
    for (uint32_t i = 0; i < draft->guide.section_count; i++) {
        const struct guide_range asks = draft->sections[i].asks;

        for (uint32_t j = asks.first; j < asks.first + asks.count; j++)
            add(questions, draft->text.data + draft->numbers[j], draft->number_places[j], i);
    }
    sort(questions, compare_questions);
}

/* Whether a question is one of a section's, too. */
static bool is_asked(const struct list *questions, const struct words *question, uint32_t section)
{
    struct words sought = *question;

    sought.section = section;
    return bsearch(&sought, questions->list, questions->count, sizeof sought, compare_questions) !=
           NULL;
}

static void warn(const struct draft *draft, const struct words *question,
                 const struct words *phrase)
{
    diagnostics_warn(
        draft->diagnostics, question->place,
        "question '%s' leads to section '%s', where '%s' is urgent; write it in 'asks' "
        "there, too, or take it out",
        question->written, draft->text.data + draft->sections[phrase->section].id, phrase->written);
}

/* Where the next word begins, or NULL. */
static const char *find_next(const char *word)
{
    const char *hyphen = strchr(word, '-');

    return hyphen != NULL ? hyphen + 1 : NULL;
}

/* WARNED has for each section the last question + 1 of which it was warned. */
static void check_question(const struct draft *draft, const struct list *phrases,
                           const struct list *questions, size_t n, size_t *warned)
{
    const struct words *question = &questions->list[n], *phrase;
    const char *end = question->text;

    for (const char *at = question->text; at != NULL; at = find_next(at)) {
        phrase = find_phrase(phrases, at);
        /* A phrase within a longer one is hidden by it. */
        if (phrase == NULL || at + strlen(phrase->text) <= end)
            continue;
        end = at + strlen(phrase->text);
        if (phrase->section == question->section || warned[phrase->section] == n + 1 ||
            is_asked(questions, question, phrase->section))
            continue;
        warned[phrase->section] = n + 1;
        warn(draft, question, phrase);
    }
}

void asks_check(struct draft *draft)
{
    struct list phrases, questions;
    size_t *warned;

    if (draft->guide.urgent_count == 0)
        return;
    begin(&phrases);
    begin(&questions);
    collect_phrases(&phrases, draft);
    collect_questions(&questions, draft);
    warned = memory_zeroed(draft->guide.section_count, sizeof *warned);
    for (size_t i = 0; i < questions.count; i++)
        check_question(draft, &phrases, &questions, i, warned);
    free(warned);
    free_list(&phrases);
    free_list(&questions);
}
