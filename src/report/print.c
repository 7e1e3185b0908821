/*
 * print.c - text and documents on paper, through the system's own lp
 */
#include "frontdesk/report/print.h"

#include <string.h>

#include "frontdesk/base/intl.h"
#include "pipe.h"

const char *print_media(enum paper paper)
{
	return paper == PAPER_A4 ? "A4" : "Letter";
}

bool print_wait(struct print_job *job, char name[PRINT_JOB_SIZE],
		struct error *err)
{
	name[0] = '\0';
	if (job == NULL)
		return false;
	while (!print_step(job, PIPE_LIMIT))
		;
	return print_end(job, name, err);
}

bool print_bytes(const char *data, size_t len,
		 const struct print_options *options, char job[PRINT_JOB_SIZE],
		 struct error *err)
{
	return print_wait(print_start(data, len, options, err), job, err);
}

bool print_text(const char *text, const char *printer, int copies,
		const char *title, char job[PRINT_JOB_SIZE], struct error *err)
{
	struct print_options options = {
	    .printer = printer, .copies = copies, .title = title};

	job[0] = '\0';
	if (copies < 1)
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	return print_bytes(text, strlen(text), &options, job, err);
}
