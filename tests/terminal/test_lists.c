/* What waits for somebody: every list, and the work that Enter does there. */
#include "desk_terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LISTS 11

static const char *const names[LISTS] = {
    "Handed to you",  "Put aside",     "Promises",	 "To tell",
    "To acknowledge", "Open requests", "To answer",	 "Feedback",
    "Ideas",	      "Thanks",	       "Today's visits",
};

enum {
	HANDED,
	ASIDE,
	PROMISES,
	TO_TELL,
	TO_ACKNOWLEDGE,
	OPEN,
	TO_ANSWER,
	FEEDBACK,
	IDEAS,
	THANKS,
	TODAY
};

static int count_in(const char *screen, int list)
{
	const char *at = strstr(screen, names[list]);

	return at ? atoi(at + strlen(names[list])) : -1;
}

struct counted {
	int list, count;
};

static bool is_count(struct terminal *terminal, const void *state)
{
	const struct counted *counted = state;

	return terminal_has(terminal, "Lists") &&
	       count_in(terminal_screen(terminal), counted->list) ==
		   counted->count;
}

static void wait_count(struct terminal *terminal, int list, int count)
{
	struct counted counted = {list, count};
	char what[64];

	snprintf(what, sizeof(what), "%s %d", names[list], count);
	terminal_wait(terminal, what, is_count, &counted);
}

/* The list with its rule, and how many stand in it: at least one. */
static int open_list(struct terminal *terminal, int list)
{
	char rule[64];
	int count;

	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	for (int i = 0; i < LISTS; i++) {
		snprintf(rule, sizeof(rule), "── %s ──", names[list]);
		if (terminal_has(terminal, rule))
			break;
		snprintf(rule, sizeof(rule), "── %s ──", names[i]);
		terminal_wait_text(terminal, rule);
		terminal_keys(terminal, "<Tab>");
		snprintf(rule, sizeof(rule), "── %s ──",
			 names[(i + 1) % LISTS]);
		terminal_wait_text(terminal, rule);
	}
	snprintf(rule, sizeof(rule), "── %s ──", names[list]);
	terminal_wait_text(terminal, rule);
	count = count_in(terminal_screen(terminal), list);
	if (count < 1)
		fail_msg("the demo has nothing in %s", names[list]);
	return count;
}

static void f10_shows_the_first_list_that_has_something(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "── Handed to you ──");
	terminal_wait_row(terminal, 5, "›");
	for (int i = 0; i < LISTS; i++)
		assert_true(count_in(terminal_screen(terminal), i) >= 0);
}

static void tab_and_the_arrows_go_round_the_lists(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	char rule[64];

	terminal_keys(terminal, "<F10>");
	for (int i = 0; i <= LISTS; i++) {
		snprintf(rule, sizeof(rule), "── %s ──", names[i % LISTS]);
		terminal_wait_text(terminal, rule);
		terminal_keys(terminal, i % 2 ? "<Right>" : "<Tab>");
	}
	terminal_keys(terminal, "<Left><S-Tab>");
	terminal_wait_text(terminal, "── Today's visits ──");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

static void a_hand_off_is_read_with_what_was_asked_on_top(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	open_list(terminal, HANDED);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 1, "from ");
	terminal_wait_row(terminal, 3, "ASKED");
	terminal_wait_text(terminal, "── CAME ALONG ──");
	terminal_wait_text(terminal, "Who: ");
	terminal_wait_text(terminal, "F9 Accept");
}

static void an_accepted_hand_off_leaves_the_list(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, HANDED);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "CAME ALONG");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "what will be done, and by when?");
	/* It is a promise: the same is asked. */
	terminal_wait_row(terminal, 2, "By when do you need it?");
	terminal_keys(terminal, "<C-u>Will look<Tab>4pm");
	terminal_wait_text(terminal, "Monday, November 23, 4:00 pm");
	terminal_wait_row(terminal, 2, "“You have our word: Monday");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Accepted: the request");
	terminal_wait_row(terminal, 1, "open, with A. Ruiz");
	terminal_keys(terminal, "<Esc>");
	wait_count(terminal, HANDED, count - 1);
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM handoff_event "
					 "WHERE note = 'Will look, by Monday, "
					 "November 23, 4:00 pm'"),
	    1);
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM promise "
					 "WHERE what = 'Will look' AND state = "
					 "'open' AND owner_staff_id = made_by"),
	    1);
}

static void a_hand_off_is_returned_only_with_its_reason(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, HANDED);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F4 Return, more");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "with the reason");
	terminal_keys(terminal, "r");
	terminal_wait_text(terminal, "Return: why");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "the reason");
	terminal_keys(terminal, "It is for Building<Enter>");
	terminal_wait_text(terminal, "Returned to ");
	wait_count(terminal, HANDED, count - 1);
}

static void a_kept_promise_leaves_the_list(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, PROMISES);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promised anew");
	/* The first one is late: done all the same it is missed. */
	terminal_keys(terminal, "k");
	terminal_wait_text(terminal, "It is done, if late");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Done, later than promised.");
	wait_count(terminal, PROMISES, count - 1);
	terminal_keys(terminal, "<Enter>k");
	terminal_wait_text(terminal, "The promise is kept");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Our word was kept");
	wait_count(terminal, PROMISES, count - 2);
}

