/* SPDX-License-Identifier: MIT */
/* data.c: the guide that the reader carries, as guidec made it. */
#include "made/guide-data.c"
