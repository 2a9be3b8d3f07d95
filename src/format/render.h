/* SPDX-License-Identifier: MIT */
/* render.h: showing a selection in one of the output formats.
 *
 * A format is a file of its own with one function, and a row of the table below. The walk
 * over sections, role views and closing matter, and the walk over inline text, are shared: a
 * format says only how each thing looks.
 */
#ifndef FORMAT_RENDER_H
#define FORMAT_RENDER_H

#include "base/output.h"
#include "guide/guide.h"
#include "guide/select.h"

#include <limits.h>

/* Where a block of the guide begins in text that was put. */
struct render_mark {
    size_t start;   /* bytes of the output before its lines */
    uint32_t block; /* its index */
};

/* What the text format tells of its output, for a reader that moves in it: both are arrays in
 * memory, whose error it is if memory runs out. With them references are numbered in the text. */
struct render_marks {
    struct output blocks;     /* struct render_mark each, of blocks that have text, in order */
    struct output references; /* struct guide_link each: N, from 1, is [N] in the text */
};

/* No line is broken. */
#define RENDER_UNBROKEN (UINT_MAX / 4)

struct html_site;

/* How the text format is shown, and the html format in a web site; other formats do not depend on
 * it. */
struct render_options {
    unsigned width; /* columns of a line, at least 20; or RENDER_UNBROKEN */
    bool styles;    /* bold and underline by terminal escape sequences */
    bool links;     /* addresses as hyperlinks (OSC 8) */
    bool ascii;     /* the output's character set is not UTF-8 */
    bool plain; /* for screen readers: no indentation, no bullets, headings and blanks in words */
    struct render_marks *marks;   /* or NULL */
    const struct html_site *site; /* of which the output is a page, or NULL */
};

/* What all formats work on. A format that keeps more begins its own struct with this one. */
struct render {
    struct output *out;
    const struct guide *guide;
    const struct selection *selection;
    const struct render_options *options;
};

/* All formats, the default first: FORMAT(name) is -T NAME, and src/format/NAME.c defines its
 * function, render_NAME. */
#define RENDER_FORMATS(FORMAT)                                                                     \
    FORMAT(text)                                                                                   \
    FORMAT(man)                                                                                    \
    FORMAT(groff)                                                                                  \
    FORMAT(texinfo)                                                                                \
    FORMAT(markdown)                                                                               \
    FORMAT(html)                                                                                   \
    FORMAT(json)

#define FORMAT(name) void render_##name(const struct render *);
RENDER_FORMATS(FORMAT)
#undef FORMAT

struct format {
    const char *name; /* as in -T NAME */
    void (*render)(const struct render *);
};

/* The same as a table, ended by one without a name. */
extern const struct format render_formats[];

/* The format of that name, or NULL. */
const struct format *render_find(const char *name);

/* What a format puts before and after something. */
struct wrapping {
    const char *before, *after;
};

/* The same of a block, in as many bytes as these take: a reader that starts has no pointers to set.
 */
struct block_wrapping {
    char before[36], after[16];
};

/* What a format does with each section and block. */
struct render_blocks {
    void (*section)(void *self, const struct guide_section *section);
    void (*block)(void *self, const struct guide_block *block);
};

/* The page, or a list or quote that is open. */
struct render_container {
    enum guide_block_kind kind; /* of the block that opened it; of the page 0 */
    bool tight;                 /* a tight list */
    bool filled;                /* it holds something already; of a list: its last item does */
    uint32_t width;             /* of a list: as of the block that opened it */
    uint32_t items;             /* of a list: how many were begun */
};

/* Where a walk is: the containers that a block is in, one in another, and what was before. For a
 * block that opens or ends a list or quote, the innermost container is that one; for one that
 * begins an item, that item was begun already. All zero, it is an empty page. */
struct render_nesting {
    unsigned depth;                                          /* lists and quotes that are open */
    struct render_container containers[GUIDE_MAX_DEPTH + 1]; /* the page first */

