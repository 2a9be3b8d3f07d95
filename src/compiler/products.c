/* SPDX-License-Identifier: MIT */
/* products.c: what guidec makes of a guide: files, their names, and a section on standard output.
 */
#include "compiler/products.h"

#include "compiler/c_tables.h"
#include "compiler/embedded.h"
#include "compiler/language.h"
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

/* Completion of the reader, by the names under which shells look for it. */
static const struct completion {
    const char *before, *after; /* the reader's name */
    const char *embedded;
} completions[] = {
    {"", ".bash", "reader.bash"},
    {"_", "", "reader.zsh"},
    {"", ".fish", "reader.fish"},
};

enum { COMPLETIONS = sizeof completions / sizeof *completions };

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

/* What is made of a guide or of a translation. */
struct product {
    const struct guide *guide;
    char folder[LANGUAGE_TAG_BYTES + sizeof "/"]; /* of its man pages, with a slash; may be empty */
};

static struct product product_of(struct draft *draft)
{
    struct product product = {draft_guide(draft), ""};

    if (draft->is_translation) {
        language_folder(guide_text(product.guide, product.guide->language), product.folder);
        strcat(product.folder, "/");
    }
    return product;
}

/* The file of a page, or of a further name of it. */
static char *page_name(const struct product *product, const struct guide_page *page, uint32_t name)
{
    const struct guide *guide = product->guide;
    char *file = file_name(guide_text(guide, name), guide_text(guide, page->manual_section));
    size_t size = strlen(product->folder) + strlen(file) + 1;
    char *path = memory_resize(NULL, size, 1);

    snprintf(path, size, "%s%s", product->folder, file);
    free(file);
    return path;
}

/* A further name of a page: the Nth. */
static uint32_t further_name(const struct guide *guide, const struct guide_page *page, uint32_t n)
{
    return guide->numbers[page->also.first + n];
}

static int write_page(struct outputs *outputs, const struct product *product,
                      const struct guide_page *page)
{
    struct selection selection;
    char *name = page_name(product, page, page->name);
    int error;

    if (!select_page(product->guide, page, &selection))
        memory_exhausted();
    error = write_rendering(outputs, product->guide, &selection, render_find("man"), name);
    select_free(&selection);
    free(name);
    return error;
}

/* Writes the file of a further name of a page, which leads man to the page; it does so from the
 * folder of the language, too. */
static int write_further(struct outputs *outputs, const struct product *product,
                         const struct guide_page *page, uint32_t n)
{
    const struct guide *guide = product->guide;
    char *name = page_name(product, page, further_name(guide, page, n));
    int error = outputs_open(outputs, name);

    if (error == 0) {
        output_string(&outputs->out, ".so man");
        output_char(&outputs->out, *guide_text(guide, page->manual_section));
        output_char(&outputs->out, '/');
        output_string(&outputs->out, guide_text(guide, page->name));
        output_char(&outputs->out, '.');
        output_string(&outputs->out, guide_text(guide, page->manual_section));
        output_char(&outputs->out, '\n');
        error = outputs_close(outputs);
    }
    free(name);
    return error;
}

/* Writes a page and its further names. */
static int write_page_files(struct outputs *outputs, const struct product *product,
                            const struct guide_page *page)
{
    int error = write_page(outputs, product, page);

    for (uint32_t i = 0; error == 0 && i < page->also.count; i++)
        error = write_further(outputs, product, page, i);
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

static int write_tables(struct outputs *outputs, struct draft *drafts, size_t count)
{
    int error = outputs_open(outputs, tables_name);

    if (error != 0)
        return error;
    for (size_t i = 0; i < count; i++) {
        search_tables_make(&drafts[i]);
        lookup_tables_make(&drafts[i]);
    }
    c_tables_put(&outputs->out, drafts, count);
    return outputs_close(outputs);
}

static char *completion_name(const struct guide *guide, const struct completion *completion)
{
    const char *reader = guide_text(guide, guide->reader);
    size_t size =
        strlen(completion->before) + strlen(reader) + strlen(completion->after) + sizeof "";
    char *name = memory_resize(NULL, size, 1);

    snprintf(name, size, "%s%s%s", completion->before, reader, completion->after);
    return name;
}

static int write_completion(struct outputs *outputs, const struct guide *guide,
                            const struct completion *completion)
{
    const struct embedded_word words[] = {{"reader", guide_text(guide, guide->reader)}, {0}};
    char *name = completion_name(guide, completion);
    int error = outputs_open(outputs, name);

    free(name);
    if (error != 0)
        return error;
    embedded_put(&outputs->out, embedded_find(completion->embedded), words);
    return outputs_close(outputs);
}

/* Writes the manual and the pages of a guide. */
static int write_product(struct outputs *outputs, const struct product *product)
{
    const struct guide *guide = product->guide;
    int error = write_manual(outputs, guide);

    for (uint32_t i = 0; error == 0 && i < guide->page_count; i++)
        error = write_page_files(outputs, product, &guide->pages[i]);
    return error;
}

int products_write(struct draft *drafts, size_t count, const char *directory)
{
    struct outputs outputs;
    int error = outputs_begin(&outputs, directory);

    for (size_t i = 0; error == 0 && i < count; i++) {
        struct product product = product_of(&drafts[i]);

        error = write_product(&outputs, &product);
    }
    for (size_t i = 0; error == 0 && i < COMPLETIONS; i++)
        error = write_completion(&outputs, draft_guide(drafts), &completions[i]);
    if (error == 0)
        error = write_tables(&outputs, drafts, count);
    return outputs_end(&outputs, error);
}

/* --- Names --- */

typedef void use_name(struct output *, const char *name);

static void use_and_free(use_name *use, struct output *out, char *name)
{
    use(out, name);
    free(name);
}

/* Gives USE the names of the manual and the pages of a guide. */
static void each_name_of(const struct product *product, use_name *use, struct output *out)
{
    const struct guide *guide = product->guide;

    use_and_free(use, out, manual_name(guide));
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];

        use_and_free(use, out, page_name(product, page, page->name));
        for (uint32_t j = 0; j < page->also.count; j++)
            use_and_free(use, out, page_name(product, page, further_name(guide, page, j)));
    }
}

/* Gives USE the name of each file that products_write writes. */
static void each_name(struct draft *drafts, size_t count, use_name *use, struct output *out)
{
    for (size_t i = 0; i < count; i++) {
        struct product product = product_of(&drafts[i]);

        each_name_of(&product, use, out);
    }
    for (size_t i = 0; i < COMPLETIONS; i++)
        use_and_free(use, out, completion_name(draft_guide(drafts), &completions[i]));
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

int products_list(struct draft *drafts, size_t count)
{
    char buffer[1 << 12];
    struct output out;

    output_to_descriptor(&out, STDOUT_FILENO, buffer, sizeof buffer);
    each_name(drafts, count, put_line, &out);
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

int products_print_rules(struct draft *drafts, size_t count, const char *const *sources,
                         const char *directory)
{
    struct rules rules = {.directory = directory};
    char buffer[1 << 12];

    output_to_descriptor(&rules.out, STDOUT_FILENO, buffer, sizeof buffer);
    each_name(drafts, count, put_target, &rules.out);
    output_string(&rules.out, ":");
    for (size_t i = 0; i < count; i++) {
        output_string(&rules.out, " \\\n ");
        put_for_make(&rules.out, sources[i]);
        each_source(&drafts[i], &rules.out, put_source);
    }
    output_char(&rules.out, '\n');
    for (size_t i = 0; i < count; i++)
        each_source(&drafts[i], &rules.out, put_empty_rule);
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
