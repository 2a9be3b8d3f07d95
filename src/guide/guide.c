/* SPDX-License-Identifier: MIT */
/* guide.c: looking up words in a guide. */
#include "guide/guide.h"

#include <string.h>

/* The first name whose key is not less than KEY. */
static uint32_t bound(const struct guide *guide, const char *key)
{
    uint32_t low = 0, high = guide->name_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (strcmp(guide_text(guide, guide->names[middle].key), key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct guide_name *guide_find_name(const struct guide *guide, const struct guide_word *word,
                                         const char *key)
{
    const struct guide_name *found = NULL;

    for (uint32_t i = bound(guide, key);
         i < guide->name_count && strcmp(guide_text(guide, guide->names[i].key), key) == 0; i++) {
        const struct guide_name *name = &guide->names[i];

        if (word->kind != NAME_ANY && word->kind != name->kind)
            continue;
        if (strcmp(guide_text(guide, name->text), word->text) == 0)
            return name;
        if (found == NULL)
            found = name;
    }
    return found;
}

uint32_t guide_find_place(const struct guide *guide, uint32_t section, const char *name)
{
    uint32_t low = 0, high = guide->place_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct guide_place *place = &guide->places[middle];
        int order = strcmp(guide_text(guide, place->name), name);

        if (order < 0 || (order == 0 && place->section < section))
            low = middle + 1;
        else
            high = middle;
    }
    if (low < guide->place_count && guide->places[low].section == section &&
        strcmp(guide_text(guide, guide->places[low].name), name) == 0)
        return low;
    return GUIDE_NO_PLACE;
}

bool guide_same_place(const struct guide *guide, uint32_t place, uint32_t n)
{
    return n < guide->place_count && guide->places[n].name == guide->places[place].name &&
           guide->places[n].section == guide->places[place].section;
}
