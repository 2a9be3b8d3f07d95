/* texinfo.c: the Texinfo format, from which makeinfo makes the Info manual. */
#include "base/ascii.h"
#include "base/bits.h"
#include "format/hints.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A line is broken at the first space after this many bytes. */
enum { FILL_BYTES = 66 };

enum { MENU_COLUMN = 14 };

/* The role and the topic index; makeinfo reserves most other names of two letters. */
#define ROLE_INDEX  "ro"
#define TOPIC_INDEX "tc"

struct texinfo {
    const struct render *render;
    bool book;     /* with parts, indices and an entry in the directory */
    size_t column; /* bytes in the line being filled */
    bool blank;    /* that line holds nothing but spaces */
    bool one_line; /* not to be filled */
    bool argument; /* between braces, where a comma separates */
    bool code;     /* makeinfo leaves hyphens and quotes alone */
    bool example;  /* lines are kept as they are */
    bool strong;   /* a strong span was just begun */
    bool headed; /* a heading was put that is a paragraph for makeinfo, which would indent the next
                  */
    bool silent; /* text is not put: the reference after it says the same */
    bool noted;  /* the word of a note was put, with which its paragraph begins */
    struct render_nesting nesting;

    /* Of the book: what was met already. */
    uint32_t parts;        /* number of parts */
    uint32_t roles;        /* mask */
    unsigned char *topics; /* bit N: topic N */
};

static void put(void *self, const char *string)
{
    output_string(((struct texinfo *)self)->render->out, string);
}

/* What stands for a character in inline text, or NULL if it stands for itself. Texinfo makes
 * other characters of quotes and of hyphens in a row. */
static const char *escape_for(const struct texinfo *texinfo, const char *bytes, const char *end)
{
    switch (*bytes) {
    case '@':
        return "@@";
    case '{':
        return "@{";
    case '}':
        return "@}";
    case ',':
        return texinfo->argument ? "@comma{}" : NULL;
    case '\'':
        return texinfo->code ? NULL : "@apos{}";
    case '`':
        return texinfo->code ? NULL : "@t{`}";
    case '-':
        return !texinfo->code && bytes + 1 < end && bytes[1] == '-' ? "-@w{}" : NULL;
    case '#':
        /* Makeinfo takes a line such as "#line 1" for itself. */
        return texinfo->blank ? "@hashchar{}" : NULL;
    }
    return NULL;
}

static void begin_line(struct texinfo *texinfo)
{
    texinfo->column = 0;
    texinfo->blank = true;
}

/* How many bytes stand for themselves, before the line is to be broken. */
static size_t count_literal(const struct texinfo *texinfo, const char *bytes, size_t length)
{
    size_t room = texinfo->column < FILL_BYTES ? FILL_BYTES - texinfo->column : 0;

    if (texinfo->one_line || length < room)
        return ascii_count_words(bytes, length);
    return room > 0 ? ascii_count_words(bytes, room) : ascii_count_ordinary(bytes, length);
}

/* Puts the character at BYTES, or its first byte if it has several; returns how many bytes of the
 * text were used. */
static size_t put_character(struct texinfo *texinfo, const char *bytes, const char *end)
{
    struct output *out = texinfo->render->out;
    const char *escape = escape_for(texinfo, bytes, end);

    if (*bytes == ' ' && texinfo->column >= FILL_BYTES && !texinfo->one_line) {
        output_char(out, '\n');
        begin_line(texinfo);
        return 1;
    }
    if ((unsigned char)*bytes == 0xC2 && (unsigned char)bytes[1] == 0xA0) {
        put(texinfo, "@tie{}");
        return 2;
    }
    if (escape != NULL)
        put(texinfo, escape);
    else
        output_char(out, *bytes);
    texinfo->column++;
    texinfo->blank = texinfo->blank && *bytes == ' ';
    return 1;
}

static void put_words(struct texinfo *texinfo, const char *bytes, size_t length)
{
    const char *end = bytes + length;

    while (bytes < end) {
        size_t count = count_literal(texinfo, bytes, (size_t)(end - bytes));

        if (count > 0) {
            output_put(texinfo->render->out, bytes, count);
            texinfo->column += count;
            texinfo->blank = false;
            bytes += count;
        } else {
            bytes += put_character(texinfo, bytes, end);
        }
    }
}

