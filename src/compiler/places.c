/* SPDX-License-Identifier: MIT */
/* places.c: places in sections, the headings and terms to which links lead. */
#include "compiler/places.h"

#include "base/number.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"
#include "guide/suggest.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* --- Links --- */

char *places_name(const char *text)
{
    struct output name;

    output_to_memory(&name);
    unicode_put_name(&name, text);
    memory_end_text(&name);
    /* Outputs begin with a page, which is much for each heading of a large guide. */
    return memory_resize(name.data, name.length, 1);
}

void places_link(struct places *places, uint32_t section, const char *written, struct place place)
{
    struct draft *draft = places->draft;

    places->links =
        memory_grow(places->links, places->count, &places->capacity, sizeof *places->links);
    places->links[places->count++] = (struct place_link){.link = draft->guide.link_count,
                                                         .section = section,
                                                         .name = places_name(written),
                                                         .from = places->section,
                                                         .block = places->block,
                                                         .place = place};
    draft_link(draft, LINK_PLACE, 0, false);
}

/* --- The table --- */

/* A place, until its name is among the texts of the guide. */
struct entry {
    char *name;
    struct guide_place place;
};

struct entries {
    struct entry *list;
    size_t count, capacity;
};

/* The headings and terms that are open, as numbers of entries; SIZE_MAX: none. */
struct open_places {
    size_t headings[GUIDE_LAST_LEVEL + 1];
    size_t terms[GUIDE_MAX_DEPTH];
    unsigned depth;
};

/* Begins the place that a heading or term is, if it has a name; else returns SIZE_MAX. */
static size_t begin_place(struct entries *entries, struct draft *draft, uint32_t section,
                          uint32_t block)
{
    char *name = places_name(guide_text(draft_guide(draft), draft->blocks[block].text));

    if (*name == '\0') {
        free(name);
        return SIZE_MAX;
    }
    entries->list =
        memory_grow(entries->list, entries->count, &entries->capacity, sizeof *entries->list);
    entries->list[entries->count] =
        (struct entry){name, {.section = section, .blocks = {block, 0}}};
    return entries->count++;
}

/* Ends a place before the block END. */
static void end_place(struct entries *entries, size_t *entry, uint32_t end)
{
    struct guide_range *blocks;

    if (*entry == SIZE_MAX)
        return;
    blocks = &entries->list[*entry].place.blocks;
    blocks->count = end - blocks->first;
    *entry = SIZE_MAX;
}

static void end_headings(struct entries *entries, struct open_places *open, uint32_t level,
                         uint32_t end)
{
    for (; level <= GUIDE_LAST_LEVEL; level++)
        end_place(entries, &open->headings[level], end);
}

static void collect_section(struct entries *entries, struct draft *draft, uint32_t section)
{
    const struct guide_range blocks = draft->sections[section].blocks;
    struct open_places open = {.depth = 0};
    uint32_t i = blocks.first, end = blocks.first + blocks.count;

    for (unsigned level = 0; level <= GUIDE_LAST_LEVEL; level++)
        open.headings[level] = SIZE_MAX;
    while (end > i && draft->blocks[end - 1].origin != ORIGIN_BODY)
        end--;
    for (; i < end; i++) {
        const struct guide_block *block = &draft->blocks[i];

        if (block->kind == BLOCK_HEADING) {
            uint32_t level = block->level;

            end_headings(entries, &open, level, i);
            open.headings[level] = begin_place(entries, draft, section, i);
        } else if (block->kind == BLOCK_TERM) {
            open.terms[open.depth++] = begin_place(entries, draft, section, i);
        } else if (block->kind == BLOCK_TERM_END) {
            end_place(entries, &open.terms[--open.depth], i + 1);
        }
    }
    end_headings(entries, &open, 0, end);
}

/* By name, then in reading order. */
static int compare(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : number_compare(a->place.blocks.first, b->place.blocks.first);
}

/* Makes the guide's table of the entries, which it frees. */
static void fill_table(struct draft *draft, struct entries *entries)
{
    const char *name = "";
    uint32_t text = 0;

    if (entries->count > 0)
        qsort(entries->list, entries->count, sizeof *entries->list, compare);
    draft->places = memory_resize(NULL, entries->count, sizeof *draft->places);
    draft->guide.place_count = (uint32_t)entries->count;
    for (size_t i = 0; i < entries->count; i++) {
        if (strcmp(name, entries->list[i].name) != 0) {
            name = entries->list[i].name;
            text = draft_text_unmarked(draft, name, strlen(name));
        }
        draft->places[i] = entries->list[i].place;
        draft->places[i].name = text;
    }
    for (size_t i = 0; i < entries->count; i++)
        free(entries->list[i].name);
    free(entries->list);
}

/* --- Resolving --- */

