/* SPDX-License-Identifier: MIT */
/* guide_yaml.c: guide.yaml, what a guide is made of. */
#include "compiler/guide_yaml.h"

#include "compiler/keys.h"
#include "compiler/labels.h"
#include "compiler/language.h"
#include "compiler/manual.h"
#include "compiler/memory.h"
#include "compiler/pages.h"
#include "compiler/valid.h"
#include "compiler/values.h"
#include "compiler/ways_in.h"

#include <string.h>

/* Whether a list lacks something, after an error that was reported. */
static bool is_partial(const struct yaml_tree *list)
{
    return list == NULL || list->partial;
}

/* Adds the name of a thing. Returns false, and reports, if it has none or an impossible one. */
static bool add_name(struct draft *draft, struct names *names, const struct yaml_tree *id,
                     uint32_t index)
{
    if (id == NULL) {
        names->incomplete = true;
        return false;
    }
    valid_check_identifier(names->kind, id->text, id->place, draft->diagnostics);
    names_add(names, id->text, index, id->place);
    return true;
}

/* Reports a name that a node of the Info manual cannot have. */
static void check_node_name(struct draft *draft, const char *kind, const struct yaml_tree *id)
{
    if (valid_is_reserved_node(id->text))
        diagnostics_add(draft->diagnostics, id->place,
                        "'%s' cannot name a %s: Info uses it; choose another name", id->text, kind);
}

/* Reads the roles. PATHS gets the path of each, or NULL: the sections that it names are known only
 * after the parts were read. */
static void read_roles(struct draft *draft, const struct yaml_tree *list,
                       const struct yaml_tree *paths[GUIDE_MAX_ROLES])
{
    enum { ID, TITLE, SUMMARY, ALIASES, PATH, KEYS };
    static const struct key keys[KEYS] = {
        [ID] = {"id", KEY_TEXT, true},
        [TITLE] = {"title", KEY_TEXT, true},
        [SUMMARY] = {"summary", KEY_TEXT, false},
        [ALIASES] = {"aliases", KEY_TEXTS, false},
        [PATH] = {"path", KEY_GROUPS, false},
    };
    const struct yaml_tree *values[KEYS];

    draft->role_names.incomplete = is_partial(list);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_role *role;

        if (i >= GUIDE_MAX_ROLES) {
            diagnostics_add(draft->diagnostics, list->children[i].place,
                            "more than %d roles; the format has room for no more", GUIDE_MAX_ROLES);
            draft->role_names.incomplete = true;
            break;
        }
        keys_read_map(&list->children[i], keys, KEYS, "role", values, draft->diagnostics);
        draft->roles = memory_grow(draft->roles, draft->guide.role_count, &draft->role_capacity,
                                   sizeof *draft->roles);
        role = &draft->roles[draft->guide.role_count];
        *role = (struct guide_role){0};
        role->id = values_text(draft, values[ID]);
        role->title = values_text(draft, values[TITLE]);
        role->summary = values_text(draft, values[SUMMARY]);
        role->aliases = values_texts(draft, values[ALIASES]);
        paths[draft->guide.role_count] = values[PATH];
        if (add_name(draft, &draft->role_names, values[ID], draft->guide.role_count++))
            check_node_name(draft, "role", values[ID]);
    }
}

static void read_group(struct draft *draft, const struct yaml_tree *map)
{
    enum { TITLE, SECTIONS, KEYS };
    static const struct key keys[KEYS] = {
        [TITLE] = {"title", KEY_TEXT, true},
        [SECTIONS] = {"sections", KEY_TEXTS, true},
    };
    const struct yaml_tree *values[KEYS];
    struct guide_group *group;

    keys_read_map(map, keys, KEYS, "group of a path", values, draft->diagnostics);
    if (values[SECTIONS] != NULL && values[SECTIONS]->count == 0 && !values[SECTIONS]->partial)
        diagnostics_add(draft->diagnostics, values[SECTIONS]->place,
                        "a group of a path needs sections; name some, or take the group out");
    draft->groups = memory_grow(draft->groups, draft->guide.group_count, &draft->group_capacity,
                                sizeof *draft->groups);
    group = &draft->groups[draft->guide.group_count++];
    group->title = values_text(draft, values[TITLE]);
    group->sections =
        values_part_references(draft, values[SECTIONS], &draft->section_names, "path");
}

