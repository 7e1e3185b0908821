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
#define STEP 2	    /* ms between two looks whether it has ended */
#define SAID 4096   /* bytes of what it says: the last ones count */

extern char **environ;

struct run {
	int in, out;	   /* memory: the document, and the pages */
	int complaints[2]; /* it writes [1], we read [0] until its end */
	struct str said;
	int status;
	bool is_late; /* it was ended, for it did not end */
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
		 pid_t *child)
{
	const char *const argv[] = {path, paper_name(paper), NULL};
	posix_spawn_file_actions_t actions;
	int result;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, run->in, 0);
	posix_spawn_file_actions_adddup2(&actions, run->out, 1);
	posix_spawn_file_actions_adddup2(&actions, run->complaints[1], 2);
	result = posix_spawn(child, path, &actions, NULL, (char *const *)argv,
			     environ);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

/* What it says, until it says no more. */
static void listen(struct run *run, int64_t until)
{
	char part[512];
	int64_t left;

	close(run->complaints[1]);
	run->complaints[1] = -1;
	while ((left = until - pipe_now()) > 0) {
		struct pollfd file = {run->complaints[0], POLLIN, 0};
		ssize_t n;

		if (poll(&file, 1, (int)left) <= 0)
			continue;
		n = read(run->complaints[0], part, sizeof(part));
		if (n == 0)
			return;
		if (n > 0)
			str_add_n(&run->said, part, (size_t)n);
		if (run->said.len > 2 * SAID)
			str_remove(&run->said, 0, run->said.len - SAID);
	}
}

/* Until it ends; one that does not is ended, whether it has closed what it
 * complains on or not. */
static void wait_for(struct run *run, pid_t child, int limit)
{
	int64_t until = pipe_now() + limit;
	pid_t ended;

	listen(run, until);
	while ((ended = waitpid(child, &run->status, WNOHANG)) == 0 &&
	       pipe_now() < until)
		poll(NULL, 0, STEP);
	if (ended != 0)
		return;
	run->is_late = true;
	kill(child, SIGKILL);
	while (waitpid(child, &run->status, 0) < 0 && errno == EINTR)
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

static bool too_late(int limit, struct error *err)
{
	error_set(err, ERROR_SYSTEM, "format",
		  _("no PDF: its pages were not done within %d seconds; choose "
		    "fewer days, or use --format text"),
		  (limit + 999) / 1000);
	return error_detail(err, "frontdesk-pdf: ended at its limit");
}

/* The last line: libraries complain before it. */
static const char *last_line(struct str *said)
{
	char *line;

	while (said->len > 0 && said->text[said->len - 1] == '\n')
		str_cut(said, said->len - 1);
	line = said->len > 0 ? strrchr(said->text, '\n') : NULL;
	return line != NULL ? line + 1 : str_text(said);
}

/* A sentence of its own where it ended by itself; pango ends with a signal
 * where there is no font at all. */
static bool failed(struct run *run, struct error *err)
{
	struct str words = STR_INIT;

	text_clean(last_line(&run->said), false, &words);
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
		     str_text(&run->said));
	str_release(&words);
	return false;
}

static void add_missing(const struct run *run, struct str *words)
{
	const char *at = strstr(str_text(&run->said), PDF_MISSING);
	long count =
	    at != NULL ? strtol(at + strlen(PDF_MISSING), NULL, 10) : 0;

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

bool pdf_program_run(const struct pdf_program *program,
		     const struct document *document, enum paper paper,
		     struct str *out, struct str *words, struct error *err)
{
	size_t before = out->len;
	bool is_done = false;
	struct run run;
	pid_t child;
	int reason;

	if (!run_open(&run, document)) {
		not_started(errno, program->path, err);
		run_close(&run);
		return false;
	}
	reason = start(&run, program->path, paper, &child);
	if (reason == 0) {
		wait_for(&run, child, program->limit);
		is_done = run.status == 0 && read_all(run.out, out) &&
			  out->len > before;
	}
	if (is_done)
		add_missing(&run, words);
	else if (reason != 0)
		not_started(reason, program->path, err);
	else if (run.is_late)
		too_late(program->limit, err);
	else
		failed(&run, err);
	run_close(&run);
	return is_done;
}

bool pdf_render(const struct document *document, enum paper paper,
		struct str *out, struct str *words, struct error *err)
{
	struct pdf_program program = {.limit = LIMIT};
	struct str path = STR_INIT;
	bool is_done;

	pdf_program_find(&path);
	program.path = str_text(&path);
	is_done = pdf_program_run(&program, document, paper, out, words, err);
	str_release(&path);
	return is_done;
}
