/* The one box: what it finds, what is said meanwhile, what stays private. */
#include "desk_terminal.h"

#include <string.h>

/* Whatever was highlighted is the first row below the rule. */
#define FIRST_ROW 5

static void type(struct terminal *terminal, const char *text)
{
	terminal_keys(terminal, "<Esc>");
	terminal_wait_cursor(terminal, 1, 15);
	terminal_keys(terminal, text);
}

static void the_demo_opens_as_a_clerk_and_says_how_to_change(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_wait_row(terminal, 0, "Window 2 · A. Ruiz");
	terminal_wait_row(terminal, 0, "Mon Nov 23");
	terminal_wait_row(terminal, 0, "2:14 pm");
	terminal_wait_text(terminal, "^Q changes the person");
	terminal_wait_row(terminal, 2, "SAY  “Good afternoon.”");
	terminal_wait_cursor(terminal, 1, 15);
}

static void joined_words_without_accents_find_jose_de_la_cruz(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "jose delacruz");
	terminal_wait_row(terminal, FIRST_ROW, "de la Cruz, Sr. José");
	terminal_wait_row(terminal, 2, "SAY  “Buenas tardes, Sr. de la Cruz.”");
	type(terminal, "CRUZ, José");
	terminal_wait_row(terminal, FIRST_ROW, "de la Cruz, Sr. José");
}

static void a_telephones_last_digits_find_whoever_has_it(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "5550178");
	terminal_wait_text(terminal, "de la Cruz, Sr. José");
	type(terminal, "0177");
	terminal_wait_text(terminal, "Alvarez, Ms. Elena");
	terminal_wait_text(terminal, "Alvarez, Mr. Luis");
}

static void a_street_finds_who_lives_there(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "kitching");
	terminal_wait_text(terminal, "de la Cruz, Sr. José");
}

static void a_permit_number_finds_its_request(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "BLD-26-0412");
	terminal_wait_row(terminal, FIRST_ROW, "Ms. Elena");
	assert_false(terminal_has(terminal, "Fence permit"));
	terminal_keys(terminal, "<Enter>");
	terminal_wait_gone(terminal, "Who or what?");
	terminal_wait_text(terminal, "Fence permit");
}

/* The reference of the fence permit, as the screen shows it. */
static void read_reference(struct terminal *terminal, char out[16])
{
	const char *found;

	type(terminal, "BLD-26-0412");
	terminal_wait_row(terminal, FIRST_ROW, "Ms. Elena");
	found = strstr(terminal_row(terminal, FIRST_ROW), "R-");
	assert_non_null(found);
	strncpy(out, found, 10);
	out[10] = '\0';
}

static void
a_reference_finds_its_request_and_a_mistyped_one_is_told(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);
	char reference[16];

	read_reference(terminal, reference);
	type(terminal, reference);
	terminal_wait_row(terminal, FIRST_ROW, "Ms. Elena");
	reference[9] = reference[9] == '7' ? '8' : '7';
	type(terminal, reference);
	terminal_wait_text(terminal, "No reference is written like this");
}

static void say_follows_the_highlight(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "gar");
	terminal_wait_row(terminal, 2, "Good afternoon, Ms. Garcia.");
	terminal_wait_row(terminal, 3, "Which street are you on?");
	terminal_keys(terminal, "<Down><Down>");
	terminal_wait_row(terminal, 2, "Buenas tardes, Sr. García.");
	terminal_keys(terminal, "<Up>");
	terminal_wait_row(terminal, 2, "Good afternoon, Ms. Garcia.");
}

static void arrows_do_not_take_f9_from_the_best_topic(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	type(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<Down><Down>");
	terminal_wait_row(terminal, 2, "Sr. García.");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
}

static void before_enter_only_the_street_and_no_telephone_show(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t opened;
	struct terminal *terminal = desk_terminal_open(desk);

	opened = desk_terminal_number(desk, "SELECT count(*) FROM audit "
					    "WHERE action = 'open'");
	type(terminal, "alva");
	terminal_wait_text(terminal, "Alvarez, Ms. Elena");
	terminal_wait_text(terminal, "Ironwood Ave");
	assert_false(terminal_has(terminal, "24872"));
	assert_false(terminal_has(terminal, "555-0177"));
	assert_false(terminal_has(terminal, "plan"));
	assert_int_equal(desk_terminal_number(desk, "SELECT count(*) FROM "
						    "audit WHERE action = "
						    "'open'"),
			 opened);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "SO FAR");
	assert_true(desk_terminal_number(desk,
					 "SELECT count(*) FROM audit "
					 "WHERE action = 'open'") > opened);
}

static void f9_without_an_errand_says_what_to_type(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "F9");
	terminal_wait_row(terminal, 1, "Who or what?");
	type(terminal, "gar<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Taken back: it counts nowhere.");
}

static void a_new_resident_is_one_row_away_and_the_visit_begins(void **state)
{
	struct desk_terminal *desk = *state;
	int64_t residents = desk_terminal_number(desk, "SELECT count(*) FROM "
						       "resident");
	struct terminal *terminal = desk_terminal_open(desk);

	type(terminal, "Zyxwell");
	terminal_wait_row(terminal, FIRST_ROW, "+ new resident “Zyxwell”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "typed: Zyxwell");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "a name is needed");
	terminal_keys(terminal, "Zyxwell<F9>");
	terminal_wait_text(terminal, "They said");
	terminal_wait_row(terminal, 0, "Zyxwell");
	assert_int_equal(desk_terminal_number(desk, "SELECT count(*) FROM "
						    "resident"),
			 residents + 1);
}

static void enter_on_the_empty_box_begins_an_unnamed_visit(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	terminal_wait_text(terminal, "Telephone");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_demo_opens_as_a_clerk_and_says_how_to_change),
	    DESK_TEST(joined_words_without_accents_find_jose_de_la_cruz),
	    DESK_TEST(a_telephones_last_digits_find_whoever_has_it),
	    DESK_TEST(a_street_finds_who_lives_there),
	    DESK_TEST(a_permit_number_finds_its_request),
	    DESK_TEST(a_reference_finds_its_request_and_a_mistyped_one_is_told),
	    DESK_TEST(say_follows_the_highlight),
	    DESK_TEST(arrows_do_not_take_f9_from_the_best_topic),
	    DESK_TEST(before_enter_only_the_street_and_no_telephone_show),
	    DESK_TEST(f9_without_an_errand_says_what_to_type),
	    DESK_TEST(a_new_resident_is_one_row_away_and_the_visit_begins),
	    DESK_TEST(enter_on_the_empty_box_begins_an_unnamed_visit),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
