/* SPDX-License-Identifier: MIT */
/* draft.c: the guide while it is put together from its source. */
#include "compiler/draft.h"

#include "compiler/memory.h"
#include "compiler/status.h"
#include "compiler/unicode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The large tables have room for a guide of usual size from the beginning: memory that is not used
 * costs nothing, but to grow step by step would move them some ten times. */
enum { USUAL_BYTES = 1 << 19 };

static void *reserve(size_t *capacity, size_t size)
{
    *capacity = USUAL_BYTES / size;
    return memory_resize(NULL, *capacity, size);
}

void draft_init(struct draft *draft, struct diagnostics *diagnostics)
{
    *draft = (struct draft){.diagnostics = diagnostics, .manual = NAMES_NONE};
    draft->role_names = (struct names){.kind = "role", .where = "among the 'roles' of guide.yaml"};
    draft->topic_names =
        (struct names){.kind = "topic", .where = "among the 'topics' of guide.yaml"};
    draft->section_names =
        (struct names){.kind = "section", .where = "among the 'parts' of guide.yaml"};
    draft->source_names = (struct names){.kind = "source", .where = "in sources.yaml"};
    draft->variables.names = (struct names){
        .kind = "variable", .where = "among the 'variables' of guide.yaml", .incomplete = true};
    output_to_memory(&draft->text);
    output_reserve(&draft->text, USUAL_BYTES);
    output_char(&draft->text, '\0');
    draft->blocks = reserve(&draft->block_capacity, sizeof *draft->blocks);
    draft->passages = reserve(&draft->passage_capacity, sizeof *draft->passages);
    /* The beginning of an empty range is a place, too. */
    draft->numbers = memory_grow(NULL, 0, &draft->number_capacity, sizeof *draft->numbers);
    draft->links = memory_grow(NULL, 0, &draft->link_capacity, sizeof *draft->links);
}

void draft_free(struct draft *draft)
{
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        input_free(&draft->section_inputs[i].file);
    input_free(&draft->guide_input);
    input_free(&draft->bibliography_input);
    yaml_tree_free(draft->guide_tree);
    yaml_tree_free(draft->bibliography_tree);
    for (size_t i = 0; i < draft->section_file_count; i++)
        free(draft->section_files[i]);
    free(draft->section_files);
    free(draft->manual_id);
    free(draft->manual_guide);
    free(draft->text.data);
#define TABLE(type, row, rows) free(draft->rows);
    GUIDE_TABLES(TABLE)
#undef TABLE
    free(draft->block_lines);
    free(draft->link_lines);
    free(draft->number_places);
    free(draft->page_choices);
    free(draft->section_inputs);
    free(draft->door_places);
    free(draft->urgent_phrases);
    names_free(&draft->role_names);
    names_free(&draft->topic_names);
    names_free(&draft->section_names);
    names_free(&draft->source_names);
    variables_free(&draft->variables);
}

/* Ends the text that begins at OFFSET. */
static uint32_t end_text(struct draft *draft, size_t offset)
{
    memory_end_text(&draft->text);
    if (draft->text.length > UINT32_MAX) {
        fputs("guidec: the guide has more than 4 GiB of text\n", stderr);
        exit(STATUS_SYSTEM);
    }
    return (uint32_t)offset;
}

static uint32_t add_text(struct draft *draft, const char *text, size_t length, bool breaks)
{
    size_t offset = draft->text.length;

    if (length == 0)
        return 0;
    unicode_put_marked(&draft->text, text, length, breaks);
    return end_text(draft, offset);
}

uint32_t draft_text(struct draft *draft, const char *text, size_t length)
{
    return add_text(draft, text, length, true);
}

uint32_t draft_code(struct draft *draft, const char *text, size_t length)
{
    return add_text(draft, text, length, false);
}

uint32_t draft_text_unmarked(struct draft *draft, const char *text, size_t length)
{
    size_t offset = draft->text.length;

    if (length == 0)
        return 0;
    output_put(&draft->text, text, length);
    return end_text(draft, offset);
}

void draft_section(struct draft *draft, const char *id, size_t length, struct place place,
                   uint32_t part)
{
    uint32_t index = draft->guide.section_count++;

    draft->sections =
        memory_grow(draft->sections, index, &draft->section_capacity, sizeof *draft->sections);
    draft->section_inputs =
        memory_grow(draft->section_inputs, index, &draft->section_input_capacity,
                    sizeof *draft->section_inputs);
    draft->sections[index] = (struct guide_section){.part = part, .roles = GUIDE_ALL_ROLES};
    draft->sections[index].id = draft_text(draft, id, length);
    draft->section_inputs[index] = (struct section_input){.place = place};
}

void draft_number(struct draft *draft, uint32_t number, struct place place)
{
    draft->numbers = memory_grow(draft->numbers, draft->guide.number_count, &draft->number_capacity,
                                 sizeof *draft->numbers);
    draft->number_places = memory_grow(draft->number_places, draft->guide.number_count,
                                       &draft->number_place_capacity, sizeof *draft->number_places);
    draft->numbers[draft->guide.number_count] = number;
    draft->number_places[draft->guide.number_count++] = place;
}

/* Keeps the line of row COUNT of a table, if lines are kept. */
static void keep_line(const struct draft *draft, uint32_t **lines, uint32_t count, size_t *capacity)
{
    if (!draft->keeps_lines)
        return;
    *lines = memory_grow(*lines, count, capacity, sizeof **lines);
    (*lines)[count] = draft->line;
}

struct guide_block *draft_block(struct draft *draft, enum guide_block_kind kind, uint32_t roles)
{
    struct guide_block *block;

    draft->blocks = memory_grow(draft->blocks, draft->guide.block_count, &draft->block_capacity,
                                sizeof *draft->blocks);
    keep_line(draft, &draft->block_lines, draft->guide.block_count, &draft->block_line_capacity);
    block = &draft->blocks[draft->guide.block_count++];
    *block = (struct guide_block){.kind = kind, .roles = roles};
    return block;
}

void draft_link(struct draft *draft, enum guide_link_kind kind, uint32_t target, bool bare)
{
    draft->links = memory_grow(draft->links, draft->guide.link_count, &draft->link_capacity,
                               sizeof *draft->links);
    keep_line(draft, &draft->link_lines, draft->guide.link_count, &draft->link_line_capacity);
    draft->links[draft->guide.link_count++] = (struct guide_link){kind, bare, target};
}

void draft_posting(struct draft *draft, uint32_t number)
{
    draft->postings = memory_grow(draft->postings, draft->guide.posting_count,
                                  &draft->posting_capacity, sizeof *draft->postings);
    draft->postings[draft->guide.posting_count++] = number;
}

struct guide_range draft_links_since(const struct draft *draft, uint32_t first)
{
    uint32_t count = draft->guide.link_count - first;

    return (struct guide_range){count > 0 ? first : 0, count};
}

const struct guide *draft_guide(struct draft *draft)
{
    struct guide *guide = &draft->guide;

    guide->text = draft->text.data;
#define TABLE(type, row, rows) guide->rows = draft->rows;
    GUIDE_TABLES(TABLE)
#undef TABLE
    return guide;
}
