/* SPDX-License-Identifier: MIT */
/* options.c: the command line, and what --help and --version print. */
#include "base/command_line.h"
#include "base/number.h"
#include "format/wrap.h"
#include "guide/data.h"
#include "reader/reader.h"
#include "version.h"

#include <errno.h>
#include <limits.h>
#include <stddef.h>

/* Options, by their letters or, where they have none, by numbers that are no character. */
enum {
    NONE, /* a title of --help */
    ROLE = 'r',
    TOPIC = 't',
    SEARCH = 's',
    NEXT = 'n',
    PREV = 'p',
    FORMAT = 'T',
    WIDTH = 'w',
    NO_LETTER = UCHAR_MAX + 1,
    SEED,
    LANGUAGE, /* where there are several */
    COLOR,
    FLAG,   /* sets a member of the request */
    ACTION, /* asks for an action */
};

/* What each option is: all that parsing, --help and, by --help, completion know of it. */
static const struct row {
    struct command_option name; /* none: a title of --help */
    uint16_t option;
    uint8_t action;   /* of ACTION: an enum action */
    uint8_t flag;     /* of FLAG: offset of a bool in struct request */
    uint8_t argument; /* label: its name in --help; 0: the option takes none */
    uint8_t help;     /* label; 0: --help does not name the option */
} rows[] = {
    {.help = LABEL_OPTIONS_CHOOSE},
    {{'r', "role"}, ROLE, ACTION_PRINT, 0, LABEL_ARGUMENT_ROLE, LABEL_OPTION_ROLE},
    {{'t', "topic"}, TOPIC, ACTION_PRINT, 0, LABEL_ARGUMENT_TOPIC, LABEL_OPTION_TOPIC},
    {{'s', "search"}, SEARCH, ACTION_PRINT, 0, LABEL_ARGUMENT_TEXT, LABEL_OPTION_SEARCH},
    {{'n', "next"}, NEXT, ACTION_PRINT, 0, 0, LABEL_OPTION_NEXT},
    {{'p', "prev"}, PREV, ACTION_PRINT, 0, 0, LABEL_OPTION_PREV},
    {{'\0', "random"},
     FLAG,
     ACTION_PRINT,
     offsetof(struct request, random),
     0,
     LABEL_OPTION_RANDOM},
    {{'\0', "seed"}, SEED, ACTION_PRINT, 0, LABEL_ARGUMENT_TEXT, 0},
    {.help = LABEL_OPTIONS_ACT},
    {{'l', "list"}, ACTION, ACTION_LIST, 0, 0, LABEL_OPTION_LIST},
    {{'m', "man"}, ACTION, ACTION_MAN, 0, 0, LABEL_OPTION_MAN},
    {{'i', "info"}, ACTION, ACTION_INFO, 0, 0, LABEL_OPTION_INFO},
    {{'\0', "browse"}, ACTION, ACTION_BROWSE, 0, 0, LABEL_OPTION_BROWSE},
    {{'\0', "toc"}, ACTION, ACTION_TOC, 0, 0, LABEL_OPTION_TOC},
    {{'\0', "roles"}, ACTION, ACTION_ROLES, 0, 0, LABEL_OPTION_ROLES},
    {{'\0', "topics"}, ACTION, ACTION_TOPICS, 0, 0, LABEL_OPTION_TOPICS},
    {{'\0', "words"}, ACTION, ACTION_WORDS, 0, 0, LABEL_OPTION_WORDS},
    {.help = LABEL_OPTIONS_SHOW},
    {{'\0', "lang"}, LANGUAGE, ACTION_PRINT, 0, LABEL_ARGUMENT_LANGUAGE, LABEL_OPTION_LANGUAGE},
    {{'T', "format"}, FORMAT, ACTION_PRINT, 0, LABEL_ARGUMENT_FORMAT, LABEL_OPTION_FORMAT},
    {{'w', "width"}, WIDTH, ACTION_PRINT, 0, LABEL_ARGUMENT_COLUMNS, LABEL_OPTION_WIDTH},
    {{'\0', "color"}, COLOR, ACTION_PRINT, 0, LABEL_ARGUMENT_WHEN, LABEL_OPTION_COLOR},
    {{'\0', "plain"}, FLAG, ACTION_PRINT, offsetof(struct request, plain), 0, LABEL_OPTION_PLAIN},
    {{'\0', "no-pager"},
     FLAG,
     ACTION_PRINT,
     offsetof(struct request, no_pager),
     0,
     LABEL_OPTION_NO_PAGER},
    {.help = LABEL_OPTIONS_PROGRAM},
    {{'h', "help"}, ACTION, ACTION_HELP, 0, 0, LABEL_OPTION_HELP},
    {{'V', "version"}, ACTION, ACTION_VERSION, 0, 0, LABEL_OPTION_VERSION},
};

