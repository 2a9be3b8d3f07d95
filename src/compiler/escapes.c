/* escapes.c: which signs of a text were written with a backslash or as an entity. */
#include "compiler/escapes.h"

#include "compiler/memory.h"

#include <string.h>

bool escapes_is_mark(const char *text)
{
    return strncmp(text, ESCAPES_MARK, ESCAPES_MARK_LENGTH) == 0;
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

char *escapes_mark(const char *text, size_t length, size_t *marked)
{
    const char *end = text + length;
    size_t count = 0;
    char *copy, *put;

    for (const char *next = text; (next = strpbrk(next, "\\&")) != NULL; count++)
        next++;
    if (count == 0)
        return NULL;
    copy = put = memory_resize(NULL, length + count * ESCAPES_MARK_LENGTH + 1, 1);
    while (text < end) {
        size_t escape = escapes_length(text), taken = escape > 0 ? escape : 1;

        memcpy(put, text, taken);
        put += taken;
        text += taken;
        if (escape > 0 && *text != '*' && *text != '_') {
            memcpy(put, ESCAPES_MARK, ESCAPES_MARK_LENGTH);
            put += ESCAPES_MARK_LENGTH;
        }
    }
    *put = '\0';
    *marked = (size_t)(put - copy);
    return copy;
}

char *escapes_drop(const char *text)
{
    char *copy = memory_copy(text, strlen(text));
    char *put = copy;

    for (const char *mark; (mark = strstr(text, ESCAPES_MARK)) != NULL;
         text = mark + ESCAPES_MARK_LENGTH) {
        memcpy(put, text, (size_t)(mark - text));
        put += mark - text;
    }
    strcpy(put, text);
    return copy;
}
