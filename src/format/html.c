/* SPDX-License-Identifier: MIT */
/* html.c: the html format: one page that holds all it needs. */
#include "format/hints.h"

#include <assert.h>
#include <string.h>

struct html {
    const struct render *render;
    struct output *out;
    bool single;                          /* one section, whose title is that of the page */
    const struct guide_section *section;  /* the section being put, or NULL */
    const struct guide_section *lister;   /* the first that lists all sources */
    bool has_level[GUIDE_LAST_LEVEL + 1]; /* the text here stands below a heading of that level */
    bool code;                            /* lines are kept as they are */
    bool soft_hyphen;                     /* the last character of text was one */
};

/* Ids of the page itself begin with an underscore, those of sources hold a colon, and those of
 * places a full stop after the section, so that none is the id of a section. */
#define TEXT_ID     "_text"
#define CONTENTS_ID "_contents"
#define SOURCES_ID  "_sources"
#define SOURCE_ID   "source:"
#define PLACE_MARK  "."

/* The policy and the empty icon make sure that browsers fetch nothing. */
static const char head[] =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'; img-src data:\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n"
    "<meta name=\"color-scheme\" content=\"light dark\">\n"
    "<link rel=\"icon\" href=\"data:,\">\n";

static const char style[] =
    "<style>\n"
    ":root { --text: #1f1e1c; --back: #fdfcf9; --soft: #5a5752; --line: #d5d0c6; --link: #0b4f94;"
    " --note: #8a3b12; --code: #f1eee6 }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ":root { --text: #e9e6e0; --back: #17181a; --soft: #aeaaa2; --line: #45443f; --link: #9fc6ff;"
    " --note: #f0a875; --code: #25262a } }\n"
    "html { color: var(--text); background: var(--back); font: 1.0625em/1.6 system-ui,"
    " sans-serif; overflow-wrap: break-word }\n"
    "body { max-width: 40em; margin: 0 auto; padding: 1.5em 1.25em 3em }\n"
    "h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 0.6em }\n"
    "h1 { font-size: 1.9em; margin-top: 0.5em }\n"
    "h2 { font-size: 1.45em }\n"
    "h3 { font-size: 1.15em }\n"
    "h4, h5 { font-size: 1em }\n"
    "h5 { font-style: italic }\n"
    "main > section + section { margin-top: 3.5em; border-top: 1px solid var(--line) }\n"
    "a { color: var(--link); text-underline-offset: 0.15em }\n"
    "a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }\n"
    ".skip { position: absolute; inset-inline-start: -99em; padding: 0.5em;"
    " background: var(--back) }\n"
    ".skip:focus { inset-inline-start: 1em; top: 1em }\n"
    "main:focus { outline: none }\n"
    "header p, footer { color: var(--soft) }\n"
    "footer { margin-top: 4em; border-top: 1px solid var(--line); font-size: 0.9em }\n"
    "[role=note] { margin: 1.2em 0; border-inline-start: 4px solid var(--note);"
    " padding-inline-start: 1em; color: var(--note) }\n"
    "[role=note] p { margin: 0 }\n"
    "[role=note] p + p { margin-top: 0.6em }\n"
    "blockquote { margin: 1em 0; border-inline-start: 4px solid var(--line);"
    " padding-inline-start: 1em }\n"
    "code, pre { font: 0.92em/1.5 ui-monospace, monospace; background: var(--code) }\n"
    "pre { padding: 0.8em 1em; white-space: pre-wrap }\n"
    "pre code { font-size: 1em }\n"
    "ul, ol { padding-inline-start: 1.5em }\n"
    "li, dd { margin-block: 0.3em }\n"
    "dt { margin-top: 0.8em }\n"
    "dd { margin-inline-start: 1.5em }\n"
    "nav ul { list-style: none; padding: 0 }\n"
    "nav ul ul { padding-inline-start: 1.25em }\n"
    ":target { scroll-margin-top: 1em }\n"
    "@media print {\n"
    ":root { --text: #000; --back: #fff; --soft: #000; --link: #000; --note: #000;"
    " --code: #fff }\n"
    "body { max-width: none; padding: 0 }\n"
    "nav, .skip { display: none }\n"
    "a { text-decoration: none }\n"
    "a[rel]:not(.bare)::after { content: \" <\" attr(href) \">\" }\n"
    "h1, h2, h3, h4, h5, dt { break-after: avoid } }\n"
    "</style>\n";

static void put(void *self, const char *string)
{
    output_string(((struct html *)self)->out, string);
}

static void put_text(void *self, const char *bytes, size_t length)
{
    static const char soft_hyphen[] = "\u00AD";
    const size_t size = sizeof soft_hyphen - 1;
    struct html *html = self;

    html->soft_hyphen = length >= size && memcmp(bytes + length - size, soft_hyphen, size) == 0;
    for (const char *end = bytes + length; bytes < end; bytes++)
        switch (*bytes) {
        case '&':
            put(html, "&amp;");
            break;
        case '<':
            put(html, "&lt;");
            break;
        case '>':
            put(html, "&gt;");
            break;
        case '"':
            put(html, "&quot;");
            break;
        default:
            output_char(html->out, *bytes);
        }
}

/* Puts a plain text of the guide. */
static void put_title(void *self, const char *marked)
{
    render_title(marked, put_text, self);
}

/* Puts a plain text, which may be the value of an attribute, with what comes before and after. */
static void put_plain(struct html *html, const char *before, uint32_t text, const char *after)
{
    put(html, before);
    put_title(html, guide_text(html->render->guide, text));
    put(html, after);
}

/* Closes the opening tag of an element that holds a label, whose language may be another one than
 * that of the guide. */
static void close_label_tag(struct html *html, enum guide_label label)
{
    put(html, guide_label_is_english(html->render->guide, label) ? " lang=\"en\">" : ">");
}

/* Puts an address as the value of an attribute. What may not be in an address is given by its
 * hexadecimal code. */
static void put_address(struct html *html, const char *address)
{
    static const char digits[] = "0123456789ABCDEF", allowed[] = "-._~:/?#@!$'()*+,;=%";

    for (; *address != '\0'; address++) {
        unsigned char byte = (unsigned char)*address;

        if (byte == '&') {
            put(html, "&amp;");
        } else if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                   (byte >= '0' && byte <= '9') || strchr(allowed, byte) != NULL) {
            output_char(html->out, (char)byte);
        } else if (byte >= ' ') {
            output_char(html->out, '%');
            output_char(html->out, digits[byte >> 4]);
            output_char(html->out, digits[byte & 15]);
        }
    }
}

