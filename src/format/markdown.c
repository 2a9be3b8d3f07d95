/* SPDX-License-Identifier: MIT */
/* markdown.c: the markdown format: CommonMark, and the body of a section in the source format. */
#include "format/markdown.h"

#include "base/small.h"
#include "format/commonmark.h"
#include "format/hints.h"

#include <stdlib.h>
#include <string.h>

/* What is kept for each container of the nesting. */
struct level {
    size_t margin;   /* of a quote, or of the item of a list: for commonmark_leave */
    char mark;       /* of a list: what comes before its items, or after their numbers */
    char after_mark; /* the mark of the list that the next block comes right after, or 0 */
    bool note;       /* a quote that is a note */
};

struct markdown {
    const struct render *render;
    struct commonmark text;
    void (*put)(struct commonmark *, const char *bytes, size_t length); /* puts a run of text */
    struct output stripped;             /* inline text without the marks that tell columns */
    struct output target;               /* of a link */
    const struct guide_link *undecided; /* see decide_link */
    bool source;                        /* the source format */
    bool after_term;                    /* a paragraph goes on in the line of its term */
    uint32_t heading_roles[GUIDE_LAST_LEVEL + 1]; /* of the last heading of a level or above */
    struct render_nesting nesting;
    struct level levels[GUIDE_MAX_DEPTH + 1];
};

static void put_nothing(struct commonmark *text, const char *bytes, size_t length)
{
    (void)text;
    (void)bytes;
    (void)length;
}

static void add_text(void *out, const char *bytes, size_t length)
{
    output_put(out, bytes, length);
}

static void add_mark(void *out, enum guide_mark mark, const struct guide_link *link)
{
    (void)link;
    if (mark != MARK_BREAK)
        output_char(out, (char)mark);
}

/* Adds text without the marks that tell columns and breaks: what CommonMark makes of a character
 * depends on the one next to it. */
static void add_stripped(struct output *out, const char *marked)
{
    static const struct render_inlines calls = {add_text, add_mark};

    render_inline_text(marked, NULL, &calls, out);
}

/* Makes "less.1" of "less(1)". */
static void dot_man_target(struct output *target)
{
    size_t length = target->length;

    if (length == 0 || target->data[length - 1] != ')')
        return;
    target->length--;
    while (--length > 0)
        if (target->data[length] == '(') {
            target->data[length] = '.';
            return;
        }
}

static uint32_t target_text(const struct guide *guide, const struct guide_link *link)
{
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
        return guide->sections[link->target].id;
    case LINK_PLACE:
        return guide->sections[guide->places[link->target].section].id;
    case LINK_SOURCE:
        return guide->sources[link->target].id;
    case LINK_MAN:
    case LINK_INFO:
    case LINK_URL:
    case LINK_CALL:
        break;
    }
    return link->target;
}

/* Puts the end of a link, with its target as the source format has it. */
static void put_target(struct markdown *markdown, const struct guide_link *link)
{
    static const struct wrapping forms[] = {
        [LINK_SECTION] = {"", ".md"}, [LINK_PLACE] = {"", ".md#"}, [LINK_SOURCE] = {"source:", ""},
        [LINK_MAN] = {"man:", ""},    [LINK_INFO] = {"", ""},      [LINK_URL] = {"", ""},
        [LINK_CALL] = {"", ""},
    };
    const struct guide *guide = markdown->render->guide;
    uint32_t text = target_text(guide, link);
    struct output *target = &markdown->target;

    target->length = 0;
    output_string(target, forms[link->kind].before);
    add_stripped(target, guide_text(guide, text));
    if (link->kind == LINK_MAN)
        dot_man_target(target);
    output_string(target, forms[link->kind].after);
    if (link->kind == LINK_PLACE)
        add_stripped(target, guide_text(guide, guide->places[link->target].name));
    output_char(target, '\0');
    if (target->error == 0 && link->kind == LINK_INFO)
        hints_make_info_address(target->data);
    if (target->error == 0)
        commonmark_close_link(&markdown->text, target->data);
}

