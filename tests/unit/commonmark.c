/* SPDX-License-Identifier: MIT */
/* commonmark.c: tests of lines of CommonMark. */
#include "format/commonmark.h"

#include "marks.h"

static const char *address = "https://example.org/";

/* Puts the mark at BYTES, and what belongs to it; returns how many bytes these are. */
static size_t put_mark(struct commonmark *text, const char *bytes)
{
    size_t length = 0;

    switch ((enum guide_mark) * bytes) {
    case MARK_EMPHASIS:
        commonmark_open(text, COMMONMARK_EMPHASIS);
        break;
    case MARK_EMPHASIS_END:
        commonmark_close(text, COMMONMARK_EMPHASIS);
        break;
    case MARK_STRONG:
        commonmark_open(text, COMMONMARK_STRONG);
        break;
    case MARK_STRONG_END:
        commonmark_close(text, COMMONMARK_STRONG);
        break;
    case MARK_CODE:
        length = strcspn(bytes + 1, CODE_END);
        commonmark_code(text, bytes + 1, length);
        length++;
        break;
    case MARK_LINK:
        text->in_link = true;
        commonmark_open_link(text);
        break;
    case MARK_LINK_END:
        text->in_link = false;
        commonmark_close_link(text, address);
        break;
    case MARK_NEWLINE:
        commonmark_break(text);
        break;
    default:
        fail();
    }
    return 1 + length;
}

static void put(struct commonmark *text, const char *inline_text)
{
    while (*inline_text != '\0') {
        size_t length =
            strcspn(inline_text,
                    EMPHASIS EMPHASIS_END STRONG STRONG_END CODE CODE_END LINK LINK_END NEWLINE);

        commonmark_text(text, inline_text, length);
        inline_text += length;
        if (*inline_text != '\0')
            inline_text += put_mark(text, inline_text);
    }
}

static void begin(struct commonmark *text, struct output *out)
{
    output_to_memory(out);
    commonmark_begin(text, out);
}

static void end(struct commonmark *text, struct output *out, const char *expected)
{
    commonmark_end_line(text);
    commonmark_end(text);
    expect_output(out, expected);
}

/* Puts inline text as a paragraph, and compares. */
static void expect(const char *inline_text, const char *expected)
{
    struct output out;
    struct commonmark text;

    begin(&text, &out);
    put(&text, inline_text);
    end(&text, &out, expected);
}

/* The same as a heading. */
static void expect_heading(const char *inline_text, const char *expected)
{
    struct output out;
    struct commonmark text;

    begin(&text, &out);
    text.one_line = true;
    put(&text, inline_text);
    end(&text, &out, expected);
}

static void what_would_begin_a_block_is_escaped(void **state)
{
    (void)state;
    expect("1. a", "1\\. a\n");
    expect("12) a", "12\\) a\n");
    expect("1234567890. a", "1234567890. a\n");
    expect("- a", "\\- a\n");
    expect("-a", "-a\n");
    expect("--- a", "\\--- a\n");
    expect("+ a", "\\+ a\n");
    expect("* a", "\\* a\n");
    expect("# a", "\\# a\n");
    expect("#a", "#a\n");
    expect("=== a", "\\=== a\n");
    expect(">a", "\\>a\n");
    expect("~~~a", "\\~~~a\n");
    expect("~~a", "~~a\n");
    expect("|-|:-| a", "\\|-|:-| a\n");
    expect("a 1. - + # =", "a 1. - + # =\n");
    expect("a" NEWLINE "- b", "a\\\n\\- b\n");
}

static void a_heading_keeps_the_number_signs_at_its_end(void **state)
{
    (void)state;
    expect_heading("1. C #", "1. C \\#\n");
    expect_heading("C ## D#", "C \\## D#\n");
    expect_heading("a" NEWLINE "b", "a b\n");
}

static void signs_of_markup_are_escaped(void **state)
{
    (void)state;
    expect("a\\b `c`", "a\\\\b \\`c\\`\n");
    expect("2*3 2 * 3 *a*", "2\\*3 2 * 3 \\*a\\*\n");
    expect("snake_case _a_ _", "snake_case \\_a\\_ \\_\n");
    expect("a < b <c </d <!e <?f <1", "a < b \\<c \\</d \\<!e \\<?f <1\n");
    expect("[a] [b](c) [d]: [e][f]", "[a] [b\\](c) [d\\]: [e\\][f]\n");
    expect("AT&T &amp; &#65; & &;", "AT&T \\&amp; \\&#65; & &;\n");
}

