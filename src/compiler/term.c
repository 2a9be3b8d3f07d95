/* term.c: the terms with which the items of a definition list begin. */
#include "compiler/term.h"

#include "compiler/escapes.h"

#include <string.h>

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

/* The bytes of what may stand between the spans of a term: a blank, a comma, or a sign of synopses,
 * escaped or not; 0 if the text begins with none. */
static size_t term_sign(const char *text)
{
    static const char *const signs[] = {" ", ",", "[", "]", "=", "|", "...", "\u2026"};

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
    if (*sign == ':' && !escapes_is_mark(sign + 1) && *last != ' ' && *last != ',' &&
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
