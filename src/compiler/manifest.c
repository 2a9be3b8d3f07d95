/* manifest.c: guide.yaml and sources.yaml. */
#include "manifest.h"

#include "memory.h"

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

static void check(struct build *build, const struct tree *value, bool (*holds)(const char *),
                  const char *advice)
{
    if (value != NULL && !holds(value->text))
        diagnostics_add(build->diagnostics, value->place, "'%s' %s", value->text, advice);
}

/* Whether a list lacks something, after an error that was reported. */
static bool is_partial(const struct tree *list)
{
    return list == NULL || list->partial;
}

/* Adds the name of a thing. Returns false, and reports, if it has none or an impossible one. */
static bool add_name(struct build *build, struct names *names, const struct tree *id,
                     uint32_t index)
{
    if (id == NULL) {
        names->incomplete = true;
        return false;
    }
    names_check_identifier(names->kind, id->text, id->place, build->diagnostics);
    names_add(names, id->text, index, id->place);
    return true;
}

static void read_roles(struct build *build, const struct tree *list)
{
    enum { ID, TITLE, SUMMARY, ALIASES, PATH, KEYS };
    static const struct tree_key keys[KEYS] = {
        [ID] = {"id", TREE_TEXT, true},
        [TITLE] = {"title", TREE_TEXT, true},
        [SUMMARY] = {"summary", TREE_TEXT, false},
        [ALIASES] = {"aliases", TREE_TEXTS, false},
        [PATH] = {"path", TREE_TEXTS, false},
    };
    const struct tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_role *role;

        if (i >= GUIDE_MAX_ROLES) {
            diagnostics_add(build->diagnostics, list->children[i].place,
                            "more than %d roles; the format has room for no more", GUIDE_MAX_ROLES);
            build->role_names.incomplete = true;
            break;
        }
        tree_read_map(&list->children[i], keys, KEYS, "role", values, build->diagnostics);
        build->roles = memory_grow(build->roles, build->guide.role_count, &build->role_capacity,
                                   sizeof *build->roles);
        role = &build->roles[build->guide.role_count];
        *role = (struct guide_role){0};
        role->id = build_value(build, values[ID]);
        role->title = build_value(build, values[TITLE]);
        role->summary = build_value(build, values[SUMMARY]);
        role->aliases = build_texts(build, values[ALIASES]);
        add_name(build, &build->role_names, values[ID], build->guide.role_count++);
    }
}

/* Resolves the paths, which name sections that are known only after the parts were read. */
static void read_paths(struct build *build, const struct tree *list)
{
    static const struct tree_key key = {"path", TREE_TEXTS, false};

    for (uint32_t i = 0; list != NULL && i < build->guide.role_count; i++) {
        const struct tree *map = &list->children[i];

        for (size_t j = 0; j + 1 < map->count; j += 2) {
            const struct tree *value = &map->children[j + 1];

            if (strcmp(map->children[j].text, key.name) == 0 && value->kind == TREE_LIST)
                build->roles[i].path = build_references(build, value, &build->section_names);
        }
    }
}

static void read_topics(struct build *build, const struct tree *list)
{
    enum { ID, SUMMARY, ALIASES, KEYS };
    static const struct tree_key keys[KEYS] = {
        [ID] = {"id", TREE_TEXT, true},
        [SUMMARY] = {"summary", TREE_TEXT, false},
        [ALIASES] = {"aliases", TREE_TEXTS, false},
    };
    const struct tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_topic *topic;

        tree_read_map(&list->children[i], keys, KEYS, "topic", values, build->diagnostics);
        build->topics = memory_grow(build->topics, build->guide.topic_count, &build->topic_capacity,
                                    sizeof *build->topics);
        topic = &build->topics[build->guide.topic_count];
        topic->id = build_value(build, values[ID]);
        topic->summary = build_value(build, values[SUMMARY]);
        topic->aliases = build_texts(build, values[ALIASES]);
        add_name(build, &build->topic_names, values[ID], build->guide.topic_count++);
    }
}

/* Whether a name can be that of a node in the Info manual. */
static void check_node_name(struct build *build, const char *kind, const struct tree *id)
{
    static const char *const reserved[] = {"top", "dir", "index"};

    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(id->text, reserved[i]) == 0)
            diagnostics_add(build->diagnostics, id->place,
                            "'%s' cannot name a %s: Info uses it; choose another name", id->text,
                            kind);
}

