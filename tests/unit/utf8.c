/* SPDX-License-Identifier: MIT */
/* utf8.c: tests of reading characters of UTF-8. */
#include "base/utf8.h"

#include "base/bits.h"
#include "unit.h"

#include <string.h>

static void expect(const char *bytes, uint32_t character, size_t length)
{
    size_t stored = 0;

    assert_int_equal(utf8_decode(bytes, &stored), character);
    assert_int_equal(stored, length);
}

static void characters_are_read(void **state)
{
    (void)state;
    expect("", 0, 1);
    expect("ab", 'a', 1);
    expect("\xC2\x80", 0x80, 2);
    expect("\xDF\xBF.", 0x7FF, 2);
    expect("\xE0\xA0\x80", 0x800, 3);
    expect("\xEF\xBF\xBF.", 0xFFFF, 3);
    expect("\xF0\x90\x80\x80", 0x10000, 4);
    expect("\xF4\x8F\xBF\xBF.", 0x10FFFF, 4);
}

static void other_bytes_are_none(void **state)
{
    (void)state;
    expect("\x80\x80", UTF8_INVALID, 1);             /* continuation without a lead */
    expect("\xC3", UTF8_INVALID, 1);                 /* cut short by the end */
    expect("\xE2\x80.", UTF8_INVALID, 1);            /* and by another character */
    expect("\xC1\xBF", UTF8_INVALID, 1);             /* two bytes where one would do */
    expect("\xE0\x9F\xBF", UTF8_INVALID, 1);         /* three for two */
    expect("\xF0\x8F\xBF\xBF", UTF8_INVALID, 1);     /* four for three */
    expect("\xED\xA0\x80", UTF8_INVALID, 1);         /* first surrogate */
    expect("\xED\xBF\xBF", UTF8_INVALID, 1);         /* last surrogate */
    expect("\xF4\x90\x80\x80", UTF8_INVALID, 1);     /* beyond U+10FFFF */
    expect("\xF8\x88\x80\x80\x80", UTF8_INVALID, 1); /* five bytes */
}

static void a_length_is_that_of_its_character(void **state)
{
    static const char *const characters[] = {"a", "\u00E9", "\u4FE1", "\U0001F642"};

    (void)state;
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++)
        assert_int_equal(utf8_length(*characters[i]), strlen(characters[i]));
}

static void a_bit_is_set_alone(void **state)
{
    unsigned char bits[3] = {0};

    (void)state;
    assert_true(bits_size(17) <= sizeof bits);
    bits_set(bits, 7);
    bits_set(bits, 16);
    for (uint32_t i = 0; i < 24; i++)
        assert_int_equal(bits_has(bits, i), i == 7 || i == 16);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_are_read),
        cmocka_unit_test(other_bytes_are_none),
        cmocka_unit_test(a_length_is_that_of_its_character),
        cmocka_unit_test(a_bit_is_set_alone),
    };

    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
