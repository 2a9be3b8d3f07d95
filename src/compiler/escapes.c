/* SPDX-License-Identifier: MIT */
/* escapes.c: which signs of a text were written with a backslash or as an entity. */
#include "compiler/escapes.h"

#include "compiler/memory.h"

#include <string.h>

bool escapes_is_mark_before(const char *text)
{
    return strncmp(text, ESCAPES_MARK_BEFORE, ESCAPES_MARK_BEFORE_LENGTH) == 0 &&
           strncmp(text + ESCAPES_MARK_LENGTH, ESCAPES_MARK_BEFORE, ESCAPES_MARK_BEFORE_LENGTH) !=
               0;
}

bool escapes_is_mark(const char *text)
{
    return strncmp(text, ESCAPES_MARK, ESCAPES_MARK_LENGTH) == 0 && !escapes_is_mark_before(text);
}

bool escapes_is_escaped(const char *text, const char *sign)
{
    return escapes_is_mark(sign + 1) || (sign - text >= ESCAPES_MARK_BEFORE_LENGTH &&
                                         escapes_is_mark_before(sign - ESCAPES_MARK_BEFORE_LENGTH));
}

size_t escapes_length(const char *text)
{
    static const char signs[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    static const char name[] = "#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    size_t length;

    if (*text == '\\')
        return text[1] != '\0' && strchr(signs, text[1]) != NULL ? 2 : 0;
    if (*text != '&')
        return 0;
    length = strspn(text + 1, name);
    return length > 0 && text[1 + length] == ';' ? length + 2 : 0;
}

/* Whether a byte opens or closes emphasis, by what is next to it. */
static bool is_delimiter(char byte)
{
    return byte == '*' || byte == '_';
}

static char *put_mark(char *put, const char *mark)
{
    memcpy(put, mark, strlen(mark));
    return put + strlen(mark);
}

char *escapes_mark(const char *text, size_t length, size_t *marked)
{
    const char *end = text + length;
    size_t count = 0;
    char *copy, *put;

    for (const char *next = text; (next = strpbrk(next, "\\&")) != NULL; count++)
        next++;
    if (count == 0)
        return NULL;
    copy = put = memory_resize(NULL, length + count * ESCAPES_MARK_BEFORE_LENGTH + 1, 1);
    while (text < end) {
        size_t escape = escapes_length(text), taken = escape > 0 ? escape : 1;
        bool after = escape > 0 && !is_delimiter(text[taken]);

        if (escape > 0 && !after && put > copy && !is_delimiter(put[-1]))
            put = put_mark(put, ESCAPES_MARK_BEFORE);
        memcpy(put, text, taken);
        put += taken;
        text += taken;
        if (after)
            put = put_mark(put, ESCAPES_MARK);
    }
    *put = '\0';
    *marked = (size_t)(put - copy);
    return copy;
}

char *escapes_drop(const char *text)
{
    char *copy = memory_copy(text, strlen(text));
    char *put = copy;

    while (*text != '\0')
        if (strncmp(text, ESCAPES_MARK, ESCAPES_MARK_LENGTH) == 0)
            text += ESCAPES_MARK_LENGTH;
        else
            *put++ = *text++;
    *put = '\0';
    return copy;
}
