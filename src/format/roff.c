/* SPDX-License-Identifier: MIT */
/* roff.c: text as input lines of roff. */
#include "format/roff.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* mandoc complains of text lines over 80 bytes; one byte is kept for a backslash at the end, and
 * two for what keeps a full stop from ending a sentence. */
enum { LINE_BYTES = 77 };

/* Columns of a word that groff, which complains of lines it cannot break, may keep in one. */
enum { LONG_WORD = 40 };

void roff_begin(struct roff *roff, struct output *out)
{
    *roff = (struct roff){.out = out};
    output_to_memory(&roff->line);
    output_to_memory(&roff->word);
}

void roff_end(struct roff *roff)
{
    if (roff->line.error != 0 || roff->word.error != 0)
        output_fail(roff->out);
    free(roff->line.data);
    free(roff->word.data);
}

void roff_set_line(struct roff *roff, enum roff_line kind)
{
    assert(roff->word.length == 0);
    roff->line_kind = kind;
}

void roff_end_line(struct roff *roff)
{
    struct output *out = roff->out;

    if (roff->line.length == 0)
        return;
    if (roff->line.data[0] == '.') /* an apostrophe is always escaped */
        output_string(out, "\\&");
    output_put(out, roff->line.data, roff->line.length);
    if (roff->line_stops)
        output_string(out, "\\&");
    output_char(out, '\n');
    roff->line.length = roff->line_bytes = 0;
    roff->line_stops = false;
}

void roff_end_text(struct roff *roff)
{
    roff_end_word(roff);
    roff->line_stops = false;
    roff_end_line(roff);
    roff->line_kind = ROFF_FILLED;
}

void roff_end_word(struct roff *roff)
{
    roff->run = 0;
    roff->in_option = roff->after_letter = false;
    if (roff->word.length == 0)
        return;
    if (roff->line.length > 0 && roff->line_bytes + 1 + roff->word_bytes > LINE_BYTES)
        roff_end_line(roff);
    roff->line_bytes += roff->word_bytes + (roff->line.length > 0);
    if (roff->line.length > 0)
        output_char(&roff->line, ' ');
    output_put(&roff->line, roff->word.data, roff->word.length);
    roff->word.length = roff->word_bytes = 0;
    roff->line_stops = roff->word_stops;
    roff->word_stops = false;
}

/* Bytes of a unit as mandoc counts them: it makes \[u00E9] of a character beyond ASCII first. */
static size_t count_bytes(const char *bytes, size_t length)
{
    if ((unsigned char)*bytes < 0x80)
        return length;
    return (length < 4 ? sizeof "\\[u00E9]" : sizeof "\\[u10FFFF]") - 1;
}

void roff_unit(struct roff *roff, const char *bytes, size_t length)
{
    assert(length > 0 && length <= LINE_BYTES);
    if (roff->word.length + length > LINE_BYTES) {
        roff_end_line(roff);
        output_put(&roff->line, roff->word.data, roff->word.length);
        output_char(&roff->line, '\\');
        roff_end_line(roff);
        roff->word.length = roff->word_bytes = 0;
    }
    output_put(&roff->word, bytes, length);
    roff->word_bytes += count_bytes(bytes, length);
}

void roff_escape(struct roff *roff, const char *escape)
{
    roff_unit(roff, escape, strlen(escape));
}

/* The escape for the character at BYTES, or NULL if it stands for itself. */
static const char *escape_for(const char *bytes, enum roff_escaping escaping)
{
    switch ((unsigned char)*bytes) {
    case '\\':
        return "\\e";
    case '-':
        return escaping != ROFF_PROSE ? "\\-" : NULL;
    case '\'':
        return "\\(aq";
    case '`':
        return "\\(ga";
    case '^':
        return "\\(ha";
    case '~':
        return "\\(ti";
    case '"':
        return "\\(dq";
    case 0xC2:
        if ((unsigned char)bytes[1] == 0xA0)
            return "\\~";
    }
    return NULL;
}

/* Whether a hyphen after the character belongs to the word before it, in any script whose words
 * have hyphens. */
static bool is_letter(const char *character)
{
    unsigned char lead = (unsigned char)*character;

    return lead < 0x80 ? ascii_count_ordinary(character, 1) == 1 : lead >= 0xC3 && lead <= 0xE1;
}

static bool is_quotation_mark(const char *character)
{
    return *character == '"' || *character == '\'' ||
           (strncmp(character, "\u2018", 2) == 0 && (unsigned char)character[2] >= 0x98 &&
            (unsigned char)character[2] <= 0x9F);
}

/* Notes what the next hyphen has to know of the character before it. A quotation mark may open what
 * begins with a hyphen, or close the word that goes on with one. */
static void note_character(struct roff *roff, const char *character)
{
    if (is_quotation_mark(character))
        return;
    if (*character == ' ' || (unsigned char)*character >= 0xE2)
        roff->in_option = false;
    roff->after_letter = is_letter(character) || strchr("-.)]}!?;", *character) != NULL;
}

/* Whether the hyphen at BYTES, of LENGTH, begins an option or stands in one: in man pages, a hyphen
 * may be shown as U+2010, which can neither be searched for nor copied into a shell. */
static bool is_option_hyphen(struct roff *roff, const char *bytes, size_t length)
{
    if (!roff->after_letter)
        roff->in_option = length == 1 || bytes[1] == '-' || is_letter(bytes + 1);
    return roff->in_option;
}

