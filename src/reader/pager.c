/* SPDX-License-Identifier: MIT */
/* pager.c: showing a view in the pager. */
#include "reader/reader.h"

#include <errno.h>
#include <unistd.h>

enum { LINKS_SINCE = 566 }; /* version of less */

/* The pager, and what it passes on to the terminal as it is. */
struct pager {
    const char *command; /* for the shell, or NULL if there is to be none */
    bool takes_styles;   /* bold and underline (SGR) */
    bool takes_links;    /* hyperlinks (OSC 8) */
    bool is_known_less;  /* it is the program less that less(1) describes */
};

/* Whether a program of that name is in one of the folders of PATH. */
static bool is_installed(const char *name)
{
    const char *path = getenv("PATH");
    char file[1024];

    for (size_t length; path != NULL && *path != '\0';
         path += path[length] == ':' ? length + 1 : length) {
        struct output out;

        length = strcspn(path, ":");
        output_to_buffer(&out, file, sizeof file);
        output_put(&out, path, length);
        output_string(&out, length > 0 ? "/" : "./");
        output_string(&out, name);
        output_char(&out, '\0');
        if (out.error == 0 && access(file, X_OK) == 0)
            return true;
    }
    return false;
}

const char *pager_own(void)
{
    static const char suffix[] = "_PAGER";
    const char *reader = guide_text(language_guide(), language_guide()->reader);
    char name[64];
    size_t length = 0;

    for (; length < sizeof name - sizeof suffix && reader[length] != '\0'; length++) {
        const char byte = reader[length];

        if (byte >= 'a' && byte <= 'z')
            name[length] = (char)(byte - 'a' + 'A');
        else
            name[length] = byte == '-' || byte == '.' || byte == '+' ? '_' : byte;
    }
    memcpy(name + length, suffix, sizeof suffix);
    return getenv(name);
}

/* The shell command that is the pager, or NULL if there is to be none. If none is asked for, it is
 * less or else more, but not on terminals on which it could clear nothing. */
static const char *find_command(const struct terminal *terminal)
{
    const char *command;

    if (!terminal->pages)
        return NULL;
    command = pager_own();
    if (command == NULL)
        command = getenv("MANPAGER");
    if (command == NULL)
        command = getenv("PAGER");
    if (command == NULL)
        return !terminal->can_clear   ? NULL
               : is_installed("less") ? "less"
               : is_installed("more") ? "more"
                                      : NULL;
    command += strspn(command, " \t");
    return *command == '\0' || strcmp(command, "cat") == 0 ? NULL : command;
}

/* Whether a command is less, and nothing but that: what a shell makes of it cannot be known if it
 * holds more than words and options. */
static bool is_less(const char *command)
{
    const size_t length = strcspn(command, " \t");
    const char *name = command + length;

    if (command[strcspn(command, "|&;<>()$`\\\"'*?[#~={}\n")] != '\0')
        return false;
    while (name > command && name[-1] != '/')
        name--;
    return command + length - name == 4 && strncmp(name, "less", 4) == 0;
}

/* What options of less say of styles: each is a letter, or a word after two dashes; the letters
 * that take an argument take the rest of the word, and -P all up to a dollar sign. less(1). */
static bool lets_styles_through(const char *options)
{
    while (*options != '\0') {
        const char *word = options + strspn(options, " \t");
        const char *end = word + strcspn(word, " \t");

        options = end;
        if (strncmp(word, "--", 2) == 0) {
            word += 2;
            if (end - word == 17 && (strncmp(word, "RAW-CONTROL-CHARS", 17) == 0 ||
                                     strncmp(word, "raw-control-chars", 17) == 0))
                return true;
            continue;
        }
        if (*word == '+' || strncmp(word, "-+", 2) == 0)
            continue;
        for (; word < end && strchr("bDhjkoOpPtTxyz\"#", *word) == NULL; word++)
            if (*word == 'r' || *word == 'R')
                return true;
        if (word < end && *word == 'P')
            options = word + strcspn(word, "$");
        if (*options == '$')
            options++;
    }
    return false;
}

static void read_version(int fd, void *self)
{
    char *version = self, rest[256];
    ssize_t count = read(fd, version, 31);

    version[count > 0 ? count : 0] = '\0';
    while (read(fd, rest, sizeof rest) > 0)
        continue;
}

/* The version of a command that is_less, or 0: busybox has a less that takes other options, and
 * shows the bytes of hyperlinks. */
static long less_version(const char *command)
{
    char program[1024], version[32] = "";
    const size_t length = strcspn(command, " \t");
    const char *argv[] = {program, "--version", NULL};

    if (length >= sizeof program)
        return 0;
    memcpy(program, command, length);
    program[length] = '\0';
    if (run_program(argv, 1, read_version, version) != 0 || strncmp(version, "less ", 5) != 0)
        return 0;
    return strtol(version + 5, NULL, 10);
}

