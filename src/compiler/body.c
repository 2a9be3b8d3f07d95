/* SPDX-License-Identifier: MIT */
/* body.c: the body of a section, from CommonMark to blocks. */
#include "compiler/body.h"

#include "base/utf8.h"
#include "compiler/body_tree.h"
#include "compiler/escapes.h"
#include "compiler/headings.h"
#include "compiler/inlines.h"
#include "compiler/line_map.h"
#include "compiler/links.h"
#include "compiler/matter.h"
#include "compiler/memory.h"
#include "compiler/places.h"
#include "compiler/role_mark.h"
#include "compiler/term.h"
#include "compiler/titles.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_LIST_DEPTH = 3 };

struct body {
    struct draft *draft;
    struct diagnostics *diagnostics;
    struct inlines inlines;
    struct matter matter;
    struct places places;
    struct titles *titles; /* of each section */

    /* The section that is compiled. */
    uint32_t section;
    struct place start; /* where its body begins */
    struct line_map lines;
    bool has_entities; /* it may have: they could stand for what no source may hold */
    bool in_brackets;  /* the link that is open stands in brackets that were added */
    uint32_t shift;    /* lines by which libcmark's are too small in this block */

    uint32_t roles; /* mask of the blocks to come */
    uint32_t
        heading_roles[GUIDE_LAST_LEVEL + 1]; /* mask under the last heading of a level or above */
    struct headings headings;
    unsigned depth, list_depth; /* lists and quotes, and lists alone, that are open */
    bool tight;                 /* the innermost of them is a tight list */
};

static void compile_blocks(struct body *body, cmark_node *parent);
static struct place place_of_line(const struct body *body, uint32_t line)
{
    struct place place = body->start;

    place.line += (line > 0 ? line : 1) - 1 + body->shift;
    return place;
}

static struct place place_of(const struct body *body, cmark_node *node)
{
    return place_of_line(body, (uint32_t)cmark_node_get_start_line(node));
}

static uint32_t definition_lines(const struct body *body, cmark_node *paragraph)
{
    return line_map_of_definitions(&body->lines, (uint32_t)cmark_node_get_start_line(paragraph));
}

/* --- Inline text --- */

static void refuse(struct body *body, cmark_node *node, const char *advice)
{
    uint32_t line = (uint32_t)cmark_node_get_start_line(node);

    diagnostics_add(body->diagnostics,
                    line > 0 ? place_of(body, node) : place_of_line(body, body->inlines.line), "%s",
                    advice);
}

/* The text of a link that has but one piece of it; "" if it has more; NULL if it has none. */
static const char *only_text(cmark_node *node)
{
    cmark_node *child = cmark_node_first_child(node);

    if (child == NULL)
        return NULL;
    while (cmark_node_first_child(child) != NULL && cmark_node_next(child) == NULL)
        child = cmark_node_first_child(child);
    if (cmark_node_next(child) != NULL || cmark_node_get_literal(child) == NULL)
        return "";
    return cmark_node_get_literal(child);
}

/* Puts the words of the heading or term to which a link leads; its name if there is none. */
static void put_place_title(struct body *body, const struct place_link *link)
{
    const char *title = titles_find(body->titles, body->draft, link->section, link->name);

    inlines_title(&body->inlines, title != NULL ? title : link->name);
}

static void begin_link(struct body *body, cmark_node *node)
{
    const char *text;
    char *unescaped;
    size_t place_count;

    if (*cmark_node_get_title(node) != '\0')
        refuse(body, node, "a link has no title in quotes here; write it into the text");
    text = only_text(node);
    /* A citation without text is glued to the word before it by those who know footnotes. */
    body->in_brackets = text == NULL && strncmp(cmark_node_get_url(node), "source:", 7) == 0 &&
                        inlines_is_after_word(&body->inlines);
    if (body->in_brackets)
        inlines_literal(&body->inlines, " (", 2);
    unescaped = text != NULL ? escapes_drop(text) : NULL;
    body->draft->line = place_of(body, node).line;
    place_count = body->places.count;
    links_begin(&body->places, &body->inlines, cmark_node_get_url(node), unescaped,
                place_of(body, node));
    if (text == NULL && body->places.count > place_count)
        put_place_title(body, &body->places.links[place_count]);
    free(unescaped);
}