/* Puts text. For Info a reference begins with "*Note ": a strong span that begins so is split. */
static void put_text(void *self, const char *bytes, size_t length)
{
    static const char note[] = "note ";
    const size_t size = sizeof note - 1;
    struct texinfo *texinfo = self;

    if (texinfo->silent)
        return;
    if (texinfo->strong && length >= size && strncasecmp(bytes, note, size) == 0) {
        put_words(texinfo, bytes, size - 1);
        put(texinfo, "} @strong{");
        bytes += size;
        length -= size;
    }
    texinfo->strong = false;
    put_words(texinfo, bytes, length);
}

static void put_title(struct texinfo *texinfo, const char *marked)
{
    bool one_line = texinfo->one_line;

    texinfo->one_line = texinfo->blank = true;
    render_title(marked, put_text, texinfo);
    texinfo->one_line = one_line;
}

static void put_string(struct texinfo *texinfo, uint32_t offset)
{
    put_title(texinfo, guide_text(texinfo->render->guide, offset));
}

/* Puts a plain text of the guide where it may be between braces. */
static void put_braced(void *self, const char *marked)
{
    struct texinfo *texinfo = self;

    texinfo->argument = true;
    put_title(texinfo, marked);
    texinfo->argument = false;
}

/* Puts a text as the argument of a command, with what comes before and after it. */
static void put_argument(struct texinfo *texinfo, const char *before, uint32_t offset,
                         const char *after)
{
    put(texinfo, before);
    put_braced(texinfo, guide_text(texinfo->render->guide, offset));
    put(texinfo, after);
}

/* Puts a line: a command and the text that it is about. */
static void put_line(struct texinfo *texinfo, const char *command, uint32_t offset)
{
    put(texinfo, command);
    put_string(texinfo, offset);
    put(texinfo, "\n");
}

/* Puts the beginning or the end of a link to an address. */
static void put_address(struct texinfo *texinfo, bool begins, const struct guide_link *link)
{
    bool mail = strncmp(guide_text(texinfo->render->guide, link->target), "mailto:", 7) == 0;

    if (!begins)
        put(texinfo, "}");
    else if (link->bare && !mail)
        put(texinfo, "@uref{");
    else
        put_argument(texinfo, "@uref{", link->target, link->bare ? ",," : ",");
    texinfo->argument = begins;
    texinfo->code = begins && link->bare;
}

/* Puts the name of the anchor of a place, which no node has, since it holds a blank and begins with
 * a small letter. */
static void put_anchor(struct texinfo *texinfo, const char *before, const struct guide_place *place,
                       const char *after)
{
    put_argument(texinfo, before, texinfo->render->guide->sections[place->section].id, " ");
    put_argument(texinfo, "", place->name, after);
}

static void add_bytes(void *out, const char *bytes, size_t length)
{
    output_put(out, bytes, length);
}

/* Puts a reference to a node of another manual. */
static void put_info_reference(struct texinfo *texinfo, const struct guide_link *link)
{
    struct output address;
    const char *manual;
    char *node;

    output_to_memory(&address);
    render_title(guide_text(texinfo->render->guide, link->target), add_bytes, &address);
    output_char(&address, '\0');
    if (address.error != 0) {
        output_fail(texinfo->render->out);
        free(address.data);
        return;
    }
    hints_make_info_address(address.data);
    manual = strchr(address.data, ':') + 1;
    node = strchr(manual, '#');
    if (node != NULL)
        *node++ = '\0';
    put(texinfo, link->bare ? "@ref{" : " (@pxref{");
    put_braced(texinfo, node != NULL ? node : "Top");
    put(texinfo, ",,,");
    put_braced(texinfo, manual);
    put(texinfo, link->bare ? "}" : "})");
    free(address.data);
}

