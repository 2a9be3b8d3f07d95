/* choose.c: from what was asked for to the sections that are chosen. */
#include "reader.h"
#include "suggest.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

static bool is_asked(const struct guide_name *name, const struct word *word)
{
    return word->kind == WORD_ANY || name->kind == word->kind;
}

/* Walks over the names of the kind that is asked for in a run of names, from NAME as NULL until it
 * returns NULL. Of equal names it gives only the first, which hides the others. */
static const struct guide_name *next_name(const struct guide *guide, const struct word *word,
                                          struct guide_range run, const struct guide_name *name)
{
    const struct guide_name *next = name != NULL ? name + 1 : guide->names + run.first;

    for (; next < guide->names + run.first + run.count; next++)
        if (is_asked(next, word) && (name == NULL || strcmp(guide_text(guide, next->text),
                                                            guide_text(guide, name->text)) != 0))
            return next;
    return NULL;
}

static void put_name(const struct guide *guide, uint32_t text, struct output *messages)
{
    plain_put(messages, guide_text(guide, text), !terminal_is_utf8());
}

/* Says that a word is none, and which one may have been meant. */
static void say_missing(const struct guide *guide, const struct word *word, struct output *messages)
{
    const bool role = word->kind == NAME_ROLE, topic = word->kind == NAME_TOPIC;
    struct suggestion suggestion;

    suggest_begin(&suggestion, word->text);
    for (uint32_t i = 0; i < guide->name_count; i++)
        if (is_asked(&guide->names[i], word))
            suggest_offer(&suggestion, guide_text(guide, guide->names[i].text));
    message_begin(messages);
    output_string(messages, role ? "no role" : topic ? "no topic" : "nothing");
    output_string(messages, " is called '");
    plain_clean(messages, word->text);
    if (suggestion.best != NULL) {
        output_string(messages, "'; did you mean '");
        put_name(guide, (uint32_t)(suggestion.best - guide->text), messages);
    } else {
        output_string(messages, "'; see '" PROGRAM " --");
        output_string(messages, role ? "roles" : topic ? "topics" : "toc");
    }
    output_char(messages, '\'');
    message_end(messages, STATUS_NOTHING);
}

/* Says what a beginning may mean. */
static void say_ambiguous(const struct guide *guide, const struct word *word,
                          struct guide_range run, struct output *messages)
{
    const struct guide_name *name = NULL;
    const char *before = "' begins ";

    message_begin(messages);
    output_char(messages, '\'');
    plain_clean(messages, word->text);
    for (; (name = next_name(guide, word, run, name)) != NULL; before = ", ") {
        output_string(messages, before);
        put_name(guide, name->text, messages);
    }
    message_end(messages, STATUS_NOTHING);
}

/* The name that a word is, or is the only beginning of; NULL, with a message, if there is none. */
static const struct guide_name *find(const struct guide *guide, const struct word *word,
                                     struct output *messages)
{
    const uint32_t length = (uint32_t)strlen(word->text);
    const struct guide_name *found, *other;
    struct guide_range run;

    run.count = guide_find_names(guide, word->text, length, true, &run.first);
    found = next_name(guide, word, run, NULL);
    if (found != NULL)
        return found;
    if (length > 0) {
        run.count = guide_find_names(guide, word->text, length, false, &run.first);
        found = next_name(guide, word, run, NULL);
    }
    if (found == NULL) {
        say_missing(guide, word, messages);
        return NULL;
    }
    for (other = found; (other = next_name(guide, word, run, other)) != NULL;)
        if (other->kind != found->kind || other->index != found->index) {
            say_ambiguous(guide, word, run, messages);
            return NULL;
        }
    return found;
}

/* Looks all words up. SECTIONS and TOPICS have room for as many. */
static enum status find_all(const struct guide *guide, const struct request *request,
                            uint32_t *sections, uint32_t *topics, struct facets *facets,
                            struct output *messages)
{
    enum status status = STATUS_FOUND;

