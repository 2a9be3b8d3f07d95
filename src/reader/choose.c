/* SPDX-License-Identifier: MIT */
/* choose.c: from what was asked for to the sections that are chosen. */
#include "guide/lookup.h"
#include "guide/suggest.h"
#include "guide/words.h"
#include "reader/reader.h"

#include <errno.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct choice {
    const struct guide *guide;
    const struct request *request;
    struct facets facets;
    struct selection *selection;
    struct search *found;
};

/* Says that nothing is of the name, or holds the text; and what may have been meant, a text of the
 * guide, or if that is 0 some ADVICE, with a word. */
static enum status say_missing(const struct guide *guide, const char *typed, enum guide_label what,
                               enum guide_label advice, uint32_t meant, const char *word)
{
    struct output *out = message_begin();

    message_put(out, what, typed);
    if (meant != 0)
        message_put_name(out, LABEL_DID_YOU_MEAN, guide_text(guide, meant));
    else
        message_put(out, advice, word);
    return message_end(out, STATUS_NOTHING);
}

/* Says that no role or topic is of that name. */
static enum status say_no_name(const struct choice *choice, const struct guide_word *word)
{
    const bool role = word->kind == NAME_ROLE;
    const struct guide *guide = choice->guide;
    struct suggestion suggestion;
    uint32_t meant = 0;

    suggest_begin(&suggestion, word->text);
    for (uint32_t i = 0; i < guide->name_count; i++)
        if (guide->names[i].kind == word->kind)
            suggest_offer(&suggestion, guide_text(guide, guide->names[i].text));
    if (suggestion.best != NULL)
        meant = (uint32_t)(suggestion.best - guide->text);
    return say_missing(guide, word->text, role ? LABEL_NO_ROLE : LABEL_NO_TOPIC, LABEL_SEE_LIST,
                       meant, role ? "roles" : "topics");
}

/* The name that a word is, or NULL; *FAILED if memory ran out. */
static const struct guide_name *find_name(const struct choice *choice,
                                          const struct guide_word *word, bool *failed)
{
    const struct guide_name *name = NULL;
    struct output key;

    output_to_memory(&key);
    words_key(choice->guide, word->text, &key);
    output_char(&key, '\0');
    *failed = key.error != 0;
    if (!*failed && *key.data != '\0')
        name = guide_find_name(choice->guide, word, key.data);
    free(key.data);
    return name;
}

/* Adds what a name means to the facets, which have room for it. */
static void add_facet(struct facets *facets, uint32_t *sections, uint32_t *topics,
                      const struct guide_name *name)
{
    if (name->kind == NAME_SECTION)
        sections[facets->section_count++] = name->index;
    else if (name->kind == NAME_TOPIC)
        topics[facets->topic_count++] = name->index;
    else
        facets->roles |= UINT32_C(1) << name->index;
}

static enum status say_nothing(const struct choice *choice, enum guide_label what)
{
    select_free(choice->selection);
    return message(STATUS_NOTHING, what, "");
}

static enum status choose_facets(const struct choice *choice, const struct facets *facets)
{
    if (!select_sections(choice->guide, facets, choice->selection))
        return message_failure(ENOMEM);
    if (choice->selection->count == 0)
        return say_nothing(choice, LABEL_NOTHING_IS_ALL);
    return STATUS_FOUND;
}

/* Leaves some sections of the selection, as the same roles see them. */
static enum status keep(const struct choice *choice, const uint32_t *sections, uint32_t count)
{
    const struct facets facets = {
        .sections = sections, .section_count = count, .roles = choice->facets.roles};
    struct selection all = *choice->selection;
    enum status status = choose_facets(choice, &facets);

    select_free(&all);
    return status;
}

/* Makes the selection of sections that may be meant. What is urgent is there even for a role that
 * does not have it. */
static enum status choose_answers(struct choice *choice, const uint32_t *sections, uint32_t count)
{
    const struct facets facets = {.sections = sections,
                                  .section_count = count,
                                  .topics = choice->facets.topics,
                                  .topic_count = choice->facets.topic_count};
    enum status status = choose_facets(choice, &facets);

    if (status == STATUS_FOUND) {
        choice->selection->are_answers = true;
        if (choice->facets.roles != 0)
            choice->selection->roles = choice->facets.roles;
    }
    return status;
}

/* Puts what is urgent about a text before what was found. Returns false if memory ran out. */
static bool find_urgent(const struct choice *choice, const char *text)
{
    struct lookup lookup;
    bool found = lookup_find_urgent(&lookup, choice->guide, text);

    if (!found)
        return false;
    for (uint32_t i = lookup.urgent_count; found && i > 0; i--)
        found = search_put_first(choice->found, lookup.sections[i - 1]);
    lookup_free(&lookup);
    return found;
}

