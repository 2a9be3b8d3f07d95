/* SPDX-License-Identifier: MIT */
/* values.c: values of YAML as the guide holds them. */
#include "compiler/values.h"

uint32_t values_text(struct draft *draft, const struct yaml_tree *value)
{
    return value != NULL ? draft_text(draft, value->text, value->length) : 0;
}

struct guide_range values_texts(struct draft *draft, const struct yaml_tree *list)
{
    struct guide_range range = {.first = draft->guide.number_count};

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct yaml_tree *item = &list->children[i];

        draft_number(draft, draft_text_unmarked(draft, item->text, item->length), item->place);
        range.count++;
    }
    return range;
}

struct guide_range values_references(struct draft *draft, const struct yaml_tree *list,
                                     struct names *names)
{
    names_begin_list(names);
    return values_part_references(draft, list, names, "list");
}

struct guide_range values_part_references(struct draft *draft, const struct yaml_tree *list,
                                          struct names *names, const char *whole)
{
    struct guide_range range = {.first = draft->guide.number_count};

    for (size_t i = 0; list != NULL && i < list->count; i++) {
        const struct yaml_tree *item = &list->children[i];
        uint32_t index = names_resolve(names, item->text, item->place, draft->diagnostics);

        if (index == NAMES_NONE)
            continue;
        if (!names_note(names, index)) {
            diagnostics_add(draft->diagnostics, item->place, "%s '%s' is twice in the %s",
                            names->kind, item->text, whole);
            continue;
        }
        draft_number(draft, index, item->place);
        range.count++;
    }
    return range;
}

uint32_t values_roles(struct draft *draft, const struct yaml_tree *list)
{
    uint32_t count = draft->guide.number_count;
    struct guide_range range = values_references(draft, list, &draft->role_names);
    uint32_t mask = 0;

    for (uint32_t i = 0; i < range.count; i++)
        mask |= UINT32_C(1) << draft->numbers[range.first + i];
    draft->guide.number_count = count;
    return mask;
}
