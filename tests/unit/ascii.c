/* SPDX-License-Identifier: MIT */
/* ascii.c: tests of writing where the character set is not UTF-8. */
#include "base/ascii.h"
#include "unit.h"

#include <string.h>

static void expect(const char *bytes, const char *likeness)
{
    unsigned length = 0;

    assert_string_equal(ascii_for(bytes, &length), likeness);
    assert_int_equal(length, strlen(bytes));
}

static void punctuation_has_a_likeness(void **state)
{
    (void)state;
    expect("\u2019", "'");
    expect("\u201C", "\"");
    expect("\u2014", "--");
    expect("\u2026", "...");
    expect("\u2610", "[ ]");
    expect("\u00A0", " ");
    expect("\u00AD", "");
}

static void other_characters_have_none(void **state)
{
    (void)state;
    expect("\u00E9", "?");
    expect("\u4FE1", "?");
    expect("\U0001F642", "?");
}

static void only_the_first_character_is_looked_at(void **state)
{
    unsigned length = 0;

    (void)state;
    assert_string_equal(ascii_for("\u2013x\u2014", &length), "-");
    assert_int_equal(length, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(punctuation_has_a_likeness),
        cmocka_unit_test(other_characters_have_none),
        cmocka_unit_test(only_the_first_character_is_looked_at),
    };

    return cmocka_run_group_tests_name("ascii", tests, NULL, NULL);
}
