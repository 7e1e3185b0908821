/*
 * print.c - text on paper, through the system's own lp
 */
#include "frontdesk/report/print.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

extern char **environ;

/* Our ends and lp's, closed in the programs that must not have them. */
struct pipes {
	int in[2];  /* we write [1], lp reads [0] */
	int out[2]; /* lp writes [1], we read [0] */
};

static void close_end(int *end)
{
	if (*end >= 0)
		close(*end);
	*end = -1;
}

static void pipes_close(struct pipes *pipes)
{
	close_end(&pipes->in[0]);
	close_end(&pipes->in[1]);
	close_end(&pipes->out[0]);
	close_end(&pipes->out[1]);
}

static bool pipes_open(struct pipes *pipes, struct error *err)
{
	*pipes = (struct pipes){{-1, -1}, {-1, -1}};
	if (pipe(pipes->in) != 0 || pipe(pipes->out) != 0) {
		pipes_close(pipes);
		error_set(err, ERROR_SYSTEM, "",
			  _("cannot print: too many files are open; close "
			    "other programs and try again"));
		return error_detail(err, "pipe: %s", strerror(errno));
	}
	for (int i = 0; i < 2; i++) {
		fcntl(pipes->in[i], F_SETFD, FD_CLOEXEC);
		fcntl(pipes->out[i], F_SETFD, FD_CLOEXEC);
	}
	return true;
}

/* An argument vector, never a shell: a printer's name stays a name. */
static int spawn_lp(const struct pipes *pipes, const char *printer, int copies,
		    const char *title, pid_t *lp)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t defaults;
	char count[12];
	const char *arguments[10];
	int n = 0, result;

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

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, pipes->in[0], 0);
	posix_spawn_file_actions_adddup2(&actions, pipes->out[1], 1);
	posix_spawn_file_actions_adddup2(&actions, pipes->out[1], 2);
	posix_spawnattr_init(&attributes);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	result = posix_spawnp(lp, "lp", &actions, &attributes,
			      (char *const *)arguments, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

/* False where lp went away before it had all of it; its exit says why. */
static bool write_all(int file, const char *text)
{
	size_t len = strlen(text);

	while (len > 0) {
		ssize_t written = write(file, text, len);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		text += written;
		len -= (size_t)written;
	}
	return true;
}

static void read_answer(int file, struct str *answer)
{
	char buffer[512];
	ssize_t n;

	while ((n = read(file, buffer, sizeof(buffer))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return;
		if (answer->len < 2048)
			str_add_n(answer, buffer, (size_t)n);
	}
}

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

static bool refused(const struct str *answer, int status, struct error *err)
{
	struct str words = STR_INIT;
	struct str line = STR_INIT;
	const char *text = str_text(answer);

	str_add_n(&line, text, strcspn(text, "\n"));
	text_clean(str_text(&line), false, &words);
	str_release(&line);
	str_cut(&words, text_fit(str_text(&words), 200));
	error_set(err, ERROR_SYSTEM, "",
		  _("the printer did not take it%s%s; see that the printer is "
		    "set up (lpstat -p), and print again"),
		  words.len > 0 ? ": " : "", str_text(&words));
	str_release(&words);
	return error_detail(err, "lp ended with status %d", status);
}

static bool talk(struct pipes *pipes, pid_t lp, const char *text,
		 char job[PRINT_JOB_SIZE], struct error *err)
{
	struct str answer = STR_INIT;
	bool is_whole, is_done;
	int status = 0;

	close_end(&pipes->in[0]);
	close_end(&pipes->out[1]);
	is_whole = write_all(pipes->in[1], text);
	close_end(&pipes->in[1]);
	read_answer(pipes->out[0], &answer);
	while (waitpid(lp, &status, 0) < 0 && errno == EINTR)
		;
	while (answer.len > 0 &&
	       isspace((unsigned char)answer.text[answer.len - 1]))
		str_cut(&answer, answer.len - 1);
	is_done = is_whole && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	if (is_done)
		find_job(str_text(&answer), job);
	else
		refused(&answer, status, err);
	str_release(&answer);
	return is_done;
}

bool print_text(const char *text, const char *printer, int copies,
		const char *title, char job[PRINT_JOB_SIZE], struct error *err)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	struct pipes pipes;
	pid_t lp;
	int failure;
	bool is_done = false;

	job[0] = '\0';
	if (copies < 1 || copies > 99)
		return error_set(err, ERROR_INVALID, "copies",
				 _("print 1 to 99 copies"));
	if (!pipes_open(&pipes, err))
		return false;
	/* An lp that ends early must not take the desk with it. */
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &before);
	failure = spawn_lp(&pipes, printer, copies, title, &lp);
	if (failure == 0) {
		is_done = talk(&pipes, lp, text, job, err);
	} else {
		error_set(err, ERROR_SYSTEM, "",
			  failure == ENOENT
			      ? _("cannot print: there is no lp on this "
				  "machine; install the package cups-client, "
				  "or write a file with --output")
			      : _("cannot print: lp cannot be started; ask "
				  "whoever looks after this machine"));
		error_detail(err, "posix_spawnp lp: %s", strerror(failure));
	}
	sigaction(SIGPIPE, &before, NULL);
	pipes_close(&pipes);
	return is_done;
}
