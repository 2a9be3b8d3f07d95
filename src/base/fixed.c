/* SPDX-License-Identifier: MIT */
/* fixed.c: logarithms and powers in whole numbers. */
#include "base/fixed.h"

enum { PART_BITS = 8, SCALE_BITS = 31 };

uint32_t fixed_log2(uint64_t number)
{
    uint32_t whole = 0, parts = 0;
    uint64_t rest;

    for (uint64_t left = number; left > 1; left >>= 1)
        whole++;
    rest = whole > SCALE_BITS ? number >> (whole - SCALE_BITS) : number << (SCALE_BITS - whole);
    /* Squaring a number from 1 to 2 doubles its logarithm: each time, the next bit of it comes
     * before the point. */
    for (unsigned bit = 0; bit < PART_BITS; bit++) {
        rest = rest * rest >> SCALE_BITS;
        parts <<= 1;
        if (rest >> (SCALE_BITS + 1) != 0) {
            rest >>= 1;
            parts |= 1;
        }
    }
    return whole * FIXED_ONE + parts;
}

uint64_t fixed_exp2(uint32_t parts)
{
    /* 2 to the power of 1/2, 1/4, and so on to 1/256, in 2^31ths. */
    static const uint32_t roots[PART_BITS] = {3037000500, 2553802834, 2341847524, 2242560872,
                                              2194507417, 2170868212, 2159144272, 2153306067};
    const uint32_t whole = parts / FIXED_ONE;
    uint64_t power = UINT64_C(1) << SCALE_BITS;

    for (unsigned bit = 0; bit < PART_BITS; bit++)
        if ((parts >> (PART_BITS - 1 - bit) & 1) != 0)
            power = power * roots[bit] >> SCALE_BITS;
    return whole > SCALE_BITS ? power << (whole - SCALE_BITS) : power >> (SCALE_BITS - whole);
}
