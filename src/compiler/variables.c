/* variables.c: names in the source, {{NAME}}, that stand for a text. */
#include "compiler/variables.h"

#include "compiler/memory.h"
#include "compiler/status.h"
#include "compiler/unicode.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* How many bytes at TEXT can be a variable's name. */
static size_t name_length(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");
}

/* Makes each run of blanks one space, and drops those at the ends, as in what guide.yaml holds. */
static void join_words(char *text)
{
    size_t count = 0;

    for (const char *next = text; *next != '\0'; next++)
        if (*next != ' ' && *next != '\t' && *next != '\n')
            text[count++] = *next;
        else if (count > 0 && text[count - 1] != ' ')
            text[count++] = ' ';
    text[count - (count > 0 && text[count - 1] == ' ')] = '\0';
}

int definitions_add(struct definitions *definitions, const char *definition)
{
    size_t length = name_length(definition);
    struct unicode_fault fault;
    struct definition *added;

    if (length == 0 || definition[length] != '=')
        return status_usage("'%s' defines nothing; write it as NAME=VALUE", definition);
    if (unicode_find_fault(definition, strlen(definition), 0, &fault))
        return status_usage("'%s' holds %s, which no text may hold", definition,
                            fault.what != NULL ? fault.what : "a byte that is not UTF-8");
    definitions->list = memory_grow(definitions->list, definitions->count, &definitions->capacity,
                                    sizeof *definitions->list);
    added = &definitions->list[definitions->count++];
    added->name = memory_copy(definition, length);
    added->value = memory_copy(definition + length + 1, strlen(definition + length + 1));
    join_words(added->value);
    return STATUS_DONE;
}

void definitions_free(struct definitions *definitions)
{
    for (size_t i = 0; i < definitions->count; i++) {
        free(definitions->list[i].name);
        free(definitions->list[i].value);
    }
    free(definitions->list);
}
