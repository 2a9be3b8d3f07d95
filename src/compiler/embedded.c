/* SPDX-License-Identifier: MIT */
/* embedded.c: files of this package that guidec holds. */
#include "compiler/embedded.h"

#include <string.h>

const struct embedded *embedded_find(const char *name)
{
    for (const struct embedded *file = embedded_files; file->name != NULL; file++)
        if (strcmp(file->name, name) == 0)
            return file;
    return NULL;
}

/* The word whose mark, and "}}" behind it, TEXT begins with, or NULL. */
static const struct embedded_word *find_word(const struct embedded_word *words, const char *text)
{
    for (; words->mark != NULL; words++) {
        const size_t length = strlen(words->mark);

        if (strncmp(text, words->mark, length) == 0 && strncmp(text + length, "}}", 2) == 0)
            return words;
    }
    return NULL;
}

void embedded_put(struct output *out, const struct embedded *file,
                  const struct embedded_word *words)
{
    const char *rest = (const char *)file->bytes, *end = rest + file->length, *mark;

    while ((mark = strstr(rest, "{{")) != NULL) {
        const struct embedded_word *word = find_word(words, mark + 2);

        output_put(out, rest, (size_t)(mark - rest));
        rest = mark + 2;
        output_string(out, word != NULL ? word->value : "{{");
        if (word != NULL)
            rest += strlen(word->mark) + 2;
    }
    output_put(out, rest, (size_t)(end - rest));
}
