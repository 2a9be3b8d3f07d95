/* SPDX-License-Identifier: MIT */
/* menu.c: the menu of trustman without arguments, a reader of its own: doors, lists and pages, how
 * one leads to another, and what is typed. */
#include "reader/menu.h"
#include "base/number.h"
#include "base/utf8.h"
#include "format/wrap.h"

#include <errno.h>
#include <unistd.h>

enum {
    NUMBER_COLUMN = 3, /* where most numbers end */
    TEXT_COLUMN = 5,
    GAP = 3,       /* before a summary */
    LOW_ROWS = 18, /* of a terminal with no room for blank lines around a page */
};

/* A page that was opened: which, and what of it is at the top of the screen. */
struct place {
    enum { AT_HOME, AT_GIVEN, AT_ROLE, AT_PART, AT_WORDS, AT_HELP, AT_SECTION } kind;
    uint32_t index;  /* of the role, part or section; of words, where they are in menu.words */
    uint32_t roles;  /* as whom it is read: mask */
    uint32_t mark;   /* the paragraph or item, */
    uint32_t line;   /* and so many lines below its first */
    uint32_t sought; /* where in menu.words stands what was found in it; 0: nothing */
};

struct menu {
    const struct guide *guide;
    struct terminal *terminal;
    const struct selection *given; /* the list with which it opens, or NULL; */
    const struct request *asked;   /* the words that it answers */
    struct output places;     /* struct place each: the way to the page that is open, the last */
    struct output words;      /* all that was looked up, strings */
    unsigned char *read;      /* bit N: section N was opened */
    struct page page;         /* of the last place */
    struct output heading;    /* its heading, a string with marks */
    uint32_t top, end;        /* lines of it on the screen */
    struct output row;        /* a row of it, while that is put together */
    size_t sought;            /* in menu.words: what was searched for last; SIZE_MAX: nothing */
    struct output message;    /* what is to be said below */
    struct output head, foot; /* lines around the page */
    struct keys keys;
    enum { TELL_FOOT, TELL_HEADING, TELL_PAGE } tell; /* by lines: what is to be shown next */
    uint32_t before, after; /* sections around that of the page, or GUIDE_NO_SECTION */
    bool is_told;           /* by lines: the lines from top on were shown already */
    bool is_old;            /* the page is of another place or width */
    bool failed;            /* memory ran out */
};

static struct place *place_of(struct menu *menu)
{
    struct place *places = (struct place *)(void *)menu->places.data;

    return &places[menu->places.length / sizeof *places - 1];
}

static bool by_lines(const struct menu *menu)
{
    return menu->terminal->render.plain;
}

static bool is_low(const struct menu *menu)
{
    return menu->terminal->rows < LOW_ROWS && !by_lines(menu);
}

/* --- What is on a page --- */

static void put_label(struct menu *menu, enum guide_label label)
{
    page_mark(&menu->page, LIST_TEXT);
    row_put(&menu->page.text, 0, "", guide_label(menu->guide, label), 0, &menu->terminal->render);
}

/* Puts a heading over items, after a blank line. */
static void put_heading(struct menu *menu, const char *text)
{
    output_string(&menu->page.text, menu->page.text.length > 0 ? "\n" : "");
    page_mark(&menu->page, LIST_HEADING);
    if (by_lines(menu))
        row_put(&menu->page.text, 0, guide_label(menu->guide, LABEL_HEADING), text, 0,
                &menu->terminal->render);
    else
        row_put(&menu->page.text, 0, text, "", 0, &menu->terminal->render);
}

/* Begins a row, which is put together in menu.row, and ends it as a string. */
static struct output *begin_row(struct menu *menu)
{
    menu->row.length = 0;
    return &menu->row;
}

static const char *end_row(struct menu *menu)
{
    output_char(&menu->row, '\0');
    menu->failed |= menu->row.error != 0;
    return menu->failed ? "" : menu->row.data;
}

/* Puts the row, after what is to be typed for it. */
static void put_row(struct menu *menu, const char *key)
{
    const size_t length = strlen(key);

    row_put(&menu->page.text, length < NUMBER_COLUMN ? NUMBER_COLUMN - (unsigned)length : 0, key,
            end_row(menu), TEXT_COLUMN, &menu->terminal->render);
}

