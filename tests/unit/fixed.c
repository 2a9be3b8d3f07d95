/* SPDX-License-Identifier: MIT */
/* fixed.c: tests of logarithms and powers in whole numbers. */
#include "base/fixed.h"

#include "unit.h"

static void logarithms_of_powers_are_whole(void **state)
{
    (void)state;
    for (unsigned power = 0; power < 64; power++)
        assert_int_equal(fixed_log2(UINT64_C(1) << power), power * FIXED_ONE);
}

static void logarithms_grow_with_numbers(void **state)
{
    uint32_t before = 0;

    (void)state;
    for (uint64_t number = 1; number < 100000; number += 1 + number / 7) {
        assert_true(fixed_log2(number) >= before);
        before = fixed_log2(number);
    }
    assert_int_equal(fixed_log2(3), 405);            /* 1.585 * 256 */
    assert_int_equal(fixed_log2(1000), 2551);        /* 9.966 * 256 */
    assert_int_equal(fixed_log2(UINT64_MAX), 16383); /* a little less than 64 * 256 */
}

static void powers_undo_logarithms(void **state)
{
    (void)state;
    for (uint64_t number = 1; number < UINT64_C(1) << 40; number += 1 + number / 3) {
        const uint64_t back = fixed_exp2(fixed_log2(number));

        /* A part is a 256th of an octave, 0.3 per cent. */
        assert_true(back <= number && number - back <= number / 300 + 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_of_powers_are_whole),
        cmocka_unit_test(logarithms_grow_with_numbers),
        cmocka_unit_test(powers_undo_logarithms),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
