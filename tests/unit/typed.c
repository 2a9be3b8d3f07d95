/* SPDX-License-Identifier: MIT */
/* typed.c: tests of putting back what somebody typed. */
#include "unit.h"

#include "reader/reader.h"

#include <string.h>

static bool utf8 = true;

bool terminal_is_utf8(void)
{
    return utf8;
}

static void expect(const char *typed, const char *shown)
{
    struct output out;

    output_to_memory(&out);
    typed_put(&out, typed);
    output_char(&out, '\0');
    assert_string_equal(out.data, shown);
    free(out.data);
}

static void words_are_shown(void **state)
{
    (void)state;
    expect(" ~", " ~");
    expect("caf\u00E9", "caf\u00E9");
    expect("\u00A0\u200D\u2010\u2029\u202F\u2065\u206A\U0001F642",
           "\u00A0\u200D\u2010\u2029\u202F\u2065\u206A\U0001F642");
}

static void controls_are_not(void **state)
{
    (void)state;
    expect("\x1F\x1B[2J\x7F", "??[2J?");
    expect("\xC2\x80x\xC2\x9Bx", "??x??x");
}

static void what_turns_writing_is_not(void **state)
{
    (void)state;
    expect("\u200E\u200F", "??????");
    expect("\u202A\u202E", "??????");
    expect("\u2066\u2069", "??????");
}

static void what_is_no_character_is_not(void **state)
{
    (void)state;
    expect("\xE2\x80", "??");
    expect("\xE0\x82\x9B", "???"); /* a control character, in more bytes than it has */
}

static void ascii_alone_is_shown_without_utf8(void **state)
{
    (void)state;
    utf8 = false;
    expect("caf\u00E9s", "caf?s");
    utf8 = true;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_shown),
        cmocka_unit_test(controls_are_not),
        cmocka_unit_test(what_turns_writing_is_not),
        cmocka_unit_test(what_is_no_character_is_not),
        cmocka_unit_test(ascii_alone_is_shown_without_utf8),
    };

    return cmocka_run_group_tests_name("typed", tests, NULL, NULL);
}
