/* SPDX-License-Identifier: MIT */
/* search.c: finding words in a guide. */
#include "guide/search.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/output.h"
#include "base/utf8.h"
#include "guide/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Bytes that strstr is given to look for. */
enum { STRSTR_BYTES = 32 };

/* Bytes of words that tell more than shorter ones, of which most are such as "my" and "how". */
enum { TELLING_BYTES = 4 };

#define NOWHERE UINT32_MAX

enum { KINDS = PASSAGE_TEXT + 1 };

/* A word or phrase that is looked for. */
struct term {
    const char *text; /* folded; not ended by NUL */
    uint32_t length;
    uint32_t *borders; /* for each beginning of it, the longest end of that, but not all of it, that
                          begins the term too */
    uint32_t sign;     /* bit of the signatures of sections that may hold it, or NOWHERE */
    uint32_t section;  /* where the next hit is */
    uint32_t start;    /* where it begins, or NOWHERE */
    bool whole;        /* it is a whole word */
    char beginning[STRSTR_BYTES + 1];
};

struct query {
    char *text;        /* folded */
    uint32_t *borders; /* of all terms */
    struct term terms[SEARCH_MAX_TERMS];
    uint32_t count;
    uint32_t telling; /* mask of the terms that are long */
};

/* What is known of the passage where the last hit was. Masks: bit N for term N. */
struct tally {
    uint32_t passage;
    uint32_t first;                  /* its first hit */
    uint32_t held;                   /* mask of the terms that it holds */
    uint32_t span;                   /* bytes that hold all of them */
    uint32_t last[SEARCH_MAX_TERMS]; /* where the last hit of each begins */
};

struct finder {
    struct search *search;
    const struct guide *guide;
    const struct selection *selection;
    struct query query;
    struct tally tally;
    /* Of the last section: masks for each kind of passages; terms in the best ones of its text. */
    uint32_t held[KINDS], whole[KINDS];
    uint32_t text_together;
};

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
    output_char(&out, '\0');
    if (out.error != 0) {
        free(out.data);
        return NULL;
    }
    return out.data;
}

static void find_borders(uint32_t *borders, const char *text, uint32_t length)
{
    uint32_t border = 0;

    borders[0] = 0;
    for (uint32_t i = 1; i < length; i++) {
        while (border > 0 && text[i] != text[border])
            border = borders[border - 1];
        border += text[i] == text[border];
        borders[i] = border;
    }
}

/* Whether a byte is a sign that people put around words. */
static bool is_around(char byte)
{
    return byte != '\0' && strchr(" .,;:!?()'", byte) != NULL;
}

/* The bit that signatures of sections have which hold a term, or NOWHERE if they do not tell: that
 * of the first word that is long enough. */
static uint32_t find_sign(const char *text, uint32_t length)
{
    for (uint32_t i = 0; i + SIGNATURE_BYTES <= length; i++)
        if ((i == 0 || text[i - 1] == ' ') && fold_has_sign(text + i))
            return fold_sign(text + i);
    return NOWHERE;
}

/* Adds what stands between two places of the query, without the signs around it, unless these are
 * all there is, or it is there already. */
static void add_term(struct query *query, const char *from, const char *to)
{
    const char *first = from, *end = to;
    struct term *term = &query->terms[query->count];

    while (first < end && is_around(*first))
        first++;
    while (end > first && is_around(end[-1]))
        end--;
    if (first == end)
        for (first = from, end = to; first < end && *first == ' '; first++)
            continue;
    while (end > first && end[-1] == ' ')
        end--;
    if (first == end || query->count == SEARCH_MAX_TERMS)
        return;
    *term = (struct term){.text = first, .length = (uint32_t)(end - first)};
    for (const struct term *other = query->terms; other < term; other++)
        if (other->length == term->length && memcmp(other->text, first, term->length) == 0)
            return;
    term->sign = find_sign(first, term->length);
    term->borders = query->borders + (first - query->text);
    find_borders(term->borders, first, term->length);
    memcpy(term->beginning, first, term->length < STRSTR_BYTES ? term->length : STRSTR_BYTES);
    if (term->length >= TELLING_BYTES)
        query->telling |= UINT32_C(1) << query->count;
    query->count++;
}

/* Makes terms of what somebody searches for. Returns false if memory ran out; query_free frees it,
 * also then. */
