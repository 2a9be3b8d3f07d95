/* choose.c: from what was asked for to the sections that are chosen. */
#include "reader.h"
#include "suggest.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

struct choice {
    const struct guide *guide;
    const struct request *request;
    struct facets facets;
    struct selection *selection;
    struct search *found;
};

/* Whether a word may mean the Nth name, of a run that begin with it: names of the kind that is
 * asked for or, if none is, the first of equal names, which hides the others. */
static bool is_meant(const struct guide *guide, const struct word *word, struct guide_range run,
                     uint32_t n)
{
    const struct guide_name *name = &guide->names[n];

    if (word->kind != WORD_ANY)
        return name->kind == word->kind;
    return n == run.first ||
           strcmp(guide_text(guide, name->text), guide_text(guide, name[-1].text)) != 0;
}

/* Whether any section holds the text. */
static bool is_held(const struct guide *guide, const char *text)
{
    const struct facets everything = {0};
    struct selection selection;
    struct search found = {0};
    bool held;

    if (!select_sections(guide, &everything, &selection))
        return false;
    held = search_find(&found, guide, &selection, text) && found.count > 0;
    search_free(&found);
    select_free(&selection);
    return held;
}

/* Says that a word is none, and which one may have been meant. */
static void say_missing(struct choice *choice, const struct word *word)
{
    const bool role = word->kind == NAME_ROLE, topic = word->kind == NAME_TOPIC;
    const struct guide *guide = choice->guide;
    struct suggestion suggestion;
    struct output *out;

    suggest_begin(&suggestion, word->text);
    for (uint32_t i = 0; i < guide->name_count; i++)
        if (word->kind == WORD_ANY || guide->names[i].kind == word->kind)
            suggest_offer(&suggestion, guide_text(guide, guide->names[i].text));
    out = message_begin();
    output_string(out, role ? "no role" : topic ? "no topic" : "nothing");
    output_string(out, " is called '");
    plain_clean(out, word->text);
    if (suggestion.best != NULL) {
        output_string(out, "'; did you mean '");
        plain_put(out, suggestion.best, !terminal_is_utf8());
        output_string(out, "'?");
    } else if (!role && !topic && is_held(guide, word->text)) {
        output_string(out, "', but '" PROGRAM " --search' finds it");
    } else {
        output_string(out, "'; see '" PROGRAM " --");
        output_string(out, role ? "roles'" : topic ? "topics'" : "toc'");
    }
    message_end(out, STATUS_NOTHING);
}

/* Says what a beginning may mean. */
static void say_ambiguous(struct choice *choice, const struct word *word, struct guide_range run)
{
    const struct guide *guide = choice->guide;
    struct output *out = message_begin();
    const char *before = "' begins ";

    output_char(out, '\'');
    plain_clean(out, word->text);
    for (uint32_t i = run.first; i < run.first + run.count; i++)
        if (is_meant(guide, word, run, i)) {
            output_string(out, before);
            plain_put(out, guide_text(guide, guide->names[i].text), !terminal_is_utf8());
            before = ", ";
        }
    message_end(out, STATUS_NOTHING);
}

/* The name that a word is, or is the only beginning of; NULL, with a message, if there is none. */
static const struct guide_name *find_name(struct choice *choice, const struct word *word)
{
    const struct guide *guide = choice->guide;
    const uint32_t length = (uint32_t)strlen(word->text);
    const struct guide_name *found = NULL;
    struct guide_range run = {0};
    bool ambiguous = false;

    for (int exact = 1; exact >= 0 && found == NULL && length > 0; exact--) {
        run.count = guide_find_names(guide, word->text, length, exact, &run.first);
        for (uint32_t i = run.first; i < run.first + run.count; i++) {
            const struct guide_name *name = &guide->names[i];

            if (found == NULL && is_meant(guide, word, run, i))
                found = name;
            else if (found != NULL && !exact && is_meant(guide, word, run, i))
                ambiguous |= name->kind != found->kind || name->index != found->index;
        }
    }
    if (found == NULL)
        say_missing(choice, word);
    if (ambiguous)
        say_ambiguous(choice, word, run);
    return ambiguous ? NULL : found;
}

