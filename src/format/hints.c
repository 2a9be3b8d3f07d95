/* hints.c: what is put after the text of a link to tell where it leads. */
#include "format/hints.h"

#include <string.h>

enum hint hints_find(const struct render *render, const struct guide_link *link)
{
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
    case LINK_PLACE:
        return render_is_elsewhere(render, link) ? HINT_SECTION : HINT_NONE;
    case LINK_MAN:
    case LINK_INFO:
        return link->bare ? HINT_NONE : HINT_MAN;
    case LINK_URL:
        return link->bare ? HINT_NONE : HINT_URL;
    case LINK_SOURCE:
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

void hints_put(const struct render *render, const struct guide_link *link,
               const struct hint_style *style, void *self)
{
    enum hint hint = hints_find(render, link);
    const struct wrapping *wrapping = &style->wrappings[hint];

    if (wrapping->before == NULL)
        return;
    if (link->kind == LINK_SECTION) {
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
