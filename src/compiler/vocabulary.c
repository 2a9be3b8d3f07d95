/* SPDX-License-Identifier: MIT */
/* vocabulary.c: the words of a guide. */
#include "compiler/vocabulary.h"

#include "base/number.h"
#include "compiler/embedded.h"
#include "compiler/language.h"
#include "compiler/memory.h"
#include "compiler/stems.h"
#include "compiler/yaml_tree.h"
#include "guide/fold.h"
#include "guide/words.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* FNV-1a, 32 bits. */
static uint32_t hash(const char *text)
{
    uint32_t value = 2166136261U;

    for (; *text != '\0'; text++)
        value = (value ^ (unsigned char)*text) * 16777619U;
    return value;
}

static uint32_t add_text(struct vocabulary *vocabulary, const char *text)
{
    const uint32_t offset = (uint32_t)vocabulary->texts.length;

    output_put(&vocabulary->texts, text, strlen(text) + 1);
    memory_check(&vocabulary->texts);
    return offset;
}

/* Finds TEXT in a hash table of rows whose first member is the offset of their text. Returns its
 * slot, which is 0 if it is new. */
static uint32_t *find_slot(const struct vocabulary *vocabulary, uint32_t *slots, size_t slot_count,
                           const void *rows, size_t size, const char *text)
{
    size_t slot = hash(text) & (slot_count - 1);

    for (; slots[slot] != 0; slot = (slot + 1) & (slot_count - 1)) {
        uint32_t offset;

        memcpy(&offset, (const char *)rows + (slots[slot] - 1) * size, sizeof offset);
        if (strcmp(vocabulary->texts.data + offset, text) == 0)
            break;
    }
    return &slots[slot];
}

/* Doubles a hash table before it is more than half full. */
static uint32_t *grow_slots(const struct vocabulary *vocabulary, uint32_t *slots,
                            size_t *slot_count, const void *rows, size_t size, size_t count)
{
    if (count * 2 < *slot_count)
        return slots;
    free(slots);
    *slot_count *= 2;
    slots = memory_zeroed(*slot_count, sizeof *slots);
    for (size_t i = 0; i < count; i++) {
        uint32_t offset;

        memcpy(&offset, (const char *)rows + i * size, sizeof offset);
        *find_slot(vocabulary, slots, *slot_count, rows, size, vocabulary->texts.data + offset) =
            (uint32_t)i + 1;
    }
    return slots;
}

static uint32_t find_stem(struct vocabulary *vocabulary, const char *text)
{
    uint32_t *slot;

    vocabulary->stem_slots =
        grow_slots(vocabulary, vocabulary->stem_slots, &vocabulary->stem_slot_count,
                   vocabulary->stem_list, sizeof *vocabulary->stem_list, vocabulary->stem_count);
    slot = find_slot(vocabulary, vocabulary->stem_slots, vocabulary->stem_slot_count,
                     vocabulary->stem_list, sizeof *vocabulary->stem_list, text);
    if (*slot == 0) {
        const uint32_t stem = (uint32_t)vocabulary->stem_count++;

        vocabulary->stem_list = memory_grow(vocabulary->stem_list, stem, &vocabulary->stem_capacity,
                                            sizeof *vocabulary->stem_list);
        vocabulary->stem_list[stem] =
            (struct vocabulary_stem){add_text(vocabulary, text), stem, WORD_FULL, false};
        *slot = stem + 1;
    }
    return *slot - 1;
}

static struct vocabulary_form *find_form(struct vocabulary *vocabulary, const char *text)
{
    uint32_t *slot;

    vocabulary->form_slots =
        grow_slots(vocabulary, vocabulary->form_slots, &vocabulary->form_slot_count,
                   vocabulary->forms, sizeof *vocabulary->forms, vocabulary->form_count);
    slot = find_slot(vocabulary, vocabulary->form_slots, vocabulary->form_slot_count,
                     vocabulary->forms, sizeof *vocabulary->forms, text);
    if (*slot == 0) {
        const uint32_t offset = add_text(vocabulary, text);
        const uint32_t stem = find_stem(vocabulary, stems_find(vocabulary->stems, text));

        vocabulary->forms = memory_grow(vocabulary->forms, vocabulary->form_count,
                                        &vocabulary->form_capacity, sizeof *vocabulary->forms);
        vocabulary->forms[vocabulary->form_count++] = (struct vocabulary_form){offset, stem, 0};
        *slot = (uint32_t)vocabulary->form_count;
    }
    return &vocabulary->forms[*slot - 1];
}

