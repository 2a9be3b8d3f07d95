/* SPDX-License-Identifier: MIT */
/* lookup_tables.c: the tables for what people type. */
#include "compiler/lookup_tables.h"

#include "base/fixed.h"
#include "base/number.h"
#include "compiler/alarms.h"
#include "compiler/forms.h"
#include "compiler/memory.h"
#include "compiler/vocabulary.h"
#include "guide/words.h"

#include <stdlib.h>
#include <string.h>

/* What a word of a section is part of. */
enum field { IN_NAME, IN_INDEX, IN_ASK, IN_SUMMARY, IN_HEADING, IN_TOPIC, IN_TEXT, FIELDS };

/* How much a field counts, in halves, and how much its length tells against it, in tenths. */
static const struct {
    uint32_t weight, length;
} fields[FIELDS] = {
    [IN_NAME] = {10, 2},   [IN_INDEX] = {8, 2}, [IN_ASK] = {6, 4},  [IN_SUMMARY] = {5, 4},
    [IN_HEADING] = {4, 4}, [IN_TOPIC] = {3, 2}, [IN_TEXT] = {2, 4},
};

/* How often a concept is in the fields of a section. A large guide has hundreds of thousands, so
 * that they are kept small: their logarithm counts, and a word said more often says no more. */
struct occurrence {
    uint32_t concept, section;
    uint8_t counts[FIELDS]; /* no more than UINT8_MAX */
};

struct lengths {
    uint32_t words[FIELDS];
};

struct tables {
    struct draft *draft;
    struct vocabulary vocabulary;
    struct occurrence *occurrences;
    size_t occurrence_count, occurrence_capacity;
    uint32_t *last; /* of each stem that stands for a concept: its last occurrence + 1 */
    size_t last_capacity;
    struct lengths *lengths, sums; /* of each section, and of all */
    uint32_t *concepts;            /* of each stem that stands for one: its number + 1 */
    uint32_t *phrase_weights;
    struct alarms alarms;
};

static const char *text_at(struct tables *tables, uint32_t text)
{
    return guide_text(draft_guide(tables->draft), text);
}

/* Makes room to count words of all stems. */
static void know_stems(struct tables *tables)
{
    while (tables->last_capacity < tables->vocabulary.stem_count) {
        size_t before = tables->last_capacity;

        tables->last =
            memory_grow(tables->last, before, &tables->last_capacity, sizeof *tables->last);
        memset(tables->last + before, 0, (tables->last_capacity - before) * sizeof *tables->last);
    }
}

static void count_word(struct tables *tables, uint32_t stem, uint32_t section, enum field field)
{
    const uint32_t concept = vocabulary_concept(&tables->vocabulary, stem);
    uint32_t *last = &tables->last[concept];

    if (tables->vocabulary.stem_list[concept].weight == WORD_SMALL)
        return;
    if (*last == 0 || tables->occurrences[*last - 1].section != section) {
        tables->occurrences =
            memory_grow(tables->occurrences, tables->occurrence_count, &tables->occurrence_capacity,
                        sizeof *tables->occurrences);
        tables->occurrences[tables->occurrence_count++] =
            (struct occurrence){.concept = concept, .section = section};
        *last = (uint32_t)tables->occurrence_count;
    }
    if (tables->occurrences[*last - 1].counts[field] < UINT8_MAX)
        tables->occurrences[*last - 1].counts[field]++;
    tables->lengths[section].words[field]++;
    tables->sums.words[field]++;
}

/* Counts the words that were read last, all or compounds. */
static void count_words(struct tables *tables, uint32_t section, enum field field, bool compounds)
{
    const struct vocabulary *vocabulary = &tables->vocabulary;

    for (size_t i = 0; i < vocabulary->word_count; i++)
        if (!compounds || vocabulary->stem_list[vocabulary->words[i]].is_compound)
            count_word(tables, vocabulary->words[i], section, field);
}

/* Adds the stems of the words that were read last, as many as a phrase may have. */
static struct guide_range add_words(struct tables *tables)
{
    struct guide_range words = {tables->draft->guide.posting_count, 0};

    for (; words.count < tables->vocabulary.word_count && words.count < UINT16_MAX; words.count++)
        draft_posting(tables->draft, tables->vocabulary.words[words.count]);
    return words;
}

/* Adds the text that was read last as a phrase. */
static void add_phrase(struct tables *tables, uint32_t subject, enum guide_phrase_kind kind)
{
    struct draft *draft = tables->draft;
    const struct guide_range words = add_words(tables);

    draft->phrases = memory_grow(draft->phrases, draft->guide.phrase_count, &draft->phrase_capacity,
                                 sizeof *draft->phrases);
    draft->phrases[draft->guide.phrase_count++] =
        (struct guide_phrase){.subject = subject,
                              .first = words.first,
                              .count = words.count & UINT16_MAX,
                              .kind = kind & 3};
}

