/* SPDX-License-Identifier: MIT */
/* wrap.c: tests of filling lines of a terminal. */
#include "format/wrap.h"

#include "marks.h"

#include <errno.h>

#define SHY ZERO "\u00AD" BREAK

static const char guide_texts[] = "\0https://example.org/\0less(1)\0https://e.org/\u00FC";
enum {
    URL = 1,
    MAN = URL + sizeof "https://example.org/",
    FOREIGN_URL = MAN + sizeof "less(1)",
};
static const struct guide guide = {.text = guide_texts};

static const struct render_options narrow = {.width = 20};
static const struct render_options styled = {.width = 20, .styles = true};
static const struct render_options ascii = {.width = 20, .ascii = true};

/* Wraps a paragraph, and compares. */
static void expect_links(const struct render_options *options, unsigned margin,
                         const struct guide_link *links, const char *inline_text,
                         const char *expected)
{
    struct output out;
    const struct render render = {.out = &out, .guide = &guide, .options = options};
    struct wrap wrap;

    output_to_memory(&out);
    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, margin);
    wrap_fill(&wrap, inline_text, links);
    wrap_close_line(&wrap);
    wrap_end(&wrap);
    expect_output(&out, expected);
}

static void expect(const struct render_options *options, const char *inline_text,
                   const char *expected)
{
    expect_links(options, 0, NULL, inline_text, expected);
}

static void lines_break_at_spaces(void **state)
{
    (void)state;
    expect(&narrow, "the quick brown fox jumps over the lazy dog",
           "the quick brown fox\njumps over the lazy\ndog\n");
    expect(&narrow, "twenty columns here. next", "twenty columns here.\nnext\n");
    expect(&narrow, "twenty-one columns is more", "twenty-one columns\nis more\n");
    expect(&narrow, "", "");
    expect(&narrow, "one" NEWLINE "two", "one\ntwo\n");
}

static void lines_break_at_marks(void **state)
{
    (void)state;
    expect(&narrow, "https://" BREAK "example.org/" BREAK "a", "https://example.org/\na\n");
    expect(&narrow, "https://" BREAK "example.org/x" BREAK "a", "https://\nexample.org/xa\n");
    /* The later of two places counts, be it a mark or a space. */
    expect(&narrow, "see https://" BREAK "example.org/", "see https://\nexample.org/\n");
    expect(&narrow, "https:" BREAK "//ab and more-words", "https://ab and\nmore-words\n");
    expect(&narrow, BREAK "word", "word\n");
}

static void soft_hyphens_are_hyphens_at_ends_of_lines(void **state)
{
    (void)state;
    expect(&narrow, "a soft" SHY "hyphen", "a softhyphen\n");
    expect(&narrow, "seventeen is soft" SHY "hyphen", "seventeen is soft-\nhyphen\n");
    /* The hyphen needs a column, too. */
    expect(&narrow, "seventeen is so" SHY "ft" SHY "hyphen", "seventeen is soft-\nhyphen\n");
    expect(&narrow, "seventeen isn't so" SHY "ft" SHY "hyphen", "seventeen isn't so-\nfthyphen\n");
    expect(&narrow, "a-word-of-twenty-is-" SHY "long", "a-word-of-twenty-is--\nlong\n");
    expect(&narrow, "seventeen is so" SHY "ft hyphens", "seventeen is soft\nhyphens\n");
    expect(&narrow, "eighteen letters is" ZERO "\u00AD it", "eighteen letters is\nit\n");
    expect(&styled, "the quick " STRONG "brown" ZERO "\u00AD" STRONG_END BREAK "-foxes",
           "the quick \033[0;1mbrown\033[0m-\n-foxes\n");
    expect(&ascii, "seventeen is soft" SHY "hyphen", "seventeen is soft-\nhyphen\n");
}

static void a_word_wider_than_the_line_has_one_of_its_own(void **state)
{
    (void)state;
    expect(&narrow, "a pneumonoultramicroscopic b", "a\npneumonoultramicroscopic\nb\n");
    expect(&narrow, "pneumonoultra" EMPHASIS "microscopic" EMPHASIS_END " b",
           "pneumonoultramicroscopic\nb\n");
    expect(&narrow, "pneumonoultramicroscopic", "pneumonoultramicroscopic\n");
    expect(&narrow, "pneumonoultramicroscop\u00EFc b", "pneumonoultramicroscop\u00EFc\nb\n");
}

