/* options.c: the command line, and what --help and --version print. */
#include "base/number.h"
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
    char argument[8]; /* its name in --help; empty: the option takes none */
    char help[40];
} rows[] = {
    {.help = "What to choose:"},
    {ROLE, ACTION_PRINT, 0, 'r', "role", "ROLE", "what is for ROLE; may be repeated"},
    {TOPIC, ACTION_PRINT, 0, 't', "topic", "TOPIC", "what is about TOPIC; may be repeated"},
    {SEARCH, ACTION_PRINT, 0, 's', "search", "TEXT", "what holds TEXT, best first"},
    {NEXT, ACTION_PRINT, 0, 'n', "next", "", "the section after the one that is named"},
    {PREV, ACTION_PRINT, 0, 'p', "prev", "", "the section before it"},
    {FLAG, ACTION_PRINT, offsetof(struct request, random), '\0', "random", "",
     "one section, by chance"},
    {SEED, ACTION_PRINT, 0, '\0', "seed", "N", "the same chance for the same number"},
    {.help = "What to do with it, if not to print it:"},
    {ACTION, ACTION_LIST, 0, 'l', "list", "", "say what each section is about"},
    {ACTION, ACTION_MAN, 0, 'm', "man", "", "open the section's man page"},
    {ACTION, ACTION_INFO, 0, 'i', "info", "", "open the Info manual at the section"},
    {ACTION, ACTION_TOC, 0, '\0', "toc", "", "show the table of contents"},
    {ACTION, ACTION_ROLES, 0, '\0', "roles", "", "list the roles"},
    {ACTION, ACTION_TOPICS, 0, '\0', "topics", "", "list the topics"},
    {.help = "How it is shown:"},
    {FORMAT, ACTION_PRINT, 0, 'T', "format", "FORMAT", "in one of the formats named below"},
    {WIDTH, ACTION_PRINT, 0, 'w', "width", "COLUMNS", "in lines no wider than that"},
    {COLOR, ACTION_PRINT, 0, '\0', "color", "WHEN", "bold and underlined, or not"},
    {FLAG, ACTION_PRINT, offsetof(struct request, plain), '\0', "plain", "",
     "for screen readers, without a pager"},
    {FLAG, ACTION_PRINT, offsetof(struct request, no_pager), '\0', "no-pager", "",
     "straight to the terminal"},
    {.help = "About the program:"},
    {ACTION, ACTION_HELP, 0, 'h', "help", "", "print this help"},
    {ACTION, ACTION_VERSION, 0, 'V', "version", "", "print the version"},
};

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
        return message(STATUS_USAGE, "'--", row->name, "' does not go with an option before");
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

    output_string(out, "there is no format '");
    typed_put(out, name);
    output_string(out, "'; there are:");
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
            return message(STATUS_USAGE, "--seed is a number of up to 32 bits, not '", argument,
                           "'");
        break;
    case FORMAT:
        request->format = render_find(argument);
        if (request->format == NULL)
            return say_no_format(argument);
        break;
    case WIDTH:
        if (!number_parse(argument, &request->width) || request->width == 0)
            return message(STATUS_USAGE, "--width is a number of columns, not '", argument, "'");
        break;
    case COLOR:
        if (!find_color(argument, &request->color))
            return message(STATUS_USAGE, "--color is auto, always or never, not '", argument, "'");
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
    return row->argument[0] != '\0';
}

/* Takes an option with its argument, which is VALUE or, if that is NULL, the next of ARGV. */
static enum status take(struct request *request, const struct row *row, const char *value,
                        char ***argv)
{
    if (takes_argument(row) && value == NULL && (value = *++*argv) == NULL)
        return message(STATUS_USAGE, "option '--", row->name, "' requires an argument");
    if (!takes_argument(row) && value != NULL)
        return message(STATUS_USAGE, "option '--", row->name, "' takes no argument");
    return obey(request, row, value != NULL ? value : "");
}

