/* generate.c: blocks that the front matter asks for. */
#include "generate.h"

static const char see_label[] = "\003See also:\004 ";

static struct guide_block *generate(struct build *build, enum guide_block_kind kind)
{
    struct guide_block *block = build_block(build, kind, GUIDE_ALL_ROLES);

    block->generated = 1;
    return block;
}

void generate_notice(struct build *build, uint32_t text)
{
    generate(build, BLOCK_PARAGRAPH)->text = text;
}

uint32_t generate_notice_text(struct build *build, struct running *running)
{
    if (build->guide.notice == 0)
        return 0;
    running_begin(running, 0);
    running_mark(running, MARK_STRONG);
    running_title(running, guide_text(build_guide(build), build->guide.notice));
    running_mark(running, MARK_STRONG_END);
    running_end(running);
    return build_text(build, running->out.data, running->out.length);
}

void generate_sources(struct build *build)
{
    struct guide_block *block = generate(build, BLOCK_BULLETS);

    block->level = 1;
    block->tight = 1;
    for (uint32_t i = 0; i < build->guide.source_count; i++) {
        generate(build, BLOCK_ITEM)->number = i + 1;
        block = generate(build, BLOCK_PARAGRAPH);
        block->text = build->sources[i].entry;
        block->links = build->sources[i].links;
        generate(build, BLOCK_ITEM_END);
    }
    generate(build, BLOCK_BULLETS_END)->level = 1;
}

void generate_see(struct build *build, struct running *running, uint32_t index)
{
    const struct guide_section *section = &build->sections[index];
    uint32_t first_link = (uint32_t)build->link_count, text;
    struct guide_block *block;

    running_begin(running, 0);
    output_string(&running->out, see_label);
    for (uint32_t i = 0; i < section->see.count; i++) {
        uint32_t target = build->numbers[section->see.first + i];

        output_string(&running->out, i > 0 ? "; " : "");
        running_mark(running, MARK_LINK);
        running_title(running, guide_text(build_guide(build), build->sections[target].title));
        running_mark(running, MARK_LINK_END);
        build_link(build, LINK_SECTION, target, false);
    }
    running_end(running);
    text = build_text(build, running->out.data, running->out.length);
    block = generate(build, BLOCK_PARAGRAPH);
    block->text = text;
    block->links = (struct guide_range){first_link, (uint32_t)build->link_count - first_link};
}
