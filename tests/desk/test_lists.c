/*
 * test_lists.c - what waits for somebody is on their list, and nobody else's
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/standing.h"
#include "matter.h"

static int64_t elena(struct fixture *f)
{
	return fixture_resident(f, "Ms.", "Elena", "Alvarez");
}

static void read_list(struct desk *desk, enum desk_list list,
		      struct list_page *out)
{
	struct error err = {0};

	fixture_ok(desk_read_list(desk, list, 20, out, &err));
}

static size_t count(struct desk *desk, enum desk_list list)
{
	struct list_page page;
	size_t rows;

	read_list(desk, list, &page);
	rows = page.count;
	list_page_release(&page);
	return rows;
}

static void every_list_is_named_and_empty_at_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct yours yours;

	for (int list = 0; list < LIST_COUNT; list++) {
		assert_true(desk_list_words(list)[0] != '\0');
		assert_true(desk_list_empty(list)[0] != '\0');
		assert_int_equal(count(f->desk, list), 0);
	}
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.aside + yours.handed + yours.to_tell +
			     yours.promises + yours.to_acknowledge,
			 0);
}

static void what_is_handed_to_my_department_is_mine_to_see(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id =
	    matter_offer(f->desk, request_id, 0, 0,
			 f->departments[FIXTURE_PLANNING], "Check the plan");
	struct list_page page;
	struct yours yours;

	assert_int_equal(count(f->desk, LIST_HANDED), 0);
	fixture_sign_in(f, FIXTURE_OSEI);
	read_list(f->desk, LIST_HANDED, &page);
	assert_int_equal(page.count, 1);
	assert_int_equal(page.rows[0].id, id);
	assert_int_equal(page.rows[0].request_id, request_id);
	assert_string_equal(page.rows[0].who, "Ms. Elena Alvarez");
	assert_string_equal(page.rows[0].what, "Fence permit · Check the plan");
	assert_string_equal(page.rows[0].note, "from A. Ruiz");
	list_page_release(&page);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.handed, 1);
	assert_int_equal(yours.returned, 0);

	fixture_ok(desk_return_handoff(f->desk, id, "Zoning only", &err));
	assert_int_equal(count(f->desk, LIST_HANDED), 0);
	fixture_sign_in(f, FIXTURE_RUIZ);
	read_list(f->desk, LIST_HANDED, &page);
	assert_int_equal(page.count, 1);
	assert_string_equal(page.rows[0].note,
			    "returned by Planning: Zoning only");
	list_page_release(&page);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.handed, 1);
	assert_int_equal(yours.returned, 1);
}

static void a_promise_of_mine_is_late_after_its_hour(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	struct list_page page;
	struct yours yours;
	int64_t late, due;

	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "friday", 0,
				     &due, &err));
	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", "4pm",
				     0, &late, &err));
	fixture_pass(f, 2 * CLOCK_HOUR);
	read_list(f->desk, LIST_PROMISES, &page);
	assert_int_equal(page.count, 2);
	assert_int_equal(page.rows[0].id, late);
	assert_true(page.rows[0].is_late);
	assert_string_equal(page.rows[0].what, "Fence permit · Plan check");
	assert_false(page.rows[1].is_late);
	list_page_release(&page);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.promises, 2);
	assert_int_equal(yours.promises_late, 1);
	assert_int_equal(count(fixture_desk2(f), LIST_PROMISES), 0);
	fixture_ok(desk_keep_promise(f->desk, late, NULL, &err));
	assert_int_equal(count(f->desk, LIST_PROMISES), 1);
}

static void what_is_resolved_waits_to_be_told(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	struct list_page page;

	fixture_refused(desk_resolve_request(f->desk, request_id, "", &err),
			ERROR_INVALID);
	fixture_ok(desk_resolve_request(f->desk, request_id,
					"The permit is approved", &err));
	assert_int_equal(count(f->desk, LIST_OPEN), 0);
	fixture_refused(
	    desk_resolve_request(f->desk, request_id, "Again", &err),
	    ERROR_CONFLICT);
	read_list(f->desk, LIST_TO_TELL, &page);
	assert_int_equal(page.count, 1);
	assert_string_equal(page.rows[0].what,
			    "Fence permit · The permit is approved");
	fixture_ok(desk_tell(f->desk, page.rows[0].id, "by telephone", &err));
	fixture_refused(desk_tell(f->desk, page.rows[0].id, "again", &err),
			ERROR_CONFLICT);
	list_page_release(&page);
	assert_int_equal(count(f->desk, LIST_TO_TELL), 0);
	/* Whoever knows the result knows that it was received. */
	assert_int_equal(count(f->desk, LIST_TO_ACKNOWLEDGE), 0);
	assert_int_equal(
	    fixture_number(f, "SELECT COUNT(*) FROM told o JOIN told_event e"
			      " ON e.told_id = o.told_id WHERE o.note ="
			      " 'The permit is approved' AND e.kind = 'told'"
			      " AND e.note = 'by telephone'"),
	    1);
}

