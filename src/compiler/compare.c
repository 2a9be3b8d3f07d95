/* SPDX-License-Identifier: MIT */
/* compare.c: what a translation or a copy of a guide lacks, or has beside the original. */
#include "compiler/compare.h"

#include "base/number.h"
#include "compiler/language.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

/* What is compared: something as a message names it, such as "a link to section 'water'". */
struct feature {
    char *text;
    struct place place;
    const char *kind; /* features of two kinds are never one that changed */
    uint32_t stretch; /* headings before it and itself: within one, order does not count */
};

struct features {
    struct feature *list;
    size_t count, capacity;
    uint32_t stretch;
};

static void add(struct features *features, const char *kind, struct place place, char *text)
{
    features->list =
        memory_grow(features->list, features->count, &features->capacity, sizeof *features->list);
    features->list[features->count++] =
        (struct feature){text, (struct place){place.file, place.line, 0}, kind, features->stretch};
}

static void free_features(struct features *features)
{
    for (size_t i = 0; i < features->count; i++)
        free(features->list[i].text);
    free(features->list);
    *features = (struct features){0};
}

/* BEFORE, a text of the guide without its marks, and AFTER; to be freed. */
static char *join(const char *before, const char *text, const char *after)
{
    struct output out;

    output_to_memory(&out);
    output_string(&out, before);
    unicode_put_unmarked(&out, text);
    output_string(&out, after);
    return memory_end_text(&out);
}

/* --- Differences --- */

/* Of longer lists, what begins to differ is compared one by one: a table of all pairs would be too
 * large. */
enum { MOST_PAIRS = 1 << 22 };

/* Two lists that are compared. */
struct comparison {
    struct diagnostics *diagnostics;
    const struct feature *old, *new;
};

static void report_lost(const struct comparison *comparison, const struct feature *lost)
{
    diagnostics_add(comparison->diagnostics, lost->place, "lost: %s", lost->text);
}

static void report_added(const struct comparison *comparison, const struct feature *added)
{
    diagnostics_add(comparison->diagnostics, added->place, "added: %s", added->text);
}

static void report_changed(const struct comparison *comparison, const struct feature *lost,
                           const struct feature *added)
{
    struct diagnostics *diagnostics = comparison->diagnostics;

    diagnostics_add(diagnostics, added->place, "changed: %s; the original has %s (%s:%lu)",
                    added->text, lost->text, diagnostics->files[lost->place.file],
                    (unsigned long)lost->place.line);
}

static bool is_same(const struct feature *a, const struct feature *b)
{
    return strcmp(a->text, b->text) == 0;
}

/* Reports how a run differs, one by one: as changes, as far as kinds go together. */
static void report_run(const struct comparison *comparison, size_t old, size_t old_end, size_t new,
                       size_t new_end)
{
    while (old < old_end || new < new_end) {
        const struct feature *lost = old < old_end ? &comparison->old[old] : NULL;
        const struct feature *added = new < new_end ? &comparison->new[new] : NULL;

        if (lost != NULL && added != NULL && is_same(lost, added)) {
            old++;
            new ++;
        } else if (lost != NULL && added != NULL && strcmp(lost->kind, added->kind) == 0) {
            report_changed(comparison, lost, added);
            old++;
            new ++;
        } else if (lost != NULL) {
            report_lost(comparison, lost);
            old++;
        } else {
            report_added(comparison, added);
            new ++;
        }
    }
}

/* For each pair of positions, the length of the longest common subsequence from there on; a row has
 * NEW_COUNT + 1 of them. To be freed. */
static uint32_t *measure(const struct comparison *comparison, size_t old_count, size_t new_count)
{
    const size_t width = new_count + 1;
    uint32_t *common = memory_zeroed((old_count + 1) * width, sizeof *common);

    for (size_t i = old_count; i-- > 0;)
        for (size_t j = new_count; j-- > 0;) {
            uint32_t down = common[(i + 1) * width + j], right = common[i * width + j + 1];

            if (is_same(&comparison->old[i], &comparison->new[j]))
                common[i * width + j] = common[(i + 1) * width + j + 1] + 1;
            else
                common[i * width + j] = down > right ? down : right;
        }
    return common;
}

/* Reports what differs between two lists that begin and end differently. */
static void report_middle(const struct comparison *comparison, size_t old_count, size_t new_count)
{
    const size_t width = new_count + 1;
    size_t i = 0, j = 0, old = 0, new = 0; /* positions, and where the run began */
    uint32_t *common;

    if ((old_count + 1) > MOST_PAIRS / width) {
        report_run(comparison, 0, old_count, 0, new_count);
        return;
    }
    common = measure(comparison, old_count, new_count);
    while (i < old_count && j < new_count) {
        if (is_same(&comparison->old[i], &comparison->new[j])) {
            report_run(comparison, old, i++, new, j++);
            old = i;
            new = j;
        } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            i++;
        } else {
            j++;
        }
    }
    report_run(comparison, old, old_count, new, new_count);
    free(common);
}