_Static_assert(LABELS <= UINT8_MAX, "a label fits into a row");
_Static_assert(sizeof(struct request) <= UINT8_MAX, "an offset in it fits into a flag");

enum { ROWS = sizeof rows / sizeof *rows };

/* The names of enum color. */
static const char colors[][7] = {"auto", "always", "never"};
enum { COLORS = sizeof colors / sizeof *colors };

static bool takes_argument(const struct command_option *option)
{
    return ((const struct row *)option)->argument != 0;
}

static const struct command_table table = {rows, ROWS, sizeof *rows, takes_argument};

static void add_word(struct request *request, const char *text, enum guide_name_kind kind)
{
    request->words[request->word_count++] = (struct guide_word){text, kind};
}

/* Finds the color of that name. Returns false if there is none. */
static bool find_color(const char *name, enum color *color)
{
    for (unsigned i = 0; i < COLORS; i++)
        if (strcmp(name, colors[i]) == 0) {
            *color = (enum color)i;
            return true;
        }
    return false;
}

static enum status set_action(struct request *request, const struct row *row)
{
    if (request->action != ACTION_PRINT && request->action != (enum action)row->action &&
        row->action < ACTION_HELP)
        return message(STATUS_USAGE, LABEL_NOT_TOGETHER, row->name.name);
    request->action = (enum action)row->action;
    return STATUS_FOUND;
}

static void put_formats(struct output *out)
{
    for (const struct format *format = render_formats; format->name != NULL; format++) {
        output_char(out, ' ');
        output_string(out, format->name);
    }
}

static void put_languages(struct output *out)
{
    for (uint32_t i = 0; i < guide_data_count; i++) {
        output_char(out, ' ');
        output_string(out, guide_text(&guide_data[i], guide_data[i].language));
    }
}

/* Says that there is no NAME, and by PUT what there is. */
static enum status say_none(enum guide_label label, const char *name, void (*put)(struct output *))
{
    struct output *out = message_begin();

    message_put(out, label, name);
    put(out);
    return message_end(out, STATUS_USAGE);
}

/* Does what an option asks for. */
static enum status obey(struct request *request, const struct row *row, const char *argument)
{
    switch (row->option) {
    case ROLE:
        add_word(request, argument, NAME_ROLE);
        break;
    case TOPIC:
        add_word(request, argument, NAME_TOPIC);
        break;
    case SEARCH:
        request->search = argument;
        break;
    case NEXT:
        request->step = 1;
        break;
    case PREV:
        request->step = -1;
        break;
    case SEED:
        request->random = request->has_seed = true;
        if (!number_parse(argument, &request->seed))
            return message(STATUS_USAGE, LABEL_BAD_SEED, argument);
        break;
    case FORMAT:
        request->format = render_find(argument);
        if (request->format == NULL)
            return say_none(LABEL_NO_FORMAT, argument, put_formats);
        break;
    case LANGUAGE:
        if (!language_choose(argument))
            return say_none(LABEL_NO_LANGUAGE, argument, put_languages);
        break;
    case WIDTH:
        if (!number_parse(argument, &request->width) || request->width == 0)
            return message(STATUS_USAGE, LABEL_BAD_WIDTH, argument);
        break;
    case COLOR:
        if (!find_color(argument, &request->color))
            return message(STATUS_USAGE, LABEL_BAD_COLOR, argument);
        break;
    case FLAG:
        *(bool *)((char *)request + row->flag) = true;
        break;
    case ACTION:
        return set_action(request, row);
    }
    return STATUS_FOUND;
}

