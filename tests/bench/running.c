/*
 * running.c - a program on a terminal, its output read as bytes
 */
#include "running.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	PATIENCE = 20000, /* ms */
	QUIET = 5,	  /* ms without a byte: it has painted all */
};

/* It gets no time to write back what it never wrote. */
void running_start(struct running *running, const char *const argv[])
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	*running = (struct running){0};
	running->pid = forkpty(&running->terminal, NULL, NULL, &size);
	if (running->pid < 0)
		abort();
	if (running->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
}

bool running_see(struct running *running, const char *words)
{
	char part[16384];

	while (running->seen.len == 0 ||
	       strstr(str_text(&running->seen), words) == NULL) {
		struct pollfd on = {running->terminal, POLLIN, 0};
		ssize_t len;

		if (poll(&on, 1, PATIENCE) <= 0)
			return false;
		len = read(running->terminal, part, sizeof(part));
		if (len <= 0)
			return false;
		for (ssize_t i = 0; i < len; i++)
			if (part[i] == '\0')
				part[i] = ' ';
		str_add_n(&running->seen, part, (size_t)len);
	}
	return true;
}

void running_drain(struct running *running)
{
	struct pollfd on = {running->terminal, POLLIN, 0};
	char part[4096];

	while (poll(&on, 1, QUIET) > 0 &&
	       read(running->terminal, part, sizeof(part)) > 0)
		;
}

void running_press(struct running *running, const char *keys)
{
	str_clear(&running->seen);
	if (write(running->terminal, keys, strlen(keys)) < 0)
		abort();
}

void running_stop(struct running *running, int signal)
{
	kill(running->pid, signal);
	close(running->terminal);
	waitpid(running->pid, NULL, 0);
	str_release(&running->seen);
}
