/* SPDX-License-Identifier: MIT */
/* site_search.c: the tables with which a web site is searched.
 *
 * Most are strings of numbers: in digits, the lowest first, of which those of the second half say
 * that another follows, as VLQ in source maps has it. Of a row, each is the difference from that in
 * the row before, and its lowest bit the sign. Lists of postings follow each other: a row has their
 * length. Stems are numbered anew, the most used first. */
#include "compiler/site_search.h"

#include "base/number.h"
#include "base/utf8.h"
#include "compiler/memory.h"
#include "guide/fold.h"
#include "guide/words.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* What ASCII has for a string in a script, in either quotes. */
static const char digits[] = "!#$%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`"
                             "abcdefghijklmnopqrstuvwxyz{|}~";

enum { DIGITS = (sizeof digits - 1) / 2 };

static void put_number(struct output *out, uint64_t number)
{
    for (; number >= DIGITS; number /= DIGITS)
        output_char(out, digits[DIGITS + number % DIGITS]);
    output_char(out, digits[number]);
}

static void put_difference(struct output *out, uint32_t number, uint32_t before)
{
    put_number(out, number >= before ? (uint64_t)(number - before) * 2
                                     : (uint64_t)(before - number) * 2 + 1);
}

static void put_string(struct output *out, const char *text)
{
    for (; *text != '\0'; text++)
        if (*text == MARK_PLACE)
            output_string(out, "\\u0013");
        else if (*text == '<')
            output_string(out, "\\u003c");
        else if (*text == '"' || *text == '\\') {
            output_char(out, '\\');
            output_char(out, *text);
        } else if ((unsigned char)*text >= ' ')
            output_char(out, *text);
}

static void put_text(struct output *out, const char *text)
{
    output_char(out, '"');
    put_string(out, text);
    output_char(out, '"');
}

static void begin_member(struct output *out, const char *name)
{
    output_string(out, ",\n\"");
    output_string(out, name);
    output_string(out, "\":");
}

enum { WIDEST_ROW = 4 };

/* Puts a row of numbers, and keeps it for the next. */
static void put_row(struct output *out, const uint32_t *row, size_t width, uint32_t *before)
{
    assert(width <= WIDEST_ROW);
    for (size_t i = 0; i < width; i++)
        put_difference(out, row[i], before[i]);
    memcpy(before, row, width * sizeof *row);
}

/* Puts some members of all rows of a table as numbers; or texts that hold no space, as one. */
#define PUT_NUMBERS(name, row, rows, ...)                                                          \
    do {                                                                                           \
        uint32_t before[WIDEST_ROW] = {0};                                                         \
                                                                                                   \
        begin_member(out, name);                                                                   \
        output_char(out, '"');                                                                     \
        for (uint32_t i = 0; i < guide->row##_count; i++) {                                        \
            const uint32_t numbers[] = {__VA_ARGS__};                                              \
                                                                                                   \
            put_row(out, numbers, sizeof numbers / sizeof *numbers, before);                       \
        }                                                                                          \
        output_char(out, '"');                                                                     \
    } while (0)

#define PUT_TEXTS(name, row, rows, member)                                                         \
    begin_member(out, name);                                                                       \
    output_char(out, '"');                                                                         \
    for (uint32_t i = 0; i < guide->row##_count; i++) {                                            \
        output_string(out, i > 0 ? " " : "");                                                      \
        put_string(out, guide_text(guide, guide->rows[i].member));                                 \
    }                                                                                              \
    output_char(out, '"')

/* The order of stems in the page. */
struct numbering {
    uint32_t *stems;   /* of a number the stem, */
    uint32_t *numbers; /* and of a stem the number */
};

static const uint32_t *sorted_uses; /* of compare_uses */

static int compare_uses(const void *left, const void *right)
{
    const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    const int order = number_compare(sorted_uses[b], sorted_uses[a]);

    return order != 0 ? order : number_compare(a, b);
}

/* Does something for each stem of a list in the postings. */
static void visit_stems(const struct guide *guide, uint32_t first, uint32_t count,
                        void (*visit)(void *self, uint32_t stem), void *self)
{
    for (uint32_t i = 0; i < count; i++)
        visit(self, guide->postings[first + i]);
}

/* Does something for each stem of phrases, urgent phrases and compounds, in this order. */
static void visit_words(const struct guide *guide, void (*visit)(void *self, uint32_t stem),
                        void *self)
{
    for (uint32_t i = 0; i < guide->phrase_count; i++)
        visit_stems(guide, guide->phrases[i].first, guide->phrases[i].count, visit, self);
    for (uint32_t i = 0; i < guide->alarm_count; i++) {
        const struct guide_range phrases = guide->alarms[i].phrases;
        uint32_t at = phrases.first;

        for (uint32_t j = 0; j < phrases.count; j++) {
            const uint32_t count = guide->postings[at] % (1 << ALARM_BITS);

            visit_stems(guide, at + 1, count, visit, self);
            at += 1 + count;
        }
    }
    for (uint32_t i = 0; i < guide->compound_count; i++)
        visit_stems(guide, guide->compounds[i].words.first, guide->compounds[i].words.count, visit,
                    self);
}

