/* SPDX-License-Identifier: MIT */
/* variables.c: names in the source, {{NAME}}, that stand for a text. */
#include "compiler/variables.h"

#include "base/output.h"
#include "compiler/escapes.h"
#include "compiler/memory.h"
#include "compiler/status.h"
#include "compiler/unicode.h"
#include "guide/suggest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many bytes at TEXT can be a variable's name. */
static size_t name_length(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}

int definitions_add(struct definitions *definitions, const char *definition)
{
    size_t length = name_length(definition);
    struct unicode_fault fault;
    struct definition *added;

    if (length == 0 || definition[length] != '=')
        return status_usage("'%s' defines nothing; write it as NAME=VALUE", definition);
    if (unicode_find_fault(definition, strlen(definition), 0, &fault))
        return status_usage("'%s' holds %s, which no text may hold", definition,
                            fault.what != NULL ? fault.what : "a byte that is not UTF-8");
    definitions->list = memory_grow(definitions->list, definitions->count, &definitions->capacity,
                                    sizeof *definitions->list);
    added = &definitions->list[definitions->count++];
    added->name = memory_copy(definition, length);
    added->value = memory_copy(definition + length + 1, strlen(definition + length + 1));
    yaml_tree_join_words(added->value, strlen(added->value));
    if (*added->value == '\0')
        return status_usage("'%s' is empty; a variable has a text", definition);
    return STATUS_DONE;
}

void definitions_free(struct definitions *definitions)
{
    for (size_t i = 0; i < definitions->count; i++) {
        free(definitions->list[i].name);
        free(definitions->list[i].value);
    }
    free(definitions->list);
}

/* --- Reading them --- */

static bool is_name(const char *text)
{
    return *text != '\0' && text[name_length(text)] == '\0';
}

static void add_variable(struct variables *variables, const char *name, struct place place,
                         struct yaml_tree *value)
{
    variables->values = memory_grow(variables->values, variables->count, &variables->capacity,
                                    sizeof *variables->values);
    variables->values[variables->count] = value;
    names_add(&variables->names, name, variables->count++, place);
}

/* Reads the map of names and values. Whatever is wrong with it is reported, and leaves variables
 * unknown. */
static void read_map(struct variables *variables, struct yaml_tree *map,
                     struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->count;

    for (size_t i = 0; i + 1 < map->count; i += 2) {
        const struct yaml_tree *key = &map->children[i];
        struct yaml_tree *value = &map->children[i + 1];

        if (!is_name(key->text))
            diagnostics_add(diagnostics, key->place,
                            "'%s' cannot name a variable; use letters, digits, '-' and '_'",
                            key->text);
        else if (value->kind != YAML_TREE_TEXT)
            diagnostics_add(diagnostics, key->place,
                            "variable '%s' has to be one text; put quotes around it if it begins "
                            "with a bracket",
                            key->text);
        else if (value->length == 0)
            diagnostics_add(diagnostics, key->place,
                            "variable '%s' is empty; write its text after the colon, or take it "
                            "out",
                            key->text);
        else
            add_variable(variables, key->text, key->place, value);
    }
    variables->names.incomplete |= map->kind != YAML_TREE_MAP || diagnostics->count > errors;
}

/* The value of a key of guide.yaml, if it is a text; else NULL. KEY gets the key itself. */
static struct yaml_tree *find_value(struct yaml_tree *root, const char *name,
                                    const struct yaml_tree **key)
{
    for (size_t i = 0; i + 1 < root->count; i += 2)
        if (strcmp(root->children[i].text, name) == 0) {
            *key = &root->children[i];
            return root->children[i + 1].kind == YAML_TREE_TEXT ? &root->children[i + 1] : NULL;
        }
    *key = NULL;
    return NULL;
}

/* Adds a key of guide.yaml that is a variable, too. */
static void add_key(struct variables *variables, struct yaml_tree *root, const char *name,
                    struct diagnostics *diagnostics)
{
    const struct yaml_tree *key;
    struct yaml_tree *value = find_value(root, name, &key);

    if (value == NULL || value->length == 0)
        return;
    for (size_t i = 0; i < variables->names.count; i++)
        if (strcmp(variables->names.list[i].text, name) == 0) {
            diagnostics_add(diagnostics, variables->names.list[i].place,
                            "variable '%s' is the key '%s' of the guide; take it out here", name,
                            name);
            return;
        }
    add_variable(variables, key->text, key->place, value);
}

/* A reader that has no name of its own has that of the guide. */
static void add_reader(struct variables *variables, struct yaml_tree *root)
{
    const struct yaml_tree *key;
    struct yaml_tree *name = find_value(root, "name", &key);

    for (size_t i = 0; i < variables->names.count; i++)
        if (strcmp(variables->names.list[i].text, "reader") == 0)
            return;
    if (name != NULL && name->length > 0) {
        add_variable(variables, "reader", key->place, name);
        variables->name = name;
    }
}

