/* SPDX-License-Identifier: MIT */
/* alarms.h: the table of urgent phrases. */
#ifndef COMPILER_ALARMS_H
#define COMPILER_ALARMS_H

#include "compiler/draft.h"
#include "compiler/vocabulary.h"

struct urgent_phrase {
    uint32_t urgent;
    struct guide_range words; /* of alarms.words */
};

struct alarms {
    struct urgent_phrase *phrases;
    size_t phrase_count, phrase_capacity;
    uint32_t *words; /* stems */
    size_t word_count, word_capacity;
};

/* Reads the urgent phrases, whose words become known. The alarms are zeroed before. */
void alarms_read(struct alarms *, const struct draft *, struct vocabulary *);

/* Makes the table of what was read, when the stems have their concepts, and frees the alarms. */
void alarms_make(struct alarms *, struct draft *);

#endif