/* Says that nothing holds the text: it may do so elsewhere. */
static enum status say_not_held(const struct choice *choice)
{
    const char *text = choice->request->search;
    struct facets everything = {0};
    struct selection *selection = choice->selection;
    enum status status = STATUS_NOTHING;

    select_free(selection);
    if (!select_sections(choice->guide, &everything, selection) ||
        !search_find(choice->found, choice->guide, selection, text))
        status = message_failure(ENOMEM);
    else if (choice->found->count > 0 && choice->found->holds_all)
        message(STATUS_NOTHING, LABEL_NO_TEXT_THERE, text);
    else if (strchr(text, '"') != NULL)
        say_missing(choice->guide, text, LABEL_NO_TEXT, LABEL_TRY_WITHOUT_QUOTES, 0, "");
    else
        say_missing(choice->guide, text, LABEL_NO_TEXT, LABEL_SEE_LIST, 0, "toc");
    search_free(choice->found);
    select_free(selection);
    return status;
}

/* Leaves the sections that hold the words that are searched for, or else the most of them, which it
 * says; best first, after what is urgent. */
static enum status keep_holding(struct choice *choice)
{
    const char *text = choice->request->search;
    struct search *found = choice->found;
    struct selection before = *choice->selection;
    uint32_t *sections;
    enum status status;

    if (!search_find(found, choice->guide, choice->selection, text) || !find_urgent(choice, text)) {
        select_free(choice->selection);
        return message_failure(ENOMEM);
    }
    if (found->count == 0)
        return say_not_held(choice);
    if (!found->holds_all)
        message(STATUS_FOUND, LABEL_MOST_WORDS, text);
    sections = malloc(found->count * sizeof *sections);
    for (uint32_t i = 0; sections != NULL && i < found->count; i++)
        sections[i] = found->sections[i].section;
    *choice->selection = (struct selection){0};
    status =
        sections != NULL ? choose_answers(choice, sections, found->count) : message_failure(ENOMEM);
    free(sections);
    select_free(&before);
    choice->selection->are_answers = false;
    return status;
}

/* Chooses the section after, or before, the one that is chosen. */
static enum status choose_step(const struct choice *choice)
{
    const int step = choice->request->step;
    const struct selection *selection = choice->selection;
    const bool is_one = selection->count == 1 && !selection->are_answers;
    const uint32_t section = is_one ? selection->sections[0] : 0;
    struct facets all = choice->facets;
    uint32_t place = 0;
    enum status status;

    select_free(choice->selection);
    if (!is_one)
        return message(STATUS_USAGE, LABEL_ONE_SECTION_STEP, "");
    all.section_count = 0;
    status = choose_facets(choice, &all);
    if (status != STATUS_FOUND)
        return status;
    while (place < selection->count && selection->sections[place] != section)
        place++;
    if (place == selection->count)
        return say_nothing(choice, LABEL_NOT_AMONG);
    place += (uint32_t)step; /* before the first one it becomes very large */
    if (place >= selection->count)
        return say_nothing(choice, step > 0 ? LABEL_LAST : LABEL_FIRST);
    return keep(choice, &selection->sections[place], 1);
}

/* A number that looks like chance, and is the same for the same seed. Fibonacci hashing spreads
 * seeds that are neighbours. */
static uint64_t throw_dice(const struct request *request)
{
    uint64_t seed =
        request->has_seed ? request->seed : (uint64_t)time(NULL) << 22 ^ (uint64_t)getpid();

    return (seed + 1) * 0x9E3779B97F4A7C15U >> 32;
}

/* Adds what options ask for to the facets. */
static enum status read_options(struct choice *choice, uint32_t *sections, uint32_t *topics)
{
    const struct request *request = choice->request;
    struct facets *facets = &choice->facets;
    enum status status = STATUS_FOUND;

    *facets = (struct facets){.sections = sections, .topics = topics};
    for (uint32_t i = 0; i < request->word_count; i++) {
        const struct guide_word *word = &request->words[i];
        const struct guide_name *name;
        bool failed;

        if (word->kind == NAME_ANY)
            continue;
        name = find_name(choice, word, &failed);
        if (failed)
            return message_failure(ENOMEM);
        if (name != NULL)
            add_facet(facets, sections, topics, name);
        else
            status = say_no_name(choice, word);
    }
    return status;
}

/* Whether there are words that are not those of options. */
static bool has_words(const struct request *request)
{
    for (uint32_t i = 0; i < request->word_count; i++)
        if (request->words[i].kind == NAME_ANY)
            return true;
    return false;
}

