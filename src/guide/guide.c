/* guide.c: looking up words in a guide. */
#include "guide/guide.h"

#include <string.h>

/* strcmp of a name and a word, which are LENGTH bytes and need no NUL. Unless EXACT, a name that
 * begins with the word compares equal. */
static int compare_name(const char *name, const char *word, uint32_t length, bool exact)
{
    int order = strncmp(name, word, length);

    if (order == 0 && exact && name[length] != '\0')
        return 1;
    return order;
}

/* The first name that is not less than (or, with AFTER, that is greater than) the word. */
static uint32_t bound(const struct guide *guide, const char *word, uint32_t length, bool exact,
                      bool after)
{
    uint32_t low = 0, high = guide->name_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *name = guide_text(guide, guide->names[middle].text);
        int order = compare_name(name, word, length, exact);

        if (order < 0 || (after && order == 0))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool guide_may_mean(const struct guide *guide, const struct guide_word *word,
                    const struct guide_range *run, uint32_t n)
{
    const struct guide_name *name = &guide->names[n];

    if (word->kind != NAME_ANY)
        return name->kind == word->kind;
    return n == run->first ||
           strcmp(guide_text(guide, name->text), guide_text(guide, name[-1].text)) != 0;
}

uint32_t guide_find_word(const struct guide *guide, const struct guide_word *word, uint32_t *name,
                         struct guide_range *run)
{
    const struct guide_name *names = guide->names;
    const uint32_t length = (uint32_t)strlen(word->text);
    uint32_t meanings = 0;

    for (int exact = 1; exact >= 0 && meanings == 0 && length > 0; exact--) {
        run->first = bound(guide, word->text, length, exact, false);
        run->count = bound(guide, word->text, length, exact, true) - run->first;
        for (uint32_t i = run->first; i < run->first + run->count; i++) {
            if (!guide_may_mean(guide, word, run, i) || (exact && meanings > 0))
                continue;
            if (meanings == 0 || names[i].kind != names[*name].kind ||
                names[i].index != names[*name].index) {
                *name = i;
                meanings++;
            }
        }
    }
    return meanings;
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
