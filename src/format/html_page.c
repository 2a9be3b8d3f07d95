/* SPDX-License-Identifier: MIT */
/* html_page.c: what is around the text of a page: its head, the contents, the ways on, the foot. */
#include "format/html.h"

#include "base/small.h"

#include <string.h>

#define TEXT_ID     "_text"
#define CONTENTS_ID "_contents"
#define ROLES_ID    "_roles"

/* The policy and the empty icon make sure that browsers fetch nothing. */
#define POLICY     "default-src 'none'; img-src data:; "
#define OWN_POLICY "style-src 'unsafe-inline'"

static const char head[] =
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<meta name=\"referrer\" content=\"no-referrer\">\n"
    "<link rel=\"icon\" href=\"data:,\">\n";

const char html_style[] =
    ":root { color-scheme: light dark; --text: #1f1e1c; --back: #fdfcf9; --soft: #5a5752; --line: "
    "#d5d0c6; --link: #0b4f94;"
    " --note: #8a3b12; --code: #f1eee6 }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ":root { --text: #e9e6e0; --back: #17181a; --soft: #aeaaa2; --line: #45443f; --link: #9fc6ff;"
    " --note: #f0a875; --code: #25262a } }\n"
    "html { color: var(--text); background: var(--back); font: 1.0625em/1.6 system-ui,"
    " sans-serif; overflow-wrap: break-word }\n"
    "body { max-width: 40em; margin: 0 auto; padding: 1.5em 1.25em 3em }\n"
    "h1, h2, h3, h4, h5 { line-height: 1.25; margin: 2em 0 0.6em }\n"
    "h1 { font-size: 1.9em; margin-top: 0.5em }\n"
    "h2 { font-size: 1.45em }\n"
    "h3 { font-size: 1.15em }\n"
    "h4, h5 { font-size: 1em }\n"
    "h5 { font-style: italic }\n"
    "main > section + section { margin-top: 3.5em; border-top: 1px solid var(--line) }\n"
    "a { color: var(--link); text-underline-offset: 0.15em }\n"
    "a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }\n"
    ".skip { position: absolute; inset-inline-start: -99em; padding: 0.5em;"
    " background: var(--back) }\n"
    ".skip:focus { inset-inline-start: 1em; top: 1em }\n"
    "main:focus { outline: none }\n"
    "header p, footer { color: var(--soft) }\n"
    "footer { margin-top: 4em; border-top: 1px solid var(--line); font-size: 0.9em }\n"
    "[role=note] { margin: 1.2em 0; border-inline-start: 4px solid var(--note);"
    " padding-inline-start: 1em; color: var(--note) }\n"
    "[role=note] p { margin: 0 }\n"
    "[role=note] p + p { margin-top: 0.6em }\n"
    "blockquote { margin: 1em 0; border-inline-start: 4px solid var(--line);"
    " padding-inline-start: 1em }\n"
    "code, pre { font: 0.92em/1.5 ui-monospace, monospace; background: var(--code) }\n"
    "pre { padding: 0.8em 1em; white-space: pre-wrap }\n"
    "pre code { font-size: 1em }\n"
    "ul, ol { padding-inline-start: 1.5em }\n"
    "li, dd { margin-block: 0.3em }\n"
    "dt { margin-top: 0.8em }\n"
    "dd { margin-inline-start: 1.5em }\n"
    "nav ul { list-style: none; padding: 0 }\n"
    "nav ul ul { padding-inline-start: 1.25em }\n"
    ":target { scroll-margin-top: 1em }\n"
    "@media print {\n"
    ":root { --text: #000; --back: #fff; --soft: #000; --link: #000; --note: #000;"
    " --code: #fff }\n"
    "body { max-width: none; padding: 0 }\n"
    "nav, .skip { display: none }\n"
    "a { text-decoration: none }\n"
    ".named::after { content: \" <\" attr(href) \">\" }\n"
    "h1, h2, h3, h4, h5, dt { break-after: avoid }\n"
    "pre, dd, [role=note] { break-inside: avoid }\n"
    ".sheet { break-before: page; padding: 0; font-size: 9.5pt; line-height: 2.1 } }\n"
    "@page { margin: 18mm 16mm }\n";

/* Whether a language is written from right to left: by its script, if the tag names that. */
static bool is_right_to_left(const char *tag)
{
    static const char languages[] = " ar arc ckb dv fa he iw ks ps sd syr ug ur yi ";
    static const char scripts[] = " arab hebr syrc thaa ";
    enum { SCRIPT_LENGTH = 4 };
    char word[] = "        ";
    size_t length = strcspn(tag, "-"), rest = tag[length] == '-' ? length + 1 : length;
    const bool has_script = strcspn(tag + rest, "-") == SCRIPT_LENGTH;

    if (has_script)
        tag += rest;
    length = strcspn(tag, "-");
    if (length + 2 >= sizeof word)
        return false;
    /* A tag, of letters and digits, means the same in capitals (RFC 5646). */
    for (size_t i = 0; i < length; i++)
        word[i + 1] = (char)(tag[i] | ('a' ^ 'A'));
    word[length + 2] = '\0';
    return strstr(has_script ? scripts : languages, word) != NULL;
}

static void put_head(struct html *html, uint32_t title, uint32_t summary)
{
    const struct guide *guide = html->render->guide;
    const struct html_site *site = html->render->options->site;

    html_put_plain(html, "<!DOCTYPE html>\n<html lang=\"", guide->language, "\"");
    html_put(html, is_right_to_left(guide_text(guide, guide->language)) ? " dir=\"rtl\"" : "");
    html_put(html, ">\n<head>\n<meta charset=\"utf-8\">\n");
    html_put(html, "<meta http-equiv=\"Content-Security-Policy\" content=\"" POLICY);
    html_put(html, site != NULL ? site->policy : OWN_POLICY);
    html_put(html, "\">\n");
    html_put(html, head);
    html_put_plain(html, "<title>", title, " - ");
    html_put_plain(html, "", guide->title, "</title>\n");
    if (site != NULL) {
        html_put(html, "<link rel=\"stylesheet\" href=\"" HTML_STYLE "\">\n</head>\n");
        return;
    }
    html_put_plain(html, "<meta name=\"description\" content=\"", summary, "\">\n<style>");
    html_put(html, html_style);
    html_put(html, "</style>\n</head>\n");
}

/* Puts the head of a page that stands alone. */
static void put_header(struct html *html, uint32_t title)
{
    const struct guide *guide = html->render->guide;
    const struct guide_role *front = html->render->selection->front;

    html_put(html, "<header>\n");
    html_put_plain(html, html->single ? "<p>" : "<h1>", guide->title,
                   html->single ? "</p>\n" : "</h1>\n");
    if (!html->single)
        html_put_plain(html, "<p>", title, "</p>\n");
    if (front != NULL && front->summary != 0)
        html_put_plain(html, "<p>", front->summary, "</p>\n");
    html_put(html, "</header>\n");
}

/* Puts the way out, and what it says when keys are pressed. */
static void put_way_out(struct html *html)
{
    const struct guide *guide = html->render->guide;

    html_put_plain(html, "<section class=\"out\" aria-label=\"", guide->labels[LABEL_EXIT],
                   "\">\n");
    html_put(html, "<a class=\"exit\" id=\"_exit\" href=\"");
    html_put_address(html, guide_label(guide, LABEL_EXIT_ADDRESS));
    html_put_plain(html, "\" data-title=\"", guide->labels[LABEL_EXIT_TITLE], "\"");
    html_put_plain(html, " data-two=\"", guide->labels[LABEL_EXIT_TWO], "\"");
    html_put_plain(html, " data-one=\"", guide->labels[LABEL_EXIT_ONE], "\"");
    html_put_plain(html, " data-off=\"", guide->labels[LABEL_EXIT_OFF], "\"");
    html_put_label(html, "", LABEL_EXIT, "</a>\n");
    html_put(html, "<p id=\"_keys\" role=\"status\"></p>\n</section>\n");
}

/* Puts an item of a list: a link to a page that has a label for a name. */
static void put_page_link(struct html *html, const char *page, enum guide_label label)
{
    html_put(html, "<li><a href=\"");
    html_put(html, page);
    html_put_label(html, "\"", label, "</a></li>\n");
}

/* Puts the head of a page of a site: where it stands, and what else there is. */
static void put_bar(struct html *html)
{
    const struct guide *guide = html->render->guide;

    html_put(html, "<header>\n");
    if (!html->opens)
        html_put_plain(html, "<p class=\"home\"><a href=\"" HTML_OPENING "\">", guide->title,
                       "</a></p>\n");
    html_put_plain(html, "<nav aria-label=\"", guide->labels[LABEL_SITE_BAR], "\">\n<ul>\n");
    put_page_link(html, HTML_SEARCH, LABEL_SITE_SEARCH);
    put_page_link(html, HTML_CONTENTS, LABEL_CONTENTS);
    put_page_link(html, HTML_WORDS, LABEL_SITE_WORDS);
    html_put(html, "</ul>\n</nav>\n");
    if (html->single) {
        const struct guide_section *section =
            &guide->sections[html->render->selection->sections[0]];
        const struct guide_part *part = &guide->parts[section->part];

        html_put_plain(html, "<p class=\"part\"><a href=\"" HTML_CONTENTS "#", part->id, "\">");
        html_put_plain(html, "", part->title, "</a></p>\n");
    }
    html_put(html, "</header>\n");
}

void html_begin_page(struct html *html, uint32_t title, uint32_t summary)
{
    put_head(html, title, summary);
    html_put(html, "<body>\n");
    html_put_label(html, "<a class=\"skip\" href=\"#" TEXT_ID "\"", LABEL_SKIP, "</a>\n");
    if (html->render->options->site != NULL) {
        put_way_out(html);
        put_bar(html);
    } else {
        put_header(html, title);
        if (!html->single)
            html_put_contents(html);
    }
    html_put(html, "<main id=\"" TEXT_ID "\" tabindex=\"-1\">\n");
}

void html_put_opening(struct html *html)
{
    const struct guide *guide = html->render->guide;
    const struct guide_role *front = html->render->selection->front;
    const uint32_t summary = front != NULL ? front->summary : guide->summary;

    html_put_plain(html, "<h1>", front != NULL ? front->title : guide->title, "</h1>\n");
    if (summary != 0)
        html_put_plain(html, "<p class=\"lead\">", summary, "</p>\n");
    html_put_notice(html);
}

/* Whether the contents are what the page is for: they are of the whole guide, and lead to pages. */
static bool is_contents_page(const struct html *html)
{
    return html->render->selection->count == 0 && html->render->selection->front == NULL;
}

/* Puts an entry of the contents; those of a page that holds nothing else have the summary, too. */
static void put_entry(struct html *html, uint32_t index)
{
    const struct guide_section *section = &html->render->guide->sections[index];

    html_put(html, "<li><a href=\"");
    html_put_reference(html, index);
    html_put_plain(html, "\">", section->title, "</a>");
    if (html->render->selection->front != NULL || html->render->selection->count == 0)
        html_put_plain(html, html->render->options->site != NULL ? "<br>" : " \u2013 ",
                       section->summary, "");
    html_put(html, "</li>\n");
}

/* Puts what opens a list of some of the contents, with a title, and what closes it. In a site it
 * has a heading, one level below that of the contents. */
static void open_entries(struct html *html, uint32_t title)
{
    const char level = is_contents_page(html) ? '2' : '3';

    if (html->render->options->site == NULL) {
        html_put_plain(html, "", title, "\n<ul>\n");
        return;
    }
    html_put(html, "<h");
    output_char(html->out, level);
    html_put_plain(html, ">", title, "</h");
    output_char(html->out, level);
    html_put(html, ">\n<ul>\n");
}

static void close_entries(struct html *html)
{
    html_put(html, "</ul>\n</li>\n");
}

/* Puts the contents of a role, in groups where these have titles. */
static void put_groups(struct html *html, const struct guide_role *role)
{
    const struct guide *guide = html->render->guide;

    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];
        const bool titled = guide_group_is_titled(guide, group);

        if (titled) {
            html_put(html, "<li>");
            open_entries(html, group->title);
        }
        for (uint32_t j = 0; j < group->sections.count; j++)
            put_entry(html, guide->numbers[group->sections.first + j]);
        if (titled)
            close_entries(html);
    }
}

