/* SPDX-License-Identifier: MIT */
/* inlines.c: putting inline text together, with its marks, and watching for markup that was left
 * over in it. */
#include "compiler/inlines.h"

#include "base/ascii.h"
#include "compiler/escapes.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"

#include <stdlib.h>
#include <string.h>

/* What stands for others in the signs of a line. */
enum { SIGN_LITERAL = 'x', SIGN_MARK = 1, SIGN_ESCAPED = 2 };

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

static bool begins_with(const char *text, const char *beginning)
{
    return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* Whether the text goes on with what only a link leads to, up to a blank or a closing sign. */
static bool is_target(const char *text)
{
    static const char *const beginnings[] = {
        "http://", "https://", "mailto:", "tel:", "sms:", "source:", "man:", "info:"};
    size_t length = strcspn(text, " )]>");

    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (begins_with(text, beginnings[i]))
            return true;
    return length > 3 && begins_with(text + length - 3, ".md");
}

/* Whether a line begins with a reference definition, which libcmark did not take for one. */
static bool is_definition(const char *line)
{
    const char *end = *line == '[' ? strchr(line, ']') : NULL;

    if (end == NULL || end[1] != ':')
        return false;
    end += 2 + strspn(end + 2, " <");
    return is_target(end);
}

/* Whether what begins with a brace is a role mark, or one in the way of other formats, whose
 * closing brace is not escaped. */
static bool is_role_mark(const char *text)
{
    /* Not beyond the next brace, or a line of them would take quadratic time. */
    static const char ends[] = {'{', '}', SIGN_ESCAPED, '\0'};
    size_t length;

    text++;
    if (*text == ':')
        text += 1 + strspn(text + 1, " ");
    else if (*text != '.')
        return false;
    if (*text != '.' && *text != '#')
        return false;
    length = strcspn(text, ends);
    return text[length] != SIGN_ESCAPED;
}

/* Whether a line holds nothing but what stands between a table's head and its rows. A face such as
 * :-| is none. */
static bool is_table_rule(const char *line)
{
    size_t bars = 0, dashes = 0;

    if (line[strspn(line, "|-: ")] != '\0')
        return false;
    for (; *line != '\0'; line++) {
        bars += *line == '|';
        dashes += *line == '-';
    }
    return bars > 0 && dashes > 0 && bars + dashes > 2;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) != 0;
}

/* Looks at the beginning of a line for a block that lacks its blank. */
static void look_at_beginning(struct inlines *inlines, const char *line)
{
    size_t level;

    line += strspn(line, " "); /* the space that the end of the line before became */
    level = strspn(line, "#");

    if (level >= 2 && level <= 6 && is_letter(line[level]))
        note(inlines, INLINES_HEADING);
    if (*line == '-' && is_letter(line[1]))
        note(inlines, INLINES_ITEM);
    if (is_definition(line))
        note(inlines, INLINES_LEFTOVER);
    if (is_table_rule(line))
        note(inlines, INLINES_TABLE);
}

/* Looks at a sign of a line, and those after it, for what would have been markup, had it been
 * written right. */
static void look_at_sign(struct inlines *inlines, const char *sign)
{
    if (begins_with(sign, "**"))
        note(inlines, INLINES_STARS);
    if (begins_with(sign, "[^"))
        note(inlines, INLINES_FOOTNOTE);
    if (begins_with(sign, "](") || begins_with(sign, "][") || begins_with(sign, "[[") ||
        (begins_with(sign, ")[") && is_target(sign + 2)) ||
        (begins_with(sign, "] (") && is_target(sign + 3)) || (*sign == '<' && is_target(sign + 1)))
        note(inlines, INLINES_LEFTOVER);
    if (*sign == '{' && is_role_mark(sign))
        note(inlines, INLINES_ROLE_MARK);
}

