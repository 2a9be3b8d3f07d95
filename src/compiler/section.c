/* SPDX-License-Identifier: MIT */
/* section.c: the files of sections, and their front matter. */
#include "compiler/section.h"

#include "compiler/keys.h"
#include "compiler/manual.h"
#include "compiler/memory.h"
#include "compiler/phrases.h"
#include "compiler/values.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char suffix[] = ".md";

/* If TEXT begins with a line "---", with spaces at its end perhaps, what stands after it; else
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
static const char *find_body(const struct input *source, const char **yaml, size_t *yaml_length,
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

static uint32_t all_roles(const struct draft *draft)
{
    uint32_t count = draft->guide.role_count;

    return count >= 32 ? UINT32_MAX : (UINT32_C(1) << count) - 1;
}

static void read_roles(struct draft *draft, const struct yaml_tree *list,
                       struct guide_section *section)
{
    size_t errors = draft->diagnostics->count;
    uint32_t roles = list != NULL ? values_roles(draft, list) : all_roles(draft);

    draft->named_roles |= list != NULL ? roles : 0;
    if (draft->diagnostics->count == errors && !draft->role_names.incomplete)
        section->roles = roles;
}

static void check_see(struct draft *draft, uint32_t index)
{
    const struct guide_range see = draft->sections[index].see;

    for (uint32_t i = see.first; i < see.first + see.count; i++)
        if (draft->numbers[i] == index)
            diagnostics_add(draft->diagnostics, draft->number_places[i],
                            "'see' names the section itself");
}

static void read_front_matter(struct draft *draft, struct yaml_tree *root, uint32_t index)
{
    enum { TITLE, SUMMARY, ROLES, TOPICS, ALIASES, INDEX, ASKS, SEE, NOTICE, LIST, KEYS };
    static const struct key keys[KEYS] = {
        [TITLE] = {"title", KEY_TEXT, true},       [SUMMARY] = {"summary", KEY_TEXT, true},
        [ROLES] = {"roles", KEY_TEXTS, false},     [TOPICS] = {"topics", KEY_TEXTS, false},
        [ALIASES] = {"aliases", KEY_TEXTS, false}, [INDEX] = {"index", KEY_TEXTS, false},
        [ASKS] = {"asks", KEY_TEXTS, false},       [SEE] = {"see", KEY_TEXTS, false},
        [NOTICE] = {"notice", KEY_FLAG, false},    [LIST] = {"list", KEY_TEXT, false},
    };
    const struct yaml_tree *values[KEYS];
    struct guide_section *section = &draft->sections[index];

    keys_read_map(root, keys, KEYS, "section", values, draft->diagnostics);
    section->title = values_text(draft, values[TITLE]);
    section->summary = values_text(draft, values[SUMMARY]);
    read_roles(draft, values[ROLES], section);
    section->topics = values_references(draft, values[TOPICS], &draft->topic_names);
    section->aliases = values_texts(draft, values[ALIASES]);
    section->index_words = values_texts(draft, values[INDEX]);
    phrases_check("question", values[ASKS], draft->diagnostics);
    section->asks = values_texts(draft, values[ASKS]);
    section->see = values_references(draft, values[SEE], &draft->section_names);
    check_see(draft, index);
    section->notice = keys_is_true(values[NOTICE]);
    if (section->notice && draft->guide.notice == 0 && draft->guide_yaml_sound)
        diagnostics_add(draft->diagnostics, values[NOTICE]->place,
                        "the guide has no notice to show; write its line as 'notice' in "
                        "guide.yaml, or take this out");
    if (values[LIST] != NULL && strcmp(values[LIST]->text, "sources") != 0)
        diagnostics_add(draft->diagnostics, values[LIST]->place,
                        "cannot list '%s'; the only list is 'list: sources'", values[LIST]->text);
    section->lists_sources = values[LIST] != NULL;
}

/* Reads the front matter, and notes where the body begins. After an error that leaves no body to
 * read, the source has no text. */
