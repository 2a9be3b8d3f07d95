/* man.c: the man format, in the man(7) macros that groff and mandoc both take without complaint. */
#include "format/hints.h"
#include "format/roff.h"

#include <stdlib.h>
#include <string.h>

/* What fits into the header of a page between the name of the page on both sides. */
enum { HEADER_COLUMNS = 78 };

enum { MAX_DEPTH = 64 }; /* of lists and quotes, one in another; the compiler allows fewer */

enum { QUOTE_INDENT = 4, TERM_INDENT = 7 };

struct container {
    enum guide_block_kind kind;
    unsigned indent;   /* of the text of its items, from the container's margin */
    bool tight;        /* no space between its items */
    bool is_set_in;    /* it has a margin of its own */
    bool has_items;    /* an item was begun */
    bool item_is_bare; /* nothing was put in the item yet */
};

struct man {
    const struct render *render;
    struct roff roff;
    bool after_heading; /* no paragraph macro is due */
    bool single;        /* a page of one section: its headings are those of the page */
    bool described;     /* DESCRIPTION, or another heading, was put */
    const struct guide_section *section;
    struct container containers[MAX_DEPTH];
    unsigned depth;
    unsigned char *pages; /* bit N: page N is referred to */
};

static void put_text(void *self, const char *bytes, size_t length)
{
    roff_text(&((struct man *)self)->roff, bytes, length);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link);

static const struct render_inlines inlines = {put_text, put_mark};

static void put_string(struct man *man, const char *string)
{
    render_inline_text(string, NULL, &inlines, man);
}

static void put_page(struct man *man, const struct guide_page *page)
{
    const struct guide *guide = man->render->guide;
    bool literal = man->roff.literal;
    unsigned font = man->roff.font;

    man->roff.literal = true;
    roff_font(&man->roff, 1);
    put_string(man, guide_text(guide, page->name));
    roff_font(&man->roff, 0);
    put_string(man, "(");
    put_string(man, guide_text(guide, page->manual_section));
    put_string(man, ")");
    roff_font(&man->roff, font);
    man->roff.literal = literal;
}

/* Puts an address, or the name of a man page outside of the guide. */
static void put_target(struct man *man, uint32_t target, bool address)
{
    man->roff.literal = true;
    man->roff.address = address;
    put_string(man, guide_text(man->render->guide, target));
    man->roff.literal = man->roff.address = false;
}

/* Names the page of a section, and notes that it was named. */
static void refer_to_page(struct man *man, uint32_t section)
{
    const struct guide *guide = man->render->guide;
    uint32_t page = guide->sections[section].page;

    put_page(man, &guide->pages[page]);
    man->pages[page / 8] |= (unsigned char)(1U << page % 8);
}

/* Says after the text of a link where it leads, if the text alone does not. */
static void end_link(struct man *man, const struct guide_link *link)
{
    enum hint hint = hints_find(man->render, link);

    if (hint == HINT_NONE)
        return;
    put_string(man, hint == HINT_URL ? " <" : " (");
    if (hint == HINT_SECTION)
        refer_to_page(man, link->target);
    else
        put_target(man, link->target, hint == HINT_URL);
    put_string(man, hint == HINT_URL ? ">" : ")");
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct man *man = self;

    switch (mark) {
    case MARK_EMPHASIS:
        roff_font(&man->roff, man->roff.font | 2);
        break;
    case MARK_EMPHASIS_END:
        roff_font(&man->roff, man->roff.font & ~2U);
        break;
    case MARK_STRONG:
        roff_font(&man->roff, man->roff.font | 1);
        break;
    case MARK_STRONG_END:
        roff_font(&man->roff, man->roff.font & ~1U);
        break;
    case MARK_CODE:
        roff_font(&man->roff, man->roff.font | 1);
        man->roff.literal = true;
        break;
    case MARK_CODE_END:
        roff_font(&man->roff, man->roff.font & ~1U);
        man->roff.literal = false;
        break;
    case MARK_LINK:
        man->roff.literal = link->bare;
        man->roff.address = link->bare && link->kind == LINK_URL;
        break;
    case MARK_LINK_END:
        man->roff.literal = man->roff.address = false;
        end_link(man, link);
        break;
    case MARK_NEWLINE:
        roff_end_word(&man->roff);
        roff_end_line(&man->roff);
        output_string(man->render->out, ".br\n");
        break;
    case MARK_BREAK:
        roff_break(&man->roff);
        break;
    default:
        break;
    }
}