    *facets = (struct facets){.sections = sections, .topics = topics, .roles = request->roles};
    for (uint32_t i = 0; i < request->word_count; i++) {
        const struct guide_name *name = find(guide, &request->words[i], messages);

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

static enum status choose_facets(const struct guide *guide, const struct facets *facets,
                                 struct selection *selection, struct output *messages)
{
    if (!select_sections(guide, facets, selection))
        return message_failure(messages, ENOMEM);
    if (selection->count > 0)
        return STATUS_FOUND;
    select_free(selection);
    return message(messages, STATUS_NOTHING, "no section is all of that; leave something out", NULL,
                   "");
}

/* Leaves one section of a selection, as the same roles see it. */
static enum status keep_one(const struct guide *guide, uint32_t section, uint32_t roles,
                            struct selection *selection, struct output *messages)
{
    struct facets one = {.sections = &section, .section_count = 1, .roles = roles};

    select_free(selection);
    return choose_facets(guide, &one, selection, messages);
}

/* Leaves in a selection the sections that hold the text, best first. */
static enum status keep_holding(const char *text, struct selection *selection,
                                struct output *messages)
{
    (void)text;
    select_free(selection);
    return message(messages, STATUS_USAGE, "this " PROGRAM " cannot search", NULL, "");
}

/* Chooses the section after, or before, the one that is named. */
static enum status choose_step(const struct guide *guide, const struct facets *facets, int step,
                               struct selection *selection, struct output *messages)
{
    struct facets all = *facets;
    uint32_t place = 0;
    enum status status;

    if (facets->section_count != 1)
        return message(messages, STATUS_USAGE, "options '-n' and '-p' take exactly one section",
                       NULL, "");
    all.section_count = 0;
    status = choose_facets(guide, &all, selection, messages);
    if (status != STATUS_FOUND)
        return status;
    while (place < selection->count && selection->sections[place] != facets->sections[0])
        place++;
    if (place < selection->count && (step > 0 ? place + 1 < selection->count : place > 0))
        return keep_one(guide, selection->sections[step > 0 ? place + 1 : place - 1], facets->roles,
                        selection, messages);
    status = message(messages, STATUS_NOTHING, "'",
                     guide_text(guide, guide->sections[facets->sections[0]].id),
                     place == selection->count ? "' is not one of these sections"
                     : step > 0                ? "' is the last section"
                                               : "' is the first section");
    select_free(selection);
    return status;
}

/* A number that looks like chance; the same one for the same seed. */
static uint64_t throw_dice(const struct request *request)
{
    struct timespec now = {0};
    uint64_t seed = request->seed;

    if (!request->has_seed) {
        clock_gettime(CLOCK_REALTIME, &now);
        seed = (uint64_t)now.tv_sec ^ (uint64_t)now.tv_nsec ^ (uint64_t)getpid() << 30;
    }
    return (seed + 1) * 0x9E3779B97F4A7C15U >> 32; /* spreads neighbours, as Knuth has it */
}

enum status choose(const struct guide *guide, const struct request *request,
                   struct selection *selection, struct output *messages)
{
    uint32_t *room = malloc((2 * (size_t)request->word_count + 1) * sizeof *room);
    struct facets facets;
    enum status status;

    if (room == NULL)
        return message_failure(messages, ENOMEM);
    status = find_all(guide, request, room, room + request->word_count, &facets, messages);
    if (status == STATUS_FOUND && request->step != 0)
        status = choose_step(guide, &facets, request->step, selection, messages);
    else if (status == STATUS_FOUND)
        status = choose_facets(guide, &facets, selection, messages);
    if (status == STATUS_FOUND && request->search != NULL)
        status = keep_holding(request->search, selection, messages);
    if (status == STATUS_FOUND && request->random)
        status = keep_one(guide, selection->sections[throw_dice(request) % selection->count],
                          facets.roles, selection, messages);
    free(room);
    return status;
}
