/* SPDX-License-Identifier: MIT */
/* known.c: the words by which what the guide holds is known, for --words. */
#include "reader/reader.h"

/* Kinds of words, the one that a word means before others. A name hides what comes after it. */
enum kind { SECTION, TOPIC, ROLE, OTHER };

/* Lines while they are collected: the word, its kind, and what it means, with tabs between them;
 * each ended by a NUL byte. */
struct known {
    const struct guide *guide;
    struct output lines;
    size_t count;
};

/* Adds a line. BEFORE, an identifier that stands before the word, may be empty. All are texts. */
static void add(struct known *known, uint32_t before, uint32_t word, enum kind kind,
                uint32_t meaning)
{
    const char rank[] = {'\t', (char)('0' + kind), '\t', '\0'};
    struct output *out = &known->lines;

    row_put_title(out, guide_text(known->guide, before), false);
    output_string(out, before != 0 ? " " : "");
    row_put_title(out, guide_text(known->guide, word), false);
    output_string(out, rank);
    row_put_title(out, guide_text(known->guide, meaning), false);
    output_char(out, '\0');
    known->count++;
}

static void add_all(struct known *known, struct guide_range words, enum kind kind, uint32_t meaning)
{
    for (uint32_t i = words.first; i < words.first + words.count; i++)
        add(known, 0, known->guide->numbers[i], kind, meaning);
}

static void collect(struct known *known)
{
    const struct guide *guide = known->guide;

    for (uint32_t i = 0; i < guide->section_count; i++) {
        const struct guide_section *section = &guide->sections[i];

        add(known, 0, section->id, SECTION, section->summary);
        add_all(known, section->aliases, SECTION, section->title);
        add_all(known, section->index_words, OTHER, section->title);
    }
    for (uint32_t i = 0; i < guide->topic_count; i++) {
        const struct guide_topic *topic = &guide->topics[i];

        add(known, 0, topic->id, TOPIC, topic->summary);
        add_all(known, topic->aliases, TOPIC, topic->summary);
    }
    for (uint32_t i = 0; i < guide->role_count; i++) {
        const struct guide_role *role = &guide->roles[i];

        add(known, 0, role->id, ROLE, role->summary != 0 ? role->summary : role->title);
        add_all(known, role->aliases, ROLE, role->title);
    }
    for (uint32_t i = 0; i < guide->place_count; i++) {
        const struct guide_place *place = &guide->places[i];
        const struct guide_section *section = &guide->sections[place->section];

        if (strcmp(guide_text(guide, section->id), guide_text(guide, guide->reader)) == 0)
            continue; /* what is in the manual of the reader, such as "1", leads nobody anywhere */
        add(known, 0, place->name, OTHER, section->title);
        add(known, section->id, place->name, OTHER, section->title);
    }
}

static int compare(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Whether a line says nothing that the one BEFORE it in order does not say, or is hidden by it. */
static bool is_hidden(const char *line, const char *before)
{
    const size_t length = strcspn(line, "\t");

    return strncmp(line, before, length + 1) == 0 &&
           (before[length + 1] != '0' + OTHER || strcmp(line, before) == 0);
}

/* Whether a line can be shown where only ASCII can: other words could not be typed either. */
static bool is_ascii(const char *line)
{
    for (; *line != '\t'; line++)
        if ((unsigned char)*line >= 0x80)
            return false;
    return true;
}

static void put_sorted(struct known *known, const char **lines, const struct view *view,
                       struct output *out)
{
    const char *line = known->lines.data, *before = "";
    const bool ascii = view->terminal->render.ascii;

    for (size_t i = 0; i < known->count; i++) {
        lines[i] = line;
        line += strlen(line) + 1;
    }
    qsort(lines, known->count, sizeof *lines, compare);
    for (size_t i = 0; i < known->count; i++) {
        if (is_hidden(lines[i], before) || (ascii && !is_ascii(lines[i])))
            continue;
        before = lines[i];
        output_put(out, before, strcspn(before, "\t") + 1);
        row_put_title(out, strrchr(before, '\t') + 1, ascii);
        output_char(out, '\n');
    }
}

void known_put(const struct view *view, struct output *out)
{
    struct known known = {.guide = view->guide};
    const char **lines;

    output_to_memory(&known.lines);
    collect(&known);
    lines = malloc(known.count * sizeof *lines);
    if (lines != NULL && known.lines.error == 0)
        put_sorted(&known, lines, view, out);
    else
        output_fail(out);
    free(lines);
    free(known.lines.data);
}