/* Notes where the next number of the page leads, and makes it a string. */
static void take_number(struct menu *menu, uint32_t kind, uint32_t target, char digits[16])
{
    const struct guide_link link = {.kind = kind, .target = target};
    struct output number;

    output_put(&menu->page.marks.references, (const char *)&link, sizeof link);
    output_to_buffer(&number, digits, 16);
    output_number(&number, page_reference_count(&menu->page));
    output_char(&number, '\0');
}

/* Puts an item of a list: title, whether it was read, and the summary where the line has room. */
static void put_item(struct menu *menu, uint32_t kind, uint32_t target, uint32_t title,
                     uint32_t summary)
{
    const struct guide *guide = menu->guide;
    const char *text = guide_text(guide, summary), *read = guide_label(guide, LABEL_READ);
    struct output *row = begin_row(menu);
    size_t columns;
    char digits[16];

    take_number(menu, kind, target, digits);
    page_mark(&menu->page, LIST_ITEM);
    output_string(row, guide_text(guide, title));
    if (kind == LINK_SECTION && bits_has(menu->read, target)) {
        output_char(row, ' ');
        output_string(row, read);
    }
    columns = TEXT_COLUMN + render_columns(end_row(menu)) + GAP + render_columns(text);
    row->length -= row->length > 0;
    if (!menu->failed && *text != '\0' && columns <= wrap_width(&menu->terminal->render)) {
        output_string(row, !by_lines(menu)                     ? " \u2013 "
                           : row->data[row->length - 1] == '?' ? " "
                                                               : ": ");
        output_string(row, text);
    }
    put_row(menu, digits);
}

static void put_section_item(struct menu *menu, uint32_t section)
{
    const struct guide_section *row = &menu->guide->sections[section];

    put_item(menu, LINK_SECTION, section, row->title, row->summary);
}

/* Puts the notice, with the number of where it leads. */
static void put_notice(struct menu *menu)
{
    const struct guide *guide = menu->guide;
    struct output *row = begin_row(menu);
    char digits[16];

    output_string(row, guide_text(guide, guide->notice));
    if (guide->notice_section != 0) {
        take_number(menu, LINK_SECTION, guide->notice_section - 1, digits);
        output_string(row, " [");
        output_string(row, digits);
        output_char(row, ']');
    }
    page_mark(&menu->page, LIST_TEXT);
    row_put(&menu->page.text, 0, "", end_row(menu), 0, &menu->terminal->render);
}

static void put_door(struct menu *menu, const struct guide_door *door)
{
    const struct guide *guide = menu->guide;
    uint32_t kind = door->kind == NAME_ROLE ? (uint32_t)TO_ROLE : LINK_SECTION;
    uint32_t target = door->index;

    if (kind == LINK_SECTION && door->place != 0) {
        const uint32_t place = guide_find_place(guide, target, guide_text(guide, door->place));

        kind = place != GUIDE_NO_PLACE ? LINK_PLACE : LINK_SECTION;
        target = place != GUIDE_NO_PLACE ? place : target;
    }
    put_item(menu, kind, target, door->title, 0);
}

/* Makes the first page: the notice, the doors or, without any, the roles; and the parts. */
static void make_home(struct menu *menu)
{
    const struct guide *guide = menu->guide;

    if (guide->notice != 0) {
        put_notice(menu);
        output_string(&menu->page.text, is_low(menu) ? "" : "\n");
    }
    for (uint32_t i = 0; i < guide->door_count; i++)
        put_door(menu, &guide->doors[i]);
    for (uint32_t i = 0; guide->door_count == 0 && i < guide->role_count; i++)
        put_item(menu, TO_ROLE, i, guide->roles[i].title, guide->roles[i].summary);
    put_heading(menu, guide_label(guide, LABEL_CHAPTERS));
    for (uint32_t i = 0; i < guide->part_count; i++)
        put_item(menu, TO_PART, i, guide->parts[i].title, 0);
}