void roff_break(struct roff *roff)
{
    if (roff->run > 0 && roff->line_kind != ROFF_UNBROKEN)
        roff_escape(roff, "\\:");
    roff->run = 0;
}

/* Adds a character that does not end a word. A sentence ends with a full stop and whatever quotes
 * and brackets follow it; at the end of an input line, roff would put two spaces after it. */
static void put_character(struct roff *roff, const char *bytes, size_t size,
                          enum roff_escaping escaping)
{
    const char *escape = escape_for(bytes, escaping);

    if (escape != NULL)
        roff_escape(roff, escape);
    else
        roff_unit(roff, bytes, size);
    roff->run = *bytes == ' ' ? 0 : roff->run + 1;
    note_character(roff, bytes);
    if (strchr(".?!", *bytes) != NULL)
        roff->word_stops = true;
    else if (strchr("'\")]*", *bytes) == NULL)
        roff->word_stops = false;
    /* What is before two slashes says little in a line of its own. */
    if (escaping == ROFF_ADDRESS && strchr("/.-_?&=", *bytes) != NULL && !roff->after_slash &&
        bytes[size] != '/')
        roff_break(roff);
    roff->after_slash = *bytes == '/';
}

static bool is_filled(const struct roff *roff)
{
    return roff->line_kind == ROFF_FILLED || roff->line_kind == ROFF_UNBROKEN;
}

/* How many of the bytes are words of letters and digits, each with a space after it, none of which
 * has to be broken. */
static size_t count_words(const char *bytes, size_t length)
{
    size_t count = ascii_count_words(bytes, length);

    while (count > 0 && bytes[count - 1] != ' ')
        count--;
    for (size_t at = 0; at + LONG_WORD < count;) {
        size_t space = at + LONG_WORD;

        while (space > at && bytes[space] != ' ')
            space--;
        if (space == at)
            return at;
        at = space + 1;
    }
    return count;
}

/* Where words are filled and none is begun, puts whole words, as many as the line has room for.
 * Returns how many bytes of the text these were, be it none. */
static size_t put_words(struct roff *roff, const char *bytes, size_t length)
{
    size_t room = roff->line_bytes < LINE_BYTES ? LINE_BYTES - roff->line_bytes : 0, count;

    if (roff->word.length > 0 || roff->run > 0 || !is_filled(roff))
        return 0;
    count = count_words(bytes, length < room ? length : room);
    if (count == 0)
        return 0;
    if (roff->line.length > 0) {
        output_char(&roff->line, ' ');
        roff->line_bytes++;
    }
    output_put(&roff->line, bytes, count - 1);
    roff->line_bytes += count - 1;
    roff->line_stops = false;
    return count;
}

/* Adds letters and digits to the word, if they need not be broken; returns how many. No more is
 * looked at than can be put, since a word may be as long as the text. */
static size_t put_ordinary(struct roff *roff, const char *bytes, size_t length)
{
    size_t count = ascii_count_ordinary(bytes, length <= LONG_WORD ? length : LONG_WORD + 1);

    if (count == 0 || roff->run + count > LONG_WORD || roff->word.length + count > LINE_BYTES)
        return 0;
    roff_unit(roff, bytes, count);
    roff->run += (unsigned)count;
    roff->after_slash = false;
    roff->word_stops = false;
    roff->after_letter = true;
    return count;
}

static bool is_soft_hyphen(const char *bytes)
{
    return strncmp(bytes, "\u00AD", 2) == 0;
}

/* Puts the first character of BYTES, of LENGTH, whatever it is; MAY_BREAK: a long word may be
 * broken before it. Returns its length. */
static size_t put_any(struct roff *roff, const char *bytes, size_t length, bool may_break,
                      enum roff_escaping escaping)
{
    size_t size = utf8_length(*bytes);

    if (*bytes == ' ' && is_filled(roff)) {
        roff_end_word(roff);
        return size;
    }
    if (is_soft_hyphen(bytes)) {
        if (roff->line_kind != ROFF_UNBROKEN)
            roff_escape(roff, "\\%");
        roff->run = 0; /* a break, and a hyphen only if it is alone */
        return size;
    }
    if (may_break && roff->run >= LONG_WORD && *bytes != ' ' && roff->line_kind != ROFF_VERBATIM)
        roff_break(roff);
    if (*bytes == '-' && escaping == ROFF_PROSE && is_option_hyphen(roff, bytes, length))
        escaping = ROFF_LITERAL;
    put_character(roff, bytes, size, escaping);
    return size;
}

void roff_text(struct roff *roff, const char *bytes, size_t length, enum roff_escaping escaping)
{
    for (size_t at = 0, step; at < length; at += step) {
        at += put_words(roff, bytes + at, length - at);
        step = put_ordinary(roff, bytes + at, length - at);
        if (step == 0 && at < length)
            step = put_any(roff, bytes + at, length - at, at > 0, escaping);
    }
}

void roff_font(struct roff *roff, unsigned font)
{
    static const char *const escapes[] = {"\\fR", "\\fB", "\\fI", "\\f(BI"};

    if (roff->line_kind != ROFF_HEADING && font != roff->font)
        roff_escape(roff, escapes[font]);
    roff->font = font;
}

void roff_macro(struct roff *roff, const char *macro)
{
    output_string(roff->out, macro);
    output_char(roff->out, '\n');
}

void roff_macro_number(struct roff *roff, const char *macro, unsigned number)
{
    output_string(roff->out, macro);
    output_number(roff->out, number);
    output_char(roff->out, '\n');
}
