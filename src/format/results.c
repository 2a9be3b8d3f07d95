/* SPDX-License-Identifier: MIT */
/* results.c: showing what a search found. */
#include "format/results.h"

#include "format/hints.h"
#include "format/text.h"
#include "format/wrap.h"

#include <stdlib.h>
#include <string.h>

enum { MARGIN = 4 };

/* Bytes of text below a heading or term, some twelve lines, after which no other block is shown. */
enum { ENOUGH = 800 };

struct found {
    const struct render *render;
    const struct search *search;
    struct output marked;               /* a passage with its hits marked */
    struct output lines;                /* the same, or several, as lines */
    struct render render_lines;         /* to those */
    struct wrap wrap;                   /* of paragraphs */
    const struct search_hit *hit, *end; /* those of the section that were not shown yet */
    struct search_walk walk;
};

/* Adds a passage with marks around its hits, from the next one on. */
static void mark_hits(struct found *found)
{
    const struct guide *guide = found->render->guide;
    const uint32_t passage = found->hit->passage;
    const char *text = guide_passage_text(guide, &guide->passages[passage]);
    uint32_t done = 0;

    for (; found->hit < found->end && found->hit->passage == passage; found->hit++) {
        uint32_t start, end;

        search_place(guide, &found->walk, found->hit, &start, &end);
        output_put(&found->marked, text + done, start - done);
        output_char(&found->marked, MARK_HIT);
        output_put(&found->marked, text + start, end - start);
        output_char(&found->marked, MARK_HIT_END);
        done = end;
    }
    output_string(&found->marked, text + done);
}

/* Makes lines of inline text. */
static void make_lines(struct found *found, const char *inline_text, const struct guide_link *links,
                       unsigned margin)
{
    found->lines.length = 0;
    wrap_set_margin(&found->wrap, margin);
    wrap_fill(&found->wrap, inline_text, links);
    wrap_close_line(&found->wrap);
}

/* Makes lines of the marked text. */
static void wrap_marked(struct found *found, const struct guide_link *links, unsigned margin)
{
    output_char(&found->marked, '\0');
    if (found->marked.error == 0)
        make_lines(found, found->marked.data, links, margin);
    found->marked.length = 0;
}

/* The next mark of a hit between two places, or TO. Marks of beginning and end take turns; INSIDE:
 * a hit was begun. */
static const char *next_mark(const char *from, const char *to, bool inside)
{
    const char *mark = memchr(from, inside ? MARK_HIT_END : MARK_HIT, (size_t)(to - from));

    return mark != NULL ? mark : to;
}

/* Whether a part of a hit lies between two places. INSIDE: whether one goes on from the line
 * before, and then, into the next. */
static bool has_hit(const char *from, const char *to, bool *inside)
{
    bool hit = *inside;

    while ((from = next_mark(from, to, *inside)) < to) {
        *inside = !*inside;
        hit = true;
        from++;
    }
    return hit;
}

/* Puts what lies between two places, without the marks. */
static void put_unmarked(struct output *out, const char *from, const char *to, bool inside)
{
    for (;;) {
        const char *mark = next_mark(from, to, inside);

        output_put(out, from, (size_t)(mark - from));
        if (mark == to)
            return;
        from = mark + 1;
        inside = !inside;
    }
}

/* Puts those lines that hold a hit, with one before and one after; a blank line where some are
 * left out. */
static void put_lines_around(struct found *found)
{
    struct output *out = found->render->out;
    const char *line = found->lines.data, *end = line + found->lines.length;
    const char *before = NULL; /* the last line that was not put */
    bool inside = false, after_hit = false, gap = true;

    /* After an error the last line may lack its newline. */
    while (line < end && found->lines.error == 0) {
        const char *next = (const char *)memchr(line, '\n', (size_t)(end - line)) + 1;
        bool began_inside = inside;
        bool hit = has_hit(line, next, &inside);

        if (hit || after_hit) {
            if (gap)
                output_char(out, '\n');
            if (hit && before != NULL)
                output_put(out, before, (size_t)(line - before));
            put_unmarked(out, line, next, began_inside);
            before = NULL;
            gap = false;
        } else {
            gap = gap || before != NULL;
            before = line;
        }
        after_hit = hit;
        line = next;
    }
}