/* Counts the words of a text, and its compounds beside the words that they are. KIND is that of the
 * phrase which it is, PHRASE_KINDS if it is none. */
static void add_text(struct tables *tables, uint32_t text, uint32_t section, enum field field,
                     enum guide_phrase_kind kind, uint32_t uses)
{
    if (text == 0)
        return;
    vocabulary_read_words(&tables->vocabulary, text_at(tables, text), uses);
    know_stems(tables);
    count_words(tables, section, field, false);
    vocabulary_join(&tables->vocabulary);
    count_words(tables, section, field, true);
    if (kind != PHRASE_KINDS && tables->vocabulary.word_count > 0)
        add_phrase(tables, section, kind);
}

static void add_list(struct tables *tables, struct guide_range list, uint32_t section,
                     enum field field, enum guide_phrase_kind kind, uint32_t uses)
{
    for (uint32_t i = 0; i < list.count; i++)
        add_text(tables, tables->draft->numbers[list.first + i], section, field, kind, uses);
}

static void add_block(struct tables *tables, const struct guide_block *block, uint32_t section)
{
    const bool names = block->kind == BLOCK_HEADING || block->kind == BLOCK_TERM;

    if (block->origin == ORIGIN_BODY)
        add_text(tables, block->text, section, names ? IN_HEADING : IN_TEXT, PHRASE_KINDS, 0);
}

/* Makes phrases of the places, each once. */
static void add_places(struct tables *tables)
{
    const struct guide *guide = draft_guide(tables->draft);

    for (uint32_t i = 0; i < guide->place_count; i++) {
        if (i > 0 && guide_same_place(guide, i - 1, i))
            continue;
        vocabulary_read(&tables->vocabulary, text_at(tables, guide->places[i].name), 0);
        know_stems(tables);
        if (tables->vocabulary.word_count > 0)
            add_phrase(tables, i, PHRASE_PLACE);
    }
}

static void add_section(struct tables *tables, uint32_t index)
{
    const struct guide_section section = tables->draft->sections[index];

    add_text(tables, section.id, index, IN_NAME, PHRASE_NAME, FORM_TAKEN);
    add_text(tables, section.title, index, IN_NAME, PHRASE_NAME, FORM_OFFERED);
    add_text(tables, section.summary, index, IN_SUMMARY, PHRASE_KINDS, 0);
    add_list(tables, section.aliases, index, IN_NAME, PHRASE_NAME, FORM_TAKEN);
    add_list(tables, section.index_words, index, IN_INDEX, PHRASE_NAME, FORM_OFFERED);
    add_list(tables, section.asks, index, IN_ASK, PHRASE_ASK, FORM_OFFERED);
    for (uint32_t i = 0; i < section.topics.count; i++) {
        const uint32_t topic = tables->draft->numbers[section.topics.first + i];

        add_text(tables, tables->draft->topics[topic].id, index, IN_TOPIC, PHRASE_KINDS,
                 FORM_TAKEN);
    }
    for (uint32_t i = 0; i < section.blocks.count; i++)
        add_block(tables, &tables->draft->blocks[section.blocks.first + i], index);
}

/* How much a section tells of a concept, of LOOKUP_SCORE: the saturation of BM25F, of the logarithm
 * of counts, so that a word that is said often does not drown what is rare. */
static uint32_t score_occurrence(const struct tables *tables, const struct occurrence *occurrence)
{
    const struct lengths *lengths = &tables->lengths[occurrence->section];
    const uint64_t sections = tables->draft->guide.section_count;
    const uint64_t k1 = FIXED_ONE * 12 / 10;
    uint64_t sum = 0;

    for (unsigned i = 0; i < FIELDS; i++) {
        const uint64_t average = tables->sums.words[i], length = lengths->words[i] * sections;
        uint64_t rest = 10 - fields[i].length, count;

        if (occurrence->counts[i] == 0)
            continue;
        count = fixed_log2(1 + (uint64_t)occurrence->counts[i]) * fields[i].weight / 2;
        sum += count * 10 * average / (rest * average + fields[i].length * length);
    }
    return (uint32_t)(sum * LOOKUP_SCORE / (k1 + sum));
}

/* How rare something is that COUNT of ALL have, in parts of FIXED_ONE. */
static uint32_t find_rareness(uint32_t count, uint32_t all)
{
    const uint64_t most = (all + UINT64_C(1)) * 2;

    return fixed_log2(most * FIXED_ONE / (count * UINT64_C(2) + 1)) - fixed_log2(FIXED_ONE);
}

/* How much it says that a word of a concept is used: how rare it is in sections and in phrases.
 * What half of the sections speak of may still be what only a few are asked for. */
