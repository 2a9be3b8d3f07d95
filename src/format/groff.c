/* SPDX-License-Identifier: MIT */
/* groff.c: the groff format: a document for paper, as in `groff -k -Tpdf`. It brings its macros.
 *
 * Page numbers are known only when all is set, and so groff is run twice: what the first run says
 * on standard error are definitions of strings, `.ds s12 34`, which are read before the document in
 * the second. */
#include "base/ascii.h"
#include "base/small.h"
#include "format/macros.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct groff {
    struct macros macros; /* first, since it is given as one */
    const struct guide_section *section;
};

/* The macros, in which backslashes are not doubled (.eo). Measures are those of a page without
 * cover; a page of any size has the same margins. What `bare` says is no page's own: the page that
 * is set then has neither head nor foot. */
static const char definitions[] =
    /* clang-format off */
    ".if !r paper-width .nr paper-width \\n[.l]u+2i\n"
    ".po 2.5c\n"
    ".ll \\n[paper-width]u-5c\n"
    ".pc\n"
    ".nh\n"
    ".char \\- \\N'45'\n"
    ".ev frame\n"
    ".fam H\n"
    ".ps 8\n"
    ".vs 10p\n"
    ".lt \\n[paper-width]u-5c\n"
    ".ll \\n[paper-width]u-5c\n"
    ".ad l\n"
    ".ev\n"
    ".nr bare 0\n"
    ".nr has-cover 0\n"
    ".nr margin 0\n"
    ".nr depth 0\n"
    ".nr page-due 0\n"
    ".nr sheet 0\n"
    ".nr company 0\n"
    ".if !r text-size .nr text-size 11\n"
    ".nr heading-size \\n[text-size]+1\n"
    ".nr title-size \\n[text-size]+4\n"
    ".nr foot-height \\n[text-size]p*29/22+1.9c\n"
    ".eo\n"
    ".ds blank \\v'.15m'\\D'l \\$1u*\\n[column]u 0'\\v'-.15m'\n"
    ".ds page \\*[\\$1]\n"
    /* What is said, once the place of the next block is sure. */
    ".de land\n"
    ".if d landing .tm .ds \\*[landing] \\n[%]\n"
    ".rm landing\n"
    "..\n"
    ".de target\n"
    ".put-paragraph\n"
    ".ds landing \\$1\n"
    "..\n"
    /* .room GAP NEED: leaves GAP, where NEED has room on the page. */
    ".de room\n"
    ".if \\n[page-due] .bp\n"
    ".nr page-due 0\n"
    ".ne \\$1+\\$2\n"
    ".nr began \\n[fresh]\n"
    ".nr fresh 0\n"
    ".sp \\$1\n"
    ".land\n"
    "..\n"
    ".de block\n"
    ".put-paragraph\n"
    ".room \\$1 \\$2\n"
    "..\n"
    /* .paragraph GAP: a paragraph is held until its lines can be counted, so that no page begins or
     * ends with one line of it. */
    ".de paragraph\n"
    ".put-paragraph\n"
    ".nr gap \\$1\n"
    ".di paragraph-held\n"
    "..\n"
    ".de put-paragraph\n"
    ".br\n"
    ".if '\\n[.z]'paragraph-held' \\{\\\n"
    ".  di\n"
    ".  nr lines \\n[dn]/\\n[.v]\n"
    ".  nr least \\n[lines]<?2\n"
    ".  if \\n[lines]=3 .nr least 3\n"
    ".  nr need \\n[least]-1*\\n[.v]+\\n[company]+1\n"
    ".  room \\n[gap]u \\n[need]u\n"
    ".  nr company 0\n"
    ".  nr fit \\n[.t]-1/\\n[.v]+1\n"
    ".  nr early \\n[fit]-1*\\n[.v]+\\n[nl]\n"
    ".  if \\n[lines]-\\n[fit]=1 .if \\n[fit]>2 .ch page-foot \\n[early]u\n"
    ".  in 0\n"
    ".  nf\n"
    ".  paragraph-held\n"
    ".  fi\n"
    ".  in \\n[margin]u\n"
    ".\\}\n"
    "..\n"
    ".de body\n"
    ".fam T\n"
    ".ft R\n"
    ".ps \\n[text-size]\n"
    ".vs \\n[text-size]p*29/22\n"
    ".ad l\n"
    ".in \\n[margin]u\n"
    "..\n"
    /* .display SIZE TEXT */
    ".de display\n"
    ".fam H\n"
    ".ft B\n"
    ".ps \\$1\n"
    ".vs \\$1p*6/5\n"
    ".shift\n"
    "\\$*\n"
    ".br\n"
    ".body\n"
    "..\n"
    /* Sections: the macros of man(7). */
    ".de SH\n"
    ".nr margin 0\n"
    ".block 2v 8v\n"
    ".in 0\n"
    ".ds section \\$*\n"
    ".if \\n[began] .ds head \\$*\n"
    ".if d pdfbookmark .if !'\\*[outline]'' .pdfbookmark 1 \\*[outline]\n"
    ".ds outline\n"
    ".display \\n[title-size] \\$*\n"
    ".sp .4v\n"
    ".paragraph 0\n"
    "..\n"
    ".de SS\n"
    ".nr margin 0\n"
    ".block 1v 5v\n"
    ".in 0\n"
    ".display \\n[heading-size] \\$*\n"
    ".sp .2v\n"
    ".paragraph 0\n"
    "..\n"
    /* A heading that is a paragraph comes with lines of what it is about. */
    ".de small-heading\n"
    ".put-paragraph\n"
    ".nr company 4v\n"
    "..\n"
    ".de PP\n"
    ".paragraph .5v\n"
    ".in \\n[margin]u\n"
    "..\n"
    ".de IP\n"
    ".paragraph .5v\n"
    ".in \\n[margin]u+\\$2n\n"
    "..\n"
    ".de TP\n"
    ".paragraph .5v\n"
    ".hang \\$1\n"
    "..\n"
    ".de TQ\n"
    ".paragraph 0\n"
    ".hang \\$1\n"
    "..\n"
    /* The next line is a tag; what follows stands beside it, indented where it has room. */
    ".de hang\n"
    ".nr hang \\$1n\n"
    ".in 0\n"
    ".di tag\n"
    ".it 1 tagged\n"
    "..\n"
    ".de tagged\n"
    ".br\n"
    ".di\n"
    ".in \\n[margin]u+\\n[hang]u\n"
    ".ti \\n[margin]u\n"
    ".ie \\n[dl]+1n>\\n[hang] \\{\\\n"
    ".  unformat tag\n"
    ".  tag\n"
    "\\h'.5n'\\c\n"
    ".\\}\n"
    ".el \\{\\\n"
    ".  chop tag\n"
    "\\*[tag]\\h'\\n[hang]u-\\n[dl]u'\\c\n"
    ".\\}\n"
    "..\n"
    ".de RS\n"
    ".br\n"
    ".nr depth +1\n"
    ".nr margin-\\n[depth] \\n[margin]\n"
    ".nr margin +\\$1n\n"
    ".in \\n[margin]u\n"
    "..\n"
    ".de RE\n"
    ".br\n"
    ".nr margin \\n[margin-\\n[depth]]\n"
    ".nr depth -1\n"
    ".in \\n[margin]u\n"
    "..\n"
    ".de EX\n"
    ".nr company 2v\n"
    ".put-paragraph\n"
    ".nf\n"
    ".fam C\n"
    ".ps 10\n"
    ".vs 13p\n"
    "..\n"
    ".de EE\n"
    ".br\n"
    ".fi\n"
    ".body\n"
    "..\n"
    /* .sheet NAME TITLE: a form to write on has a page of its own, lines 8 mm apart. */
    ".de sheet\n"
    ".put-paragraph\n"
    /* Where nothing is on the page yet, .bp does nothing. */
    ".ie \\n[.ns] .nr on-sheet 1\n"
    ".el \\{\\\n"
    ".  nr sheet 1\n"
    ".  bp\n"
    ".\\}\n"
    ".nr sheet-page \\n[%]\n"
    ".tm .ds sheet-\\$1 \\n[%]\n"
    ".shift\n"
    ".in 0\n"
    ".display 15 \\$*\n"
    ".sp .4c\n"
    ".nf\n"
    ".fam C\n"
    ".ps 11\n"
    ".vs .8c\n"
    ".nr column \\w'0'\n"
    "..\n"
    ".de sheet-gap\n"
    ".sp .4c\n"
    "..\n"
    ".de sheet-end\n"
    ".br\n"
    ".if !\\n[%]=\\n[sheet-page] .tm \\*[command]: this form takes more than a page\n"
    ".fi\n"
    ".body\n"
    ".nr page-due 1\n"
    "..\n"
    /* The cover, and the contents. */
    ".de cover-guide\n"
    ".sp 3c\n"
    ".display 13 \\$*\n"
    "..\n"
    ".de cover-title\n"
    ".sp .8c\n"
    ".display 28 \\$*\n"
    "..\n"
    ".de cover-summary\n"
    ".sp .6c\n"
    ".ps 15\n"
    ".vs 20p\n"
    "\\$*\n"
    ".br\n"
    ".body\n"
    "..\n"
    ".de cover-notice\n"
    ".sp 2c\n"
    "\\l'\\n[.l]u\\(ru'\n"
    ".sp .4c\n"
    ".ps 13\n"
    ".vs 18p\n"
    ".ft B\n"
    "..\n"
    ".de cover-keep\n"
    ".br\n"
    ".sp .4c\n"
    ".ft R\n"
    "..\n"
    ".de cover-end\n"
    ".br\n"
    "\\l'\\n[.l]u\\(ru'\n"
    ".body\n"
    "..\n"
    ".de cover-foot\n"
    ".br\n"
    ".sp |\\n[.p]u-4.5c\n"
    ".ps 9\n"
    ".vs 12p\n"
    "\\$*\n"
    ".br\n"
    ".nr bare 0\n"
    "..\n"
    ".de contents\n"
    ".ds section \\$*\n"
    ".bp\n"
    ".display 20 \\$*\n"
    "..\n"
    ".de contents-group\n"
    ".ne 5v\n"
    ".sp .8v\n"
    ".display 12 \\$*\n"
    ".sp .2v\n"
    "..\n"
    ".de contents-entry\n"
    ".ds number \\*[\\$1]\n"
    ".shift\n"
    ".ta \\n[.l]uR\n"
    ".lc .\n"
    "\\$* \001\\*[number]\n"
    ".br\n"
    "..\n"
    ".de contents-end\n"
    ".ds section\n"
    ".bp\n"
    "..\n"
    /* Heads and feet. */
    ".de page-top\n"
    ".wh -\\n[foot-height]u page-foot\n"
    ".nr on-sheet \\n[sheet]\n"
    ".nr on-bare \\n[bare]\n"
    ".nr sheet 0\n"
    ".nr fresh 1\n"
    ".ds head \\*[section]\n"
    "'sp |2.4c\n"
    ".ns\n"
    "..\n"
    /* The head is put when it is known what the page holds. */
    ".de page-foot\n"
    ".ch page-foot\n"
    ".ev frame\n"
    "'sp |1.3c\n"
    ".ie \\n[on-sheet] \\{\\\n"
    "\\*[notice]\n"
    ".  br\n"
    ".\\}\n"
    ".el .if !\\n[on-bare] .if \\n[has-cover] .tl '\\*[title]''\\*[head]'\n"
    "'sp |\\n[.p]u-1.4c\n"
    ".ie \\n[on-sheet] .tl '\\*[foot]''\\*[command]'\n"
    ".el .if !\\n[on-bare] .tl '\\*[foot]''\\n[%]'\n"
    "\\*[copyright]\n"
    ".br\n"
    ".ev\n"
    "'bp\n"
    "..\n"
    ".de document\n"
    ".nr bare \\$1\n"
    ".nr has-cover \\$1\n"
    ".nr margin 0\n"
    ".nr depth 0\n"
    ".nr page-due 0\n"
    ".nr sheet 0\n"
    ".ds section\n"
    ".ie \\n[nl]<0 .pn 1\n"
    ".el .bp 1\n"
    ".if d pdfinfo .if !'\\*[outline]'' .pdfinfo /Title \\*[outline]\n"
    ".ds outline\n"
    ".body\n"
    "..\n"
    ".wh 0 page-top\n"
    ".ec\n";
