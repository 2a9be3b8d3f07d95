/* SPDX-License-Identifier: MIT */
/* page.c: a section or a list as lines, of which the menu shows a screen at a time. */
#include "base/utf8.h"
#include "format/results.h"
#include "reader/menu.h"

#include <assert.h>

enum {
    MOST_ITEMS = 12, /* of a list on a screen */
    FEW_ITEMS = 6,   /* before a group; of fewer, a part of that goes onto their screen */
    MOST_MOVED = 3,  /* lines of a paragraph, to the screen where its end is */
};

void page_begin(struct page *page)
{
    *page = (struct page){0};
    output_to_memory(&page->text);
    output_to_memory(&page->lines);
    output_to_memory(&page->marks.blocks);
    output_to_memory(&page->marks.references);
}

void page_free(struct page *page)
{
    free(page->text.data);
    free(page->lines.data);
    free(page->marks.blocks.data);
    free(page->marks.references.data);
    search_free(&page->found);
}

void page_clear(struct page *page, bool is_list)
{
    page->is_list = is_list;
    page->text.length = page->lines.length = 0;
    page->marks.blocks.length = page->marks.references.length = 0;
    search_free(&page->found);
}

void page_put_section(struct page *page, const struct guide *guide, uint32_t section,
                      uint32_t roles, const struct render_options *options, const char *sought)
{
    const struct facets facets = {
        .sections = &section, .section_count = 1, .roles = roles != GUIDE_ALL_ROLES ? roles : 0};
    struct render_options marked = *options;
    struct selection selection = {0};
    const struct render render = {&page->text, guide, &selection, &marked};

    marked.marks = &page->marks;
    page->guide = guide;
    if (!select_sections(guide, &facets, &selection) ||
        (sought != NULL && !search_find(&page->found, guide, &selection, sought)))
        output_fail(&page->text);
    else
        results_render_whole(&render, &page->found);
    select_free(&selection);
}

static bool is_hit(const struct page *page, uint32_t block)
{
    for (uint32_t i = 0; i < page->found.hit_count; i++) {
        const struct guide_passage *passage = &page->guide->passages[page->found.hits[i].passage];

        if (passage->kind == PASSAGE_TEXT && passage->source == block)
            return true;
    }
    return false;
}

uint32_t page_find(const struct page *page, uint32_t mark)
{
    while (mark < page_mark_count(page) && !is_hit(page, page_marks(page)[mark].block))
        mark++;
    return mark;
}

void page_mark(struct page *page, uint32_t kind)
{
    const struct render_mark mark = {page->text.length, kind};

    output_put(&page->marks.blocks, (const char *)&mark, sizeof mark);
}

/* Where a line begins; of the one after the last, where the text ends. */
static size_t start_of(const struct page *page, uint32_t line)
{
    return line < page->line_count ? ((const size_t *)(const void *)page->lines.data)[line]
                                   : page->text.length;
}

bool page_close(struct page *page)
{
    size_t start = page_mark_count(page) > 0 ? page_marks(page)->start : page->text.length;

    page->line_count = 0;
    output_char(&page->text, '\0');
    if (page->text.error != 0)
        return false;
    page->text.length--;
    while (start < page->text.length && page->text.data[start] == '\n')
        start++;
    while (start < page->text.length) {
        const char *end = memchr(page->text.data + start, '\n', page->text.length - start);

        output_put(&page->lines, (const char *)&start, sizeof start);
        page->line_count++;
        start = end != NULL ? (size_t)(end - page->text.data) + 1 : page->text.length;
    }
    return page->lines.error == 0 && page->marks.blocks.error == 0 &&
           page->marks.references.error == 0;
}

uint32_t page_skip_blank(const struct page *page, uint32_t line)
{
    while (line < page->line_count && page->text.data[start_of(page, line)] == '\n')
        line++;
    return line;
}

uint32_t page_line_above(const struct page *page, uint32_t line)
{
    while (line > 0 && page->text.data[start_of(page, --line)] == '\n')
        continue;
    return line;
}

