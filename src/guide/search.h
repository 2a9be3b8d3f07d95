/* search.h: finding a text in a guide. */
#ifndef GUIDE_SEARCH_H
#define GUIDE_SEARCH_H

#include "guide/guide.h"
#include "guide/select.h"

/* A place where the text was found: bytes START to END of a passage's text. */
struct search_hit {
    uint32_t passage;
    uint32_t start, end;
};

/* A section that holds the text. */
struct search_section {
    uint32_t section;
    uint32_t kind;         /* of its weightiest hit: enum guide_passage_kind */
    uint32_t first, count; /* its hits */
    uint32_t text_count;   /* those of its hits that are in its text */
};

struct search {
    struct search_section *sections; /* best first */
    uint32_t count;
    struct search_hit *hits; /* in the order of the book */
    uint32_t hit_count;
};

/* Finds TEXT in what the selection shows: its sections, and of these the blocks for its roles.
 * Case, accents and the amount of white space do not count. Titles come before summaries, these
 * before topics and other words, these before text; then sections with more hits. Time is linear in
 * the size of the guide. Returns false if memory ran out; else the caller frees with search_free.
 */
bool search_find(struct search *, const struct guide *, const struct selection *, const char *text);

void search_free(struct search *);

#endif
