/* SPDX-License-Identifier: MIT */
/* small.h: for files in which nobody waits for the program: the compiler is to make their code
 * small rather than fast, where it optimizes at all. */
#ifndef BASE_SMALL_H
#define BASE_SMALL_H

#if defined __OPTIMIZE__ && defined __GNUC__ && !defined __clang__
#pragma GCC optimize("Os")
#endif

#endif
