/* options.c: the command line of guidec, and what --help and --version print. */
#include "compiler/options.h"

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
    char option;
    enum action action;   /* of ACTION */
    char letter;          /* or NUL */
    const char *name;     /* without the dashes; NULL: a title of --help */
    const char *argument; /* its name in --help; NULL: the option takes none */
    const char *help;
} rows[] = {
    {NONE, 0, '\0', NULL, NULL, "What to do:"},
    {OUTPUT, 0, 'o', "output", "DIR", "write manual, man pages and tables into DIR"},
    {ACTION, ACTION_CHECK, 'n', "check", NULL, "only look for errors"},
    {ACTION, ACTION_PRINT, 'p', "print", "ID", "print the section ID or, with 'all', the guide"},
    {ACTION, ACTION_LIST, '\0', "list", NULL, "name the files that -o writes"},
    {ACTION, ACTION_RULES, 'M', "rules", NULL, "print what they depend on, for make"},
    {ACTION, ACTION_COMPARE, '\0', "compare", "ORIGINAL",
     "say what the guide lacks beside ORIGINAL"},
    {NONE, 0, '\0', NULL, NULL, "How:"},
    {FORMAT, 0, 'T', "format", "FORMAT", "print in one of the formats named below"},
    {DEFINE, 0, 'D', "define", "NAME=VALUE", "change a variable of the guide; may be repeated"},
    {COUNT, 0, 'W', "warnings-as-errors", NULL, "count warnings as errors"},
    {HIDE, 0, 'w', "no-warnings", NULL, "do not show warnings"},
    {NONE, 0, '\0', NULL, NULL, "About the program:"},
    {ACTION, ACTION_HELP, 'h', "help", NULL, "print this help"},
    {ACTION, ACTION_VERSION, 'V', "version", NULL, "print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* What parsing keeps beside the options themselves. */
struct parser {
    struct options *options;
    const struct row *action; /* the row that asked for one, or NULL */
};

/* The option with that letter, or NULL. */
static const struct row *find_letter(char letter)
{
    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (row->letter == letter && letter != '\0')
            return row;
    return NULL;
}

/* The option whose name is, or alone begins with, the LENGTH bytes at NAME; or NULL. */
static const struct row *find_name(const char *name, size_t length)
{
    const struct row *found = NULL;
    unsigned count = 0;

    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (row->name != NULL && strncmp(row->name, name, length) == 0) {
            if (row->name[length] == '\0')
                return row;
            found = row;
            count++;
        }
    return count == 1 ? found : NULL;
}

static int set_action(struct parser *parser, const struct row *row, const char *argument)
{
    if (parser->action != NULL && parser->action != row && row->action < ACTION_HELP)
        return status_usage("'--%s' does not go with '--%s'", row->name, parser->action->name);
    parser->action = row;
    parser->options->action = row->action;
    if (row->action == ACTION_PRINT)
        parser->options->section = argument;
    if (row->action == ACTION_COMPARE)
        parser->options->original = argument;
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

/* Takes an option with its argument, which is VALUE or, if that is NULL, the next of ARGV. */
static int take(struct parser *parser, const struct row *row, const char *value, char ***argv)
{
    if (row->argument != NULL && value == NULL && (value = *++*argv) == NULL)
        return status_usage("option '--%s' requires an argument", row->name);
    if (row->argument == NULL && value != NULL)
        return status_usage("option '--%s' takes no argument", row->name);
    return obey(parser, row, value);
}

static int refuse_name(const char *option, size_t length)
{
    struct suggestion suggestion;
    char *name = memory_copy(option, length);
    int status;

    suggest_begin(&suggestion, name);
    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (row->name != NULL)
            suggest_offer(&suggestion, row->name);
    if (suggestion.best != NULL)
        status = status_usage("unknown option '--%s'; did you mean '--%s'?", name, suggestion.best);
    else
        status = status_usage("unknown or ambiguous option '--%s'", name);
    free(name);
    return status;
}

static int take_long(struct parser *parser, char ***argv)
{
    const char *name = **argv + 2, *equals = strchr(name, '=');
    const size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
    const struct row *row = find_name(name, length);

    if (row == NULL)
        return refuse_name(name, length);
    return take(parser, row, equals != NULL ? equals + 1 : NULL, argv);
}

/* Takes letters of options that are written together; what follows one that takes an argument is
 * this. */
static int take_letters(struct parser *parser, char ***argv)
{
    int status = STATUS_DONE;

    for (const char *letter = **argv + 1; *letter != '\0' && status == STATUS_DONE; letter++) {
        const struct row *row = find_letter(*letter);

        if (row == NULL)
            return status_usage("unknown option '-%c'", *letter);
        if (row->argument != NULL)
            return take(parser, row, letter[1] != '\0' ? letter + 1 : NULL, argv);
        status = obey(parser, row, NULL);
    }
    return status;
}

static int take_source(struct options *options, const char *folder)
{
    if (options->source != NULL)
        return status_usage("'%s' is one folder too many; a guide is in one", folder);
    options->source = folder;
    return STATUS_DONE;
}

/* Looks at what the options are together, and fills in what was left out. */
static int check_together(struct parser *parser)
{
    struct options *options = parser->options;
    bool prints = options->action == ACTION_PRINT;

    if (parser->action == NULL && options->output == NULL)
        return status_usage("nothing to do; '-o DIR' writes, '-n' checks");
    if (options->output != NULL && (prints || options->action == ACTION_COMPARE))
        return status_usage("'--output' does not go with '--%s'", parser->action->name);
    if (options->format != NULL && !prints)
        return status_usage("'--format' goes with '--print' alone");
    if (options->format == NULL)
        options->format = render_formats;
    if (options->source == NULL)
        options->source = ".";
    return STATUS_DONE;
}

int options_parse(int argc, char **argv, struct options *options)
{
    struct parser parser = {.options = options};
    bool only_words = false;
    int status = STATUS_DONE;

    *options = (struct options){.action = ACTION_WRITE};
    for (argv += argc > 0; *argv != NULL && status == STATUS_DONE; argv++) {
        if (only_words || (*argv)[0] != '-' || (*argv)[1] == '\0')
            status = take_source(options, *argv);
        else if ((*argv)[1] != '-')
            status = take_letters(&parser, &argv);
        else if ((*argv)[2] != '\0')
            status = take_long(&parser, &argv);
        else
            only_words = true;
        if (status != STATUS_DONE || options->action >= ACTION_HELP)
            return status;
    }
    return check_together(&parser);
}

void options_free(struct options *options)
{
    definitions_free(&options->definitions);
}

/* Column at which --help says what an option is for. */
enum { HELP_COLUMN = 29 };

static void print_row(const struct row *row)
{
    int column;

    if (row->name == NULL) {
        printf("\n%s\n", row->help);
        return;
    }
    column = row->letter != '\0' ? printf("  -%c, ", row->letter) : printf("      ");
    column += printf("--%s%s%s", row->name, row->argument != NULL ? "=" : "",
                     row->argument != NULL ? row->argument : "");
    printf("%*s%s\n", HELP_COLUMN - column, "", row->help);
}

void options_print_help(void)
{
    fputs("Usage: guidec OPTION... [SOURCEDIR]\n"
          "Make man pages, an Info manual and the tables of a reader of the guide in\n"
          "SOURCEDIR or, if that is left out, in the current folder.\n",
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