/* Puts the contents of the book, by parts; those of a contents page have ids. */
static void put_parts(struct html *html)
{
    const struct guide *guide = html->render->guide;

    for (const struct guide_part *part = guide->parts; part < guide->parts + guide->part_count;
         part++) {
        if (is_contents_page(html))
            html_put_plain(html, "<li id=\"", part->id, "\">");
        else
            html_put(html, "<li>");
        open_entries(html, part->title);
        for (uint32_t i = 0; i < part->sections.count; i++)
            put_entry(html, part->sections.first + i);
        close_entries(html);
    }
}

void html_put_contents(struct html *html)
{
    const struct selection *selection = html->render->selection;
    const bool is_page = is_contents_page(html);

    html_put(html, "<nav class=\"contents\" aria-labelledby=\"" CONTENTS_ID "\">\n");
    html_put_label(html, is_page ? "<h1 id=\"" CONTENTS_ID "\"" : "<h2 id=\"" CONTENTS_ID "\"",
                   LABEL_CONTENTS, is_page ? "</h1>\n<ul>\n" : "</h2>\n<ul>\n");
    if (selection->front != NULL)
        put_groups(html, selection->front);
    else if (is_page || render_is_book(html->render))
        put_parts(html);
    else
        for (uint32_t i = 0; i < selection->count; i++)
            put_entry(html, selection->sections[i]);
    html_put(html, "</ul>\n</nav>\n");
}

