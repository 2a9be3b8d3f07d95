/* SPDX-License-Identifier: MIT */
/* suggest.c: the word that somebody may have meant, by restricted Damerau-Levenshtein distance:
 * one letter more, one less, one other, or two neighbours exchanged count one each. */
#include "guide/suggest.h"

#include <string.h>

enum { LONGEST = 40 }; /* bytes; longer words are not compared */

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

static unsigned distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    unsigned rows[3][LONGEST + 1];
    unsigned *before = rows[0], *previous = rows[1], *row = rows[2];

    for (unsigned j = 0; j <= b_length; j++)
        previous[j] = j;
    for (unsigned i = 1; i <= a_length; i++) {
        unsigned *spare = before;

        row[0] = i;
        for (unsigned j = 1; j <= b_length; j++) {
            unsigned other = previous[j - 1] + (a[i - 1] != b[j - 1]);

            row[j] = least(least(previous[j], row[j - 1]) + 1, other);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before[j - 2] + 1);
        }
        before = previous;
        previous = row;
        row = spare;
    }
    return previous[b_length];
}

void suggest_begin(struct suggestion *suggestion, const char *word)
{
    size_t length = strlen(word);

    /* A third of the letters may be wrong, and one always, but never all. */
    suggestion->word = word;
    suggestion->best = NULL;
    suggestion->distance = length < 2 ? 1 : (unsigned)(length + 1) / 3 + 1;
    if (suggestion->distance > 4)
        suggestion->distance = 4;
}

void suggest_offer(struct suggestion *suggestion, const char *candidate)
{
    size_t length = strlen(suggestion->word), candidate_length = strlen(candidate);
    size_t difference =
        length < candidate_length ? candidate_length - length : length - candidate_length;
    unsigned found;

    if (length > LONGEST || candidate_length > LONGEST || difference >= suggestion->distance)
        return;
    found = distance(suggestion->word, length, candidate, candidate_length);
    if (found < suggestion->distance && found < candidate_length) {
        suggestion->distance = found;
        suggestion->best = candidate;
    }
}

bool suggest_is_slip(const char *typed, const char *word)
{
    enum { SHORTEST = 5, LONG = 9 };
    const size_t length = strlen(typed), other = strlen(word);
    const unsigned most = length >= LONG ? 2 : 1;

    if (length < SHORTEST || length > LONGEST || other > LONGEST || *typed != *word ||
        (length > other ? length - other : other - length) > most)
        return false;
    return distance(typed, length, word, other) <= most;
}