/* Reads the parts and, with them, the order of the book. */
static void read_parts(struct build *build, const struct tree *list, struct names *part_names)
{
    enum { ID, TITLE, SECTIONS, KEYS };
    static const struct tree_key keys[KEYS] = {
        [ID] = {"id", TREE_TEXT, true},
        [TITLE] = {"title", TREE_TEXT, true},
        [SECTIONS] = {"sections", TREE_TEXTS, true},
    };
    const struct tree *values[KEYS];

    build->section_names.incomplete = is_partial(list);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_part *part;
        uint32_t index = build->guide.part_count++;

        tree_read_map(&list->children[i], keys, KEYS, "part", values, build->diagnostics);
        build->parts =
            memory_grow(build->parts, index, &build->part_capacity, sizeof *build->parts);
        part = &build->parts[index];
        part->id = build_value(build, values[ID]);
        part->title = build_value(build, values[TITLE]);
        part->sections.first = build->guide.section_count;
        if (add_name(build, part_names, values[ID], index))
            check_node_name(build, "part", values[ID]);
        build->section_names.incomplete |= is_partial(values[SECTIONS]);
        for (size_t j = 0; values[SECTIONS] != NULL && j < values[SECTIONS]->count; j++) {
            const struct tree *id = &values[SECTIONS]->children[j];

            if (!names_check_identifier("section", id->text, id->place, build->diagnostics)) {
                build->section_names.incomplete = true;
                continue;
            }
            check_node_name(build, "section", id);
            names_add(&build->section_names, id->text, build->guide.section_count, id->place);
            build_section(build, id->text, id->length, id->place, index);
        }
        build->parts[index].sections.count =
            build->guide.section_count - build->parts[index].sections.first;
    }
}

/* Makes a section known that has a file but stands in no part: that is one error, not one for
 * each place where it is named. */
static void know_files(struct build *build)
{
    struct names *names = &build->section_names;
    struct names unlisted = {0};

    for (size_t i = 0; i < build->file_count; i++)
        if (names_find(names, build->files[i]) == NAMES_NONE)
            names_add(&unlisted, build->files[i], NAMES_NONE, (struct place){0});
    for (size_t i = 0; i < unlisted.count; i++)
        names_add(names, unlisted.list[i].text, NAMES_NONE, (struct place){0});
    names_sort(names, NULL);
    names_free(&unlisted);
}

/* Parts and sections are nodes of one manual. */
static void check_parts_and_sections(struct build *build, const struct names *part_names)
{
    for (size_t i = 0; i < part_names->count; i++) {
        const struct name *part = &part_names->list[i];

        if (names_find(&build->section_names, part->text) != NAMES_NONE)
            diagnostics_add(build->diagnostics, part->place,
                            "part '%s' has the name of a section; choose another", part->text);
    }
}

static void read_pages(struct build *build, const struct tree *list)
{
    enum { NAME, SECTION, SUMMARY, SECTIONS, TOPICS, ROLES, KEYS };
    static const struct tree_key keys[KEYS] = {
        [NAME] = {"name", TREE_TEXT, true},       [SECTION] = {"section", TREE_TEXT, true},
        [SUMMARY] = {"summary", TREE_TEXT, true}, [SECTIONS] = {"sections", TREE_TEXTS, false},
        [TOPICS] = {"topics", TREE_TEXTS, false}, [ROLES] = {"roles", TREE_TEXTS, false},
    };
    const struct tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        size_t capacity = build->page_capacity;
        uint32_t index = build->guide.page_count++;
        struct guide_page *page;
        struct page_choice *choice;

        tree_read_map(&list->children[i], keys, KEYS, "page", values, build->diagnostics);
        build->pages =
            memory_grow(build->pages, index, &build->page_capacity, sizeof *build->pages);
        if (build->page_capacity != capacity) {
            build->page_places =
                memory_resize(build->page_places, build->page_capacity, sizeof *build->page_places);
            build->page_choices = memory_resize(build->page_choices, build->page_capacity,
                                                sizeof *build->page_choices);
        }
        page = &build->pages[index];
        choice = &build->page_choices[index];
        check(build, values[NAME], is_file_name,
              "cannot name a page; use letters, digits, '-', '_', '.', '+'");
        check(build, values[SECTION], names_is_manual_section,
              "is no section of the manual; write a digit, as in 'section: 7'");
        *page = (struct guide_page){.roles = GUIDE_ALL_ROLES};
        page->name = build_value(build, values[NAME]);
        page->section = build_value(build, values[SECTION]);
        page->summary = build_value(build, values[SUMMARY]);
        build->page_places[index] = list->children[i].place;
        choice->sections = build_references(build, values[SECTIONS], &build->section_names);
        choice->topics = build_references(build, values[TOPICS], &build->topic_names);
        choice->roles = build_roles(build, values[ROLES]);
    }
}

