/* SPDX-License-Identifier: MIT */
/* links.c: what the links of a body lead to. */
#include "compiler/links.h"

#include "base/ascii.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"
#include "compiler/valid.h"

#include <stdlib.h>
#include <string.h>

/* What the kinds of link have in common while one is made. */
struct link_maker {
    struct draft *draft;
    struct places *places;
    struct inlines *inlines;
    const char *text;
    struct place place;
};

/* The target of a reference to another section, "other.md", or to a place in one, "other.md#place";
 * NULL if it is none. */
static char *section_of(const char *url)
{
    size_t length = strcspn(url, "#");

    if (length < 4 || strncmp(url + length - 3, ".md", 3) != 0 || memchr(url, ':', length) != NULL)
        return NULL;
    return memory_copy(url, length - 3);
}

static void put_title(struct link_maker *maker, uint32_t offset)
{
    inlines_title(maker->inlines, guide_text(draft_guide(maker->draft), offset));
}

static void put_section_title(struct link_maker *maker, uint32_t section)
{
    put_title(maker, maker->draft->sections[section].title);
}

/* Puts author and year; the title of a source without author. */
static void put_citation(struct link_maker *maker, uint32_t index)
{
    const struct guide_source *source = &maker->draft->sources[index];

    put_title(maker, source->author != 0 ? source->author : source->title);
    if (source->year != 0) {
        inlines_literal(maker->inlines, " ", 1);
        put_title(maker, source->year);
    }
}

/* Makes a link to what has an id among NAMES; PUT gives it its text if it has none. */
static void make_reference(struct link_maker *maker, enum guide_link_kind kind,
                           const struct names *names, const char *id,
                           void (*put)(struct link_maker *, uint32_t index))
{
    uint32_t index = names_resolve(names, id, maker->place, maker->draft->diagnostics);

    draft_link(maker->draft, kind, index != NAMES_NONE ? index : 0, false);
    if (maker->text == NULL && index != NAMES_NONE)
        put(maker, index);
}

/* Makes a link to a place, of which the name is WRITTEN, in the section ID, or in that which holds
 * the link if ID is NULL. */
static void make_place_link(struct link_maker *maker, const char *id, const char *written)
{
    uint32_t section = maker->places->section;

    if (id != NULL)
        section = names_resolve(&maker->draft->section_names, id, maker->place,
                                maker->draft->diagnostics);
    if (section != NAMES_NONE)
        places_link(maker->places, section, written, maker->place);
    else
        draft_link(maker->draft, LINK_PLACE, 0, false);
}

/* Puts the command that opens an Info node: "info coreutils 'ls invocation'". */
static void put_info_command(struct output *out, const char *node)
{
    size_t manual = strcspn(node, "#");
    const char *quote;

    output_string(out, "info ");
    output_put(out, node, manual);
    node += manual;
    if (*node == '\0')
        return;
    node++;
    quote = strchr(node, ' ') != NULL ? "'" : "";
    output_char(out, ' ');
    output_string(out, quote);
    output_string(out, node);
    output_string(out, quote);
}

static void make_info_link(struct link_maker *maker, const char *node)
{
    struct output command;

    if (!input_check_text(node, strlen(node), maker->place, maker->draft->diagnostics)) {
        draft_link(maker->draft, LINK_INFO, 0, false);
        return;
    }
    if (!valid_is_info_node(node)) {
        diagnostics_add(maker->draft->diagnostics, maker->place,
                        "'info:%s' names no node; write it as info:coreutils#date, or, with a "
                        "blank, <info:coreutils#ls invocation>; a node has no . , : in its name",
                        node);
        draft_link(maker->draft, LINK_INFO, 0, false);
        return;
    }
    output_to_memory(&command);
    put_info_command(&command, node);
    memory_end_text(&command);
    draft_link(maker->draft, LINK_INFO, draft_text(maker->draft, command.data, command.length - 1),
               maker->text == NULL || strcmp(maker->text, command.data) == 0);
    if (maker->text == NULL)
        inlines_literal(maker->inlines, command.data, command.length - 1);
    free(command.data);
}

static void make_man_link(struct link_maker *maker, const char *page)
{
    const char *dot = strrchr(page, '.');
    char *name;
    size_t length = dot != NULL ? (size_t)(dot - page) : 0;

    if (length == 0 || !valid_is_manual_section(dot + 1) || strchr(page, '/') != NULL ||
        unicode_has_space(page)) {
        diagnostics_add(maker->draft->diagnostics, maker->place,
                        "'man:%s' names no page; write it as man:less.1", page);
        draft_link(maker->draft, LINK_MAN, 0, false);
        return;
    }
    name = memory_resize(NULL, strlen(page) + 3, 1);
    memcpy(name, page, length);
    name[length] = '(';
    strcpy(name + length + 1, dot + 1);
    strcat(name, ")");
    draft_link(maker->draft, LINK_MAN, draft_text(maker->draft, name, strlen(name)),
               maker->text == NULL || strcmp(maker->text, name) == 0);
    if (maker->text == NULL)
        inlines_literal(maker->inlines, name, strlen(name));
    free(name);
}

