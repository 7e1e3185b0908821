/* A city's own words on the desk: changed, silenced, and with a wrong line. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "desk_terminal.h"

static char data[128];

/* The shipped folder as files that may be changed, read by the program. */
static int make(void **state)
{
	struct desk_terminal *desk;
	char command[600];

	if (desk_terminal_make(state) != 0)
		return -1;
	desk = *state;
	place_path(&desk->place, "own-data", data, sizeof(data));
	snprintf(command, sizeof(command),
		 "mkdir -p '%s' && cp -r '%s/data/.' '%s/'", data, SOURCE_DIR,
		 data);
	return system(command) == 0 &&
		       setenv("FRONTDESK_DATA_DIR", data, 1) == 0
		   ? 0
		   : -1;
}

static int remove_all(void **state)
{
	unsetenv("FRONTDESK_DATA_DIR");
	return desk_terminal_remove(state);
}

static void write_own(const char *rows)
{
	char path[160];
	FILE *out;

	snprintf(path, sizeof(path), "%s/cues/city.tsv", data);
	out = fopen(path, "w");
	assert_non_null(out);
	fprintf(out,
		"# cue\tstandard\tmoment\tcondition\tlanguage\tkind\t"
		"urgency\ttext\n%s",
		rows);
	assert_int_equal(fclose(out), 0);
}

static void a_city_asks_in_its_own_words_before_a_visit(void **state)
{
	struct terminal *terminal;

	write_own("help\t6\tfinding\t!named\ten\tASK\t10\tWhat brings you to "
		  "City Hall?\n"
		  "spelling\t5\tfinding\tsimilar\ten\tASK\t80\t-\n");
	terminal = desk_terminal_open(*state);
	terminal_wait_row(terminal, 3, "“What brings you to City Hall?”");
	terminal_keys(terminal, "alvarz");
	terminal_wait_text(terminal, "similar");
	terminal_wait_row(terminal, 3, "“What brings you to City Hall?”");
}

static void a_hand_off_that_was_sent_is_said_in_them_too(void **state)
{
	struct terminal *terminal;

	write_own("handed-off\t13\thanded-off\t-\ten\tSAY\t50\tPlanning will "
		  "write to you.\n");
	terminal = desk_terminal_open(*state);
	terminal_keys(terminal, "abernathy<Enter>noise<Enter><F7>");
	terminal_wait_text(terminal, "GOES ALONG");
	terminal_keys(terminal, "hernandez<Enter>Measure it<F9>");
	terminal_wait_text(terminal, "Offered to Ms. Hernández");
	terminal_wait_text(terminal, "Say: “Planning will write to you.”");
}

/* Standard 5: whoever has read the words is greeted with all the others. */
static void a_wrong_line_of_the_greetings_leaves_say_where_it_is(void **state)
{
	struct terminal *terminal;
	char path[160];
	FILE *out;

	write_own("");
	snprintf(path, sizeof(path), "%s/cues/greetings.tsv", data);
	out = fopen(path, "a");
	assert_non_null(out);
	fputs("fr\tgreet\tnoon\talone\tBonjour.\t-\nen\tgreet\t-\n", out);
	assert_int_equal(fclose(out), 0);
	terminal = desk_terminal_open(*state);
	terminal_wait_row(terminal, 2, "“Good afternoon.”");
	terminal_keys(terminal, "alva");
	terminal_wait_row(terminal, 2, "“Good afternoon, Ms. Alvarez.”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_city_asks_in_its_own_words_before_a_visit),
	    DESK_TEST(a_hand_off_that_was_sent_is_said_in_them_too),
	    DESK_TEST(a_wrong_line_of_the_greetings_leaves_say_where_it_is),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
