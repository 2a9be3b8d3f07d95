/* text.c: the text format, for terminals, pipes and screen readers. */
#include "text.h"

#include "ascii.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 64 }; /* of lists and quotes, one in another; the compiler allows fewer */

/* Prose is no wider than this, whatever the terminal: long lines are hard to read. */
enum { PROSE_WIDTH = 78 };

/* A definition list whose terms are no wider than this has them on the line of their text. */
enum { RUN_IN_WIDTH = 14 };

/* No margin leaves fewer columns than this for text. */
enum { LEAST_WIDTH = 16 };

enum style {
    STYLE_STRONG = 1,
    STYLE_EMPHASIS = 2,
    STYLE_CODE = 4,
    STYLE_HIT = 8,
};

struct container {
    unsigned margin;
    bool tight;
    bool run_in;
    bool has_items;
    unsigned label_width;
};

struct text {
    const struct render *render;
    struct output line;   /* the line being filled, without margin */
    unsigned column;      /* columns that it takes */
    unsigned limit;       /* columns that it may take */
    unsigned margin;      /* columns before it */
    unsigned next_margin; /* columns before the lines after it */
    unsigned first_style; /* style at its beginning */
    unsigned style;       /* style at its end */

    /* The last place where it may break: bytes, columns and style before, bytes to drop there. */
    size_t break_length;
    unsigned break_column, break_style, break_skip;
    bool can_break;

    char label[16]; /* bullet or number that stands in the margin of the next line */
    bool gap;       /* a blank line is due before the next line */
    bool any;       /* something was printed */
    unsigned body_margin;
    struct container containers[MAX_DEPTH];
    unsigned depth;
};

static void put_style(struct output *out, unsigned style)
{
    output_string(out, "\033[0");
    if (style & (STYLE_STRONG | STYLE_CODE | STYLE_HIT))
        output_string(out, ";1");
    if (style & (STYLE_EMPHASIS | STYLE_HIT))
        output_string(out, ";4");
    output_char(out, 'm');
}

static void put_spaces(struct output *out, unsigned count)
{
    while (count-- > 0)
        output_char(out, ' ');
}

/* Prints the margin, with the label that is due in it. */
static void put_margin(struct text *text)
{
    struct output *out = text->render->out;
    unsigned width = 0;

    if (text->gap && text->any)
        output_char(out, '\n');
    text->gap = false;
    text->any = true;
    for (const char *c = text->label; *c != '\0'; c++)
        width += ((unsigned char)*c & 0xC0) != 0x80;
    put_spaces(out, text->margin > width ? text->margin - width : 0);
    output_string(out, text->label);
    text->label[0] = '\0';
}

/* Sets the margin of the line to come; with a line begun, that of the lines after it. */
static void set_margin(struct text *text, unsigned margin)
{
    unsigned width = text->render->options->width;

    if (text->render->options->plain)
        margin = 0;
    if (width > PROSE_WIDTH)
        width = PROSE_WIDTH;
    if (margin + LEAST_WIDTH > width)
        margin = width > LEAST_WIDTH ? width - LEAST_WIDTH : 0;
    text->next_margin = margin;
    if (text->column == 0) {
        text->margin = margin;
        text->limit = width - margin;
    }
}

/* Prints the first LENGTH bytes of the line, which end in STYLE, and takes them and SKIP more out
 * of it. */
static void put_line(struct text *text, size_t length, unsigned style, unsigned skip)
{
    struct output *out = text->render->out;

    put_margin(text);
    if (text->first_style != 0)
        put_style(out, text->first_style);
    output_put(out, text->line.data, length);
    if (style != 0)
        output_string(out, "\033[0m");
    output_char(out, '\n');
    text->line.length -= length + skip;
    memmove(text->line.data, text->line.data + length + skip, text->line.length);
    text->first_style = style;
    text->can_break = false;
    text->limit += text->margin - text->next_margin;
    text->margin = text->next_margin;
}

static void break_line(struct text *text)
{
    unsigned used = text->break_column + text->break_skip;

    put_line(text, text->break_length, text->break_style, text->break_skip);
    text->column -= used;
}

static void end_line(struct text *text)
{
    while (text->line.length > 0 && text->line.data[text->line.length - 1] == ' ')
        text->line.length--;
    put_line(text, text->line.length, text->style, 0);
    text->column = 0;
}

/* Ends the line if one was begun, be it by a label only. */
static void close_line(struct text *text)
{
    if (text->column > 0 || text->label[0] != '\0')
        end_line(text);
}

