/* ascii.c: writing text where the character set is not UTF-8. */
#include "ascii.h"

#include <string.h>

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
    {"\342\200\213", ""},    /* zero width space */
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
    {"\342\206\222", "->"},  /* rightwards arrow */
    {"\342\210\222", "-"},   /* minus sign */
    {"\342\230\220", "[ ]"}, /* ballot box */
};

const char *ascii_for(const char *bytes, unsigned *length)
{
    unsigned char lead = (unsigned char)bytes[0];

    *length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t i = 0; i < sizeof likenesses / sizeof *likenesses; i++)
        if (strlen(likenesses[i].utf8) == *length &&
            memcmp(likenesses[i].utf8, bytes, *length) == 0)
            return likenesses[i].ascii;
    return "?";
}
