/* The record of a resident: opened, changed, and who has looked. */
#include "desk_terminal.h"

#include <signal.h>
#include <stdio.h>

/* How many have this name in use. */
static int64_t count_names(const struct desk_terminal *desk, const char *where)
{
	char sql[200];

	snprintf(sql, sizeof(sql),
		 "SELECT count(*) FROM resident_name n JOIN resident r ON "
		 "r.resident_id = n.resident_id WHERE n.kind = 'in_use' AND %s",
		 where);
	return desk_terminal_number(desk, sql);
}

/* From the visit to the last row of what is known: the whole record. */
static struct terminal *open_record(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The whole record");
	for (int i = 0; i < 12; i++)
		terminal_keys(terminal, "<Down>");
	terminal_keys(terminal, "<End><Enter>");
	terminal_wait_text(terminal, "── REQUESTS 1, OPEN 1 ──");
	return terminal;
}

static struct terminal *open_form(struct desk_terminal *desk)
{
	struct terminal *terminal = open_record(desk);

	terminal_keys(terminal, "<Up><Enter>");
	terminal_wait_row(terminal, 0, "Change Ms. Elena Alvarez");
	return terminal;
}

/* Down from the title to the row with this label. */
static void go_to(struct terminal *terminal, const char *label)
{
	int row, col;

	terminal_wait_text(terminal, label);
	row = terminal_find(terminal, label, &col);
	for (int i = 3; i < row; i++)
		terminal_keys(terminal, "<Down>");
}

static void the_record_opens_with_its_card_and_one_timeline(void **state)
{
	struct terminal *terminal = open_record(*state);

	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_row(terminal, 0, "P-");
	terminal_wait_row(terminal, 1, "English");
	terminal_wait_row(terminal, 2, "SAY  “Good afternoon, Ms. Alvarez.”");
	terminal_wait_row(terminal, 5, "title Ms. · first name no");
	terminal_wait_text(terminal, "24872 Ironwood Ave");
	terminal_wait_text(terminal, "Fence permit");
	terminal_wait_text(terminal, "Plan check, by Fri Nov 20 – LATE");
	terminal_wait_text(terminal, "to Mr. Osei");
}

static void the_selected_entry_stands_in_full_below(void **state)
{
	struct terminal *terminal = open_record(*state);

	terminal_keys(terminal, "<Down><Down><Down>");
	terminal_wait_text(terminal, "and say when it will be done");
}

static void a_request_opens_with_what_may_be_done_about_it(void **state)
{
	struct terminal *terminal = open_record(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0,
			  "Fence permit · for Ms. Elena Alvarez · 24872");
	terminal_wait_row(terminal, 0, "R-");
	terminal_wait_row(terminal, 1, "open, with K. Osei");
	terminal_wait_text(terminal, "F7 Hand off");
	terminal_wait_text(terminal, "F8 Promise");
	terminal_wait_text(terminal, "F9 Done");
	terminal_keys(terminal, "<Home><Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
	terminal_wait_row(terminal, 1, "R-");
	terminal_wait_text(terminal, "Fence permit");
	terminal_wait_text(terminal, "told us ");
}

static void who_has_looked_is_listed(void **state)
{
	struct terminal *terminal = open_record(*state);

	terminal_keys(terminal, "<C-w>");
	terminal_wait_text(terminal, "── Who has looked ──");
	terminal_wait_text(terminal,
			   "Nov 23, 2:14 pm  A. Ruiz  opened the record");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "REQUESTS 1");
}

/* More than the screen has rows for: down to the last, and back. */
static void a_long_list_of_looks_is_read_to_its_end(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_record(desk);

	terminal_resize(terminal, 60, 10);
	for (int i = 0; i < 4; i++) {
		terminal_keys(terminal, "<F1>change the rec<Enter>x<F9>");
		terminal_wait_text(terminal, "The record is changed.");
	}
	terminal_keys(terminal, "<C-w>");
	terminal_wait_text(terminal, "opened the record");
	assert_false(terminal_has(terminal, "added to the record"));
	terminal_keys(terminal, "<End>");
	terminal_wait_text(terminal, "added to the record");
	assert_false(terminal_has(terminal, "…"));
	terminal_keys(terminal, "<Home>");
	terminal_wait_gone(terminal, "added to the record");
	terminal_keys(terminal, "<PgDn><PgDn><PgDn>");
	terminal_wait_text(terminal, "added to the record");
}

