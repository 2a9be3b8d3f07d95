/* SPDX-License-Identifier: MIT */
/* wrap.c: inline text as lines of a terminal: wrapped, with margin, labels and styles. */
#include "format/wrap.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "format/hints.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Prose is no wider than this, whatever the terminal: long lines are hard to read. */
enum { PROSE_WIDTH = 78 };

/* No margin leaves fewer columns than this for text. */
enum { LEAST_WIDTH = 16 };

unsigned wrap_width(const struct render_options *options)
{
    const bool is_wide = options->width > PROSE_WIDTH && options->width != RENDER_UNBROKEN;

    return is_wide ? PROSE_WIDTH : options->width;
}

void wrap_begin(struct wrap *wrap, const struct render *render)
{
    const unsigned width = wrap_width(render->options);

    assert(width > LEAST_WIDTH);
    *wrap = (struct wrap){.render = render, .width = width, .limit = width};
    output_to_memory(&wrap->line);
}

void wrap_end(struct wrap *wrap)
{
    if (wrap->line.error != 0)
        output_fail(wrap->render->out);
    free(wrap->line.data);
}

static void put_style(struct output *out, unsigned style)
{
    output_string(out, "\033[0");
    if (style & (WRAP_STRONG | WRAP_CODE | WRAP_HIT))
        output_string(out, ";1");
    if (style & (WRAP_EMPHASIS | WRAP_HIT))
        output_string(out, ";4");
    output_char(out, 'm');
}

/* Puts the margin, with the label that is due in it; of an empty line, without spaces at its end.
 */
static void put_margin(struct wrap *wrap, bool empty)
{
    static const char spaces[] = "                                ";
    const unsigned room = (unsigned)sizeof spaces - 1;
    struct output *out = wrap->render->out;
    size_t label = strlen(wrap->label);
    unsigned width = 0;

    if (wrap->gap && wrap->any)
        output_char(out, '\n');
    wrap->gap = false;
    wrap->any = true;
    for (const char *c = wrap->label; *c != '\0'; c++)
        width += !utf8_is_continuation(*c);
    width = wrap->margin > width && !(empty && label == 0) ? wrap->margin - width : 0;
    for (; width > room; width -= room)
        output_put(out, spaces, room);
    output_put(out, spaces, width);
    if (label > 0)
        output_put(out, wrap->label, empty ? label - 1 : label);
    wrap->label[0] = '\0';
}

/* Makes the margin that of the line to come. */
static void begin_margin(struct wrap *wrap)
{
    wrap->margin = wrap->next_margin;
    wrap->limit = wrap->width - wrap->margin; /* at least LEAST_WIDTH: wrap_set_margin sees to it */
}

void wrap_set_margin(struct wrap *wrap, unsigned margin)
{
    const unsigned most = wrap->width - LEAST_WIDTH;

    wrap->next_margin = wrap->render->options->plain ? 0 : margin < most ? margin : most;
    if (wrap->column == 0)
        begin_margin(wrap);
}

/* Puts a line: what is in the buffer, and LENGTH bytes more. The next line begins with STYLE. */
static void put_line(struct wrap *wrap, size_t buffered, const char *bytes, size_t length,
                     unsigned style)
{
    struct output *out = wrap->render->out;

    put_margin(wrap, buffered + length == 0);
    if (wrap->first_style != 0)
        put_style(out, wrap->first_style);
    output_put(out, wrap->line.data, buffered);
    output_put(out, bytes, length);
    if (style != 0)
        output_string(out, "\033[0m");
    output_char(out, '\n');
    wrap->first_style = style;
    wrap->can_break = false;
    begin_margin(wrap);
}

/* Puts the line up to its last place to break. If memory ran out, what is dropped there may be
 * missing. */
static void break_line(struct wrap *wrap)
{
    size_t used = wrap->break_length + wrap->break_skip;

    assert(wrap->can_break && wrap->break_column + wrap->break_skip <= wrap->column);
    assert(used <= wrap->line.length || wrap->line.error != 0);
    if (used > wrap->line.length)
        used = wrap->line.length;
    put_line(wrap, wrap->break_length < wrap->line.length ? wrap->break_length : wrap->line.length,
             "-", wrap->break_hyphen, wrap->break_style);
    wrap->line.length -= used;
    memmove(wrap->line.data, wrap->line.data + used, wrap->line.length);
    wrap->column -= wrap->break_column + wrap->break_skip;
}