/* Of links and code between two headings, only which they are counts: words have another order in
 * another language. */
static int compare_features(const void *left, const void *right)
{
    const struct feature *a = left, *b = right;
    int order = number_compare(a->stretch, b->stretch);

    if (order == 0)
        order = strcmp(a->kind, b->kind);
    if (order == 0)
        order = strcmp(a->text, b->text);
    return order != 0 ? order : number_compare(a->place.line, b->place.line);
}

/* Reports how two lists differ, and frees them. */
static void compare(struct diagnostics *diagnostics, struct features *old, struct features *new)
{
    struct comparison comparison = {diagnostics, old->list, new->list};
    size_t old_count = old->count, new_count = new->count;

    while (old_count > 0 && new_count > 0 && is_same(comparison.old, comparison.new)) {
        comparison.old++;
        comparison.new ++;
        old_count--;
        new_count--;
    }
    while (old_count > 0 && new_count > 0 &&
           is_same(&comparison.old[old_count - 1], &comparison.new[new_count - 1])) {
        old_count--;
        new_count--;
    }
    if (old_count > 0 || new_count > 0)
        report_middle(&comparison, old_count, new_count);
    free_features(old);
    free_features(new);
}

/* --- What a section is made of --- */

static struct place place_in(const struct draft *draft, uint32_t section, uint32_t line)
{
    return (struct place){draft->section_inputs[section].file.file, line, 0};
}

/* The ids of roles in a mask, joined by commas; to be freed. All of them are not named, since a
 * role that one of the guides lacks would be named for each section. */
static char *roles_of(struct draft *draft, uint32_t mask)
{
    const struct guide *guide = draft_guide(draft);
    uint32_t count = 0;
    struct output out;

    output_to_memory(&out);
    for (uint32_t i = 0; i < guide->role_count; i++)
        if (mask >> i & 1) {
            output_string(&out, count++ > 0 ? ", " : "");
            output_string(&out, guide_text(guide, guide->roles[i].id));
        }
    if (count == guide->role_count)
        out.length = 0;
    output_string(&out, count == 0 ? "none" : out.length == 0 ? "all" : "");
    return memory_end_text(&out);
}

/* The mask of the last heading of each level so far. One for the same roles as that above it is not
 * marked, so that a mark that was lost is one difference, not one for each heading below. */
struct outline {
    uint32_t roles[GUIDE_LAST_LEVEL + 1];
};

static void add_heading(struct features *features, struct draft *draft, struct outline *outline,
                        struct place place, const struct guide_block *block)
{
    char before[] = "a heading of level 0";
    char *roles = roles_of(draft, block->roles), *marked = join(" for ", roles, "");
    bool is_marked = block->roles != outline->roles[block->level - 1];

    features->stretch++;
    before[sizeof before - 2] = (char)('0' + block->level);
    for (size_t i = block->level; i < sizeof outline->roles / sizeof *outline->roles; i++)
        outline->roles[i] = block->roles;
    add(features, "heading", place, join(before, is_marked ? marked : "", ""));
    free(marked);
    free(roles);
}

/* What a link to a place leads to, whose name is another in another language: the heading by its
 * number in the section, or a term, which may stand elsewhere in its list. To be freed. */
static char *describe_place(struct draft *draft, const struct guide_place *place)
{
    const struct guide *guide = draft_guide(draft);
    const char *id = guide_text(guide, guide->sections[place->section].id);
    uint32_t count = 0;
    struct output out;

    output_to_memory(&out);
    if (guide->blocks[place->blocks.first].kind == BLOCK_HEADING) {
        for (uint32_t i = guide->sections[place->section].blocks.first; i <= place->blocks.first;
             i++)
            count += guide->blocks[i].kind == BLOCK_HEADING;
        output_string(&out, "heading ");
        output_number(&out, count);
    } else {
        output_string(&out, "a term");
    }
    output_string(&out, " of section '");
    output_string(&out, id);
    output_string(&out, "'");
    return memory_end_text(&out);
}