static uint32_t weigh_concept(const struct tables *tables, uint32_t concept, uint32_t sections,
                              uint32_t phrases)
{
    const struct guide *guide = &tables->draft->guide;
    const uint32_t weight = (find_rareness(sections, guide->section_count) +
                             find_rareness(phrases, guide->phrase_count)) /
                            2;

    switch (tables->vocabulary.stem_list[concept].weight) {
    case WORD_SMALL:
        return 0;
    case WORD_WEAK:
        return weight * 3 / 10 + 1;
    default:
        return weight + 1;
    }
}

/* The words of a concept are as weighty as the weightiest of them. */
static void spread_weights(struct vocabulary *vocabulary)
{
    for (uint32_t i = 0; i < vocabulary->stem_count; i++) {
        struct vocabulary_stem *concept = &vocabulary->stem_list[vocabulary_concept(vocabulary, i)];

        if (vocabulary->stem_list[i].weight < concept->weight)
            concept->weight = vocabulary->stem_list[i].weight;
    }
}

/* Numbers the concepts, and makes the rows of stems. */
static void make_stems(struct tables *tables)
{
    struct vocabulary *vocabulary = &tables->vocabulary;
    struct draft *draft = tables->draft;

    tables->concepts = memory_zeroed(vocabulary->stem_count + 1, sizeof *tables->concepts);
    for (uint32_t i = 0; i < vocabulary->stem_count; i++) {
        uint32_t *concept = &tables->concepts[vocabulary_concept(vocabulary, i)];

        if (*concept == 0)
            *concept = ++draft->guide.concept_count;
        draft->stems = memory_grow(draft->stems, draft->guide.stem_count, &draft->stem_capacity,
                                   sizeof *draft->stems);
        draft->stems[draft->guide.stem_count++] = *concept - 1;
    }
    draft->concepts = memory_zeroed(draft->guide.concept_count, sizeof *draft->concepts);
    /* Until they are weighed. */
    for (uint32_t i = 0; i < vocabulary->stem_count; i++)
        if (tables->concepts[i] != 0)
            draft->concepts[tables->concepts[i] - 1].weight =
                vocabulary->stem_list[i].weight != WORD_SMALL;
}

static uint32_t concept_of(const struct tables *tables, uint32_t stem)
{
    return tables->draft->stems[stem];
}

/* Makes room for the postings of concepts, whose counts are known. */
static void lay_out(struct draft *draft)
{
    for (uint32_t i = 0; i < draft->guide.concept_count; i++) {
        struct guide_concept *concept = &draft->concepts[i];
        const uint32_t count = concept->section_count + concept->phrase_count;

        concept->first = draft->guide.posting_count;
        for (uint32_t j = 0; j < count; j++)
            draft_posting(draft, 0);
    }
}

/* Whether so many sections have a concept that it tells them apart no more. */
static bool is_everywhere(const struct draft *draft, uint32_t sections)
{
    return sections > 8 && sections > draft->guide.section_count / 2;
}

/* Does something for each concept of the phrases that carries something, once for each phrase; if
 * none does, for the first one, so that the phrase is found at all. */
static void visit_phrases(struct tables *tables,
                          void (*visit)(struct tables *, struct guide_concept *, uint32_t phrase))
{
    struct draft *draft = tables->draft;

    for (uint32_t i = 0; i < draft->guide.phrase_count; i++) {
        const struct guide_range words = {draft->phrases[i].first, draft->phrases[i].count};
        bool any = false;

        for (uint32_t j = 0; j < words.count; j++) {
            const uint32_t concept = draft->stems[draft->postings[words.first + j]];
            uint32_t before = 0;

            while (before < j && draft->stems[draft->postings[words.first + before]] != concept)
                before++;
            if (before == j && draft->concepts[concept].weight > 0) {
                visit(tables, &draft->concepts[concept], i);
                any = true;
            }
        }
        if (!any)
            visit(tables, &draft->concepts[draft->stems[draft->postings[words.first]]], i);
    }
}

static void count_phrase(struct tables *tables, struct guide_concept *concept, uint32_t phrase)
{
    (void)tables;
    (void)phrase;
    concept->phrase_count++;
}

static void list_phrase(struct tables *tables, struct guide_concept *concept, uint32_t phrase)
{
    tables->draft->postings[concept->first + concept->section_count + concept->phrase_count++] =
        phrase;
    tables->phrase_weights[phrase] += concept->weight;
}

