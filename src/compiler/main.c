/* main.c: guidec, the compiler of guides. */
#include "compile.h"
#include "files.h"
#include "index.h"
#include "memory.h"
#include "render.h"
#include "tables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Renders a selection into a file. */
static int write_rendering(struct files *files, const struct guide *guide,
                           const struct selection *selection, const struct format *format,
                           const char *name)
{
    static const struct render_options options = {.width = 80};
    struct render render = {&files->out, guide, selection, &options};
    int error = files_open(files, name);

    if (error != 0)
        return error;
    format->render(&render);
    return files_close(files);
}

static char *file_name(const char *base, const char *suffix)
{
    size_t size = strlen(base) + strlen(suffix) + 2;
    char *name = memory_resize(NULL, size, 1);

    snprintf(name, size, "%s.%s", base, suffix);
    return name;
}

static int write_page(struct files *files, const struct guide *guide, const struct guide_page *page)
{
    struct selection selection = {
        .count = page->sections.count, .roles = page->roles, .page = page};
    char *name = file_name(guide_text(guide, page->name), guide_text(guide, page->section));
    int error;

    selection.sections = memory_resize(NULL, selection.count, sizeof *selection.sections);
    selection.members = memory_zeroed(guide->section_count / 8 + 1, 1);
    for (uint32_t i = 0; i < selection.count; i++) {
        uint32_t section = guide->numbers[page->sections.first + i];

        selection.sections[i] = section;
        selection.members[section / 8] |= (unsigned char)(1U << section % 8);
    }
    error = write_rendering(files, guide, &selection, render_find("man"), name);
    select_free(&selection);
    free(name);
    return error;
}

static int write_manual(struct files *files, const struct guide *guide)
{
    static const struct facets everything = {0};
    struct selection selection;
    char *name = file_name(guide_text(guide, guide->name), "texi");
    int error;

    if (!select_sections(guide, &everything, &selection))
        memory_exhausted();
    error = write_rendering(files, guide, &selection, render_find("texinfo"), name);
    select_free(&selection);
    free(name);
    return error;
}

static int write_tables(struct files *files, struct build *build)
{
    int error = files_open(files, "guide-data.c");

    if (error != 0)
        return error;
    index_make(build);
    tables_put(&files->out, build);
    return files_close(files);
}

static int write_all(struct build *build, const char *directory)
{
    const struct guide *guide = build_guide(build);
    const char *failed = directory;
    struct files files;
    int error = files_begin(&files, directory);

    if (error == 0)
        error = write_manual(&files, guide);
    for (uint32_t i = 0; error == 0 && i < guide->page_count; i++)
        error = write_page(&files, guide, &guide->pages[i]);
    if (error == 0)
        error = write_tables(&files, build);
    if (error == 0)
        error = files_commit(&files, &failed);
    if (error != 0)
        compile_fail(failed, error);
    files_end(&files);
    return error == 0 ? STATUS_DONE : STATUS_SYSTEM;
}

/* Compiles a guide; OUTPUT is the folder to write into, or NULL to check only. */
static int run(const char *source, const char *output)
{
    struct diagnostics diagnostics = {0};
    struct build build;
    int status;

    build_init(&build, &diagnostics);
    status = compile_source(&build, source);
    if (diagnostics_report(&diagnostics, stderr) && status == STATUS_DONE)
        status = STATUS_ERRORS;
    if (status == STATUS_DONE && output != NULL)
        status = write_all(&build, output);
    build_free(&build);
    diagnostics_free(&diagnostics);
    return status;
}

static int report_usage(void)
{
    fputs("usage: guidec [-o DIR] SOURCEDIR\n"
          "       guidec -n SOURCEDIR\n",
          stderr);
    return STATUS_USAGE;
}

int main(int argc, char **argv)
{
    const char *output = ".";
    int option;

    while ((option = getopt(argc, argv, "no:")) != -1) {
        switch (option) {
        case 'n':
            output = NULL;
            break;
        case 'o':
            output = optarg;
            break;
        default:
            return report_usage();
        }
    }
    if (argc - optind != 1)
        return report_usage();
    return run(argv[optind], output);
}
