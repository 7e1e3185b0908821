/*
 * pdf.c - a document as pages, set by a program of its own
 *
 * The document goes to it and the bytes come back in memory that has no name:
 * no resident's words lie in a folder for temporary files.
 */
#define _GNU_SOURCE /* memfd_create */
#include "frontdesk/report/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "pdf_program.h"
#include "pipe.h"

#define LIMIT 60000 /* ms; pages of a year's lists take a second or two */

extern char **environ;

struct run {
	int in, out;	   /* memory: the document, and the pages */
	int complaints[2]; /* it writes [1], we read [0] until its end */
	struct str said;
	int status;
};

static void run_close(struct run *run)
{
	int *const ends[] = {&run->in, &run->out, &run->complaints[0],
			     &run->complaints[1]};

	for (size_t i = 0; i < 4; i++) {
		if (*ends[i] >= 0)
			close(*ends[i]);
		*ends[i] = -1;
	}
	str_release(&run->said);
}

static bool write_all(int file, const struct str *text)
{
	size_t at = 0;

	while (at < text->len) {
		ssize_t n = write(file, text->text + at, text->len - at);

		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? (size_t)n : 0;
	}
	return lseek(file, 0, SEEK_SET) == 0;
}

static bool run_open(struct run *run, const struct document *document)
{
	*run = (struct run){.in = -1, .out = -1, .complaints = {-1, -1}};
	run->in = memfd_create("document", MFD_CLOEXEC);
	run->out = memfd_create("pages", MFD_CLOEXEC);
	return run->in >= 0 && run->out >= 0 &&
	       pipe2(run->complaints, O_CLOEXEC) == 0 &&
	       write_all(run->in, &document->lines);
}

static int start(const struct run *run, const char *path, enum paper paper,
		 pid_t *program)
{
	const char *const argv[] = {path, paper_name(paper), NULL};
	posix_spawn_file_actions_t actions;
	int result;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, run->in, 0);
	posix_spawn_file_actions_adddup2(&actions, run->out, 1);
	posix_spawn_file_actions_adddup2(&actions, run->complaints[1], 2);
	result = posix_spawn(program, path, &actions, NULL, (char *const *)argv,
			     environ);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

/* What it says until it ends; one that does not is ended. */
static void wait_for(struct run *run, pid_t program)
{
	int64_t until = pipe_now() + LIMIT, left;
	char part[512];

	close(run->complaints[1]);
	run->complaints[1] = -1;
	while ((left = until - pipe_now()) > 0) {
		struct pollfd file = {run->complaints[0], POLLIN, 0};
		ssize_t n;

		if (poll(&file, 1, (int)left) <= 0)
			continue;
		n = read(run->complaints[0], part, sizeof(part));
		if (n == 0)
			break;
		if (n > 0 && run->said.len < 2048)
			str_add_n(&run->said, part, (size_t)n);
	}
	if (left <= 0)
		kill(program, SIGKILL);
	while (waitpid(program, &run->status, 0) < 0 && errno == EINTR)
		continue;
}

static bool read_all(int file, struct str *out)
{
	char block[65536];
	ssize_t n;

	if (lseek(file, 0, SEEK_SET) != 0)
		return false;
	while ((n = read(file, block, sizeof(block))) != 0) {
		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0)
			str_add_n(out, block, (size_t)n);
	}
	return true;
}

static bool not_started(int reason, const char *path, struct error *err)
{
	if (reason == ENOENT || reason == EACCES)
		error_set(err, ERROR_SYSTEM, "format",
			  _("no PDF: the program that sets pages "
			    "(frontdesk-pdf) is missing; install Frontdesk "
			    "whole, or take the text form"));
	else
		error_set(err, ERROR_SYSTEM, "format",
			  _("no PDF: the program that sets pages cannot be "
			    "started (%s); try again, or take the text form"),
			  strerror(reason));
	return error_detail(err, "%s: %s", path, strerror(reason));
}

/* A sentence of its own where it ended by itself; pango ends with a signal
 * where there is no font at all. */
static bool failed(const struct run *run, struct error *err)
{
	const char *said = str_text(&run->said);
	struct str line = STR_INIT, words = STR_INIT;

	str_add_n(&line, said, strcspn(said, "\n"));
	text_clean(str_text(&line), false, &words);
	if (WIFEXITED(run->status) && WEXITSTATUS(run->status) == 1 &&
	    words.len > 0 && words.len < 140)
		error_set(err, ERROR_SYSTEM, "format", _("no PDF: %s"),
			  str_text(&words));
	else
		error_set(err, ERROR_SYSTEM, "format",
			  _("no PDF: the pages could not be set; are the fonts "
			    "installed (fonts-noto-core, fonts-noto-cjk)? "
			    "the text form needs none"));
	error_detail(err, "frontdesk-pdf: status %d, %.300s", run->status,
		     said);
	str_release(&line);
	str_release(&words);
	return false;
}

/* It says how many letters no font has, or nothing. */
static void add_missing(const struct run *run, struct str *words)
{
	long count = strtol(str_text(&run->said), NULL, 10);

	if (words != NULL && count > 0)
		str_addf(
		    words,
		    ngettext("%ld letter has no font on this machine and "
			     "is a box in the PDF; install the font of its "
			     "script (fonts-noto)",
			     "%ld letters have no font on this machine "
			     "and are boxes in the PDF; install the fonts "
			     "of their script (fonts-noto)",
			     (unsigned long)count),
		    count);
}

bool pdf_program_run(const char *path, const struct document *document,
		     enum paper paper, struct str *out, struct str *words,
		     struct error *err)
{
	size_t before = out->len;
	bool is_done = false;
	struct run run;
	pid_t program;
	int reason;

	if (!run_open(&run, document)) {
		not_started(errno, path, err);
		run_close(&run);
		return false;
	}
	reason = start(&run, path, paper, &program);
	if (reason == 0) {
		wait_for(&run, program);
		is_done = run.status == 0 && read_all(run.out, out) &&
			  out->len > before;
	}
	if (is_done)
		add_missing(&run, words);
	else if (reason != 0)
		not_started(reason, path, err);
	else
		failed(&run, err);
	run_close(&run);
	return is_done;
}

bool pdf_render(const struct document *document, enum paper paper,
		struct str *out, struct str *words, struct error *err)
{
	struct str path = STR_INIT;
	bool is_done;

	pdf_program_find(&path);
	is_done =
	    pdf_program_run(str_text(&path), document, paper, out, words, err);
	str_release(&path);
	return is_done;
}
