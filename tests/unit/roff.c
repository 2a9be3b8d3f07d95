/* SPDX-License-Identifier: MIT */
/* roff.c: tests of input lines of roff. */
#include "format/roff.h"

#include "marks.h"

static void put(struct roff *roff, const char *text, enum roff_escaping escaping)
{
    roff_text(roff, text, strlen(text), escaping);
}

static void begin(struct roff *roff, struct output *out)
{
    output_to_memory(out);
    roff_begin(roff, out);
}

static void end(struct roff *roff, struct output *out, const char *expected)
{
    roff_end_word(roff);
    roff_end_line(roff);
    roff_end(roff);
    expect_output(out, expected);
}

/* Puts a text, and compares the lines. */
static void expect_line(const char *text, enum roff_line kind, enum roff_escaping escaping,
                        const char *expected)
{
    struct output out;
    struct roff roff;

    begin(&roff, &out);
    roff_set_line(&roff, kind);
    put(&roff, text, escaping);
    end(&roff, &out, expected);
}

static void expect(const char *text, enum roff_escaping escaping, const char *expected)
{
    expect_line(text, ROFF_FILLED, escaping, expected);
}

static void characters_of_roff_are_escaped(void **state)
{
    (void)state;
    expect("a\\b 'c' `d` ^e ~f \"g\"", ROFF_PROSE,
           "a\\eb \\(aqc\\(aq \\(gad\\(ga \\(hae \\(tif \\(dqg\\(dq\n");
    expect("\u00A0a\u00ADb\u00E9\u4FE1", ROFF_PROSE, "\\~a\\%b\u00E9\u4FE1\n");
    expect("", ROFF_PROSE, "");
}

static void no_line_begins_like_a_request(void **state)
{
    (void)state;
    expect(".TH is a macro", ROFF_PROSE, "\\&.TH is a macro\n");
    expect("'TH is too", ROFF_PROSE, "\\(aqTH is too\n");
    expect("a .TH", ROFF_PROSE, "a .TH\n");
    expect_line(".x", ROFF_VERBATIM, ROFF_LITERAL, "\\&.x\n");
}

static void hyphens_are_minus_signs_where_text_is_literal(void **state)
{
    (void)state;
    expect("well-known", ROFF_PROSE, "well-known\n");
    expect("less -R", ROFF_LITERAL, "less \\-R\n");
    expect_line("less -R", ROFF_VERBATIM, ROFF_LITERAL, "less \\-R\n");
}

static void hyphens_of_options_are_minus_signs_in_prose(void **state)
{
    (void)state;
    expect("use -r or --role=a-b, not well-known", ROFF_PROSE,
           "use \\-r or \\-\\-role=a\\-b, not well-known\n");
    expect("(-r|--role) \"-r\" \u201C-r\u201D a/-r =-1 \u4FE1-r x\u2014-r", ROFF_PROSE,
           "(\\-r|\\-\\-role) \\(dq\\-r\\(dq \u201C\\-r\u201D a/\\-r =\\-1 \u4FE1\\-r\n"
           "x\u2014\\-r\n");
    expect("-r\u2014well-known", ROFF_PROSE, "\\-r\u2014well-known\n");
    expect("a - b pre- J.-P. \"new\"-x \u2018n\u2019-x \u00E9-x a--b (a)-b", ROFF_PROSE,
           "a - b pre- J.-P. \\(dqnew\\(dq-x \u2018n\u2019-x \u00E9-x a--b (a)-b\n");
    expect_line("a -r b-c", ROFF_HEADING, ROFF_PROSE, "a \\-r b-c\n");
}

static void addresses_may_break_after_punctuation(void **state)
{
    (void)state;
    expect("http://a.org/b?c=d&e_f-g", ROFF_ADDRESS,
           "http://a.\\:org/\\:b?\\:c=\\:d&\\:e_\\:f\\-\\:g\n");
    expect("http://a.org/", ROFF_LITERAL, "http://a.org/\n");
}

#define TEN    "abcdefghi "
#define TWENTY "abcdefghijklmnopqrst"
static void lines_are_short_enough_for_mandoc(void **state)
{
    (void)state;
    /* 77 bytes, one byte more, and one that is 8 bytes to mandoc. */
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefg", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN TEN "abcdefg\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefgh", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN "abcdefghi\nabcdefgh\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcd\u00E9", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN "abcdefghi\nabcd\u00E9\n");
    expect(TEN TEN TEN TEN TEN TEN "1234567 \u00E9", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN "1234567 \u00E9\n");
    expect(TEN TEN TEN TEN TEN TEN "12345678 \u00E9 x", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN "12345678 \u00E9\nx\n");
    expect(TEN TEN TEN TEN TEN TEN "1234567 \U0001F642", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN "1234567\n\U0001F642\n");
    expect_line(TEN TEN TEN TEN TEN TEN TEN "abcdefgh", ROFF_ONE_LINE, ROFF_PROSE,
                TEN TEN TEN TEN TEN TEN TEN "abcdefg\\\nh\n");
}

