/* options.c: the command line, and what --help and --version print. */
#include "config.h"
#include "reader.h"

#include <errno.h>
#include <getopt.h>

/* Options without a letter. */
enum {
    OPTION_ROLES = 256,
    OPTION_TOPICS,
    OPTION_TOC,
    OPTION_RANDOM,
    OPTION_SEED,
    OPTION_COLOR,
    OPTION_PLAIN,
    OPTION_NO_PAGER,
};

/* Each option, or a title, with its line of --help. */
static const struct row {
    const char *name;
    int value; /* its letter, or a number that is none */
    bool has_argument;
    enum action action; /* what it asks for, or ACTION_PRINT */
    const char *help;
} rows[] = {
    {0, 0, 0, 0, "\nWhat to choose:"},
    {"role", 'r', 1, 0, "  -r, --role=ROLE        what is for ROLE; may be repeated"},
    {"topic", 't', 1, 0, "  -t, --topic=TOPIC      what is about TOPIC; may be repeated"},
    {"search", 's', 1, 0, "  -s, --search=TEXT      what holds TEXT, best first"},
    {"next", 'n', 0, 0, "  -n, --next             the section after the one that is named"},
    {"prev", 'p', 0, 0, "  -p, --prev             the section before it"},
    {"random", OPTION_RANDOM, 0, 0, "      --random           one section, by chance"},
    {"seed", OPTION_SEED, 1, 0, "      --seed=N           the same chance for the same number"},
    {0, 0, 0, 0, "\nWhat to do with it, if not to print it:"},
    {"list", 'l', 0, ACTION_LIST,
     "  -l, --list             name the sections, and what each is about"},
    {"man", 'm', 0, ACTION_MAN,
     "  -m, --man              open the man page that holds the section"},
    {"info", 'i', 0, ACTION_INFO, "  -i, --info             open the Info manual at the section"},
    {"toc", OPTION_TOC, 0, ACTION_TOC, "      --toc              show the table of contents"},
    {"roles", OPTION_ROLES, 0, ACTION_ROLES, "      --roles            list the roles"},
    {"topics", OPTION_TOPICS, 0, ACTION_TOPICS, "      --topics           list the topics"},
    {0, 0, 0, 0, "\nHow it is shown:"},
    {"format", 'T', 1, 0, "  -T, --format=FORMAT    as one of the formats named below"},
    {"width", 'w', 1, 0, "  -w, --width=COLUMNS    in lines no wider than that"},
    {"color", OPTION_COLOR, 1, 0,
     "      --color=WHEN       bold and underlined: auto, always or never"},
    {"plain", OPTION_PLAIN, 0, 0,
     "      --plain            for screen readers: no pager, no spacing"},
    {"no-pager", OPTION_NO_PAGER, 0, 0, "      --no-pager         straight to the terminal"},
    {0, 0, 0, 0, "\nAbout the program:"},
    {"help", 'h', 0, ACTION_HELP, "  -h, --help             print this help"},
    {"version", 'V', 0, ACTION_VERSION, "  -V, --version          print the version"},
};

enum { ROWS = sizeof rows / sizeof *rows };

static enum status usage(struct output *messages, const char *before, const char *word,
                         const char *after)
{
    return message(messages, STATUS_USAGE, before, word, after);
}

/* The option that getopt returned as VALUE, or NULL. */
static const struct row *find_row(int value)
{
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].name != NULL && rows[i].value == value)
            return &rows[i];
    return NULL;
}

/* Says what is wrong with an option that getopt did not take. */
static enum status refuse(struct output *messages, int result, const char *argument)
{
    const struct row *row = find_row(optopt);
    const char letter[] = {(char)optopt, '\0'};

    if (row != NULL && result == ':')
        return usage(messages, "option '--", row->name, "' requires an argument");
    if (row != NULL)
        return usage(messages, "option '--", row->name, "' takes no argument");
    if (optopt != 0)
        return usage(messages, "unknown option '-", letter, "'");
    return usage(messages, "unknown or ambiguous option '", argument, "'");
}

static enum status set_color(struct request *request, const char *when, struct output *messages)
{
    static const char names[][7] = {
        [COLOR_AUTO] = "auto", [COLOR_ALWAYS] = "always", [COLOR_NEVER] = "never"};

    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(when, names[i]) == 0) {
            request->color = (enum color)i;
            return STATUS_FOUND;
        }
    return usage(messages, "--color is auto, always or never, not '", when, "'");
}

static enum status set_action(struct request *request, const struct row *row,
                              struct output *messages)
{
    if (request->action != ACTION_PRINT && request->action != row->action &&
        row->action < ACTION_HELP)
        return usage(messages, "option '--", row->name, "' does not go with one before it");
    request->action = row->action;
    return STATUS_FOUND;
}

