/* SPDX-License-Identifier: MIT */
/* main.c: guidec, the compiler of guides. */
#include "compiler/compare.h"
#include "compiler/compile.h"
#include "compiler/kit.h"
#include "compiler/memory.h"
#include "compiler/options.h"
#include "compiler/products.h"
#include "compiler/site.h"
#include "compiler/status.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* A guide and its translations or, of ACTION_COMPARE, a copy and its original. */
struct guides {
    struct draft *list;
    size_t count;
    struct diagnostics diagnostics; /* of all of them */
};

/* Does what was asked for with guides in which there are no errors. */
static int make(const struct guides *guides, const struct options *options)
{
    switch (options->action) {
    case ACTION_WRITE:
        return products_write(guides->list, guides->count, options->output);
    case ACTION_SITE:
        return site_write(guides->list, options->site);
    case ACTION_PRINT:
        return products_print(guides->list, options->section, options->format);
    case ACTION_LIST:
        return products_list(guides->list, guides->count);
    case ACTION_RULES:
        return products_print_rules(guides->list, guides->count, options->sources, options->output);
    default:
        return STATUS_DONE;
    }
}

static int compile(struct guides *guides, const struct options *options, const char *folder)
{
    struct draft *draft = &guides->list[guides->count++];

    draft_init(draft, &guides->diagnostics);
    draft->definitions = options->definitions;
    draft->keeps_lines = options->action == ACTION_COMPARE || options->source_count > 1;
    draft->is_translation = guides->count > 1 && options->action != ACTION_COMPARE;
    return compile_guide(draft, folder);
}

/* Compares what is translated with the first guide, or a copy with the original, which comes last:
 * so what is said of the copy comes first. */
static void compare_all(struct guides *guides, const struct options *options)
{
    if (options->action == ACTION_COMPARE) {
        compare_guides(&guides->list[1], &guides->list[0]);
        return;
    }
    compare_languages(guides->list, guides->count);
    for (size_t i = 1; guides->diagnostics.count == 0 && i < guides->count; i++)
        compare_guides(&guides->list[0], &guides->list[i]);
}

static int compile_all(struct guides *guides, const struct options *options)
{
    int status = STATUS_DONE;

    for (size_t i = 0; status == STATUS_DONE && i < options->source_count; i++)
        status = compile(guides, options, options->sources[i]);
    if (status == STATUS_DONE && options->action == ACTION_COMPARE)
        status = compile(guides, options, options->original);
    if (status == STATUS_DONE && guides->diagnostics.count == 0)
        compare_all(guides, options);
    return status;
}

static int run(const struct options *options)
{
    struct guides guides = {0};
    int status;

    guides.list = memory_zeroed(options->source_count + 1, sizeof *guides.list);
    status = compile_all(&guides, options);
    if (status != STATUS_USAGE &&
        diagnostics_report(&guides.diagnostics, options->warnings, stderr) && status == STATUS_DONE)
        status = STATUS_ERRORS;
    if (status == STATUS_DONE)
        status = make(&guides, options);
    for (size_t i = 0; i < guides.count; i++)
        draft_free(&guides.list[i]);
    free(guides.list);
    diagnostics_free(&guides.diagnostics);
    return status;
}

/* Prints what guidec says about itself. */
static int print(void (*put)(void))
{
    put();
    if (fflush(stdout) == 0 && !ferror(stdout))
        return STATUS_DONE;
    return status_fail("standard output", errno);
}

int main(int argc, char **argv)
{
    struct options options;
    int status = options_parse(argc, argv, &options);

    if (status == STATUS_DONE && options.action == ACTION_HELP)
        status = print(options_print_help);
    else if (status == STATUS_DONE && options.action == ACTION_VERSION)
        status = print(options_print_version);
    else if (status == STATUS_DONE && options.action == ACTION_NEW)
        status = kit_write_new(options.kit, options.sources[0]);
    else if (status == STATUS_DONE && options.action == ACTION_READER)
        status = kit_write_reader(options.kit);
    else if (status == STATUS_DONE)
        status = run(&options);
    options_free(&options);
    return status;
}
