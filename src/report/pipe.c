/*
 * pipe.c - text or bytes through another program
 */
#define _GNU_SOURCE /* POSIX_SPAWN_SETSID */
#include "pipe.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"

extern char **environ;

enum {
	STEP = 50,	 /* ms between two looks whether it has ended */
	STEP_AT_END = 2, /* where it has nothing more to say */
	GRACE = 1000,	 /* ms to end once it is asked to */
};

/* What it has still to be given, and how much of its answer is kept. */
struct rest {
	const char *data;
	size_t len;
	size_t answer_max;
};

/* Our ends and the program's, closed in those that must not have them. */
struct pipes {
	int in[2];  /* we write [1], it reads [0] */
	int out[2]; /* it writes [1], we read [0] */
};

struct pipe_running {
	struct pipes pipes;
	pid_t program;
	struct rest rest;
	int limit;
	int64_t until; /* then it is asked to end, or made to */
	bool has_ended;
	struct pipe_result result;
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

static int pipes_open(struct pipes *pipes)
{
	*pipes = (struct pipes){{-1, -1}, {-1, -1}};
	if (pipe(pipes->in) != 0 || pipe(pipes->out) != 0) {
		int failure = errno;

		pipes_close(pipes);
		return failure;
	}
	for (int i = 0; i < 2; i++) {
		fcntl(pipes->in[i], F_SETFD, FD_CLOEXEC);
		fcntl(pipes->out[i], F_SETFD, FD_CLOEXEC);
	}
	return 0;
}

/* The environment with the words of the C locale in it: an array of the
 * caller's, with borrowed texts. */
static char **in_c_locale(void)
{
	char **out;
	size_t count = 0, n = 0;

	while (environ[count] != NULL)
		count++;
	out = mem_new(count + 2, sizeof(*out));
	for (size_t i = 0; i < count; i++)
		if (strncmp(environ[i], "LC_ALL=", 7) != 0)
			out[n++] = environ[i];
	out[n] = (char *)"LC_ALL=C";
	return out;
}

static int spawn(const struct pipes *pipes, const struct pipe_task *task,
		 pid_t *program)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	char **plain = task->is_plain ? in_c_locale() : NULL;
	sigset_t defaults;
	int result;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, pipes->in[0], 0);
	posix_spawn_file_actions_adddup2(&actions, pipes->out[1], 1);
	posix_spawn_file_actions_adddup2(&actions, pipes->out[1], 2);
	posix_spawnattr_init(&attributes);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	/* Without a terminal of its own it asks for no password over a screen.
	 */
	posix_spawnattr_setflags(&attributes,
				 POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSID);
	result = posix_spawnp(program, task->argv[0], &actions, &attributes,
			      (char *const *)task->argv,
			      plain != NULL ? plain : environ);
	free(plain);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

int64_t pipe_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* As much as it takes now. Our end is closed behind all of it, or where it
 * went away before it had all of it; its exit says why. */
static void write_some(struct pipes *pipes, struct rest *rest)
{
	ssize_t written;

	while (rest->len > 0) {
		written = write(pipes->in[1], rest->data, rest->len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0 && errno == EAGAIN)
			return;
		if (written < 0)
			break;
		rest->data += written;
		rest->len -= (size_t)written;
	}
	close_end(&pipes->in[1]);
}

/* What it has said by now. */
static void read_some(struct pipes *pipes, size_t max, struct str *answer)
{
	char buffer[512];
	ssize_t n;

	while ((n = read(pipes->out[0], buffer, sizeof(buffer))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN)
			return;
		if (n < 0)
			break;
		if (answer->len < max)
			str_add_n(answer, buffer, (size_t)n);
		else
			return; /* dropped; one that never stops is late */
	}
	close_end(&pipes->out[0]);
}

static bool has_ended(pid_t program, int *status)
{
	pid_t ended = waitpid(program, status, WNOHANG);

	return ended == program || (ended < 0 && errno != EINTR);
}

