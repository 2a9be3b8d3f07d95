/* SPDX-License-Identifier: MIT */
/* select.c: choosing sections by name, topic and role. */
#include "guide/select.h"

static bool has_topic(const struct guide *guide, const struct guide_section *section,
                      const struct facets *facets)
{
    const uint32_t *topics = guide->numbers + section->topics.first;

    for (uint32_t i = 0; i < section->topics.count; i++)
        for (uint32_t j = 0; j < facets->topic_count; j++)
            if (topics[i] == facets->topics[j])
                return true;
    return false;
}

/* Begins a selection of at most COUNT sections; returns false if memory ran out. */
static bool begin(const struct guide *guide, uint32_t count, uint32_t roles,
                  struct selection *selection)
{
    *selection = (struct selection){.roles = roles};
    selection->sections = malloc((count + (size_t)1) * sizeof *selection->sections);
    selection->members = calloc(bits_size(guide->section_count), 1);
    if (selection->sections != NULL && selection->members != NULL)
        return true;
    select_free(selection);
    return false;
}

/* Adds a section if it is not there yet. */
static void add(uint32_t index, struct selection *selection)
{
    if (select_holds(selection, index))
        return;
    bits_set(selection->members, index);
    selection->sections[selection->count++] = index;
}

/* Adds a section if topic and role allow it. */
static void add_fitting(const struct guide *guide, const struct facets *facets, uint32_t index,
                        struct selection *selection)
{
    const struct guide_section *section = &guide->sections[index];

    if (facets->roles != 0 && (section->roles & facets->roles) == 0)
        return;
    if (facets->topic_count > 0 && !has_topic(guide, section, facets))
        return;
    add(index, selection);
}

const struct guide_role *select_only_role(const struct guide *guide, uint32_t roles)
{
    for (uint32_t role = 0; role < guide->role_count; role++)
        if (roles == UINT32_C(1) << role)
            return &guide->roles[role];
    return NULL;
}

static void add_path(const struct guide *guide, const struct facets *facets,
                     const struct guide_role *role, struct selection *selection)
{
    for (uint32_t i = 0; i < role->path.count; i++)
        add_fitting(guide, facets, guide->numbers[role->path.first + i], selection);
}

bool select_sections(const struct guide *guide, const struct facets *facets,
                     struct selection *selection)
{
    bool named = facets->section_count > 0;
    bool everything = !named && facets->topic_count == 0 && facets->roles == 0;
    const struct guide_role *role = named ? NULL : select_only_role(guide, facets->roles);
    uint32_t most = named ? facets->section_count : guide->section_count;

    if (!begin(guide, most, facets->roles != 0 ? facets->roles : GUIDE_ALL_ROLES, selection))
        return false;
    if (named) {
        for (uint32_t i = 0; i < facets->section_count; i++)
            add_fitting(guide, facets, facets->sections[i], selection);
        return true;
    }
    if (role != NULL)
        add_path(guide, facets, role, selection);
    if (facets->topic_count == 0)
        selection->front = role;
    for (uint32_t i = 0; i < guide->section_count; i++)
        if (everything || guide->sections[i].roles != 0)
            add_fitting(guide, facets, i, selection);
    return true;
}

bool select_page(const struct guide *guide, const struct guide_page *page,
                 struct selection *selection)
{
    if (!begin(guide, page->sections.count, page->roles, selection))
        return false;
    selection->page = page;
    if (page->front != 0)
        selection->front = &guide->roles[page->front - 1];
    for (uint32_t i = 0; i < page->sections.count; i++)
        add(guide->numbers[page->sections.first + i], selection);
    return true;
}

void select_free(struct selection *selection)
{
    free(selection->sections);
    free(selection->members);
    *selection = (struct selection){0};
}
