/* SPDX-License-Identifier: MIT */
/* stems.c: the stems of words. */
#include "compiler/stems.h"

#include "compiler/language.h"
#include "compiler/memory.h"
#include "guide/words.h"

#include <libstemmer.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct stems {
    struct sb_stemmer *stemmer; /* or NULL */
    bool is_english;
    char word[WORD_BYTES + 1]; /* what is stemmed */
};

struct stems *stems_new(const char *language)
{
    struct stems *stems = memory_zeroed(1, sizeof *stems);
    char primary[LANGUAGE_BYTES + 1];

    language_primary(language, primary);
    stems->stemmer = sb_stemmer_new(primary, NULL);
    /* NULL stands for a language that it does not know, and for memory that ran out; that would end
     * the program soon, if it is so once more. */
    if (stems->stemmer == NULL)
        stems->stemmer = sb_stemmer_new(primary, NULL);
    stems->is_english = language_is_english(language);
    return stems;
}

void stems_free(struct stems *stems)
{
    sb_stemmer_delete(stems->stemmer);
    free(stems);
}

/* Spells a word as in apologize: the algorithm for English knows that ending, and folding has made
 * both spellings apologise. That it does so with exercise, too, changes no two words into one. */
static void spell_with_z(char *word)
{
    static const char *const endings[] = {"e",   "ed",   "es",    "er",    "ers",
                                          "ing", "ings", "ation", "ations"};
    const size_t length = strlen(word);

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        const size_t rest = strlen(endings[i]);

        if (length > rest + 3 && strcmp(word + length - rest, endings[i]) == 0 &&
            word[length - rest - 1] == 's' && word[length - rest - 2] == 'i') {
            word[length - rest - 1] = 'z';
            return;
        }
    }
}

const char *stems_find(struct stems *stems, const char *word)
{
    const sb_symbol *stem;

    strcpy(stems->word, word);
    if (stems->stemmer == NULL)
        return stems->word;
    if (stems->is_english)
        spell_with_z(stems->word);
    stem =
        sb_stemmer_stem(stems->stemmer, (const sb_symbol *)stems->word, (int)strlen(stems->word));
    if (stem == NULL)
        memory_exhausted();
    return (const char *)stem;
}