/* Makes a list of sections, in the groups of the path where they begin with it. */
static void make_list(struct menu *menu, const struct selection *list,
                      const struct guide_role *role)
{
    const struct guide *guide = menu->guide;
    const struct guide_group *group = role != NULL ? guide->groups + role->groups.first : NULL;
    const uint32_t groups = role != NULL ? role->groups.count : 0;
    uint32_t next = 0; /* section of the list that begins a group */

    for (uint32_t i = 0, g = 0; i < list->count; i++) {
        if (i == next && g < groups) {
            put_heading(menu, guide_text(guide, group[g].title));
            next += group[g++].sections.count;
        } else if (i == next && groups > 0) {
            put_heading(menu, guide_label(guide, LABEL_CHAPTERS));
        }
        put_section_item(menu, list->sections[i]);
    }
}

/* Looks up what was typed. */
static enum status look_up(const struct menu *menu, const char *typed, struct selection *selection,
                           struct search *found)
{
    struct guide_word words = {typed, NAME_ANY};
    const bool is_search = *typed == '/';
    const struct request request = {
        .words = &words, .word_count = !is_search, .search = is_search ? typed + 1 : NULL};

    return choose(menu->guide, &request, selection, found);
}

/* Makes a list of the sections of facets. */
static void make_chosen(struct menu *menu, const struct facets *facets,
                        const struct guide_role *role)
{
    struct selection list = {0};

    if (select_sections(menu->guide, facets, &list))
        make_list(menu, &list, role);
    else
        menu->failed = true;
    select_free(&list);
}

static void make_words(struct menu *menu, const char *typed)
{
    struct selection list = {0};
    struct search found = {0};

    if (look_up(menu, typed, &list, &found) == STATUS_FOUND)
        make_list(menu, &list, NULL);
    select_free(&list);
    search_free(&found);
}

static void make_help(struct menu *menu)
{
    static const struct {
        char keys[8];
        uint8_t label;
    } rows[] = {{"Enter", LABEL_HELP_ON}, {"1", LABEL_HELP_NUMBER}, {"n, p", LABEL_HELP_NEXT},
                {"b", LABEL_HELP_BACK},   {"/", LABEL_HELP_SEARCH}, {"q, Esc", LABEL_HELP_LEAVE}};
    const struct guide *guide = menu->guide;

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        page_mark(&menu->page, LIST_TEXT);
        row_put(&menu->page.text, 0, rows[i].keys,
                guide_label(guide, (enum guide_label)rows[i].label), 8, &menu->terminal->render);
    }
    output_char(&menu->page.text, '\n');
    put_label(menu, LABEL_HELP_WORDS);
    for (uint32_t i = 0; i < guide->example_count; i++) {
        page_mark(&menu->page, LIST_TEXT);
        row_put(&menu->page.text, 2, guide_text(guide, guide->examples[i].words),
                guide_text(guide, guide->examples[i].summary), 8, &menu->terminal->render);
    }
}

/* Finds the sections around that of a place, in the order in which its reader reads. */
static void find_neighbours(struct menu *menu, const struct place *place)
{
    const struct facets facets = {.roles = place->roles != GUIDE_ALL_ROLES ? place->roles : 0};
    struct selection order = {0};

    menu->failed |= !select_sections(menu->guide, &facets, &order);
    for (uint32_t i = 0; i < order.count; i++)
        if (order.sections[i] == place->index) {
            menu->before = i > 0 ? order.sections[i - 1] : GUIDE_NO_SECTION;
            menu->after = i + 1 < order.count ? order.sections[i + 1] : GUIDE_NO_SECTION;
        }
    select_free(&order);
}

/* Puts what a page is called: plain text or, of words, what was typed. */
static void put_name(const struct menu *menu, const struct place *place, struct output *out)
{
    const struct guide *guide = menu->guide;
    const char *gap = "";

    switch (place->kind) {
    case AT_HOME:
        output_string(out, guide_text(guide, guide->title));
        break;
    case AT_GIVEN:
        for (uint32_t i = 0; i < menu->asked->word_count; i++)
            if (menu->asked->words[i].kind == NAME_ANY) {
                output_string(out, gap);
                typed_put(out, menu->asked->words[i].text);
                gap = " ";
            }
        break;
    case AT_ROLE:
        output_string(out, guide_text(guide, guide->roles[place->index].title));
        break;
    case AT_PART:
        output_string(out, guide_text(guide, guide->parts[place->index].title));
        break;
    case AT_WORDS:
        typed_put(out, menu->words.data + place->index);
        break;
    case AT_HELP:
        output_string(out, guide_label(guide, LABEL_HELP_HEADING));
        break;
    case AT_SECTION:
        output_string(out, guide_text(guide, guide->sections[place->index].title));
        break;
    }
}

