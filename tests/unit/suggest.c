/* SPDX-License-Identifier: MIT */
/* suggest.c: tests of finding the word that somebody may have meant. */
#include "guide/suggest.h"
#include "unit.h"

/* The suggestion for WORD among two candidates. */
static const char *among(const char *word, const char *one, const char *other)
{
    struct suggestion suggestion;

    suggest_begin(&suggestion, word);
    suggest_offer(&suggestion, one);
    suggest_offer(&suggestion, other);
    return suggestion.best;
}

static void one_slip_is_found(void **state)
{
    (void)state;
    assert_string_equal(among("sings", "trust", "signs"), "signs");
    assert_string_equal(among("sgns", "trust", "signs"), "signs");
    assert_string_equal(among("siigns", "trust", "signs"), "signs");
    assert_string_equal(among("sigms", "trust", "signs"), "signs");
}

static void exchanged_neighbours_count_once(void **state)
{
    (void)state;
    assert_string_equal(among("abdc", "abxy", "abcd"), "abcd");
    assert_string_equal(among("ab", "xb", "ba"), "xb"); /* both are one slip away */
}

static void the_nearest_wins_and_the_first_of_equals(void **state)
{
    (void)state;
    assert_string_equal(among("apolgy", "apologies", "apology"), "apology");
    assert_string_equal(among("tell", "bell", "well"), "bell");
}

static void what_is_too_far_is_not_suggested(void **state)
{
    (void)state;
    assert_null(among("zebra", "trust", "signs"));
    assert_null(among("x", "y", "zz"));
    assert_null(among("ab", "c", "xy"));
    assert_null(among("", "a", "ab"));
}

static void long_words_are_not_compared(void **state)
{
    /* 40 bytes are the most. */
    const char *forty = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const char *more = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab";

    (void)state;
    assert_string_equal(among(forty, "trust", forty), forty);
    assert_null(among(more, forty, more));
    assert_null(among(forty, more, more));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_slip_is_found),
        cmocka_unit_test(exchanged_neighbours_count_once),
        cmocka_unit_test(the_nearest_wins_and_the_first_of_equals),
        cmocka_unit_test(what_is_too_far_is_not_suggested),
        cmocka_unit_test(long_words_are_not_compared),
    };

    return cmocka_run_group_tests_name("suggest", tests, NULL, NULL);
}
