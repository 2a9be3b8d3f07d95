/* SPDX-License-Identifier: MIT */
/* c_tables.c: the guide as constant C tables. */
#include "compiler/c_tables.h"

#include "compiler/search_tables.h"

#include <limits.h>
#include <string.h>

/* Of a row of a table, at most; of a line of numbers; bytes of a number and its comma. */
enum { ROW_NUMBERS = 80, LINE_NUMBERS = 20, NUMBER_BYTES = 11 };

/* Puts up to ROW_NUMBERS numbers with a comma after each, from the last one and its last digit to
 * the first, as divisions give them. */
static void put_row(struct output *out, const uint32_t *numbers, size_t count)
{
    char row[ROW_NUMBERS * NUMBER_BYTES];
    size_t first = sizeof row;

    while (count-- > 0) {
        uint32_t number = numbers[count];

        row[--first] = ',';
        do
            row[--first] = (char)('0' + number % 10);
        while ((number /= 10) > 0);
    }
    output_put(out, row + first, sizeof row - first);
}

/* Puts the initializer of one row of a table. Zeros at the end are left out, which spares the C
 * compiler a tenth of its time. */
static void put_entry(struct output *out, const uint32_t *numbers, size_t count)
{
    while (count > 1 && numbers[count - 1] == 0)
        count--;
    output_char(out, '{');
    put_row(out, numbers, count);
    output_string(out, "},\n");
}

/* Puts the name of a table or text of a guide, the Nth. */
static void put_name(struct output *out, const char *name, size_t n)
{
    output_string(out, name);
    if (n > 0) {
        output_char(out, '_');
        output_number(out, (uint32_t)n);
    }
}

/* Begins a table; C has no empty ones, so that each ends with an entry of zeros. */
static void begin_table(struct output *out, const char *type, const char *name, size_t n)
{
    output_string(out, "\nstatic const ");
    output_string(out, type);
    output_char(out, ' ');
    put_name(out, name, n);
    output_string(out, "[] = {\n");
}

static void end_table(struct output *out, const char *last)
{
    output_string(out, last);
    output_string(out, "};\n");
}

/* A text that is being put, as a string literal. */
struct literal {
    struct output *out;
    bool is_literal[UCHAR_MAX + 1]; /* of bytes that stand for themselves */
};

/* Begins a text, of which each line, and each text in it, gets a line. */
static void begin_text(struct literal *literal, struct output *out, const char *name, size_t n)
{
    literal->out = out;
    for (unsigned byte = 0; byte <= UCHAR_MAX; byte++)
        literal->is_literal[byte] =
            byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
    output_string(out, "\nstatic const char ");
    put_name(out, name, n);
    output_string(out, "[] =\n\"");
}

static size_t count_literal(const struct literal *literal, const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && literal->is_literal[(unsigned char)text[count]])
        count++;
    return count;
}

static void put_text(void *self, const char *text, size_t length)
{
    static const char octal[] = "01234567";
    const struct literal *literal = self;
    struct output *out = literal->out;

    for (size_t i = 0; i < length; i++) {
        size_t literal_count = count_literal(literal, text + i, length - i);
        unsigned char byte;

        output_put(out, text + i, literal_count);
        i += literal_count;
        if (i == length)
            break;
        byte = (unsigned char)text[i];
        if (byte == '\0') {
            output_string(out, "\\0\"\n\"");
        } else if (byte == '\n') {
            output_string(out, "\\n\"\n\"");
        } else if (byte == '"' || byte == '\\') {
            output_char(out, '\\');
            output_char(out, (char)byte);
        } else if (byte == '?') {
            /* Two of them could begin a trigraph. */
            output_string(out, "\\?");
        } else {
            output_char(out, '\\');
            output_char(out, octal[byte >> 6]);
            output_char(out, octal[byte >> 3 & 7]);
            output_char(out, octal[byte & 7]);
        }
    }
}

static void end_text(const struct literal *literal)
{
    output_string(literal->out, "\";\n");
}

/* Stores the numbers that initialize a row of SIZE bytes; returns how many. */
typedef size_t read_row(const void *row, size_t size, uint32_t *numbers);

static size_t read_numbers(const void *row, size_t size, uint32_t *numbers)
{
    memcpy(numbers, row, size);
    return size / sizeof *numbers;
}

static size_t read_block(const void *row, size_t size, uint32_t *numbers)
{
    const struct guide_block *block = row;
    const uint32_t members[] = {block->kind,   block->level,       block->tight,      block->ascii,
                                block->origin, block->width,       block->roles,      block->text,
                                block->number, block->links.first, block->links.count};

    (void)size;
    return read_numbers(members, sizeof members, numbers);
}

static size_t read_passage(const void *row, size_t size, uint32_t *numbers)
{
    const struct guide_passage *passage = row;
    const uint32_t members[] = {passage->folded, passage->source, passage->section, passage->kind};

    (void)size;
    return read_numbers(members, sizeof members, numbers);
}

static size_t read_phrase(const void *row, size_t size, uint32_t *numbers)
{
    const struct guide_phrase *phrase = row;
    const uint32_t members[] = {phrase->subject, phrase->first, phrase->count, phrase->weight,
                                phrase->kind};

    (void)size;
    return read_numbers(members, sizeof members, numbers);
}

static read_row *find_reader(const struct guide *guide, const void *rows)
{
    return rows == guide->blocks     ? read_block
           : rows == guide->passages ? read_passage
           : rows == guide->phrases  ? read_phrase
                                     : read_numbers;
}

struct table {
    const char *type, *name;
    const void *rows;
    size_t count, size; /* of a row: bytes */
    read_row *read;
};

