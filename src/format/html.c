/* SPDX-License-Identifier: MIT */
/* html.c: the html format: pages that hold all they need. */
#include "format/html.h"

#include "base/small.h"
#include "base/utf8.h"
#include "format/hints.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define SOURCES_ID "_sources"
#define SOURCE_ID  "source:"
#define HERE_ID    "_here"

void html_put(void *self, const char *string)
{
    output_string(((struct html *)self)->out, string);
}

/* Whether browsers break a line after the last character by themselves: a soft hyphen, which shows
 * then, or one of Chinese, Japanese or Korean. */
static bool is_breaking(const char *bytes, size_t length)
{
    enum { SOFT_HYPHEN = 0xAD, FIRST_OF_EAST_ASIA = 0x2E80 };
    const char *last = bytes + length;
    uint32_t character;

    if (length == 0)
        return false;
    do
        last--;
    while (last > bytes && utf8_is_continuation(*last));
    character = utf8_decode(last, &length);
    return character == SOFT_HYPHEN ||
           (character >= FIRST_OF_EAST_ASIA && character != UTF8_INVALID);
}

void html_put_text(void *self, const char *bytes, size_t length)
{
    struct html *html = self;

    html->breaks = is_breaking(bytes, length);
    for (const char *end = bytes + length; bytes < end; bytes++)
        switch (*bytes) {
        case '&':
            html_put(html, "&amp;");
            break;
        case '<':
            html_put(html, "&lt;");
            break;
        case '>':
            html_put(html, "&gt;");
            break;
        case '"':
            html_put(html, "&quot;");
            break;
        default:
            output_char(html->out, *bytes);
        }
}

void html_put_title(void *self, const char *marked)
{
    render_title(marked, html_put_text, self);
}

void html_put_plain(struct html *html, const char *before, uint32_t text, const char *after)
{
    html_put(html, before);
    html_put_title(html, guide_text(html->render->guide, text));
    html_put(html, after);
}

void html_close_label_tag(struct html *html, enum guide_label label)
{
    const struct guide *guide = html->render->guide;
    const bool is_other = guide_label_is_english(guide, label) &&
                          strncmp(guide_text(guide, guide->language), "en", 2) != 0;

    html_put(html, is_other ? " lang=\"en\">" : ">");
}

void html_put_label(struct html *html, const char *tag, enum guide_label label, const char *after)
{
    html_put(html, tag);
    html_close_label_tag(html, label);
    html_put_plain(html, "", html->render->guide->labels[label], after);
}

