/* SPDX-License-Identifier: MIT */
/* html.h: what the files of the html format share, and what a web site is made with.
 *
 * html.c puts text; html_page.c what is around it: head, contents, the ways on, foot. */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "format/render.h"

/* What a page of a web site has beside others. References to what a page does not hold lead to
 * the page of that section, ID.html; roles have pages, too, and these have names with "_" in them,
 * which no identifier has. */
struct html_site {
    const char *policy;     /* what a page may use: the rest of its Content-Security-Policy */
    const char *script;     /* of the way out */
    const uint32_t *places; /* as html_list_places lists them */
    uint32_t part;          /* of what takes several pages: which it is, from 0 */
};

/* Pages that a section takes: where it lists more sources than one can hold, that list has pages of
 * its own. Those behind the first have names as ID_2.html. */
uint32_t html_part_count(const struct guide *, const struct guide_section *);

#define HTML_OPENING    "index.html"
#define HTML_CONTENTS   "contents_page.html"
#define HTML_WORDS      HTML_WORDS_BASE HTML_SUFFIX
#define HTML_WORDS_BASE "words_page"
#define HTML_SEARCH     "search_page.html"
#define HTML_WHOLE      "whole_guide.html"
#define HTML_STYLE      "site.css"
#define HTML_SUFFIX     ".html"

/* Ids of pages themselves begin with an underscore, those of sources hold a colon, and those of
 * places a full stop after the section, so that none is the id of a section. */
#define HTML_TRACES_ID  "_traces"
#define HTML_PLACE_MARK "."

/* The style of each page: in an element, or that of a site before more of it in a file. */
extern const char html_style[];

struct html {
    const struct render *render;
    struct output *out;
    bool opens;                           /* the page with which a site opens */
    bool single;                          /* one section, whose title is that of the page */
    const struct guide_section *section;  /* the section being put, or NULL */
    const struct guide_section *lister;   /* the first that lists all sources */
    const uint32_t *places;               /* as html_list_places lists them */
    bool has_level[GUIDE_LAST_LEVEL + 1]; /* the text here stands below a heading of that level */
    bool skips;                           /* a source that is on another page of its section */
    bool code;                            /* lines are kept as they are */
    bool breaks;                          /* browsers break after the last character of text */
};

/* For each block, the place that it begins + 1, or 0. The caller frees it; NULL if memory ran out.
 */
uint32_t *html_list_places(const struct guide *);

/* Puts a string as it is; bytes of text; a plain text of the guide. */
void html_put(void *html, const char *string);
void html_put_text(void *html, const char *bytes, size_t length);
void html_put_title(void *html, const char *marked);

/* Puts a plain text, which may be the value of an attribute, with what comes before and after. */
void html_put_plain(struct html *, const char *before, uint32_t text, const char *after);

/* Ends the opening tag of an element that holds a label, whose language may be another one than
 * that of the guide. */
void html_close_label_tag(struct html *, enum guide_label);

/* Puts an element that holds nothing else. TAG is its opening tag without the last sign. */
void html_put_label(struct html *, const char *tag, enum guide_label, const char *after);

/* Puts an address as the value of an attribute. */
void html_put_address(struct html *, const char *address);

/* Puts what leads to a section as the value of an attribute. */
void html_put_reference(struct html *, uint32_t section);

/* The same for a place. */
void html_put_place_reference(struct html *, uint32_t place);

/* Puts the guide's notice, if it has one. */
void html_put_notice(struct html *);

/* Begins a page: all that comes before its text. TITLE and SUMMARY are texts. */
void html_begin_page(struct html *, uint32_t title, uint32_t summary);

/* Puts what a page of several sections in a site opens with: the title, for whom it is, the notice.
 */
void html_put_opening(struct html *);

/* Puts the contents of what is rendered; of nothing, those of the whole guide. */
void html_put_contents(struct html *);

/* Ends a page. */
void html_end_page(struct html *);

#endif
