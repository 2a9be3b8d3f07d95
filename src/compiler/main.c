/* main.c: guidec, the compiler of guides. */
#include "compiler/c_tables.h"
#include "compiler/compile.h"
#include "compiler/memory.h"
#include "compiler/outputs.h"
#include "compiler/search_tables.h"
#include "format/render.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Renders a selection into a file. */
static int write_rendering(struct outputs *outputs, const struct guide *guide,
                           const struct selection *selection, const struct format *format,
                           const char *name)
{
    static const struct render_options options = {.width = 80};
    struct render render = {&outputs->out, guide, selection, &options};
    int error = outputs_open(outputs, name);

    if (error != 0)
        return error;
    format->render(&render);
    return outputs_close(outputs);
}

static char *file_name(const char *base, const char *suffix)
{
    size_t size = strlen(base) + strlen(suffix) + 2;
    char *name = memory_resize(NULL, size, 1);

    snprintf(name, size, "%s.%s", base, suffix);
    return name;
}

static int write_page(struct outputs *outputs, const struct guide *guide,
                      const struct guide_page *page)
{
    struct selection selection;
    char *name = file_name(guide_text(guide, page->name), guide_text(guide, page->manual_section));
    int error;

    if (!select_page(guide, page, &selection))
        memory_exhausted();
    error = write_rendering(outputs, guide, &selection, render_find("man"), name);
    select_free(&selection);
    free(name);
    return error;
}

static int write_manual(struct outputs *outputs, const struct guide *guide)
{
    static const struct facets everything = {0};
    struct selection selection;
    char *name = file_name(guide_text(guide, guide->name), "texi");
    int error;

    if (!select_sections(guide, &everything, &selection))
        memory_exhausted();
    error = write_rendering(outputs, guide, &selection, render_find("texinfo"), name);
    select_free(&selection);
    free(name);
    return error;
}

static int write_tables(struct outputs *outputs, struct draft *draft)
{
    int error = outputs_open(outputs, "guide-data.c");

    if (error != 0)
        return error;
    search_tables_make(draft);
    c_tables_put(&outputs->out, draft);
    return outputs_close(outputs);
}

static int write_all(struct draft *draft, const char *directory)
{
    const struct guide *guide = draft_guide(draft);
    const char *failed = directory;
    struct outputs outputs;
    int error = outputs_begin(&outputs, directory);

    if (error == 0)
        error = write_manual(&outputs, guide);
    for (uint32_t i = 0; error == 0 && i < guide->page_count; i++)
        error = write_page(&outputs, guide, &guide->pages[i]);
    if (error == 0)
        error = write_tables(&outputs, draft);
    if (error == 0)
        error = outputs_commit(&outputs, &failed);
    if (error != 0)
        compile_fail(failed, error);
    outputs_end(&outputs);
    return error == 0 ? STATUS_DONE : STATUS_SYSTEM;
}

/* Compiles a guide; OUTPUT is the folder to write into, or NULL to check only. */
static int run(const char *source, const char *output)
{
    struct diagnostics diagnostics = {0};
    struct draft draft;
    int status;

    draft_init(&draft, &diagnostics);
    status = compile_guide(&draft, source);
    if (diagnostics_report(&diagnostics, stderr) && status == STATUS_DONE)
        status = STATUS_ERRORS;
    if (status == STATUS_DONE && output != NULL)
        status = write_all(&draft, output);
    draft_free(&draft);
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