static void put_literal(struct body *body, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    size_t length = strlen(text);
    uint32_t line = (uint32_t)cmark_node_get_start_line(node);

    if (line > 0)
        inlines_at_line(&body->inlines, line);
    if (body->has_entities) {
        char *unescaped = escapes_drop(text);

        input_check_text(unescaped, strlen(unescaped), place_of_line(body, body->inlines.line),
                         body->diagnostics);
        free(unescaped);
    }
    inlines_text(&body->inlines, text, length);
}

/* Puts the text of a code span. Spaces at its ends and runs of them are part of the code, and would
 * be lost where lines are broken: they do not break, but for the last of a run between words. */
static void put_code(struct body *body, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node), *word = text + strspn(text, " \t");
    struct output kept;

    output_to_memory(&kept);
    for (; *text != '\0'; text++) {
        bool blank = *text == ' ' || *text == '\t';

        if (blank && (text < word || strchr(" \t", text[1]) != NULL))
            output_string(&kept, "\u00A0");
        else
            output_char(&kept, *text);
    }
    cmark_node_set_literal(node, memory_end_text(&kept));
    free(kept.data);
    put_literal(body, node);
}

static void enter_inline(struct body *body, cmark_node *node)
{
    struct inlines *inlines = &body->inlines;

    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        put_literal(body, node);
        break;
    case CMARK_NODE_CODE:
        inlines_mark(inlines, MARK_CODE);
        put_code(body, node);
        inlines_mark(inlines, MARK_CODE_END);
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        inlines_next_line(inlines, inlines->line + 1,
                          cmark_node_get_type(node) == CMARK_NODE_LINEBREAK);
        break;
    case CMARK_NODE_EMPH:
        inlines_mark(inlines, MARK_EMPHASIS);
        break;
    case CMARK_NODE_STRONG:
        inlines_mark(inlines, MARK_STRONG);
        break;
    case CMARK_NODE_LINK:
        begin_link(body, node);
        break;
    case CMARK_NODE_IMAGE:
        refuse(body, node, "images cannot be shown in a terminal; say in words what it shows");
        break;
    case CMARK_NODE_HTML_INLINE:
        refuse(body, node, "raw HTML; use CommonMark, or write &lt; if a less-than sign is meant");
        break;
    default:
        break;
    }
}

static void leave_inline(struct body *body, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_EMPH:
        inlines_mark(&body->inlines, MARK_EMPHASIS_END);
        break;
    case CMARK_NODE_STRONG:
        inlines_mark(&body->inlines, MARK_STRONG_END);
        break;
    case CMARK_NODE_LINK:
        links_end(body->draft, &body->inlines);
        if (body->in_brackets)
            inlines_literal(&body->inlines, ")", 1);
        body->in_brackets = false;
        break;
    default:
        break;
    }
}

/* Whether a fault that a line of a node may have by chance is likely to be one: not where the text
 * of a heading or an item begins; and what begins like an item may be an option in a later line. */
static bool is_likely(cmark_node *node, const struct inlines_finding *finding)
{
    bool first = finding->line == (uint32_t)cmark_node_get_start_line(node);
    bool begins_item = cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_ITEM && first;

    return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && !begins_item &&
           (finding->fault != INLINES_ITEM || first);
}

