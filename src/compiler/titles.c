/* SPDX-License-Identifier: MIT */
/* titles.c: the words of the headings and terms of sections. */
#include "compiler/titles.h"

#include "base/number.h"
#include "base/output.h"
#include "compiler/escapes.h"
#include "compiler/memory.h"
#include "compiler/places.h"
#include "compiler/role_mark.h"
#include "compiler/term.h"

#include <stdlib.h>
#include <string.h>

/* The words of a heading or term; to be freed. */
static char *words_of(cmark_node *node)
{
    cmark_iter *iterator = cmark_iter_new(node);
    struct output words;
    char *unescaped;

    output_to_memory(&words);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *inner = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(inner);

        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            output_string(&words, cmark_node_get_literal(inner));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            output_char(&words, ' ');
    }
    cmark_iter_free(iterator);
    /* Before a role mark stands a blank. */
    while (words.length > 0 && words.data[words.length - 1] == ' ')
        words.length--;
    unescaped = escapes_drop(memory_end_text(&words));
    free(words.data);
    return unescaped;
}

static void free_title(struct title *title)
{
    free(title->name);
    free(title->text);
}

static void add_title(struct titles *titles, cmark_node *node)
{
    char *text = words_of(node);

    titles->list =
        memory_grow(titles->list, titles->count, &titles->capacity, sizeof *titles->list);
    titles->list[titles->count] = (struct title){places_name(text), text, (uint32_t)titles->count};
    titles->count++;
}

static void collect_titles(const struct names *roles, struct titles *titles, cmark_node *parent,
                           unsigned depth);

static void collect_items(const struct names *roles, struct titles *titles, cmark_node *list,
                          unsigned depth)
{
    bool defines = term_is_definition_list(list);
    struct term_end end;

    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        if (defines && term_find(cmark_node_first_child(item), &end)) {
            cmark_node *term = term_split(cmark_node_first_child(item), &end);

            add_title(titles, term);
            cmark_node_free(term);
        }
        collect_titles(roles, titles, item, depth);
    }
}

static void collect_titles(const struct names *roles, struct titles *titles, cmark_node *parent,
                           unsigned depth)
{
    if (depth > GUIDE_MAX_DEPTH)
        return;
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
         node = cmark_node_next(node)) {
        cmark_node_type type = cmark_node_get_type(node);

        if (type == CMARK_NODE_HEADING) {
            free(role_mark_take(roles, node));
            add_title(titles, node);
        } else if (type == CMARK_NODE_LIST) {
            collect_items(roles, titles, node, depth + 1);
        } else if (type == CMARK_NODE_BLOCK_QUOTE) {
            collect_titles(roles, titles, node, depth + 1);
        }
    }
}

static int compare_title_name(const void *name, const void *title)
{
    return strcmp(name, ((const struct title *)title)->name);
}

/* By name, then in reading order. */
static int compare_titles(const void *left, const void *right)
{
    const struct title *a = left, *b = right;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : number_compare(a->number, b->number);
}

/* Sorts titles by name, and keeps the first of each name. */
static void sort_titles(struct titles *titles)
{
    size_t kept = 0;

    if (titles->count > 0)
        qsort(titles->list, titles->count, sizeof *titles->list, compare_titles);
    for (size_t i = 0; i < titles->count; i++)
        if (kept == 0 || strcmp(titles->list[kept - 1].name, titles->list[i].name) != 0)
            titles->list[kept++] = titles->list[i];
        else
            free_title(&titles->list[i]);
    titles->count = kept;
}

/* Reads a section, for its headings and terms alone. */
static void read_section(struct titles *titles, const struct draft *draft, uint32_t section)
{
    const struct section_input *input = &draft->section_inputs[section];
    struct diagnostics unheard = {0}; /* they are reported when the section is compiled */
    cmark_node *document;

    if (titles->known || input->file.text == NULL)
        return;
    titles->known = true;
    document = body_tree_parse(draft, input, &unheard);
    diagnostics_free(&unheard);
    collect_titles(&draft->role_names, titles, document, 0);
    cmark_node_free(document);
    sort_titles(titles);
}

const char *titles_find(struct titles *sections, const struct draft *draft, uint32_t section,
                        const char *name)
{
    struct titles *titles = &sections[section];
    const struct title *title = NULL;

    read_section(titles, draft, section);
    if (titles->count > 0)
        title = bsearch(name, titles->list, titles->count, sizeof *title, compare_title_name);
    return title != NULL ? title->text : NULL;
}

void titles_free(struct titles *sections, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        for (size_t k = 0; k < sections[i].count; k++)
            free_title(&sections[i].list[k]);
        free(sections[i].list);
    }
    free(sections);
}
