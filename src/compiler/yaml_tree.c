/* SPDX-License-Identifier: MIT */
/* yaml_tree.c: YAML as a tree of texts, lists and maps; the only place that knows libyaml. */
#include "compiler/yaml_tree.h"

#include "base/number.h"
#include "compiler/input.h"
#include "compiler/memory.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { MAX_DEPTH = 8 }; /* of lists and maps, one in another; the format needs four */

struct reader {
    yaml_parser_t parser;
    const char *text; /* what it parses */
    uint32_t file, first_line;
    struct diagnostics *diagnostics;
    bool failed;
};

static struct place place_of(const struct reader *reader, const yaml_mark_t *mark)
{
    return (struct place){.file = reader->file,
                          .line = reader->first_line + (uint32_t)mark->line,
                          .column = (uint32_t)mark->column + 1};
}

static void fail(struct reader *reader, const yaml_mark_t *mark, const char *message)
{
    if (!reader->failed)
        diagnostics_add(reader->diagnostics, place_of(reader, mark), "%s", message);
    reader->failed = true;
}

/* What to do about what libyaml calls a problem; the beginnings of its words. */
static const struct hint {
    const char *problem, *context, *advice;
} hints[] = {
    {"", "while scanning a quoted scalar", "the quote that opens here is not closed"},
    {"found character that cannot start", "", "no value begins like this; put quotes around it"},
    {"mapping values are not allowed", "",
     "a colon where none can stand; put quotes around a text that holds one, and indent keys "
     "alike"},
    {"could not find expected ':'", "", "a line without a colon; write 'key: value'"},
    {"did not find expected ',' or ']'", "",
     "the list that opens here with [ is not closed, or lacks a comma"},
    {"did not find expected ',' or '}'", "",
     "the map that opens here with { is not closed; put quotes around a text that begins so"},
    {"did not find expected key", "",
     "a key is expected here; indent keys alike, and let quotes hold the whole of a text"},
    {"did not find expected '-'", "",
     "an item of the list is expected here; begin it with '- ', indented like the others"},
    {"block sequence entries are not allowed", "",
     "no list can begin here; give each '- ' a line of its own, or put quotes around a text"},
    {"did not find expected node content", "",
     "a value is missing here, or a comma or colon is one too many"},
    {"", "while scanning a directive", "put quotes around a text that begins with %"},
    {"", "while scanning an alias", "put quotes around a text that begins with *"},
    {"", "while scanning an anchor", "put quotes around a text that begins with &"},
    {"", "while scanning a block scalar", "put quotes around a text that begins with | or >"},
    {"", "while parsing a quoted scalar",
     "unknown escape; in double quotes write \\\\ for a backslash, or use single quotes"},
};

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Whether there is a tab at a mark. */
static bool is_tab(const struct reader *reader, const yaml_mark_t *mark)
{
    const char *byte = reader->text;

    for (size_t line = 0; line < mark->line && byte != NULL; line++) {
        byte = strchr(byte, '\n');
        byte = byte != NULL ? byte + 1 : NULL;
    }
    if (byte != NULL)
        byte += strspn(byte, " ");
    return byte != NULL && *byte == '\t';
}

static const char *find_advice(const char *problem, const char *context)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (begins_with(problem, hints[i].problem) && begins_with(context, hints[i].context))
            return hints[i].advice;
    return NULL;
}

/* Reports what libyaml found. What was not closed belongs where it began, such as the opening
 * quote, not where the file ended. */
static void fail_syntax(struct reader *reader)
{
    const yaml_parser_t *parser = &reader->parser;
    const char *problem = parser->problem != NULL ? parser->problem : "invalid";
    const char *context = parser->context != NULL ? parser->context : "";
    const char *advice = is_tab(reader, &parser->problem_mark) ? "a tab; indent with spaces"
                                                               : find_advice(problem, context);
    bool opened =
        begins_with(context, "while scanning") || begins_with(context, "while parsing a flow ");
    struct place place = place_of(reader, opened ? &parser->context_mark : &parser->problem_mark);

    if (parser->error == YAML_MEMORY_ERROR)
        memory_exhausted();
    if (reader->failed)
        return;
    reader->failed = true;
    if (advice != NULL)
        diagnostics_add(reader->diagnostics, place, "YAML syntax: %s", advice);
    else
        diagnostics_add(reader->diagnostics, place, "YAML syntax: %s%s%s", problem,
                        *context != '\0' ? " " : "", context);
}

static bool next_event(struct reader *reader, yaml_event_t *event)
{
    if (reader->failed)
        return false;
    if (!yaml_parser_parse(&reader->parser, event)) {
        fail_syntax(reader);
        return false;
    }
    return true;
}

size_t yaml_tree_join_words(char *text, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n')
            text[count++] = text[i];
        else if (count > 0 && text[count - 1] != ' ')
            text[count++] = ' ';
    if (count > 0 && text[count - 1] == ' ')
        count--;
    text[count] = '\0';
    return count;
}

static struct yaml_tree *add_child(struct yaml_tree *parent, size_t *capacity)
{
    parent->children =
        memory_grow(parent->children, parent->count, capacity, sizeof *parent->children);
    parent->children[parent->count] = (struct yaml_tree){0};
    return &parent->children[parent->count++];
}