static void make_section(struct menu *menu, const struct place *place)
{
    const struct guide *guide = menu->guide;
    struct output *row;

    page_put_section(&menu->page, guide, place->index, place->roles, &menu->terminal->render,
                     place->sought != 0 ? menu->words.data + place->sought : NULL);
    bits_set(menu->read, place->index);
    find_neighbours(menu, place);
    output_char(&menu->page.text, '\n');
    page_mark(&menu->page, NO_BLOCK);
    if (menu->after != GUIDE_NO_SECTION) {
        row = begin_row(menu);
        output_string(row, guide_label(guide, LABEL_NEXT));
        output_char(row, ' ');
        output_string(row, guide_text(guide, guide->sections[menu->after].title));
        put_row(menu, "n");
    }
    row = begin_row(menu);
    output_string(row, guide_label(guide, LABEL_BACK));
    output_char(row, ' ');
    put_name(menu, place - 1, row);
    put_row(menu, "b");
}

/* Makes the page of the last place. */
static void make_page(struct menu *menu)
{
    const struct guide *guide = menu->guide;
    const struct place *place = place_of(menu);
    const struct facets facets = {.roles = place->roles};

    page_clear(&menu->page, place->kind != AT_SECTION);
    menu->before = menu->after = GUIDE_NO_SECTION;
    switch (place->kind) {
    case AT_HOME:
        make_home(menu);
        break;
    case AT_GIVEN:
        make_list(menu, menu->given, NULL);
        break;
    case AT_ROLE:
        make_chosen(menu, &facets, &guide->roles[place->index]);
        break;
    case AT_PART:
        for (uint32_t i = 0; i < guide->parts[place->index].sections.count; i++)
            put_section_item(menu, guide->parts[place->index].sections.first + i);
        break;
    case AT_WORDS:
        make_words(menu, menu->words.data + place->index);
        break;
    case AT_HELP:
        make_help(menu);
        break;
    case AT_SECTION:
        make_section(menu, place);
        break;
    }
    menu->heading.length = 0;
    put_name(menu, place, &menu->heading);
    output_char(&menu->heading, '\0');
    menu->failed |= !page_close(&menu->page) || menu->heading.error != 0;
    menu->is_old = false;
    if (menu->failed)
        return;
    menu->top = page_line_of(&menu->page, place->mark) + place->line;
    if (menu->top >= menu->page.line_count)
        menu->top = 0;
}

/* --- What is on the screen --- */

/* Rows that are left for the page. */
static unsigned body_rows(const struct menu *menu)
{
    unsigned used = 1; /* where one types */

    for (size_t i = 0; i < menu->head.length; i++)
        used += menu->head.data[i] == '\n';
    for (size_t i = 0; i < menu->foot.length; i++)
        used += menu->foot.data[i] == '\n';
    return menu->terminal->rows > used ? menu->terminal->rows - used : 1;
}

static uint32_t screen_end_of(const struct menu *menu, uint32_t top)
{
    return page_screen_end(&menu->page, top, body_rows(menu), menu->terminal->columns);
}

/* Where the last screen before line TOP begins; stores how many there are before it. */
static uint32_t screen_before(const struct menu *menu, uint32_t top, uint32_t *count)
{
    uint32_t line = 0, before = 0;

    for (*count = 0; line < top && line < menu->page.line_count; ++*count) {
        before = line;
        line = page_skip_blank(&menu->page, screen_end_of(menu, line));
    }
    return before;
}

