/* Topics at the counter: what they ask, what their card says, who keeps it. */
#include "desk_terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTICE "DANGER  Leave the building, touch no switch, and call 911"

/* A water heater of somebody who is known, in the row of the gas. */
static struct terminal *open_water_heater(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "abernathy<Enter>water heater<Enter>");
	terminal_wait_text(terminal, "Gas");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>tank<Tab>");
	terminal_wait_row(terminal, 3, "Do you smell gas?");
	return terminal;
}

static void
a_danger_is_said_at_once_and_stands_on_top_of_what_goes_along(void **state)
{
	struct terminal *terminal = open_water_heater(*state);
	int col;

	assert_false(terminal_has(terminal, "DANGER"));
	terminal_keys(terminal, "y");
	terminal_wait_row(terminal, 5, NOTICE);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_wait_text(terminal, "DANGER: Do you smell gas? yes");
	terminal_wait_text(terminal, "now: urgent");
	terminal_keys(terminal, "osei<Enter>Come and look<F9>");
	terminal_wait_text(terminal, "Offered to Mr. Osei");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "DANGER · Water heater");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Come and look");
	assert_true(terminal_find(terminal, "DANGER: Do you smell gas? yes",
				  &col) >= 0);
	assert_true(
	    terminal_find(terminal, "DANGER: Do you smell gas? yes", &col) <
	    terminal_find(terminal, "ASKED", &col));
}

static void an_answer_that_does_not_suit_stays_typed_and_is_said(void **state)
{
	struct terminal *terminal = open_water_heater(*state);

	terminal_keys(terminal, "perhaps<Tab>");
	terminal_wait_text(terminal, "The answer is yes or no.");
	terminal_wait_text(terminal, "perhaps");
	terminal_keys(terminal, "<S-Tab><C-u>n<Tab>");
	terminal_wait_gone(terminal, "The answer is yes or no.");
	terminal_wait_text(terminal, "Gas        no");
	assert_false(terminal_has(terminal, "DANGER"));
}

/* The card of the fence permit, as K. Osei, who handles it. */
static struct terminal *open_fence(struct desk_terminal *desk, const char *who)
{
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_sign_in(terminal, who);
	terminal_keys(terminal, "<C-o>");
	terminal_wait_text(terminal, "Topics");
	terminal_keys(terminal, "fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_wait_text(terminal, "Mr. Osei, Planning");
	return terminal;
}

static void its_owner_changes_the_card_and_the_counter_reads_it(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *owner = open_fence(desk, "K. Osei"), *counter;

	terminal_keys(owner, "<Down><Down><Enter>");
	terminal_wait_row(owner, 0, "Change the card: Fence permit");
	terminal_keys(owner, "<Tab><Tab><C-u>two site plans<F9>");
	terminal_wait_text(owner, "every window has it now");
	terminal_wait_text(owner, "two site plans");
	counter = desk_terminal_open(desk);
	terminal_keys(counter, "abernathy<Enter>fence<Enter>");
	terminal_wait_text(counter, "Bring two site plans");
	terminal_keys(counter, "<C-o>");
	terminal_wait_row(counter, 0, "Fence permit");
	terminal_wait_text(counter, "two site plans");
	assert_false(terminal_has(counter, "change the card"));
	terminal_keys(counter, "<Enter>");
	terminal_wait_row(counter, 0, "Fence permit: how its card was");
	terminal_wait_row(counter, 1, "K. Osei");
	terminal_wait_row(counter, 1, "in use");
	terminal_keys(counter, "<Down>");
	terminal_wait_text(counter, "site plan, ID");
}

static void a_change_is_taken_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *owner = open_fence(desk, "K. Osei");

	terminal_keys(owner, "<Down><Enter>");
	terminal_wait_text(owner, "Verified today, by you.");
	terminal_wait_text(owner, "verified Mon Nov 23 by K. Osei");
	terminal_keys(owner, "<C-z>");
	terminal_wait_text(owner, "Taken back: the card is as it was.");
	terminal_wait_gone(owner, "verified Mon Nov 23");
}