static bool query_make(struct query *query, const struct guide *guide, const char *text)
{
    const char *at, *end;

    query->text = fold_query(guide, text);
    if (query->text == NULL)
        return false;
    query->borders = malloc((strlen(query->text) + 1) * sizeof *query->borders);
    if (query->borders == NULL)
        return false;
    for (at = query->text; *at != '\0'; at = end + (*end != '\0')) {
        end = at + strcspn(at, " \"");
        if (end > at)
            add_term(query, at, end);
        if (*end == '"') {
            at = end + 1;
            end = at + strcspn(at, "\"");
            add_term(query, at, end);
        }
    }
    return true;
}

static void query_free(struct query *query)
{
    free(query->borders);
    free(query->text);
}

/* Whether bytes of the folded text are words from their beginning; notes if up to their end. */
static bool is_words(const struct guide *guide, uint32_t start, uint32_t end, bool *whole)
{
    const char *folded = guide->folded;

    if (utf8_is_continuation(folded[start]) || utf8_is_continuation(folded[end]) ||
        !fold_is_boundary(folded, start))
        return false;
    *whole = fold_is_boundary(folded, end);
    return true;
}

/* Finds the next hit of a term in a section's text as Knuth, Morris and Pratt do, since in some
 * libraries the time that strstr takes grows with the product of both lengths; it only looks for
 * where the term may begin. */
static void find_in_section(const struct guide *guide, struct term *term, uint32_t from)
{
    uint32_t matched = 0;

    term->start = NOWHERE;
    for (const char *at = guide->folded + from; *at != '\0'; at++) {
        if (matched == 0 && (at = strstr(at, term->beginning)) == NULL)
            return;
        while (matched > 0 && *at != term->text[matched])
            matched = term->borders[matched - 1];
        matched += *at == term->text[matched];
        if (matched == term->length) {
            uint32_t end = (uint32_t)(at - guide->folded) + 1;

            if (is_words(guide, end - term->length, end, &term->whole)) {
                term->start = end - term->length;
                return;
            }
            matched = term->borders[matched - 1];
        }
    }
}

/* Finds the first hit of a term in the sections from one on that are selected. */
static void find_from(const struct finder *finder, struct term *term, uint32_t section)
{
    const struct guide *guide = finder->guide;

    term->start = NOWHERE;
    for (; section < guide->section_count && term->start == NOWHERE; section++) {
        const struct guide_signature *signature = &guide->signatures[section];

        if (!select_holds(finder->selection, section) ||
            (term->sign != NOWHERE &&
             (signature->bits[term->sign / 32] >> term->sign % 32 & 1) == 0))
            continue;
        term->section = section;
        find_in_section(guide, term, signature->folded);
    }
}

/* Finds the next hit of a term. */
static void find_next(const struct finder *finder, struct term *term)
{
    find_in_section(finder->guide, term, term->start + term->length);
    if (term->start == NOWHERE)
        find_from(finder, term, term->section + 1);
}

/* The term whose next hit comes first, or NULL. */
static struct term *nearest(struct query *query)
{
    struct term *best = NULL;

    for (uint32_t i = 0; i < query->count; i++) {
        struct term *term = &query->terms[i];

        if (term->start != NOWHERE && (best == NULL || term->start < best->start))
            best = term;
    }
    return best;
}

