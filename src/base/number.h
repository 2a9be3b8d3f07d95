/* SPDX-License-Identifier: MIT */
/* number.h: reading numbers that somebody wrote, and comparing them. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Reads a decimal number. Returns false if TEXT is anything else, or needs more than 32 bits. */
bool number_parse(const char *text, uint32_t *number);

/* Less than, equal to or greater than 0, as A is to B. */
static inline int number_compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

#endif
