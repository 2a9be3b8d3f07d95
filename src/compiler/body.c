/* body.c: the body of a section, from CommonMark to blocks; the only place that knows libcmark. */
#include "compiler/body.h"

#include "base/utf8.h"
#include "compiler/escapes.h"
#include "compiler/headings.h"
#include "compiler/inlines.h"
#include "compiler/line_map.h"
#include "compiler/links.h"
#include "compiler/matter.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_LIST_DEPTH = 3, TAB_COLUMNS = 8 };

struct body {
    struct draft *draft;
    struct diagnostics *diagnostics;
    struct inlines inlines;
    struct matter matter;

    /* The section that is compiled. */
    uint32_t section;
    struct place start; /* where its body begins */
    struct line_map lines;
    bool has_entities; /* it may have: they could stand for what no source may hold */
    bool in_brackets;  /* the link that is open stands in brackets that were added */
    uint32_t shift;    /* lines by which libcmark's are too small in this block */

    uint32_t roles;            /* mask of the blocks to come */
    uint32_t heading_roles[4]; /* mask under the last heading of a level */
    struct headings headings;
    unsigned depth, list_depth; /* lists and quotes, and lists alone, that are open */
    bool tight;                 /* the innermost of them is a tight list */
};

static void *resize(void *old, size_t size)
{
    return memory_resize(old, size, 1);
}

/* What libcmark asks for is there, or the program ends as memory.h has it. */
static cmark_mem memory = {memory_zeroed, resize, free};

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

