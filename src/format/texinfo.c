/* SPDX-License-Identifier: MIT */
/* texinfo.c: the Texinfo format, from which makeinfo makes the Info manual. */
#include "base/ascii.h"
#include "base/bits.h"
#include "base/small.h"
#include "format/hints.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* A line is broken at the first space after this many bytes. */
enum { FILL_BYTES = 66 };

/* Columns before descriptions in menus, and in the directory of Info; more of them before their
 * next lines; and those of a whole line. Emacs moves descriptions to where they are in menus. */
enum { MENU_COLUMN = 24, DIRECTORY_COLUMN = 32, NEXT_COLUMNS = 2, MENU_WIDTH = 79 };

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

    uint32_t parts;        /* of the book: how many were begun */
    uint32_t roles;        /* mask of those that have their index entries */
    unsigned char *topics; /* bit N: topic N has */
    uint32_t *places;      /* of the book: by block, the place that begins there + 1, or 0 */
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

static const struct hint_style hints = {
    {[HINT_SECTION] = {" (@command{", "})"}, [HINT_MAN] = {" (", ")"}}, put, put_braced};

/* Says after the text of a link where it leads. */
static void put_target(struct texinfo *texinfo, const struct guide_link *link)
{
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

/* Puts the guide's notice, if it has one, as a paragraph that says where it leads. */
static void put_notice(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    if (guide->notice == 0)
        return;
    put(texinfo, "\n@strong{");
    texinfo->strong = true;
    put_string(texinfo, guide->notice);
    put(texinfo, "}");
    if (guide->notice_section != 0)
        put_target(texinfo,
                   &(struct guide_link){.kind = LINK_SECTION, .target = guide->notice_section - 1});
    put(texinfo, "\n");
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
static const struct block_wrapping wrappings[BLOCK_KINDS] = {
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

/* The place that begins with the block, or NULL: in the book any, else one to which links lead. */
static const struct guide_place *find_place(const struct texinfo *texinfo,
                                            const struct guide_block *block)
{
    const struct guide *guide = texinfo->render->guide;
    uint32_t place;

    if (!texinfo->book)
        return render_begins_place(texinfo->render, block);
    place = texinfo->places[block - guide->blocks];
    return place != 0 ? &guide->places[place - 1] : NULL;
}

static void note_places(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;
    uint32_t first = 0;

    for (uint32_t i = 0; i < guide->place_count; i++) {
        if (!guide_same_place(guide, first, i))
            first = i;
        if (first == i)
            texinfo->places[guide->places[i].blocks.first] = i + 1;
    }
}

/* Puts what may lead to the block. */
static void put_anchor_of(struct texinfo *texinfo, const struct guide_block *block)
{
    const struct guide_place *place = find_place(texinfo, block);

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

/* Puts the index entries of a role or topic: its id and, the first time, its aliases. */
static void put_facet_entries(struct texinfo *texinfo, const char *command, uint32_t id,
                              struct guide_range aliases, bool first)
{
    put_line(texinfo, command, id);
    if (first)
        put_entries(texinfo, command, aliases);
}

/* Puts the index entries of a section. In the book the roles have nodes, and entries there. */
static void put_section_entries(struct texinfo *texinfo, const struct guide_section *section)
{
    const struct guide *guide = texinfo->render->guide;

    put_line(texinfo, "@cindex ", section->id);
    put_entries(texinfo, "@cindex ", section->aliases);
    put_entries(texinfo, "@cindex ", section->index_words);
    put_entries(texinfo, "@cindex ", section->asks);
    for (uint32_t role = 0; role < guide->role_count && !texinfo->book; role++)
        if (section->roles >> role & 1)
            put_facet_entries(texinfo, "@roindex ", guide->roles[role].id,
                              guide->roles[role].aliases, !(texinfo->roles >> role & 1));
    texinfo->roles |= section->roles;
    for (uint32_t i = 0; i < section->topics.count; i++) {
        uint32_t topic = guide->numbers[section->topics.first + i];

        put_facet_entries(texinfo, "@tcindex ", guide->topics[topic].id,
                          guide->topics[topic].aliases, !bits_has(texinfo->topics, topic));
        bits_set(texinfo->topics, topic);
    }
}

/* Puts the first LENGTH bytes of a plain text. */
static void put_part(struct texinfo *texinfo, const char *marked, size_t length)
{
    const char *end = marked + length;

    for (; marked < end; marked++) {
        const char *run = marked;

        while (marked < end && (unsigned char)*marked >= ' ')
            marked++;
        put_words(texinfo, run, (size_t)(marked - run));
    }
}

static void put_spaces(struct texinfo *texinfo, size_t count)
{
    for (; count > 0; count--)
        put(texinfo, " ");
}

static void begin_indented_line(struct texinfo *texinfo, size_t indent)
{
    put(texinfo, "\n");
    begin_line(texinfo);
    put_spaces(texinfo, indent);
}

/* Puts a plain text, if it is not empty, as the description of an entry, from the column BEGIN on
 * in lines that are not too wide. COLUMN is where the line ends to which it belongs. */
static void put_description(struct texinfo *texinfo, size_t begin, size_t column,
                            const char *marked)
{
    static const char breaks[] = {' ', MARK_BREAK, '\0'};
    size_t blank = 0;

    if (*marked == '\0')
        return;
    if (column < begin)
        put_spaces(texinfo, begin - column);
    else
        begin_indented_line(texinfo, begin);
    column = begin;
    texinfo->one_line = true;
    for (;;) {
        size_t length = strcspn(marked, breaks), columns = render_columns_of(marked, length);

        if (column > begin && column + blank + columns > MENU_WIDTH) {
            column = begin + NEXT_COLUMNS;
            begin_indented_line(texinfo, column);
        } else {
            put_spaces(texinfo, blank);
            column += blank;
        }
        put_part(texinfo, marked, length);
        column += columns;
        if (marked[length] == '\0')
            break;
        blank = marked[length] == ' ';
        marked += length + 1;
    }
    texinfo->one_line = false;
}

/* Where an entry of a menu leads: to the node of that id or, with a place, to that in it. */
struct destination {
    uint32_t id, place; /* texts; the place may be empty */
};

static size_t destination_columns(const struct guide *guide, const struct destination *to)
{
    const size_t place = render_columns(guide_text(guide, to->place));

    return render_columns(guide_text(guide, to->id)) + (place > 0 ? 1 + place : 0);
}

static void put_destination(struct texinfo *texinfo, const struct destination *to)
{
    put_string(texinfo, to->id);
    if (to->place != 0)
        put_argument(texinfo, " ", to->place, "");
}

/* Whether a title of so many columns may be the name of an entry: it fits into its line, and holds
 * nothing that readers of Info take for its end. */
static bool may_name_entry(const char *title, size_t columns)
{
    return columns <= MENU_WIDTH && strpbrk(title, ":\t") == NULL && strstr(title, ". ") == NULL;
}

/* Puts an entry of a menu whose name is that of its node, and the title behind it. */
static void put_node_entry(struct texinfo *texinfo, uint32_t title, const struct destination *to,
                           uint32_t description)
{
    const struct guide *guide = texinfo->render->guide;

    put(texinfo, "* ");
    put_destination(texinfo, to);
    put(texinfo, "::");
    put_description(texinfo, MENU_COLUMN, strlen("* ::") + destination_columns(guide, to),
                    guide_text(guide, title));
    put_description(texinfo, MENU_COLUMN, MENU_COLUMN, guide_text(guide, description));
    put(texinfo, "\n");
}

/* Puts an entry of a menu: title, node and, if it is not empty, the description. */
static void put_menu_entry(struct texinfo *texinfo, uint32_t title, const struct destination *to,
                           uint32_t description)
{
    const struct guide *guide = texinfo->render->guide;
    const char *name = guide_text(guide, title);
    size_t column = strlen("* : .") + render_columns(name) + destination_columns(guide, to);

    if (!may_name_entry(name, column)) {
        put_node_entry(texinfo, title, to, description);
        return;
    }
    put(texinfo, "* ");
    put_string(texinfo, title);
    put(texinfo, ": ");
    put_destination(texinfo, to);
    put(texinfo, ".");
    put_description(texinfo, MENU_COLUMN, column, guide_text(guide, description));
    put(texinfo, "\n");
}

static void put_section_entry(struct texinfo *texinfo, uint32_t index)
{
    const struct guide_section *section = &texinfo->render->guide->sections[index];

    put_menu_entry(texinfo, section->title, &(struct destination){.id = section->id},
                   section->summary);
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
        put_line(texinfo, "@cindex ", next->id);
        put(texinfo, "\n@menu\n");
        for (uint32_t i = 0; i < next->sections.count; i++)
            put_section_entry(texinfo, next->sections.first + i);
        put(texinfo, "@end menu\n");
    }
}

/* Puts the line of a section's node in the book. What is next to it is said, since makeinfo would
 * lead from the last section of a part to what a role's menu, which comes before, has after it. */
static void put_book_node(struct texinfo *texinfo, const struct guide_section *section)
{
    const struct guide *guide = texinfo->render->guide;
    const struct guide_part *part = &guide->parts[section->part];
    const struct guide_section *first = &guide->sections[part->sections.first];
    const struct guide_section *last = first + part->sections.count - 1;

    put(texinfo, "\n@node ");
    put_string(texinfo, section->id);
    put_argument(texinfo, ", ", section < last ? section[1].id : 0, "");
    put_argument(texinfo, ", ", section > first ? section[-1].id : part->id, "");
    put_argument(texinfo, ", ", part->id, "\n");
    put_line(texinfo, "@section ", section->title);
    put(texinfo, "\n");
}

static void put_section(void *self, const struct guide_section *section)
{
    struct texinfo *texinfo = self;

    if (texinfo->book) {
        put_parts_before(texinfo, section->part);
        put_book_node(texinfo, section);
    } else {
        put_node(texinfo, section->id, "@chapter ", section->title);
    }
    put_section_entries(texinfo, section);
    put(texinfo, "\n");
}

/* Puts the entry of a node for the directory of Info; without a name, that of the whole manual, by
 * its own name with a capital. */
static void put_directory_entry(struct texinfo *texinfo, uint32_t name, uint32_t node,
                                uint32_t description)
{
    const struct guide *guide = texinfo->render->guide;
    const char *manual = guide_text(guide, guide->name);
    const char *called = name != 0 ? guide_text(guide, name) : manual;
    const bool small = *called >= 'a' && *called <= 'z';
    const char first[] = {name == 0 && small ? (char)(*called - 'a' + 'A') : *called, '\0'};

    put(texinfo, "* ");
    put_braced(texinfo, first);
    put_braced(texinfo, called + 1);
    put_argument(texinfo, ": (", guide->name, ")");
    put_argument(texinfo, "", node, ".");
    put_description(texinfo, DIRECTORY_COLUMN,
                    strlen("* : ().") + strlen(called) + strlen(manual) +
                        render_columns(guide_text(guide, node)),
                    guide_text(guide, description));
    put(texinfo, "\n");
}

/* Puts the entries for the directory of Info: one for the guide, and one for each program whose
 * manual page (section 1) is a section of the guide, but for one that is called as the guide. */
static void put_directory_entries(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    put_line(texinfo, "@dircategory ", guide->category);
    put(texinfo, "@direntry\n");
    put_directory_entry(texinfo, 0, 0, guide->summary);
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];

        if (*guide_text(guide, page->manual_section) == '1' && page->sections.count == 1 &&
            strcmp(guide_text(guide, page->name), guide_text(guide, guide->name)) != 0)
            put_directory_entry(texinfo, page->name,
                                guide->sections[guide->numbers[page->sections.first]].id,
                                page->summary);
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
    put_notice(texinfo);
    put(texinfo, "@end ifnottex\n\n");
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

static void put_doors(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    for (uint32_t i = 0; i < guide->door_count; i++) {
        const struct guide_door *door = &guide->doors[i];
        bool leads_to_role = door->kind == NAME_ROLE;

        put_menu_entry(texinfo, door->title,
                       &(struct destination){leads_to_role ? guide->roles[door->index].id
                                                           : guide->sections[door->index].id,
                                             door->place},
                       0);
    }
    put(texinfo, guide->door_count > 0 ? "\n" : "");
}

/* Puts an entry of the book's menu for a role or a part. Of two entries with one name, readers of
 * Info find the first; so one whose title a door, or one of the first roles, has is called as its
 * node. */
static void put_book_entry(struct texinfo *texinfo, uint32_t roles, uint32_t title, uint32_t id,
                           uint32_t summary)
{
    const struct guide *guide = texinfo->render->guide;
    const char *name = guide_text(guide, title);
    bool taken = false;

    for (uint32_t i = 0; i < guide->door_count; i++)
        taken |= strcmp(guide_text(guide, guide->doors[i].title), name) == 0;
    for (uint32_t i = 0; i < roles; i++)
        taken |= strcmp(guide_text(guide, guide->roles[i].title), name) == 0;
    (taken ? put_node_entry : put_menu_entry)(texinfo, title, &(struct destination){.id = id},
                                              summary);
}

/* Puts what the book opens with: doors, roles and parts. */
static void put_book_entries(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    put_doors(texinfo);
    for (uint32_t i = 0; i < guide->role_count; i++)
        put_book_entry(texinfo, i, guide->roles[i].title, guide->roles[i].id,
                       guide->roles[i].summary);
    put(texinfo, guide->role_count > 0 ? "\n" : "");
    for (uint32_t i = 0; i < guide->part_count; i++)
        put_book_entry(texinfo, guide->role_count, guide->parts[i].title, guide->parts[i].id, 0);
}

/* Puts the title of a group in a menu, as a line that is no entry: one that begins with an asterisk
 * would be, without a blank before it. */
static void put_group_title(struct texinfo *texinfo, const struct guide_group *group)
{
    const struct guide *guide = texinfo->render->guide;

    if (!guide_group_is_titled(guide, group))
        return;
    put_line(texinfo, *guide_text(guide, group->title) == '*' ? "@w{ }" : "", group->title);
    put(texinfo, "\n");
}

/* Puts the entries of a menu for the contents of a role. */
static void put_menu_groups(struct texinfo *texinfo, const struct guide_role *role)
{
    const struct guide *guide = texinfo->render->guide;

    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        put(texinfo, i > 0 ? "\n" : "");
        put_group_title(texinfo, group);
        for (uint32_t j = 0; j < group->sections.count; j++)
            put_section_entry(texinfo, guide->numbers[group->sections.first + j]);
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
        put_book_entries(texinfo);
    else
        for (uint32_t i = 0; i < selection->count; i++)
            put_section_entry(texinfo, selection->sections[i]);
    put(texinfo, "\n");
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++)
        put_argument(texinfo, "* ", guide->labels[indices[i].label], "::\n");
    put(texinfo, "@end menu\n\n@ifnottex\n@insertcopying\n@end ifnottex\n");
}

/* Puts entries of a run of a role's path, and notes in LISTED that they are there. */
static void put_path(struct texinfo *texinfo, struct guide_range path, unsigned char *listed)
{
    for (uint32_t i = 0; i < path.count; i++) {
        uint32_t section = texinfo->render->guide->numbers[path.first + i];

        put_section_entry(texinfo, section);
        bits_set(listed, section);
    }
}

/* Puts the entries of a role: its path, in groups if it has any, and then its other sections. */
static void put_role_entries(struct texinfo *texinfo, uint32_t index, unsigned char *listed)
{
    const struct guide *guide = texinfo->render->guide;
    const struct guide_role *role = &guide->roles[index];

    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        put_group_title(texinfo, group);
        put_path(texinfo, group->sections, listed);
        put(texinfo, "\n");
    }
    if (role->groups.count == 0)
        put_path(texinfo, role->path, listed);
    for (uint32_t i = 0; i < guide->section_count; i++)
        if ((guide->sections[i].roles >> index & 1) != 0 && !bits_has(listed, i))
            put_section_entry(texinfo, i);
}

static bool has_sections(const struct guide *guide, uint32_t role)
{
    for (uint32_t i = 0; i < guide->section_count; i++)
        if (guide->sections[i].roles >> role & 1)
            return true;
    return false;
}

/* Puts the nodes of the roles, which are nothing but menus, and so not for print. */
static void put_roles(struct texinfo *texinfo)
{
    const struct guide *guide = texinfo->render->guide;

    for (uint32_t i = 0; i < guide->role_count; i++) {
        const struct guide_role *role = &guide->roles[i];
        unsigned char *listed = calloc(bits_size(guide->section_count), 1);

        if (listed == NULL) {
            output_fail(texinfo->render->out);
            return;
        }
        put(texinfo, "\n@ifnottex");
        put_node(texinfo, role->id, "@unnumbered ", role->title);
        put_facet_entries(texinfo, "@roindex ", role->id, role->aliases, true);
        if (role->summary != 0)
            put_line(texinfo, "\n", role->summary);
        put_notice(texinfo);
        if (has_sections(guide, i)) {
            put(texinfo, "\n@menu\n");
            put_role_entries(texinfo, i, listed);
            put(texinfo, "@end menu\n");
        }
        put(texinfo, "@end ifnottex\n");
        free(listed);
    }
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
    texinfo.places = calloc(render->guide->block_count + (size_t)1, sizeof *texinfo.places);
    if (texinfo.topics != NULL && texinfo.places != NULL) {
        note_places(&texinfo);
        put_head(&texinfo);
        put_top_menu(&texinfo);
        if (texinfo.book)
            put_roles(&texinfo);
        render_walk(render, &calls, &texinfo, &texinfo.nesting);
        put_indices(&texinfo);
        put(&texinfo, "\n@bye\n");
    } else {
        output_fail(render->out);
    }
    free(texinfo.places);
    free(texinfo.topics);
}