void wrap_end_line(struct wrap *wrap)
{
    size_t length = wrap->line.length;

    while (length > 0 && wrap->line.data[length - 1] == ' ')
        length--;
    put_line(wrap, length, "", 0, wrap->style);
    wrap->line.length = 0;
    wrap->column = 0;
}

void wrap_close_line(struct wrap *wrap)
{
    if (wrap->column > 0 || wrap->label[0] != '\0')
        wrap_end_line(wrap);
}

/* Notes that the line may break, AHEAD bytes of ASCII after where it ends now, if anything is
 * before that; SKIP bytes are dropped there. */
static void allow_break(struct wrap *wrap, unsigned ahead, unsigned skip)
{
    wrap->break_length = wrap->line.length + ahead;
    wrap->break_column = wrap->column + ahead;
    wrap->break_style = wrap->style;
    wrap->break_skip = skip;
    wrap->break_hyphen = false;
    wrap->can_break = wrap->break_length > 0;
}

/* Notes that the line may break after a soft hyphen. Where a hyphen would not fit into the line, an
 * earlier place is better. */
static void allow_hyphen(struct wrap *wrap)
{
    if (wrap->column >= wrap->limit && wrap->can_break)
        return;
    allow_break(wrap, 0, 0);
    wrap->break_hyphen = true;
}

void wrap_set_style(struct wrap *wrap, unsigned style)
{
    if (!wrap->render->options->styles || style == wrap->style)
        return;
    wrap->style = style;
    if (wrap->column > 0)
        put_style(&wrap->line, style);
    else
        wrap->first_style = style;
}

/* Puts a part of an address that the terminal reads but does not show. What is neither ASCII nor
 * printed is given by its hexadecimal code. */
static void put_address(void *self, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789ABCDEF";
    struct output *line = &((struct wrap *)self)->line;

    for (const char *end = bytes + length; bytes < end; bytes++) {
        unsigned char byte = (unsigned char)*bytes;

        if (byte > ' ' && byte < 0x7F) {
            output_char(line, *bytes);
        } else {
            output_char(line, '%');
            output_char(line, digits[byte >> 4]);
            output_char(line, digits[byte & 15]);
        }
    }
}

static void begin_link(struct wrap *wrap, const struct guide_link *link)
{
    const struct render *render = wrap->render;

    assert(link != NULL);
    if (link->kind == LINK_URL && render->options->links) {
        output_string(&wrap->line, "\033]8;;");
        render_title(guide_text(render->guide, link->target), put_address, wrap);
        output_string(&wrap->line, "\033\\");
    }
}

static void fill_hint(void *self, const char *string)
{
    wrap_ascii(self, string, string + strlen(string));
}

static void fill_hint_text(void *self, const char *marked)
{
    wrap_fill(self, marked, NULL);
}

/* Puts the number of a reference: that which one before has that leads to the same. */
static void put_reference(struct wrap *wrap, struct output *references,
                          const struct guide_link *link)
{
    const struct guide_link *known = (const struct guide_link *)(const void *)references->data;
    const uint32_t count = (uint32_t)(references->length / sizeof *known);
    char digits[16] = "";
    struct output number;
    uint32_t n = 0;

    while (n < count && (known[n].kind != link->kind || known[n].target != link->target))
        n++;
    if (n == count)
        output_put(references, (const char *)link, sizeof *link);
    output_to_buffer(&number, digits, sizeof digits);
    output_put(&number, " [", 2);
    output_number(&number, n + 1);
    output_put(&number, "]", 2);
    wrap_fill(wrap, digits, NULL);
}