static void nobody_to_tell_nothing_owed(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, 0, "A lamp is out");

	fixture_ok(
	    desk_resolve_request(f->desk, request_id, "The lamp burns", &err));
	assert_int_equal(count(f->desk, LIST_TO_TELL), 0);
}

static void what_nobody_acknowledged_is_late_the_day_after(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	struct list_page page;
	struct yours yours;

	read_list(f->desk, LIST_TO_ACKNOWLEDGE, &page);
	assert_int_equal(page.count, 1);
	assert_false(page.rows[0].is_late);
	assert_int_equal(page.rows[0].id, request_id);
	list_page_release(&page);
	fixture_pass(f, 24 * CLOCK_HOUR);
	read_list(f->desk, LIST_TO_ACKNOWLEDGE, &page);
	assert_true(page.rows[0].is_late);
	list_page_release(&page);
	fixture_refused(desk_acknowledge(f->desk, request_id, "shouted", &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "how");
	fixture_ok(
	    desk_acknowledge(f->desk, request_id, "reference_read", &err));
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.to_acknowledge, 0);
	fixture_pass(f, CLOCK_HOUR);
	fixture_ok(desk_acknowledge(f->desk, request_id, "slip", &err));
	assert_int_equal(
	    fixture_number(f, "SELECT first_acknowledged_at FROM request"),
	    FIXTURE_START + 24 * CLOCK_HOUR);
}

/* Whose request it is, as an earlier hand-off would have left it. */
struct owning {
	int64_t request_id, staff_id, department_id;
};

static bool own(struct db *db, void *state, struct error *err)
{
	const struct owning *owning = state;

	return standing_own(db, owning->request_id, owning->staff_id,
			    owning->department_id, err);
}

static void mine_stand_before_my_departments(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena_id = elena(f);
	struct owning theirs = {
	    .request_id = matter_open(f, elena_id, "A fence"),
	    .department_id = f->departments[FIXTURE_PLANNING],
	};
	struct owning mine = {
	    .staff_id = f->staff[FIXTURE_OSEI],
	    .department_id = f->departments[FIXTURE_PLANNING],
	};
	struct list_page page;

	fixture_pass(f, CLOCK_MINUTE);
	mine.request_id = matter_open(f, elena_id, "A gate");
	fixture_ok(db_transaction(fixture_db(f), own, &theirs, &err));
	fixture_ok(db_transaction(fixture_db(f), own, &mine, &err));
	assert_int_equal(count(f->desk, LIST_OPEN), 0);
	fixture_sign_in(f, FIXTURE_OSEI);
	read_list(f->desk, LIST_OPEN, &page);
	assert_int_equal(page.count, 2);
	assert_int_equal(page.rows[0].id, mine.request_id);
	assert_int_equal(page.rows[1].id, theirs.request_id);
	matter_has(page.rows[1].note, "Planning");
	list_page_release(&page);
}

static void an_older_one_is_further_down_than_the_limit(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena_id = elena(f);
	struct list_page page;

	matter_open(f, elena_id, "One");
	fixture_pass(f, CLOCK_MINUTE);
	matter_open(f, elena_id, "Two");
	fixture_ok(desk_read_list(f->desk, LIST_OPEN, 1, &page, &err));
	assert_int_equal(page.count, 1);
	assert_true(page.has_more);
	list_page_release(&page);
	fixture_ok(desk_read_list(f->desk, LIST_OPEN, 2, &page, &err));
	assert_int_equal(page.count, 2);
	assert_false(page.has_more);
	assert_true(page.rows[0].at < page.rows[1].at);
	list_page_release(&page);
}

static void a_visit_put_aside_says_whose_it_is(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	struct yours yours;
	struct visit visit;

	matter_begin(f, f->desk, elena(f), FIXTURE_FENCE, "A fence", &visit);
	fixture_ok(desk_put_aside(f->desk, &visit, "{}", &err));
	visit_release(&visit);
	read_list(f->desk, LIST_ASIDE, &page);
	assert_int_equal(page.count, 1);
	assert_string_equal(page.rows[0].who, "Ms. Elena Alvarez");
	assert_string_equal(page.rows[0].what, "Fence permit");
	matter_has_not(page.rows[0].note, "A. Ruiz");
	list_page_release(&page);
	read_list(fixture_desk2(f), LIST_ASIDE, &page);
	assert_int_equal(page.count, 1);
	matter_has(page.rows[0].note, "A. Ruiz");
	list_page_release(&page);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.aside, 1);
	fixture_ok(desk_yours(fixture_desk2(f), &yours, &err));
	assert_int_equal(yours.aside, 0);
}

static int64_t log_topic(struct fixture *f, enum fixture_topic topic)
{
	struct error err = {0};
	char *reference;
	int64_t visit_id;

	fixture_ok(desk_log_topic(f->desk, f->topics[topic], &reference,
				  &visit_id, &err));
	free(reference);
	return visit_id;
}