/* Puts what keys do here, in lines that end between them. */
static void put_keys(struct menu *menu, struct output *out, bool more)
{
    const struct render_options *options = &menu->terminal->render;
    const bool is_list = menu->page.is_list, numbers = page_reference_count(&menu->page) > 0;
    const bool is_home = place_of(menu)->kind == AT_HOME;
    const struct {
        enum guide_label label;
        bool is_there;
    } keys[] = {
        {LABEL_KEY_WORDS, is_list && (is_home || !is_low(menu))},
        {LABEL_KEY_MORE, more},
        {LABEL_KEY_NUMBER, !is_list && numbers},
        {LABEL_KEY_NEXT, !more && menu->after != GUIDE_NO_SECTION},
        {LABEL_KEY_BACK, !is_home},
        {LABEL_KEY_HELP, true},
        {LABEL_KEY_LEAVE, true},
    };
    const char *between = "";
    struct output *row = begin_row(menu);
    size_t columns = 0;

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *text = guide_label(menu->guide, keys[i].label);

        if (!keys[i].is_there)
            continue;
        if (columns > 0 && columns + 2 + render_columns(text) > options->width) {
            row_put(out, 0, "", end_row(menu), 0, options);
            row->length = columns = 0;
        }
        output_string(row, columns > 0 ? between : "");
        output_string(row, text);
        between = !by_lines(menu) ? "  " : keys[i].label == LABEL_KEY_WORDS ? " " : ", ";
        columns += (columns > 0 ? 2 : 0) + render_columns(text);
    }
    row_put(out, 0, "", end_row(menu), 0, options);
}

/* Puts the lines around the page: its heading; what is to be said, and what keys do. On a low
 * terminal the first page, which is to be seen at once, has no heading. */
static void put_frame(struct menu *menu)
{
    const struct render_options *options = &menu->terminal->render;
    const bool low = is_low(menu);
    size_t end;

    menu->head.length = menu->foot.length = 0;
    if (!low || place_of(menu)->kind != AT_HOME)
        row_put(&menu->head, 0,
                by_lines(menu) ? guide_label(menu->guide, LABEL_SECTION_TITLE) : menu->heading.data,
                by_lines(menu) ? menu->heading.data : "", 0, options);
    output_string(&menu->head, low ? "" : "\n");
    if (!low && (!by_lines(menu) || menu->tell == TELL_PAGE))
        output_char(&menu->foot, '\n');
    output_char(&menu->message, '\0');
    if (menu->message.error == 0)
        menu->message.data[strcspn(menu->message.data, "\n")] = '\0'; /* one line is read */
    row_put(&menu->foot, 0, "", menu->message.error == 0 ? menu->message.data : "", 0, options);
    end = menu->foot.length;
    put_keys(menu, &menu->foot, true);
    menu->end = screen_end_of(menu, menu->top);
    if (page_skip_blank(&menu->page, menu->end) == menu->page.line_count) {
        menu->foot.length = end;
        put_keys(menu, &menu->foot, false);
    }
}

/* Puts how far the reader is, and what is typed so far. */
static void put_prompt(struct menu *menu, struct output *out)
{
    const unsigned columns = menu->terminal->columns;
    const struct keys *keys = &menu->keys;
    uint32_t now, all;
    size_t from = 0;
    char typed[sizeof keys->line];

    screen_before(menu, menu->top + 1, &now);
    screen_before(menu, menu->page.line_count, &all);
    if (all > 1) {
        output_number(out, now);
        output_char(out, '/');
        output_number(out, all);
    }
    output_string(out, "> ");
    while (from < keys->length &&
           (keys->length - from > columns / 2 || utf8_is_continuation(keys->line[from])))
        from++;
    memcpy(typed, keys->line + from, keys->length - from);
    typed[keys->length - from] = '\0';
    typed_put(out, typed);
}

static void put_lines(struct output *out, const struct output *lines)
{
    for (size_t at = 0; at < lines->length;) {
        const char *line = lines->data + at;
        const char *end = memchr(line, '\n', lines->length - at);

        output_put(out, line, (size_t)(end - line));
        screen_end_line(out);
        at += (size_t)(end - line) + 1;
    }
}

/* Keeps in mind which paragraph is at the top. */
static void note_place(struct menu *menu)
{
    struct place *place = place_of(menu);

    place->mark = page_mark_at(&menu->page, menu->top);
    place->line = menu->top - page_line_of(&menu->page, place->mark);
    if (place->line > menu->top) /* above the first mark */
        place->line = 0;
}

