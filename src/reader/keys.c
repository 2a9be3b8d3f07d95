/* SPDX-License-Identifier: MIT */
/* keys.c: bytes of a terminal as keys, and the line that is typed. */
#include "base/utf8.h"
#include "reader/menu.h"

#include <unistd.h>

/* Instead of a byte. */
enum { NOTHING_YET = -1, HAPPENED = -2, NO_MORE = -3 };

/* Bytes of a key come together; Esc alone is a key if nothing comes so many milliseconds. */
enum { ESCAPE_WAIT = 50 };

/* Control characters. */
enum {
    END_OF_TEXT = 3,
    END_OF_INPUT = 4,
    BACKSPACE = 8,
    FORM_FEED = 12,
    CLEAR_LINE = 21,
    CLEAR_WORD = 23,
    ESCAPE = 27,
    DELETE = 127
};

static int next_byte(struct keys *keys, long milliseconds)
{
    if (keys->next == keys->end) {
        const int waited = screen_wait(milliseconds);
        ssize_t length;

        if (waited <= 0)
            return waited == 0 ? NOTHING_YET : HAPPENED;
        length = read(STDIN_FILENO, keys->input, sizeof keys->input);
        if (length <= 0)
            return NO_MORE;
        keys->next = 0;
        keys->end = (size_t)length;
    }
    return keys->input[keys->next++];
}

/* Takes what follows Esc and a bracket or O: numbers, and what says which key it is. */
static enum key take_sequence(struct keys *keys)
{
    int number = 0, byte;

    while ((byte = next_byte(keys, ESCAPE_WAIT)) >= ' ' && byte < '@')
        if (byte >= '0' && byte <= '9')
            number = (number * 10 + byte - '0') % 100;
    switch (byte) {
    case 'A':
        return KEY_UP;
    case 'B':
        return KEY_DOWN;
    case 'C':
        return KEY_ON;
    case 'D':
        return KEY_BACK;
    case 'H':
        return KEY_TOP;
    case 'F':
        return KEY_END;
    case '[': /* a function key of Linux: one more */
        next_byte(keys, ESCAPE_WAIT);
        return KEY_NONE;
    case '~':
        return number == 5                  ? KEY_BEFORE
               : number == 6                ? KEY_ON
               : number == 1 || number == 7 ? KEY_TOP
               : number == 4 || number == 8 ? KEY_END
                                            : KEY_NONE;
    }
    return KEY_NONE;
}

static enum key take_escape(struct keys *keys)
{
    const int byte = next_byte(keys, ESCAPE_WAIT);

    if (byte == NOTHING_YET || byte == ESCAPE)
        return KEY_LEAVE;
    return byte == '[' || byte == 'O' ? take_sequence(keys) : KEY_NONE;
}

/* Takes a character off the end of the line. */
static void take_back(struct keys *keys)
{
    while (keys->length > 0 && utf8_is_continuation(keys->line[--keys->length]))
        continue;
}

/* Makes the line a string without blanks around it. */
static enum key send(struct keys *keys)
{
    char *line = keys->line;
    size_t length = keys->length, blank = 0;

    while (length > 0 && line[length - 1] == ' ')
        length--;
    while (blank < length && line[blank] == ' ')
        blank++;
    memmove(line, line + blank, length - blank);
    line[length - blank] = '\0';
    keys->length = 0;
    return *line == '\0'                                       ? KEY_ON
           : (*line == 'q' || *line == 'Q') && line[1] == '\0' ? KEY_LEAVE
                                                               : KEY_LINE;
}

static void add(struct keys *keys, int byte)
{
    if (keys->length < sizeof keys->line - 1)
        keys->line[keys->length++] = (char)(byte == '\t' ? ' ' : byte);
}

/* Takes a key that acts at once. */
static enum key take_key(struct keys *keys, int byte)
{
    keys->is_letter = byte == 'q' || byte == 'Q';
    if (keys->length == 0 && (byte == ' ' || keys->is_letter || byte == END_OF_INPUT))
        return byte == ' ' ? KEY_ON : KEY_LEAVE;
    switch (byte) {
    case END_OF_TEXT:
        return KEY_LEAVE;
    case ESCAPE:
        return take_escape(keys);
    case FORM_FEED:
        return KEY_ANEW;
    case BACKSPACE:
    case DELETE:
        take_back(keys);
        return KEY_EDIT;
    case CLEAR_LINE:
        keys->length = 0;
        return KEY_EDIT;
    case CLEAR_WORD:
        while (keys->length > 0 && keys->line[keys->length - 1] == ' ')
            keys->length--;
        while (keys->length > 0 && keys->line[keys->length - 1] != ' ')
            keys->length--;
        return KEY_EDIT;
    }
    if (byte < ' ' && byte != '\t')
        return KEY_NONE;
    add(keys, byte);
    return KEY_EDIT;
}

enum key keys_read(struct keys *keys)
{
    for (;;) {
        const int byte = next_byte(keys, -1);

        if (byte == HAPPENED || byte == NO_MORE)
            return byte == HAPPENED ? KEY_ANEW : KEY_LEAVE;
        if (byte == '\n' || byte == '\r')
            return send(keys);
        if (keys->at_once)
            return take_key(keys, byte);
        if (byte >= ' ' || byte == '\t')
            add(keys, byte);
    }
}
