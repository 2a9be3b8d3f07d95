/* SPDX-License-Identifier: MIT */
/* compile.h: the way from a folder of source files to a guide in memory. */
#ifndef COMPILER_COMPILE_H
#define COMPILER_COMPILE_H

#include "compiler/draft.h"
#include "compiler/status.h"

/* Reads and checks all of the source in DIRECTORY. Errors in it are left with the draft's
 * diagnostics; without any, the guide is complete but for what search_tables.h and lookup_tables.h
 * make. Returns STATUS_DONE; or, with a message, STATUS_SYSTEM if a file could not be read,
 * STATUS_USAGE if a variable that the draft's definitions name is not there. */
int compile_guide(struct draft *, const char *directory);

#endif
