/* manifest.c: guide.yaml and sources.yaml. */
#include "compiler/manifest.h"

#include "compiler/memory.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char digits[] = "0123456789";

static bool is_one_of(const char *set, char byte)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

static bool has_shape(const char *text, const char *shape)
{
    for (; *shape != '\0'; shape++, text++)
        if (*shape == '0' ? !is_one_of(digits, *text) : *text != *shape)
            return false;
    return *text == '\0';
}

static bool is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    bool leap;

    if (!has_shape(text, "0000-00-00"))
        return false;
    year = atoi(text);
    month = atoi(text + 5);
    day = atoi(text + 8);
    leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Whether a text can be a tag of BCP 47: letters, then parts of letters and digits. */
static bool is_language(const char *text)
{
    size_t length = strspn(text, letters);

    if (length < 2 || length > 8)
        return false;
    for (text += length; *text == '-'; text += length) {
        text++;
        for (length = 0; is_one_of(letters, text[length]) || is_one_of(digits, text[length]);)
            length++;
        if (length < 1 || length > 8)
            return false;
    }
    return *text == '\0';
}

/* Whether a text can be part of a file's name. */
static bool is_file_name(const char *text)
{
    if (!is_one_of(letters, *text) && !is_one_of(digits, *text))
        return false;
    for (; *text != '\0'; text++)
        if (!is_one_of(letters, *text) && !is_one_of(digits, *text) && !is_one_of("-_.+", *text))
            return false;
    return true;
}

static void check(struct draft *draft, const struct yaml_tree *value, bool (*holds)(const char *),
                  const char *advice)
{
    if (value != NULL && !holds(value->text))
        diagnostics_add(draft->diagnostics, value->place, "'%s' %s", value->text, advice);
}

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
    names_check_identifier(names->kind, id->text, id->place, draft->diagnostics);
    names_add(names, id->text, index, id->place);
    return true;
}

