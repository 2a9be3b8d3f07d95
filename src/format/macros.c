/* SPDX-License-Identifier: MIT */
/* macros.c: sections in the macros of man(7). */
#include "format/macros.h"

#include <string.h>

/* Columns by which lists and quotes are moved at most; on 40 columns, that leaves text some. */
enum { MAX_MARGIN = 24 };

enum { QUOTE_INDENT = 4, TERM_INDENT = 7 };

/* Whether a text is a name such as git-log, which somebody may search for or type. */
static bool is_name(const char *bytes, size_t length)
{
    static const char signs[] = "-._0123456789abcdefghijklmnopqrstuvwxyz";

    while (length > 0 && memchr(signs, bytes[length - 1], sizeof signs - 1) != NULL)
        length--;
    return length == 0;
}

static void put_text(void *self, const char *bytes, size_t length)
{
    struct macros *macros = self;
    bool name = (macros->roff.font & 1) != 0 && is_name(bytes, length);

    roff_text(&macros->roff, bytes, length, name ? ROFF_LITERAL : macros->escaping);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link);

static const struct render_inlines inlines = {put_text, put_mark};

void macros_put_string(struct macros *macros, const char *string, enum roff_escaping escaping)
{
    macros->escaping = escaping;
    render_inline_text(string, NULL, &inlines, macros);
    macros->escaping = ROFF_PROSE;
}

/* How the target of a link to a manual page or an address is escaped. */
static enum roff_escaping target_escaping(const struct guide_link *link)
{
    return link->kind == LINK_URL ? ROFF_ADDRESS : ROFF_LITERAL;
}

/* Says after the text of a link where it leads, if the text alone does not. */
static void end_link(struct macros *macros, const struct guide_link *link)
{
    enum hint hint = hints_find(macros->render, &macros->nesting, link);

    switch (hint) {
    case HINT_HERE:
    case HINT_SECTION:
        macros->refer(macros, hint, link);
        break;
    case HINT_MAN:
    case HINT_URL:
        macros_put_string(macros, hint == HINT_URL ? " <" : " (", ROFF_PROSE);
        macros_put_string(macros, guide_text(macros->render->guide, link->target),
                          target_escaping(link));
        macros_put_string(macros, hint == HINT_URL ? ">" : ")", ROFF_PROSE);
        break;
    case HINT_NONE:
    case HINTS:
        break;
    }
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct macros *macros = self;

    switch (mark) {
    case MARK_EMPHASIS:
        roff_font(&macros->roff, macros->roff.font | 2);
        break;
    case MARK_EMPHASIS_END:
        roff_font(&macros->roff, macros->roff.font & ~2U);
        break;
    case MARK_STRONG:
        roff_font(&macros->roff, macros->roff.font | 1);
        break;
    case MARK_STRONG_END:
        roff_font(&macros->roff, macros->roff.font & ~1U);
        break;
    case MARK_CODE:
        roff_font(&macros->roff, macros->roff.font | 1);
        macros->escaping = ROFF_LITERAL;
        break;
    case MARK_CODE_END:
        roff_font(&macros->roff, macros->roff.font & ~1U);
        macros->escaping = ROFF_PROSE;
        break;
    case MARK_LINK:
        macros->escaping = link->bare ? target_escaping(link) : ROFF_PROSE;
        break;
    case MARK_LINK_END:
        macros->escaping = ROFF_PROSE;
        end_link(macros, link);
        break;
    case MARK_NEWLINE:
        roff_end_word(&macros->roff);
        roff_end_line(&macros->roff);
        output_string(macros->render->out, ".br\n");
        break;
    case MARK_BREAK:
        roff_break(&macros->roff);
        break;
    default:
        break;
    }
}

void macros_put_running(struct macros *macros, const char *inline_text,
                        const struct guide_link *links)
{
    render_inline_text(inline_text, links, &inlines, macros);
    roff_end_text(&macros->roff);
}

void macros_put_line(struct macros *macros, unsigned font, const char *inline_text,
                     const struct guide_link *links)
{
    roff_font(&macros->roff, font);
    render_inline_text(inline_text, links, &inlines, macros);
    roff_font(&macros->roff, 0);
    roff_end_text(&macros->roff);
}

void macros_put_text(struct macros *macros, const char *macro, const char *inline_text,
                     const struct guide_link *links)
{
    output_string(macros->render->out, macro);
    roff_set_line(&macros->roff, ROFF_HEADING);
    macros_put_running(macros, inline_text, links);
}

void macros_put_heading(struct macros *macros, const char *macro, const char *inline_text,
                        const struct guide_link *links)
{
    macros_put_text(macros, macro, inline_text, links);
    macros->after_heading = true;
}

static const struct render_container *innermost(const struct macros *macros)
{
    return render_innermost(&macros->nesting);
}

/* Columns from the margin of a container to what it holds; of a list, to the text of its items. */
static unsigned indent_of(const struct render_container *container)
{
    switch (container->kind) {
    case BLOCK_BULLETS:
        return MACROS_BULLET_INDENT;
    case BLOCK_NUMBERS:
        return container->width + 1;
    case BLOCK_DEFINITIONS:
        return TERM_INDENT;
    default:
        return 0;
    }
}

/* Columns from the margin of the container around this one to its own. */
static unsigned relative_margin(const struct render_container *container)
{
    return indent_of(container - 1) + (container->kind == BLOCK_QUOTE ? QUOTE_INDENT : 0);
}