/* Says after the text of a link where it leads. */
static void put_target(struct texinfo *texinfo, const struct guide_link *link)
{
    static const struct hint_style hints = {
        {[HINT_SECTION] = {" (@command{", "})"}, [HINT_MAN] = {" (", ")"}}, put, put_braced};
    const struct guide *guide = texinfo->render->guide;

    if (link->kind == LINK_INFO)
        put_info_reference(texinfo, link);
    else if (link->kind == LINK_SECTION && !render_is_elsewhere(texinfo->render, link))
        put_argument(texinfo, " (@pxref{", guide->sections[link->target].id, "})");
    else if (link->kind == LINK_PLACE && !render_is_elsewhere(texinfo->render, link))
        put_anchor(texinfo, " (@pxref{", &guide->places[link->target], "})");
    else
        hints_put(texinfo->render, NULL, link, &hints, texinfo);
}

static void put_link(struct texinfo *texinfo, enum guide_mark mark, const struct guide_link *link)
{
    texinfo->silent = link->kind == LINK_INFO && link->bare && mark == MARK_LINK;
    if (link->kind == LINK_URL)
        put_address(texinfo, mark == MARK_LINK, link);
    else if (mark == MARK_LINK_END)
        put_target(texinfo, link);
}

static void put_mark(void *self, enum guide_mark mark, const struct guide_link *link)
{
    static const char *const commands[] = {
        [MARK_EMPHASIS] = "@emph{", [MARK_EMPHASIS_END] = "}", [MARK_STRONG] = "@strong{",
        [MARK_STRONG_END] = "}",    [MARK_CODE] = "@code{",    [MARK_CODE_END] = "}",
        [MARK_NEWLINE] = "@*\n",
    };
    struct texinfo *texinfo = self;

    if (mark == MARK_LINK || mark == MARK_LINK_END) {
        put_link(texinfo, mark, link);
        return;
    }
    if (mark == MARK_BREAK || texinfo->silent)
        return;
    texinfo->strong = mark == MARK_STRONG;
    if (mark == MARK_CODE || mark == MARK_CODE_END)
        texinfo->code = mark == MARK_CODE;
    put(texinfo, mark == MARK_NEWLINE && texinfo->example ? "\n" : commands[mark]);
    if (mark == MARK_NEWLINE)
        begin_line(texinfo);
}

static const struct render_inlines inlines = {put_text, put_mark};

/* What comes before and after the text of a block; a heading's command depends on its level. */
static const struct wrapping wrappings[BLOCK_KINDS] = {
    [BLOCK_HEADING] = {"", "\n"},
    [BLOCK_PARAGRAPH] = {"", "\n"},
    [BLOCK_CODE] = {"@example\n", "@end example\n\n"},
    [BLOCK_QUOTE] = {"@quotation", "\n"},
    [BLOCK_QUOTE_END] = {"@end quotation\n\n", ""},
    [BLOCK_BULLETS] = {"@itemize @bullet\n", ""},
    [BLOCK_BULLETS_END] = {"@end itemize\n\n", ""},
    [BLOCK_NUMBERS] = {"@enumerate ", "\n"},
    [BLOCK_NUMBERS_END] = {"@end enumerate\n\n", ""},
    [BLOCK_ITEM] = {"@item\n", ""},
    [BLOCK_ITEM_END] = {"", ""},
    [BLOCK_DEFINITIONS] = {"@table @asis\n", ""},
    [BLOCK_DEFINITIONS_END] = {"@end table\n\n", ""},
    [BLOCK_TERM] = {"@item ", ""},
    [BLOCK_TERM_END] = {"", ""},
};

/* Texinfo has no command for a heading of level 4. */
static void begin_heading(struct texinfo *texinfo, const struct guide_block *block)
{
    static const char *const commands[] = {"", "@heading ", "@subheading ", "@subsubheading ",
                                           "@noindent\n@strong{"};

    put(texinfo, commands[block->level]);
    texinfo->strong = texinfo->headed = block->level == 4;
}

/* Puts what links lead to, if they lead to the block. */
static void put_anchor_of(struct texinfo *texinfo, const struct guide_block *block)
{
    const struct guide_place *place = render_begins_place(texinfo->render, block);

    if (place != NULL)
        put_anchor(texinfo, "@anchor{", place, block->kind == BLOCK_HEADING ? "}\n" : "}");
}