    /* While sections are walked over, else NULL. */
    const struct guide_section *section;
    const struct guide_block *block;
    unsigned char *begun; /* bit N: section N was begun */
};

/* The container that the block is in, or which it opens or ends. */
static inline const struct render_container *render_innermost(const struct render_nesting *nesting)
{
    return &nesting->containers[nesting->depth];
}

/* Whether a container is a list, so that what it holds is in items. */
bool render_is_list(const struct render_container *);

/* Gives the format a block, and keeps NESTING for it. */
void render_block(const struct render_blocks *calls, void *self, struct render_nesting *nesting,
                  const struct guide_block *block);

/* Walks over the front page of the selection, if it has one: the title and the summary of its role,
 * and its contents, in which each section is a term, its title, explained by its summary. */
void render_front(const struct render *, const struct render_blocks *calls, void *self,
                  struct render_nesting *nesting);

/* Walks over the sections of the selection and, of their blocks, those that the view's roles see;
 * then over the sources that they cite, unless one of the sections lists all sources. Meanwhile
 * NESTING, which is in no container, is kept for the format to read. */
void render_walk(const struct render *, const struct render_blocks *calls, void *self,
                 struct render_nesting *nesting);

/* Tells NOTE the sources that a block cites, each time that it does. */
void render_citations(const struct guide *, const struct guide_block *block,
                      void (*note)(void *self, uint32_t source), void *self);

/* What a format does with inline text: a run of bytes that holds no marks, and each mark. LINK is
 * given with MARK_LINK and MARK_LINK_END. Marks that only tell columns are not passed on. */
struct render_inlines {
    void (*text)(void *self, const char *bytes, size_t length);
    void (*mark)(void *self, enum guide_mark mark, const struct guide_link *link);
};

/* Walks over inline text or code. LINKS are those of its block, or NULL: no mark comes with its
 * link then. */
void render_inline_text(const char *text, const struct guide_link *links,
                        const struct render_inlines *calls, void *self);

/* Columns from one stop of the tabs of a code block to the next. */
enum { RENDER_TAB_COLUMNS = 8 };

/* As many underscores in code, or more, are space to write. */
enum { RENDER_LEAST_BLANK = 3 };

/* Whether code is a sheet to write on: it has such space. On paper that has a page of its own. */
bool render_is_sheet(const char *code);

/* Walks over code for a format without tabs: gives spaces for them, and none at the ends of lines.
 * The only mark is MARK_NEWLINE. */
void render_code(const char *code, const struct render_inlines *calls, void *self);

/* Walks over plain text, such as a title: gives PUT each run of bytes that holds no marks. */
void render_title(const char *text, void (*put)(void *self, const char *bytes, size_t length),
                  void *self);

/* Columns that a plain text takes. */
size_t render_columns(const char *text);

/* Columns that the first LENGTH bytes of it take. */
size_t render_columns_of(const char *text, size_t length);

/* The links of a block. */
const struct guide_link *render_links(const struct render *, const struct guide_block *block);

/* The first block that the selection shows of a place, whose first entry is PLACE; or NULL. */
const struct guide_block *render_find_place(const struct render *, uint32_t place);

/* Whether the link is a reference to a section, or to a place, that the selection does not show. */
bool render_is_elsewhere(const struct render *, const struct guide_link *link);

/* If a block of the selection is the first that it shows of a place to which links lead, that
 * place; else NULL. */
const struct guide_place *render_begins_place(const struct render *,
                                              const struct guide_block *block);

/* The title of the role that is selected, or of the one section of several: a text. 0 for anything
 * else, which is called as the guide. */
uint32_t render_own_title(const struct render *);

/* What the selection is called: that, or the title of the guide. */
const char *render_called(const struct render *);

/* Whether the selection is the whole guide in the order of the book, for no role alone. */
bool render_is_book(const struct render *);

#endif