static void begin_link(struct body *body, cmark_node *node)
{
    const char *text;
    char *unescaped;

    if (*cmark_node_get_title(node) != '\0')
        refuse(body, node, "a link has no title in quotes here; write it into the text");
    text = only_text(node);
    /* A citation without text is glued to the word before it by those who know footnotes. */
    body->in_brackets = text == NULL && strncmp(cmark_node_get_url(node), "source:", 7) == 0 &&
                        inlines_is_after_word(&body->inlines);
    if (body->in_brackets)
        inlines_literal(&body->inlines, " (", 2);
    unescaped = text != NULL ? escapes_drop(text) : NULL;
    links_begin(body->draft, &body->inlines, cmark_node_get_url(node), unescaped,
                place_of(body, node));
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

/* Puts the text of a code span. Spaces at its ends are part of the code, and would be lost where
 * lines are broken: they do not break. */
static void put_code(struct body *body, cmark_node *node)
{
    static const char no_break_space[] = "\xC2\xA0";
    const char *text = cmark_node_get_literal(node);
    size_t first = strspn(text, " "), last = strlen(text);
    char *kept;

    while (last > first && text[last - 1] == ' ')
        last--;
    kept = memory_copy(text + first, last - first);
    if (first == 0 && text[last] == '\0') {
        put_literal(body, node);
    } else {
        size_t after = strlen(text) - last;

        cmark_node_set_literal(node, kept);
        while (first-- > 0)
            inlines_literal(&body->inlines, no_break_space, 2);
        put_literal(body, node);
        while (after-- > 0)
            inlines_literal(&body->inlines, no_break_space, 2);
    }
    free(kept);
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
        inlines_mark(&body->inlines, MARK_LINK_END);
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
            line_map_is_escaped(&body->lines, finding->line + body->shift))
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

/* Whether what is in braces is meant for a role mark: with a full stop, with a role that lacks
 * it, or with a mark as other formats have it. */
static bool is_role_mark(const struct body *body, const char *inside)
{
    inside += strspn(inside, " ");
    if (*inside == ':')
        inside += 1 + strspn(inside + 1, " ");
    if (*inside == '.' && escapes_is_mark(inside + 1))
        return false;
    return *inside == '.' || *inside == '#' || *inside == '\0' ||
           names_find(&body->draft->role_names, inside) != NAMES_NONE;
}

/* Finds the role mark at the end of a heading, and takes it out. Returns its inside, to be freed,
 * or NULL if there is none. */
static char *take_role_mark(const struct body *body, cmark_node *heading)
{
    cmark_node *last = cmark_node_last_child(heading);
    const char *text = last != NULL ? cmark_node_get_literal(last) : NULL;
    const char *brace;
    char *inside, *kept;
    size_t length;

    if (text == NULL || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return NULL;
    brace = strrchr(text, '{');
    length = strlen(text);
    if (brace == NULL || text[length - 1] != '}' || (brace > text && brace[-1] != ' '))
        return NULL;
    inside = memory_copy(brace + 1, (size_t)(text + length - 1 - brace - 1));
    if (!is_role_mark(body, inside)) {
        free(inside);
        return NULL;
    }
    kept = memory_copy(text, (size_t)(brace - text));
    cmark_node_set_literal(last, kept);
    free(kept);
    return inside;
}

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
    if (level != 2 && level != 3) {
        diagnostics_add(body->diagnostics, place,
                        "heading of level %u; use ## and, below it, ### (the title is in the "
                        "front matter)",
                        level);
        return;
    }
    outer = level == 2 ? GUIDE_ALL_ROLES : body->heading_roles[2];
    mark = take_role_mark(body, node);
    body->roles = outer;
    if (mark != NULL) {
        uint32_t roles = resolve_role_mark(body, place, mark, outer);

        if (roles != 0)
            body->roles = roles & outer;
        else if (mark[strspn(mark, " ")] == '\0')
            diagnostics_add(body->diagnostics, place, "empty role mark; write {.role}");
    }
    free(mark);
    for (unsigned i = level; i < 4; i++)
        body->heading_roles[i] = body->roles;
    block = body->draft->guide.block_count;
    draft_block(body->draft, BLOCK_HEADING, body->roles)->level = level;
    compile_inlines(body, node, block);
    if (body->draft->blocks[block].text == 0)
        diagnostics_add(body->diagnostics, place, "a heading needs text");
    headings_add(&body->headings, body->draft, (uint32_t)block, place);
}

/* --- Lists --- */

static bool is_span(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    return type == CMARK_NODE_STRONG || type == CMARK_NODE_CODE || type == CMARK_NODE_EMPH;
}

/* If a strong span ends in a colon, the text that holds it; else NULL. */
static cmark_node *colon_inside(cmark_node *strong)
{
    cmark_node *last = cmark_node_last_child(strong);
    const char *text;

    if (cmark_node_get_type(strong) != CMARK_NODE_STRONG || last == NULL ||
        cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return NULL;
    text = cmark_node_get_literal(last);
    if (*text == '\0' || text[strlen(text) - 1] != ':' ||
        (text[1] == '\0' && cmark_node_previous(last) == NULL))
        return NULL;
    return last;
}

/* Where the term at the beginning of an item ends: the node that holds the colon. */
struct term_end {
    cmark_node *span;   /* the last span of the term */
    cmark_node *inside; /* the colon ends this text inside the span; else NULL */
};

/* Finds the end of a term: spans, joined by spaces and commas, the first strong or code, and a
 * colon. Returns whether the paragraph begins with one. */
static bool find_term(cmark_node *paragraph, struct term_end *end)
{
    cmark_node *node = cmark_node_first_child(paragraph);

    *end = (struct term_end){0};
    if (node == NULL || !is_span(node) || cmark_node_get_type(node) == CMARK_NODE_EMPH)
        return false;
    for (; node != NULL; node = cmark_node_next(node)) {
        if (is_span(node)) {
            end->span = node;
            end->inside = colon_inside(node);
            if (end->inside != NULL)
                return true;
        } else if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
            const char *text = cmark_node_get_literal(node);

            text += strspn(text, " ,");
            if (*text != '\0')
                return *text == ':' && !escapes_is_mark(text + 1) &&
                       text == cmark_node_get_literal(node) &&
                       cmark_node_previous(node) == end->span;
        } else if (cmark_node_get_type(node) != CMARK_NODE_SOFTBREAK) {
            return false;
        }
    }
    return false;
}

static bool is_definition_list(cmark_node *list)
{
    struct term_end end;

    if (cmark_node_get_list_type(list) != CMARK_BULLET_LIST)
        return false;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        cmark_node *first = cmark_node_first_child(item);

        if (first == NULL || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH ||
            !find_term(first, &end))
            return false;
    }
    return true;
}

