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

void render_citations(const struct guide *guide, const struct guide_block *block,
                      void (*note)(void *self, uint32_t source), void *self)
{
    const struct guide_link *link = guide->links + block->links.first;

    for (const struct guide_link *end = link + block->links.count; link < end; link++)
        if (link->kind == LINK_SOURCE)
            note(self, link->target);
}

struct citations {
    unsigned char *cited; /* bit N: source N is */
    bool any;
};

static void note_citation(void *self, uint32_t source)
{
    struct citations *citations = self;

    citations->cited[source / 8] |= (unsigned char)(1U << source % 8);
    citations->any = true;
}

static bool is_cited(const struct citations *citations, uint32_t source)
{
    return (citations->cited[source / 8] >> source % 8 & 1) != 0;
}

/* Shows the list of sources, of which those that are not cited are left out. */
static void close_with_sources(const struct guide *guide, const struct citations *citations,
                               const struct render_blocks *calls, void *self)
{
    const struct guide_block *block = guide->blocks + guide->closing_list;

    for (bool ends = false; !ends; block++) {
        if (block->number == 0 || is_cited(citations, block->number - 1))
            calls->block(self, block);
        ends = block->kind == BLOCK_BULLETS_END;
    }
}

void render_walk(const struct render *render, const struct render_blocks *calls, void *self)
{
    const struct guide *guide = render->guide;
    const struct selection *selection = render->selection;
    struct citations citations = {calloc(guide->source_count / 8 + 1, 1), false};
    bool all_listed = false;

    if (citations.cited == NULL) {
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
                    render_citations(guide, block, note_citation, &citations);
            }
        all_listed |= section->lists_sources;
    }
    if (citations.any && !all_listed)
        close_with_sources(guide, &citations, calls, self);
    free(citations.cited);
}

void render_inline_text(const char *text, const struct guide_link *links,
                        const struct render_inlines *calls, void *self)
{
    const char *run = text;
    const struct guide_link *link = NULL;

    for (;; text++) {
        unsigned char byte = (unsigned char)*text;

        if (byte >= ' ')
            continue;
        if (text > run)
            calls->text(self, run, (size_t)(text - run));
        run = text + 1;
        switch (byte) {
        case '\0':
            return;
        case MARK_WIDE:
        case MARK_ZERO:
            break;
        case MARK_LINK:
            link = links++;
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

const struct guide_section *render_elsewhere(const struct render *render,
                                             const struct guide_link *link)
{
    if (link->kind != LINK_SECTION || select_holds(render->selection, link->target))
        return NULL;
    return &render->guide->sections[link->target];
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