/* Finds out how often each concept is used, and what that says. */
static void weigh_concepts(struct tables *tables)
{
    struct draft *draft = tables->draft;

    for (size_t i = 0; i < tables->occurrence_count; i++)
        draft->concepts[concept_of(tables, tables->occurrences[i].concept)].section_count++;
    visit_phrases(tables, count_phrase);
    for (uint32_t i = 0; i < tables->vocabulary.stem_count; i++)
        if (tables->concepts[i] != 0) {
            struct guide_concept *concept = &draft->concepts[tables->concepts[i] - 1];

            concept->weight =
                weigh_concept(tables, i, concept->section_count, concept->phrase_count);
            if (is_everywhere(draft, concept->section_count))
                concept->section_count = 0;
        }
}

/* Makes the postings: where each concept is, and the phrases that have it. */
static void make_postings(struct tables *tables)
{
    struct draft *draft = tables->draft;
    uint32_t *section_counts;

    weigh_concepts(tables);
    tables->phrase_weights =
        memory_zeroed(draft->guide.phrase_count + (size_t)1, sizeof *tables->phrase_weights);
    lay_out(draft);
    section_counts = memory_zeroed(draft->guide.concept_count + (size_t)1, sizeof *section_counts);
    for (size_t i = 0; i < tables->occurrence_count; i++) {
        const struct occurrence *occurrence = &tables->occurrences[i];
        const uint32_t index = concept_of(tables, occurrence->concept);
        const struct guide_concept *concept = &draft->concepts[index];

        if (concept->section_count > 0)
            draft->postings[concept->first + section_counts[index]++] =
                occurrence->section << LOOKUP_SCORE_BITS | score_occurrence(tables, occurrence);
    }
    free(section_counts);
    for (uint32_t i = 0; i < draft->guide.concept_count; i++)
        draft->concepts[i].phrase_count = 0;
    visit_phrases(tables, list_phrase);
    for (uint32_t i = 0; i < draft->guide.phrase_count; i++)
        draft->phrases[i].weight =
            fixed_log2(tables->phrase_weights[i] + UINT64_C(1)) & ((1 << 14) - 1);
    free(tables->phrase_weights);
}

static void make_compounds(struct tables *tables)
{
    const struct vocabulary *vocabulary = &tables->vocabulary;
    struct draft *draft = tables->draft;

    for (size_t i = 0; i < vocabulary->compound_count; i++) {
        const struct vocabulary_compound *compound = &vocabulary->compounds[i];
        struct guide_range words = {draft->guide.posting_count, compound->words.count};

        for (uint32_t j = 0; j < words.count; j++)
            draft_posting(draft, vocabulary->compound_words[compound->words.first + j]);
        draft->compounds = memory_grow(draft->compounds, draft->guide.compound_count,
                                       &draft->compound_capacity, sizeof *draft->compounds);
        draft->compounds[draft->guide.compound_count++] =
            (struct guide_compound){compound->stem, words};
    }
}

static const struct draft *sorted_draft; /* by compare_names */

static int compare_names(const void *left, const void *right)
{
    const struct guide_name *a = left, *b = right;
    const char *text = sorted_draft->text.data;
    int order = strcmp(text + a->key, text + b->key);

    if (order == 0)
        order = number_compare(a->is_alias, b->is_alias);
    if (order == 0)
        order = number_compare(a->kind, b->kind);
    return order != 0 ? order : strcmp(text + a->text, text + b->text);
}

/* Gives the names their keys, by which they are sorted then. */
static void make_keys(struct draft *draft)
{
    struct output key;

    output_to_memory(&key);
    for (uint32_t i = 0; i < draft->guide.name_count; i++) {
        struct guide_name *name = &draft->names[i];
        const char *text = guide_text(draft_guide(draft), name->text);

        key.length = 0;
        words_key(draft_guide(draft), text, &key);
        memory_end_text(&key);
        name->key = strcmp(key.data, text) == 0
                        ? name->text
                        : draft_text_unmarked(draft, key.data, key.length - 1);
    }
    free(key.data);
    sorted_draft = draft;
    if (draft->guide.name_count > 0)
        qsort(draft->names, draft->guide.name_count, sizeof *draft->names, compare_names);
}

void lookup_tables_make(struct draft *draft)
{
    struct tables tables = {.draft = draft};
    const uint32_t count = draft->guide.section_count;

    vocabulary_begin(&tables.vocabulary, draft);
    spread_weights(&tables.vocabulary);
    tables.lengths = memory_zeroed((size_t)count + 1, sizeof *tables.lengths);
    for (uint32_t i = 0; i < count; i++)
        add_section(&tables, i);
    add_places(&tables);
    alarms_read(&tables.alarms, draft, &tables.vocabulary);
    make_stems(&tables);
    alarms_make(&tables.alarms, draft);
    make_postings(&tables);
    forms_make(draft, &tables.vocabulary);
    make_compounds(&tables);
    make_keys(draft);
    free(tables.occurrences);
    free(tables.last);
    free(tables.lengths);
    free(tables.concepts);
    vocabulary_free(&tables.vocabulary);
}