static enum status take_part(struct request *request, const struct command_line *line,
                             enum command_part part)
{
    switch (part) {
    case COMMAND_WORD:
        add_word(request, line->text, NAME_ANY);
        return STATUS_FOUND;
    case COMMAND_UNKNOWN_NAME:
        return message(STATUS_USAGE, LABEL_NO_OPTION, line->text);
    case COMMAND_UNKNOWN_LETTER:
        return message(STATUS_USAGE, LABEL_NO_LETTER, (const char[]){*line->text, '\0'});
    case COMMAND_NEEDS_ARGUMENT:
        return message(STATUS_USAGE, LABEL_NEEDS_ARGUMENT, line->option->name);
    case COMMAND_TAKES_NO_ARGUMENT:
        return message(STATUS_USAGE, LABEL_TAKES_NO_ARGUMENT, line->option->name);
    default:
        return obey(request, (const struct row *)line->option, line->text);
    }
}

enum status options_parse(int argc, char **argv, struct request *request)
{
    struct command_line line;
    enum command_part part;

    *request = (struct request){0};
    request->words = calloc((size_t)argc + 1, sizeof *request->words);
    if (request->words == NULL)
        return message_failure(ENOMEM);
    command_line_begin(&line, &table, argc, argv);
    while ((part = command_line_next(&line)) != COMMAND_END) {
        enum status status = take_part(request, &line, part);

        if (status != STATUS_FOUND || request->action >= ACTION_HELP)
            return status;
    }
    return STATUS_FOUND;
}

static void put_text(const struct view *view, uint32_t text, struct output *out)
{
    row_put_title(out, guide_text(view->guide, text), view->terminal->render.ascii);
}

/* --help while it is put, which no option of showing changes but the width. */
struct help {
    const struct view *view;
    struct output *out;
    struct render_options options;
    unsigned margin; /* column at which a row says what something is */
};

enum { PROSE_COLUMNS = 76, GAP = 2, LETTER_COLUMN = 2, NAME_COLUMN = 6, LEAST_MARGIN = 10 };

static void put_prose(const struct help *help, enum guide_label label)
{
    row_put(help->out, 0, "", guide_label(help->view->guide, label), 0, &help->options);
}

/* Makes room for COLUMNS before the margin, as far as they leave room after it. */
static void widen_margin(struct help *help, size_t columns)
{
    if (help->margin < columns + GAP && columns + GAP <= help->options.width / 2)
        help->margin = (unsigned)columns + GAP;
}

/* Puts what a row says at the margin, on a line of its own where what was filled leaves no gap. */
static void end_row(const struct help *help, struct wrap *wrap, const char *text)
{
    const unsigned columns = wrap->margin + wrap->column;
    const bool fits = columns + GAP <= help->margin;

    wrap_set_margin(wrap, help->margin);
    if (!fits)
        wrap_close_line(wrap);
    for (unsigned i = columns; fits && i < help->margin; i++)
        wrap_fill(wrap, " ", NULL);
    wrap_fill(wrap, text, NULL);
    wrap_close_line(wrap);
    wrap_end(wrap);
}

static bool is_shown(const struct row *row)
{
    return row->option != NONE && row->help != 0 &&
           (row->option != LANGUAGE || guide_data_count > 1);
}

/* Columns that an option with its argument takes, and those before it. */
static unsigned count_columns(const struct help *help, const struct row *row)
{
    const char *argument = guide_label(help->view->guide, (enum guide_label)row->argument);
    unsigned columns = NAME_COLUMN + (unsigned)strlen(row->name.name) + 2;

    return columns + (takes_argument(&row->name) ? 1 + (unsigned)render_columns(argument) : 0);
}