static void report_findings(struct body *body, cmark_node *node)
{
    static const char leftover[] = "link syntax or ** is left over in the text; mend it, or put a "
                                   "backslash before each sign that is meant as such";
    static const char *const advice[] = {
        [INLINES_STARS] = leftover,
        [INLINES_LEFTOVER] = leftover,
        [INLINES_FOOTNOTE] = "there are no footnotes; write the note into the text, or put a "
                             "backslash before the bracket if it is meant as text",
        [INLINES_ROLE_MARK] = "a role mark such as {.role} belongs at the end of a heading; put a "
                              "backslash before the brace if it is meant as text",
        [INLINES_TABLE] = "tables cannot be read aloud or in a narrow window; write a list, "
                          "'- **Term:** text'",
        [INLINES_HEADING] = "a heading needs a blank after its #",
        [INLINES_ITEM] = "an item of a list needs a blank after its -",
    };
    const struct inlines *inlines = &body->inlines;

    for (size_t i = 0; i < inlines->finding_count; i++) {
        const struct inlines_finding *finding = &inlines->findings[i];

        /* A star may be escaped before another, where escapes.h has no mark. */
        if (finding->fault == INLINES_STARS &&
            line_map_has_escaped_stars(&body->lines, finding->line + body->shift))
            continue;
        if (finding->fault != INLINES_HEADING && finding->fault != INLINES_ITEM)
            diagnostics_add(body->diagnostics, place_of_line(body, finding->line), "%s",
                            advice[finding->fault]);
        else if (is_likely(node, finding))
            diagnostics_warn(body->diagnostics, place_of_line(body, finding->line), "%s",
                             advice[finding->fault]);
    }
}

/* Makes the block's text of the inlines of a node. */
static void compile_inlines(struct body *body, cmark_node *node, size_t block)
{
    struct draft *draft = body->draft;
    cmark_iter *iterator = cmark_iter_new(node);
    cmark_event_type event;
    uint32_t first_link = draft->guide.link_count, text;

    body->places.block = (uint32_t)block;
    inlines_begin(&body->inlines, (uint32_t)cmark_node_get_start_line(node));
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        if (event == CMARK_EVENT_ENTER)
            enter_inline(body, cmark_iter_get_node(iterator));
        else
            leave_inline(body, cmark_iter_get_node(iterator));
    }
    cmark_iter_free(iterator);
    inlines_end(&body->inlines);
    report_findings(body, node);
    text = draft_text(draft, body->inlines.out.data, body->inlines.out.length);
    draft->blocks[block].text = text;
    draft->blocks[block].links = draft_links_since(draft, first_link);
}

/* --- Headings --- */

static const char *role_id(const struct body *body, uint32_t role)
{
    return guide_text(draft_guide(body->draft), body->draft->roles[role].id);
}

static void check_heading_role(struct body *body, struct place place, uint32_t role, uint32_t outer)
{
    uint32_t bit = UINT32_C(1) << role;
    uint32_t section = body->draft->sections[body->section].roles;

    if (!(section & bit))
        diagnostics_add(body->diagnostics, place,
                        "heading for role '%s', which its section does not have; add it to "
                        "'roles' above, or take it out here",
                        role_id(body, role));
    else if (!(outer & bit))
        diagnostics_add(body->diagnostics, place,
                        "heading for role '%s', which the heading above it does not have",
                        role_id(body, role));
}

/* The mask that a role mark means; 0 if it means none, which is reported. */
static uint32_t resolve_role_mark(struct body *body, struct place place, char *mark, uint32_t outer)
{
    struct draft *draft = body->draft;
    uint32_t roles = 0;

    for (char *word = strtok(mark, " "); word != NULL; word = strtok(NULL, " ")) {
        uint32_t role;

        if (*word != '.' || word[1] == '\0') {
            diagnostics_add(body->diagnostics, place,
                            "'%s' is no role mark; write {.role} or {.one .other}", word);
            continue;
        }
        role = names_resolve(&draft->role_names, word + 1, place, body->diagnostics);
        if (role == NAMES_NONE)
            continue;
        roles |= UINT32_C(1) << role;
        check_heading_role(body, place, role, outer);
    }
    return roles;
}