/* The words that are not those of options, as one text, which the caller frees; NULL if memory ran
 * out. */
static char *join_words(const struct request *request)
{
    struct output text;

    output_to_memory(&text);
    for (uint32_t i = 0; i < request->word_count; i++)
        if (request->words[i].kind == NAME_ANY) {
            output_string(&text, text.length > 0 ? " " : "");
            output_string(&text, request->words[i].text);
        }
    output_char(&text, '\0');
    if (text.error != 0) {
        free(text.data);
        return NULL;
    }
    return text.data;
}

/* Whether the roles that are asked for have a section. */
static bool is_seen(const struct choice *choice, uint32_t section)
{
    return choice->facets.roles == 0 ||
           (choice->guide->sections[section].roles & choice->facets.roles) != 0;
}

/* What was typed, beside options: words, one after another. */
struct typed {
    const char *text; /* all of it */
    char **words;
    uint32_t count;
};

/* Chooses the sections of the facets. Where they have none it returns false, and the choice's own
 * are what they were before; *STATUS tells of a failure. */
static bool choose_or_restore(struct choice *choice, const struct facets *facets,
                              const struct facets *before, enum status *status)
{
    if (!select_sections(choice->guide, facets, choice->selection))
        *status = message_failure(ENOMEM);
    else if (choice->selection->count == 0)
        select_free(choice->selection);
    else
        return true;
    choice->facets = *before;
    return *status != STATUS_FOUND;
}

/* Takes the name that the words are together. Returns false, having chosen nothing, if they are
 * none, or if nothing is chosen so; *STATUS tells of a failure. */
static bool choose_name(struct choice *choice, const char *text, uint32_t *sections,
                        uint32_t *topics, enum status *status)
{
    const struct guide_word word = {text, NAME_ANY};
    const struct facets before = choice->facets;
    struct facets facets;
    bool failed;
    const struct guide_name *name = find_name(choice, &word, &failed);

    *status = failed ? message_failure(ENOMEM) : STATUS_FOUND;
    if (name == NULL)
        return failed;
    add_facet(&choice->facets, sections, topics, name);
    facets = choice->facets;
    /* Whether the roles have it, a step from it finds out. */
    if (choice->request->step != 0)
        facets.roles = 0;
    return choose_or_restore(choice, &facets, &before, status);
}

/* Takes words of which each is an identifier. The same as choose_name else. */
static bool choose_identifiers(struct choice *choice, const struct typed *typed, uint32_t *sections,
                               uint32_t *topics, enum status *status)
{
    const struct facets before = choice->facets;

    *status = STATUS_FOUND;
    for (uint32_t i = 0; i < typed->count; i++) {
        const struct guide_word word = {typed->words[i], NAME_ANY};
        bool failed;
        const struct guide_name *name = find_name(choice, &word, &failed);

        if (failed)
            *status = message_failure(ENOMEM);
        if (name == NULL || name->is_alias) {
            choice->facets = before;
            return failed;
        }
        add_facet(&choice->facets, sections, topics, name);
    }
    return choose_or_restore(choice, &choice->facets, &before, status);
}

/* Chooses one section, or the place + 1 in it. */
static enum status choose_one(struct choice *choice, uint32_t section, uint32_t place)
{
    const struct facets facets = {
        .sections = &section, .section_count = 1, .roles = choice->facets.roles};
    enum status status = choose_facets(choice, &facets);

    if (status == STATUS_FOUND)
        choice->selection->place = place;
    return status;
}

/* Whether the roles that are asked for see a place. */
static bool sees_place(const struct choice *choice, uint32_t place)
{
    const struct guide *guide = choice->guide;
    bool seen = choice->facets.roles == 0;

    for (uint32_t i = place; !seen && guide_same_place(guide, place, i); i++)
        seen = (guide->blocks[guide->places[i].blocks.first].roles & choice->facets.roles) != 0;
    return seen;
}

/* The section that a word names, as it is or but for its ending; GUIDE_NO_SECTION if it names none,
 * or several. *FAILED if memory ran out. */
static uint32_t find_section(const struct choice *choice, const char *text, bool *failed)
{
    const struct guide_word word = {text, NAME_SECTION};
    const struct guide_name *name = find_name(choice, &word, failed);
    struct lookup lookup;
    uint32_t section = GUIDE_NO_SECTION;

    if (name != NULL)
        return name->index;
    *failed = *failed || !lookup_find(&lookup, choice->guide, GUIDE_ALL_ROLES, text);
    if (*failed)
        return GUIDE_NO_SECTION;
    if (lookup.whole_count == 1 && lookup.wholes[0].place == 0)
        section = lookup.wholes[0].section;
    lookup_free(&lookup);
    return section;
}