/* What may not be in an address is given by its hexadecimal code. */
void html_put_address(struct html *html, const char *address)
{
    static const char digits[] = "0123456789ABCDEF", allowed[] = "-._~:/?#@!$'()*+,;=%";

    for (; *address != '\0'; address++) {
        unsigned char byte = (unsigned char)*address;

        if (byte == '&') {
            html_put(html, "&amp;");
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
    html_put_plain(html, before, html->render->guide->sections[place->section].id, "");
    html_put_plain(html, HTML_PLACE_MARK, place->name, after);
}

void html_put_reference(struct html *html, uint32_t section)
{
    const uint32_t id = html->render->guide->sections[section].id;

    if (html->render->options->site == NULL || select_holds(html->render->selection, section))
        html_put_plain(html, "#", id, "");
    else
        html_put_plain(html, "", id, HTML_SUFFIX);
}

void html_put_place_reference(struct html *html, uint32_t index)
{
    const struct guide_place *place = &html->render->guide->places[index];

    if (render_find_place(html->render, index) == NULL)
        html_put_plain(html, "", html->render->guide->sections[place->section].id, HTML_SUFFIX);
    put_place(html, "#", place, "");
}

/* Whether a link is one in the output, too: to what is on the page, or in its site. */
static bool is_link(const struct html *html, const struct guide_link *link)
{
    if (link->kind == LINK_MAN || link->kind == LINK_INFO)
        return false;
    return html->render->options->site != NULL || !render_is_elsewhere(html->render, link);
}

uint32_t html_part_count(const struct guide *guide, const struct guide_section *section)
{
    enum { MOST_SOURCES = 80 };

    if (!section->lists_sources || guide->source_count <= MOST_SOURCES)
        return 1;
    return 1 + (guide->source_count + MOST_SOURCES - 1) / MOST_SOURCES;
}

/* The pages that the section being put takes in a site. */
static uint32_t count_parts(const struct html *html)
{
    if (html->render->options->site == NULL || !html->single || html->section == NULL)
        return 1;
    return html_part_count(html->render->guide, html->section);
}

/* The first source of a part, where there are several: the first part has none. Of the part behind
 * the last, all. */
static uint32_t first_source(const struct guide *guide, uint32_t part, uint32_t parts)
{
    assert(parts > 1 && part > 0);
    return (uint32_t)((uint64_t)guide->source_count * (part - 1) / (parts - 1));
}

/* Puts the name of a page of the section being put. */
static void put_part_name(struct html *html, uint32_t part)
{
    html_put_plain(html, "", html->section->id, part > 0 ? "_" : "");
    if (part > 0)
        output_number(html->out, part + 1);
    html_put(html, HTML_SUFFIX);
}

/* Puts what leads to a source: it is on the page, or else on another one of the section. */
static void put_source_reference(struct html *html, uint32_t source)
{
    const struct html_site *site = html->render->options->site;
    const struct guide *guide = html->render->guide;
    const uint32_t parts = count_parts(html);

    for (uint32_t part = 1; part < parts; part++)
        if (part != site->part && source >= first_source(guide, part, parts) &&
            source < first_source(guide, part + 1, parts))
            put_part_name(html, part);
    html_put_plain(html, "#" SOURCE_ID, guide->sources[source].id, "");
}

static void open_link(struct html *html, const struct guide_link *link)
{
    const struct guide *guide = html->render->guide;

    if (!is_link(html, link))
        return;
    html_put(html,
             link->kind == LINK_URL && !link->bare ? "<a class=\"named\" href=\"" : "<a href=\"");
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
        html_put_reference(html, link->target);
        break;
    case LINK_PLACE:
        html_put_place_reference(html, link->target);
        break;
    case LINK_SOURCE:
        put_source_reference(html, link->target);
        break;
    case LINK_URL:
    case LINK_CALL:
        html_put_address(html, guide_text(guide, link->target));
        break;
    case LINK_MAN:
    case LINK_INFO:
        break;
    }
    html_put(html, "\">");
}

static void close_link(struct html *html, const struct guide_link *link)
{
    static const struct hint_style hints = {
        {[HINT_SECTION] = {" (<code>", "</code>)"}, [HINT_MAN] = {" (", ")"}},
        html_put,
        html_put_title};

    if (is_link(html, link))
        html_put(html, "</a>");
    else
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
    else if (mark != MARK_BREAK || !html->breaks)
        html_put(html, mark == MARK_NEWLINE && html->code ? "\n" : tags[mark]);
}

static void put_running(struct html *html, const struct guide_block *block)
{
    static const struct render_inlines calls = {html_put_text, put_mark};

    render_inline_text(guide_text(html->render->guide, block->text),
                       render_links(html->render, block), &calls, html);
}

/* What comes before and after the text of a block. */
static const struct block_wrapping wrappings[BLOCK_KINDS] = {
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

static const struct block_wrapping bare = {"", "\n"};
static const struct block_wrapping note = {"<div role=\"note\"><p>", "</p></div>\n"};
static const struct block_wrapping see = {"<p class=\"see\">", "</p>\n"};
static const struct block_wrapping sheet = {"<pre class=\"sheet\"><code>", "</code></pre>\n"};

uint32_t *html_list_places(const struct guide *guide)
{
    uint32_t *places = calloc(guide->block_count + (size_t)1, sizeof *places);

    for (uint32_t i = 0; places != NULL && i < guide->place_count; i++)
        places[guide->places[i].blocks.first] = i + 1;
    return places;
}

/* Puts the id of a block that begins a place, with what comes before and after: that of the place
 * for the first that the page shows, which links lead to; others have a number behind it. The long
 * page of a whole site has those alone. Returns whether there is one. */
static bool put_id(struct html *html, const char *before, const struct guide_block *block,
                   const char *after)
{
    const struct guide *guide = html->render->guide;
    const bool is_own = block >= guide->blocks && block < guide->blocks + guide->block_count;
    const uint32_t entry = is_own ? html->places[block - guide->blocks] : 0;
    uint32_t first = entry;

    if (entry == 0 || (html->render->options->site != NULL && !html->single && block->number == 0))
        return false;
    while (first > 1 && guide_same_place(guide, entry - 1, first - 2))
        first--;
    put_place(html, before, &guide->places[entry - 1], "");
    if (render_find_place(html->render, first - 1) != block) {
        html_put(html, HTML_PLACE_MARK);
        output_number(html->out, entry - first + 1);
    }
    html_put(html, after);
    return true;
}

/* Ends a tag, with the id of a block, if it has one. */
static void close_tag(struct html *html, const struct guide_block *block)
{
    if (!put_id(html, " id=\"", block, "\">"))
        html_put(html, ">");
}

static void end_section(struct html *html)
{
    if (html->section != NULL)
        html_put(html, "</section>\n");
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

/* Puts before the first heading of a long page of one section what headings it has. Those that are
 * brief, as names of countries are, may stand in columns. */
static void put_headings(struct html *html, const struct guide_block *first)
{
    enum { FEWEST = 8, BRIEF = 16 };
    const struct guide *guide = html->render->guide;
    const struct guide_range blocks = html->section->blocks;
    const struct guide_block *end = guide->blocks + blocks.first + blocks.count;
    size_t count = 0, length = 0;

    for (const struct guide_block *block = first; block < end; block++)
        if (block->kind == BLOCK_HEADING && block->level == GUIDE_FIRST_LEVEL) {
            count++;
            length += strlen(guide_text(guide, block->text));
        }
    if (count < FEWEST)
        return;
    html_put(html, length <= count * BRIEF ? "<nav class=\"here brief\"" : "<nav class=\"here\"");
    html_put(html, " aria-labelledby=\"" HERE_ID "\">\n");
    html_put_label(html, "<h2 id=\"" HERE_ID "\"", LABEL_SITE_HERE, "</h2>\n<ul>\n");
    for (const struct guide_block *block = first; block < end; block++)
        if (block->kind == BLOCK_HEADING && block->level == GUIDE_FIRST_LEVEL &&
            put_id(html, "<li><a href=\"#", block, "\">"))
            html_put_plain(html, "", block->text, "</a></li>\n");
    html_put(html, "</ul>\n</nav>\n");
}

static void put_heading(struct html *html, const struct guide_block *block)
{
    const bool is_first = !html->has_level[GUIDE_FIRST_LEVEL];
    unsigned level = heading_level(html, block);

    if (html->render->options->site != NULL && html->single && block->level > 1 && is_first)
        put_headings(html, block);
    if (block->level == 1) {
        end_section(html);
        html_put(html, "<section id=\"" SOURCES_ID "\">\n");
    }
    html_put(html, "<h");
    output_number(html->out, level);
    close_tag(html, block);
    put_running(html, block);
    html_put(html, "</h");
    output_number(html->out, level);
    html_put(html, ">\n");
}

/* Puts who wrote a source, but for what is behind the first name. */
static void put_author(struct html *html, uint32_t source)
{
    const struct guide *guide = html->render->guide;
    const char *author = guide_text(guide, guide->sources[source].author);

    html_put_text(html, author, strcspn(author, ","));
}

/* Puts where the pages of a list of all sources are, by who begins and ends each. */
static void put_parts(struct html *html, uint32_t parts)
{
    const struct guide *guide = html->render->guide;

    html_put_plain(html, "<nav class=\"parts\" aria-label=\"", guide->labels[LABEL_SOURCES],
                   "\">\n<ul>\n");
    for (uint32_t part = 0; part < parts; part++) {
        html_put(html, "<li><a href=\"");
        put_part_name(html, part);
        html_put(html,
                 part == html->render->options->site->part ? "\" aria-current=\"page\">" : "\">");
        if (part == 0) {
            html_put_plain(html, "", html->section->title, "");
        } else {
            put_author(html, first_source(guide, part, parts));
            html_put(html, " \u2013 ");
            put_author(html, first_source(guide, part + 1, parts) - 1);
        }
        html_put(html, "</a></li>\n");
    }
    html_put(html, "</ul>\n</nav>\n");
}

/* Looks whether a block is on another page of its section, where it takes several: the first has
 * all but the list of sources, the others have that. */
static bool is_of_other_part(struct html *html, const struct guide_block *block)
{
    const struct html_site *site = html->render->options->site;
    const struct guide *guide = html->render->guide;
    const uint32_t parts = count_parts(html);

    if (parts == 1)
        return false;
    if (block->origin != ORIGIN_SOURCES)
        return site->part > 0;
    if (block->kind == BLOCK_BULLETS)
        put_parts(html, parts);
    if (site->part == 0)
        return true;
    if (block->kind == BLOCK_ITEM)
        html->skips = block->number <= first_source(guide, site->part, parts) ||
                      block->number > first_source(guide, site->part + 1, parts);
    else if (block->kind == BLOCK_BULLETS_END)
        html->skips = false;
    return html->skips;
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
    html_put_plain(html, "<li id=\"" SOURCE_ID, guide->sources[block->number - 1].id, "\">");
    return true;
}

/* Puts the tag of a numbered list that does not begin with 1. */
static bool put_start_tag(struct html *html, const struct guide_block *block)
{
    if (block->kind != BLOCK_NUMBERS || block->number == 1)
        return false;
    html_put(html, "<ol start=\"");
    output_number(html->out, block->number);
    html_put(html, "\">\n");
    return true;
}

static const struct block_wrapping *wrapping_of(const struct html *html,
                                                const struct guide_block *block)
{
    static const struct block_wrapping notes[NOTES] = {
        [NOTE_NOTE] = {"<div role=\"note\" class=\"note\">\n", ""},
        [NOTE_CAUTION] = {"<div role=\"note\" class=\"caution\">\n", ""},
        [NOTE_WARNING] = {"<div role=\"note\" class=\"warning\">\n", ""},
    };
    static const struct block_wrapping note_end = {"</div>\n", ""};

    if (block->kind == BLOCK_QUOTE && block->number != NOTE_NONE)
        return &notes[block->number];
    if (block->kind == BLOCK_QUOTE_END && block->number != NOTE_NONE)
        return &note_end;
    if (block->kind == BLOCK_PARAGRAPH && block->tight)
        return &bare;
    if (block->origin == ORIGIN_NOTICE)
        return &note;
    if (block->origin == ORIGIN_SEE && html->render->options->site != NULL)
        return &see;
    if (block->kind == BLOCK_CODE && render_is_sheet(guide_text(html->render->guide, block->text)))
        return &sheet;
    return &wrappings[block->kind];
}

static void put_block(void *self, const struct guide_block *block)
{
    struct html *html = self;
    const struct block_wrapping *wrapping = wrapping_of(html, block);

    if (is_of_other_part(html, block))
        return;
    if (block->kind == BLOCK_HEADING) {
        put_heading(html, block);
        return;
    }
    if (!put_start_tag(html, block) && !put_source_tag(html, block))
        html_put(html, wrapping->before);
    if (block->kind == BLOCK_TERM)
        close_tag(html, block);
    html->code = block->kind == BLOCK_CODE;
    put_running(html, block);
    html_put(html, wrapping->after);
}

static void put_section(void *self, const struct guide_section *section)
{
    struct html *html = self;

    end_section(html);
    html->section = section;
    memset(html->has_level, 0, sizeof html->has_level);
    html_put_plain(html, "<section id=\"", section->id, "\">\n");
    html_put_plain(html, html->single ? "<h1>" : "<h2>", section->title,
                   html->single ? "</h1>\n" : "</h2>\n");
}

void html_put_notice(struct html *html)
{
    const struct guide *guide = html->render->guide;

    for (const struct guide_block *block = guide->blocks;
         block < guide->blocks + guide->block_count; block++)
        if (block->origin == ORIGIN_NOTICE) {
            put_block(html, block);
            return;
        }
    if (guide->notice != 0)
        html_put_plain(html, note.before, guide->notice, note.after);
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

void render_html(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct html_site *site = render->options->site;
    uint32_t *places = site == NULL ? html_list_places(render->guide) : NULL;
    struct html html = {
        .render = render, .out = render->out, .places = site != NULL ? site->places : places};
    struct render_nesting nesting = {0};

    html.single = render->selection->count == 1 && render->selection->front == NULL;
    if (html.places == NULL) {
        output_fail(render->out);
        return;
    }
    html_begin_page(&html, title_of(&html), summary_of(&html));
    if (site != NULL && !html.single) {
        html_put_opening(&html);
        html_put_contents(&html);
    }
    render_walk(render, &calls, &html, &nesting);
    if (render->selection->count > 0)
        html_put(&html, "</section>\n");
    html_end_page(&html);
    free(places);
}
