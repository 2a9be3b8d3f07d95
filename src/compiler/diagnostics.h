/* SPDX-License-Identifier: MIT */
/* diagnostics.h: collecting what is wrong with a source, to report all of it at once. */
#ifndef COMPILER_DIAGNOSTICS_H
#define COMPILER_DIAGNOSTICS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Where something is in the source. Lines and columns count from 1; column 0: not known. */
struct place {
    uint32_t file; /* as diagnostics_file numbered it */
    uint32_t line, column;
};

struct diagnostic;

struct diagnostics {
    char **files; /* names, in the order of the report */
    size_t file_count, file_capacity;
    struct diagnostic *list;
    size_t length, capacity;
    size_t count;         /* errors among them */
    size_t warning_count; /* the others */
    size_t unknown_count; /* unknown names among them */
};

/* Registers a file for places; reports come in the order of registration. */
uint32_t diagnostics_file(struct diagnostics *, const char *name);

/* Notes an error; the text is made as by printf, without full stop at its end. */
void diagnostics_add(struct diagnostics *, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes a warning, of what is legal and probably not meant. */
void diagnostics_warn(struct diagnostics *, struct place place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

enum diagnostics_warnings { WARNINGS_SHOWN, WARNINGS_COUNTED, WARNINGS_SILENT };

/* Prints all errors and warnings to STREAM as FILE:LINE[:COLUMN]: error: TEXT, in the order of
 * files and lines, each once. Returns whether there were errors; warnings may count as such, or be
 * left out. */
bool diagnostics_report(struct diagnostics *, enum diagnostics_warnings, FILE *stream);

void diagnostics_free(struct diagnostics *);

#endif
