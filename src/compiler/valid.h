/* SPDX-License-Identifier: MIT */
/* valid.h: whether a text of the source has the form that is asked for. */
#ifndef COMPILER_VALID_H
#define COMPILER_VALID_H

#include "compiler/diagnostics.h"

#include <stdbool.h>

/* Whether TEXT is a day of the calendar, YYYY-MM-DD. */
bool valid_is_date(const char *text);

/* Whether it can be a tag of BCP 47: letters, then parts of letters and digits. */
bool valid_is_language(const char *text);

/* Whether it can be part of a file's name. */
bool valid_is_file_name(const char *text);

/* Whether it calls a number, or sends a message to one: tel: or sms:, digits and hyphens, and
 * before them a plus. */
bool valid_is_call(const char *text);

/* Whether it is an address on the web: https or http. */
bool valid_is_web_address(const char *text);

/* Whether a link may lead to it: https, http, or mailto with a name and a host. */
bool valid_is_address(const char *text);

/* The same for an address that is itself the text that is shown: it has to be one word. */
bool valid_is_bare_address(const char *text);

/* Whether it is a DOI such as 10.1000/182. */
bool valid_is_doi(const char *text);

/* Whether it can be a section of the manual, such as 7 or 3ssl. */
bool valid_is_manual_section(const char *text);

/* Whether it names an Info manual, and after # a node in it: coreutils, coreutils#ls invocation. A
 * node's name has no sign that ends it in Info, or that Texinfo or a shell reads as markup. */
bool valid_is_info_node(const char *text);

/* Whether it is an identifier, [a-z][a-z0-9-]*. */
bool valid_is_identifier(const char *text);

/* Whether it is the name of a node that Info uses itself. */
bool valid_is_reserved_node(const char *text);

/* The same; reports it if not. */
bool valid_check_identifier(const char *kind, const char *text, struct place place,
                            struct diagnostics *);

#endif