/* Puts numbers, in as many lines as they take. */
static void put_numbers(struct output *out, const uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i += LINE_NUMBERS) {
        put_row(out, numbers + i, count - i < LINE_NUMBERS ? count - i : LINE_NUMBERS);
        output_char(out, '\n');
    }
}

static void put_entries(struct output *out, const struct table *table)
{
    const unsigned char *rows = table->rows;
    uint32_t numbers[ROW_NUMBERS];

    for (size_t i = 0; i < table->count; i++)
        put_entry(out, numbers, table->read(rows + i * table->size, table->size, numbers));
}

static void put_table(struct output *out, const struct table *table, size_t n)
{
    const bool is_numbers = table->size == sizeof(uint32_t);

    begin_table(out, table->type, table->name, n);
    if (is_numbers)
        put_numbers(out, table->rows, table->count);
    else
        put_entries(out, table);
    end_table(out, is_numbers ? "0\n" : "{0}\n");
}

static void put_tables(struct output *out, const struct guide *guide, size_t n)
{
#define TABLE(type, row, rows)                                                                     \
    _Static_assert(sizeof(type) % sizeof(uint32_t) == 0,                                           \
                   "rows of " #rows " are not made of numbers");                                   \
    _Static_assert(sizeof(type) <= ROW_NUMBERS * sizeof(uint32_t),                                 \
                   "rows of " #rows " are too long");
    GUIDE_TABLES(TABLE)
#undef TABLE
#define TABLE(type, row, rows)                                                                     \
    {#type, #rows, guide->rows, guide->row##_count, sizeof(type), find_reader(guide, guide->rows)},
    const struct table tables[] = {GUIDE_TABLES(TABLE)};
#undef TABLE

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        put_table(out, &tables[i], n);
}

static void begin_member(struct output *out, const char *name)
{
    output_string(out, "    .");
    output_string(out, name);
    output_string(out, " = ");
}

static void put_number(struct output *out, const char *name, uint32_t value)
{
    begin_member(out, name);
    output_number(out, value);
    output_string(out, ",\n");
}

/* Puts a member that points to the table, or the text, of its name. */
static void put_pointer(struct output *out, const char *name, size_t n)
{
    begin_member(out, name);
    put_name(out, name, n);
    output_string(out, ",\n");
}

static void put_guide(struct output *out, const struct guide *guide, size_t n)
{
    output_string(out, "{\n");
#define NUMBER(name) put_number(out, #name, guide->name);
    GUIDE_NUMBERS(NUMBER)
#undef NUMBER
    output_string(out, "    .labels = {\n");
    put_numbers(out, guide->labels, LABELS);
    output_string(out, "    },\n    .english_labels = {\n");
    put_numbers(out, guide->english_labels, LABEL_WORDS);
    output_string(out, "    },\n");
#define TABLE(type, row, rows)                                                                     \
    put_number(out, #row "_count", guide->row##_count);                                            \
    put_pointer(out, #rows, n);
    GUIDE_TABLES(TABLE)
#undef TABLE
    put_pointer(out, "text", n);
    put_pointer(out, "folded", n);
    output_string(out, "},\n");
}

static void put_check(struct output *out, const char *name, size_t value)
{
    output_string(out, "_Static_assert(");
    output_string(out, name);
    output_string(out, " == ");
    output_number(out, (uint32_t)value);
    output_string(out, ", \"the reader is of another guidec\");\n");
}

/* Puts what stops the C compiler where the reader's files are of another guidec. */
static void put_checks(struct output *out)
{
    output_string(out, "#if GUIDE_TABLES_NUMBER != ");
    output_number(out, GUIDE_TABLES_NUMBER);
    output_string(out, "\n#error \"guide-data.c and the reader are of two versions of guidec: run "
                       "guidec -o and guidec --reader of one\"\n#endif\n");
#define TABLE(type, row, rows) put_check(out, "sizeof(" #type ")", sizeof(type));
    GUIDE_TABLES(TABLE)
#undef TABLE
    put_check(out, "LABELS", LABELS);
    output_char(out, '\n');
}

/* Puts the tables and texts of a guide. Compilers place what is defined last first. What only a
 * search needs is kept apart, so that reading a section touches few pages of memory. */
static void put_parts(struct output *out, struct draft *draft, size_t n)
{
    const struct guide *guide = draft_guide(draft);
    struct literal literal;

    begin_text(&literal, out, "folded", n);
    search_tables_fold_passages(draft, put_text, &literal);
    end_text(&literal);
    put_tables(out, guide, n);
    begin_text(&literal, out, "text", n);
    put_text(&literal, guide->text, draft->text.length - 1);
    end_text(&literal);
}

void c_tables_put(struct output *out, struct draft *drafts, size_t count)
{
    output_string(out, "/* Made from the guide's source by guidec; changes are lost. */\n"
                       "#include \"guide/data.h\"\n\n");
    put_checks(out);
    output_string(out,
                  "/* The standard promises no more than 4095 bytes of text. */\n"
                  "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
                  "/* Entries are numbers alone, ranges two of them, without zeros at the end. */\n"
                  "#pragma GCC diagnostic ignored \"-Wmissing-braces\"\n"
                  "#pragma GCC diagnostic ignored \"-Wmissing-field-initializers\"\n");
    for (size_t i = 0; i < count; i++)
        put_parts(out, &drafts[i], i);
    output_string(out, "\nconst struct guide guide_data[] = {\n");
    for (size_t i = 0; i < count; i++)
        put_guide(out, draft_guide(&drafts[i]), i);
    output_string(out, "};\nconst uint32_t guide_data_count = ");
    output_number(out, (uint32_t)count);
    output_string(out, ";\n");
}
