/* compiler.c: fuzzing the compiler, through its checks into all formats.
 *
 * The first byte of an input says which file it is: 'g' guide.yaml, 's' sources.yaml, 'b' the body of
 * a section, else the whole file of a section. The other files are a small guide that is right. */
#include "compile.h"
#include "files.h"
#include "memory.h"
#include "render.h"
#include "search.h"
#include "tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char manifest[] =
    "name: fuzz\ntitle: A guide\nsummary: to be broken\nedition: 2026-01-31\ncategory: None\n"
    "notice: Take care.\ncopyright: None\nroles:\n  - id: one\n    title: One\n    path: [a, b]\n"
    "  - {id: two, title: Two, aliases: [second]}\ntopics:\n  - id: t\nparts:\n"
    "  - {id: p, title: Part, sections: [a, b]}\npages:\n"
    "  - {name: fuzz-all, section: 7, summary: all, sections: [a, b]}\n"
    "  - {name: fuzz-one, section: 7, summary: one, sections: [a], roles: [one]}\n";
static const char sources[] = "x1:\n  author: Some One\n  year: 2001\n  title: A title\n";
static const char front_matter[] =
    "---\ntitle: Title\nsummary: about it\ntopics: [t]\nsee: [b]\nnotice: true\n---\n";
static const char section_a[] =
    "---\ntitle: First\nsummary: about it\n---\nText with [a reference](b.md).\n";
static const char section_b[] =
    "---\ntitle: Second\nsummary: about it\nlist: sources\n---\nText, cited ([x](source:x1)).\n";

static char directory[] = "/tmp/fuzz-guide-XXXXXX";

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void remove_directory(void)
{
    static const char *const names[] = {"guide.yaml", "sources.yaml", "a.md", "b.md"};

    if (chdir(directory) == 0)
        for (size_t i = 0; i < sizeof names / sizeof *names; i++)
            unlink(names[i]);
    rmdir(directory);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    if (mkdtemp(directory) == NULL)
        abort();
    atexit(remove_directory);
    return 0;
}

static void write_file(const char *name, const char *head, const void *bytes, size_t size)
{
    char path[sizeof directory + 16];
    FILE *file;

    snprintf(path, sizeof path, "%s/%s", directory, name);
    file = fopen(path, "wb");
    if (file == NULL || fputs(head, file) < 0 || fwrite(bytes, 1, size, file) != size ||
        fclose(file) != 0)
        abort();
}

static void write_guide(char kind, const uint8_t *data, size_t size)
{
    write_file("guide.yaml", kind == 'g' ? "" : manifest, data, kind == 'g' ? size : 0);
    write_file("sources.yaml", kind == 's' ? "" : sources, data, kind == 's' ? size : 0);
    write_file("b.md", section_b, "", 0);
    if (kind == 'g' || kind == 's')
        write_file("a.md", section_a, "", 0);
    else
        write_file("a.md", kind == 'b' ? front_matter : "", data, size);
}

static void render_all(const struct guide *guide, uint32_t roles, unsigned width)
{
    static const struct render_options look = {.styles = true, .links = true};
    struct facets facets = {.roles = roles};
    struct render_options options = look;
    struct selection selection;

    options.width = width;
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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct diagnostics diagnostics = {0};
    struct build build;

    if (size == 0)
        return 0;
    write_guide((char)data[0], data + 1, size - 1);
    build_init(&build, &diagnostics);
    if (compile_source(&build, directory) == STATUS_DONE && diagnostics.count == 0) {
        struct output out;

        for (unsigned width = 20; width <= 81; width += 61) {
            render_all(build_guide(&build), 0, width);
            render_all(build_guide(&build), 1, width);
        }
        output_to_memory(&out);
        tables_put(&out, build_guide(&build), build.text.length, build.number_count,
                   build.block_count, build.link_count);
        free(out.data);
    }
    build_free(&build);
    diagnostics_free(&diagnostics);
    return 0;
}
