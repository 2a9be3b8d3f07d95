/* SPDX-License-Identifier: MIT */
/* resolve.c: what can be checked, and worked out, only when all of a guide was read. */
#include "compiler/resolve.h"

#include "base/number.h"
#include "compiler/manual.h"
#include "compiler/memory.h"

#include <stdlib.h>
#include <string.h>

/* --- Names --- */

struct word {
    const char *text;
    struct guide_name name;
    struct place place; /* of an alias */
    bool shown;         /* it is a name for trustman; ids of parts only clash */
};

struct words {
    struct word *list;
    size_t count, capacity;
};

static void add_word(struct draft *draft, struct words *words, uint32_t text,
                     enum guide_name_kind kind, uint32_t index)
{
    words->list = memory_grow(words->list, words->count, &words->capacity, sizeof *words->list);
    words->list[words->count++] = (struct word){.text = guide_text(draft_guide(draft), text),
                                                .name = {0, text, index, kind, false},
                                                .shown = true};
}

static void add_aliases(struct draft *draft, struct words *words, struct guide_range aliases,
                        enum guide_name_kind kind, uint32_t index)
{
    for (uint32_t i = aliases.first; i < aliases.first + aliases.count; i++) {
        add_word(draft, words, draft->numbers[i], kind, index);
        words->list[words->count - 1].name.is_alias = true;
        words->list[words->count - 1].place = draft->number_places[i];
    }
}

static void collect_words(struct draft *draft, struct words *words)
{
    const struct guide *guide = &draft->guide;

    for (uint32_t i = 0; i < guide->section_count; i++) {
        add_word(draft, words, draft->sections[i].id, NAME_SECTION, i);
        add_aliases(draft, words, draft->sections[i].aliases, NAME_SECTION, i);
    }
    for (uint32_t i = 0; i < guide->topic_count; i++) {
        add_word(draft, words, draft->topics[i].id, NAME_TOPIC, i);
        add_aliases(draft, words, draft->topics[i].aliases, NAME_TOPIC, i);
    }
    for (uint32_t i = 0; i < guide->role_count; i++) {
        add_word(draft, words, draft->roles[i].id, NAME_ROLE, i);
        add_aliases(draft, words, draft->roles[i].aliases, NAME_ROLE, i);
    }
    for (uint32_t i = 0; i < guide->part_count; i++) {
        add_word(draft, words, draft->parts[i].id, NAME_SECTION, i);
        words->list[words->count - 1].shown = false;
    }
}

/* Names come before aliases, and aliases come as in the source. */
static int compare_words(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    int order = strcmp(a->text, b->text);

    if (order == 0)
        order = number_compare(a->name.is_alias, b->name.is_alias);
    if (order == 0)
        order = number_compare(a->place.file, b->place.file);
    if (order == 0)
        order = number_compare(a->place.line, b->place.line);
    if (order == 0)
        order = number_compare(a->place.column, b->place.column);
    return order != 0 ? order : number_compare(a->name.kind, b->name.kind);
}

static const char *kind_of(const struct word *word)
{
    static const char *const kinds[] = {"section", "topic", "role"};

    return word->shown ? kinds[word->name.kind] : "part";
}

/* The id of what a word means. */
static const char *id_of(struct draft *draft, const struct word *word)
{
    uint32_t index = word->name.index;
    uint32_t id = word->name.kind == NAME_SECTION ? draft->sections[index].id
                  : word->name.kind == NAME_TOPIC ? draft->topics[index].id
                                                  : draft->roles[index].id;

    return guide_text(draft_guide(draft), id);
}

static void report_alias(struct draft *draft, const struct word *alias, const struct word *first)
{
    if (!first->name.is_alias && first->name.kind == NAME_SECTION && first->shown &&
        first->name.index == draft->manual)
        diagnostics_add(draft->diagnostics, alias->place, MANUAL_NAME, "alias", alias->text);
    else if (first->name.is_alias)
        diagnostics_add(draft->diagnostics, alias->place,
                        "alias '%s' is an alias of %s '%s' already; each word may mean one thing",
                        alias->text, kind_of(first), id_of(draft, first));
    else
        diagnostics_add(draft->diagnostics, alias->place,
                        "alias '%s' is the name of a %s already; each word may mean one thing",
                        alias->text, kind_of(first));
}

void resolve_names(struct draft *draft)
{
    struct words words = {0};
    const struct word *first = NULL;

    collect_words(draft, &words);
    if (words.count > 0)
        qsort(words.list, words.count, sizeof *words.list, compare_words);
    draft->names = memory_resize(NULL, words.count, sizeof *draft->names);
    for (size_t i = 0; i < words.count; i++) {
        const struct word *word = &words.list[i];

        if (first == NULL || strcmp(first->text, word->text) != 0)
            first = word;
        else if (word->name.is_alias)
            report_alias(draft, word, first);
        if (word->shown)
            draft->names[draft->guide.name_count++] = word->name;
    }
    free(words.list);
}

