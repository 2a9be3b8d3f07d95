/* SPDX-License-Identifier: MIT */
/* term.c: the terms with which the items of a definition list begin. */
#include "compiler/term.h"

#include "compiler/escapes.h"

#include <string.h>

static bool is_span(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    return type == CMARK_NODE_STRONG || type == CMARK_NODE_CODE || type == CMARK_NODE_EMPH;
}

/* Whether a byte of a text is a colon that was not escaped. */
static bool is_colon(const char *text, const char *byte)
{
    return *byte == ':' && !escapes_is_escaped(text, byte);
}

/* If a strong span ends in a colon, the text that holds it; else NULL. */
static cmark_node *colon_inside(cmark_node *strong)
{
    cmark_node *last = cmark_node_last_child(strong);
    const char *text;
    size_t length;

    if (cmark_node_get_type(strong) != CMARK_NODE_STRONG || last == NULL ||
        cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return NULL;
    text = cmark_node_get_literal(last);
    length = strlen(text);
    if (length == 0 || !is_colon(text, text + length - 1) ||
        (length == 1 && cmark_node_previous(last) == NULL))
        return NULL;
    return last;
}

/* The bytes of what may stand between the spans of a term: a blank, a comma, or a sign of synopses,
 * escaped or not; 0 if the text begins with none. */
static size_t term_sign(const char *text)
{
    static const char *const signs[] = {" ", ",", "[", "]", "=", "|", "...", "\u2026"};

    if (escapes_is_mark_before(text))
        return ESCAPES_MARK_BEFORE_LENGTH;
    if (escapes_is_mark(text))
        return ESCAPES_MARK_LENGTH;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(text, signs[i], strlen(signs[i])) == 0)
            return strlen(signs[i]);
    return 0;
}

/* Looks in a text after a span for the colon that ends the term. Returns whether the term may go on
 * after the text; END gets the colon if it is there. */
static bool pass_signs(cmark_node *node, struct term_end *end)
{
    const char *text = cmark_node_get_literal(node), *sign = text, *last = text;
    size_t size;

    for (; (size = term_sign(sign)) > 0; sign += size)
        last = sign;
    if (is_colon(text, sign) && *last != ' ' && *last != ',' &&
        cmark_node_previous(node) == end->span) {
        end->text = node;
        end->colon = (size_t)(sign - text);
    }
    return *sign == '\0';
}

bool term_find(cmark_node *paragraph, struct term_end *end)
{
    cmark_node *node = cmark_node_first_child(paragraph);

    *end = (struct term_end){0};
    if (node == NULL || !is_span(node) || cmark_node_get_type(node) == CMARK_NODE_EMPH)
        return false;
    for (; node != NULL && end->text == NULL; node = cmark_node_next(node)) {
        if (is_span(node)) {
            end->span = node;
            end->text = colon_inside(node);
            if (end->text != NULL)
                end->colon = strlen(cmark_node_get_literal(end->text)) - 1;
        } else if (cmark_node_get_type(node) == CMARK_NODE_TEXT) {
            if (!pass_signs(node, end))
                break;
        } else if (cmark_node_get_type(node) != CMARK_NODE_SOFTBREAK) {
            break;
        }
    }
    return end->text != NULL;
}

bool term_is_definition_list(cmark_node *list)
{
    struct term_end end;

    if (cmark_node_get_list_type(list) != CMARK_BULLET_LIST)
        return false;
    for (cmark_node *item = cmark_node_first_child(list); item != NULL;
         item = cmark_node_next(item)) {
        cmark_node *first = cmark_node_first_child(item);

        if (first == NULL || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH ||
            !term_find(first, &end))
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
    const char *start = text;
    unsigned brackets = 0;

    for (; *text != '\0'; text++) {
        if (*text == ':')
            return is_colon(start, text);
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

    return text != NULL && strlen(text) > 1 && is_colon(text, text + strlen(text) - 1);
}

static enum beginning beginning_of(cmark_node *item)
{
    cmark_node *paragraph = cmark_node_first_child(item), *node;
    struct term_end end;
    bool strong;

    if (paragraph == NULL || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH)
        return BEGINS_PLAIN;
    if (term_find(paragraph, &end))
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

cmark_node *term_find_odd_item(cmark_node *list)
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
    return nearly ? odd : NULL;
}

cmark_node *term_split(cmark_node *paragraph, const struct term_end *end)
{
    cmark_node *term = body_tree_new(CMARK_NODE_PARAGRAPH);
    cmark_node *node = cmark_node_first_child(paragraph), *signs;
    const char *text = cmark_node_get_literal(end->text);
    bool last;

    do {
        cmark_node *next = cmark_node_next(node);

        last = node == end->span;
        cmark_node_unlink(node);
        cmark_node_append_child(term, node);
        node = next;
    } while (!last);
    if (node == end->text) {
        signs = body_tree_new(CMARK_NODE_TEXT);
        body_tree_set_literal(signs, text, end->colon);
        cmark_node_append_child(term, signs);
        text += end->colon + 1;
        body_tree_set_literal(end->text, text, strlen(text));
    } else {
        body_tree_set_literal(end->text, text, end->colon);
    }
    return term;
}
