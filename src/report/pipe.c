/*
 * pipe.c - text through another program
 */
#include "pipe.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/text.h"

extern char **environ;

/* Our ends and the program's, closed in those that must not have them. */
struct pipes {
	int in[2];  /* we write [1], it reads [0] */
	int out[2]; /* it writes [1], we read [0] */
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

static int spawn(const struct pipes *pipes, const char *const argv[],
		 pid_t *program)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
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
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	result = posix_spawnp(program, argv[0], &actions, &attributes,
			      (char *const *)argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&actions);
	return result;
}

/* False where it went away before it had all of it; its exit says why. */
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

static void talk(struct pipes *pipes, pid_t program, const char *text,
		 struct pipe_result *out)
{
	bool is_whole;

	close_end(&pipes->in[0]);
	close_end(&pipes->out[1]);
	is_whole = write_all(pipes->in[1], text);
	close_end(&pipes->in[1]);
	read_answer(pipes->out[0], &out->answer);
	while (waitpid(program, &out->status, 0) < 0 && errno == EINTR)
		;
	while (out->answer.len > 0 &&
	       isspace((unsigned char)out->answer.text[out->answer.len - 1]))
		str_cut(&out->answer, out->answer.len - 1);
	out->is_done =
	    is_whole && WIFEXITED(out->status) && WEXITSTATUS(out->status) == 0;
}

void pipe_run(const char *const argv[], const char *text,
	      struct pipe_result *out)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	struct pipes pipes;
	pid_t program;

	*out = (struct pipe_result){0};
	out->failure = pipes_open(&pipes);
	if (out->failure != 0)
		return;
	/* A program that ends early must not take the desk with it. */
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, &before);
	out->failure = spawn(&pipes, argv, &program);
	if (out->failure == 0)
		talk(&pipes, program, text, out);
	sigaction(SIGPIPE, &before, NULL);
	pipes_close(&pipes);
}

void pipe_add_answer(const struct pipe_result *result, struct str *out)
{
	const char *text = str_text(&result->answer);
	struct str line = STR_INIT, words = STR_INIT;

	str_add_n(&line, text, strcspn(text, "\n"));
	text_clean(str_text(&line), false, &words);
	str_cut(&words, text_fit(str_text(&words), 200));
	str_add(out, str_text(&words));
	str_release(&line);
	str_release(&words);
}
