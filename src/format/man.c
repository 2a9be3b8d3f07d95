/* SPDX-License-Identifier: MIT */
/* man.c: the man format, in the man(7) macros that groff and mandoc both take without complaint. */
#include "base/bits.h"
#include "base/small.h"
#include "format/macros.h"

#include <stdlib.h>
#include <string.h>

/* What fits into the header of a page between the name of the page on both sides. */
enum { HEADER_COLUMNS = 78 };

/* The name of the page and its section fit twice into a terminal of 40 columns, of which man takes
 * two. */
enum { SHORT_CORNER = 18 };

struct man {
    struct macros macros; /* first, since it is given as one */
    bool described;       /* DESCRIPTION, or another heading, was put */
    const struct guide_section *section;
    unsigned char *pages; /* bit N: page N is referred to */
};

static void put_page(struct man *man, const struct guide_page *page)
{
    const struct guide *guide = man->macros.render->guide;
    const unsigned font = man->macros.roff.font;

    roff_font(&man->macros.roff, 1);
    macros_put_string(&man->macros, guide_text(guide, page->name), ROFF_LITERAL);
    roff_font(&man->macros.roff, 0);
    macros_put_string(&man->macros, "(", ROFF_LITERAL);
    macros_put_string(&man->macros, guide_text(guide, page->manual_section), ROFF_LITERAL);
    macros_put_string(&man->macros, ")", ROFF_LITERAL);
    roff_font(&man->macros.roff, font);
}

/* Names the page of a section, and notes that it was named. */
static void refer_to_page(struct man *man, uint32_t section)
{
    const struct guide *guide = man->macros.render->guide;
    uint32_t page = guide->sections[section].page;

    put_page(man, &guide->pages[page]);
    bits_set(man->pages, page);
}

static void put_hint(void *self, const char *string)
{
    macros_put_string(self, string, ROFF_PROSE);
}

static void refer(struct macros *macros, enum hint hint, const struct guide_link *link)
{
    const struct hint_style here = {{[HINT_SECTION] = {" (", ")"}}, put_hint, put_hint};
    const struct guide *guide = macros->render->guide;
    struct man *man = (struct man *)macros;

    if (hint == HINT_HERE) {
        hints_put(macros->render, &macros->nesting, link, &here, man);
    } else if (link->kind == LINK_PLACE) {
        macros_put_string(&man->macros, " ", ROFF_PROSE);
        macros_put_string(&man->macros, guide_label(guide, LABEL_IN_PAGE), ROFF_PROSE);
        macros_put_string(&man->macros, " ", ROFF_PROSE);
        refer_to_page(man, guide->places[link->target].section);
    } else {
        macros_put_string(&man->macros, " (", ROFF_PROSE);
        refer_to_page(man, link->target);
        macros_put_string(&man->macros, ")", ROFF_PROSE);
    }
}

/* Puts DESCRIPTION, with the title that the page would not show else, before the first block of a
 * page of one section; BLOCK is NULL if it has none. */
static void describe(struct man *man, const struct guide_block *block)
{
    const struct guide *guide = man->macros.render->guide;
    const struct guide_page *page = man->macros.render->selection->page;
    const char *title = guide_text(guide, man->section->title);
    bool titled = page != NULL && strcmp(title, guide_text(guide, page->name)) == 0;

    man->described = true;
    if (titled && (block == NULL || (block->kind == BLOCK_HEADING && block->level == 2)))
        return;
    macros_put_heading(&man->macros, ".SH ", guide_label(guide, LABEL_MAN_DESCRIPTION), NULL);
    if (titled)
        return;
    macros_put_line(&man->macros, 1, title, NULL);
    man->macros.after_heading = false;
}

static void put_block(void *self, const struct guide_block *block)
{
    struct man *man = self;

    if (!man->described)
        describe(man, block);
    macros_put_block(&man->macros, block);
}

static void put_section(void *self, const struct guide_section *section)
{
    struct man *man = self;

    man->section = section;
    if (!man->macros.single)
        macros_put_heading(&man->macros, ".SH ",
                           guide_text(man->macros.render->guide, section->title), NULL);
}

/* Puts the name of a page, or LENGTH bytes of it, in upper case; a hyphen in it can be searched
 * for. */
static void put_upper(struct man *man, const char *string, size_t length)
{
    for (const char *end = string + length; string < end; string++) {
        char upper = *string >= 'a' && *string <= 'z' ? (char)(*string - 'a' + 'A') : *string;

        macros_put_string(&man->macros, (const char[]){upper, '\0'}, ROFF_LITERAL);
    }
}

