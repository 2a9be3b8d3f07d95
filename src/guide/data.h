/* SPDX-License-Identifier: MIT */
/* data.h: the guide that trustman carries. */
#ifndef GUIDE_DATA_H
#define GUIDE_DATA_H

#include "guide/guide.h"

/* Defined by guide-data.c, which guidec writes. */
extern const struct guide guide_data;

#endif
