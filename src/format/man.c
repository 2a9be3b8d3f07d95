/* man.c: the man format, in the man(7) macros that groff and mandoc both take without complaint. */
#include "base/bits.h"
#include "format/hints.h"
#include "format/roff.h"

#include <stdlib.h>
#include <string.h>

/* What fits into the header of a page between the name of the page on both sides. */
enum { HEADER_COLUMNS = 78 };

/* Columns by which lists and quotes are moved at most; on 40 columns, that leaves text some. */
enum { MAX_MARGIN = 24 };

enum { QUOTE_INDENT = 4, BULLET_INDENT = 2, TERM_INDENT = 7 };

struct man {
    const struct render *render;
    struct roff roff;
    enum roff_escaping escaping; /* of the inline text being put */
    bool after_heading;          /* no paragraph macro is due */
    bool single;                 /* a page of one section: its headings are those of the page */
    bool described;              /* DESCRIPTION, or another heading, was put */
    const struct guide_section *section;
    struct render_nesting nesting;
    unsigned char *pages; /* bit N: page N is referred to */
};

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
    struct man *man = self;
    bool name = (man->roff.font & 1) != 0 && is_name(bytes, length);

    roff_text(&man->roff, bytes, length, name ? ROFF_LITERAL : man->escaping);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link);

static const struct render_inlines inlines = {put_text, put_mark};

/* Puts a text that has no links. */
static void put_string(struct man *man, const char *string, enum roff_escaping escaping)
{
    man->escaping = escaping;
    render_inline_text(string, NULL, &inlines, man);
    man->escaping = ROFF_PROSE;
}

static void put_page(struct man *man, const struct guide_page *page)
{
    const struct guide *guide = man->render->guide;
    const unsigned font = man->roff.font;

    roff_font(&man->roff, 1);
    put_string(man, guide_text(guide, page->name), ROFF_LITERAL);
    roff_font(&man->roff, 0);
    put_string(man, "(", ROFF_LITERAL);
    put_string(man, guide_text(guide, page->manual_section), ROFF_LITERAL);
    put_string(man, ")", ROFF_LITERAL);
    roff_font(&man->roff, font);
}

/* How the target of a link to a manual page or an address is escaped. */
static enum roff_escaping target_escaping(const struct guide_link *link)
{
    return link->kind == LINK_URL ? ROFF_ADDRESS : ROFF_LITERAL;
}

/* Names the page of a section, and notes that it was named. */
static void refer_to_page(struct man *man, uint32_t section)
{
    const struct guide *guide = man->render->guide;
    uint32_t page = guide->sections[section].page;

    put_page(man, &guide->pages[page]);
    bits_set(man->pages, page);
}

static void put_hint(void *self, const char *string)
{
    put_string(self, string, ROFF_PROSE);
}

/* Says after the text of a link where it leads, if the text alone does not. */
static void end_link(struct man *man, const struct guide_link *link)
{
    const struct hint_style here = {{[HINT_SECTION] = {" (", ")"}}, put_hint, put_hint};
    enum hint hint = hints_find(man->render, &man->nesting, link);

    if (hint == HINT_NONE)
        return;
    if (hint == HINT_HERE) {
        hints_put(man->render, &man->nesting, link, &here, man);
        return;
    }
    if (link->kind == LINK_PLACE) {
        put_string(man, " ", ROFF_PROSE);
        put_string(man, guide_label(man->render->guide, LABEL_IN_PAGE), ROFF_PROSE);
        put_string(man, " ", ROFF_PROSE);
        refer_to_page(man, man->render->guide->places[link->target].section);
        return;
    }
    put_string(man, hint == HINT_URL ? " <" : " (", ROFF_PROSE);
    if (hint == HINT_SECTION)
        refer_to_page(man, link->target);
    else
        put_string(man, guide_text(man->render->guide, link->target), target_escaping(link));
    put_string(man, hint == HINT_URL ? ">" : ")", ROFF_PROSE);
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
        man->escaping = ROFF_LITERAL;
        break;
    case MARK_CODE_END:
        roff_font(&man->roff, man->roff.font & ~1U);
        man->escaping = ROFF_PROSE;
        break;
    case MARK_LINK:
        man->escaping = link->bare ? target_escaping(link) : ROFF_PROSE;
        break;
    case MARK_LINK_END:
        man->escaping = ROFF_PROSE;
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
    roff_end_text(&man->roff);
}

/* Puts a line of its own that looks like a heading, in font 1, bold, or 2, italic. */
static void put_heading_line(struct man *man, unsigned font, const char *inline_text,
                             const struct guide_link *links)
{
    roff_font(&man->roff, font);
    render_inline_text(inline_text, links, &inlines, man);
    roff_font(&man->roff, 0);
    roff_end_text(&man->roff);
}