/* Says after the text of a link where it leads, if the text alone does not. */
static void end_link(struct wrap *wrap, const struct guide_link *link)
{
    static const struct hint_style hints = {
        {[HINT_SECTION] = {" (", ")"}, [HINT_MAN] = {" (", ")"}, [HINT_URL] = {" <", ">"}},
        fill_hint,
        fill_hint_text};

    const struct render_options *options = wrap->render->options;

    assert(link != NULL);
    if (link->kind == LINK_URL && options->links)
        output_string(&wrap->line, "\033]8;;\033\\");
    else if (options->marks != NULL && (link->kind == LINK_SECTION || link->kind == LINK_PLACE))
        put_reference(wrap, &options->marks->references, link);
    else
        hints_put(wrap->render, wrap->nesting, link, &hints, wrap);
}

/* Adds the character outside of ASCII at BYTES, which takes so many COLUMNS unless it has to be
 * written in ASCII; returns its length in bytes. */
static unsigned fill_character(struct wrap *wrap, const char *bytes, unsigned columns)
{
    static const char soft_hyphen[] = "\u00AD";
    unsigned length = 1;

    wrap->soft_hyphen = bytes[0] == soft_hyphen[0] && bytes[1] == soft_hyphen[1];
    if (wrap->soft_hyphen)
        return sizeof soft_hyphen - 1;
    if (wrap->render->options->ascii) {
        const char *ascii = ascii_for(bytes, &length);

        output_string(&wrap->line, ascii);
        wrap->column += (unsigned)strlen(ascii);
        return length;
    }
    while (utf8_is_continuation(bytes[length]))
        length++;
    output_put(&wrap->line, bytes, length);
    wrap->column += columns;
    return length;
}

static void fill_mark(struct wrap *wrap, enum guide_mark mark, const struct guide_link *link)
{
    static const unsigned styles[] = {
        [MARK_EMPHASIS] = WRAP_EMPHASIS, [MARK_EMPHASIS_END] = WRAP_EMPHASIS,
        [MARK_STRONG] = WRAP_STRONG,     [MARK_STRONG_END] = WRAP_STRONG,
        [MARK_CODE] = WRAP_CODE,         [MARK_CODE_END] = WRAP_CODE,
        [MARK_HIT] = WRAP_HIT,           [MARK_HIT_END] = WRAP_HIT,
    };

    switch (mark) {
    case MARK_EMPHASIS:
    case MARK_STRONG:
    case MARK_CODE:
        wrap_set_style(wrap, wrap->style | styles[mark]);
        break;
    case MARK_EMPHASIS_END:
    case MARK_STRONG_END:
    case MARK_CODE_END:
        wrap_set_style(wrap, wrap->style & ~styles[mark]);
        break;
    case MARK_HIT:
        wrap_set_style(wrap, wrap->style | styles[mark]);
        output_char(&wrap->line, (char)mark);
        break;
    case MARK_HIT_END:
        output_char(&wrap->line, (char)mark);
        wrap_set_style(wrap, wrap->style & ~styles[mark]);
        break;
    case MARK_LINK:
        begin_link(wrap, link);
        break;
    case MARK_LINK_END:
        end_link(wrap, link);
        break;
    case MARK_NEWLINE:
        wrap_end_line(wrap);
        break;
    case MARK_TAB:
        wrap_fill(wrap, " ", NULL);
        break;
    case MARK_BREAK:
        if (wrap->soft_hyphen)
            allow_hyphen(wrap);
        else
            allow_break(wrap, 0, 0);
        break;
    case MARK_WIDE:
    case MARK_ZERO:
    case MARK_PLACE:
        break;
    }
}

/* Whether a byte is a character of one column: ASCII, and no mark. */
static bool is_ascii(char byte)
{
    return (unsigned char)(byte - ' ') < 0x7F - ' ';
}

/* The last space between two places of a text, or NULL. */
static const char *last_space(const char *from, const char *to)
{
    while (to > from)
        if (*--to == ' ')
            return to;
    return NULL;
}

/* Adds text to the line's buffer, for what is to follow it in the line. */
static void keep(struct wrap *wrap, const char *from, const char *to)
{
    const char *space = last_space(from, to);

    if (space != NULL)
        allow_break(wrap, (unsigned)(space - from), 1);
    output_put(&wrap->line, from, (size_t)(to - from));
    wrap->column += (unsigned)(to - from);
}