static void add_link(struct features *features, struct draft *draft, struct place place,
                     const struct guide_link *link)
{
    const struct guide *guide = draft_guide(draft);
    char *where;

    switch (link->kind) {
    case LINK_PLACE:
        where = describe_place(draft, &guide->places[link->target]);
        add(features, "link", place, join("a link to ", where, ""));
        free(where);
        break;
    case LINK_SECTION:
        add(features, "link", place,
            join("a link to section '", guide_text(guide, guide->sections[link->target].id), "'"));
        break;
    case LINK_SOURCE:
        add(features, "citation", place,
            join("a citation of source '", guide_text(guide, guide->sources[link->target].id),
                 "'"));
        break;
    default:
        add(features, "link", place, join("a link to ", guide_text(guide, link->target), ""));
        break;
    }
}

/* Adds what the body of a section holds, and how often. */
static void add_body(struct features *features, struct draft *draft, uint32_t index)
{
    const struct guide_range blocks = draft->sections[index].blocks;
    struct outline outline;

    for (size_t i = 0; i < sizeof outline.roles / sizeof *outline.roles; i++)
        outline.roles[i] = GUIDE_ALL_ROLES;
    for (uint32_t i = blocks.first; i < blocks.first + blocks.count; i++) {
        const struct guide_block *block = &draft->blocks[i];
        struct place place = place_in(draft, index, draft->block_lines[i]);

        if (block->origin != ORIGIN_BODY)
            continue;
        if (block->kind == BLOCK_HEADING)
            add_heading(features, draft, &outline, place, block);
        else if (block->kind == BLOCK_CODE)
            add(features, "code", place, join("a code block", "", ""));
        for (uint32_t j = block->links.first; j < block->links.first + block->links.count; j++)
            add_link(features, draft, place_in(draft, index, draft->link_lines[j]),
                     &draft->links[j]);
    }
    if (features->count > 0)
        qsort(features->list, features->count, sizeof *features->list, compare_features);
}

/* Adds what the front matter says. Roles and topics have no order. */
static void add_front_matter(struct features *features, struct draft *draft, uint32_t index)
{
    const struct guide *guide = draft_guide(draft);
    const struct guide_section *section = &guide->sections[index];
    struct place top = place_in(draft, index, 1);
    char *roles = roles_of(draft, section->roles);
    size_t first;

    add(features, "part", draft->section_inputs[index].place,
        join("part '", guide_text(guide, guide->parts[section->part].id), "'"));
    add(features, "roles", top, join("roles: ", roles, ""));
    free(roles);
    first = features->count;
    for (uint32_t i = 0; i < section->topics.count; i++) {
        uint32_t number = section->topics.first + i;

        add(features, "topic", draft->number_places[number],
            join("topic '", guide_text(guide, guide->topics[guide->numbers[number]].id), "'"));
    }
    if (features->count > first)
        qsort(features->list + first, features->count - first, sizeof *features->list,
              compare_features);
    for (uint32_t i = 0; i < section->see.count; i++) {
        uint32_t number = section->see.first + i;

        add(features, "see", draft->number_places[number],
            join("section '", guide_text(guide, guide->sections[guide->numbers[number]].id),
                 "' in 'see'"));
    }
    if (section->notice)
        add(features, "notice", top, join("the notice", "", ""));
    if (section->lists_sources)
        add(features, "sources", top, join("the list of sources", "", ""));
}

static void compare_sections(struct draft *original, uint32_t old, struct draft *copy, uint32_t new)
{
    struct features before = {0}, after = {0};

    add_front_matter(&before, original, old);
    add_front_matter(&after, copy, new);
    compare(copy->diagnostics, &before, &after);
    add_body(&before, original, old);
    add_body(&after, copy, new);
    compare(copy->diagnostics, &before, &after);
}

/* --- What a guide is made of --- */

/* Adds the things that have names. */
static void add_names(struct features *features, const struct names *names)
{
    char *before = join(names->kind, " '", "");

    for (size_t i = 0; i < names->count; i++)
        if (names->list[i].index != NAMES_NONE)
            add(features, names->kind, names->list[i].place,
                join(before, names->list[i].text, "'"));
    free(before);
}

static const char *section_id(struct draft *draft, uint32_t section)
{
    const struct guide *guide = draft_guide(draft);

    return guide_text(guide, guide->sections[section].id);
}

static void add_notice(struct features *features, struct draft *draft)
{
    struct place top = {draft->guide_input.file, 1, 0};

    if (draft->guide.notice != 0)
        add(features, "notice", top, join("the notice of the guide", "", ""));
    if (draft->guide.notice_section != 0)
        add(features, "notice section", top,
            join("section '", section_id(draft, draft->guide.notice_section - 1),
                 "' as 'notice-section'"));
}