/* Puts a macro whose argument is text. */
static void put_macro_text(struct man *man, const char *macro, const char *inline_text,
                           const struct guide_link *links)
{
    output_string(man->render->out, macro);
    roff_set_line(&man->roff, ROFF_HEADING);
    put_running(man, inline_text, links);
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
    put_heading_line(man, 1, title, NULL);
    man->after_heading = false;
}

static const struct render_container *innermost(const struct man *man)
{
    return render_innermost(&man->nesting);
}

/* Columns from the margin of a container to what it holds; of a list, to the text of its items. */
static unsigned indent_of(const struct render_container *container)
{
    switch (container->kind) {
    case BLOCK_BULLETS:
        return BULLET_INDENT;
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
static unsigned count_moved(const struct man *man)
{
    unsigned margin = 0, moved = 0;

    for (unsigned depth = 1; depth <= man->nesting.depth; depth++) {
        moved = relative_margin(&man->nesting.containers[depth]);
        if (moved > MAX_MARGIN - margin)
            moved = MAX_MARGIN - margin;
        margin += moved;
    }
    return moved;
}

/* Begins a paragraph where one needs to be begun. */
static void begin_paragraph(struct man *man)
{
    const struct render_container *container = innermost(man);
    bool in_item = render_is_list(container);

    if (in_item && container->filled)
        roff_macro_number(&man->roff, ".IP \\& ", indent_of(container));
    else if (!in_item && !man->after_heading)
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
    roff_end_text(&man->roff);
    roff_set_line(&man->roff, ROFF_VERBATIM);
}

static void put_code(struct man *man, const struct guide_block *block)
{
    static const struct render_inlines calls = {put_text, end_code_line};

    roff_macro_number(&man->roff, ".RS ", QUOTE_INDENT + indent_of(innermost(man)));
    roff_macro(&man->roff, ".PP");
    roff_macro(&man->roff, ".EX");
    man->escaping = ROFF_LITERAL;
    roff_set_line(&man->roff, ROFF_VERBATIM);
    render_code(guide_text(man->render->guide, block->text), &calls, man);
    roff_set_line(&man->roff, ROFF_FILLED);
    man->escaping = ROFF_PROSE;
    roff_macro(&man->roff, ".EE");
    roff_macro(&man->roff, ".nh"); /* .EE of groff 1.22 turns hyphenation on */
    roff_macro(&man->roff, ".RE");
    man->after_heading = false;
}

static void begin_container(struct man *man, const struct guide_block *block)
{
    unsigned moved = count_moved(man);

    if (moved > 0)
        roff_macro_number(&man->roff, ".RS ", moved);
    if (block->kind == BLOCK_QUOTE)
        man->after_heading = false;
}

static void end_container(struct man *man)
{
    if (count_moved(man) > 0)
        roff_macro(&man->roff, ".RE");
}

/* Begins an item of a list; .TQ is .TP without space before it. */
static void begin_item(struct man *man, const struct guide_block *block)
{
    const struct render_container *list = innermost(man), *outer = list - 1;
    bool dense = list->items > 1 ? list->tight : outer->tight;

    man->after_heading = false;
    roff_macro_number(&man->roff, dense ? ".TQ " : ".TP ", indent_of(list));
    if (list->kind == BLOCK_BULLETS) {
        roff_macro(&man->roff, "\\(bu");
    } else if (list->kind == BLOCK_NUMBERS) {
        output_number(man->render->out, block->number);
        roff_macro(&man->roff, ".");
    }
}

/* Puts the text of a block, up to the end of its last line. */
static void put_block_text(struct man *man, const struct guide_block *block)
{
    put_running(man, guide_text(man->render->guide, block->text), render_links(man->render, block));
}

static void begin_definition(struct man *man, const struct guide_block *block)
{
    begin_item(man, block);
    roff_set_line(&man->roff, ROFF_ONE_LINE);
    if (block->origin == ORIGIN_FRONT)
        put_heading_line(man, 1, guide_text(man->render->guide, block->text), NULL);
    else
        put_block_text(man, block);
}

static void put_paragraph(struct man *man, const struct guide_block *block)
{
    begin_paragraph(man);
    put_block_text(man, block);
}

/* The rank of a heading of a section's body, or of one of level 1: 0 and 1 have a macro, 2 and 3
 * are a line. Where the page has several sections, their titles are headings above those. */
static unsigned heading_rank(const struct man *man, unsigned level)
{
    if (level == 1)
        return 0;
    return man->single ? level - 2 : level - 1;
}

static void put_block_heading(struct man *man, const struct guide_block *block)
{
    const char *inline_text = guide_text(man->render->guide, block->text);
    const struct guide_link *links = render_links(man->render, block);
    unsigned rank = heading_rank(man, block->level);

    if (rank < 2) {
        put_heading(man, rank == 0 ? ".SH " : ".SS ", inline_text, links);
    } else {
        begin_paragraph(man);
        put_heading_line(man, rank - 1, inline_text, links);
    }
}

static void put_block(void *self, const struct guide_block *block)
{
    struct man *man = self;

    if (!man->described)
        describe(man, block);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        put_block_heading(man, block);
        break;
    case BLOCK_PARAGRAPH:
        put_paragraph(man, block);
        break;
    case BLOCK_CODE:
        put_code(man, block);
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

/* Puts the name of a page in upper case; a hyphen in it can be searched for. */
static void put_upper(struct man *man, const char *string)
{
    man->escaping = ROFF_LITERAL;
    for (; *string != '\0'; string++) {
        char upper = *string >= 'a' && *string <= 'z' ? (char)(*string - 'a' + 'A') : *string;

        put_text(man, &upper, 1);
    }
    man->escaping = ROFF_PROSE;
}

static void put_argument(struct man *man, const char *string, enum roff_escaping escaping)
{
    roff_unit(&man->roff, " \"", 2);
    put_string(man, string, escaping);
    roff_unit(&man->roff, "\"", 1);
}

/* Puts what stands in the foot of a page: "garden 1.2". */
static void put_name_and_version(struct man *man)
{
    const struct guide *guide = man->render->guide;

    roff_unit(&man->roff, " \"", 2);
    put_string(man, guide_text(guide, guide->name), ROFF_LITERAL);
    if (guide->version != 0) {
        roff_unit(&man->roff, " ", 1);
        put_string(man, guide_text(guide, guide->version), ROFF_LITERAL);
    }
    roff_unit(&man->roff, "\"", 1);
}

/* Puts the names of a page as NAME has them. */
static void put_names(struct man *man, const char *name)
{
    const struct guide *guide = man->render->guide;
    const struct guide_page *page = man->render->selection->page;

    put_string(man, name, ROFF_LITERAL);
    for (uint32_t i = 0; page != NULL && i < page->also.count; i++) {
        put_string(man, ", ", ROFF_LITERAL);
        put_string(man, guide_text(guide, guide->numbers[page->also.first + i]), ROFF_LITERAL);
    }
}

static void put_head(struct man *man, const char *name, const char *section, const char *summary)
{
    const struct guide *guide = man->render->guide;
    size_t corners = 2 * (strlen(name) + strlen(section) + 4);
    bool title_fits = corners + render_columns(guide_text(guide, guide->title)) <= HEADER_COLUMNS;

    roff_macro(&man->roff, ".\\\" -*- mode: nroff; coding: utf-8 -*-");
    output_string(man->render->out, ".TH ");
    roff_set_line(&man->roff, ROFF_VERBATIM);
    put_upper(man, name);
    roff_unit(&man->roff, " ", 1);
    put_string(man, section, ROFF_PROSE);
    roff_unit(&man->roff, " ", 1);
    put_string(man, guide_text(guide, guide->edition), ROFF_PROSE);
    put_name_and_version(man);
    if (title_fits)
        put_argument(man, guide_text(guide, guide->title), ROFF_PROSE);
    else
        put_argument(man, guide_text(guide, guide->name), ROFF_LITERAL);
    roff_end_text(&man->roff);
    /* Behind each tag groff 1.23 adjusts lines as the string says. */
    roff_macro(&man->roff, ".ds AD l");
    roff_macro(&man->roff, ".ad l");
    roff_macro(&man->roff, ".nh");
    put_macro_text(man, ".SH ", guide_label(guide, LABEL_MAN_NAME), NULL);
    roff_set_line(&man->roff, ROFF_VERBATIM);
    put_names(man, name);
    roff_end_word(&man->roff);
    roff_set_line(&man->roff, ROFF_UNBROKEN);
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

        if (!bits_has(man->pages, page))
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
    for (uint32_t i = 0; i < count; i++) {
        output_string(man->render->out, ".BR ");
        roff_set_line(&man->roff, ROFF_VERBATIM);
        put_string(man, guide_text(guide, guide->pages[list[i]].name), ROFF_LITERAL);
        put_string(man, " (", ROFF_LITERAL);
        put_string(man, guide_text(guide, guide->pages[list[i]].manual_section), ROFF_LITERAL);
        put_string(man, i + 1 < count ? ")," : ")", ROFF_LITERAL);
        roff_end_text(&man->roff);
    }
    free(list);
}

void render_man(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct guide *guide = render->guide;
    const struct guide_page *page = render->selection->page;
    const struct guide_role *front = render->selection->front;
    struct man man = {.render = render};

    roff_begin(&man.roff, render->out);
    man.single = render->selection->count == 1 && front == NULL;
    man.described = !man.single;
    man.pages = calloc(bits_size(guide->page_count), 1);
    if (man.pages == NULL) {
        output_fail(render->out);
    } else {
        put_head(&man, guide_text(guide, page != NULL ? page->name : guide->name),
                 page != NULL ? guide_text(guide, page->manual_section) : "7",
                 guide_text(guide, page != NULL    ? page->summary
                                   : front != NULL ? front->title
                                                   : guide->summary));
        render_front(render, &calls, &man, &man.nesting);
        render_walk(render, &calls, &man, &man.nesting);
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
