/* man.c: the man format, in the man(7) macros that groff and mandoc both take without complaint. */
#include "render.h"

#include <stdlib.h>
#include <string.h>

/* mandoc complains of text lines over 80 bytes; one byte is kept for a backslash at the end, and
 * two for what keeps a full stop from ending a sentence. */
enum { LINE_BYTES = 77 };

/* What fits into the header of a page between the name of the page on both sides. */
enum { HEADER_COLUMNS = 78 };

enum { MAX_DEPTH = 64 }; /* of lists and quotes, one in another; the compiler allows fewer */

enum { QUOTE_INDENT = 4, TERM_INDENT = 7 };

/* Columns of a word that groff, which complains of lines it cannot break, may keep in one. */
enum { LONG_WORD = 40 };

struct container {
    enum guide_block_kind kind;
    unsigned indent;   /* of the text of its items, from the container's margin */
    bool tight;        /* no space between its items */
    bool is_set_in;    /* it has a margin of its own */
    bool has_items;    /* an item was begun */
    bool item_is_bare; /* nothing was put in the item yet */
};

struct man {
    const struct render *render;
    struct output line; /* words of the line being filled */
    struct output word; /* the word being put together */
    bool literal;       /* a hyphen is a minus */
    bool one_line;      /* spaces do not end words: the argument of a macro, a term */
    bool whole;         /* long words are not broken */
    unsigned run;       /* characters since the word could be broken */
    bool fonts;         /* the font may change */
    unsigned font;      /* 1: bold, 2: italic, 3: both */
    bool address;       /* inside an address, which may break behind its punctuation */
    bool word_stops;    /* the word ends like a sentence */
    bool line_stops;    /* the last word of the line does */
    bool after_heading; /* no paragraph macro is due */
    bool single;        /* a page of one section: its headings are those of the page */
    bool described;     /* DESCRIPTION, or another heading, was put */
    const struct guide_section *section;
    struct container containers[MAX_DEPTH];
    unsigned depth;
    unsigned char *pages; /* bit N: page N is referred to */
};

static void end_line(struct man *man)
{
    struct output *out = man->render->out;

    if (man->line.length == 0)
        return;
    if (man->line.data[0] == '.' || man->line.data[0] == '\'')
        output_string(out, "\\&");
    output_put(out, man->line.data, man->line.length);
    if (man->line_stops)
        output_string(out, "\\&");
    output_char(out, '\n');
    man->line.length = 0;
    man->line_stops = false;
}

/* Bytes of a text as mandoc counts them: it makes \[u00E9] of a character beyond ASCII first. */
static size_t count_bytes(const struct output *text)
{
    size_t count = 0;

    for (size_t i = 0; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->data[i];

        if (byte < 0x80)
            count++;
        else if (byte >= 0xC0)
            count += byte < 0xF0 ? sizeof "\\[u00E9]" - 1 : sizeof "\\[u10FFFF]" - 1;
    }
    return count;
}

static void end_word(struct man *man)
{
    man->run = 0;
    if (man->word.length == 0)
        return;
    if (man->line.length > 0 && count_bytes(&man->line) + 1 + count_bytes(&man->word) > LINE_BYTES)
        end_line(man);
    if (man->line.length > 0)
        output_char(&man->line, ' ');
    output_put(&man->line, man->word.data, man->word.length);
    man->word.length = 0;
    man->line_stops = man->word_stops;
    man->word_stops = false;
}

/* Adds what must not be broken to the word; a word that is too long goes on in the next line. */
static void put_unit(struct man *man, const char *bytes, size_t length)
{
    if (man->word.length + length > LINE_BYTES) {
        end_line(man);
        output_put(&man->line, man->word.data, man->word.length);
        output_char(&man->line, '\\');
        end_line(man);
        man->word.length = 0;
    }
    output_put(&man->word, bytes, length);
}

static void put_escape(struct man *man, const char *escape)
{
    put_unit(man, escape, strlen(escape));
}

/* The escape for the character at BYTES, or NULL if it stands for itself. */
static const char *escape_for(const struct man *man, const char *bytes)
{
    switch ((unsigned char)*bytes) {
    case '\\':
        return "\\e";
    case '-':
        return man->literal ? "\\-" : NULL;
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    case '"':
        return "\\(dq";
    case 0xC2:
        if ((unsigned char)bytes[1] == 0xA0)
            return "\\~";
        if ((unsigned char)bytes[1] == 0xAD)
            return "\\%";
    }
    return NULL;
}

