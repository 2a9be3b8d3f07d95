/* SPDX-License-Identifier: MIT */
/* vocabulary.h: the words of a guide: their forms, stems, and concepts, which are stems that mean
 * the same to whoever looks something up. */
#ifndef COMPILER_VOCABULARY_H
#define COMPILER_VOCABULARY_H

#include "compiler/draft.h"

/* How much a word says about what is looked for. */
enum word_weight { WORD_FULL, WORD_WEAK, WORD_SMALL };

struct vocabulary_form {
    uint32_t text; /* offset into the texts */
    uint32_t stem;
    uint32_t uses; /* enum guide_form_use, or-ed */
};

struct vocabulary_stem {
    uint32_t text;
    uint32_t same; /* a stem of the same concept, nearer to the one that stands for it; or itself */
    enum word_weight weight;
    bool is_compound;
};

/* Words that follow each other and are looked up as one. */
struct vocabulary_compound {
    struct guide_range words; /* of the compound words */
    uint32_t stem;
};

struct vocabulary {
    struct draft *draft;
    struct stems *stems;
    struct output texts; /* ended by NUL bytes */
    struct vocabulary_form *forms;
    struct vocabulary_stem *stem_list;
    struct vocabulary_compound *compounds; /* by the first word, the longest first */
    uint32_t *compound_words;              /* stems */
    uint32_t *form_slots, *stem_slots;     /* hash tables: index + 1, or 0 */
    size_t form_count, form_capacity, form_slot_count;
    size_t stem_count, stem_capacity, stem_slot_count;
    size_t compound_count, compound_capacity, compound_word_count, compound_word_capacity;
    uint32_t *words; /* of the text that was read last: stems */
    size_t word_count, word_capacity;
    struct output folded; /* scratch */
};

/* Begins with the words that carry little and the synonyms of the guide. */
void vocabulary_begin(struct vocabulary *, struct draft *);
void vocabulary_free(struct vocabulary *);

/* Reads a text: its words become known, and its stems are vocabulary.words. USES says what its
 * words are used for. */
void vocabulary_read_words(struct vocabulary *, const char *text, uint32_t uses);

/* Makes one word of each compound among vocabulary.words. */
void vocabulary_join(struct vocabulary *);

/* Reads a text, and joins its compounds. */
void vocabulary_read(struct vocabulary *, const char *text, uint32_t uses);

/* The stem that stands for the concept of a stem. */
uint32_t vocabulary_concept(struct vocabulary *, uint32_t stem);

#endif