/* Puts what stands in the foot of a page: "garden 1.2". */
static void put_name_and_version(struct man *man)
{
    const struct guide *guide = man->macros.render->guide;

    roff_unit(&man->macros.roff, " \"", 2);
    macros_put_string(&man->macros, guide_text(guide, guide->name), ROFF_LITERAL);
    if (guide->version != 0) {
        roff_unit(&man->macros.roff, " ", 1);
        macros_put_string(&man->macros, guide_text(guide, guide->version), ROFF_LITERAL);
    }
    roff_unit(&man->macros.roff, "\"", 1);
}

/* Puts the names of a page as NAME has them. */
static void put_names(struct man *man, const char *name)
{
    const struct guide *guide = man->macros.render->guide;
    const struct guide_page *page = man->macros.render->selection->page;

    macros_put_string(&man->macros, name, ROFF_LITERAL);
    for (uint32_t i = 0; page != NULL && i < page->also.count; i++) {
        macros_put_string(&man->macros, ", ", ROFF_LITERAL);
        macros_put_string(&man->macros, guide_text(guide, guide->numbers[page->also.first + i]),
                          ROFF_LITERAL);
    }
}

/* Begins the definition of a string, which roff_end_text ends. */
static void begin_definition(struct man *man, const char *macro)
{
    output_string(man->macros.render->out, macro);
    roff_set_line(&man->macros.roff, ROFF_VERBATIM);
}

/* Puts the condition of a request for lines in which COLUMNS do not fit. */
static void put_if_narrow(struct man *man, size_t columns)
{
    output_string(man->macros.render->out, ".if \\n(LL<");
    output_number(man->macros.render->out, (uint32_t)columns);
    output_string(man->macros.render->out, "n ");
}

/* What is left of the name in a corner of SHORT_CORNER columns. */
static void put_short_name(struct man *man, const char *name, size_t section_length)
{
    const size_t length = strlen(name), room = SHORT_CORNER - section_length - 2 - 3;

    put_upper(man, name, room / 2);
    macros_put_string(&man->macros, "...", ROFF_LITERAL);
    put_upper(man, name + length - (room - room / 2), room - room / 2);
}

/* Defines what stands in the head and the foot of the page: the TITLE and the date, which are in
 * the middle, and the name, which is in the corners. groff 1.22 prints one over the other where a
 * line is too short, and groff 1.23 shortens the name: there the middle is left empty, and only
 * where that is not enough, the name is shortened. The register LL has the length of a line, but
 * before .TH only if the command line gave it, and to look at its value would define it. mandoc,
 * which has none, joins the line behind "\{\" before it decides: a dot alone. */
static void define_head(struct man *man, const char *name, const char *section, const char *title,
                        enum roff_escaping escaping)
{
    const struct guide *guide = man->macros.render->guide;
    const char *edition = guide_text(guide, guide->edition);
    const size_t corner = strlen(name) + strlen(section) + 2;
    const size_t left = strlen(guide_text(guide, guide->name)) + 1 +
                        render_columns(guide_text(guide, guide->version));

    begin_definition(man, ".ds gN ");
    put_upper(man, name, strlen(name));
    roff_end_text(&man->macros.roff);
    begin_definition(man, ".ds gT ");
    macros_put_string(&man->macros, title, escaping);
    roff_end_text(&man->macros.roff);
    begin_definition(man, ".ds gD ");
    macros_put_string(&man->macros, edition, ROFF_PROSE);
    roff_end_text(&man->macros.roff);
    roff_macro(&man->macros.roff, ".if rLL \\{\\");
    roff_macro(&man->macros.roff, ".");
    if (corner > SHORT_CORNER && strlen(section) < SHORT_CORNER / 2) {
        put_if_narrow(man, 2 * corner + 1);
        begin_definition(man, ".ds gN ");
        put_short_name(man, name, strlen(section));
        roff_end_text(&man->macros.roff);
    }
    put_if_narrow(man, 2 * (corner + 1) + render_columns(title));
    roff_macro(&man->macros.roff, ".ds gT");
    put_if_narrow(man, 2 * ((left > corner ? left : corner) + 1) + strlen(edition));
    roff_macro(&man->macros.roff, ".ds gD");
    roff_macro(&man->macros.roff, ".\\}");
}

