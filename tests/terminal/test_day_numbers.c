/* Every number of the day is reached by Down and opens what it counts. */
#include "desk_terminal.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything shows at once, so that a place on the screen is a number. */
#define COLS 120
#define ROWS 130
#define MOST 400 /* numbers */
#define BARS_FROM 50

struct place_at {
	int row, col;
};

static struct place_at place(struct terminal *terminal)
{
	struct place_at at;

	terminal_cursor(terminal, &at.row, &at.col);
	return at;
}

static bool is_elsewhere(struct terminal *terminal, const void *state)
{
	const struct place_at *before = state;
	struct place_at now = place(terminal);

	return now.row != before->row || now.col != before->col;
}

static bool is_there(struct terminal *terminal, const void *state)
{
	return !is_elsewhere(terminal, state);
}

/* The first row no longer begins so. */
static bool is_another_screen(struct terminal *terminal, const void *title)
{
	return strncmp(terminal_row(terminal, 0), title, 10) != 0;
}

static bool is_that_screen(struct terminal *terminal, const void *title)
{
	return !is_another_screen(terminal, title);
}

/* The row from the column on; each cell is one character here. */
static const char *cell(struct terminal *terminal, int row, int col)
{
	const char *at = terminal_row(terminal, row);

	for (int i = 0; i < col && *at != '\0'; i++) {
		at++;
		while (((unsigned char)*at & 0xc0) == 0x80)
			at++;
	}
	return at;
}

/* That ends at the cursor; -1 where none does. */
static long chosen_number(struct terminal *terminal)
{
	struct place_at at = place(terminal);
	const char *end = cell(terminal, at.row, at.col), *begin = end;

	if (!isdigit((unsigned char)*end))
		return -1;
	while (isdigit((unsigned char)begin[-1]))
		begin--;
	return strtol(begin, NULL, 10);
}

/* "Contacts, 1: 5 · City Hall …" */
static long counted_in_title(struct terminal *terminal)
{
	const char *title = terminal_row(terminal, 0);
	const char *begin = strstr(title, " · ");

	assert_non_null(begin);
	while (begin > title && isdigit((unsigned char)begin[-1]))
		begin--;
	return strtol(begin, NULL, 10);
}

static long listed(struct terminal *terminal)
{
	long count = 0;

	for (int row = 2; row < ROWS - 2; row++)
		count += terminal_row(terminal, row)[0] != '\0';
	return count;
}

/* Opens it, and is back on it afterwards. */
static void expect_as_many(struct terminal *terminal, const char *title)
{
	struct place_at before = place(terminal);
	long number = chosen_number(terminal), shown, rows;

	terminal_keys(terminal, "<Enter>");
	terminal_wait(terminal, "the list", is_another_screen, title);
	if (number > 200)
		terminal_wait_row(terminal, 1, "more below");
	shown = counted_in_title(terminal);
	rows = listed(terminal);
	if (shown != number || (number < ROWS - 4 && rows != number))
		fail_msg("behind %ld in row %d are %ld records:\n%s", number,
			 before.row, rows, terminal_screen(terminal));
	terminal_keys(terminal, "<Esc>");
	terminal_wait(terminal, "the day", is_that_screen, title);
	terminal_wait(terminal, "the same number", is_there, &before);
}

/* Line by line, and the bars behind the figures. */
static bool is_after(struct place_at at, struct place_at before)
{
	bool is_bar = at.col > BARS_FROM, was_bar = before.col > BARS_FROM;

	if (is_bar != was_bar)
		return is_bar;
	return at.row != before.row ? at.row > before.row : at.col > before.col;
}

/* From the first to the last; how many there were. */
static int open_each(struct terminal *terminal)
{
	struct place_at first, at, last;
	char title[256];
	int count = 1;

	snprintf(title, sizeof(title), "%s", terminal_row(terminal, 0));
	terminal_keys(terminal, "<Home>");
	first = place(terminal);
	terminal_keys(terminal, "<End>");
	terminal_wait(terminal, "the last number", is_elsewhere, &first);
	last = place(terminal);
	terminal_keys(terminal, "<Home>");
	terminal_wait(terminal, "the first number", is_there, &first);
	expect_as_many(terminal, title);
	for (; is_elsewhere(terminal, &last) && count < MOST; count++) {
		at = place(terminal);
		terminal_keys(terminal, "<Down>");
		terminal_wait(terminal, "the next number", is_elsewhere, &at);
		if (!is_after(place(terminal), at))
			fail_msg("Down led back from row %d:\n%s", at.row,
				 terminal_screen(terminal));
		expect_as_many(terminal, title);
	}
	assert_true(count < MOST);
	return count;
}

static struct terminal *open_day(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open_sized(desk, COLS, ROWS);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
	return terminal;
}

static void down_comes_to_every_number_of_a_day(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_keys(terminal, "<Left><Left><Left>");
	terminal_wait_row(terminal, 0, "The day · Fri Nov 20");
	assert_in_range(open_each(terminal), 60, MOST);
}

static void and_of_a_topics_month(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_keys(terminal, "<F4>m");
	terminal_wait_row(terminal, 0, "November 2026 ·");
	terminal_keys(terminal, "<F4>s");
	terminal_wait_text(terminal, "Whose figures?");
	terminal_keys(terminal, "fence<Enter>");
	terminal_wait_row(terminal, 0, "City Hall · Fence permit");
	assert_in_range(open_each(terminal), 40, MOST);
}

static void and_of_a_week(void **state)
{
	struct terminal *terminal = open_day(*state);

	terminal_keys(terminal, "<F4>w");
	terminal_wait_row(terminal, 0, "Week of November 23 to 29, 2026 ·");
	terminal_keys(terminal, "<Left>");
	terminal_wait_row(terminal, 0, "Week of November 16 to 22, 2026 ·");
	assert_in_range(open_each(terminal), 60, MOST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(down_comes_to_every_number_of_a_day),
	    DESK_TEST(and_of_a_topics_month),
	    DESK_TEST(and_of_a_week),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