/* Looks at a source line that ended, and forgets it. */
static void end_line(struct inlines *inlines)
{
    const char *line;

    line = memory_end_text(&inlines->signs);
    look_at_beginning(inlines, line);
    while ((line = strpbrk(line, "*[])<{")) != NULL)
        look_at_sign(inlines, line++);
    inlines->signs.length = 0;
}

void inlines_begin(struct inlines *inlines, uint32_t line)
{
    struct output out = inlines->out, signs = inlines->signs;
    struct inlines_finding *findings = inlines->findings;
    size_t capacity = inlines->finding_capacity;

    if (out.make_room == NULL) {
        output_to_memory(&out);
        output_to_memory(&signs);
    }
    out.length = signs.length = 0;
    *inlines = (struct inlines){.out = out,
                                .signs = signs,
                                .line = line,
                                .findings = findings,
                                .finding_capacity = capacity,
                                .ends_in_space = true};
}

static void put(struct inlines *inlines, char byte)
{
    output_char(&inlines->out, byte);
    output_char(&inlines->signs, inlines->literal ? SIGN_LITERAL : byte);
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

void inlines_text(struct inlines *inlines, const char *bytes, size_t length)
{
    join_lines(inlines, bytes, length);
    for (size_t i = 0; i < length; i++) {
        size_t words = ascii_count_words(bytes + i, length - i);
        char byte = bytes[i];

        if (words > 0) {
            output_put(&inlines->out, bytes + i, words);
            output_put(&inlines->signs, bytes + i, words);
            i += words - 1;
            inlines->ends_in_space = bytes[i] == ' ';
            continue;
        }
        if (byte == ' ' || byte == '\t' || byte == '\n') {
            if (!inlines->ends_in_space)
                put(inlines, ' ');
            continue;
        }
        if (byte == ESCAPES_MARK[0] && escapes_is_mark(bytes + i)) {
            if (inlines->signs.length > 0)
                inlines->signs.data[inlines->signs.length - 1] = SIGN_ESCAPED;
            i += ESCAPES_MARK_LENGTH - 1;
            continue;
        }
        if (byte == ESCAPES_MARK[0] && escapes_is_mark_before(bytes + i)) {
            i += ESCAPES_MARK_BEFORE_LENGTH;
            put(inlines, bytes[i]);
            if (inlines->signs.length > 0)
                inlines->signs.data[inlines->signs.length - 1] = SIGN_ESCAPED;
            continue;
        }
        put(inlines, byte);
    }
    memory_check(&inlines->out);
}

void inlines_literal(struct inlines *inlines, const char *text, size_t length)
{
    bool outer = inlines->literal;

    inlines->literal = true;
    inlines_text(inlines, text, length);
    inlines->literal = outer;
}

void inlines_title(struct inlines *inlines, const char *text)
{
    struct output unmarked;

    /* Marks are added anew with those of the whole text. */
    output_to_memory(&unmarked);
    unicode_put_unmarked(&unmarked, text);
    memory_end_text(&unmarked);
    inlines_literal(inlines, unmarked.data, unmarked.length - 1);
    free(unmarked.data);
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
    join_lines(inlines, "", 0);
    output_char(&inlines->signs, SIGN_MARK);
    if (wanted)
        output_char(&inlines->out, (char)mark);
}

bool inlines_is_after_word(const struct inlines *inlines)
{
    size_t length = inlines->out.length;

    while (length > 0 && (unsigned char)inlines->out.data[length - 1] < ' ')
        length--;
    return !inlines->line_ended && !inlines->ends_in_space &&
           unicode_ends_in_word(inlines->out.data, length);
}

void inlines_at_line(struct inlines *inlines, uint32_t line)
{
    if (line == inlines->line)
        return;
    end_line(inlines);
    output_char(&inlines->signs, SIGN_MARK);
    inlines->line = line;
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
    memory_check(out);
}

void inlines_free(struct inlines *inlines)
{
    free(inlines->out.data);
    free(inlines->signs.data);
    free(inlines->findings);
}