static void spans_open_and_close(void **state)
{
    (void)state;
    expect(EMPHASIS "a" EMPHASIS_END " " STRONG "b c" STRONG_END, "*a* **b c**\n");
    expect(STRONG EMPHASIS "a" EMPHASIS_END STRONG_END, "**_a_**\n");
    expect(EMPHASIS STRONG "a" STRONG_END EMPHASIS_END, "***a***\n");
    expect(EMPHASIS "a" EMPHASIS_END EMPHASIS "b" EMPHASIS_END, "*a*_b_\n");
    expect(EMPHASIS "a" EMPHASIS "b" EMPHASIS_END "c" EMPHASIS_END, "*abc*\n");
    expect("in" EMPHASIS "side" EMPHASIS_END "s", "in*side*s\n");
}

/* A delimiter between a letter and punctuation would be read as text: the letter becomes an entity,
 * which counts as punctuation. */
static void delimiters_flank(void **state)
{
    (void)state;
    expect("a" EMPHASIS "(b)" EMPHASIS_END "c", "&#97;*(b)*&#99;\n");
    expect("(" EMPHASIS "(b)" EMPHASIS_END ")", "(*(b)*)\n");
    expect(" " EMPHASIS "(b)" EMPHASIS_END ", c", "*(b)*, c\n");
    expect("\u00E9" STRONG "\u201Cb\u201D" STRONG_END "\u4FE1",
           "&#233;**\u201Cb\u201D**&#20449;\n");
    expect("a" EMPHASIS STRONG "(b)" STRONG_END EMPHASIS_END "c", "&#97;***(b)***&#99;\n");
    /* A symbol is a letter to some and punctuation to others. */
    expect("\u20AC" EMPHASIS "(b)" EMPHASIS_END "\u20AC", "&#8364;*(b)*&#8364;\n");
    expect("a" EMPHASIS "\u20AC" EMPHASIS_END "c", "&#97;*\u20AC*&#99;\n");
}

static void spaces_inside_of_spans_are_kept(void **state)
{
    (void)state;
    expect("a" EMPHASIS " b " EMPHASIS_END "c", "&#97;*&#32;b&#32;*&#99;\n");
    expect("a " EMPHASIS "\u00A0b\u00A0" EMPHASIS_END " c", "a *&#160;b&#160;* c\n");
}

static void code_spans_hold_backticks(void **state)
{
    (void)state;
    expect(CODE "a b" CODE_END, "`a b`\n");
    expect(CODE "a`b" CODE_END, "``a`b``\n");
    expect(CODE "`a``" CODE_END, "``` `a`` ```\n");
    expect(CODE " a " CODE_END, "`  a  `\n");
    expect(CODE " a" CODE_END, "` a`\n");
    expect(CODE " " CODE_END, "` `\n");
    expect(CODE "*a*" CODE_END, "`*a*`\n");
    /* There is no way to write one right after another. */
    expect(CODE "a" CODE_END CODE "b*" CODE_END, "`a`b\\*\n");
    expect(CODE "a" CODE_END " " CODE "b" CODE_END, "`a` `b`\n");
}

static void links_have_addresses(void **state)
{
    (void)state;
    expect("a " LINK "b [c]" LINK_END ".", "a [b \\[c\\]](https://example.org/).\n");
    expect("!" LINK "b" LINK_END, "\\![b](https://example.org/)\n");
    address = "a(b) <c> \\&amp;";
    expect(LINK "x" LINK_END, "[x](<a(b) \\<c\\> \\\\\\&amp;>)\n");
    address = "https://example.org/";
}

static void addresses_are_links_by_themselves(void **state)
{
    (void)state;
    assert_true(commonmark_is_autolink("https://example.org/a?b=c&d"));
    assert_false(commonmark_is_autolink("https://example.org/a b"));
    assert_false(commonmark_is_autolink("https://example.org/<a>"));
    assert_false(commonmark_is_autolink("https://example.org/?a&copy;"));
    assert_true(commonmark_is_autolink("mailto:a.b+c@example.org"));
    assert_false(commonmark_is_autolink("mailto:a@-example.org"));
    assert_false(commonmark_is_autolink("mailto:@example.org"));
    assert_false(commonmark_is_autolink("mailto:a@"));
    assert_false(commonmark_is_autolink("mailto:a@example.org."));
    assert_false(commonmark_is_autolink("mailto:a"));
}