/* Puts where the section before, or after, in the order of the book is. */
static void put_step(struct html *html, uint32_t section, const char *tag, enum guide_label label)
{
    const struct guide *guide = html->render->guide;

    if (section >= guide->section_count)
        return;
    html_put(html, tag);
    html_put_reference(html, section);
    html_put(html, "\">");
    html_put_label(html, "<span", label, "</span> ");
    html_put_plain(html, "", guide->sections[section].title, "</a></li>\n");
}

static void put_steps(struct html *html)
{
    const uint32_t section = html->render->selection->sections[0];

    html_put_plain(html, "<nav class=\"cards steps\" aria-label=\"",
                   html->render->guide->labels[LABEL_SITE_STEPS], "\">\n<ul>\n");
    put_step(html, section + 1, "<li><a rel=\"next\" href=\"", LABEL_NEXT);
    put_step(html, section - 1, "<li><a rel=\"prev\" href=\"", LABEL_SITE_PREVIOUS);
    html_put(html, "</ul>\n</nav>\n");
}

/* Puts where the ways of all roles begin, so that the other side's is one step away. */
static void put_roles(struct html *html)
{
    const struct guide *guide = html->render->guide;

    if (guide->role_count == 0)
        return;
    html_put(html, "<nav class=\"roles\" aria-labelledby=\"" ROLES_ID "\">\n");
    html_put_label(html, "<h2 id=\"" ROLES_ID "\"", LABEL_SITE_ROLES, "</h2>\n<ul>\n");
    for (const struct guide_role *role = guide->roles; role < guide->roles + guide->role_count;
         role++) {
        html_put_plain(html, "<li><a href=\"", role->id, HTML_SUFFIX "\"");
        html_put(html, role == html->render->selection->front ? " aria-current=\"page\">" : ">");
        html_put_plain(html, "", role->title, "</a></li>\n");
    }
    html_put(html, "</ul>\n</nav>\n");
}

