/*
 * pipe.h - text through another program: lp, sendmail
 */
#ifndef REPORT_PIPE_H
#define REPORT_PIPE_H

#include <stdbool.h>

#include "frontdesk/base/str.h"

struct pipe_result {
	int failure;  /* 0, or the errno with which it could not be started */
	int status;   /* as waitpid gives it */
	bool is_done; /* it took all of the text and ended well */
	struct str answer; /* the beginning of what it said; release it */
};

/*
 * Runs a program with an argument vector, never a shell; the first is looked
 * for on PATH where it has no slash. Writes text to it and waits for its end.
 */
void pipe_run(const char *const argv[], const char *text,
	      struct pipe_result *out);

/* What it said in one line that can be shown: cleaned and cut. Adds to out. */
void pipe_add_answer(const struct pipe_result *result, struct str *out);

#endif
