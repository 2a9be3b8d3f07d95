/* SPDX-License-Identifier: MIT */
/* compiler.c: fuzzing the compiler, through its checks into all formats and the search.
 *
 * The first byte of an input says which file it is: 'g' guide.yaml, 's' sources.yaml, 'b' the body
 * of a section, else the whole file of a section. The other files are a small guide that is right.
 */
#include "compiler/c_tables.h"
#include "compiler/compile.h"
#include "compiler/memory.h"
#include "compiler/search_tables.h"
#include "format/render.h"
#include "format/results.h"
#include "guide/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char manifest[] =
    "name: fuzz\ntitle: A guide\nsummary: to be broken\nedition: 2026-01-31\ncategory: None\n"
    "notice: Take care.\ncopyright: None\nroles:\n  - id: one\n    title: One\n    path: [a, b]\n"
    "  - {id: two, title: Two, aliases: [second]}\ntopics:\n  - id: t\nparts:\n"
    "  - {id: p, title: Part, sections: [a, b]}\npages:\n"
    "  - {name: fuzz-all, section: 7, summary: all, sections: [a, b]}\n"
    "  - {name: fuzz-one, section: 7, summary: one, sections: [a], roles: [one]}\n"
    "variables: {v: '**[x](b.md)** {.one} \\ `'}\n";
static const char sources[] = "x1:\n  author: Some One\n  year: 2001\n  title: A title\n";
static const char front_matter[] =
    "---\ntitle: Title\nsummary: about it\ntopics: [t]\nsee: [b]\nnotice: true\n---\n";
static const char section_a[] =
    "---\ntitle: First\nsummary: about it\n---\nText with [a reference](b.md).\n";
static const char section_b[] =
    "---\ntitle: Second\nsummary: about it\nlist: sources\n---\nText, cited ([x](source:x1)).\n";

/* The kinds of input. Each has a folder of its own, in which only its file is ever written anew. */
static const struct kind {
    char letter;
    const char *file, *head;
} kinds[] = {{'g', "guide.yaml", ""},
             {'s', "sources.yaml", ""},
             {'b', "a.md", front_matter},
             {'f', "a.md", ""}};
enum { KINDS = sizeof kinds / sizeof *kinds };

static char directory[] = "/dev/shm/fuzz-guide-XXXXXX";

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *path_of(const struct kind *kind, const char *file)
{
    static char path[sizeof directory + 32];

    snprintf(path, sizeof path, "%s/%c%s%s", directory, kind->letter, *file != '\0' ? "/" : "",
             file);
    return path;
}

static void write_file(const struct kind *kind, const char *name, const char *head,
                       const void *bytes, size_t size)
{
    FILE *file = fopen(path_of(kind, name), "wb");

    if (file == NULL || fputs(head, file) < 0 || fwrite(bytes, 1, size, file) != size ||
        fclose(file) != 0)
        abort();
}

static void remove_directory(void)
{
    static const char *const names[] = {"guide.yaml", "sources.yaml", "a.md", "b.md"};

    for (size_t kind = 0; kind < KINDS; kind++) {
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            unlink(path_of(&kinds[kind], names[i]));
        rmdir(path_of(&kinds[kind], ""));
    }
    rmdir(directory);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    if (access("/dev/shm", W_OK) != 0)
        memcpy(directory, "/var/tmp", strlen("/var/tmp")); /* as long a name, but a slower place */
    if (mkdtemp(directory) == NULL)
        abort();
    atexit(remove_directory);
    for (size_t i = 0; i < KINDS; i++) {
        if (mkdir(path_of(&kinds[i], ""), 0700) != 0)
            abort();
        write_file(&kinds[i], "guide.yaml", manifest, "", 0);
        write_file(&kinds[i], "sources.yaml", sources, "", 0);
        write_file(&kinds[i], "a.md", section_a, "", 0);
        write_file(&kinds[i], "b.md", section_b, "", 0);
    }
    return 0;
}

static const struct kind *find_kind(char letter)
{
    size_t i = 0;

    while (i < KINDS - 1 && kinds[i].letter != letter)
        i++;
    return &kinds[i];
}

static void render_all(const struct guide *guide, uint32_t roles, unsigned width)
{
    struct facets facets = {.roles = roles};
    struct render_options options = {.width = width, .styles = true, .links = true};
    struct selection selection;

    options.ascii = width % 2 != 0;
    if (!select_sections(guide, &facets, &selection))
        abort();
    for (const struct format *format = render_formats; format->name != NULL; format++) {
        struct output out;
        struct render render = {&out, guide, &selection, &options};

        output_to_memory(&out);
        format->render(&render);
        if (out.error != 0)
            abort();
        free(out.data);
    }
    select_free(&selection);
}

/* Searches for each section's title, which has to be found, and shows what was found. */
static void search_all(const struct guide *guide)
{
    static const struct render_options options = {.width = 60, .styles = true};
    const struct facets everything = {0};
    struct selection selection;

    if (!select_sections(guide, &everything, &selection))
        abort();
    for (uint32_t i = 0; i < guide->section_count; i++) {
        struct search found;
        struct output out;
        struct render render = {&out, guide, &selection, &options};

        output_to_memory(&out);
        if (!search_find(&found, guide, &selection, guide_text(guide, guide->sections[i].title)))
            abort();
        results_render(&render, &found);
        search_free(&found);
        free(out.data);
    }
    select_free(&selection);
}

static void put_tables(struct draft *draft)
{
    struct output out;

    output_to_memory(&out);
    c_tables_put(&out, draft, 1);
    free(out.data);
}

static void keep(void *self, const char *text, size_t length)
{
    output_put(self, text, length);
}

static void render_and_search(struct draft *draft)
{
    struct output folded;

    search_tables_make(draft);
    output_to_memory(&folded);
    search_tables_fold_passages(draft, keep, &folded);
    output_char(&folded, '\0');
    draft->guide.folded = folded.data;
    render_all(draft_guide(draft), 0, 81);
    render_all(draft_guide(draft), 1, 20);
    search_all(draft_guide(draft));
    put_tables(draft);
    free(folded.data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct diagnostics diagnostics = {0};
    const struct kind *kind;
    struct draft draft;

    if (size == 0)
        return 0;
    kind = find_kind((char)data[0]);
    write_file(kind, kind->file, kind->head, data + 1, size - 1);
    draft_init(&draft, &diagnostics);
    if (compile_guide(&draft, path_of(kind, "")) == STATUS_DONE && diagnostics.count == 0)
        render_and_search(&draft);
    draft_free(&draft);
    diagnostics_free(&diagnostics);
    return 0;
}
