/* SPDX-License-Identifier: MIT */
/* manual.h: the manual of a guide's reader, which is this package's and the same for every guide.
 */
#ifndef COMPILER_MANUAL_H
#define COMPILER_MANUAL_H

#include "compiler/draft.h"

/* The error that something, "part" say, has the name of the manual. */
#define MANUAL_NAME                                                                                \
    "%s '%s' has the name of the reader, whose manual is a section; choose another, or write "     \
    "'reader-manual: false' in guide.yaml"

/* Adds the manual as a section with the id of the reader, in a part of its own behind the others.
 * A guide that has a section of that id gets none, nor does one whose reader's name is no
 * identifier, or that of a node which Info uses. PART_NAMES are all names of parts. To be called
 * after all parts were read. */
void manual_add_section(struct draft *, struct names *part_names);

/* Adds the page READER(1), which holds the manual, if there is a manual and no page of that name.
 * To be called after all sections were read, since its summary is that of the section. */
void manual_add_page(struct draft *);

/* Makes the text of the manual, as though it had been read from a file READER.md. The caller frees
 * the input with input_free. */
void manual_read(struct draft *, struct input *);

#endif
