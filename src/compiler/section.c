/* section.c: the files of sections, and their front matter. */
#include "section.h"

#include "memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char suffix[] = ".md";

/* If TEXT begins with a line "---", with spaces at its end perhaps, what stands behind it; else
 * NULL. */
static const char *skip_fence(const char *text)
{
    if (strncmp(text, "---", 3) != 0)
        return NULL;
    text += 3 + strspn(text + 3, " \t");
    return *text == '\n' ? text + 1 : *text == '\0' ? text : NULL;
}

static const char *next_line(const char *text)
{
    text = strchr(text, '\n');
    return text != NULL ? text + 1 : NULL;
}

/* Finds the front matter, between a first line "---" and the next. Stores its place and length;
 * returns where the body begins, or NULL, and a report, if there is none. */
static const char *find_body(const struct source *source, const char **yaml, size_t *yaml_length,
                             struct diagnostics *diagnostics)
{
    struct place place = {.file = source->file, .line = 1};
    const char *body;

    *yaml = skip_fence(source->text);
    if (*yaml == NULL) {
        diagnostics_add(diagnostics, place,
                        "front matter is missing; begin the file with the line '---', 'title: "
                        "...', 'summary: ...', and another line '---'");
        return NULL;
    }
    for (const char *line = *yaml; line != NULL; line = next_line(line)) {
        body = skip_fence(line);
        if (body != NULL) {
            *yaml_length = (size_t)(line - *yaml);
            return body;
        }
    }
    diagnostics_add(diagnostics, place, "front matter is not closed; end it with a line '---'");
    return NULL;
}

static uint32_t count_lines(const char *text, const char *end)
{
    uint32_t count = 0;

    while ((text = memchr(text, '\n', (size_t)(end - text))) != NULL) {
        text++;
        count++;
    }
    return count;
}

static uint32_t all_roles(const struct build *build)
{
    uint32_t count = build->guide.role_count;

    return count >= 32 ? UINT32_MAX : (UINT32_C(1) << count) - 1;
}

static void read_roles(struct build *build, const struct tree *list, struct guide_section *section)
{
    size_t errors = build->diagnostics->count;
    uint32_t roles = list != NULL ? build_roles(build, list) : all_roles(build);

    if (build->diagnostics->count == errors && !build->role_names.incomplete)
        section->roles = roles;
}

static void check_see(struct build *build, uint32_t index)
{
    const struct guide_range see = build->sections[index].see;

    for (uint32_t i = see.first; i < see.first + see.count; i++)
        if (build->numbers[i] == index)
            diagnostics_add(build->diagnostics, build->number_places[i],
                            "'see' names the section itself");
}

static void read_front_matter(struct build *build, struct tree *root, uint32_t index)
{
    enum { TITLE, SUMMARY, ROLES, TOPICS, ALIASES, INDEX, SEE, NOTICE, LIST, KEYS };
    static const struct tree_key keys[KEYS] = {
        [TITLE] = {"title", TREE_TEXT, true},       [SUMMARY] = {"summary", TREE_TEXT, true},
        [ROLES] = {"roles", TREE_TEXTS, false},     [TOPICS] = {"topics", TREE_TEXTS, false},
        [ALIASES] = {"aliases", TREE_TEXTS, false}, [INDEX] = {"index", TREE_TEXTS, false},
        [SEE] = {"see", TREE_TEXTS, false},         [NOTICE] = {"notice", TREE_FLAG, false},
        [LIST] = {"list", TREE_TEXT, false},
    };
    const struct tree *values[KEYS];
    struct guide_section *section = &build->sections[index];

    tree_read_map(root, keys, KEYS, "section", values, build->diagnostics);
    section->title = build_value(build, values[TITLE]);
    section->summary = build_value(build, values[SUMMARY]);
    read_roles(build, values[ROLES], section);
    section->topics = build_references(build, values[TOPICS], &build->topic_names);
    section->aliases = build_texts(build, values[ALIASES]);
    section->index = build_texts(build, values[INDEX]);
    section->see = build_references(build, values[SEE], &build->section_names);
    check_see(build, index);
    section->notice = tree_is_true(values[NOTICE]);
    if (section->notice && build->guide.notice == 0 && build->manifest_sound)
        diagnostics_add(build->diagnostics, values[NOTICE]->place,
                        "the guide has no notice to show; write its line as 'notice' in "
                        "guide.yaml, or take this out");
    if (values[LIST] != NULL && strcmp(values[LIST]->text, "sources") != 0)
        diagnostics_add(build->diagnostics, values[LIST]->place,
                        "cannot list '%s'; the only list is 'list: sources'", values[LIST]->text);
    section->lists_sources = values[LIST] != NULL;
}

/* Reads the front matter, and notes where the body begins. After an error that leaves no body to
 * read, the source has no text. */
