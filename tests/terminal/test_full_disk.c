/*
 * A disk that fills while a clerk types: words on the screen, everything typed
 * still there, and saved once there is room again.
 */
#define _GNU_SOURCE /* prlimit: the disk of the other program fills */
#include "desk_terminal.h"

#include <sys/resource.h>

#include "terminal_private.h"

#define VISITS "SELECT count(*) FROM visit WHERE state = 'served'"

/* No file of the program may grow beyond it; what is typed takes less. */
static void limit_disk(const struct terminal *terminal, rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(prlimit(terminal->pid, RLIMIT_FSIZE, NULL, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(prlimit(terminal->pid, RLIMIT_FSIZE, &limit, NULL), 0);
}

static void what_is_typed_waits_for_room_on_the_disk(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t before = desk_terminal_number(desk, VISITS);
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	limit_disk(terminal, 4096);
	terminal_keys(terminal, "<Tab><Tab>Lost the tag<F9>");
	terminal_wait_text(terminal, "the disk is full");
	terminal_wait_text(terminal, "Lost the tag");
	limit_disk(terminal, RLIM_INFINITY);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	limit_disk(terminal, 4096);
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "the disk is full");
	terminal_wait_text(terminal, "Lost the tag");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	assert_int_equal(desk_terminal_number(desk, VISITS), before);
	limit_disk(terminal, RLIM_INFINITY);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(desk, VISITS), before + 1);
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM contact WHERE "
				       "words = 'Lost the tag'"),
	    1);
}

static void the_desk_stands_on_a_full_disk(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	limit_disk(terminal, 0);
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "the disk is full");
	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "the disk is full");
	terminal_wait_row(terminal, 1, "gar");
	limit_disk(terminal, RLIM_INFINITY);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_is_typed_waits_for_room_on_the_disk),
	    DESK_TEST(the_desk_stands_on_a_full_disk),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
