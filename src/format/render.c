/* SPDX-License-Identifier: MIT */
/* render.c: the table of formats, and the walks that they share. */
#include "format/render.h"

#include "base/bits.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

const struct format render_formats[] = {
#define FORMAT(name) {#name, render_##name},
    RENDER_FORMATS(FORMAT)
#undef FORMAT
        {NULL, NULL},
};

const struct format *render_find(const char *name)
{
    for (const struct format *format = render_formats; format->name != NULL; format++)
        if (strcmp(format->name, name) == 0)
            return format;
    return NULL;
}

bool render_is_list(const struct render_container *container)
{
    return container->kind == BLOCK_BULLETS || container->kind == BLOCK_NUMBERS ||
           container->kind == BLOCK_DEFINITIONS;
}

static void open_container(struct render_nesting *nesting, const struct guide_block *block)
{
    assert(nesting->depth < GUIDE_MAX_DEPTH);
    nesting->containers[++nesting->depth] =
        (struct render_container){.kind = (enum guide_block_kind)block->kind,
                                  .tight = block->kind != BLOCK_QUOTE && block->tight,
                                  .width = block->width};
}

static void close_container(struct render_nesting *nesting, const struct guide_block *block)
{
    assert(nesting->depth > 0 && render_innermost(nesting)->kind + 1 == block->kind);
    nesting->containers[--nesting->depth].filled = true;
}

void render_block(const struct render_blocks *calls, void *self, struct render_nesting *nesting,
                  const struct guide_block *block)
{
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        open_container(nesting, block);
        calls->block(self, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        calls->block(self, block);
        close_container(nesting, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_TERM:
        nesting->containers[nesting->depth].items++;
        nesting->containers[nesting->depth].filled = false;
        calls->block(self, block);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
        calls->block(self, block);
        break;
    case BLOCK_HEADING:
    case BLOCK_PARAGRAPH:
    case BLOCK_CODE:
    case BLOCK_KINDS:
        calls->block(self, block);
        nesting->containers[nesting->depth].filled = true;
        break;
    }
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

    bits_set(citations->cited, source);
    citations->any = true;
}

static const struct guide_block *give_blocks(const struct render_blocks *calls, void *self,
                                             struct render_nesting *nesting,
                                             const struct guide_block *block, unsigned count)
{
    for (const struct guide_block *end = block + count; block < end; block++)
        render_block(calls, self, nesting, block);
    return block;
}

/* Shows the list of sources, of which those that are not cited are left out: a heading, the opening
 * of the list, three blocks for each source, the end. */
static void close_with_sources(const struct guide *guide, const struct citations *citations,
                               const struct render_blocks *calls, void *self,
                               struct render_nesting *nesting)
{
    const struct guide_block *block = guide->blocks + guide->closing_list;

    block = give_blocks(calls, self, nesting, block, 2);
    for (uint32_t i = 0; i < guide->source_count; i++)
        if (bits_has(citations->cited, i)) {
            assert(block[3 * i].kind == BLOCK_ITEM && block[3 * i].number == i + 1);
            give_blocks(calls, self, nesting, block + 3 * i, 3);
        }
    give_blocks(calls, self, nesting, block + 3 * guide->source_count, 1);
}

/* Gives the format a block that stands in no table. */
static void give_front(const struct render_blocks *calls, void *self,
                       struct render_nesting *nesting, struct guide_block block)
{
    block.origin = ORIGIN_FRONT;
    block.roles = GUIDE_ALL_ROLES;
    block.tight = 1;
    render_block(calls, self, nesting, &block);
}

void render_front(const struct render *render, const struct render_blocks *calls, void *self,
                  struct render_nesting *nesting)
{
    const struct guide *guide = render->guide;
    const struct guide_role *role = render->selection->front;

    *nesting = (struct render_nesting){0};
    if (role == NULL)
        return;
    give_front(calls, self, nesting,
               (struct guide_block){.kind = BLOCK_HEADING, .level = 1, .text = role->title});
    if (role->summary != 0)
        give_front(calls, self, nesting,
                   (struct guide_block){.kind = BLOCK_PARAGRAPH, .text = role->summary});
    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        give_front(calls, self, nesting,
                   (struct guide_block){.kind = BLOCK_HEADING, .level = 2, .text = group->title});
        give_front(calls, self, nesting, (struct guide_block){.kind = BLOCK_DEFINITIONS});
        for (uint32_t j = 0; j < group->sections.count; j++) {
            const struct guide_section *section =
                &guide->sections[guide->numbers[group->sections.first + j]];

            give_front(calls, self, nesting,
                       (struct guide_block){.kind = BLOCK_TERM, .text = section->title});
            give_front(calls, self, nesting,
                       (struct guide_block){.kind = BLOCK_PARAGRAPH, .text = section->summary});
            give_front(calls, self, nesting, (struct guide_block){.kind = BLOCK_TERM_END});
        }
        give_front(calls, self, nesting, (struct guide_block){.kind = BLOCK_DEFINITIONS_END});
    }
}

