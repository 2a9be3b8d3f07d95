/* build.c: the guide while it is put together from its source. */
#include "build.h"

#include "memory.h"
#include "unicode.h"

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

void build_init(struct build *build, struct diagnostics *diagnostics)
{
    *build = (struct build){.diagnostics = diagnostics};
    build->role_names = (struct names){.kind = "role", .where = "among the 'roles' of guide.yaml"};
    build->topic_names =
        (struct names){.kind = "topic", .where = "among the 'topics' of guide.yaml"};
    build->section_names =
        (struct names){.kind = "section", .where = "among the 'parts' of guide.yaml"};
    build->source_names = (struct names){.kind = "source", .where = "in sources.yaml"};
    output_to_memory(&build->text);
    output_reserve(&build->text, USUAL_BYTES);
    output_char(&build->text, '\0');
    build->blocks = reserve(&build->block_capacity, sizeof *build->blocks);
    build->passages = reserve(&build->passage_capacity, sizeof *build->passages);
    /* The beginning of an empty range is a place, too. */
    build->numbers = memory_grow(NULL, 0, &build->number_capacity, sizeof *build->numbers);
    build->links = memory_grow(NULL, 0, &build->link_capacity, sizeof *build->links);
    build->guide.sources_heading = build_text(build, "Sources", 7);
}

void build_free(struct build *build)
{
    for (uint32_t i = 0; build->section_sources != NULL && i < build->guide.section_count; i++)
        source_free(&build->section_sources[i]);
    source_free(&build->manifest);
    source_free(&build->source_list);
    arena_free(&build->source_texts);
    tree_free(build->manifest_tree);
    tree_free(build->source_tree);
    for (size_t i = 0; i < build->file_count; i++)
        free(build->files[i]);
    free(build->files);
    free(build->text.data);
    free(build->roles);
    free(build->topics);
    free(build->parts);
    free(build->pages);
    free(build->sections);
    free(build->blocks);
    free(build->links);
    free(build->sources);
    free(build->names);
    free(build->passages);
    free(build->folds);
    free(build->numbers);
    free(build->number_places);
    free(build->section_places);
    free(build->page_places);
    free(build->page_choices);
    free(build->section_sources);
    free(build->section_sound);
    free(build->body_starts);
    free(build->body_lines);
    names_free(&build->role_names);
    names_free(&build->topic_names);
    names_free(&build->section_names);
    names_free(&build->source_names);
}

/* Ends the text that begins at OFFSET. */
static uint32_t end_text(struct build *build, size_t offset)
{
    output_char(&build->text, '\0');
    if (build->text.error != 0)
        memory_exhausted();
    if (build->text.length > UINT32_MAX) {
        fputs("guidec: the guide has more than 4 GiB of text\n", stderr);
        exit(STATUS_SYSTEM);
    }
    return (uint32_t)offset;
}

static uint32_t add_text(struct build *build, const char *text, size_t length, bool breaks)
{
    size_t offset = build->text.length;

    if (length == 0)
        return 0;
    unicode_put_marked(&build->text, text, length, breaks);
    return end_text(build, offset);
}

uint32_t build_text(struct build *build, const char *text, size_t length)
{
    return add_text(build, text, length, true);
}

uint32_t build_code(struct build *build, const char *text, size_t length)
{
    return add_text(build, text, length, false);
}

uint32_t build_plain(struct build *build, const char *text, size_t length)
{
    size_t offset = build->text.length;

    if (length == 0)
        return 0;
    output_put(&build->text, text, length);
    return end_text(build, offset);
}

uint32_t build_value(struct build *build, const struct tree *value)
{
    return value != NULL ? build_text(build, value->text, value->length) : 0;
}

void build_section(struct build *build, const char *id, size_t length, struct place place,
                   uint32_t part)
{
    size_t capacity = build->section_capacity;
    uint32_t index = build->guide.section_count++;

    build->sections =
        memory_grow(build->sections, index, &build->section_capacity, sizeof *build->sections);
    if (build->section_capacity != capacity)
        build->section_places = memory_resize(build->section_places, build->section_capacity,
                                              sizeof *build->section_places);
    build->sections[index] = (struct guide_section){.part = part, .roles = GUIDE_ALL_ROLES};
    build->sections[index].id = build_text(build, id, length);
    build->section_places[index] = place;
}

void build_number(struct build *build, uint32_t number, struct place place)
{
    build->numbers = memory_grow(build->numbers, build->number_count, &build->number_capacity,
                                 sizeof *build->numbers);
    build->number_places = memory_grow(build->number_places, build->number_count,
                                       &build->place_capacity, sizeof *build->number_places);
    build->numbers[build->number_count] = number;
    build->number_places[build->number_count++] = place;
}

struct guide_range build_texts(struct build *build, const struct tree *list)
{
    struct guide_range range = {.first = (uint32_t)build->number_count};

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct tree *item = &list->children[i];

        build_number(build, build_plain(build, item->text, item->length), item->place);
        range.count++;
    }
    return range;
}

struct guide_range build_references(struct build *build, const struct tree *list,
                                    struct names *names)
{
    struct guide_range range = {.first = (uint32_t)build->number_count};

    names_begin_list(names);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct tree *item = &list->children[i];
        uint32_t index = names_resolve(names, item->text, item->place, build->diagnostics);

        if (index == NAMES_NONE)
            continue;
        if (!names_note(names, index)) {
            diagnostics_add(build->diagnostics, item->place, "%s '%s' stands twice in the list",
                            names->kind, item->text);
            continue;
        }
        build_number(build, index, item->place);
        range.count++;
    }
    return range;
}

uint32_t build_roles(struct build *build, const struct tree *list)
{
    size_t count = build->number_count;
    struct guide_range range = build_references(build, list, &build->role_names);
    uint32_t mask = 0;

    for (uint32_t i = 0; i < range.count; i++)
        mask |= UINT32_C(1) << build->numbers[range.first + i];
    build->number_count = count;
    return mask;
}

struct guide_block *build_block(struct build *build, enum guide_block_kind kind, uint32_t roles)
{
    struct guide_block *block;

    build->blocks = memory_grow(build->blocks, build->block_count, &build->block_capacity,
                                sizeof *build->blocks);
    block = &build->blocks[build->block_count++];
    *block = (struct guide_block){.kind = (uint8_t)kind, .roles = roles};
    block->links.first = (uint32_t)build->link_count;
    return block;
}

void build_link(struct build *build, enum guide_link_kind kind, uint32_t target, bool bare)
{
    build->links =
        memory_grow(build->links, build->link_count, &build->link_capacity, sizeof *build->links);
    build->links[build->link_count++] = (struct guide_link){(uint8_t)kind, bare, target};
}

const struct guide *build_guide(struct build *build)
{
    struct guide *guide = &build->guide;

    guide->text = build->text.data;
    guide->numbers = build->numbers;
    guide->roles = build->roles;
    guide->topics = build->topics;
    guide->parts = build->parts;
    guide->pages = build->pages;
    guide->sections = build->sections;
    guide->blocks = build->blocks;
    guide->links = build->links;
    guide->sources = build->sources;
    guide->names = build->names;
    guide->passages = build->passages;
    guide->folds = build->folds;
    return guide;
}
