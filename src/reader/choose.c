/* choose.c: from what was asked for to the sections that are chosen. */
#include "guide/suggest.h"
#include "reader/reader.h"

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

/* Whether any section holds all words of the text. */
static bool is_held(struct choice *choice, const char *text)
{
    const struct facets everything = {0};
    bool held = select_sections(choice->guide, &everything, choice->selection) &&
                search_find(choice->found, choice->guide, choice->selection, text) &&
                choice->found->holds_all;

    search_free(choice->found);
    select_free(choice->selection);
    return held;
}

/* Says that nothing is of the name, or holds the text, and what may have been meant. */
static enum status say_missing(struct choice *choice, const struct guide_word *word, bool searched)
{
    const bool role = word->kind == NAME_ROLE, topic = word->kind == NAME_TOPIC;
    const struct guide *guide = choice->guide;
    const bool held = !role && !topic && is_held(choice, word->text);
    struct suggestion suggestion;
    struct output *out = message_begin();

    suggest_begin(&suggestion, word->text);
    for (uint32_t i = 0; i < guide->name_count; i++)
        if (word->kind == NAME_ANY || guide->names[i].kind == word->kind)
            suggest_offer(&suggestion, guide_text(guide, guide->names[i].text));
    if (searched && held) {
        message_put(out, LABEL_NO_TEXT_THERE, word->text);
        return message_end(out, STATUS_NOTHING);
    }
    message_put(out,
                searched ? LABEL_NO_TEXT
                : role   ? LABEL_NO_ROLE
                : topic  ? LABEL_NO_TOPIC
                         : LABEL_NO_NAME,
                word->text);
    if (suggestion.best != NULL)
        message_put_name(out, LABEL_DID_YOU_MEAN, suggestion.best);
    else if (held)
        message_put(out, LABEL_SEARCH_FINDS, "");
    else if (searched && strchr(word->text, '"') != NULL)
        message_put(out, LABEL_TRY_WITHOUT_QUOTES, "");
    else
        message_put(out, LABEL_SEE_LIST, role ? "roles" : topic ? "topics" : "toc");
    return message_end(out, STATUS_NOTHING);
}

/* Says what a beginning may mean. */
static enum status say_ambiguous(const struct guide *guide, const struct guide_word *word,
                                 const struct guide_range *run)
{
    struct output *out = message_begin();
    const char *before = " ";

    message_put(out, LABEL_BEGINS, word->text);
    for (uint32_t i = run->first; i < run->first + run->count; i++)
        if (guide_may_mean(guide, word, run, i)) {
            output_string(out, before);
            row_put_title(out, guide_text(guide, guide->names[i].text), !terminal_is_utf8());
            before = ", ";
        }
    return message_end(out, STATUS_NOTHING);
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
        const struct guide_word *word = &request->words[i];
        const struct guide_name *name = choice->guide->names;
        struct guide_range run = {0};
        uint32_t found = 0, meanings = guide_find_word(choice->guide, word, &found, &run);

        name += found;
        if (meanings == 0)
            status = say_missing(choice, word, false);
        else if (meanings > 1)
            status = say_ambiguous(choice->guide, word, &run);
        else if (name->kind == NAME_SECTION)
            sections[facets->section_count++] = name->index;
        else if (name->kind == NAME_TOPIC)
            topics[facets->topic_count++] = name->index;
        else
            facets->roles |= UINT32_C(1) << name->index;
    }
    return status;
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

/* Leaves the sections that hold the words that are searched for, or else the most of them, which it
 * says; best first. */
static enum status keep_holding(struct choice *choice)
{
    const struct guide_word text = {choice->request->search, NAME_ANY};
    struct search *found = choice->found;
    uint32_t *sections = choice->selection->sections;
    const bool searched = search_find(found, choice->guide, choice->selection, text.text);

    for (uint32_t i = 0; searched && i < found->count; i++)
        sections[i] = found->sections[i].section;
    if (searched && found->count > 0 && !found->holds_all)
        message(STATUS_FOUND, LABEL_MOST_WORDS, text.text);
    if (searched && found->count > 0)
        return keep(choice, sections, found->count);
    select_free(choice->selection);
    return searched ? say_missing(choice, &text, true) : message_failure(ENOMEM);
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
        return message(STATUS_USAGE, LABEL_ONE_SECTION_STEP, "");
    all.section_count = 0;
    status = choose_facets(choice, &all);
    if (status != STATUS_FOUND)
        return status;
    while (place < selection->count && selection->sections[place] != all.sections[0])
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

enum status choose(const struct guide *guide, const struct request *request,
                   struct selection *selection, struct search *found)
{
    const size_t words = request->word_count, others = request->sections.count;
    uint32_t *room = calloc(2 * words + others + 1, sizeof *room);
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
