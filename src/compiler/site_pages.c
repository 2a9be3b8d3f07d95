/* SPDX-License-Identifier: MIT */
/* site_pages.c: the pages of a web site that are no section, role or book. */
#include "compiler/site_pages.h"

#include "base/utf8.h"
#include "compiler/embedded.h"
#include "compiler/memory.h"
#include "compiler/site_search.h"
#include "compiler/unicode.h"
#include "guide/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *embedded_text(const char *name)
{
    const struct embedded *file = embedded_find(name);

    assert(file != NULL);
    return (const char *)file->bytes;
}

const char *site_style(void)
{
    return embedded_text("site/site.css");
}

const char *site_exit_script(void)
{
    return embedded_text("site/exit.js");
}

const char *site_lookup_script(void)
{
    return embedded_text("site/lookup.js");
}

const char *site_search_script(void)
{
    return embedded_text("site/search.js");
}

/* --- The opening page --- */

static void put_doors(struct html *html)
{
    const struct guide *guide = html->render->guide;

    if (guide->door_count == 0)
        return;
    html_put(html, "<nav class=\"cards\" aria-labelledby=\"_doors\">\n");
    html_put_label(html, "<h2 id=\"_doors\"", LABEL_SITE_DOORS, "</h2>\n<ul>\n");
    for (const struct guide_door *door = guide->doors; door < guide->doors + guide->door_count;
         door++) {
        html_put(html, "<li><a href=\"");
        if (door->kind == NAME_ROLE)
            html_put_plain(html, "", guide->roles[door->index].id, HTML_SUFFIX);
        else if (*guide_text(guide, door->place) == '\0')
            html_put_reference(html, door->index);
        else
            html_put_place_reference(
                html, guide_find_place(guide, door->index, guide_text(guide, door->place)));
        html_put_plain(html, "\">", door->title, "</a></li>\n");
    }
    html_put(html, "</ul>\n</nav>\n");
}

void site_put_opening(const struct render *render)
{
    struct html html = {.render = render, .out = render->out, .opens = true};

    html_begin_page(&html, render->guide->summary, render->guide->summary);
    html_put_opening(&html);
    put_doors(&html);
    html_put(&html, "<p><a href=\"" HTML_SEARCH "\"");
    html_put_label(&html, "", LABEL_FIND_WHAT, "</a></p>\n<p><a href=\"" HTML_WHOLE "\"");
    html_put_label(&html, "", LABEL_SITE_WHOLE, "</a></p>\n");
    html_put(&html, "<section class=\"keep\" id=\"" HTML_TRACES_ID "\">\n");
    html_put_label(&html, "<h2", LABEL_TRACES, "</h2>\n");
    html_put_label(&html, "<p", LABEL_TRACES_EXIT, "</p>\n");
    html_put_label(&html, "<p", LABEL_TRACES_KEPT, "</p>\n");
    html_put_label(&html, "<p", LABEL_TRACES_LESS, "</p>\n</section>\n");
    html_end_page(&html);
}

void site_put_contents(const struct render *render)
{
    struct html html = {.render = render, .out = render->out};

    html_begin_page(&html, render->guide->labels[LABEL_CONTENTS], render->guide->summary);
    html_put_contents(&html);
    html_end_page(&html);
}

/* --- Words from A to Z --- */

/* A word, and a section that it leads to. */
struct entry {
    char *key; /* by it they are sorted: as words_key has it or, of signs alone, these */
    uint32_t text, section;
    uint32_t part; /* the page that it is on, from 0 */
};

struct entries {
    struct entry *list;
    size_t count, capacity;
};

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    const int order = strcmp(a->key, b->key);

    return order != 0 ? order : (a->section > b->section) - (a->section < b->section);
}

static void add_words(struct entries *entries, const struct guide *guide, uint32_t section,
                      struct guide_range words)
{
    for (uint32_t i = 0; i < words.count; i++) {
        struct entry entry = {NULL, guide->numbers[words.first + i], section, 0};
        struct output key;

        output_to_memory(&key);
        words_key(guide, guide_text(guide, entry.text), &key);
        if (key.length == 0)
            unicode_put_unmarked(&key, guide_text(guide, entry.text));
        entry.key = memory_end_text(&key);
        entries->list =
            memory_grow(entries->list, entries->count, &entries->capacity, sizeof *entries->list);
        entries->list[entries->count++] = entry;
    }
}

/* Makes the list of all aliases and index words of sections, each section once for a word. */
static void collect(struct entries *entries, const struct guide *guide)
{
    size_t kept = 0;

    for (uint32_t i = 0; i < guide->section_count; i++) {
        add_words(entries, guide, i, guide->sections[i].aliases);
        add_words(entries, guide, i, guide->sections[i].index_words);
    }
    if (entries->count > 0)
        qsort(entries->list, entries->count, sizeof *entries->list, compare_entries);
    for (size_t i = 0; i < entries->count; i++)
        if (kept > 0 && compare_entries(&entries->list[kept - 1], &entries->list[i]) == 0)
            free(entries->list[i].key);
        else
            entries->list[kept++] = entries->list[i];
    entries->count = kept;
}

static bool begin_alike(const struct entry *a, const struct entry *b)
{
    const size_t size = utf8_length(*a->key);

    return strncmp(a->key, b->key, size) == 0;
}

/* Spreads words over pages, of which each ends with a letter; returns how many there are. */
static uint32_t spread(struct entries *entries)
{
    enum { MOST_WORDS = 450 };
    size_t begun = 0; /* the first word of the page */
    uint32_t part = 0;

    for (size_t i = 0, end; i < entries->count; i = end) {
        for (end = i + 1; end < entries->count; end++)
            if (!begin_alike(&entries->list[i], &entries->list[end]))
                break;
        if (end - begun > MOST_WORDS && i > begun) {
            part++;
            begun = i;
        }
        for (size_t j = i; j < end; j++)
            entries->list[j].part = part;
    }
    return part + 1;
}