static void wide_characters_take_two_columns(void **state)
{
#define SHIN WIDE "\u4FE1" BREAK
    (void)state;
    expect(&narrow, SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN,
           "\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\n\u4FE1\n");
    expect(&narrow, "x" BREAK SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN SHIN,
           "x\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\u4FE1\n\u4FE1\n");
#undef SHIN
}

static void combining_characters_take_none(void **state)
{
    (void)state;
    expect(&narrow, "e" ZERO "\u0301e" ZERO "\u0301 seventeen letters",
           "e\u0301e\u0301 seventeen letters\n");
    expect(&narrow, "e" ZERO "\u0301e" ZERO "\u0301 eighteen  letters!",
           "e\u0301e\u0301 eighteen \nletters!\n");
    expect(&narrow, "\u00E9\u00E9 seventeen letters", "\u00E9\u00E9 seventeen letters\n");
    /* One may even come first in a line. */
    expect(&narrow, ZERO "\u0301twenty columns are it", "\u0301twenty columns are\nit\n");
    expect(&narrow, ZERO "\u0301twenty columns here.", "\u0301twenty columns here.\n");
}

static void what_is_not_ascii_is_written_with_its_likeness(void **state)
{
    (void)state;
    expect(&ascii, "seventeen letters\u2026 x", "seventeen letters...\nx\n");
    expect(&ascii, "eighteen letters !\u2026 x", "eighteen letters\n!... x\n");
    expect(&ascii, WIDE "\u4FE1e" ZERO "\u0301 is sixteen wide.", "?e? is sixteen wide.\n");
    expect(&ascii, "\u00AD\u00AD", "");
}

static void styles_end_and_begin_with_lines(void **state)
{
    (void)state;
    expect(&styled, STRONG "the quick brown fox jumps" STRONG_END " over",
           "\033[0;1mthe quick brown fox\033[0m\n\033[0;1mjumps\033[0m over\n");
    expect(&styled, "the " EMPHASIS "quick" EMPHASIS_END " brown fox " CODE "jumps" CODE_END,
           "the \033[0;4mquick\033[0m brown fox\n\033[0;1mjumps\033[0m\n");
    expect(&styled, STRONG EMPHASIS "both" EMPHASIS_END STRONG_END,
           "\033[0;1;4mboth\033[0;1m\033[0m\n");
    expect(&narrow, STRONG "none" STRONG_END, "none\n");
    /* The style in force is that of the place where the line breaks. */
    expect(&styled, "a" EMPHASIS "b cdefghijklmnopqrstuv" EMPHASIS_END "w",
           "a\033[0;4mb\033[0m\n\033[0;4mcdefghijklmnopqrstuv\033[0mw\n");
    expect(&styled, STRONG "the quick br" STRONG_END "own-fox-jumps",
           "\033[0;1mthe quick\033[0m\n\033[0;1mbr\033[0mown-fox-jumps\n");
    expect(&styled, "the quick brown fox ju" EMPHASIS "mp" EMPHASIS_END "s",
           "the quick brown fox\nju\033[0;4mmp\033[0ms\n");
}

static void hits_keep_their_marks(void **state)
{
    (void)state;
    expect(&narrow, "the " HIT "quick" HIT_END " brown fox",
           "the " HIT "quick" HIT_END " brown fox\n");
    expect(&styled, "the " HIT "quick" HIT_END " fox",
           "the \033[0;1;4m" HIT "quick" HIT_END "\033[0m fox\n");
}

