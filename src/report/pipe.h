/*
 * pipe.h - text or bytes through another program: lp, lpstat, sendmail
 */
#ifndef REPORT_PIPE_H
#define REPORT_PIPE_H

#include <stdbool.h>
#include <stdint.h>

#include "frontdesk/base/str.h"

struct pipe_task {
	const char *const *argv; /* NULL-ended */
	const char *data;	 /* what it is given; may hold NUL */
	size_t len;
	int limit;	   /* ms; then it is ended */
	size_t answer_max; /* about how much is kept; 0: PIPE_ANSWER */
	bool is_plain;	   /* it speaks as in the C locale: to be read */
};

struct pipe_result {
	int failure;	/* 0, or the errno with which it could not be started */
	int status;	/* as waitpid gives it */
	bool is_done;	/* it took all of it and ended well */
	int late_after; /* ms; it was ended then; 0: it ended by itself */
	struct str answer; /* the beginning of what it said; release it */
};

/* ms of a clock that only goes on. */
int64_t pipe_now(void);

/* How long the desk waits for lp and sendmail, in ms; how much of what they
 * say is kept. */
#define PIPE_LIMIT 20000
#define PIPE_ANSWER 2048

/*
 * Starts a program with an argument vector, never a shell; the first is looked
 * for on PATH where it has no slash. The data is borrowed until it has ended,
 * the rest until it has started. It is never waited for but in pipe_step.
 */
struct pipe_running;
struct pipe_running *pipe_start(const struct pipe_task *task);

/* 0, or the errno with which it could not be started: then it has ended. */
int pipe_failure(const struct pipe_running *running);

/* Gives it and takes from it what there is, and waits at most patience ms for
 * more; whether it has ended, by itself or because its limit was over. */
bool pipe_step(struct pipe_running *running, int patience);

/* What became of it; what has not ended is ended now. Frees running. */
void pipe_end(struct pipe_running *running, struct pipe_result *out);

/* All of that, until it has ended. */
void pipe_run(const struct pipe_task *task, struct pipe_result *out);

/* What it said in one line that can be shown, cleaned and cut; or that it did
 * not answer in time. Adds to out. */
void pipe_add_answer(const struct pipe_result *result, struct str *out);

#endif
