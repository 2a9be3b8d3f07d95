/* arena.c: tests of memory that is given back together. */
#include "compiler/arena.h"

#include "unit.h"

#include <stdalign.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether all bytes of a piece of memory are the same. */
static bool holds_only(const unsigned char *bytes, unsigned char byte, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

static void pieces_are_zero_and_apart(void **state)
{
    enum { PIECES = 3000 };
    unsigned char *pieces[PIECES];
    struct arena arena = {0};

    (void)state;
    for (size_t round = 0; round < 3; round++) {
        for (size_t i = 0; i < PIECES; i++) {
            pieces[i] = arena_zeroed(&arena, i % 97, 1);
            assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
            assert_true(holds_only(pieces[i], 0, i % 97));
            memset(pieces[i], (int)(i % 255 + 1), i % 97);
        }
        for (size_t i = 0; i < PIECES; i++)
            assert_true(holds_only(pieces[i], (unsigned char)(i % 255 + 1), i % 97));
        arena_empty(&arena);
    }
    arena_free(&arena);
}

static void what_grows_keeps_its_bytes(void **state)
{
    struct arena arena = {0};
    unsigned char *bytes = arena_resize(&arena, NULL, 1);

    (void)state;
    bytes[0] = 1;
    for (size_t size = 2; size < 1 << 20; size *= 2) {
        unsigned char *between = arena_zeroed(&arena, 1, size);

        memset(between, 0xFF, size);
        bytes = arena_resize(&arena, bytes, size);
        assert_true(holds_only(bytes, 1, size / 2));
        memset(bytes, 1, size);
        assert_true(holds_only(between, 0xFF, size));
    }
    assert_ptr_equal(arena_resize(&arena, bytes, 10), bytes);
    arena_free(&arena);
}

static void emptied_memory_is_given_again(void **state)
{
    struct arena arena = {0};
    void *first = arena_zeroed(&arena, 10, 10);

    (void)state;
    arena_empty(&arena);
    assert_ptr_equal(arena_zeroed(&arena, 10, 10), first);
    arena_free(&arena);
    arena_empty(&arena);
    arena_free(&arena);
}

/* It says that memory ran out, and exits with 3. */
static void what_is_too_large_ends_the_program(void **state)
{
    static const size_t sizes[][2] = {{SIZE_MAX, 2}, {SIZE_MAX / 2 + 1, 1}, {1, SIZE_MAX - 8}};

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        pid_t child = fork();
        int status = 0;

        assert_true(child >= 0);
        if (child == 0) {
            struct arena arena = {0};

            close(STDERR_FILENO);
            arena_zeroed(&arena, sizes[i][0], sizes[i][1]);
            _exit(0);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zero_and_apart),
        cmocka_unit_test(what_grows_keeps_its_bytes),
        cmocka_unit_test(emptied_memory_is_given_again),
        cmocka_unit_test(what_is_too_large_ends_the_program),
    };

    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