/* clang-format on */

/* A text for the outline and the properties of a PDF, where groff 1.22 takes ASCII alone. */
struct property {
    struct output text; /* in memory */
    bool is_ascii;
};

static void put_likeness(void *self, const char *bytes, size_t length)
{
    struct property *property = self;

    for (unsigned size; length > 0; bytes += size, length -= size) {
        const char *ascii = (size = 1, ascii_is_text(*bytes)) ? NULL : ascii_for(bytes, &size);

        if (ascii == NULL && *bytes != '\\')
            output_char(&property->text, *bytes);
        else if (ascii != NULL && *ascii != '?')
            output_string(&property->text, ascii);
        else
            property->is_ascii = false;
    }
}

/* Makes a string of that; an empty one, so that there is no such entry, of what is not ASCII. */
static void put_property(struct groff *groff, const char *name, const char *text)
{
    struct output *out = groff->macros.render->out;
    struct property property = {.is_ascii = true};

    output_to_memory(&property.text);
    render_title(text, put_likeness, &property);
    output_string(out, ".ds ");
    output_string(out, name);
    output_string(out, " \"");
    if (property.is_ascii && property.text.error == 0)
        output_put(out, property.text.data, property.text.length);
    output_char(out, '\n');
    if (property.text.error != 0)
        output_fail(out);
    free(property.text.data);
}