static void links_say_where_they_lead(void **state)
{
    static const struct render_options linked = {.width = 20, .links = true};
    static const struct guide_link links[] = {
        {.kind = LINK_URL, .target = URL},
        {.kind = LINK_MAN, .target = MAN},
    };
    static const struct guide_link foreign = {.kind = LINK_URL, .target = FOREIGN_URL};
    static const struct guide_link bare = {.kind = LINK_URL, .bare = 1, .target = URL};

    (void)state;
    expect_links(&narrow, 0, links, LINK "site" LINK_END ", " LINK "less" LINK_END ".",
                 "site\n<https://example.org/>,\nless (less(1)).\n");
    expect_links(
        &linked, 0, links, "A fine " LINK "site to see" LINK_END " " LINK "x" LINK_END,
        "A fine \033]8;;https://example.org/\033\\site to see\033]8;;\033\\ x\n(less(1))\n");
    expect_links(&linked, 0, &foreign, LINK "x" LINK_END,
                 "\033]8;;https://e.org/%C3%BC\033\\x\033]8;;\033\\\n");
    expect_links(&narrow, 0, &bare, LINK "example.org" LINK_END, "example.org\n");
}

static void margins_stand_before_lines(void **state)
{
    static const struct render_options vast = {.width = 200};
    static const struct render_options plain = {.width = 20, .plain = true};

    (void)state;
    expect_links(&narrow, 4, NULL, "the quick brown fox", "    the quick brown\n    fox\n");
    /* Sixteen columns are left for text at least. */
    expect_links(&narrow, 10, NULL, "the quick brown fox", "    the quick brown\n    fox\n");
    expect_links(&plain, 4, NULL, "the quick brown fox", "the quick brown fox\n");
    expect_links(&vast, 40, NULL, "the quick brown fox jumps over a lazy dog.",
                 "                                        the quick brown fox jumps over a lazy\n"
                 "                                        dog.\n");
}

/* What a list does: a label in the margin of the first line, another margin for the lines after. */
static void labels_stand_in_margins(void **state)
{
    struct output out;
    const struct render render = {.out = &out, .guide = &guide, .options = &narrow};
    struct wrap wrap;

    (void)state;
    output_to_memory(&out);
    wrap_begin(&wrap, &render);
    wrap.gap = true; /* not before the first line */
    wrap_set_margin(&wrap, 3);
    strcpy(wrap.label, "1. ");
    wrap_fill(&wrap, "the quick brown fox", NULL);
    wrap_close_line(&wrap);
    wrap.gap = true;
    strcpy(wrap.label, "\u2022 ");
    wrap_fill(&wrap, "jumps", NULL);
    wrap_close_line(&wrap);
    strcpy(wrap.label, "3. ");
    wrap_close_line(&wrap);
    wrap_close_line(&wrap);
    wrap_end_line(&wrap);
    wrap_end(&wrap);
    expect_output(&out, "1. the quick brown\n   fox\n\n \u2022 jumps\n3.\n\n");
}

static void a_margin_set_in_a_line_begins_after_it(void **state)
{
    struct output out;
    const struct render render = {.out = &out, .guide = &guide, .options = &narrow};
    struct wrap wrap;

    (void)state;
    output_to_memory(&out);
    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, 0);
    wrap_fill(&wrap, "term  ", NULL);
    wrap_set_margin(&wrap, 4);
    wrap_fill(&wrap, "the quick brown fox jumps over", NULL);
    wrap_set_margin(&wrap, 2);
    wrap_fill(&wrap, " the lazy dog", NULL);
    wrap_close_line(&wrap);
    wrap_end(&wrap);
    expect_output(&out, "term  the quick\n    brown fox jumps\n    over the lazy\n  dog\n");
}

static void code_is_not_wrapped(void **state)
{
    struct output out;
    const struct render render = {.out = &out, .guide = &guide, .options = &narrow};
    struct wrap wrap;

    (void)state;
    output_to_memory(&out);
    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, 2);
    wrap_code(&wrap,
              "a line that is longer than twenty columns  \n\n" WIDE "\u4FE1" ZERO "\u0301 x\n");
    wrap_close_line(&wrap);
    wrap_end(&wrap);
    expect_output(&out, "  a line that is longer than twenty columns\n\n  \u4FE1\u0301 x\n");
}