struct walk {
    const struct render *render;
    const struct render_blocks *calls;
    void *self;
    struct render_nesting *nesting;
    struct citations citations;
};

/* Shows blocks, as far as the roles of the view see them. */
static void show_blocks(struct walk *walk, const struct guide_block *block,
                        const struct guide_block *end)
{
    for (; block < end; block++)
        if ((block->roles & walk->render->selection->roles) != 0) {
            walk->nesting->block = block;
            render_block(walk->calls, walk->self, walk->nesting, block);
            if (block->links.count > 0)
                render_citations(walk->render->guide, block, note_citation, &walk->citations);
        }
}

/* Whether a block opens, or ends, a list, an item or a quote. */
static bool opens(const struct guide_block *block)
{
    return block->kind >= BLOCK_QUOTE && (block->kind - BLOCK_QUOTE) % 2 == 0;
}

static bool ends(const struct guide_block *block)
{
    return block->kind >= BLOCK_QUOTE && (block->kind - BLOCK_QUOTE) % 2 == 1;
}

/* The block that ends what a block opens. */
static const struct guide_block *end_of(const struct guide_block *block)
{
    unsigned open = 0;

    do
        open += opens(block) ? 1 : ends(block) ? -1U : 0;
    while (open > 0 && block++ != NULL);
    return block;
}

/* Shows blocks of the section that begins with FIRST, with the lists, items and quotes that they
 * are in. */
static void show_part(struct walk *walk, const struct guide_block *first, struct guide_range part)
{
    const struct guide_block *begin = walk->render->guide->blocks + part.first;
    const struct guide_block *outer[2 * GUIDE_MAX_DEPTH];
    unsigned depth = 0;

    for (const struct guide_block *block = first; block < begin; block++) {
        depth -= ends(block);
        assert(depth < sizeof outer / sizeof *outer);
        outer[depth] = block;
        depth += opens(block);
    }
    for (unsigned i = 0; i < depth; i++)
        show_blocks(walk, outer[i], outer[i] + 1);
    show_blocks(walk, begin, begin + part.count);
    while (depth-- > 0)
        show_blocks(walk, end_of(outer[depth]), end_of(outer[depth]) + 1);
}

/* Shows a place: all that bears its name in the section. */
static void show_place(struct walk *walk, const struct guide_block *first, uint32_t place)
{
    const struct guide *guide = walk->render->guide;

    for (uint32_t i = place; guide_same_place(guide, place, i); i++)
        show_part(walk, first, guide->places[i].blocks);
}

void render_walk(const struct render *render, const struct render_blocks *calls, void *self,
                 struct render_nesting *nesting)
{
    const struct guide *guide = render->guide;
    const struct selection *selection = render->selection;
    struct walk walk = {
        render, calls, self, nesting, {calloc(bits_size(guide->source_count), 1), false}};
    bool all_listed = false;