/* Makes a string of a text. */
static void put_string(struct groff *groff, const char *name, const char *text)
{
    output_string(groff->macros.render->out, ".ds ");
    output_string(groff->macros.render->out, name);
    if (*text == '\0')
        output_char(groff->macros.render->out, '\n');
    else
        macros_put_text(&groff->macros, " \"", text, NULL);
}

/* Puts a macro with a name made of LETTER and a number, and a text behind it if there is one. */
static void put_named(struct groff *groff, const char *macro, char letter, uint32_t number,
                      const char *text)
{
    struct output *out = groff->macros.render->out;

    output_string(out, macro);
    output_char(out, letter);
    output_number(out, number);
    if (*text == '\0')
        output_char(out, '\n');
    else
        macros_put_text(&groff->macros, " ", text, NULL);
}

static uint32_t index_of(const struct groff *groff, const struct guide_section *section)
{
    return (uint32_t)(section - groff->macros.render->guide->sections);
}

/* Adds the number of the page on which a section, or place, begins. */
static void put_page(struct macros *macros, char letter, uint32_t number)
{
    const char *label = guide_label(macros->render->guide, LABEL_PAGE);
    const char *place = strchr(label, MARK_PLACE);
    size_t before = (size_t)(place - label);
    char escape[sizeof "\\*[x4294967295]"];

    snprintf(escape, sizeof escape, "\\*[%c%lu]", letter, (unsigned long)number);
    if (before > 0 && label[before - 1] == ' ')
        before--;
    roff_text(&macros->roff, label, before, ROFF_PROSE);
    if (label[before] == ' ')
        roff_escape(&macros->roff, "\\~");
    roff_escape(&macros->roff, escape);
    macros_put_string(macros, place + 1, ROFF_PROSE);
}

