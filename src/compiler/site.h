/* SPDX-License-Identifier: MIT */
/* site.h: a guide as a web site. */
#ifndef COMPILER_SITE_H
#define COMPILER_SITE_H

#include "compiler/draft.h"

/* Writes all pages into a folder, or none of them. Returns STATUS_DONE, or another status after a
 * message. */
int site_write(struct draft *, const char *directory);

#endif
