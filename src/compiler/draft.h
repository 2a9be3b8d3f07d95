/* SPDX-License-Identifier: MIT */
/* draft.h: the guide while it is put together from its source. */
#ifndef COMPILER_DRAFT_H
#define COMPILER_DRAFT_H

#include "base/output.h"
#include "compiler/diagnostics.h"
#include "compiler/input.h"
#include "compiler/names.h"
#include "compiler/variables.h"
#include "compiler/yaml_tree.h"
#include "guide/guide.h"
#include "guide/select.h"

/* What a section is made of. */
struct section_input {
    struct place place;             /* where it is listed */
    struct input file;              /* its text is NULL if it could not be read */
    bool sound;                     /* all of its front matter could be read */
    uint32_t body_start, body_line; /* where its body begins: bytes before it, and its line */
};

/* What a man page asks for. */
struct page_choice {
    struct place place;
    struct guide_range sections, topics; /* numbers */
    uint32_t roles;                      /* mask; 0: no role named */
    bool own;                            /* made by 'page-for-each', of the one section it holds */
};

/* What is known of a number, a page or a section but is not part of the guide, such as its place,
 * which errors need, is beside the guide's tables under the same index. */
struct draft {
    struct diagnostics *diagnostics;
    struct guide guide; /* its pointers are set by draft_guide */

    /* The guide's tables, and how many rows each has room for. */
#define TABLE(type, row, rows)                                                                     \
    type *rows;                                                                                    \
    size_t row##_capacity;
    GUIDE_TABLES(TABLE)
#undef TABLE
    struct output text;

    size_t number_place_capacity, page_choice_capacity, section_input_capacity;
    struct place *number_places;
    struct page_choice *page_choices;
    struct section_input *section_inputs;
    struct place *door_places; /* where each door says what it leads to */
    size_t door_place_capacity;

    /* Lists of guide_tree, or NULL: words that mean the same to a search, list by list; words that
     * mean nothing to one; and, of each section in guide.urgents, the phrases. */
    const struct yaml_tree *synonyms, *small_words;
    const struct yaml_tree **urgent_phrases;
    size_t urgent_phrases_capacity;

    struct names role_names, topic_names, section_names, source_names;

    /* Ids of the section files in the directory, sorted. */
    char **section_files;
    size_t section_file_count;

    /* The lines of blocks and links in their files, if they are asked for: nothing but a comparison
     * needs them. LINE is that of what is added next. */
    bool keeps_lines;
    uint32_t line;
    uint32_t *block_lines, *link_lines;
    size_t block_line_capacity, link_line_capacity;

    bool is_translation; /* of the guide before it on the command line */

    struct definitions definitions; /* of the command line; not owned */
    struct variables variables;
    /* The section that is the manual of the reader, or NAMES_NONE; its id; the guide's name. */
    uint32_t manual;
    char *manual_id, *manual_guide;
    uint32_t named_roles; /* mask of those that sections name */

    bool guide_yaml_sound; /* the keys of guide.yaml could be read */
    bool pages_sound;      /* all pages could be read, and what they name is known */
    bool own_pages_known;  /* whether sections have pages of their own */

    /* guide.yaml and sources.yaml, to which the names point. */
    struct input guide_input, bibliography_input;
    struct yaml_tree *guide_tree, *bibliography_tree;
};

void draft_init(struct draft *, struct diagnostics *);
void draft_free(struct draft *);

/* Adds plain or inline text, which may hold the marks of spans and links; adds those that tell
 * columns and breaks. Returns its offset. Exits with STATUS_SYSTEM when there are more than 4 GiB.
 */
uint32_t draft_text(struct draft *, const char *text, size_t length);

/* The same without any mark that it does not hold. */
uint32_t draft_text_unmarked(struct draft *, const char *text, size_t length);

/* The same for lines of code, in which no break is marked. */
uint32_t draft_code(struct draft *, const char *text, size_t length);

/* Adds a section, listed at PLACE, after the others. Until its front matter is read, and after
 * errors in it, all checks take it to have all roles. */
void draft_section(struct draft *, const char *id, size_t length, struct place place,
                   uint32_t part);

/* Adds a number to the list that is being added. */
void draft_number(struct draft *, uint32_t number, struct place place);

struct guide_block *draft_block(struct draft *, enum guide_block_kind kind, uint32_t roles);
/* Adds a link to those that are being added. */
void draft_link(struct draft *, enum guide_link_kind kind, uint32_t target, bool bare);

void draft_posting(struct draft *, uint32_t number);

/* The links that were added since there were FIRST of them. */
struct guide_range draft_links_since(const struct draft *, uint32_t first);

/* The guide as it is now, to be read until something is added. */
const struct guide *draft_guide(struct draft *);

#endif