static void add_word(struct request *request, const char *text, int kind)
{
    request->words[request->word_count++] = (struct word){text, kind};
}

static enum status take(struct request *request, int value, struct output *messages)
{
    switch (value) {
    case 'r':
        add_word(request, optarg, NAME_ROLE);
        break;
    case 't':
        add_word(request, optarg, NAME_TOPIC);
        break;
    case 's':
        request->search = optarg;
        break;
    case 'n':
    case 'p':
        if (request->step != 0)
            return usage(messages, "options '-n' and '-p' are for one step", NULL, "");
        request->step = value == 'n' ? 1 : -1;
        break;
    case OPTION_RANDOM:
        request->random = true;
        break;
    case OPTION_SEED:
        request->has_seed = true;
        if (!plain_number(optarg, &request->seed))
            return usage(messages, "--seed is a number of up to 32 bits, not '", optarg, "'");
        break;
    case 'T':
        request->format = render_find(optarg);
        if (request->format == NULL)
            return usage(messages, "there is no format '", optarg, "'");
        break;
    case 'w':
        if (!plain_number(optarg, &request->width) || request->width == 0)
            return usage(messages, "--width is a number of columns, not '", optarg, "'");
        break;
    case OPTION_COLOR:
        return set_color(request, optarg, messages);
    case OPTION_PLAIN:
        request->plain = true;
        break;
    case OPTION_NO_PAGER:
        request->no_pager = true;
        break;
    default:
        return set_action(request, find_row(value), messages);
    }
    return STATUS_FOUND;
}

/* Refuses what makes no sense together. */
static enum status check(const struct request *request, struct output *messages)
{
    const bool lists = request->action == ACTION_ROLES || request->action == ACTION_TOPICS;
    const bool searches = request->random || request->search != NULL;

    if (request->has_seed && !request->random)
        return usage(messages, "option '--seed' goes with '--random'", NULL, "");
    if (request->step != 0 && searches)
        return usage(messages, "options '-n' and '-p' go with a section that is named", NULL, "");
    if (lists && (request->word_count > 0 || searches || request->step != 0))
        return usage(messages, "options '--roles' and '--topics' list all there are", NULL, "");
    return STATUS_FOUND;
}

enum status options_parse(int argc, char **argv, struct request *request, struct output *messages)
{
    struct option longs[ROWS + 1] = {0};
    char shorts[2 * ROWS + 2] = ":";
    size_t options = 0, letters = 1;

    *request = (struct request){.format = render_formats};
    request->words = malloc(((size_t)argc + 1) * sizeof *request->words);
    if (request->words == NULL)
        return message_failure(messages, ENOMEM);
    for (size_t i = 0; i < ROWS; i++) {
        if (rows[i].name != NULL)
            longs[options++] =
                (struct option){rows[i].name, rows[i].has_argument, NULL, rows[i].value};
        if (rows[i].name != NULL && rows[i].value < 256)
            shorts[letters++] = (char)rows[i].value;
        if (rows[i].has_argument && rows[i].value < 256)
            shorts[letters++] = ':';
    }
    opterr = 0;
    for (int value; (value = getopt_long(argc, argv, shorts, longs, NULL)) != -1;) {
        enum status status = value == '?' || value == ':'
                                 ? refuse(messages, value, argv[optind - 1])
                                 : take(request, value, messages);

        if (status != STATUS_FOUND || request->action >= ACTION_HELP)
            return status;
    }
    while (optind < argc)
        add_word(request, argv[optind++], WORD_ANY);
    return check(request, messages);
}

static void put_text(const struct view *view, uint32_t text, struct output *out)
{
    plain_put(out, guide_text(view->guide, text), view->terminal->render.ascii);
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
    output_string(out, "\nFormats:");
    for (const struct format *format = render_formats; format->name != NULL; format++) {
        output_char(out, ' ');
        output_string(out, format->name);
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
    const struct guide *guide = view->guide;

    output_string(out,
                  PROGRAM " (" PACKAGE_NAME ") " PACKAGE_VERSION "\n"
                          "Copyright (C) 2026 the " PACKAGE_NAME " authors\n"
                          "License MIT: <https://opensource.org/license/mit>\n"
                          "This is free software: you are free to change and redistribute it.\n"
                          "There is NO WARRANTY, to the extent permitted by law.\n\n");
    put_text(view, guide->title, out);
    output_string(out, ", edition of ");
    put_text(view, guide->edition, out);
    output_char(out, '\n');
    put_text(view, guide->copyright, out);
    output_string(out, *guide_text(guide, guide->copyright) != '\0' ? "\n" : "");
}
