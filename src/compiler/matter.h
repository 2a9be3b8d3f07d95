/* matter.h: blocks that the front matter asks for. INLINES is scratch memory: the text that it
 * holds is lost. */
#ifndef COMPILER_MATTER_H
#define COMPILER_MATTER_H

#include "compiler/draft.h"
#include "compiler/inlines.h"

/* Adds the guide's notice as inline text; 0 if it has none. */
uint32_t matter_notice_text(struct draft *, struct inlines *);

/* Adds a block with that text. */
void matter_notice(struct draft *, uint32_t text);

/* Adds the list of all sources, for a section that asks for it. */
void matter_sources(struct draft *);

/* Adds the same with a heading, for renderings of sections that cite some of them;
 * a guide without sources has none. */
void matter_closing_list(struct draft *);

/* Adds the line that says where to read on after a section. */
void matter_see(struct draft *, struct inlines *, uint32_t section);

#endif