static void count_use(void *self, uint32_t stem)
{
    uint32_t *uses = self;

    uses[stem]++;
}

static struct numbering number_stems(const struct guide *guide)
{
    const size_t room = guide->stem_count + (size_t)1;
    struct numbering numbering = {memory_zeroed(room, sizeof *numbering.stems),
                                  memory_zeroed(room, sizeof *numbering.numbers)};
    uint32_t *uses = memory_zeroed(room, sizeof *uses);

    visit_words(guide, count_use, uses);
    for (uint32_t i = 0; i < guide->stem_count; i++)
        numbering.stems[i] = i;
    sorted_uses = uses;
    qsort(numbering.stems, guide->stem_count, sizeof *numbering.stems, compare_uses);
    for (uint32_t i = 0; i < guide->stem_count; i++)
        numbering.numbers[numbering.stems[i]] = i;
    free(uses);
    return numbering;
}

/* Of a form, its stem and its uses. */
static uint32_t number_form(const struct numbering *numbering, uint32_t form)
{
    const uint32_t stem = form >> FORM_USE_BITS;

    return form - (stem << FORM_USE_BITS) + (numbering->numbers[stem] << FORM_USE_BITS);
}

/* Puts all forms, each as a digit that says how many bytes of the one before it begins with, and
 * the rest; a character is not parted. */
static void put_form_texts(const struct guide *guide, struct output *out)
{
    enum { MOST = 31 };
    const char *before = "";

    begin_member(out, "formTexts");
    output_char(out, '"');
    for (uint32_t i = 0; i < guide->form_count; i++) {
        const char *text = guide_text(guide, guide->forms[i].text);
        uint32_t same = 0;

        while (same < MOST && text[same] != '\0' && text[same] == before[same])
            same++;
        while (same > 0 && utf8_is_continuation(text[same]))
            same--;
        output_string(out, i > 0 ? " " : "");
        output_char(out, digits[same]);
        put_string(out, text + same);
        before = text;
    }
    output_char(out, '"');
}

static void put_forms(const struct guide *guide, const struct numbering *numbering,
                      struct output *out)
{
    put_form_texts(guide, out);
    PUT_NUMBERS("formStems", form, forms, number_form(numbering, guide->forms[i].stem));
    begin_member(out, "endings");
    for (uint32_t i = 0; i < guide->ending_count; i++) {
        output_string(out, i > 0 ? "],[" : "[[");
        put_text(out, guide_text(guide, guide->endings[i].text));
        output_string(out, guide->endings[i].is_common ? ",true" : ",false");
    }
    output_string(out, guide->ending_count > 0 ? "]]" : "[]");
}

static void put_characters(const struct guide *guide, struct output *out)
{
    begin_member(out, "folds");
    for (uint32_t i = 0; i < guide->fold_count; i++) {
        output_string(out, i > 0 ? "],[" : "[[");
        output_number(out, guide->folds[i].code);
        output_char(out, ',');
        put_text(out, guide_text(guide, guide->folds[i].text));
    }
    output_string(out, guide->fold_count > 0 ? "]]" : "[]");
    begin_member(out, "ignorable");
    for (const struct fold_range *range = fold_ignorable; range->last != 0; range++) {
        output_string(out, range > fold_ignorable ? "],[" : "[[");
        output_number(out, range->first);
        output_char(out, ',');
        output_number(out, range->last);
    }
    output_string(out, "]]");
    begin_member(out, "kinds");
    for (const struct words_range *range = words_ranges; range->last != 0; range++) {
        output_string(out, range > words_ranges ? "],[" : "[[");
        output_number(out, range->first);
        output_char(out, ',');
        output_number(out, range->last);
        output_char(out, ',');
        output_number(out, range->kind);
    }
    output_string(out, "]]");
}

