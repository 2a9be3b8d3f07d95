/* SPDX-License-Identifier: MIT */
/* body.h: the body of a section, from CommonMark to blocks. */
#ifndef COMPILER_BODY_H
#define COMPILER_BODY_H

#include "compiler/draft.h"

/* Makes blocks of the bodies of all sections, with the notice, the list of sources and the list of
 * sections to read on that the front matter asks for. All front matter has to be read before, and
 * no section may be added after. Reports what the format refuses. */
void body_compile_all(struct draft *);

#endif
