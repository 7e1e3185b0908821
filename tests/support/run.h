/*
 * run.h - a program run to its end: what it said, and how it ended
 */
#ifndef SUPPORT_RUN_H
#define SUPPORT_RUN_H

#include "frontdesk/base/str.h"

struct run {
	struct str out, complaints;
	int status; /* the exit status, or 128 + the signal */
};

/*
 * Runs argv[0] with input (NULL: none) on its standard input, in the
 * environment of the test. Fails the test where it cannot be run. The caller
 * releases *out.
 */
void run_program(const char *const argv[], const char *input, struct run *out);
void run_release(struct run *run);

/* The test's clock: points FRONTDESK_TEST_CLOCK at a file that holds now. */
void run_set_clock(const char *path, long long now);

#endif
