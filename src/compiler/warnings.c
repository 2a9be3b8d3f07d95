/* SPDX-License-Identifier: MIT */
/* warnings.c: what is legal in a guide as a whole, and probably not meant. */
#include "compiler/warnings.h"

#include "base/bits.h"
#include "compiler/asks.h"
#include "compiler/memory.h"

#include <stdlib.h>

/* Warns of each of the names whose index is not among the used ones. */
static void warn_unused(struct draft *draft, const struct names *names, const unsigned char *used,
                        const char *advice)
{
    for (size_t i = 0; i < names->count; i++) {
        const struct name *name = &names->list[i];

        if (name->index != NAMES_NONE && !bits_has(used, name->index))
            diagnostics_warn(draft->diagnostics, name->place,
                             "%s '%s' is used by nothing; %s, or "
                             "take it out",
                             names->kind, name->text, advice);
    }
}

static unsigned char *make_bits(uint32_t count)
{
    return memory_zeroed(bits_size(count), 1);
}

static void check_topics(struct draft *draft)
{
    unsigned char *used = make_bits(draft->guide.topic_count);

    for (uint32_t i = 0; i < draft->guide.section_count; i++) {
        const struct guide_range topics = draft->sections[i].topics;

        for (uint32_t j = 0; j < topics.count; j++)
            bits_set(used, draft->numbers[topics.first + j]);
    }
    warn_unused(draft, &draft->topic_names, used, "name it in 'topics' of a section");
    free(used);
}

/* A role is used where something is for it and not for all, or in its own order. */
static void check_roles(struct draft *draft)
{
    unsigned char *used = make_bits(draft->guide.role_count);
    uint32_t mask = draft->named_roles;

    for (uint32_t i = 0; i < draft->guide.page_count; i++)
        mask |= draft->page_choices[i].roles;
    for (uint32_t i = 0; i < draft->guide.block_count; i++)
        if (draft->blocks[i].roles != GUIDE_ALL_ROLES)
            mask |= draft->blocks[i].roles;
    for (uint32_t i = 0; i < draft->guide.role_count; i++)
        if ((mask >> i & 1) != 0 || draft->roles[i].path.count > 0)
            bits_set(used, i);
    warn_unused(draft, &draft->role_names, used, "name it in 'roles' of a section");
    free(used);
}

static void check_sources(struct draft *draft)
{
    unsigned char *used = make_bits(draft->guide.source_count);

    for (uint32_t i = 0; i < draft->guide.link_count; i++)
        if (draft->links[i].kind == LINK_SOURCE)
            bits_set(used, draft->links[i].target);
    warn_unused(draft, &draft->source_names, used, "cite it as [](source:id)");
    free(used);
}

void warnings_find(struct draft *draft)
{
    if (draft->diagnostics->count > 0)
        return;
    check_topics(draft);
    check_roles(draft);
    check_sources(draft);
    asks_check(draft);
}
