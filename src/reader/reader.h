/* reader.h: what the files of trustman share. options.c makes a request of the command line,
 * choose.c a selection of the request, list.c output of the selection; menu.c asks where there is
 * no request; pager.c runs other programs, bridge.c man and info; terminal.c knows what terminal
 * and environment want; plain.c puts plain text, message.c messages.
 */
#ifndef READER_READER_H
#define READER_READER_H

#include "guide.h"
#include "output.h"
#include "render.h"
#include "select.h"

#include <stdlib.h>

#define PROGRAM "trustman"

/* Exit status. */
enum status {
    STATUS_FOUND,
    STATUS_NOTHING, /* nothing matches */
    STATUS_USAGE,
    STATUS_FAILED, /* output could not be written */
};

/* What is done with the choice. */
enum action {
    ACTION_PRINT,
    ACTION_LIST,
    ACTION_TOC,
    ACTION_ROLES,
    ACTION_TOPICS,
    ACTION_MAN,
    ACTION_INFO,
    ACTION_HELP,
    ACTION_VERSION
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* A word that chooses; KIND is an enum guide_name_kind, or WORD_ANY. */
enum { WORD_ANY = -1 };
struct word {
    const char *text;
    int kind;
};

/* What is asked for. */
struct request {
    enum action action;
    const struct format *format;
    struct word *words; /* the caller's */
    uint32_t word_count;
    uint32_t roles;     /* mask of roles that are asked for beside the words */
    const char *search; /* or NULL */
    int step;           /* 1: the next section, -1: the one before, else 0 */
    bool random, has_seed, plain, no_pager;
    uint32_t seed;
    uint32_t width; /* columns, or 0 */
    enum color color;
};

/* Reads the command line, and says what is wrong with it. The caller frees the words in any
 * case. */
enum status options_parse(int argc, char **argv, struct request *, struct output *messages);

/* Chooses what the words, roles, search, step or chance of the request ask for. Says in MESSAGES
 * what was not found, and what may have been meant. With STATUS_FOUND the selection holds at least
 * one section, and the caller frees it. */
enum status choose(const struct guide *, const struct request *, struct selection *,
                   struct output *messages);

struct terminal {
    struct render_options render;
    bool is_terminal; /* standard output is one */
    bool can_clear;   /* it obeys escape sequences */
    bool pages;       /* what is printed goes through a pager */
    uint32_t width;   /* columns that an option asks for, or 0 */
    unsigned rows;
};

/* Finds out all of it. */
void terminal_begin(struct terminal *, const struct request *);

/* Measures the terminal again, which may have changed. */
void terminal_measure(struct terminal *);

/* Whether the character set is UTF-8: what the first of LC_ALL, LC_CTYPE and LANG names that is
 * neither unset nor empty. */
bool terminal_is_utf8(void);

/* Puts plain text of the guide into lines of WIDTH columns. The first goes on at COLUMN, the others
 * begin at MARGIN; no newline ends the last one. */
void plain_wrap(struct output *, const char *text, unsigned column, unsigned margin, unsigned width,
                bool ascii);

/* Puts plain text of the guide in one line. */
void plain_put(struct output *, const char *text, bool ascii);

/* Puts bytes that somebody typed: "?" stands for whatever could steer a terminal. */
void plain_clean(struct output *, const char *bytes);

void plain_spaces(struct output *, unsigned count);

/* Reads a decimal number. Returns false if TEXT is anything else, or needs more than 32 bits. */
bool plain_number(const char *text, uint32_t *number);

/* All that printing depends on. */
struct view {
    const struct guide *guide;
    const struct selection *selection;
    const struct terminal *terminal;
    const struct format *format;
    enum action action;
};

/* Prints the sections of the selection in the format or, if the action says so, a list. */
void list_put(const struct view *, struct output *);

/* What --help and --version print. */
void options_put_help(const struct view *, struct output *);
void options_put_version(const struct view *, struct output *);

/* Prints a view through the pager. Returns false if there is none to be used, or it cannot be run;
 * else sets ERROR to 0 or to the errno of what failed. */
bool pager_show(const struct view *, int *error);

/* Runs a program, with what keeps pagers from leaving traces in its environment, and waits for it.
 * DESCRIPTOR 0 gives it a pipe as its input, into which USE writes; 1 one as its output, from which
 * USE reads; -1 none. Keys that stop a program stop only that one meanwhile, and the terminal is
 * afterwards as it was. Returns its exit status as a shell tells it, or -1 if it could not be run.
 */
int pager_run(const char *const argv[], int descriptor, void (*use)(int fd, void *self),
              void *self);

/* Opens the section in man or info, as the request says. If that is not installed, says what to do
 * instead; STATUS_FAILED then. */
enum status bridge_open(const struct guide *, uint32_t section, const struct request *,
                        struct output *messages);

/* Shows the menu until the reader leaves it; then nothing that it showed is left on the screen,
 * where the terminal can be cleared. */
enum status menu_run(const struct guide *, struct terminal *, struct output *messages);

/* Begins a message with the program's name, unless OUT is memory: what is kept there is shown by
 * the menu. */
void message_begin(struct output *out);

/* Ends a message, with a hint for a wrong usage. Returns STATUS. */
enum status message_end(struct output *out, enum status status);

/* Puts a message of three parts: WORD, which may be NULL, is what somebody wrote and may hold any
 * bytes. Returns STATUS. */
enum status message(struct output *out, enum status status, const char *before, const char *word,
                    const char *after);

/* Says that output failed, for the reason that ERROR, an errno, names. Returns STATUS_FAILED. */
enum status message_failure(struct output *out, int error);

#endif
