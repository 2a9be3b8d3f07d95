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

bool language_is_english(const char *tag)
{
    char primary[LANGUAGE_BYTES + 1];

    language_primary(tag, primary);
    return strcmp(primary, "en") == 0;
}