static void read_manifest(struct build *build, struct tree *root)
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
    static const struct tree_key keys[KEYS] = {
        [NAME] = {"name", TREE_TEXT, true},          [TITLE] = {"title", TREE_TEXT, true},
        [SUMMARY] = {"summary", TREE_TEXT, true},    [EDITION] = {"edition", TREE_TEXT, true},
        [LANGUAGE] = {"language", TREE_TEXT, false}, [COPYRIGHT] = {"copyright", TREE_TEXT, false},
        [CATEGORY] = {"category", TREE_TEXT, true},  [NOTICE] = {"notice", TREE_TEXT, false},
        [ROLES] = {"roles", TREE_MAPS, true},        [TOPICS] = {"topics", TREE_MAPS, true},
        [PARTS] = {"parts", TREE_MAPS, true},        [PAGES] = {"pages", TREE_MAPS, true},
    };
    const struct tree *values[KEYS];
    struct guide *guide = &build->guide;
    struct names part_names = {.kind = "part"};
    size_t errors;

    errors = build->diagnostics->count;
    tree_read_map(root, keys, KEYS, "guide", values, build->diagnostics);
    build->manifest_sound = build->diagnostics->count == errors;
    check(build, values[NAME], is_file_name,
          "cannot name a manual; use letters, digits, '-', '_', '.', '+'");
    check(build, values[EDITION], is_date, "is no date; write it as YYYY-MM-DD");
    check(build, values[LANGUAGE], is_language, "is no language tag; write it as en or pt-BR");
    guide->name = build_value(build, values[NAME]);
    guide->title = build_value(build, values[TITLE]);
    guide->summary = build_value(build, values[SUMMARY]);
    guide->edition = build_value(build, values[EDITION]);
    guide->language = values[LANGUAGE] != NULL ? build_value(build, values[LANGUAGE])
                                               : build_text(build, "en", 2);
    guide->copyright = build_value(build, values[COPYRIGHT]);
    guide->category = build_value(build, values[CATEGORY]);
    guide->notice = build_value(build, values[NOTICE]);
    build->role_names.incomplete = is_partial(values[ROLES]);
    build->topic_names.incomplete = is_partial(values[TOPICS]);
    read_roles(build, values[ROLES]);
    read_topics(build, values[TOPICS]);
    read_parts(build, values[PARTS], &part_names);
    names_sort(&build->role_names, build->diagnostics);
    names_sort(&build->topic_names, build->diagnostics);
    names_sort(&part_names, build->diagnostics);
    /* A section that stands in two parts is a name that stands twice. */
    names_sort(&build->section_names, build->diagnostics);
    check_parts_and_sections(build, &part_names);
    know_files(build);
    read_paths(build, values[ROLES]);
    errors = build->diagnostics->count;
    read_pages(build, values[PAGES]);
    build->pages_sound = !is_partial(values[PAGES]) && build->diagnostics->count == errors;
    names_free(&part_names);
}

/* Reads and parses a file. Returns 0 or errno; the tree is NULL if it holds errors of syntax. */
static int read_tree(struct build *build, const char *directory, const char *name,
                     struct source *source, struct tree **tree)
{
    int error = source_read(source, &build->source_texts, directory, name, build->diagnostics);

    *tree = NULL;
    if (error == 0 && source->sound)
        *tree = tree_parse(source->text, source->length, source->file, 1, build->diagnostics);
    if (*tree != NULL && (*tree)->kind != TREE_MAP) {
        diagnostics_add(build->diagnostics, (*tree)->place,
                        "%s has to hold keys and values, as in 'key: value'", name);
        tree_free(*tree);
        *tree = NULL;
    }
    return error;
}

