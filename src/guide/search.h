/* SPDX-License-Identifier: MIT */
/* search.h: finding words in a guide. */
#ifndef GUIDE_SEARCH_H
#define GUIDE_SEARCH_H

#include "guide/guide.h"
#include "guide/select.h"

/* Words and phrases of a text that are looked for; what follows them is passed over. So the time of
 * a search grows with the size of the guide alone. */
enum { SEARCH_MAX_TERMS = 32 };

/* A place where words were found: bytes START to END of guide.folded, in a passage. Hits do not
 * overlap: one may be of several words. */
struct search_hit {
    uint32_t passage;
    uint32_t start, end;
};

/* A section that holds words of the text, and what its rank comes of. */
struct search_section {
    uint32_t section;
    uint32_t first, count; /* its hits */
    uint32_t text_count;   /* those in its text, which are the last */
    uint32_t held;         /* words that it holds */
    uint32_t kind;         /* up to which kind of passages all of these are: guide_passage_kind */
    uint32_t together; /* grows with how many of them, then how many long ones, are in a passage */
    uint32_t span;     /* bytes that these take there; 0 for a single word */
    uint32_t whole;    /* how many are whole words in passages up to that kind */
};

struct search {
    struct search_section *sections; /* best first */
    uint32_t count;
    struct search_hit *hits; /* in the order of the book */
    uint32_t hit_count;
    bool holds_all; /* the sections hold all words of the text; else, some */
};

/* Finds the sections that hold the most words of TEXT in what the selection shows: its sections,
 * and of these the blocks for its roles. Words in double quotes are a phrase, which counts as a
 * word. A word is found where words begin; in scripts without spaces, anywhere. Case, accents,
 * the amount of white space, and signs around a word do not count.
 *
 * Sections where all are in the title come first; then in title and summary; in these and topics or
 * other names; in the text, too. Then those that hold more of them in one passage, more whole
 * words, words that are nearer each other, more hits. Of a section's text, hits are those in the
 * passages that hold the most of the words.
 *
 * Time is linear in the size of the guide, but for the order of the sections. Returns false if
 * memory ran out; else the caller frees with search_free. */
bool search_find(struct search *, const struct guide *, const struct selection *, const char *text);

/* Puts a section first, whether it was found or not. Returns false, changing nothing, if memory ran
 * out. */
bool search_put_first(struct search *, uint32_t section);

void search_free(struct search *);

/* Goes along a passage's text from hit to hit, in order. Begin with {.passage = UINT32_MAX}. */
struct search_walk {
    uint32_t passage;
    uint32_t text;   /* bytes of the text that were passed */
    uint32_t folded; /* offset in the folded text */
};

/* Stores which bytes of its passage's text a hit is. */
void search_place(const struct guide *, struct search_walk *, const struct search_hit *,
                  uint32_t *start, uint32_t *end);

#endif
