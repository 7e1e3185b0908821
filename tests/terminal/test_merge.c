/* Two records of one invented person: side by side, one, and two again. */
#include "desk_terminal.h"

#include <string.h>

/* The record of the first of the two Maria Garcias, of Heacock St. */
static struct terminal *open_record(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "garcia");
	terminal_wait_text(terminal, "Heacock St");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The whole record");
	for (int i = 0; i < 14; i++)
		terminal_keys(terminal, "<Down>");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "REQUESTS 1, OPEN 1");
	return terminal;
}

static void compare(struct terminal *terminal)
{
	terminal_keys(terminal, "<Home><Down><Enter>");
	terminal_wait_text(terminal, "Which is the other record");
	terminal_wait_text(terminal, "Ironwood Ave");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Two records of one person");
}

static void merge(struct terminal *terminal)
{
	compare(terminal);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "^Z gives both back.");
}

/* Over the visit that was not begun: from its history, then from its form. */
static void go_home(struct terminal *terminal)
{
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "not begun");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_cursor(terminal, 10, 12);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 1, "Who or what?  garcia");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "garcia");
}

static void both_stand_side_by_side_and_what_differs_says_so(void **state)
{
	struct terminal *terminal = open_record(*state);

	compare(terminal);
	terminal_wait_row(terminal, 0, "rows that differ: 1");
	terminal_wait_text(terminal, "951-555-0174, 12021");
	terminal_wait_text(terminal, "951-555-0175, 24310");
	terminal_wait_text(terminal, "not asked               › no");
	terminal_wait_text(terminal, "differs");
	terminal_wait_text(terminal, "both stay");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Nothing is merged.");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM resident_merge"),
	    0);
}

static void one_history_has_the_visits_of_both(void **state)
{
	struct terminal *terminal = open_record(*state);

	merge(terminal);
	terminal_wait_text(terminal, "REQUESTS 2, OPEN 1");
	terminal_wait_text(terminal, "also known as P-");
	terminal_wait_text(terminal, "merged Nov 23 by A. Ruiz: take apart");
	terminal_wait_text(terminal, "951-555-0174 · 12021 Heacock St");
	terminal_wait_text(terminal, "951-555-0175");
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, "A birthday in the park");
	terminal_keys(terminal, "<C-w>");
	terminal_wait_text(terminal, "merged two records of this person");
}

/* The visit below was opened before: it is theirs, and nobody's namesake. */
static void a_screen_of_before_reads_the_one_record(void **state)
{
	struct terminal *terminal = open_record(*state);

	compare(terminal);
	terminal_keys(terminal, "<Right><F9>");
	terminal_wait_text(terminal, "^Z gives both back.");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "not begun");
	terminal_wait_text(terminal, "Park reservation");
	terminal_wait_gone(terminal, "There is another Maria Garcia");
	terminal_wait_text(terminal, "Street light out: Lamp on promised");
}

static void taken_apart_there_are_two_again(void **state)
{
	struct terminal *terminal = open_record(*state);

	merge(terminal);
	terminal_keys(terminal, "<Home><Down><Down><Enter>");
	terminal_wait_text(terminal, "somebody else after all?");
	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "is a record of its own again.");
	terminal_wait_text(terminal, "REQUESTS 1, OPEN 1");
	terminal_wait_gone(terminal, "also known as");
	terminal_wait_gone(terminal, "951-555-0175");
	go_home(terminal);
	terminal_keys(terminal, "garcia");
	terminal_wait_text(terminal, "Heacock St");
	terminal_wait_text(terminal, "Ironwood Ave");
}

static void undo_right_after_gives_both_back(void **state)
{
	struct terminal *terminal = open_record(*state);

	merge(terminal);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "are two records again.");
	terminal_wait_text(terminal, "REQUESTS 1, OPEN 1");
}

static void the_other_reference_may_stay(void **state)
{
	struct terminal *terminal = open_record(*state);

	compare(terminal);
	terminal_keys(terminal, "<Right><F9>");
	terminal_wait_text(terminal, "^Z gives both back.");
	/* The record that was open is the one that is read as the other. */
	terminal_wait_text(terminal, "REQUESTS 2, OPEN 1");
	assert_int_equal(
	    desk_terminal_number(
		*state, "SELECT count(*) FROM resident_merge g JOIN reach h"
			" ON h.resident_id = g.survivor_id"
			" WHERE h.value = '951-555-0175'"),
	    1);
}

/* Found by an old reference: the row says that it was merged. */
static void an_old_reference_leads_there(void **state)
{
	struct terminal *terminal = open_record(*state);
	char reference[16] = "";
	const char *news;
	int row, col;

	merge(terminal);
	row = terminal_find(terminal, "also known as P-", &col);
	news = strstr(terminal_row(terminal, row), "P-");
	assert_non_null(news);
	strncat(reference, news, 10);
	go_home(terminal);
	terminal_keys(terminal, reference);
	terminal_wait_text(terminal, "Garcia, Ms. Maria");
	terminal_wait_text(terminal, " merged");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(both_stand_side_by_side_and_what_differs_says_so),
	    DESK_TEST(one_history_has_the_visits_of_both),
	    DESK_TEST(a_screen_of_before_reads_the_one_record),
	    DESK_TEST(taken_apart_there_are_two_again),
	    DESK_TEST(undo_right_after_gives_both_back),
	    DESK_TEST(the_other_reference_may_stay),
	    DESK_TEST(an_old_reference_leads_there),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
