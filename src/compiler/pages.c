/* SPDX-License-Identifier: MIT */
/* pages.c: the man pages that a guide is to have. */
#include "compiler/pages.h"

#include "compiler/keys.h"
#include "compiler/memory.h"
#include "compiler/valid.h"
#include "compiler/values.h"

#include <stdlib.h>

uint32_t pages_add(struct draft *draft, struct place place)
{
    uint32_t index = draft->guide.page_count++;

    draft->pages = memory_grow(draft->pages, index, &draft->page_capacity, sizeof *draft->pages);
    draft->page_choices = memory_grow(draft->page_choices, index, &draft->page_choice_capacity,
                                      sizeof *draft->page_choices);
    draft->pages[index] = (struct guide_page){.roles = GUIDE_ALL_ROLES};
    draft->page_choices[index] = (struct page_choice){.place = place};
    return index;
}

static const char no_page_name[] = "cannot name a page; use letters, digits, '-', '_', '.', '+'";
static const char no_manual_section[] =
    "is no section of the manual; write a digit, as in 'section: 7'";

void pages_read(struct draft *draft, const struct yaml_tree *list)
{
    enum { NAME, SECTION, SUMMARY, SECTIONS, TOPICS, ROLES, ALSO, KEYS };
    static const struct key keys[KEYS] = {
        [NAME] = {"name", KEY_TEXT, true},       [SECTION] = {"section", KEY_TEXT, true},
        [SUMMARY] = {"summary", KEY_TEXT, true}, [SECTIONS] = {"sections", KEY_TEXTS, false},
        [TOPICS] = {"topics", KEY_TEXTS, false}, [ROLES] = {"roles", KEY_TEXTS, false},
        [ALSO] = {"also", KEY_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];
    size_t errors = draft->diagnostics->count;

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        uint32_t index = pages_add(draft, list->children[i].place);
        struct guide_page *page = &draft->pages[index];
        struct page_choice *choice = &draft->page_choices[index];

        keys_read_map(&list->children[i], keys, KEYS, "page", values, draft->diagnostics);
        keys_check(values[NAME], valid_is_file_name, no_page_name, draft->diagnostics);
        keys_check(values[SECTION], valid_is_manual_section, no_manual_section, draft->diagnostics);
        for (size_t j = 0; values[ALSO] != NULL && j < values[ALSO]->count; j++)
            keys_check(&values[ALSO]->children[j], valid_is_file_name, no_page_name,
                       draft->diagnostics);
        page->name = values_text(draft, values[NAME]);
        page->manual_section = values_text(draft, values[SECTION]);
        page->summary = values_text(draft, values[SUMMARY]);
        page->also = values_texts(draft, values[ALSO]);
        choice->sections = values_references(draft, values[SECTIONS], &draft->section_names);
        choice->topics = values_references(draft, values[TOPICS], &draft->topic_names);
        choice->roles = values_roles(draft, values[ROLES]);
    }
    draft->pages_sound = list != NULL && !list->partial && draft->diagnostics->count == errors;
}

/* Adds a page for each section that has no page of its own, one that names it alone. */
static void add_own_pages(struct draft *draft, const char *prefix, uint32_t manual_section,
                          struct place place)
{
    bool *has_page = memory_zeroed(draft->guide.section_count, sizeof *has_page);
    struct output name;

    output_to_memory(&name);
    for (uint32_t i = 0; i < draft->guide.page_count; i++) {
        const struct page_choice *choice = &draft->page_choices[i];

        if (choice->sections.count == 1 && choice->topics.count == 0 && choice->roles == 0)
            has_page[draft->numbers[choice->sections.first]] = true;
    }
    for (uint32_t i = 0; i < draft->guide.section_count; i++) {
        const char *id = guide_text(draft_guide(draft), draft->sections[i].id);
        uint32_t index;

        /* One that is in two parts is one section; the manual of the reader gets its page later. */
        if (has_page[i] || i == draft->manual || names_find(&draft->section_names, id) != i)
            continue;
        name.length = 0;
        output_string(&name, prefix);
        output_string(&name, id);
        memory_check(&name);
        index = pages_add(draft, place);
        draft->pages[index].name = draft_text(draft, name.data, name.length);
        draft->pages[index].manual_section = manual_section;
        draft->page_choices[index].own = true;
        draft->page_choices[index].sections = (struct guide_range){draft->guide.number_count, 1};
        draft_number(draft, i, place);
    }
    free(name.data);
    free(has_page);
}

void pages_read_for_each(struct draft *draft, const struct yaml_tree *map)
{
    enum { PREFIX, SECTION, KEYS };
    static const struct key keys[KEYS] = {
        [PREFIX] = {"prefix", KEY_TEXT, false},
        [SECTION] = {"section", KEY_TEXT, true},
    };
    const struct yaml_tree *values[KEYS];
    size_t errors = draft->diagnostics->count;

    /* It may be there, and misspelt. */
    draft->own_pages_known = map != NULL || draft->guide_yaml_sound;
    if (map == NULL)
        return;
    keys_read_map(map, keys, KEYS, "page-for-each", values, draft->diagnostics);
    keys_check(values[PREFIX], valid_is_file_name,
               "cannot begin the name of a page; use letters, digits, '-', '_', '.', '+'",
               draft->diagnostics);
    keys_check(values[SECTION], valid_is_manual_section, no_manual_section, draft->diagnostics);
    if (draft->diagnostics->count == errors)
        add_own_pages(draft, values[PREFIX] != NULL ? values[PREFIX]->text : "",
                      values_text(draft, values[SECTION]), map->place);
    else
        draft->own_pages_known = false;
}