static void allow_break(struct text *text, unsigned skip)
{
    text->break_length = text->line.length;
    text->break_column = text->column;
    text->break_style = text->style;
    text->break_skip = skip;
    text->can_break = text->line.length > 0;
}

static void set_style(struct text *text, unsigned style)
{
    if (!text->render->options->styles || style == text->style)
        return;
    text->style = style;
    if (text->column > 0)
        put_style(&text->line, style);
    else
        text->first_style = style;
}

static void fill(struct text *text, const char *running, const struct guide_link *links);

static void begin_link(struct text *text, const struct guide_link *link)
{
    const struct render *render = text->render;

    if (link->kind == LINK_URL && render->options->links) {
        output_string(&text->line, "\033]8;;");
        output_string(&text->line, guide_text(render->guide, link->target));
        output_string(&text->line, "\033\\");
    }
}

/* Says behind a link's text where it leads, if the text alone does not. */
static void end_link(struct text *text, const struct guide_link *link)
{
    const struct render *render = text->render;
    const struct guide_section *elsewhere = render_elsewhere(render, link);

    if (elsewhere != NULL) {
        fill(text, " (trustman ", NULL);
        fill(text, guide_text(render->guide, elsewhere->id), NULL);
        fill(text, ")", NULL);
    } else if (link->kind == LINK_URL && render->options->links) {
        output_string(&text->line, "\033]8;;\033\\");
    } else if (link->kind == LINK_URL && !link->bare) {
        fill(text, " <", NULL);
        fill(text, guide_text(render->guide, link->target), NULL);
        fill(text, ">", NULL);
    } else if (link->kind == LINK_MAN && !link->bare) {
        fill(text, " (", NULL);
        fill(text, guide_text(render->guide, link->target), NULL);
        fill(text, ")", NULL);
    }
}

/* Puts the character at BYTES as ASCII; returns its length in bytes. */
static unsigned fill_ascii(struct text *text, const char *bytes)
{
    unsigned length;
    const char *ascii = ascii_for(bytes, &length);

    output_string(&text->line, ascii);
    text->column += (unsigned)strlen(ascii);
    return length;
}

/* Adds running text to the line, and prints each line that is full. */
static void fill(struct text *text, const char *running, const struct guide_link *links)
{
    static const unsigned style_of[] = {
        [MARK_EMPHASIS] = STYLE_EMPHASIS, [MARK_EMPHASIS_END] = STYLE_EMPHASIS,
        [MARK_STRONG] = STYLE_STRONG,     [MARK_STRONG_END] = STYLE_STRONG,
        [MARK_CODE] = STYLE_CODE,         [MARK_CODE_END] = STYLE_CODE,
    };
    const bool ascii = text->render->options->ascii;

    for (;;) {
        unsigned char byte = (unsigned char)*running++;

        if (byte > ' ' && (byte < 0x80 || !ascii)) {
            output_char(&text->line, (char)byte);
            text->column += (byte & 0xC0) != 0x80;
        } else if (byte > ' ') {
            running += fill_ascii(text, running - 1) - 1;
        } else {
            switch (byte) {
            case '\0':
                return;
            case ' ':
                if (text->column == 0)
                    continue;
                allow_break(text, 1);
                output_char(&text->line, ' ');
                text->column++;
                continue;
            case MARK_BREAK:
                allow_break(text, 0);
                continue;
            case MARK_NEWLINE:
                end_line(text);
                continue;
            case MARK_WIDE:
                text->column += !ascii;
                continue;
            case MARK_ZERO:
                text->column -= !ascii;
                continue;
            case MARK_EMPHASIS:
            case MARK_STRONG:
            case MARK_CODE:
                set_style(text, text->style | style_of[byte]);
                continue;
            case MARK_EMPHASIS_END:
            case MARK_STRONG_END:
            case MARK_CODE_END:
                set_style(text, text->style & ~style_of[byte]);
                continue;
            case MARK_LINK:
                begin_link(text, links);
                continue;
            case MARK_LINK_END:
                end_link(text, links++);
                continue;
            case MARK_HIT:
                set_style(text, text->style | STYLE_HIT);
                output_char(&text->line, MARK_HIT);
                continue;
            case MARK_HIT_END:
                output_char(&text->line, MARK_HIT_END);
                set_style(text, text->style & ~(unsigned)STYLE_HIT);
                continue;
            }
        }
        if (text->column > text->limit && text->can_break)
            break_line(text);
    }
}

/* The margin of the innermost list or quote, or of the body. */
static unsigned inner_margin(const struct text *text)
{
    return text->depth > 0 ? text->containers[text->depth - 1].margin : text->body_margin;
}

