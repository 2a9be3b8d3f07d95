/* SPDX-License-Identifier: MIT */
/* alarms.c: the table of urgent phrases, by the concepts of their first words. */
#include "compiler/alarms.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "guide/lookup.h"

#include <stdlib.h>

_Static_assert(LOOKUP_WORDS < 1 << ALARM_BITS, "a count of words fits beside an urgent section");

/* Adds the words that were read last as a phrase; with more words than a question has, none can be
 * typed. */
static void add_phrase(struct alarms *alarms, const struct vocabulary *vocabulary, uint32_t urgent)
{
    struct guide_range words = {(uint32_t)alarms->word_count, (uint32_t)vocabulary->word_count};

    if (words.count == 0 || words.count > LOOKUP_WORDS)
        return;
    for (uint32_t i = 0; i < words.count; i++) {
        alarms->words = memory_grow(alarms->words, alarms->word_count, &alarms->word_capacity,
                                    sizeof *alarms->words);
        alarms->words[alarms->word_count++] = vocabulary->words[i];
    }
    alarms->phrases = memory_grow(alarms->phrases, alarms->phrase_count, &alarms->phrase_capacity,
                                  sizeof *alarms->phrases);
    alarms->phrases[alarms->phrase_count++] = (struct urgent_phrase){urgent, words};
}

void alarms_read(struct alarms *alarms, const struct draft *draft, struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < draft->guide.urgent_count; i++) {
        const struct yaml_tree *list = draft->urgent_phrases[i];

        for (size_t j = 0; list != NULL && j < list->count; j++) {
            vocabulary_read_words(vocabulary, list->children[j].text, FORM_TAKEN);
            add_phrase(alarms, vocabulary, i);
        }
    }
}

static const struct alarms *sorted_alarms; /* by compare_phrases */
static const uint32_t *sorted_concepts;    /* of stems */

/* By the concept of the first word, then in the order of guide.yaml. */
static int compare_phrases(const void *left, const void *right)
{
    const struct urgent_phrase *a = left, *b = right;
    const uint32_t *words = sorted_alarms->words;
    const int order = number_compare(sorted_concepts[words[a->words.first]],
                                     sorted_concepts[words[b->words.first]]);

    return order != 0 ? order : number_compare(a->words.first, b->words.first);
}

/* Adds a phrase to the alarm of its first word's concept, which is the last one or new. */
static void add_to_alarm(struct draft *draft, const struct urgent_phrase *phrase,
                         const uint32_t *words)
{
    const uint32_t count = draft->guide.alarm_count, concept = draft->stems[words[0]];

    if (count == 0 || draft->alarms[count - 1].concept != concept) {
        draft->alarms =
            memory_grow(draft->alarms, count, &draft->alarm_capacity, sizeof *draft->alarms);
        draft->alarms[draft->guide.alarm_count++] =
            (struct guide_alarm){concept, {draft->guide.posting_count, 0}};
    }
    draft->alarms[draft->guide.alarm_count - 1].phrases.count++;
    draft_posting(draft, phrase->urgent << ALARM_BITS | phrase->words.count);
    for (uint32_t i = 0; i < phrase->words.count; i++)
        draft_posting(draft, words[i]);
}

void alarms_make(struct alarms *alarms, struct draft *draft)
{
    sorted_alarms = alarms;
    sorted_concepts = draft->stems;
    if (alarms->phrase_count > 0)
        qsort(alarms->phrases, alarms->phrase_count, sizeof *alarms->phrases, compare_phrases);
    for (size_t i = 0; i < alarms->phrase_count; i++)
        add_to_alarm(draft, &alarms->phrases[i], alarms->words + alarms->phrases[i].words.first);
    free(alarms->phrases);
    free(alarms->words);
}
