#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "terminal_private.h"

/* A condition may lie outside the screen: it is looked at again so often. */
#define GLANCE 100
/* A drawing comes in pieces, and they follow each other faster than this. */
#define REST 20

static long now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (long)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* What the terminal answers when it is asked (its kind, the cursor). */
static void answer(const char *bytes, size_t len, void *user)
{
	terminal_send(user, bytes, len);
}

static int set_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *terminal = user;

	if (property == VTERM_PROP_ALTSCREEN)
		terminal->is_alternate = value->boolean;
	return 1;
}

static void start(struct terminal *terminal, const char *const argv[],
		  const char *const env[])
{
	struct winsize size = {.ws_row = (unsigned short)terminal->rows,
			       .ws_col = (unsigned short)terminal->cols};

	terminal->pid = forkpty(&terminal->fd, NULL, NULL, &size);
	assert_true(terminal->pid >= 0);
	if (terminal->pid == 0) {
		for (; env && *env; env++)
			putenv((char *)*env);
		execv(argv[0], (char *const *)argv);
		fprintf(stderr, "cannot run %s: %s\n", argv[0],
			strerror(errno));
		_exit(127);
	}
	fcntl(terminal->fd, F_SETFL, O_NONBLOCK);
	fcntl(terminal->fd, F_SETFD, FD_CLOEXEC);
}

struct terminal *terminal_open(const char *const argv[],
			       const char *const env[], int cols, int rows)
{
	static const VTermScreenCallbacks callbacks = {.settermprop =
							   set_property};
	struct terminal *terminal = calloc(1, sizeof(*terminal));

	assert_non_null(terminal);
	terminal->rows = rows;
	terminal->cols = cols;
	terminal->vterm = vterm_new(rows, cols);
	vterm_set_utf8(terminal->vterm, 1);
	vterm_output_set_callback(terminal->vterm, answer, terminal);
	terminal->screen = vterm_obtain_screen(terminal->vterm);
	vterm_screen_set_callbacks(terminal->screen, &callbacks, terminal);
	vterm_screen_enable_altscreen(terminal->screen, 1);
	vterm_screen_reset(terminal->screen, 1);
	start(terminal, argv, env);
	return terminal;
}

static bool drain(struct terminal *terminal)
{
	char bytes[65536];
	ssize_t len = read(terminal->fd, bytes, sizeof(bytes));

	if (len > 0) {
		vterm_input_write(terminal->vterm, bytes, (size_t)len);
		return true;
	}
	if (len < 0 && (errno == EAGAIN || errno == EINTR))
		return false;
	terminal->has_ended = true; /* Linux says EIO when nobody has it open */
	return false;
}

bool terminal_pump(struct terminal *terminal, int timeout)
{
	struct pollfd out = {.fd = terminal->fd, .events = POLLIN};

	if (terminal->has_ended || terminal->fd < 0)
		return false;
	if (poll(&out, 1, timeout) <= 0)
		return false;
	return drain(terminal);
}

void terminal_send(struct terminal *terminal, const char *bytes, size_t len)
{
	long until = now() + TERMINAL_PATIENCE;

	while (len > 0) {
		struct pollfd both = {.fd = terminal->fd,
				      .events = POLLIN | POLLOUT};
		ssize_t done;

		if (terminal->has_ended || now() > until ||
		    poll(&both, 1, TERMINAL_PATIENCE) <= 0)
			fail_msg("the program takes no keys:\n%s",
				 terminal_screen(terminal));
		if (both.revents & (POLLIN | POLLHUP))
			drain(terminal); /* or both sides wait for the other */
		if (!(both.revents & POLLOUT))
			continue;
		done = write(terminal->fd, bytes, len);
		if (done > 0) {
			bytes += done;
			len -= (size_t)done;
		}
	}
}

/* Met, and the drawing it was part of is over: nothing more comes. */
static bool is_met_at_rest(struct terminal *terminal,
			   terminal_condition_fn *is_met, const void *state)
{
	do {
		while (terminal_pump(terminal, 0))
			;
		if (!is_met(terminal, state))
			return false;
	} while (terminal_pump(terminal, REST));
	return true;
}

