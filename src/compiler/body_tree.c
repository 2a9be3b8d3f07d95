/* SPDX-License-Identifier: MIT */
/* body_tree.c: the tree that libcmark makes of the body of a section. */
#include "compiler/body_tree.h"

#include "compiler/escapes.h"
#include "compiler/memory.h"
#include "compiler/variables.h"

#include <stdlib.h>

static void *resize(void *old, size_t size)
{
    return memory_resize(old, size, 1);
}

/* What libcmark asks for is there, or the program ends as memory.h has it. */
static cmark_mem memory = {memory_zeroed, resize, free};

cmark_node *body_tree_new(cmark_node_type type)
{
    return cmark_node_new_with_mem(type, &memory);
}

void body_tree_set_literal(cmark_node *node, const char *text, size_t length)
{
    char *kept = memory_copy(text, length);

    cmark_node_set_literal(node, kept);
    free(kept);
}

/* Takes the marks of escapes from what is not text: code and addresses. */
static void drop_escapes(cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);

    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        char *unescaped;

        if (type == CMARK_NODE_LINK) {
            unescaped = escapes_drop(cmark_node_get_url(node));
            cmark_node_set_url(node, unescaped);
            free(unescaped);
        } else if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK) {
            unescaped = escapes_drop(cmark_node_get_literal(node));
            cmark_node_set_literal(node, unescaped);
            free(unescaped);
        }
    }
    cmark_iter_free(iterator);
}

/* Puts values for the marks of variables. */
static void expand_variables(const struct variables *variables, cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);

    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        bool is_link = type == CMARK_NODE_LINK;
        const char *text = is_link ? cmark_node_get_url(node) : cmark_node_get_literal(node);
        char *value;

        /* What an unknown variable leads to is no second error. */
        if (is_link && variables_lead_nowhere(variables, text)) {
            cmark_node_set_url(node, "https://unknown");
            continue;
        }
        value = text != NULL ? variables_expand(variables, text, type == CMARK_NODE_TEXT) : NULL;
        if (value != NULL && is_link)
            cmark_node_set_url(node, value);
        else if (value != NULL)
            cmark_node_set_literal(node, value);
        free(value);
    }
    cmark_iter_free(iterator);
}

cmark_node *body_tree_parse(const struct draft *draft, const struct section_input *input,
                            struct diagnostics *diagnostics)
{
    const struct place start = {input->file.file, input->body_line, 0};
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, &memory);
    const char *text = input->file.text + input->body_start;
    size_t length = input->file.length - input->body_start;
    char *with_variables =
        variables_mark(&draft->variables, text, length, &length, start, diagnostics);
    char *marked;
    cmark_node *document;

    text = with_variables != NULL ? with_variables : text;
    marked = escapes_mark(text, length, &length);
    cmark_parser_feed(parser, marked != NULL ? marked : text, length);
    document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    if (marked != NULL)
        drop_escapes(document);
    if (with_variables != NULL)
        expand_variables(&draft->variables, document);
    free(marked);
    free(with_variables);
    return document;
}
