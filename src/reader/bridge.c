/* SPDX-License-Identifier: MIT */
/* bridge.c: from the reader to the man pages, the Info manual and the web site. */
#include "base/ascii.h"
#include "format/html.h"
#include "reader/reader.h"
#include "version.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* The reader of another package has none, unless that defines where it is. */
#ifndef SITE_FOLDER
#define SITE_FOLDER ""
#endif

/* What is opened: a page, the id of a node, and the words that have trustman show the same. */
struct target {
    const struct guide_page *page; /* or NULL */
    const char *node, *words;
    uint32_t place; /* in the section, + 1; or 0 */
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

    target->place = selection->place;
    if (selection->are_answers && request->action != ACTION_BROWSE)
        return false;
    if (role == NULL && (selection->count == 1 || selection->are_answers)) {
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
    const char *pager = no_pager ? "cat" : pager_own();
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

/* Puts a name as a part of an address. */
static void put_address(struct output *out, const char *name)
{
    static const char digits[] = "0123456789ABCDEF";

    for (; *name != '\0'; name++)
        if (strchr(" \"#%?", *name) == NULL && ascii_is_text(*name)) {
            output_char(out, *name);
        } else {
            output_char(out, '%');
            output_char(out, digits[(unsigned char)*name >> 4]);
            output_char(out, digits[(unsigned char)*name & 15]);
        }
}

/* Runs a command of the shell with an address. Returns whether it could. */
static bool run_browser(const char *command, size_t length, const char *address)
{
    struct output line;
    const char *argv[] = {"sh", "-c", NULL, "sh", address, NULL};
    bool ran;

    output_to_memory(&line);
    output_put(&line, command, length);
    output_string(&line, " \"$@\"");
    output_char(&line, '\0');
    argv[2] = line.data;
    ran = line.error == 0 && run_program(argv, -1, NULL, NULL) == 0;
    free(line.data);
    return ran;
}

/* Opens an address in a browser: that of the first command of BROWSER that can, each ended by a
 * colon; or what the desktop opens, which takes no place of a page. */
static bool open_address(char *address)
{
    const char *commands = getenv("BROWSER");

    if (commands == NULL || *commands == '\0') {
        address[strcspn(address, "#")] = '\0';
        commands = "xdg-open 2>/dev/null:open 2>/dev/null";
    }
    for (size_t length; *commands != '\0'; commands += length + (commands[length] == ':')) {
        length = strcspn(commands, ":");
        if (length > 0 && run_browser(commands, length, address))
            return true;
    }
    return false;
}

/* Opens the page of the web site. */
static enum status open_site(const struct guide *guide, const struct target *target)
{
    const bool is_top = strcmp(target->node, "Top") == 0;
    struct output address;
    enum status status = STATUS_FOUND;

    if (*SITE_FOLDER == '\0' || access(SITE_FOLDER "/" HTML_OPENING, R_OK) != 0)
        return message(STATUS_FAILED, LABEL_NO_SITE, target->words);
    output_to_memory(&address);
    output_string(&address, "file://");
    put_address(&address, SITE_FOLDER "/");
    put_address(&address, is_top ? HTML_OPENING : target->node);
    output_string(&address, is_top ? "" : HTML_SUFFIX);
    if (target->place != 0) {
        output_char(&address, '#');
        put_address(&address, target->node);
        output_string(&address, HTML_PLACE_MARK);
        put_address(&address, guide_text(guide, guide->places[target->place - 1].name));
    }
    output_char(&address, '\0');
    message(STATUS_FOUND, LABEL_BROWSER_KEEPS, "");
    if (address.error != 0)
        status = message_failure(address.error);
    else if (!open_address(address.data))
        status = message(STATUS_FAILED, LABEL_NO_BROWSER, target->words);
    free(address.data);
    return status;
}

enum status bridge_open(const struct guide *guide, const struct selection *selection,
                        const struct request *request)
{
    struct target target;
    struct output node;
    enum status status;

    if (!find_target(guide, selection, request, &target))
        return message(STATUS_USAGE, LABEL_ONE_SECTION_OPEN, "");
    if (!language_export())
        return message_failure(errno);
    if (request->action == ACTION_MAN)
        return open_man(guide, &target, request->no_pager);
    if (request->action == ACTION_BROWSE)
        return open_site(guide, &target);
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
