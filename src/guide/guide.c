/* guide.c: looking up words in a guide. */
#include "guide.h"

#include <string.h>

/* strcmp of a name and a word that need not end in NUL; with PREFIX, a name that begins with the
 * word compares equal. */
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

uint32_t guide_find_names(const struct guide *guide, const char *word, uint32_t length, bool exact,
                          uint32_t *first)
{
    *first = bound(guide, word, length, exact, false);
    return bound(guide, word, length, exact, true) - *first;
}
