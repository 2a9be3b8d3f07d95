/* SPDX-License-Identifier: MIT */
/* terminal.c: what the terminal and the environment ask for. */
#include "base/number.h"
#include "reader/reader.h"

#include <sys/ioctl.h>
#include <unistd.h>

enum { LEAST_WIDTH = 20, USUAL_WIDTH = 80, USUAL_ROWS = 24 };

/* The value of an environment variable, or NULL if it is unset or empty. */
static const char *setting(const char *name)
{
    const char *value = getenv(name);

    return value != NULL && *value != '\0' ? value : NULL;
}

bool terminal_is_utf8(void)
{
    static const char names[][9] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *value = NULL;

    for (size_t i = 0; i < sizeof names / sizeof *names && value == NULL; i++)
        value = setting(names[i]);
    for (; value != NULL && *value != '\0'; value++)
        if ((value[0] | 32) == 'u' && (value[1] | 32) == 't' && (value[2] | 32) == 'f')
            return value[3] == '8' || (value[3] == '-' && value[4] == '8');
    return false;
}

void terminal_measure(struct terminal *terminal)
{
    static const char names[][9] = {"MANWIDTH", "COLUMNS"};
    struct winsize size = {0};
    uint32_t width = terminal->width;

    for (size_t i = 0; i < sizeof names / sizeof *names && width == 0; i++) {
        const char *value = setting(names[i]);

        if (value != NULL && !number_parse(value, &width))
            width = 0;
    }
    if (terminal->is_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
        size = (struct winsize){0};
    if (width == 0)
        width = size.ws_col > 0 ? size.ws_col : USUAL_WIDTH;
    terminal->render.width = width > LEAST_WIDTH ? width : LEAST_WIDTH;
    if (terminal->render.plain && terminal->width == 0)
        terminal->render.width = RENDER_UNBROKEN;
    terminal->columns = size.ws_col > 0 ? size.ws_col : USUAL_WIDTH;
    terminal->rows = size.ws_row > 0 ? size.ws_row : USUAL_ROWS;
}

/* Whether the terminal takes hyperlinks, as far as can be known. tmux and screen hand the variables
 * on but may lose the addresses, so they count as terminals that do not. */
static bool takes_links(const char *term)
{
    static const char variables[][20] = {
        "VTE_VERSION",  "KONSOLE_VERSION", "ITERM_SESSION_ID",    "WT_SESSION",
        "WEZTERM_PANE", "KITTY_WINDOW_ID", "ALACRITTY_WINDOW_ID", "GHOSTTY_BIN_DIR"};

    if (setting("TMUX") != NULL || setting("STY") != NULL)
        return false;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (setting(variables[i]) != NULL)
            return true;
    return strncmp(term, "foot", 4) == 0;
}

void terminal_begin(struct terminal *terminal, const struct request *request)
{
    struct render_options *render = &terminal->render;
    const char *term;

    *terminal = (struct terminal){.width = request->width};
    terminal->is_terminal = isatty(STDOUT_FILENO);
    render->ascii = !terminal_is_utf8();
    render->plain = request->plain || setting("ACCESSIBLE") != NULL;
    terminal_measure(terminal);
    terminal->styles_asked_for = render->styles = request->color == COLOR_ALWAYS;
    if (!terminal->is_terminal)
        return;
    term = setting("TERM");
    terminal->can_clear = term != NULL && strcmp(term, "dumb") != 0;
    terminal->pages = !request->no_pager && !render->plain && request->action < ACTION_HELP;
    if (request->color == COLOR_AUTO)
        render->styles = terminal->can_clear && !render->plain && setting("NO_COLOR") == NULL;
    render->links = render->styles && terminal->can_clear && takes_links(term);
}
