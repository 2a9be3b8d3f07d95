/* SPDX-License-Identifier: MIT */
/* valid.c: whether a text of the source has the form that is asked for. */
#include "compiler/valid.h"

#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char digits[] = "0123456789";

static bool is_one_of(const char *set, char byte)
{
    return byte != '\0' && strchr(set, byte) != NULL;
}

static bool has_shape(const char *text, const char *shape)
{
    for (; *shape != '\0'; shape++, text++)
        if (*shape == '0' ? !is_one_of(digits, *text) : *text != *shape)
            return false;
    return *text == '\0';
}

bool valid_is_date(const char *text)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year, month, day;
    bool leap;

    if (!has_shape(text, "0000-00-00"))
        return false;
    year = atoi(text);
    month = atoi(text + 5);
    day = atoi(text + 8);
    leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month >= 1 && month <= 12 && day >= 1 &&
           day <= days[month - 1] + (month == 2 && leap ? 1 : 0);
}

bool valid_is_language(const char *text)
{
    size_t length = strspn(text, letters);

    if (length < 2 || length > 8)
        return false;
    for (text += length; *text == '-'; text += length) {
        text++;
        for (length = 0; is_one_of(letters, text[length]) || is_one_of(digits, text[length]);)
            length++;
        if (length < 1 || length > 8)
            return false;
    }
    return *text == '\0';
}

bool valid_is_file_name(const char *text)
{
    if (!is_one_of(letters, *text) && !is_one_of(digits, *text))
        return false;
    for (; *text != '\0'; text++)
        if (!is_one_of(letters, *text) && !is_one_of(digits, *text) && !is_one_of("-_.+", *text))
            return false;
    return true;
}

/* What comes after a prefix, or NULL if the text does not begin with it. */
static const char *after(const char *text, const char *prefix)
{
    size_t length = strlen(prefix);

    return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

/* Whether a text is one word that can be between angle brackets. */
static bool is_bare(const char *text)
{
    return strpbrk(text, "<>\"") == NULL && !unicode_has_space(text);
}

bool valid_is_web_address(const char *text)
{
    const char *rest = after(text, "https://");

    if (rest == NULL)
        rest = after(text, "http://");
    return rest != NULL && *rest != '\0';
}

bool valid_is_address(const char *text)
{
    const char *rest = after(text, "mailto:");
    const char *at = rest != NULL ? strchr(rest, '@') : NULL;

    return valid_is_web_address(text) || (at != NULL && at > rest && at[1] != '\0');
}

bool valid_is_call(const char *text)
{
    const char *number = after(text, "tel:");

    if (number == NULL)
        number = after(text, "sms:");
    if (number == NULL)
        return false;
    number += *number == '+';
    return is_one_of(digits, *number) && number[strspn(number, "0123456789-")] == '\0';
}

bool valid_is_bare_address(const char *text)
{
    return valid_is_address(text) && is_bare(text);
}

bool valid_is_doi(const char *text)
{
    return after(text, "10.") != NULL && strchr(text, '/') != NULL && !unicode_has_space(text);
}

bool valid_is_manual_section(const char *text)
{
    return *text >= '1' && *text <= '9' && text[1 + strspn(text + 1, letters)] == '\0';
}

bool valid_is_identifier(const char *text)
{
    return *text >= 'a' && *text <= 'z' &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

bool valid_is_reserved_node(const char *text)
{
    static const char *const reserved[] = {"top", "dir", "index"};

    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (strcmp(text, reserved[i]) == 0)
            return true;
    return false;
}

bool valid_is_info_node(const char *text)
{
    size_t manual = strcspn(text, "#");
    const char *node = text + manual;

    if (manual == 0 || strspn(text, ".-_+") > 0)
        return false;
    for (size_t i = 0; i < manual; i++)
        if (!is_one_of(letters, text[i]) && !is_one_of(digits, text[i]) &&
            !is_one_of("-_.+", text[i]))
            return false;
    if (*node == '\0')
        return true;
    node++;
    return *node != '\0' && *node != ' ' && node[strlen(node) - 1] != ' ' &&
           strstr(node, "  ") == NULL && strpbrk(node, ".,:#()<>{}@\\'\"`$!\t\n") == NULL;
}

bool valid_check_identifier(const char *kind, const char *text, struct place place,
                            struct diagnostics *diagnostics)
{
    if (valid_is_identifier(text))
        return true;
    diagnostics_add(diagnostics, place,
                    "'%s' cannot name a %s; use small letters, digits and '-', with a letter first",
                    text, kind);
    return false;
}