static void a_question_is_added_moved_and_retired(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *owner = open_fence(desk, "K. Osei");

	terminal_keys(owner, "<Down><Down><Enter>");
	terminal_wait_row(owner, 0, "Change the card: Fence permit");
	for (int i = 0; i < 8; i++)
		terminal_keys(owner, "<PgDn>");
	terminal_keys(owner, "<S-Tab>Hazard<Tab>Is a wire down?<Tab>");
	terminal_wait_text(owner, "Question 5");
	terminal_keys(owner, "y<Tab>y<Tab>yes<Tab>Call 911.<F4>");
	terminal_wait_text(owner, "What becomes of this question?");
	terminal_keys(owner, "u");
	terminal_wait_text(owner, "Question 4");
	terminal_keys(owner, "<F9>");
	terminal_wait_text(owner, "every window has it now");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT q.position FROM question q JOIN topic t ON "
		      "t.topic_version_id = q.topic_version_id WHERE t.code = "
		      "'fence-permit' AND q.label = 'Hazard' AND q.danger = "
		      "'yes' AND q.is_required = 1"),
	    4);
	terminal_keys(owner, "<Enter>");
	terminal_wait_row(owner, 0, "Change the card: Fence permit");
	terminal_keys(owner, "<PgDn><PgDn>");
	terminal_wait_text(owner, "Question 1");
	terminal_keys(owner, "<F4>");
	terminal_wait_text(owner, "Retired");
	terminal_keys(owner, "r<F9>");
	terminal_wait_text(owner, "every window has it now");
	assert_int_equal(
	    desk_terminal_number(
		desk, "SELECT count(*) FROM question q JOIN topic t ON "
		      "t.topic_version_id = q.topic_version_id WHERE t.code = "
		      "'fence-permit'"),
	    4);
}

static void changed_by_two_both_are_shown(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *one = open_fence(desk, "K. Osei"), *other;

	terminal_keys(one, "<Down><Down><Enter>");
	terminal_wait_row(one, 0, "Change the card: Fence permit");
	terminal_keys(one, "<Tab><Tab><C-u>two site plans");
	other = open_fence(desk, "L. Weber");
	terminal_keys(other, "<Down><Down><Enter>");
	terminal_wait_row(other, 0, "Change the card: Fence permit");
	terminal_keys(other, "<Tab><Tab><C-u>a photograph<F9>");
	terminal_wait_text(other, "every window has it now");
	terminal_keys(one, "<F9>");
	terminal_wait_text(one, "This card was changed by somebody else");
	terminal_wait_text(one, "a photograph");
	terminal_keys(one, "<Left><F9>");
	terminal_wait_text(one, "every window has it now");
	terminal_wait_text(one, "two site plans");
}

static void what_is_typed_into_a_card_survives_a_kill(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<Down><Down><Enter>");
	terminal_wait_row(terminal, 0, "Change the card: Fence permit");
	terminal_keys(terminal, "<Tab><Tab><C-u>two site plans");
	desk_terminal_wait_draft(desk, terminal, "two site plans");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open(desk); /* A. Ruiz, whose it is not */
	terminal_keys(terminal, "<C-q>");
	terminal_wait_text(terminal, "Locked");
	terminal_keys(terminal, "<C-u>K. Osei<Enter>");
	terminal_wait_row(terminal, 0, "Change the card: Fence permit");
	terminal_wait_text(terminal, "two site plans");
}

/* A. Ruiz is asked about the fence of somebody who is known; K. Osei, who
 * handles it, has it on the list. */
static struct terminal *ask_planning(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "abernathy<Enter>fence<Enter><C-n>");
	terminal_wait_text(terminal, "What could nobody here answer?");
	terminal_wait_text(terminal, "it goes to Mr. Osei, Planning.");
	terminal_keys(terminal, "May it be of straw?<Enter>");
	terminal_wait_text(terminal, "Noted: Mr. Osei, Planning has it");
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	desk_terminal_sign_in(terminal, "K. Osei");
	terminal_wait_text(terminal, "To answer 1");
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "To answer 1");
	for (int i = 0; i < 9 && !terminal_has(terminal, "May it be of straw?");
	     i++) {
		terminal_keys(terminal, "<Tab>");
		terminal_wait_text(terminal, "Lists");
	}
	terminal_wait_text(terminal, "noted by A. Ruiz");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Answered on the card");
	return terminal;
}

