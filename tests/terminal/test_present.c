/* Everyone present, at the keyboard: attached, changed, taken away, known. */
#include "desk_terminal.h"

#define SPEAKERS                                                               \
	"SELECT count(*) FROM visit_person WHERE part = 'speaks_for' AND "     \
	"part_note = 'the dog licence'"

/* "Who is here?", and the letter of a part. */
static void attach(struct terminal *terminal, const char *letter)
{
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "attach");
	terminal_wait_text(terminal, "Attach a person");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Who is here?");
	terminal_keys(terminal, letter);
}

static void take(struct terminal *terminal, const char *typed, const char *row)
{
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, typed);
	terminal_wait_text(terminal, row);
	terminal_keys(terminal, "<Enter>");
}

static struct terminal *open_rosa(struct desk_terminal *desk, int cols)
{
	struct terminal *terminal = desk_terminal_open_sized(desk, cols, 24);

	terminal_keys(terminal, "rosa mend");
	terminal_wait_text(terminal, "Mendez, Ms. Rosa");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Rosa Mendez");
	return terminal;
}

/* The daughter at the counter, for her mother, who is not there. */
static void speak_for_carmen(struct terminal *terminal)
{
	attach(terminal, "p");
	take(terminal, "carmen mend", "Mendez, Mrs. Carmen");
	terminal_wait_text(terminal,
			   "What does Ms. Rosa Mendez speak for them about?");
	terminal_keys(terminal, "the dog licence<Enter>");
	terminal_wait_row(terminal, 0,
			  "Ms. Rosa Mendez for Mrs. Carmen Mendez");
}

static void what_was_noted_last_time_is_known_at_once(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	terminal_wait_text(terminal, "Ms. Rosa Mendez speaks for Mrs. Carmen "
				     "Mendez: the water bill, noted by A.");
	terminal_wait_text(terminal, "Ruiz Nov 18");
	terminal_wait_text(terminal, "Water bill · for Mrs. Carmen Mendez");
}

static void a_daughter_speaks_for_her_mother_who_is_not_here(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_rosa(desk, 80);

	speak_for_carmen(terminal);
	terminal_wait_row(terminal, 2, "“Good afternoon, Ms. Mendez.”");
	assert_int_equal(desk_terminal_number(desk, SPEAKERS), 1);
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "What came of it?");
	terminal_keys(terminal, "a<Enter>");
	terminal_wait_text(terminal, "Who or what?");
	terminal_keys(terminal, "carmen mend<Enter>");
	terminal_wait_text(terminal, "Dog licence");
	assert_false(terminal_has(terminal, "for Mrs. Carmen"));
}

static void the_mother_comes_too_and_is_greeted_first(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_rosa(desk, 80);

	speak_for_carmen(terminal);
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>Lost the tag");
	terminal_keys(terminal, "<F1>present");
	terminal_wait_text(terminal, "Who is present");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "not here: it is their matter");
	terminal_wait_text(terminal,
			   "speaks: the dog licence (A. Ruiz Nov 23)");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Is here after all");
	terminal_keys(terminal, "h");
	terminal_wait_row(terminal, 2,
			  "“Good afternoon, Mrs. Mendez. Good afternoon, Ms. "
			  "Mendez.”");
	terminal_wait_row(terminal, 0,
			  "Mrs. Carmen Mendez · Ms. Rosa Mendez speaks");
	terminal_wait_text(terminal, "Lost the tag");
}

static void one_is_taken_away_alone_and_what_is_typed_stays(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	attach(terminal, "b");
	take(terminal, "luis alv", "Alvarez, Mr. Luis");
	terminal_wait_row(terminal, 0,
			  "Ms. Rosa Mendez · with Mr. Luis Alvarez");
	terminal_wait_row(terminal, 0, "not begun");
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "Neutered");
	terminal_keys(terminal, "<Tab><Tab>The gate was open");
	attach(terminal, "i");
	take(terminal, "elena alv", "Alvarez, Ms. Elena");
	terminal_wait_row(terminal, 0, "Mr. Luis Alvarez · Ms. Elena Alvar");
	attach(terminal, "c");
	terminal_wait_text(terminal, "beside the visitor");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Take away from this visit");
	terminal_keys(terminal, "x");
	terminal_wait_row(terminal, 0,
			  "Ms. Rosa Mendez · Ms. Elena Alvarez interprets");
	terminal_wait_text(terminal, "The gate was open");
}

static void up_from_the_first_row_shows_who_is_here(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	terminal_keys(terminal, "<Up>");
	terminal_wait_cursor(terminal, 0, 1);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "+ somebody else is here");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "+ somebody else is here");
	terminal_keys(terminal, "<Up>do");
	terminal_wait_text(terminal, "Dog licence");
}

static void somebody_new_is_made_while_attaching(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	attach(terminal, "b");
	take(terminal, "Zebulon", "+ new resident “Zebulon”");
	terminal_wait_text(terminal, "typed: Zebulon");
	terminal_keys(terminal, "Mr.<Tab>Zebulon<Tab><Tab>Quill<F9>");
	terminal_wait_row(terminal, 0,
			  "Ms. Rosa Mendez · with Mr. Zebulon Quill");
}

static void left_unmade_nobody_is_attached(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	attach(terminal, "b");
	take(terminal, "Zebulon", "+ new resident “Zebulon”");
	terminal_wait_text(terminal, "typed: Zebulon");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_row(terminal, 0, "Ms. Rosa Mendez");
	assert_false(terminal_has(terminal, "with"));
}