static int show(struct menu *menu)
{
    const unsigned width = menu->terminal->render.width;
    const bool low = is_low(menu);
    struct output screen;
    char buffer[4096];

    terminal_measure(menu->terminal);
    if (width != menu->terminal->render.width || low != is_low(menu)) {
        place_of(menu)->line = 0;
        menu->is_old = true;
    }
    if (menu->is_old)
        make_page(menu);
    if (!menu->failed)
        put_frame(menu);
    if (menu->failed || menu->head.error != 0 || menu->foot.error != 0)
        return ENOMEM;
    note_place(menu);
    output_to_descriptor(&screen, STDOUT_FILENO, buffer, sizeof buffer);
    screen_top(&screen);
    if (!by_lines(menu) || menu->tell == TELL_HEADING ||
        (menu->tell == TELL_PAGE && menu->top == 0))
        put_lines(&screen, &menu->head);
    for (uint32_t line = menu->top;
         line < menu->end && (!by_lines(menu) || menu->tell == TELL_PAGE); line++) {
        page_put_line(&menu->page, line, &screen);
        screen_end_line(&screen);
    }
    put_lines(&screen, &menu->foot);
    put_prompt(menu, &screen);
    screen_bottom(&screen);
    output_flush(&screen);
    menu->message.length = 0;
    menu->is_told |= menu->tell == TELL_PAGE;
    menu->tell = TELL_FOOT;
    return screen.error;
}

/* --- What keys do --- */

static void move_to(struct menu *menu, uint32_t line)
{
    menu->top = page_skip_blank(&menu->page, line);
    menu->tell = TELL_PAGE;
    note_place(menu);
}

/* Opens a page. */
static void go(struct menu *menu, const struct place *place)
{
    output_put(&menu->places, (const char *)place, sizeof *place);
    menu->failed |= menu->places.error != 0;
    menu->is_old = true;
    menu->tell = TELL_PAGE;
}

static void go_back(struct menu *menu)
{
    if (menu->places.length == sizeof(struct place)) {
        message(STATUS_NOTHING, LABEL_FIRST, "");
        return;
    }
    menu->places.length -= sizeof(struct place);
    menu->is_old = true;
    menu->tell = TELL_HEADING;
    menu->is_told = false;
}

/* Opens a section as these roles see it or, if it is not for them, as anybody does. */
static void go_section(struct menu *menu, uint32_t section, uint32_t roles)
{
    if ((menu->guide->sections[section].roles & roles) == 0)
        roles = GUIDE_ALL_ROLES;
    go(menu, &(struct place){.kind = AT_SECTION, .index = section, .roles = roles});
}

/* Puts the block at the top that the mark N begins. */
static void go_to_mark(struct menu *menu, uint32_t n)
{
    place_of(menu)->mark = n;
    place_of(menu)->line = 0;
    menu->is_old = true;
}

/* Opens a section at a place. */
static void go_place(struct menu *menu, uint32_t place, uint32_t roles)
{
    const struct guide *guide = menu->guide;
    const struct guide_block *block = &guide->blocks[guide->places[place].blocks.first];

    go_section(menu, guide->places[place].section,
               (block->roles & roles) != 0 ? roles : GUIDE_ALL_ROLES);
    if (!menu->failed)
        make_page(menu);
    for (uint32_t i = 0; !menu->failed && i < page_mark_count(&menu->page); i++)
        if (page_marks(&menu->page)[i].block == guide->places[place].blocks.first) {
            go_to_mark(menu, i);
            break;
        }
}

/* Puts the first paragraph of the section's page at the top, from a mark on, that holds what stands
 * in menu.words at SOUGHT. Returns false if there is none. */
static bool find_in_page(struct menu *menu, size_t sought, uint32_t from)
{
    struct place *place = place_of(menu);
    const uint32_t before = place->sought;
    uint32_t mark;

    place->sought = (uint32_t)sought;
    if (!menu->failed)
        make_page(menu);
    mark = menu->failed ? 0 : page_find(&menu->page, from);
    if (menu->failed || mark == page_mark_count(&menu->page)) {
        place->sought = before;
        menu->is_old = true;
        return false;
    }
    go_to_mark(menu, mark);
    menu->tell = TELL_PAGE;
    return true;
}

static void go_role(struct menu *menu, uint32_t role)
{
    go(menu, &(struct place){.kind = AT_ROLE, .index = role, .roles = UINT32_C(1) << role});
}