static void add_hint(void *self, const char *string)
{
    add_stripped(&((struct markdown *)self)->target, string);
}

/* Says after the text of what is no link in the output where it leads. */
static void put_hint(struct markdown *markdown, const struct guide_link *link)
{
    static const struct hint_style hints = {
        {[HINT_SECTION] = {" (", ")"}, [HINT_MAN] = {" (", ")"}}, add_hint, add_hint};
    struct output *target = &markdown->target;

    target->length = 0;
    hints_put(markdown->render, &markdown->nesting, link, &hints, markdown);
    output_char(target, '\0');
    if (target->error == 0)
        commonmark_text(&markdown->text, target->data, target->length - 1);
}

/* Whether the link is one in the output too. References lead to what has no address there. */
static bool is_link(const struct markdown *markdown, const struct guide_link *link)
{
    return markdown->source || link->kind == LINK_URL || link->kind == LINK_CALL;
}

/* Whether the link is its address between < and >. */
static bool is_autolink(const struct markdown *markdown, const struct guide_link *link)
{
    return link->kind == LINK_URL &&
           commonmark_is_autolink(guide_text(markdown->render->guide, link->target));
}

/* Whether the link can be written without its text: <https://...>, [](man:less.1). */
static bool needs_no_text(const struct markdown *markdown, const struct guide_link *link)
{
    return link->bare && link->kind != LINK_SECTION &&
           (markdown->source || is_autolink(markdown, link));
}

static void open_link(struct markdown *markdown, const struct guide_link *link)
{
    markdown->text.in_link = is_link(markdown, link);
    if (needs_no_text(markdown, link))
        markdown->undecided = link;
    else if (markdown->text.in_link)
        commonmark_open_link(&markdown->text);
}

/* Decides how a link that needs no text is written: with its text if that holds a span. */
static void decide_link(struct markdown *markdown, bool has_span)
{
    const struct guide_link *link = markdown->undecided;

    if (link == NULL)
        return;
    markdown->undecided = NULL;
    if (is_autolink(markdown, link) && !has_span) {
        commonmark_markup(&markdown->text, "<", 1);
        markdown->put = commonmark_markup;
    } else {
        commonmark_open_link(&markdown->text);
        markdown->put = has_span ? commonmark_text : put_nothing;
    }
}

static void close_link(struct markdown *markdown, const struct guide_link *link)
{
    bool autolink = markdown->put == commonmark_markup;

    markdown->put = commonmark_text;
    markdown->text.in_link = false;
    if (autolink)
        commonmark_markup(&markdown->text, ">", 1);
    else if (is_link(markdown, link))
        put_target(markdown, link);
    else
        put_hint(markdown, link);
}

static void put_text(void *self, const char *bytes, size_t length)
{
    struct markdown *markdown = self;

    decide_link(markdown, false);
    markdown->put(&markdown->text, bytes, length);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct markdown *markdown = self;
    struct commonmark *text = &markdown->text;

    decide_link(markdown, true);
    switch (mark) {
    case MARK_EMPHASIS:
        commonmark_open(text, COMMONMARK_EMPHASIS);
        break;
    case MARK_EMPHASIS_END:
        commonmark_close(text, COMMONMARK_EMPHASIS);
        break;
    case MARK_STRONG:
        commonmark_open(text, COMMONMARK_STRONG);
        break;
    case MARK_STRONG_END:
        commonmark_close(text, COMMONMARK_STRONG);
        break;
    case MARK_CODE:
        markdown->put = commonmark_code;
        break;
    case MARK_CODE_END:
        markdown->put = commonmark_text;
        break;
    case MARK_LINK:
        open_link(markdown, link);
        break;
    case MARK_LINK_END:
        close_link(markdown, link);
        break;
    case MARK_NEWLINE:
        commonmark_break(text);
        break;
    case MARK_TAB:
    case MARK_BREAK:
    case MARK_WIDE:
    case MARK_ZERO:
    case MARK_HIT:
    case MARK_HIT_END:
    case MARK_PLACE:
        break;
    }
}