static void add(void *self, const char *marked)
{
    output_string(&((struct found *)self)->marked, marked);
}

/* Puts the title, the word that opens the section, and, if nothing in its text was found, its
 * summary. */
static void put_title(struct found *found, const struct search_section *section)
{
    static const struct hint_style hints = {{[HINT_SECTION] = {" (", ")"}}, add, add};
    const struct render *render = found->render;
    const struct guide *guide = render->guide;
    const struct guide_section *target = &guide->sections[section->section];

    output_char(&found->marked, MARK_STRONG);
    if (guide->passages[found->hit->passage].kind == PASSAGE_TITLE)
        mark_hits(found);
    else
        output_string(&found->marked, guide_text(guide, target->title));
    output_char(&found->marked, MARK_STRONG_END);
    hints_put_section(guide, section->section, &hints, found);
    wrap_marked(found, NULL, 0);
    put_unmarked(render->out, found->lines.data, found->lines.data + found->lines.length, false);
    if (section->text_count == 0) {
        output_char(render->out, '\n');
        make_lines(found, guide_text(guide, target->summary), NULL, MARGIN);
        put_unmarked(render->out, found->lines.data, found->lines.data + found->lines.length,
                     false);
    }
}

/* The block of the next hit, which is in the text; without one, one that no section has. */
static uint32_t next_block(const struct found *found)
{
    if (found->hit == found->end)
        return UINT32_MAX;
    return found->render->guide->passages[found->hit->passage].source;
}

/* The text of a block, with its hits marked. */
static const char *marked_text(void *self, const struct guide_block *block)
{
    struct found *found = self;
    const struct guide *guide = found->render->guide;

    while (found->hit < found->end && next_block(found) < (uint32_t)(block - guide->blocks))
        found->hit++; /* in what is not shown */
    if (next_block(found) != (uint32_t)(block - guide->blocks))
        return guide_text(guide, block->text);
    found->marked.length = 0;
    mark_hits(found);
    output_char(&found->marked, '\0');
    return found->marked.error == 0 ? found->marked.data : "";
}

/* Whether the roles of the selection see a block. */
static bool is_seen(const struct found *found, uint32_t block)
{
    return (found->render->guide->blocks[block].roles & found->render->selection->roles) != 0;
}

/* Puts blocks whole, of a list or of none. */
static void put_blocks(struct found *found, const struct guide_block *list, uint32_t first,
                       uint32_t end)
{
    const struct text_source source = {marked_text, found};

    found->lines.length = 0;
    text_put_blocks(&found->render_lines, &source, list, (struct guide_range){first, end - first});
    found->marked.length = 0;
    output_char(found->render->out, '\n');
    put_unmarked(found->render->out, found->lines.data, found->lines.data + found->lines.length,
                 false);
}

/* Whether a block ends what a heading or term brings. DEPTH: terms that are open in it. */
static bool ends_part(const struct guide_block *begin, const struct guide_block *block,
                      unsigned *depth)
{
    if (begin->kind == BLOCK_HEADING)
        return (block->kind == BLOCK_HEADING && block->level <= begin->level) ||
               block->origin != begin->origin;
    *depth += block->kind == BLOCK_TERM;
    return block->kind == BLOCK_TERM_END && (*depth)-- == 0;
}

/* The block after those that a heading or term brings, up to where it is enough. Stores whether
 * that is all. */
static uint32_t part_end(const struct found *found, uint32_t first, uint32_t end, bool *all)
{
    const struct guide *guide = found->render->guide;
    const struct guide_block *begin = &guide->blocks[first];
    unsigned depth = 0;
    size_t bytes = 0;
    uint32_t i = first + 1;

    for (; i < end && !ends_part(begin, &guide->blocks[i], &depth) && bytes < ENOUGH; i++)
        if (is_seen(found, i))
            bytes += strlen(guide_text(guide, guide->blocks[i].text));
    *all = bytes < ENOUGH;
    return i;
}

/* The definition lists that a block is in, one in another. */
struct lists {
    unsigned depth;
    const struct guide_block *open[GUIDE_MAX_DEPTH];
};

