/* SPDX-License-Identifier: MIT */
/* labels.c: reading the fixed words of outputs and of the reader. */
#include "compiler/labels.h"

#include "compiler/embedded.h"
#include "compiler/language.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"
#include "compiler/valid.h"
#include "guide/suggest.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_NAMED = 5 }; /* labels that a warning names */

static const char *const keys[LABELS] = {
#define KEY(name, key) [LABEL_##name] = (key),
    GUIDE_LABELS(KEY)
#undef KEY
};

/* What stands in braces for a word. */
enum place_kind {
    PROGRAM,
    TITLE,
    SUMMARY,
    DATE,
    MANUAL,
    WORD,
    NAME,
    REASON,
    NUMBER,
    ADDRESS,
    PLACES
};
static const char *const place_names[PLACES] = {
    [PROGRAM] = "program", [TITLE] = "title",     [SUMMARY] = "summary", [DATE] = "date",
    [MANUAL] = "manual",   [WORD] = "word",       [NAME] = "name",       [REASON] = "reason",
    [NUMBER] = "number",   [ADDRESS] = "address",
};

/* The labels while they are read. */
struct labels {
    struct draft *draft;
    const struct yaml_tree *english[LABELS], *texts[LABELS]; /* or NULL */
};

/* The place that begins at TEXT, with its length in bytes; PLACES if none does. */
static enum place_kind find_place(const char *text, size_t *length)
{
    for (unsigned i = 0; *text == '{' && i < PLACES; i++) {
        const size_t name = strlen(place_names[i]);

        if (strncmp(text + 1, place_names[i], name) == 0 && text[name + 1] == '}') {
            *length = name + 2;
            return (enum place_kind)i;
        }
    }
    return PLACES;
}

static void count_places(const char *text, unsigned counts[PLACES])
{
    for (size_t length; *text != '\0'; text++) {
        enum place_kind place = find_place(text, &length);

        if (place != PLACES)
            counts[place]++;
    }
}

/* Whether a label has the places of the English one, each as often; reports it if not. */
static bool check_places(const char *key, const struct yaml_tree *text,
                         const struct yaml_tree *english, struct diagnostics *diagnostics)
{
    unsigned counts[PLACES] = {0}, wanted[PLACES] = {0};

    count_places(text->text, counts);
    count_places(english->text, wanted);
    for (unsigned i = 0; i < PLACES; i++) {
        if (counts[i] == wanted[i])
            continue;
        diagnostics_add(diagnostics, text->place,
                        counts[i] == 0 ? "label '%s' lacks {%s}; in English it is \"%s\""
                        : wanted[i] > 0
                            ? "label '%s' has {%s} more than once; in English it is \"%s\""
                            : "label '%s' cannot hold {%s}; in English it is \"%s\"",
                        key, place_names[i], english->text);
        return false;
    }
    return true;
}

/* Labels that name nodes of an Info manual. */
static const enum guide_label nodes[] = {LABEL_GENERAL_INDEX, LABEL_ROLE_INDEX, LABEL_TOPIC_INDEX};
enum { NODES = sizeof nodes / sizeof *nodes };

static bool is_node(unsigned label)
{
    for (unsigned i = 0; i < NODES; i++)
        if (nodes[i] == label)
            return true;
    return false;
}