/* Puts lists of numbers of the guide, a list each row. */
#define PUT_LISTS(name, row, rows, member)                                                         \
    begin_member(out, name);                                                                       \
    output_char(out, '[');                                                                         \
    for (uint32_t i = 0; i < guide->row##_count; i++) {                                            \
        output_string(out, i > 0 ? "],[" : "[");                                                   \
        for (uint32_t j = 0; j < guide->rows[i].member.count; j++) {                               \
            output_string(out, j > 0 ? "," : "");                                                  \
            output_number(out, guide->numbers[guide->rows[i].member.first + j]);                   \
        }                                                                                          \
    }                                                                                              \
    output_string(out, guide->row##_count > 0 ? "]]" : "]")

static void put_sections(const struct guide *guide, struct output *out)
{
    begin_member(out, "sections");
    for (const struct guide_section *section = guide->sections;
         section < guide->sections + guide->section_count; section++) {
        output_string(out, section > guide->sections ? "],\n[" : "[\n[");
        put_text(out, guide_text(guide, section->id));
        output_char(out, ',');
        put_text(out, guide_text(guide, section->title));
        output_char(out, ',');
        put_text(out, guide_text(guide, section->summary));
    }
    output_string(out, guide->section_count > 0 ? "]]" : "[]");
    PUT_NUMBERS("sectionNumbers", section, sections, guide->sections[i].roles,
                guide->sections[i].lists_sources);
    PUT_LISTS("sectionTopics", section, sections, topics);
    PUT_LISTS("rolePaths", role, roles, path);
}

/* Puts a text of each row, which may hold spaces. */
#define PUT_STRINGS(name, row, rows, member)                                                       \
    begin_member(out, name);                                                                       \
    output_char(out, '[');                                                                         \
    for (uint32_t i = 0; i < guide->row##_count; i++) {                                            \
        output_string(out, i > 0 ? "," : "");                                                      \
        put_text(out, guide_text(guide, guide->rows[i].member));                                   \
    }                                                                                              \
    output_char(out, ']')

static void put_names(const struct guide *guide, struct output *out)
{
    PUT_TEXTS("nameKeys", name, names, key);
    PUT_NUMBERS("nameNumbers", name, names, guide->names[i].index, guide->names[i].kind,
                guide->names[i].is_alias);
    PUT_STRINGS("nameTexts", name, names, text);
    PUT_STRINGS("placeNames", place, places, name);
    PUT_NUMBERS("placeNumbers", place, places, guide->places[i].section,
                guide->blocks[guide->places[i].blocks.first].roles);
}

static void put_labels(const struct guide *guide, struct output *out)
{
    static const struct {
        const char *name;
        enum guide_label label;
    } labels[] = {
        {"done", LABEL_FIND_DONE},     {"nothing", LABEL_FIND_NOTHING}, {"taken", LABEL_TAKEN_FOR},
        {"instead", LABEL_INSTEAD_OF}, {"meant", LABEL_DID_YOU_MEAN},
    };

    output_string(out, "{\"labels\":{");
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        output_string(out, i > 0 ? "," : "");
        put_text(out, labels[i].name);
        output_char(out, ':');
        put_text(out, guide_label(guide, labels[i].label));
    }
    output_char(out, '}');
}

/* Puts the urgent phrases: what each leads to, and how many stems it is. */
static void put_urgent(const struct guide *guide, struct output *out)
{
    uint32_t before[WIDEST_ROW] = {0};

    PUT_NUMBERS("urgents", urgent, urgents, guide->urgents[i]);
    begin_member(out, "alarms");
    output_char(out, '"');
    for (uint32_t i = 0; i < guide->alarm_count; i++) {
        const struct guide_range phrases = guide->alarms[i].phrases;
        uint32_t at = phrases.first;

        for (uint32_t j = 0; j < phrases.count; j++) {
            const uint32_t phrase = guide->postings[at];
            const uint32_t row[] = {phrase >> ALARM_BITS, phrase % (1 << ALARM_BITS)};

            put_row(out, row, 2, before);
            at += 1 + row[1];
        }
    }
    output_char(out, '"');
}

struct stem_output {
    const struct numbering *numbering;
    struct output *out;
};

static void put_stem(void *self, uint32_t stem)
{
    const struct stem_output *stems = self;

    put_number(stems->out, stems->numbering->numbers[stem]);
}

/* Puts rows that have lists of stems, then these. */
static void put_words(const struct guide *guide, const struct numbering *numbering,
                      struct output *out)
{
    struct stem_output stems = {numbering, out};

    PUT_NUMBERS("phrases", phrase, phrases, guide->phrases[i].subject, guide->phrases[i].kind,
                guide->phrases[i].count);
    put_urgent(guide, out);
    PUT_NUMBERS("compounds", compound, compounds, numbering->numbers[guide->compounds[i].stem],
                guide->compounds[i].words.count);
    begin_member(out, "wordStems");
    output_char(out, '"');
    visit_words(guide, put_stem, &stems);
    output_char(out, '"');
}

/* Puts what sections tell of concepts. Which phrases have these, and their weights, follows from
 * words. */
static void put_concepts(const struct guide *guide, const struct numbering *numbering,
                         struct output *out)
{
    uint32_t before = 0;

    PUT_NUMBERS("stems", stem, stems, guide->stems[numbering->stems[i]]);
    PUT_NUMBERS("concepts", concept, concepts, guide->concepts[i].weight,
                guide->concepts[i].section_count);
    begin_member(out, "postings");
    output_char(out, '"');
    for (uint32_t i = 0; i < guide->concept_count; i++)
        for (uint32_t j = 0; j < guide->concepts[i].section_count; j++)
            put_row(out, &guide->postings[guide->concepts[i].first + j], 1, &before);
    output_char(out, '"');
}

void site_search_put_tables(const struct guide *guide, struct output *out)
{
    struct numbering numbering = number_stems(guide);

    put_labels(guide, out);
    begin_member(out, "foldZ");
    output_number(out, guide->fold_z);
    put_characters(guide, out);
    put_forms(guide, &numbering, out);
    put_words(guide, &numbering, out);
    put_concepts(guide, &numbering, out);
    put_sections(guide, out);
    put_names(guide, out);
    output_string(out, "}\n");
    free(numbering.stems);
    free(numbering.numbers);
}
