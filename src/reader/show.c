/* SPDX-License-Identifier: MIT */
/* show.c: what trustman prints: the chosen sections, or what there is to choose from. */
#include "format/results.h"
#include "reader/reader.h"

/* Columns before the names in the table of contents, and between the columns of any list. */
enum { TOC_INDENT = 2, GAP = 2 };

struct row {
    uint32_t id, text; /* texts; without an id there is no such row */
    uint32_t part;     /* in the table of contents */
};

static struct row row_at(const struct view *view, uint32_t i)
{
    const struct guide *guide = view->guide;
    const struct guide_section *section;
    const struct guide_role *role;

    switch (view->action) {
    case ACTION_ROLES:
        role = &guide->roles[i];
        return (struct row){role->id, role->summary != 0 ? role->summary : role->title, 0};
    case ACTION_TOPICS:
        return (struct row){guide->topics[i].id, guide->topics[i].summary, 0};
    case ACTION_TOC:
        section = &guide->sections[i];
        return (struct row){select_holds(view->selection, i) ? section->id : 0, section->title,
                            section->part};
    default:
        section = &guide->sections[view->selection->sections[i]];
        return (struct row){section->id, section->summary, 0};
    }
}

static uint32_t count_rows(const struct view *view)
{
    return view->action == ACTION_ROLES    ? view->guide->role_count
           : view->action == ACTION_TOPICS ? view->guide->topic_count
           : view->action == ACTION_TOC    ? view->guide->section_count
                                           : view->selection->count;
}

static void put_list(const struct view *view, struct output *out)
{
    const struct render_options *options = &view->terminal->render;
    const struct guide *guide = view->guide;
    const uint32_t count = count_rows(view);
    const bool is_toc = view->action == ACTION_TOC;
    const unsigned indent = is_toc ? TOC_INDENT : 0;
    uint32_t part = UINT32_MAX;
    unsigned margin = 0;

    for (uint32_t i = 0; i < count; i++) {
        size_t length = strlen(guide_text(guide, row_at(view, i).id));

        if (margin < indent + length + GAP)
            margin = indent + (unsigned)length + GAP;
    }
    for (uint32_t i = 0; i < count; i++) {
        const struct row row = row_at(view, i);
        const char *id = guide_text(guide, row.id);
        const char *text = guide_text(guide, row.text);

        if (row.id == 0)
            continue;
        if (is_toc && row.part != part) {
            output_string(out, part != UINT32_MAX ? "\n" : "");
            part = row.part;
            row_put(out, 0, guide_text(guide, guide->parts[part].title), "", 0, options);
        }
        if (view->terminal->is_terminal || is_toc) {
            row_put(out, indent, id, text, margin, options);
        } else {
            output_string(out, id);
            output_char(out, '\t');
            row_put_title(out, text, options->ascii);
            output_char(out, '\n');
        }
    }
}

void show_put(const struct view *view, struct output *out)
{
    const struct render render = {out, view->guide, view->selection, &view->terminal->render};

    if (view->action == ACTION_PRINT && view->found != NULL)
        results_render(&render, view->found);
    else if (view->action == ACTION_PRINT)
        view->format->render(&render);
    else if (view->action == ACTION_HELP)
        options_put_help(view, out);
    else if (view->action == ACTION_VERSION)
        options_put_version(view, out);
    else if (view->action == ACTION_WORDS)
        known_put(view, out);
    else
        put_list(view, out);
}