static enum status take_long(struct request *request, char ***argv)
{
    const char *name = **argv + 2, *equals = strchr(name, '=');
    const size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);
    const struct row *row = find_name(name, length);

    if (row == NULL)
        return message(STATUS_USAGE, "unknown or ambiguous option '", **argv, "'");
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
            return message(STATUS_USAGE, "unknown option '-", one, "'");
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

/* Column at which --help says what an option is for. */
enum { HELP_COLUMN = 23 };

/* Puts a string; returns its bytes. */
static size_t put_counted(struct output *out, const char *string)
{
    size_t length = 0;

    for (; string[length] != '\0'; length++)
        output_char(out, string[length]);
    return length;
}

/* Puts the line of --help for an option, or for a title. Completion reads these lines. */
static void put_row(const struct row *row, struct output *out)
{
    const char letter[] = {' ', ' ', '-', row->letter, ',', ' ', '\0'};
    size_t column;

    if (row->option == NONE) {
        output_char(out, '\n');
    } else {
        column = put_counted(out, row->letter != '\0' ? letter : "      ");
        column += put_counted(out, "--");
        column += put_counted(out, row->name);
        column += put_counted(out, takes_argument(row) ? "=" : " ");
        column += put_counted(out, row->argument);
        for (; column < HELP_COLUMN; column++)
            output_char(out, ' ');
    }
    put_counted(out, row->help);
    output_char(out, '\n');
}

void options_put_help(const struct view *view, struct output *out)
{
    const struct guide *guide = view->guide;

    output_string(out, "Usage: " PROGRAM " [OPTION]... [WORD]...\n");
    put_text(view, guide->summary, out);
    output_string(out,
                  ".\n\n"
                  "A WORD is a section, a topic, a role, another name of one, or a beginning\n"
                  "that fits only one. Words of one kind widen the choice, words of different\n"
                  "kinds narrow it. Without anything: a menu on a terminal, else the table of\n"
                  "contents.\n");
    for (const struct row *row = rows; row < rows + ROWS; row++)
        put_row(row, out);
    output_string(out, "\nFORMAT:");
    put_formats(out);
    output_string(out, "\nWHEN:");
    for (unsigned i = 0; i < COLORS; i++) {
        output_char(out, ' ');
        output_string(out, colors[i]);
    }
    output_string(out, "\n\nExamples:\n  " PROGRAM " ");
    put_text(view, guide->sections[0].id, out);
    output_string(out, "\n      print the section of that name\n  " PROGRAM " ");
    if (guide->role_count > 0) {
        output_string(out, "--role=");
        put_text(view, guide->roles[0].id, out);
        output_char(out, ' ');
    }
    output_string(out,
                  "--list\n      name what there is to read, in a good order\n\n"
                  "Exit status: 0 found, 1 nothing matches, 2 wrong usage, 3 output could not\n"
                  "be written, or man or info has nothing to show.\n\n"
                  "Manual: info ");
    put_text(view, guide->name, out);
    for (uint32_t i = 0; i < guide->page_count; i++)
        if (strcmp(guide_text(guide, guide->pages[i].name), PROGRAM) == 0)
            output_string(out, ", man " PROGRAM);
    output_char(out, '\n');
}

void options_put_version(const struct view *view, struct output *out)
{
    output_string(out,
                  PROGRAM " (" PACKAGE_NAME ") " PACKAGE_VERSION "\n"
                          "Copyright (C) 2026 the " PACKAGE_NAME " authors\n"
                          "License MIT: <https://opensource.org/license/mit>\n"
                          "This is free software: you are free to change and redistribute it.\n"
                          "There is NO WARRANTY, to the extent permitted by law.\n");
    put_text(view, view->guide->copyright, out);
    output_string(out, *guide_text(view->guide, view->guide->copyright) != '\0' ? "\n" : "");
}