static void make_address(struct link_maker *maker, const char *url)
{
    bool mail = strncmp(url, "mailto:", 7) == 0;

    if (input_check_text(url, strlen(url), maker->place, maker->draft->diagnostics) &&
        unicode_has_space(url))
        diagnostics_add(maker->draft->diagnostics, maker->place,
                        "a blank or no-break space in the address '%s'; write it as %%20 if it "
                        "belongs there",
                        url);
    draft_link(maker->draft, LINK_URL, draft_text(maker->draft, url, strlen(url)),
               maker->text == NULL || strcmp(maker->text, url) == 0 ||
                   (mail && strcmp(maker->text, url + 7) == 0));
    if (maker->text == NULL)
        inlines_literal(maker->inlines, url, strlen(url));
}

static void make_call(struct link_maker *maker, const char *url)
{
    draft_link(maker->draft, LINK_CALL, draft_text(maker->draft, url, strlen(url)),
               maker->text == NULL || strcmp(maker->text, url + 4) == 0);
    if (maker->text == NULL)
        inlines_literal(maker->inlines, url + 4, strlen(url + 4));
}

static void refuse(struct link_maker *maker, const char *url)
{
    diagnostics_add(
        maker->draft->diagnostics, maker->place,
        "no link can lead to '%s'; write other.md or other.md#place for a section, "
        "source:id for a source, man:less.1 for a man page, info:sed#Overview for an "
        "Info node, tel:+1-555-0100 or sms: for a number, or an address that begins with "
        "https://, http:// or mailto:",
        url);
    draft_link(maker->draft, LINK_URL, 0, true);
}

void links_begin(struct places *places, struct inlines *inlines, const char *url, const char *text,
                 struct place place)
{
    struct draft *draft = places->draft;
    struct link_maker maker = {draft, places, inlines, text, place};
    const char *mark = strchr(url, '#');
    char *id = section_of(url);

    inlines_mark(inlines, MARK_LINK);
    if (mark != NULL && (id != NULL || mark == url))
        make_place_link(&maker, id, mark + 1);
    else if (id != NULL)
        make_reference(&maker, LINK_SECTION, &draft->section_names, id, put_section_title);
    else if (strncmp(url, "source:", 7) == 0)
        make_reference(&maker, LINK_SOURCE, &draft->source_names, url + 7, put_citation);
    else if (strncmp(url, "man:", 4) == 0)
        make_man_link(&maker, url + 4);
    else if (strncmp(url, "info:", 5) == 0)
        make_info_link(&maker, url + 5);
    else if (valid_is_call(url))
        make_call(&maker, url);
    else if (valid_is_address(url))
        make_address(&maker, url);
    else
        refuse(&maker, url);
    free(id);
}

static bool is_letter_or_digit(char byte)
{
    return ascii_kinds[(unsigned char)byte] == ASCII_ORDINARY;
}

/* Goes to the next character that is no sign of ASCII, or to the end. */
static const char *skip_signs(const char *text)
{
    while (*text != '\0' && (*text & 0x80) == 0 && !is_letter_or_digit(*text))
        text++;
    return text;
}

static bool is_same(char a, char b)
{
    return a == b || ((a ^ b) == ('a' ^ 'A') && is_letter_or_digit(a) && is_letter_or_digit(b));
}

/* Whether inline text says a title, but for marks, signs, and the case of ASCII's letters. */
static bool says_title(const char *text, const char *title)
{
    for (;;) {
        text = skip_signs(text);
        title = skip_signs(title);
        if (!is_same(*text, *title))
            return false;
        if (*text == '\0')
            return true;
        text++;
        title++;
    }
}

void links_end(struct draft *draft, struct inlines *inlines)
{
    struct guide_link *link = &draft->links[draft->guide.link_count - 1];
    const char *text;

    if (link->kind == LINK_SECTION) {
        memory_end_text(&inlines->out);
        inlines->out.length--;
        text = inlines->out.data + inlines->out.length;
        while (*text != MARK_LINK)
            text--;
        link->bare =
            says_title(text, guide_text(draft_guide(draft), draft->sections[link->target].title));
    }
    inlines_mark(inlines, MARK_LINK_END);
}