static bool begins_with(const struct vocabulary *vocabulary, size_t at,
                        const struct vocabulary_compound *compound)
{
    if (vocabulary->word_count - at < compound->words.count)
        return false;
    return memcmp(&vocabulary->words[at], &vocabulary->compound_words[compound->words.first],
                  compound->words.count * sizeof *vocabulary->words) == 0;
}

static uint32_t first_word(const struct vocabulary *vocabulary, size_t compound)
{
    return vocabulary->compound_words[vocabulary->compounds[compound].words.first];
}

/* The first compound whose first word is not before STEM. */
static size_t bound_compound(const struct vocabulary *vocabulary, uint32_t stem)
{
    size_t low = 0, high = vocabulary->compound_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (first_word(vocabulary, middle) < stem)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void vocabulary_join(struct vocabulary *vocabulary)
{
    size_t kept = 0;

    for (size_t i = 0; i < vocabulary->word_count;) {
        uint32_t word = vocabulary->words[i], length = 1;

        for (size_t j = bound_compound(vocabulary, word);
             j < vocabulary->compound_count && length == 1 &&
             first_word(vocabulary, j) == vocabulary->words[i];
             j++)
            if (begins_with(vocabulary, i, &vocabulary->compounds[j])) {
                word = vocabulary->compounds[j].stem;
                length = vocabulary->compounds[j].words.count;
            }
        vocabulary->words[kept++] = word;
        i += length;
    }
    vocabulary->word_count = kept;
}

void vocabulary_read_words(struct vocabulary *vocabulary, const char *text, uint32_t uses)
{
    char word[WORD_BYTES + 1];
    const char *at;

    vocabulary->folded.length = 0;
    fold_put(draft_guide(vocabulary->draft), text, &vocabulary->folded);
    at = memory_end_text(&vocabulary->folded);
    vocabulary->word_count = 0;
    while (words_next(&at, word) > 0) {
        struct vocabulary_form *form = find_form(vocabulary, word);

        form->uses |= uses;
        vocabulary->words = memory_grow(vocabulary->words, vocabulary->word_count,
                                        &vocabulary->word_capacity, sizeof *vocabulary->words);
        vocabulary->words[vocabulary->word_count++] = form->stem;
    }
}

void vocabulary_read(struct vocabulary *vocabulary, const char *text, uint32_t uses)
{
    vocabulary_read_words(vocabulary, text, uses);
    vocabulary_join(vocabulary);
}

uint32_t vocabulary_concept(struct vocabulary *vocabulary, uint32_t stem)
{
    struct vocabulary_stem *list = vocabulary->stem_list;

    while (list[stem].same != stem) {
        list[stem].same = list[list[stem].same].same;
        stem = list[stem].same;
    }
    return stem;
}

static bool is_small(const struct vocabulary *vocabulary, uint32_t stem)
{
    return vocabulary->stem_list[stem].weight == WORD_SMALL;
}

/* The stem of an entry of synonyms, which may be several words. */
static uint32_t read_synonym(struct vocabulary *vocabulary, const char *text)
{
    struct vocabulary_compound *compound;
    uint32_t first = (uint32_t)vocabulary->compound_word_count;

    vocabulary_read_words(vocabulary, text, 0);
    /* One without words, such as a sign, is a stem that nothing has. */
    if (vocabulary->word_count < 2)
        return vocabulary->word_count == 1 ? vocabulary->words[0] : find_stem(vocabulary, text);
    vocabulary->compounds =
        memory_grow(vocabulary->compounds, vocabulary->compound_count,
                    &vocabulary->compound_capacity, sizeof *vocabulary->compounds);
    for (size_t i = 0; i < vocabulary->word_count; i++) {
        vocabulary->compound_words =
            memory_grow(vocabulary->compound_words, vocabulary->compound_word_count,
                        &vocabulary->compound_word_capacity, sizeof *vocabulary->compound_words);
        vocabulary->compound_words[vocabulary->compound_word_count++] = vocabulary->words[i];
    }
    compound = &vocabulary->compounds[vocabulary->compound_count++];
    compound->words = (struct guide_range){first, (uint32_t)vocabulary->word_count};
    compound->stem = find_stem(vocabulary, text);
    vocabulary->stem_list[compound->stem].is_compound = true;
    return compound->stem;
}

static const uint32_t *sorted_words; /* of compare_compounds */

/* By the first word; the longest come first. */
static int compare_compounds(const void *left, const void *right)
{
    const struct vocabulary_compound *a = left, *b = right;
    int order = number_compare(sorted_words[a->words.first], sorted_words[b->words.first]);

    if (order == 0)
        order = number_compare(b->words.count, a->words.count);
    return order != 0 ? order : number_compare(a->stem, b->stem);
}

static void read_synonyms(struct vocabulary *vocabulary)
{
    const struct yaml_tree *lists = vocabulary->draft->synonyms;

    for (size_t i = 0; lists != NULL && i < lists->count; i++) {
        uint32_t first = 0;

        for (size_t j = 0; j < lists->children[i].count; j++) {
            const uint32_t stem = read_synonym(vocabulary, lists->children[i].children[j].text);

            if (j == 0)
                first = stem;
            /* Or "us" would be a country wherever it is said. */
            if (is_small(vocabulary, stem) != is_small(vocabulary, first))
                continue;
            vocabulary->stem_list[vocabulary_concept(vocabulary, stem)].same =
                vocabulary_concept(vocabulary, first);
        }
    }
    sorted_words = vocabulary->compound_words;
    if (vocabulary->compound_count > 0)
        qsort(vocabulary->compounds, vocabulary->compound_count, sizeof *vocabulary->compounds,
              compare_compounds);
}

static void weigh(struct vocabulary *vocabulary, const char *text, enum word_weight weight)
{
    vocabulary_read_words(vocabulary, text, 0);
    for (size_t i = 0; i < vocabulary->word_count; i++)
        vocabulary->stem_list[vocabulary->words[i]].weight = weight;
}

/* Reads the words that carry little in the guide's language, as far as they are known. */
static void read_weights(struct vocabulary *vocabulary)
{
    static const struct {
        const char *key;
        enum word_weight weight;
    } weights[] = {{"small", WORD_SMALL}, {"weak", WORD_WEAK}};
    const char *language =
        guide_text(draft_guide(vocabulary->draft), vocabulary->draft->guide.language);
    char primary[LANGUAGE_BYTES + 1], name[32];
    const struct embedded *file;
    struct yaml_tree *tree;

    language_primary(language, primary);
    snprintf(name, sizeof name, "words/%s.yaml", primary);
    file = embedded_find(name);
    if (file == NULL)
        return;
    tree = yaml_tree_parse((const char *)file->bytes, file->length, 0, 1,
                           vocabulary->draft->diagnostics);
    assert(tree != NULL && tree->kind == YAML_TREE_MAP);
    for (size_t i = 0; i + 1 < tree->count; i += 2)
        for (size_t j = 0; j < sizeof weights / sizeof *weights; j++)
            if (strcmp(tree->children[i].text, weights[j].key) == 0)
                for (size_t k = 0; k < tree->children[i + 1].count; k++)
                    weigh(vocabulary, tree->children[i + 1].children[k].text, weights[j].weight);
    yaml_tree_free(tree);
}

static void read_small_words(struct vocabulary *vocabulary)
{
    const struct yaml_tree *words = vocabulary->draft->small_words;

    for (size_t i = 0; words != NULL && i < words->count; i++)
        weigh(vocabulary, words->children[i].text, WORD_SMALL);
}

void vocabulary_begin(struct vocabulary *vocabulary, struct draft *draft)
{
    enum { SLOTS = 1 << 14 };

    *vocabulary = (struct vocabulary){.draft = draft};
    output_to_memory(&vocabulary->texts);
    output_to_memory(&vocabulary->folded);
    vocabulary->stems = stems_new(guide_text(draft_guide(draft), draft->guide.language));
    vocabulary->form_slot_count = vocabulary->stem_slot_count = SLOTS;
    vocabulary->form_slots = memory_zeroed(SLOTS, sizeof *vocabulary->form_slots);
    vocabulary->stem_slots = memory_zeroed(SLOTS, sizeof *vocabulary->stem_slots);
    read_weights(vocabulary);
    read_small_words(vocabulary);
    read_synonyms(vocabulary);
}

void vocabulary_free(struct vocabulary *vocabulary)
{
    stems_free(vocabulary->stems);
    free(vocabulary->texts.data);
    free(vocabulary->folded.data);
    free(vocabulary->forms);
    free(vocabulary->stem_list);
    free(vocabulary->compounds);
    free(vocabulary->compound_words);
    free(vocabulary->form_slots);
    free(vocabulary->stem_slots);
    free(vocabulary->words);
}
