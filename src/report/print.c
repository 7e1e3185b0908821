/*
 * print.c - text and documents on paper, through the system's own lp
 */
#include "frontdesk/report/print.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/printers.h"
#include "pipe.h"
#include "print_private.h"

#define FULL_COLUMNS 72 /* wider text is a page, not a slip */

/* The word that ends in a dash and a number: "request id is desk-12 (1 file)",
 * whoever's lp it is. */
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

/* Wider than a slip: lines of 80 columns, which 10 to the inch would not fit
 * on A4. */
static bool is_full_width(const char *text, size_t len)
{
	size_t columns = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '\n' || text[i] == '\f')
			columns = 0;
		else if (((unsigned char)text[i] & 0xc0) != 0x80)
			columns++;
		if (columns > FULL_COLUMNS)
			return true;
	}
	return false;
}

/* lp with what it is told, one by one; texts are borrowed. */
struct command {
	const char *argv[24];
	int count;
	char copies[12];
	char media[64];
};

static void tell(struct command *command, const char *option, const char *value)
{
	command->argv[command->count++] = option;
	command->argv[command->count++] = value;
}

static void compose(const char *data, size_t len,
		    const struct print_options *options,
		    struct command *command)
{
	*command = (struct command){.argv = {"lp"}, .count = 1};
	snprintf(command->copies, sizeof(command->copies), "%d",
		 options->copies != 0 ? options->copies : 1);
	if (!str_is_blank(options->printer))
		tell(command, "-d", options->printer);
	tell(command, "-n", command->copies);
	if (options->title != NULL)
		tell(command, "-t", options->title);
	if (!str_is_blank(options->pages))
		tell(command, "-P", options->pages);
	if (options->kind == PRINT_PDF)
		tell(command, "-o", "document-format=application/pdf");
	else
		tell(command, "-o", "document-format=text/plain;charset=utf-8");
	if (options->kind == PRINT_TEXT && is_full_width(data, len)) {
		tell(command, "-o", "cpi=12");
		tell(command, "-o", "page-left=54");
	}
	if (!str_is_blank(options->media)) {
		snprintf(command->media, sizeof(command->media), "media=%s",
			 options->media);
		tell(command, "-o", command->media);
	}
	command->argv[command->count++] = "-";
}

const char *print_media(enum paper paper)
{
	return paper == PAPER_A4 ? "A4" : "Letter";
}

bool print_bytes(const char *data, size_t len,
		 const struct print_options *options, char job[PRINT_JOB_SIZE],
		 struct error *err)
{
	struct pipe_task task = {
	    .data = data, .len = len, .limit = PIPE_LIMIT, .is_plain = true};
	struct pipe_result result;
	struct command command;
	bool is_done;

	job[0] = '\0';
	if (options->copies < 0 || options->copies > PRINT_COPIES_MAX)
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	if (!print_pages_check(options->pages, err) ||
	    !printer_check(options->printer, err))
		return false;
	compose(data, len, options, &command);
	task.argv = command.argv;
	pipe_run(&task, &result);
	is_done = result.is_done;
	if (is_done)
		find_job(str_text(&result.answer), job);
	else
		print_refused(&result, options->printer, err);
	str_release(&result.answer);
	return is_done;
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
