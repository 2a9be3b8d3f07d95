/* SPDX-License-Identifier: MIT */
/* kit.h: what other packages get from guidec: the files of the reader, and a guide to begin with.
 */
#ifndef COMPILER_KIT_H
#define COMPILER_KIT_H

/* Each writes into the folder DIRECTORY, all files or none, and returns STATUS_DONE, or another
 * status after a message. */

/* Writes the reader in C, and the makefile that builds it with a guide. */
int kit_write_reader(const char *directory);

/* Writes a guide called NAME, in a package that builds and installs it. The folder may not hold
 * anything. */
int kit_write_new(const char *directory, const char *name);

#endif