static size_t character_length(const char *bytes)
{
    unsigned char lead = (unsigned char)*bytes;

    return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Lets the word break here, if it does not already. */
static void put_break(struct man *man)
{
    if (man->run > 0)
        put_escape(man, "\\:");
    man->run = 0;
}

/* Adds a character that does not end a word. A sentence ends with a full stop and whatever quotes
 * and brackets follow it; at the end of an input line, roff would put two spaces behind it. */
static void put_character(struct man *man, const char *bytes, size_t size)
{
    const char *escape = escape_for(man, bytes);

    if (escape != NULL)
        put_escape(man, escape);
    else
        put_unit(man, bytes, size);
    man->run = *bytes == ' ' ? 0 : man->run + 1;
    if (strchr(".?!", *bytes) != NULL)
        man->word_stops = true;
    else if (strchr("'\")]*", *bytes) == NULL)
        man->word_stops = false;
    if (man->address && strchr("/.-_?&=", *bytes) != NULL)
        put_break(man);
}

/* Adds plain text. What takes no column begins a run of text: no long word is broken before it. */
static void put_text(void *self, const char *bytes, size_t length)
{
    struct man *man = self;

    for (const char *first = bytes, *end = bytes + length; bytes < end;) {
        size_t size = character_length(bytes);

        if (man->run >= LONG_WORD && bytes > first && !man->whole)
            put_break(man);
        if (*bytes == ' ' && !man->one_line)
            end_word(man);
        else
            put_character(man, bytes, size);
        bytes += size;
    }
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link);

static const struct render_inlines inlines = {put_text, put_mark};

static void put_string(struct man *man, const char *string)
{
    render_running_text(string, NULL, &inlines, man);
}

static void set_font(struct man *man, unsigned font)
{
    static const char *const escapes[] = {"\\fR", "\\fB", "\\fI", "\\f(BI"};

    if (man->fonts && font != man->font)
        put_escape(man, escapes[font]);
    man->font = font;
}

static void put_page(struct man *man, const struct guide_page *page)
{
    const struct guide *guide = man->render->guide;
    bool literal = man->literal;
    unsigned font = man->font;

    man->literal = true;
    set_font(man, 1);
    put_string(man, guide_text(guide, page->name));
    set_font(man, 0);
    put_string(man, "(");
    put_string(man, guide_text(guide, page->section));
    put_string(man, ")");
    set_font(man, font);
    man->literal = literal;
}

/* Says behind a link's text where it leads, if the text alone does not. */
static void end_link(struct man *man, const struct guide_link *link)
{
    const struct guide *guide = man->render->guide;
    const struct guide_section *elsewhere = render_elsewhere(man->render, link);

    if (elsewhere != NULL) {
        put_string(man, " (");
        put_page(man, &guide->pages[elsewhere->page]);
        put_string(man, ")");
        man->pages[elsewhere->page / 8] |= (unsigned char)(1U << elsewhere->page % 8);
    } else if ((link->kind == LINK_URL || link->kind == LINK_MAN) && !link->bare) {
        put_string(man, link->kind == LINK_URL ? " <" : " (");
        man->literal = true;
        man->address = link->kind == LINK_URL;
        put_string(man, guide_text(guide, link->target));
        man->literal = man->address = false;
        put_string(man, link->kind == LINK_URL ? ">" : ")");
    }
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct man *man = self;

    switch (mark) {
    case MARK_EMPHASIS:
        set_font(man, man->font | 2);
        break;
    case MARK_EMPHASIS_END:
        set_font(man, man->font & ~2U);
        break;
    case MARK_STRONG:
        set_font(man, man->font | 1);
        break;
    case MARK_STRONG_END:
        set_font(man, man->font & ~1U);
        break;
    case MARK_CODE:
        set_font(man, man->font | 1);
        man->literal = true;
        break;
    case MARK_CODE_END:
        set_font(man, man->font & ~1U);
        man->literal = false;
        break;
    case MARK_LINK:
        man->literal = link->bare;
        man->address = link->bare && link->kind == LINK_URL;
        break;
    case MARK_LINK_END:
        man->literal = man->address = false;
        end_link(man, link);
        break;
    case MARK_NEWLINE:
        end_word(man);
        end_line(man);
        output_string(man->render->out, ".br\n");
        break;
    case MARK_BREAK:
        put_break(man);
        break;
    default:
        break;
    }
}

/* Puts running text, up to the end of its last line. */
static void put_running(struct man *man, const char *running, const struct guide_link *links)
{
    render_running_text(running, links, &inlines, man);
    end_word(man);
    man->line_stops = false;
    end_line(man);
}

/* Puts a line of its own that looks like a heading. */
static void put_bold_line(struct man *man, const char *running, const struct guide_link *links)
{
    set_font(man, 1);
    render_running_text(running, links, &inlines, man);
    set_font(man, 0);
    put_running(man, "", NULL);
}

static void put_macro(struct man *man, const char *macro)
{
    output_string(man->render->out, macro);
    output_char(man->render->out, '\n');
}

/* Puts a macro whose argument is text. */
static void put_macro_text(struct man *man, const char *macro, const char *running,
                           const struct guide_link *links)
{
    output_string(man->render->out, macro);
    man->one_line = true;
    man->fonts = false;
    put_running(man, running, links);
    man->one_line = false;
    man->fonts = true;
}

static void put_macro_number(struct man *man, const char *macro, unsigned number)
{
    output_string(man->render->out, macro);
    output_number(man->render->out, number);
    output_char(man->render->out, '\n');
}

static void put_heading(struct man *man, const char *macro, const char *running,
                        const struct guide_link *links)
{
    put_macro_text(man, macro, running, links);
    man->after_heading = true;
}

/* Puts DESCRIPTION, with the title that the page would not show else, before the first block of a
 * page of one section; BLOCK is NULL if it has none. */
static void describe(struct man *man, const struct guide_block *block)
{
    const struct guide *guide = man->render->guide;
    const struct guide_page *page = man->render->selection->page;
    const char *title = guide_text(guide, man->section->title);
    bool titled = page != NULL && strcmp(title, guide_text(guide, page->name)) == 0;

    man->described = true;
    if (titled && (block == NULL || (block->kind == BLOCK_HEADING && block->level == 2)))
        return;
    put_heading(man, ".SH ", "DESCRIPTION", NULL);
    if (titled)
        return;
    put_bold_line(man, title, NULL);
    man->after_heading = false;
}

static struct container *innermost(struct man *man)
{
    return man->depth > 0 ? &man->containers[man->depth - 1] : NULL;
}

/* Begins a paragraph where one needs to be begun. */
static void begin_paragraph(struct man *man)
{
    struct container *container = innermost(man);
    bool in_item = container != NULL && container->kind != BLOCK_QUOTE;

    if (in_item && container->item_is_bare)
        container->item_is_bare = false;
    else if (in_item)
        put_macro_number(man, ".IP \"\" ", container->indent);
    else if (!man->after_heading)
        put_macro(man, ".PP");
    man->after_heading = false;
}

static void put_code(struct man *man, const char *lines)
{
    struct container *container = innermost(man);

    put_macro_number(man, ".RS ", QUOTE_INDENT + (container != NULL ? container->indent : 0));
    put_macro(man, ".PP");
    put_macro(man, ".EX");
    man->literal = man->one_line = man->whole = true;
    for (const char *end; *lines != '\0'; lines = end + 1) {
        end = strchr(lines, '\n');
        for (const char *mark; lines < end; lines = mark + (mark < end)) {
            for (mark = lines; mark < end && (unsigned char)*mark >= ' ';)
                mark++;
            put_text(man, lines, (size_t)(mark - lines));
        }
        if (man->word.length == 0)
            put_escape(man, "\\&");
        end_word(man);
        man->line_stops = false;
        end_line(man);
    }
    man->literal = man->one_line = man->whole = false;
    put_macro(man, ".EE");
    put_macro(man, ".RE");
    man->after_heading = false;
    if (container != NULL)
        container->item_is_bare = false;
}

static void begin_container(struct man *man, const struct guide_block *block)
{
    struct container *outer = innermost(man);
    struct container *container = &man->containers[man->depth];
    enum guide_block_kind kind = (enum guide_block_kind)block->kind;
    unsigned margin =
        (outer != NULL ? outer->indent : 0) + (kind == BLOCK_QUOTE ? QUOTE_INDENT : 0);

    if (man->depth + 1 < MAX_DEPTH)
        man->depth++;
    *container = (struct container){.kind = kind, .is_set_in = margin > 0, .tight = block->tight};
    if (container->is_set_in)
        put_macro_number(man, ".RS ", margin);
    container->indent = kind == BLOCK_BULLETS       ? 2
                        : kind == BLOCK_NUMBERS     ? block->width + 1
                        : kind == BLOCK_DEFINITIONS ? TERM_INDENT
                                                    : 0;
    if (outer != NULL)
        outer->item_is_bare = false;
    if (kind == BLOCK_QUOTE)
        man->after_heading = false;
}

static void end_container(struct man *man)
{
    if (man->depth > 0)
        man->depth--;
    if (man->containers[man->depth].is_set_in)
        put_macro(man, ".RE");
}

/* Begins an item of a list; .TQ is .TP without space before it. */
static void begin_item(struct man *man, const struct guide_block *block)
{
    struct container *list = innermost(man);
    const struct container *outer = man->depth > 1 ? list - 1 : NULL;
    bool dense = list->has_items ? list->tight : outer != NULL && outer->tight;

    list->has_items = true;
    list->item_is_bare = true;
    man->after_heading = false;
    put_macro_number(man, dense ? ".TQ " : ".TP ", list->indent);
    if (list->kind == BLOCK_BULLETS) {
        put_macro(man, "\\(bu");
    } else if (list->kind == BLOCK_NUMBERS) {
        output_number(man->render->out, block->number);
        put_macro(man, ".");
    }
}

static void begin_definition(struct man *man, const struct guide_block *block)
{
    begin_item(man, block);
    man->one_line = true;
    put_running(man, guide_text(man->render->guide, block->text), render_links(man->render, block));
    man->one_line = false;
}

static void put_block(void *self, const struct guide_block *block)
{
    struct man *man = self;
    const char *running = guide_text(man->render->guide, block->text);
    const struct guide_link *links = render_links(man->render, block);
    unsigned level = block->level + (man->single || block->level == 1 ? 0U : 1U);

    if (!man->described)
        describe(man, block);
    switch ((enum guide_block_kind)block->kind) {
    case BLOCK_HEADING:
        if (level <= 3) {
            put_heading(man, level <= 2 ? ".SH " : ".SS ", running, links);
        } else {
            begin_paragraph(man);
            put_bold_line(man, running, links);
        }
        break;
    case BLOCK_PARAGRAPH:
        begin_paragraph(man);
        put_running(man, running, links);
        break;
    case BLOCK_CODE:
        put_code(man, running);
        break;
    case BLOCK_QUOTE:
    case BLOCK_BULLETS:
    case BLOCK_NUMBERS:
    case BLOCK_DEFINITIONS:
        begin_container(man, block);
        break;
    case BLOCK_QUOTE_END:
    case BLOCK_BULLETS_END:
    case BLOCK_NUMBERS_END:
    case BLOCK_DEFINITIONS_END:
        end_container(man);
        break;
    case BLOCK_ITEM:
        begin_item(man, block);
        break;
    case BLOCK_TERM:
        begin_definition(man, block);
        break;
    case BLOCK_ITEM_END:
    case BLOCK_TERM_END:
    case BLOCK_KINDS:
        break;
    }
}

static void put_section(void *self, const struct guide_section *section)
{
    struct man *man = self;

    man->section = section;
    if (!man->single)
        put_heading(man, ".SH ", guide_text(man->render->guide, section->title), NULL);
}

/* Puts S in upper case where it is ASCII. */
static void put_upper(struct man *man, const char *string)
{
    for (; *string != '\0'; string++) {
        char upper = *string >= 'a' && *string <= 'z' ? (char)(*string - 'a' + 'A') : *string;

        put_text(man, &upper, 1);
    }
}

static void put_argument(struct man *man, const char *string)
{
    put_unit(man, " \"", 2);
    put_string(man, string);
    put_unit(man, "\"", 1);
}

/* Columns of a plain text. */
static size_t count_columns(const char *text)
{
    size_t columns = 0;

    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;

        columns += byte == MARK_WIDE || (byte >= ' ' && (byte & 0xC0) != 0x80);
        columns -= byte == MARK_ZERO;
    }
    return columns;
}