/* How an item of a bullet list begins. */
enum beginning {
    BEGINS_WITH_TERM,
    BEGINS_NEARLY, /* with spans and signs or arguments up to a colon, which make no term */
    BEGINS_STRONG, /* with a strong or code span */
    BEGINS_PLAIN,
    BEGINNINGS
};

/* Whether a text that follows a span has a colon with no word before it, unless in brackets or in
 * capitals, as arguments of options are. */
static bool has_colon_near(const char *text)
{
    static const char wide_colon[] = "\xEF\xBC\x9A";
    unsigned brackets = 0;

    for (; *text != '\0'; text++) {
        if (*text == ':')
            return !escapes_is_mark(text + 1);
        if (strncmp(text, wide_colon, sizeof wide_colon - 1) == 0)
            return true;
        if (*text != '\0' && strchr("[(<{", *text) != NULL)
            brackets++;
        else if (brackets > 0 && strchr("])>}", *text) != NULL)
            brackets--;
        else if (brackets == 0 && ((*text >= 'a' && *text <= 'z') || (*text & 0x80) != 0))
            return false;
    }
    return false;
}

/* Whether a text may stand before the colon of a term, as has_colon_near has it. */
static bool is_between_spans(const char *text)
{
    return text[strcspn(text, "abcdefghijklmnopqrstuvwxyz.;:")] == '\0';
}

static bool ends_in_colon(cmark_node *span)
{
    cmark_node *last =
        cmark_node_get_type(span) == CMARK_NODE_CODE ? span : cmark_node_last_child(span);
    const char *text = last != NULL ? cmark_node_get_literal(last) : NULL;

    return text != NULL && strlen(text) > 1 && text[strlen(text) - 1] == ':';
}

static enum beginning beginning_of(cmark_node *item)
{
    cmark_node *paragraph = cmark_node_first_child(item), *node;
    struct term_end end;
    bool strong;

    if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return BEGINS_PLAIN;
    if (find_term(paragraph, &end))
        return BEGINS_WITH_TERM;
    node = cmark_node_first_child(paragraph);
    if (node == NULL || !is_span(node))
        return BEGINS_PLAIN;
    /* Emphasis begins an item that is alone by chance. */
    if (cmark_node_get_type(node) == CMARK_NODE_EMPH && cmark_node_next(item) == NULL &&
        cmark_node_previous(item) == NULL)
        return BEGINS_PLAIN;
    strong = cmark_node_get_type(node) != CMARK_NODE_EMPH;
    for (; node != NULL; node = cmark_node_next(node)) {
        const char *text = cmark_node_get_literal(node);

        if (is_span(node) && ends_in_colon(node))
            return BEGINS_NEARLY;
        if (is_span(node))
            continue;
        if (cmark_node_get_type(node) != CMARK_NODE_TEXT)
            break;
        if (has_colon_near(text))
            return BEGINS_NEARLY;
        if (!is_between_spans(text))
            break;
    }
    return strong ? BEGINS_STRONG : BEGINS_PLAIN;
}

/* Warns of a bullet list that may be meant for a definition list: all its items begin like terms,
 * and one has a colon; or two thirds are terms. */
