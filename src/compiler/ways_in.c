/* SPDX-License-Identifier: MIT */
/* ways_in.c: the keys of guide.yaml that say how readers find what they look for. */
#include "compiler/ways_in.h"

#include "compiler/keys.h"
#include "compiler/memory.h"
#include "compiler/phrases.h"
#include "compiler/unicode.h"
#include "compiler/values.h"

#include <stdlib.h>
#include <string.h>

/* --- Doors --- */

/* Finds the section or role that a door leads to. Returns false, and reports, if there is none. */
static bool find_target(struct draft *draft, const char *id, struct place place,
                        struct guide_door *door)
{
    const struct names *roles = &draft->role_names;

    door->kind = NAME_ROLE;
    door->index = names_find(roles, id);
    if (door->index != NAMES_NONE)
        return true;
    door->kind = NAME_SECTION;
    door->index = names_resolve_either(&draft->section_names, roles, id, place, draft->diagnostics);
    return door->index != NAMES_NONE;
}

/* Reads where a door leads to: ID or ID#PLACE. */
static bool read_target(struct draft *draft, const struct yaml_tree *to, struct guide_door *door)
{
    const char *sign = strchr(to->text, '#');
    char *id;
    bool found;

    if (sign == to->text) {
        diagnostics_add(draft->diagnostics, to->place,
                        "'%s' names no section; write its name before the '#'", to->text);
        return false;
    }
    id = memory_copy(to->text, sign != NULL ? (size_t)(sign - to->text) : to->length);
    found = find_target(draft, id, to->place, door);

    if (found && sign != NULL && (door->kind == NAME_ROLE || sign[1] == '\0')) {
        diagnostics_add(draft->diagnostics, to->place,
                        door->kind == NAME_ROLE
                            ? "'%s' leads to a place in a role; only sections have places"
                            : "'%s' names no place; write it after the '#', or take that out",
                        to->text);
        found = false;
    }
    if (found && sign != NULL)
        door->place = draft_text_unmarked(draft, sign + 1, strlen(sign + 1));
    free(id);
    return found;
}

void ways_in_read_doors(struct draft *draft, const struct yaml_tree *list)
{
    enum { TITLE, TO, KEYS };
    static const struct key keys[KEYS] = {
        [TITLE] = {"title", KEY_TEXT, true},
        [TO] = {"to", KEY_TEXT, true},
    };
    const struct yaml_tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_door door = {0};

        keys_read_map(&list->children[i], keys, KEYS, "door", values, draft->diagnostics);
        if (values[TO] == NULL || !read_target(draft, values[TO], &door))
            continue;
        door.title = values_text(draft, values[TITLE]);
        draft->doors = memory_grow(draft->doors, draft->guide.door_count, &draft->door_capacity,
                                   sizeof *draft->doors);
        draft->door_places = memory_grow(draft->door_places, draft->guide.door_count,
                                         &draft->door_place_capacity, sizeof *draft->door_places);
        draft->door_places[draft->guide.door_count] = values[TO]->place;
        draft->doors[draft->guide.door_count++] = door;
    }
}

/* --- Examples --- */

void ways_in_read_examples(struct draft *draft, const struct yaml_tree *list)
{
    enum { WORDS, SUMMARY, KEYS };
    static const struct key keys[KEYS] = {
        [WORDS] = {"words", KEY_TEXT, true},
        [SUMMARY] = {"summary", KEY_TEXT, true},
    };
    const struct yaml_tree *values[KEYS];

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        struct guide_example example;

        keys_read_map(&list->children[i], keys, KEYS, "map of 'examples'", values,
                      draft->diagnostics);
        example.words = values_text(draft, values[WORDS]);
        example.summary = values_text(draft, values[SUMMARY]);
        draft->examples = memory_grow(draft->examples, draft->guide.example_count,
                                      &draft->example_capacity, sizeof *draft->examples);
        draft->examples[draft->guide.example_count++] = example;
    }
}

