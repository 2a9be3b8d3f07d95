/* SPDX-License-Identifier: MIT */
/* products.c: what guidec makes of a guide: files, their names, and a section on standard output.
 */
#include "compiler/products.h"

#include "compiler/c_tables.h"
#include "compiler/lookup_tables.h"
#include "compiler/memory.h"
#include "compiler/outputs.h"
#include "compiler/search_tables.h"
#include "compiler/status.h"
#include "guide/suggest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char tables_name[] = "guide-data.c";
static const char everything[] = "all";

/* As a reader shows the guide where its output is no terminal. */
static const struct render_options usual = {.width = 80};

/* Renders a selection into a file. */
static int write_rendering(struct outputs *outputs, const struct guide *guide,
                           const struct selection *selection, const struct format *format,
                           const char *name)
{
    struct render render = {&outputs->out, guide, selection, &usual};
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

/* Writes a page and its further names. */
static int write_page_files(struct outputs *outputs, const struct guide *guide,
                            const struct guide_page *page)
{
    int error = write_page(outputs, guide, page);

    for (uint32_t i = 0; error == 0 && i < page->also.count; i++)
        error = write_also(outputs, guide, page, i);
    return error;
}

static int write_manual(struct outputs *outputs, const struct guide *guide)
{
    static const struct facets book = {0};
    struct selection selection;
    char *name = manual_name(guide);
    int error;

    if (!select_sections(guide, &book, &selection))
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
    lookup_tables_make(draft);
    c_tables_put(&outputs->out, draft);
    return outputs_close(outputs);
}

int products_write(struct draft *draft, const char *directory)
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

/* --- Names --- */

/* Gives USE the name of each file that products_write writes. */
static void each_name(const struct guide *guide, void (*use)(struct output *, const char *name),
                      struct output *out)
{
    char *name = manual_name(guide);

    use(out, name);
    free(name);
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];

        name = page_name(guide, page);
        use(out, name);
        free(name);
        for (uint32_t j = 0; j < page->also.count; j++) {
            name = also_name(guide, page, j);
            use(out, name);
            free(name);
        }
    }
    use(out, tables_name);
}

static int print_to_end(struct output *out)
{
    return output_flush(out) ? STATUS_DONE : status_fail("standard output", out->error);
}

static void put_line(struct output *out, const char *name)
{
    output_string(out, name);
    output_char(out, '\n');
}

int products_list(const struct guide *guide)
{
    char buffer[1 << 12];
    struct output out;

    output_to_descriptor(&out, STDOUT_FILENO, buffer, sizeof buffer);
    each_name(guide, put_line, &out);
    return print_to_end(&out);
}

/* --- Rules for make --- */

/* Puts a file's name as make reads it. Backslashes count before a blank or # only, where each is
 * doubled. */
static void put_for_make(struct output *out, const char *path)
{
    size_t backslashes = 0;

    for (; *path != '\0'; path++) {
        if (*path == ' ' || *path == '\t' || *path == '#') {
            while (backslashes-- > 0)
                output_char(out, '\\');
            output_char(out, '\\');
        } else if (*path == '$') {
            output_char(out, '$');
        }
        backslashes = *path == '\\' ? backslashes + 1 : 0;
        output_char(out, *path);
    }
}

/* Output for rules, with the folder of their targets; struct output first. */
struct rules {
    struct output out;
    const char *directory; /* or NULL */
    bool begun;            /* a target was put */
};

static void put_target(struct output *out, const char *name)
{
    struct rules *rules = (struct rules *)out;

    output_string(out, rules->begun ? " \\\n " : "");
    rules->begun = true;
    if (rules->directory != NULL) {
        put_for_make(out, rules->directory);
        output_char(out, '/');
    }
    put_for_make(out, name);
}

static void put_source(struct output *out, const struct input *input)
{
    if (input->bytes != NULL) {
        output_string(out, " \\\n ");
        put_for_make(out, input->name);
    }
}

/* Puts a rule without a recipe: make takes a file that is gone for one that changed. */
static void put_empty_rule(struct output *out, const struct input *input)
{
    if (input->bytes != NULL) {
        output_char(out, '\n');
        put_for_make(out, input->name);
        output_string(out, ":\n");
    }
}

/* Gives PUT all files of the source, of which the manual of the reader is none. */
static void each_source(const struct draft *draft, struct output *out,
                        void (*put)(struct output *, const struct input *))
{
    put(out, &draft->guide_input);
    put(out, &draft->bibliography_input);
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        if (i != draft->manual)
            put(out, &draft->section_inputs[i].file);
}

int products_print_rules(struct draft *draft, const char *source, const char *directory)
{
    struct rules rules = {.directory = directory};
    char buffer[1 << 12];

    output_to_descriptor(&rules.out, STDOUT_FILENO, buffer, sizeof buffer);
    each_name(draft_guide(draft), put_target, &rules.out);
    output_string(&rules.out, ": \\\n ");
    put_for_make(&rules.out, source);
    each_source(draft, &rules.out, put_source);
    output_char(&rules.out, '\n');
    each_source(draft, &rules.out, put_empty_rule);
    return print_to_end(&rules.out);
}

/* --- A section on standard output --- */

static int refuse_id(const struct guide *guide, const char *id)
{
    struct suggestion suggestion;

    suggest_begin(&suggestion, id);
    for (uint32_t i = 0; i < guide->section_count; i++)
        suggest_offer(&suggestion, guide_text(guide, guide->sections[i].id));
    suggest_offer(&suggestion, everything);
    if (suggestion.best != NULL)
        return status_refuse("unknown section '%s'; did you mean '%s'?", id, suggestion.best);
    return status_refuse("unknown section '%s'; it is not among the 'parts' of guide.yaml", id);
}

int products_print(struct draft *draft, const char *id, const struct format *format)
{
    const struct guide *guide = draft_guide(draft);
    bool all = strcmp(id, everything) == 0;
    uint32_t section = all ? 0 : names_find(&draft->section_names, id);
    struct facets facets = {.sections = &section, .section_count = all ? 0 : 1};
    struct selection selection;
    char buffer[1 << 13];
    struct output out;
    struct render render = {&out, guide, &selection, &usual};

    if (section == NAMES_NONE)
        return refuse_id(guide, id);
    if (!select_sections(guide, &facets, &selection))
        memory_exhausted();
    output_to_descriptor(&out, STDOUT_FILENO, buffer, sizeof buffer);
    format->render(&render);
    select_free(&selection);
    return print_to_end(&out);
}