/* Puts the line of --help for an option. Completion reads these lines. */
static void put_option(const struct help *help, const struct row *row)
{
    const struct render render = {.out = help->out, .options = &help->options};
    const struct guide *guide = help->view->guide;
    const char letter[] = {'-', row->name.letter, ',', ' ', '\0'};
    struct wrap wrap;

    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, row->name.letter != '\0' ? LETTER_COLUMN : NAME_COLUMN);
    wrap_fill(&wrap, row->name.letter != '\0' ? letter : "", NULL);
    wrap_fill(&wrap, "--", NULL);
    wrap_fill(&wrap, row->name.name, NULL);
    if (takes_argument(&row->name)) {
        wrap_fill(&wrap, "=", NULL);
        wrap_fill(&wrap, guide_label(guide, (enum guide_label)row->argument), NULL);
    }
    end_row(help, &wrap, guide_label(guide, (enum guide_label)row->help));
}

static void put_options(struct help *help)
{
    help->margin = LEAST_MARGIN;
    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (is_shown(row))
            widen_margin(help, count_columns(help, row));
    for (const struct row *row = rows; row < rows + ROWS; row++)
        if (is_shown(row)) {
            put_option(help, row);
        } else if (row->option == NONE) {
            output_char(help->out, '\n');
            put_prose(help, (enum guide_label)row->help);
        }
}

/* Puts what may be typed, and what it gives: labels, or texts of the guide. */
static void put_example(const struct help *help, const char *words, const char *text)
{
    const struct render render = {.out = help->out, .options = &help->options};
    struct wrap wrap;

    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, LETTER_COLUMN);
    wrap_fill(&wrap, guide_text(help->view->guide, help->view->guide->reader), NULL);
    wrap_fill(&wrap, " ", NULL);
    wrap_set_margin(&wrap, NAME_COLUMN);
    wrap_fill(&wrap, words, NULL);
    end_row(help, &wrap, text);
}

/* The columns of an example are counted with those of the reader's name and the space after it. */
static void put_own_examples(struct help *help, size_t before)
{
    const struct guide *guide = help->view->guide;

    for (uint32_t i = 0; i < guide->example_count; i++)
        widen_margin(help, before + render_columns(guide_text(guide, guide->examples[i].words)));
    for (uint32_t i = 0; i < guide->example_count; i++)
        put_example(help, guide_text(guide, guide->examples[i].words),
                    guide_text(guide, guide->examples[i].summary));
}

/* For a guide without examples: its first sections. */
static void put_made_examples(struct help *help, size_t before)
{
    enum { MOST = 3 };
    const struct guide *guide = help->view->guide;
    const uint32_t count = guide->section_count < MOST ? guide->section_count : MOST;

    for (uint32_t i = 0; i < count; i++)
        widen_margin(help, before + render_columns(guide_text(guide, guide->sections[i].id)));
    for (uint32_t i = 0; i < count; i++)
        put_example(help, guide_text(guide, guide->sections[i].id),
                    guide_text(guide, guide->sections[i].summary));
}

static void put_examples(struct help *help)
{
    const struct guide *guide = help->view->guide;
    const size_t before = LETTER_COLUMN + strlen(guide_text(guide, guide->reader)) + 1;

    help->margin = LEAST_MARGIN;
    put_prose(help, LABEL_EXAMPLES);
    if (guide->example_count > 0)
        put_own_examples(help, before);
    else
        put_made_examples(help, before);
    output_char(help->out, '\n');
}

/* Whether there is a man page of the reader's name. */
static bool has_page(const struct guide *guide)
{
    for (uint32_t i = 0; i < guide->page_count; i++)
        if (strcmp(guide_text(guide, guide->pages[i].name), guide_text(guide, guide->reader)) == 0)
            return true;
    return false;
}

/* Begins the line of the values that the argument of an option may have, which end_values ends.
 * Completion reads it. */