static void read_node(struct reader *reader, struct yaml_tree *node, const yaml_event_t *event,
                      unsigned depth);

static void read_children(struct reader *reader, struct yaml_tree *node, yaml_event_type_t end,
                          unsigned depth)
{
    size_t capacity = 0;
    yaml_event_t event;

    while (next_event(reader, &event)) {
        bool is_end = event.type == end;

        if (!is_end) {
            struct yaml_tree *child = add_child(node, &capacity);

            read_node(reader, child, &event, depth + 1);
            if (node->kind == YAML_TREE_MAP && node->count % 2 == 1 &&
                child->kind != YAML_TREE_TEXT)
                fail(reader, &event.start_mark, "a key has to be one word");
        }
        yaml_event_delete(&event);
        if (is_end)
            return;
    }
}

/* Whether a value has a tag or an anchor, which would be words lost. */
static bool is_tagged(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor != NULL || event->data.mapping_start.tag != NULL;
    default:
        return false;
    }
}

static void read_node(struct reader *reader, struct yaml_tree *node, const yaml_event_t *event,
                      unsigned depth)
{
    node->place = place_of(reader, &event->start_mark);
    if (is_tagged(event))
        fail(reader, &event->start_mark, "put quotes around a text that begins with & or !");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node->kind = YAML_TREE_TEXT;
        node->unquoted = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        node->text = memory_copy((const char *)event->data.scalar.value, event->data.scalar.length);
        node->length = yaml_tree_join_words(node->text, event->data.scalar.length);
        input_check_text(node->text, node->length, node->place, reader->diagnostics);
        break;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        node->kind = event->type == YAML_MAPPING_START_EVENT ? YAML_TREE_MAP : YAML_TREE_LIST;
        if (depth >= MAX_DEPTH)
            fail(reader, &event->start_mark, "lists and maps are nested too deep");
        else
            read_children(reader, node,
                          node->kind == YAML_TREE_MAP ? YAML_MAPPING_END_EVENT
                                                      : YAML_SEQUENCE_END_EVENT,
                          depth);
        break;
    case YAML_ALIAS_EVENT:
        fail(reader, &event->start_mark,
             "YAML aliases are not supported; write the value out, in quotes if it begins with *");
        break;
    default:
        fail(reader, &event->start_mark, "unexpected end of the YAML text");
    }
}

static int compare_keys(const void *left, const void *right)
{
    const struct yaml_tree *const *a = left, *const *b = right;
    int order = strcmp((*a)->text, (*b)->text);

    return order != 0 ? order : number_compare((uintptr_t)*a, (uintptr_t)*b);
}

/* Reports keys that are given twice, here and below; libyaml takes them silently. */
static void check_keys(const struct yaml_tree *node, struct diagnostics *diagnostics)
{
    if (node->kind == YAML_TREE_MAP && node->count > 2) {
        size_t count = node->count / 2;
        const struct yaml_tree **keys = memory_resize(NULL, count, sizeof *keys);

        for (size_t i = 0; i < count; i++)
            keys[i] = &node->children[2 * i];
        qsort(keys, count, sizeof *keys, compare_keys);
        for (size_t i = 1; i < count; i++)
            if (strcmp(keys[i - 1]->text, keys[i]->text) == 0)
                diagnostics_add(diagnostics, keys[i]->place,
                                "key '%s' is given twice; the first is on line %lu", keys[i]->text,
                                (unsigned long)keys[i - 1]->place.line);
        free(keys);
    }
    for (size_t i = 0; i < node->count; i++)
        check_keys(&node->children[i], diagnostics);
}

static void read_document(struct reader *reader, struct yaml_tree *root)
{
    yaml_event_t event;
    bool done = false, any = false;

    while (!done && next_event(reader, &event)) {
        switch (event.type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        case YAML_DOCUMENT_START_EVENT:
            if (any)
                fail(reader, &event.start_mark, "a second YAML document begins here; remove '---'");
            break;
        case YAML_STREAM_END_EVENT:
            done = true;
            break;
        default:
            any = true;
            read_node(reader, root, &event, 0);
        }
        yaml_event_delete(&event);
    }
}

void yaml_tree_clear(struct yaml_tree *node)
{
    for (size_t i = 0; i < node->count; i++)
        yaml_tree_clear(&node->children[i]);
    free(node->children);
    free(node->text);
}

struct yaml_tree *yaml_tree_parse(const char *text, size_t length, uint32_t file,
                                  uint32_t first_line, struct diagnostics *diagnostics)
{
    struct reader reader = {
        .text = text, .file = file, .first_line = first_line, .diagnostics = diagnostics};
    struct yaml_tree *root = memory_zeroed(1, sizeof *root);

    root->kind = YAML_TREE_MAP;
    root->place = (struct place){.file = file, .line = first_line};
    if (!yaml_parser_initialize(&reader.parser))
        memory_exhausted();
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, length);
    read_document(&reader, root);
    yaml_parser_delete(&reader.parser);
    if (reader.failed) {
        yaml_tree_free(root);
        return NULL;
    }
    root->place.column = 0;
    check_keys(root, diagnostics);
    return root;
}

void yaml_tree_free(struct yaml_tree *root)
{
    if (root == NULL)
        return;
    yaml_tree_clear(root);
    free(root);
}