static void put_hint(void *self, const char *string)
{
    macros_put_string(self, string, ROFF_LITERAL);
}

static void refer(struct macros *macros, enum hint hint, const struct guide_link *link)
{
    const struct hint_style elsewhere = {{[HINT_SECTION] = {" (", ")"}}, put_hint, put_hint};

    if (hint == HINT_SECTION) {
        hints_put(macros->render, &macros->nesting, link, &elsewhere, macros);
        return;
    }
    macros_put_string(macros, " (", ROFF_PROSE);
    put_page(macros, link->kind == LINK_PLACE ? 'p' : 's', link->target);
    macros_put_string(macros, ")", ROFF_PROSE);
}

/* --- Sheets: code with space to write --- */

static void put_sheet_text(void *self, const char *bytes, size_t length)
{
    struct groff *groff = self;
    char escape[sizeof "\\*[blank 4294967295]"];

    while (length > 0) {
        size_t blank = 0, text = 0;

        while (blank < length && bytes[blank] == '_')
            blank++;
        if (blank >= RENDER_LEAST_BLANK) {
            snprintf(escape, sizeof escape, "\\*[blank %lu]", (unsigned long)(uint32_t)blank);
            roff_escape(&groff->macros.roff, escape);
        } else {
            text = blank;
            while (text < length && bytes[text] != '_')
                text++;
            blank = 0;
            roff_text(&groff->macros.roff, bytes, text, ROFF_LITERAL);
        }
        bytes += blank + text;
        length -= blank + text;
    }
}

