/*
 * print.h - text on paper, through the system's own lp
 */
#ifndef FRONTDESK_REPORT_PRINT_H
#define FRONTDESK_REPORT_PRINT_H

#include <stddef.h>

#include "frontdesk/base/error.h"

#define PRINT_JOB_SIZE 64

/*
 * Hands text to lp; printer NULL or "" is the system's own choice, copies 1 to
 * 99. job is lp's name for it ("desk-12"), or "" where lp gave none. Waits for
 * lp, not for the paper. ERROR_SYSTEM with what lp said where it refused, and
 * with what to do where there is no lp.
 */
bool print_text(const char *text, const char *printer, int copies,
		const char *title, char job[PRINT_JOB_SIZE], struct error *err);

/* The same with len bytes that lp can tell by themselves, as a PDF. */
bool print_bytes(const char *bytes, size_t len, const char *printer, int copies,
		 const char *title, char job[PRINT_JOB_SIZE],
		 struct error *err);

#endif