/* Puts of when the guide is, with the date in an element of its own. */
static void put_edition(struct html *html)
{
    const struct guide *guide = html->render->guide;
    const char *label = guide_label(guide, LABEL_EDITION);
    const char *edition = guide_text(guide, guide->edition);
    const char *date = strstr(label, edition);

    html_put(html, "<p");
    html_close_label_tag(html, LABEL_EDITION);
    if (date != NULL) {
        for (; label < date; label++)
            if ((unsigned char)*label >= ' ')
                html_put_text(html, label, 1);
        html_put_plain(html, "<time>", guide->edition, "</time>");
        label = date + strlen(edition);
    }
    html_put_title(html, label);
    html_put(html, "</p>\n");
}

static void put_foot(struct html *html)
{
    const struct guide *guide = html->render->guide;

    html_put(html, "<footer>\n");
    if (html->render->options->site != NULL)
        html_put_label(html, "<p><a href=\"" HTML_OPENING "#" HTML_TRACES_ID "\"", LABEL_TRACES,
                       "</a></p>\n");
    /* In a site, the pages that are not about one section have it. */
    if (guide->copyright != 0 && !(html->single && html->render->options->site != NULL))
        html_put_plain(html, "<p>", guide->copyright, "</p>\n");
    if (guide->version != 0) {
        html_put_plain(html, "<p>", guide->name, " ");
        html_put_plain(html, "", guide->version, "</p>\n");
    }
    put_edition(html);
    html_put(html, "</footer>\n");
}

void html_end_page(struct html *html)
{
    const struct html_site *site = html->render->options->site;

    html_put(html, "</main>\n");
    if (site != NULL) {
        if (html->single)
            put_steps(html);
        put_roles(html);
    }
    put_foot(html);
    if (site != NULL) {
        html_put(html, "<script>");
        html_put(html, site->script);
        html_put(html, "</script>\n");
    }
    html_put(html, "</body>\n</html>\n");
}