/* Stores inline text or code to be put. */
static void make_plain(struct markdown *markdown, const char *marked)
{
    markdown->stripped.length = 0;
    add_stripped(&markdown->stripped, marked);
}

/* What guidec takes for markup of its own, or for a mistake in that of CommonMark: role marks, wiki
 * links, footnotes, and brackets that are parted or turned round. */
static bool is_source_markup(const struct commonmark *text, const char *bytes)
{
    (void)text;
    switch (*bytes) {
    case '{':
        return bytes[1] == '.' || bytes[1] == ':';
    case '[':
        return bytes[1] == '[' || bytes[1] == '^';
    case ']':
        return bytes[1] == ' ' && bytes[2] == '(';
    case ')':
        return bytes[1] == '[';
    }
    return false;
}

/* The same where an item or a quote begins, with the colon that makes a term or a note of it. */
static bool is_beginning_markup(const struct commonmark *text, const char *bytes)
{
    if (*bytes == ':')
        return text->last != COMMONMARK_LETTER || bytes[1] == MARK_STRONG_END;
    return is_source_markup(text, bytes);
}

/* The same in a term, whose last colon is what ends it. */
static bool is_term_markup(const struct commonmark *text, const char *bytes)
{
    return bytes[1 + (bytes[1] == MARK_STRONG_END)] != '\0' && is_beginning_markup(text, bytes);
}

/* Puts what was stored; in the source format, IS_MARKUP tells what is to be escaped besides. */
static void put_plain(struct markdown *markdown, const struct guide_link *links,
                      bool (*is_markup)(const struct commonmark *, const char *bytes))
{
    static const struct render_inlines calls = {put_text, put_mark};

    markdown->text.is_markup = markdown->source ? is_markup : NULL;
    output_char(&markdown->stripped, '\0');
    if (markdown->stripped.error == 0)
        render_inline_text(markdown->stripped.data, links, &calls, markdown);
}

static void put_running(struct markdown *markdown, const struct guide_block *block,
                        bool (*is_markup)(const struct commonmark *, const char *bytes))
{
    make_plain(markdown, guide_text(markdown->render->guide, block->text));
    put_plain(markdown, render_links(markdown->render, block), is_markup);
}

static struct level *innermost(struct markdown *markdown)
{
    return &markdown->levels[markdown->nesting.depth];
}

/* The container around the innermost one. */
static struct level *outer(struct markdown *markdown)
{
    return innermost(markdown) - 1;
}

/* Separates what comes next in the container DEPTH from what is in it already, if any does. */
static void separate(struct markdown *markdown, unsigned depth, bool any)
{
    if (any && !markdown->nesting.containers[depth].tight)
        commonmark_blank_line(&markdown->text);
    markdown->levels[depth].after_mark = 0;
}

/* Begins a block that is in the container DEPTH. An item of definitions holds its term. */
static void begin_block(struct markdown *markdown, unsigned depth)
{
    const struct render_container *container = &markdown->nesting.containers[depth];

    separate(markdown, depth, container->filled || container->kind == BLOCK_DEFINITIONS);
}

/* Puts the roles of a heading that is not for all who see the text around it. */
static void put_roles(struct markdown *markdown, const struct guide_block *block)
{
    const struct guide *guide = markdown->render->guide;
    uint32_t around = block->level > GUIDE_FIRST_LEVEL ? markdown->heading_roles[block->level - 1]
                                                       : GUIDE_ALL_ROLES;

    for (unsigned level = block->level; level <= GUIDE_LAST_LEVEL; level++)
        markdown->heading_roles[level] = block->roles;
    if (!markdown->source || block->roles == around)
        return;
    commonmark_text(&markdown->text, " ", 1);
    commonmark_markup(&markdown->text, "{", 1);
    for (uint32_t role = 0, count = 0; role < guide->role_count; role++)
        if (block->roles >> role & 1) {
            const char *id = guide_text(guide, guide->roles[role].id);

            if (count++ > 0)
                commonmark_text(&markdown->text, " ", 1);
            commonmark_markup(&markdown->text, ".", 1);
            commonmark_markup(&markdown->text, id, strlen(id));
        }
    commonmark_markup(&markdown->text, "}", 1);
}

