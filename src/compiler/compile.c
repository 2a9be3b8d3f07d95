/* compile.c: the way from a folder of source files to a guide in memory. */
#include "compile.h"

#include "body.h"
#include "check.h"
#include "manifest.h"
#include "memory.h"
#include "section.h"

#include <stdio.h>
#include <string.h>

int compile_fail(const char *path, int error)
{
    fprintf(stderr, "guidec: %s: %s\n", path, strerror(error));
    return STATUS_SYSTEM;
}

int compile_source(struct build *build, const char *directory)
{
    const char *failed = directory;
    int error = section_find_files(build, directory);

    if (error == 0) {
        error = manifest_read(build, directory);
        failed = build->manifest.name;
    }
    if (error == 0)
        error = section_read_all(build, directory, &failed);
    if (error == 0) {
        error = manifest_read_sources(build, directory);
        failed = build->source_list.name;
    }
    if (error != 0)
        return compile_fail(failed, error);
    body_compile_all(build);
    check_names(build);
    check_paths(build);
    check_pages(build);
    return STATUS_DONE;
}
