/* SPDX-License-Identifier: MIT */
/* status.h: how guidec ends. */
#ifndef COMPILER_STATUS_H
#define COMPILER_STATUS_H

/* Exit statuses, as guidec(1) gives them. */
enum { STATUS_DONE = 0, STATUS_ERRORS = 1, STATUS_USAGE = 2, STATUS_SYSTEM = 3 };

/* Says what failed with a file, and returns STATUS_SYSTEM. ERROR is an errno. */
int status_fail(const char *path, int error);

/* Says, as printf does, what is wrong with what was asked for; returns STATUS_ERRORS. */
int status_refuse(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says what is wrong with the command line, and the way to --help; returns STATUS_USAGE. */
int status_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