static void put_heading(struct markdown *markdown, const struct guide_block *block)
{
    static const char *const signs[] = {"", "# ", "## ", "### ", "#### "};
    size_t margin;

    begin_block(markdown, markdown->nesting.depth);
    margin = commonmark_enter(&markdown->text, signs[block->level], "");
    markdown->text.one_line = true;
    put_running(markdown, block, is_source_markup);
    put_roles(markdown, block);
    commonmark_end_line(&markdown->text);
    markdown->text.one_line = false;
    commonmark_leave(&markdown->text, margin);
}

static void put_paragraph(struct markdown *markdown, const struct guide_block *block)
{
    const struct render_container *container = render_innermost(&markdown->nesting);
    bool begins = !markdown->after_term && !container->filled && !innermost(markdown)->note &&
                  (container->kind == BLOCK_BULLETS || container->kind == BLOCK_QUOTE);

    if (markdown->after_term)
        commonmark_text(&markdown->text, " ", 1);
    else
        begin_block(markdown, markdown->nesting.depth);
    put_running(markdown, block, begins ? is_beginning_markup : is_source_markup);
    commonmark_end_line(&markdown->text);
}

static void put_code(struct markdown *markdown, const struct guide_block *block)
{
    begin_block(markdown, markdown->nesting.depth);
    make_plain(markdown, guide_text(markdown->render->guide, block->text));
    commonmark_code_block(&markdown->text, markdown->stripped.data, markdown->stripped.length);
}

static void begin_quote(struct markdown *markdown, const struct guide_block *block)
{
    begin_block(markdown, markdown->nesting.depth - 1);
    *innermost(markdown) = (struct level){.margin = commonmark_enter(&markdown->text, "> ", "> "),
                                          .note = block->number != NOTE_NONE};
}

/* Ends a quote or an item. */
static void end_container(struct markdown *markdown, const struct guide_block *block)
{
    (void)block;
    commonmark_leave(&markdown->text, innermost(markdown)->margin);
}

/* Two lists in a row, of one kind and with one mark, would be one list. So would be, with a rule
 * for a line, "- - -"; which is why the first list in an item differs from that of the item. */
static void begin_list(struct markdown *markdown, const struct guide_block *block)
{
    const char *marks = block->kind == BLOCK_NUMBERS ? ".)" : "-*";
    char after = outer(markdown)->after_mark;

    begin_block(markdown, markdown->nesting.depth - 1);
    *innermost(markdown) = (struct level){.mark = marks[after == marks[0]]};
}

static void end_list(struct markdown *markdown, const struct guide_block *block)
{
    (void)block;
    outer(markdown)->after_mark = innermost(markdown)->mark;
}

static void begin_item(struct markdown *markdown, const struct guide_block *block)
{
    static const char spaces[] = "            ";
    struct level *list = innermost(markdown);
    char bytes[sizeof spaces];
    struct output label;

    output_to_buffer(&label, bytes, sizeof bytes);
    separate(markdown, markdown->nesting.depth, render_innermost(&markdown->nesting)->items > 1);
    if (list->mark == '.' || list->mark == ')')
        output_number(&label, block->number);
    output_char(&label, list->mark);
    output_put(&label, " ", 2);
    list->after_mark = list->mark;
    list->margin = commonmark_enter(&markdown->text, bytes, spaces + sizeof spaces - label.length);
}

/* Puts the title of a section, which its summary is to follow. */
static void put_front_title(struct markdown *markdown, const char *title)
{
    struct output *stripped = &markdown->stripped;

    stripped->length = 0;
    output_char(stripped, MARK_STRONG);
    add_stripped(stripped, title);
    output_char(stripped, MARK_STRONG_END);
    output_string(stripped, " \u2013");
    put_plain(markdown, NULL, is_source_markup);
}

