/* menu.c: the numbered menu of trustman without arguments. It takes whole lines, as the terminal
 * gives them, and clears the screen for each page. */
#include "base/number.h"
#include "reader/reader.h"

#include <errno.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

/* POSIX.1-2008 does not have it, so the headers of BSD and macOS hide it from a program that asks
 * for that standard alone. There it is this number; elsewhere it is not hidden. */
#ifndef SIGWINCH
#define SIGWINCH 28
#endif

/* Clears the screen and what has scrolled off it. */
#define CLEAR "\033[H\033[2J\033[3J"

/* To a second screen, which scrolls nothing off, and back from it. */
#define ENTER "\033[?1049h" CLEAR
#define LEAVE CLEAR "\033[?1049l" CLEAR

enum {
    LINE_SIZE = 4096, /* a terminal hands over no longer lines */
    MAX_WORDS = 16,
    DIGITS = 3, /* of most numbers */
};

struct menu {
    const struct guide *guide;
    struct terminal *terminal;
    struct selection list;   /* the sections that are offered; none: roles and parts are */
    char heading[LINE_SIZE]; /* what the list is of */
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

/* Puts bold and other text, and a blank line. */
static void put_text(struct menu *menu, const char *strong, uint32_t text)
{
    row_put(&menu->page, 0, strong, guide_text(menu->guide, text), 0, &menu->terminal->render);
    output_char(&menu->page, '\n');
}

static void put_item(struct menu *menu, uint32_t number, uint32_t text)
{
    char digits[16];
    struct output label;

    output_to_buffer(&label, digits, sizeof digits);
    output_number(&label, number);
    output_char(&label, '\0');
    row_put(&menu->page, label.length < DIGITS + 1 ? DIGITS + 1 - (unsigned)label.length : 0,
            digits, guide_text(menu->guide, text), DIGITS + 2, &menu->terminal->render);
}

/* Makes the page: a list or, as the way in, the notice, the roles as doors, and the parts. */
static void make_page(struct menu *menu)
{
    const struct guide *guide = menu->guide;
    const struct selection *list = &menu->list;
    const bool doors = list->count == 0;

    menu->page.length = 0;
    put_text(menu, "", doors ? guide->notice : 0);
    put_text(menu, doors ? guide_text(guide, guide->title) : menu->heading, 0);
    for (uint32_t i = 0; i < list->count; i++)
        put_item(menu, i + 1, guide->sections[list->sections[i]].title);
    for (uint32_t i = 0; doors && i < guide->role_count; i++)
        put_item(menu, i + 1, guide->roles[i].title);
    for (uint32_t i = 0; doors && i < guide->part_count; i++) {
        output_string(&menu->page, i == 0 ? "\n" : "");
        put_item(menu, guide->role_count + i + 1, guide->parts[i].title);
    }
}

/* Puts what there is to say and to do. */
static void put_foot(struct menu *menu, enum guide_label keys)
{
    output_char(&menu->page, '\n');
    row_put(&menu->page, 0, "", menu->message.data, 0, &menu->terminal->render);
    row_put(&menu->page, 0, "", guide_label(menu->guide, keys), 0, &menu->terminal->render);
    output_string(&menu->page, "> ");
}

/* Finds the part of the page, LENGTH bytes with a foot after them, that fits above its foot. */
static void fit_page(struct menu *menu, size_t length)
{
    const struct terminal *terminal = menu->terminal;
    const struct output *page = &menu->page;
    size_t rows = terminal->rows - 1, foot = 0;

    for (size_t i = length; i < page->length; i++)
        foot += page->data[i] == '\n';
    rows = terminal->render.plain ? SIZE_MAX : rows > foot ? rows - foot : 1;
    if (menu->start >= length)
        menu->start = 0;
    while (menu->start < length && page->data[menu->start] == '\n')
        menu->start++;
    for (menu->end = menu->start; menu->end < length && rows > 0; menu->end++)
        rows -= page->data[menu->end] == '\n';
}

/* Shows the page, if it is not a section that is on the screen, with its foot. Returns 0, or the
 * errno of what failed. */
static int show_page(struct menu *menu)
{
    struct output screen, *page = &menu->page;
    char buffer[LINE_SIZE];
    size_t length;

    catch_signals();
    terminal_measure(menu->terminal);
    make_page(menu);
    length = page->length;
    output_char(&menu->message, '\0');
    if (menu->message.error != 0)
        return ENOMEM;
    put_foot(menu, LABEL_KEYS_MORE);
    if (page->error != 0)
        return ENOMEM;
    fit_page(menu, length);
    if (menu->stays || menu->end == length) {
        page->length = length;
        put_foot(menu, menu->stays ? LABEL_KEYS_SECTION : LABEL_KEYS_END);
    }
    output_to_descriptor(&screen, STDOUT_FILENO, buffer, sizeof buffer);
    if (!menu->stays) {
        output_string(&screen, enter_sequence);
        output_put(&screen, page->data + menu->start, menu->end - menu->start);
    }
    output_put(&screen, page->data + length, page->length - length);
    output_flush(&screen);
    menu->message.length = 0;
    return screen.error;
}

/* Goes where a request leads: to a list or, if it is but one, to its section, in the pager or,
 * without one, on the screen that scrolls. */
static void open_request(struct menu *menu, const struct request *request, const char *heading)
{
    struct selection selection = {0};
    struct search found = {0};
    const struct view view = {menu->guide,    &selection,     NULL,
                              menu->terminal, render_formats, ACTION_PRINT};

    if (choose(menu->guide, request, &selection, &found) != STATUS_FOUND)
        return;
    search_free(&found);
    if (selection.count == 1) {
        put_sequence(leave_sequence);
        pager_show(&view, &menu->stays);
        select_free(&selection);
    } else {
        select_free(&menu->list);
        menu->list = selection;
        menu->heading[0] = '\0';
        strncat(menu->heading, heading, sizeof menu->heading - 1);
        menu->start = 0;
    }
}

static void open_number(struct menu *menu, uint32_t number)
{
    const struct guide *guide = menu->guide;
    const struct selection *list = &menu->list;
    const uint32_t index = number - 1, part = index - guide->role_count;
    struct request request = {0};
    const char *heading = "";

    if (index < list->count) {
        request.sections = (struct guide_range){list->sections[index], 1};
        request.roles = list->roles != GUIDE_ALL_ROLES ? list->roles : 0;
    } else if (list->count == 0 && index < guide->role_count) {
        request.roles = UINT32_C(1) << index;
        heading = guide_text(guide, guide->roles[index].title);
    } else if (list->count == 0 && part < guide->part_count) {
        request.sections = guide->parts[part].sections;
        heading = guide_text(guide, guide->parts[part].title);
    } else {
        message(STATUS_NOTHING, LABEL_NO_NUMBER, "");
        return;
    }
    open_request(menu, &request, heading);
}

static void open_words(struct menu *menu, char *line)
{
    struct guide_word words[MAX_WORDS];
    struct request request = {.words = words, .search = *line == '/' ? line + 1 : NULL};
    char heading[LINE_SIZE];
    struct output cleaned;

    output_to_buffer(&cleaned, heading, sizeof heading);
    typed_put(&cleaned, line);
    output_char(&cleaned, '\0');
    for (char *word = *line != '/' ? strtok(line, " \t") : NULL;
         word != NULL && request.word_count < MAX_WORDS; word = strtok(NULL, " \t"))
        words[request.word_count++] = (struct guide_word){word, NAME_ANY};
    open_request(menu, &request, heading);
}

static void obey(struct menu *menu, char *line)
{
    const bool stayed = menu->stays;
    uint32_t number;

    menu->stays = false;
    if (strcmp(line, "q") == 0) {
        menu->leaves = true;
    } else if (strcmp(line, "b") == 0 && !stayed) {
        select_free(&menu->list);
        menu->start = 0;
    } else if (*line == '\0' && !stayed) {
        menu->start = menu->end;
    } else if (number_parse(line, &number)) {
        open_number(menu, number);
    } else if (*line != '\0' && strcmp(line, "b") != 0) {
        open_words(menu, line);
    }
}

/* Reads a line and obeys it. The menu ends with the input. */
static void take_line(struct menu *menu)
{
    char buffer[LINE_SIZE] = "", *line = buffer;
    const ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer - 1);

    if (length < 0 && errno == EINTR) {
        tcflush(STDIN_FILENO, TCIFLUSH);
        menu->start = 0;
        return;
    }
    line += strspn(line, " \t\n");
    for (size_t end = strlen(line); end > 0 && strchr(" \t\n", line[end - 1]) != NULL;)
        line[--end] = '\0';
    menu->leaves = length <= 0;
    if (!menu->leaves)
        obey(menu, line);
}

enum status menu_run(const struct guide *guide, struct terminal *terminal)
{
    const bool clears = terminal->can_clear, pages = clears && !terminal->render.plain;
    struct menu menu = {.guide = guide, .terminal = terminal};
    int error = 0;

    output_to_memory(&menu.message);
    output_to_memory(&menu.page);
    message_keep(&menu.message);
    enter_sequence = pages ? ENTER : "";
    leave_sequence = pages ? LEAVE : clears ? CLEAR : "\n";
    while (!menu.leaves && (error = show_page(&menu)) == 0)
        take_line(&menu);
    put_sequence(leave_sequence);
    message_keep(NULL);
    select_free(&menu.list);
    free(menu.page.data);
    free(menu.message.data);
    return error == 0 ? STATUS_FOUND : message_failure(error);
}
