/*
 * cups.h - a CUPS scheduler of a test's own, and a printer that it prints to
 *
 * cupsd runs in the test's folder and is reached by a socket there; CUPS_SERVER
 * points lp and lpstat at it. Nobody else sees it, and it prints nowhere but
 * to the listener on 127.0.0.1. As root its backends run as the user lp, as
 * somebody else all of it does as that user.
 */
#ifndef SUPPORT_CUPS_H
#define SUPPORT_CUPS_H

#include <sys/types.h>

#include "frontdesk/base/str.h"
#include "place.h"

struct cups {
	pid_t scheduler;
	int ended; /* its pidfd */
	int printer;
	int port;
	char socket[128];
};

/* Fails the test, with what is missing, where it cannot be started. */
void cups_open(struct cups *cups, const struct place *place);
void cups_close(struct cups *cups);

/* A raw queue to the listener, that takes jobs and prints them at once. */
void cups_add_queue(const struct cups *cups, const char *name);

/* One of CUPS' own programs ("/usr/sbin/cupsreject") with its words, which
 * must succeed. */
void cups_run(const char *program, const char *const words[]);
#define CUPS_RUN(program, ...)                                                 \
	cups_run(program, (const char *const[]){__VA_ARGS__, NULL})

/* Waits for the next job on the printer: all of its bytes, added to out. */
void cups_take_job(const struct cups *cups, struct str *out);

#endif
