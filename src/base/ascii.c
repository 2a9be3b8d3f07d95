/* SPDX-License-Identifier: MIT */
/* ascii.c: what is ASCII, and writing text where the character set is not UTF-8. */
#include "base/ascii.h"

#include "base/utf8.h"

#include <string.h>

const unsigned char ascii_kinds[UCHAR_MAX + 1] = {
    [' '] = ASCII_SPACE,    ['0'] = ASCII_ORDINARY, ['1'] = ASCII_ORDINARY, ['2'] = ASCII_ORDINARY,
    ['3'] = ASCII_ORDINARY, ['4'] = ASCII_ORDINARY, ['5'] = ASCII_ORDINARY, ['6'] = ASCII_ORDINARY,
    ['7'] = ASCII_ORDINARY, ['8'] = ASCII_ORDINARY, ['9'] = ASCII_ORDINARY, ['A'] = ASCII_ORDINARY,
    ['B'] = ASCII_ORDINARY, ['C'] = ASCII_ORDINARY, ['D'] = ASCII_ORDINARY, ['E'] = ASCII_ORDINARY,
    ['F'] = ASCII_ORDINARY, ['G'] = ASCII_ORDINARY, ['H'] = ASCII_ORDINARY, ['I'] = ASCII_ORDINARY,
    ['J'] = ASCII_ORDINARY, ['K'] = ASCII_ORDINARY, ['L'] = ASCII_ORDINARY, ['M'] = ASCII_ORDINARY,
    ['N'] = ASCII_ORDINARY, ['O'] = ASCII_ORDINARY, ['P'] = ASCII_ORDINARY, ['Q'] = ASCII_ORDINARY,
    ['R'] = ASCII_ORDINARY, ['S'] = ASCII_ORDINARY, ['T'] = ASCII_ORDINARY, ['U'] = ASCII_ORDINARY,
    ['V'] = ASCII_ORDINARY, ['W'] = ASCII_ORDINARY, ['X'] = ASCII_ORDINARY, ['Y'] = ASCII_ORDINARY,
    ['Z'] = ASCII_ORDINARY, ['a'] = ASCII_ORDINARY, ['b'] = ASCII_ORDINARY, ['c'] = ASCII_ORDINARY,
    ['d'] = ASCII_ORDINARY, ['e'] = ASCII_ORDINARY, ['f'] = ASCII_ORDINARY, ['g'] = ASCII_ORDINARY,
    ['h'] = ASCII_ORDINARY, ['i'] = ASCII_ORDINARY, ['j'] = ASCII_ORDINARY, ['k'] = ASCII_ORDINARY,
    ['l'] = ASCII_ORDINARY, ['m'] = ASCII_ORDINARY, ['n'] = ASCII_ORDINARY, ['o'] = ASCII_ORDINARY,
    ['p'] = ASCII_ORDINARY, ['q'] = ASCII_ORDINARY, ['r'] = ASCII_ORDINARY, ['s'] = ASCII_ORDINARY,
    ['t'] = ASCII_ORDINARY, ['u'] = ASCII_ORDINARY, ['v'] = ASCII_ORDINARY, ['w'] = ASCII_ORDINARY,
    ['x'] = ASCII_ORDINARY, ['y'] = ASCII_ORDINARY, ['z'] = ASCII_ORDINARY,
};

static const struct likeness {
    char utf8[4];
    char ascii[4];
} likenesses[] = {
    {"\302\240", " "},       /* no-break space */
    {"\302\251", "(c)"},     /* copyright sign */
    {"\302\253", "<<"},      /* left guillemet */
    {"\302\255", ""},        /* soft hyphen */
    {"\302\267", "*"},       /* middle dot */
    {"\302\273", ">>"},      /* right guillemet */
    {"\303\227", "x"},       /* multiplication sign */
    {"\315\217", ""},        /* grapheme joiner */
    {"\342\200\213", ""},    /* zero width space */
    {"\342\200\214", ""},    /* zero width non-joiner */
    {"\342\200\215", ""},    /* zero width joiner */
    {"\342\200\220", "-"},   /* hyphen */
    {"\342\200\221", "-"},   /* no-break hyphen */
    {"\342\200\222", "-"},   /* figure dash */
    {"\342\200\223", "-"},   /* en dash */
    {"\342\200\224", "--"},  /* em dash */
    {"\342\200\230", "'"},   /* left single quote */
    {"\342\200\231", "'"},   /* right single quote */
    {"\342\200\232", "'"},   /* low single quote */
    {"\342\200\234", "\""},  /* left double quote */
    {"\342\200\235", "\""},  /* right double quote */
    {"\342\200\236", "\""},  /* low double quote */
    {"\342\200\242", "*"},   /* bullet */
    {"\342\200\246", "..."}, /* ellipsis */
    {"\342\200\257", " "},   /* narrow no-break space */
    {"\342\200\271", "<"},   /* single left guillemet */
    {"\342\200\272", ">"},   /* single right guillemet */
    {"\342\201\240", ""},    /* word joiner */
    {"\342\206\222", "->"},  /* rightwards arrow */
    {"\342\210\222", "-"},   /* minus sign */
    {"\342\230\220", "[ ]"}, /* ballot box */
    {"\357\270\216", ""},    /* text selector */
    {"\357\270\217", ""},    /* emoji selector */
};

const char *ascii_for(const char *bytes, unsigned *length)
{
    *length = utf8_length(*bytes);
    for (size_t i = 0; i < sizeof likenesses / sizeof *likenesses; i++)
        if (strlen(likenesses[i].utf8) == *length &&
            memcmp(likenesses[i].utf8, bytes, *length) == 0)
            return likenesses[i].ascii;
    return "?";
}
