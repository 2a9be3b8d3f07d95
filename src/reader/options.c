/* options.c: the command line, and what --help and --version print. */
#include "base/number.h"
#include "reader/reader.h"
#include "version.h"

#include <errno.h>

/* Options without a letter. */
enum { ROLES = 256, TOPICS, TOC, RANDOM, SEED, COLOR, PLAIN, NO_PAGER };

/* Each option, or a title, with its line of --help. */
static const struct row {
    char name[9];
    int value; /* its letter, or a number that is none */
    bool has_argument;
    enum action action; /* what it asks for, or ACTION_PRINT */
    char help[64];
} rows[] = {
    {"", 0, 0, 0, "\nWhat to choose:"},
    {"role", 'r', 1, 0, "  -r, --role=ROLE      what is for ROLE; may be repeated"},
    {"topic", 't', 1, 0, "  -t, --topic=TOPIC    what is about TOPIC; may be repeated"},
    {"search", 's', 1, 0, "  -s, --search=TEXT    what holds TEXT, best first"},
    {"next", 'n', 0, 0, "  -n, --next           the section after the one that is named"},
    {"prev", 'p', 0, 0, "  -p, --prev           the section before it"},
    {"random", RANDOM, 0, 0, "      --random         one section, by chance"},
    {"seed", SEED, 1, 0, "      --seed=N         the same chance for the same number"},
    {"", 0, 0, 0, "\nWhat to do with it, if not to print it:"},
    {"list", 'l', 0, ACTION_LIST, "  -l, --list           say what each section is about"},
    {"man", 'm', 0, ACTION_MAN, "  -m, --man            open the section's man page"},
    {"info", 'i', 0, ACTION_INFO, "  -i, --info           open the Info manual at the section"},
    {"toc", TOC, 0, ACTION_TOC, "      --toc            show the table of contents"},
    {"roles", ROLES, 0, ACTION_ROLES, "      --roles          list the roles"},
    {"topics", TOPICS, 0, ACTION_TOPICS, "      --topics         list the topics"},
    {"", 0, 0, 0, "\nHow it is shown:"},
    {"format", 'T', 1, 0, "  -T, --format=FORMAT  in one of the formats named below"},
    {"width", 'w', 1, 0, "  -w, --width=COLUMNS  in lines no wider than that"},
    {"color", COLOR, 1, 0, "      --color=WHEN     bold and underlined, or not"},
    {"plain", PLAIN, 0, 0, "      --plain          for screen readers, without a pager"},
    {"no-pager", NO_PAGER, 0, 0, "      --no-pager       straight to the terminal"},
    {"", 0, 0, 0, "\nAbout the program:"},
    {"help", 'h', 0, ACTION_HELP, "  -h, --help           print this help"},
    {"version", 'V', 0, ACTION_VERSION, "  -V, --version        print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

/* The names of enum color. */
static const char colors[][7] = {"auto", "always", "never"};
enum { COLORS = sizeof colors / sizeof *colors };

/* The option with that letter, or NULL. */
static const struct row *find_letter(char letter)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].value == letter)
            return &rows[i];
    return NULL;
}

/* The option whose name is, or alone begins with, the LENGTH bytes at NAME; or NULL. */
static const struct row *find_name(const char *name, size_t length)
{
    const struct row *found = NULL;
    unsigned count = 0;

    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].value != 0 && strncmp(rows[i].name, name, length) == 0) {
            if (rows[i].name[length] == '\0')
                return &rows[i];
            found = &rows[i];
            count++;
        }
    return count == 1 ? found : NULL;
}

static void add_word(struct request *request, const char *text, int kind)
{
    request->words[request->word_count++] = (struct guide_word){text, kind};
}

/* Does what an option asks for. */
static enum status obey(struct request *request, const struct row *row, const char *argument)
{
    switch (row->value) {
    case 'r':
    case 't':
        add_word(request, argument, row->value == 'r' ? NAME_ROLE : NAME_TOPIC);
        break;
    case 's':
        request->search = argument;
        break;
    case 'n':
    case 'p':
        request->step = row->value == 'n' ? 1 : -1;
        break;
    case RANDOM:
        request->random = true;
        break;
    case SEED:
        request->random = request->has_seed = true;
        if (!number_parse(argument, &request->seed))
            return message(STATUS_USAGE, "--seed is a number of up to 32 bits, not '", argument,
                           "'");
        break;
    case 'T':
        request->format = render_find(argument);
        if (request->format == NULL)
            return message(STATUS_USAGE, "there is no format '", argument, "'");
        break;
    case 'w':
        if (!number_parse(argument, &request->width) || request->width == 0)
            return message(STATUS_USAGE, "--width is a number of columns, not '", argument, "'");
        break;
    case COLOR:
        for (request->color = 0; strcmp(argument, colors[request->color]) != 0;)
            if ((unsigned)++request->color == COLORS)
                return message(STATUS_USAGE, "--color is auto, always or never, not '", argument,
                               "'");
        break;
    case PLAIN:
        request->plain = true;
        break;
    case NO_PAGER:
        request->no_pager = true;
        break;
    default:
        if (request->action != ACTION_PRINT && request->action != row->action &&
            row->action < ACTION_HELP)
            return message(STATUS_USAGE, "'--", row->name, "' does not go with an option before");
        request->action = row->action;
    }
    return STATUS_FOUND;
}

/* Takes an option with its argument, which is VALUE or, if that is NULL, the next of ARGV. */
static enum status take(struct request *request, const struct row *row, const char *value,
                        char ***argv)
{
    if (row->has_argument && value == NULL && (value = *++*argv) == NULL)
        return message(STATUS_USAGE, "option '--", row->name, "' requires an argument");
    if (!row->has_argument && value != NULL)
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

/* Takes letters that stand together; what follows one that takes an argument is this. */
static enum status take_letters(struct request *request, char ***argv)
{
    enum status status = STATUS_FOUND;

    for (const char *letter = **argv + 1; *letter != '\0' && status == STATUS_FOUND; letter++) {
        const struct row *row = find_letter(*letter);
        const char one[] = {*letter, '\0'};

        if (row == NULL)
            return message(STATUS_USAGE, "unknown option '-", one, "'");
        if (row->has_argument)
            return take(request, row, letter[1] != '\0' ? letter + 1 : NULL, argv);
        status = obey(request, row, "");
    }
    return status;
}

enum status options_parse(int argc, char **argv, struct request *request)
{
    enum status status = STATUS_FOUND;
    bool only_words = false;

    *request = (struct request){.format = render_formats};
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
    for (size_t i = 0; i < ROWS; i++) {
        output_string(out, rows[i].help);
        output_char(out, '\n');
    }
    output_string(out, "\nFORMAT:");
    for (const struct format *format = render_formats; format->name != NULL; format++) {
        output_char(out, ' ');
        output_string(out, format->name);
    }
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