static void what_a_record_allows_is_found_in_the_palette(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<F1>merge");
	terminal_wait_text(terminal, "On a resident's record: it and another");
	terminal_wait_text(terminal, "(not here)");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "not possible on the screen below");
	terminal_keys(terminal, "<Esc>mrs");
	terminal_wait_text(terminal, "How may I address you?");
	terminal_keys(terminal, "<Esc><Esc>alva");
	terminal_wait_text(terminal, "Good afternoon, Ms. Alvarez");
	terminal_keys(terminal, "<F1>record<Enter>");
	terminal_wait_text(terminal, "── REQUESTS 1, OPEN 1 ──");
	terminal_keys(terminal, "<F1>merge<Enter>");
	terminal_wait_text(terminal, "Which is the other record");
}

static void what_a_key_has_nothing_for_is_said(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "There is nothing to take back here.");
	terminal_keys(terminal, "zita quill<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_keys(terminal, "<Tab><F4>");
	terminal_wait_text(terminal, "Nothing to choose in this row.");
}

/* Past the rows of the form, in one key each way. */
static void page_down_leads_from_the_form_to_what_is_known(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "Ms. Alvarez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_keys(terminal, "<PgDn><End><Enter>");
	terminal_wait_text(terminal, "── REQUESTS 1, OPEN 1 ──");
	terminal_keys(terminal, "<Esc><Home><PgUp>gar");
	terminal_wait_text(terminal, "Garage sale permit");
}

static void the_cover_leaves_only_what_is_said(void **state)
{
	struct terminal *terminal = open_record(*state);

	terminal_keys(terminal, "<C-k>");
	terminal_wait_gone(terminal, "951-555-0177");
	terminal_wait_text(terminal, "Good afternoon, Ms. Alvarez.");
	assert_false(terminal_has(terminal, "Ironwood"));
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "951-555-0177");
}

static void the_record_is_changed_in_its_parts(void **state)
{
	struct terminal *terminal = open_form(*state);

	go_to(terminal, "Known as");
	terminal_keys(terminal, "Leni<F9>");
	terminal_wait_text(terminal, "The record is changed.");
	assert_int_equal(count_names(*state,
				     "n.known_as = 'Leni' AND n.given = "
				     "'Elena' AND n.surname = 'Alvarez'"),
			 1);
	assert_int_equal(
	    desk_terminal_number(
		*state, "SELECT count(*) FROM reach h JOIN resident_name n ON "
			"n.resident_id = h.resident_id WHERE n.known_as = "
			"'Leni' AND n.kind = 'in_use' AND h.is_current = 1"),
	    3);
}

static void what_is_refused_is_marked_at_its_row(void **state)
{
	struct terminal *terminal = open_form(*state);
	int row, col;

	go_to(terminal, "E-mail");
	row = terminal_find(terminal, "E-mail", &col);
	terminal_keys(terminal, "<C-u>elena<F9>");
	terminal_wait_text(terminal, "@");
	terminal_wait_cursor(terminal, row, 18 + 5);
	terminal_wait_row(terminal, 0, "Change Ms. Elena Alvarez");
}

static void a_title_is_chosen_with_f4(void **state)
{
	struct terminal *terminal = open_form(*state);

	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "── Choose ──");
	terminal_keys(terminal, "dr");
	terminal_wait_row(terminal, 8, "Dr.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 3, "Dr.");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 2, "Good afternoon, Dr. Alvarez.");
}

static void what_another_wrote_stands_beside_what_was_typed(void **state)
{
	struct terminal *here = open_form(*state);
	struct terminal *there = open_form(*state);

	go_to(there, "Known as");
	terminal_keys(there, "Leni<F9>");
	terminal_wait_text(there, "The record is changed.");
	go_to(here, "Known as");
	terminal_keys(here, "Nena<F9>");
	terminal_wait_row(here, 0, "This record was changed by somebody else");
	terminal_wait_row(here, 5, "Nena");
	terminal_wait_row(here, 5, "Leni");
	assert_int_equal(
	    desk_terminal_number(*state,
				 "SELECT count(*) FROM resident_name "
				 "WHERE kind = 'in_use' AND known_as = 'Leni'"),
	    1);
	/* Both changed it: neither is taken by itself. */
	terminal_keys(here, "<F9>");
	terminal_wait_text(here, "Left keeps yours");
	terminal_keys(here, "<Esc>");
	terminal_wait_text(here, "what you typed stands here");
	terminal_wait_row(here, 0, "Change Ms. Elena Alvarez");
	terminal_keys(here, "<F9>");
	terminal_wait_row(here, 5, "Leni");
	terminal_keys(here, "<Left><F9>");
	terminal_wait_text(here, "The record is changed.");
	assert_int_equal(
	    desk_terminal_number(*state,
				 "SELECT count(*) FROM resident_name "
				 "WHERE kind = 'in_use' AND known_as = 'Nena'"),
	    1);
}