/* Memory runs out between a place to break and the space that would be dropped there. */
static void memory_that_runs_out_ends_the_line(void **state)
{
    struct output out;
    const struct render render = {.out = &out, .guide = &guide, .options = &narrow};
    struct wrap wrap;

    (void)state;
    output_to_memory(&out);
    wrap_begin(&wrap, &render);
    wrap_set_margin(&wrap, 0);
    wrap_fill(&wrap, "word", NULL);
    wrap.line.capacity = wrap.line.length;
    wrap.line.error = ENOMEM;
    wrap_fill(&wrap, " " EMPHASIS "a-word-that-is-long", NULL);
    wrap_close_line(&wrap);
    wrap_end(&wrap);
    assert_int_equal(out.error, ENOMEM);
    free(out.data);
}

/* Fills by the simplest rule: a word goes into the line if it fits. */
static void fill_simply(struct output *out, const char *text, unsigned width, unsigned margin)
{
    size_t column = 0;

    while (*text != '\0') {
        size_t word = strcspn(text, " ");

        if (column > 0 && column + 1 + word > width) {
            output_char(out, '\n');
            column = 0;
        }
        if (column > 0)
            output_char(out, ' ');
        for (unsigned i = 0; column == 0 && i < margin; i++)
            output_char(out, ' ');
        output_put(out, text, word);
        column += word + (column > 0);
        text += word + (text[word] == ' ');
    }
    output_string(out, "\n");
}

/* Text of WORDS words of 1 to 25 letters, one space after each but the last. MARKED: with marks
 * that do not show after each letter. */
static void put_words(struct output *out, unsigned words, bool marked)
{
    unsigned random = 1;

    for (unsigned word = 0; word < words; word++) {
        random = (random * 1103515245 + 12345) & 0x7FFFFFFF;
        output_string(out, word > 0 ? " " : "");
        for (unsigned i = 0; i <= (random >> 16) % 25; i++) {
            output_char(out, (char)('a' + i));
            output_string(out, marked ? EMPHASIS EMPHASIS_END : "");
        }
    }
    output_char(out, '\0');
}

static void all_ways_to_fill_agree(void **state)
{
    struct output text, marked;

    (void)state;
    output_to_memory(&text);
    output_to_memory(&marked);
    put_words(&text, 200, false);
    put_words(&marked, 200, true);
    for (unsigned width = 20; width <= 78; width++) {
        const struct render_options options = {.width = width};
        const unsigned margin = width % 5;
        struct output expected, out;
        const struct render render = {.out = &out, .guide = &guide, .options = &options};
        struct wrap wrap;

        output_to_memory(&expected);
        fill_simply(&expected, text.data, width - (margin < width - 16 ? margin : width - 16),
                    margin < width - 16 ? margin : width - 16);
        output_char(&expected, '\0');
        expect_links(&options, margin, NULL, text.data, expected.data);
        expect_links(&options, margin, NULL, marked.data, expected.data);

        output_to_memory(&out);
        wrap_begin(&wrap, &render);
        wrap_set_margin(&wrap, margin);
        wrap_ascii(&wrap, text.data, text.data + strlen(text.data));
        wrap_close_line(&wrap);
        wrap_end(&wrap);
        expect_output(&out, expected.data);
        free(expected.data);
    }
    free(text.data);
    free(marked.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_those_of_the_model),
        cmocka_unit_test(lines_break_at_spaces),
        cmocka_unit_test(lines_break_at_marks),
        cmocka_unit_test(soft_hyphens_are_hyphens_at_ends_of_lines),
        cmocka_unit_test(a_word_wider_than_the_line_has_one_of_its_own),
        cmocka_unit_test(wide_characters_take_two_columns),
        cmocka_unit_test(combining_characters_take_none),
        cmocka_unit_test(what_is_not_ascii_is_written_with_its_likeness),
        cmocka_unit_test(styles_end_and_begin_with_lines),
        cmocka_unit_test(hits_keep_their_marks),
        cmocka_unit_test(links_say_where_they_lead),
        cmocka_unit_test(margins_stand_before_lines),
        cmocka_unit_test(labels_stand_in_margins),
        cmocka_unit_test(a_margin_set_in_a_line_begins_after_it),
        cmocka_unit_test(code_is_not_wrapped),
        cmocka_unit_test(memory_that_runs_out_ends_the_line),
        cmocka_unit_test(all_ways_to_fill_agree),
    };

    return cmocka_run_group_tests_name("wrap", tests, NULL, NULL);
}
