/* menu.c: the numbered menu of trustman without arguments. It takes whole lines, as the terminal
 * gives them, and clears the screen for each page. */
#include "reader.h"

#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

/* Clears the screen and what has scrolled off it. */
#define CLEAR "\033[H\033[2J\033[3J"

/* To a second screen, which scrolls nothing off, and back from it. */
#define ENTER "\033[?1049h" CLEAR
#define LEAVE CLEAR "\033[?1049l" CLEAR

enum {
    LINE_SIZE = 4096, /* a terminal hands over no longer lines */
    MAX_WORDS = 16,
    FOOT_ROWS = 4, /* below a page: a blank one, the keys in up to two, the prompt */
    LEAST_ROWS = 4,
    ITEM_MARGIN = 5,
};

struct menu {
    const struct guide *guide;
    struct terminal *terminal;
    struct selection list; /* the sections that are offered; none: roles and parts are */
    uint32_t heading;      /* text: what the list is of, or 0 */
    struct output page;
    size_t start, end;     /* of the part of the page that is on the screen, in bytes */
    struct output message; /* what is to be said below it */
    bool stays;            /* instead of it the screen shows a section */
    bool leaves;
};

/* What signals need to know too. */
static const char *enter_sequence, *leave_sequence;

static void put_sequence(const char *sequence)
{
    if (write(STDOUT_FILENO, sequence, strlen(sequence)) < 0)
        return; /* nothing was shown then either */
}

/* Leaves no trace when a signal ends or stops the program. */
static void on_end(int number)
{
    put_sequence(leave_sequence);
    signal(number, SIG_DFL);
    raise(number);
}

/* That the reading of a line is interrupted is enough: the page is then made anew. */
static void on_resize(int number)
{
    (void)number;
}

static void catch_signals(void)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};
    struct sigaction action = {.sa_handler = on_resize};

    sigemptyset(&action.sa_mask);
    sigaction(SIGWINCH, &action, NULL);
    action.sa_handler = on_end;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        sigaction(ends[i], &action, NULL);
}

static void put_wrapped(struct menu *menu, uint32_t text, unsigned margin)
{
    const struct render_options *options = &menu->terminal->render;

    plain_wrap(&menu->page, guide_text(menu->guide, text), margin, margin, options->width,
               options->ascii);
    output_char(&menu->page, '\n');
}

static void put_heading(struct menu *menu, uint32_t text)
{
    const bool styles = menu->terminal->render.styles;

    output_string(&menu->page, styles ? "\033[1m" : "");
    put_wrapped(menu, text, 0);
    output_string(&menu->page, styles ? "\033[0m\n" : "\n");
}

static void put_item(struct menu *menu, uint32_t number, uint32_t text)
{
    const bool plain = menu->terminal->render.plain;

    plain_spaces(&menu->page, plain || number > 99 ? 0 : number > 9 ? 1 : 2);
    output_number(&menu->page, number);
    output_string(&menu->page, plain ? ". " : "  ");
    put_wrapped(menu, text, ITEM_MARGIN);
}

/* Makes the page: a list or, as the way in, the notice, the roles as doors, and the parts. */
static void make_page(struct menu *menu)
{
    const struct guide *guide = menu->guide;

    menu->page.length = 0;
    if (menu->list.count == 0 && *guide_text(guide, guide->notice) != '\0') {
        put_wrapped(menu, guide->notice, 0);
        output_char(&menu->page, '\n');
    }
    if (menu->list.count == 0 || menu->heading != 0)
        put_heading(menu, menu->list.count == 0 ? guide->title : menu->heading);
    for (uint32_t i = 0; i < menu->list.count; i++)
        put_item(menu, i + 1, guide->sections[menu->list.sections[i]].title);
    for (uint32_t i = 0; menu->list.count == 0 && i < guide->role_count; i++)
        put_item(menu, i + 1, guide->roles[i].title);
    for (uint32_t i = 0; menu->list.count == 0 && i < guide->part_count; i++) {
        output_string(&menu->page, i == 0 ? "\n" : "");
        put_item(menu, guide->role_count + i + 1, guide->parts[i].title);
    }
}

/* Finds the part of the page that fits into the rows that are left for it. */
static void fit_page(struct menu *menu)
{
    const struct terminal *terminal = menu->terminal;
    const size_t taken = FOOT_ROWS + menu->message.length / terminal->render.width;
    size_t rows = terminal->rows > taken + LEAST_ROWS ? terminal->rows - taken : LEAST_ROWS;

    if (menu->start >= menu->page.length)
        menu->start = 0;
    while (menu->start > 0 && menu->page.data[menu->start - 1] != '\n')
        menu->start--;
    if (terminal->render.plain)
        rows = SIZE_MAX;
    for (menu->end = menu->start; menu->end < menu->page.length && rows > 0; menu->end++)
        rows -= menu->page.data[menu->end] == '\n';
}

/* Shows the page, if it is not a section that is on the screen, and what there is to say and to do.
 * Returns 0, or the errno of what failed. */
