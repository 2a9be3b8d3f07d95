/* SPDX-License-Identifier: MIT */
/* bibliography.c: sources.yaml, the sources that a guide cites. */
#include "compiler/bibliography.h"

#include "compiler/keys.h"
#include "compiler/memory.h"
#include "compiler/valid.h"
#include "compiler/values.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum source_keys { AUTHOR, YEAR, TITLE, IN, URL, DOI, SOURCE_KEYS };

/* An entry of sources.yaml. */
struct entry {
    const struct yaml_tree *id;
    const struct yaml_tree *values[SOURCE_KEYS];
};

static int compare_values(const struct yaml_tree *a, const struct yaml_tree *b)
{
    return strcmp(a != NULL ? a->text : "", b != NULL ? b->text : "");
}

static int compare_entries(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int order = 0;

    for (size_t key = AUTHOR; order == 0 && key <= TITLE; key++)
        order = compare_values(a->values[key], b->values[key]);
    return order != 0 ? order : strcmp(a->id->text, b->id->text);
}

/* Adds a part of a reference, and the full stop after it unless it has one. */
static void put_part(struct output *out, const struct yaml_tree *value, const char *before,
                     const char *after)
{
    if (value == NULL)
        return;
    if (out->length > 0)
        output_char(out, ' ');
    output_string(out, before);
    output_put(out, value->text, value->length);
    output_string(out, after);
    if (out->length > 0 && strchr(".?!", out->data[out->length - 1]) == NULL)
        output_char(out, '.');
}

static void put_encoded(struct output *out, unsigned char byte)
{
    static const char digits[] = "0123456789ABCDEF";

    output_char(out, '%');
    output_char(out, digits[byte >> 4]);
    output_char(out, digits[byte & 0xF]);
}

/* Adds the address of a DOI. What an address would end with, or cannot hold, is encoded: old DOIs
 * have it. */
static void put_doi(struct output *out, const char *doi)
{
    output_string(out, "https://doi.org/");
    for (; *doi != '\0'; doi++) {
        if ((unsigned char)*doi >= 0x80 || strchr("\"#%<>?[\\]^`{|}", *doi) != NULL)
            put_encoded(out, (unsigned char)*doi);
        else
            output_char(out, *doi);
    }
}

/* Adds the whole reference as inline text: Author (Year). Title. In. Address */
static void add_reference(struct draft *draft, struct guide_source *source,
                          const struct entry *entry)
{
    const struct yaml_tree *doi = entry->values[DOI], *url = entry->values[URL];
    const struct yaml_tree *author = entry->values[AUTHOR], *year = entry->values[YEAR];
    struct output out, address;

    output_to_memory(&out);
    output_to_memory(&address);
    source->links.first = draft->guide.link_count;
    if (author != NULL)
        output_put(&out, author->text, author->length);
    put_part(&out, year, "(", ")");
    if (author != NULL && year == NULL)
        output_char(&out, '.');
    put_part(&out, entry->values[TITLE], "", "");
    put_part(&out, entry->values[IN], "", "");
    if (doi != NULL)
        put_doi(&address, doi->text);
    else if (url != NULL)
        output_string(&address, url->text);
    if (address.length > 0) {
        output_char(&out, ' ');
        output_char(&out, MARK_LINK);
        output_put(&out, address.data, address.length);
        output_char(&out, MARK_LINK_END);
        draft_link(draft, LINK_URL, draft_text(draft, address.data, address.length), true);
        source->links.count = 1;
    }
    memory_check(&out);
    memory_check(&address);
    source->entry = draft_text(draft, out.data, out.length);
    free(out.data);
    free(address.data);
}

static void add_source(struct draft *draft, const struct entry *entry)
{
    uint32_t index = draft->guide.source_count++;
    struct guide_source *source;

    keys_check(entry->values[URL], valid_is_bare_address, "is no address; write it as https://...",
               draft->diagnostics);
    keys_check(entry->values[DOI], valid_is_doi, "is no DOI; write it as 10.1000/182",
               draft->diagnostics);
    valid_check_identifier("source", entry->id->text, entry->id->place, draft->diagnostics);
    names_add(&draft->source_names, entry->id->text, index, entry->id->place);
    draft->sources =
        memory_grow(draft->sources, index, &draft->source_capacity, sizeof *draft->sources);
    source = &draft->sources[index];
    *source = (struct guide_source){0};
    source->id = values_text(draft, entry->id);
    source->author = values_text(draft, entry->values[AUTHOR]);
    source->year = values_text(draft, entry->values[YEAR]);
    source->title = values_text(draft, entry->values[TITLE]);
    source->in = values_text(draft, entry->values[IN]);
    source->url = values_text(draft, entry->values[URL]);
    source->doi = values_text(draft, entry->values[DOI]);
    add_reference(draft, source, entry);
}

int bibliography_read(struct draft *draft, const char *directory)
{
    static const struct key keys[SOURCE_KEYS] = {
        [AUTHOR] = {"author", KEY_TEXT, false}, [YEAR] = {"year", KEY_TEXT, false},
        [TITLE] = {"title", KEY_TEXT, true},    [IN] = {"in", KEY_TEXT, false},
        [URL] = {"url", KEY_TEXT, false},       [DOI] = {"doi", KEY_TEXT, false},
    };
    struct yaml_tree *root;
    struct entry *entries;
    size_t count = 0;
    int error = keys_read_file(directory, "sources.yaml", &draft->bibliography_input, &root,
                               draft->diagnostics);

    draft->bibliography_tree = root;
    draft->source_names.incomplete = root == NULL && error != ENOENT;
    if (root == NULL)
        return error == ENOENT ? 0 : error;
    variables_fill(&draft->variables, root, draft->diagnostics);
    entries = memory_zeroed(root->count / 2, sizeof *entries);
    for (size_t i = 0; i + 1 < root->count; i += 2) {
        struct entry *entry = &entries[count];

        entry->id = &root->children[i];
        if (root->children[i + 1].kind != YAML_TREE_MAP) {
            diagnostics_add(draft->diagnostics, entry->id->place,
                            "source '%s' has to be a map: its keys, such as 'title: ...', stand "
                            "indented below",
                            entry->id->text);
            draft->source_names.incomplete = true;
            continue;
        }
        keys_read_map(&root->children[i + 1], keys, SOURCE_KEYS, "source", entry->values,
                      draft->diagnostics);
        count++;
    }
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++)
        add_source(draft, &entries[i]);
    free(entries);
    /* A key that is given twice was reported when the file was parsed. */
    names_sort(&draft->source_names, NULL);
    return 0;
}