/* Reads the sections of a path, or its groups. */
static void read_path(struct draft *draft, const struct yaml_tree *list, struct guide_role *role)
{
    uint32_t first = draft->guide.number_count;

    if (list->count == 0 || list->children[0].kind == YAML_TREE_TEXT) {
        role->path = values_references(draft, list, &draft->section_names);
        return;
    }
    names_begin_list(&draft->section_names);
    role->groups.first = draft->guide.group_count;
    for (size_t i = 0; i < list->count; i++)
        read_group(draft, &list->children[i]);
    role->groups.count = draft->guide.group_count - role->groups.first;
    role->path = (struct guide_range){first, draft->guide.number_count - first};
}

static void read_paths(struct draft *draft, const struct yaml_tree *const paths[GUIDE_MAX_ROLES])
{
    for (uint32_t i = 0; i < draft->guide.role_count; i++)
        if (paths[i] != NULL)
            read_path(draft, paths[i], &draft->roles[i]);
}

static void read_topics(struct draft *draft, const struct yaml_tree *list)
{
    enum { ID, SUMMARY, ALIASES, KEYS };
    static const struct key keys[KEYS] = {
        [ID] = {"id", KEY_TEXT, true},
        [SUMMARY] = {"summary", KEY_TEXT, false},
        [ALIASES] = {"aliases", KEY_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];

    draft->topic_names.incomplete = is_partial(list);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_topic *topic;

        keys_read_map(&list->children[i], keys, KEYS, "topic", values, draft->diagnostics);
        draft->topics = memory_grow(draft->topics, draft->guide.topic_count, &draft->topic_capacity,
                                    sizeof *draft->topics);
        topic = &draft->topics[draft->guide.topic_count];
        topic->id = values_text(draft, values[ID]);
        topic->summary = values_text(draft, values[SUMMARY]);
        topic->aliases = values_texts(draft, values[ALIASES]);
        add_name(draft, &draft->topic_names, values[ID], draft->guide.topic_count++);
    }
}

/* Reads the parts and, with them, the order of the book. */
static void read_parts(struct draft *draft, const struct yaml_tree *list, struct names *part_names)
{
    enum { ID, TITLE, SECTIONS, KEYS };
    static const struct key keys[KEYS] = {
        [ID] = {"id", KEY_TEXT, true},
        [TITLE] = {"title", KEY_TEXT, true},
        [SECTIONS] = {"sections", KEY_TEXTS, true},
    };
    const struct yaml_tree *values[KEYS];

    draft->section_names.incomplete = is_partial(list);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_part *part;
        uint32_t index = draft->guide.part_count++;

        keys_read_map(&list->children[i], keys, KEYS, "part", values, draft->diagnostics);
        draft->parts =
            memory_grow(draft->parts, index, &draft->part_capacity, sizeof *draft->parts);
        part = &draft->parts[index];
        part->id = values_text(draft, values[ID]);
        part->title = values_text(draft, values[TITLE]);
        part->sections.first = draft->guide.section_count;
        if (add_name(draft, part_names, values[ID], index))
            check_node_name(draft, "part", values[ID]);
        draft->section_names.incomplete |= is_partial(values[SECTIONS]);
        for (size_t j = 0; values[SECTIONS] != NULL && j < values[SECTIONS]->count; j++) {
            const struct yaml_tree *id = &values[SECTIONS]->children[j];

            if (!valid_check_identifier("section", id->text, id->place, draft->diagnostics)) {
                draft->section_names.incomplete = true;
                continue;
            }
            check_node_name(draft, "section", id);
            names_add(&draft->section_names, id->text, draft->guide.section_count, id->place);
            draft_section(draft, id->text, id->length, id->place, index);
        }
        draft->parts[index].sections.count =
            draft->guide.section_count - draft->parts[index].sections.first;
    }
}

