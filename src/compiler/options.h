/* SPDX-License-Identifier: MIT */
/* options.h: the command line of guidec. */
#ifndef COMPILER_OPTIONS_H
#define COMPILER_OPTIONS_H

#include "compiler/diagnostics.h"
#include "compiler/variables.h"
#include "format/render.h"

/* What guidec is asked to do. The last four look at no guide. */
enum action {
    ACTION_WRITE,
    ACTION_SITE,
    ACTION_CHECK,
    ACTION_PRINT,
    ACTION_LIST,
    ACTION_RULES,
    ACTION_COMPARE,
    ACTION_NEW,
    ACTION_READER,
    ACTION_HELP,
    ACTION_VERSION,
};

struct options {
    enum action action;
    const char **sources; /* folders: of the guide, and of its translations; or the name of
                             a new one */
    size_t source_count;
    const char *output;          /* the folder to write into; NULL if none is named */
    const char *site;            /* of ACTION_SITE: the folder to write into */
    const char *section;         /* of ACTION_PRINT: an id, or "all" */
    const char *original;        /* of ACTION_COMPARE: the folder to compare with */
    const char *kit;             /* of ACTION_NEW and ACTION_READER: the folder to write into */
    const struct format *format; /* of ACTION_PRINT */
    struct definitions definitions;
    enum diagnostics_warnings warnings;
};

/* Takes the command line apart. Returns STATUS_DONE, or STATUS_USAGE after a message. What OPTIONS
 * holds is freed with options_free in either case. */
int options_parse(int argc, char **argv, struct options *options);

void options_free(struct options *options);

void options_print_help(void);
void options_print_version(void);

#endif
