/* arena.c: memory for many small things that are given back together. */
#include "compiler/arena.h"

#include "compiler/memory.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of the first chunk; each further one is twice as large. With 0 each piece has a chunk of
 * its own, so that sanitizers see what reads beyond it. */
#ifndef ARENA_CHUNK
#define ARENA_CHUNK (1 << 16)
#endif

struct arena_chunk {
    struct arena_chunk *older;
    size_t size; /* bytes */
    alignas(max_align_t) unsigned char bytes[];
};

/* Stands before each piece that is given. */
struct piece {
    size_t size; /* bytes */
    alignas(max_align_t) unsigned char bytes[];
};

static void add_chunk(struct arena *arena, size_t need)
{
    struct arena_chunk *chunk;
    size_t size = ARENA_CHUNK;

    if (arena->chunks != NULL && size > 0)
        size = arena->chunks->size * 2;
    if (size < need)
        size = need;
    chunk = memory_resize(NULL, sizeof *chunk + size, 1);
    *chunk = (struct arena_chunk){.older = arena->chunks, .size = size};
    arena->chunks = chunk;
    arena->used = 0;
}

static struct piece *take(struct arena *arena, size_t size)
{
    struct piece *piece;
    size_t need;

    if (size > SIZE_MAX / 2)
        memory_exhausted();
    need = sizeof *piece +
           (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (arena->chunks == NULL || need > arena->chunks->size - arena->used)
        add_chunk(arena, need);
    piece = (struct piece *)(arena->chunks->bytes + arena->used);
    piece->size = size;
    arena->used += need;
    return piece;
}

void *arena_zeroed(struct arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size)
        memory_exhausted();
    return memset(take(arena, count * size)->bytes, 0, count * size);
}

void *arena_resize(struct arena *arena, void *old, size_t size)
{
    const struct piece *piece;
    void *bytes;

    if (old == NULL)
        return take(arena, size)->bytes;
    piece = (const struct piece *)((unsigned char *)old - offsetof(struct piece, bytes));
    if (piece->size >= size)
        return old;
    bytes = take(arena, size)->bytes;
    return memcpy(bytes, old, piece->size);
}

static void free_chunks(struct arena_chunk *chunk)
{
    while (chunk != NULL) {
        struct arena_chunk *older = chunk->older;

        free(chunk);
        chunk = older;
    }
}

void arena_empty(struct arena *arena)
{
    arena->used = 0;
    if (arena->chunks == NULL)
        return;
    free_chunks(arena->chunks->older);
    arena->chunks->older = NULL;
}

void arena_free(struct arena *arena)
{
    free_chunks(arena->chunks);
    *arena = (struct arena){0};
}
