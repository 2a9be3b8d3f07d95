/* SPDX-License-Identifier: MIT */
/* search_tables.c: the tables for searching. */
#include "compiler/search_tables.h"

#include "base/ascii.h"
#include "base/bits.h"
#include "base/utf8.h"
#include "compiler/language.h"
#include "compiler/memory.h"
#include "compiler/unicode.h"
#include "guide/fold.h"

#include <stdlib.h>
#include <string.h>

enum { CODES = 0x110000 };

/* Letters that somebody may type for those of the guide, accented, capital or wide, where the guide
 * holds one of their script: folding all of them would take as long as compiling some sections. */
static const struct {
    uint32_t first, last;
    uint32_t script, script_last; /* what they are folded to; 0: ASCII, which each guide holds */
} letters[] = {
    {0x80, 0x24F, 0, 0},              /* Latin */
    {0x370, 0x3FF, 0x370, 0x3FF},     /* Greek */
    {0x400, 0x52F, 0x400, 0x52F},     /* Cyrillic */
    {0x1E00, 0x1EFF, 0, 0},           /* Latin */
    {0x1F00, 0x1FFF, 0x370, 0x3FF},   /* Greek */
    {0x2010, 0x201F, 0, 0},           /* dashes and quotes */
    {0x3000, 0x3000, 0x3040, 0x30FF}, /* the wide space of Japanese */
    {0xFF00, 0xFFEF, 0, 0},           /* wide forms */
};

/* A set of characters. Most guides hold none of the higher ones, whose bits are then never looked
 * at: touching so much memory would take as long as compiling some sections. */
struct set {
    unsigned char *bits; /* bit N: the character N */
    uint32_t limit;      /* it holds none from this one on; a multiple of 8 */
};

static struct set begin_set(void)
{
    return (struct set){.bits = memory_zeroed(bits_size(CODES), 1)};
}

static void add(struct set *set, uint32_t code)
{
    bits_set(set->bits, code);
    if (code >= set->limit)
        set->limit = (code / 8 + 1) * 8;
}

static bool holds(const struct set *set, uint32_t code)
{
    return code < set->limit && bits_has(set->bits, code);
}

/* The first character of a set that is not less than CODE, or CODES. */
static uint32_t next_code(const struct set *set, uint32_t code)
{
    while (code < set->limit && !holds(set, code))
        code = set->bits[code / 8] == 0 ? (code / 8 + 1) * 8 : code + 1;
    return code < set->limit ? code : CODES;
}

static void add_all(struct set *set, const struct set *others)
{
    for (uint32_t code = 0; (code = next_code(others, code)) < CODES; code++)
        add(set, code);
}

struct index {
    struct draft *draft;
    struct set met; /* the characters of the guide's text, and what they are folded to, but ASCII */
};

/* Adds the characters of a text that are not ASCII. */
static void add_characters(struct set *set, const char *text, size_t length)
{
    for (size_t i = 0, size = 1; i < length; i += size, size = 1)
        if ((unsigned char)text[i] >= 0x80)
            add(set, unicode_character(text + i, length - i, &size));
}

/* Whether all characters of a folded text can be met in the guide's folded text, which is taken to
 * hold all of ASCII. */
static bool can_match(const struct index *index, const char *text, size_t length)
{
    for (size_t i = 0, size; i < length; i += size) {
        uint32_t code = unicode_character(text + i, length - i, &size);

        if (code >= 0x80 && !holds(&index->met, code))
            return false;
    }
    return true;
}

static void add_fold(struct index *index, uint32_t code, struct output *out)
{
    struct draft *draft = index->draft;
    size_t size;
    uint32_t offset;

    out->length = 0;
    unicode_fold(out, code);
    if (!holds(&index->met, code) && !can_match(index, out->data, out->length))
        return;
    if (out->length > 0 && unicode_character(out->data, out->length, &size) == code &&
        size == out->length)
        return;
    offset = draft_text_unmarked(draft, out->data, out->length);
    draft->folds = memory_grow(draft->folds, draft->guide.fold_count, &draft->fold_capacity,
                               sizeof *draft->folds);
    draft->folds[draft->guide.fold_count++] = (struct guide_fold){code, offset};
}

static void make_folds(struct index *index)
{
    struct set wanted = begin_set();
    struct output out;

    add_all(&wanted, &index->met);
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (next_code(&index->met, letters[i].script) > letters[i].script_last && letters[i].script)
            continue;
        for (uint32_t code = letters[i].first; code <= letters[i].last; code++)
            add(&wanted, code);
    }
    output_to_memory(&out);
    for (uint32_t code = 0x80; (code = next_code(&wanted, code)) < CODES; code++)
        add_fold(index, code, &out);
    free(out.data);
    free(wanted.bits);
}

static void add_passage(struct draft *draft, enum guide_passage_kind kind, uint32_t source,
                        uint32_t section)
{
    const struct guide *guide = draft_guide(draft);
    struct guide_passage *passage;

    if (kind != PASSAGE_TEXT && source == 0)
        return;
    draft->passages = memory_grow(draft->passages, guide->passage_count, &draft->passage_capacity,
                                  sizeof *draft->passages);
    passage = &draft->passages[draft->guide.passage_count++];
    /* With as many bits as there are for each. */
    *passage = (struct guide_passage){
        .source = source, .section = section & UINT32_MAX >> 2, .kind = kind & 3};
}

