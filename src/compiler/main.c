/* SPDX-License-Identifier: MIT */
/* main.c: guidec, the compiler of guides. */
#include "compiler/compare.h"
#include "compiler/compile.h"
#include "compiler/options.h"
#include "compiler/products.h"
#include "compiler/status.h"

#include <errno.h>
#include <stdio.h>

/* Does what was asked for with a guide in which there are no errors. */
static int make(struct draft *draft, const struct options *options)
{
    switch (options->action) {
    case ACTION_WRITE:
        return products_write(draft, options->output);
    case ACTION_PRINT:
        return products_print(draft, options->section, options->format);
    case ACTION_LIST:
        return products_list(draft_guide(draft));
    case ACTION_RULES:
        return products_print_rules(draft, options->source, options->output);
    default:
        return STATUS_DONE;
    }
}

static int compile(struct draft *draft, const struct options *options, const char *folder)
{
    draft->definitions = options->definitions;
    draft->keeps_lines = options->action == ACTION_COMPARE;
    return compile_guide(draft, folder);
}

/* Compiles the guide with which that of DRAFT is compared. */
static int compare(struct draft *draft, const struct options *options)
{
    struct draft original;
    int status;

    draft_init(&original, draft->diagnostics);
    status = compile(&original, options, options->original);
    if (status == STATUS_DONE && draft->diagnostics->count == 0)
        compare_guides(&original, draft);
    draft_free(&original);
    return status;
}

static int run(const struct options *options)
{
    struct diagnostics diagnostics = {0};
    struct draft draft;
    int status;

    draft_init(&draft, &diagnostics);
    status = compile(&draft, options, options->source);
    if (status == STATUS_DONE && options->action == ACTION_COMPARE)
        status = compare(&draft, options);
    if (status != STATUS_USAGE && diagnostics_report(&diagnostics, options->warnings, stderr) &&
        status == STATUS_DONE)
        status = STATUS_ERRORS;
    if (status == STATUS_DONE)
        status = make(&draft, options);
    draft_free(&draft);
    diagnostics_free(&diagnostics);
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
    else if (status == STATUS_DONE)
        status = run(&options);
    options_free(&options);
    return status;
}
