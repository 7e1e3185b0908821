/*
 * print_job.c - one print, from the question whether the printer prints at all
 * to what lp says
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/printers.h"
#include "pipe.h"
#include "print_private.h"

#define FULL_COLUMNS 72 /* wider text is a page, not a slip */

/* What is run: lpstat, whether the printer is fit; lp; and lpstat once more
 * where what lp says may mean two things. */
enum stage { STAGE_CHECK, STAGE_LP, STAGE_WHY, STAGE_OVER };

struct print_job {
	enum stage stage;
	struct pipe_running *running; /* NULL once it is over */
	struct print_options options; /* its texts are the job's own */
	char *texts[5];
	char *data;
	size_t len;

	struct pipe_result result; /* of lp */
	char name[PRINT_JOB_SIZE];
	bool is_printed;
	struct error err; /* where it is not */
};

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

static bool is_right(const struct print_options *options, const char *data,
		     size_t len, struct error *err)
{
	if (options->copies < 0 || options->copies > PRINT_COPIES_MAX)
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	return print_pages_check(options->pages, err) &&
	       print_pages_exist(options->pages, options->kind, data, len, err);
}

static void keep(struct print_job *job, const struct print_options *options)
{
	const char **const texts[] = {&job->options.printer,
				      &job->options.pages, &job->options.media,
				      &job->options.title, &job->options.note};

	job->options = *options;
	for (size_t i = 0; i < MEM_COUNT(texts); i++)
		if (*texts[i] != NULL)
			*texts[i] = job->texts[i] = mem_copy(*texts[i]);
}

static void end_with(struct print_job *job)
{
	job->stage = STAGE_OVER;
	job->running = NULL;
}

static void run_lp(struct print_job *job)
{
	struct pipe_task task = {.data = job->data,
				 .len = job->len,
				 .limit = PIPE_LIMIT,
				 .is_plain = true};
	struct command command;

	compose(job->data, job->len, &job->options, &command);
	task.argv = command.argv;
	job->stage = STAGE_LP;
	job->running = pipe_start(&task);
}

static void take_lp(struct print_job *job)
{
	pipe_end(job->running, &job->result);
	if (job->result.is_done) {
		job->is_printed = true;
		find_job(str_text(&job->result.answer), job->name);
		end_with(job);
	} else if (print_is_ambiguous(&job->result)) {
		job->stage = STAGE_WHY;
		job->running = printers_ask();
	} else {
		print_refused(&job->result, job->options.printer, false,
			      &job->err);
		end_with(job);
	}
}

static void take_why(struct print_job *job)
{
	struct error unknown = {0};
	struct printer_list list;
	bool is_down =
	    printers_answer(job->running, &list, &unknown) && list.is_down;

	printer_list_release(&list);
	print_refused(&job->result, job->options.printer, is_down, &job->err);
	end_with(job);
}

static void go_on(struct print_job *job)
{
	switch (job->stage) {
	case STAGE_CHECK:
		if (printer_answer(job->running, job->options.printer,
				   &job->err))
			run_lp(job);
		else
			end_with(job);
		break;
	case STAGE_LP:
		take_lp(job);
		break;
	case STAGE_WHY:
		take_why(job);
		break;
	case STAGE_OVER:
		break;
	}
}

struct print_job *print_start(const char *data, size_t len,
			      const struct print_options *options,
			      struct error *err)
{
	struct print_job *job;

	if (!is_right(options, data, len, err))
		return NULL;
	job = mem_new(1, sizeof(*job));
	keep(job, options);
	job->data = mem_new(len + 1, 1);
	memcpy(job->data, data, len);
	job->len = len;
	job->running = printer_ask(options->printer);
	if (job->running == NULL)
		run_lp(job);
	return job;
}

bool print_step(struct print_job *job, int patience)
{
	if (job->stage != STAGE_OVER && pipe_step(job->running, patience))
		go_on(job);
	return job->stage == STAGE_OVER;
}

const char *print_note(const struct print_job *job)
{
	return job->options.note != NULL ? job->options.note : "";
}

static void stop(struct print_job *job)
{
	struct pipe_result unused;

	if (job->running == NULL)
		return;
	pipe_end(job->running, &unused);
	str_release(&unused.answer);
	error_set(&job->err, ERROR_SYSTEM, "",
		  _("not printed: it was given up while it was waited for"));
}

bool print_end(struct print_job *job, char name[PRINT_JOB_SIZE],
	       struct error *err)
{
	bool is_printed = job->is_printed;

	stop(job);
	memcpy(name, job->name, PRINT_JOB_SIZE);
	if (!is_printed)
		*err = job->err;
	str_release(&job->result.answer);
	for (size_t i = 0; i < MEM_COUNT(job->texts); i++)
		free(job->texts[i]);
	free(job->data);
	free(job);
	return is_printed;
}