static void put_head(struct man *man, const char *name, const char *section, const char *summary)
{
    const struct guide *guide = man->render->guide;
    size_t corners = 2 * (strlen(name) + strlen(section) + 4);
    bool title_fits = corners + count_columns(guide_text(guide, guide->title)) <= HEADER_COLUMNS;

    put_macro(man, ".\\\" -*- mode: nroff; coding: utf-8 -*-");
    man->one_line = man->whole = true;
    output_string(man->render->out, ".TH ");
    put_upper(man, name);
    put_unit(man, " ", 1);
    put_string(man, section);
    put_unit(man, " ", 1);
    put_string(man, guide_text(guide, guide->edition));
    put_argument(man, guide_text(guide, guide->name));
    put_argument(man, guide_text(guide, title_fits ? guide->title : guide->name));
    put_running(man, "", NULL);
    man->one_line = false;
    /* Behind each tag groff 1.23 adjusts lines as the string says. */
    put_macro(man, ".ds AD l");
    put_macro(man, ".ad l");
    put_macro(man, ".nh");
    put_macro(man, ".SH NAME");
    man->literal = true;
    put_string(man, name);
    man->literal = man->whole = false;
    end_word(man);
    put_escape(man, "\\-");
    end_word(man);
    put_running(man, summary, NULL);
}

