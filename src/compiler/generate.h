/* generate.h: blocks that the front matter asks for. */
#ifndef COMPILER_GENERATE_H
#define COMPILER_GENERATE_H

#include "build.h"
#include "running.h"

/* Adds the guide's notice as running text; 0 if it has none. */
uint32_t generate_notice_text(struct build *, struct running *);

/* Adds a block with that text. */
void generate_notice(struct build *, uint32_t text);

/* Adds the list of all sources. */
void generate_sources(struct build *);

/* Adds the line that says where to read on after a section. */
void generate_see(struct build *, struct running *, uint32_t section);

#endif
