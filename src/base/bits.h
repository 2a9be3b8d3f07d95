/* SPDX-License-Identifier: MIT */
/* bits.h: sets of small numbers, a bit for each. */
#ifndef BASE_BITS_H
#define BASE_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The bytes of a set of numbers less than COUNT; never 0. A set of zero bytes is empty. */
static inline size_t bits_size(uint32_t count)
{
    return count / 8 + (size_t)1;
}

static inline void bits_set(unsigned char *bits, uint32_t number)
{
    bits[number / 8] |= (unsigned char)(1U << number % 8);
}

static inline bool bits_has(const unsigned char *bits, uint32_t number)
{
    return (bits[number / 8] >> number % 8 & 1) != 0;
}

#endif
