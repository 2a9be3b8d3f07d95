/* SPDX-License-Identifier: MIT */
/* site_search.c: the tables with which a web site is searched.
 *
 * Most are strings of numbers, each the difference from that in the row before: in digits of five
 * bits, the lowest first, and one bit that says that another digit follows. The lowest bit is the
 * sign. So has it VLQ in source maps. */
#include "compiler/site_search.h"

#include "base/utf8.h"
#include "guide/fold.h"
#include "guide/words.h"

#include <assert.h>
#include <string.h>

enum { DIGITS = 32 };

/* The second half says that another digit follows. */
static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static void put_difference(struct output *out, uint32_t number, uint32_t before)
{
    uint64_t left =
        number >= before ? (uint64_t)(number - before) * 2 : (uint64_t)(before - number) * 2 + 1;

    for (; left >= DIGITS; left /= DIGITS)
        output_char(out, digits[DIGITS + left % DIGITS]);
    output_char(out, digits[left]);
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

enum { WIDEST_ROW = 5 };

/* Puts a row of numbers, and keeps it for the next. */
static void put_row(struct output *out, const uint32_t *row, size_t width, uint32_t *before)
{
    assert(width <= WIDEST_ROW);
    for (size_t i = 0; i < width; i++)
        put_difference(out, row[i], before[i]);
    memcpy(before, row, width * sizeof *row);
}

/* Puts a table that holds nothing but numbers, so many a row. */
static void put_rows(struct output *out, const char *name, const void *rows, size_t count,
                     size_t width)
{
    uint32_t before[WIDEST_ROW] = {0}, row[WIDEST_ROW];

    assert(width <= WIDEST_ROW);
    begin_member(out, name);
    output_char(out, '"');
    for (size_t i = 0; i < count; i++) {
        memcpy(row, (const unsigned char *)rows + i * width * sizeof *row, width * sizeof *row);
        put_row(out, row, width, before);
    }
    output_char(out, '"');
}

#define PUT_ROWS(row, rows)                                                                        \
    put_rows(out, #rows, guide->rows, guide->row##_count, sizeof *guide->rows / sizeof(uint32_t))

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

static void put_forms(const struct guide *guide, struct output *out)
{
    put_form_texts(guide, out);
    PUT_NUMBERS("formStems", form, forms, guide->forms[i].stem);
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

void site_search_put_tables(const struct guide *guide, struct output *out)
{
    put_labels(guide, out);
    begin_member(out, "foldZ");
    output_number(out, guide->fold_z);
    put_characters(guide, out);
    put_forms(guide, out);
    PUT_ROWS(stem, stems);
    PUT_ROWS(concept, concepts);
    PUT_NUMBERS("phrases", phrase, phrases, guide->phrases[i].subject, guide->phrases[i].first,
                guide->phrases[i].count, guide->phrases[i].weight, guide->phrases[i].kind);
    PUT_ROWS(alarm, alarms);
    PUT_ROWS(urgent, urgents);
    PUT_ROWS(compound, compounds);
    PUT_ROWS(posting, postings);
    put_sections(guide, out);
    put_names(guide, out);
    output_string(out, "}\n");
}
