/* SPDX-License-Identifier: MIT */
/* json.c: the json format: one object, with the text of each section in the source format. */
#include "base/bits.h"
#include "base/small.h"
#include "format/markdown.h"
#include "format/render.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

struct json {
    const struct render *render;
    struct output *out;
    bool comma;           /* before the next key or item */
    unsigned depth;       /* of objects and arrays that have a line for each member */
    unsigned char *cited; /* bit N: the section cites source N */
};

static void put(struct json *json, const char *string)
{
    output_string(json->out, string);
}

/* Puts bytes of a string; in JSON a quote, a backslash and control characters are escaped. */
static void put_bytes(void *self, const char *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    struct json *json = self;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];

        if (byte == '\n') {
            put(json, "\\n");
        } else if (byte < ' ') {
            put(json, "\\u00");
            output_char(json->out, digits[byte >> 4]);
            output_char(json->out, digits[byte & 15]);
        } else {
            if (byte == '"' || byte == '\\')
                put(json, "\\");
            output_char(json->out, bytes[i]);
        }
    }
}

static void put_text(struct json *json, uint32_t text)
{
    put(json, "\"");
    render_title(guide_text(json->render->guide, text), put_bytes, json);
    put(json, "\"");
}

/* Begins a member that has a line of its own. */
static void begin_line(struct json *json)
{
    put(json, json->comma ? ",\n" : "\n");
    for (unsigned i = 0; i < json->depth; i++)
        put(json, "  ");
    json->comma = true;
}

static void put_key(struct json *json, const char *key)
{
    begin_line(json);
    put(json, "\"");
    put(json, key);
    put(json, "\": ");
}

static void open_lines(struct json *json, const char *bracket)
{
    put(json, bracket);
    json->depth++;
    json->comma = false;
}

static void close_lines(struct json *json, const char *bracket)
{
    json->depth--;
    json->comma = false;
    begin_line(json);
    put(json, bracket);
}

static void put_text_member(struct json *json, const char *key, uint32_t text)
{
    put_key(json, key);
    put_text(json, text);
}

static void put_flag_member(struct json *json, const char *key, bool flag)
{
    put_key(json, key);
    put(json, flag ? "true" : "false");
}

/* An array is on one line. */
static void begin_array(struct json *json, const char *key)
{
    put_key(json, key);
    put(json, "[");
    json->comma = false;
}

static void put_item(struct json *json, uint32_t text)
{
    put(json, json->comma ? ", " : "");
    put_text(json, text);
    json->comma = true;
}

static void end_array(struct json *json)
{
    put(json, "]");
    json->comma = true;
}

static uint32_t text_itself(const struct guide *guide, uint32_t number)
{
    (void)guide;
    return number;
}

static uint32_t topic_id(const struct guide *guide, uint32_t number)
{
    return guide->topics[number].id;
}

static uint32_t section_id(const struct guide *guide, uint32_t number)
{
    return guide->sections[number].id;
}

/* Puts a list of numbers; TEXT_OF tells the text that a number means. */
static void put_list(struct json *json, const char *key, struct guide_range list,
                     uint32_t (*text_of)(const struct guide *, uint32_t number))
{
    const struct guide *guide = json->render->guide;

    begin_array(json, key);
    for (uint32_t i = 0; i < list.count; i++)
        put_item(json, text_of(guide, guide->numbers[list.first + i]));
    end_array(json);
}

static void put_roles(struct json *json, uint32_t roles)
{
    const struct guide *guide = json->render->guide;

    begin_array(json, "roles");
    for (uint32_t role = 0; role < guide->role_count; role++)
        if (roles >> role & 1)
            put_item(json, guide->roles[role].id);
    end_array(json);
}

/* Puts a source that was not cited before. */
static void put_citation(void *self, uint32_t source)
{
    struct json *json = self;

    if (!bits_has(json->cited, source))
        put_item(json, json->render->guide->sources[source].id);
    bits_set(json->cited, source);
}

/* Puts the ids of the sources that the visible body of a section cites, in the order in which it
 * cites them. */
static void put_sources(struct json *json, const struct guide_section *section)
{
    const struct guide *guide = json->render->guide;
    const struct guide_block *block = guide->blocks + section->blocks.first;

    begin_array(json, "sources");
    memset(json->cited, 0, bits_size(guide->source_count));
    for (const struct guide_block *end = block + section->blocks.count; block < end; block++)
        if ((block->roles & json->render->selection->roles) != 0)
            render_citations(guide, block, put_citation, json);
    end_array(json);
}

static void put_body(struct json *json, const struct guide_section *section)
{
    struct render render = *json->render;
    struct output body;

    output_to_memory(&body);
    render.out = &body;
    markdown_body(&render, section);
    put_key(json, "markdown");
    put(json, "\"");
    put_bytes(json, body.data, body.length);
    put(json, "\"");
    if (body.error != 0)
        output_fail(json->out);
    free(body.data);
}

static void put_section(struct json *json, const struct guide_section *section)
{
    begin_line(json);
    open_lines(json, "{");
    put_text_member(json, "id", section->id);
    put_text_member(json, "title", section->title);
    put_text_member(json, "summary", section->summary);
    put_text_member(json, "part", json->render->guide->parts[section->part].id);
    put_roles(json, section->roles);
    put_list(json, "topics", section->topics, topic_id);
    put_list(json, "aliases", section->aliases, text_itself);
    put_list(json, "index", section->index_words, text_itself);
    put_list(json, "asks", section->asks, text_itself);
    put_list(json, "see", section->see, section_id);
    put_sources(json, section);
    put_flag_member(json, "notice", section->notice);
    if (section->lists_sources) {
        put_key(json, "list");
        put(json, "\"sources\"");
    }
    put_body(json, section);
    close_lines(json, "}");
}

static void put_guide(struct json *json)
{
    const struct guide *guide = json->render->guide;

    put_key(json, "guide");
    open_lines(json, "{");
    put_text_member(json, "name", guide->name);
    put_text_member(json, "title", guide->title);
    put_text_member(json, "version", guide->version);
    put_text_member(json, "edition", guide->edition);
    put_text_member(json, "language", guide->language);
    put_text_member(json, "notice", guide->notice);
    put_text_member(json, "copyright", guide->copyright);
    close_lines(json, "}");
}

/* Puts the contents of the role of a front page. */
static void put_contents(struct json *json, const struct guide_role *role)
{
    const struct guide *guide = json->render->guide;

    put_key(json, "contents");
    open_lines(json, "[");
    for (uint32_t i = 0; i < role->groups.count; i++) {
        const struct guide_group *group = &guide->groups[role->groups.first + i];

        begin_line(json);
        open_lines(json, "{");
        put_text_member(json, "title", group->title);
        put_list(json, "sections", group->sections, section_id);
        close_lines(json, "}");
    }
    close_lines(json, "]");
}

void render_json(const struct render *render)
{
    struct json json = {.render = render, .out = render->out};

    json.cited = malloc(bits_size(render->guide->source_count));
    if (json.cited == NULL) {
        output_fail(render->out);
        return;
    }
    open_lines(&json, "{");
    put_guide(&json);
    if (render->selection->front != NULL)
        put_contents(&json, render->selection->front);
    put_key(&json, "sections");
    open_lines(&json, "[");
    for (uint32_t i = 0; i < render->selection->count; i++)
        put_section(&json, &render->guide->sections[render->selection->sections[i]]);
    close_lines(&json, "]");
    close_lines(&json, "}");
    put(&json, "\n");
    free(json.cited);
}