/* Columns that are left in the line. */
static size_t room_in(const struct wrap *wrap)
{
    return wrap->column < wrap->limit ? wrap->limit - wrap->column : 0;
}

/* The space where a line ends that has more text than ROOM columns: the last that it has room for
 * or, after a word that is wider than a line, the next. NULL if the line cannot end here. */
static const char *line_end(const struct wrap *wrap, const char *text, const char *end, size_t room)
{
    const char *space = last_space(text, text + room + 1);

    if (space != NULL || wrap->can_break)
        return space;
    return memchr(text + room, ' ', (size_t)(end - text) - room);
}

/* A line does not begin with spaces. */
static const char *skip_spaces(const struct wrap *wrap, const char *text)
{
    while (*text == ' ' && wrap->column == 0)
        text++;
    return text;
}

/* Puts the lines that are full; returns where in the text the one begins that is not. */
static const char *put_full_lines(struct wrap *wrap, const char *text, const char *end)
{
    size_t room;

    while ((size_t)(end - text) > (room = room_in(wrap))) {
        const char *space = line_end(wrap, text, end, room);

        if (space != NULL) {
            put_line(wrap, wrap->line.length, text, (size_t)(space - text), wrap->style);
            wrap->line.length = 0;
            wrap->column = 0;
            text = space + 1;
        } else if (wrap->can_break) {
            break_line(wrap);
        } else {
            break;
        }
        text = skip_spaces(wrap, text);
    }
    return text;
}

void wrap_ascii(struct wrap *wrap, const char *text, const char *end)
{
    text = skip_spaces(wrap, text);
    if ((size_t)(end - text) > room_in(wrap))
        text = put_full_lines(wrap, text, end);
    keep(wrap, text, end);
}

/* This has a walk of its own: each byte is looked at anyway, and the shared one would do it twice.
 */
void wrap_fill(struct wrap *wrap, const char *inline_text, const struct guide_link *links)
{
    unsigned columns = 1; /* of the next character outside of ASCII */

    for (;;) {
        const char *end = inline_text;
        enum guide_mark mark;

        while (is_ascii(*end))
            end++;
        if (end > inline_text) {
            wrap_ascii(wrap, inline_text, end);
            wrap->soft_hyphen = false;
        }
        inline_text = end;
        if (*inline_text == '\0')
            return;
        if ((unsigned char)*inline_text > ' ') {
            inline_text += fill_character(wrap, inline_text, columns);
            columns = 1;
            if (wrap->column > wrap->limit && wrap->can_break)
                break_line(wrap);
            continue;
        }
        mark = (enum guide_mark) * inline_text++;
        if (mark == MARK_WIDE || mark == MARK_ZERO)
            columns = mark == MARK_WIDE ? 2 : 0;
        else
            fill_mark(wrap, mark, links);
        if (mark == MARK_LINK_END)
            links++;
    }
}

static void put_tab(struct wrap *wrap)
{
    do {
        output_char(&wrap->line, ' ');
        wrap->column++;
    } while (wrap->column % RENDER_TAB_COLUMNS != 0);
}

/* Not by render_code: in ASCII, a character may take other columns than its mark says. */
void wrap_code(struct wrap *wrap, const char *lines)
{
    unsigned columns = 1; /* of the next character outside of ASCII */

    while (*lines != '\0') {
        const char *end = lines;

        while (is_ascii(*end))
            end++;
        output_put(&wrap->line, lines, (size_t)(end - lines));
        wrap->column += (unsigned)(end - lines);
        if ((unsigned char)*end >= 0x7F) {
            lines = end + fill_character(wrap, end, columns);
            columns = 1;
            continue;
        }
        if (*end == MARK_NEWLINE)
            wrap_end_line(wrap);
        else if (*end == MARK_TAB)
            put_tab(wrap);
        columns = *end == MARK_WIDE ? 2 : *end == MARK_ZERO ? 0 : 1;
        lines = end + (*end != '\0');
    }
}
