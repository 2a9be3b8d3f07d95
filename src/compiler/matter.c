/* SPDX-License-Identifier: MIT */
/* matter.c: blocks that the front matter asks for. */
#include "compiler/matter.h"

static struct guide_block *add(struct draft *draft, enum guide_block_kind kind,
                               enum guide_block_origin origin)
{
    struct guide_block *block = draft_block(draft, kind, GUIDE_ALL_ROLES);

    block->origin = origin;
    return block;
}

/* Adds a plain text of the guide as a strong span. */
static void put_strong(struct draft *draft, struct inlines *inlines, uint32_t text)
{
    inlines_mark(inlines, MARK_STRONG);
    inlines_title(inlines, guide_text(draft_guide(draft), text));
    inlines_mark(inlines, MARK_STRONG_END);
}

/* The guide's notice as inline text, and as a LINK if that is asked for; 0 if it has none. */
static uint32_t make_notice(struct draft *draft, struct inlines *inlines, bool link)
{
    if (draft->guide.notice == 0)
        return 0;
    inlines_begin(inlines, 0);
    if (link)
        inlines_mark(inlines, MARK_LINK);
    put_strong(draft, inlines, draft->guide.notice);
    if (link)
        inlines_mark(inlines, MARK_LINK_END);
    inlines_end(inlines);
    return draft_text(draft, inlines->out.data, inlines->out.length);
}

static void add_sources(struct draft *draft)
{
    struct guide_block *block = add(draft, BLOCK_BULLETS, ORIGIN_SOURCES);

    block->tight = 1;
    for (uint32_t i = 0; i < draft->guide.source_count; i++) {
        add(draft, BLOCK_ITEM, ORIGIN_SOURCES)->number = i + 1;
        block = add(draft, BLOCK_PARAGRAPH, ORIGIN_SOURCES);
        block->tight = 1;
        block->text = draft->sources[i].entry;
        block->links = draft->sources[i].links;
        add(draft, BLOCK_ITEM_END, ORIGIN_SOURCES);
    }
    add(draft, BLOCK_BULLETS_END, ORIGIN_SOURCES);
}

/* Adds the list of all sources with a heading, for renderings of sections that cite some of them.
 */
static void add_closing_list(struct draft *draft)
{
    struct guide_block *heading;

    if (draft->guide.source_count == 0)
        return;
    draft->guide.closing_list = draft->guide.block_count;
    heading = add(draft, BLOCK_HEADING, ORIGIN_SOURCES);
    heading->level = 1;
    heading->text = draft->guide.labels[LABEL_SOURCES];
    add_sources(draft);
}

/* Adds the line that says where to read on after a section. */
static void add_see(struct draft *draft, struct inlines *inlines,
                    const struct guide_section *section)
{
    uint32_t first_link = draft->guide.link_count, text;
    struct guide_block *block;

    inlines_begin(inlines, 0);
    put_strong(draft, inlines, draft->guide.labels[LABEL_SEE_ALSO]);
    output_char(&inlines->out, ' ');
    for (uint32_t i = 0; i < section->see.count; i++) {
        uint32_t target = draft->numbers[section->see.first + i];

        output_string(&inlines->out, i > 0 ? "; " : "");
        inlines_mark(inlines, MARK_LINK);
        inlines_title(inlines, guide_text(draft_guide(draft), draft->sections[target].title));
        inlines_mark(inlines, MARK_LINK_END);
        draft_link(draft, LINK_SECTION, target, true);
    }
    inlines_end(inlines);
    text = draft_text(draft, inlines->out.data, inlines->out.length);
    block = add(draft, BLOCK_PARAGRAPH, ORIGIN_SEE);
    block->text = text;
    block->links = draft_links_since(draft, first_link);
}

void matter_begin(struct matter *matter, struct draft *draft, struct inlines *inlines)
{
    const uint32_t first_link = draft->guide.link_count;

    *matter = (struct matter){.draft = draft, .inlines = inlines};
    matter->notice = make_notice(draft, inlines, false);
    if (draft->guide.notice_section != 0) {
        matter->linked_notice = make_notice(draft, inlines, true);
        draft_link(draft, LINK_SECTION, draft->guide.notice_section - 1, false);
        matter->notice_links = draft_links_since(draft, first_link);
    }
    add_closing_list(draft);
}

void matter_open_section(const struct matter *matter, uint32_t section)
{
    struct draft *draft = matter->draft;
    struct guide_block *block;

    if (!draft->sections[section].notice)
        return;
    block = add(draft, BLOCK_PARAGRAPH, ORIGIN_NOTICE);
    block->text = matter->notice;
    if (draft->guide.notice_section != 0 && draft->guide.notice_section != section + 1) {
        block->text = matter->linked_notice;
        block->links = matter->notice_links;
    }
}

void matter_close_section(const struct matter *matter, uint32_t index)
{
    struct draft *draft = matter->draft;
    const struct guide_section *section = &draft->sections[index];

    if (section->lists_sources && draft->guide.source_count > 0)
        add_sources(draft);
    if (section->see.count > 0)
        add_see(draft, matter->inlines, section);
}