#define TEN "abcdefghi "
static void lines_are_filled(void **state)
{
    (void)state;
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefgh", TEN TEN TEN TEN TEN TEN TEN "abcdefgh\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefghi",
           TEN TEN TEN TEN TEN TEN "abcdefghi\nabcdefghi\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9",
           TEN TEN TEN TEN TEN TEN TEN "\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\u00E9\n");
    /* A wide character takes two columns. */
    expect(TEN TEN TEN TEN TEN TEN TEN "\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1",
           TEN TEN TEN TEN TEN TEN "abcdefghi\n\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\n");
    /* A line is rather too long than begun with what has to be escaped. */
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefg - b", TEN TEN TEN TEN TEN TEN TEN "abcdefg -\nb\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcdefgh - b",
           TEN TEN TEN TEN TEN TEN TEN "abcdefgh -\nb\n");
    /* Between two Chinese characters a line break is no space. */
    expect(TEN TEN TEN TEN TEN TEN TEN "abcd\u4FE1 \u4FE1\u4FE1",
           TEN TEN TEN TEN TEN TEN TEN "abcd\u4FE1 \u4FE1\u4FE1\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcd\uD55C \uD55C\uD55C",
           TEN TEN TEN TEN TEN TEN TEN "abcd\uD55C\n\uD55C\uD55C\n");
    expect(TEN TEN TEN TEN TEN TEN TEN "abcd " CODE "a b c" CODE_END,
           TEN TEN TEN TEN TEN TEN TEN "abcd\n`a b c`\n");
}

static void breaks_are_backslashes(void **state)
{
    (void)state;
    expect("a" NEWLINE "b", "a\\\nb\n");
    expect(NEWLINE "b", "b\n");
}

static void margins_nest(void **state)
{
    struct output out;
    struct commonmark text;
    size_t list, quote;

    (void)state;
    begin(&text, &out);
    list = commonmark_enter(&text, "- ", "  ");
    quote = commonmark_enter(&text, "> ", "> ");
    put(&text, "a" NEWLINE "- b");
    commonmark_end_line(&text);
    commonmark_blank_line(&text);
    commonmark_code_block(&text, "c\n\n```\n", 7);
    commonmark_leave(&text, quote);
    put(&text, "d");
    commonmark_end_line(&text);
    commonmark_leave(&text, list);
    list = commonmark_enter(&text, "- ", "  ");
    commonmark_leave(&text, list);
    put(&text, "e");
    end(&text, &out,
        "- > a\\\n  > \\- b\n  >\n  > ````\n  > c\n  >\n  > ```\n  > ````\n  d\n-\ne\n");
}

/* The margin counts as columns, too. */
static void margins_leave_fewer_columns(void **state)
{
    struct output out;
    struct commonmark text;

    (void)state;
    begin(&text, &out);
    commonmark_enter(&text, "- ", "  ");
    put(&text, TEN TEN TEN TEN TEN TEN TEN "abcdef abcdef");
    end(&text, &out, "- " TEN TEN TEN TEN TEN TEN TEN "abcdef\n  abcdef\n");

    begin(&text, &out);
    commonmark_enter(&text, "- ", "  ");
    put(&text, TEN TEN TEN TEN TEN TEN TEN "abcdefg abcdef");
    end(&text, &out, "- " TEN TEN TEN TEN TEN TEN "abcdefghi\n  abcdefg abcdef\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_would_begin_a_block_is_escaped),
        cmocka_unit_test(a_heading_keeps_the_number_signs_at_its_end),
        cmocka_unit_test(signs_of_markup_are_escaped),
        cmocka_unit_test(spans_open_and_close),
        cmocka_unit_test(delimiters_flank),
        cmocka_unit_test(spaces_inside_of_spans_are_kept),
        cmocka_unit_test(code_spans_hold_backticks),
        cmocka_unit_test(links_have_addresses),
        cmocka_unit_test(addresses_are_links_by_themselves),

        cmocka_unit_test(lines_are_filled),
        cmocka_unit_test(breaks_are_backslashes),
        cmocka_unit_test(margins_nest),
        cmocka_unit_test(margins_leave_fewer_columns),
    };

    return cmocka_run_group_tests_name("commonmark", tests, NULL, NULL);
}