/* Opens what was typed: a section, if that is all that is found, or a list. */
static void go_words(struct menu *menu, const char *typed)
{
    const uint32_t kept = (uint32_t)menu->words.length;
    struct selection list = {0};
    struct search found = {0};

    output_put(&menu->words, typed, strlen(typed) + 1);
    menu->failed |= menu->words.error != 0;
    if (menu->failed || look_up(menu, typed, &list, &found) != STATUS_FOUND)
        return;
    if (list.count == 1 && list.place != 0)
        go_place(menu, list.place - 1, list.roles);
    else if (list.count == 1)
        go_section(menu, list.sections[0], list.roles);
    else if (list.front != NULL)
        go_role(menu, (uint32_t)(list.front - menu->guide->roles));
    else
        go(menu, &(struct place){.kind = AT_WORDS, .index = kept, .roles = list.roles});
    if (list.count == 1 && *typed == '/')
        find_in_page(menu, kept + 1, 0);
    select_free(&list);
    search_free(&found);
}

/* Searches in the page and then in the guide; without a text, on from where the last was found. */
static void search(struct menu *menu, const char *typed)
{
    const bool again = typed[1] == '\0';
    const bool in_section = place_of(menu)->kind == AT_SECTION;
    char text[sizeof menu->keys.line];

    if (again && menu->sought == SIZE_MAX)
        return;
    strcpy(text, again ? menu->words.data + menu->sought : typed);
    if (!again) {
        menu->sought = menu->words.length;
        output_put(&menu->words, text, strlen(text) + 1);
    }
    menu->failed |= menu->words.error != 0;
    if (menu->failed)
        return;
    if (in_section && find_in_page(menu, menu->sought + 1, again ? place_of(menu)->mark + 1 : 0))
        message(STATUS_FOUND, LABEL_FOUND_HERE, "");
    else
        go_words(menu, text);
}

static void go_number(struct menu *menu, uint32_t number)
{
    const struct place from = *place_of(menu);
    const struct guide_link *link = page_reference(&menu->page, number);
    const struct guide_range *part;

    if (link == NULL) {
        message(STATUS_NOTHING, LABEL_NO_NUMBER, "");
        return;
    }
    switch (link->kind) {
    case LINK_SECTION:
        go_section(menu, link->target, from.roles);
        if (from.kind == AT_WORDS && menu->words.data[from.index] == '/')
            find_in_page(menu, from.index + 1, 0);
        break;
    case LINK_PLACE:
        go_place(menu, link->target, from.roles);
        break;
    case TO_ROLE:
        go_role(menu, link->target);
        break;
    case TO_PART:
        part = &menu->guide->parts[link->target].sections;
        if (part->count == 1)
            go_section(menu, part->first, GUIDE_ALL_ROLES);
        else
            go(menu,
               &(struct place){.kind = AT_PART, .index = link->target, .roles = GUIDE_ALL_ROLES});
        break;
    }
}

/* Opens the section after this one or before; from a list, the first that was not read. */
static void step(struct menu *menu, bool on)
{
    const struct place *place = place_of(menu);
    uint32_t to = on ? menu->after : menu->before;

    for (uint32_t i = page_reference_count(&menu->page); i > 0 && on && menu->page.is_list; i--) {
        const struct guide_link *link = page_reference(&menu->page, i);

        if (link->kind == LINK_SECTION && !bits_has(menu->read, link->target))
            to = link->target;
    }
    if (to == GUIDE_NO_SECTION)
        message(STATUS_NOTHING, on ? LABEL_LAST : LABEL_FIRST, "");
    else
        go_section(menu, to, place->roles);
}

/* What follows a first word and blanks, or NULL. */
static char *after_word(char *line, const char *word)
{
    const size_t length = strlen(word);

    if (strncmp(line, word, length) != 0 || line[length] != ' ')
        return NULL;
    return line + length + strspn(line + length, " ");
}

/* Takes off what people type who take the menu for a shell: a program's name, and what the name of
 * a section's own man page has before the section's. */
