/* SPDX-License-Identifier: MIT */
/* role_mark.c: the mark at the end of a heading that says for whom it is. */
#include "compiler/role_mark.h"

#include "compiler/escapes.h"
#include "compiler/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Whether what is in braces is meant for a role mark: with a full stop, with a role that lacks
 * it, or with a mark as other formats have it. */
static bool is_role_mark(const struct names *roles, const char *inside)
{
    inside += strspn(inside, " ");
    if (*inside == ':')
        inside += 1 + strspn(inside + 1, " ");
    if (*inside == '.' && escapes_is_mark(inside + 1))
        return false;
    return *inside == '.' || *inside == '#' || *inside == '\0' ||
           names_find(roles, inside) != NAMES_NONE;
}

char *role_mark_take(const struct names *roles, cmark_node *heading)
{
    cmark_node *last = cmark_node_last_child(heading);
    const char *text = last != NULL ? cmark_node_get_literal(last) : NULL;
    const char *brace;
    char *inside, *mark;
    size_t length;

    if (text == NULL || cmark_node_get_type(last) != CMARK_NODE_TEXT)
        return NULL;
    brace = strrchr(text, '{');
    length = strlen(text);
    if (brace == NULL || text[length - 1] != '}' || (brace > text && brace[-1] != ' '))
        return NULL;
    inside = memory_copy(brace + 1, (size_t)(text + length - 1 - brace - 1));
    if (!is_role_mark(roles, inside)) {
        free(inside);
        return NULL;
    }
    body_tree_set_literal(last, text, (size_t)(brace - text));
    mark = escapes_drop(inside);
    free(inside);
    return mark;
}
