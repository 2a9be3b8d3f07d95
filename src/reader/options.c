/* options.c: the command line, and what --help and --version print. */
#include "base/number.h"
#include "format/wrap.h"
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
    COLOR,
    FLAG,   /* sets a member of the request */
    ACTION, /* asks for an action */
};

/* What each option is: all that parsing, --help and, by --help, completion know of it. */
static const struct row {
    uint16_t option;
    uint8_t action;   /* of ACTION: an enum action */
    uint8_t flag;     /* of FLAG: offset of a bool in struct request */
    char letter;      /* or NUL */
    char name[9];     /* without the dashes */
    uint8_t argument; /* label: its name in --help; 0: the option takes none */
    uint8_t help;     /* label; 0: --help does not name the option */
} rows[] = {
    {.help = LABEL_OPTIONS_CHOOSE},
    {ROLE, ACTION_PRINT, 0, 'r', "role", LABEL_ARGUMENT_ROLE, LABEL_OPTION_ROLE},
    {TOPIC, ACTION_PRINT, 0, 't', "topic", LABEL_ARGUMENT_TOPIC, LABEL_OPTION_TOPIC},
    {SEARCH, ACTION_PRINT, 0, 's', "search", LABEL_ARGUMENT_TEXT, LABEL_OPTION_SEARCH},
    {NEXT, ACTION_PRINT, 0, 'n', "next", 0, LABEL_OPTION_NEXT},
    {PREV, ACTION_PRINT, 0, 'p', "prev", 0, LABEL_OPTION_PREV},
    {FLAG, ACTION_PRINT, offsetof(struct request, random), '\0', "random", 0, LABEL_OPTION_RANDOM},
    {SEED, ACTION_PRINT, 0, '\0', "seed", LABEL_ARGUMENT_TEXT, 0},
    {.help = LABEL_OPTIONS_ACT},
    {ACTION, ACTION_LIST, 0, 'l', "list", 0, LABEL_OPTION_LIST},
    {ACTION, ACTION_MAN, 0, 'm', "man", 0, LABEL_OPTION_MAN},
    {ACTION, ACTION_INFO, 0, 'i', "info", 0, LABEL_OPTION_INFO},
    {ACTION, ACTION_TOC, 0, '\0', "toc", 0, LABEL_OPTION_TOC},
    {ACTION, ACTION_ROLES, 0, '\0', "roles", 0, LABEL_OPTION_ROLES},
    {ACTION, ACTION_TOPICS, 0, '\0', "topics", 0, LABEL_OPTION_TOPICS},
    {ACTION, ACTION_WORDS, 0, '\0', "words", 0, LABEL_OPTION_WORDS},
    {.help = LABEL_OPTIONS_SHOW},
    {FORMAT, ACTION_PRINT, 0, 'T', "format", LABEL_ARGUMENT_FORMAT, LABEL_OPTION_FORMAT},
    {WIDTH, ACTION_PRINT, 0, 'w', "width", LABEL_ARGUMENT_COLUMNS, LABEL_OPTION_WIDTH},
    {COLOR, ACTION_PRINT, 0, '\0', "color", LABEL_ARGUMENT_WHEN, LABEL_OPTION_COLOR},
    {FLAG, ACTION_PRINT, offsetof(struct request, plain), '\0', "plain", 0, LABEL_OPTION_PLAIN},
    {FLAG, ACTION_PRINT, offsetof(struct request, no_pager), '\0', "no-pager", 0,
     LABEL_OPTION_NO_PAGER},
    {.help = LABEL_OPTIONS_PROGRAM},
    {ACTION, ACTION_HELP, 0, 'h', "help", 0, LABEL_OPTION_HELP},
    {ACTION, ACTION_VERSION, 0, 'V', "version", 0, LABEL_OPTION_VERSION},
};

_Static_assert(LABELS <= UINT8_MAX, "a label fits into a row");
_Static_assert(sizeof(struct request) <= UINT8_MAX, "an offset in it fits into a flag");

enum { ROWS = sizeof rows / sizeof *rows };

/* The names of enum color. */
static const char colors[][7] = {"auto", "always", "never"};
enum { COLORS = sizeof colors / sizeof *colors };

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
        if (row->option != NONE && strncmp(row->name, name, length) == 0) {
            if (row->name[length] == '\0')
                return row;
            found = row;
            count++;
        }
    return count == 1 ? found : NULL;
}

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
        return message(STATUS_USAGE, LABEL_NOT_TOGETHER, row->name);
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

static enum status say_no_format(const char *name)
{
    struct output *out = message_begin();

