/* SPDX-License-Identifier: MIT */
/* command_line.h: taking a command line apart, as GNU programs do: the name of an option may be cut
 * as long as no other begins so, letters may stand together, and "--" ends the options. */
#ifndef BASE_COMMAND_LINE_H
#define BASE_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>

/* What each row of a table of options begins with. */
struct command_option {
    char letter;   /* or NUL */
    char name[19]; /* without the dashes; empty: the row is no option */
};

struct command_table {
    const void *rows;
    size_t count, size; /* SIZE: of a row, in bytes */
    bool (*takes_argument)(const struct command_option *);
};

enum command_part {
    COMMAND_END,
    COMMAND_WORD,
    COMMAND_OPTION,
    COMMAND_UNKNOWN_NAME,
    COMMAND_UNKNOWN_LETTER,
    COMMAND_NEEDS_ARGUMENT,
    COMMAND_TAKES_NO_ARGUMENT,
};

struct command_line {
    const struct command_table *table;
    char **rest;         /* what has not been looked at, ended by NULL */
    const char *letters; /* of those that stand together, which have not been looked at, or NULL */
    bool only_words;

    /* Of the part that was taken last: */
    const struct command_option *option; /* NULL where it is none, or unknown */
    const char *text;                    /* the argument of an option, or NULL; else as written */
};

/* ARGC and ARGV are those of main. */
void command_line_begin(struct command_line *, const struct command_table *, int argc, char **argv);

/* Takes the next part, of which text and option tell. After one that is an error nothing is taken
 * any more. */
enum command_part command_line_next(struct command_line *);

#endif