/* Columns by which the innermost container is moved from the one around it, so that none begins
 * beyond MAX_MARGIN. */
static unsigned count_moved(const struct macros *macros)
{
    unsigned margin = 0, moved = 0;

    for (unsigned depth = 1; depth <= macros->nesting.depth; depth++) {
        moved = relative_margin(&macros->nesting.containers[depth]);
        if (moved > MAX_MARGIN - margin)
            moved = MAX_MARGIN - margin;
        margin += moved;
    }
    return moved;
}

/* Begins a paragraph where one needs to be begun. */
static void begin_paragraph(struct macros *macros)
{
    const struct render_container *container = innermost(macros);
    bool in_item = render_is_list(container);

    if (in_item && container->filled)
        roff_macro_number(&macros->roff, ".IP \\& ", indent_of(container));
    else if (!in_item && !macros->after_heading)
        roff_macro(&macros->roff, ".PP");
    macros->after_heading = false;
}

/* Ends a line of code: the only mark in it is a newline. */
static void end_code_line(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct macros *macros = self;

    (void)mark;
    (void)link;
    if (macros->roff.word.length == 0)
        roff_escape(&macros->roff, "\\&");
    roff_end_text(&macros->roff);
    roff_set_line(&macros->roff, ROFF_VERBATIM);
}

static void put_code(struct macros *macros, const struct guide_block *block)
{
    static const struct render_inlines calls = {put_text, end_code_line};

    roff_macro_number(&macros->roff, ".RS ", QUOTE_INDENT + indent_of(innermost(macros)));
    roff_macro(&macros->roff, ".PP");
    roff_macro(&macros->roff, ".EX");
    macros->escaping = ROFF_LITERAL;
    roff_set_line(&macros->roff, ROFF_VERBATIM);
    render_code(guide_text(macros->render->guide, block->text), &calls, macros);
    roff_set_line(&macros->roff, ROFF_FILLED);
    macros->escaping = ROFF_PROSE;
    roff_macro(&macros->roff, ".EE");
    roff_macro(&macros->roff, ".nh"); /* .EE of groff 1.22 turns hyphenation on */
    roff_macro(&macros->roff, ".RE");
    macros->after_heading = false;
}

static void begin_container(struct macros *macros, const struct guide_block *block)
{
    unsigned moved = count_moved(macros);

    if (moved > 0)
        roff_macro_number(&macros->roff, ".RS ", moved);
    if (block->kind == BLOCK_QUOTE)
        macros->after_heading = false;
}

static void end_container(struct macros *macros)
{
    if (count_moved(macros) > 0)
        roff_macro(&macros->roff, ".RE");
}

/* Begins an item of a list; .TQ is .TP without space before it. */
static void begin_item(struct macros *macros, const struct guide_block *block)
{
    const struct render_container *list = innermost(macros), *outer = list - 1;
    bool dense = list->items > 1 ? list->tight : outer->tight;

    macros->after_heading = false;
    roff_macro_number(&macros->roff, dense ? ".TQ " : ".TP ", indent_of(list));
    if (list->kind == BLOCK_BULLETS) {
        roff_macro(&macros->roff, "\\(bu");
    } else if (list->kind == BLOCK_NUMBERS) {
        output_number(macros->render->out, block->number);
        roff_macro(&macros->roff, ".");
    }
}

/* Puts the text of a block, up to the end of its last line. */
static void put_block_text(struct macros *macros, const struct guide_block *block)
{
    macros_put_running(macros, guide_text(macros->render->guide, block->text),
                       render_links(macros->render, block));
}

static void begin_definition(struct macros *macros, const struct guide_block *block)
{
    begin_item(macros, block);
    roff_set_line(&macros->roff, ROFF_ONE_LINE);
    if (block->origin == ORIGIN_FRONT)
        macros_put_line(macros, 1, guide_text(macros->render->guide, block->text), NULL);
    else
        put_block_text(macros, block);
}

static void put_paragraph(struct macros *macros, const struct guide_block *block)
{
    begin_paragraph(macros);
    put_block_text(macros, block);
}

/* The rank of a heading of a section's body, or of one of level 1: 0 and 1 have a macro, 2 and 3
 * are a line. Where the page has several sections, their titles are headings above those. */
static unsigned heading_rank(const struct macros *macros, unsigned level)
{
    if (level == 1)
        return 0;
    return macros->single ? level - 2 : level - 1;
}

static void put_block_heading(struct macros *macros, const struct guide_block *block)
{
    const char *inline_text = guide_text(macros->render->guide, block->text);
    const struct guide_link *links = render_links(macros->render, block);
    unsigned rank = heading_rank(macros, block->level);

    if (rank < 2) {
        macros_put_heading(macros, rank == 0 ? ".SH " : ".SS ", inline_text, links);
    } else {
        begin_paragraph(macros);
        macros_put_line(macros, rank - 1, inline_text, links);
    }
}

void macros_put_block(struct macros *macros, const struct guide_block *block)
{
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        put_block_heading(macros, block);
        break;
    case BLOCK_PARAGRAPH:
        put_paragraph(macros, block);
        break;
    case BLOCK_CODE:
        put_code(macros, block);
        break;
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        begin_container(macros, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        end_container(macros);
        break;
    case BLOCK_ITEM:
        begin_item(macros, block);
        break;
    case BLOCK_TERM:
        begin_definition(macros, block);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
    case BLOCK_KINDS:
        break;
    }
}
