/* roff.c: tests of input lines of roff. */
#include "format/roff.h"

#include "marks.h"

enum kind { PROSE, LITERAL, ADDRESS, ONE_LINE, HEADING, VERBATIM };

static void put(struct roff *roff, const char *text, enum kind kind)
{
    roff->literal = kind == LITERAL || kind == ADDRESS || kind == VERBATIM;
    roff->address = kind == ADDRESS;
    roff->one_line = kind >= ONE_LINE;
    roff->fonts = kind != HEADING;
    roff->whole = kind == VERBATIM;
    roff_text(roff, text, strlen(text));
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
static void expect(const char *text, enum kind kind, const char *expected)
{
    struct output out;
    struct roff roff;

    begin(&roff, &out);
    put(&roff, text, kind);
    end(&roff, &out, expected);
}

static void characters_of_roff_are_escaped(void **state)
{
    (void)state;
    expect("a\\b 'c' `d` ^e ~f \"g\"", PROSE,
           "a\\eb \\(aqc\\(aq \\(gad\\(ga \\(hae \\(tif \\(dqg\\(dq\n");
    expect("\u00A0a\u00ADb\u00E9\u4FE1", PROSE, "\\~a\\%b\u00E9\u4FE1\n");
    expect("", PROSE, "");
}

static void no_line_begins_like_a_request(void **state)
{
    (void)state;
    expect(".TH is a macro", PROSE, "\\&.TH is a macro\n");
    expect("'TH is too", PROSE, "\\(aqTH is too\n");
    expect("a .TH", PROSE, "a .TH\n");
    expect(".x", VERBATIM, "\\&.x\n");
}

static void hyphens_are_minus_signs_where_text_is_literal(void **state)
{
    (void)state;
    expect("well-known", PROSE, "well-known\n");
    expect("less -R", LITERAL, "less \\-R\n");
    expect("less -R", VERBATIM, "less \\-R\n");
}

static void addresses_may_break_after_punctuation(void **state)
{
    (void)state;
    expect("http://a.org/b?c=d&e_f-g", ADDRESS,
           "http:/\\:/\\:a.\\:org/\\:b?\\:c=\\:d&\\:e_\\:f\\-\\:g\n");
    expect("http://a.org/", LITERAL, "http://a.org/\n");
}

#define TEN    "abcdefghi "
#define TWENTY "abcdefghijklmnopqrst"
static void lines_are_short_enough_for_mandoc(void **state)
{
    (void)state;
    /* 77 bytes, one byte more, and one that is 8 bytes to mandoc. */
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefg", PROSE, TEN TEN TEN TEN TEN TEN TEN "abcdefg\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefgh", PROSE,
           TEN TEN TEN TEN TEN TEN "abcdefghi\nabcdefgh\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcd\u00E9", PROSE,
           TEN TEN TEN TEN TEN TEN "abcdefghi\nabcd\u00E9\n");
    expect(TEN TEN TEN TEN TEN TEN "1234567 \u00E9", PROSE,
           TEN TEN TEN TEN TEN TEN "1234567 \u00E9\n");
    expect(TEN TEN TEN TEN TEN TEN "12345678 \u00E9 x", PROSE,
           TEN TEN TEN TEN TEN TEN "12345678 \u00E9\nx\n");
    expect(TEN TEN TEN TEN TEN TEN "1234567 \U0001F642", PROSE,
           TEN TEN TEN TEN TEN TEN "1234567\n\U0001F642\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefgh", ONE_LINE,
           TEN TEN TEN TEN TEN TEN TEN "abcdefg\\\nh\n");
}

static void long_words_may_break_and_go_on_in_the_next_line(void **state)
{
    (void)state;
    expect(TWENTY TWENTY, PROSE, TWENTY TWENTY "\n");
    expect(TWENTY TWENTY "x", PROSE, TWENTY TWENTY "\\:x\n");
    expect(TWENTY TWENTY " x", PROSE, TWENTY TWENTY " x\n");
    expect("x " TWENTY TWENTY TWENTY TWENTY, PROSE,
           "x\n" TWENTY TWENTY "\\:" TWENTY "abcdefghijklmno\\\npqrst\n");
    expect(TWENTY TWENTY TWENTY TWENTY, VERBATIM,
           TWENTY TWENTY TWENTY "abcdefghijklmnopq\\\nrst\n");
    expect(TWENTY "-" TWENTY "\u00E9", LITERAL, TWENTY "\\-abcdefghijklmnopqrs\\:t\u00E9\n");
}

static void text_that_takes_no_column_is_not_broken_from_what_it_marks(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    put(&roff, TWENTY TWENTY, PROSE);
    put(&roff, "\u0301", PROSE);
    put(&roff, "ab", PROSE);
    end(&roff, &out, TWENTY TWENTY "\u0301a\\:b\n");
}

static void breaks_come_once(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_break(&roff);
    put(&roff, "a/", PROSE);
    roff_break(&roff);
    roff_break(&roff);
    put(&roff, "b", PROSE);
    end(&roff, &out, "a/\\:b\n");
}

static void one_line_keeps_its_spaces(void **state)
{
    (void)state;
    expect("a  b ", ONE_LINE, "a  b \n");
    expect("  a", VERBATIM, "  a\n");
    expect("  a  b ", PROSE, "a b\n");
}

/* Roff puts two spaces after a line that ends a sentence. */
static void no_line_ends_a_sentence_unless_it_is_the_last(void **state)
{
    (void)state;
    expect(TEN TEN TEN TEN TEN TEN TEN "end. Next", PROSE,
           TEN TEN TEN TEN TEN TEN TEN "end.\\&\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "(e!) Next", PROSE,
           TEN TEN TEN TEN TEN TEN TEN "(e!)\\&\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "e.g., Next", PROSE,
           TEN TEN TEN TEN TEN TEN TEN "e.g.,\nNext\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "a.out Next", PROSE,
           TEN TEN TEN TEN TEN TEN TEN "a.out\nNext\n");
    expect("Is it? Yes.", PROSE, "Is it? Yes.\\&\n");
}

static void fonts_change_where_they_may(void **state)
{
    struct output out;
    struct roff roff;

    (void)state;
    begin(&roff, &out);
    roff_font(&roff, 1);
    put(&roff, "bold", PROSE);
    roff_font(&roff, 3);
    put(&roff, " both", PROSE);
    roff_font(&roff, 3);
    roff_font(&roff, 2);
    put(&roff, " italic", PROSE);
    roff_font(&roff, 0);
    end(&roff, &out, "\\fBbold\\f(BI both\\fI italic\\fR\n");

    begin(&roff, &out);
    put(&roff, "a ", HEADING);
    roff_font(&roff, 1);
    put(&roff, "heading", HEADING);
    roff_font(&roff, 0);
    end(&roff, &out, "a heading\n");
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
        cmocka_unit_test(addresses_may_break_after_punctuation),
        cmocka_unit_test(lines_are_short_enough_for_mandoc),
        cmocka_unit_test(long_words_may_break_and_go_on_in_the_next_line),
        cmocka_unit_test(text_that_takes_no_column_is_not_broken_from_what_it_marks),
        cmocka_unit_test(breaks_come_once),
        cmocka_unit_test(one_line_keeps_its_spaces),
        cmocka_unit_test(no_line_ends_a_sentence_unless_it_is_the_last),
        cmocka_unit_test(fonts_change_where_they_may),
        cmocka_unit_test(macros_have_lines_of_their_own),
    };

    return cmocka_run_group_tests_name("roff", tests, NULL, NULL);
}
