/* SPDX-License-Identifier: MIT */
/* forms.c: the tables of the forms of words, and of the endings in which they differ. */
#include "compiler/forms.h"

#include "compiler/memory.h"

#include <stdlib.h>
#include <string.h>

static const char *form_text(const struct vocabulary *vocabulary, uint32_t form)
{
    return vocabulary->texts.data + vocabulary->forms[form].text;
}

static const struct vocabulary *sorted; /* by compare_forms */

static int compare_forms(const void *left, const void *right)
{
    return strcmp(form_text(sorted, *(const uint32_t *)left),
                  form_text(sorted, *(const uint32_t *)right));
}

/* Makes the rows of forms, in the order of their texts: of those in the guide, and of small words,
 * of which it has to be known that they are such. */
static void make_forms(struct draft *draft, const struct vocabulary *vocabulary)
{
    const uint32_t count = (uint32_t)vocabulary->form_count;
    uint32_t *order = memory_resize(NULL, count, sizeof *order);

    for (uint32_t i = 0; i < count; i++)
        order[i] = i;
    sorted = vocabulary;
    if (count > 0)
        qsort(order, count, sizeof *order, compare_forms);
    draft->forms = memory_resize(NULL, count, sizeof *draft->forms);
    for (uint32_t i = 0; i < count; i++) {
        const struct vocabulary_form *form = &vocabulary->forms[order[i]];
        const char *text = form_text(vocabulary, order[i]);

        draft->forms[i] = (struct guide_form){draft_text_unmarked(draft, text, strlen(text)),
                                              form->stem << FORM_USE_BITS | form->uses};
    }
    draft->guide.form_count = count;
    free(order);
}

/* An ending that some words of the guide have and others of the same stem have not. */
struct ending {
    const char *text;
    uint32_t count;
};

/* Of endings that are the same, the first among the texts is kept: qsort may leave them in any
 * order, and what is put out must not depend on it. */
static int compare_endings(const void *left, const void *right)
{
    const struct ending *a = left, *b = right;
    const int order = strcmp(a->text, b->text);

    return order != 0 ? order : (a->text > b->text) - (a->text < b->text);
}

/* Finds the endings of words that differ in nothing else, from neighbours among the forms. */
static struct ending *find_endings(struct draft *draft, size_t *count)
{
    const struct guide *guide = draft_guide(draft);
    struct ending *endings = NULL;
    size_t capacity = 0;

    *count = 0;
    for (uint32_t i = 1; i < guide->form_count; i++) {
        const char *texts[] = {guide_text(guide, guide->forms[i - 1].text),
                               guide_text(guide, guide->forms[i].text)};
        size_t same = 0;

        while (texts[0][same] != '\0' && texts[0][same] == texts[1][same])
            same++;
        if (guide->forms[i].stem >> FORM_USE_BITS != guide->forms[i - 1].stem >> FORM_USE_BITS ||
            same < 3)
            continue;
        for (unsigned j = 0; j < 2; j++) {
            endings = memory_grow(endings, *count, &capacity, sizeof *endings);
            endings[(*count)++] = (struct ending){texts[j] + same, 1};
        }
    }
    return endings;
}

/* Makes the rows of endings: those that FEW pairs of words have, and whether that is COMMON. */
static void make_endings(struct draft *draft)
{
    enum { FEW = 3, COMMON = 24 };
    size_t count, kept = 0;
    struct ending *endings = find_endings(draft, &count);

    if (count > 0)
        qsort(endings, count, sizeof *endings, compare_endings);
    for (size_t i = 0; i < count; i++)
        if (kept > 0 && strcmp(endings[kept - 1].text, endings[i].text) == 0)
            endings[kept - 1].count++;
        else
            endings[kept++] = endings[i];
    for (size_t i = 0; i < kept; i++) {
        uint32_t text;

        if (endings[i].count < FEW && *endings[i].text != '\0')
            continue;
        /* The ending is part of a form, whose texts may move. */
        text = (uint32_t)(endings[i].text - draft_guide(draft)->text);
        draft->endings = memory_grow(draft->endings, draft->guide.ending_count,
                                     &draft->ending_capacity, sizeof *draft->endings);
        draft->endings[draft->guide.ending_count++] =
            (struct guide_ending){text, endings[i].count >= COMMON};
    }
    free(endings);
}

void forms_make(struct draft *draft, const struct vocabulary *vocabulary)
{
    make_forms(draft, vocabulary);
    make_endings(draft);
}