/* --- Paths --- */

void resolve_paths(struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);

    for (uint32_t role = 0; role < guide->role_count; role++) {
        const struct guide_range path = guide->roles[role].path;

        for (uint32_t i = path.first; i < path.first + path.count; i++) {
            const struct guide_section *section = &guide->sections[guide->numbers[i]];

            if (!(section->roles >> role & 1))
                diagnostics_add(draft->diagnostics, draft->number_places[i],
                                "path of role '%s' names section '%s', which does not have that "
                                "role",
                                guide_text(guide, guide->roles[role].id),
                                guide_text(guide, section->id));
        }
    }
}

/* --- Contents of roles --- */

static void add_group(struct draft *draft, struct guide_group group)
{
    draft->groups = memory_grow(draft->groups, draft->guide.group_count, &draft->group_capacity,
                                sizeof *draft->groups);
    draft->groups[draft->guide.group_count++] = group;
}

/* Lists the sections of a role that its path does not name, in the order of the book. */
static struct guide_range list_others(struct draft *draft, uint32_t role)
{
    const struct facets facets = {.roles = UINT32_C(1) << role};
    const struct guide_range path = draft->roles[role].path;
    struct guide_range others = {draft->guide.number_count, 0};
    struct selection selection;

    if (!select_sections(draft_guide(draft), &facets, &selection))
        memory_exhausted();
    for (uint32_t i = path.count; i < selection.count; i++)
        draft_number(draft, selection.sections[i], (struct place){0});
    others.count = draft->guide.number_count - others.first;
    select_free(&selection);
    return others;
}

void resolve_contents(struct draft *draft)
{
    const uint32_t contents = draft->guide.labels[LABEL_CONTENTS];
    struct guide_group *groups = draft->groups; /* of the paths */

    draft->groups = NULL;
    draft->group_capacity = draft->guide.group_count = 0;
    for (uint32_t i = 0; i < draft->guide.role_count; i++) {
        const struct guide_role role = draft->roles[i];
        const struct guide_range others = list_others(draft, i);
        const uint32_t first = draft->guide.group_count;

        for (uint32_t j = 0; j < role.groups.count; j++)
            add_group(draft, groups[role.groups.first + j]);
        if (role.groups.count == 0 && role.path.count > 0)
            add_group(draft, (struct guide_group){contents, role.path});
        if (others.count > 0)
            add_group(draft, (struct guide_group){
                                 role.path.count > 0 ? draft->guide.labels[LABEL_MORE] : contents,
                                 others});
        draft->roles[i].groups = (struct guide_range){first, draft->guide.group_count - first};
    }
    free(groups);
}

/* --- Pages --- */

/* How well a page serves as a section's own. */
struct claim {
    bool own;   /* the page was made for the section */
    bool named; /* the page names the section in its list of sections */
    bool whole; /* it shows the section with all its role parts */
    uint32_t count;
};

static bool is_better(const struct claim *claim, const struct claim *other)
{
    if (claim->own != other->own)
        return claim->own;
    if (claim->named != other->named)
        return claim->named;
    if (claim->count != other->count)
        return claim->count < other->count;
    return claim->whole && !other->whole;
}

/* Whether a view shows all blocks of a section. */
static bool shows_whole(const struct draft *draft, const struct guide_section *section,
                        uint32_t roles)
{
    const struct guide_block *block = draft->blocks + section->blocks.first;

    if (roles == GUIDE_ALL_ROLES)
        return true;
    for (uint32_t i = 0; i < section->blocks.count; i++)
        if ((block[i].roles & roles) == 0)
            return false;
    return true;
}

/* Whether of all sections their roles and topics are known. */
static bool has_sound_sections(const struct draft *draft)
{
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        if (!draft->section_inputs[i].sound)
            return false;
    return true;
}

/* The role + 1 with whose front page a page opens, or 0. */
static uint32_t find_front(struct draft *draft, const struct facets *facets)
{
    const struct guide *guide = draft_guide(draft);
    const struct guide_role *role = select_only_role(guide, facets->roles);

    if (role == NULL || facets->topic_count > 0)
        return 0;
    return (uint32_t)(role - guide->roles) + 1;
}