/* Whether a passage of a selected section is shown. */
static bool is_shown(const struct guide *guide, const struct selection *selection,
                     const struct guide_passage *passage)
{
    return passage->kind != PASSAGE_TEXT ||
           (guide->blocks[passage->source].roles & selection->roles) != 0;
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

static uint32_t count_bits(uint32_t bits)
{
    uint32_t count = 0;

    for (; bits != 0; bits &= bits - 1)
        count++;
    return count;
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

static struct search_section *last_section(const struct finder *finder)
{
    return &finder->search->sections[finder->search->count - 1];
}

/* Counts the last passage for its section. Of its text, those passages keep their hits that hold
 * the most terms and, of as many, the most long ones. */
static void end_passage(struct finder *finder)
{
    struct search *search = finder->search;
    const struct tally *tally = &finder->tally;
    const uint32_t together = count_bits(tally->held) * (SEARCH_MAX_TERMS + 1) +
                              count_bits(tally->held & finder->query.telling);
    struct search_section *section = last_section(finder);
    const uint32_t kind = finder->guide->passages[tally->passage].kind;
    const uint32_t text_first = search->hit_count - section->text_count;

    finder->held[kind] |= tally->held;
    if (kind == PASSAGE_TEXT) {
        const uint32_t best = finder->text_together;

        if (together < best) {
            section->text_count -= search->hit_count - tally->first;
            search->hit_count = tally->first;
        } else if (together > best) {
            const uint32_t count = search->hit_count - tally->first;

            memmove(search->hits + text_first, search->hits + tally->first,
                    count * sizeof *search->hits);
            search->hit_count = text_first + count;
            section->text_count = count;
            finder->text_together = together;
        }
    }
    if (together > section->together ||
        (together == section->together && tally->span < section->span)) {
        section->together = together;
        section->span = tally->span;
    }
}

/* Sets what the rank of the last section comes of. */
static void end_section(struct finder *finder)
{
    struct search_section *section = last_section(finder);
    uint32_t held = 0, whole = 0, all = 0;

    for (uint32_t kind = 0; kind < KINDS; kind++)
        all |= finder->held[kind];
    for (uint32_t kind = 0; held != all; kind++) {
        held |= finder->held[kind];
        whole |= finder->whole[kind];
        section->kind = kind;
    }
    section->held = count_bits(all);
    section->whole = count_bits(whole);
    section->count = finder->search->hit_count - section->first;
}

static void end_all(struct finder *finder)
{
    if (finder->search->count > 0) {
        end_passage(finder);
        end_section(finder);
    }
}

/* Begins a passage and, with its first one, a section. Hits of one section follow each other. */
static bool begin_passage(struct finder *finder, uint32_t passage)
{
    struct search *search = finder->search;
    const uint32_t section = finder->guide->passages[passage].section;
    struct search_section *sections = search->sections;

    if (search->count > 0)
        end_passage(finder);
    if (search->count == 0 || last_section(finder)->section != section) {
        if (search->count > 0)
            end_section(finder);
        sections = grow(sections, search->count, sizeof *sections);
        if (sections == NULL)
            return false;
        search->sections = sections;
        sections[search->count++] = (struct search_section){
            .section = section, .first = search->hit_count, .span = UINT32_MAX};
        memset(finder->held, 0, sizeof finder->held);
        memset(finder->whole, 0, sizeof finder->whole);
        finder->text_together = 0;
    }
    finder->tally.passage = passage;
    finder->tally.first = search->hit_count;
    finder->tally.held = 0;
    finder->tally.span = 0;
    return true;
}

/* Counts a hit of a term in the last passage. */
static void count_hit(struct finder *finder, const struct term *term, uint32_t end)
{
    struct tally *tally = &finder->tally;
    const uint32_t n = (uint32_t)(term - finder->query.terms), bit = UINT32_C(1) << n;
    const bool more = (tally->held & bit) == 0;
    uint32_t first = term->start;

    finder->whole[finder->guide->passages[tally->passage].kind] |= term->whole ? bit : 0;
    tally->held |= bit;
    tally->last[n] = term->start;
    if (tally->held == bit)
        return;
    for (uint32_t i = 0; i < finder->query.count; i++)
        if ((tally->held >> i & 1) != 0 && tally->last[i] < first)
            first = tally->last[i];
    if (more || end - first < tally->span)
        tally->span = end - first;
}

/* Adds the next hit of a term, unless the last one has part of it. */
static bool add_hit(struct finder *finder, const struct term *term)
{
    struct search *search = finder->search;
    struct search_hit *hits = search->hits;
    const uint32_t end = term->start + term->length, passage = finder->tally.passage;

    count_hit(finder, term, end);
    if (search->hit_count > finder->tally.first && term->start < hits[search->hit_count - 1].end) {
        if (hits[search->hit_count - 1].end < end)
            hits[search->hit_count - 1].end = end;
        return true;
    }
    hits = grow(hits, search->hit_count, sizeof *hits);
    if (hits == NULL)
        return false;
    search->hits = hits;
    hits[search->hit_count++] = (struct search_hit){passage, term->start, end};
    last_section(finder)->text_count += finder->guide->passages[passage].kind == PASSAGE_TEXT;
    return true;
}

static bool find_all(struct finder *finder)
{
    const struct guide *guide = finder->guide;
    uint32_t passage = 0;
    struct term *term;

    for (uint32_t i = 0; i < finder->query.count; i++)
        find_from(finder, &finder->query.terms[i], 0);
    while ((term = nearest(&finder->query)) != NULL) {
        passage = passage_at(guide, term->start, passage);
        if (is_shown(guide, finder->selection, &guide->passages[passage])) {
            const bool is_new = finder->search->count == 0 || passage != finder->tally.passage;

            if (is_new && !begin_passage(finder, passage))
                return false;
            if (!add_hit(finder, term))
                return false;
        }
        find_next(finder, term);
    }
    end_all(finder);
    return true;
}

static int compare_sections(const void *left, const void *right)
{
    const struct search_section *a = left, *b = right;
    int order = number_compare(b->held, a->held);

    if (order == 0)
        order = number_compare(a->kind, b->kind);
    if (order == 0)
        order = number_compare(b->together, a->together);
    if (order == 0)
        order = number_compare(b->whole, a->whole);
    if (order == 0)
        order = number_compare(a->span, b->span);
    if (order == 0)
        order = number_compare(b->count, a->count);
    return order != 0 ? order : number_compare(a->section, b->section);
}

/* Puts the sections in order, and leaves those that hold the most terms. */
static void rank(struct search *search, uint32_t terms)
{
    uint32_t count = 1;

    if (search->count == 0)
        return;
    qsort(search->sections, search->count, sizeof *search->sections, compare_sections);
    while (count < search->count && search->sections[count].held == search->sections[0].held)
        count++;
    search->count = count;
    search->holds_all = search->sections[0].held == terms;
}

bool search_find(struct search *search, const struct guide *guide,
                 const struct selection *selection, const char *text)
{
    struct finder finder = {.search = search, .guide = guide, .selection = selection};
    bool found;

    *search = (struct search){0};
    found =
        query_make(&finder.query, guide, text) && (guide->passage_count == 0 || find_all(&finder));
    if (found)
        rank(search, finder.query.count);
    else
        search_free(search);
    query_free(&finder.query);
    return found;
}

bool search_put_first(struct search *search, uint32_t section)
{
    struct search_section first = {.section = section};
    struct search_section *sections;
    uint32_t before = 0;

    while (before < search->count && search->sections[before].section != section)
        before++;
    if (before < search->count) {
        first = search->sections[before];
    } else {
        sections = realloc(search->sections, (search->count + (size_t)1) * sizeof *sections);
        if (sections == NULL)
            return false;
        search->sections = sections;
        search->count++;
        search->holds_all |= before == 0;
    }
    memmove(search->sections + 1, search->sections, before * sizeof *search->sections);
    search->sections[0] = first;
    return true;
}

void search_free(struct search *search)
{
    free(search->sections);
    free(search->hits);
    *search = (struct search){0};
}

/* Goes on to where FOLDED bytes of the folded text are passed. With PAST, also over what folds to
 * nothing, such as an accent after its letter. */
static void walk_to(const struct guide *guide, struct search_walk *walk, uint32_t folded, bool past)
{
    const char *text = guide_passage_text(guide, &guide->passages[walk->passage]);

    for (;;) {
        char buffer[4];
        size_t size, folded_size;
        uint32_t run = 0;

        /* Of ASCII but marks each is folded to one. */
        while (walk->folded + run < folded && ascii_is_text(text[walk->text + run]))
            run++;
        walk->text += run;
        walk->folded += run;
        if (text[walk->text] == '\0')
            return;
        fold_character(guide, text + walk->text, &size, &folded_size, buffer);
        if (walk->folded >= folded && !(past && folded_size == 0))
            return;
        walk->text += (uint32_t)size;
        walk->folded += (uint32_t)folded_size;
    }
}

/* Whether each byte of a passage is folded to one. */
static bool is_ascii(const struct guide *guide, const struct guide_passage *passage)
{
    return passage->kind == PASSAGE_TEXT && guide->blocks[passage->source].ascii != 0;
}

void search_place(const struct guide *guide, struct search_walk *walk, const struct search_hit *hit,
                  uint32_t *start, uint32_t *end)
{
    const struct guide_passage *passage = &guide->passages[hit->passage];

    if (is_ascii(guide, passage)) {
        *start = hit->start - passage->folded;
        *end = hit->end - passage->folded;
        return;
    }
    if (walk->passage != hit->passage)
        *walk = (struct search_walk){hit->passage, 0, passage->folded};
    walk_to(guide, walk, hit->start, false);
    *start = walk->text;
    walk_to(guide, walk, hit->end, true);
    *end = walk->text;
}
