/* Who is known already: below somebody new who is typed, and in the box. */
#include "desk_terminal.h"

#include "own_city.h"

#define FIRST_ROW 5

/* Everybody is invented. */
static const char people[] =
    "title,given,surname,telephone,address,language\n"
    "Mr.,John,Smith,951-555-0142,12021 Heacock St,en\n"
    "Ms.,Elena,Alvarez,951-555-0143,24872 Ironwood Ave,es\n";

static struct terminal *open_city(struct desk_terminal *desk)
{
	own_city_make(desk, false);
	own_city_import(desk, "residents", people);
	return own_city_open(desk, "M. Hale", "1");
}

/* The form of somebody new, at the given name. */
static struct terminal *open_new(struct desk_terminal *desk)
{
	struct terminal *terminal = open_city(desk);

	terminal_keys(terminal, "quuz");
	terminal_wait_text(terminal, "+ new resident “quuz”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_keys(terminal, "<Tab>");
	return terminal;
}

static void somebody_known_stands_below_while_a_name_is_typed(void **state)
{
	struct terminal *terminal = open_new(*state);
	int row, col;

	terminal_keys(terminal, "Jon<Tab><Tab>Smi");
	terminal_wait_text(terminal, "Surname          Smi");
	assert_false(terminal_has(terminal, "ALREADY KNOWN?"));
	terminal_keys(terminal, "th");
	terminal_wait_text(terminal, "ALREADY KNOWN?");
	terminal_wait_text(terminal, "Smith, Mr. John · similar · Heacock St");
	assert_false(terminal_has(terminal, "12021"));
	assert_false(terminal_has(terminal, "555-0142"));
	terminal_wait_text(terminal, "F4 Known");
	/* Where it was typed the cursor stays. */
	terminal_cursor(terminal, &row, &col);
	assert_int_equal(row, terminal_find(terminal, "Smith", &col));
	terminal_keys(terminal, "<C-u>Smirnova");
	terminal_wait_gone(terminal, "ALREADY KNOWN?");
}

/* Before anything stands in the form; none of it is put there. */
static void the_words_of_the_box_are_compared_already(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_keys(terminal, "Smyth Jon");
	terminal_wait_text(terminal, "› + new resident “Smyth Jon”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_wait_text(terminal, "ALREADY KNOWN?");
	terminal_wait_text(terminal, "Smith, Mr. John · similar · Heacock St");
	terminal_keys(terminal, "<Tab>Alan");
	terminal_wait_gone(terminal, "ALREADY KNOWN?");
}

/* The visit, and not the desk, is what the form was for. */
static void a_form_that_is_back_leads_to_the_visit_all_the_same(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "zita quill<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_keys(terminal, "<Tab>Zita<Tab><Tab>Quill");
	desk_terminal_wait_draft(desk, terminal, "Quill");
	desk_terminal_end(desk, terminal);
	terminal = desk_terminal_open_again(desk);
	terminal_wait_text(terminal, "this is what was typed");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "Zita Quill");
	terminal_wait_row(terminal, 0, "not begun");
}

static void f4_opens_the_known_person_and_the_draft_stays(void **state)
{
	struct terminal *terminal = open_new(*state);

	terminal_keys(terminal, "Jon<Tab><Tab>Smith");
	terminal_wait_text(terminal, "ALREADY KNOWN?");
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "── Already known? ──");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Mr. John Smith");
	terminal_wait_text(terminal, "Not saved as somebody new.");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM resident"), 2);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "quuz<Enter>");
	terminal_wait_row(terminal, 0, "New resident");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Surname          Smith");
	terminal_wait_text(terminal, "ALREADY KNOWN?");
}

static void somebody_new_who_is_alike_is_saved_without_a_question(void **state)
{
	struct terminal *terminal = open_new(*state);

	terminal_keys(terminal, "Jon<Tab><Tab>Smith<F9>");
	terminal_wait_row(terminal, 0, "Jon Smith");
	terminal_wait_text(terminal, "Saved. Already known, and perhaps the "
				     "same: Smith, Mr. John");
	assert_int_equal(
	    desk_terminal_number(*state, "SELECT count(*) FROM resident"), 3);
}

static void the_same_telephone_is_offered(void **state)
{
	struct terminal *terminal = open_new(*state);

	terminal_keys(terminal, "Ana");
	for (int i = 0; i < 9; i++)
		terminal_keys(terminal, "<Tab>");
	terminal_keys(terminal, "(951) 555 0142");
	terminal_wait_text(terminal,
			   "Smith, Mr. John · same telephone · Heacock St");
}

static void a_similar_name_is_shown_in_the_box_and_not_chosen(void **state)
{
	static const char *const typed[] = {"alvares", "alvarex",
					    "Elena Albarez"};
	struct terminal *terminal = open_city(*state);

	for (size_t i = 0; i < sizeof(typed) / sizeof(*typed); i++) {
		terminal_keys(terminal, typed[i]);
		terminal_wait_row(terminal, FIRST_ROW, "Alvarez, Ms. Elena");
		terminal_wait_row(terminal, FIRST_ROW, "similar");
		terminal_wait_row(terminal, FIRST_ROW, "Ironwood Ave");
		terminal_wait_row(terminal, FIRST_ROW + 1, "› + new resident");
		terminal_wait_row(terminal, 2, "SAY  “Good afternoon.”");
		terminal_wait_row(terminal, 3, "How is your name spelled?");
		terminal_keys(terminal, "<Esc>");
		terminal_wait_gone(terminal, "Alvarez");
	}
	terminal_keys(terminal, "alvares");
	terminal_wait_row(terminal, FIRST_ROW, "similar");
	terminal_keys(terminal, "<Up><Enter>");
	terminal_wait_row(terminal, 0, "Ms. Elena Alvarez");
}

static void a_person_is_attached_by_a_name_that_sounds_so(void **state)
{
	struct terminal *terminal = open_city(*state);

	terminal_keys(terminal, "smith<Enter>");
	terminal_wait_row(terminal, 0, "Mr. John Smith");
	terminal_keys(terminal, "<F1>att<Enter>");
	terminal_wait_text(terminal, "eside");
	terminal_keys(terminal, "b");
	terminal_wait_text(terminal, "Who?");
	terminal_keys(terminal, "alvares");
	terminal_wait_text(terminal, "similar · Ironwood Ave");
	terminal_wait_text(terminal, "› + new resident “alvares”");
	terminal_keys(terminal, "<Down><Down><Enter>");
	terminal_wait_row(terminal, 0, "with Ms. Elena Alvarez");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(somebody_known_stands_below_while_a_name_is_typed),
	    DESK_TEST(the_words_of_the_box_are_compared_already),
	    DESK_TEST(a_form_that_is_back_leads_to_the_visit_all_the_same),
	    DESK_TEST(f4_opens_the_known_person_and_the_draft_stays),
	    DESK_TEST(somebody_new_who_is_alike_is_saved_without_a_question),
	    DESK_TEST(the_same_telephone_is_offered),
	    DESK_TEST(a_similar_name_is_shown_in_the_box_and_not_chosen),
	    DESK_TEST(a_person_is_attached_by_a_name_that_sounds_so),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