/* Makeinfo puts the word of a note, and a colon, before the text of a quotation. */
static void begin_quote(struct texinfo *texinfo, const struct guide_block *block)
{
    static const enum guide_label labels[NOTES] = {
        [NOTE_NOTE] = LABEL_NOTE, [NOTE_CAUTION] = LABEL_CAUTION, [NOTE_WARNING] = LABEL_WARNING};

    if (block->number == NOTE_NONE)
        return;
    put(texinfo, " ");
    put_string(texinfo, texinfo->render->guide->labels[labels[block->number]]);
    texinfo->noted = true;
}

/* What follows the word of a note, which is a strong span. */
static const char *skip_note_word(const char *inline_text)
{
    const char *end = strchr(inline_text, MARK_STRONG_END) + 1;

    return end + (*end == ' ' || *end == MARK_NEWLINE);
}

static void put_block(void *self, const struct guide_block *block)
{
    struct texinfo *texinfo = self;
    const char *inline_text = guide_text(texinfo->render->guide, block->text);

    /* Makeinfo would put an empty item and the next one in one line. */
    if (block->kind == BLOCK_ITEM_END && !render_innermost(&texinfo->nesting)->filled)
        put(texinfo, "@w{}\n");
    if (texinfo->headed && block->kind == BLOCK_PARAGRAPH)
        put(texinfo, "@noindent\n");
    texinfo->headed = false;
    if (texinfo->noted)
        inline_text = skip_note_word(inline_text);
    texinfo->noted = false;
    put(texinfo, wrappings[block->kind].before);
    put_anchor_of(texinfo, block);
    begin_line(texinfo);
    texinfo->one_line = block->kind != BLOCK_PARAGRAPH;
    texinfo->code = texinfo->example = block->kind == BLOCK_CODE;
    if (block->kind == BLOCK_HEADING)
        begin_heading(texinfo, block);
    if (block->kind == BLOCK_QUOTE)
        begin_quote(texinfo, block);
    if (block->kind == BLOCK_NUMBERS)
        output_number(texinfo->render->out, block->number);
    if (texinfo->example) {
        render_code(inline_text, &inlines, texinfo);
    } else if (*inline_text != '\0') {
        render_inline_text(inline_text, render_links(texinfo->render, block), &inlines, texinfo);
        put(texinfo, block->kind == BLOCK_HEADING && block->level == 4 ? "}\n" : "\n");
    }
    texinfo->one_line = texinfo->code = texinfo->example = false;
    if (block->kind != BLOCK_PARAGRAPH || !block->tight)
        put(texinfo, wrappings[block->kind].after);
}

/* Puts an index entry for each of a list of words. */
static void put_entries(struct texinfo *texinfo, const char *command, struct guide_range words)
{
    for (uint32_t i = 0; i < words.count; i++)
        put_line(texinfo, command, texinfo->render->guide->numbers[words.first + i]);
}

/* Puts the index entries of a section. An alias of a role or topic leads to its first section. */
static void put_section_entries(struct texinfo *texinfo, const struct guide_section *section)
{
    const struct guide *guide = texinfo->render->guide;

    put_line(texinfo, "@cindex ", section->id);
    put_entries(texinfo, "@cindex ", section->aliases);
    put_entries(texinfo, "@cindex ", section->index_words);
    for (uint32_t role = 0; role < guide->role_count; role++) {
        if (!(section->roles >> role & 1))
            continue;
        put_line(texinfo, "@roindex ", guide->roles[role].id);
        if (!(texinfo->roles >> role & 1))
            put_entries(texinfo, "@roindex ", guide->roles[role].aliases);
    }
    texinfo->roles |= section->roles;
    for (uint32_t i = 0; i < section->topics.count; i++) {
        uint32_t topic = guide->numbers[section->topics.first + i];

        put_line(texinfo, "@tcindex ", guide->topics[topic].id);
        if (!bits_has(texinfo->topics, topic))
            put_entries(texinfo, "@tcindex ", guide->topics[topic].aliases);
        bits_set(texinfo->topics, topic);
    }
}