/* Reports, at PLACE in the source, that a section has no place of that name. */
static void report_unknown(struct draft *draft, uint32_t index, const char *name,
                           struct place place)
{
    const struct guide *guide = draft_guide(draft);
    const char *section = guide_text(guide, guide->sections[index].id);
    struct suggestion suggestion;

    /* Of a section that could not be read, no place is known. */
    if (draft->section_inputs[index].file.text == NULL)
        return;
    if (*name == '\0') {
        diagnostics_add(draft->diagnostics, place,
                        "a place needs a name after #: the words of a heading or term, with "
                        "hyphens between them");
        return;
    }
    suggest_begin(&suggestion, name);
    for (uint32_t i = 0;
         draft->diagnostics->unknown_count < NAMES_MOST_SUGGESTIONS && i < guide->place_count; i++)
        if (guide->places[i].section == index)
            suggest_offer(&suggestion, guide_text(guide, guide->places[i].name));
    draft->diagnostics->unknown_count++;
    if (suggestion.best != NULL)
        diagnostics_add(draft->diagnostics, place,
                        "unknown place '%s' in section '%s'; did you mean '%s'?", name, section,
                        suggestion.best);
    else
        diagnostics_add(draft->diagnostics, place,
                        "unknown place '%s' in section '%s'; it has no heading or term of these "
                        "words",
                        name, section);
}

/* The roles that may read the link. */
static uint32_t readers_of(const struct draft *draft, const struct place_link *link)
{
    uint32_t count = draft->guide.role_count, section = draft->sections[link->from].roles;
    uint32_t all = count < 32 ? (UINT32_C(1) << count) - 1 : UINT32_MAX;

    return draft->blocks[link->block].roles & (section != 0 ? section : all) & all;
}

/* Reports a reader of the link who does not see the place, which is for the roles SEEN. */
static void check_readers(struct draft *draft, const struct place_link *link, uint32_t seen)
{
    const struct guide *guide = draft_guide(draft);
    uint32_t blind = readers_of(draft, link) & ~seen, role = 0;

    /* Of a section with errors in its front matter, the roles are not known. */
    if (blind == 0 || !draft->section_inputs[link->from].sound)
        return;
    while (!(blind >> role & 1))
        role++;
    diagnostics_add(draft->diagnostics, link->place,
                    "role '%s' reads this link, but not place '%s' of section '%s'; link to the "
                    "section, or put the link under a heading for the roles of the place",
                    guide_text(guide, guide->roles[role].id), link->name,
                    guide_text(guide, guide->sections[link->section].id));
}

/* Makes links lead to a place, of which FIRST is the first entry. Returns the roles that see it. */
static uint32_t mark_place(struct draft *draft, uint32_t first)
{
    uint32_t seen = 0;

    for (uint32_t i = first; guide_same_place(draft_guide(draft), first, i); i++) {
        struct guide_block *block = &draft->blocks[draft->places[i].blocks.first];

        block->number = first + 1;
        seen |= block->roles;
    }
    return seen;
}

/* SEEN has for each place to which links led before, under its first entry, the roles that see it.
 */
static void resolve_link(struct draft *draft, const struct place_link *link, uint32_t *seen)
{
    uint32_t first = guide_find_place(draft_guide(draft), link->section, link->name);

    if (first == GUIDE_NO_PLACE) {
        report_unknown(draft, link->section, link->name, link->place);
        return;
    }
    draft->links[link->link].target = first;
    if (seen[first] == 0)
        seen[first] = mark_place(draft, first);
    check_readers(draft, link, seen[first]);
}

/* Makes doors lead to the places that they name. */
static void resolve_doors(struct draft *draft, uint32_t *seen)
{
    for (uint32_t i = 0; i < draft->guide.door_count; i++) {
        struct guide_door *door = &draft->doors[i];
        char *name;
        uint32_t first;

        if (door->place == 0)
            continue;
        name = places_name(draft->text.data + door->place);
        first = guide_find_place(draft_guide(draft), door->index, name);
        if (first == GUIDE_NO_PLACE) {
            report_unknown(draft, door->index, name, draft->door_places[i]);
        } else {
            seen[first] = mark_place(draft, first);
            door->place = draft->places[first].name;
        }
        free(name);
    }
}

void places_resolve(struct places *places)
{
    struct draft *draft = places->draft;
    struct entries entries = {0};
    uint32_t *seen;

    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        collect_section(&entries, draft, i);
    fill_table(draft, &entries);
    seen = memory_zeroed(draft->guide.place_count, sizeof *seen);
    resolve_doors(draft, seen);
    for (size_t i = 0; i < places->count; i++) {
        resolve_link(draft, &places->links[i], seen);
        free(places->links[i].name);
    }
    free(places->links);
    free(seen);
}
