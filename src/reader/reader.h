/* SPDX-License-Identifier: MIT */
/* reader.h: what the files of trustman share. options.c makes a request of the command line,
 * choose.c a selection of the request, show.c output of the selection. */
#ifndef READER_READER_H
#define READER_READER_H

#include "base/output.h"
#include "base/small.h"
#include "format/render.h"
#include "guide/guide.h"
#include "guide/search.h"
#include "guide/select.h"

#include <stdlib.h>

/* Exit status; functions that return another one than STATUS_FOUND have said why. */
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
    ACTION_WORDS,
    ACTION_MAN,
    ACTION_INFO,
    ACTION_BROWSE,
    ACTION_HELP,
    ACTION_VERSION
};

enum color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/* What is asked for. */
struct request {
    enum action action;
    const struct format *format; /* or NULL, if none is asked for */
    struct guide_word *words;    /* the caller's */
    uint32_t word_count;
    const char *search; /* or NULL */
    int step;           /* 1: the next section, -1: the one before, else 0 */
    bool random, has_seed, plain, no_pager;
    uint32_t seed;
    uint32_t width; /* columns, or 0 */
    enum color color;
};

/* Chooses the language of the guide as the environment says, as gettext(3) does: LANGUAGE, but in
 * the locale C; else the first of LC_ALL, LC_MESSAGES and LANG. To be called first. */
void language_begin(void);

/* Chooses the language of a tag such as es or pt-BR. Returns false if there is none. */
bool language_choose(const char *tag);

/* Lets programs that are started speak it, too, where there are several. Returns false with errno.
 */
bool language_export(void);

/* The guide in the language that was chosen. */
const struct guide *language_guide(void);

/* Reads the command line. The caller frees the words in any case. */
enum status options_parse(int argc, char **argv, struct request *);

/* Chooses what the request asks for. The selection and what a search finds are all zeroes before;
 * with STATUS_FOUND the selection holds at least one section, and the caller frees both. */
enum status choose(const struct guide *, const struct request *, struct selection *,
                   struct search *found);

struct terminal {
    struct render_options render;
    bool is_terminal;      /* standard output is one */
    bool can_clear;        /* it obeys escape sequences */
    bool pages;            /* what is printed goes through a pager */
    bool styles_asked_for; /* an option says so, whatever pager and terminal are */
    uint32_t width;        /* columns that an option asks for, or 0 */
    unsigned columns, rows;
};

/* Finds out all of it. */
void terminal_begin(struct terminal *, const struct request *);

/* Measures the terminal again, which may have changed. */
void terminal_measure(struct terminal *);

/* Whether the character set is UTF-8: what the first of LC_ALL, LC_CTYPE and LANG names that is
 * neither unset nor empty. */
bool terminal_is_utf8(void);

/* Puts plain text of the guide as it is, but for the character set. A label of the reader is put up
 * to its place for what the reader knows; returns what follows that place, to be put next, or NULL
 * if there is none. */
const char *row_put_title(struct output *, const char *text, bool ascii);

/* Puts a label, and after it text into lines, MARGIN columns from the left; where that leaves too
 * little room, below it. Either may be empty. */
void row_put(struct output *, unsigned indent, const char *label, const char *text, unsigned margin,
             const struct render_options *);

/* Puts bytes that somebody typed: "?" stands for whatever could steer a terminal. */
void typed_put(struct output *, const char *bytes);

/* All that printing depends on. */
struct view {
    const struct guide *guide;
    const struct selection *selection;
    const struct search *found; /* shown instead of whole sections, or NULL */
    const struct terminal *terminal;
    const struct format *format;
    enum action action;
};

/* Puts what the action asks for: the sections of the selection in the format, a list, --help. */
void show_put(const struct view *, struct output *);

/* For show_put: all words that are known by name, and what each means, sorted, with a tab between.
 */
void known_put(const struct view *, struct output *);

/* For show_put: what --help and --version print. */
void options_put_help(const struct view *, struct output *);
void options_put_version(const struct view *, struct output *);

/* Puts a view into the pager, if there is one to be used and it can be run; else straight to the
 * output. A pager that may not pass them on gets no styles and no
 * hyperlinks. */
enum status pager_show(const struct view *);

/* The pager that the variable of this reader names, TRUSTMAN_PAGER of trustman, or NULL. */
const char *pager_own(void);

/* Runs a program, with what keeps pagers from leaving traces in its environment, and waits for it.
 * DESCRIPTOR 0 gives it a pipe as its input, into which USE writes; 1 one as its output, from which
 * USE reads; -1 none. Keys that stop a program stop only that one meanwhile, and the terminal is
 * afterwards as it was. Returns its exit status as a shell tells it, or -1 if it could not be run.
 */
int run_program(const char *const argv[], int descriptor, void (*use)(int fd, void *self),
                void *self);

/* Opens the man page, the Info node or the page of the web site, as the request says, of what is
 * selected: a section, all of a role, or the whole guide; of anything else, says that it takes one
 * of these. Of answers, the web site is opened at the first. If what it takes is not installed,
 * says what to do instead; STATUS_FAILED then. */
enum status bridge_open(const struct guide *, const struct selection *, const struct request *);

/* Shows the menu until the reader leaves it; then nothing that it showed is left on the screen,
 * where the terminal can be cleared. It opens with a LIST, which answers the words that are ASKED,
 * or with the first page, if that is NULL. */
enum status menu_run(const struct guide *, struct terminal *, const struct selection *list,
                     const struct request *asked);

/* Begins a message, to which the caller puts its text before message_end. Messages go to standard
 * error, or where message_keep says. There is one output for all of them: a message ends before the
 * next begins. */
struct output *message_begin(void);

/* Ends a message, with a hint for a wrong usage. Returns STATUS. */
enum status message_end(struct output *, enum status status);

/* Puts a label into a message that was begun; WORD, which may hold any bytes, where it has a place.
 */
void message_put(struct output *, enum guide_label, const char *word);

/* The same with a plain text of the guide as NAME. */
void message_put_name(struct output *, enum guide_label, const char *name);

/* Puts a message that is a label; WORD may hold any bytes. Returns STATUS. */
enum status message(enum status status, enum guide_label, const char *word);

/* Says that output failed, for the reason that ERROR, an errno, names. Returns STATUS_FAILED. */
enum status message_failure(int error);

/* Lets all messages go to MEMORY. */
void message_keep(struct output *memory);

#endif
