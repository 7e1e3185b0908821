/*
 * error.h - what went wrong, in the clerk's words
 *
 * A function that can fail returns bool and takes `struct error *err` last;
 * err is never NULL. It is set once, where the cause is known, and shown only
 * by main, cli and tui.
 */
#ifndef FRONTDESK_BASE_ERROR_H
#define FRONTDESK_BASE_ERROR_H

#include <stdbool.h>

/* What the program does about it. */
enum error_code {
	ERROR_NONE,
	ERROR_INVALID,	 /* put right what was typed, and try again */
	ERROR_NOT_FOUND, /* there is no such record */
	ERROR_CONFLICT,	 /* somebody else changed it first: read it anew */
	ERROR_DENIED,	 /* this person may not do that, or is not signed in */
	ERROR_BUSY,	 /* the store stayed busy for longer than is sane */
	ERROR_FULL,	 /* the disk is full */
	ERROR_READ_ONLY, /* the store cannot be written */
	ERROR_NEWER,	 /* the store belongs to a newer Frontdesk */
	ERROR_DAMAGED,	 /* the store is not a store, or is broken */
	ERROR_UNFIT,	 /* the store lies where it would not be safe */
	ERROR_SYSTEM,	 /* the operating system refused */
	ERROR_STOPPED,	 /* whoever waited for it stopped it */
};

struct error {
	enum error_code code;
	char field[40];	     /* the field the cursor goes to, or "" */
	char text[400];	     /* one sentence, what to do included; UTF-8 */
	char detail[400];    /* for the log; never a resident's text */
	bool has_name_first; /* text begins with what was put into it */
};

/* Sets everything but the detail; always returns false. */
bool error_set(struct error *err, enum error_code code, const char *field,
	       const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Adds the log's detail to an error that is set; always returns false. */
bool error_detail(struct error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

void error_clear(struct error *err);

#endif