/* Takes the place in a section that a text names or, unless EXACT, most of its words do. The same
 * as choose_name else. */
static bool choose_place(struct choice *choice, uint32_t section, const char *text, bool exact,
                         enum status *status)
{
    uint32_t place = 0;

    if (section == GUIDE_NO_SECTION || !is_seen(choice, section))
        return false;
    if (!lookup_find_place(choice->guide, section, text, exact, &place)) {
        *status = message_failure(ENOMEM);
        return true;
    }
    if (place == 0 || !sees_place(choice, place - 1))
        return false;
    *status = choose_one(choice, section, place);
    return true;
}

/* Takes a section and then a place in it, or the place and then the section. The same as
 * choose_name else. */
static bool choose_part(struct choice *choice, const struct typed *typed, bool exact,
                        enum status *status)
{
    const char *last = typed->words[typed->count - 1];
    const size_t before = (size_t)(last - typed->words[0]);
    char *beginning;
    bool failed, chosen;
    uint32_t section = find_section(choice, typed->words[0], &failed);

    if (!failed && choose_place(choice, section, typed->text + (typed->words[1] - typed->words[0]),
                                exact, status))
        return true;
    section = failed ? GUIDE_NO_SECTION : find_section(choice, last, &failed);
    if (!failed && section == GUIDE_NO_SECTION)
        return false;
    beginning = failed ? NULL : malloc(before + 1);
    if (beginning == NULL) {
        *status = message_failure(ENOMEM);
        return true;
    }
    memcpy(beginning, typed->text, before);
    beginning[before] = '\0';
    chosen = choose_place(choice, section, beginning, exact, status);
    free(beginning);
    return chosen;
}

/* Says which word was taken for another. */
static void say_taken(const struct choice *choice, const struct lookup *lookup)
{
    for (uint32_t i = 0; i < lookup->slip_count; i++)
        if (lookup->slips[i].taken != 0) {
            struct output *out = message_begin();

            message_put_name(out, LABEL_TAKEN_FOR,
                             guide_text(choice->guide, lookup->slips[i].taken));
            output_char(out, ' ');
            message_put(out, LABEL_INSTEAD_OF, lookup->slips[i].typed);
            message_end(out, STATUS_FOUND);
        }
}

static enum status say_nothing_found(const struct choice *choice, const struct lookup *lookup,
                                     const char *text)
{
    uint32_t meant = 0;

    for (uint32_t i = 0; i < lookup->slip_count && meant == 0; i++)
        meant = lookup->slips[i].offered;
    return say_missing(choice->guide, text, LABEL_NO_NAME, LABEL_SEE_LIST, meant, "toc");
}

/* Whether the roles that are asked for see what the words are as a whole. */
static bool sees_whole(const struct choice *choice, const struct lookup_whole *whole)
{
    return is_seen(choice, whole->section) &&
           (whole->place == 0 || sees_place(choice, whole->place - 1));
}

/* Lists after COUNT answers the sections that the words name, whole; returns how many answers there
 * are then. */
static uint32_t add_named(const struct choice *choice, const struct lookup *lookup,
                          uint32_t *answers, uint32_t count)
{
    for (uint32_t i = 0; i < lookup->whole_count; i++)
        if (lookup->wholes[i].place == 0 && sees_whole(choice, &lookup->wholes[i]))
            answers[count++] = lookup->wholes[i].section;
    return count;
}

/* The place that the words name, if it is in the section that comes first anyway; else NULL. */
static const struct lookup_whole *find_best_place(const struct choice *choice,
                                                  const struct lookup *lookup)
{
    for (uint32_t i = 0; i < lookup->whole_count; i++)
        if (lookup->count > 0 && lookup->wholes[i].section == lookup->sections[0] &&
            sees_whole(choice, &lookup->wholes[i]))
            return &lookup->wholes[i];
    return NULL;
}

/* Chooses what a lookup found: what the words are as a whole, or else answers. */
static enum status choose_found(struct choice *choice, const struct typed *typed,
                                const struct lookup *lookup)
{
    const uint32_t urgent = lookup->urgent_count;
    const struct lookup_whole *place;
    uint32_t answers[2 * LOOKUP_MOST], count;
    enum status status;

    memcpy(answers, lookup->sections, urgent * sizeof *answers);
    count = add_named(choice, lookup, answers, urgent);
    if (count == 1 && urgent == 0)
        return choose_one(choice, answers[0], 0);
    if (count > urgent)
        return choose_answers(choice, answers, count);
    place = urgent == 0 ? find_best_place(choice, lookup) : NULL;
    if (place != NULL)
        return choose_one(choice, place->section, place->place);
    if (typed->count > 1 && urgent == 0 && choose_part(choice, typed, false, &status))
        return status;
    return lookup->count > 0 ? choose_answers(choice, lookup->sections, lookup->count)
                             : say_nothing_found(choice, lookup, typed->text);
}

