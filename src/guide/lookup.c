/* SPDX-License-Identifier: MIT */
/* lookup.c: from what somebody types to the sections that help.
 *
 * Sections are ranked by two sums. One is BM25F (Robertson, Zaragoza and Taylor, "Simple BM25
 * extension to multiple weighted fields", CIKM 2004) over the words of a section: guidec has
 * counted and saturated, here only the rareness of the words typed is added up. The other compares
 * what was typed with each title, heading, index word and ask of the section as a whole, by the
 * weight of the words that both have over a mean of the weights of each. The best one counts, since
 * somebody asks one thing, and three fifths of the second, since few ask it as it stands.
 * Neighbours in the same order count more, which tells "he hit me" from "I hit him". */
#include "guide/lookup.h"

#include "base/bits.h"
#include "base/fixed.h"
#include "guide/fold.h"
#include "guide/suggest.h"
#include "guide/words.h"

#include <assert.h>
#include <string.h>

/* A word that was typed. */
struct word {
    uint32_t stem;
    uint32_t concept;
    uint32_t weight; /* of the concept; 0 also if it was typed before */
};

struct standing {
    uint32_t best, second; /* of its phrases */
    uint32_t words;        /* of BM25F */
    uint32_t score;        /* of both; 0 if it is not to be listed, or is listed already */
};

struct question {
    const struct guide *guide;
    struct word words[LOOKUP_WORDS];
    uint32_t count;
    uint32_t weight;     /* of all words */
    uint32_t log_weight; /* its logarithm */
    bool parted;         /* it is one word that was typed for two */
    struct standing *standings;
    unsigned char *met; /* bit N: phrase N was compared */
};

static const char *form_text(const struct guide *guide, uint32_t form)
{
    return guide_text(guide, guide->forms[form].text);
}

