/* bridge.c: from trustman to the man pages and the Info manual. */
#include "reader.h"

#include <errno.h>
#include <unistd.h>

/* Says that something is missing, and how the text is to be had without it. */
static enum status say_lacking(const struct guide *guide, uint32_t section, const char *what,
                               struct output *messages)
{
    message_begin(messages);
    output_string(messages, what);
    output_string(messages, "; the same text: " PROGRAM " ");
    output_string(messages, guide_text(guide, guide->sections[section].id));
    return message_end(messages, STATUS_FAILED);
}

static enum status open_man(const struct guide *guide, uint32_t section, bool no_pager,
                            struct output *messages)
{
    const struct guide_page *page = &guide->pages[guide->sections[section].page];
    const char *argv[] = {"man", guide_text(guide, page->section), guide_text(guide, page->name),
                          NULL};
    const char *pager = no_pager ? "cat" : getenv("TRUSTMAN_PAGER");
    int status;

    if (pager != NULL && setenv("MANPAGER", *pager != '\0' ? pager : "cat", 1) != 0)
        return message_failure(messages, errno);
    status = pager_run(argv, -1, NULL, NULL);
    if (status < 0)
        return say_lacking(guide, section, "man is not installed", messages);
    if (status != 0)
        return say_lacking(guide, section, "man does not find the page", messages);
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

static enum status open_info(const struct guide *guide, uint32_t section, const char *node,
                             struct output *messages)
{
    const char *where[] = {"info", "--where", node, NULL}, *argv[] = {"info", node, NULL};
    char place = '*';

    if (pager_run(where, 1, read_place, &place) < 0)
        return say_lacking(guide, section, "info is not installed", messages);
    if (place == '*' || place == '\n' || pager_run(argv, -1, NULL, NULL) != 0)
        return say_lacking(guide, section, "info does not find the manual", messages);
    return STATUS_FOUND;
}

enum status bridge_open(const struct guide *guide, uint32_t section, const struct request *request,
                        struct output *messages)
{
    struct output node;
    enum status status;

    if (request->action == ACTION_MAN)
        return open_man(guide, section, request->no_pager, messages);
    output_to_memory(&node);
    output_char(&node, '(');
    output_string(&node, guide_text(guide, guide->name));
    output_char(&node, ')');
    output_string(&node, guide_text(guide, guide->sections[section].id));
    output_char(&node, '\0');
    status = node.error != 0 ? message_failure(messages, node.error)
                             : open_info(guide, section, node.data, messages);
    free(node.data);
    return status;
}
