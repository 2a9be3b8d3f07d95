/* inlines.c: putting inline text together, with its marks, and watching for markup that was left
 * over in it. */
#include "compiler/inlines.h"

#include "base/ascii.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

static void begin_line(struct inlines *inlines)
{
    inlines->line_is_rule = true;
    inlines->line_has_bar = inlines->line_has_dash = false;
}

static void note(struct inlines *inlines, enum inlines_fault fault)
{
    for (size_t i = inlines->finding_count; i > 0; i--) {
        if (inlines->findings[i - 1].line != inlines->line)
            break;
        if (inlines->findings[i - 1].fault == fault)
            return;
    }
    inlines->findings = memory_grow(inlines->findings, inlines->finding_count,
                                    &inlines->finding_capacity, sizeof *inlines->findings);
    inlines->findings[inlines->finding_count++] = (struct inlines_finding){fault, inlines->line};
}

static void end_line(struct inlines *inlines)
{
    if (inlines->line_is_rule && inlines->line_has_bar && inlines->line_has_dash)
        note(inlines, INLINES_TABLE);
}

void inlines_begin(struct inlines *inlines, uint32_t line)
{
    struct output out = inlines->out;
    struct inlines_finding *findings = inlines->findings;
    size_t capacity = inlines->finding_capacity;

    if (out.make_room == NULL)
        output_to_memory(&out);
    out.length = 0;
    *inlines = (struct inlines){.out = out,
                                .line = line,
                                .findings = findings,
                                .finding_capacity = capacity,
                                .ends_in_space = true};
    begin_line(inlines);
}

static void put(struct inlines *inlines, char byte)
{
    output_char(&inlines->out, byte);
    inlines->ends_in_space = byte == ' ' || byte == MARK_NEWLINE;
}

/* Puts the space that a line's end stands for. NEXT is the text that follows, if any. */
static void join_lines(struct inlines *inlines, const char *next, size_t length)
{
    const struct output *out = &inlines->out;

    if (inlines->line_ended && !inlines->ends_in_space &&
        !unicode_joins_lines(out->data, out->length, next, length))
        put(inlines, ' ');
    inlines->line_ended = false;
}

/* Looks for what would have been markup, had it been written right, in the byte that is to be added
 * and the one before it. */
static void watch(struct inlines *inlines, char byte)
{
    const struct output *out = &inlines->out;
    char before = out->length > 0 ? out->data[out->length - 1] : '\0';

    if ((before == '*' && byte == '*') || (before == ']' && (byte == '(' || byte == '[')))
        note(inlines, INLINES_LEFTOVER);
    if (before == '{' && byte == '.')
        note(inlines, INLINES_ROLE_MARK);
}

void inlines_text(struct inlines *inlines, const char *bytes, size_t length)
{
    join_lines(inlines, bytes, length);
    for (size_t i = 0; i < length; i++) {
        size_t words = ascii_count_words(bytes + i, length - i);
        char byte = bytes[i];

        if (words > 0) {
            output_put(&inlines->out, bytes + i, words);
            inlines->line_is_rule = false;
            i += words - 1;
            inlines->ends_in_space = bytes[i] == ' ';
            continue;
        }
        if (byte == ' ' || byte == '\t' || byte == '\n') {
            if (!inlines->ends_in_space)
                put(inlines, ' ');
            continue;
        }
        inlines->line_has_bar |= byte == '|';
        inlines->line_has_dash |= byte == '-';
        inlines->line_is_rule &= byte == '|' || byte == '-' || byte == ':';
        if (!inlines->literal)
            watch(inlines, byte);
        put(inlines, byte);
    }
    if (inlines->out.error != 0)
        memory_exhausted();
}

void inlines_literal(struct inlines *inlines, const char *text, size_t length)
{
    inlines->literal = true;
    inlines_text(inlines, text, length);
    inlines->literal = false;
}

void inlines_title(struct inlines *inlines, const char *text)
{
    size_t length = strlen(text);
    char *plain = memory_copy(text, length);
    size_t count = 0;

    /* Marks are added anew with those of the whole text. */
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= ' ')
            plain[count++] = text[i];
    inlines_literal(inlines, plain, count);
    free(plain);
}

void inlines_mark(struct inlines *inlines, enum guide_mark mark)
{
    bool wanted = true;

    switch (mark) {
    case MARK_EMPHASIS:
        wanted = inlines->emphasis++ == 0;
        break;
    case MARK_EMPHASIS_END:
        wanted = --inlines->emphasis == 0;
        break;
    case MARK_STRONG:
        wanted = inlines->strong++ == 0;
        break;
    case MARK_STRONG_END:
        wanted = --inlines->strong == 0;
        break;
    case MARK_CODE:
        inlines->literal = true;
        break;
    case MARK_CODE_END:
        inlines->literal = false;
        break;
    default:
        break;
    }
    inlines->line_is_rule = false;
    join_lines(inlines, "", 0);
    if (wanted)
        output_char(&inlines->out, (char)mark);
}

void inlines_next_line(struct inlines *inlines, uint32_t line, bool hard)
{
    end_line(inlines);
    if (hard && inlines->out.length > 0 && inlines->out.data[inlines->out.length - 1] == ' ') {
        inlines->out.length--;
        inlines->ends_in_space = false;
    }
    /* A line that holds nothing is dropped, since man pages have none in a paragraph. */
    if (hard && !inlines->ends_in_space)
        put(inlines, MARK_NEWLINE);
    inlines->line_ended = !hard;
    inlines->line = line;
    begin_line(inlines);
}

void inlines_end(struct inlines *inlines)
{
    struct output *out = &inlines->out;
    size_t kept = out->length;

    end_line(inlines);
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

void inlines_free(struct inlines *inlines)
{
    free(inlines->out.data);
    free(inlines->findings);
}
