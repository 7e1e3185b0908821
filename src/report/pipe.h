/*
 * pipe.h - text through another program: lp, sendmail
 */
#ifndef REPORT_PIPE_H
#define REPORT_PIPE_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/str.h"

struct pipe_result {
	int failure;	/* 0, or the errno with which it could not be started */
	int status;	/* as waitpid gives it */
	bool is_done;	/* it took all of the text and ended well */
	int late_after; /* ms; it was ended then; 0: it ended by itself */
	struct str answer; /* the beginning of what it said; release it */
};

/* ms of a clock that only goes on. */
int64_t pipe_now(void);

/* How long the desk waits for lp and sendmail, in ms. */
#define PIPE_LIMIT 20000

/*
 * Runs a program with an argument vector, never a shell; the first is looked
 * for on PATH where it has no slash. Writes text to it and waits for its end,
 * at most limit milliseconds: then it is ended.
 */
void pipe_run(const char *const argv[], const char *text, int limit,
	      struct pipe_result *out);

/* The same with len bytes, which may be no text. */
void pipe_run_bytes(const char *const argv[], const char *bytes, size_t len,
		    int limit, struct pipe_result *out);

/* What it said in one line that can be shown, cleaned and cut; or that it did
 * not answer in time. Adds to out. */
void pipe_add_answer(const struct pipe_result *result, struct str *out);

#endif
