/* running.c: putting running text together, with its marks, and watching for markup that was left
 * over in it. */
#include "running.h"

#include "ascii.h"
#include "memory.h"
#include "unicode.h"

#include <stdlib.h>
#include <string.h>

static void begin_line(struct running *running)
{
    running->line_is_rule = true;
    running->line_has_bar = running->line_has_dash = false;
}

static void note(struct running *running, enum running_fault fault)
{
    for (size_t i = running->finding_count; i > 0; i--) {
        if (running->findings[i - 1].line != running->line)
            break;
        if (running->findings[i - 1].fault == fault)
            return;
    }
    running->findings = memory_grow(running->findings, running->finding_count,
                                    &running->finding_capacity, sizeof *running->findings);
    running->findings[running->finding_count++] = (struct running_finding){fault, running->line};
}

static void end_line(struct running *running)
{
    if (running->line_is_rule && running->line_has_bar && running->line_has_dash)
        note(running, RUNNING_TABLE);
}

void running_begin(struct running *running, uint32_t line)
{
    struct output out = running->out;
    struct running_finding *findings = running->findings;
    size_t capacity = running->finding_capacity;

    if (out.make_room == NULL)
        output_to_memory(&out);
    out.length = 0;
    *running = (struct running){
        .out = out, .line = line, .findings = findings, .finding_capacity = capacity};
    begin_line(running);
}

/* Whether a space would stand beside another, or at the beginning of a line. Marks that were looked
 * at are not looked at again, since there may be many. */
static bool has_space(struct running *running)
{
    const struct output *out = &running->out;
    size_t length = out->length;

    while (length > 0 && (unsigned char)out->data[length - 1] < ' ' &&
           out->data[length - 1] != MARK_NEWLINE)
        length =
            length == running->marks_end && running->marks < length ? running->marks : length - 1;
    running->marks = length;
    running->marks_end = out->length;
    return length == 0 || out->data[length - 1] == ' ' || out->data[length - 1] == MARK_NEWLINE;
}

/* Puts the space that a line's end stands for. NEXT is the text that follows, if any. */
static void join_lines(struct running *running, const char *next, size_t length)
{
    const struct output *out = &running->out;

    if (running->line_ended && !has_space(running) &&
        !unicode_joins_lines(out->data, out->length, next, length))
        output_char(&running->out, ' ');
    running->line_ended = false;
}

/* Looks for what would have been markup, had it been written right, in the byte that is to be added
 * and the one before it. */
static void watch(struct running *running, char byte)
{
    const struct output *out = &running->out;
    char before = out->length > 0 ? out->data[out->length - 1] : '\0';

    if ((before == '*' && byte == '*') || (before == ']' && (byte == '(' || byte == '[')))
        note(running, RUNNING_LEFTOVER);
    if (before == '{' && byte == '.')
        note(running, RUNNING_ROLE_MARK);
}

void running_text(struct running *running, const char *bytes, size_t length)
{
    join_lines(running, bytes, length);
    for (size_t i = 0; i < length; i++) {
        size_t words = ascii_count_words(bytes + i, length - i);
        char byte = bytes[i];

        if (words > 0) {
            output_put(&running->out, bytes + i, words);
            running->line_is_rule = false;
            i += words - 1;
            continue;
        }
        if (byte == ' ' || byte == '\t' || byte == '\n') {
            if (!has_space(running))
                output_char(&running->out, ' ');
            continue;
        }
        running->line_has_bar |= byte == '|';
        running->line_has_dash |= byte == '-';
        running->line_is_rule &= byte == '|' || byte == '-' || byte == ':';
        if (!running->literal)
            watch(running, byte);
        output_char(&running->out, byte);
    }
    if (running->out.error != 0)
        memory_exhausted();
}

void running_plain(struct running *running, const char *text, size_t length)
{
    running->literal = true;
    running_text(running, text, length);
    running->literal = false;
}

void running_title(struct running *running, const char *text)
{
    size_t length = strlen(text);
    char *plain = memory_copy(text, length);
    size_t count = 0;

    /* Marks are added anew with those of the whole text. */
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= ' ')
            plain[count++] = text[i];
    running_plain(running, plain, count);
    free(plain);
}

void running_mark(struct running *running, enum guide_mark mark)
{
    bool wanted = true;

    switch (mark) {
    case MARK_EMPHASIS:
        wanted = running->emphasis++ == 0;
        break;
    case MARK_EMPHASIS_END:
        wanted = --running->emphasis == 0;
        break;
    case MARK_STRONG:
        wanted = running->strong++ == 0;
        break;
    case MARK_STRONG_END:
        wanted = --running->strong == 0;
        break;
    case MARK_CODE:
        running->literal = true;
        break;
    case MARK_CODE_END:
        running->literal = false;
        break;
    default:
        break;
    }
    running->line_is_rule = false;
    join_lines(running, "", 0);
    if (wanted)
        output_char(&running->out, (char)mark);
}

void running_next_line(struct running *running, uint32_t line, bool hard)
{
    end_line(running);
    while (hard && running->out.length > 0 && running->out.data[running->out.length - 1] == ' ')
        running->out.length--;
    /* A line that holds nothing is dropped, since man pages have none in a paragraph. */
    if (hard && !has_space(running))
        output_char(&running->out, MARK_NEWLINE);
    running->line_ended = !hard;
    running->line = line;
    begin_line(running);
}

void running_end(struct running *running)
{
    struct output *out = &running->out;
    size_t kept = out->length;

    end_line(running);
    /* A space before closing marks is taken out from under them. */
    while (kept > 0 && (unsigned char)out->data[kept - 1] < ' ' &&
           out->data[kept - 1] != MARK_NEWLINE)
        kept--;
    if (kept > 0 && (out->data[kept - 1] == ' ' || out->data[kept - 1] == MARK_NEWLINE)) {
        memmove(out->data + kept - 1, out->data + kept, out->length - kept);
        out->length--;
    }
    if (out->error != 0)
        memory_exhausted();
}

void running_free(struct running *running)
{
    free(running->out.data);
    free(running->findings);
}