/* The first form that is not less than the word. */
static uint32_t bound(const struct guide *guide, const char *word)
{
    uint32_t low = 0, high = guide->form_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (strcmp(form_text(guide, middle), word) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a text is an ending, of those that are COMMON or of all. */
static bool is_ending(const struct guide *guide, const char *text, bool common)
{
    uint32_t low = 0, high = guide->ending_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const struct guide_ending *ending = &guide->endings[middle];
        const int order = strcmp(guide_text(guide, ending->text), text);

        if (order == 0)
            return ending->is_common || !common;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

static size_t count_same(const char *a, const char *b)
{
    size_t count = 0;

    while (a[count] != '\0' && a[count] == b[count])
        count++;
    return count;
}

/* How many bytes a word and a form have in common before endings of both, or 0 if what follows is
 * no ending. Short beginnings take common endings only. */
static size_t compare_endings(const struct guide *guide, const char *word, const char *form)
{
    enum { SHORTEST = 3, SHORT = 5 };
    const size_t same = count_same(word, form);
    const char *rest = word + same;

    if (same < SHORTEST || !is_ending(guide, form + same, same < SHORT))
        return 0;
    /* As in hitting and hit. */
    if (*rest == word[same - 1] && rest[1] != '\0' && is_ending(guide, rest + 1, same < SHORT))
        return same;
    return is_ending(guide, rest, same < SHORT) ? same : 0;
}

/* The form + 1 that a word is but for the endings of both, or 0. NEAR is where it would be. */
static uint32_t find_by_ending(const struct guide *guide, const char *word, uint32_t near)
{
    enum { NEIGHBOURS = 24 };
    const uint32_t first = near > NEIGHBOURS ? near - NEIGHBOURS : 0;
    const uint32_t last =
        guide->form_count - near > NEIGHBOURS ? near + NEIGHBOURS : guide->form_count;
    size_t best = 0;
    uint32_t found = 0;

    for (uint32_t i = first; i < last; i++) {
        const size_t same = compare_endings(guide, word, form_text(guide, i));

        if (same > best) {
            best = same;
            found = i + 1;
        }
    }
    return found;
}

/* The form + 1 of those of a use that a word may be but for a slip, if these are of one stem; else
 * 0. */
static uint32_t find_by_slip(const struct guide *guide, const char *word, enum guide_form_use use)
{
    const char beginning[] = {*word, '\0'};
    uint32_t found = 0;

    for (uint32_t i = bound(guide, beginning);
         i < guide->form_count && *form_text(guide, i) == *word; i++) {
        const struct guide_form *form = &guide->forms[i];

        if ((form->stem & use) == 0 || !suggest_is_slip(word, form_text(guide, i)))
            continue;
        if (found != 0 &&
            guide->forms[found - 1].stem >> FORM_USE_BITS != form->stem >> FORM_USE_BITS)
            return 0;
        found = i + 1;
    }
    return found;
}

/* Whether a word is the form that is not less. */
static bool is_form(const struct guide *guide, const char *word, uint32_t near)
{
    return near < guide->form_count && strcmp(form_text(guide, near), word) == 0;
}

/* The form + 1 that a word is, or 0. */
static uint32_t find_exact(const struct guide *guide, const char *word)
{
    const uint32_t near = bound(guide, word);

    return is_form(guide, word, near) ? near + 1 : 0;
}

/* The form + 1 that a word is, but for an ending, or 0. */
static uint32_t find_form(const struct guide *guide, const char *word)
{
    const uint32_t near = bound(guide, word);

    return is_form(guide, word, near) ? near + 1 : find_by_ending(guide, word, near);
}

/* Notes what a word that is not known was taken for, or may have been meant: TAKEN and OFFERED are
 * forms + 1, or 0. */
static void note_slip(struct lookup *lookup, const struct guide *guide, const char *word,
                      uint32_t taken, uint32_t offered)
{
    if (lookup->slip_count < LOOKUP_WORDS && (taken != 0 || offered != 0))
        lookup->slips[lookup->slip_count++] =
            (struct lookup_slip){word, taken != 0 ? guide->forms[taken - 1].text : 0,
                                 offered != 0 ? guide->forms[offered - 1].text : 0};
}

/* Whether the words from the Nth on, which may be the end, are those stems of the postings, or, if
 * that will do, SYNONYMS of them. */
static bool follows(const struct question *question, uint32_t n, struct guide_range words,
                    bool synonyms)
{
    const struct guide *guide = question->guide;

    if (question->count - n < words.count)
        return false;
    for (uint32_t i = 0; i < words.count; i++) {
        const uint32_t typed = question->words[n + i].stem;
        const uint32_t stem = guide->postings[words.first + i];

        if (typed != stem &&
            (!synonyms || typed == UINT32_MAX || guide->stems[typed] != guide->stems[stem]))
            return false;
    }
    return true;
}

static uint32_t compound_stem(const struct guide *guide, uint32_t compound)
{
    return guide->postings[guide->compounds[compound].words.first];
}

/* The first compound whose first word is not before STEM. */
static uint32_t bound_compound(const struct guide *guide, uint32_t stem)
{
    uint32_t low = 0, high = guide->compound_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (compound_stem(guide, middle) < stem)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void join_compounds(struct question *question)
{
    const struct guide *guide = question->guide;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < question->count;) {
        uint32_t stem = question->words[i].stem, length = 1;

        for (uint32_t j = bound_compound(guide, stem);
             j < guide->compound_count && length == 1 &&
             compound_stem(guide, j) == question->words[i].stem;
             j++)
            if (follows(question, i, guide->compounds[j].words, false)) {
                stem = guide->compounds[j].stem;
                length = guide->compounds[j].words.count;
            }
        question->words[kept++].stem = stem;
        i += length;
    }
    question->count = kept;
}

static void add_word(struct question *question, uint32_t form)
{
    /* A word that the guide does not hold parts those around it. */
    if (question->count < LOOKUP_WORDS)
        question->words[question->count++].stem =
            form != 0 ? question->guide->forms[form - 1].stem >> FORM_USE_BITS : UINT32_MAX;
}

/* Adds the two words that a word is but for the space between them, as timeout is. Returns false if
 * it is not. */
static bool add_parts(struct question *question, const char *word, size_t length)
{
    enum { SHORTEST = 2 };
    char first[WORD_BYTES + 1];

    for (size_t end = length; end-- > SHORTEST;) {
        const uint32_t second = find_exact(question->guide, word + end);
        uint32_t form;

        memcpy(first, word, end);
        first[end] = '\0';
        form = find_exact(question->guide, first);
        if (length - end < SHORTEST || form == 0 || second == 0)
            continue;
        add_word(question, form);
        add_word(question, second);
        question->parted = true;
        return true;
    }
    return false;
}

/* Adds a word that is not known: what it must be but for a slip; if it is all that was typed, its
 * parts; else what parts those around it. */
static void add_unknown(struct question *question, struct lookup *lookup, const char *word,
                        size_t length, bool alone)
{
    const struct guide *guide = question->guide;
    const uint32_t taken = find_by_slip(guide, word, FORM_TAKEN);

    if (taken != 0 || !alone || !add_parts(question, word, length)) {
        note_slip(lookup, guide, word, taken,
                  taken != 0 ? 0 : find_by_slip(guide, word, FORM_OFFERED));
        add_word(question, taken);
    }
}

/* Reads what was typed; folded words are kept in the lookup's memory, which has room. */
static void read_words(struct question *question, struct lookup *lookup, const char *folded)
{
    char *word = lookup->memory;
    size_t length = words_next(&folded, word);

    while (length > 0 && question->count < LOOKUP_WORDS) {
        const uint32_t form = find_form(question->guide, word);
        char *next = word + length + 1;
        const size_t next_length = words_next(&folded, next);

        if (form != 0)
            add_word(question, form);
        else
            add_unknown(question, lookup, word, length, word == lookup->memory && next_length == 0);
        word = next;
        length = next_length;
    }
}

/* Looks at what the words weigh; each concept weighs once. */
static void weigh_words(struct question *question)
{
    const struct guide *guide = question->guide;

    for (uint32_t i = 0; i < question->count; i++) {
        struct word *word = &question->words[i];
        uint32_t before = 0;

        word->concept = word->stem != UINT32_MAX ? guide->stems[word->stem] : UINT32_MAX;
        while (before < i && question->words[before].concept != word->concept)
            before++;
        word->weight =
            word->concept != UINT32_MAX && before == i ? guide->concepts[word->concept].weight : 0;
        question->weight += word->weight;
        /* A word that the guide does not hold says more than any other. */
        if (word->concept == UINT32_MAX)
            question->weight += fixed_log2((guide->section_count + UINT64_C(1)) * 2);
    }
    question->log_weight = fixed_log2(question->weight + UINT64_C(1));
}

/* What words and a phrase share: a synonym counts less than the word. */
static uint32_t find_shared(const struct question *question, const uint32_t *stems, uint32_t count)
{
    const struct guide *guide = question->guide;
    uint32_t shared = 0;

    for (uint32_t i = 0; i < question->count; i++) {
        const struct word *word = &question->words[i];
        uint32_t most = 0;

        for (uint32_t j = 0; j < count && word->weight > 0; j++)
            if (stems[j] == word->stem)
                most = word->weight;
            else if (most == 0 && guide->stems[stems[j]] == word->concept)
                most = word->weight * 7 / 10;
        shared += most;
    }
    return shared;
}

/* Half the weight of neighbours that are neighbours in the phrase, in the same order. */
static uint32_t find_pairs(const struct question *question, const uint32_t *stems, uint32_t count)
{
    const struct guide *guide = question->guide;
    uint32_t pairs = 0;

    for (uint32_t i = 1; i < question->count; i++) {
        const struct word *word = &question->words[i];

        for (uint32_t j = 1; j < count && word[-1].weight + word->weight > 0; j++)
            if (guide->stems[stems[j - 1]] == word[-1].concept &&
                guide->stems[stems[j]] == word->concept) {
                pairs += (word[-1].weight + word->weight) / 2;
                break;
            }
    }
    return pairs;
}

/* Whether a phrase is what was typed; of the name of a place, synonyms are the same. */
static bool is_whole(const struct question *question, const struct guide_phrase *phrase)
{
    const struct guide *guide = question->guide;
    const bool place = phrase->kind == PHRASE_PLACE;

    if (phrase->count != question->count)
        return false;
    for (uint32_t i = 0; i < question->count; i++) {
        const uint32_t stem = guide->postings[phrase->first + i];

        if (place ? guide->stems[stem] != question->words[i].concept
                  : stem != question->words[i].stem)
            return false;
    }
    return true;
}

/* The section that a phrase leads to. */
static uint32_t section_of(const struct guide *guide, const struct guide_phrase *phrase)
{
    return phrase->kind == PHRASE_PLACE ? guide->places[phrase->subject].section : phrase->subject;
}

/* Notes what the words are as a whole; a section comes before a place in it. */
static void note_whole(struct lookup *lookup, uint32_t section, const struct guide_phrase *phrase)
{
    const uint32_t place = phrase->kind == PHRASE_PLACE ? phrase->subject + 1 : 0;

    for (uint32_t i = 0; i < lookup->whole_count; i++)
        if (lookup->wholes[i].section == section) {
            lookup->wholes[i].place = place != 0 ? lookup->wholes[i].place : 0;
            return;
        }
    if (lookup->whole_count < LOOKUP_MOST)
        lookup->wholes[lookup->whole_count++] = (struct lookup_whole){section, place};
}

/* How near a phrase comes to the words: 4 * FIXED_ONE if it is what was typed, but for its share.
 */
static uint64_t find_nearness(const struct question *question, const struct guide_phrase *phrase,
                              uint64_t shared)
{
    const uint32_t mean = (question->log_weight * 6 + phrase->weight * UINT32_C(4)) / 10;

    return shared * FIXED_ONE * 4 / (fixed_exp2(mean) + 1);
}

static void compare_phrase(struct question *question, struct lookup *lookup, uint32_t index)
{
    /* What a title, a name or an ask, and what a heading or term count, of FIXED_ONE. */
    static const uint32_t shares[PHRASE_KINDS] = {FIXED_ONE, FIXED_ONE * 9 / 10,
                                                  FIXED_ONE * 8 / 10};
    const struct guide_phrase *phrase = &question->guide->phrases[index];
    const uint32_t *stems = &question->guide->postings[phrase->first];
    const uint64_t shared = find_shared(question, stems, phrase->count) +
                            (uint64_t)find_pairs(question, stems, phrase->count);
    const uint32_t score =
        (uint32_t)(find_nearness(question, phrase, shared) * shares[phrase->kind] / FIXED_ONE);
    const uint32_t section = section_of(question->guide, phrase);
    struct standing *standing = &question->standings[section];

    if (score > standing->best) {
        standing->second = standing->best;
        standing->best = score;
    } else if (score > standing->second) {
        standing->second = score;
    }
    if (is_whole(question, phrase))
        note_whole(lookup, section, phrase);
}

/* Compares the phrases that have a concept, each once. */
static void compare_phrases(struct question *question, struct lookup *lookup,
                            const struct guide_concept *concept)
{
    const uint32_t *phrases = &question->guide->postings[concept->first + concept->section_count];

    for (uint32_t i = 0; i < concept->phrase_count; i++)
        if (!bits_has(question->met, phrases[i])) {
            bits_set(question->met, phrases[i]);
            compare_phrase(question, lookup, phrases[i]);
        }
}

/* Adds up what a word says for sections. */
static void rank_word(struct question *question, const struct word *word)
{
    const struct guide *guide = question->guide;
    const struct guide_concept *concept = &guide->concepts[word->concept];

    for (uint32_t i = 0; i < concept->section_count; i++) {
        const uint32_t posting = guide->postings[concept->first + i];

        question->standings[posting >> LOOKUP_SCORE_BITS].words +=
            word->weight * (posting & (LOOKUP_SCORE - 1)) / (LOOKUP_SCORE / 16);
    }
}

/* The score of a section; 1024 is a phrase that is what was typed. */
static uint32_t find_score(const struct question *question, uint32_t index)
{
    const struct guide_section *section = &question->guide->sections[index];
    const struct standing *standing = &question->standings[index];
    const uint32_t words = (uint32_t)((uint64_t)standing->words * 64 / (question->weight + 1));
    const uint32_t score = standing->best + standing->second * 3 / 5 + words;

    /* What is looked up rather than read comes after what helps. */
    return section->roles == 0 || section->lists_sources ? score * 85 / 100 : score;
}

/* Where a section is among those that were listed, or COUNT. */
static uint32_t find_listed(const struct lookup *lookup, uint32_t section)
{
    uint32_t i = 0;

    while (i < lookup->count && lookup->sections[i] != section)
        i++;
    return i;
}

static bool is_listed(const struct lookup *lookup, uint32_t section)
{
    return find_listed(lookup, section) < lookup->count;
}

/* An urgent phrase that was typed. */
struct match {
    uint32_t urgent;
    struct guide_range words;
    bool exact; /* word for word, without synonyms */
};

/* Of so many matches what is hidden is found out: four that begin at each word, where one or two
 * are usual. */
enum { MATCHES = 4 * LOOKUP_WORDS };

/* The urgent phrases that begin with a concept. */
static struct guide_range find_phrases(const struct guide *guide, uint32_t concept)
{
    uint32_t low = 0, high = guide->alarm_count;

    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;

        if (guide->alarms[middle].concept < concept)
            low = middle + 1;
        else
            high = middle;
    }
    return low < guide->alarm_count && guide->alarms[low].concept == concept
               ? guide->alarms[low].phrases
               : (struct guide_range){0, 0};
}

/* Finds the urgent phrases among the words. */
static uint32_t find_matches(const struct question *question, struct match *matches)
{
    const struct guide *guide = question->guide;
    uint32_t count = 0;

    for (uint32_t n = 0; n < question->count; n++) {
        const uint32_t stem = question->words[n].stem;
        const uint32_t concept = stem != UINT32_MAX ? guide->stems[stem] : UINT32_MAX;
        const struct guide_range phrases = find_phrases(guide, concept);
        uint32_t at = phrases.first;

        for (uint32_t i = 0; i < phrases.count; i++) {
            const uint32_t phrase = guide->postings[at];
            const struct guide_range words = {at + 1, phrase & ((1 << ALARM_BITS) - 1)};

            if (count < MATCHES && follows(question, n, words, true))
                matches[count++] = (struct match){
                    phrase >> ALARM_BITS, {n, words.count}, follows(question, n, words, false)};
            at = words.first + words.count;
        }
    }
    return count;
}

/* Whether a longer phrase holds the phrase, or one of the same words says the same as it was typed.
 */
static bool is_hidden(const struct match *match, const struct match *matches, uint32_t count)
{
    const struct guide_range words = match->words;

    for (uint32_t i = 0; i < count; i++) {
        const struct guide_range other = matches[i].words;

        if (other.first <= words.first && other.first + other.count >= words.first + words.count &&
            (other.count > words.count || (matches[i].exact && !match->exact)))
            return true;
    }
    return false;
}

/* Lists the sections that urgent phrases lead to, in the order of these phrases. */
static void list_urgent(const struct question *question, struct lookup *lookup)
{
    struct match matches[MATCHES];
    const uint32_t count = find_matches(question, matches);
    uint32_t after = 0; /* those before it are listed */

    while (lookup->count < LOOKUP_MOST) {
        uint32_t next = UINT32_MAX;

        for (uint32_t i = 0; i < count; i++)
            if (matches[i].urgent >= after && matches[i].urgent < next &&
                !is_hidden(&matches[i], matches, count))
                next = matches[i].urgent;
        if (next == UINT32_MAX)
            break;
        after = next + 1;
        lookup->sections[lookup->count++] = question->guide->urgents[next];
    }
    lookup->urgent_count = lookup->count;
}

/* Sorts what the words are as a whole in the order of the sections that are listed. */
static void sort_wholes(struct lookup *lookup)
{
    for (uint32_t i = 1; i < lookup->whole_count; i++) {
        const struct lookup_whole whole = lookup->wholes[i];
        const uint32_t place = find_listed(lookup, whole.section);
        uint32_t j = i;

        for (; j > 0 && find_listed(lookup, lookup->wholes[j - 1].section) > place; j--)
            lookup->wholes[j] = lookup->wholes[j - 1];
        lookup->wholes[j] = whole;
    }
}

/* Lists the best sections, as far as they come near the best. */
static void list_best(struct question *question, struct lookup *lookup, uint32_t roles)
{
    /* A fifth of what a phrase has that is what was typed: less is an answer by chance. */
    enum { LEAST = 1024 / 5 };
    const uint32_t count = question->guide->section_count;
    uint32_t least = LEAST;

    for (uint32_t i = 0; i < count; i++)
        if ((question->standings[i].best | question->standings[i].words) != 0 &&
            (roles == GUIDE_ALL_ROLES || (question->guide->sections[i].roles & roles) != 0) &&
            !is_listed(lookup, i))
            question->standings[i].score = find_score(question, i);
    while (lookup->count < LOOKUP_MOST) {
        struct standing *best = question->standings;

        for (uint32_t i = 1; i < count; i++)
            if (question->standings[i].score > best->score)
                best = &question->standings[i];
        if (best->score < least)
            return;
        if (best->score * 2 / 5 > least)
            least = best->score * 2 / 5;
        lookup->sections[lookup->count++] = (uint32_t)(best - question->standings);
        best->score = 0;
    }
}

static void rank(struct question *question, struct lookup *lookup, uint32_t roles)
{
    const struct guide *guide = question->guide;

    for (uint32_t i = 0; i < question->count; i++) {
        const struct word *word = &question->words[i];

        /* Phrases of small words alone are listed with their first one. */
        if (word->weight > 0 || (i == 0 && word->concept != UINT32_MAX))
            compare_phrases(question, lookup, &guide->concepts[word->concept]);
        if (word->weight > 0)
            rank_word(question, word);
    }
    list_best(question, lookup, roles);
    sort_wholes(lookup);
    /* A name may be typed without its spaces; a question is none without them. */
    if (question->parted && lookup->whole_count == 0)
        lookup->count = lookup->urgent_count;
}

/* Reads TEXT as a question; lookup->memory gets its words. Returns false if memory ran out. */
static bool read_question(struct question *question, struct lookup *lookup, const char *text)
{
    struct output folded;

    *lookup = (struct lookup){0};
    output_to_memory(&folded);
    fold_put(question->guide, text, &folded);
    output_char(&folded, '\0');
    lookup->memory = malloc(folded.length * 2 + WORD_BYTES + 2);
    if (folded.error == 0 && lookup->memory != NULL) {
        read_words(question, lookup, folded.data);
        list_urgent(question, lookup);
        join_compounds(question);
        weigh_words(question);
    }
    free(folded.data);
    return folded.error == 0 && lookup->memory != NULL;
}

bool lookup_find(struct lookup *lookup, const struct guide *guide, uint32_t roles, const char *text)
{
    struct question question = {.guide = guide};
    bool found;

    question.standings = calloc((size_t)guide->section_count + 1, sizeof *question.standings);
    question.met = calloc(bits_size(guide->phrase_count) + 1, 1);
    found = read_question(&question, lookup, text) && question.standings != NULL &&
            question.met != NULL;
    if (found)
        rank(&question, lookup, roles);
    else
        lookup_free(lookup);
    free(question.standings);
    free(question.met);
    return found;
}

bool lookup_find_urgent(struct lookup *lookup, const struct guide *guide, const char *text)
{
    struct question question = {.guide = guide};
    const bool found = read_question(&question, lookup, text);

    if (!found)
        lookup_free(lookup);
    return found;
}

/* A place that is looked for in a section. */
struct wanted_place {
    uint32_t section;
    bool exact;
    uint64_t nearness; /* of the best so far */
    uint32_t place;    /* it + 1 */
};

/* Looks at the places whose names have a concept. */
static void find_places(const struct question *question, const struct guide_concept *concept,
                        struct wanted_place *wanted)
{
    const struct guide *guide = question->guide;
    const uint32_t *phrases = &guide->postings[concept->first + concept->section_count];

    for (uint32_t i = 0; i < concept->phrase_count; i++) {
        const struct guide_phrase *phrase = &guide->phrases[phrases[i]];
        uint64_t shared, nearness = UINT64_MAX;

        if (phrase->kind != PHRASE_PLACE || section_of(guide, phrase) != wanted->section)
            continue;
        if (!is_whole(question, phrase)) {
            shared = find_shared(question, &guide->postings[phrase->first], phrase->count);
            nearness = find_nearness(question, phrase, shared);
            if (wanted->exact || shared * 3 < question->weight * UINT64_C(2))
                continue;
        }
        if (nearness > wanted->nearness) {
            wanted->nearness = nearness;
            wanted->place = phrase->subject + 1;
        }
    }
}

bool lookup_find_place(const struct guide *guide, uint32_t section, const char *text, bool exact,
                       uint32_t *place)
{
    struct wanted_place wanted = {section, exact, 0, 0};
    struct question question = {.guide = guide};
    struct lookup lookup;
    const bool found = read_question(&question, &lookup, text);

    for (uint32_t i = 0; found && i < question.count; i++) {
        const struct word *word = &question.words[i];

        if (word->weight > 0 || (i == 0 && word->concept != UINT32_MAX))
            find_places(&question, &guide->concepts[word->concept], &wanted);
    }
    *place = wanted.place;
    lookup_free(&lookup);
    return found;
}

void lookup_free(struct lookup *lookup)
{
    free(lookup->memory);
    lookup->memory = NULL;
}