static void put_head(struct man *man, const char *name, const char *section, const char *summary)
{
    const struct guide *guide = man->macros.render->guide;
    const size_t corners = 2 * (strlen(name) + strlen(section) + 4);
    const bool is_page = man->macros.render->selection->page != NULL;
    const char *title =
        is_page ? guide_text(guide, guide->title) : render_called(man->macros.render);

    roff_macro(&man->macros.roff, ".\\\" -*- mode: nroff; coding: utf-8 -*-");
    if (corners + render_columns(title) <= HEADER_COLUMNS)
        define_head(man, name, section, title, ROFF_PROSE);
    else
        define_head(man, name, section, guide_text(guide, guide->name), ROFF_LITERAL);
    output_string(man->macros.render->out, ".TH ");
    roff_set_line(&man->macros.roff, ROFF_VERBATIM);
    roff_escape(&man->macros.roff, "\\*(gN ");
    macros_put_string(&man->macros, section, ROFF_PROSE);
    roff_escape(&man->macros.roff, " \"\\*(gD\"");
    put_name_and_version(man);
    roff_escape(&man->macros.roff, " \"\\*(gT\"");
    roff_end_text(&man->macros.roff);
    /* Behind each tag groff 1.23 adjusts lines as the string says. */
    roff_macro(&man->macros.roff, ".ds AD l");
    roff_macro(&man->macros.roff, ".ad l");
    roff_macro(&man->macros.roff, ".nh");
    macros_put_text(&man->macros, ".SH ", guide_label(guide, LABEL_MAN_NAME), NULL);
    roff_set_line(&man->macros.roff, ROFF_VERBATIM);
    put_names(man, name);
    roff_end_word(&man->macros.roff);
    roff_set_line(&man->macros.roff, ROFF_UNBROKEN);
    roff_escape(&man->macros.roff, "\\-");
    roff_end_word(&man->macros.roff);
    macros_put_running(&man->macros, summary, NULL);
}

static int compare_pages(const struct guide *guide, uint32_t a, uint32_t b)
{
    int order = strcmp(guide_text(guide, guide->pages[a].manual_section),
                       guide_text(guide, guide->pages[b].manual_section));

    if (order == 0)
        order = strcmp(guide_text(guide, guide->pages[a].name),
                       guide_text(guide, guide->pages[b].name));
    return order;
}

/* Sorts the pages that are referred to into LIST, which has room for all; returns how many there
 * are. */
static uint32_t sort_pages(const struct man *man, uint32_t *list)
{
    const struct guide *guide = man->macros.render->guide;
    uint32_t count = 0;

    for (uint32_t page = 0; page < guide->page_count; page++) {
        uint32_t place = count;

        if (!bits_has(man->pages, page))
            continue;
        for (; place > 0 && compare_pages(guide, page, list[place - 1]) < 0; place--)
            list[place] = list[place - 1];
        list[place] = page;
        count++;
    }
    return count;
}

static void put_see_also(struct man *man)
{
    const struct guide *guide = man->macros.render->guide;
    uint32_t *list = malloc((guide->page_count + (size_t)1) * sizeof *list), count;

    if (list == NULL) {
        output_fail(man->macros.render->out);
        return;
    }
    count = sort_pages(man, list);
    if (count > 0)
        macros_put_heading(&man->macros, ".SH ", guide_label(guide, LABEL_MAN_SEE_ALSO), NULL);
    for (uint32_t i = 0; i < count; i++) {
        output_string(man->macros.render->out, ".BR ");
        roff_set_line(&man->macros.roff, ROFF_VERBATIM);
        macros_put_string(&man->macros, guide_text(guide, guide->pages[list[i]].name),
                          ROFF_LITERAL);
        macros_put_string(&man->macros, " (", ROFF_LITERAL);
        macros_put_string(&man->macros, guide_text(guide, guide->pages[list[i]].manual_section),
                          ROFF_LITERAL);
        macros_put_string(&man->macros, i + 1 < count ? ")," : ")", ROFF_LITERAL);
        roff_end_text(&man->macros.roff);
    }
    free(list);
}

/* Says behind the text of the front page where a section is: on another page, or below, where its
 * TITLE stands unless the text is that. */
static void put_where(struct man *man, uint32_t section, const char *title)
{
    const struct guide *guide = man->macros.render->guide;

    macros_put_string(&man->macros, " (", ROFF_PROSE);
    if (!select_holds(man->macros.render->selection, section)) {
        put_page(man, &guide->pages[guide->sections[section].page]);
    } else {
        macros_put_string(&man->macros, guide_label(guide, LABEL_BELOW), ROFF_PROSE);
        macros_put_string(&man->macros, *title != '\0' ? ": " : "", ROFF_PROSE);
        macros_put_string(&man->macros, title, ROFF_PROSE);
    }
    macros_put_string(&man->macros, ")", ROFF_PROSE);
}