static const char *without_command(const struct guide *guide, char *line)
{
    const char *programs[] = {guide_text(guide, guide->reader), "man", "info",
                              guide_text(guide, guide->name)};

    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        char *rest = after_word(line, programs[i]);

        line = rest != NULL ? rest : line;
    }
    for (uint32_t i = 0; i < guide->section_count; i++) {
        const char *id = guide_text(guide, guide->sections[i].id);
        const char *page = guide_text(guide, guide->pages[guide->sections[i].page].name);
        const size_t length = strlen(id), prefix = strlen(page) - length;

        if (strlen(page) > length && strcmp(page + prefix, id) == 0 &&
            strncmp(line, page, prefix - 1) == 0 &&
            (line[prefix - 1] == '-' || line[prefix - 1] == ' ') && strcmp(line + prefix, id) == 0)
            return line + prefix;
    }
    return line;
}

static void obey(struct menu *menu, char *line)
{
    const char command = line[1] == '\0' ? (char)(line[0] | ' ') : '\0';
    uint32_t number;

    if (number_parse(line, &number))
        go_number(menu, number);
    else if (command == 'b')
        go_back(menu);
    else if (command == 'n' || command == 'p')
        step(menu, command == 'n');
    else if (command == '?')
        go(menu, &(struct place){.kind = AT_HELP, .roles = GUIDE_ALL_ROLES});
    else if (*line == '/')
        search(menu, line);
    else
        go_words(menu, without_command(menu->guide, line));
}

/* Shows the screen that follows; after the last one of a list, the first. */
static void go_on(struct menu *menu)
{
    const uint32_t next = page_skip_blank(&menu->page, menu->end);

    if (!menu->is_told)
        menu->tell = TELL_PAGE;
    else if (next < menu->page.line_count)
        move_to(menu, next);
    else if (menu->page.is_list || by_lines(menu))
        move_to(menu, 0);
}

static void act(struct menu *menu, enum key key)
{
    const uint32_t count = menu->page.line_count, top = menu->top;
    uint32_t screens;

    switch (key) {
    case KEY_ON:
        go_on(menu);
        break;
    case KEY_BEFORE:
        move_to(menu, screen_before(menu, top, &screens));
        break;
    case KEY_DOWN:
        move_to(menu, menu->end < count ? top + 1 : top);
        break;
    case KEY_UP:
        move_to(menu, page_line_above(&menu->page, top));
        break;
    case KEY_TOP:
        move_to(menu, 0);
        break;
    case KEY_END:
        move_to(menu, screen_before(menu, count, &screens));
        break;
    case KEY_BACK:
        go_back(menu);
        break;
    case KEY_LINE:
        obey(menu, menu->keys.line);
        break;
    case KEY_NONE:
    case KEY_EDIT:
    case KEY_ANEW:
    case KEY_LEAVE:
        break;
    }
}

enum status menu_run(const struct guide *guide, struct terminal *terminal,
                     const struct selection *list, const struct request *asked)
{
    struct menu menu = {
        .guide = guide, .terminal = terminal, .given = list, .asked = asked, .sought = SIZE_MAX};
    enum key key = KEY_ANEW;
    int error = 0;

    struct output *const outputs[] = {&menu.places,  &menu.words, &menu.row, &menu.heading,
                                      &menu.message, &menu.head,  &menu.foot};

    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        output_to_memory(outputs[i]);
    page_begin(&menu.page);
    menu.read = calloc(bits_size(guide->section_count), 1);
    menu.failed = menu.read == NULL;
    go(&menu, &(struct place){.kind = AT_HOME, .roles = GUIDE_ALL_ROLES});
    if (list != NULL)
        go(&menu, &(struct place){.kind = AT_GIVEN, .roles = list->roles});
    terminal->render.plain |= !terminal->can_clear;
    message_keep(&menu.message);
    menu.keys.at_once = screen_begin(terminal);
    while (key != KEY_LEAVE && (error = menu.failed ? ENOMEM : show(&menu)) == 0) {
        key = keys_read(&menu.keys);
        act(&menu, key);
    }
    if (menu.keys.is_letter)
        screen_end_typing();
    screen_end();
    message_keep(NULL);
    for (size_t i = 0; i < sizeof outputs / sizeof *outputs; i++)
        free(outputs[i]->data);
    page_free(&menu.page);
    free(menu.read);
    return error == 0 ? STATUS_FOUND : message_failure(error);
}
