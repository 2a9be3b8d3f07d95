/* SPDX-License-Identifier: MIT */
/* menu.h: what the files of the menu share. keys.c makes keys of bytes, screen.c knows what stands
 * on the terminal, page.c makes lines of a section or a list, and menu.c what all that is for. */
#ifndef READER_MENU_H
#define READER_MENU_H

#include "reader/reader.h"

/* --- keys.c --- */

enum key {
    KEY_NONE, /* nothing to do */
    KEY_EDIT, /* the line has changed */
    KEY_LINE, /* the line was sent */
    KEY_ON,   /* the screen that follows, ... */
    KEY_BEFORE,
    KEY_DOWN, /* and so by a line, */
    KEY_UP,
    KEY_TOP, /* and to the ends of the page */
    KEY_END,
    KEY_BACK,
    KEY_ANEW, /* the screen is to be shown anew */
    KEY_LEAVE,
};

struct keys {
    bool at_once;   /* keys act at once; else the terminal hands over lines */
    bool is_letter; /* what was typed last to leave may begin a word */
    char line[256]; /* what is typed so far, or was sent; any bytes but control characters */
    size_t length;
    unsigned char input[64]; /* bytes that were read but not yet looked at: */
    size_t next, end;
};

/* Waits for a key. A line that was sent is a string without blanks around it, there until the next
 * call. */
enum key keys_read(struct keys *);

/* --- screen.c --- */

/* Takes the terminal: from here on whatever ends the program leaves nothing on it. Returns whether
 * keys act at once. */
bool screen_begin(const struct terminal *);

/* Leaves it as it was, and empty where it can be cleared. */
void screen_end(void);

/* Empties it, and takes what is typed until there is a pause: the rest of a word whose first letter
 * left the menu is not for the shell, which would run it and keep it in its history. */
void screen_end_typing(void);

/* Begins a screen at its top, and first clears it where it is not known what stands there. */
void screen_top(struct output *);

/* Ends a line, and clears what was behind it. */
void screen_end_line(struct output *);

/* Clears what was below. */
void screen_bottom(struct output *);

/* Waits for input, so many MILLISECONDS or, if they are negative, for ever. Returns 1 if there is
 * some, 0 if not, -1 if something happened after which the screen is to be shown anew. */
int screen_wait(long milliseconds);

/* --- page.c --- */

/* What a mark of a list is, instead of a block; and that of what follows a section. */
enum { LIST_TEXT, LIST_HEADING, LIST_ITEM };
#define NO_BLOCK UINT32_MAX

/* Lines, where blocks or items begin in them, and where numbers lead. */
struct page {
    struct output text;
    struct render_marks marks;
    struct output lines; /* size_t: where each of them begins in the text */
    uint32_t line_count;
    bool is_list;
    const struct guide *guide; /* of a section */
    struct search found;       /* what was searched for in it */
};

void page_begin(struct page *);
void page_free(struct page *);

/* Empties it. */
void page_clear(struct page *, bool is_list);

/* Fills it, which is empty, with the body of the section, as these roles see it. If SOUGHT is not
 * NULL, it is searched for, and shows where it is. */
void page_put_section(struct page *, const struct guide *, uint32_t section, uint32_t roles,
                      const struct render_options *, const char *sought);

/* The first mark from this one on whose block holds what was searched for, or how many there are.
 */
uint32_t page_find(const struct page *, uint32_t mark);

/* Begins an item, heading or text of a list. */
void page_mark(struct page *, uint32_t kind);

/* Finds the lines. Returns false if memory ran out while it was filled. */
bool page_close(struct page *);

/* The line where a mark begins, and the last mark that begins on a line or above. */
uint32_t page_line_of(const struct page *, uint32_t mark);
uint32_t page_mark_at(const struct page *, uint32_t line);

/* Where the screen ends that begins with line TOP and has so many rows of COLUMNS: at most twelve
 * items of a list, and where it is cut, whole groups unless only a few items come before. */
uint32_t page_screen_end(const struct page *, uint32_t top, unsigned rows, unsigned columns);

/* The first line from this one on that is not blank. */
uint32_t page_skip_blank(const struct page *, uint32_t line);

/* The last line above this one that is not blank, or the first of all. */
uint32_t page_line_above(const struct page *, uint32_t line);

/* Puts a line without its newline. */
void page_put_line(const struct page *, uint32_t line, struct output *);

/* Where number N, from 1, leads, or NULL. Kinds of a list's that are none of links: */
enum { TO_ROLE = LINK_CALL + 1, TO_PART };
const struct guide_link *page_reference(const struct page *, uint32_t n);
uint32_t page_reference_count(const struct page *);

/* The marks, page_mark_count of them. */
static inline const struct render_mark *page_marks(const struct page *page)
{
    return (const struct render_mark *)(const void *)page->marks.blocks.data;
}

static inline uint32_t page_mark_count(const struct page *page)
{
    return (uint32_t)(page->marks.blocks.length / sizeof(struct render_mark));
}

#endif