static int compare_pages(const struct guide *guide, uint32_t a, uint32_t b)
{
    int order = strcmp(guide_text(guide, guide->pages[a].section),
                       guide_text(guide, guide->pages[b].section));

    if (order == 0)
        order = strcmp(guide_text(guide, guide->pages[a].name),
                       guide_text(guide, guide->pages[b].name));
    return order;
}

/* The page that is referred to and comes next after PREVIOUS by section and name; PAGE_COUNT if
 * there is none. */
static uint32_t next_page(const struct man *man, uint32_t previous)
{
    const struct guide *guide = man->render->guide;
    uint32_t next = guide->page_count;

    for (uint32_t i = 0; i < guide->page_count; i++)
        if ((man->pages[i / 8] >> i % 8 & 1) != 0 &&
            (previous == guide->page_count || compare_pages(guide, i, previous) > 0) &&
            (next == guide->page_count || compare_pages(guide, i, next) < 0))
            next = i;
    return next;
}

static void put_see_also(struct man *man)
{
    const struct guide *guide = man->render->guide;
    uint32_t page = next_page(man, guide->page_count);

    if (page == guide->page_count)
        return;
    put_heading(man, ".SH ", "SEE ALSO", NULL);
    man->literal = man->whole = true;
    while (page != guide->page_count) {
        uint32_t next = next_page(man, page);

        put_unit(man, ".BR ", 4);
        man->one_line = true;
        put_string(man, guide_text(guide, guide->pages[page].name));
        put_unit(man, " (", 2);
        put_string(man, guide_text(guide, guide->pages[page].section));
        put_string(man, next != guide->page_count ? ")," : ")");
        output_put(man->render->out, man->word.data, man->word.length);
        output_char(man->render->out, '\n');
        man->word.length = 0;
        man->run = 0;
        man->one_line = false;
        page = next;
    }
    man->literal = man->whole = false;
}

void render_man(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct guide *guide = render->guide;
    const struct guide_page *page = render->selection->page;
    struct man man = {.render = render, .fonts = true};

    output_to_memory(&man.line);
    output_to_memory(&man.word);
    man.single = render->selection->count == 1;
    man.described = !man.single;
    man.pages = calloc(guide->page_count / 8 + 1, 1);
    if (man.pages == NULL) {
        output_fail(render->out);
    } else {
        put_head(&man, guide_text(guide, page != NULL ? page->name : guide->name),
                 page != NULL ? guide_text(guide, page->section) : "7",
                 guide_text(guide, page != NULL ? page->summary : guide->summary));
        render_walk(render, &calls, &man);
        if (!man.described)
            describe(&man, NULL);
        put_see_also(&man);
        if (*guide_text(guide, guide->copyright) != '\0') {
            put_heading(&man, ".SH ", "COPYRIGHT", NULL);
            put_running(&man, guide_text(guide, guide->copyright), NULL);
        }
    }
    if (man.line.error != 0 || man.word.error != 0)
        output_fail(render->out);
    free(man.line.data);
    free(man.word.data);
    free(man.pages);
}
