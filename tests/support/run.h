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

/* The same with these words behind the program's name, NULL-ended. */
void run_words(const char *program, const char *input,
	       const char *const words[], struct run *out);
#ifdef FRONTDESK_FIXED
#define RUN(run, ...) RUN_WITH(run, NULL, __VA_ARGS__)
#define RUN_WITH(run, input, ...)                                              \
	run_words(FRONTDESK_FIXED, input, (const char *[]){__VA_ARGS__, NULL}, \
		  run)
#endif

/*
 * Fails the test unless it ended so and both texts stand in what it said ("":
 * any will do). Releases *run, as does run_expect_refused: one sentence, a
 * line and not more, and that status.
 */
void run_expect(struct run *run, int status, const char *out,
		const char *complaint);
void run_expect_refused(struct run *run, int status);

/* A copy of a file, byte for byte, in the place of what is there. */
void run_copy_file(const char *from, const char *to);

/* The test's clock: points FRONTDESK_TEST_CLOCK at a file that holds now. */
void run_set_clock(const char *path, long long now);

#endif
