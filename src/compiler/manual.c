/* SPDX-License-Identifier: MIT */
/* manual.c: the manual of a guide's reader. */
#include "compiler/manual.h"

#include "compiler/embedded.h"
#include "compiler/language.h"
#include "compiler/memory.h"
#include "compiler/pages.h"
#include "compiler/valid.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The manual in the language of the guide; else in English. */
static const struct embedded *find_text(struct draft *draft)
{
    const char *language = guide_text(draft_guide(draft), draft->guide.language);
    const struct embedded *text;
    char primary[LANGUAGE_BYTES + 1], name[32];

    language_primary(language, primary);
    snprintf(name, sizeof name, "reader.%s.md", primary);
    text = embedded_find(name);
    return text != NULL ? text : embedded_find("reader.md");
}

static bool is_added(const struct names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->list[i].text, text) == 0)
            return true;
    return false;
}

static bool has_file(const struct draft *draft, const char *id)
{
    for (size_t i = 0; i < draft->section_file_count; i++)
        if (strcmp(draft->section_files[i], id) == 0)
            return true;
    return false;
}

/* Begins the part that holds the manual, if its id, READER-manual, is free. Else the manual closes
 * the last part. */
static void begin_part(struct draft *draft, const char *reader, const struct names *part_names)
{
    static const char suffix[] = "-manual";
    size_t size = strlen(reader) + sizeof suffix;
    char *id = memory_resize(NULL, size, 1);
    struct guide_part *part;

    snprintf(id, size, "%s%s", reader, suffix);
    if (!is_added(&draft->section_names, id) && !is_added(part_names, id) && !has_file(draft, id)) {
        draft->parts = memory_grow(draft->parts, draft->guide.part_count, &draft->part_capacity,
                                   sizeof *draft->parts);
        part = &draft->parts[draft->guide.part_count++];
        *part = (struct guide_part){.title = draft->guide.labels[LABEL_READER_PART],
                                    .sections = {draft->guide.section_count, 0}};
        part->id = draft_text_unmarked(draft, id, size - 1);
    }
    free(id);
}

void manual_add_section(struct draft *draft, struct names *part_names)
{
    const char *reader = guide_text(draft_guide(draft), draft->guide.reader);
    struct place place = {.line = 1};
    const char *name;

    if (draft->section_names.incomplete || part_names->incomplete || !valid_is_identifier(reader) ||
        valid_is_reserved_node(reader) || is_added(&draft->section_names, reader) ||
        has_file(draft, reader))
        return;
    draft->manual_id = memory_copy(reader, strlen(reader));
    begin_part(draft, draft->manual_id, part_names);
    if (draft->guide.part_count == 0)
        return;
    place.file = draft->guide_input.file;
    draft->manual = draft->guide.section_count;
    name = guide_text(draft_guide(draft), draft->guide.name);
    draft->manual_guide = memory_copy(name, strlen(name));
    draft->parts[draft->guide.part_count - 1].sections.count++;
    names_add(&draft->section_names, draft->manual_id, draft->manual, place);
    draft_section(draft, draft->manual_id, strlen(draft->manual_id), place,
                  draft->guide.part_count - 1);
}

/* Whether guide.yaml has the page READER(1). */
static bool has_page(const struct guide *guide)
{
    for (uint32_t i = 0; i < guide->page_count; i++)
        if (strcmp(guide_text(guide, guide->pages[i].name), guide_text(guide, guide->reader)) ==
                0 &&
            strcmp(guide_text(guide, guide->pages[i].manual_section), "1") == 0)
            return true;
    return false;
}

void manual_add_page(struct draft *draft)
{
    struct place place = {.file = draft->guide_input.file, .line = 1};
    struct guide_page *page;
    uint32_t index;

    if (draft->manual == NAMES_NONE || has_page(draft_guide(draft)))
        return;
    index = pages_add(draft, place);
    page = &draft->pages[index];
    page->name = draft->guide.reader;
    page->summary = draft->sections[draft->manual].summary;
    page->manual_section = draft_text_unmarked(draft, "1", 1);
    draft->page_choices[index].sections = (struct guide_range){draft->guide.number_count, 1};
    draft_number(draft, draft->manual, place);
}

void manual_read(struct draft *draft, struct input *input)
{
    char *capitals = memory_copy(draft->manual_id, strlen(draft->manual_id));
    const struct embedded_word words[] = {
        {"reader", draft->manual_id}, {"READER", capitals}, {"name", draft->manual_guide}, {0}};
    struct output out;

    /* An identifier, as it stands in the name of a variable. */
    for (char *byte = capitals; *byte != '\0'; byte++)
        if (*byte >= 'a' && *byte <= 'z')
            *byte = (char)(*byte - 'a' + 'A');
        else if (*byte == '-')
            *byte = '_';

    output_to_memory(&out);
    embedded_put(&out, find_text(draft), words);
    free(capitals);
    memory_end_text(&out);
    *input = (struct input){.name = memory_copy("reader.md", strlen("reader.md")),
                            .bytes = out.data,
                            .text = out.data,
                            .length = out.length - 1,
                            .sound = true};
    input->file = diagnostics_file(draft->diagnostics, input->name);
}
