/* Text through another program, which may take it, refuse it, or never end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "report/pipe.h"

#define SOON 200
#define NEVER 60000

static void run(const char *script, const char *text, int limit,
		struct pipe_result *out)
{
	const char *const argv[] = {"sh", "-c", script, NULL};
	const struct pipe_task task = {
	    .argv = argv, .data = text, .len = strlen(text), .limit = limit};

	pipe_run(&task, out);
	assert_int_equal(out->failure, 0);
}

static void expect_late(const char *script, const char *text)
{
	struct pipe_result result;
	struct str words = STR_INIT;

	run(script, text, SOON, &result);
	assert_false(result.is_done);
	assert_int_equal(result.late_after, SOON);
	assert_true(WIFSIGNALED(result.status));
	pipe_add_answer(&result, &words);
	assert_non_null(strstr(str_text(&words), "no answer within"));
	str_release(&words);
	str_release(&result.answer);
}

static void a_program_that_never_ends_is_ended(void **state)
{
	(void)state;
	expect_late("cat >/dev/null; exec tail -f /dev/null", "text");
}

static void one_that_closes_its_answer_and_stays_is_ended(void **state)
{
	(void)state;
	expect_late("exec sleep 600 >&- 2>&-", "text");
}

static void one_that_does_not_want_to_end_is_made_to(void **state)
{
	(void)state;
	expect_late("trap '' TERM; exec tail -f /dev/null", "text");
}

static void one_that_never_reads_is_ended(void **state)
{
	char *much = malloc(1 << 20);

	(void)state;
	memset(much, 'x', (1 << 20) - 1);
	much[(1 << 20) - 1] = '\0';
	expect_late("exec tail -f /dev/null", much);
	free(much);
}

static void one_that_never_stops_talking_is_ended(void **state)
{
	(void)state;
	expect_late("exec yes", "text");
}

/* A mailer's own queue runner may hold the pipe and live on. */
static void what_it_leaves_behind_is_not_waited_for(void **state)
{
	struct pipe_result result;

	(void)state;
	run("cat >/dev/null; tail -f /dev/null & echo $!", "text", NEVER,
	    &result);
	assert_true(result.is_done);
	assert_int_equal(kill((pid_t)atol(str_text(&result.answer)), SIGTERM),
			 0);
	str_release(&result.answer);
}

static void much_goes_there_and_comes_back(void **state)
{
	struct pipe_result result;
	char *much = malloc(1 << 20);

	(void)state;
	memset(much, 'x', (1 << 20) - 1);
	much[(1 << 20) - 1] = '\0';
	run("exec cat", much, NEVER, &result);
	assert_true(result.is_done);
	assert_int_equal(result.late_after, 0);
	assert_true(result.answer.len >= 2048);
	str_release(&result.answer);
	free(much);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_program_that_never_ends_is_ended),
	    cmocka_unit_test(one_that_closes_its_answer_and_stays_is_ended),
	    cmocka_unit_test(one_that_does_not_want_to_end_is_made_to),
	    cmocka_unit_test(one_that_never_reads_is_ended),
	    cmocka_unit_test(one_that_never_stops_talking_is_ended),
	    cmocka_unit_test(what_it_leaves_behind_is_not_waited_for),
	    cmocka_unit_test(much_goes_there_and_comes_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