static void end_sheet_line(void *self, enum guide_mark mark, const struct guide_link *link)
{
    struct groff *groff = self;
    struct roff *roff = &groff->macros.roff;

    (void)mark;
    (void)link;
    if (roff->word.length == 0 && roff->line.length == 0)
        roff_macro(roff, ".sheet-gap");
    roff_end_text(roff);
    roff_set_line(roff, ROFF_VERBATIM);
}

static void put_sheet(struct groff *groff, const char *code)
{
    static const struct render_inlines calls = {put_sheet_text, end_sheet_line};
    const struct guide *guide = groff->macros.render->guide;

    output_string(groff->macros.render->out, ".ds command \"");
    macros_put_string(&groff->macros, guide_text(guide, guide->reader), ROFF_LITERAL);
    roff_end_word(&groff->macros.roff);
    macros_put_string(&groff->macros, guide_text(guide, groff->section->id), ROFF_LITERAL);
    roff_end_text(&groff->macros.roff);
    put_string(groff, "notice", groff->section->notice ? guide_text(guide, guide->notice) : "");
    put_named(groff, ".sheet ", 's', index_of(groff, groff->section),
              guide_text(guide, groff->section->title));
    roff_set_line(&groff->macros.roff, ROFF_VERBATIM);
    render_code(code, &calls, groff);
    roff_set_line(&groff->macros.roff, ROFF_FILLED);
    roff_macro(&groff->macros.roff, ".sheet-end");
    groff->macros.after_heading = false;
}

/* --- Sections --- */

static void put_section(void *self, const struct guide_section *section)
{
    struct groff *groff = self;

    groff->section = section;
    put_named(groff, ".target ", 's', index_of(groff, section), "");
    put_property(groff, "outline", guide_text(groff->macros.render->guide, section->title));
    macros_put_heading(&groff->macros, ".SH ",
                       guide_text(groff->macros.render->guide, section->title), NULL);
}

static void put_block(void *self, const struct guide_block *block)
{
    struct groff *groff = self;
    const char *text = guide_text(groff->macros.render->guide, block->text);

    if (render_begins_place(groff->macros.render, block) != NULL)
        put_named(groff, ".target ", 'p', block->number - 1, "");
    if (block->kind == BLOCK_CODE && render_is_sheet(text)) {
        put_sheet(groff, text);
        return;
    }
    if (block->kind == BLOCK_HEADING && block->level > 2) {
        roff_macro(&groff->macros.roff, ".small-heading");
        groff->macros.after_heading = false;
    }
    macros_put_block(&groff->macros, block);
}

/* --- The cover, and the contents --- */

static void put_text(struct groff *groff, const char *macro, const char *text)
{
    macros_put_text(&groff->macros, macro, text, NULL);
}

static void put_line(struct groff *groff, const char *text)
{
    macros_put_running(&groff->macros, text, NULL);
}

