/* What stands beside SAY before and after a record is opened, and the titles of
 * a language that goes by two tags. */
#include "desk_terminal.h"
#include "own_city.h"

/* Everybody is invented. */
static const char people[] = "title,given,surname,say_as,pronouns,language\n"
			     "Ms.,Elena,Sosa,SOH-sah,she/her,en\n"
			     ",Rowena,Manalo,mah-NAH-loh,,tl\n";

static struct terminal *open_row(struct desk_terminal *desk,
				 const char *surname)
{
	struct terminal *terminal;

	own_city_make(desk, false);
	own_city_import(desk, "residents", people);
	terminal = own_city_open(desk, "M. Hale", "1");
	terminal_keys(terminal, surname);
	return terminal;
}

static void pronouns_are_shown_once_the_record_is_open(void **state)
{
	struct terminal *terminal = open_row(*state, "sosa");

	terminal_wait_row(terminal, 2, "SOH-sah");
	assert_false(terminal_has(terminal, "she/her"));
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_wait_row(terminal, 2, "she/her");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "All cues");
	assert_false(terminal_has(terminal, "No native speaker"));
}

static void filipino_titles_are_offered_to_who_speaks_tagalog(void **state)
{
	struct terminal *terminal = open_row(*state, "manalo");

	terminal_wait_row(terminal, 2, "mah-NAH-loh");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "The whole record");
	terminal_keys(terminal, "<C-e>");
	terminal_wait_text(terminal, "All cues");
	terminal_wait_text(terminal, "No native speaker has read the words");
	terminal_keys(terminal, "<Esc><C-y>");
	terminal_wait_text(terminal, "A title");
	terminal_keys(terminal, "t");
	terminal_wait_text(terminal, "Which title did they give?");
	terminal_wait_text(terminal, "Gng.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(pronouns_are_shown_once_the_record_is_open),
	    DESK_TEST(filipino_titles_are_offered_to_who_speaks_tagalog),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