static void compile_heading(struct body *body, cmark_node *node)
{
    unsigned level = (unsigned)cmark_node_get_heading_level(node);
    struct place place = place_of(body, node);
    uint32_t outer;
    char *mark;
    size_t block;

    if (body->depth > 0) {
        diagnostics_add(body->diagnostics, place,
                        "a heading cannot stand in a list or quote; end it before the heading");
        return;
    }
    if (level < GUIDE_FIRST_LEVEL || level > GUIDE_LAST_LEVEL) {
        diagnostics_add(body->diagnostics, place,
                        "heading of level %u; use ## and, below it, ### and #### (the title is in "
                        "the front matter)",
                        level);
        return;
    }
    outer = level == GUIDE_FIRST_LEVEL ? GUIDE_ALL_ROLES : body->heading_roles[level - 1];
    mark = role_mark_take(&body->draft->role_names, node);
    body->roles = outer;
    if (mark != NULL) {
        uint32_t roles = resolve_role_mark(body, place, mark, outer);

        if (roles != 0)
            body->roles = roles & outer;
        else if (mark[strspn(mark, " ")] == '\0')
            diagnostics_add(body->diagnostics, place, "empty role mark; write {.role}");
    }
    free(mark);
    for (unsigned i = level; i <= GUIDE_LAST_LEVEL; i++)
        body->heading_roles[i] = body->roles;
    block = body->draft->guide.block_count;
    draft_block(body->draft, BLOCK_HEADING, body->roles)->level = level & 7;
    compile_inlines(body, node, block);
    if (body->draft->blocks[block].text == 0)
        diagnostics_add(body->diagnostics, place, "a heading needs text");
    headings_add(&body->headings, body->draft, (uint32_t)block, place);
}

/* --- Lists --- */

/* Warns of a bullet list that may be meant for a definition list. */
static void check_nearly_definitions(struct body *body, cmark_node *list)
{
    cmark_node *odd = term_find_odd_item(list);

    if (odd != NULL)
        diagnostics_warn(body->diagnostics, place_of(body, odd),
                         "nearly a definition list, shown with bullets: this item does not begin "
                         "with a term and a colon, as '- **Term:** text' does; put a backslash "
                         "before the colons if they are meant as text");
}

/* Columns of a text in which marks take none. */
static uint32_t columns_of(struct body *body, uint32_t offset)
{
    const char *text = guide_text(draft_guide(body->draft), offset);

    return unicode_columns(text, strlen(text));
}

/* Notes how wide a list's label or term is, as far as it has room for that. */
static void note_width(struct guide_block *list, uint32_t width)
{
    if (width > UINT16_MAX)
        width = UINT16_MAX;
    if (width > list->width)
        list->width = width & UINT16_MAX;
}

static void compile_definition(struct body *body, cmark_node *item, size_t list)
{
    struct draft *draft = body->draft;
    cmark_node *paragraph = cmark_node_first_child(item), *term;
    struct term_end end;
    uint32_t block = draft->guide.block_count;

    term_find(paragraph, &end);
    body->shift = definition_lines(body, paragraph);
    term = term_split(paragraph, &end);
    draft_block(draft, BLOCK_TERM, body->roles);
    compile_inlines(body, term, block);
    body->shift = 0;
    cmark_node_free(term);
    if (cmark_node_first_child(paragraph) == NULL)
        cmark_node_free(paragraph);
    note_width(&draft->blocks[list], columns_of(body, draft->blocks[block].text));
    compile_blocks(body, item);
    draft_block(draft, BLOCK_TERM_END, body->roles);
}

static void compile_item(struct body *body, cmark_node *item, uint32_t number)
{
    draft_block(body->draft, BLOCK_ITEM, body->roles)->number = number;
    compile_blocks(body, item);
    draft_block(body->draft, BLOCK_ITEM_END, body->roles);
}

