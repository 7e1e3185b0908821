/*
 * print.h - text and documents on paper, through the system's own lp
 */
#ifndef FRONTDESK_REPORT_PRINT_H
#define FRONTDESK_REPORT_PRINT_H

#include <stddef.h>

#include "frontdesk/base/error.h"
#include "frontdesk/base/settings.h"

#define PRINT_JOB_SIZE 64
#define PRINT_COPIES_MAX 99

enum print_kind {
	PRINT_TEXT, /* UTF-8, lines, form feeds */
	PRINT_PDF,
};

/* All zero is text, once, all of it, on the system's own choice of printer. */
struct print_options {
	enum print_kind kind;
	const char *printer; /* NULL or "": the system's own choice */
	int copies;	     /* 1 to PRINT_COPIES_MAX; 0: 1 */
	const char *pages;   /* "1-2", "1,3-4"; NULL or "": all */
	const char *media;   /* "A4", "Letter"; NULL: as the printer has it */
	const char *title;   /* of the job; NULL: lp's own */
	const char *note;    /* to whoever prints; NULL or "": nothing */
};

/* What lp calls it. */
const char *print_media(enum paper paper);

/*
 * Hands len bytes, which may hold NUL, to lp, once lpstat does not say that
 * the printer is stopped or takes no jobs: nothing is left waiting there. job
 * is lp's name for it ("desk-12"), or "" where lp gave none. Waits for lp, not
 * for the paper. ERROR_INVALID for copies and pages that cannot be;
 * ERROR_SYSTEM with what to do where it was not taken, field "printer" where
 * another printer may be the answer.
 */
bool print_bytes(const char *data, size_t len,
		 const struct print_options *options, char job[PRINT_JOB_SIZE],
		 struct error *err);

/*
 * The same beside whoever prints: what is given is copied, step waits at most
 * patience ms and says whether it has ended, end gives what print_bytes gives
 * and frees the job; one that has not ended is ended, and was not printed. NULL
 * where it cannot even begin.
 */
struct print_job;
struct print_job *print_start(const char *data, size_t len,
			      const struct print_options *options,
			      struct error *err);
bool print_step(struct print_job *job, int patience);
/* "" where there was none; borrowed from the job. */
const char *print_note(const struct print_job *job);
bool print_end(struct print_job *job, char name[PRINT_JOB_SIZE],
	       struct error *err);

/* Until it has ended; false for NULL, whose error is set. Frees the job. */
bool print_wait(struct print_job *job, char name[PRINT_JOB_SIZE],
		struct error *err);

/* The same for text that ends with NUL, with no more than these options;
 * copies are 1 to PRINT_COPIES_MAX. */
bool print_text(const char *text, const char *printer, int copies,
		const char *title, char job[PRINT_JOB_SIZE], struct error *err);

/* Whether these are copies or pages that can be; the fields are "copies" and
 * "pages". Copies are a number as people type it: "" is 1. */
bool print_copies_parse(const char *text, int *out, struct error *err);
bool print_pages_check(const char *pages, struct error *err);

/* Whether what is printed has them: lp would take the job and print nothing.
 * True where that cannot be told. */
bool print_pages_exist(const char *pages, enum print_kind kind,
		       const char *data, size_t len, struct error *err);

#endif