/* Whether a label can name a node, if it does; reports it if not. */
static bool check_node(unsigned label, const struct yaml_tree *text,
                       struct diagnostics *diagnostics)
{
    static const char identifier[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

    if (!is_node(label))
        return true;
    if (strpbrk(text->text, ":.,()") == NULL && strcmp(text->text, "Top") != 0 &&
        text->text[strspn(text->text, identifier)] != '\0')
        return true;
    diagnostics_add(diagnostics, text->place,
                    "label '%s' names a node of Info: it has to hold a capital letter or a space, "
                    "and none of : . , ( )",
                    keys[label]);
    return false;
}

/* Reports labels that give two nodes one name. */
static void check_node_names(const struct labels *labels)
{
    for (unsigned i = 0; i < NODES; i++)
        for (unsigned j = 0; j < NODES; j++) {
            const struct yaml_tree *text = labels->texts[nodes[i]];
            const struct yaml_tree *other = labels->texts[nodes[j]];

            if (other == NULL)
                other = labels->english[nodes[j]];
            if (i != j && text != NULL && strcmp(text->text, other->text) == 0)
                diagnostics_add(labels->draft->diagnostics, text->place,
                                "labels '%s' and '%s' are the same, but name two nodes of Info",
                                keys[nodes[i]], keys[nodes[j]]);
        }
}

/* The label of that key, or LABELS. Keys come mostly in order: NEXT is the one to be looked at
 * first. */
static unsigned find_label(const char *key, unsigned next)
{
    for (unsigned i = 0; i < LABELS; i++)
        if (strcmp(keys[(next + i) % LABELS], key) == 0)
            return (next + i) % LABELS;
    return LABELS;
}

static void report_unknown(const struct yaml_tree *key, struct diagnostics *diagnostics)
{
    struct suggestion suggestion;

    suggest_begin(&suggestion, key->text);
    for (unsigned i = 0; diagnostics->unknown_count < NAMES_MOST_SUGGESTIONS && i < LABELS; i++)
        suggest_offer(&suggestion, keys[i]);
    diagnostics->unknown_count++;
    if (suggestion.best != NULL)
        diagnostics_add(diagnostics, key->place, "unknown label '%s'; did you mean '%s'?",
                        key->text, suggestion.best);
    else
        diagnostics_add(diagnostics, key->place, "unknown label '%s'; guidec(5) lists them",
                        key->text);
}

/* Whether a label is a web address, if it has to be; reports it if not. */
static bool check_address(unsigned label, const struct yaml_tree *text,
                          struct diagnostics *diagnostics)
{
    if (label != LABEL_EXIT_ADDRESS || valid_is_web_address(text->text))
        return true;
    diagnostics_add(diagnostics, text->place,
                    "label '%s' has to be a web address that begins with https:// or http://",
                    keys[label]);
    return false;
}

/* Whether a value can be the text of a label; reports it if not. */
static bool check_text(const struct labels *labels, unsigned label, const struct yaml_tree *value)
{
    struct diagnostics *diagnostics = labels->draft->diagnostics;

    if (value->kind != YAML_TREE_TEXT) {
        diagnostics_add(diagnostics, value->place,
                        "label '%s' has to be one text; put quotes around it if it begins with a "
                        "bracket or brace",
                        keys[label]);
        return false;
    }
    if (value->length == 0) {
        diagnostics_add(diagnostics, value->place,
                        "label '%s' is empty; write its text after the colon, or take it out",
                        keys[label]);
        return false;
    }
    return labels->english[label] == NULL ||
           (check_places(keys[label], value, labels->english[label], diagnostics) &&
            check_node(label, value, diagnostics) && check_address(label, value, diagnostics));
}

/* Takes the labels of a map, which may be NULL, into TEXTS. */
static void take_map(const struct labels *labels, const struct yaml_tree *map,
                     const struct yaml_tree **texts)
{
    unsigned label = LABELS - 1;

    for (size_t i = 0; map != NULL && i + 1 < map->count; i += 2) {
        const struct yaml_tree *key = &map->children[i];

        label = find_label(key->text, (label + 1) % LABELS);
        if (label == LABELS)
            report_unknown(key, labels->draft->diagnostics);
        else if (check_text(labels, label, key + 1))
            texts[label] = key + 1;
    }
}

/* Parses the labels of a language, which its primary subtag names. Returns NULL if there are none.
 */
static struct yaml_tree *parse_file(struct draft *draft, const char *tag)
{
    char primary[LANGUAGE_BYTES + 1], name[32];
    const struct embedded *file;