static uint32_t label_width(uint32_t number)
{
    uint32_t width = 2;

    for (; number >= 10; number /= 10)
        width++;
    return width;
}

static void compile_list(struct body *body, cmark_node *list)
{
    struct draft *draft = body->draft;
    bool numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    bool defines = term_is_definition_list(list);
    bool outer_tight = body->tight;
    enum guide_block_kind kind = numbered  ? BLOCK_NUMBERS
                                 : defines ? BLOCK_DEFINITIONS
                                           : BLOCK_BULLETS;
    uint32_t number = numbered ? (uint32_t)cmark_node_get_list_start(list) : 0;
    uint32_t block = draft->guide.block_count;
    struct guide_block *opening;

    if (body->list_depth >= MAX_LIST_DEPTH) {
        refuse(body, list, "lists are nested more than three deep; use a heading or a new list");
        return;
    }
    if (kind == BLOCK_BULLETS)
        check_nearly_definitions(body, list);
    body->tight = cmark_node_get_list_tight(list) != 0;
    opening = draft_block(draft, kind, body->roles);
    opening->tight = body->tight;
    opening->number = number;
    body->depth++;
    body->list_depth++;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        if (defines)
            compile_definition(body, item, block);
        else
            compile_item(body, item, numbered ? number++ : 0);
    }
    body->list_depth--;
    body->depth--;
    body->tight = outer_tight;
    if (numbered)
        note_width(&draft->blocks[block], label_width(number > 0 ? number - 1 : 0));
    draft_block(draft, (enum guide_block_kind)(kind + 1), body->roles);
}

/* --- Blocks --- */

static void compile_paragraph(struct body *body, cmark_node *node)
{
    uint32_t block = body->draft->guide.block_count;

    body->shift = definition_lines(body, node);
    draft_block(body->draft, BLOCK_PARAGRAPH, body->roles)->tight = body->tight;
    compile_inlines(body, node, block);
    body->shift = 0;
    if (body->draft->blocks[block].text == 0)
        body->draft->guide.block_count--;
}

/* Whether a text is a word and a colon. WORD may hold marks that tell columns and breaks. */
static bool is_word_and_colon(const char *text, const char *word)
{
    for (; *word != '\0'; word++)
        if ((unsigned char)*word >= ' ' && *text++ != *word)
            return false;
    return strcmp(text, ":") == 0;
}

/* What note a quote is: one that begins with the word of a note, in English or in the language of
 * the guide, and a colon, as a strong span. */
static enum guide_note find_note(const struct body *body, cmark_node *quote)
{
    static const struct {
        const char *english;
        enum guide_label label;
    } words[NOTES] = {[NOTE_NOTE] = {"Note", LABEL_NOTE},
                      [NOTE_CAUTION] = {"Caution", LABEL_CAUTION},
                      [NOTE_WARNING] = {"Warning", LABEL_WARNING}};
    cmark_node *paragraph = cmark_node_first_child(quote);
    cmark_node *strong = paragraph != NULL ? cmark_node_first_child(paragraph) : NULL;
    const char *text;

    if (strong == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH ||
        cmark_node_get_type(strong) != CMARK_NODE_STRONG || (text = only_text(strong)) == NULL)
        return NOTE_NONE;
    for (unsigned note = NOTE_NOTE; note < NOTES; note++)
        if (is_word_and_colon(text, words[note].english) ||
            is_word_and_colon(text, guide_label(draft_guide(body->draft), words[note].label)))
            return (enum guide_note)note;
    return NOTE_NONE;
}

static void compile_quote(struct body *body, cmark_node *node)
{
    uint32_t block = body->draft->guide.block_count;
    uint32_t note = find_note(body, node);
    bool outer_tight = body->tight;

    draft_block(body->draft, BLOCK_QUOTE, body->roles)->number = note;
    body->depth++;
    body->tight = false;
    compile_blocks(body, node);
    body->tight = outer_tight;
    body->depth--;
    if (body->draft->guide.block_count > block + 1)
        draft_block(body->draft, BLOCK_QUOTE_END, body->roles)->number = note;
    else
        body->draft->guide.block_count = block;
}

