/*
 * progress.c - how far something long is, on a terminal and after a second
 */
#include "progress.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

static const struct clock *clock;
static int64_t began_at;
static bool is_shown;

void progress_begin(const struct clock *by)
{
	clock = by;
	began_at = clock_now(clock);
	is_shown = false;
}

void progress_show(const char *what, int percent)
{
	if (!isatty(STDERR_FILENO) ||
	    clock_now(clock) - began_at < CLOCK_SECOND)
		return;
	is_shown = true;
	if (percent < 0)
		fprintf(stderr, "\r%s \033[K", what);
	else
		fprintf(stderr, "\r%s: %d %% \033[K", what, percent);
}

void progress_end(void)
{
	if (is_shown)
		fputs("\r\033[K", stderr);
	is_shown = false;
}
