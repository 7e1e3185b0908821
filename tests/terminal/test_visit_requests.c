/* What a visit is about: several requests, old ones, answers, results. */
#include "desk_terminal.h"

#define MINUTE 60000

/* The visit of Ms. Alvarez, nothing typed yet. */
static struct terminal *open_alvarez(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	return terminal;
}

/* Runs a command that has no key, by its name in the help. */
static void command(struct terminal *terminal, const char *name)
{
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "Put the visit on hold");
	terminal_keys(terminal, name);
	terminal_wait_gone(terminal, "Put the visit on hold");
	terminal_keys(terminal, "<Enter>");
}

static void an_untouched_visit_leaves_no_trace(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t visits =
	    desk_terminal_number(desk, "SELECT count(*) FROM visit");
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "<Tab><Tab><Esc>");
	terminal_wait_text(terminal, "Who or what?");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM visit"), visits);
}

static void a_hold_has_its_reason_and_ends(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "d<F5>");
	terminal_wait_text(terminal, "On hold, because of:");
	terminal_keys(terminal, "c");
	terminal_wait_row(terminal, 0, "ON HOLD");
	terminal_wait_text(terminal, "F5 Resume");
	desk_terminal_pass(desk, 4 * MINUTE);
	terminal_keys(terminal, "<F5>");
	terminal_wait_row(terminal, 0, "together 0 min");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM period WHERE "
				       "kind = 'hold' AND reason = 'copies' "
				       "AND ended_at - began_at = 240000"),
	    1);
}

static void two_requests_in_one_visit_are_two_contacts(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	command(terminal, "another");
	terminal_wait_row(terminal, 1, "request 2 of 2");
	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "Garage sale permit");
	terminal_keys(terminal, "<Enter><F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(
			     desk,
			     "SELECT count(*) FROM contact WHERE visit_id = "
			     "(SELECT max(visit_id) FROM visit)"),
			 2);
}

static void an_open_request_is_offered_first_and_taken_up(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t requests =
	    desk_terminal_number(desk, "SELECT count(*) FROM request");
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "fe");
	terminal_wait_row(terminal, 6, "open since Mon Nov 2");
	terminal_wait_row(terminal, 7, "a new request");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 1, "R-");
	terminal_wait_text(terminal, "BLD-26-0412");
	terminal_wait_text(terminal, "told us Wed Nov 18");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(desk, "SELECT count(*) FROM request"),
	    requests);
}

static void the_history_is_walked_with_the_arrows_and_taken_up(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "<Up>");
	for (int i = 0; i < 7; i++)
		terminal_keys(terminal, "<Down>");
	terminal_wait_text(terminal, "› R-");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The visit is about R-");
}

static void a_required_question_may_be_skipped(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "required");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_wait_text(terminal, "Not asked yet: Neutered, Rabies.");
	terminal_keys(terminal, "g<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(desk_terminal_number(
			     desk,
			     "SELECT count(*) FROM answer WHERE contact_id = "
			     "(SELECT max(contact_id) FROM contact)"),
			 0);
}

/* One more request of hers, with a promise that is late in six minutes. */
static void promise_at_length(struct terminal *terminal, const char *topic)
{
	terminal_keys(terminal, "alva<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_keys(terminal, topic);
	terminal_keys(terminal,
		      "<Enter><F8>Call and say in full which papers are needed"
		      " and where the office is, and what it costs<Enter>"
		      "2:20pm<F9>");
	terminal_wait_text(terminal, "Promised, and on the desk");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

static void much_that_is_known_leaves_room_for_the_requests(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	promise_at_length(terminal, "do");
	promise_at_length(terminal, "gar");
	desk_terminal_pass(desk, 4 * MINUTE);
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	desk_terminal_pass(desk, 4 * MINUTE);
	terminal_keys(terminal, "<Esc>alva<Enter>fe<Enter>");
	terminal_wait_text(terminal, "4th contact");
	terminal_wait_text(terminal, "SO FAR");
	terminal_wait_text(terminal, "^E 3 more");
	terminal_wait_row(terminal, 20, "Garage sale permit");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "Dog licence: Call and say");
	terminal_wait_text(terminal, "Garage sale permit: Call and say");
}

static void esc_goes_to_the_first_question_nobody_asked(void **state)
{
	struct terminal *terminal = open_alvarez(*state);
	int row;

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "required");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Not asked yet: Neutered, Rabies.");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "What came of it?");
	row = terminal_find(terminal, "Neutered ", NULL);
	terminal_wait_cursor(terminal, row, 12);
	/* Asked, and they do not know: that is an answer. */
	terminal_keys(terminal, "?<F9>");
	terminal_wait_text(terminal, "Not asked yet: Rabies.");
	terminal_keys(terminal, "<Esc>2027-03-01");
	terminal_wait_gone(terminal, "What came of it?");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	assert_false(terminal_has(terminal, "Not asked"));
}

static void where_no_result_is_asked_the_log_says_what_was_not(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "required");
	terminal_keys(terminal, "<F8>Call<Enter>fri<F9>");
	terminal_wait_text(terminal, "Promised, and on the desk");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Not asked: Neutered, Rabies.");
	/* Too long for one row: its end stands on the next. */
	terminal_wait_text(terminal, "^Z takes it back");
}

static void a_hand_off_too_leaves_no_question_unsaid(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "required");
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "Everything that you told me goes along.");
	terminal_keys(terminal, "<Enter>Please check<F9>");
	terminal_wait_text(terminal, "Offered to");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Not asked: Neutered, Rabies.");
}

static void what_a_result_demands_comes_prefilled_from_the_topic(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_alvarez(desk);

	terminal_keys(terminal, "fence<Down><Enter>");
	terminal_wait_text(terminal, "About      Fence permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "needs");
	terminal_wait_text(terminal, "Planning Commission");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "── could not");
	terminal_keys(terminal, "over the limit<F9>");
	terminal_wait_text(terminal, "Logged V-");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM contact WHERE result = "
		      "'could_not' AND result_text = 'over the limit' AND "
		      "appeal <> '' AND alternative <> '' AND contact_id = "
		      "(SELECT max(contact_id) FROM contact)"),
	    1);
}

static void a_topic_that_nobody_knows_is_refused_at_its_field(void **state)
{
	struct terminal *terminal = open_alvarez(*state);

	terminal_keys(terminal, "zzzzqq<F9>");
	terminal_wait_text(terminal, "No topic has those words");
	terminal_wait_text(terminal, "zzzzqq");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(an_untouched_visit_leaves_no_trace),
	    DESK_TEST(a_hold_has_its_reason_and_ends),
	    DESK_TEST(two_requests_in_one_visit_are_two_contacts),
	    DESK_TEST(an_open_request_is_offered_first_and_taken_up),
	    DESK_TEST(the_history_is_walked_with_the_arrows_and_taken_up),
	    DESK_TEST(a_required_question_may_be_skipped),
	    DESK_TEST(much_that_is_known_leaves_room_for_the_requests),
	    DESK_TEST(esc_goes_to_the_first_question_nobody_asked),
	    DESK_TEST(where_no_result_is_asked_the_log_says_what_was_not),
	    DESK_TEST(a_hand_off_too_leaves_no_question_unsaid),
	    DESK_TEST(what_a_result_demands_comes_prefilled_from_the_topic),
	    DESK_TEST(a_topic_that_nobody_knows_is_refused_at_its_field),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