static void paragraph(struct text *text, const char *running, const struct guide_link *links)
{
    set_margin(text, inner_margin(text));
    fill(text, running, links);
    close_line(text);
    text->gap = true;
}

static void heading(struct text *text, const char *running, const struct guide_link *links,
                    unsigned margin, unsigned style)
{
    text->gap = true;
    set_margin(text, margin);
    set_style(text, style);
    fill(text, running, links);
    set_style(text, 0);
    end_line(text);
}

static void code(struct text *text, const char *lines)
{
    set_margin(text, inner_margin(text) + 2);
    for (; *lines != '\0'; lines++) {
        unsigned char byte = (unsigned char)*lines;

        if (byte == '\n')
            end_line(text);
        else if (byte >= 0x80 && text->render->options->ascii)
            lines += fill_ascii(text, lines) - 1;
        else if (byte >= ' ')
            output_char(&text->line, (char)byte);
    }
    text->gap = true;
}

static void begin_container(struct text *text, const struct guide_block *block)
{
    unsigned margin = inner_margin(text);
    struct container *container = &text->containers[text->depth];

    if (text->depth > 0 && text->containers[text->depth - 1].tight)
        text->gap = false;
    if (text->depth + 1 < MAX_DEPTH)
        text->depth++;
    *container = (struct container){.tight = block->tight, .margin = margin + 2};
    if (block->kind == BLOCK_NUMBERS)
        container->margin = margin + block->width + 1;
    if (block->kind == BLOCK_DEFINITIONS)
        container->run_in = block->width <= RUN_IN_WIDTH;
}

static void end_container(struct text *text)
{
    if (text->depth > 0)
        text->depth--;
    text->gap = true;
}

/* Lets the items of a tight list follow each other without blank lines. */
static void separate_item(struct text *text)
{
    struct container *list = &text->containers[text->depth - 1];

    if (list->tight && list->has_items)
        text->gap = false;
    list->has_items = true;
}

static void begin_item(struct text *text, const struct guide_block *block)
{
    const struct render_options *options = text->render->options;

    separate_item(text);
    if (block->number > 0 && !block->generated) {
        struct output label = {.data = text->label, .capacity = sizeof text->label};

        output_number(&label, block->number);
        output_put(&label, ". ", 3);
    } else {
        strcpy(text->label, options->ascii || options->plain ? "- " : "\342\200\242 ");
    }
}

static void term(struct text *text, const char *running, const struct guide_link *links)
{
    const struct container *list = &text->containers[text->depth - 1];

    separate_item(text);
    set_margin(text, list->margin - 2);
    fill(text, running, links);
    fill(text, ":", NULL);
    if (list->run_in)
        fill(text, " ", NULL);
    else
        end_line(text);
}

static void text_block(void *self, const struct guide_block *block)
{
    struct text *text = self;
    const char *running = guide_text(text->render->guide, block->text);
    const struct guide_link *links = render_links(text->render, block);

    if (block->kind != BLOCK_PARAGRAPH)
        close_line(text);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        heading(text, running, links, block->level == 1 ? 0 : text->body_margin / 2,
                block->level == 3 ? STYLE_EMPHASIS : STYLE_STRONG);
        break;
    case BLOCK_PARAGRAPH:
        paragraph(text, running, links);
        break;
    case BLOCK_CODE:
        code(text, running);
        break;
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        begin_container(text, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        end_container(text);
        break;
    case BLOCK_ITEM:
        begin_item(text, block);
        break;
    case BLOCK_TERM:
        term(text, running, links);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
    case BLOCK_KINDS:
        break;
    }
}

static void text_section(void *self, const struct guide_section *section)
{
    struct text *text = self;

    heading(text, guide_text(text->render->guide, section->title), NULL, 0, STYLE_STRONG);
    text->gap = true;
}

void text_wrap(const struct render *render, const char *running, const struct guide_link *links,
               unsigned margin)
{
    struct text text = {.render = render};

    output_to_memory(&text.line);
    set_margin(&text, margin);
    fill(&text, running, links);
    close_line(&text);
    if (text.line.error != 0)
        output_fail(render->out);
    free(text.line.data);
}

void render_text(const struct render *render)
{
    static const struct render_blocks calls = {text_section, text_block};
    struct text text = {.render = render};

    text.body_margin = render->options->width < 60 ? 2 : 4;
    output_to_memory(&text.line);
    render_walk(render, &calls, &text);
    if (text.line.error != 0)
        output_fail(render->out);
    free(text.line.data);
}