/* Puts inline text, up to the end of its last line. */
static void put_running(struct man *man, const char *inline_text, const struct guide_link *links)
{
    render_inline_text(inline_text, links, &inlines, man);
    roff_end_word(&man->roff);
    man->roff.line_stops = false;
    roff_end_line(&man->roff);
}

/* Puts a line of its own that looks like a heading. */
static void put_bold_line(struct man *man, const char *inline_text, const struct guide_link *links)
{
    roff_font(&man->roff, 1);
    render_inline_text(inline_text, links, &inlines, man);
    roff_font(&man->roff, 0);
    put_running(man, "", NULL);
}

/* Puts a macro whose argument is text. */
static void put_macro_text(struct man *man, const char *macro, const char *inline_text,
                           const struct guide_link *links)
{
    output_string(man->render->out, macro);
    man->roff.one_line = true;
    man->roff.fonts = false;
    put_running(man, inline_text, links);
    man->roff.one_line = false;
    man->roff.fonts = true;
}

static void put_heading(struct man *man, const char *macro, const char *inline_text,
                        const struct guide_link *links)
{
    put_macro_text(man, macro, inline_text, links);
    man->after_heading = true;
}

/* Puts DESCRIPTION, with the title that the page would not show else, before the first block of a
 * page of one section; BLOCK is NULL if it has none. */
static void describe(struct man *man, const struct guide_block *block)
{
    const struct guide *guide = man->render->guide;
    const struct guide_page *page = man->render->selection->page;
    const char *title = guide_text(guide, man->section->title);
    bool titled = page != NULL && strcmp(title, guide_text(guide, page->name)) == 0;

    man->described = true;
    if (titled && (block == NULL || (block->kind == BLOCK_HEADING && block->level == 2)))
        return;
    put_heading(man, ".SH ", guide_label(guide, LABEL_MAN_DESCRIPTION), NULL);
    if (titled)
        return;
    put_bold_line(man, title, NULL);
    man->after_heading = false;
}

static struct container *innermost(struct man *man)
{
    return man->depth > 0 ? &man->containers[man->depth - 1] : NULL;
}

/* Begins a paragraph where one needs to be begun. */
static void begin_paragraph(struct man *man)
{
    struct container *container = innermost(man);
    bool in_item = container != NULL && container->kind != BLOCK_QUOTE;

    if (in_item && container->item_is_bare)
        container->item_is_bare = false;
    else if (in_item)
        roff_macro_number(&man->roff, ".IP \"\" ", container->indent);
    else if (!man->after_heading)
        roff_macro(&man->roff, ".PP");
    man->after_heading = false;
}

/* Ends a line of code: the only mark in it is a newline. */
static void end_code_line(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct man *man = self;

    (void)mark;
    (void)link;
    if (man->roff.word.length == 0)
        roff_escape(&man->roff, "\\&");
    roff_end_word(&man->roff);
    man->roff.line_stops = false;
    roff_end_line(&man->roff);
}

static void put_code(struct man *man, const char *lines)
{
    static const struct render_inlines calls = {put_text, end_code_line};
    struct container *container = innermost(man);

    roff_macro_number(&man->roff, ".RS ",
                      QUOTE_INDENT + (container != NULL ? container->indent : 0));
    roff_macro(&man->roff, ".PP");
    roff_macro(&man->roff, ".EX");
    man->roff.literal = man->roff.one_line = man->roff.whole = true;
    render_inline_text(lines, NULL, &calls, man);
    man->roff.literal = man->roff.one_line = man->roff.whole = false;
    roff_macro(&man->roff, ".EE");
    roff_macro(&man->roff, ".RE");
    man->after_heading = false;
    if (container != NULL)
        container->item_is_bare = false;
}

