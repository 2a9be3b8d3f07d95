/* ascii.h: writing text where the character set is not UTF-8. */
#ifndef GUIDE_ASCII_H
#define GUIDE_ASCII_H

/* ASCII for the UTF-8 character at BYTES, as groff and info write it: quotes, dashes and other
 * punctuation have a likeness, the rest is "?". Stores the character's length in bytes. */
const char *ascii_for(const char *bytes, unsigned *length);

#endif
