/* SPDX-License-Identifier: MIT */
/* options.c: the command line of guidec, and what --help and --version print. */
#include "compiler/options.h"

#include "base/command_line.h"
#include "compiler/memory.h"
#include "compiler/status.h"
#include "guide/suggest.h"
#include "version.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Options that are no action, by their letters. */
enum { NONE = 0, OUTPUT = 'o', FORMAT = 'T', DEFINE = 'D', COUNT = 'W', HIDE = 'w', ACTION = 'A' };

/* What each option is: all that parsing and --help know of it. */
static const struct row {
    struct command_option name; /* none: a title of --help */
    char option;
    enum action action;   /* of ACTION */
    const char *argument; /* its name in --help; NULL: the option takes none */
    const char *help;
} rows[] = {
    {.help = "What to do:"},
    {{'o', "output"}, OUTPUT, 0, "DIR", "write manual, man pages and tables into DIR"},
    {{'\0', "site"}, ACTION, ACTION_SITE, "DIR", "write the guide as a web site into DIR"},
    {{'n', "check"}, ACTION, ACTION_CHECK, NULL, "only look for errors"},
    {{'p', "print"}, ACTION, ACTION_PRINT, "ID", "print the section ID or, with 'all', the guide"},
    {{'\0', "list"}, ACTION, ACTION_LIST, NULL, "name the files that -o writes"},
    {{'M', "rules"}, ACTION, ACTION_RULES, NULL, "print what they depend on, for make"},
    {{'\0', "compare"},
     ACTION,
     ACTION_COMPARE,
     "ORIGINAL",
     "say what the guide lacks beside ORIGINAL"},
    {{'\0', "new"}, ACTION, ACTION_NEW, "DIR", "begin a guide called NAME, as a package in DIR"},
    {{'\0', "reader"}, ACTION, ACTION_READER, "DIR", "write the reader in C into DIR"},
    {.help = "How:"},
    {{'T', "format"}, FORMAT, 0, "FORMAT", "print in one of the formats named below"},
    {{'D', "define"}, DEFINE, 0, "NAME=VALUE", "change a variable of the guide; may be repeated"},
    {{'W', "warnings-as-errors"}, COUNT, 0, NULL, "count warnings as errors"},
    {{'w', "no-warnings"}, HIDE, 0, NULL, "do not show warnings"},
    {.help = "About the program:"},
    {{'h', "help"}, ACTION, ACTION_HELP, NULL, "print this help"},
    {{'V', "version"}, ACTION, ACTION_VERSION, NULL, "print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

static bool takes_argument(const struct command_option *option)
{
    return ((const struct row *)option)->argument != NULL;
}

static const struct command_table table = {rows, ROWS, sizeof *rows, takes_argument};

/* What parsing keeps beside the options themselves. */
struct parser {
    struct options *options;
    const struct row *action; /* the row that asked for one, or NULL */
};

/* Whether an action looks at no guide, and its argument is the folder to write into. */
static bool writes_kit(enum action action)
{
    return action == ACTION_NEW || action == ACTION_READER;
}

static int set_action(struct parser *parser, const struct row *row, const char *argument)
{
    if (parser->action != NULL && parser->action != row && row->action < ACTION_HELP)
        return status_usage("'--%s' does not go with '--%s'", row->name.name,
                            parser->action->name.name);
    parser->action = row;
    parser->options->action = row->action;
    if (row->action == ACTION_PRINT)
        parser->options->section = argument;
    if (row->action == ACTION_COMPARE)
        parser->options->original = argument;
    if (writes_kit(row->action))
        parser->options->kit = argument;
    if (row->action == ACTION_SITE)
        parser->options->site = argument;
    return STATUS_DONE;
}

static int set_format(struct options *options, const char *name)
{
    struct suggestion suggestion;

    options->format = render_find(name);
    if (options->format != NULL)
        return STATUS_DONE;
    suggest_begin(&suggestion, name);
    for (const struct format *format = render_formats; format->name != NULL; format++)
        suggest_offer(&suggestion, format->name);
    if (suggestion.best != NULL)
        return status_usage("there is no format '%s'; did you mean '%s'?", name, suggestion.best);
    return status_usage("there is no format '%s'", name);
}

static int obey(struct parser *parser, const struct row *row, const char *argument)
{
    switch (row->option) {
    case OUTPUT:
        if (*argument == '\0')
            return status_usage("'--output' needs the name of a folder");
        parser->options->output = argument;
        return STATUS_DONE;
    case FORMAT:
        return set_format(parser->options, argument);
    case DEFINE:
        return definitions_add(&parser->options->definitions, argument);
    case COUNT:
        parser->options->warnings = WARNINGS_COUNTED;
        return STATUS_DONE;
    case HIDE:
        parser->options->warnings = WARNINGS_SILENT;
        return STATUS_DONE;
    default:
        return set_action(parser, row, argument);
    }
}

/* OPTION is as written, but for the dashes. */
static int refuse_name(const char *option)
{
    struct suggestion suggestion;
    char *name = memory_copy(option, strcspn(option, "="));
    int status;

    suggest_begin(&suggestion, name);
    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (*row->name.name != '\0')
            suggest_offer(&suggestion, row->name.name);
    if (suggestion.best != NULL)
        status = status_usage("unknown option '--%s'; did you mean '--%s'?", name, suggestion.best);
    else
        status = status_usage("unknown or ambiguous option '--%s'", name);
    free(name);
    return status;
}

/* How many words go with an action. */
static size_t most_words(enum action action)
{
    switch (action) {
    case ACTION_WRITE:
    case ACTION_CHECK:
    case ACTION_LIST:
    case ACTION_RULES:
        return SIZE_MAX;
    case ACTION_READER:
        return 0;
    default:
        return 1;
    }
}

/* Looks at what the options are together, and fills in what was left out. */
static int check_together(struct parser *parser)
{
    struct options *options = parser->options;
    bool prints = options->action == ACTION_PRINT;

    if (parser->action == NULL && options->output == NULL)
        return status_usage("nothing to do; '-o DIR' writes, '-n' checks");
    if (options->action == ACTION_NEW && options->source_count == 0)
        return status_usage("'--new' needs the name of the guide, as in '--new DIR NAME'");
    if (options->source_count > most_words(options->action))
        return status_usage("'%s' is one word too many for '--%s'",
                            options->sources[most_words(options->action)],
                            parser->action->name.name);
    if (options->output != NULL && (prints || options->action == ACTION_COMPARE ||
                                    options->action == ACTION_SITE || writes_kit(options->action)))
        return status_usage("'--output' does not go with '--%s'", parser->action->name.name);
    if (options->format != NULL && !prints)
        return status_usage("'--format' goes with '--print' alone");
    if (options->format == NULL)
        options->format = render_formats;
    if (options->source_count == 0)
        options->sources[options->source_count++] = ".";
    return STATUS_DONE;
}

static int take_part(struct parser *parser, const struct command_line *line, enum command_part part)
{
    switch (part) {
    case COMMAND_WORD:
        parser->options->sources[parser->options->source_count++] = line->text;
        return STATUS_DONE;
    case COMMAND_UNKNOWN_NAME:
        return refuse_name(line->text + 2);
    case COMMAND_UNKNOWN_LETTER:
        return status_usage("unknown option '-%c'", *line->text);
    case COMMAND_NEEDS_ARGUMENT:
        return status_usage("option '--%s' requires an argument", line->option->name);
    case COMMAND_TAKES_NO_ARGUMENT:
        return status_usage("option '--%s' takes no argument", line->option->name);
    default:
        return obey(parser, (const struct row *)line->option, line->text);
    }
}

int options_parse(int argc, char **argv, struct options *options)
{
    struct parser parser = {.options = options};
    struct command_line line;
    enum command_part part;

    *options = (struct options){.action = ACTION_WRITE};
    options->sources = memory_zeroed((size_t)argc + 1, sizeof *options->sources);
    command_line_begin(&line, &table, argc, argv);
    while ((part = command_line_next(&line)) != COMMAND_END) {
        int status = take_part(&parser, &line, part);

        if (status != STATUS_DONE || options->action >= ACTION_HELP)
            return status;
    }
    return check_together(&parser);
}

void options_free(struct options *options)
{
    definitions_free(&options->definitions);
    free(options->sources);
}

/* Column at which --help says what an option is for. */
enum { HELP_COLUMN = 29 };

static void print_row(const struct row *row)
{
    int column;

    if (*row->name.name == '\0') {
        printf("\n%s\n", row->help);
        return;
    }
    column = row->name.letter != '\0' ? printf("  -%c, ", row->name.letter) : printf("      ");
    column += printf("--%s%s%s", row->name.name, row->argument != NULL ? "=" : "",
                     row->argument != NULL ? row->argument : "");
    printf("%*s%s\n", HELP_COLUMN - column, "", row->help);
}

void options_print_help(void)
{
    fputs("Usage: guidec OPTION... [SOURCEDIR [TRANSLATION]...]\n"
          "Make man pages, an Info manual and the tables of a reader of the guide in\n"
          "SOURCEDIR or, if that is left out, in the current folder, and of its\n"
          "translations.\n",
          stdout);
    for (const struct row *row = rows; row < rows + ROWS; row++)
        print_row(row);
    fputs("\nFORMAT:", stdout);
    for (const struct format *format = render_formats; format->name != NULL; format++)
        printf(" %s", format->name);
    fputs("\n\nExamples:\n"
          "  guidec -o out guide\n"
          "      write all outputs of the guide in the folder 'guide' into 'out'\n"
          "  guidec -p water -T man guide | man -l -\n"
          "      see what its section 'water' looks like as a man page\n\n"
          "Exit status: 0 done, 1 errors in the source, 2 wrong usage, 3 a file could not\n"
          "be read or written.\n\n"
          "Manual: info guidec, man guidec\n",
          stdout);
    if (*PACKAGE_BUGREPORT != '\0')
        puts("To report a fault: " PACKAGE_BUGREPORT);
    if (*PACKAGE_URL != '\0')
        puts("Home page: " PACKAGE_URL);
}

void options_print_version(void)
{
    fputs("guidec (" PACKAGE_NAME ") " PACKAGE_VERSION "\n"
          "Copyright (C) 2026 the " PACKAGE_NAME " authors\n"
          "License MIT: <https://opensource.org/license/mit>\n"
          "This is free software: you are free to change and redistribute it.\n"
          "There is NO WARRANTY, to the extent permitted by law.\n",
          stdout);
}