/* Looks all words up. SECTIONS and TOPICS have room for all that they may mean. */
static enum status find_all(struct choice *choice, uint32_t *sections, uint32_t *topics)
{
    const struct request *request = choice->request;
    struct facets *facets = &choice->facets;
    enum status status = STATUS_FOUND;

    *facets = (struct facets){.sections = sections, .topics = topics, .roles = request->roles};
    for (uint32_t i = 0; i < request->sections.count; i++)
        sections[facets->section_count++] = request->sections.first + i;
    for (uint32_t i = 0; i < request->word_count; i++) {
        const struct guide_name *name = find_name(choice, &request->words[i]);

        if (name == NULL)
            status = STATUS_NOTHING;
        else if (name->kind == NAME_SECTION)
            sections[facets->section_count++] = name->index;
        else if (name->kind == NAME_TOPIC)
            topics[facets->topic_count++] = name->index;
        else
            facets->roles |= UINT32_C(1) << name->index;
    }
    return status;
}

static enum status say_nothing(const struct choice *choice, const char *what)
{
    select_free(choice->selection);
    return message(STATUS_NOTHING, what, "", "");
}

static enum status choose_facets(const struct choice *choice, const struct facets *facets)
{
    if (!select_sections(choice->guide, facets, choice->selection))
        return message_failure(ENOMEM);
    if (choice->selection->count == 0)
        return say_nothing(choice, "no section is all of that; leave something out");
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

/* Leaves the sections that hold the text that is searched for, best first. */
static enum status keep_holding(const struct choice *choice)
{
    const char *text = choice->request->search;
    struct search *found = choice->found;
    uint32_t *sections = choice->selection->sections;
    const bool searched = search_find(found, choice->guide, choice->selection, text);

    for (uint32_t i = 0; searched && i < found->count; i++)
        sections[i] = found->sections[i].section;
    if (searched && found->count > 0)
        return keep(choice, sections, found->count);
    select_free(choice->selection);
    return searched ? message(STATUS_NOTHING, "nothing holds '", text, "'")
                    : message_failure(ENOMEM);
}

/* Chooses the section after, or before, the one that is named. */
static enum status choose_step(const struct choice *choice)
{
    const int step = choice->request->step;
    const struct selection *selection = choice->selection;
    struct facets all = choice->facets;
    uint32_t place = 0;
    enum status status;

    if (all.section_count != 1)
        return message(STATUS_USAGE, "options '-n' and '-p' take exactly one section", "", "");
    all.section_count = 0;
    status = choose_facets(choice, &all);
    if (status != STATUS_FOUND)
        return status;
    while (place < selection->count && selection->sections[place] != all.sections[0])
        place++;
    if (place == selection->count)
        return say_nothing(choice, "that section is not one of them");
    place += (uint32_t)step; /* before the first one it becomes very large */
    if (place >= selection->count)
        return say_nothing(choice, step > 0 ? "that is the last one" : "that is the first one");
    return keep(choice, &selection->sections[place], 1);
}

/* A number that looks like chance, and is the same for the same seed. */
static uint64_t throw_dice(const struct request *request)
{
    const uint64_t moment = (uint64_t)time(NULL) << 22 ^ (uint64_t)getpid();
    const uint64_t seed = request->has_seed ? request->seed : moment;

    return (seed + 1) * 0x9E3779B97F4A7C15U >> 32; /* Fibonacci hashing spreads neighbours */
}

enum status choose(const struct guide *guide, const struct request *request,
                   struct selection *selection, struct search *found)
{
    const size_t words = request->word_count, others = request->sections.count;
    uint32_t *room = malloc((2 * words + others + 1) * sizeof *room);
    struct choice choice = {guide, request, {0}, selection, found};
    enum status status;

    if (room == NULL)
        return message_failure(ENOMEM);
    status = find_all(&choice, room + words, room);
    if (status == STATUS_FOUND)
        status = request->step != 0 ? choose_step(&choice) : choose_facets(&choice, &choice.facets);
    if (status == STATUS_FOUND && request->search != NULL)
        status = keep_holding(&choice);
    if (status == STATUS_FOUND && request->random)
        status = keep(&choice, &selection->sections[throw_dice(request) % selection->count], 1);
    free(room);
    return status;
}
