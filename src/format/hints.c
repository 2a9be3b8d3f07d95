/* SPDX-License-Identifier: MIT */
/* hints.c: what is put after the text of a link to tell where it leads. */
#include "format/hints.h"

#include "base/bits.h"

#include <string.h>

static uint32_t section_of(const struct guide *guide, const struct guide_link *link)
{
    return link->kind == LINK_PLACE ? guide->places[link->target].section : link->target;
}

/* Whether a reference leads to the section that it is in, as a whole. */
static bool leads_to_itself(const struct render *render, const struct render_nesting *nesting,
                            const struct guide_link *link)
{
    return link->kind == LINK_SECTION && nesting->section == &render->guide->sections[link->target];
}

enum hint hints_find(const struct render *render, const struct render_nesting *nesting,
                     const struct guide_link *link)
{
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
    case LINK_PLACE:
        if (render_is_elsewhere(render, link))
            return HINT_SECTION;
        if (nesting == NULL || nesting->section == NULL || leads_to_itself(render, nesting, link))
            return HINT_NONE;
        return HINT_HERE;
    case LINK_MAN:
    case LINK_INFO:
        return link->bare ? HINT_NONE : HINT_MAN;
    case LINK_URL:
        return link->bare ? HINT_NONE : HINT_URL;
    case LINK_SOURCE:
    case LINK_CALL:
        break;
    }
    return HINT_NONE;
}

/* Puts the command that shows a section, or if PLACE is not NULL, that part of it. */
static void put_command(const struct guide *guide, uint32_t section,
                        const struct guide_place *place, const struct hint_style *style, void *self)
{
    const struct wrapping *wrapping = &style->wrappings[HINT_SECTION];

    style->put(self, wrapping->before);
    style->put(self, guide_text(guide, guide->reader));
    style->put(self, " ");
    style->put_text(self, guide_text(guide, guide->sections[section].id));
    if (place != NULL) {
        style->put(self, " ");
        style->put_text(self, guide_text(guide, place->name));
    }
    style->put(self, wrapping->after);
}

void hints_put_section(const struct guide *guide, uint32_t section, const struct hint_style *style,
                       void *self)
{
    put_command(guide, section, NULL, style, self);
}

/* Whether what a link leads to stands before it in the output. */
static bool is_above(const struct render *render, const struct render_nesting *nesting,
                     const struct guide_link *link)
{
    const uint32_t section = section_of(render->guide, link);

    if (nesting->section == &render->guide->sections[section])
        return render_find_place(render, link->target) <= nesting->block;
    return bits_has(nesting->begun, section);
}

/* Puts where in the output a link leads, and the title of the section that it leads to unless its
 * text says that. */
static void put_here(const struct render *render, const struct render_nesting *nesting,
                     const struct guide_link *link, const struct hint_style *style, void *self)
{
    const struct guide *guide = render->guide;
    const struct wrapping *wrapping = &style->wrappings[HINT_SECTION];
    const struct guide_section *section = &guide->sections[section_of(guide, link)];
    const bool above = is_above(render, nesting, link);

    style->put(self, wrapping->before);
    style->put_text(self, guide_label(guide, above ? LABEL_ABOVE : LABEL_BELOW));
    if (section != nesting->section && !(link->kind == LINK_SECTION && link->bare)) {
        style->put(self, ": ");
        style->put_text(self, guide_text(guide, section->title));
    }
    style->put(self, wrapping->after);
}

void hints_put(const struct render *render, const struct render_nesting *nesting,
               const struct guide_link *link, const struct hint_style *style, void *self)
{
    enum hint hint = hints_find(render, nesting, link);
    const struct wrapping *wrapping = &style->wrappings[hint == HINT_HERE ? HINT_SECTION : hint];

    if (wrapping->before == NULL)
        return;
    if (hint == HINT_HERE) {
        put_here(render, nesting, link, style, self);
    } else if (link->kind == LINK_SECTION) {
        hints_put_section(render->guide, link->target, style, self);
    } else if (link->kind == LINK_PLACE) {
        const struct guide_place *place = &render->guide->places[link->target];

        put_command(render->guide, place->section, place, style, self);
    } else {
        style->put(self, wrapping->before);
        style->put_text(self, guide_text(render->guide, link->target));
        style->put(self, wrapping->after);
    }
}

void hints_make_info_address(char *command)
{
    char *blank = strchr(command, ' ');

    *blank = ':';
    blank = strchr(blank, ' ');
    if (blank == NULL)
        return;
    *blank = '#';
    if (blank[1] == '\'') {
        size_t length = strlen(blank + 2) - 1;

        memmove(blank + 1, blank + 2, length);
        blank[1 + length] = '\0';
    }
}
