/* arena.h: memory for many small things that are given back together. */
#ifndef COMPILER_ARENA_H
#define COMPILER_ARENA_H

#include <stddef.h>

/* All zero, an arena is empty. */
struct arena {
    struct arena_chunk *chunks; /* the newest first, from which memory is taken */
    size_t used;                /* bytes of the newest chunk */
};

/* As calloc and realloc, but when memory runs out, the program ends as memory.h has it. What was
 * given stays until the arena is emptied; the caller does not free it. */
void *arena_zeroed(struct arena *, size_t count, size_t size);
void *arena_resize(struct arena *, void *old, size_t size);

/* Takes back all that was given. Some memory is kept, to be given again. */
void arena_empty(struct arena *);

void arena_free(struct arena *);

#endif