/* The value that a definition is to change, or NULL. */
static struct yaml_tree *find_definition(const struct variables *variables,
                                         const struct definition *definition)
{
    uint32_t index = names_find(&variables->names, definition->name);

    return index != NAMES_NONE && variables->values[index] != variables->name
               ? variables->values[index]
               : NULL;
}

static void define(const struct variables *variables, const struct definition *definition)
{
    struct yaml_tree *value = find_definition(variables, definition);

    if (value == NULL)
        return;
    free(value->text);
    value->length = strlen(definition->value);
    value->text = memory_copy(definition->value, value->length);
}

void variables_read(struct variables *variables, struct yaml_tree *root,
                    const struct definitions *definitions, struct diagnostics *diagnostics)
{
    variables->names.incomplete = false;
    for (size_t i = 0; i + 1 < root->count; i += 2)
        if (strcmp(root->children[i].text, "variables") == 0) {
            variables->used = true;
            read_map(variables, &root->children[i + 1], diagnostics);
        }
    add_key(variables, root, "version", diagnostics);
    add_key(variables, root, "reader", diagnostics);
    add_reader(variables, root);
    /* A key that is given twice was reported when the file was parsed. */
    names_sort(&variables->names, NULL);
    for (size_t i = 0; i < definitions->count; i++)
        define(variables, &definitions->list[i]);
}

static int refuse(const struct variables *variables, const char *name)
{
    struct suggestion suggestion;

    if (names_find(&variables->names, name) != NAMES_NONE)
        return status_usage("'%s' can be defined where guide.yaml has the key '%s'", name, name);
    suggest_begin(&suggestion, name);
    for (size_t i = 0; i < variables->names.count; i++)
        suggest_offer(&suggestion, variables->names.list[i].text);
    if (suggestion.best != NULL)
        return status_usage("unknown variable '%s'; did you mean '%s'?", name, suggestion.best);
    return status_usage("unknown variable '%s'; it is not %s", name, variables->names.where);
}

int variables_check(const struct variables *variables, const struct definitions *definitions)
{
    for (size_t i = 0; i < definitions->count && !variables->names.incomplete; i++)
        if (find_definition(variables, &definitions->list[i]) == NULL)
            return refuse(variables, definitions->list[i].name);
    return STATUS_DONE;
}

void variables_free(struct variables *variables)
{
    names_free(&variables->names);
    free(variables->values);
}

/* --- Finding them --- */

/* What looks like a variable in a text. */
struct use {
    const char *start, *end; /* with its braces and, if there is one that counts, its backslash */
    const char *name;        /* not ended by a NUL */
    size_t length;
    bool escaped; /* it stands for itself, without the backslash */
    bool blank;   /* there are blanks in the braces: it is none */
};

static size_t blanks(const char *text)
{
    return strspn(text, " \t\n");
}

/* Whether an odd number of backslashes stands before BRACE. */
static bool is_escaped(const char *text, const char *brace)
{
    const char *first = brace;

    while (first > text && first[-1] == '\\')
        first--;
    return (brace - first) % 2 != 0;
}

/* Finds the next one at or after FROM in a TEXT. Returns whether there is one. */
static bool find_use(const char *text, const char *from, struct use *use)
{
    for (const char *brace = from; (brace = strstr(brace, "{{")) != NULL; brace++) {
        size_t before = blanks(brace + 2), after;

        use->name = brace + 2 + before;
        use->length = name_length(use->name);
        after = blanks(use->name + use->length);
        use->end = use->name + use->length + after;
        if (use->length == 0 || use->end[0] != '}' || use->end[1] != '}')
            continue;
        use->end += 2;
        use->blank = before + after > 0;
        use->escaped = !use->blank && is_escaped(text, brace);
        use->start = brace - use->escaped;
        return true;
    }
    return false;
}

/* The index of what is used, or NAMES_NONE; reports what is unknown, and what is probably meant for
 * one. */
static uint32_t resolve(const struct variables *variables, const struct use *use,
                        struct place place, struct diagnostics *diagnostics)
{
    char *name = memory_copy(use->name, use->length);
    uint32_t index;

    if (!use->blank)
        index = names_resolve(&variables->names, name, place, diagnostics);
    else if ((index = names_find(&variables->names, name)) != NAMES_NONE)
        diagnostics_warn(diagnostics, place,
                         "a variable has no blanks in its braces, {{NAME}}; as it is written here, "
                         "it is text");
    free(name);
    return use->blank ? NAMES_NONE : index;
}

/* --- Values in trees --- */

static void fill_text(const struct variables *variables, struct yaml_tree *node,
                      struct diagnostics *diagnostics)
{
    const char *from = node->text;
    struct output out;
    struct use use;

