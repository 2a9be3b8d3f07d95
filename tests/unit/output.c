/* SPDX-License-Identifier: MIT */
/* output.c: tests of buffered output. */
#include "base/output.h"
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Puts the numbers from 0 to COUNT - 1, a line each. */
static void put_lines(struct output *out, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        output_number(out, i);
        output_char(out, '\n');
    }
}

static void memory_grows_and_keeps_all(void **state)
{
    struct output out, whole;

    (void)state;
    output_to_memory(&out);
    put_lines(&out, 20000);
    assert_true(output_flush(&out));
    assert_int_equal(out.length, 10 * 2 + 90 * 3 + 900 * 4 + 9000 * 5 + 10000 * 6);
    assert_memory_equal(out.data + out.length - 12, "19998\n19999\n", 12);

    output_to_memory(&whole);
    output_put(&whole, out.data, out.length);
    assert_int_equal(whole.length, out.length);
    assert_memory_equal(whole.data, out.data, out.length);
    free(whole.data);
    free(out.data);
}

static void numbers_are_decimal(void **state)
{
    struct output out;

    (void)state;
    output_to_memory(&out);
    output_number(&out, 0);
    output_char(&out, ' ');
    output_number(&out, 10);
    output_char(&out, ' ');
    output_number(&out, UINT32_MAX);
    assert_int_equal(out.length, 15);
    assert_memory_equal(out.data, "0 10 4294967295", 15);
    free(out.data);
}

static void a_descriptor_gets_everything_in_order(void **state)
{
    char name[] = "unit-output-XXXXXX", buffer[7];
    int fd = mkstemp(name);
    char *read_back;
    struct output out, expected;

    (void)state;
    assert_true(fd >= 0);
    assert_int_equal(unlink(name), 0);
    output_to_memory(&expected);
    put_lines(&expected, 1000);
    output_string(&expected, "longer than the buffer");

    output_to_descriptor(&out, fd, buffer, sizeof buffer);
    put_lines(&out, 1000);
    output_string(&out, "longer than the buffer");
    assert_true(output_flush(&out));
    assert_int_equal(lseek(fd, 0, SEEK_END), (off_t)expected.length);
    read_back = malloc(expected.length);
    assert_non_null(read_back);
    assert_int_equal(pread(fd, read_back, expected.length, 0), (ssize_t)expected.length);
    assert_memory_equal(read_back, expected.data, expected.length);
    free(read_back);
    free(expected.data);
    close(fd);
}

static void nothing_is_written_before_the_buffer_is_full(void **state)
{
    char buffer[16];
    int ends[2];
    struct output out;

    (void)state;
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(fcntl(ends[0], F_SETFL, O_NONBLOCK), 0);
    output_to_descriptor(&out, ends[1], buffer, sizeof buffer);
    output_string(&out, "sixteen letters!");
    assert_int_equal(read(ends[0], buffer, sizeof buffer), -1);
    assert_true(output_flush(&out));
    assert_int_equal(read(ends[0], buffer, sizeof buffer), 16);
    close(ends[0]);
    close(ends[1]);
}

static void the_first_error_stays(void **state)
{
    char buffer[4];
    struct output out;

    (void)state;
    output_to_descriptor(&out, -2, buffer, sizeof buffer);
    out.fd = open("/dev/null", O_RDONLY); /* not open for writing */
    assert_true(out.fd >= 0);
    output_string(&out, "more than four bytes");
    assert_int_equal(out.error, EBADF);
    assert_false(output_flush(&out));
    output_fail(&out);
    assert_int_equal(out.error, EBADF);
    output_string(&out, "dropped");
    assert_false(output_flush(&out));
    close(out.fd);
}

static void memory_that_ran_out_is_an_error(void **state)
{
    struct output out;

    (void)state;
    output_to_memory(&out);
    output_fail(&out);
    assert_int_equal(out.error, ENOMEM);
    assert_false(output_flush(&out));
    output_char(&out, 'x');
    assert_null(out.data);
}

static void what_does_not_fit_into_a_buffer_is_an_error(void **state)
{
    char buffer[4];
    struct output out;

    (void)state;
    output_to_buffer(&out, buffer, sizeof buffer);
    output_string(&out, "four");
    assert_int_equal(out.error, 0);
    output_char(&out, 'x');
    assert_int_equal(out.error, ENOBUFS);
    assert_int_equal(out.length, 4);
    assert_memory_equal(buffer, "four", 4);
    output_string(&out, "dropped");
    assert_int_equal(out.length, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_grows_and_keeps_all),
        cmocka_unit_test(numbers_are_decimal),
        cmocka_unit_test(a_descriptor_gets_everything_in_order),
        cmocka_unit_test(nothing_is_written_before_the_buffer_is_full),
        cmocka_unit_test(the_first_error_stays),
        cmocka_unit_test(memory_that_ran_out_is_an_error),
        cmocka_unit_test(what_does_not_fit_into_a_buffer_is_an_error),
    };

    return cmocka_run_group_tests_name("output", tests, NULL, NULL);
}
