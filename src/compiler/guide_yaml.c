/* guide_yaml.c: guide.yaml, what a guide is made of. */
#include "compiler/guide_yaml.h"

#include "compiler/keys.h"
#include "compiler/memory.h"
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
        [PATH] = {"path", KEY_TEXTS, false},
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
        add_name(draft, &draft->role_names, values[ID], draft->guide.role_count++);
    }
}

static void read_paths(struct draft *draft, const struct yaml_tree *const paths[GUIDE_MAX_ROLES])
{
    for (uint32_t i = 0; i < draft->guide.role_count; i++)
        if (paths[i] != NULL)
            draft->roles[i].path = values_references(draft, paths[i], &draft->section_names);
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

/* Whether a name can be that of a node in the Info manual. */
static void check_node_name(struct draft *draft, const char *kind, const struct yaml_tree *id)
{
    static const char *const reserved[] = {"top", "dir", "index"};

    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(id->text, reserved[i]) == 0)
            diagnostics_add(draft->diagnostics, id->place,
                            "'%s' cannot name a %s: Info uses it; choose another name", id->text,
                            kind);
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

/* Parts and sections are nodes of one manual. */
static void check_parts_and_sections(struct draft *draft, const struct names *part_names)
{
    for (size_t i = 0; i < part_names->count; i++) {
        const struct name *part = &part_names->list[i];

        if (names_find(&draft->section_names, part->text) != NAMES_NONE)
            diagnostics_add(draft->diagnostics, part->place,
                            "part '%s' has the name of a section; choose another", part->text);
    }
}

static void read_pages(struct draft *draft, const struct yaml_tree *list)
{
    enum { NAME, SECTION, SUMMARY, SECTIONS, TOPICS, ROLES, KEYS };
    static const struct key keys[KEYS] = {
        [NAME] = {"name", KEY_TEXT, true},       [SECTION] = {"section", KEY_TEXT, true},
        [SUMMARY] = {"summary", KEY_TEXT, true}, [SECTIONS] = {"sections", KEY_TEXTS, false},
        [TOPICS] = {"topics", KEY_TEXTS, false}, [ROLES] = {"roles", KEY_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];
    size_t errors = draft->diagnostics->count;

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        uint32_t index = draft->guide.page_count++;
        struct guide_page *page;
        struct page_choice *choice;

        keys_read_map(&list->children[i], keys, KEYS, "page", values, draft->diagnostics);
        draft->pages =
            memory_grow(draft->pages, index, &draft->page_capacity, sizeof *draft->pages);
        draft->page_choices = memory_grow(draft->page_choices, index, &draft->page_choice_capacity,
                                          sizeof *draft->page_choices);
        page = &draft->pages[index];
        choice = &draft->page_choices[index];
        keys_check(values[NAME], valid_is_file_name,
                   "cannot name a page; use letters, digits, '-', '_', '.', '+'",
                   draft->diagnostics);
        keys_check(values[SECTION], valid_is_manual_section,
                   "is no section of the manual; write a digit, as in 'section: 7'",
                   draft->diagnostics);
        *page = (struct guide_page){.roles = GUIDE_ALL_ROLES};
        page->name = values_text(draft, values[NAME]);
        page->manual_section = values_text(draft, values[SECTION]);
        page->summary = values_text(draft, values[SUMMARY]);
        choice->place = list->children[i].place;
        choice->sections = values_references(draft, values[SECTIONS], &draft->section_names);
        choice->topics = values_references(draft, values[TOPICS], &draft->topic_names);
        choice->roles = values_roles(draft, values[ROLES]);
    }
    draft->pages_sound = !is_partial(list) && draft->diagnostics->count == errors;
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
    GUIDE_ROLES,
    GUIDE_TOPICS,
    GUIDE_PARTS,
    GUIDE_PAGES,
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
    guide->name = values_text(draft, values[GUIDE_NAME]);
    read_reader(draft, values[GUIDE_READER], values[GUIDE_NAME]);
    guide->version = values_text(draft, values[GUIDE_VERSION]);
    guide->title = values_text(draft, values[GUIDE_TITLE]);
    guide->summary = values_text(draft, values[GUIDE_SUMMARY]);
    guide->edition = values_text(draft, values[GUIDE_EDITION]);
    guide->language = values[GUIDE_LANGUAGE] != NULL ? values_text(draft, values[GUIDE_LANGUAGE])
                                                     : draft_text(draft, "en", 2);
    guide->copyright = values_text(draft, values[GUIDE_COPYRIGHT]);
    guide->category = values_text(draft, values[GUIDE_CATEGORY]);
    guide->notice = values_text(draft, values[GUIDE_NOTICE]);
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
    check_parts_and_sections(draft, part_names);
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
        [GUIDE_ROLES] = {"roles", KEY_MAPS, true},
        [GUIDE_TOPICS] = {"topics", KEY_MAPS, true},
        [GUIDE_PARTS] = {"parts", KEY_MAPS, true},
        [GUIDE_PAGES] = {"pages", KEY_MAPS, true},
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
    sort_names(draft, &part_names);
    read_paths(draft, paths);
    read_pages(draft, values[GUIDE_PAGES]);
    read_ways_in(draft, values);
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