    if (strstr(from, "{{") == NULL)
        return;
    output_to_memory(&out);
    for (; find_use(node->text, from, &use); from = use.end) {
        uint32_t index =
            use.escaped ? NAMES_NONE : resolve(variables, &use, node->place, diagnostics);

        output_put(&out, from, (size_t)(use.start - from));
        if (index != NAMES_NONE)
            output_string(&out, variables->values[index]->text);
        else
            output_put(&out, use.start + use.escaped, (size_t)(use.end - use.start) - use.escaped);
    }
    output_string(&out, from);
    free(node->text);
    node->text = memory_end_text(&out);
    node->length = out.length - 1;
}

/* Whether a node is, or holds, the value of a variable. */
static bool is_value(const struct variables *variables, const struct yaml_tree *key,
                     const struct yaml_tree *value)
{
    uint32_t index = names_find(&variables->names, key->text);

    return strcmp(key->text, "variables") == 0 ||
           (index != NAMES_NONE && variables->values[index] == value);
}

static void fill(const struct variables *variables, struct yaml_tree *node,
                 struct diagnostics *diagnostics)
{
    size_t step = node->kind == YAML_TREE_MAP ? 2 : 1;

    if (node->kind == YAML_TREE_TEXT)
        fill_text(variables, node, diagnostics);
    for (size_t i = step - 1; i < node->count; i += step)
        if (step == 1 || !is_value(variables, &node->children[i - 1], &node->children[i]))
            fill(variables, &node->children[i], diagnostics);
}

void variables_fill(const struct variables *variables, struct yaml_tree *tree,
                    struct diagnostics *diagnostics)
{
    if (variables->used)
        fill(variables, tree, diagnostics);
}

/* --- Values in CommonMark --- */

/* Stands on both sides of a variable's index: U+FFFE, which no source may hold, and which libcmark
 * makes of no entity. */
#define MARK "\xEF\xBF\xBE"
enum { MARK_LENGTH = sizeof MARK - 1 };

/* Indexes beyond those of the variables, for braces that are text. */
enum { ESCAPED, UNKNOWN };

static uint32_t index_of_braces(const struct variables *variables, unsigned why)
{
    return variables->count + why;
}

/* Moves a place on, from one byte to another. */
static void advance(struct place *place, const char *from, const char *to)
{
    for (; from < to; from++) {
        place->column += ((unsigned char)*from & 0xC0) != 0x80;
        if (*from == '\n') {
            place->line++;
            place->column = 1;
        }
    }
}

char *variables_mark(const struct variables *variables, const char *text, size_t length,
                     size_t *marked, struct place place, struct diagnostics *diagnostics)
{
    const char *from = text, *reached = text;
    struct output out;
    struct use use;

    if (!variables->used || !find_use(text, text, &use))
        return NULL;
    output_to_memory(&out);
    place.column = 1;
    for (; find_use(text, from, &use); from = use.end) {
        uint32_t index = index_of_braces(variables, ESCAPED);

        advance(&place, reached, use.start);
        reached = use.start;
        output_put(&out, from, (size_t)(use.start - from));
        if (!use.escaped)
            index = resolve(variables, &use, place, diagnostics);
        if (use.blank) {
            output_put(&out, use.start, (size_t)(use.end - use.start));
            continue;
        }
        if (index == NAMES_NONE)
            index = index_of_braces(variables, UNKNOWN);
        if (index >= variables->count)
            use.end = use.name; /* the braces alone */
        output_string(&out, MARK);
        output_number(&out, index);
        output_string(&out, MARK);
    }
    output_put(&out, from, length - (size_t)(from - text));
    *marked = out.length;
    return memory_end_text(&out);
}

/* The index after a mark; END gets where the text goes on. */
static uint32_t read_mark(const char *mark, const char **end)
{
    char *after;
    uint32_t index = (uint32_t)strtoul(mark + MARK_LENGTH, &after, 10);

    *end = after + MARK_LENGTH;
    return index;
}

bool variables_lead_nowhere(const struct variables *variables, const char *text)
{
    const char *mark = text;

    while ((mark = strstr(mark, MARK)) != NULL)
        if (read_mark(mark, &mark) == index_of_braces(variables, UNKNOWN))
            return true;
    return false;
}

static void put_escaped(struct output *out, const char *value)
{
    static const char signs[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    for (; *value != '\0'; value++) {
        output_char(out, *value);
        if (strchr(signs, *value) != NULL)
            output_string(out, ESCAPES_MARK);
    }
}

char *variables_expand(const struct variables *variables, const char *text, bool escaped)
{
    const char *mark = strstr(text, MARK);
    struct output out;

    if (mark == NULL)
        return NULL;
    output_to_memory(&out);
    for (; mark != NULL; mark = strstr(text, MARK)) {
        const char *end;
        uint32_t index = read_mark(mark, &end);
        const char *value = index < variables->count ? variables->values[index]->text : "{{";

        output_put(&out, text, (size_t)(mark - text));
        if (escaped)
            put_escaped(&out, value);
        else
            output_string(&out, value);
        text = end;
    }
    output_string(&out, text);
    return memory_end_text(&out);
}