/* Finds the pager for what is shown on a terminal. */
static struct pager find_pager(const struct terminal *terminal)
{
    struct pager pager = {.command = find_command(terminal)};
    const char *less = getenv("LESS");
    long version;

    if (pager.command == NULL || !is_less(pager.command))
        return pager;
    version = less_version(pager.command);
    /* run_program sets LESS to -R where it is not set. */
    pager.takes_styles = less == NULL || lets_styles_through(less) ||
                         lets_styles_through(pager.command + strcspn(pager.command, " \t"));
    pager.takes_links = pager.takes_styles && terminal->render.links && version >= LINKS_SINCE;
    pager.is_known_less = version > 0;
    return pager;
}

/* What is shown: a section, what a role reads, or the guide. */
static uint32_t title_of(const struct view *view)
{
    const struct guide *guide = view->guide;
    const struct selection *selection = view->selection;
    const struct guide_role *role =
        selection != NULL ? select_only_role(guide, selection->roles) : NULL;

    if (selection != NULL && selection->count == 1)
        return guide->sections[selection->sections[0]].title;
    return role != NULL ? role->title : guide->title;
}

/* Puts plain text of the guide into a prompt of less, where some signs have a meaning; one that no
 * other sign takes away is left out. less(1). */
static void put_prompt_text(struct output *out, const char *text, bool ascii)
{
    struct output plain;

    output_to_memory(&plain);
    row_put_title(&plain, text, ascii);
    for (size_t i = 0; i < plain.length; i++) {
        if (strchr("?:.%\\", plain.data[i]) != NULL)
            output_char(out, '\\');
        if (plain.data[i] != '$')
            output_char(out, plain.data[i]);
    }
    free(plain.data);
}

/* Returns false if memory ran out. */
static bool count_lines(const struct view *view, uint32_t *lines)
{
    struct output text;

    output_to_memory(&text);
    show_put(view, &text);
    *lines = 0;
    for (size_t i = 0; i < text.length; i++)
        *lines += text.data[i] == '\n';
    free(text.data);
    return text.error == 0;
}

/* Lets less say what it shows, how far that goes, and how it is left, unless the reader has prompts
 * of their own: what LESS says comes after ours. If memory runs out, it says what it always does.
 */
static void set_prompt(const struct view *view)
{
    static const char kinds[] = "smM";
    const bool ascii = view->terminal->render.ascii;
    const struct guide *guide = view->guide;
    const char *less = getenv("LESS");
    struct output prompt;
    uint32_t lines;

    if (!count_lines(view, &lines))
        return;
    output_to_memory(&prompt);
    for (const char *kind = kinds; *kind != '\0'; kind++) {
        output_string(&prompt, "-P");
        output_char(&prompt, *kind);
        put_prompt_text(&prompt, guide_text(guide, title_of(view)), ascii);
        output_string(&prompt, "?lt  %lt-%lb ");
        put_prompt_text(&prompt, guide_label(guide, LABEL_PAGER_LINES), ascii);
        output_char(&prompt, ' ');
        output_number(&prompt, lines);
        output_string(&prompt, ".  ");
        put_prompt_text(&prompt, guide_label(guide, LABEL_KEY_LEAVE), ascii);
        output_string(&prompt, "$");
    }
    output_string(&prompt, less != NULL ? less : "-R");
    output_char(&prompt, '\0');
    if (prompt.error == 0)
        setenv("LESS", prompt.data, 1);
    free(prompt.data);
}

struct feed {
    const struct view *view;
    int error;
};

static void feed(int fd, void *self)
{
    static char buffer[16384]; /* a page that is touched first costs more than to write anew */
    struct feed *feed = self;
    struct output out;

    output_to_descriptor(&out, fd, buffer, sizeof buffer);
    show_put(feed->view, &out);
    output_flush(&out);
    feed->error = out.error;
}

enum status pager_show(const struct view *view)
{
    const struct pager pager = find_pager(view->terminal);
    /* What LESS has of -F and -X would leave the text on the screen; an option counts more. The
     * words of the command, which holds no other signs, are $0. */
    const char *argv[] = {"sh", "-c", pager.is_known_less ? "$0 -+F -+X" : pager.command,
                          pager.is_known_less ? pager.command : NULL, NULL};
    struct terminal terminal = *view->terminal;
    struct view paged = *view;
    struct feed fed = {&paged, 0};

    paged.terminal = &terminal;
    terminal.render.styles &= pager.takes_styles || terminal.styles_asked_for;
    terminal.render.links &= pager.takes_links;
    if (pager.is_known_less)
        set_prompt(&paged);
    if (pager.command == NULL || run_program(argv, 0, feed, &fed) < 0) {
        fed.view = view;
        feed(STDOUT_FILENO, &fed);
    } else if (fed.error == EPIPE) {
        fed.error = 0; /* nobody wanted to read on */
    }
    return fed.error == 0 ? STATUS_FOUND : message_failure(fed.error);
}
