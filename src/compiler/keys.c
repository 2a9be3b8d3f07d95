/* SPDX-License-Identifier: MIT */
/* keys.c: the keys and values of a file or a map, as they were asked for. */
#include "compiler/keys.h"

#include "base/output.h"
#include "compiler/memory.h"
#include "guide/suggest.h"

#include <stdlib.h>
#include <string.h>

int keys_read_file(const char *directory, const char *name, struct input *input,
                   struct yaml_tree **tree, struct diagnostics *diagnostics)
{
    int error = input_read(input, directory, name, diagnostics);

    *tree = NULL;
    if (error == 0 && input->sound)
        *tree = yaml_tree_parse(input->text, input->length, input->file, 1, diagnostics);
    if (*tree != NULL && (*tree)->kind != YAML_TREE_MAP) {
        diagnostics_add(diagnostics, (*tree)->place,
                        "%s has to hold keys and values, as in 'key: value'", name);
        yaml_tree_free(*tree);
        *tree = NULL;
    }
    return error;
}

static bool is_flag(const struct yaml_tree *value)
{
    return value->kind == YAML_TREE_TEXT && value->unquoted &&
           (strcmp(value->text, "true") == 0 || strcmp(value->text, "false") == 0);
}

static bool is_text(const struct yaml_tree *value)
{
    return value->kind == YAML_TREE_TEXT && value->length > 0;
}

static const char *item_advice(enum yaml_tree_kind kind, const struct yaml_tree *item)
{
    if (kind == YAML_TREE_MAP)
        return "has to be a map: '- KEY: ...' with its further keys indented below";
    if (kind == YAML_TREE_LIST)
        return "has to be a list itself; write it as [one, two]";
    return item->kind == YAML_TREE_TEXT
               ? "is empty; write it, or take it out"
               : "has to be one word or text; put quotes around it if it holds a colon or begins "
                 "with a bracket";
}

/* Reports items of a list that are not of a kind, and takes them out. */
static void check_items(const struct yaml_tree *key, struct yaml_tree *list,
                        enum yaml_tree_kind kind, struct diagnostics *diagnostics)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct yaml_tree *item = &list->children[i];

        if (kind == YAML_TREE_TEXT ? is_text(item) : item->kind == kind) {
            list->children[kept++] = *item;
            continue;
        }
        diagnostics_add(diagnostics, item->place, "an item of '%s' %s", key->text,
                        item_advice(kind, item));
        yaml_tree_clear(item);
        list->partial = true;
    }
    list->count = kept;
}

static void check_list(const struct key *wanted, const struct yaml_tree *key,
                       struct yaml_tree *list, struct diagnostics *diagnostics)
{
    check_items(key, list,
                wanted->kind == KEY_MAPS    ? YAML_TREE_MAP
                : wanted->kind == KEY_LISTS ? YAML_TREE_LIST
                                            : YAML_TREE_TEXT,
                diagnostics);
    for (size_t i = 0; wanted->kind == KEY_LISTS && i < list->count; i++)
        check_items(key, &list->children[i], YAML_TREE_TEXT, diagnostics);
}

/* Reports items of a path that are not what its first item is, section or group, and takes them
 * out. */
static void check_groups(const struct yaml_tree *key, struct yaml_tree *list,
                         struct diagnostics *diagnostics)
{
    bool grouped = list->count > 0 && list->children[0].kind == YAML_TREE_MAP;
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++) {
        struct yaml_tree *item = &list->children[i];

        if (item->kind == (grouped ? YAML_TREE_TEXT : YAML_TREE_MAP)) {
            diagnostics_add(diagnostics, item->place,
                            grouped ? "'%s' has a section beside groups; write it into the "
                                      "'sections' of one of them"
                                    : "'%s' has a group beside sections; write those before it "
                                      "into a group, too: '- title: ...' and 'sections: [...]'",
                            key->text);
            yaml_tree_clear(item);
            list->partial = true;
        } else {
            list->children[kept++] = *item;
        }
    }
    list->count = kept;
    check_items(key, list, grouped ? YAML_TREE_MAP : YAML_TREE_TEXT, diagnostics);
}

static const char *text_advice(const struct key *wanted, const struct yaml_tree *value)
{
    if (value->kind != YAML_TREE_TEXT)
        return "has to be one text; put quotes around it if it begins with a bracket";
    return wanted->required ? "is empty; write its text after the colon"
                            : "is empty; write its text after the colon, or take it out";
}