static void a_promise_made_anew_keeps_its_old_date(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, PROMISES);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promised anew");
	terminal_keys(terminal, "a");
	terminal_wait_text(terminal, "By when can it be done?");
	terminal_wait_row(terminal, 1, "and missed it. I am sorry.");
	terminal_keys(terminal, "dec 4");
	terminal_wait_text(terminal, "Friday, December 4, 5:00 pm");
	terminal_wait_row(terminal, 1, "I am sorry. You have our word:");
	assert_false(terminal_has(terminal, "ASK"));
	terminal_keys(terminal, "<Enter>The plan came late<Enter>");
	terminal_wait_text(terminal, "Promised anew; the old date stays");
	terminal_wait_text(terminal, "in time.  ^Z takes it back");
	terminal_wait_text(terminal, "Dec 4");
	wait_count(terminal, PROMISES, count);
	assert_int_equal(desk_terminal_number(
			     *state,
			     "SELECT count(*) FROM promise n JOIN promise o "
			     "ON o.promise_id = n.renews_id WHERE n.due_on = "
			     "'2026-12-04' AND o.state = 'renewed' AND "
			     "o.due_on <> n.due_on"),
			 1);
}

static void what_is_promised_anew_is_kept_until_it_is_promised(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	open_list(terminal, PROMISES);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promised anew");
	terminal_keys(terminal, "a");
	terminal_wait_text(terminal, "By when can it be done?");
	terminal_keys(terminal, "fri<Tab>The part is late<Esc>");
	terminal_wait_text(terminal, "Lists");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promised anew");
	terminal_keys(terminal, "a");
	terminal_wait_text(terminal, "^Z brings back");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "The part is late");
	terminal_wait_text(terminal, "Friday, November 27");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Promised anew; the old date stays");
}

static void a_promise_is_withdrawn_only_with_its_reason(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, PROMISES);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Withdrawn");
	terminal_keys(terminal, "w");
	terminal_wait_text(terminal, "Why is the promise withdrawn?");
	terminal_keys(terminal, "<Enter>nothing to send<Enter>");
	terminal_wait_text(terminal, "Withdrawn. Say so");
	wait_count(terminal, PROMISES, count - 1);
}

static void a_result_that_is_told_leaves_the_list(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, TO_TELL);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "they were told");
	terminal_keys(terminal, "Said thank you<Enter>");
	terminal_wait_text(terminal, "Told, and noted.");
	wait_count(terminal, TO_TELL, count - 1);
}

static void a_request_is_acknowledged_by_telephone(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, TO_ACKNOWLEDGE);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "By telephone");
	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "Acknowledged.");
	wait_count(terminal, TO_ACKNOWLEDGE, count - 1);
}

static void a_request_that_is_done_is_to_be_told(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, OPEN);
	int to_tell = count_in(terminal_screen(terminal), TO_TELL);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F9 Done");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What was done?");
	terminal_keys(terminal, "It was mended<Enter>");
	terminal_wait_text(terminal, "on the list of what is to tell");
	terminal_wait_text(terminal, "It was mended");
	terminal_keys(terminal, "<Esc>");
	wait_count(terminal, OPEN, count - 1);
	wait_count(terminal, TO_TELL, to_tell + 1);
}

static void a_visit_put_aside_is_taken_up(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	open_list(terminal, ASIDE);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "F9 Finish");
	terminal_wait_text(terminal, "together");
}

static void a_visit_of_today_is_voided_with_its_reason(void **state)
{
	struct terminal *terminal;
	int64_t voided = desk_terminal_number(
	    *state, "SELECT count(*) FROM visit WHERE voided_at IS NOT NULL");
	int count;

	terminal = desk_terminal_open(*state);
	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	count = open_list(terminal, TODAY);
	terminal_wait_row(terminal, 5, "Garage sale permit");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Void it");
	terminal_keys(terminal, "v");
	terminal_wait_text(terminal, "Why is the visit voided?");
	terminal_keys(terminal, "pressed by mistake<Enter>");
	terminal_wait_text(terminal, "Voided: it counts nowhere");
	wait_count(terminal, TODAY, count - 1);
	assert_int_equal(
	    desk_terminal_number(
		*state,
		"SELECT count(*) FROM visit WHERE voided_at IS NOT NULL"),
	    voided + 1);
}

static void a_late_promise_says_how_late_in_calm_words(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_wait_text(terminal, "Promises 2, late 1, today 1");
	open_list(terminal, PROMISES);
	terminal_wait_text(terminal, "LATE Nov 20");
	terminal_wait_text(terminal, "was due Fri Nov 20, 4:00 pm, 3 days ago");
	terminal_keys(terminal, "<Down>");
	terminal_wait_text(terminal, "due Mon Nov 23, 5:00 pm");
}

