/* list.c: what trustman prints: the chosen sections, or what there is to choose from. */
#include "reader.h"

enum { GAP = 2, TOC_INDENT = 2, NARROW_MARGIN = 4 };

/* How a list looks: for programs, for eyes or for ears. */
struct layout {
    const char *separator; /* of id and text; NULL: they stand in columns */
    unsigned indent, margin, width;
};

struct row {
    uint32_t id, text; /* texts; without an id there is no such row */
    uint32_t part;     /* in the table of contents */
};

static struct row row_at(const struct view *view, uint32_t i)
{
    const struct guide *guide = view->guide;
    const struct guide_section *section;

    switch (view->action) {
    case ACTION_ROLES:
        return (struct row){guide->roles[i].id, guide->roles[i].summary, 0};
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

/* Without a terminal each row is one line. */
static struct layout choose_layout(const struct view *view)
{
    const struct terminal *terminal = view->terminal;
    bool is_toc = view->action == ACTION_TOC;
    struct layout layout = {.indent = is_toc ? TOC_INDENT : 0};

    layout.width = terminal->is_terminal ? terminal->render.width : UINT32_MAX;
    if (!terminal->is_terminal && !is_toc)
        layout.separator = "\t";
    else if (terminal->render.plain)
        layout.separator = ": ";
    for (uint32_t i = count_rows(view); i-- > 0;) {
        size_t length = strlen(guide_text(view->guide, row_at(view, i).id));

        if (layout.margin < layout.indent + length + GAP)
            layout.margin = layout.indent + (unsigned)length + GAP;
    }
    return layout;
}

static void put_row(const struct view *view, const struct layout *layout, struct row row,
                    struct output *out)
{
    const struct render_options *options = &view->terminal->render;
    const char *id = guide_text(view->guide, row.id), *text = guide_text(view->guide, row.text);
    bool narrow = layout->margin > layout->width / 2;
    unsigned margin = narrow ? layout->indent + NARROW_MARGIN : layout->margin;

    plain_spaces(out, layout->separator == NULL ? layout->indent : 0);
    output_string(out, options->styles ? "\033[1m" : "");
    output_string(out, id);
    output_string(out, options->styles ? "\033[0m" : "");
    if (layout->separator != NULL) {
        output_string(out, layout->separator);
        plain_put(out, text, options->ascii);
    } else {
        output_string(out, narrow ? "\n" : "");
        plain_spaces(out, narrow ? margin : margin - layout->indent - (unsigned)strlen(id));
        plain_wrap(out, text, margin, margin, layout->width, options->ascii);
    }
    output_char(out, '\n');
}

static void put_rows(const struct view *view, struct output *out)
{
    const struct layout layout = choose_layout(view);
    const uint32_t count = count_rows(view);
    uint32_t part = UINT32_MAX;

    for (uint32_t i = 0; i < count; i++) {
        const struct row row = row_at(view, i);

        if (row.id == 0)
            continue;
        if (view->action == ACTION_TOC && row.part != part) {
            output_string(out, part != UINT32_MAX ? "\n" : "");
            part = row.part;
            plain_wrap(out, guide_text(view->guide, view->guide->parts[part].title), 0, 0,
                       layout.width, view->terminal->render.ascii);
            output_char(out, '\n');
        }
        put_row(view, &layout, row, out);
    }
}

void list_put(const struct view *view, struct output *out)
{
    const struct render render = {out, view->guide, view->selection, &view->terminal->render};

    if (view->action == ACTION_PRINT)
        view->format->render(&render);
    else
        put_rows(view, out);
}
