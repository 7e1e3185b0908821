/*
 * progress.h - how far something long is, on a terminal and after a second
 */
#ifndef FRONTDESK_CLI_PROGRESS_H
#define FRONTDESK_CLI_PROGRESS_H

#include "frontdesk/base/clock.h"

/* The clock outlives what is long. */
void progress_begin(const struct clock *clock);

/* On standard error where that is a terminal; nothing in the first second. A
 * percent of -1 is one that nobody knows. */
void progress_show(const char *what, int percent);

/* Takes the line away again. */
void progress_end(void);

#endif