/* Makes a section known that has a file but is in no part: that is one error, not one for
 * each place where it is named. */
static void know_files(struct draft *draft)
{
    struct names *names = &draft->section_names;
    struct names unlisted = {0};

    for (size_t i = 0; i < draft->section_file_count; i++)
        if (names_find(names, draft->section_files[i]) == NAMES_NONE)
            names_add(&unlisted, draft->section_files[i], NAMES_NONE, (struct place){0});
    for (size_t i = 0; i < unlisted.count; i++)
        names_add(names, unlisted.list[i].text, NAMES_NONE, (struct place){0});
    names_sort(names, NULL);
    names_free(&unlisted);
}

/* Reports each of the names that is one of the others, too: sections, parts and roles are nodes of
 * one manual. */
static void check_apart(struct draft *draft, const struct names *names, const struct names *others)
{
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->list[i];
        const uint32_t other = names_find(others, name->text);

        if (others == &draft->section_names && other != NAMES_NONE && other == draft->manual)
            diagnostics_add(draft->diagnostics, name->place, MANUAL_NAME, names->kind, name->text);
        else if (other != NAMES_NONE)
            diagnostics_add(draft->diagnostics, name->place,
                            "%s '%s' has the name of a %s; choose another", names->kind, name->text,
                            others->kind);
    }
}

/* The keys of guide.yaml. */
enum guide_keys {
    GUIDE_NAME,
    GUIDE_TITLE,
    GUIDE_SUMMARY,
    GUIDE_EDITION,
    GUIDE_LANGUAGE,
    GUIDE_COPYRIGHT,
    GUIDE_CATEGORY,
    GUIDE_NOTICE,
    GUIDE_NOTICE_SECTION,
    GUIDE_VERSION,
    GUIDE_READER,
    GUIDE_DOORS,
    GUIDE_EXAMPLES,
    GUIDE_SYNONYMS,
    GUIDE_URGENT,
    GUIDE_SMALL_WORDS,
    GUIDE_LABELS_OWN,
    GUIDE_READER_MANUAL,
    GUIDE_ROLES,
    GUIDE_TOPICS,
    GUIDE_PARTS,
    GUIDE_PAGES,
    GUIDE_PAGE_FOR_EACH,
    GUIDE_VARIABLES,
    GUIDE_KEYS,
};

/* Reads the name of the program that reads the guide: that of the guide if it is left out. */
static void read_reader(struct draft *draft, const struct yaml_tree *reader,
                        const struct yaml_tree *name)
{
    keys_check(reader, valid_is_file_name,
               "cannot name a program; use letters, digits, '-', '_', '.', '+'",
               draft->diagnostics);
    if (reader == NULL)
        reader = name;
    if (reader != NULL)
        draft->guide.reader = draft_text_unmarked(draft, reader->text, reader->length);
}

/* Reads the name of the guide, which is that of its Info manual: of a translation, with the
 * language behind it. */
static uint32_t read_name(struct draft *draft, const struct yaml_tree *name,
                          const struct yaml_tree *language)
{
    char suffix[LANGUAGE_TAG_BYTES + 1];
    struct output whole;
    uint32_t text;

    if (name == NULL || !draft->is_translation)
        return values_text(draft, name);
    language_folder(language != NULL ? language->text : LANGUAGE_DEFAULT, suffix);
    output_to_memory(&whole);
    output_put(&whole, name->text, name->length);
    output_char(&whole, '.');
    output_string(&whole, suffix);
    memory_check(&whole);
    text = draft_text_unmarked(draft, whole.data, whole.length);
    free(whole.data);
    return text;
}

