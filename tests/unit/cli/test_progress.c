/* How far something long is: on a terminal, and nowhere else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <fcntl.h>
#include <unistd.h>

#include "cli/progress.h"

static int64_t now;

static int64_t read_now(void *state)
{
	(void)state;
	return now;
}

static const struct clock test_clock = {read_now, NULL};

/* What is said to a file in the place of standard error. */
static void say_all(int file)
{
	int kept = dup(STDERR_FILENO);

	assert_true(kept >= 0);
	fflush(stderr);
	assert_true(dup2(file, STDERR_FILENO) >= 0);
	now = 0;
	progress_begin(&test_clock);
	progress_show("the figures", 10);
	now = CLOCK_SECOND - 1;
	progress_show("the figures", 20);
	now = CLOCK_SECOND;
	progress_show("the figures", 30);
	progress_show("the pages", -1);
	progress_end();
	fflush(stderr);
	assert_true(dup2(kept, STDERR_FILENO) >= 0);
	close(kept);
}

static void it_is_shown_on_a_terminal_after_a_second(void **state)
{
	int terminal = posix_openpt(O_RDWR | O_NOCTTY), program;
	char text[256];
	ssize_t len;

	(void)state;
	assert_true(terminal >= 0);
	assert_int_equal(grantpt(terminal), 0);
	assert_int_equal(unlockpt(terminal), 0);
	program = open(ptsname(terminal), O_RDWR | O_NOCTTY);
	assert_true(program >= 0);
	say_all(program);
	len = read(terminal, text, sizeof(text) - 1);
	assert_true(len > 0);
	text[len] = '\0';
	assert_non_null(strstr(text, "the figures: 30 %"));
	assert_null(strstr(text, "20 %"));
	/* Nothing of what stood there before is left behind it. */
	assert_non_null(strstr(text, "\rthe pages \033[K"));
	/* And taken away again. */
	assert_non_null(strstr(text, "\r\033[K"));
	close(program);
	close(terminal);
}

static void it_is_never_shown_in_a_pipe(void **state)
{
	int ends[2];
	char byte;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	say_all(ends[1]);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 0);
	close(ends[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(it_is_shown_on_a_terminal_after_a_second),
	    cmocka_unit_test(it_is_never_shown_in_a_pipe),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
