/* SPDX-License-Identifier: MIT */
/* marks.h: the marks of inline text as string literals, and how to put them in a test's output. */
#ifndef TESTS_MARKS_H
#define TESTS_MARKS_H

#include "base/output.h"
#include "guide/guide.h"
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#define EMPHASIS     "\001"
#define EMPHASIS_END "\002"
#define STRONG       "\003"
#define STRONG_END   "\004"
#define CODE         "\005"
#define CODE_END     "\006"
#define LINK         "\007"
#define LINK_END     "\010"
#define NEWLINE      "\n"
#define BREAK        "\016"
#define WIDE         "\017"
#define ZERO         "\020"
#define HIT          "\021"
#define HIT_END      "\022"

/* Whether the literals are the marks that the model names. */
static inline void marks_are_those_of_the_model(void **state)
{
    static const char literals[] = EMPHASIS EMPHASIS_END STRONG STRONG_END CODE CODE_END LINK
        LINK_END NEWLINE BREAK WIDE ZERO HIT HIT_END;
    static const char marks[] = {
        MARK_EMPHASIS, MARK_EMPHASIS_END, MARK_STRONG,   MARK_STRONG_END, MARK_CODE,
        MARK_CODE_END, MARK_LINK,         MARK_LINK_END, MARK_NEWLINE,    MARK_BREAK,
        MARK_WIDE,     MARK_ZERO,         MARK_HIT,      MARK_HIT_END,
    };

    (void)state;
    assert_int_equal(sizeof literals - 1, sizeof marks);
    assert_memory_equal(literals, marks, sizeof marks);
}

/* Compares what was put with what is expected, and frees it. */
static inline void expect_output(struct output *out, const char *expected)
{
    output_char(out, '\0');
    assert_true(output_flush(out));
    assert_string_equal(out->data, expected);
    free(out->data);
}

#endif