static void free_entries(struct entries *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        free(entries->list[i].key);
    free(entries->list);
}

uint32_t site_word_pages(const struct guide *guide)
{
    struct entries entries = {0};
    uint32_t count;

    collect(&entries, guide);
    count = spread(&entries);
    free_entries(&entries);
    return count;
}

/* Puts the letter that a word begins with, a capital if it is one of ASCII. */
static void put_letter(struct html *html, const struct entry *entry)
{
    const char letter = *entry->key;

    if (letter >= 'a' && letter <= 'z')
        output_char(html->out, (char)(letter - 'a' + 'A'));
    else
        html_put_text(html, entry->key, utf8_length(letter));
}

/* Puts an entry; with the title of its section, if the word leads to several. */
static void put_entry(struct html *html, const struct entry *entry, bool is_one_of_several)
{
    html_put(html, "<li><a href=\"");
    html_put_reference(html, entry->section);
    html_put_plain(html, "\">", entry->text, "");
    if (is_one_of_several)
        html_put_plain(html, ": ", html->render->guide->sections[entry->section].title, "");
    html_put(html, "</a></li>\n");
}

static bool are_same(const struct entries *entries, size_t a, size_t b)
{
    return a < entries->count && b < entries->count &&
           strcmp(entries->list[a].key, entries->list[b].key) == 0;
}

static bool begins_letter(const struct entries *entries, size_t i)
{
    return i == 0 || !begin_alike(&entries->list[i], &entries->list[i - 1]);
}

/* Puts where the words of each letter are, on this page or another. */
static void put_letters(struct html *html, const struct entries *entries, uint32_t part)
{
    html_put_plain(html, "<nav class=\"letters\" aria-label=\"",
                   html->render->guide->labels[LABEL_SITE_WORDS], "\">\n<ul>\n");
    for (size_t i = 0; i < entries->count; i++) {
        const uint32_t other = entries->list[i].part;

        if (!begins_letter(entries, i))
            continue;
        html_put(html, "<li><a href=\"");
        if (other != part)
            html_put(html, HTML_WORDS_BASE);
        if (other != part && other > 0) {
            html_put(html, "_");
            output_number(html->out, other + 1);
        }
        html_put(html, other != part ? HTML_SUFFIX "#_" : "#_");
        put_letter(html, &entries->list[i]);
        html_put(html, "\">");
        put_letter(html, &entries->list[i]);
        html_put(html, "</a></li>\n");
    }
    html_put(html, "</ul>\n</nav>\n");
}

void site_put_words(const struct render *render)
{
    const uint32_t part = render->options->site->part;
    struct html html = {.render = render, .out = render->out};
    struct entries entries = {0};
    const char *before = "";

    collect(&entries, render->guide);
    spread(&entries);
    html_begin_page(&html, render->guide->labels[LABEL_SITE_WORDS], render->guide->summary);
    html_put_label(&html, "<h1", LABEL_SITE_WORDS, "</h1>\n");
    put_letters(&html, &entries, part);
    for (size_t i = 0; i < entries.count; i++) {
        if (entries.list[i].part != part)
            continue;
        if (begins_letter(&entries, i)) {
            html_put(&html, before);
            html_put(&html, "<h2 id=\"_");
            put_letter(&html, &entries.list[i]);
            html_put(&html, "\">");
            put_letter(&html, &entries.list[i]);
            html_put(&html, "</h2>\n<ul class=\"words\">\n");
            before = "</ul>\n";
        }
        put_entry(&html, &entries.list[i],
                  are_same(&entries, i, i + 1) || (i > 0 && are_same(&entries, i, i - 1)));
    }
    html_put(&html, before);
    html_end_page(&html);
    free_entries(&entries);
}

/* --- Search --- */

static void put_script(struct html *html, const char *text)
{
    html_put(html, "<script>");
    html_put(html, text);
    html_put(html, "</script>\n");
}

/* The form is there only when a script makes it work, and it says to browsers that they keep and
 * send nothing of what is typed. */
void site_put_search(const struct render *render)
{
    struct html html = {.render = render, .out = render->out};

    html_begin_page(&html, render->guide->labels[LABEL_SITE_SEARCH], render->guide->summary);
    html_put_label(&html, "<h1", LABEL_SITE_SEARCH, "</h1>\n");
    html_put(&html, "<noscript><p><a href=\"" HTML_WORDS "\"");
    html_put_label(&html, "", LABEL_FIND_NO_SCRIPT, "</a></p></noscript>\n");
    html_put(&html, "<form id=\"_form\" role=\"search\" autocomplete=\"off\" hidden>\n");
    html_put_label(&html, "<label for=\"_what\"", LABEL_FIND_WHAT, "</label>\n");
    html_put(&html, "<input id=\"_what\" type=\"search\" autocomplete=\"off\" autocorrect=\"off\""
                    " spellcheck=\"false\" enterkeyhint=\"search\">\n");
    html_put_label(&html, "<button type=\"submit\"", LABEL_SITE_SEARCH, "</button>\n</form>\n");
    html_put(&html, "<p id=\"_said\" role=\"status\"></p>\n<ol id=\"_found\"></ol>\n");
    html_put_notice(&html);
    html_put(&html, "<script type=\"application/json\" id=\"_tables\">");
    site_search_put_tables(render->guide, render->out);
    html_put(&html, "</script>\n");
    put_script(&html, site_lookup_script());
    put_script(&html, site_search_script());
    html_end_page(&html);
}