/* Puts a term; if strong text ends it, the colon is inside. */
static void begin_definition(struct markdown *markdown, const struct guide_block *block)
{
    struct output *stripped = &markdown->stripped;
    bool strong;

    begin_item(markdown, block);
    innermost(markdown)->after_mark = 0;
    if (block->origin == ORIGIN_FRONT) {
        put_front_title(markdown, guide_text(markdown->render->guide, block->text));
        return;
    }
    make_plain(markdown, guide_text(markdown->render->guide, block->text));
    strong = stripped->length > 1 && stripped->data[stripped->length - 1] == MARK_STRONG_END &&
             (unsigned char)stripped->data[stripped->length - 2] >= ' ';
    stripped->length -= strong;
    output_char(stripped, ':');
    if (strong)
        output_char(stripped, MARK_STRONG_END);
    put_plain(markdown, render_links(markdown->render, block), is_term_markup);
}

static void put_block(void *self, const struct guide_block *block)
{
    static void (*const put[BLOCK_KINDS])(struct markdown *, const struct guide_block *) = {
        [BLOCK_HEADING] = put_heading,
        [BLOCK_PARAGRAPH] = put_paragraph,
        [BLOCK_CODE] = put_code,
        [BLOCK_QUOTE] = begin_quote,
        [BLOCK_QUOTE_END] = end_container,
        [BLOCK_BULLETS] = begin_list,
        [BLOCK_BULLETS_END] = end_list,
        [BLOCK_NUMBERS] = begin_list,
        [BLOCK_NUMBERS_END] = end_list,
        [BLOCK_ITEM] = begin_item,
        [BLOCK_ITEM_END] = end_container,
        [BLOCK_DEFINITIONS] = begin_list,
        [BLOCK_DEFINITIONS_END] = end_list,
        [BLOCK_TERM] = begin_definition,
        [BLOCK_TERM_END] = end_container,
    };
    struct markdown *markdown = self;

    if (markdown->after_term && block->kind != BLOCK_PARAGRAPH)
        commonmark_end_line(&markdown->text);
    put[block->kind](markdown, block);
    markdown->after_term = block->kind == BLOCK_TERM;
}

static void put_section(void *self, const struct guide_section *section)
{
    const struct guide_block title = {
        .kind = BLOCK_HEADING, .level = 1, .roles = GUIDE_ALL_ROLES, .text = section->title};

    put_block(self, &title);
}

static const struct render_blocks calls = {put_section, put_block};

static void begin(struct markdown *markdown, const struct render *render, bool source)
{
    *markdown = (struct markdown){.render = render, .put = commonmark_text, .source = source};
    for (unsigned level = 0; level <= GUIDE_LAST_LEVEL; level++)
        markdown->heading_roles[level] = GUIDE_ALL_ROLES;
    commonmark_begin(&markdown->text, render->out);
    output_to_memory(&markdown->stripped);
    output_to_memory(&markdown->target);
}

static void end(struct markdown *markdown)
{
    commonmark_end(&markdown->text);
    if (markdown->stripped.error != 0 || markdown->target.error != 0)
        output_fail(markdown->render->out);
    free(markdown->stripped.data);
    free(markdown->target.data);
}

void render_markdown(const struct render *render)
{
    struct markdown markdown;

    begin(&markdown, render, false);
    render_front(render, &calls, &markdown, &markdown.nesting);
    render_walk(render, &calls, &markdown, &markdown.nesting);
    end(&markdown);
}

void markdown_body(const struct render *render, const struct guide_section *section)
{
    const struct guide_block *block = render->guide->blocks + section->blocks.first;
    struct markdown markdown;

    begin(&markdown, render, true);
    for (const struct guide_block *last = block + section->blocks.count; block < last; block++)
        if (block->origin == ORIGIN_BODY && (block->roles & render->selection->roles) != 0)
            render_block(&calls, &markdown, &markdown.nesting, block);
    end(&markdown);
}
