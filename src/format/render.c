/* render.c: the table of formats, and the walks that they share. */
#include "format/render.h"

#include <stdlib.h>
#include <string.h>

const struct format render_formats[] = {
    {"text", render_text},
    {"man", render_man},
    {"texinfo", render_texinfo},
    {"markdown", render_markdown},
    {"html", render_html},
    {"json", render_json},
    {NULL, NULL},
};

const struct format *render_find(const char *name)
{
    for (const struct format *format = render_formats; format->name != NULL; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}

static void list_sources(const struct render *render, const unsigned char *cited,
                         const struct render_blocks *calls, void *self)
{
    const struct guide *guide = render->guide;
    struct guide_block block = {.generated = 1, .roles = GUIDE_ALL_ROLES, .level = 1, .tight = 1};

    block.kind = BLOCK_HEADING;
    block.text = guide->labels[LABEL_SOURCES];
    calls->block(self, &block);
    block.kind = BLOCK_BULLETS;
    block.text = 0;
    calls->block(self, &block);
    for (uint32_t i = 0; i < guide->source_count; i++) {
        if (!(cited[i / 8] >> i % 8 & 1))
            continue;
        block.kind = BLOCK_ITEM;
        block.number = i + 1;
        calls->block(self, &block);
        block.kind = BLOCK_PARAGRAPH;
        block.text = guide->sources[i].entry;
        block.links = guide->sources[i].links;
        calls->block(self, &block);
        block.text = 0;
        block.links.count = 0;
        block.kind = BLOCK_ITEM_END;
        calls->block(self, &block);
    }
    block.kind = BLOCK_BULLETS_END;
    calls->block(self, &block);
}

/* Marks the sources that a block cites; returns whether there are any. */
static bool note_citations(const struct guide *guide, const struct guide_block *block,
                           unsigned char *cited)
{
    bool any = false;

    for (uint32_t i = 0; i < block->links.count; i++) {
        const struct guide_link *link = &guide->links[block->links.first + i];

        if (link->kind == LINK_SOURCE) {
            cited[link->target / 8] |= (unsigned char)(1U << link->target % 8);
            any = true;
        }
    }
    return any;
}

void render_walk(const struct render *render, const struct render_blocks *calls, void *self)
{
    const struct guide *guide = render->guide;
    const struct selection *selection = render->selection;
    unsigned char *cited = calloc(guide->source_count / 8 + 1, 1);
    bool any_cited = false, all_listed = false;

    if (cited == NULL) {
        output_fail(render->out);
        return;
    }
    for (uint32_t i = 0; i < selection->count; i++) {
        const struct guide_section *section = &guide->sections[selection->sections[i]];
        const struct guide_block *block = guide->blocks + section->blocks.first;

        calls->section(self, section);
        for (const struct guide_block *end = block + section->blocks.count; block < end; block++)
            if ((block->roles & selection->roles) != 0) {
                calls->block(self, block);
                if (block->links.count > 0)
                    any_cited |= note_citations(guide, block, cited);
            }
        all_listed |= section->lists_sources;
    }
    if (any_cited && !all_listed)
        list_sources(render, cited, calls, self);
    free(cited);
}

void render_inline_text(const char *text, const struct guide_link *links,
                        const struct render_inlines *calls, void *self)
{
    const struct guide_link *link = NULL;

    for (;;) {
        const char *run = text;
        unsigned char byte;

        while ((unsigned char)*text >= ' ')
            text++;
        if (text > run)
            calls->text(self, run, (size_t)(text - run));
        byte = (unsigned char)*text++;
        switch (byte) {
        case '\0':
            return;
        case MARK_WIDE:
        case MARK_ZERO:
            break;
        case MARK_LINK:
            link = links != NULL ? links++ : NULL;
            calls->mark(self, MARK_LINK, link);
            break;
        default:
            calls->mark(self, (enum guide_mark)byte, link);
        }
    }
}

static void put_no_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    (void)self;
    (void)mark;
    (void)link;
}

void render_title(const char *text, void (*put)(void *self, const char *bytes, size_t length),
                  void *self)
{
    const struct render_inlines calls = {put, put_no_mark};

    render_inline_text(text, NULL, &calls, self);
}

const struct guide_link *render_links(const struct render *render, const struct guide_block *block)
{
    return render->guide->links + block->links.first;
}

bool render_is_elsewhere(const struct render *render, const struct guide_link *link)
{
    return link->kind == LINK_SECTION && !select_holds(render->selection, link->target);
}

bool render_is_book(const struct render *render)
{
    const struct selection *selection = render->selection;

    if (selection->count != render->guide->section_count)
        return false;
    for (uint32_t i = 0; i < selection->count; i++)
        if (selection->sections[i] != i)
            return false;
    return true;
}