static void compile_code(struct body *body, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);

    if (line_map_is_open_fence(&body->lines, (uint32_t)cmark_node_get_start_line(node),
                               (uint32_t)cmark_node_get_end_line(node)))
        diagnostics_warn(body->diagnostics, place_of(body, node),
                         "the code block that opens here is not closed, and holds all that "
                         "follows");
    if (*text == '\0')
        return;
    draft_block(body->draft, BLOCK_CODE, body->roles)->text =
        draft_code(body->draft, text, strlen(text));
}

static void compile_block(struct body *body, cmark_node *node)
{
    body->draft->line = place_of(body, node).line;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        compile_paragraph(body, node);
        break;
    case CMARK_NODE_HEADING:
        body->shift = definition_lines(body, node);
        compile_heading(body, node);
        body->shift = 0;
        break;
    case CMARK_NODE_LIST:
        compile_list(body, node);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        compile_quote(body, node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        compile_code(body, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        refuse(body, node, "raw HTML; use CommonMark, or write &lt; if a less-than sign is meant");
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        refuse(body, node, "a rule across the page; use a heading, or nothing");
        break;
    default:
        break;
    }
}

static void compile_blocks(struct body *body, cmark_node *parent)
{
    for (cmark_node *node = cmark_node_first_child(parent); node != NULL;
         node = cmark_node_next(node)) {
        if (body->depth >= GUIDE_MAX_DEPTH) {
            refuse(body, node, "lists and quotes are nested too deep");
            return;
        }
        compile_block(body, node);
    }
}

static void compile_section(struct body *body, uint32_t index)
{
    struct draft *draft = body->draft;
    const struct section_input *input = &draft->section_inputs[index];
    uint32_t first = draft->guide.block_count, body_start;
    size_t errors;
    cmark_node *document;

    body->section = body->places.section = index;
    body->start = (struct place){input->file.file, input->body_line, 0};
    body->roles = GUIDE_ALL_ROLES;
    for (unsigned i = GUIDE_FIRST_LEVEL; i <= GUIDE_LAST_LEVEL; i++)
        body->heading_roles[i] = GUIDE_ALL_ROLES;
    line_map_find(&body->lines, input->file.text + input->body_start);
    body->has_entities = strchr(body->lines.text, '&') != NULL;
    matter_open_section(&body->matter, index);
    document = body_tree_parse(draft, input, draft->diagnostics);
    headings_begin(&body->headings);
    body_start = draft->guide.block_count;
    errors = draft->diagnostics->count;
    compile_blocks(body, document);
    cmark_node_free(document);
    headings_end(&body->headings, draft, draft->sections[index].lists_sources);
    if (draft->guide.block_count == body_start && draft->diagnostics->count == errors &&
        !draft->sections[index].lists_sources)
        diagnostics_warn(draft->diagnostics, body->start,
                         "the section is empty; write its text after the front matter");
    matter_close_section(&body->matter, index);
    draft->sections[index].blocks = (struct guide_range){first, draft->guide.block_count - first};
}

void body_compile_all(struct draft *draft)
{
    struct body body = {
        .draft = draft, .diagnostics = draft->diagnostics, .places = {.draft = draft}};

    body.titles = memory_zeroed(draft->guide.section_count, sizeof *body.titles);
    matter_begin(&body.matter, draft, &body.inlines);
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        if (draft->section_inputs[i].file.text != NULL)
            compile_section(&body, i);
    places_resolve(&body.places);
    titles_free(body.titles, draft->guide.section_count);
    inlines_free(&body.inlines);
    line_map_free(&body.lines);
    headings_free(&body.headings);
}
