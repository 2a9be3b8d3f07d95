/* SPDX-License-Identifier: MIT */
/* language.c: in which of its languages the guide is read. */
#include "guide/data.h"
#include "reader/reader.h"

static const struct guide *chosen = guide_data;

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Whether the first LENGTH bytes of a tag, in which "_" is "-", are those of another. */
static bool begins(const char *tag, const char *other, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((tag[i] == '_' ? '-' : lower(tag[i])) != lower(other[i]))
            return false;
    return true;
}

/* The guide in the language of a tag of LENGTH bytes, or else in one that is another of the same:
 * es for es_MX. NULL if there is none. */
static const struct guide *find(const char *tag, size_t length)
{
    const size_t primary = strcspn(tag, "_-.@:");

    for (uint32_t i = 0; i < guide_data_count; i++) {
        const char *language = guide_text(&guide_data[i], guide_data[i].language);

        if (strlen(language) == length && begins(tag, language, length))
            return &guide_data[i];
    }
    for (uint32_t i = 0; i < guide_data_count && primary <= length; i++) {
        const char *language = guide_text(&guide_data[i], guide_data[i].language);

        if (strcspn(language, "-") == primary && begins(tag, language, primary))
            return &guide_data[i];
    }
    return NULL;
}

/* The value of the first of the variables that is set and not empty, or "C". */
static const char *locale(void)
{
    static const char names[][12] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);

        if (value != NULL && *value != '\0')
            return value;
    }
    return "C";
}

void language_begin(void)
{
    const struct guide *found = NULL;
    const char *list, *last;

    chosen = guide_data;
    if (guide_data_count == 1)
        return;
    list = getenv("LANGUAGE");
    last = locale();
    if (strcmp(last, "C") == 0 || strcmp(last, "POSIX") == 0)
        return;
    while (found == NULL && list != NULL && *list != '\0') {
        found = find(list, strcspn(list, ":.@"));
        list += strcspn(list, ":");
        list += *list == ':';
    }
    if (found == NULL)
        found = find(last, strcspn(last, ".@"));
    if (found != NULL)
        chosen = found;
}

bool language_choose(const char *tag)
{
    const struct guide *found = find(tag, strlen(tag));

    if (found != NULL)
        chosen = found;
    return found != NULL;
}

bool language_export(void)
{
    const char *tag = guide_text(chosen, chosen->language);
    char name[36]; /* of a locale: pt_BR */
    size_t length = 0;

    if (guide_data_count == 1)
        return true;
    for (; length < sizeof name - 1 && tag[length] != '\0'; length++)
        name[length] = tag[length] == '-' ? '_' : tag[length];
    name[length] = '\0';
    return setenv("LANGUAGE", name, 1) == 0;
}

const struct guide *language_guide(void)
{
    return chosen;
}
