/* SPDX-License-Identifier: MIT */
/* bridge.c: from the reader to the man pages and the Info manual. */
#include "reader/reader.h"

#include <errno.h>
#include <unistd.h>

/* What is opened: a page, the id of a node, and the words that have trustman show the same. */
struct target {
    const struct guide_page *page; /* or NULL */
    const char *node, *words;
};

/* The first page that is for this role alone, or NULL. */
static const struct guide_page *find_role_page(const struct guide *guide,
                                               const struct guide_role *role)
{
    const uint32_t mask = UINT32_C(1) << (role - guide->roles);

    for (uint32_t i = 0; i < guide->page_count; i++)
        if (guide->pages[i].roles == mask)
            return &guide->pages[i];
    return NULL;
}

/* Finds what holds just the selection: a section, a role, or, if nothing was asked for, the guide,
 * which is opened at its beginning. Returns false if it is none of these, or a role without a page
 * that would be needed.
 */
static bool find_target(const struct guide *guide, const struct selection *selection,
                        const struct request *request, struct target *target)
{
    const struct guide_role *role = selection->front;

    if (selection->are_answers)
        return false;
    if (role == NULL && selection->count == 1) {
        const struct guide_section *section = &guide->sections[selection->sections[0]];

        target->page = &guide->pages[section->page];
        target->node = target->words = guide_text(guide, section->id);
        return true;
    }
    if (role != NULL) {
        target->page = find_role_page(guide, role);
        target->node = target->words = guide_text(guide, role->id);
        return request->action != ACTION_MAN || target->page != NULL;
    }
    target->page = guide->pages;
    target->node = "Top";
    target->words = "--toc";
    return request->word_count == 0 && request->search == NULL;
}

static enum status open_man(const struct guide *guide, const struct target *target, bool no_pager)
{
    const char *argv[] = {"man", guide_text(guide, target->page->manual_section),
                          guide_text(guide, target->page->name), NULL};
    const char *pager = no_pager ? "cat" : getenv("TRUSTMAN_PAGER");
    int status;

    if (pager != NULL && setenv("MANPAGER", *pager != '\0' ? pager : "cat", 1) != 0)
        return message_failure(errno);
    status = run_program(argv, -1, NULL, NULL);
    if (status < 0)
        return message(STATUS_FAILED, LABEL_NO_MAN, target->words);
    if (status != 0)
        return message(STATUS_FAILED, LABEL_NO_PAGE, target->words);
    return STATUS_FOUND;
}

/* Reads what info says about where a manual is: a path, or nothing, or something in asterisks. */
static void read_place(int fd, void *self)
{
    char rest[256], *first = self;

    if (read(fd, first, 1) == 1)
        while (read(fd, rest, sizeof rest) > 0)
            continue;
}

static enum status open_info(const char *node, const char *words)
{
    const char *where[] = {"info", "--where", node, NULL}, *argv[] = {"info", node, NULL};
    char place = '*';

    if (run_program(where, 1, read_place, &place) < 0)
        return message(STATUS_FAILED, LABEL_NO_INFO, words);
    if (place == '*' || place == '\n' || run_program(argv, -1, NULL, NULL) != 0)
        return message(STATUS_FAILED, LABEL_NO_MANUAL, words);
    return STATUS_FOUND;
}

enum status bridge_open(const struct guide *guide, const struct selection *selection,
                        const struct request *request)
{
    struct target target;
    struct output node;
    enum status status;

    if (!find_target(guide, selection, request, &target))
        return message(STATUS_USAGE, LABEL_ONE_SECTION_OPEN, "");
    if (request->action == ACTION_MAN)
        return open_man(guide, &target, request->no_pager);
    output_to_memory(&node);
    output_char(&node, '(');
    output_string(&node, guide_text(guide, guide->name));
    output_char(&node, ')');
    output_string(&node, target.node);
    output_char(&node, '\0');
    status = node.error != 0 ? message_failure(node.error) : open_info(node.data, target.words);
    free(node.data);
    return status;
}