static void long_words_may_break_and_go_on_in_the_next_line(void **state)
{
    (void)state;
    expect(TWENTY TWENTY, ROFF_PROSE, TWENTY TWENTY "\n");
    expect(TWENTY TWENTY "x", ROFF_PROSE, TWENTY TWENTY "\\:x\n");
    expect(TWENTY TWENTY " x", ROFF_PROSE, TWENTY TWENTY " x\n");
    expect("x " TWENTY TWENTY TWENTY TWENTY, ROFF_PROSE,
           "x\n" TWENTY TWENTY "\\:" TWENTY "abcdefghijklmno\\\npqrst\n");
    expect_line(TWENTY TWENTY TWENTY TWENTY, ROFF_VERBATIM, ROFF_LITERAL,
                TWENTY TWENTY TWENTY "abcdefghijklmnopq\\\nrst\n");
    expect(TWENTY "-" TWENTY "\u00E9", ROFF_LITERAL, TWENTY "\\-abcdefghijklmnopqrs\\:t\u00E9\n");
}

static void text_that_takes_no_column_is_not_broken_from_what_it_marks(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    put(&roff, TWENTY TWENTY, ROFF_PROSE);
    put(&roff, "\u0301", ROFF_PROSE);
    put(&roff, "ab", ROFF_PROSE);
    end(&roff, &out, TWENTY TWENTY "\u0301a\\:b\n");
}

static void breaks_come_once(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_break(&roff);
    put(&roff, "a/", ROFF_PROSE);
    roff_break(&roff);
    roff_break(&roff);
    put(&roff, "b", ROFF_PROSE);
    end(&roff, &out, "a/\\:b\n");
}

static void soft_hyphens_are_breaks_with_a_hyphen(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    put(&roff, "a\u00AD", ROFF_PROSE);
    roff_break(&roff);
    put(&roff, "b", ROFF_PROSE);
    roff_break(&roff);
    put(&roff, "c", ROFF_PROSE);
    end(&roff, &out, "a\\%b\\:c\n");
}

static void the_name_section_has_no_breaks(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_set_line(&roff, ROFF_UNBROKEN);
    put(&roff, TWENTY TWENTY TWENTY TWENTY " a\u00ADb", ROFF_PROSE);
    roff_break(&roff);
    put(&roff, "c-d -e", ROFF_PROSE);
    end(&roff, &out, TWENTY TWENTY TWENTY "abcdefghijklmnopq\\\nrst abc-d \\-e\n");
}

static void one_line_keeps_its_spaces(void **state)
{
    (void)state;
    expect_line("a  b ", ROFF_ONE_LINE, ROFF_PROSE, "a  b \n");
    expect_line("  a", ROFF_VERBATIM, ROFF_LITERAL, "  a\n");
    expect("  a  b ", ROFF_PROSE, "a b\n");
}

/* Roff puts two spaces after a line that ends a sentence. */
static void no_line_ends_a_sentence_unless_it_is_the_last(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    expect(TEN TEN TEN TEN TEN TEN TEN "end. Next", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN TEN "end.\\&\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "(e!) Next", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN TEN "(e!)\\&\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "e.g., Next", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN TEN "e.g.,\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "a.out Next", ROFF_PROSE,
           TEN TEN TEN TEN TEN TEN TEN "a.out\nNext\n");

    begin(&roff, &out);
    put(&roff, "Is it? Yes.", ROFF_PROSE);
    roff_end_text(&roff);
    end(&roff, &out, "Is it? Yes.\n");
}

static void fonts_change_where_they_may(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_font(&roff, 1);
    put(&roff, "bold", ROFF_PROSE);
    roff_font(&roff, 3);
    put(&roff, " both", ROFF_PROSE);
    roff_font(&roff, 3);
    roff_font(&roff, 2);
    put(&roff, " italic", ROFF_PROSE);
    roff_font(&roff, 0);
    end(&roff, &out, "\\fBbold\\f(BI both\\fI italic\\fR\n");

    begin(&roff, &out);
    roff_set_line(&roff, ROFF_HEADING);
    put(&roff, "a ", ROFF_PROSE);
    roff_font(&roff, 1);
    put(&roff, "heading", ROFF_PROSE);
    roff_font(&roff, 0);
    roff_end_text(&roff);
    roff_font(&roff, 1);
    put(&roff, "text", ROFF_PROSE);
    end(&roff, &out, "a heading\n\\fBtext\n");
}

static void macros_have_lines_of_their_own(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_macro(&roff, ".PP");
    roff_macro_number(&roff, ".RS ", 4);
    roff_unit(&roff, "a-b", 3);
    roff_escape(&roff, "\\-");
    end(&roff, &out, ".PP\n.RS 4\na-b\\-\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_of_roff_are_escaped),
        cmocka_unit_test(no_line_begins_like_a_request),
        cmocka_unit_test(hyphens_are_minus_signs_where_text_is_literal),
        cmocka_unit_test(hyphens_of_options_are_minus_signs_in_prose),
        cmocka_unit_test(addresses_may_break_after_punctuation),
        cmocka_unit_test(lines_are_short_enough_for_mandoc),
        cmocka_unit_test(long_words_may_break_and_go_on_in_the_next_line),
        cmocka_unit_test(text_that_takes_no_column_is_not_broken_from_what_it_marks),
        cmocka_unit_test(breaks_come_once),
        cmocka_unit_test(soft_hyphens_are_breaks_with_a_hyphen),
        cmocka_unit_test(the_name_section_has_no_breaks),
        cmocka_unit_test(one_line_keeps_its_spaces),
        cmocka_unit_test(no_line_ends_a_sentence_unless_it_is_the_last),
        cmocka_unit_test(fonts_change_where_they_may),
        cmocka_unit_test(macros_have_lines_of_their_own),
    };

    return cmocka_run_group_tests_name("roff", tests, NULL, NULL);
}
