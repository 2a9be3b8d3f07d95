/* manifest.h: guide.yaml and sources.yaml. */
#ifndef COMPILER_MANIFEST_H
#define COMPILER_MANIFEST_H

#include "compiler/draft.h"

/* Reads DIRECTORY/guide.yaml: the guide's own texts, roles, topics, parts, pages, and the list of
 * sections in the order of the book. After errors the names that it defines may be incomplete.
 * Returns 0, or errno if the file cannot be read. */
int manifest_read(struct draft *, const char *directory);

/* Reads DIRECTORY/sources.yaml, which may be missing. Returns 0 or errno. */
int manifest_read_sources(struct draft *, const char *directory);

#endif
