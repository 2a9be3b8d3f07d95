/* SPDX-License-Identifier: MIT */
/* language.h: the language of a guide. */
#ifndef COMPILER_LANGUAGE_H
#define COMPILER_LANGUAGE_H

#include <stdbool.h>

/* Bytes of a primary subtag (BCP 47), without a NUL. */
enum { LANGUAGE_BYTES = 8 };

/* Stores the primary subtag of a tag, in small letters: "pt" of "pt-BR". It is empty if it is
 * longer than any language's. */
void language_primary(const char *tag, char primary[LANGUAGE_BYTES + 1]);

/* That of a guide which names none. */
#define LANGUAGE_DEFAULT "en"

/* Bytes of a tag of which folders are made, without a NUL. */
enum { LANGUAGE_TAG_BYTES = 35 };

/* Stores what the man pages of a language stand in, and what its Info manuals end in: "es" or, of
 * pt-BR, "pt_BR". A longer tag is cut. */
void language_folder(const char *tag, char folder[LANGUAGE_TAG_BYTES + 1]);

bool language_is_english(const char *tag);

#endif
