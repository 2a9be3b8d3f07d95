/* SPDX-License-Identifier: MIT */
/* fixed.h: logarithms and powers in whole numbers, which give the same on every processor. */
#ifndef BASE_FIXED_H
#define BASE_FIXED_H

#include <stdint.h>

/* A fraction is counted in parts of this. */
enum { FIXED_ONE = 256 };

/* The logarithm to base 2 of a number greater than 0, in parts. */
uint32_t fixed_log2(uint64_t number);

/* 2 to the power of a number of parts, which is less than 64 * FIXED_ONE; rounded down. */
uint64_t fixed_exp2(uint32_t parts);

#endif