/* Puts the id of a place, with what comes before and after. */
static void put_place(struct html *html, const char *before, const struct guide_place *place,
                      const char *after)
{
    put_plain(html, before, html->render->guide->sections[place->section].id, "");
    put_plain(html, PLACE_MARK, place->name, after);
}

/* Whether a link is one on the page, too. */
static bool is_link(const struct html *html, const struct guide_link *link)
{
    return link->kind != LINK_MAN && link->kind != LINK_INFO &&
           !render_is_elsewhere(html->render, link);
}

static void open_link(struct html *html, const struct guide_link *link)
{
    const struct guide *guide = html->render->guide;

    if (!is_link(html, link))
        return;
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
        put_plain(html, "<a href=\"#", guide->sections[link->target].id, "\">");
        break;
    case LINK_PLACE:
        put_place(html, "<a href=\"#", &guide->places[link->target], "\">");
        break;
    case LINK_SOURCE:
        put_plain(html, "<a href=\"#" SOURCE_ID, guide->sources[link->target].id, "\">");
        break;
    case LINK_URL:
        put(html, link->bare ? "<a class=\"bare\" href=\"" : "<a href=\"");
        put_address(html, guide_text(guide, link->target));
        put(html, "\" rel=\"noreferrer noopener\">");
        break;
    case LINK_MAN:
    case LINK_INFO:
        break;
    }
}

