/* SPDX-License-Identifier: MIT */
/* number.c: reading numbers that somebody wrote, and comparing them. */
#include "base/number.h"

#include <stdlib.h>

bool number_parse(const char *text, uint32_t *number)
{
    char *end;
    unsigned long long value = strtoull(text, &end, 10);

    if (*text < '0' || *text > '9' || *end != '\0' || value > UINT32_MAX)
        return false;
    *number = (uint32_t)value;
    return true;
}