/* A program that ends early must not take the desk with it. */
static void exchange(struct pipe_running *running)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	struct pipes *pipes = &running->pipes;

	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &before);
	if (pipes->in[1] >= 0)
		write_some(pipes, &running->rest);
	if (pipes->out[0] >= 0)
		read_some(pipes, running->rest.answer_max,
			  &running->result.answer);
	sigaction(SIGPIPE, &before, NULL);
}

/* Asked to end, then made to. */
static void hurry(struct pipe_running *running)
{
	bool was_asked = running->result.late_after > 0;

	kill(running->program, was_asked ? SIGKILL : SIGTERM);
	running->result.late_after = running->limit;
	running->until = was_asked ? INT64_MAX : pipe_now() + GRACE;
}

static void settle(struct pipe_running *running)
{
	struct pipe_result *result = &running->result;
	struct str *answer = &result->answer;

	running->has_ended = true;
	while (answer->len > 0 &&
	       isspace((unsigned char)answer->text[answer->len - 1]))
		str_cut(answer, answer->len - 1);
	result->is_done = running->rest.len == 0 && result->late_after == 0 &&
			  WIFEXITED(result->status) &&
			  WEXITSTATUS(result->status) == 0;
}

struct pipe_running *pipe_start(const struct pipe_task *task)
{
	struct pipe_running *running = mem_new(1, sizeof(*running));
	struct pipes *pipes = &running->pipes;
	int *failure = &running->result.failure;

	running->rest = (struct rest){task->data, task->len,
				      task->answer_max != 0 ? task->answer_max
							    : PIPE_ANSWER};
	running->limit = task->limit;
	running->until = pipe_now() + task->limit;
	*failure = pipes_open(pipes);
	if (*failure == 0)
		*failure = spawn(pipes, task, &running->program);
	if (*failure != 0) {
		running->has_ended = true;
		return running;
	}
	close_end(&pipes->in[0]);
	close_end(&pipes->out[1]);
	fcntl(pipes->in[1], F_SETFL, O_NONBLOCK);
	fcntl(pipes->out[0], F_SETFL, O_NONBLOCK);
	return running;
}

int pipe_failure(const struct pipe_running *running)
{
	return running->result.failure;
}

/* Its end is what counts, for what it started may hold its pipe. */
bool pipe_step(struct pipe_running *running, int patience)
{
	struct pipes *pipes = &running->pipes;
	struct pollfd files[2] = {{pipes->in[1], POLLOUT, 0},
				  {pipes->out[0], POLLIN, 0}};
	int step = pipes->out[0] >= 0 ? STEP : STEP_AT_END;

	if (running->has_ended)
		return true;
	poll(files, 2, patience < step ? patience : step);
	exchange(running);
	if (has_ended(running->program, &running->result.status)) {
		exchange(running);
		settle(running);
	} else if (pipe_now() >= running->until) {
		hurry(running);
	}
	return running->has_ended;
}

void pipe_end(struct pipe_running *running, struct pipe_result *out)
{
	if (!running->has_ended) {
		kill(running->program, SIGKILL);
		while (waitpid(running->program, &running->result.status, 0) <
			   0 &&
		       errno == EINTR)
			;
		settle(running);
	}
	pipes_close(&running->pipes);
	*out = running->result;
	free(running);
}

void pipe_run(const struct pipe_task *task, struct pipe_result *out)
{
	struct pipe_running *running = pipe_start(task);

	while (!pipe_step(running, STEP))
		;
	pipe_end(running, out);
}

void pipe_add_answer(const struct pipe_result *result, struct str *out)
{
	const char *text = str_text(&result->answer);
	struct str line = STR_INIT, words = STR_INIT;

	if (result->late_after > 0) {
		str_addf(out, _("it gave no answer within %d seconds"),
			 (result->late_after + 999) / 1000);
		return;
	}
	str_add_n(&line, text, strcspn(text, "\n"));
	text_clean(str_text(&line), false, &words);
	str_cut(&words, text_fit(str_text(&words), 300));
	str_add(out, str_text(&words));
	str_release(&line);
	str_release(&words);
}