static void check_nearly_definitions(struct body *body, cmark_node *list)
{
    size_t counts[BEGINNINGS] = {0}, count = 0, terms;
    cmark_node *odd = NULL;
    bool nearly;

    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        enum beginning beginning = beginning_of(item);

        counts[beginning]++;
        count++;
        if (odd == NULL && beginning != BEGINS_WITH_TERM)
            odd = item;
    }
    terms = counts[BEGINS_WITH_TERM];
    if (counts[BEGINS_PLAIN] > 0)
        nearly = terms >= 2 && terms >= 2 * (count - terms);
    else if (terms > 0)
        nearly = terms + counts[BEGINS_NEARLY] >= counts[BEGINS_STRONG];
    else
        nearly = counts[BEGINS_NEARLY] == count;
    if (nearly)
        diagnostics_warn(body->diagnostics, place_of(body, odd),
                         "nearly a definition list, shown with bullets: this item does not begin "
                         "with a term and a colon, as '- **Term:** text' does; put a backslash "
                         "before the colons if they are meant as text");
}

/* Takes the colon out of a text. */
static void drop_colon(cmark_node *text, bool first)
{
    const char *literal = cmark_node_get_literal(text);
    char *kept = memory_copy(literal, strlen(literal));

    if (first)
        memmove(kept, kept + 1, strlen(kept));
    else
        kept[strlen(kept) - 1] = '\0';
    cmark_node_set_literal(text, kept);
    free(kept);
}

/* Splits the paragraph that begins an item: a term, given back as a paragraph of its own, to be
 * freed; and what follows the colon. */
static cmark_node *split_term(cmark_node *paragraph, const struct term_end *end)
{
    cmark_node *term = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, &memory);
    cmark_node *node = cmark_node_first_child(paragraph);
    bool last;

    drop_colon(end->inside != NULL ? end->inside : cmark_node_next(end->span), end->inside == NULL);
    do {
        cmark_node *next = cmark_node_next(node);

        last = node == end->span;
        cmark_node_unlink(node);
        cmark_node_append_child(term, node);
        node = next;
    } while (!last);
    return term;
}

/* Columns of a text in which marks take none. */
static uint32_t columns_of(struct body *body, uint32_t offset)
{
    const char *text = guide_text(draft_guide(body->draft), offset);

    return unicode_columns(text, strlen(text));
}

static void compile_definition(struct body *body, cmark_node *item, size_t list)
{
    struct draft *draft = body->draft;
    cmark_node *paragraph = cmark_node_first_child(item), *term;
    struct term_end end;
    uint32_t block = draft->guide.block_count;
    uint32_t width;

    find_term(paragraph, &end);
    body->shift = definition_lines(body, paragraph);
    term = split_term(paragraph, &end);
    draft_block(draft, BLOCK_TERM, body->roles);
    compile_inlines(body, term, block);
    body->shift = 0;
    cmark_node_free(term);
    if (cmark_node_first_child(paragraph) == NULL)
        cmark_node_free(paragraph);
    width = columns_of(body, draft->blocks[block].text);
    if (width > draft->blocks[list].width)
        draft->blocks[list].width = width;
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
    bool defines = is_definition_list(list);
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
        draft->blocks[block].width = label_width(number > 0 ? number - 1 : 0);
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

static void compile_quote(struct body *body, cmark_node *node)
{
    uint32_t block = body->draft->guide.block_count;
    bool outer_tight = body->tight;

    draft_block(body->draft, BLOCK_QUOTE, body->roles);
    body->depth++;
    body->tight = false;
    compile_blocks(body, node);
    body->tight = outer_tight;
    body->depth--;
    if (body->draft->guide.block_count > block + 1)
        draft_block(body->draft, BLOCK_QUOTE_END, body->roles);
    else
        body->draft->guide.block_count = block;
}

/* Adds a line of code: tabs become spaces, and spaces at the end are dropped. */
static void put_code_line(struct output *out, const char *line, size_t length)
{
    size_t column = 0, start = out->length;

    for (size_t i = 0; i < length; i++) {
        if (line[i] != '\t') {
            column += !utf8_is_continuation(line[i]);
            output_char(out, line[i]);
            continue;
        }
        do
            output_char(out, ' ');
        while (++column % TAB_COLUMNS != 0);
    }
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->length--;
    output_char(out, '\n');
}

static void compile_code(struct body *body, cmark_node *node)
{
    const char *text = cmark_node_get_literal(node);
    struct output out;

    if (line_map_is_open_fence(&body->lines, (uint32_t)cmark_node_get_start_line(node),
                               (uint32_t)cmark_node_get_end_line(node)))
        diagnostics_warn(body->diagnostics, place_of(body, node),
                         "the code block that opens here is not closed, and holds all that "
                         "follows");
    if (*text == '\0')
        return;
    output_to_memory(&out);
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");

        put_code_line(&out, text, length);
        text += length + (text[length] == '\n');
    }
    if (out.error != 0)
        memory_exhausted();
    draft_block(body->draft, BLOCK_CODE, body->roles)->text =
        draft_code(body->draft, out.data, out.length);
    free(out.data);
}