/* Goes on to a block that is shown, which may open or end a list. */
static void keep_lists(struct lists *lists, const struct guide_block *block)
{
    if (block->kind == BLOCK_DEFINITIONS)
        lists->open[lists->depth++] = block;
    else if (block->kind == BLOCK_DEFINITIONS_END)
        lists->depth--;
}

/* Whether the definition of a term holds the next hit. */
static bool defines_hit(const struct found *found, uint32_t term)
{
    const struct guide_block *begin = &found->render->guide->blocks[term];
    const uint32_t hit = next_block(found);
    unsigned depth = 0;

    while (++term < hit)
        if (ends_part(begin, &found->render->guide->blocks[term], &depth))
            return false;
    return true;
}

/* Puts, at a block, what is to be shown of it and those after it. Returns the block to go on with.
 */
static uint32_t put_block(struct found *found, const struct lists *lists, uint32_t block,
                          uint32_t end)
{
    const struct guide_block *at = &found->render->guide->blocks[block];
    const bool is_term = at->kind == BLOCK_TERM, is_hit = next_block(found) == block;

    if (is_hit ? is_term || at->kind == BLOCK_HEADING : is_term && defines_hit(found, block)) {
        bool all;
        const uint32_t part = part_end(found, block, end, &all);

        if (is_hit || all) {
            put_blocks(found, is_term ? lists->open[lists->depth - 1] : NULL, block, part);
            return part;
        }
    }
    if (is_hit) {
        mark_hits(found);
        wrap_marked(found, render_links(found->render, at), MARGIN);
        put_lines_around(found);
    }
    return block + 1;
}

/* The first block, from one on, that has the next hit, or may tell of a definition that does. */
static uint32_t skip_blocks(const struct found *found, uint32_t block)
{
    const struct guide_block *blocks = found->render->guide->blocks;
    const uint32_t hit = next_block(found);

    while (block < hit && (blocks[block].kind < BLOCK_DEFINITIONS ||
                           blocks[block].kind == BLOCK_TERM_END || !is_seen(found, block)))
        block++;
    return block;
}

static void put_section(struct found *found, const struct search_section *section)
{
    const struct guide *guide = found->render->guide;
    const struct guide_range blocks = guide->sections[section->section].blocks;
    struct lists lists = {.depth = 0};

    found->hit = found->search->hits + section->first;
    found->end = found->hit + section->count;
    put_title(found, section);
    found->hit = found->end - section->text_count;
    for (uint32_t i = blocks.first; found->hit < found->end;) {
        uint32_t begin = skip_blocks(found, i);

        keep_lists(&lists, &guide->blocks[begin]);
        i = put_block(found, &lists, begin, blocks.first + blocks.count);
        while (++begin < i)
            if (is_seen(found, begin))
                keep_lists(&lists, &guide->blocks[begin]);
    }
}

static void begin(struct found *found, const struct render *render, const struct search *search)
{
    *found = (struct found){.render = render, .search = search, .walk = {.passage = UINT32_MAX}};
    output_to_memory(&found->marked);
    output_to_memory(&found->lines);
}

static void end(struct found *found)
{
    if (found->marked.error != 0 || found->lines.error != 0)
        output_fail(found->render->out);
    free(found->marked.data);
    free(found->lines.data);
}

void results_render_whole(const struct render *render, const struct search *search)
{
    const struct search_section *section = search->sections;
    struct found found;
    const struct text_source source = {marked_text, &found};

    begin(&found, render, search);
    if (search->count > 0) {
        found.end = search->hits + section->first + section->count;
        found.hit = found.end - section->text_count;
    }
    text_render(render, &source);
    end(&found);
}

void results_render(const struct render *render, const struct search *search)
{
    struct found found;

    begin(&found, render, search);
    found.render_lines = *render;
    found.render_lines.out = &found.lines;
    wrap_begin(&found.wrap, &found.render_lines);
    for (uint32_t i = 0; i < search->count; i++) {
        if (i > 0)
            output_char(render->out, '\n');
        put_section(&found, &search->sections[i]);
    }
    wrap_end(&found.wrap);
    end(&found);
}