    assert(nesting->depth == 0);
    nesting->begun = calloc(bits_size(guide->section_count), 1);
    if (walk.citations.cited == NULL || nesting->begun == NULL) {
        output_fail(render->out);
        free(walk.citations.cited);
        free(nesting->begun);
        nesting->begun = NULL;
        return;
    }
    for (uint32_t i = 0; i < selection->count; i++) {
        const struct guide_section *section = &guide->sections[selection->sections[i]];
        const struct guide_block *first = guide->blocks + section->blocks.first;

        nesting->section = section;
        bits_set(nesting->begun, selection->sections[i]);
        calls->section(self, section);
        nesting->containers[0].filled = true;
        if (selection->place != 0)
            show_place(&walk, first, selection->place - 1);
        else
            show_blocks(&walk, first, first + section->blocks.count);
        assert(nesting->depth == 0);
        all_listed |= section->lists_sources && selection->place == 0;
    }
    free(nesting->begun);
    nesting->section = NULL;
    nesting->block = NULL;
    nesting->begun = NULL;
    if (walk.citations.any && !all_listed)
        close_with_sources(guide, &walk.citations, calls, self, nesting);
    free(walk.citations.cited);
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

static void put_spaces(const struct render_inlines *calls, void *self, size_t count)
{
    static const char spaces[] = "                ";
    const size_t room = sizeof spaces - 1;

    for (; count > room; count -= room)
        calls->text(self, spaces, room);
    if (count > 0)
        calls->text(self, spaces, count);
}

void render_code(const char *code, const struct render_inlines *calls, void *self)
{
    size_t column = 0, blanks = 0; /* those columns just before CODE that are blank */

    while (*code != '\0') {
        const char *run = code;

        switch (*code) {
        case ' ':
        case MARK_TAB:
            do
                column++, blanks++;
            while (*code == MARK_TAB && column % RENDER_TAB_COLUMNS != 0);
            code++;
            break;
        case MARK_NEWLINE:
            calls->mark(self, MARK_NEWLINE, NULL);
            column = blanks = 0;
            code++;
            break;
        case MARK_WIDE:
            column++; /* and one more for the character itself */
            code++;
            break;
        case MARK_ZERO:
            column--; /* the character itself makes up for it */
            code++;
            break;
        default:
            for (; (unsigned char)*code > ' '; code++)
                column += !utf8_is_continuation(*code);
            put_spaces(calls, self, blanks);
            calls->text(self, run, (size_t)(code - run));
            blanks = 0;
        }
    }
}

bool render_is_sheet(const char *code)
{
    for (size_t length; (code = strchr(code, '_')) != NULL; code += length) {
        length = strspn(code, "_");
        if (length >= RENDER_LEAST_BLANK)
            return true;
    }
    return false;
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

size_t render_columns_of(const char *text, size_t length)
{
    size_t columns = 0;

    for (const char *end = text + length; text < end; text++) {
        unsigned char byte = (unsigned char)*text;

        columns += byte == MARK_WIDE || (byte >= ' ' && !utf8_is_continuation(*text));
        columns -= byte == MARK_ZERO;
    }
    return columns;
}

size_t render_columns(const char *text)
{
    return render_columns_of(text, strlen(text));
}

const struct guide_link *render_links(const struct render *render, const struct guide_block *block)
{
    return render->guide->links + block->links.first;
}

const struct guide_block *render_find_place(const struct render *render, uint32_t place)
{
    const struct guide *guide = render->guide;
    const uint32_t roles = render->selection->roles;

    if (!select_holds(render->selection, guide->places[place].section))
        return NULL;
    for (uint32_t i = place; guide_same_place(guide, place, i); i++) {
        const struct guide_block *block = &guide->blocks[guide->places[i].blocks.first];

        if ((block->roles & roles) != 0)
            return block;
    }
    return NULL;
}

bool render_is_elsewhere(const struct render *render, const struct guide_link *link)
{
    if (link->kind == LINK_PLACE)
        return render_find_place(render, link->target) == NULL;
    return link->kind == LINK_SECTION && !select_holds(render->selection, link->target);
}

const struct guide_place *render_begins_place(const struct render *render,
                                              const struct guide_block *block)
{
    const struct guide *guide = render->guide;
    const bool may_be = block->kind == BLOCK_HEADING || block->kind == BLOCK_TERM;

    if (!may_be || block->number == 0)
        return NULL;
    for (uint32_t i = block->number - 1;; i++) {
        const struct guide_block *entry = &guide->blocks[guide->places[i].blocks.first];

        if (entry == block)
            return &guide->places[i];
        if ((entry->roles & render->selection->roles) != 0)
            return NULL;
    }
}

uint32_t render_own_title(const struct render *render)
{
    const struct selection *selection = render->selection;
    const struct guide *guide = render->guide;

    if (selection->front != NULL)
        return selection->front->title;
    if (selection->count == 1 && guide->section_count > 1)
        return guide->sections[selection->sections[0]].title;
    return 0;
}

const char *render_called(const struct render *render)
{
    const uint32_t title = render_own_title(render);

    return guide_text(render->guide, title != 0 ? title : render->guide->title);
}

bool render_is_book(const struct render *render)
{
    const struct selection *selection = render->selection;

    if (selection->front != NULL || selection->count != render->guide->section_count)
        return false;
    for (uint32_t i = 0; i < selection->count; i++)
        if (selection->sections[i] != i)
            return false;
    return true;
}
