/*
 * running.h - a program on a terminal, its output read as bytes
 */
#ifndef BENCH_RUNNING_H
#define BENCH_RUNNING_H

#include <stdbool.h>
#include <sys/types.h>

#include "frontdesk/base/str.h"

struct running {
	pid_t pid;
	int terminal;
	struct str seen; /* all that it wrote since the last key */
};

void running_start(struct running *running, const char *const argv[]);
/* Until the words have been written; false where it ended before. */
bool running_see(struct running *running, const char *words);
/* What it still paints of the key before is no answer to the next one. */
void running_drain(struct running *running);
void running_press(struct running *running, const char *keys);
/* The desk ends as when its terminal is closed; abook is not asked to, because
 * it would write its people anew. */
void running_stop(struct running *running, int signal);

#endif
