/* SPDX-License-Identifier: MIT */
/* command_line.c: taking a command line apart. */
#include "base/command_line.h"

#include <string.h>

static const struct command_option *row_at(const struct command_table *table, size_t i)
{
    return (const struct command_option *)((const char *)table->rows + i * table->size);
}

static const struct command_option *find_letter(const struct command_table *table, char letter)
{
    for (size_t i = 0; i < table->count; i++)
        if (row_at(table, i)->letter == letter)
            return row_at(table, i);
    return NULL;
}

/* The option whose name is, or alone begins with, the LENGTH bytes at NAME; or NULL. */
static const struct command_option *find_name(const struct command_table *table, const char *name,
                                              size_t length)
{
    const struct command_option *found = NULL;
    unsigned count = 0;

    for (size_t i = 0; i < table->count; i++) {
        const struct command_option *option = row_at(table, i);

        if (*option->name == '\0' || strncmp(option->name, name, length) != 0)
            continue;
        if (option->name[length] == '\0')
            return option;
        found = option;
        count++;
    }
    return count == 1 ? found : NULL;
}

/* Gives the option that was found its argument: VALUE or, if that is NULL, what comes next. */
static enum command_part give_argument(struct command_line *line, const char *value)
{
    const bool takes = line->table->takes_argument(line->option);

    if (!takes && value != NULL)
        return COMMAND_TAKES_NO_ARGUMENT;
    if (takes && value == NULL) {
        if (*line->rest == NULL)
            return COMMAND_NEEDS_ARGUMENT;
        value = *line->rest++;
    }
    line->text = value;
    return COMMAND_OPTION;
}

static enum command_part take_name(struct command_line *line)
{
    const char *name = line->text + 2, *equals = strchr(name, '=');
    const size_t length = equals != NULL ? (size_t)(equals - name) : strlen(name);

    line->option = find_name(line->table, name, length);
    if (line->option == NULL)
        return COMMAND_UNKNOWN_NAME;
    return give_argument(line, equals != NULL ? equals + 1 : NULL);
}

static enum command_part take_letter(struct command_line *line)
{
    const char *value = NULL;

    line->text = line->letters++;
    line->option = find_letter(line->table, *line->text);
    if (line->option == NULL)
        return COMMAND_UNKNOWN_LETTER;
    if (line->table->takes_argument(line->option) && *line->letters != '\0') {
        value = line->letters;
        line->letters = NULL;
    }
    return give_argument(line, value);
}

void command_line_begin(struct command_line *line, const struct command_table *table, int argc,
                        char **argv)
{
    *line = (struct command_line){.table = table, .rest = argv + (argc > 0)};
}

enum command_part command_line_next(struct command_line *line)
{
    line->option = NULL;
    if (line->letters != NULL && *line->letters != '\0')
        return take_letter(line);
    if (!line->only_words && *line->rest != NULL && strcmp(*line->rest, "--") == 0) {
        line->only_words = true;
        line->rest++;
    }
    line->text = *line->rest;
    if (line->text == NULL)
        return COMMAND_END;
    line->rest++;
    if (line->only_words || line->text[0] != '-' || line->text[1] == '\0')
        return COMMAND_WORD;
    if (line->text[1] == '-')
        return take_name(line);
    line->letters = line->text + 1;
    return take_letter(line);
}