    message_put(out, LABEL_NO_FORMAT, name);
    put_formats(out);
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
            return say_no_format(argument);
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

static bool takes_argument(const struct row *row)
{
    return row->argument != 0;
}

/* Takes an option with its argument, which is VALUE or, if that is NULL, the next of ARGV. */
static enum status take(struct request *request, const struct row *row, const char *value,
                        char ***argv)
{
    if (takes_argument(row) && value == NULL && (value = *++*argv) == NULL)
        return message(STATUS_USAGE, LABEL_NEEDS_ARGUMENT, row->name);
    if (!takes_argument(row) && value != NULL)
        return message(STATUS_USAGE, LABEL_TAKES_NO_ARGUMENT, row->name);
    return obey(request, row, value != NULL ? value : "");
}

static enum status take_long(struct request *request, char ***argv)
{
    const char *name = **argv + 2, *equals = strchr(name, '=');
    const size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
    const struct row *row = find_name(name, length);

    if (row == NULL)
        return message(STATUS_USAGE, LABEL_NO_OPTION, **argv);
    return take(request, row, equals != NULL ? equals + 1 : NULL, argv);
}

/* Takes letters of options that are written together; what follows one that takes an argument is
 * this. */
static enum status take_letters(struct request *request, char ***argv)
{
    enum status status = STATUS_FOUND;

    for (const char *letter = **argv + 1; *letter != '\0' && status == STATUS_FOUND; letter++) {
        const struct row *row = find_letter(*letter);
        const char one[] = {*letter, '\0'};

        if (row == NULL)
            return message(STATUS_USAGE, LABEL_NO_LETTER, one);
        if (takes_argument(row))
            return take(request, row, letter[1] != '\0' ? letter + 1 : NULL, argv);
        status = obey(request, row, "");
    }
    return status;
}

enum status options_parse(int argc, char **argv, struct request *request)
{
    enum status status = STATUS_FOUND;
    bool only_words = false;

    *request = (struct request){0};
    request->words = calloc((size_t)argc + 1, sizeof *request->words);
    if (request->words == NULL)
        return message_failure(ENOMEM);
    for (argv += argc > 0; *argv != NULL; argv++) {
        if (only_words || (*argv)[0] != '-' || (*argv)[1] == '\0')
            add_word(request, *argv, NAME_ANY);
        else if ((*argv)[1] != '-')
            status = take_letters(request, &argv);
        else if ((*argv)[2] != '\0')
            status = take_long(request, &argv);
        else
            only_words = true;
        if (status != STATUS_FOUND || request->action >= ACTION_HELP)
            return status;
    }
    return status;
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
    return row->option != NONE && row->help != 0;
}

/* Columns that an option with its argument takes, and those before it. */
static unsigned count_columns(const struct help *help, const struct row *row)
{
    const char *argument = guide_label(help->view->guide, (enum guide_label)row->argument);
    unsigned columns = NAME_COLUMN + (unsigned)strlen(row->name) + 2;

    return columns + (takes_argument(row) ? 1 + (unsigned)render_columns(argument) : 0);
}

/* Puts the line of --help for an option. Completion reads these lines. */
static void put_option(const struct help *help, const struct row *row)
{
    const struct render render = {.out = help->out, .options = &help->options};
    const struct guide *guide = help->view->guide;
    const char letter[] = {'-', row->letter, ',', ' ', '\0'};
    struct wrap wrap;

    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, row->letter != '\0' ? LETTER_COLUMN : NAME_COLUMN);
    wrap_fill(&wrap, row->letter != '\0' ? letter : "", NULL);
    wrap_fill(&wrap, "--", NULL);
    wrap_fill(&wrap, row->name, NULL);
    if (takes_argument(row)) {
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

    begin_values(help, &render, &wrap, LABEL_ARGUMENT_FORMAT);
    for (const struct format *format = render_formats; format->name != NULL; format++)
        put_value(&wrap, format->name);
    end_values(&wrap);
    begin_values(help, &render, &wrap, LABEL_ARGUMENT_WHEN);
    for (unsigned i = 0; i < COLORS; i++)
        put_value(&wrap, colors[i]);
    end_values(&wrap);
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
}

void options_put_version(const struct view *view, struct output *out)
{
    put_text(view, view->guide->reader, out);
    output_string(out, " (" PACKAGE_NAME ") " PACKAGE_VERSION "\n"
                       "Copyright (C) 2026 the " PACKAGE_NAME " authors\n"
                       "License MIT: <https://opensource.org/license/mit>\n"
                       "This is free software: you are free to change and redistribute it.\n"
                       "There is NO WARRANTY, to the extent permitted by law.\n");
    put_text(view, view->guide->copyright, out);
    output_string(out, *guide_text(view->guide, view->guide->copyright) != '\0' ? "\n" : "");
}