/* Works out what a page holds, and takes it for the own page of sections that have no better. */
static void fill_page(struct draft *draft, uint32_t index, struct claim *claims, bool *whole)
{
    const struct page_choice choice = draft->page_choices[index];
    struct facets facets = {.section_count = choice.sections.count,
                            .topic_count = choice.topics.count,
                            .roles = choice.roles};
    struct selection selection;
    struct guide_page *page = &draft->pages[index];

    if (choice.own)
        page->summary = draft->sections[draft->numbers[choice.sections.first]].summary;
    facets.sections = draft->numbers + choice.sections.first;
    facets.topics = draft->numbers + choice.topics.first;
    if (!select_sections(draft_guide(draft), &facets, &selection))
        memory_exhausted();
    page->roles = selection.roles;
    page->front = find_front(draft, &facets);
    page->sections = (struct guide_range){draft->guide.number_count, selection.count};
    for (uint32_t i = 0; i < selection.count; i++) {
        uint32_t section = selection.sections[i];
        struct claim claim = {choice.own, choice.sections.count > 0,
                              shows_whole(draft, &draft->sections[section], page->roles),
                              selection.count};

        draft_number(draft, section, draft->page_choices[index].place);
        whole[section] |= claim.whole;
        if (claims[section].count == 0 || is_better(&claim, &claims[section])) {
            claims[section] = claim;
            draft->sections[section].page = index;
        }
    }
    if (selection.count == 0 && has_sound_sections(draft))
        diagnostics_add(draft->diagnostics, draft->page_choices[index].place,
                        "page '%s' holds no section; none fits its 'sections', 'topics' and "
                        "'roles'",
                        guide_text(draft_guide(draft), page->name));
    select_free(&selection);
}

struct page_name {
    const char *name, *section;
    uint32_t page;
    struct place place;
};

static int compare_page_names(const struct page_name *a, const struct page_name *b)
{
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : strcmp(a->section, b->section);
}

/* Of equal ones, the first in the source comes first; those made for sections are the last of the
 * pages. */
static int compare_pages(const void *left, const void *right)
{
    const struct page_name *a = left, *b = right;
    int order = compare_page_names(a, b);

    if (order == 0)
        order = number_compare(a->page, b->page);
    if (order == 0)
        order = number_compare(a->place.line, b->place.line);
    return order != 0 ? order : number_compare(a->place.column, b->place.column);
}

/* All names of pages, sorted; to be freed. */
static struct page_name *collect_page_names(struct draft *draft, size_t *count)
{
    const struct guide *guide = draft_guide(draft);
    struct page_name *names = NULL;
    size_t capacity = 0;

    *count = 0;
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];
        struct page_name name = {guide_text(guide, page->name),
                                 guide_text(guide, page->manual_section), i,
                                 draft->page_choices[i].place};

        names = memory_grow(names, *count, &capacity, sizeof *names);
        names[(*count)++] = name;
        for (uint32_t j = page->also.first; j < page->also.first + page->also.count; j++) {
            name.name = guide_text(guide, guide->numbers[j]);
            name.place = draft->number_places[j];
            names = memory_grow(names, *count, &capacity, sizeof *names);
            names[(*count)++] = name;
        }
    }
    if (*count > 0)
        qsort(names, *count, sizeof *names, compare_pages);
    return names;
}

static void check_page_names(struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);
    size_t count;
    struct page_name *names = collect_page_names(draft, &count);
    const struct page_name *first = names;

    for (size_t i = 1; i < count; i++) {
        const struct page_choice *choice = &draft->page_choices[names[i].page];

        if (compare_page_names(first, &names[i]) != 0)
            first = &names[i];
        else if (choice->own)
            diagnostics_add(
                draft->diagnostics, first->place,
                "page '%s' of section %s is made by 'page-for-each', of section '%s'; "
                "choose another name, or take it out",
                first->name, first->section,
                guide_text(guide, guide->sections[guide->numbers[choice->sections.first]].id));
        else
            diagnostics_add(draft->diagnostics, names[i].place,
                            "page '%s' of section %s is given twice; the first is on line %lu",
                            first->name, first->section, (unsigned long)first->place.line);
    }
    free(names);
}

void resolve_pages(struct draft *draft)
{
    uint32_t count = draft->guide.section_count;
    struct claim *claims = memory_zeroed(count, sizeof *claims);
    bool *whole = memory_zeroed(count, sizeof *whole);

    check_page_names(draft);
    for (uint32_t i = 0; draft->pages_sound && i < draft->guide.page_count; i++)
        fill_page(draft, i, claims, whole);
    for (uint32_t i = 0; draft->pages_sound && draft->own_pages_known && i < count; i++)
        if (!whole[i] && draft->section_inputs[i].sound)
            diagnostics_add(draft->diagnostics, draft->section_inputs[i].place,
                            claims[i].count == 0
                                ? "section '%s' is on no page; name it in 'sections' of a page"
                                : "section '%s' is on no page with all its role parts; name it on "
                                  "a page without 'roles'",
                            guide_text(draft_guide(draft), draft->sections[i].id));
    free(claims);
    free(whole);
}