static void begin_container(struct man *man, const struct guide_block *block)
{
    struct container *outer = innermost(man);
    struct container *container = &man->containers[man->depth];
    enum guide_block_kind kind = (enum guide_block_kind)block->kind;
    unsigned margin =
        (outer != NULL ? outer->indent : 0) + (kind == BLOCK_QUOTE ? QUOTE_INDENT : 0);

    if (man->depth + 1 < MAX_DEPTH)
        man->depth++;
    *container = (struct container){.kind = kind, .is_set_in = margin > 0, .tight = block->tight};
    if (container->is_set_in)
        roff_macro_number(&man->roff, ".RS ", margin);
    container->indent = kind == BLOCK_BULLETS       ? 2
                        : kind == BLOCK_NUMBERS     ? block->width + 1
                        : kind == BLOCK_DEFINITIONS ? TERM_INDENT
                                                    : 0;
    if (outer != NULL)
        outer->item_is_bare = false;
    if (kind == BLOCK_QUOTE)
        man->after_heading = false;
}

static void end_container(struct man *man)
{
    if (man->depth > 0)
        man->depth--;
    if (man->containers[man->depth].is_set_in)
        roff_macro(&man->roff, ".RE");
}

/* Begins an item of a list; .TQ is .TP without space before it. */
static void begin_item(struct man *man, const struct guide_block *block)
{
    struct container *list = innermost(man);
    const struct container *outer = man->depth > 1 ? list - 1 : NULL;
    bool dense = list->has_items ? list->tight : outer != NULL && outer->tight;

    list->has_items = true;
    list->item_is_bare = true;
    man->after_heading = false;
    roff_macro_number(&man->roff, dense ? ".TQ " : ".TP ", list->indent);
    if (list->kind == BLOCK_BULLETS) {
        roff_macro(&man->roff, "\\(bu");
    } else if (list->kind == BLOCK_NUMBERS) {
        output_number(man->render->out, block->number);
        roff_macro(&man->roff, ".");
    }
}

static void begin_definition(struct man *man, const struct guide_block *block)
{
    begin_item(man, block);
    man->roff.one_line = true;
    put_running(man, guide_text(man->render->guide, block->text), render_links(man->render, block));
    man->roff.one_line = false;
}

static void put_block(void *self, const struct guide_block *block)
{
    struct man *man = self;
    const char *inline_text = guide_text(man->render->guide, block->text);
    const struct guide_link *links = render_links(man->render, block);
    unsigned level = block->level + (man->single || block->level == 1 ? 0U : 1U);

    if (!man->described)
        describe(man, block);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        if (level <= 3) {
            put_heading(man, level <= 2 ? ".SH " : ".SS ", inline_text, links);
        } else {
            begin_paragraph(man);
            put_bold_line(man, inline_text, links);
        }
        break;
    case BLOCK_PARAGRAPH:
        begin_paragraph(man);
        put_running(man, inline_text, links);
        break;
    case BLOCK_CODE:
        put_code(man, inline_text);
        break;
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        begin_container(man, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        end_container(man);
        break;
    case BLOCK_ITEM:
        begin_item(man, block);
        break;
    case BLOCK_TERM:
        begin_definition(man, block);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
    case BLOCK_KINDS:
        break;
    }
}

static void put_section(void *self, const struct guide_section *section)
{
    struct man *man = self;

    man->section = section;
    if (!man->single)
        put_heading(man, ".SH ", guide_text(man->render->guide, section->title), NULL);
}

/* Puts S in upper case where it is ASCII. */
static void put_upper(struct man *man, const char *string)
{
    for (; *string != '\0'; string++) {
        char upper = *string >= 'a' && *string <= 'z' ? (char)(*string - 'a' + 'A') : *string;

        put_text(man, &upper, 1);
    }
}

static void put_argument(struct man *man, const char *string)
{
    roff_unit(&man->roff, " \"", 2);
    put_string(man, string);
    roff_unit(&man->roff, "\"", 1);
}

/* Columns of a plain text. */
static size_t count_columns(const char *text)
{
    size_t columns = 0;

    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        columns += byte == MARK_WIDE || (byte >= ' ' && (byte & 0xC0) != 0x80);
        columns -= byte == MARK_ZERO;
    }
    return columns;
}