static void add_words(struct draft *draft, struct guide_range words, uint32_t section)
{
    for (uint32_t i = 0; i < words.count; i++)
        add_passage(draft, PASSAGE_TOPIC, draft->numbers[words.first + i], section);
}

/* Whether a block has text of its own: the notice, and where to read on, would be found on
 * almost every page. */
static bool is_searched(const struct guide_block *block)
{
    return block->text != 0 && block->origin != ORIGIN_NOTICE && block->origin != ORIGIN_SEE;
}

static void add_section(struct draft *draft, uint32_t index)
{
    const struct guide_section *section = &draft->sections[index];

    add_passage(draft, PASSAGE_TITLE, section->title, index);
    add_passage(draft, PASSAGE_SUMMARY, section->summary, index);
    for (uint32_t i = 0; i < section->topics.count; i++) {
        uint32_t topic = draft->numbers[section->topics.first + i];

        add_passage(draft, PASSAGE_TOPIC, draft->topics[topic].id, index);
    }
    add_passage(draft, PASSAGE_TOPIC, section->id, index);
    add_words(draft, section->aliases, index);
    add_words(draft, section->index_words, index);
    for (uint32_t i = 0; i < section->blocks.count; i++) {
        uint32_t block = section->blocks.first + i;

        if (is_searched(&draft->blocks[block]))
            add_passage(draft, PASSAGE_TEXT, block, index);
    }
}

/* Notes which characters there are, before and after folding; what is folded stays so. */
static void meet_all(struct index *index)
{
    struct output out;

    add_characters(&index->met, index->draft->text.data, index->draft->text.length);
    for (uint32_t i = 0; i < index->draft->guide.urgent_count; i++) {
        const struct yaml_tree *list = index->draft->urgent_phrases[i];

        for (size_t j = 0; list != NULL && j < list->count; j++)
            add_characters(&index->met, list->children[j].text, list->children[j].length);
    }
    output_to_memory(&out);
    for (uint32_t code = 0; (code = next_code(&index->met, code)) < CODES; code++) {
        out.length = 0;
        unicode_fold(&out, code);
        add_characters(&index->met, out.data, out.length);
    }
    free(out.data);
}

/* Marks the blocks whose text is as it is shown, so that it can be shown without a look at each
 * byte. */
static void mark_ascii(struct draft *draft)
{
    for (size_t i = 0; i < draft->guide.block_count; i++) {
        struct guide_block *block = &draft->blocks[i];
        const char *text = guide_text(draft_guide(draft), block->text);

        while (*text >= ' ' && *text < 0x7F)
            text++;
        block->ascii = *text == '\0';
    }
}

void search_tables_make(struct draft *draft)
{
    struct index index = {.draft = draft, .met = begin_set()};
    const char *language = guide_text(draft_guide(draft), draft->guide.language);

    draft->guide.fold_z = language_is_english(language);
    meet_all(&index);
    make_folds(&index);
    free(index.met.bits);
    for (uint32_t i = 0; i < draft->guide.section_count; i++)
        add_section(draft, i);
    draft->guide.signature_count = draft->guide.section_count;
    draft->signatures = memory_zeroed(draft->guide.section_count, sizeof *draft->signatures);
    mark_ascii(draft);
}

/* Notes the words of a folded passage that begin in it. None does between ordinary bytes. */
static void sign_words(struct guide_signature *signature, const char *folded, size_t length)
{
    for (uint32_t i = 0; i < length; i++) {
        const size_t ordinary = ascii_count_ordinary(folded + i, length - i);

        if (fold_has_sign(folded + i) && !utf8_is_continuation(folded[i]) &&
            fold_is_boundary(folded, i)) {
            uint32_t bit = fold_sign(folded + i);

            signature->bits[bit / 32] |= UINT32_C(1) << bit % 32;
        }
        i += ordinary > 0 ? (uint32_t)ordinary - 1 : 0;
    }
}

void search_tables_fold_passages(struct draft *draft,
                                 void (*put)(void *self, const char *text, size_t length),
                                 void *self)
{
    const struct guide *guide = draft_guide(draft);
    struct output folded;
    size_t length = 0;
    uint32_t passage = 0;

    output_to_memory(&folded);
    for (uint32_t section = 0; section < guide->section_count; section++) {
        struct guide_signature *signature = &draft->signatures[section];

        signature->folded = (uint32_t)length;
        for (; passage < guide->passage_count && draft->passages[passage].section == section;
             passage++) {
            draft->passages[passage].folded = (uint32_t)length;
            folded.length = 0;
            fold_put(guide, guide_passage_text(guide, &draft->passages[passage]), &folded);
            output_char(&folded, '\n');
            memory_check(&folded);
            sign_words(signature, folded.data, folded.length);
            put(self, folded.data, folded.length);
            length += folded.length;
        }
        put(self, "", 1);
        length++;
    }
    free(folded.data);
}
