/*
 * generate_main.c - bench-generate STORE --residents N --visits M [--seed S]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "frontdesk/base/settings.h"
#include "frontdesk/base/text.h"
#include "generate.h"

#define AUDITED 10000

static struct timespec began;

static void say(const char *what)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	fprintf(stderr, "%5lld s  %s\n", (long long)(now.tv_sec - began.tv_sec),
		what);
}

static int usage(void)
{
	fputs("usage: bench-generate STORE --residents N --visits M "
	      "[--audited A] [--seed S]\n",
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
		else
			return usage();
	}
	if (size.residents < 1 || size.visits < 1)
		return usage();

	text_locale_init();
	clock_gettime(CLOCK_MONOTONIC, &began);
	if (!generate(argv[1], settings_shared_dir(), clock_system(), &size,
		      say, &err)) {
		fprintf(stderr, "bench-generate: %s %s\n", err.text,
			err.detail);
		return 1;
	}
	say("done");
	return 0;
}
