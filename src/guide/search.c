/* search.c: finding a text in a guide. */
#include "guide/search.h"

#include "base/number.h"
#include "base/output.h"
#include "guide/fold.h"

#include <stdlib.h>
#include <string.h>

/* Bytes that strstr is given to look for. */
enum { STRSTR_BYTES = 32 };

/* Folds what somebody searches for: as passages are folded, with one space between words. Returns
 * NULL if memory ran out. */
static char *fold_query(const struct guide *guide, const char *text)
{
    struct output out;

    output_to_memory(&out);
    while (*text != '\0') {
        char buffer[4];
        size_t size, folded_size;
        const char *folded = fold_character(guide, text, &size, &folded_size, buffer);
        bool space = folded_size == 1 && *folded == ' ';

        if (!space || (out.length > 0 && out.data[out.length - 1] != ' '))
            output_put(&out, folded, folded_size);
        text += size;
    }
    while (out.length > 0 && out.data[out.length - 1] == ' ')
        out.length--;
    output_char(&out, '\0');
    if (out.error != 0) {
        free(out.data);
        return NULL;
    }
    return out.data;
}

static bool is_shown(const struct guide *guide, const struct selection *selection,
                     const struct guide_passage *passage)
{
    if (!select_holds(selection, passage->section))
        return false;
    return passage->kind != PASSAGE_TEXT ||
           (guide->blocks[passage->block].roles & selection->roles) != 0;
}

