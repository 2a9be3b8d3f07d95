/* SPDX-License-Identifier: MIT */
/* data.h: the guide that trustman carries. */
#ifndef GUIDE_DATA_H
#define GUIDE_DATA_H

#include "guide/guide.h"

/* The guide, and behind it its translations, each in a language of its own. Defined by
 * guide-data.c, which guidec writes. */
extern const struct guide guide_data[];
extern const uint32_t guide_data_count;

#endif
