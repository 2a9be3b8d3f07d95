/* hints.c: what is put after the text of a link to tell where it leads. */
#include "format/hints.h"

enum hint hints_find(const struct render *render, const struct guide_link *link)
{
    switch ((enum guide_link_kind)link->kind) {
    case LINK_SECTION:
        return render_is_elsewhere(render, link) ? HINT_SECTION : HINT_NONE;
    case LINK_MAN:
        return link->bare ? HINT_NONE : HINT_MAN;
    case LINK_URL:
        return link->bare ? HINT_NONE : HINT_URL;
    case LINK_SOURCE:
        break;
    }
    return HINT_NONE;
}

void hints_put_section(const struct guide *guide, uint32_t section, const struct hint_style *style,
                       void *self)
{
    const struct wrapping *wrapping = &style->wrappings[HINT_SECTION];

    style->put(self, wrapping->before);
    style->put(self, guide_text(guide, guide->reader));
    style->put(self, " ");
    style->put_text(self, guide_text(guide, guide->sections[section].id));
    style->put(self, wrapping->after);
}

void hints_put(const struct render *render, const struct guide_link *link,
               const struct hint_style *style, void *self)
{
    enum hint hint = hints_find(render, link);
    const struct wrapping *wrapping = &style->wrappings[hint];

    if (wrapping->before == NULL)
        return;
    if (hint == HINT_SECTION) {
        hints_put_section(render->guide, link->target, style, self);
    } else {
        style->put(self, wrapping->before);
        style->put_text(self, guide_text(render->guide, link->target));
        style->put(self, wrapping->after);
    }
}