void terminal_wait(struct terminal *terminal, const char *what,
		   terminal_condition_fn *is_met, const void *state)
{
	long until = now() + TERMINAL_PATIENCE;

	while (!is_met_at_rest(terminal, is_met, state)) {
		long left = until - now();

		if (left <= 0 || terminal->has_ended) {
			/* Whole: a failure's message is cut short. */
			fputs(terminal_screen(terminal), stderr);
			fail_msg("%s, waited for %s",
				 terminal->has_ended ? "the program ended"
						     : "in vain",
				 what);
		}
		terminal_pump(terminal, left < GLANCE ? (int)left : GLANCE);
	}
}

static bool has_text(struct terminal *terminal, const void *state)
{
	return terminal_has(terminal, state);
}

static bool lacks_text(struct terminal *terminal, const void *state)
{
	return !terminal_has(terminal, state);
}

struct row_text {
	int row, col;
	const char *text;
};

static bool row_has_text(struct terminal *terminal, const void *state)
{
	const struct row_text *wanted = state;

	return strstr(terminal_row(terminal, wanted->row), wanted->text) !=
	       NULL;
}

static bool cursor_is(struct terminal *terminal, const void *state)
{
	const struct row_text *wanted = state;
	int row, col;

	terminal_cursor(terminal, &row, &col);
	return row == wanted->row && col == wanted->col;
}

void terminal_wait_text(struct terminal *terminal, const char *text)
{
	char what[200];

	snprintf(what, sizeof(what), "\"%s\"", text);
	terminal_wait(terminal, what, has_text, text);
}

void terminal_wait_gone(struct terminal *terminal, const char *text)
{
	char what[200];

	snprintf(what, sizeof(what), "\"%s\" to go", text);
	terminal_wait(terminal, what, lacks_text, text);
}

void terminal_wait_row(struct terminal *terminal, int row, const char *text)
{
	struct row_text wanted = {.row = row, .text = text};
	char what[200];

	snprintf(what, sizeof(what), "\"%s\" in row %d", text, row);
	terminal_wait(terminal, what, row_has_text, &wanted);
}

void terminal_wait_cursor(struct terminal *terminal, int row, int col)
{
	struct row_text wanted = {.row = row, .col = col};
	char what[80];

	snprintf(what, sizeof(what), "the cursor at row %d, column %d", row,
		 col);
	terminal_wait(terminal, what, cursor_is, &wanted);
}

void terminal_resize(struct terminal *terminal, int cols, int rows)
{
	struct winsize size = {.ws_row = (unsigned short)rows,
			       .ws_col = (unsigned short)cols};

	terminal->rows = rows;
	terminal->cols = cols;
	vterm_set_size(terminal->vterm, rows, cols);
	assert_int_equal(ioctl(terminal->fd, TIOCSWINSZ, &size), 0);
}

void terminal_kill(struct terminal *terminal, int number)
{
	assert_false(terminal->is_waited);
	assert_int_equal(kill(terminal->pid, number), 0);
}

void terminal_hang_up(struct terminal *terminal)
{
	while (terminal_pump(terminal, 0))
		;
	close(terminal->fd);
	terminal->fd = -1;
}

int terminal_wait_exit(struct terminal *terminal)
{
	long until = now() + TERMINAL_PATIENCE;
	int status;

	while (terminal->fd >= 0 && !terminal->has_ended) {
		if (now() > until)
			fail_msg("the program does not end:\n%s",
				 terminal_screen(terminal));
		terminal_pump(terminal, (int)(until - now()));
	}
	if (!terminal->is_waited) {
		while (waitpid(terminal->pid, &status, 0) < 0)
			assert_int_equal(errno, EINTR);
		terminal->is_waited = true;
		terminal->status = WIFEXITED(status) ? WEXITSTATUS(status)
						     : 128 + WTERMSIG(status);
	}
	return terminal->status;
}

bool terminal_is_restored(struct terminal *terminal)
{
	struct termios modes;

	return tcgetattr(terminal->fd, &modes) == 0 &&
	       (modes.c_lflag & (ICANON | ECHO | ISIG)) ==
		   (ICANON | ECHO | ISIG) &&
	       !terminal->is_alternate;
}

void terminal_close(struct terminal *terminal)
{
	if (!terminal->is_waited) {
		kill(terminal->pid, SIGKILL);
		waitpid(terminal->pid, NULL, 0);
	}
	if (terminal->fd >= 0)
		close(terminal->fd);
	vterm_free(terminal->vterm);
	free(terminal->dump);
	free(terminal->line);
	free(terminal);
}