uint32_t page_line_of(const struct page *page, uint32_t mark)
{
    uint32_t line = 0;

    if (mark >= page_mark_count(page))
        return page->line_count;
    while (line < page->line_count && start_of(page, line) < page_marks(page)[mark].start)
        line++;
    return page_skip_blank(page, line);
}

uint32_t page_mark_at(const struct page *page, uint32_t line)
{
    const size_t start = start_of(page, line);
    uint32_t mark = 0;

    while (mark + 1 < page_mark_count(page) && page_marks(page)[mark + 1].start <= start)
        mark++;
    return mark;
}

/* What a line of a list begins. */
static uint32_t kind_at(const struct page *page, uint32_t line)
{
    const struct render_mark *mark = page_marks(page) + page_mark_at(page, line);

    return mark->start == start_of(page, line) ? mark->block : (uint32_t)LIST_TEXT;
}

/* Rows that a line takes. Lines of code may be wider than the terminal. */
static unsigned height_of(const struct page *page, uint32_t line, unsigned columns)
{
    const char *text = page->text.data + start_of(page, line);
    const char *end = page->text.data + start_of(page, line + 1);
    unsigned width = 0;

    assert(columns > 0);
    for (; text < end; text++) {
        const unsigned char byte = (unsigned char)*text;

        if (byte == '\033') /* a style or, up to a backslash, an address */
            text = strpbrk(text + 2, text[1] == ']' ? "\\" : "m"); /* it ends so */
        else if (byte >= ' ' && !utf8_is_continuation(*text))
            width += byte >= 0xE3 ? 2 : 1; /* from there on nearly all are wide */
    }
    return width <= columns ? 1 : (width + columns - 1) / columns;
}

/* Moves the end of a screen up from LINE where only a few lines of a paragraph would be above it,
 * or headings alone. */
static uint32_t between_blocks(const struct page *page, uint32_t top, uint32_t line)
{
    uint32_t mark = page_mark_at(page, line), start = page_line_of(page, mark);

    if (line - start > MOST_MOVED)
        return line;
    while (mark > 0 && page->guide->blocks[page_marks(page)[mark - 1].block].kind == BLOCK_HEADING)
        start = page_line_of(page, --mark);
    return start > top ? start : line;
}

uint32_t page_screen_end(const struct page *page, uint32_t top, unsigned rows, unsigned columns)
{
    uint32_t line = top, group = top;
    unsigned items = 0, before = 0;

    for (; line < page->line_count; line++) {
        const unsigned height = height_of(page, line, columns);
        const uint32_t kind = page->is_list ? kind_at(page, line) : (uint32_t)LIST_TEXT;

        items += kind == LIST_ITEM;
        if (line > top && (height > rows || items > MOST_ITEMS))
            break;
        if (kind == LIST_HEADING && items > 0) {
            group = line;
            before = items;
        }
        rows -= height < rows ? height : rows;
    }
    if (line < page->line_count && !page->is_list)
        line = between_blocks(page, top, line);
    else if (line < page->line_count && group > top && (before >= FEW_ITEMS || items <= before + 1))
        line = group;
    while (line > top + 1 && page->text.data[start_of(page, line - 1)] == '\n')
        line--;
    return line;
}

void page_put_line(const struct page *page, uint32_t line, struct output *out)
{
    static const char marks[] = {MARK_HIT, MARK_HIT_END, '\n', '\0'};
    const char *text = page->text.data + start_of(page, line);
    size_t length = strcspn(text, marks);

    for (; text[length] != '\n'; length = strcspn(text, marks)) {
        output_put(out, text, length);
        text += length + 1;
    }
    output_put(out, text, length);
}

uint32_t page_reference_count(const struct page *page)
{
    return (uint32_t)(page->marks.references.length / sizeof(struct guide_link));
}

const struct guide_link *page_reference(const struct page *page, uint32_t n)
{
    const struct guide_link *links = (const void *)page->marks.references.data;

    return n > 0 && n <= page_reference_count(page) ? &links[n - 1] : NULL;
}
