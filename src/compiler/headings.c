/* SPDX-License-Identifier: MIT */
/* headings.c: the headings of a section, to warn of those that are probably not meant as they are.
 */
#include "compiler/headings.h"

#include "base/number.h"
#include "compiler/memory.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

struct heading {
    const char *text;
    uint32_t level, roles;
    size_t number, above; /* counted from 1: itself, and the heading above it or 0 */
    uint32_t offset;      /* of the text */
    struct place place;
};

void headings_begin(struct headings *headings)
{
    headings->count = 0;
    memset(headings->open, 0, sizeof headings->open);
}

/* Warns if nothing follows the last heading up to one of LEVEL, which is the block END. What an
 * error refused is not nothing. */
static void check_last(const struct headings *headings, struct draft *draft, uint32_t level,
                       uint32_t end)
{
    const struct heading *last;

    if (headings->count == 0)
        return;
    last = headings->list + headings->count - 1;
    if (level <= last->level && headings->block + 1 == end &&
        headings->errors == draft->diagnostics->count)
        diagnostics_warn(draft->diagnostics, last->place,
                         "nothing stands below this heading; write its text, or take it out");
}

/* Opens a level. Returns the heading above. */
static size_t open_level(struct headings *headings, uint32_t level)
{
    size_t above = 0;

    for (uint32_t i = 1; i < level; i++)
        if (headings->open[i] > 0)
            above = headings->open[i];
    headings->open[level] = headings->count + 1;
    for (uint32_t i = level + 1; i <= GUIDE_LAST_LEVEL; i++)
        headings->open[i] = 0;
    return above;
}

void headings_add(struct headings *headings, struct draft *draft, uint32_t index,
                  struct place place)
{
    const struct guide_block *block = &draft->blocks[index];
    struct heading *heading;

    assert(block->level <= GUIDE_LAST_LEVEL);
    check_last(headings, draft, block->level, index);
    headings->list =
        memory_grow(headings->list, headings->count, &headings->capacity, sizeof *headings->list);
    heading = &headings->list[headings->count];
    *heading = (struct heading){.level = block->level,
                                .roles = block->roles,
                                .number = headings->count + 1,
                                .above = open_level(headings, block->level),
                                .offset = block->text,
                                .place = place};
    headings->count++;
    headings->block = index;
    headings->errors = draft->diagnostics->count;
}

/* Those of the same words below one heading come together, as in the source. */
static int compare(const void *left, const void *right)
{
    const struct heading *a = left, *b = right;
    int order = (a->above > b->above) - (a->above < b->above);

    if (order == 0)
        order = number_compare(a->level, b->level);
    if (order == 0)
        order = strcmp(a->text, b->text);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* Warns of headings that a reader meets twice below one heading. */
static void check_twice(struct headings *headings, struct draft *draft)
{
    const struct heading *first = headings->list;
    uint32_t roles = 0;

    for (size_t i = 0; i < headings->count; i++)
        headings->list[i].text = guide_text(draft_guide(draft), headings->list[i].offset);
    if (headings->count > 0)
        qsort(headings->list, headings->count, sizeof *headings->list, compare);
    for (size_t i = 0; i < headings->count; i++) {
        const struct heading *heading = &headings->list[i];

        if (heading->above != first->above || heading->level != first->level ||
            strcmp(heading->text, first->text) != 0) {
            first = heading;
            roles = 0;
        }
        if ((roles & heading->roles) != 0 && *heading->text != '\0')
            diagnostics_warn(draft->diagnostics, heading->place,
                             "the heading is there already, on line %lu; give one of them other "
                             "words",
                             (unsigned long)first->place.line);
        roles |= heading->roles;
    }
}

void headings_end(struct headings *headings, struct draft *draft, bool closed)
{
    if (!closed)
        check_last(headings, draft, 0, draft->guide.block_count);
    check_twice(headings, draft);
}

void headings_free(struct headings *headings)
{
    free(headings->list);
}
