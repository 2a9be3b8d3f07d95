/* SPDX-License-Identifier: MIT */
/* unicode.h: what has to be known of characters; the only place that knows libunistring. */
#ifndef COMPILER_UNICODE_H
#define COMPILER_UNICODE_H

#include "base/output.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a source may not hold. */
struct unicode_fault {
    size_t offset, size; /* bytes before it, and its own */
    uint32_t code;       /* code point, or the byte */
    const char *what;    /* what it is, as a message says it; NULL: a byte that is not UTF-8 */
};

/* Finds the first character, at or after OFFSET, that may not be in a source: a control
 * character other than tab and newline, a bidirectional control, a line or paragraph separator; or
 * a byte that does not belong to well-formed UTF-8. Returns whether there is one. */
bool unicode_find_fault(const char *bytes, size_t length, size_t offset,
                        struct unicode_fault *fault);

/* Puts "?" for whatever in a text, which may be no UTF-8, could steer a terminal. */
void unicode_clean(char *text);

/* Columns that LENGTH bytes of text take; marks take none. */
uint32_t unicode_columns(const char *text, size_t length);

/* Whether a line break in the source between two characters stands for no space at all, as in
 * Chinese or Japanese. BEFORE ends at the break and AFTER begins there. */
bool unicode_joins_lines(const char *before, size_t before_length, const char *after,
                         size_t after_length);

/* Appends inline text, with the marks that tell columns and places to break added to the marks
 * that it holds already. BREAKS: add MARK_BREAK too. */
void unicode_put_marked(struct output *out, const char *text, size_t length, bool breaks);

/* Appends a text without its marks. */
void unicode_put_unmarked(struct output *out, const char *text);

/* Appends what a character is folded to for searching: no case, no accents, no compatibility
 * forms. */
void unicode_fold(struct output *out, uint32_t code);

/* Appends the words of a text, which may hold marks: folded as for searching, letters, digits and
 * what stands above them, with a hyphen between words. An apostrophe parts no word. */
void unicode_put_name(struct output *out, const char *text);

/* The code point at TEXT, and in SIZE its bytes. */
uint32_t unicode_character(const char *text, size_t length, size_t *size);

/* Whether a character belongs to a script that writes words without spaces. Korean does not. */
bool unicode_is_ideographic(uint32_t code);

/* Whether a text holds white space, such as a no-break space. */
bool unicode_has_space(const char *text);

/* Whether a text ends in a word, or in a sign that closes one, so that no word can follow at once.
 */
bool unicode_ends_in_word(const char *text, size_t length);

#endif