static void split(struct build *build, uint32_t index)
{
    struct source *source = &build->section_sources[index];
    size_t yaml_length, errors = build->diagnostics->count;
    const char *yaml, *body = find_body(source, &yaml, &yaml_length, build->diagnostics);
    struct tree *root;

    if (body == NULL) {
        source->text = NULL;
        return;
    }
    build->body_starts[index] = (uint32_t)(body - source->text);
    build->body_lines[index] = 1 + count_lines(source->text, body);
    root = tree_parse(yaml, yaml_length, source->file, 2, build->diagnostics);
    if (root != NULL && root->kind == TREE_MAP) {
        root->place.line = 1;
        read_front_matter(build, root, index);
        build->section_sound[index] = build->diagnostics->count == errors;
    } else {
        if (root != NULL)
            diagnostics_add(build->diagnostics, root->place,
                            "front matter has to hold keys and values, as in 'title: ...'");
        source->text = NULL;
    }
    tree_free(root);
}

static int read_section(struct build *build, const char *directory, uint32_t index,
                        const char **failed)
{
    struct source *source = &build->section_sources[index];
    const char *id = guide_text(build_guide(build), build->sections[index].id);
    size_t size = strlen(id) + sizeof suffix;
    char *name = memory_resize(NULL, size, 1);
    int error;

    snprintf(name, size, "%s%s", id, suffix);
    error = source_read(source, &build->source_texts, directory, name, build->diagnostics);
    if (error == ENOENT || error == EISDIR) {
        diagnostics_add(build->diagnostics, build->section_places[index],
                        error == ENOENT
                            ? "section '%s' has no file; write %s, or take it out of the list"
                            : "section '%s' has no file, since %s is a folder",
                        id, name);
        error = 0;
    }
    free(name);
    if (error != 0)
        *failed = source->name;
    else if (source->text != NULL && source->sound)
        split(build, index);
    else
        source->text = NULL;
    return error;
}

/* Whether a file's name is that of a section's file. */
static bool is_section_file(const char *name)
{
    size_t length = strlen(name), end = sizeof suffix - 1;

    return *name != '.' && length > end && strcmp(name + length - end, suffix) == 0;
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

int section_find_files(struct build *build, const char *directory)
{
    DIR *stream = opendir(directory);
    const struct dirent *entry;
    size_t capacity = 0;
    int error;

    if (stream == NULL)
        return errno;
    while (errno = 0, (entry = readdir(stream)) != NULL)
        if (is_section_file(entry->d_name)) {
            build->files =
                memory_grow(build->files, build->file_count, &capacity, sizeof *build->files);
            build->files[build->file_count++] =
                memory_copy(entry->d_name, strlen(entry->d_name) - (sizeof suffix - 1));
        }
    error = errno;
    closedir(stream);
    if (build->file_count > 0)
        qsort(build->files, build->file_count, sizeof *build->files, compare_names);
    return error;
}

static void report_unlisted(struct build *build, const char *directory, const char *id)
{
    struct place place = {.line = 1};
    size_t size = strlen(directory) + strlen(id) + sizeof suffix + 1;
    char *path = memory_resize(NULL, size, 1);

    snprintf(path, size, "%s/%s%s", directory, id, suffix);
    place.file = diagnostics_file(build->diagnostics, path);
    diagnostics_add(build->diagnostics, place,
                    "section '%s' is in no part; add it to one in guide.yaml, or remove the file",
                    id);
    free(path);
}

/* With guide.yaml unreadable, takes all files for sections, so that they are checked as far as
 * they can be. */
static void take_files(struct build *build)
{
    for (size_t i = 0; i < build->file_count; i++)
        build_section(build, build->files[i], strlen(build->files[i]), (struct place){.line = 1},
                      0);
}

static int read_sections(struct build *build, const char *directory, const char **failed)
{
    uint32_t count = build->guide.section_count;
    int error = 0;

    build->section_sources = memory_zeroed(count, sizeof *build->section_sources);
    build->section_sound = memory_zeroed(count, sizeof *build->section_sound);
    build->body_starts = memory_zeroed(count, sizeof *build->body_starts);
    build->body_lines = memory_zeroed(count, sizeof *build->body_lines);
    for (uint32_t i = 0; error == 0 && i < count; i++) {
        const char *id = guide_text(build_guide(build), build->sections[i].id);
        uint32_t known = names_find(&build->section_names, id);

        /* One that stands in two parts is read once. */
        if (known == i || known == NAMES_NONE)
            error = read_section(build, directory, i, failed);
    }
    return error;
}

int section_read_all(struct build *build, const char *directory, const char **failed)
{
    int error;

    if (build->manifest_tree == NULL)
        take_files(build);
    error = read_sections(build, directory, failed);
    if (error != 0 || build->section_names.incomplete)
        return error;
    for (size_t i = 0; i < build->file_count; i++)
        if (names_find(&build->section_names, build->files[i]) == NAMES_NONE)
            report_unlisted(build, directory, build->files[i]);
    return 0;
}