static int show_page(struct menu *menu)
{
    struct output screen;
    char buffer[LINE_SIZE];

    catch_signals();
    terminal_measure(menu->terminal);
    make_page(menu);
    fit_page(menu);
    output_to_descriptor(&screen, STDOUT_FILENO, buffer, sizeof buffer);
    if (!menu->stays) {
        output_string(&screen, enter_sequence);
        output_put(&screen, menu->page.data + menu->start, menu->end - menu->start);
    }
    output_char(&screen, '\n');
    output_put(&screen, menu->message.data, menu->message.length);
    plain_wrap(&screen,
               menu->stays                     ? "Enter: go on, q: leave"
               : menu->end < menu->page.length ? "Enter: more, number or word, b: back, "
                                                 "/text: search, q: leave"
                                               : "Number or word, b: back, /text: search, q: leave",
               0, 0, menu->terminal->render.width, true);
    output_string(&screen, "\n> ");
    if (menu->page.error != 0 || menu->message.error != 0)
        output_fail(&screen);
    output_flush(&screen);
    menu->message.length = 0;
    return screen.error;
}

/* Shows a section in the pager or, without one, on the screen that has a memory. */
static void read_section(struct menu *menu, const struct selection *selection)
{
    const struct view view = {menu->guide, selection, menu->terminal, render_formats, ACTION_PRINT};
    char buffer[LINE_SIZE];
    struct output screen;
    int error;

    put_sequence(leave_sequence);
    menu->stays = !pager_show(&view, &error);
    if (menu->stays) {
        output_to_descriptor(&screen, STDOUT_FILENO, buffer, sizeof buffer);
        list_put(&view, &screen);
        output_flush(&screen);
        error = screen.error;
    }
    if (error != 0)
        message_failure(&menu->message, error);
}

/* Goes where a request leads: to a list, or to its section if it is but one. */
static void open_request(struct menu *menu, const struct request *request, uint32_t heading)
{
    struct selection selection;

    if (choose(menu->guide, request, &selection, &menu->message) != STATUS_FOUND)
        return;
    if (selection.count == 1) {
        read_section(menu, &selection);
        select_free(&selection);
    } else {
        select_free(&menu->list);
        menu->list = selection;
        menu->heading = heading;
        menu->start = 0;
    }
}

/* Opens a run of sections that stand one after the other in the book, as the roles see them; a run
 * of none is all sections of the roles. */
static void open_run(struct menu *menu, struct guide_range run, uint32_t roles, uint32_t heading)
{
    struct word *words = malloc(((size_t)run.count + 1) * sizeof *words);
    const struct request request = {.words = words, .word_count = run.count, .roles = roles};

    if (words == NULL) {
        message_failure(&menu->message, ENOMEM);
        return;
    }
    for (uint32_t i = 0; i < run.count; i++)
        words[i] = (struct word){guide_text(menu->guide, menu->guide->sections[run.first + i].id),
                                 NAME_SECTION};
    open_request(menu, &request, heading);
    free(words);
}

static void open_number(struct menu *menu, uint32_t number)
{
    const struct guide *guide = menu->guide;
    const struct selection *list = &menu->list;
    const uint32_t index = number - 1, part = index - guide->role_count;

    if (index < list->count)
        open_run(menu, (struct guide_range){list->sections[index], 1},
                 list->roles != GUIDE_ALL_ROLES ? list->roles : 0, 0);
    else if (list->count == 0 && index < guide->role_count)
        open_run(menu, (struct guide_range){0}, UINT32_C(1) << index, guide->roles[index].title);
    else if (list->count == 0 && part < guide->part_count)
        open_run(menu, guide->parts[part].sections, 0, guide->parts[part].title);
    else
        message(&menu->message, STATUS_NOTHING, "there is no such number", NULL, "");
}

static void open_words(struct menu *menu, char *line)
{
    struct word words[MAX_WORDS];
    struct request request = {.words = words, .search = *line == '/' ? line + 1 : NULL};

    for (char *word = *line != '/' ? strtok(line, " \t") : NULL;
         word != NULL && request.word_count < MAX_WORDS; word = strtok(NULL, " \t"))
        words[request.word_count++] = (struct word){word, WORD_ANY};
    open_request(menu, &request, 0);
}

static void obey(struct menu *menu, char *line)
{
    uint32_t number;

    if (strcmp(line, "q") == 0)
        menu->leaves = true;
    else if (plain_number(line, &number))
        open_number(menu, number);
    else if (strcmp(line, "b") == 0 && !menu->stays)
        select_free(&menu->list);
    else if (strcmp(line, "b") != 0 && *line != '\0')
        open_words(menu, line);
    else if (!menu->stays)
        menu->start = menu->end;
}

/* Reads a line and obeys it. The menu ends with the input. */
static void take_line(struct menu *menu)
{
    char buffer[LINE_SIZE] = "", *line = buffer;
    const ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer - 1);

    if (length < 0 && errno == EINTR) {
        tcflush(STDIN_FILENO, TCIFLUSH);
        return;
    }
    line += strspn(line, " \t\n");
    for (size_t end = strlen(line); end > 0 && strchr(" \t\n", line[end - 1]) != NULL;)
        line[--end] = '\0';
    menu->leaves = length <= 0;
    if (!menu->leaves)
        obey(menu, line);
}

enum status menu_run(const struct guide *guide, struct terminal *terminal, struct output *messages)
{
    const bool clears = terminal->can_clear, pages = clears && !terminal->render.plain;
    struct menu menu = {.guide = guide, .terminal = terminal};
    int error = 0;

    output_to_memory(&menu.message);
    output_to_memory(&menu.page);
    enter_sequence = pages ? ENTER : "";
    leave_sequence = pages ? LEAVE : clears ? CLEAR : "\n";
    while (!menu.leaves && (error = show_page(&menu)) == 0)
        take_line(&menu);
    put_sequence(leave_sequence);
    select_free(&menu.list);
    free(menu.page.data);
    free(menu.message.data);
    return error == 0 ? STATUS_FOUND : message_failure(messages, error);
}
