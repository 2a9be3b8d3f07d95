/* results.c: showing what a search found. */
#include "format/results.h"

#include "format/hints.h"
#include "format/wrap.h"

#include <stdlib.h>
#include <string.h>

enum { MARGIN = 4 };

struct found {
    const struct render *render;
    const struct search *search;
    struct output marked; /* a passage with its hits marked */
    struct output lines;  /* the same as lines */
};

/* Adds a passage with marks around those hits that lie in it; returns how many they are. */
static uint32_t mark_hits(struct found *found, const struct search_hit *hits, uint32_t count)
{
    const struct guide *guide = found->render->guide;
    const char *text = guide_text(guide, guide->passages[hits->passage].text);
    uint32_t taken = 0, done = 0;

    for (; taken < count && hits[taken].passage == hits->passage; taken++) {
        const struct search_hit *hit = &hits[taken];

        output_put(&found->marked, text + done, hit->start - done);
        output_char(&found->marked, MARK_HIT);
        output_put(&found->marked, text + hit->start, hit->end - hit->start);
        output_char(&found->marked, MARK_HIT_END);
        done = hit->end;
    }
    output_string(&found->marked, text + done);
    return taken;
}

/* Makes lines of inline text. */
static void make_lines(struct found *found, const char *inline_text, const struct guide_link *links,
                       unsigned margin)
{
    struct render lines = *found->render;

    found->lines.length = 0;
    lines.out = &found->lines;
    wrap_paragraph(&lines, inline_text, links, margin);
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
 * summary. Returns how many hits were in the title. */
static uint32_t put_title(struct found *found, const struct search_section *section)
{
    static const struct hint_style hints = {{[HINT_SECTION] = {" (", ")"}}, add, add};
    const struct render *render = found->render;
    const struct guide *guide = render->guide;
    const struct guide_section *target = &guide->sections[section->section];
    const struct search_hit *hits = found->search->hits + section->first;
    uint32_t taken = 0;

    output_char(&found->marked, MARK_STRONG);
    if (guide->passages[hits->passage].kind == PASSAGE_TITLE)
        taken = mark_hits(found, hits, section->count);
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
    return taken;
}

static void put_section(struct found *found, const struct search_section *section)
{
    const struct guide *guide = found->render->guide;
    const struct search_hit *hits = found->search->hits + section->first;

    for (uint32_t i = put_title(found, section); i < section->count;) {
        const struct guide_passage *passage = &guide->passages[hits[i].passage];

        i += mark_hits(found, hits + i, section->count - i);
        wrap_marked(found, render_links(found->render, &guide->blocks[passage->block]), MARGIN);
        if (passage->kind == PASSAGE_TEXT)
            put_lines_around(found);
    }
}

void results_render(const struct render *render, const struct search *search)
{
    struct found found = {.render = render, .search = search};

    output_to_memory(&found.marked);
    output_to_memory(&found.lines);
    for (uint32_t i = 0; i < search->count; i++) {
        if (i > 0)
            output_char(render->out, '\n');
        put_section(&found, &search->sections[i]);
    }
    if (found.marked.error != 0 || found.lines.error != 0)
        output_fail(render->out);
    free(found.marked.data);
    free(found.lines.data);
}
