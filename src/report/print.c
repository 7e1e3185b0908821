/*
 * print.c - text on paper, through the system's own lp
 */
#include "frontdesk/report/print.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "pipe.h"

/*
 * The word that ends in a dash and a number: "request id is desk-12 (1 file)"
 * in whatever language lp speaks.
 */
static void find_job(const char *answer, char job[PRINT_JOB_SIZE])
{
	const char *word = answer;

	job[0] = '\0';
	while (*word != '\0') {
		size_t len = strcspn(word, " \t\r\n");
		size_t digits = 0;

		while (digits < len &&
		       isdigit((unsigned char)word[len - 1 - digits]))
			digits++;
		if (digits > 0 && digits + 1 < len &&
		    word[len - 1 - digits] == '-' && len < PRINT_JOB_SIZE) {
			memcpy(job, word, len);
			job[len] = '\0';
			return;
		}
		word += len;
		word += strspn(word, " \t\r\n");
	}
}

/* What to do comes first: a row of a screen may cut what the printer says. */
static bool refused(const struct pipe_result *result, struct error *err)
{
	struct str words = STR_INIT;

	pipe_add_answer(result, &words);
	error_set(err, ERROR_SYSTEM, "",
		  _("not printed; see to the printer (lpstat -p), then print "
		    "again%s%s"),
		  words.len > 0 ? ": " : "", str_text(&words));
	str_release(&words);
	return error_detail(err, "lp ended with status %d", result->status);
}

static bool not_started(int failure, struct error *err)
{
	const char *words =
	    _("cannot print: lp cannot be started; ask whoever looks after "
	      "this machine");

	if (failure == ENOENT)
		words = _("cannot print: no lp on this machine; install "
			  "cups-client, or use --output");
	else if (failure == EMFILE || failure == ENFILE)
		words = _("cannot print: too many files are open; close "
			  "other programs and try again");
	error_set(err, ERROR_SYSTEM, "", "%s", words);
	return error_detail(err, "lp: %s", strerror(failure));
}

bool print_text(const char *text, const char *printer, int copies,
		const char *title, char job[PRINT_JOB_SIZE], struct error *err)
{
	return print_bytes(text, strlen(text), printer, copies, title, job,
			   err);
}

bool print_bytes(const char *bytes, size_t len, const char *printer, int copies,
		 const char *title, char job[PRINT_JOB_SIZE], struct error *err)
{
	struct pipe_result result;
	char count[12];
	const char *arguments[10];
	bool is_done;
	int n = 0;

	job[0] = '\0';
	if (copies < 1 || copies > 99)
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	snprintf(count, sizeof(count), "%d", copies);
	arguments[n++] = "lp";
	if (!str_is_blank(printer)) {
		arguments[n++] = "-d";
		arguments[n++] = printer;
	}
	arguments[n++] = "-n";
	arguments[n++] = count;
	arguments[n++] = "-t";
	arguments[n++] = title;
	arguments[n++] = "-";
	arguments[n] = NULL;
	pipe_run_bytes(arguments, bytes, len, PIPE_LIMIT, &result);
	is_done = result.is_done;
	if (is_done)
		find_job(str_text(&result.answer), job);
	else if (result.failure != 0)
		not_started(result.failure, err);
	else
		refused(&result, err);
	str_release(&result.answer);
	return is_done;
}
