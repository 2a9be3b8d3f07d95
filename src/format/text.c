/* SPDX-License-Identifier: MIT */
/* text.c: the text format, for terminals, pipes and screen readers. */
#include "format/text.h"

#include "format/wrap.h"

#include <stdlib.h>
#include <string.h>

/* A definition list whose terms are no wider than this has them on the line of their text. */
enum { RUN_IN_WIDTH = 14 };

struct text {
    const struct render *render;
    const struct text_source *source; /* or NULL: the guide */
    struct wrap wrap;
    struct render_nesting nesting;
    unsigned margins[GUIDE_MAX_DEPTH + 1]; /* of what is in each container of the nesting */
};

/* The margin of the innermost list or quote, or of the body. */
static unsigned inner_margin(const struct text *text)
{
    return text->margins[text->nesting.depth];
}

static const char *text_of(const struct text *text, const struct guide_block *block)
{
    if (text->source != NULL)
        return text->source->text_of(text->source->self, block);
    return guide_text(text->render->guide, block->text);
}

static void put_paragraph(struct text *text, const struct guide_block *block)
{
    const char *inline_text = text_of(text, block);

    wrap_set_margin(&text->wrap, inner_margin(text));
    if (block->ascii && inline_text == guide_text(text->render->guide, block->text))
        wrap_ascii(&text->wrap, inline_text, inline_text + strlen(inline_text));
    else
        wrap_fill(&text->wrap, inline_text, render_links(text->render, block));
    wrap_close_line(&text->wrap);
    text->wrap.gap = true;
}

/* Puts a title or heading; for those who do not see it, with the label before it. */
static void put_title(struct text *text, enum guide_label label, const char *inline_text,
                      const struct guide_link *links, unsigned margin, unsigned style)
{
    text->wrap.gap = true;
    wrap_set_margin(&text->wrap, margin);
    wrap_set_style(&text->wrap, style);
    if (text->render->options->plain) {
        wrap_fill(&text->wrap, guide_label(text->render->guide, label), NULL);
        wrap_fill(&text->wrap, " ", NULL);
    }
    wrap_fill(&text->wrap, inline_text, links);
    wrap_set_style(&text->wrap, 0);
    wrap_end_line(&text->wrap);
}

/* Dashes in the margin tell a heading from one of the level above where no style or word does. */
static void put_heading(struct text *text, const struct guide_block *block)
{
    const struct render_options *options = text->render->options;
    const unsigned level = block->level;
    const enum guide_label label = level > 2 ? LABEL_SUBHEADING : LABEL_HEADING;
    unsigned margin = level == 1 ? 0 : text->margins[0] / 2;
    unsigned style = level > 2 ? WRAP_EMPHASIS : WRAP_STRONG;
    unsigned dashes = level > 2 && !options->plain ? level - (options->styles ? 3 : 2) : 0;

    if (dashes > 0) {
        strcpy(text->wrap.label, options->ascii ? "-" : "");
        for (unsigned i = 0; i < dashes; i++)
            strcat(text->wrap.label, options->ascii ? "-" : "\u2013");
        strcat(text->wrap.label, " ");
        margin += dashes + (options->ascii ? 2 : 1);
    }
    put_title(text, label, text_of(text, block), render_links(text->render, block), margin, style);
}

/* Puts code with words for what is to be filled in. */
static void say_code(struct text *text, const char *code)
{
    const char *label = guide_label(text->render->guide, LABEL_SPACE_TO_WRITE);
    struct output said;

    output_to_memory(&said);
    for (size_t length; *code != '\0'; code += length) {
        length = strspn(code, "_");
        if (length >= RENDER_LEAST_BLANK) {
            output_string(&said, label);
            length += strspn(code + length, "_ \n"); /* more of it is said once */
            while (code[length - 1] != '_')
                length--;
        } else {
            length += length == 0;
            output_put(&said, code, length);
        }
    }
    output_char(&said, '\0');
    if (said.error == 0)
        wrap_code(&text->wrap, said.data);
    else
        output_fail(text->render->out);
    free(said.data);
}

static void put_code(struct text *text, const struct guide_block *block)
{
    wrap_set_margin(&text->wrap, inner_margin(text) + 2);
    if (text->render->options->plain)
        say_code(text, text_of(text, block));
    else
        wrap_code(&text->wrap, text_of(text, block));
    text->wrap.gap = true;
}

static void begin_container(struct text *text, const struct guide_block *block)
{
    unsigned depth = text->nesting.depth;

    if (text->nesting.containers[depth - 1].tight)
        text->wrap.gap = false;
    text->margins[depth] =
        text->margins[depth - 1] + (block->kind == BLOCK_NUMBERS ? block->width + 1 : 2);
}