int manifest_read(struct build *build, const char *directory)
{
    int error = read_tree(build, directory, "guide.yaml", &build->manifest, &build->manifest_tree);

    if (build->manifest_tree != NULL) {
        read_manifest(build, build->manifest_tree);
        return error;
    }
    build->role_names.incomplete = true;
    build->topic_names.incomplete = true;
    build->section_names.incomplete = true;
    return error;
}

enum source_keys { AUTHOR, YEAR, TITLE, IN, URL, DOI, SOURCE_KEYS };

/* An entry of sources.yaml. */
struct entry {
    const struct tree *id;
    const struct tree *values[SOURCE_KEYS];
};

static int compare_values(const struct tree *a, const struct tree *b)
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
static void put_part(struct output *out, const struct tree *value, const char *before,
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

/* Adds the whole reference as running text: Author (Year). Title. In. Address */
static void add_reference(struct build *build, struct guide_source *source,
                          const struct entry *entry)
{
    const struct tree *doi = entry->values[DOI], *url = entry->values[URL];
    const struct tree *author = entry->values[AUTHOR], *year = entry->values[YEAR];
    struct output out, address;

    output_to_memory(&out);
    output_to_memory(&address);
    source->links.first = (uint32_t)build->link_count;
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
        build_link(build, LINK_URL, build_text(build, address.data, address.length), true);
        source->links.count = 1;
    }
    if (out.error != 0 || address.error != 0)
        memory_exhausted();
    source->entry = build_text(build, out.data, out.length);
    free(out.data);
    free(address.data);
}

static void add_source(struct build *build, const struct entry *entry)
{
    uint32_t index = build->guide.source_count++;
    struct guide_source *source;

    check(build, entry->values[URL], is_address, "is no address; write it as https://...");
    check(build, entry->values[DOI], is_doi, "is no DOI; write it as 10.1000/182");
    names_check_identifier("source", entry->id->text, entry->id->place, build->diagnostics);
    names_add(&build->source_names, entry->id->text, index, entry->id->place);
    build->sources =
        memory_grow(build->sources, index, &build->source_capacity, sizeof *build->sources);
    source = &build->sources[index];
    *source = (struct guide_source){0};
    source->id = build_value(build, entry->id);
    source->author = build_value(build, entry->values[AUTHOR]);
    source->year = build_value(build, entry->values[YEAR]);
    source->title = build_value(build, entry->values[TITLE]);
    source->in = build_value(build, entry->values[IN]);
    source->url = build_value(build, entry->values[URL]);
    source->doi = build_value(build, entry->values[DOI]);
    add_reference(build, source, entry);
}

int manifest_read_sources(struct build *build, const char *directory)
{
    static const struct tree_key keys[SOURCE_KEYS] = {
        [AUTHOR] = {"author", TREE_TEXT, false}, [YEAR] = {"year", TREE_TEXT, false},
        [TITLE] = {"title", TREE_TEXT, true},    [IN] = {"in", TREE_TEXT, false},
        [URL] = {"url", TREE_TEXT, false},       [DOI] = {"doi", TREE_TEXT, false},
    };
    struct tree *root;
    struct entry *entries;
    size_t count = 0;
    int error = read_tree(build, directory, "sources.yaml", &build->source_list, &root);

    build->source_tree = root;
    build->source_names.incomplete = root == NULL && error != ENOENT;
    if (root == NULL)
        return error == ENOENT ? 0 : error;
    entries = memory_zeroed(root->count / 2, sizeof *entries);
    for (size_t i = 0; i + 1 < root->count; i += 2) {
        struct entry *entry = &entries[count];

        entry->id = &root->children[i];
        if (root->children[i + 1].kind != TREE_MAP) {
            diagnostics_add(build->diagnostics, entry->id->place,
                            "source '%s' has to be a map: its keys, such as 'title: ...', stand "
                            "indented below",
                            entry->id->text);
            build->source_names.incomplete = true;
            continue;
        }
        tree_read_map(&root->children[i + 1], keys, SOURCE_KEYS, "source", entry->values,
                      build->diagnostics);
        count++;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++)
        add_source(build, &entries[i]);
    free(entries);
    /* A key that stands twice was reported when the file was parsed. */
    names_sort(&build->source_names, NULL);
    return 0;
}
