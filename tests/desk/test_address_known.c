/*
 * test_address_known.c - whether it was known how to address those who came,
 * kept with the visit when it ends. Everybody is invented.
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"
#include "paper.h"
#include "twice.h"

/* Of the named visits of this day that are over: so many, known in so many. */
static void known(struct fixture *f, int64_t count, int64_t n)
{
	struct day today = desk_today(f->desk);
	struct summary day;
	struct error err = {0};

	paper_sum_up(f, today, today, &day);
	assert_int_equal(day.visits.address_known, count);
	assert_int_equal(day.visits.address_known + day.visits.address_unknown,
			 n);
	summary_release(&day);
	fixture_ok(db_check(fixture_db(f), &err));
}

static void begin(struct fixture *f, int64_t resident_id, struct visit *out)
{
	matter_begin(f, f->desk, resident_id, FIXTURE_DOG, "A dog", out);
}

static void finish(struct fixture *f, struct visit *visit)
{
	matter_finish(f->desk, visit, RESULT_ANSWERED);
	visit_release(visit);
}

static int64_t come(struct fixture *f, int64_t resident_id)
{
	struct visit visit;
	int64_t visit_id;

	begin(f, resident_id, &visit);
	visit_id = visit.visit_id;
	finish(f, &visit);
	return visit_id;
}

static void a_title_is_known_and_a_name_alone_is_not(void **state)
{
	struct fixture *f = *state;

	come(f, fixture_resident(f, "Ms.", "Elena", "Alvarez"));
	known(f, 1, 1);
	come(f, fixture_resident(f, NULL, "Rosa", "Mendez"));
	known(f, 1, 2);
	come(f, 0);
	known(f, 1, 2);
}

static void each_answer_to_how_they_wish_to_be_addressed_is_one(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t ids[4];

	for (int i = 0; i < 4; i++)
		ids[i] = fixture_resident(f, NULL, "Rosa", "Mendez");
	fixture_ok(desk_note_as_it_stands(f->desk, ids[0], true, &err));
	fixture_ok(desk_note_address_as(f->desk, ids[1], "Doctor Rosa", &err));
	fixture_ok(desk_note_permission(f->desk, ids[2], PERMISSION_YES, &err));
	/* Says what not to do, and not what to say. */
	fixture_ok(desk_note_permission(f->desk, ids[3], PERMISSION_NO, &err));
	for (int i = 0; i < 4; i++)
		come(f, ids[i]);
	known(f, 3, 4);
}

static void what_was_noted_during_the_visit_counts(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t rosa = fixture_resident(f, NULL, "Rosa", "Mendez");

	begin(f, rosa, &visit);
	known(f, 0, 0);
	fixture_ok(desk_note_title(f->desk, rosa, "Dr.", &err));
	finish(f, &visit);
	known(f, 1, 1);
}

static void whoever_is_added_with_the_last_key_counts(void **state)
{
	struct fixture *f = *state;
	struct visit visit;

	begin(f, 0, &visit);
	visit_place_person(&visit,
			   fixture_resident(f, "Ms.", "Elena", "Alvarez"), 0,
			   PART_THEMSELVES);
	finish(f, &visit);
	known(f, 1, 1);
}

static void a_later_change_of_the_record_changes_no_figure(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t rosa = fixture_resident(f, NULL, "Rosa", "Mendez");

	come(f, elena);
	come(f, rosa);
	fixture_ok(desk_refuse_title(f->desk, elena, "Ms.", &err));
	fixture_ok(desk_note_title(f->desk, rosa, "Ms.", &err));
	known(f, 1, 2);
	fixture_ok(db_recount(fixture_db(f), &err));
	known(f, 1, 2);
}

static void it_is_known_of_everybody_present_or_not_known(void **state)
{
	struct fixture *f = *state;
	struct visit visit;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t rosa = fixture_resident(f, NULL, "Rosa", "Mendez");

	begin(f, elena, &visit);
	visit_place_person(&visit, rosa, 0, PART_BESIDE);
	finish(f, &visit);
	known(f, 0, 1);
	/* She is not here, so nobody has to greet her. */
	begin(f, rosa, &visit);
	visit.people[0].is_absent = true;
	visit_place_person(&visit, elena, 0, PART_SPEAKS_FOR);
	mem_replace(&visit.people[1].part_note, "The dog");
	finish(f, &visit);
	known(f, 1, 2);
}

static void a_merged_record_is_read_as_its_survivor(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct twice twice = twice_add(f);
	struct visit visit;

	begin(f, twice.mary, &visit);
	twice_merge(f, twice.maria, twice.mary);
	fixture_write(f, "UPDATE resident_name SET title = NULL");
	fixture_ok(desk_note_address_as(f->desk, twice.maria, "Maria", &err));
	finish(f, &visit);
	known(f, 1, 1);
}

static void a_visit_that_is_open_again_counts_when_it_ends_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit;
	int64_t rosa = fixture_resident(f, NULL, "Rosa", "Mendez");
	int64_t visit_id = come(f, rosa);

	known(f, 0, 1);
	fixture_ok(desk_reopen_visit(f->desk, visit_id, &err));
	known(f, 0, 0);
	fixture_ok(desk_note_title(f->desk, rosa, "Dr.", &err));
	fixture_ok(desk_get_visit(f->desk, visit_id, &visit, &err));
	finish(f, &visit);
	known(f, 1, 1);
	fixture_ok(desk_void_visit(f->desk, visit_id, "a mistake", &err));
	known(f, 0, 0);
}

static void whoever_leaves_and_whoever_is_entered_later_count_too(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct paper paper = paper_served(RESULT_ANSWERED);
	int64_t visit_id;

	fixture_ok(desk_join_line(f->desk,
				  fixture_resident(f, NULL, "Rosa", "Mendez"),
				  0, 0, NULL, &visit_id, &err));
	fixture_ok(desk_left(f->desk, visit_id, &err));
	known(f, 0, 1);
	paper.resident_id = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	paper_enter(f, &paper, NULL);
	known(f, 1, 2);
	paper.has_left = true;
	paper.begun_at = 0;
	paper_enter(f, &paper, NULL);
	known(f, 2, 3);
}

#define KNOWN_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    KNOWN_TEST(a_title_is_known_and_a_name_alone_is_not),
	    KNOWN_TEST(each_answer_to_how_they_wish_to_be_addressed_is_one),
	    KNOWN_TEST(what_was_noted_during_the_visit_counts),
	    KNOWN_TEST(whoever_is_added_with_the_last_key_counts),
	    KNOWN_TEST(a_later_change_of_the_record_changes_no_figure),
	    KNOWN_TEST(it_is_known_of_everybody_present_or_not_known),
	    KNOWN_TEST(a_merged_record_is_read_as_its_survivor),
	    KNOWN_TEST(a_visit_that_is_open_again_counts_when_it_ends_again),
	    KNOWN_TEST(whoever_leaves_and_whoever_is_entered_later_count_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
