/* SPDX-License-Identifier: MIT */
/* compile.c: the way from a folder of source files to a guide in memory. */
#include "compiler/compile.h"

#include "compiler/bibliography.h"
#include "compiler/body.h"
#include "compiler/guide_yaml.h"
#include "compiler/manual.h"
#include "compiler/resolve.h"
#include "compiler/section.h"
#include "compiler/warnings.h"

int compile_guide(struct draft *draft, const char *directory)
{
    const char *failed = directory;
    int error = section_find_files(draft, directory);

    if (error == 0) {
        error = guide_yaml_read(draft, directory);
        failed = draft->guide_input.name;
    }
    if (error == 0 && variables_check(&draft->variables, &draft->definitions) != STATUS_DONE)
        return STATUS_USAGE;
    if (error == 0)
        error = section_read_all(draft, directory, &failed);
    if (error == 0) {
        error = bibliography_read(draft, directory);
        failed = draft->bibliography_input.name;
    }
    if (error != 0)
        return status_fail(failed, error);
    body_compile_all(draft);
    resolve_names(draft);
    resolve_paths(draft);
    resolve_contents(draft);
    manual_add_page(draft);
    resolve_pages(draft);
    warnings_find(draft);
    return STATUS_DONE;
}