static void put_head(struct man *man, const char *name, const char *section, const char *summary)
{
    const struct guide *guide = man->render->guide;
    size_t corners = 2 * (strlen(name) + strlen(section) + 4);
    bool title_fits = corners + count_columns(guide_text(guide, guide->title)) <= HEADER_COLUMNS;

    roff_macro(&man->roff, ".\\\" -*- mode: nroff; coding: utf-8 -*-");
    man->roff.one_line = man->roff.whole = true;
    output_string(man->render->out, ".TH ");
    put_upper(man, name);
    roff_unit(&man->roff, " ", 1);
    put_string(man, section);
    roff_unit(&man->roff, " ", 1);
    put_string(man, guide_text(guide, guide->edition));
    put_argument(man, guide_text(guide, guide->name));
    put_argument(man, guide_text(guide, title_fits ? guide->title : guide->name));
    put_running(man, "", NULL);
    man->roff.one_line = false;
    /* Behind each tag groff 1.23 adjusts lines as the string says. */
    roff_macro(&man->roff, ".ds AD l");
    roff_macro(&man->roff, ".ad l");
    roff_macro(&man->roff, ".nh");
    man->roff.whole = false;
    put_macro_text(man, ".SH ", guide_label(guide, LABEL_MAN_NAME), NULL);
    man->roff.literal = man->roff.whole = true;
    put_string(man, name);
    man->roff.literal = man->roff.whole = false;
    roff_end_word(&man->roff);
    roff_escape(&man->roff, "\\-");
    roff_end_word(&man->roff);
    put_running(man, summary, NULL);
}

static int compare_pages(const struct guide *guide, uint32_t a, uint32_t b)
{
    int order = strcmp(guide_text(guide, guide->pages[a].manual_section),
                       guide_text(guide, guide->pages[b].manual_section));

    if (order == 0)
        order = strcmp(guide_text(guide, guide->pages[a].name),
                       guide_text(guide, guide->pages[b].name));
    return order;
}

/* Sorts the pages that are referred to into LIST, which has room for all; returns how many there
 * are. */
static uint32_t sort_pages(const struct man *man, uint32_t *list)
{
    const struct guide *guide = man->render->guide;
    uint32_t count = 0;

    for (uint32_t page = 0; page < guide->page_count; page++) {
        uint32_t place = count;

        if (!(man->pages[page / 8] >> page % 8 & 1))
            continue;
        for (; place > 0 && compare_pages(guide, page, list[place - 1]) < 0; place--)
            list[place] = list[place - 1];
        list[place] = page;
        count++;
    }
    return count;
}

static void put_see_also(struct man *man)
{
    const struct guide *guide = man->render->guide;
    uint32_t *list = malloc((guide->page_count + (size_t)1) * sizeof *list), count;

    if (list == NULL) {
        output_fail(man->render->out);
        return;
    }
    count = sort_pages(man, list);
    if (count > 0)
        put_heading(man, ".SH ", guide_label(guide, LABEL_MAN_SEE_ALSO), NULL);
    man->roff.literal = man->roff.whole = man->roff.one_line = true;
    for (uint32_t i = 0; i < count; i++) {
        output_string(man->render->out, ".BR ");
        put_string(man, guide_text(guide, guide->pages[list[i]].name));
        put_string(man, " (");
        put_string(man, guide_text(guide, guide->pages[list[i]].manual_section));
        put_running(man, i + 1 < count ? ")," : ")", NULL);
    }
    man->roff.literal = man->roff.whole = man->roff.one_line = false;
    free(list);
}

void render_man(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct guide *guide = render->guide;
    const struct guide_page *page = render->selection->page;
    struct man man = {.render = render};

    roff_begin(&man.roff, render->out);
    man.single = render->selection->count == 1;
    man.described = !man.single;
    man.pages = calloc(guide->page_count / 8 + 1, 1);
    if (man.pages == NULL) {
        output_fail(render->out);
    } else {
        put_head(&man, guide_text(guide, page != NULL ? page->name : guide->name),
                 page != NULL ? guide_text(guide, page->manual_section) : "7",
                 guide_text(guide, page != NULL ? page->summary : guide->summary));
        render_walk(render, &calls, &man);
        if (!man.described && man.section != NULL)
            describe(&man, NULL);
        put_see_also(&man);
        if (*guide_text(guide, guide->copyright) != '\0') {
            put_heading(&man, ".SH ", guide_label(guide, LABEL_MAN_COPYRIGHT), NULL);
            put_running(&man, guide_text(guide, guide->copyright), NULL);
        }
    }
    roff_end(&man.roff);
    free(man.pages);
}
