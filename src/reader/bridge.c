/* bridge.c: from the reader to the man pages and the Info manual. */
#include "reader/reader.h"

#include <errno.h>
#include <unistd.h>

static enum status open_man(const struct guide *guide, const struct guide_section *section,
                            bool no_pager)
{
    const char *id = guide_text(guide, section->id);
    const struct guide_page *page = &guide->pages[section->page];
    const char *argv[] = {"man", guide_text(guide, page->manual_section),
                          guide_text(guide, page->name), NULL};
    const char *pager = no_pager ? "cat" : getenv("TRUSTMAN_PAGER");
    int status;

    if (pager != NULL && setenv("MANPAGER", *pager != '\0' ? pager : "cat", 1) != 0)
        return message_failure(errno);
    status = run_program(argv, -1, NULL, NULL);
    if (status < 0)
        return message(STATUS_FAILED, LABEL_NO_MAN, id);
    if (status != 0)
        return message(STATUS_FAILED, LABEL_NO_PAGE, id);
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

static enum status open_info(const char *node, const char *id)
{
    const char *where[] = {"info", "--where", node, NULL}, *argv[] = {"info", node, NULL};
    char place = '*';

    if (run_program(where, 1, read_place, &place) < 0)
        return message(STATUS_FAILED, LABEL_NO_INFO, id);
    if (place == '*' || place == '\n' || run_program(argv, -1, NULL, NULL) != 0)
        return message(STATUS_FAILED, LABEL_NO_MANUAL, id);
    return STATUS_FOUND;
}

enum status bridge_open(const struct guide *guide, uint32_t section, const struct request *request)
{
    const char *id = guide_text(guide, guide->sections[section].id);
    struct output node;
    enum status status;

    if (request->action == ACTION_MAN)
        return open_man(guide, &guide->sections[section], request->no_pager);
    output_to_memory(&node);
    output_char(&node, '(');
    output_string(&node, guide_text(guide, guide->name));
    output_char(&node, ')');
    output_string(&node, id);
    output_char(&node, '\0');
    status = node.error != 0 ? message_failure(node.error) : open_info(node.data, id);
    free(node.data);
    return status;
}