    language_primary(tag, primary);
    snprintf(name, sizeof name, "labels/%s.yaml", primary);
    file = embedded_find(name);
    if (file == NULL)
        return NULL;
    return yaml_tree_parse((const char *)file->bytes, file->length,
                           diagnostics_file(draft->diagnostics, name), 1, draft->diagnostics);
}

/* Puts what the guide says itself, or a mark where the reader is to put what it knows. */
static void put_place(struct output *out, const struct draft *draft, enum place_kind place)
{
    const uint32_t texts[PLACES] = {
        [PROGRAM] = draft->guide.reader,  [TITLE] = draft->guide.title,
        [SUMMARY] = draft->guide.summary, [DATE] = draft->guide.edition,
        [MANUAL] = draft->guide.name,
    };

    if (place >= WORD)
        output_char(out, MARK_PLACE);
    else
        unicode_put_unmarked(out, draft->text.data + texts[place]);
}

/* Adds the text of a label to the guide. BUFFER is empty, and is so again. */
static uint32_t add_text(struct draft *draft, unsigned label, const char *text,
                         struct output *buffer)
{
    uint32_t offset;

    while (*text != '\0') {
        size_t length = 1;
        enum place_kind place = find_place(text, &length);

        if (place != PLACES) {
            put_place(buffer, draft, place);
        } else {
            length = 1 + strcspn(text + 1, "{");
            output_put(buffer, text, length);
        }
        text += length;
    }
    memory_check(buffer);
    /* What makes the databases of man pages knows this heading by its bytes. */
    offset = label == LABEL_MAN_NAME ? draft_text_unmarked(draft, buffer->data, buffer->length)
                                     : draft_text(draft, buffer->data, buffer->length);
    buffer->length = 0;
    return offset;
}

/* Warns of the labels that are in English, though the guide is not; HAS_FILE says whether guidec
 * has some of its language. */
static void warn(const struct labels *labels, const struct yaml_tree *language, bool has_file)
{
    struct output text;
    unsigned missing = 0;

    output_to_memory(&text);
    output_string(&text, has_file ? "labels of language '" : "guidec has no labels of language '");
    output_string(&text, language->text);
    output_string(&text, has_file ? "' lack" : "'; write 'labels:' with");
    for (unsigned i = 0; i < LABELS; i++)
        if (labels->texts[i] == NULL && missing++ < MOST_NAMED) {
            output_string(&text, missing > 1 ? ", " : " ");
            output_string(&text, keys[i]);
        }
    if (missing > MOST_NAMED) {
        output_string(&text, " and ");
        output_number(&text, missing - MOST_NAMED);
        output_string(&text, " more");
    }
    output_string(&text, "; English is shown");
    memory_end_text(&text);
    if (missing > 0)
        diagnostics_warn(labels->draft->diagnostics, language->place, "%s", text.data);
    free(text.data);
}

static void add_all(const struct labels *labels, bool is_english)
{
    struct guide *guide = &labels->draft->guide;
    struct output buffer;

    output_to_memory(&buffer);
    for (unsigned i = 0; i < LABELS; i++) {
        const struct yaml_tree *text = labels->texts[i];

        guide->labels[i] =
            add_text(labels->draft, i, (text != NULL ? text : labels->english[i])->text, &buffer);
        if (is_english || text == NULL)
            guide->english_labels[i / 32] |= UINT32_C(1) << i % 32;
    }
    free(buffer.data);
}

void labels_read(struct draft *draft, const struct yaml_tree *language, const struct yaml_tree *own)
{
    const char *tag = language != NULL ? language->text : "en";
    const bool is_english = language_is_english(tag);
    struct yaml_tree *english = parse_file(draft, "en");
    struct yaml_tree *file = is_english ? NULL : parse_file(draft, tag);
    struct labels labels = {.draft = draft};

    take_map(&labels, english, labels.english);
    for (unsigned i = 0; i < LABELS; i++)
        assert(labels.english[i] != NULL);
    take_map(&labels, file, labels.texts);
    take_map(&labels, own, labels.texts);
    check_node_names(&labels);
    if (!is_english)
        warn(&labels, language, file != NULL);
    add_all(&labels, is_english);
    yaml_tree_free(english);
    yaml_tree_free(file);
}