static void close_link(struct html *html, const struct guide_link *link)
{
    static const struct hint_style hints = {
        {[HINT_SECTION] = {" (<code>", "</code>)"}, [HINT_MAN] = {" (", ")"}}, put, put_title};

    if (is_link(html, link))
        put(html, "</a>");
    hints_put(html->render, NULL, link, &hints, html);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    static const char *const tags[] = {
        [MARK_EMPHASIS] = "<em>",        [MARK_EMPHASIS_END] = "</em>", [MARK_STRONG] = "<strong>",
        [MARK_STRONG_END] = "</strong>", [MARK_CODE] = "<code>",        [MARK_CODE_END] = "</code>",
        [MARK_NEWLINE] = "<br>\n",       [MARK_BREAK] = "<wbr>",        [MARK_TAB] = "\t",
    };
    struct html *html = self;

    if (mark == MARK_LINK)
        open_link(html, link);
    else if (mark == MARK_LINK_END)
        close_link(html, link);
    else if (mark != MARK_BREAK || !html->soft_hyphen) /* a browser breaks there with a hyphen */
        put(html, mark == MARK_NEWLINE && html->code ? "\n" : tags[mark]);
}

static void put_running(struct html *html, const struct guide_block *block)
{
    static const struct render_inlines calls = {put_text, put_mark};

    render_inline_text(guide_text(html->render->guide, block->text),
                       render_links(html->render, block), &calls, html);
}

/* What comes before and after the text of a block. */
static const struct wrapping wrappings[BLOCK_KINDS] = {
    [BLOCK_HEADING] = {"", ""},
    [BLOCK_PARAGRAPH] = {"<p>", "</p>\n"},
    [BLOCK_CODE] = {"<pre><code>", "</code></pre>\n"},
    [BLOCK_QUOTE] = {"<blockquote>\n", ""},
    [BLOCK_QUOTE_END] = {"</blockquote>\n", ""},
    [BLOCK_BULLETS] = {"<ul>\n", ""},
    [BLOCK_BULLETS_END] = {"</ul>\n", ""},
    [BLOCK_NUMBERS] = {"<ol>\n", ""},
    [BLOCK_NUMBERS_END] = {"</ol>\n", ""},
    [BLOCK_ITEM] = {"<li>", ""},
    [BLOCK_ITEM_END] = {"</li>\n", ""},
    [BLOCK_DEFINITIONS] = {"<dl>\n", ""},
    [BLOCK_DEFINITIONS_END] = {"</dl>\n", ""},
    [BLOCK_TERM] = {"<dt", "</dt>\n<dd>"},
    [BLOCK_TERM_END] = {"</dd>\n", ""},
};

static const struct wrapping bare = {"", "\n"};
static const struct wrapping note = {"<div role=\"note\"><p>", "</p></div>\n"};

/* Ends a tag, with an id if links lead to the block. */
static void put_id(struct html *html, const struct guide_block *block)
{
    const struct guide_place *place = render_begins_place(html->render, block);

    if (place != NULL)
        put_place(html, " id=\"", place, "\"");
    put(html, ">");
}

static void end_section(struct html *html)
{
    if (html->section != NULL)
        put(html, "</section>\n");
    html->section = NULL;
}

/* The level of a heading on the page: that of the title, and one more for each level in between
 * that is there. */
static unsigned heading_level(struct html *html, const struct guide_block *block)
{
    unsigned level = html->single ? 2 : 3;

    if (block->level == 1)
        return 2;
    for (unsigned outer = GUIDE_FIRST_LEVEL; outer < block->level; outer++)
        level += html->has_level[outer];
    html->has_level[block->level] = true;
    for (unsigned inner = block->level + 1; inner <= GUIDE_LAST_LEVEL; inner++)
        html->has_level[inner] = false;
    return level;
}

static void put_heading(struct html *html, const struct guide_block *block)
{
    unsigned level = heading_level(html, block);

    if (block->level == 1) {
        end_section(html);
        put(html, "<section id=\"" SOURCES_ID "\">\n");
    }
    put(html, "<h");
    output_number(html->out, level);
    put_id(html, block);
    put_running(html, block);
    put(html, "</h");
    output_number(html->out, level);
    put(html, ">\n");
}

/* Puts the tag of an item that is a source, with an id for what cites it. If several sections list
 * the sources, the items of the first have it. */