static const char *list_advice(const struct key *wanted, const struct yaml_tree *value)
{
    if (value->kind == YAML_TREE_TEXT && value->length == 0)
        return wanted->required ? "is empty; write [] for an empty list"
                                : "is empty; write [] for an empty list, or take it out";
    if (wanted->kind == KEY_GROUPS && value->kind == YAML_TREE_MAP)
        return "has to be a list of groups: '- title: ...' with their 'sections' indented below";
    if (wanted->kind == KEY_MAPS)
        return "has to be a list of maps: '- KEY: ...' with their further keys indented below";
    if (wanted->kind == KEY_LISTS)
        return "has to be a list of lists; write it as [[one, two], [three, four]]";
    return "has to be a list; write it as [one, two]";
}

/* Whether the value is what the key asks for; reports it if not. */
static bool check_value(const struct key *wanted, const struct yaml_tree *key,
                        struct yaml_tree *value, struct diagnostics *diagnostics)
{
    const char *advice = NULL;

    switch (wanted->kind) {
    case KEY_TEXT:
        if (is_text(value))
            return true;
        advice = text_advice(wanted, value);
        break;
    case KEY_FLAG:
        if (is_flag(value))
            return true;
        advice = "has to be true or false";
        break;
    case KEY_MAP:
        if (value->kind == YAML_TREE_MAP)
            return true;
        advice = "has to be a map of keys and values";
        break;
    case KEY_TEXTS:
    case KEY_MAPS:
    case KEY_LISTS:
        if (value->kind == YAML_TREE_LIST) {
            check_list(wanted, key, value, diagnostics);
            return true;
        }
        advice = list_advice(wanted, value);
        break;
    case KEY_GROUPS:
        if (value->kind == YAML_TREE_LIST) {
            check_groups(key, value, diagnostics);
            return true;
        }
        advice = list_advice(wanted, value);
        break;
    }
    diagnostics_add(diagnostics, key->place, "'%s' %s", key->text, advice);
    return false;
}

static const struct key *find_key(const struct key *keys, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static void report_unknown_key(const struct yaml_tree *key, const struct key *keys, size_t count,
                               const char *whose, struct diagnostics *diagnostics)
{
    struct output names;

    output_to_memory(&names);
    for (size_t i = 0; i < count; i++) {
        output_string(&names, i > 0 ? ", " : "");
        output_string(&names, keys[i].name);
    }
    memory_end_text(&names);
    diagnostics_add(diagnostics, key->place, "unknown key '%s' of a %s; its keys are %s", key->text,
                    whose, names.data);
    free(names.data);
}

/* Reports an unknown key. Returns the key that may have been meant, or NULL. */
static const struct key *suggest_key(const struct yaml_tree *key, const struct key *keys,
                                     size_t count, const char *whose,
                                     struct diagnostics *diagnostics)
{
    struct suggestion suggestion;

    suggest_begin(&suggestion, key->text);
    for (size_t i = 0; i < count; i++)
        suggest_offer(&suggestion, keys[i].name);
    if (suggestion.best == NULL) {
        report_unknown_key(key, keys, count, whose, diagnostics);
        return NULL;
    }
    diagnostics_add(diagnostics, key->place, "unknown key '%s' of a %s; did you mean '%s'?",
                    key->text, whose, suggestion.best);
    return find_key(keys, count, suggestion.best);
}

void keys_read_map(const struct yaml_tree *map, const struct key *keys, size_t key_count,
                   const char *whose, const struct yaml_tree **values,
                   struct diagnostics *diagnostics)
{
    bool *seen = memory_zeroed(key_count, sizeof *seen);

    for (size_t i = 0; i < key_count; i++)
        values[i] = NULL;
    for (size_t i = 0; i + 1 < map->count; i += 2) {
        struct yaml_tree *key = &map->children[i], *value = key + 1;
        const struct key *wanted = find_key(keys, key_count, key->text);

        if (wanted != NULL && check_value(wanted, key, value, diagnostics))
            values[wanted - keys] = value;
        /* A key that is misspelt is not missing, too. */
        if (wanted == NULL)
            wanted = suggest_key(key, keys, key_count, whose, diagnostics);
        if (wanted != NULL)
            seen[wanted - keys] = true;
    }
    for (size_t i = 0; i < key_count; i++)
        if (keys[i].required && !seen[i])
            diagnostics_add(diagnostics, (struct place){map->place.file, map->place.line, 0},
                            "%s has no '%s'; add the line '%s: ...'", whose, keys[i].name,
                            keys[i].name);
    free(seen);
}

bool keys_is_true(const struct yaml_tree *value)
{
    return value != NULL && strcmp(value->text, "true") == 0;
}

void keys_check(const struct yaml_tree *value, bool (*is_valid)(const char *text),
                const char *advice, struct diagnostics *diagnostics)
{
    if (value != NULL && !is_valid(value->text))
        diagnostics_add(diagnostics, value->place, "'%s' %s", value->text, advice);
}