static void what_was_done_in_a_list_is_taken_back_there(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, PROMISES);

	terminal_keys(terminal, "<Enter>w");
	terminal_wait_text(terminal, "Why is the promise withdrawn?");
	terminal_keys(terminal, "wrong row<Enter>");
	terminal_wait_text(terminal, "^Z takes it back");
	wait_count(terminal, PROMISES, count - 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "is open again, by Fri Nov 20.");
	wait_count(terminal, PROMISES, count);
	/* Promised anew, then taken back on the desk. */
	terminal_keys(terminal, "<Home><Enter>a");
	terminal_wait_text(terminal, "By when can it be done?");
	terminal_keys(terminal, "dec 4<Enter><Enter>");
	terminal_wait_text(terminal, "Promised anew; the old date stays");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Promises 2, today 1");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "is promised for Fri Nov 20 again.");
	terminal_wait_text(terminal, "Promises 2, late 1, today 1");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM promise WHERE "
					 "due_on = '2026-12-04' AND "
					 "taken_back_at IS NULL"),
	    0);
}

static void what_was_told_acknowledged_or_done_is_taken_back(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int to_tell = open_list(terminal, TO_TELL), count;

	terminal_keys(terminal, "<Enter><Enter>");
	terminal_wait_text(terminal, "Told, and noted.");
	wait_count(terminal, TO_TELL, to_tell - 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Taken back: it is still to be told.");
	wait_count(terminal, TO_TELL, to_tell);
	terminal_keys(terminal, "<Esc>");
	count = open_list(terminal, TO_ACKNOWLEDGE);
	terminal_keys(terminal, "<Enter>t");
	wait_count(terminal, TO_ACKNOWLEDGE, count - 1);
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the request is to be acknowledged.");
	wait_count(terminal, TO_ACKNOWLEDGE, count);
	terminal_keys(terminal, "<Esc>");
	count = open_list(terminal, OPEN);
	terminal_keys(terminal, "<Enter><F9>");
	terminal_wait_text(terminal, "What was done?");
	terminal_keys(terminal, "It was mended<Enter>");
	terminal_wait_row(terminal, 1, "done: ");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, " is open again.");
	terminal_wait_row(terminal, 1, "open, with A. Ruiz");
	terminal_wait_text(terminal, "It was mended – taken back");
	terminal_keys(terminal, "<Esc>");
	wait_count(terminal, OPEN, count);
	wait_count(terminal, TO_TELL, to_tell);
}

static void who_is_not_reached_stays_to_be_told(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	int count = open_list(terminal, TO_TELL);

	terminal_wait_text(terminal, "Telephone ");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "Not reached");
	terminal_keys(terminal, "n");
	terminal_wait_text(terminal, "They could not be reached");
	terminal_keys(terminal, "no answer<Enter>");
	terminal_wait_text(terminal, "it stays on the list to be told");
	terminal_wait_text(terminal, "tried once, Mon Nov 23, 2:14 pm");
	wait_count(terminal, TO_TELL, count);
	terminal_keys(terminal, "<F4>r");
	terminal_wait_text(terminal, "could not be reached: no answer");
}

static void a_row_that_was_settled_elsewhere_says_so(void **state)
{
	struct terminal *here = desk_terminal_open(*state);
	struct terminal *there = desk_terminal_open(*state);

	open_list(here, TO_TELL);
	open_list(there, TO_TELL);
	terminal_keys(here, "<Enter>");
	terminal_wait_text(here, "they were told");
	terminal_keys(there, "<Enter>");
	terminal_wait_text(there, "they were told");
	terminal_keys(there, "<Enter>");
	terminal_wait_text(there, "Told, and noted.");
	terminal_keys(here, "called<Enter>");
	terminal_wait_text(here, "Somebody has told them meanwhile");
	terminal_wait_text(here, "called");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(f10_shows_the_first_list_that_has_something),
	    DESK_TEST(tab_and_the_arrows_go_round_the_lists),
	    DESK_TEST(a_hand_off_is_read_with_what_was_asked_on_top),
	    DESK_TEST(an_accepted_hand_off_leaves_the_list),
	    DESK_TEST(a_hand_off_is_returned_only_with_its_reason),
	    DESK_TEST(a_kept_promise_leaves_the_list),
	    DESK_TEST(what_is_promised_anew_is_kept_until_it_is_promised),
	    DESK_TEST(a_promise_made_anew_keeps_its_old_date),
	    DESK_TEST(a_promise_is_withdrawn_only_with_its_reason),
	    DESK_TEST(a_result_that_is_told_leaves_the_list),
	    DESK_TEST(a_request_is_acknowledged_by_telephone),
	    DESK_TEST(a_request_that_is_done_is_to_be_told),
	    DESK_TEST(a_visit_put_aside_is_taken_up),
	    DESK_TEST(a_visit_of_today_is_voided_with_its_reason),
	    DESK_TEST(a_late_promise_says_how_late_in_calm_words),
	    DESK_TEST(what_was_done_in_a_list_is_taken_back_there),
	    DESK_TEST(what_was_told_acknowledged_or_done_is_taken_back),
	    DESK_TEST(who_is_not_reached_stays_to_be_told),
	    DESK_TEST(a_row_that_was_settled_elsewhere_says_so),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
