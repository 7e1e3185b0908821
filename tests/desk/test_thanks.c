/*
 * test_thanks.c - thanks to a colleague, on their desk until read
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/thanks.h"
#include "matter.h"

#define WORDS "Stayed until the form was whole."

static void thank(struct fixture *fixture, bool is_from_visitor)
{
	struct error err = {0};

	fixture_ok(desk_thank(fixture->desk, fixture->staff[FIXTURE_CHEN],
			      is_from_visitor, 0, WORDS, &err));
}

static int waiting(struct desk *desk)
{
	struct yours yours;
	struct error err = {0};

	fixture_ok(desk_yours(desk, &yours, &err));
	return yours.thanks;
}

static void read_first(struct desk *desk, struct list_page *out)
{
	struct error err = {0};

	fixture_ok(desk_read_list(desk, LIST_THANKS, 10, out, &err));
	assert_true(out->count > 0);
}

static void expect_figures(struct fixture *fixture, int all, int of_visitors)
{
	struct day today = desk_today(fixture->desk);
	struct summary summary;
	struct error err = {0};

	fixture_ok(desk_sum_up(fixture->desk, today, today, &summary, &err));
	assert_int_equal(summary.thanks, all);
	assert_int_equal(summary.thanks_of_visitors, of_visitors);
	summary_release(&summary);
	fixture_ok(db_check(fixture_db(fixture), &err));
}

static void they_wait_for_the_colleague_alone_until_read(void **state)
{
	struct fixture *fixture = *state;
	struct desk *chen = fixture_desk2(fixture);
	struct list_page page;
	struct error err = {0};

	thank(fixture, true);
	assert_int_equal(waiting(fixture->desk), 0);
	assert_int_equal(waiting(chen), 1);
	read_first(chen, &page);
	assert_true(page.rows[0].is_unread);
	matter_has(page.rows[0].what, "A visitor said: " WORDS);
	assert_string_equal(page.rows[0].who, "A. Ruiz");
	/* Who noted them takes nothing off by looking. */
	fixture_ok(desk_read_thanks(fixture->desk, page.rows[0].id, &err));
	assert_int_equal(waiting(chen), 1);
	fixture_ok(desk_read_thanks(chen, page.rows[0].id, &err));
	assert_int_equal(waiting(chen), 0);
	list_page_release(&page);
	read_first(chen, &page);
	assert_false(page.rows[0].is_unread);
	list_page_release(&page);
}

static void a_day_counts_them_and_whose_they_were(void **state)
{
	struct fixture *fixture = *state;

	thank(fixture, true);
	thank(fixture, false);
	expect_figures(fixture, 2, 1);
}

static void nobody_thanks_themselves_or_for_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_refused(desk_thank(fixture->desk, fixture->staff[FIXTURE_RUIZ],
				   true, 0, WORDS, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "to");
	fixture_refused(desk_thank(fixture->desk, fixture->staff[FIXTURE_CHEN],
				   true, 0, " ", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "thanks");
	expect_figures(fixture, 0, 0);
}

static void what_was_not_read_yet_is_taken_back(void **state)
{
	struct fixture *fixture = *state;
	struct desk *chen = fixture_desk2(fixture);
	struct list_page page;
	struct error err = {0};
	char *said;

	thank(fixture, false);
	fixture_ok(desk_take_back(fixture->desk, &said, &err));
	free(said);
	assert_int_equal(waiting(chen), 0);
	expect_figures(fixture, 0, 0);
	thank(fixture, false);
	read_first(chen, &page);
	fixture_ok(desk_read_thanks(chen, page.rows[0].id, &err));
	list_page_release(&page);
	fixture_refused(desk_take_back(fixture->desk, &said, &err),
			ERROR_CONFLICT);
	expect_figures(fixture, 1, 0);
}

static void thanks_of_a_visit_say_which(void **state)
{
	struct fixture *fixture = *state;
	struct list_page page;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, 0, FIXTURE_FENCE, "How high?",
		     &visit);
	fixture_ok(desk_thank(fixture->desk, fixture->staff[FIXTURE_CHEN], true,
			      visit.visit_id, WORDS, &err));
	read_first(fixture_desk2(fixture), &page);
	assert_string_equal(page.rows[0].note, visit.reference);
	list_page_release(&page);
	visit_release(&visit);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(they_wait_for_the_colleague_alone_until_read),
	    T(a_day_counts_them_and_whose_they_were),
	    T(nobody_thanks_themselves_or_for_nothing),
	    T(what_was_not_read_yet_is_taken_back),
	    T(thanks_of_a_visit_say_which),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