static void todays_visits_are_newest_first_and_without_the_voided(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	int64_t visit_id, earlier;

	earlier = log_topic(f, FIXTURE_DOG);
	fixture_pass(f, CLOCK_MINUTE);
	visit_id = log_topic(f, FIXTURE_GARAGE);
	read_list(f->desk, LIST_TODAY, &page);
	assert_int_equal(page.count, 2);
	assert_int_equal(page.rows[0].id, visit_id);
	assert_string_equal(page.rows[0].who, "unnamed");
	assert_string_equal(page.rows[0].what, "Garage sale permit");
	matter_has(page.rows[0].note, "item given");
	list_page_release(&page);
	fixture_ok(desk_void_visit(f->desk, visit_id, "a slip", &err));
	read_list(f->desk, LIST_TODAY, &page);
	assert_int_equal(page.count, 1);
	assert_int_equal(page.rows[0].id, earlier);
	list_page_release(&page);
	fixture_pass(f, 24 * CLOCK_HOUR);
	assert_int_equal(count(f->desk, LIST_TODAY), 0);
}

static void a_request_whose_visit_was_voided_waits_for_nobody(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct yours yours;
	int64_t visit_id;

	matter_open(f, elena(f), "A mistake");
	visit_id = fixture_number(f, "SELECT visit_id FROM visit");
	assert_int_equal(count(f->desk, LIST_OPEN), 1);
	fixture_ok(desk_void_visit(f->desk, visit_id, "a mistake", &err));
	assert_int_equal(count(f->desk, LIST_OPEN), 0);
	assert_int_equal(count(f->desk, LIST_TO_ACKNOWLEDGE), 0);
	fixture_ok(desk_yours(f->desk, &yours, &err));
	assert_int_equal(yours.to_acknowledge, 0);
}

static void what_is_offered_is_not_resolved_meanwhile(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id = matter_offer(f->desk, request_id, 0, 0,
				  f->departments[FIXTURE_PLANNING], "Check");

	fixture_refused(desk_resolve_request(f->desk, request_id, "Done", &err),
			ERROR_CONFLICT);
	matter_has(err.text, "offered to Planning");
	fixture_sign_in(f, FIXTURE_OSEI);
	fixture_ok(desk_accept_handoff(f->desk, id, "Check it", "fri", &err));
	fixture_ok(desk_resolve_request(f->desk, request_id, "Done", &err));
}

static void who_resolves_it_has_kept_what_they_promised(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id;
	char *said;

	fixture_ok(desk_make_promise(f->desk, request_id, "Call", "3pm", 0, &id,
				     &err));
	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", "4pm",
				     0, &id, &err));
	fixture_pass(f, CLOCK_HOUR);
	fixture_ok(desk_resolve_request(f->desk, request_id, "Done", &err));
	/* Each by its own hour. */
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'kept'"
					   " AND what = 'Plan check'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise"
					   " WHERE state = 'missed'"
					   " AND what = 'Call'"),
			 1);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise_event"
					   " WHERE kind = 'kept'"),
			 2);
	assert_int_equal(count(f->desk, LIST_PROMISES), 0);
	fixture_ok(desk_take_back(f->desk, &said, &err));
	free(said);
	assert_int_equal(count(f->desk, LIST_PROMISES), 2);
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM promise_event"
					   " WHERE kind = 'kept'"
					   " AND taken_back_at IS NULL"),
			 0);
}

static void what_somebody_else_promised_is_settled_first(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t request_id = matter_open(f, elena(f), "A fence");
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Call back", "4pm",
				     f->staff[FIXTURE_OSEI], &id, &err));
	fixture_refused(desk_resolve_request(f->desk, request_id, "Done", &err),
			ERROR_CONFLICT);
	matter_has(err.text, "“Call back”");
	matter_has(err.text, "Osei");
	assert_int_equal(count(f->desk, LIST_OPEN), 1);
	fixture_ok(desk_keep_promise(f->desk, id, NULL, &err));
	fixture_ok(desk_resolve_request(f->desk, request_id, "Done", &err));
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(every_list_is_named_and_empty_at_first),
	    T(what_is_handed_to_my_department_is_mine_to_see),
	    T(a_promise_of_mine_is_late_after_its_hour),
	    T(what_is_resolved_waits_to_be_told),
	    T(nobody_to_tell_nothing_owed),
	    T(what_nobody_acknowledged_is_late_the_day_after),
	    T(mine_stand_before_my_departments),
	    T(an_older_one_is_further_down_than_the_limit),
	    T(a_visit_put_aside_says_whose_it_is),
	    T(todays_visits_are_newest_first_and_without_the_voided),
	    T(a_request_whose_visit_was_voided_waits_for_nobody),
	    T(what_is_offered_is_not_resolved_meanwhile),
	    T(who_resolves_it_has_kept_what_they_promised),
	    T(what_somebody_else_promised_is_settled_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