/* The passage that holds a byte of the folded text, at or after the passage FROM. */
static uint32_t passage_at(const struct guide *guide, uint32_t offset, uint32_t from)
{
    uint32_t low = from, high = guide->passage_count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (guide->passages[middle].folded <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* A walk along a passage's text that keeps account of the folded text. */
struct walk {
    uint32_t passage;
    uint32_t text;   /* bytes of the text that were passed */
    uint32_t folded; /* offset in the folded text */
};

/* Goes on to where FOLDED bytes of the folded text are passed. With PAST, also over what folds to
 * nothing, such as an accent after its letter. */
static void walk_to(const struct guide *guide, struct walk *walk, uint32_t folded, bool past)
{
    const char *text = guide_text(guide, guide->passages[walk->passage].text);

    while (text[walk->text] != '\0') {
        unsigned char byte = (unsigned char)text[walk->text];
        char buffer[4];
        size_t size = 1, folded_size = 1;

        if (byte < ' ' || byte >= 0x80)
            fold_character(guide, text + walk->text, &size, &folded_size, buffer);
        if (walk->folded >= folded && !(past && folded_size == 0))
            return;
        walk->text += (uint32_t)size;
        walk->folded += (uint32_t)folded_size;
    }
}

/* Adds to an array that doubles; returns NULL, and frees nothing, if memory ran out. */
static void *grow(void *array, uint32_t count, size_t size)
{
    if (count == 0)
        return realloc(array, 16 * size);
    if (count < 16 || (count & (count - 1)) != 0)
        return array;
    return realloc(array, (size_t)count * 2 * size);
}

/* Whether each byte of a passage is folded to one. */
static bool is_ascii(const struct guide *guide, const struct guide_passage *passage)
{
    return passage->kind == PASSAGE_TEXT && guide->blocks[passage->block].ascii != 0;
}

static bool add_hit(struct search *search, const struct guide *guide, struct walk *walk,
                    uint32_t start, uint32_t end)
{
    const struct guide_passage *passage = &guide->passages[walk->passage];
    struct search_hit *hits = grow(search->hits, search->hit_count, sizeof *hits);
    struct search_hit *hit;

    if (hits == NULL)
        return false;
    search->hits = hits;
    hit = &hits[search->hit_count++];
    hit->passage = walk->passage;
    if (is_ascii(guide, passage)) {
        hit->start = start - passage->folded;
        hit->end = end - passage->folded;
        return true;
    }
    walk_to(guide, walk, start, false);
    hit->start = walk->text;
    walk_to(guide, walk, end, true);
    hit->end = walk->text;
    return true;
}

/* Counts a hit for its section. Hits of one section follow each other. */
static bool count_hit(struct search *search, const struct guide_passage *passage)
{
    struct search_section *sections, *section;

    if (search->count == 0 || search->sections[search->count - 1].section != passage->section) {
        sections = grow(search->sections, search->count, sizeof *sections);
        if (sections == NULL)
            return false;
        search->sections = sections;
        sections[search->count++] = (struct search_section){
            .section = passage->section, .kind = passage->kind, .first = search->hit_count - 1};
    }
    section = &search->sections[search->count - 1];
    section->count++;
    section->text_count += passage->kind == PASSAGE_TEXT;
    if (passage->kind < section->kind)
        section->kind = passage->kind;
    return true;
}

/* For each beginning of the query, the longest end of it, but not all of it, that begins the query
 * too. Returns NULL if memory ran out; else the caller frees it. */
static uint32_t *find_borders(const char *query, uint32_t length)
{
    uint32_t *borders = malloc(length * sizeof *borders), border = 0;

    for (uint32_t i = 0; borders != NULL && i < length; i++) {
        while (border > 0 && query[i] != query[border])
            border = borders[border - 1];
        border += i > 0 && query[i] == query[border];
        borders[i] = border;
    }
    return borders;
}

/* Adds the hit that begins at the offset, if the selection shows it. */
static bool add_shown(struct search *search, const struct guide *guide,
                      const struct selection *selection, struct walk *walk, uint32_t offset,
                      uint32_t length)
{
    uint32_t from = walk->passage < guide->passage_count ? walk->passage : 0;
    uint32_t passage = passage_at(guide, offset, from);

    if (passage != walk->passage)
        *walk = (struct walk){passage, 0, guide->passages[passage].folded};
    return !is_shown(guide, selection, &guide->passages[passage]) ||
           (add_hit(search, guide, walk, offset, offset + length) &&
            count_hit(search, &guide->passages[passage]));
}

/* Finds all hits as Knuth, Morris and Pratt do, since in some libraries the time that strstr takes
 * grows with the product of both lengths; it only looks for where the query may begin. */
static bool find_all(struct search *search, const struct guide *guide,
                     const struct selection *selection, const char *query)
{
    const uint32_t length = (uint32_t)strlen(query);
    uint32_t *borders = find_borders(query, length), matched = 0;
    struct walk walk = {.passage = guide->passage_count};
    char beginning[STRSTR_BYTES + 1] = "";
    bool found = borders != NULL;

    strncat(beginning, query, STRSTR_BYTES);
    for (const char *at = guide->folded; found && *at != '\0'; at++) {
        if (matched == 0 && (at = strstr(at, beginning)) == NULL)
            break;
        while (matched > 0 && *at != query[matched])
            matched = borders[matched - 1];
        matched += *at == query[matched];
        if (matched == length) {
            uint32_t end = (uint32_t)(at - guide->folded) + 1;

            found = add_shown(search, guide, selection, &walk, end - length, length);
            matched = 0;
        }
    }
    free(borders);
    return found;
}

static int compare_sections(const void *left, const void *right)
{
    const struct search_section *a = left, *b = right;
    int order = number_compare(a->kind, b->kind);

    if (order == 0)
        order = number_compare(b->count, a->count);
    return order != 0 ? order : number_compare(a->section, b->section);
}

bool search_find(struct search *search, const struct guide *guide,
                 const struct selection *selection, const char *text)
{
    char *query = fold_query(guide, text);
    bool found;

    *search = (struct search){0};
    if (query == NULL)
        return false;
    found =
        *query == '\0' || guide->passage_count == 0 || find_all(search, guide, selection, query);
    free(query);
    if (!found) {
        search_free(search);
        return false;
    }
    if (search->count > 0)
        qsort(search->sections, search->count, sizeof *search->sections, compare_sections);
    return true;
}

void search_free(struct search *search)
{
    free(search->sections);
    free(search->hits);
    *search = (struct search){0};
}
