/* SPDX-License-Identifier: MIT */
/* commonmark.c: lines of CommonMark: escaping, emphasis, filling. */
#include "format/commonmark.h"

#include "base/small.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_COLUMNS = 78 };

#define NOWHERE SIZE_MAX

/* Classes of characters beyond ASCII, of which the first row that fits counts; without one, they
 * are letters. What is called a symbol here though it is not costs an escape at most. */
static const struct {
    uint32_t first, last;
    enum commonmark_class class;
} classes[] = {
    {0x00A0, 0x00A0, COMMONMARK_SPACE},       {0x00A1, 0x00A1, COMMONMARK_PUNCTUATION},
    {0x00A7, 0x00A7, COMMONMARK_PUNCTUATION}, {0x00AB, 0x00AB, COMMONMARK_PUNCTUATION},
    {0x00B6, 0x00B7, COMMONMARK_PUNCTUATION}, {0x00BB, 0x00BB, COMMONMARK_PUNCTUATION},
    {0x00BF, 0x00BF, COMMONMARK_PUNCTUATION}, {0x00A1, 0x00BF, COMMONMARK_SYMBOL},
    {0x00D7, 0x00D7, COMMONMARK_SYMBOL},      {0x00F7, 0x00F7, COMMONMARK_SYMBOL},
    {0x060C, 0x060D, COMMONMARK_PUNCTUATION}, {0x061B, 0x061F, COMMONMARK_PUNCTUATION},
    {0x0964, 0x0965, COMMONMARK_PUNCTUATION}, {0x2000, 0x200A, COMMONMARK_SPACE},
    {0x202F, 0x202F, COMMONMARK_SPACE},       {0x205F, 0x205F, COMMONMARK_SPACE},
    {0x2044, 0x2044, COMMONMARK_SYMBOL},      {0x2052, 0x2052, COMMONMARK_SYMBOL},
    {0x2010, 0x205E, COMMONMARK_PUNCTUATION}, {0x2070, 0x2BFF, COMMONMARK_SYMBOL},
    {0x2E00, 0x2E7F, COMMONMARK_PUNCTUATION}, {0x3000, 0x3000, COMMONMARK_SPACE},
    {0x3001, 0x3003, COMMONMARK_PUNCTUATION}, {0x3008, 0x3011, COMMONMARK_PUNCTUATION},
    {0x3014, 0x301F, COMMONMARK_PUNCTUATION}, {0x3030, 0x3030, COMMONMARK_PUNCTUATION},
    {0x303D, 0x303D, COMMONMARK_PUNCTUATION}, {0x30A0, 0x30A0, COMMONMARK_PUNCTUATION},
    {0x30FB, 0x30FB, COMMONMARK_PUNCTUATION}, {0x3004, 0x303F, COMMONMARK_SYMBOL},
    {0xFE10, 0xFE19, COMMONMARK_PUNCTUATION}, {0xFE30, 0xFE52, COMMONMARK_PUNCTUATION},
    {0xFE54, 0xFE6B, COMMONMARK_SYMBOL},      {0xFF01, 0xFF03, COMMONMARK_PUNCTUATION},
    {0xFF05, 0xFF0A, COMMONMARK_PUNCTUATION}, {0xFF0C, 0xFF0F, COMMONMARK_PUNCTUATION},
    {0xFF1A, 0xFF1B, COMMONMARK_PUNCTUATION}, {0xFF1F, 0xFF20, COMMONMARK_PUNCTUATION},
    {0xFF3B, 0xFF3D, COMMONMARK_PUNCTUATION}, {0xFF3F, 0xFF3F, COMMONMARK_PUNCTUATION},
    {0xFF5B, 0xFF5B, COMMONMARK_PUNCTUATION}, {0xFF5D, 0xFF5D, COMMONMARK_PUNCTUATION},
    {0xFF5F, 0xFF65, COMMONMARK_PUNCTUATION}, {0xFF04, 0xFF5E, COMMONMARK_SYMBOL},
    {0xFFE0, 0xFFEE, COMMONMARK_SYMBOL},      {0x1F000, 0x1FAFF, COMMONMARK_SYMBOL},
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static enum commonmark_class class_of(uint32_t character)
{
    if (character < 0x80)
        return is_letter((char)character) || is_digit((char)character) ? COMMONMARK_LETTER
               : character > ' '                                       ? COMMONMARK_PUNCTUATION
                                                                       : COMMONMARK_SPACE;
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (character >= classes[i].first && character <= classes[i].last)
            return classes[i].class;
    return COMMONMARK_LETTER;
}

/* About how many columns the bytes take: characters from U+3000 on are wide, mostly. */
static size_t count_columns(const char *bytes, size_t length)
{
    size_t count = 0;

    for (size_t i = 0; i < length; i++) {
        count += utf8_is_continuation(bytes[i]) ? 0 : (unsigned char)bytes[i] >= 0xE3 ? 2 : 1;
    }
    return count;
}

/* How many bytes at the beginning are among SET. */
static size_t span(const char *bytes, size_t length, const char *set)
{
    size_t count = 0;

    while (count < length && bytes[count] != '\0' && strchr(set, bytes[count]) != NULL)
        count++;
    return count;
}

void commonmark_begin(struct commonmark *text, struct output *out)
{
    *text = (struct commonmark){.out = out};
    output_to_memory(&text->margin);
    output_to_memory(&text->first);
    output_to_memory(&text->word);
}

void commonmark_end(struct commonmark *text)
{
    if (text->margin.error != 0 || text->first.error != 0 || text->word.error != 0)
        output_fail(text->out);
    free(text->margin.data);
    free(text->first.data);
    free(text->word.data);
}

static void newline(struct commonmark *text)
{
    output_char(text->out, '\n');
    text->column = 0;
}

/* Puts what comes before a line; TRIMMED: without the spaces at its end. */
static void put_margin(struct commonmark *text, bool trimmed)
{
    const struct output *margin = text->first.length > 0 ? &text->first : &text->margin;
    size_t length = margin->length;

    while (trimmed && length > 0 && margin->data[length - 1] == ' ')
        length--;
    if (length > 0)
        output_put(text->out, margin->data, length);
    text->column = length;
    text->first.length = 0;
}

/* Where in a word that begins a line a backslash has to be, lest the word begin a list, heading,
 * quote or code block, or make a heading or table of the lines around it; else its end. */
static size_t block_start(const struct output *word)
{
    static const char *const signs[] = {"-|:", "+", "*", "=", "#"};
    size_t digits = span(word->data, word->length, "0123456789");

    if (word->data[0] == '>' || span(word->data, word->length, "~") >= 3)
        return 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (span(word->data, word->length, signs[i]) == word->length)
            return 0;
    if (digits > 0 && digits < 10 && digits + 1 == word->length &&
        strchr(".)", word->data[digits]) != NULL)
        return digits;
    return word->length;
}

/* The same for a word of a heading, where number signs at the end do not show. */
static size_t heading_end(const struct output *word)
{
    return span(word->data, word->length, "#") == word->length ? 0 : word->length;
}

/* Whether a line break in place of the space would read as no space at all, as in Chinese and
 * Japanese; not in Korean. */
static bool joins_lines(uint32_t before, uint32_t after)
{
    enum { WIDE = 0x2000, HANGUL = 0xAC00, HANGUL_END = 0xD7FF };

    return before >= WIDE && after >= WIDE && !(before >= HANGUL && before <= HANGUL_END) &&
           !(after >= HANGUL && after <= HANGUL_END);
}

/* Puts the word into its line. One that would begin a block rather stays in the line of the word
 * before it than be escaped. */
static void put_word(struct commonmark *text)
{
    const struct output *word = &text->word;
    size_t width = count_columns(word->data, word->length);
    size_t escape = text->one_line ? heading_end(word) : block_start(word);

    if (text->column + 1 + width > LINE_COLUMNS && text->column > 0 && !text->one_line &&
        escape == word->length && !joins_lines(text->last_character_of_line, text->first_character))
        newline(text);
    if (text->column == 0) {
        put_margin(text, false);
    } else {
        output_char(text->out, ' ');
        text->column++;
        if (!text->one_line)
            escape = word->length;
    }
    output_put(text->out, word->data, escape);
    if (escape < word->length) {
        output_char(text->out, '\\');
        output_put(text->out, word->data + escape, word->length - escape);
    }
    text->column += width;
}

static void end_word(struct commonmark *text)
{
    if (text->word.length > 0)
        put_word(text);
    text->word.length = 0;
    text->space = text->after_code = false;
    text->last = COMMONMARK_SPACE;
    text->edge = COMMONMARK_NO_EDGE;
    text->last_character_of_line = text->last_character;
    text->first_character = 0;
}

/* Writes the character at an offset of the word as an entity, which to the rules for delimiters is
 * punctuation. */
static void encode(struct commonmark *text, size_t at)
{
    struct output *word = &text->word;
    char bytes[sizeof "&#1114111;"];
    struct output entity;
    size_t size, end = word->length;

    if (word->error != 0)
        return;
    output_to_buffer(&entity, bytes, sizeof bytes);
    output_string(&entity, "&#");
    output_number(&entity, utf8_decode(word->data + at, &size));
    output_char(&entity, ';');
    output_put(word, bytes, entity.length);
    if (word->error != 0)
        return;
    memmove(word->data + at + entity.length, word->data + at + size, end - at - size);
    memcpy(word->data + at, bytes, entity.length);
    word->length -= size;
}

/* Adds to the word what belongs together. Where CommonMark would not take the delimiter before it
 * for one, since there is a letter on its outer side but none on the inner, or a space on the
 * inner, that letter or space becomes an entity. */
static void put_unit(struct commonmark *text, const char *bytes, size_t length,
                     enum commonmark_class class)
{
    bool encoded;

    if (text->space)
        end_word(text);
    if (text->edge == COMMONMARK_OPENING && class != COMMONMARK_LETTER &&
        text->letter_at != NOWHERE)
        encode(text, text->letter_at);
    encoded = (text->edge == COMMONMARK_OPENING && class == COMMONMARK_SPACE) ||
              (text->edge == COMMONMARK_CLOSING && text->guarded &&
               (class == COMMONMARK_LETTER || class == COMMONMARK_SYMBOL));
    text->last_at = text->word.length;
    text->last = encoded ? COMMONMARK_PUNCTUATION : class;
    text->edge = COMMONMARK_NO_EDGE;
    text->after_code = false;
    output_put(&text->word, bytes, length);
    if (encoded)
        encode(text, text->last_at);
}

void commonmark_markup(struct commonmark *text, const char *bytes, size_t length)
{
    put_unit(text, bytes, length, COMMONMARK_PUNCTUATION);
}

static void put_delimiter(struct commonmark *text, enum commonmark_span span,
                          enum commonmark_edge edge)
{
    const char delimiter = text->delimiter[span], bytes[] = {delimiter, delimiter};

    commonmark_markup(text, bytes, span == COMMONMARK_STRONG ? 2 : 1);
    text->edge = edge;
    text->edge_delimiter = delimiter;
}

/* Which delimiter opens a span. Directly after another it has to differ, but for strong emphasis,
 * which begins with three stars. */
static char choose_delimiter(const struct commonmark *text, enum commonmark_span span)
{
    if (text->edge == COMMONMARK_NO_EDGE || text->edge_delimiter == '_')
        return '*';
    return text->edge == COMMONMARK_OPENING && span == COMMONMARK_STRONG ? '*' : '_';
}

void commonmark_open(struct commonmark *text, enum commonmark_span span)
{
    size_t letter_at = NOWHERE;

    if (text->depth[span]++ > 0)
        return;
    if (text->space)
        end_word(text);
    text->delimiter[span] = choose_delimiter(text, span);
    if (text->edge == COMMONMARK_OPENING && text->edge_delimiter == text->delimiter[span]) {
        letter_at = text->letter_at;
        text->letter_at = NOWHERE;
    } else if (text->last == COMMONMARK_LETTER || text->last == COMMONMARK_SYMBOL) {
        letter_at = text->last_at;
    }
    put_delimiter(text, span, COMMONMARK_OPENING);
    text->letter_at = letter_at;
}

void commonmark_close(struct commonmark *text, enum commonmark_span span)
{
    bool goes_on;

    assert(text->depth[span] > 0);
    if (--text->depth[span] > 0)
        return;
    if (text->space) {
        text->space = false;
        commonmark_markup(text, "&#32;", 5);
    } else if (text->last == COMMONMARK_SPACE && text->word.length > 0) {
        encode(text, text->last_at);
        text->last = COMMONMARK_PUNCTUATION;
    }
    goes_on = text->edge == COMMONMARK_CLOSING && text->edge_delimiter == text->delimiter[span];
    if (!goes_on)
        text->guarded = text->last != COMMONMARK_LETTER || text->delimiter[span] == '_';
    put_delimiter(text, span, COMMONMARK_CLOSING);
}

/* Whether an entity begins at an ampersand. */
static bool is_entity(const char *bytes)
{
    size_t begin = bytes[1] == '#' ? 2 : 1, end = begin;

    while (is_letter(bytes[end]) || is_digit(bytes[end]))
        end++;
    return end > begin && bytes[end] == ';';
}

/* Whether a bracket would close a link: what else a caller puts there is between bytes that
 * are no text. */
static bool closes_link(const char *bytes)
{
    do
        bytes++;
    while (*bytes > '\0' && *bytes < ' ');
    return *bytes == '(' || *bytes == '[' || *bytes == ':';
}

/* Whether a byte of the text would be read as markup. */
static bool needs_escape(const struct commonmark *text, const char *bytes)
{
    char next = bytes[1];
    bool after_space = text->space || text->word.length == 0;
    size_t size;

    switch (*bytes) {
    case '\\':
    case '`':
        return true;
    case '*':
        return !(after_space && next == ' ');
    case '_':
        return after_space || text->last != COMMONMARK_LETTER ||
               class_of(utf8_decode(bytes + 1, &size)) != COMMONMARK_LETTER;
    case '[':
        if (text->in_link)
            return true;
        break;
    case ']':
        if (text->in_link || closes_link(bytes))
            return true;
        break;
    case '<':
        return is_letter(next) || next == '/' || next == '!' || next == '?';
    case '&':
        return is_entity(bytes);
    }
    return text->is_markup != NULL && text->is_markup(text, bytes);
}

static void put_character(struct commonmark *text, const char *bytes, size_t size,
                          uint32_t character)
{
    if (needs_escape(text, bytes)) {
        const char escaped[] = {'\\', *bytes};

        commonmark_markup(text, escaped, sizeof escaped);
    } else {
        put_unit(text, bytes, size, class_of(character));
    }
    if (text->first_character == 0)
        text->first_character = character;
    text->last_character = character;
}

void commonmark_text(struct commonmark *text, const char *bytes, size_t length)
{
    const char *end = bytes + length;

    for (size_t size; bytes < end; bytes += size) {
        uint32_t character = utf8_decode(bytes, &size);

        if (character != ' ')
            put_character(text, bytes, size, character);
        else if (text->edge == COMMONMARK_OPENING)
            commonmark_markup(text, "&#32;", 5);
        else
            text->space = true;
    }
}

static size_t longest_run(const char *bytes, size_t length)
{
    size_t longest = 0, run = 0;

    for (size_t i = 0; i < length; i++) {
        run = bytes[i] == '`' ? run + 1 : 0;
        if (run > longest)
            longest = run;
    }
    return longest;
}

static void put_ticks(struct output *out, size_t count)
{
    while (count-- > 0)
        output_char(out, '`');
}

void commonmark_code(struct commonmark *text, const char *bytes, size_t length)
{
    size_t ticks = longest_run(bytes, length) + 1, size;
    bool padded =
        bytes[0] == '`' || bytes[length - 1] == '`' ||
        (bytes[0] == ' ' && bytes[length - 1] == ' ' && span(bytes, length, " ") < length);

    assert(length > 0);
    if (text->after_code && !text->space) {
        commonmark_text(text, bytes, length);
        return;
    }
    commonmark_markup(text, "`", 1);
    put_ticks(&text->word, ticks - 1);
    output_string(&text->word, padded ? " " : "");
    output_put(&text->word, bytes, length);
    output_string(&text->word, padded ? " " : "");
    put_ticks(&text->word, ticks);
    text->after_code = true;
    for (size = length; size > 1 && utf8_is_continuation(bytes[size - 1]);)
        size--;
    text->last_character = utf8_decode(bytes + size - 1, &size);
}

void commonmark_open_link(struct commonmark *text)
{
    struct output *word = &text->word;

    /* With an exclamation mark before it, the link would be an image. */
    if (!text->space && word->length > 0 && word->data[word->length - 1] == '!') {
        word->length--;
        output_string(word, "\\!");
    }
    commonmark_markup(text, "[", 1);
}

void commonmark_close_link(struct commonmark *text, const char *address)
{
    bool angles = strpbrk(address, " ()<>") != NULL;

    commonmark_markup(text, "](", 2);
    output_string(&text->word, angles ? "<" : "");
    for (; *address != '\0'; address++) {
        if (strchr("\\<>", *address) != NULL || (*address == '&' && is_entity(address)))
            output_char(&text->word, '\\');
        output_char(&text->word, *address);
    }
    output_string(&text->word, angles ? ">)" : ")");
}

/* Whether this is surely an address of electronic mail to CommonMark: in its domain, full stops and
 * hyphens are between letters and digits. */
static bool is_mail(const char *address)
{
    const char *domain = strchr(address, '@'), *byte = address;

    if (domain == NULL || domain == address)
        return false;
    for (; byte < domain; byte++)
        if (!is_letter(*byte) && !is_digit(*byte) && strchr(".!#$%&'*+/=?^_`{|}~-", *byte) == NULL)
            return false;
    for (byte++; *byte != '\0'; byte++) {
        if (!is_letter(*byte) && !is_digit(*byte))
            return false;
        if ((byte[1] == '.' || byte[1] == '-') && byte[2] != '\0')
            byte++;
    }
    return byte[-1] != '@';
}

bool commonmark_is_autolink(const char *address)
{
    if (strncmp(address, "mailto:", 7) == 0)
        return is_mail(address + 7);
    for (; *address != '\0'; address++)
        if (strchr(" <>", *address) != NULL || (*address == '&' && is_entity(address)))
            return false;
    return true;
}

void commonmark_break(struct commonmark *text)
{
    if (text->one_line) {
        text->space = true;
        return;
    }
    end_word(text);
    if (text->column == 0)
        return;
    output_char(text->out, '\\');
    newline(text);
}

void commonmark_end_line(struct commonmark *text)
{
    end_word(text);
    if (text->column > 0)
        newline(text);
}

/* Puts a line of its own as it is. */
static void put_line(struct commonmark *text, const char *bytes, size_t length)
{
    put_margin(text, length == 0);
    if (length > 0)
        output_put(text->out, bytes, length);
    newline(text);
}

void commonmark_blank_line(struct commonmark *text)
{
    put_line(text, "", 0);
}

static void put_fence(struct commonmark *text, size_t ticks)
{
    put_margin(text, false);
    put_ticks(text->out, ticks);
    newline(text);
}

void commonmark_code_block(struct commonmark *text, const char *lines, size_t length)
{
    const char *end = lines + length;
    size_t run = longest_run(lines, length), ticks = run < 3 ? 3 : run + 1;

    put_fence(text, ticks);
    while (lines < end) {
        const char *newline_at = memchr(lines, '\n', (size_t)(end - lines));
        const char *line_end = newline_at != NULL ? newline_at : end;

        put_line(text, lines, (size_t)(line_end - lines));
        lines = line_end + (newline_at != NULL);
    }
    put_fence(text, ticks);
}

size_t commonmark_enter(struct commonmark *text, const char *first, const char *rest)
{
    size_t margin = text->margin.length;

    assert(text->column == 0 && text->word.length == 0);
    if (text->first.length == 0 && margin > 0)
        output_put(&text->first, text->margin.data, margin);
    output_string(&text->first, first);
    output_string(&text->margin, rest);
    return margin;
}

void commonmark_leave(struct commonmark *text, size_t margin)
{
    if (text->first.length > 0)
        put_line(text, "", 0);
    assert(text->column == 0 && text->word.length == 0);
    assert(margin <= text->margin.length);
    text->margin.length = margin;
}