static void
what_nobody_knew_becomes_the_owners_work_and_is_answered(void **state)
{
	struct terminal *terminal = ask_planning(*state);

	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "Everybody may read this");
	terminal_wait_text(terminal, "May it be of straw?");
	terminal_keys(terminal, "<C-u>May a fence be straw?<Tab>No, it burns.");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "whoever noted it has it to tell");
	terminal_wait_text(terminal, "No question waits for your answer.");
	desk_terminal_sign_in(terminal, "A. Ruiz");
	terminal_wait_text(terminal, "To tell 2");
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<PgDn>");
	terminal_wait_text(terminal, "May a fence be straw?");
	terminal_wait_text(terminal, "No, it burns.");
}

static void an_answer_is_taken_back(void **state)
{
	struct terminal *terminal = ask_planning(*state);

	terminal_keys(terminal, "c");
	terminal_wait_text(terminal, "Everybody may read this");
	terminal_keys(terminal, "<Tab>No, it burns.<F9>");
	terminal_wait_text(terminal, "No question waits for your answer.");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the question waits for its answer");
	terminal_wait_text(terminal, "May it be of straw?");
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<PgDn>");
	terminal_wait_text(terminal, "Appeal");
	assert_false(terminal_has(terminal, "it burns"));
}

static void a_question_is_passed_on_to_another_topic(void **state)
{
	struct terminal *terminal = ask_planning(*state);

	terminal_keys(terminal, "p");
	terminal_wait_text(terminal, "Who can answer it?");
	terminal_keys(terminal, "dog lic<Enter>");
	terminal_wait_text(terminal, "Passed on: ");
	terminal_wait_text(terminal, "No question waits for your answer.");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the question is where it was");
	terminal_wait_text(terminal, "May it be of straw?");
}

static void whoever_notes_a_question_chooses_its_topic(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<C-n>");
	terminal_wait_text(terminal, "It goes to your department.");
	terminal_keys(terminal, "Of straw?<F4>");
	terminal_wait_text(terminal, "About which topic");
	terminal_keys(terminal, "fence<Enter>");
	terminal_wait_text(terminal, "About Fence permit: it goes to Mr. Osei");
	terminal_wait_text(terminal, "Of straw?");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Noted: Mr. Osei, Planning has it");
}

static void a_topic_is_retired_and_used_again_by_its_owner(void **state)
{
	struct terminal *owner = open_fence(*state, "K. Osei");

	terminal_keys(owner, "<Down><Down><Down><Down><Enter>");
	terminal_wait_row(owner, 0, "RETIRED");
	terminal_wait_text(owner, "+ use it again");
	terminal_keys(owner, "<Esc>");
	terminal_wait_text(owner, "retired");
	terminal_keys(owner, "<Enter>");
	terminal_wait_text(owner, "+ use it again");
	terminal_keys(owner, "<Down><Down><Down><Enter>");
	terminal_wait_text(owner, "In use again.");
}

/* L. Osei is invented, and bears the formal name of K. Osei. */
static void of_two_of_one_name_the_one_who_handles_it_stays(void **state)
{
	struct desk_terminal *desk = *state;
	const char *const words[] = {
	    "--as",   "rdelgado", "staff",    "add",	  "--login", "losei",
	    "--name", "L. Osei",  "--formal", "Mr. Osei", NULL};
	static const char handler[] =
	    "SELECT s.name = 'K. Osei' FROM topic t JOIN topic_version v ON "
	    "v.topic_version_id = t.topic_version_id JOIN staff s ON "
	    "s.staff_id = v.staff_id WHERE t.code = 'fence-permit'";
	struct terminal *owner;

	assert_int_equal(desk_terminal_run(desk, words), 0);
	owner = open_fence(desk, "K. Osei");
	terminal_keys(owner, "<Down><Down><Enter>");
	terminal_wait_row(owner, 0, "Change the card: Fence permit");
	terminal_keys(owner, "<Tab><Tab><Tab>!<F9>");
	terminal_wait_text(owner, "every window has it now");
	assert_int_equal(desk_terminal_number(desk, handler), 1);
}

