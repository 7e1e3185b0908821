/*
 * The program is killed at every step of a session: at once behind the key,
 * wherever it then is, and when the step's work is seen. The store is whole,
 * what was seen to be committed is there, and what was typed is kept.
 */
#include "desk_terminal.h"

#include <dirent.h>
#include <string.h>
#include <time.h>

#include "frontdesk/desk/desk.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/signin.h"

#define KILLS_AT_LEAST 25
#define FIVE_SECONDS 5000

/* What the step does, what shows that it is done, and what then is there. */
struct step {
	const char *keys;
	const char *seen;
	const char *sql; /* at least one; NULL: nothing new is committed */
};

#define SINCE " arrived_at >= 1795472040000"

static const struct step steps[] = {
    {"gar", "Garage sale permit", NULL},
    {"<F9>", "Logged: Garage",
     "SELECT count(*) FROM visit WHERE state = 'served' AND" SINCE},
    {"<F6>", "IN LINE 4",
     "SELECT count(*) FROM visit WHERE state = 'waiting' AND" SINCE},
    {"alva", "Good afternoon, Ms. Alvarez", NULL},
    {"<Enter>", "not begun", NULL},
    {"do", "About      do",
     "SELECT count(*) FROM visit WHERE state = 'serving' AND" SINCE},
    {"<Enter>", "Neutered", NULL},
    {"<Tab><Tab>The gate was open", "The gate was open", NULL},
    {"<F8>", "By when",
     "SELECT count(*) FROM contact WHERE words = 'The gate was open'"},
    {"call back<Tab>fri", "November 27", NULL},
    {"<F9>", "Promised",
     "SELECT count(*) FROM promise WHERE what = 'call back'"},
    {"<F5>", "because of", NULL},
    {"c", "ON HOLD",
     "SELECT count(*) FROM period WHERE kind = 'hold' AND reason = 'copies' "
     "AND began_at >= 1795472040000"},
    {"<F5>", "together", NULL},
    {"<F7>", "GOES ALONG", NULL},
    {"<Enter>Which tag?", "Which tag?", NULL},
    {"<F9>", "Offered to",
     "SELECT count(*) FROM handoff WHERE asked = 'Which tag?'"},
    {"<F9>", "Logged V-",
     "SELECT count(*) FROM visit WHERE state = 'served' AND"
     " staff_id IS NOT NULL AND visit_id IN (SELECT c.visit_id FROM contact c "
     "WHERE c.words = 'The gate was open')"},
};
#define STEPS (sizeof(steps) / sizeof(steps[0]))

static int kills;

static void expect_whole(const struct desk_terminal *desk)
{
	struct desk *opened;
	struct error err = {0};

	if (!desk_open(desk->store, SOURCE_DIR "/data", clock_system(), &opened,
		       &err) ||
	    !desk_sign_in_account(opened, "nobody-in-particular", &err) ||
	    !desk_check(opened, &err))
		fail_msg("%s: %s", err.text, err.detail);
	desk_close(opened);
}

/* The steps up to this one; each is seen before the next is typed. */
static struct terminal *play(struct desk_terminal *desk, size_t count)
{
	struct terminal *terminal = desk_terminal_open(desk);

	for (size_t i = 0; i < count; i++) {
		terminal_keys(terminal, steps[i].keys);
		terminal_wait_text(terminal, steps[i].seen);
	}
	return terminal;
}

static void kill_it(struct desk_terminal *desk, struct terminal *terminal)
{
	desk_terminal_end(desk, terminal); /* by SIGKILL */
	kills++;
}

static void expect_committed(const struct desk_terminal *desk, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (steps[i].sql && strcmp(steps[i].keys, "do") != 0 &&
		    desk_terminal_number(desk, steps[i].sql) < 1)
			fail_msg("lost behind step %zu: %s", count,
				 steps[i].sql);
}

/* Seen steps are committed; the one that is under way is whole or not there.
 * At last nothing is under way. */
static void what_is_committed_outlives_every_kill(void **state)
{
	struct desk_terminal *desk = *state;

	for (size_t i = 0; i <= STEPS; i++) {
		struct terminal *terminal;

		desk_terminal_setup(state);
		terminal = play(desk, i);
		if (i < STEPS)
			terminal_keys(terminal, steps[i].keys);
		/* Where it then is: in the search, in the commit, before. */
		kill_it(desk, terminal);
		expect_committed(desk, i);
		/* The long look where something was being written. */
		if (i == STEPS || steps[i].sql)
			expect_whole(desk);
	}
}

static int64_t elapsed(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Typed there, kept within five seconds, killed, and there again. */
static void expect_back(struct desk_terminal *desk, size_t steps_before,
			const char *keys, const char *words, const char *again)
{
	struct terminal *terminal;
	void *state = desk;
	int64_t began;

	desk_terminal_setup(&state);
	terminal = play(desk, steps_before);
	began = elapsed();
	terminal_keys(terminal, keys);
	terminal_wait_text(terminal, words);
	desk_terminal_wait_draft(desk, terminal, words);
	assert_true(elapsed() - began <= FIVE_SECONDS);
	kill_it(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	if (again) {
		terminal_wait_text(terminal, "Who or what?");
		terminal_keys(terminal, again);
	}
	terminal_wait_text(terminal, words);
	desk_terminal_end(desk, terminal);
}

static void what_was_typed_is_back_on_every_screen(void **state)
{
	struct desk_terminal *desk = *state;

	expect_back(desk, 0, "quarz", "quarz", NULL);		  /* the box */
	expect_back(desk, 7, "<Tab><Tab>Bit me", "Bit me", NULL); /* a visit */
	expect_back(desk, 9, "call her<Tab>mon", "call her", NULL);	/* F8 */
	expect_back(desk, 15, "<Enter>Whose dog?", "Whose dog?", NULL); /* F7 */
	expect_back(desk, 0, "Qu<Enter><Tab>Ama Lu", "Ama Lu", NULL); /* new */
	expect_back(desk, 0, "<F1>enter a vis<Enter>9:10<Tab>9:20", "9:20",
		    NULL); /* later */
	/* A question is asked again first. */
	expect_back(desk, 2, "<F10><S-Tab><Enter>vtyped twice", "typed twice",
		    "<F10><S-Tab><Enter>v<C-z>");
}

static void enough_was_killed(void **state)
{
	(void)state;
	if (kills < KILLS_AT_LEAST)
		fail_msg("only %d kills", kills);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_is_committed_outlives_every_kill),
	    DESK_TEST(what_was_typed_is_back_on_every_screen),
	    cmocka_unit_test(enough_was_killed),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