/* Reads the texts of the guide itself. */
static void read_texts(struct draft *draft, const struct yaml_tree *const values[GUIDE_KEYS])
{
    struct guide *guide = &draft->guide;

    keys_check(values[GUIDE_NAME], valid_is_file_name,
               "cannot name a manual; use letters, digits, '-', '_', '.', '+'", draft->diagnostics);
    keys_check(values[GUIDE_EDITION], valid_is_date, "is no date; write it as YYYY-MM-DD",
               draft->diagnostics);
    keys_check(values[GUIDE_LANGUAGE], valid_is_language,
               "is no language tag; write it as en or pt-BR", draft->diagnostics);
    guide->name = read_name(draft, values[GUIDE_NAME], values[GUIDE_LANGUAGE]);
    read_reader(draft, values[GUIDE_READER], values[GUIDE_NAME]);
    guide->version = values_text(draft, values[GUIDE_VERSION]);
    guide->title = values_text(draft, values[GUIDE_TITLE]);
    guide->summary = values_text(draft, values[GUIDE_SUMMARY]);
    guide->edition = values_text(draft, values[GUIDE_EDITION]);
    guide->language = values[GUIDE_LANGUAGE] != NULL
                          ? values_text(draft, values[GUIDE_LANGUAGE])
                          : draft_text(draft, LANGUAGE_DEFAULT, strlen(LANGUAGE_DEFAULT));
    guide->copyright = values_text(draft, values[GUIDE_COPYRIGHT]);
    guide->category = values_text(draft, values[GUIDE_CATEGORY]);
    guide->notice = values_text(draft, values[GUIDE_NOTICE]);
    labels_read(draft,
                values[GUIDE_LANGUAGE] != NULL && valid_is_language(values[GUIDE_LANGUAGE]->text)
                    ? values[GUIDE_LANGUAGE]
                    : NULL,
                values[GUIDE_LABELS_OWN]);
}

/* Reads the section that the notice leads to. */
static void read_notice_section(struct draft *draft, const struct yaml_tree *id)
{
    uint32_t section;

    if (id == NULL)
        return;
    section = names_resolve(&draft->section_names, id->text, id->place, draft->diagnostics);
    if (section != NAMES_NONE)
        draft->guide.notice_section = section + 1;
    if (draft->guide.notice == 0 && draft->guide_yaml_sound)
        diagnostics_add(draft->diagnostics, id->place,
                        "the guide has no notice that could lead there; write its line as "
                        "'notice', or take this out");
}

static void read_ways_in(struct draft *draft, const struct yaml_tree *const values[GUIDE_KEYS])
{
    read_notice_section(draft, values[GUIDE_NOTICE_SECTION]);
    ways_in_read_doors(draft, values[GUIDE_DOORS]);
    ways_in_read_examples(draft, values[GUIDE_EXAMPLES]);
    ways_in_read_urgent(draft, values[GUIDE_URGENT]);
    ways_in_read_synonyms(draft, values[GUIDE_SYNONYMS]);
    ways_in_read_small_words(draft, values[GUIDE_SMALL_WORDS]);
}

/* Sorts the names of all kinds, which can be looked up from then on. */
static void sort_names(struct draft *draft, struct names *part_names)
{
    names_sort(&draft->role_names, draft->diagnostics);
    names_sort(&draft->topic_names, draft->diagnostics);
    names_sort(part_names, draft->diagnostics);
    /* A section that is in two parts is a name that is given twice. */
    names_sort(&draft->section_names, draft->diagnostics);
    check_apart(draft, part_names, &draft->section_names);
    check_apart(draft, &draft->role_names, &draft->section_names);
    check_apart(draft, &draft->role_names, part_names);
    know_files(draft);
}

