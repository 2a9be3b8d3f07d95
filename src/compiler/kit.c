/* SPDX-License-Identifier: MIT */
/* kit.c: what other packages get from guidec: the files of the reader, and a guide to begin with.
 */
#include "compiler/kit.h"

#include "compiler/embedded.h"
#include "compiler/memory.h"
#include "compiler/outputs.h"
#include "compiler/status.h"
#include "compiler/valid.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Folders of embedded files, with what they are about to be in front of the name. */
static const char reader_files[] = "reader/";
static const char new_files[] = "new/";

/* What follows a prefix, or NULL if the name does not begin with it. */
static const char *after(const char *name, const char *prefix)
{
    const size_t length = strlen(prefix);

    return strncmp(name, prefix, length) == 0 ? name + length : NULL;
}

/* The C files of the reader, each on a line of guide.mk that goes on the one before; to be freed.
 */
static char *list_sources(void)
{
    struct output out;

    output_to_memory(&out);
    for (const struct embedded *file = embedded_files; file->name != NULL; file++) {
        const char *name = after(file->name, reader_files);
        const char *suffix = name != NULL ? strrchr(name, '.') : NULL;

        if (suffix != NULL && (strcmp(suffix, ".c") == 0 || strcmp(suffix, ".h") == 0)) {
            output_string(&out, " \\\n\t%D%/");
            output_string(&out, name);
        }
    }
    return memory_end_text(&out);
}

static int write_file(struct outputs *outputs, const struct embedded *file, const char *name,
                      const struct embedded_word *words)
{
    int error = outputs_open(outputs, name);

    if (error != 0)
        return error;
    embedded_put(&outputs->out, file, words);
    return outputs_close(outputs);
}

/* Writes the embedded files of a FOLDER, with WORDS in their places, as files whose names begin
 * with BEFORE. Returns 0 or errno. */
static int write_folder(struct outputs *outputs, const char *folder, const char *before,
                        const struct embedded_word *words)
{
    int error = 0;

    for (const struct embedded *file = embedded_files; error == 0 && file->name != NULL; file++) {
        const char *name = after(file->name, folder);
        char path[256];

        if (name == NULL)
            continue;
        snprintf(path, sizeof path, "%s%s", before, name);
        error = write_file(outputs, file, path, words);
    }
    return error;
}

static int write_reader(struct outputs *outputs, const char *before)
{
    char *sources = list_sources();
    const struct embedded_word words[] = {{"sources", sources}, {0}};
    int error = write_folder(outputs, reader_files, before, words);

    free(sources);
    return error;
}

int kit_write_reader(const char *directory)
{
    struct outputs outputs;
    int error = outputs_begin(&outputs, directory);

    return outputs_end(&outputs, error != 0 ? error : write_reader(&outputs, ""));
}

/* Whether there is something in a folder, or something else of that name. */
static bool is_used(const char *directory)
{
    DIR *stream = opendir(directory);
    const struct dirent *entry;
    bool used = stream == NULL && errno != ENOENT;

    while (!used && stream != NULL && (entry = readdir(stream)) != NULL)
        used = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    if (stream != NULL)
        closedir(stream);
    return used;
}

int kit_write_new(const char *directory, const char *name)
{
    const time_t now = time(NULL);
    char today[sizeof "YYYY-MM-DD"] = "", year[sizeof "YYYY"] = "";
    const struct embedded_word words[] = {{"name", name}, {"today", today}, {"year", year}, {0}};
    const struct tm *date = localtime(&now);
    struct outputs outputs;
    int error;

    if (!valid_is_identifier(name))
        return status_refuse("'%s' cannot name a guide; use small letters, digits and '-', with a "
                             "letter first",
                             name);
    if (is_used(directory))
        return status_refuse("'%s' is there already; a new guide needs a folder of its own",
                             directory);
    if (date == NULL || strftime(today, sizeof today, "%Y-%m-%d", date) == 0 ||
        strftime(year, sizeof year, "%Y", date) == 0)
        return status_refuse("the clock shows a year that no date can have");
    error = outputs_begin(&outputs, directory);
    if (error == 0)
        error = write_folder(&outputs, new_files, "", words);
    if (error == 0)
        error = write_reader(&outputs, reader_files);
    return outputs_end(&outputs, error);
}
