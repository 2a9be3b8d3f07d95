/* matter.c: blocks that the front matter asks for. */
#include "compiler/matter.h"

static struct guide_block *generate(struct draft *draft, enum guide_block_kind kind)
{
    struct guide_block *block = draft_block(draft, kind, GUIDE_ALL_ROLES);

    block->generated = 1;
    return block;
}

/* Adds a plain text of the guide as a strong span. */
static void put_strong(struct draft *draft, struct inlines *inlines, uint32_t text)
{
    inlines_mark(inlines, MARK_STRONG);
    inlines_title(inlines, guide_text(draft_guide(draft), text));
    inlines_mark(inlines, MARK_STRONG_END);
}

void matter_notice(struct draft *draft, uint32_t text)
{
    generate(draft, BLOCK_PARAGRAPH)->text = text;
}

uint32_t matter_notice_text(struct draft *draft, struct inlines *inlines)
{
    if (draft->guide.notice == 0)
        return 0;
    inlines_begin(inlines, 0);
    put_strong(draft, inlines, draft->guide.notice);
    inlines_end(inlines);
    return draft_text(draft, inlines->out.data, inlines->out.length);
}

void matter_sources(struct draft *draft)
{
    struct guide_block *block = generate(draft, BLOCK_BULLETS);

    block->level = 1;
    block->tight = 1;
    for (uint32_t i = 0; i < draft->guide.source_count; i++) {
        generate(draft, BLOCK_ITEM)->number = i + 1;
        block = generate(draft, BLOCK_PARAGRAPH);
        block->text = draft->sources[i].entry;
        block->links = draft->sources[i].links;
        generate(draft, BLOCK_ITEM_END);
    }
    generate(draft, BLOCK_BULLETS_END)->level = 1;
}

void matter_see(struct draft *draft, struct inlines *inlines, uint32_t index)
{
    const struct guide_section *section = &draft->sections[index];
    uint32_t first_link = (uint32_t)draft->link_count, text;
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
        draft_link(draft, LINK_SECTION, target, false);
    }
    inlines_end(inlines);
    text = draft_text(draft, inlines->out.data, inlines->out.length);
    block = generate(draft, BLOCK_PARAGRAPH);
    block->text = text;
    block->links = (struct guide_range){first_link, (uint32_t)draft->link_count - first_link};
}