static void read_guide(struct draft *draft, struct yaml_tree *root)
{
    static const struct key keys[GUIDE_KEYS] = {
        [GUIDE_NAME] = {"name", KEY_TEXT, true},
        [GUIDE_TITLE] = {"title", KEY_TEXT, true},
        [GUIDE_SUMMARY] = {"summary", KEY_TEXT, true},
        [GUIDE_EDITION] = {"edition", KEY_TEXT, true},
        [GUIDE_LANGUAGE] = {"language", KEY_TEXT, false},
        [GUIDE_COPYRIGHT] = {"copyright", KEY_TEXT, false},
        [GUIDE_CATEGORY] = {"category", KEY_TEXT, true},
        [GUIDE_NOTICE] = {"notice", KEY_TEXT, false},
        [GUIDE_NOTICE_SECTION] = {"notice-section", KEY_TEXT, false},
        [GUIDE_VERSION] = {"version", KEY_TEXT, false},
        [GUIDE_READER] = {"reader", KEY_TEXT, false},
        [GUIDE_DOORS] = {"doors", KEY_MAPS, false},
        [GUIDE_EXAMPLES] = {"examples", KEY_MAPS, false},
        [GUIDE_SYNONYMS] = {"synonyms", KEY_LISTS, false},
        [GUIDE_URGENT] = {"urgent", KEY_MAPS, false},
        [GUIDE_SMALL_WORDS] = {"small-words", KEY_TEXTS, false},
        [GUIDE_LABELS_OWN] = {"labels", KEY_MAP, false},
        [GUIDE_READER_MANUAL] = {"reader-manual", KEY_FLAG, false},
        [GUIDE_ROLES] = {"roles", KEY_MAPS, true},
        [GUIDE_TOPICS] = {"topics", KEY_MAPS, true},
        [GUIDE_PARTS] = {"parts", KEY_MAPS, true},
        [GUIDE_PAGES] = {"pages", KEY_MAPS, true},
        [GUIDE_PAGE_FOR_EACH] = {"page-for-each", KEY_MAP, false},
        [GUIDE_VARIABLES] = {"variables", KEY_MAP, false},
    };
    const struct yaml_tree *values[GUIDE_KEYS], *paths[GUIDE_MAX_ROLES] = {NULL};
    struct names part_names = {.kind = "part"};
    size_t errors = draft->diagnostics->count;

    keys_read_map(root, keys, GUIDE_KEYS, "guide", values, draft->diagnostics);
    draft->guide_yaml_sound = draft->diagnostics->count == errors;
    read_texts(draft, values);
    read_roles(draft, values[GUIDE_ROLES], paths);
    read_topics(draft, values[GUIDE_TOPICS]);
    read_parts(draft, values[GUIDE_PARTS], &part_names);
    if (values[GUIDE_NAME] != NULL &&
        (values[GUIDE_READER_MANUAL] == NULL || keys_is_true(values[GUIDE_READER_MANUAL])))
        manual_add_section(draft, &part_names);
    sort_names(draft, &part_names);
    read_paths(draft, paths);
    pages_read(draft, values[GUIDE_PAGES]);
    read_ways_in(draft, values);
    pages_read_for_each(draft, values[GUIDE_PAGE_FOR_EACH]);
    names_free(&part_names);
}

int guide_yaml_read(struct draft *draft, const char *directory)
{
    int error = keys_read_file(directory, "guide.yaml", &draft->guide_input, &draft->guide_tree,
                               draft->diagnostics);

    if (draft->guide_tree != NULL) {
        variables_read(&draft->variables, draft->guide_tree, &draft->definitions,
                       draft->diagnostics);
        variables_fill(&draft->variables, draft->guide_tree, draft->diagnostics);
        read_guide(draft, draft->guide_tree);
        return error;
    }
    draft->role_names.incomplete = true;
    draft->topic_names.incomplete = true;
    draft->section_names.incomplete = true;
    return error;
}