/* Adds where readers are led in: doors, and sections that stand first in what is found. */
static void add_ways_in(struct features *features, struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);

    for (uint32_t i = 0; i < guide->door_count; i++) {
        const struct guide_door *door = &guide->doors[i];
        bool is_section = door->kind == NAME_SECTION;
        const char *id = is_section ? section_id(draft, door->index)
                                    : guide_text(guide, guide->roles[door->index].id);

        add(features, "door", draft->door_places[i],
            join(is_section ? "a door to section '" : "a door to role '", id, "'"));
    }
    for (uint32_t i = 0; i < guide->urgent_count; i++) {
        const struct yaml_tree *phrases = draft->urgent_phrases[i];
        struct place place = {draft->guide_input.file, 1, 0};

        if (phrases != NULL && phrases->count > 0)
            place = phrases->children[0].place;
        add(features, "urgent", place,
            join("section '", section_id(draft, guide->urgents[i]), "' in 'urgent'"));
    }
}

/* Adds the sections in the order of the book. */
static void add_book(struct features *features, struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);

    for (uint32_t i = 0; i < guide->section_count; i++)
        add(features, "section", draft->section_inputs[i].place,
            join("section '", guide_text(guide, guide->sections[i].id), "'"));
}

static void add_pages(struct features *features, struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);

    for (uint32_t i = 0; i < guide->page_count; i++) {
        char *name = join("page ", guide_text(guide, guide->pages[i].name), "(");
        char *before = join(name, guide_text(guide, guide->pages[i].manual_section), "");

        add(features, "page", draft->page_choices[i].place, join(before, ")", ""));
        free(before);
        free(name);
    }
}

/* Adds the sections that a role does best to read first, in order. */
static void add_path(struct features *features, struct draft *draft, uint32_t role)
{
    const struct guide *guide = draft_guide(draft);
    const struct guide_range path = guide->roles[role].path;
    char *after = join("' in the path of role '", guide_text(guide, guide->roles[role].id), "'");

    for (uint32_t i = path.first; i < path.first + path.count; i++)
        add(features, "path", draft->number_places[i],
            join("section '", guide_text(guide, guide->sections[guide->numbers[i]].id), after));
    free(after);
}

static void add_guide(struct features *features, struct draft *draft)
{
    add_notice(features, draft);
    add_names(features, &draft->role_names);
    add_names(features, &draft->topic_names);
    add_names(features, &draft->source_names);
    add_book(features, draft);
    add_pages(features, draft);
    for (uint32_t i = 0; i < draft->guide.role_count; i++)
        add_path(features, draft, i);
    add_ways_in(features, draft);
}

void compare_guides(struct draft *original, struct draft *copy)
{
    struct features before = {0}, after = {0};

    add_guide(&before, original);
    add_guide(&after, copy);
    compare(copy->diagnostics, &before, &after);
    for (uint32_t i = 0; i < original->guide.section_count; i++) {
        const char *id = guide_text(draft_guide(original), original->sections[i].id);
        uint32_t found = names_find(&copy->section_names, id);

        if (found != NAMES_NONE)
            compare_sections(original, i, copy, found);
    }
}

/* Whether two drafts would write the same files. */
static bool share_folder(struct draft *one, struct draft *other)
{
    char folder[LANGUAGE_TAG_BYTES + 1], other_folder[LANGUAGE_TAG_BYTES + 1];

    language_folder(guide_text(draft_guide(one), one->guide.language), folder);
    language_folder(guide_text(draft_guide(other), other->guide.language), other_folder);
    return strcmp(folder, other_folder) == 0;
}

/* Reports it if a translation is called otherwise than the original, NAME. */
static void check_name(struct draft *draft, const char *key, const char *text, size_t length,
                       const char *name)
{
    struct place top = {draft->guide_input.file, 1, 0};

    if (strlen(name) != length || strncmp(text, name, length) != 0)
        diagnostics_add(draft->diagnostics, top, "%s: a translation has that of the original, '%s'",
                        key, name);
}

void compare_languages(struct draft *drafts, size_t count)
{
    const struct guide *original = draft_guide(&drafts[0]);

    for (size_t i = 1; i < count; i++) {
        const struct guide *guide = draft_guide(&drafts[i]);
        const struct place top = {drafts[i].guide_input.file, 1, 0};
        const char *name = guide_text(guide, guide->name);
        const char *reader = guide_text(guide, guide->reader);

        check_name(&drafts[i], "name", name, (size_t)(strrchr(name, '.') - name),
                   guide_text(original, original->name));
        check_name(&drafts[i], "reader", reader, strlen(reader),
                   guide_text(original, original->reader));
        for (size_t j = 0; j < i; j++)
            if (share_folder(&drafts[i], &drafts[j]))
                diagnostics_add(
                    drafts[i].diagnostics, top,
                    "language '%s' is that of %s, too; a translation has one of its own",
                    guide_text(guide, guide->language), drafts[j].guide_input.name);
    }
}
