/* SPDX-License-Identifier: MIT */
/* section.h: the files of sections, and their front matter. */
#ifndef COMPILER_SECTION_H
#define COMPILER_SECTION_H

#include "compiler/draft.h"

/* Finds the section files in DIRECTORY, before anything else is read. Returns 0 or errno. */
int section_find_files(struct draft *, const char *directory);

/* Reads DIRECTORY/ID.md of every section, and its front matter; bodies are left to body.h, since
 * they refer to titles. Reports listed sections without a file and files that are not listed.
 * Returns 0, or errno if a file cannot be read, whose path is then in FAILED (not to be freed). */
int section_read_all(struct draft *, const char *directory, const char **failed);

#endif
