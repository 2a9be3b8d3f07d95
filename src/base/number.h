/* number.h: reading numbers that somebody wrote. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Reads a decimal number. Returns false if TEXT is anything else, or needs more than 32 bits. */
bool number_parse(const char *text, uint32_t *number);

#endif
