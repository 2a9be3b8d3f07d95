/* text.c: the text format, for terminals, pipes and screen readers. */
#include "format/wrap.h"

#include <string.h>

enum { MAX_DEPTH = 64 }; /* of lists and quotes, one in another; the compiler allows fewer */

/* A definition list whose terms are no wider than this has them on the line of their text. */
enum { RUN_IN_WIDTH = 14 };

/* A list or quote that is open. */
struct container {
    enum guide_block_kind kind;
    unsigned margin; /* of what is in it */
    bool tight;      /* no blank lines between its items */
    bool run_in;     /* terms stand on the line of their text */
    bool has_items;  /* an item was begun */
};

struct text {
    const struct render *render;
    struct wrap wrap;
    unsigned body_margin;
    struct container containers[MAX_DEPTH];
    unsigned depth;
};

/* The margin of the innermost list or quote, or of the body. */
static unsigned inner_margin(const struct text *text)
{
    return text->depth > 0 ? text->containers[text->depth - 1].margin : text->body_margin;
}

static void paragraph(struct text *text, const struct guide_block *block, const char *inline_text)
{
    wrap_set_margin(&text->wrap, inner_margin(text));
    if (block->ascii)
        wrap_ascii(&text->wrap, inline_text, inline_text + strlen(inline_text));
    else
        wrap_fill(&text->wrap, inline_text, render_links(text->render, block));
    wrap_close_line(&text->wrap);
    text->wrap.gap = true;
}

static void heading(struct text *text, const char *inline_text, const struct guide_link *links,
                    unsigned margin, unsigned style)
{
    text->wrap.gap = true;
    wrap_set_margin(&text->wrap, margin);
    wrap_set_style(&text->wrap, style);
    wrap_fill(&text->wrap, inline_text, links);
    wrap_set_style(&text->wrap, 0);
    wrap_end_line(&text->wrap);
}

static void begin_container(struct text *text, const struct guide_block *block)
{
    unsigned margin = inner_margin(text);
    struct container *container = &text->containers[text->depth];

    if (text->depth > 0 && text->containers[text->depth - 1].tight)
        text->wrap.gap = false;
    if (text->depth + 1 < MAX_DEPTH)
        text->depth++;
    *container = (struct container){
        .kind = (enum guide_block_kind)block->kind, .tight = block->tight, .margin = margin + 2};
    if (block->kind == BLOCK_NUMBERS)
        container->margin = margin + block->width + 1;
    if (block->kind == BLOCK_DEFINITIONS)
        container->run_in = block->width <= RUN_IN_WIDTH;
}

static void end_container(struct text *text)
{
    if (text->depth > 0)
        text->depth--;
    text->wrap.gap = true;
}

/* Puts a blank line between the items of a list, unless it is tight. */
static void separate_item(struct text *text)
{
    struct container *list = &text->containers[text->depth - 1];

    if (list->has_items)
        text->wrap.gap = !list->tight;
    list->has_items = true;
}

static void begin_item(struct text *text, const struct guide_block *block)
{
    const struct render_options *options = text->render->options;

    separate_item(text);
    wrap_set_margin(&text->wrap, inner_margin(text));
    if (text->containers[text->depth - 1].kind == BLOCK_NUMBERS) {
        struct output label = {.data = text->wrap.label, .capacity = sizeof text->wrap.label};

        output_number(&label, block->number);
        output_put(&label, ". ", 3);
    } else {
        strcpy(text->wrap.label, options->ascii || options->plain ? "- " : "\342\200\242 ");
    }
}

static void term(struct text *text, const char *inline_text, const struct guide_link *links)
{
    const struct container *list = &text->containers[text->depth - 1];

    separate_item(text);
    wrap_set_margin(&text->wrap, list->margin - 2);
    wrap_fill(&text->wrap, inline_text, links);
    wrap_fill(&text->wrap, ":", NULL);
    if (list->run_in)
        wrap_fill(&text->wrap, " ", NULL);
    else
        wrap_end_line(&text->wrap);
}

static void text_block(void *self, const struct guide_block *block)
{
    struct text *text = self;
    const char *inline_text = guide_text(text->render->guide, block->text);
    const struct guide_link *links = render_links(text->render, block);

    if (block->kind != BLOCK_PARAGRAPH)
        wrap_close_line(&text->wrap);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        heading(text, inline_text, links, block->level == 1 ? 0 : text->body_margin / 2,
                block->level == 3 ? WRAP_EMPHASIS : WRAP_STRONG);
        break;
    case BLOCK_PARAGRAPH:
        paragraph(text, block, inline_text);
        break;
    case BLOCK_CODE:
        wrap_set_margin(&text->wrap, inner_margin(text) + 2);
        wrap_code(&text->wrap, inline_text);
        text->wrap.gap = true;
        break;
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        begin_container(text, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        end_container(text);
        break;
    case BLOCK_ITEM:
        begin_item(text, block);
        break;
    case BLOCK_TERM:
        term(text, inline_text, links);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
    case BLOCK_KINDS:
        break;
    }
}

static void text_section(void *self, const struct guide_section *section)
{
    struct text *text = self;

    heading(text, guide_text(text->render->guide, section->title), NULL, 0, WRAP_STRONG);
    text->wrap.gap = true;
}

void render_text(const struct render *render)
{
    static const struct render_blocks calls = {text_section, text_block};
    struct text text;

    text.render = render;
    text.body_margin = render->options->width < 60 ? 2 : 4;
    text.depth = 0;
    wrap_begin(&text.wrap, render);
    render_walk(render, &calls, &text);
    wrap_end(&text.wrap);
}
