/* SPDX-License-Identifier: MIT */
/* site.c: the files of a web site: which there are, and what each may use. */
#include "compiler/site.h"

#include "compiler/lookup_tables.h"
#include "compiler/memory.h"
#include "compiler/outputs.h"
#include "compiler/search_tables.h"
#include "compiler/site_pages.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <string.h>

/* Two kinds of pages: the search has more scripts. */
struct site {
    struct draft *draft;
    struct outputs outputs;
    struct html_site usual, search;
    struct output usual_policy, search_policy;
    uint32_t *places;
};

/* Allows a script by its hash. */
static void allow(struct output *policy, const char *script)
{
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    char encoded[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];

    sha256_init(&context);
    sha256_update(&context, strlen(script), (const uint8_t *)script);
    sha256_digest(&context, sizeof digest, digest);
    base64_encode_raw(encoded, sizeof digest, digest);
    output_string(policy, " 'sha256-");
    output_put(policy, encoded, sizeof encoded);
    output_char(policy, '\'');
}

/* Begins a policy; the caller may allow more scripts. The style is a file beside the page. */
static void begin_policy(struct output *policy)
{
    output_to_memory(policy);
    output_string(policy,
                  "base-uri 'none'; form-action 'none'; style-src 'self' file:; script-src");
    allow(policy, site_exit_script());
}

static void begin_site(struct site *site, struct draft *draft)
{
    site->draft = draft;
    site->places = html_list_places(draft_guide(draft));
    if (site->places == NULL)
        memory_exhausted();
    site->usual = (struct html_site){.script = site_exit_script(), .places = site->places};
    site->search = site->usual;
    begin_policy(&site->usual_policy);
    site->usual.policy = memory_end_text(&site->usual_policy);
    begin_policy(&site->search_policy);
    allow(&site->search_policy, site_lookup_script());
    allow(&site->search_policy, site_search_script());
    site->search.policy = memory_end_text(&site->search_policy);
}

/* A page while it is written: what renders it, and what. */
struct page {
    const char *name;
    const struct html_site *site;
    const struct selection *selection;
    void (*put)(const struct render *);
};

static int write_page(struct site *site, const struct page *page)
{
    const struct render_options options = {.site = page->site};
    const struct render render = {&site->outputs.out, draft_guide(site->draft), page->selection,
                                  &options};
    int error = outputs_open(&site->outputs, page->name);

    if (error != 0)
        return error;
    page->put(&render);
    return outputs_close(&site->outputs);
}

/* Writes the Nth page, from 0, of those that are called NAME. */
static int write_part(struct site *site, const char *base, uint32_t n,
                      const struct selection *selection, void (*put)(const struct render *))
{
    struct html_site own = site->usual;
    struct output name;
    int error;

    own.part = n;
    output_to_memory(&name);
    output_string(&name, base);
    if (n > 0) {
        output_char(&name, '_');
        output_number(&name, n + 1);
    }
    output_string(&name, HTML_SUFFIX);
    memory_end_text(&name);
    error = write_page(site, &(struct page){name.data, &own, selection, put});
    free(name.data);
    return error;
}

static int write_section(struct site *site, uint32_t index)
{
    const struct guide *guide = draft_guide(site->draft);
    const struct guide_section *section = &guide->sections[index];
    const struct facets facets = {.sections = &index, .section_count = 1};
    struct selection selection;
    int error = 0;

    if (!select_sections(guide, &facets, &selection))
        memory_exhausted();
    for (uint32_t i = 0; error == 0 && i < html_part_count(guide, section); i++)
        error = write_part(site, guide_text(guide, section->id), i, &selection, render_html);
    select_free(&selection);
    return error;
}

/* Writes the front page of a role, without the sections. EMPTY is a selection of nothing. */
static int write_role(struct site *site, uint32_t index, const struct selection *empty)
{
    const struct guide *guide = draft_guide(site->draft);
    struct selection selection = *empty;

    selection.roles = UINT32_C(1) << index;
    selection.front = &guide->roles[index];
    return write_part(site, guide_text(guide, selection.front->id), 0, &selection, render_html);
}

static int write_whole(struct site *site)
{
    static const struct facets book = {0};
    struct selection selection;
    int error;

    if (!select_sections(draft_guide(site->draft), &book, &selection))
        memory_exhausted();
    error = write_page(site, &(struct page){HTML_WHOLE, &site->usual, &selection, render_html});
    select_free(&selection);
    return error;
}

static int write_style(struct outputs *outputs)
{
    int error = outputs_open(outputs, HTML_STYLE);

    if (error != 0)
        return error;
    output_string(&outputs->out, html_style);
    output_string(&outputs->out, site_style());
    return outputs_close(outputs);
}

static int write_pages(struct site *site)
{
    const struct guide *guide = draft_guide(site->draft);
    unsigned char *members = memory_zeroed(bits_size(guide->section_count), 1);
    const struct selection empty = {.roles = GUIDE_ALL_ROLES, .members = members};
    const struct page pages[] = {
        {HTML_OPENING, &site->usual, &empty, site_put_opening},
        {HTML_CONTENTS, &site->usual, &empty, site_put_contents},
        {HTML_SEARCH, &site->search, &empty, site_put_search},
    };
    int error = write_whole(site);

    for (size_t i = 0; error == 0 && i < sizeof pages / sizeof *pages; i++)
        error = write_page(site, &pages[i]);
    for (uint32_t i = 0; error == 0 && i < site_word_pages(guide); i++)
        error = write_part(site, HTML_WORDS_BASE, i, &empty, site_put_words);
    for (uint32_t i = 0; error == 0 && i < guide->role_count; i++)
        error = write_role(site, i, &empty);
    for (uint32_t i = 0; error == 0 && i < guide->section_count; i++)
        error = write_section(site, i);
    free(members);
    return error;
}

int site_write(struct draft *draft, const char *directory)
{
    struct site site;
    int error = outputs_begin(&site.outputs, directory);

    search_tables_make(draft);
    lookup_tables_make(draft);
    begin_site(&site, draft);
    if (error == 0)
        error = write_pages(&site);
    if (error == 0)
        error = write_style(&site.outputs);
    free(site.places);
    free(site.usual_policy.data);
    free(site.search_policy.data);
    return outputs_end(&site.outputs, error);
}