static void split(struct draft *draft, uint32_t index)
{
    struct section_input *input = &draft->section_inputs[index];
    struct input *source = &input->file;
    size_t yaml_length, errors = draft->diagnostics->count;
    const char *yaml, *body = find_body(source, &yaml, &yaml_length, draft->diagnostics);
    struct yaml_tree *root;

    if (body == NULL) {
        source->text = NULL;
        return;
    }
    input->body_start = (uint32_t)(body - source->text);
    input->body_line = 1 + count_lines(source->text, body);
    root = yaml_tree_parse(yaml, yaml_length, source->file, 2, draft->diagnostics);
    if (root != NULL && root->kind == YAML_TREE_MAP) {
        root->place.line = 1;
        variables_fill(&draft->variables, root, draft->diagnostics);
        read_front_matter(draft, root, index);
        input->sound = draft->diagnostics->count == errors;
    } else {
        if (root != NULL)
            diagnostics_add(draft->diagnostics, root->place,
                            "front matter has to hold keys and values, as in 'title: ...'");
        source->text = NULL;
    }
    yaml_tree_free(root);
}

static int read_section(struct draft *draft, const char *directory, uint32_t index,
                        const char **failed)
{
    struct input *source = &draft->section_inputs[index].file;
    const char *id = guide_text(draft_guide(draft), draft->sections[index].id);
    size_t size = strlen(id) + sizeof suffix;
    char *name = memory_resize(NULL, size, 1);
    int error = 0;

    snprintf(name, size, "%s%s", id, suffix);
    if (index == draft->manual)
        manual_read(draft, source);
    else
        error = input_read(source, directory, name, draft->diagnostics);
    if (error == ENOENT || error == EISDIR) {
        diagnostics_add(draft->diagnostics, draft->section_inputs[index].place,
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
        split(draft, index);
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

int section_find_files(struct draft *draft, const char *directory)
{
    DIR *stream = opendir(directory);
    const struct dirent *entry;
    size_t capacity = 0;
    int error;

    if (stream == NULL)
        return errno;
    while (errno = 0, (entry = readdir(stream)) != NULL)
        if (is_section_file(entry->d_name)) {
            draft->section_files = memory_grow(draft->section_files, draft->section_file_count,
                                               &capacity, sizeof *draft->section_files);
            draft->section_files[draft->section_file_count++] =
                memory_copy(entry->d_name, strlen(entry->d_name) - (sizeof suffix - 1));
        }
    error = errno;
    closedir(stream);
    if (draft->section_file_count > 0)
        qsort(draft->section_files, draft->section_file_count, sizeof *draft->section_files,
              compare_names);
    return error;
}

static void report_unlisted(struct draft *draft, const char *directory, const char *id)
{
    struct place place = {.line = 1};
    size_t size = strlen(directory) + strlen(id) + sizeof suffix + 1;
    char *path = memory_resize(NULL, size, 1);

    snprintf(path, size, "%s/%s%s", directory, id, suffix);
    place.file = diagnostics_file(draft->diagnostics, path);
    diagnostics_add(draft->diagnostics, place,
                    "section '%s' is in no part; add it to one in guide.yaml, or remove the file",
                    id);
    free(path);
}

/* With guide.yaml unreadable, takes all files for sections, so that they are checked as far as
 * they can be. */
static void take_files(struct draft *draft)
{
    for (size_t i = 0; i < draft->section_file_count; i++)
        draft_section(draft, draft->section_files[i], strlen(draft->section_files[i]),
                      (struct place){.line = 1}, 0);
}

static int read_sections(struct draft *draft, const char *directory, const char **failed)
{
    uint32_t count = draft->guide.section_count;
    int error = 0;

    for (uint32_t i = 0; error == 0 && i < count; i++) {
        const char *id = guide_text(draft_guide(draft), draft->sections[i].id);
        uint32_t known = names_find(&draft->section_names, id);

        /* One that is in two parts is read once. */
        if (known == i || known == NAMES_NONE)
            error = read_section(draft, directory, i, failed);
    }
    return error;
}

int section_read_all(struct draft *draft, const char *directory, const char **failed)
{
    int error;

    if (draft->guide_tree == NULL)
        take_files(draft);
    error = read_sections(draft, directory, failed);
    if (error != 0 || draft->section_names.incomplete)
        return error;
    for (size_t i = 0; i < draft->section_file_count; i++)
        if (names_find(&draft->section_names, draft->section_files[i]) == NAMES_NONE)
            report_unlisted(draft, directory, draft->section_files[i]);
    return 0;
}