static bool put_source_tag(struct html *html, const struct guide_block *block)
{
    const struct guide *guide = html->render->guide;

    if (block->kind != BLOCK_ITEM || block->origin != ORIGIN_SOURCES)
        return false;
    if (html->lister == NULL)
        html->lister = html->section;
    if (html->lister != html->section)
        return false;
    put_plain(html, "<li id=\"" SOURCE_ID, guide->sources[block->number - 1].id, "\">");
    return true;
}

/* Puts the tag of a numbered list that does not begin with 1. */
static bool put_start_tag(struct html *html, const struct guide_block *block)
{
    if (block->kind != BLOCK_NUMBERS || block->number == 1)
        return false;
    put(html, "<ol start=\"");
    output_number(html->out, block->number);
    put(html, "\">\n");
    return true;
}

static const struct wrapping *wrapping_of(const struct guide_block *block)
{
    static const struct wrapping notes[NOTES] = {
        [NOTE_NOTE] = {"<div role=\"note\" class=\"note\">\n", ""},
        [NOTE_CAUTION] = {"<div role=\"note\" class=\"caution\">\n", ""},
        [NOTE_WARNING] = {"<div role=\"note\" class=\"warning\">\n", ""},
    };
    static const struct wrapping note_end = {"</div>\n", ""};

    if (block->kind == BLOCK_QUOTE && block->number != NOTE_NONE)
        return &notes[block->number];
    if (block->kind == BLOCK_QUOTE_END && block->number != NOTE_NONE)
        return &note_end;
    if (block->kind == BLOCK_PARAGRAPH && block->tight)
        return &bare;
    if (block->origin == ORIGIN_NOTICE)
        return &note;
    return &wrappings[block->kind];
}

static void put_block(void *self, const struct guide_block *block)
{
    struct html *html = self;
    const struct wrapping *wrapping = wrapping_of(block);

    if (block->kind == BLOCK_HEADING) {
        put_heading(html, block);
        return;
    }
    assert(wrapping->before != NULL && wrapping->after != NULL);
    if (!put_start_tag(html, block) && !put_source_tag(html, block))
        put(html, wrapping->before);
    if (block->kind == BLOCK_TERM)
        put_id(html, block);
    html->code = block->kind == BLOCK_CODE;
    put_running(html, block);
    put(html, wrapping->after);
}

static void put_section(void *self, const struct guide_section *section)
{
    struct html *html = self;

    end_section(html);
    html->section = section;
    memset(html->has_level, 0, sizeof html->has_level);
    put_plain(html, "<section id=\"", section->id, "\">\n");
    put_plain(html, html->single ? "<h1>" : "<h2>", section->title,
              html->single ? "</h1>\n" : "</h2>\n");
}

/* What the page is about: the one section; else the text for the one role of the view; else the
 * guide. */
static uint32_t title_of(const struct html *html)
{
    const struct selection *selection = html->render->selection;
    const struct guide *guide = html->render->guide;
    const struct guide_role *role = select_only_role(guide, selection->roles);

    if (html->single)
        return guide->sections[selection->sections[0]].title;
    return role != NULL ? role->title : guide->summary;
}

static uint32_t summary_of(const struct html *html)
{
    const struct guide *guide = html->render->guide;
    const struct guide_role *front = html->render->selection->front;

    if (front != NULL && front->summary != 0)
        return front->summary;
    return html->single ? guide->sections[html->render->selection->sections[0]].summary
                        : guide->summary;
}

static void put_head(struct html *html)
{
    const struct guide *guide = html->render->guide;
    const struct guide_role *front = html->render->selection->front;

    put_plain(html, "<!DOCTYPE html>\n<html lang=\"", guide->language,
              "\" dir=\"auto\">\n<head>\n");
    put(html, head);
    put_plain(html, "<title>", title_of(html), " - ");
    put_plain(html, "", guide->title, "</title>\n");
    put_plain(html, "<meta name=\"description\" content=\"", summary_of(html), "\">\n");
    put(html, style);
    put(html, "</head>\n<body>\n");
    put(html, "<a class=\"skip\" href=\"#" TEXT_ID "\"");
    close_label_tag(html, LABEL_SKIP);
    put_plain(html, "", guide->labels[LABEL_SKIP], "</a>\n");
    put(html, "<header>\n");
    put_plain(html, html->single ? "<p>" : "<h1>", guide->title,
              html->single ? "</p>\n" : "</h1>\n");
    if (!html->single)
        put_plain(html, "<p>", title_of(html), "</p>\n");
    if (front != NULL && front->summary != 0)
        put_plain(html, "<p>", front->summary, "</p>\n");
    put(html, "</header>\n");
}

