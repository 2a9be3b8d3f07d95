/* SPDX-License-Identifier: MIT */
/* select.c: tests of choosing sections by name, topic and role. */
#include "guide/select.h"
#include "unit.h"

/* Five sections: number, roles, topics.
 *   0  both   apology
 *   1  first  apology, time
 *   2  second time
 *   3  none   apology
 *   4  first  none
 * The path of the first role is 4, 0; the second role has none. */
enum { FIRST = 1, SECOND = 2, BOTH = 3 };
enum { APOLOGY, TIME };

static const uint32_t numbers[] = {APOLOGY, TIME, 4, 0};

static const struct guide_role roles[] = {{.path = {2, 2}}, {.path = {0, 0}}};

static const struct guide_section sections[] = {
    {.roles = BOTH, .topics = {0, 1}},   {.roles = FIRST, .topics = {0, 2}},
    {.roles = SECOND, .topics = {1, 1}}, {.roles = 0, .topics = {0, 1}},
    {.roles = FIRST, .topics = {0, 0}},
};

static const struct guide guide = {
    .role_count = 2,
    .topic_count = 2,
    .section_count = 5,
    .numbers = numbers,
    .roles = roles,
    .sections = sections,
};

/* Chooses, and compares with the sections expected, which END ends. */
#define END UINT32_MAX
static void expect(const struct facets *facets, uint32_t view, const uint32_t *expected)
{
    struct selection selection;
    uint32_t count = 0;

    assert_true(select_sections(&guide, facets, &selection));
    assert_int_equal(selection.roles, view);
    assert_null(selection.page);
    for (; expected[count] != END; count++) {
        assert_true(count < selection.count);
        assert_int_equal(selection.sections[count], expected[count]);
    }
    assert_int_equal(selection.count, count);
    for (uint32_t i = 0; i < guide.section_count; i++) {
        bool chosen = false;

        for (uint32_t j = 0; j < count; j++)
            chosen |= expected[j] == i;
        assert_int_equal(select_holds(&selection, i), chosen);
    }
    select_free(&selection);
    assert_null(selection.sections);
}

static void no_facet_is_the_whole_book(void **state)
{
    (void)state;
    expect(&(struct facets){0}, GUIDE_ALL_ROLES, (const uint32_t[]){0, 1, 2, 3, 4, END});
}

static void named_sections_stand_as_named_and_once(void **state)
{
    const uint32_t named[] = {3, 0, 3, 1};

    (void)state;
    expect(&(struct facets){.sections = named, .section_count = 4}, GUIDE_ALL_ROLES,
           (const uint32_t[]){3, 0, 1, END});
}

static void one_role_has_its_path_and_then_the_book(void **state)
{
    (void)state;
    expect(&(struct facets){.roles = FIRST}, FIRST, (const uint32_t[]){4, 0, 1, END});
    expect(&(struct facets){.roles = SECOND}, SECOND, (const uint32_t[]){0, 2, END});
}

static void two_roles_widen_the_choice_and_have_no_path(void **state)
{
    (void)state;
    expect(&(struct facets){.roles = BOTH}, BOTH, (const uint32_t[]){0, 1, 2, 4, END});
}

static void topics_widen_the_choice(void **state)
{
    const uint32_t topics[] = {TIME, APOLOGY};

    (void)state;
    expect(&(struct facets){.topics = topics, .topic_count = 1}, GUIDE_ALL_ROLES,
           (const uint32_t[]){1, 2, END});
    expect(&(struct facets){.topics = topics, .topic_count = 2}, GUIDE_ALL_ROLES,
           (const uint32_t[]){0, 1, 2, END});
}

static void different_kinds_narrow_it(void **state)
{
    const uint32_t named[] = {3, 2, 1, 0}, topics[] = {APOLOGY};

    (void)state;
    expect(&(struct facets){.topics = topics, .topic_count = 1, .roles = FIRST}, FIRST,
           (const uint32_t[]){0, 1, END});
    expect(&(struct facets){.sections = named, .section_count = 4, .roles = FIRST}, FIRST,
           (const uint32_t[]){1, 0, END});
    expect(
        &(struct facets){.sections = named, .section_count = 4, .topics = topics, .topic_count = 1},
        GUIDE_ALL_ROLES, (const uint32_t[]){3, 1, 0, END});
}

static void expect_front(const struct facets *facets, const struct guide_role *front)
{
    struct selection selection;

    assert_true(select_sections(&guide, facets, &selection));
    assert_ptr_equal(selection.front, front);
    select_free(&selection);
}

static void one_role_and_nothing_else_has_a_front_page(void **state)
{
    const uint32_t sections_named[] = {0}, topics[] = {APOLOGY};

    (void)state;
    expect_front(&(struct facets){.roles = FIRST}, &roles[0]);
    expect_front(&(struct facets){.roles = SECOND}, &roles[1]);
    expect_front(&(struct facets){0}, NULL);
    expect_front(&(struct facets){.roles = BOTH}, NULL);
    expect_front(&(struct facets){.roles = FIRST, .topics = topics, .topic_count = 1}, NULL);
    expect_front(&(struct facets){.roles = FIRST, .sections = sections_named, .section_count = 1},
                 NULL);
}

static void nothing_may_be_left(void **state)
{
    const uint32_t named[] = {3, 4}, topics[] = {APOLOGY};

    (void)state;
    expect(&(struct facets){.sections = named, .section_count = 1, .roles = FIRST}, FIRST,
           (const uint32_t[]){END});
    expect(
        &(struct facets){
            .sections = named + 1, .section_count = 1, .topics = topics, .topic_count = 1},
        GUIDE_ALL_ROLES, (const uint32_t[]){END});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_facet_is_the_whole_book),
        cmocka_unit_test(named_sections_stand_as_named_and_once),
        cmocka_unit_test(one_role_has_its_path_and_then_the_book),
        cmocka_unit_test(two_roles_widen_the_choice_and_have_no_path),
        cmocka_unit_test(topics_widen_the_choice),
        cmocka_unit_test(different_kinds_narrow_it),
        cmocka_unit_test(one_role_and_nothing_else_has_a_front_page),
        cmocka_unit_test(nothing_may_be_left),
    };

    return cmocka_run_group_tests_name("select", tests, NULL, NULL);
}
