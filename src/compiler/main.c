/* main.c: guidec, the compiler of guides. */
#include "base/bits.h"
#include "compiler/c_tables.h"
#include "compiler/compile.h"
#include "compiler/memory.h"
#include "compiler/outputs.h"
#include "compiler/search_tables.h"
#include "compiler/status.h"
#include "format/render.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char tables_name[] = "guide-data.c";

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

static char *manual_name(const struct guide *guide)
{
    return file_name(guide_text(guide, guide->name), "texi");
}

static char *page_name(const struct guide *guide, const struct guide_page *page)
{
    return file_name(guide_text(guide, page->name), guide_text(guide, page->manual_section));
}

static int write_page(struct outputs *outputs, const struct guide *guide,
                      const struct guide_page *page)
{
    struct selection selection;
    char *name = page_name(guide, page);
    int error;

    if (!select_page(guide, page, &selection))
        memory_exhausted();
    error = write_rendering(outputs, guide, &selection, render_find("man"), name);
    select_free(&selection);
    free(name);
    return error;
}

/* The file of a further name of a page: the Nth. */
static char *also_name(const struct guide *guide, const struct guide_page *page, uint32_t n)
{
    return file_name(guide_text(guide, guide->numbers[page->also.first + n]),
                     guide_text(guide, page->manual_section));
}

/* Writes the file of a further name of a page, which leads man to the page. */
static int write_also(struct outputs *outputs, const struct guide *guide,
                      const struct guide_page *page, uint32_t n)
{
    char *name = also_name(guide, page, n), *target = page_name(guide, page);
    int error = outputs_open(outputs, name);

    if (error == 0) {
        output_string(&outputs->out, ".so man");
        output_char(&outputs->out, *guide_text(guide, page->manual_section));
        output_char(&outputs->out, '/');
        output_string(&outputs->out, target);
        output_char(&outputs->out, '\n');
        error = outputs_close(outputs);
    }
    free(name);
    free(target);
    return error;
}

static int write_manual(struct outputs *outputs, const struct guide *guide)
{
    static const struct facets everything = {0};
    struct selection selection;
    char *name = manual_name(guide);
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
    int error = outputs_open(outputs, tables_name);

    if (error != 0)
        return error;
    search_tables_make(draft);
    c_tables_put(&outputs->out, draft);
    return outputs_close(outputs);
}

/* Writes a page and its further names. */
static int write_page_files(struct outputs *outputs, const struct guide *guide,
                            const struct guide_page *page)
{
    int error = write_page(outputs, guide, page);

    for (uint32_t i = 0; error == 0 && i < page->also.count; i++)
        error = write_also(outputs, guide, page, i);
    return error;
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
        error = write_page_files(&outputs, guide, &guide->pages[i]);
    if (error == 0)
        error = write_tables(&outputs, draft);
    if (error == 0)
        error = outputs_commit(&outputs, &failed);
    if (error != 0)
        status_fail(failed, error);
    outputs_end(&outputs);
    return error == 0 ? STATUS_DONE : STATUS_SYSTEM;
}

/* Prints a line and frees it. */
static void print_line(char *line)
{
    puts(line);
    free(line);
}

/* Prints the names of the files that write_all writes: the manual first, the tables last. */
static int list_all(const struct guide *guide)
{
    print_line(manual_name(guide));
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];

        print_line(page_name(guide, page));
        for (uint32_t j = 0; j < page->also.count; j++)
            print_line(also_name(guide, page, j));
    }
    puts(tables_name);
    if (fflush(stdout) == 0 && !ferror(stdout))
        return STATUS_DONE;
    status_fail("standard output", errno);
    return STATUS_SYSTEM;
}

enum action { WRITE, CHECK, LIST };

/* Does with the guide in the folder SOURCE what was asked for; OUTPUT is the folder to write into.
 */
static int run(const char *source, enum action action, const char *output,
               enum diagnostics_warnings warnings)
{
    struct diagnostics diagnostics = {0};
    struct draft draft;
    int status;

    draft_init(&draft, &diagnostics);
    status = compile_guide(&draft, source);
    if (diagnostics_report(&diagnostics, warnings, stderr) && status == STATUS_DONE)
        status = STATUS_ERRORS;
    if (status == STATUS_DONE && action == WRITE)
        status = write_all(&draft, output);
    if (status == STATUS_DONE && action == LIST)
        status = list_all(draft_guide(&draft));
    draft_free(&draft);
    diagnostics_free(&diagnostics);
    return status;
}

static int report_usage(void)
{
    fputs("usage: guidec -o DIR [SOURCEDIR]\n"
          "       guidec -n [SOURCEDIR]\n"
          "       guidec --list [SOURCEDIR]\n"
          "-W: a warning counts as an error; -w: warnings are not shown\n",
          stderr);
    return STATUS_USAGE;
}

int main(int argc, char **argv)
{
    static const struct option options[] = {{"list", no_argument, NULL, 'l'}, {0}};
    enum action action = WRITE;
    enum diagnostics_warnings warnings = WARNINGS_SHOWN;
    const char *output = NULL;
    int option;

    while ((option = getopt_long(argc, argv, "no:Ww", options, NULL)) != -1) {
        switch (option) {
        case 'l':
            action = LIST;
            break;
        case 'n':
            action = CHECK;
            break;
        case 'o':
            action = WRITE;
            output = optarg;
            break;
        case 'W':
            warnings = WARNINGS_COUNTED;
            break;
        case 'w':
            warnings = WARNINGS_SILENT;
            break;
        default:
            return report_usage();
        }
    }
    if (argc - optind > 1 || (action == WRITE && output == NULL))
        return report_usage();
    return run(optind < argc ? argv[optind] : ".", action, output, warnings);
}