/* Puts an entry of the contents; those of a front page have the summary, too. */
static void put_entry(struct html *html, uint32_t index)
{
    const struct guide_section *section = &html->render->guide->sections[index];

    put_plain(html, "<li><a href=\"#", section->id, "\">");
    put_plain(html, "", section->title, "</a>");
    if (html->render->selection->front != NULL)
        put_plain(html, " \u2013 ", section->summary, "");
    put(html, "</li>\n");
}

/* Puts the contents of a role, in groups but for those that have no other title than they all. */
static void put_groups(struct html *html, const struct guide_role *role)
{
    const struct guide *guide = html->render->guide;

    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];
        const bool titled = group->title != guide->labels[LABEL_CONTENTS];

        if (titled)
            put_plain(html, "<li>", group->title, "\n<ul>\n");
        for (uint32_t j = 0; j < group->sections.count; j++)
            put_entry(html, guide->numbers[group->sections.first + j]);
        put(html, titled ? "</ul>\n</li>\n" : "");
    }
}

/* Puts the table of contents; that of the whole book by parts. */
static void put_contents(struct html *html)
{
    const struct guide *guide = html->render->guide;
    const struct selection *selection = html->render->selection;

    put(html, "<nav aria-labelledby=\"" CONTENTS_ID "\">\n<h2 id=\"" CONTENTS_ID "\"");
    close_label_tag(html, LABEL_CONTENTS);
    put_plain(html, "", guide->labels[LABEL_CONTENTS], "</h2>\n<ul>\n");
    if (selection->front != NULL)
        put_groups(html, selection->front);
    else if (!render_is_book(html->render))
        for (uint32_t i = 0; i < selection->count; i++)
            put_entry(html, selection->sections[i]);
    else
        for (uint32_t part = 0; part < guide->part_count; part++) {
            const struct guide_range sections = guide->parts[part].sections;

            put_plain(html, "<li>", guide->parts[part].title, "\n<ul>\n");
            for (uint32_t i = 0; i < sections.count; i++)
                put_entry(html, sections.first + i);
            put(html, "</ul>\n</li>\n");
        }
    put(html, "</ul>\n</nav>\n");
}

/* Puts of when the guide is, with the date in an element of its own. */
static void put_edition(struct html *html)
{
    const struct guide *guide = html->render->guide;
    const char *label = guide_label(guide, LABEL_EDITION);
    const char *edition = guide_text(guide, guide->edition);
    const char *date = strstr(label, edition);

    put(html, "<p");
    close_label_tag(html, LABEL_EDITION);
    if (date != NULL) {
        for (; label < date; label++)
            if ((unsigned char)*label >= ' ')
                put_text(html, label, 1);
        put_plain(html, "<time>", guide->edition, "</time>");
        label = date + strlen(edition);
    }
    put_title(html, label);
    put(html, "</p>\n");
}

static void put_foot(struct html *html)
{
    const struct guide *guide = html->render->guide;

    put(html, "<footer>\n");
    if (guide->copyright != 0)
        put_plain(html, "<p>", guide->copyright, "</p>\n");
    if (guide->version != 0) {
        put_plain(html, "<p>", guide->name, " ");
        put_plain(html, "", guide->version, "</p>\n");
    }
    put_edition(html);
    put(html, "</footer>\n</body>\n</html>\n");
}

void render_html(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    struct html html = {.render = render, .out = render->out};
    struct render_nesting nesting = {0};

    html.single = render->selection->count == 1 && render->selection->front == NULL;
    put_head(&html);
    if (!html.single)
        put_contents(&html);
    put(&html, "<main id=\"" TEXT_ID "\" tabindex=\"-1\">\n");
    render_walk(render, &calls, &html, &nesting);
    if (render->selection->count > 0)
        put(&html, "</section>\n");
    put(&html, "</main>\n");
    put_foot(&html);
}