static void a_colleague_who_speaks_it_interprets(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = desk_terminal_open(desk);

	terminal_keys(terminal, "guadalupe mart");
	terminal_wait_text(terminal, "Martínez Soto");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Martínez");
	attach(terminal, "w");
	terminal_wait_text(terminal, "Who interprets?");
	/* Those who speak her language first, and not the clerk. */
	terminal_wait_row(terminal, 7, "español");
	assert_false(terminal_has(terminal, "Ms. Ruiz"));
	terminal_keys(terminal, "gonz");
	terminal_wait_gone(terminal, "Mr. Martinez");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Ms. González interprets, and it is");
	terminal_wait_row(terminal, 0, "· Ms. González interprets");
	assert_int_equal(desk_terminal_number(
			     desk, "SELECT count(*) FROM visit_interpreter"),
			 1);
	terminal_keys(terminal, "<F1>present");
	terminal_wait_text(terminal, "Who is present");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "interprets, and works here");
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Take away from this visit");
	terminal_keys(terminal, "x");
	terminal_wait_gone(terminal, "Ms. González interprets");
}

static void an_organisations_people_are_suggested(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	attach(terminal, "o");
	terminal_wait_text(terminal, "Which organisation is it?");
	terminal_keys(terminal, "kowal");
	terminal_wait_text(terminal, "Kowalski Builders");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Who of Kowalski Builders is here?");
	terminal_wait_text(terminal, "foreman");
	terminal_keys(terminal, "petr");
	terminal_wait_gone(terminal, "owner");
	terminal_wait_text(terminal, "foreman");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Petrović · Kowalski Builders");
	/* And once more, of somebody who comes beside. */
	attach(terminal, "b");
	terminal_wait_text(terminal, "Who is it?");
	terminal_wait_text(terminal, "owner");
	terminal_keys(terminal, "<Esc>");
}

static void nobody_of_an_organisation_need_be_named(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	attach(terminal, "o");
	terminal_wait_text(terminal, "Which organisation is it?");
	terminal_keys(terminal, "kowal");
	terminal_wait_text(terminal, "Kowalski Builders");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Who of Kowalski Builders is here?");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_gone(terminal, "Who of Kowalski");
	terminal_wait_row(terminal, 0, "Kowalski Builders");
	terminal_keys(terminal, "per");
	terminal_wait_row(terminal, 0, "together 0 min");
}

static void a_visitor_stands_for_an_organisation_made_on_the_spot(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	attach(terminal, "o");
	terminal_wait_text(terminal, "Which organisation is it?");
	terminal_keys(terminal, "Mendez Tiles");
	terminal_wait_text(terminal, "+ new organisation “Mendez Tiles”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "New organisation");
	terminal_keys(terminal, "<F9>");
	terminal_wait_row(terminal, 0, "Ms. Rosa Mendez · Mendez Tiles");
}

static void a_speaker_needs_somebody_to_speak_for(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	attach(terminal, "s");
	terminal_wait_text(terminal, "Say first whom they speak for");
}

static void at_sixty_columns_the_people_are_cut_and_the_time_stands(void **s)
{
	struct terminal *terminal = open_rosa(*s, 60);

	speak_for_carmen(terminal);
	attach(terminal, "i");
	take(terminal, "elena alv", "Alvarez, Ms. Elena");
	terminal_wait_row(terminal, 0, "…");
	terminal_wait_row(terminal, 0, "together 0 min");
}

static void another_of_the_name_is_said_until_something_is_typed(void **state)
{
	struct terminal *terminal = desk_terminal_open(*state);

	terminal_keys(terminal, "maria garcia");
	terminal_wait_row(terminal, 3, "“Which street are you on?”");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "There is another Maria Garcia, on "
				     "Ironwood Ave: make sure.");
	terminal_keys(terminal, "d");
	terminal_wait_gone(terminal, "There is another Maria Garcia");
}

static void put_aside_the_list_says_for_whom(void **state)
{
	struct terminal *terminal = open_rosa(*state, 80);

	speak_for_carmen(terminal);
	terminal_keys(terminal, "do<Enter><F3>");
	terminal_wait_text(terminal, "Put aside with everything typed");
	terminal_keys(terminal, "<F10><Tab>");
	terminal_wait_text(terminal, "Ms. Rosa Mendez for Mrs.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(what_was_noted_last_time_is_known_at_once),
	    DESK_TEST(a_daughter_speaks_for_her_mother_who_is_not_here),
	    DESK_TEST(the_mother_comes_too_and_is_greeted_first),
	    DESK_TEST(one_is_taken_away_alone_and_what_is_typed_stays),
	    DESK_TEST(up_from_the_first_row_shows_who_is_here),
	    DESK_TEST(somebody_new_is_made_while_attaching),
	    DESK_TEST(left_unmade_nobody_is_attached),
	    DESK_TEST(a_colleague_who_speaks_it_interprets),
	    DESK_TEST(an_organisations_people_are_suggested),
	    DESK_TEST(nobody_of_an_organisation_need_be_named),
	    DESK_TEST(a_visitor_stands_for_an_organisation_made_on_the_spot),
	    DESK_TEST(a_speaker_needs_somebody_to_speak_for),
	    DESK_TEST(at_sixty_columns_the_people_are_cut_and_the_time_stands),
	    DESK_TEST(another_of_the_name_is_said_until_something_is_typed),
	    DESK_TEST(put_aside_the_list_says_for_whom),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
