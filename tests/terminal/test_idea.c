/* An idea from the window to its answer: noted, discussed, decided, read. */
#include "desk_terminal.h"

#define IDEA "Ask for the tag number on the telephone already"

static void noted_in_a_visit_decided_and_read_by_its_author(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "alva<Enter>do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F1>note an idea<Enter>");
	terminal_wait_text(terminal, "What could be better, or simpler? · V-");
	terminal_keys(terminal, IDEA "<Enter>");
	terminal_wait_text(terminal, "The idea is noted");
	assert_int_equal(desk_terminal_number(desk,
					      "SELECT count(*) FROM idea WHERE"
					      " text = '" IDEA "'"
					      " AND visit_id IS NOT NULL"),
			 1);
	terminal_keys(terminal, "<F3>");
	terminal_wait_text(terminal, "Who or what?");

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_wait_text(terminal, "Ideas to decide 2");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<S-Tab><S-Tab><S-Tab><S-Tab><S-Tab>");
	terminal_wait_text(terminal, "── Ideas ──");
	terminal_wait_row(terminal, 5, "new · Ask for the tag");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "noted in visit V-");
	terminal_keys(terminal, "<Enter>Who else hears this?<Enter>");
	terminal_wait_text(terminal, "Who else hears this?");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What becomes of it?");
	terminal_keys(terminal, "tFrom Monday on, by all of us<Enter>");
	terminal_wait_text(terminal, "TAKEN UP: From Monday on, by all of us");

	desk_terminal_sign_in(terminal, "A. Ruiz");
	terminal_wait_text(terminal, "Ideas to read 1");
	terminal_keys(terminal, "<F10>");
	terminal_wait_row(terminal, 0, "Lists");
	terminal_keys(terminal, "<S-Tab><S-Tab><S-Tab>");
	terminal_wait_row(terminal, 5, "TO READ · taken up · Ask");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "TAKEN UP: From Monday on, by all of us");
	terminal_keys(terminal, "<Esc><Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_wait_gone(terminal, "Ideas to read");
}

static void from_the_list_f9_notes_one_and_ctrl_z_takes_it_back(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);
	int64_t before =
	    desk_terminal_number(desk, "SELECT count(*) FROM idea");

	terminal_keys(terminal, "<F10><S-Tab><S-Tab><S-Tab>");
	terminal_wait_text(terminal, "── Ideas ──");
	terminal_keys(terminal, "<F9>" IDEA "<Enter>");
	terminal_wait_text(terminal, "The idea is noted");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "the idea is not noted any more.");
	assert_int_equal(desk_terminal_number(desk,
					      "SELECT count(*) FROM idea WHERE"
					      " taken_back_at IS NULL"),
			 before);
}

/* Two steps of others, the later one taken back: the earlier stays to read. */
static void an_answer_stays_to_read_when_a_later_one_is_taken_back(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>note an idea<Enter>");
	terminal_wait_text(terminal, "What could be better");
	terminal_keys(terminal, IDEA "<Enter>");
	terminal_wait_text(terminal, "The idea is noted");
	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>ideas<Enter>");
	terminal_wait_text(terminal, "── Ideas ──");
	terminal_wait_row(terminal, 5, "new · Ask for the tag");
	terminal_keys(terminal, "<Enter><F9>");
	terminal_wait_text(terminal, "What becomes of it?");
	terminal_keys(terminal, "tFrom Monday on<Enter>");
	terminal_wait_text(terminal, "TAKEN UP: From Monday on");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What becomes of it?");
	terminal_keys(terminal, "nNot this year<Enter>");
	terminal_wait_text(terminal, "NOT NOW: Not this year");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_gone(terminal, "NOT NOW");
	terminal_keys(terminal, "<Esc><Esc>");
	terminal_wait_text(terminal, "Who or what?");
	desk_terminal_sign_in(terminal, "A. Ruiz");
	terminal_wait_text(terminal, "Ideas to read 1");
}

static void f1_leads_to_the_lists_of_ideas_questions_and_thanks(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>ideas<Enter>");
	terminal_wait_text(terminal, "── Ideas ──");
	terminal_keys(terminal, "<Esc><F1>answer<Enter>");
	terminal_wait_text(terminal, "── To answer ──");
	terminal_keys(terminal, "<Esc><F1>thanks<Enter>");
	terminal_wait_text(terminal, "── Thanks ──");
}

static void what_is_typed_of_an_idea_is_offered_again(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<F1>note an idea<Enter>");
	terminal_wait_text(terminal, "What could be better");
	/* No answer is asked for: it is noted. */
	terminal_wait_text(terminal, "F9 Note it");
	terminal_wait_text(terminal, "Esc Back");
	assert_false(terminal_has(terminal, "Answer"));
	terminal_keys(terminal, "Half an idea<Esc>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "<F1>note an idea<Enter>");
	terminal_wait_text(terminal, "What could be better");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Half an idea");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(noted_in_a_visit_decided_and_read_by_its_author),
	    DESK_TEST(from_the_list_f9_notes_one_and_ctrl_z_takes_it_back),
	    DESK_TEST(an_answer_stays_to_read_when_a_later_one_is_taken_back),
	    DESK_TEST(f1_leads_to_the_lists_of_ideas_questions_and_thanks),
	    DESK_TEST(what_is_typed_of_an_idea_is_offered_again),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