/* Puts the guide's notice and where it leads. */
static void put_notice(struct man *man)
{
    const struct guide *guide = man->macros.render->guide;
    const uint32_t safety = guide->notice_section - 1;

    if (*guide_text(guide, guide->notice) == '\0')
        return;
    if (!man->macros.after_heading)
        roff_macro(&man->macros.roff, ".PP");
    roff_font(&man->macros.roff, 1);
    macros_put_string(&man->macros, guide_text(guide, guide->notice), ROFF_PROSE);
    roff_font(&man->macros.roff, 0);
    if (guide->notice_section != 0)
        put_where(man, safety, guide_text(guide, guide->sections[safety].title));
    roff_end_text(&man->macros.roff);
}

/* Puts an item of the contents. */
static void put_entry(struct man *man, uint32_t section, bool first)
{
    const struct guide *guide = man->macros.render->guide;

    roff_macro_number(&man->macros.roff, first ? ".TP " : ".TQ ", MACROS_BULLET_INDENT);
    roff_macro(&man->macros.roff, "\\(bu");
    macros_put_string(&man->macros, guide_text(guide, guide->sections[section].title), ROFF_PROSE);
    put_where(man, section, "");
    roff_end_text(&man->macros.roff);
}

/* Puts the front page of a role on a page that holds some of its sections, with the notice, since
 * none of them may: in the contents stands, instead of summaries, which page has the others. */
static void put_front_of_some(struct man *man, const struct guide_role *role)
{
    const struct guide *guide = man->macros.render->guide;

    macros_put_heading(&man->macros, ".SH ", guide_text(guide, role->title), NULL);
    if (role->summary != 0) {
        macros_put_running(&man->macros, guide_text(guide, role->summary), NULL);
        man->macros.after_heading = false;
    }
    put_notice(man);
    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        macros_put_heading(&man->macros, ".SS ", guide_text(guide, group->title), NULL);
        for (uint32_t j = 0; j < group->sections.count; j++)
            put_entry(man, guide->numbers[group->sections.first + j], j == 0);
    }
}

/* Whether the page holds all sections of the role with whose front page it opens. */
static bool holds_contents(const struct render *render)
{
    const struct guide *guide = render->guide;
    const struct guide_range *groups = &render->selection->front->groups;

    for (uint32_t i = 0; i < groups->count; i++) {
        const struct guide_range *sections = &guide->groups[groups->first + i].sections;

        for (uint32_t j = 0; j < sections->count; j++)
            if (!select_holds(render->selection, guide->numbers[sections->first + j]))
                return false;
    }
    return true;
}

static void put_front(struct man *man, const struct render_blocks *calls)
{
    const struct render *render = man->macros.render;

    if (render->selection->front != NULL && !holds_contents(render))
        put_front_of_some(man, render->selection->front);
    else
        render_front(render, calls, man, &man->macros.nesting);
}

void render_man(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct guide *guide = render->guide;
    const struct guide_page *page = render->selection->page;
    const uint32_t title = render_own_title(render);
    struct man man = {.macros = {.render = render, .refer = refer}};

    roff_begin(&man.macros.roff, render->out);
    man.macros.single = render->selection->count == 1 && render->selection->front == NULL;
    man.described = !man.macros.single;
    man.pages = calloc(bits_size(guide->page_count), 1);
    if (man.pages == NULL) {
        output_fail(render->out);
    } else {
        put_head(&man, guide_text(guide, page != NULL ? page->name : guide->name),
                 page != NULL ? guide_text(guide, page->manual_section) : "7",
                 guide_text(guide, page != NULL ? page->summary
                                   : title != 0 ? title
                                                : guide->summary));
        put_front(&man, &calls);
        render_walk(render, &calls, &man, &man.macros.nesting);
        if (!man.described && man.section != NULL)
            describe(&man, NULL);
        put_see_also(&man);
        if (*guide_text(guide, guide->copyright) != '\0') {
            macros_put_heading(&man.macros, ".SH ", guide_label(guide, LABEL_MAN_COPYRIGHT), NULL);
            macros_put_running(&man.macros, guide_text(guide, guide->copyright), NULL);
        }
    }
    roff_end(&man.macros.roff);
    free(man.pages);
}
