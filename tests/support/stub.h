/*
 * stub.h - programs of a test's own in the place of the system's: lp, sendmail
 */
#ifndef SUPPORT_STUB_H
#define SUPPORT_STUB_H

#include "desk_terminal.h"

/* A program by this name in the test's folder, run there: it notes what it is
 * given. body: lines for the shell. */
void stub_put(const struct desk_terminal *desk, const char *name,
	      const char *body);

/* The demo's desk with that folder first on PATH. */
struct terminal *stub_open(struct desk_terminal *desk);

/* Fails unless the file of that folder has the words. */
void stub_expect(const struct desk_terminal *desk, const char *name,
		 const char *part);

#endif