static void what_another_wrote_elsewhere_is_kept(void **state)
{
	struct terminal *here = open_form(*state);
	struct terminal *there = open_form(*state);

	go_to(there, "Known as");
	terminal_keys(there, "Leni<F9>");
	terminal_wait_text(there, "The record is changed.");
	go_to(here, "Note");
	terminal_keys(here, "Rings twice<F9>");
	terminal_wait_row(here, 0, "changed by somebody else");
	terminal_keys(here, "<F9>");
	terminal_wait_text(here, "The record is changed.");
	assert_int_equal(desk_terminal_number(
			     *state, "SELECT count(*) FROM resident_name "
				     "WHERE kind = 'in_use' AND known_as = "
				     "'Leni' AND resident_id IN "
				     "(SELECT r.resident_id FROM resident r "
				     "WHERE r.note = 'Rings twice')"),
			 1);
}

static void a_new_residents_name_is_never_parsed(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "Quartey Ama");
	terminal_wait_text(terminal, "+ new resident “Quartey Ama”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_wait_row(terminal, 1, "typed: Quartey Ama");
	terminal_keys(terminal, "<Down>Ama<Down><Down>Quartey<F9>");
	terminal_wait_row(terminal, 0, "Ama Quartey");
	terminal_wait_row(terminal, 2, "SAY");
	assert_int_equal(
	    desk_terminal_number(
		*state, "SELECT count(*) FROM resident_name "
			"WHERE kind = 'in_use' AND given = 'Ama' AND surname = "
			"'Quartey' AND title IS NULL"),
	    1);
}

static void a_new_resident_without_a_name_is_refused(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "Qqq");
	terminal_wait_text(terminal, "+ new resident “Qqq”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "name");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

static void what_was_typed_comes_back_after_esc(void **state)
{
	struct terminal *terminal = open_form(*state);

	go_to(terminal, "Known as");
	terminal_keys(terminal, "Leni<Esc>");
	terminal_wait_text(terminal, "Not saved.");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "brings back what was typed");
	assert_false(terminal_has(terminal, "Leni"));
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Leni");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The record is changed.");
	assert_int_equal(count_names(*state, "n.known_as = 'Leni'"), 1);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Change Ms. Elena Alvarez");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "nothing to bring back");
}

static void what_was_typed_comes_back_after_the_terminal_is_lost(void **state)
{
	struct terminal *terminal = open_form(*state);

	go_to(terminal, "Known as");
	terminal_keys(terminal, "Leni");
	terminal_wait_text(terminal, "Leni");
	terminal_kill(terminal, SIGHUP);
	terminal_wait_exit(terminal);
	desk_terminal_end(*state, terminal);
	terminal = desk_terminal_open_again(*state);
	terminal_wait_row(terminal, 0, "Change Ms. Elena Alvarez");
	terminal_wait_text(terminal, "Leni");
	terminal_wait_text(terminal, "this is what was typed");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "The record is saved.");
	assert_int_equal(count_names(*state, "n.known_as = 'Leni'"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(the_record_opens_with_its_card_and_one_timeline),
	    DESK_TEST(the_selected_entry_stands_in_full_below),
	    DESK_TEST(a_request_opens_with_what_may_be_done_about_it),
	    DESK_TEST(who_has_looked_is_listed),
	    DESK_TEST(a_long_list_of_looks_is_read_to_its_end),
	    DESK_TEST(what_a_record_allows_is_found_in_the_palette),
	    DESK_TEST(what_a_key_has_nothing_for_is_said),
	    DESK_TEST(page_down_leads_from_the_form_to_what_is_known),
	    DESK_TEST(the_cover_leaves_only_what_is_said),
	    DESK_TEST(the_record_is_changed_in_its_parts),
	    DESK_TEST(what_is_refused_is_marked_at_its_row),
	    DESK_TEST(a_title_is_chosen_with_f4),
	    DESK_TEST(what_another_wrote_stands_beside_what_was_typed),
	    DESK_TEST(what_another_wrote_elsewhere_is_kept),
	    DESK_TEST(what_was_typed_comes_back_after_esc),
	    DESK_TEST(what_was_typed_comes_back_after_the_terminal_is_lost),
	    DESK_TEST(a_new_residents_name_is_never_parsed),
	    DESK_TEST(a_new_resident_without_a_name_is_refused),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