static void read_roles(struct draft *draft, const struct yaml_tree *list)
{
    enum { ID, TITLE, SUMMARY, ALIASES, PATH, KEYS };
    static const struct yaml_tree_key keys[KEYS] = {
        [ID] = {"id", YAML_TREE_TEXT, true},
        [TITLE] = {"title", YAML_TREE_TEXT, true},
        [SUMMARY] = {"summary", YAML_TREE_TEXT, false},
        [ALIASES] = {"aliases", YAML_TREE_TEXTS, false},
        [PATH] = {"path", YAML_TREE_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_role *role;

        if (i >= GUIDE_MAX_ROLES) {
            diagnostics_add(draft->diagnostics, list->children[i].place,
                            "more than %d roles; the format has room for no more", GUIDE_MAX_ROLES);
            draft->role_names.incomplete = true;
            break;
        }
        yaml_tree_read_map(&list->children[i], keys, KEYS, "role", values, draft->diagnostics);
        draft->roles = memory_grow(draft->roles, draft->guide.role_count, &draft->role_capacity,
                                   sizeof *draft->roles);
        role = &draft->roles[draft->guide.role_count];
        *role = (struct guide_role){0};
        role->id = draft_value(draft, values[ID]);
        role->title = draft_value(draft, values[TITLE]);
        role->summary = draft_value(draft, values[SUMMARY]);
        role->aliases = draft_texts(draft, values[ALIASES]);
        add_name(draft, &draft->role_names, values[ID], draft->guide.role_count++);
    }
}

/* Resolves the paths, which name sections that are known only after the parts were read. */
static void read_paths(struct draft *draft, const struct yaml_tree *list)
{
    static const struct yaml_tree_key key = {"path", YAML_TREE_TEXTS, false};

    for (uint32_t i = 0; list != NULL && i < draft->guide.role_count; i++) {
        const struct yaml_tree *map = &list->children[i];

        for (size_t j = 0; j + 1 < map->count; j += 2) {
            const struct yaml_tree *value = &map->children[j + 1];

            if (strcmp(map->children[j].text, key.name) == 0 && value->kind == YAML_TREE_LIST)
                draft->roles[i].path = draft_references(draft, value, &draft->section_names);
        }
    }
}

static void read_topics(struct draft *draft, const struct yaml_tree *list)
{
    enum { ID, SUMMARY, ALIASES, KEYS };
    static const struct yaml_tree_key keys[KEYS] = {
        [ID] = {"id", YAML_TREE_TEXT, true},
        [SUMMARY] = {"summary", YAML_TREE_TEXT, false},
        [ALIASES] = {"aliases", YAML_TREE_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_topic *topic;

        yaml_tree_read_map(&list->children[i], keys, KEYS, "topic", values, draft->diagnostics);
        draft->topics = memory_grow(draft->topics, draft->guide.topic_count, &draft->topic_capacity,
                                    sizeof *draft->topics);
        topic = &draft->topics[draft->guide.topic_count];
        topic->id = draft_value(draft, values[ID]);
        topic->summary = draft_value(draft, values[SUMMARY]);
        topic->aliases = draft_texts(draft, values[ALIASES]);
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
    static const struct yaml_tree_key keys[KEYS] = {
        [ID] = {"id", YAML_TREE_TEXT, true},
        [TITLE] = {"title", YAML_TREE_TEXT, true},
        [SECTIONS] = {"sections", YAML_TREE_TEXTS, true},
    };
    const struct yaml_tree *values[KEYS];

    draft->section_names.incomplete = is_partial(list);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_part *part;
        uint32_t index = draft->guide.part_count++;

        yaml_tree_read_map(&list->children[i], keys, KEYS, "part", values, draft->diagnostics);
        draft->parts =
            memory_grow(draft->parts, index, &draft->part_capacity, sizeof *draft->parts);
        part = &draft->parts[index];
        part->id = draft_value(draft, values[ID]);
        part->title = draft_value(draft, values[TITLE]);
        part->sections.first = draft->guide.section_count;
        if (add_name(draft, part_names, values[ID], index))
            check_node_name(draft, "part", values[ID]);
        draft->section_names.incomplete |= is_partial(values[SECTIONS]);
        for (size_t j = 0; values[SECTIONS] != NULL && j < values[SECTIONS]->count; j++) {
            const struct yaml_tree *id = &values[SECTIONS]->children[j];

            if (!names_check_identifier("section", id->text, id->place, draft->diagnostics)) {
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

/* Makes a section known that has a file but stands in no part: that is one error, not one for
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
    static const struct yaml_tree_key keys[KEYS] = {
        [NAME] = {"name", YAML_TREE_TEXT, true},
        [SECTION] = {"section", YAML_TREE_TEXT, true},
        [SUMMARY] = {"summary", YAML_TREE_TEXT, true},
        [SECTIONS] = {"sections", YAML_TREE_TEXTS, false},
        [TOPICS] = {"topics", YAML_TREE_TEXTS, false},
        [ROLES] = {"roles", YAML_TREE_TEXTS, false},
    };
    const struct yaml_tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        uint32_t index = draft->guide.page_count++;
        struct guide_page *page;
        struct page_choice *choice;

        yaml_tree_read_map(&list->children[i], keys, KEYS, "page", values, draft->diagnostics);
        draft->pages =
            memory_grow(draft->pages, index, &draft->page_capacity, sizeof *draft->pages);
        draft->page_choices = memory_grow(draft->page_choices, index, &draft->page_choice_capacity,
                                          sizeof *draft->page_choices);
        page = &draft->pages[index];
        choice = &draft->page_choices[index];
        check(draft, values[NAME], is_file_name,
              "cannot name a page; use letters, digits, '-', '_', '.', '+'");
        check(draft, values[SECTION], names_is_manual_section,
              "is no section of the manual; write a digit, as in 'section: 7'");
        *page = (struct guide_page){.roles = GUIDE_ALL_ROLES};
        page->name = draft_value(draft, values[NAME]);
        page->manual_section = draft_value(draft, values[SECTION]);
        page->summary = draft_value(draft, values[SUMMARY]);
        choice->place = list->children[i].place;
        choice->sections = draft_references(draft, values[SECTIONS], &draft->section_names);
        choice->topics = draft_references(draft, values[TOPICS], &draft->topic_names);
        choice->roles = draft_roles(draft, values[ROLES]);
    }
}

static void read_manifest(struct draft *draft, struct yaml_tree *root)
{
    enum {
        NAME,
        TITLE,
        SUMMARY,
        EDITION,
        LANGUAGE,
        COPYRIGHT,
        CATEGORY,
        NOTICE,
        ROLES,
        TOPICS,
        PARTS,
        PAGES,
        KEYS
    };
    static const struct yaml_tree_key keys[KEYS] = {
        [NAME] = {"name", YAML_TREE_TEXT, true},
        [TITLE] = {"title", YAML_TREE_TEXT, true},
        [SUMMARY] = {"summary", YAML_TREE_TEXT, true},
        [EDITION] = {"edition", YAML_TREE_TEXT, true},
        [LANGUAGE] = {"language", YAML_TREE_TEXT, false},
        [COPYRIGHT] = {"copyright", YAML_TREE_TEXT, false},
        [CATEGORY] = {"category", YAML_TREE_TEXT, true},
        [NOTICE] = {"notice", YAML_TREE_TEXT, false},
        [ROLES] = {"roles", YAML_TREE_MAPS, true},
        [TOPICS] = {"topics", YAML_TREE_MAPS, true},
        [PARTS] = {"parts", YAML_TREE_MAPS, true},
        [PAGES] = {"pages", YAML_TREE_MAPS, true},
    };
    const struct yaml_tree *values[KEYS];
    struct guide *guide = &draft->guide;
    struct names part_names = {.kind = "part"};
    size_t errors;

    errors = draft->diagnostics->count;
    yaml_tree_read_map(root, keys, KEYS, "guide", values, draft->diagnostics);
    draft->guide_yaml_sound = draft->diagnostics->count == errors;
    check(draft, values[NAME], is_file_name,
          "cannot name a manual; use letters, digits, '-', '_', '.', '+'");
    check(draft, values[EDITION], is_date, "is no date; write it as YYYY-MM-DD");
    check(draft, values[LANGUAGE], is_language, "is no language tag; write it as en or pt-BR");
    guide->name = draft_value(draft, values[NAME]);
    guide->title = draft_value(draft, values[TITLE]);
    guide->summary = draft_value(draft, values[SUMMARY]);
    guide->edition = draft_value(draft, values[EDITION]);
    guide->language = values[LANGUAGE] != NULL ? draft_value(draft, values[LANGUAGE])
                                               : draft_text(draft, "en", 2);
    guide->copyright = draft_value(draft, values[COPYRIGHT]);
    guide->category = draft_value(draft, values[CATEGORY]);
    guide->notice = draft_value(draft, values[NOTICE]);
    draft->role_names.incomplete = is_partial(values[ROLES]);
    draft->topic_names.incomplete = is_partial(values[TOPICS]);
    read_roles(draft, values[ROLES]);
    read_topics(draft, values[TOPICS]);
    read_parts(draft, values[PARTS], &part_names);
    names_sort(&draft->role_names, draft->diagnostics);
    names_sort(&draft->topic_names, draft->diagnostics);
    names_sort(&part_names, draft->diagnostics);
    /* A section that stands in two parts is a name that stands twice. */
    names_sort(&draft->section_names, draft->diagnostics);
    check_parts_and_sections(draft, &part_names);
    know_files(draft);
    read_paths(draft, values[ROLES]);
    errors = draft->diagnostics->count;
    read_pages(draft, values[PAGES]);
    draft->pages_sound = !is_partial(values[PAGES]) && draft->diagnostics->count == errors;
    names_free(&part_names);
}

/* Reads and parses a file. Returns 0 or errno; the tree is NULL if it holds errors of syntax. */
static int read_tree(struct draft *draft, const char *directory, const char *name,
                     struct input *source, struct yaml_tree **tree)
{
    int error = input_read(source, &draft->input_texts, directory, name, draft->diagnostics);

    *tree = NULL;
    if (error == 0 && source->sound)
        *tree = yaml_tree_parse(source->text, source->length, source->file, 1, draft->diagnostics);
    if (*tree != NULL && (*tree)->kind != YAML_TREE_MAP) {
        diagnostics_add(draft->diagnostics, (*tree)->place,
                        "%s has to hold keys and values, as in 'key: value'", name);
        yaml_tree_free(*tree);
        *tree = NULL;
    }
    return error;
}

int manifest_read(struct draft *draft, const char *directory)
{
    int error = read_tree(draft, directory, "guide.yaml", &draft->guide_input, &draft->guide_tree);

    if (draft->guide_tree != NULL) {
        read_manifest(draft, draft->guide_tree);
        return error;
    }
    draft->role_names.incomplete = true;
    draft->topic_names.incomplete = true;
    draft->section_names.incomplete = true;
    return error;
}

enum source_keys { AUTHOR, YEAR, TITLE, IN, URL, DOI, SOURCE_KEYS };

/* An entry of sources.yaml. */
struct entry {
    const struct yaml_tree *id;
    const struct yaml_tree *values[SOURCE_KEYS];
};

static int compare_values(const struct yaml_tree *a, const struct yaml_tree *b)
{
    return strcmp(a != NULL ? a->text : "", b != NULL ? b->text : "");
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = 0;

    for (size_t key = AUTHOR; order == 0 && key <= TITLE; key++)
        order = compare_values(a->values[key], b->values[key]);
    return order != 0 ? order : strcmp(a->id->text, b->id->text);
}

static bool is_address(const char *text)
{
    size_t scheme = strncmp(text, "https://", 8) == 0  ? 8
                    : strncmp(text, "http://", 7) == 0 ? 7
                                                       : 0;

    return scheme > 0 && text[scheme] != '\0' && strpbrk(text, " <>\"") == NULL;
}

static bool is_doi(const char *text)
{
    return strncmp(text, "10.", 3) == 0 && strchr(text, '/') != NULL &&
           strpbrk(text, " <>\"") == NULL;
}

/* Adds a part of a reference, and the full stop behind it unless it has one. */
static void put_part(struct output *out, const struct yaml_tree *value, const char *before,
                     const char *after)
{
    if (value == NULL)
        return;
    if (out->length > 0)
        output_char(out, ' ');
    output_string(out, before);
    output_put(out, value->text, value->length);
    output_string(out, after);
    if (out->length > 0 && strchr(".?!", out->data[out->length - 1]) == NULL)
        output_char(out, '.');
}

/* Adds the whole reference as inline text: Author (Year). Title. In. Address */
static void add_reference(struct draft *draft, struct guide_source *source,
                          const struct entry *entry)
{
    const struct yaml_tree *doi = entry->values[DOI], *url = entry->values[URL];
    const struct yaml_tree *author = entry->values[AUTHOR], *year = entry->values[YEAR];
    struct output out, address;

    output_to_memory(&out);
    output_to_memory(&address);
    source->links.first = draft->guide.link_count;
    if (author != NULL)
        output_put(&out, author->text, author->length);
    put_part(&out, year, "(", ")");
    if (author != NULL && year == NULL)
        output_char(&out, '.');
    put_part(&out, entry->values[TITLE], "", "");
    put_part(&out, entry->values[IN], "", "");
    if (doi != NULL)
        output_string(&address, "https://doi.org/");
    if (doi != NULL || url != NULL)
        output_string(&address, doi != NULL ? doi->text : url->text);
    if (address.length > 0) {
        output_string(&out, " \007");
        output_put(&out, address.data, address.length);
        output_char(&out, MARK_LINK_END);
        draft_link(draft, LINK_URL, draft_text(draft, address.data, address.length), true);
        source->links.count = 1;
    }
    if (out.error != 0 || address.error != 0)
        memory_exhausted();
    source->entry = draft_text(draft, out.data, out.length);
    free(out.data);
    free(address.data);
}

static void add_source(struct draft *draft, const struct entry *entry)
{
    uint32_t index = draft->guide.source_count++;
    struct guide_source *source;

    check(draft, entry->values[URL], is_address, "is no address; write it as https://...");
    check(draft, entry->values[DOI], is_doi, "is no DOI; write it as 10.1000/182");
    names_check_identifier("source", entry->id->text, entry->id->place, draft->diagnostics);
    names_add(&draft->source_names, entry->id->text, index, entry->id->place);
    draft->sources =
        memory_grow(draft->sources, index, &draft->source_capacity, sizeof *draft->sources);
    source = &draft->sources[index];
    *source = (struct guide_source){0};
    source->id = draft_value(draft, entry->id);
    source->author = draft_value(draft, entry->values[AUTHOR]);
    source->year = draft_value(draft, entry->values[YEAR]);
    source->title = draft_value(draft, entry->values[TITLE]);
    source->in = draft_value(draft, entry->values[IN]);
    source->url = draft_value(draft, entry->values[URL]);
    source->doi = draft_value(draft, entry->values[DOI]);
    add_reference(draft, source, entry);
}

int manifest_read_sources(struct draft *draft, const char *directory)
{
    static const struct yaml_tree_key keys[SOURCE_KEYS] = {
        [AUTHOR] = {"author", YAML_TREE_TEXT, false}, [YEAR] = {"year", YAML_TREE_TEXT, false},
        [TITLE] = {"title", YAML_TREE_TEXT, true},    [IN] = {"in", YAML_TREE_TEXT, false},
        [URL] = {"url", YAML_TREE_TEXT, false},       [DOI] = {"doi", YAML_TREE_TEXT, false},
    };
    struct yaml_tree *root;
    struct entry *entries;
    size_t count = 0;
    int error = read_tree(draft, directory, "sources.yaml", &draft->bibliography_input, &root);

    draft->bibliography_tree = root;
    draft->source_names.incomplete = root == NULL && error != ENOENT;
    if (root == NULL)
        return error == ENOENT ? 0 : error;
    entries = memory_zeroed(root->count / 2, sizeof *entries);
    for (size_t i = 0; i + 1 < root->count; i += 2) {
        struct entry *entry = &entries[count];

        entry->id = &root->children[i];
        if (root->children[i + 1].kind != YAML_TREE_MAP) {
            diagnostics_add(draft->diagnostics, entry->id->place,
                            "source '%s' has to be a map: its keys, such as 'title: ...', stand "
                            "indented below",
                            entry->id->text);
            draft->source_names.incomplete = true;
            continue;
        }
        yaml_tree_read_map(&root->children[i + 1], keys, SOURCE_KEYS, "source", entry->values,
                           draft->diagnostics);
        count++;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++)
        add_source(draft, &entries[i]);
    free(entries);
    /* A key that stands twice was reported when the file was parsed. */
    names_sort(&draft->source_names, NULL);
    return 0;
}
