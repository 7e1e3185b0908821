/*
 * The program with a clock that stands where a test puts it. It reads UTC
 * milliseconds from the file that FRONTDESK_TEST_CLOCK names, at each look, so
 * that a test can move the time while the program runs.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "program.h"

static int64_t read_clock(void *state)
{
	FILE *file = fopen(state, "r");
	int64_t now = 0;

	if (!file || fscanf(file, "%" SCNd64, &now) != 1) {
		fprintf(stderr, "the test's clock %s cannot be read\n",
			(const char *)state);
		abort();
	}
	fclose(file);
	return now;
}

int main(int argc, char **argv)
{
	char *path = getenv("FRONTDESK_TEST_CLOCK");
	struct clock clock = {read_clock, path};

	if (!path) {
		fputs("FRONTDESK_TEST_CLOCK names no file\n", stderr);
		return 2;
	}
	return program_run(&clock, argc, argv);
}