/* Puts an entry of a menu; the descriptions are in one column where the names are short. */
static void put_menu_entry(struct texinfo *texinfo, uint32_t id, uint32_t description)
{
    size_t length = strlen(guide_text(texinfo->render->guide, id));

    put(texinfo, "* ");
    put_string(texinfo, id);
    put(texinfo, "::");
    do
        put(texinfo, " ");
    while (++length < MENU_COLUMN);
    put_line(texinfo, "", description);
}

static void put_node(struct texinfo *texinfo, uint32_t id, const char *command, uint32_t title)
{
    put_line(texinfo, "\n@node ", id);
    put_line(texinfo, command, title);
    put(texinfo, "\n");
}

static void put_parts_before(struct texinfo *texinfo, uint32_t part)
{
    const struct guide *guide = texinfo->render->guide;

    for (; texinfo->parts <= part; texinfo->parts++) {
        const struct guide_part *next = &guide->parts[texinfo->parts];

        put_node(texinfo, next->id, "@chapter ", next->title);
        put(texinfo, "@menu\n");
        for (uint32_t i = 0; i < next->sections.count; i++) {
            const struct guide_section *section = &guide->sections[next->sections.first + i];

            put_menu_entry(texinfo, section->id, section->summary);
        }
        put(texinfo, "@end menu\n");
    }
}

static void put_section(void *self, const struct guide_section *section)
{
    struct texinfo *texinfo = self;

    if (texinfo->book)
        put_parts_before(texinfo, section->part);
    put_node(texinfo, section->id, texinfo->book ? "@section " : "@chapter ", section->title);
    put_section_entries(texinfo, section);
    put(texinfo, "\n");
}

/* Puts the entries for the directory of Info: one for the guide, and one for each program whose
 * manual page (section 1) is a section of the guide. */
static void put_directory_entries(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;
    bool colon = strchr(guide_text(guide, guide->title), ':') != NULL;

    put_line(texinfo, "@dircategory ", guide->category);
    /* A colon ends the name of an entry. */
    put_argument(texinfo, "@direntry\n* ", colon ? guide->name : guide->title, ": ");
    put_argument(texinfo, "(", guide->name, ").\n");
    put_line(texinfo, "  ", guide->summary);
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];
        uint32_t section;

        if (*guide_text(guide, page->manual_section) != '1' || page->sections.count != 1)
            continue;
        section = guide->numbers[page->sections.first];
        put_argument(texinfo, "* ", page->name, ": ");
        put_argument(texinfo, "(", guide->name, ")");
        put_argument(texinfo, "", guide->sections[section].id, ".\n");
        put_line(texinfo, "  ", page->summary);
    }
    put(texinfo, "@end direntry\n\n");
}

/* Puts the language as Texinfo wants it: "pt-BR" is pt_BR; of longer tags, the language alone. */
static void put_language(struct texinfo *texinfo)
{
    const char *tag = guide_text(texinfo->render->guide, texinfo->render->guide->language);
    size_t language = strcspn(tag, "-");

    put(texinfo, "@documentlanguage ");
    output_put(texinfo->render->out, tag, language);
    if (tag[language] == '-' && strlen(tag + language) == 3) {
        put(texinfo, "_");
        put(texinfo, tag + language + 1);
    }
    put(texinfo, "\n");
}

/* Makes an apostrophe print as it was written, in Info; makeinfo would make a quote of it. */
static const char apostrophe[] = "@ifinfo\n@macro apos\n@t{'}\n@end macro\n@end ifinfo\n"
                                 "@ifnotinfo\n@macro apos\n'\n@end macro\n@end ifnotinfo\n";