static void what_only_a_card_says_is_opened_and_not_logged(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "gas");
	terminal_wait_text(terminal, "Water heater permit");
	assert_false(terminal_has(terminal, "F9 Log"));
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "F9 logs a topic by its name");
	terminal_keys(terminal, "<Esc>o");
	terminal_wait_text(terminal, "new resident");
	assert_false(terminal_has(terminal, "F9 Log"));
}

static void anywhere_it_is_noted_in_one_key_and_taken_back(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<C-n>");
	terminal_wait_text(terminal, "What could nobody here answer?");
	terminal_keys(terminal, "Who owns the clock tower?<Enter>");
	terminal_wait_text(terminal, "Noted: your department has it");
	terminal_wait_text(terminal, "To answer 1");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the question was not noted");
	terminal_wait_gone(terminal, "To answer 1");
}

static void the_card_is_printed_for_the_visitor(void **state)
{
	struct desk_terminal *desk = *state;
	const char *const argv[] = {desk->program, "--demo", "--store",
				    desk->store, NULL};
	char folder[4096], program[160], paper[160];
	const char *const env[] = {folder, NULL};
	struct terminal *terminal;
	FILE *file;

	place_path(&desk->place, "paper", paper, sizeof(paper));
	place_path(&desk->place, "lp", program, sizeof(program));
	file = fopen(program, "w");
	assert_non_null(file);
	fprintf(file, "#!/bin/sh\ncat >'%s'\necho 'request id is desk-7 (1)'\n",
		paper);
	fclose(file);
	assert_int_equal(chmod(program, 0700), 0);
	snprintf(folder, sizeof(folder), "PATH=%s:%s", desk->place.path,
		 getenv("PATH"));
	terminal = desk_terminal_start(desk, argv, env, 80, 24);
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<C-o>fence<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_keys(terminal, "<C-p>");
	terminal_wait_text(terminal, "Printed for the visitor: desk-7");
	assert_int_equal(access(paper, R_OK), 0);
}

static void what_was_told_before_is_offered_with_its_day(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "abernathy<Enter>dog lic<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab>Bello<F9>");
	terminal_wait_text(terminal, "Not asked yet");
	terminal_keys(terminal, "a");
	terminal_wait_text(terminal, "F9");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_pass(desk, 3 * INT64_C(86400000));
	terminal_keys(terminal, "abernathy<Enter>dog lic");
	terminal_wait_text(terminal, "Dog licence");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "told us Mon Nov 23: Bello");
	terminal_keys(terminal, "<Tab><Tab><Tab><Tab><F4>");
	terminal_wait_text(terminal, "told us Mon Nov 23");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Dog's name Bello");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_question_is_passed_on_to_another_topic),
	    DESK_TEST(whoever_notes_a_question_chooses_its_topic),
	    DESK_TEST(a_topic_is_retired_and_used_again_by_its_owner),
	    DESK_TEST(of_two_of_one_name_the_one_who_handles_it_stays),
	    DESK_TEST(what_only_a_card_says_is_opened_and_not_logged),
	    DESK_TEST(
		a_danger_is_said_at_once_and_stands_on_top_of_what_goes_along),
	    DESK_TEST(an_answer_that_does_not_suit_stays_typed_and_is_said),
	    DESK_TEST(its_owner_changes_the_card_and_the_counter_reads_it),
	    DESK_TEST(a_change_is_taken_back),
	    DESK_TEST(a_question_is_added_moved_and_retired),
	    DESK_TEST(changed_by_two_both_are_shown),
	    DESK_TEST(what_is_typed_into_a_card_survives_a_kill),
	    DESK_TEST(what_nobody_knew_becomes_the_owners_work_and_is_answered),
	    DESK_TEST(an_answer_is_taken_back),
	    DESK_TEST(what_was_told_before_is_offered_with_its_day),
	    DESK_TEST(the_card_is_printed_for_the_visitor),
	    DESK_TEST(anywhere_it_is_noted_in_one_key_and_taken_back),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
