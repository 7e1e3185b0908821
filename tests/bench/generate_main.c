/*
 * generate_main.c - bench-generate STORE --residents N --visits M [--seed S];
 * --of month: all of them at one site, in the month before this one
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "frontdesk/base/settings.h"
#include "frontdesk/base/text.h"
#include "generate.h"

#define AUDITED 10000

static double seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void tell(const char *what, double wall, double processor)
{
	fprintf(stderr, "  %-16s %8.1f s, the processor %8.1f s\n", what, wall,
		processor);
}

/* A line for each stage when it is done; NULL: for all of them. */
static void say(const char *what)
{
	static const char *stage;
	static double begun[2], stage_begun[2];
	double now[2] = {seconds(CLOCK_MONOTONIC),
			 seconds(CLOCK_PROCESS_CPUTIME_ID)};

	if (stage == NULL)
		memcpy(begun, now, sizeof(begun));
	else
		tell(stage, now[0] - stage_begun[0], now[1] - stage_begun[1]);
	if (what == NULL)
		tell("all", now[0] - begun[0], now[1] - begun[1]);
	stage = what;
	memcpy(stage_begun, now, sizeof(stage_begun));
}

static int usage(void)
{
	fputs("usage: bench-generate STORE --residents N --visits M "
	      "[--audited A] [--seed S]\n"
	      "       [--of everything|month]\n",
	      stderr);
	return 2;
}

int main(int argc, char **argv)
{
	struct size size = {.audited = AUDITED, .seed = 1};
	struct error err = {0};

	if (argc < 2 || argc % 2 != 0)
		return usage();
	for (int i = 2; i < argc; i += 2) {
		int64_t number = strtoll(argv[i + 1], NULL, 10);

		if (strcmp(argv[i], "--residents") == 0)
			size.residents = number;
		else if (strcmp(argv[i], "--visits") == 0)
			size.visits = number;
		else if (strcmp(argv[i], "--audited") == 0)
			size.audited = number;
		else if (strcmp(argv[i], "--seed") == 0)
			size.seed = (uint64_t)number;
		else if (strcmp(argv[i], "--of") == 0)
			size.is_a_month = strcmp(argv[i + 1], "month") == 0;
		else
			return usage();
	}
	if (size.residents < 1 || size.visits < 1)
		return usage();

	text_locale_init();
	say("the city");
	if (!generate(argv[1], settings_shared_dir(), clock_system(), &size,
		      say, &err)) {
		fprintf(stderr, "bench-generate: %s %s\n", err.text,
			err.detail);
		return 1;
	}
	say(NULL);
	return 0;
}
