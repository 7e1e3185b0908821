/* A reading of the day that takes long: it says so, Esc stops it, and nobody's
 * typing waits for one that nobody asked for. */
#include "desk_terminal.h"

#include <stdio.h>

#include <sqlite3.h>

static void run_sql(const struct desk_terminal *desk, const char *sql)
{
	sqlite3 *store;

	assert_int_equal(sqlite3_open(desk->store, &store), SQLITE_OK);
	if (sqlite3_exec(store, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s", sqlite3_errmsg(store));
	sqlite3_close(store);
}

/* A table that never comes to an end from here on; none of its new rows is of
 * any day. */
#define ENDLESS(table, row)                                                    \
	"PRAGMA legacy_alter_table = ON;"                                      \
	"BEGIN IMMEDIATE;"                                                     \
	"ALTER TABLE " table " RENAME TO " table "_kept;"                      \
	"CREATE VIEW " table " AS SELECT * FROM " table "_kept UNION ALL"      \
	" SELECT " row " FROM (WITH RECURSIVE n(x) AS"                         \
	" (SELECT 1 UNION ALL SELECT x + 1 FROM n)"                            \
	" SELECT x, substr(x, 99) AS d FROM n);"                               \
	"COMMIT;"
static const char ENDLESS_TOTALS[] = ENDLESS("day_total", "1, d, d, d, x");
static const char ENDLESS_LENGTHS[] = ENDLESS("day_length", "x, 1, d, d, d, x");

/* Somebody else's commit. */
static void make_change(const struct desk_terminal *desk)
{
	run_sql(desk, "CREATE TABLE another (n INTEGER); DROP TABLE another");
}

static struct terminal *open_day(struct desk_terminal *desk)
{
	struct terminal *terminal = desk_terminal_open_sized(desk, 80, 24);

	desk_terminal_sign_in(terminal, "S. Johnson");
	terminal_keys(terminal, "<F1>");
	terminal_wait_text(terminal, "What would you like to do?");
	terminal_keys(terminal, "the day<Enter>");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
	terminal_wait_text(terminal, "Arrived ");
	return terminal;
}

static void a_month_that_takes_long_says_so_and_is_stopped(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_day(desk);
	char arrived[128];
	int row = terminal_find(terminal, "Arrived ", NULL);

	snprintf(arrived, sizeof(arrived), "%.46s",
		 terminal_row(terminal, row));
	run_sql(desk, ENDLESS_LENGTHS);
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "What would you like to see?");
	terminal_keys(terminal, "m");
	/* The totals are behind it: six of a hundred, of four fifths. */
	terminal_wait_text(terminal, "Counting the month: 4 %. Esc stops it.");
	/* What is shown meanwhile is what was shown before. */
	terminal_wait_gone(terminal, "What would you like to see?");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
	terminal_wait_row(terminal, row, arrived);
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Stopped: what was there before is");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
	terminal_wait_row(terminal, row, arrived);
	/* And the next Esc leads away, as ever. */
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Who or what?");
}

static void keys_typed_meanwhile_keep_their_turns(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_day(desk);

	run_sql(desk, ENDLESS_TOTALS);
	terminal_keys(terminal, "<F4>");
	terminal_wait_text(terminal, "What would you like to see?");
	terminal_keys(terminal, "w");
	terminal_wait_text(terminal, "Counting the week: ");
	terminal_keys(terminal, "<F1>");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "What would you like to do?");
}

static void a_list_that_takes_long_is_stopped(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_day(desk);

	run_sql(desk, ENDLESS_TOTALS);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Reading the list: ");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Stopped.");
	terminal_wait_row(terminal, 0, "The day · Mon Nov 23");
}

static bool is_on_another(struct terminal *terminal, const void *state)
{
	const int *before = state;
	int row, col;

	terminal_cursor(terminal, &row, &col);
	return row != before[0] || col != before[1];
}

/* Once it is known to take long it waits for a minute after each try. */
static void a_reading_that_nobody_asked_for_gives_way(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal = open_day(desk);

	run_sql(desk, ENDLESS_TOTALS);
	for (int i = 0; i < 2; i++) {
		int at[2];

		terminal_wait_text(terminal, "Counting the day: ");
		terminal_cursor(terminal, &at[0], &at[1]);
		terminal_keys(terminal, "<Down>");
		terminal_wait(terminal, "the next number", is_on_another, at);
		terminal_wait_gone(terminal, "Counting the day: ");
		desk_terminal_pass(desk, INT64_C(61000));
		make_change(desk);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_month_that_takes_long_says_so_and_is_stopped),
	    DESK_TEST(keys_typed_meanwhile_keep_their_turns),
	    DESK_TEST(a_list_that_takes_long_is_stopped),
	    DESK_TEST(a_reading_that_nobody_asked_for_gives_way),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
