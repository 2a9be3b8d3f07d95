/* status.h: how guidec ends. */
#ifndef COMPILER_STATUS_H
#define COMPILER_STATUS_H

/* Exit statuses, as guidec(1) gives them. */
enum { STATUS_DONE = 0, STATUS_ERRORS = 1, STATUS_USAGE = 2, STATUS_SYSTEM = 3 };

/* Says what failed with a file, and returns STATUS_SYSTEM. ERROR is an errno. */
int status_fail(const char *path, int error);

#endif