static void begin_values(const struct help *help, const struct render *render, struct wrap *wrap,
                         enum guide_label argument)
{
    wrap_begin(wrap, render);
    wrap_fill(wrap, guide_label(help->view->guide, argument), NULL);
    wrap_fill(wrap, ":", NULL);
    wrap_set_margin(wrap, LETTER_COLUMN);
}

static void put_value(struct wrap *wrap, const char *value)
{
    wrap_fill(wrap, " ", NULL);
    wrap_fill(wrap, value, NULL);
}

static void end_values(struct wrap *wrap)
{
    wrap_close_line(wrap);
    wrap_end(wrap);
}

static void put_values(const struct help *help)
{
    const struct render render = {.out = help->out, .options = &help->options};
    struct wrap wrap;

    if (guide_data_count > 1) {
        begin_values(help, &render, &wrap, LABEL_ARGUMENT_LANGUAGE);
        for (uint32_t i = 0; i < guide_data_count; i++)
            put_value(&wrap, guide_text(&guide_data[i], guide_data[i].language));
        end_values(&wrap);
    }
    begin_values(help, &render, &wrap, LABEL_ARGUMENT_FORMAT);
    for (const struct format *format = render_formats; format->name != NULL; format++)
        put_value(&wrap, format->name);
    end_values(&wrap);
    begin_values(help, &render, &wrap, LABEL_ARGUMENT_WHEN);
    for (unsigned i = 0; i < COLORS; i++)
        put_value(&wrap, colors[i]);
    end_values(&wrap);
}

/* Puts a label with an address, if configure was given one. */
static void put_address(struct output *out, enum guide_label label, const char *address)
{
    if (*address == '\0')
        return;
    message_put(out, label, address);
    output_char(out, '\n');
}

void options_put_help(const struct view *view, struct output *out)
{
    const struct render_options *given = &view->terminal->render;
    struct help help = {view, out, {.width = PROSE_COLUMNS, .ascii = given->ascii}, 0};

    if (help.options.width > given->width)
        help.options.width = given->width;
    put_prose(&help, LABEL_USAGE);
    put_prose(&help, LABEL_ABOUT_GUIDE);
    put_prose(&help, LABEL_ABOUT_MENU);
    output_char(out, '\n');
    put_examples(&help);
    put_prose(&help, LABEL_ABOUT_WORDS);
    put_options(&help);
    output_char(out, '\n');
    put_values(&help);
    output_char(out, '\n');
    put_prose(&help, LABEL_EXIT_STATUS);
    output_char(out, '\n');
    put_prose(&help, has_page(view->guide) ? LABEL_MANUAL_AND_PAGE : LABEL_MANUAL);
    put_address(out, LABEL_REPORT, PACKAGE_BUGREPORT);
    put_address(out, LABEL_HOME_PAGE, PACKAGE_URL);
}

/* The version of the guide: that of this package for its own, or else the date of its text. */
static const char *version_of(const struct guide *guide)
{
    if (guide->version != 0)
        return guide_text(guide, guide->version);
    if (strcmp(guide_text(guide_data, guide_data->name), PACKAGE_NAME) == 0)
        return PACKAGE_VERSION;
    return guide_text(guide, guide->edition);
}

void options_put_version(const struct view *view, struct output *out)
{
    const struct guide *guide = view->guide;

    put_text(view, guide->reader, out);
    output_string(out, " (");
    row_put_title(out, guide_text(guide_data, guide_data->name), view->terminal->render.ascii);
    output_string(out, ") ");
    row_put_title(out, version_of(guide), view->terminal->render.ascii);
    output_char(out, '\n');
    put_text(view, guide->copyright, out);
    output_string(out, *guide_text(guide, guide->copyright) != '\0' ? "\n" : "");
    output_string(out, "\nThis program is the reader of " PACKAGE_NAME " " PACKAGE_VERSION ".\n"
                       "Copyright (C) 2026 the " PACKAGE_NAME " authors\n"
                       "License MIT: <https://opensource.org/license/mit>\n"
                       "This is free software: you are free to change and redistribute it.\n"
                       "There is NO WARRANTY, to the extent permitted by law.\n");
}