static void compile_block(struct body *body, cmark_node *node)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
        compile_paragraph(body, node);
        break;
    case CMARK_NODE_HEADING:
        compile_heading(body, node);
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

/* Takes the marks of escapes from what is not text: code and addresses. */
static void drop_escapes(cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);

    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        char *unescaped;

        if (type == CMARK_NODE_LINK) {
            unescaped = escapes_drop(cmark_node_get_url(node));
            cmark_node_set_url(node, unescaped);
            free(unescaped);
        } else if (type == CMARK_NODE_CODE || type == CMARK_NODE_CODE_BLOCK) {
            unescaped = escapes_drop(cmark_node_get_literal(node));
            cmark_node_set_literal(node, unescaped);
            free(unescaped);
        }
    }
    cmark_iter_free(iterator);
}

/* The blocks of the section's text; to be freed. */
static cmark_node *parse(struct body *body, size_t length)
{
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_SOURCEPOS, &memory);
    char *marked = escapes_mark(body->lines.text, length, &length);
    cmark_node *document;

    cmark_parser_feed(parser, marked != NULL ? marked : body->lines.text, length);
    document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    if (marked != NULL)
        drop_escapes(document);
    free(marked);
    return document;
}

static void compile_section(struct body *body, uint32_t index)
{
    struct draft *draft = body->draft;
    const struct section_input *input = &draft->section_inputs[index];
    uint32_t first = draft->guide.block_count, body_start;
    size_t errors;
    cmark_node *document;

    body->section = index;
    body->start = (struct place){input->file.file, input->body_line, 0};
    body->roles = GUIDE_ALL_ROLES;
    body->heading_roles[2] = body->heading_roles[3] = GUIDE_ALL_ROLES;
    line_map_find(&body->lines, input->file.text + input->body_start);
    body->has_entities = strchr(body->lines.text, '&') != NULL;
    matter_open_section(&body->matter, index);
    document = parse(body, input->file.length - input->body_start);
    headings_begin(&body->headings);
    body_start = draft->guide.block_count;
    errors = draft->diagnostics->count;
    compile_blocks(body, document);
    cmark_node_free(document);
    headings_end(&body->headings, draft, draft->sections[index].lists_sources);
    if (draft->guide.block_count == body_start && draft->diagnostics->count == errors &&
        !draft->sections[index].lists_sources)
        diagnostics_warn(draft->diagnostics, body->start,
                         "the section is empty; write its text behind the front matter");
    matter_close_section(&body->matter, index);
    draft->sections[index].blocks = (struct guide_range){first, draft->guide.block_count - first};
}

void body_compile_all(struct draft *draft)
{
    struct body body = {.draft = draft, .diagnostics = draft->diagnostics};

    matter_begin(&body.matter, draft, &body.inlines);
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        if (draft->section_inputs[i].file.text != NULL)
            compile_section(&body, i);
    inlines_free(&body.inlines);
    line_map_free(&body.lines);
    headings_free(&body.headings);
}
