/* c_tables.c: the guide as constant C tables. */
#include "compiler/c_tables.h"

#include "compiler/search_tables.h"

#include <limits.h>
#include <string.h>

enum { ROW_NUMBERS = 20, NUMBER_BYTES = 11 }; /* at most; of a number and its comma */

/* Puts up to ROW_NUMBERS numbers with a comma behind each, from the last one and its last digit to
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

/* Puts the initializer of one entry, of which all members are numbers, or ranges of two. Zeros at
 * the end are left out, which spares the C compiler a tenth of its time. */
static void put_entry(struct output *out, const uint32_t *numbers, size_t count)
{
    while (count > 1 && numbers[count - 1] == 0)
        count--;
    output_char(out, '{');
    put_row(out, numbers, count);
    output_string(out, "},\n");
}

#define COUNT(...) (sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t))
#define PUT_ENTRY(out, ...)                                                                        \
    do {                                                                                           \
        _Static_assert(COUNT(__VA_ARGS__) <= ROW_NUMBERS, "a row has too many numbers");           \
        put_entry((out), (const uint32_t[]){__VA_ARGS__}, COUNT(__VA_ARGS__));                     \
    } while (0)
#define RANGE(range) (range).first, (range).count

/* Begins a table; C has no empty ones, so that each ends with an entry of zeros. */
static void begin_table(struct output *out, const char *type, const char *name)
{
    output_string(out, "\nstatic const ");
    output_string(out, type);
    output_char(out, ' ');
    output_string(out, name);
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
    bool is_plain[UCHAR_MAX + 1]; /* of bytes that stand for themselves */
};

/* Begins a text, of which each line, and each text in it, gets a line. */
static void begin_text(struct literal *literal, struct output *out, const char *name)
{
    literal->out = out;
    for (unsigned byte = 0; byte <= UCHAR_MAX; byte++)
        literal->is_plain[byte] =
            byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
    output_string(out, "\nstatic const char ");
    output_string(out, name);
    output_string(out, "[] =\n\"");
}

static size_t count_plain(const struct literal *literal, const char *text, size_t length)
{
    size_t count = 0;

    while (count < length && literal->is_plain[(unsigned char)text[count]])
        count++;
    return count;
}