/* --- Urgent phrases --- */

/* Reports phrases that are identifiers of other sections: these always mean their own. */
static void check_identifiers(struct draft *draft, const struct phrases *phrases)
{
    const struct guide *guide = draft_guide(draft);

    for (uint32_t i = 0; i < guide->section_count; i++) {
        const char *id = guide_text(guide, guide->sections[i].id);
        uint32_t owner;
        const struct yaml_tree *phrase = phrases_find(phrases, id, &owner);

        if (phrase != NULL && owner != i && owner != NAMES_NONE)
            diagnostics_add(draft->diagnostics, phrase->place,
                            "urgent phrase '%s' is the name of section '%s', which it always "
                            "means; take it out",
                            phrase->text, id);
    }
}

void ways_in_read_urgent(struct draft *draft, const struct yaml_tree *list)
{
    enum { SECTION, WORDS, KEYS };
    static const struct key keys[KEYS] = {
        [SECTION] = {"section", KEY_TEXT, true},
        [WORDS] = {"words", KEY_TEXTS, true},
    };
    const struct yaml_tree *values[KEYS];
    struct phrases phrases;

    phrases_begin(&phrases, "urgent phrase");
    names_begin_list(&draft->section_names);
    for (size_t i = 0; list != NULL && i < list->count; i++) {
        uint32_t section = NAMES_NONE;

        keys_read_map(&list->children[i], keys, KEYS, "map of 'urgent'", values,
                      draft->diagnostics);
        if (values[SECTION] != NULL)
            section = names_resolve(&draft->section_names, values[SECTION]->text,
                                    values[SECTION]->place, draft->diagnostics);
        phrases_add(&phrases, values[WORDS], section, draft->diagnostics);
        if (section == NAMES_NONE)
            continue;
        if (!names_note(&draft->section_names, section))
            diagnostics_add(draft->diagnostics, values[SECTION]->place,
                            "section '%s' is twice in 'urgent'; put all its words into one list",
                            values[SECTION]->text);
        draft->urgents = memory_grow(draft->urgents, draft->guide.urgent_count,
                                     &draft->urgent_capacity, sizeof *draft->urgents);
        draft->urgent_phrases =
            memory_grow(draft->urgent_phrases, draft->guide.urgent_count,
                        &draft->urgent_phrases_capacity, sizeof *draft->urgent_phrases);
        draft->urgents[draft->guide.urgent_count] = section;
        draft->urgent_phrases[draft->guide.urgent_count++] = values[WORDS];
    }
    phrases_sort(&phrases, draft->diagnostics);
    check_identifiers(draft, &phrases);
    phrases_free(&phrases);
}

/* --- Words of searches --- */

void ways_in_read_synonyms(struct draft *draft, const struct yaml_tree *lists)
{
    struct phrases phrases;

    draft->synonyms = lists;
    phrases_begin(&phrases, "synonym");
    for (size_t i = 0; lists != NULL && i < lists->count; i++) {
        const struct yaml_tree *list = &lists->children[i];

        if (list->count < 2 && !list->partial)
            diagnostics_add(draft->diagnostics, list->place,
                            "a list of 'synonyms' has to hold two words or more; add to it, or "
                            "take it out");
        phrases_add(&phrases, list, 0, draft->diagnostics);
    }
    phrases_sort(&phrases, draft->diagnostics);
    phrases_free(&phrases);
}

void ways_in_read_small_words(struct draft *draft, const struct yaml_tree *list)
{
    draft->small_words = list;
    phrases_check("small word", list, draft->diagnostics);
    for (size_t i = 0; list != NULL && i < list->count; i++)
        if (unicode_has_space(list->children[i].text))
            diagnostics_add(draft->diagnostics, list->children[i].place,
                            "small word '%s' is several; write each by itself",
                            list->children[i].text);
}