static void end_container(struct text *text)
{
    text->wrap.gap = true;
}

/* Puts a blank line between the items of a list, unless it is tight. Returns the list. */
static const struct render_container *separate_item(struct text *text)
{
    const struct render_container *list = render_innermost(&text->nesting);

    if (list->items > 1)
        text->wrap.gap = !list->tight;
    return list;
}

static void put_bullet(struct text *text)
{
    const struct render_options *options = text->render->options;

    strcpy(text->wrap.label, options->ascii || options->plain ? "- " : "\342\200\242 ");
}

static void begin_item(struct text *text, const struct guide_block *block)
{
    const struct render_container *list = separate_item(text);

    wrap_set_margin(&text->wrap, inner_margin(text));
    if (list->kind == BLOCK_NUMBERS) {
        struct output label;

        output_to_buffer(&label, text->wrap.label, sizeof text->wrap.label);
        output_number(&label, block->number);
        output_put(&label, ". ", 3);
    } else {
        put_bullet(text);
    }
}

/* Begins an entry of a front page with the title, which the summary is to follow. */
static void begin_entry(struct text *text, const struct guide_block *block)
{
    wrap_set_margin(&text->wrap, inner_margin(text));
    put_bullet(text);
    wrap_set_style(&text->wrap, WRAP_STRONG);
    wrap_fill(&text->wrap, text_of(text, block), NULL);
    wrap_set_style(&text->wrap, 0);
    wrap_fill(&text->wrap, " \u2013 ", NULL);
}

static void begin_term(struct text *text, const struct guide_block *block)
{
    const struct render_container *list = separate_item(text);

    if (block->origin == ORIGIN_FRONT) {
        begin_entry(text, block);
        return;
    }
    wrap_set_margin(&text->wrap, text->margins[text->nesting.depth - 1]);
    wrap_fill(&text->wrap, text_of(text, block), render_links(text->render, block));
    wrap_fill(&text->wrap, ":", NULL);
    if (list->width <= RUN_IN_WIDTH)
        wrap_fill(&text->wrap, " ", NULL);
    else
        wrap_end_line(&text->wrap);
}

/* Notes where the block begins, if that is asked for. */
static void mark_block(const struct text *text, const struct guide_block *block)
{
    const struct render *render = text->render;
    const struct render_mark mark = {render->out->length,
                                     (uint32_t)(block - render->guide->blocks)};

    if (render->options->marks != NULL && (block->kind <= BLOCK_CODE || block->kind == BLOCK_TERM))
        output_put(&render->options->marks->blocks, (const char *)&mark, sizeof mark);
}

static void text_block(void *self, const struct guide_block *block)
{
    struct text *text = self;

    if (block->kind != BLOCK_PARAGRAPH)
        wrap_close_line(&text->wrap);
    mark_block(text, block);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        put_heading(text, block);
        break;
    case BLOCK_PARAGRAPH:
        put_paragraph(text, block);
        break;
    case BLOCK_CODE:
        put_code(text, block);
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
        begin_term(text, block);
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

    put_title(text, LABEL_SECTION_TITLE, guide_text(text->render->guide, section->title), NULL, 0,
              WRAP_STRONG);
    text->wrap.gap = true;
}

static const struct render_blocks calls = {text_section, text_block};

static void begin(struct text *text, const struct render *render, const struct text_source *source)
{
    text->render = render;
    text->source = source;
    text->margins[0] = render->options->width < 60 ? 2 : 4;
    wrap_begin(&text->wrap, render);
}

void text_render(const struct render *render, const struct text_source *source)
{
    struct text text;

    begin(&text, render, source);
    text.wrap.nesting = &text.nesting;
    render_front(render, &calls, &text, &text.nesting);
    render_walk(render, &calls, &text, &text.nesting);
    wrap_end(&text.wrap);
}

void render_text(const struct render *render)
{
    text_render(render, NULL);
}

void text_put_blocks(const struct render *render, const struct text_source *source,
                     const struct guide_block *list, struct guide_range blocks)
{
    const struct guide_block *block = render->guide->blocks + blocks.first;
    struct text text;

    begin(&text, render, source);
    text.nesting.depth = 0;
    text.nesting.containers[0] = (struct render_container){0};
    if (list != NULL)
        render_block(&calls, &text, &text.nesting, list);
    for (const struct guide_block *end = block + blocks.count; block < end; block++)
        if ((block->roles & render->selection->roles) != 0)
            render_block(&calls, &text, &text.nesting, block);
    wrap_close_line(&text.wrap);
    wrap_end(&text.wrap);
}
