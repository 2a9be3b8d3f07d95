/* SPDX-License-Identifier: MIT */
/* bibliography.h: sources.yaml, the sources that a guide cites. */
#ifndef COMPILER_BIBLIOGRAPHY_H
#define COMPILER_BIBLIOGRAPHY_H

#include "compiler/draft.h"

/* Reads DIRECTORY/sources.yaml, which may be missing. Returns 0 or errno. */
int bibliography_read(struct draft *, const char *directory);

#endif