/* Chooses what words mean: the first of the ways that finds something. */
static enum status choose_typed(struct choice *choice, struct typed *typed, uint32_t *sections,
                                uint32_t *topics)
{
    struct lookup lookup;
    enum status status;

    if (typed->count == 1 && choose_name(choice, typed->text, sections, topics, &status))
        return status;
    if (typed->count > 1) {
        const struct guide_word word = {typed->words[0], NAME_ROLE};
        bool failed;
        const struct guide_name *role = find_name(choice, &word, &failed);

        if (role != NULL && !role->is_alias) {
            struct typed rest = {typed->text + (typed->words[1] - typed->words[0]),
                                 typed->words + 1, typed->count - 1};

            choice->facets.roles |= UINT32_C(1) << role->index;
            return choose_typed(choice, &rest, sections, topics);
        }
        /* Scripts rely on identifiers, whatever else their words may mean. */
        if (choose_identifiers(choice, typed, sections, topics, &status) ||
            choose_part(choice, typed, true, &status))
            return status;
    }
    if (!lookup_find(&lookup, choice->guide,
                     choice->facets.roles != 0 ? choice->facets.roles : GUIDE_ALL_ROLES,
                     typed->text))
        return message_failure(ENOMEM);
    if (lookup.count > 0 || lookup.whole_count > 0)
        say_taken(choice, &lookup);
    if (typed->count == 1 || lookup.urgent_count > 0 ||
        !choose_name(choice, typed->text, sections, topics, &status))
        status = choose_found(choice, typed, &lookup);
    lookup_free(&lookup);
    return status;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

/* Ends the words of a text where they end, and notes where they begin. Each function of libc would
 * have to be found, which takes longer than this. */
static void part_words(struct typed *typed, char *text)
{
    while (*text != '\0') {
        while (is_blank(*text))
            *text++ = '\0';
        if (*text != '\0')
            typed->words[typed->count++] = text;
        while (*text != '\0' && !is_blank(*text))
            text++;
    }
}

/* Chooses what the words ask for that are not those of options. */
static enum status choose_words(struct choice *choice, const char *text, uint32_t *sections,
                                uint32_t *topics)
{
    const size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    struct typed typed = {.words = malloc(size * sizeof *typed.words)};
    enum status status;

    if (copy == NULL || typed.words == NULL) {
        status = message_failure(ENOMEM);
    } else {
        memcpy(copy, text, size);
        part_words(&typed, copy);
        if (typed.count > 0) {
            typed.text = text + (typed.words[0] - copy);
            status = choose_typed(choice, &typed, sections, topics);
        } else {
            status = say_missing(choice->guide, text, LABEL_NO_NAME, LABEL_SEE_LIST, 0, "toc");
        }
    }
    free(typed.words);
    free(copy);
    return status;
}

/* Selects what options and words name. */
static enum status choose_by_names(struct choice *choice, const char *text, uint32_t *sections,
                                   uint32_t *topics)
{
    const enum status status = read_options(choice, sections, topics);

    if (status == STATUS_FOUND && has_words(choice->request))
        return choose_words(choice, text, sections, topics);
    if (status == STATUS_FOUND && choice->request->step == 0)
        return choose_facets(choice, &choice->facets);
    return status;
}

enum status choose(const struct guide *guide, const struct request *request,
                   struct selection *selection, struct search *found)
{
    char *text = join_words(request);
    const size_t words = request->word_count + (text != NULL ? strlen(text) : 0);
    uint32_t *sections = calloc(words + 1, sizeof *sections);
    uint32_t *topics = calloc(words + 1, sizeof *topics);
    struct choice choice = {guide, request, {0}, selection, found};
    enum status status;

    if (text == NULL || sections == NULL || topics == NULL)
        status = message_failure(ENOMEM);
    else
        status = choose_by_names(&choice, text, sections, topics);
    if (status == STATUS_FOUND && request->step != 0)
        status = choose_step(&choice);
    if (status == STATUS_FOUND && request->search != NULL)
        status = keep_holding(&choice);
    if (status == STATUS_FOUND && request->random)
        status = keep(&choice, &selection->sections[throw_dice(request) % selection->count], 1);
    free(text);
    free(sections);
    free(topics);
    return status;
}