static void put_head(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    put(texinfo, "\\input texinfo\n");
    put_argument(texinfo, "@setfilename ", guide->name, ".info\n");
    put(texinfo, "@documentencoding UTF-8\n");
    put_language(texinfo);
    put(texinfo, "@frenchspacing on\n@defindex " ROLE_INDEX "\n@defindex " TOPIC_INDEX "\n");
    put(texinfo, apostrophe);
    put_line(texinfo, "@settitle ", guide->title);
    put_line(texinfo, "\n@copying\n", guide->labels[LABEL_TITLE_EDITION]);
    if (guide->version != 0) {
        put_argument(texinfo, "\n", guide->name, " ");
        put_argument(texinfo, "", guide->version, "\n");
    }
    if (guide->copyright != 0)
        put_line(texinfo, "\n", guide->copyright);
    put(texinfo, "@end copying\n\n");
    put_directory_entries(texinfo);
    put_line(texinfo, "@titlepage\n@title ", guide->title);
    put_line(texinfo, "@subtitle ", guide->summary);
    put(texinfo, "@page\n@vskip 0pt plus 1filll\n@insertcopying\n@end titlepage\n\n@contents\n\n");
    put(texinfo, "@ifnottex\n@node Top\n");
    put_line(texinfo, "@top ", guide->title);
    put_line(texinfo, "\n", guide->summary);
    put(texinfo, "\n@insertcopying\n@end ifnottex\n\n");
}

/* Where a topic shares its name with a section, info takes what it finds first. */
static const struct {
    enum guide_label label; /* node and title */
    const char *name;       /* as makeinfo knows it */
} indices[] = {
    {LABEL_GENERAL_INDEX, "cp"},
    {LABEL_ROLE_INDEX, ROLE_INDEX},
    {LABEL_TOPIC_INDEX, TOPIC_INDEX},
};

/* Puts the entries of a menu for the contents of a role. A group's title is a line that is none;
 * one that begins with a star would be, without a blank before it. */
static void put_menu_groups(struct texinfo *texinfo, const struct guide_role *role)
{
    const struct guide *guide = texinfo->render->guide;

    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        put(texinfo, i > 0 ? "\n" : "");
        put_line(texinfo, *guide_text(guide, group->title) == '*' ? "@w{ }" : "", group->title);
        put(texinfo, "\n");
        for (uint32_t j = 0; j < group->sections.count; j++) {
            const struct guide_section *section =
                &guide->sections[guide->numbers[group->sections.first + j]];

            put_menu_entry(texinfo, section->id, section->title);
        }
    }
    put(texinfo, "\n");
}

/* Puts for whom the text is, if it is for one role. */
static void put_front(struct texinfo *texinfo, const struct guide_role *role)
{
    if (role == NULL)
        return;
    put_line(texinfo, "@heading ", role->title);
    if (role->summary != 0)
        put_line(texinfo, "\n", role->summary);
    put(texinfo, "\n");
}

static void put_top_menu(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;
    const struct selection *selection = texinfo->render->selection;

    put_front(texinfo, selection->front);
    put(texinfo, "@menu\n");
    if (selection->front != NULL)
        put_menu_groups(texinfo, selection->front);
    else if (texinfo->book)
        for (uint32_t i = 0; i < guide->part_count; i++)
            put_menu_entry(texinfo, guide->parts[i].id, guide->parts[i].title);
    else
        for (uint32_t i = 0; i < selection->count; i++) {
            const struct guide_section *section = &guide->sections[selection->sections[i]];

            put_menu_entry(texinfo, section->id, section->title);
        }
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++)
        put_argument(texinfo, "* ", guide->labels[indices[i].label], "::\n");
    put(texinfo, "@end menu\n");
}

static void put_indices(struct texinfo *texinfo)
{
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++) {
        uint32_t label = texinfo->render->guide->labels[indices[i].label];

        put_node(texinfo, label, "@unnumbered ", label);
        put(texinfo, "@printindex ");
        put(texinfo, indices[i].name);
        put(texinfo, "\n");
    }
}

void render_texinfo(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    struct texinfo texinfo = {.render = render, .book = render_is_book(render)};

    texinfo.topics = calloc(bits_size(render->guide->topic_count), 1);
    if (texinfo.topics == NULL) {
        output_fail(render->out);
        return;
    }
    put_head(&texinfo);
    put_top_menu(&texinfo);
    render_walk(render, &calls, &texinfo, &texinfo.nesting);
    put_indices(&texinfo);
    put(&texinfo, "\n@bye\n");
    free(texinfo.topics);
}
