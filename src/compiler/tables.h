/* tables.h: the guide as constant C tables. */
#ifndef COMPILER_TABLES_H
#define COMPILER_TABLES_H

#include "guide.h"
#include "output.h"

/* Puts guide-data.c, which defines guide_data as data.h declares it. TEXT_LENGTH: bytes of
 * guide->text; NUMBER_COUNT, BLOCK_COUNT, LINK_COUNT: entries of the tables that the guide does not
 * count. */
void tables_put(struct output *, const struct guide *guide, size_t text_length, size_t number_count,
                size_t block_count, size_t link_count);

#endif
