/* SPDX-License-Identifier: MIT */
/* language.c: the language of a guide. */
#include "compiler/language.h"

#include <string.h>

void language_primary(const char *tag, char primary[LANGUAGE_BYTES + 1])
{
    size_t length = strcspn(tag, "-");

    if (length > LANGUAGE_BYTES)
        length = 0;
    for (size_t i = 0; i < length; i++)
        primary[i] = (char)(tag[i] >= 'A' && tag[i] <= 'Z' ? tag[i] - 'A' + 'a' : tag[i]);
    primary[length] = '\0';
}

void language_folder(const char *tag, char folder[LANGUAGE_TAG_BYTES + 1])
{
    size_t length = 0;

    for (; length < LANGUAGE_TAG_BYTES && tag[length] != '\0'; length++)
        folder[length] = tag[length];
    folder[length] = '\0';
    for (char *dash = folder; (dash = strchr(dash, '-')) != NULL;)
        *dash = '_';
}

bool language_is_english(const char *tag)
{
    char primary[LANGUAGE_BYTES + 1];

    language_primary(tag, primary);
    return strcmp(primary, "en") == 0;
}