static void put_text(void *self, const char *text, size_t length)
{
    static const char octal[] = "01234567";
    const struct literal *literal = self;
    struct output *out = literal->out;

    for (size_t i = 0; i < length; i++) {
        size_t plain = count_plain(literal, text + i, length - i);
        unsigned char byte;

        output_put(out, text + i, plain);
        i += plain;
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

/* Puts numbers, in as many rows as they take. */
static void put_numbers(struct output *out, const uint32_t *numbers, size_t count)
{
    for (size_t i = 0; i < count; i += ROW_NUMBERS) {
        put_row(out, numbers + i, count - i < ROW_NUMBERS ? count - i : ROW_NUMBERS);
        output_char(out, '\n');
    }
}

static void put_choices(struct output *out, const struct guide *guide)
{
    begin_table(out, "struct guide_role", "roles");
    for (uint32_t i = 0; i < guide->role_count; i++) {
        const struct guide_role *role = &guide->roles[i];

        PUT_ENTRY(out, role->id, role->title, role->summary, RANGE(role->aliases),
                  RANGE(role->path));
    }
    end_table(out, "{0}\n");
    begin_table(out, "struct guide_topic", "topics");
    for (uint32_t i = 0; i < guide->topic_count; i++) {
        const struct guide_topic *topic = &guide->topics[i];

        PUT_ENTRY(out, topic->id, topic->summary, RANGE(topic->aliases));
    }
    end_table(out, "{0}\n");
    begin_table(out, "struct guide_name", "names");
    for (uint32_t i = 0; i < guide->name_count; i++) {
        const struct guide_name *name = &guide->names[i];

        PUT_ENTRY(out, name->text, name->index, name->kind, name->is_alias);
    }
    end_table(out, "{0}\n");
}

static void put_order(struct output *out, const struct guide *guide)
{
    begin_table(out, "struct guide_part", "parts");
    for (uint32_t i = 0; i < guide->part_count; i++) {
        const struct guide_part *part = &guide->parts[i];

        PUT_ENTRY(out, part->id, part->title, RANGE(part->sections));
    }
    end_table(out, "{0}\n");
    begin_table(out, "struct guide_page", "pages");
    for (uint32_t i = 0; i < guide->page_count; i++) {
        const struct guide_page *page = &guide->pages[i];

        PUT_ENTRY(out, page->name, page->manual_section, page->summary, page->roles,
                  RANGE(page->sections));
    }
    end_table(out, "{0}\n");
}

static void put_sections(struct output *out, const struct guide *guide)
{
    begin_table(out, "struct guide_section", "sections");
    for (uint32_t i = 0; i < guide->section_count; i++) {
        const struct guide_section *section = &guide->sections[i];

        PUT_ENTRY(out, section->id, section->title, section->summary, section->roles, section->part,
                  section->page, RANGE(section->blocks), RANGE(section->topics),
                  RANGE(section->aliases), RANGE(section->index_words), RANGE(section->see),
                  section->notice, section->lists_sources);
    }
    end_table(out, "{0}\n");
}

static void put_blocks(struct output *out, const struct guide *guide, size_t block_count,
                       size_t link_count)
{
    begin_table(out, "struct guide_block", "blocks");
    for (size_t i = 0; i < block_count; i++) {
        const struct guide_block *block = &guide->blocks[i];
        uint32_t first_link = block->links.count > 0 ? block->links.first : 0;

        PUT_ENTRY(out, block->kind, block->level, block->tight, block->ascii, block->generated,
                  block->roles, block->text, block->number, block->width, first_link,
                  block->links.count);
    }
    end_table(out, "{0}\n");
    begin_table(out, "struct guide_link", "links");
    for (size_t i = 0; i < link_count; i++) {
        const struct guide_link *link = &guide->links[i];

        PUT_ENTRY(out, link->kind, link->bare, link->target);
    }
    end_table(out, "{0}\n");
}

static void put_sources(struct output *out, const struct guide *guide)
{
    begin_table(out, "struct guide_source", "sources");
    for (uint32_t i = 0; i < guide->source_count; i++) {
        const struct guide_source *source = &guide->sources[i];

        PUT_ENTRY(out, source->id, source->author, source->year, source->title, source->in,
                  source->url, source->doi, source->entry, RANGE(source->links));
    }
    end_table(out, "{0}\n");
}

static void put_search(struct output *out, struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);
    struct literal folded;

    begin_text(&folded, out, "folded");
    search_tables_fold_passages(draft, put_text, &folded);
    end_text(&folded);
    begin_table(out, "struct guide_passage", "passages");
    for (uint32_t i = 0; i < guide->passage_count; i++) {
        const struct guide_passage *passage = &guide->passages[i];

        PUT_ENTRY(out, passage->folded, passage->text, passage->section, passage->block,
                  passage->kind);
    }
    end_table(out, "{0}\n");
    begin_table(out, "struct guide_fold", "folds");
    for (uint32_t i = 0; i < guide->fold_count; i++)
        PUT_ENTRY(out, guide->folds[i].code, guide->folds[i].text);
    end_table(out, "{0}\n");
}

static void put_guide(struct output *out, const struct guide *guide)
{
    static const char *const tables[] = {
        "text",     "folded", "numbers", "roles",   "topics", "parts",    "pages",
        "sections", "blocks", "links",   "sources", "names",  "passages", "folds",
    };
    const struct {
        const char *name;
        uint32_t value;
    } members[] = {
        {"name", guide->name},
        {"title", guide->title},
        {"summary", guide->summary},
        {"edition", guide->edition},
        {"language", guide->language},
        {"copyright", guide->copyright},
        {"category", guide->category},
        {"notice", guide->notice},
        {"reader", guide->reader},
        {"role_count", guide->role_count},
        {"topic_count", guide->topic_count},
        {"part_count", guide->part_count},
        {"page_count", guide->page_count},
        {"section_count", guide->section_count},
        {"source_count", guide->source_count},
        {"name_count", guide->name_count},
        {"passage_count", guide->passage_count},
        {"fold_count", guide->fold_count},
        {"fold_z", guide->fold_z},
    };

    output_string(out, "\nconst struct guide guide_data = {\n");
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        output_string(out, "    .");
        output_string(out, members[i].name);
        output_string(out, " = ");
        output_number(out, members[i].value);
        output_string(out, ",\n");
    }
    output_string(out, "    .labels = {\n");
    put_numbers(out, guide->labels, LABELS);
    output_string(out, "    },\n");
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        output_string(out, "    .");
        output_string(out, tables[i]);
        output_string(out, " = ");
        output_string(out, tables[i]);
        output_string(out, ",\n");
    }
    output_string(out, "};\n");
}

void c_tables_put(struct output *out, struct draft *draft)
{
    const struct guide *guide = draft_guide(draft);
    struct literal text;

    output_string(out,
                  "/* Made from the guide's source by guidec; changes are lost. */\n"
                  "#include \"guide/data.h\"\n\n"
                  "/* The standard promises no more than 4095 bytes of text. */\n"
                  "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
                  "/* Entries are numbers alone, ranges two of them, without zeros at the end. */\n"
                  "#pragma GCC diagnostic ignored \"-Wmissing-braces\"\n"
                  "#pragma GCC diagnostic ignored \"-Wmissing-field-initializers\"\n");
    /* Compilers place what is defined last first. What only a search needs stands apart, so that
     * reading a section touches few pages of memory. */
    put_search(out, draft);
    begin_text(&text, out, "text");
    put_text(&text, guide->text, draft->text.length - 1);
    end_text(&text);
    put_blocks(out, guide, draft->block_count, draft->link_count);
    put_sources(out, guide);
    put_sections(out, guide);
    put_order(out, guide);
    put_choices(out, guide);
    begin_table(out, "uint32_t", "numbers");
    put_numbers(out, guide->numbers, draft->number_count);
    end_table(out, "0\n");
    put_guide(out, guide);
}
