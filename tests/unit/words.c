/* SPDX-License-Identifier: MIT */
/* words.c: tests of taking a text apart into words. */
#include "guide/words.h"

#include "unit.h"

#include <stdlib.h>
#include <string.h>

/* Expects the words of a folded text, each followed by a stroke. */
static void expect(const char *text, const char *words)
{
    char word[WORD_BYTES + 1], found[256] = "";
    size_t length;

    while ((length = words_next(&text, word)) > 0) {
        assert_int_equal(length, strlen(word));
        strncat(found, word, sizeof found - strlen(found) - 2);
        strcat(found, "|");
    }
    assert_string_equal(found, words);
    assert_string_equal(text, "");
}

static void letters_and_digits_make_words(void **state)
{
    (void)state;
    expect("", "");
    expect(" .,;", "");
    expect("one two", "one|two|");
    expect("  self-care, 24/7!", "self|care|24|7|");
    expect("\u00E9t\u00E9 \u2014 \u043C\u0438\u0440", "\u00E9t\u00E9|\u043C\u0438\u0440|");
}

static void apostrophes_are_left_out(void **state)
{
    (void)state;
    expect("don't can\u2019t \u02BCs '' it's'", "dont|cant|s|its|");
}

static void ideographs_and_kana_are_words(void **state)
{
    (void)state;
    expect("\u8239\u304C\u6C88\u3080", "\u8239|\u304C|\u6C88|\u3080|");
    expect("ab\u8239cd", "ab|\u8239|cd|");
    expect("\u8239\u3002'\u5CB8", "\u8239|\u5CB8|");
}

static void long_words_are_cut_between_characters(void **state)
{
    char text[201], word[WORD_BYTES + 1];
    const char *at = text;

    (void)state;
    memset(text, 'a', sizeof text - 1);
    memcpy(text + WORD_BYTES - 1, "\u00E9", 2);
    text[sizeof text - 1] = '\0';
    assert_true(words_next(&at, word) <= WORD_BYTES);
    assert_string_equal(at, "");
    assert_null(strstr(word, "\xC3"));
}

static void bytes_that_are_no_characters_part_words(void **state)
{
    (void)state;
    expect("a\xFF"
           "b\xC3",
           "a|b|");
}

static void a_key_has_neither_case_nor_signs(void **state)
{
    const struct guide guide = {.text = ""};
    struct output key;

    (void)state;
    output_to_memory(&key);
    words_key(&guide, "Check-In, it's!", &key);
    output_char(&key, '\0');
    assert_string_equal(key.data, "checkinits");
    free(key.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_digits_make_words),
        cmocka_unit_test(apostrophes_are_left_out),
        cmocka_unit_test(ideographs_and_kana_are_words),
        cmocka_unit_test(long_words_are_cut_between_characters),
        cmocka_unit_test(bytes_that_are_no_characters_part_words),
        cmocka_unit_test(a_key_has_neither_case_nor_signs),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