/* Where the guide has a notice, somebody may be in danger who is seen with it. */
static void put_cover_notice(struct groff *groff)
{
    const struct guide *guide = groff->macros.render->guide;
    const struct guide_link safety = {.kind = LINK_SECTION, .target = guide->notice_section - 1};

    if (*guide_text(guide, guide->notice) == '\0')
        return;
    roff_macro(&groff->macros.roff, ".cover-notice");
    macros_put_string(&groff->macros, guide_text(guide, guide->notice), ROFF_PROSE);
    if (guide->notice_section != 0)
        refer(&groff->macros,
              render_is_elsewhere(groff->macros.render, &safety) ? HINT_SECTION : HINT_HERE,
              &safety);
    roff_end_text(&groff->macros.roff);
    roff_macro(&groff->macros.roff, ".cover-keep");
    put_line(groff, guide_label(guide, LABEL_KEEP_PAPER));
    roff_macro(&groff->macros.roff, ".cover-end");
}

static void put_cover(struct groff *groff)
{
    const struct render *render = groff->macros.render;
    const struct guide *guide = render->guide;
    const struct guide_role *front = render->selection->front;

    if (front != NULL)
        put_text(groff, ".cover-guide ", guide_text(guide, guide->title));
    put_text(groff, ".cover-title ", render_called(render));
    put_text(groff, ".cover-summary ",
             guide_text(guide, front != NULL ? front->summary : guide->summary));
    put_cover_notice(groff);
    put_text(groff, ".cover-foot ", guide_label(guide, LABEL_TITLE_EDITION));
    put_line(groff, guide_text(guide, guide->copyright));
}

static void put_entry(struct groff *groff, uint32_t section)
{
    const struct guide *guide = groff->macros.render->guide;

    put_named(groff, ".contents-entry ", 's', section,
              guide_text(guide, guide->sections[section].title));
}

/* The contents: of a role, in the groups of its path; of other choices, in the parts of the book.
 */
static void put_contents(struct groff *groff)
{
    const struct guide *guide = groff->macros.render->guide;
    const struct selection *selection = groff->macros.render->selection;
    uint32_t part = UINT32_MAX;

    put_text(groff, ".contents ", guide_label(guide, LABEL_CONTENTS));
    for (uint32_t i = 0; selection->front != NULL && i < selection->front->groups.count; i++) {
        const struct guide_group *group = &guide->groups[selection->front->groups.first + i];

        if (guide_group_is_titled(guide, group))
            put_text(groff, ".contents-group ", guide_text(guide, group->title));
        for (uint32_t j = 0; j < group->sections.count; j++)
            put_entry(groff, guide->numbers[group->sections.first + j]);
    }
    for (uint32_t i = 0; selection->front == NULL && i < selection->count; i++) {
        const uint32_t section = selection->sections[i];

        if (guide->sections[section].part != part) {
            part = guide->sections[section].part;
            put_text(groff, ".contents-group ", guide_text(guide, guide->parts[part].title));
        }
        put_entry(groff, section);
    }
    roff_macro(&groff->macros.roff, ".contents-end");
}

void render_groff(const struct render *render)
{
    static const struct render_blocks calls = {put_section, put_block};
    const struct guide *guide = render->guide;
    const bool has_cover = render->selection->count > 1 || render->selection->front != NULL;
    struct groff groff = {.macros = {.render = render, .refer = refer}};

    roff_begin(&groff.macros.roff, render->out);
    roff_macro(&groff.macros.roff, ".\\\" -*- mode: nroff; coding: utf-8 -*-");
    output_string(render->out, definitions);
    put_string(&groff, "title", render_called(render));
    put_property(&groff, "outline", render_called(render));
    put_string(&groff, "foot", guide_label(guide, LABEL_TITLE_EDITION));
    put_string(&groff, "copyright", has_cover ? "" : guide_text(guide, guide->copyright));
    roff_macro(&groff.macros.roff, has_cover ? ".document 1" : ".document 0");
    if (has_cover) {
        put_cover(&groff);
        put_contents(&groff);
    }
    render_walk(render, &calls, &groff, &groff.macros.nesting);
    roff_macro(&groff.macros.roff, ".put-paragraph");
    roff_end(&groff.macros.roff);
}
