/*
 * test_merged.c - what asks for a person's rows asks for those of each record
 * that is read as theirs
 *
 * Everybody here is invented.
 */
#include <stdlib.h>

#include "desk/desk_private.h"
#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "frontdesk/store/visit.h"
#include "matter.h"
#include "twice.h"

static void find(struct fixture *fixture, const char *text, struct find *out)
{
	struct error err = {0};

	fixture_ok(desk_find(fixture->desk, text, 20, out, &err));
}

/* The text finds this one resident, with as many open requests. */
static void finds(struct fixture *fixture, const char *text, int64_t id,
		  int open_count)
{
	struct find out;

	find(fixture, text, &out);
	assert_int_equal(out.people_count, 1);
	assert_int_equal(out.rows[0].id, id);
	assert_int_equal(out.rows[0].open_count, open_count);
	find_release(&out);
}

static char *reference_of(struct fixture *fixture, int64_t id)
{
	struct resident_page page;
	struct error err = {0};
	char *reference;

	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	reference = mem_copy(page.resident.reference);
	resident_page_release(&page);
	return reference;
}

static void a_search_by_either_record_finds_the_survivor_once(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	char *old = reference_of(fixture, pair.mary);
	struct find out;

	matter_open(fixture, pair.maria, "How high?");
	matter_open(fixture, pair.mary, "And the gate?");
	matter_open(fixture, pair.mary, "And the door?");
	twice_merge(fixture, pair.maria, pair.mary);
	finds(fixture, "garcia", pair.maria, 3);
	finds(fixture, "maria", pair.maria, 3);
	finds(fixture, "mary", pair.maria, 3);
	finds(fixture, "951-555-0106", pair.maria, 3);
	finds(fixture, "951-555-0107", pair.maria, 3);
	find(fixture, old, &out);
	assert_int_equal(out.people_count, 1);
	assert_int_equal(out.rows[0].id, pair.maria);
	assert_string_equal(out.rows[0].merged, old);
	assert_string_not_equal(out.rows[0].reference, old);
	find_release(&out);
	free(old);
}

static void former_and_legal_names_of_both_are_found(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct error err = {0};

	fixture_ok(
	    desk_read_resident(fixture->desk, pair.mary, 1, &page, &err));
	mem_replace(&page.resident.name.surname, "Quispe");
	mem_replace(&page.resident.name.legal_given, "Marisol");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	twice_merge(fixture, pair.maria, pair.mary);
	finds(fixture, "quispe", pair.maria, 0);
	finds(fixture, "marisol", pair.maria, 0);
	finds(fixture, "garcia", pair.maria, 0);
}

/* Both came about one request: it is theirs once. */
static void a_request_of_both_records_is_one(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct error err = {0};
	struct visit visit;

	matter_begin(fixture, fixture->desk, pair.mary, FIXTURE_FENCE,
		     "And the gate?", &visit);
	visit_add_person(&visit, pair.maria, 0, PART_BESIDE, NULL);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
	twice_merge(fixture, pair.maria, pair.mary);
	finds(fixture, "garcia", pair.maria, 1);
	fixture_ok(
	    desk_read_resident(fixture->desk, pair.maria, 9, &page, &err));
	assert_int_equal(page.timeline.count, 1);
	resident_page_release(&page);
}

static void know_says(struct fixture *fixture, int64_t id, const char *say,
		      const char *know)
{
	struct visit visit = {0};
	struct visit_cue cue;
	struct error err = {0};
	struct str all = STR_INIT;

	visit_add_person(&visit, id, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_cue_visit(fixture->desk, &visit, &cue, &err));
	matter_has(cue.cue.say, say);
	for (size_t i = 0; i < cue.know_count; i++)
		str_addf(&all, "%s\n", cue.know[i]);
	matter_has(str_text(&all), know);
	str_release(&all);
	visit_cue_release(&cue);
	visit_release(&visit);
}

static void a_promise_to_either_that_was_missed_is_apologised_for(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t request_id = matter_open(fixture, pair.mary, "And the gate?");
	struct error err = {0};
	int64_t promise_id;

	fixture_ok(desk_make_promise(fixture->desk, request_id, "Plan check",
				     "4pm", 0, &promise_id, &err));
	fixture_pass(fixture, 24 * CLOCK_HOUR);
	twice_merge(fixture, pair.maria, pair.mary);
	know_says(fixture, pair.maria, "missed", "Plan check");
}

static void news_for_either_is_told_to_the_survivor(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t request_id = matter_open(fixture, pair.mary, "And the gate?");
	struct list_page page;
	struct error err = {0};
	char *reach;

	fixture_ok(desk_resolve_request(fixture->desk, request_id,
					"It may be 6 ft", &err));
	twice_merge(fixture, pair.maria, pair.mary);
	know_says(fixture, pair.maria, "I have news for you", "It may be 6 ft");
	fixture_ok(desk_read_list(fixture->desk, LIST_TO_TELL, 9, &page, &err));
	assert_int_equal(page.count, 1);
	assert_int_equal(page.rows[0].resident_id, pair.maria);
	assert_string_equal(page.rows[0].who, "Ms. Maria Garcia");
	matter_has(page.rows[0].more, "951-555-010");
	list_page_release(&page);
	fixture_ok(
	    desk_reach_of_request(fixture->desk, request_id, &reach, &err));
	matter_has(reach, "951-555-010");
	free(reach);
}

/* The survivor has no telephone of its own. */
static void a_hand_off_goes_with_the_name_and_the_telephone(void **state)
{
	struct fixture *fixture = *state;
	int64_t maria = twice_add_one(fixture, NULL, "Maria", NULL, NULL);
	int64_t mary =
	    twice_add_one(fixture, "Ms.", "Mary", "951-555-0107", NULL);
	int64_t request_id = matter_open(fixture, mary, "And the gate?");
	struct handoff_draft draft;
	struct error err = {0};

	twice_merge(fixture, maria, mary);
	fixture_ok(
	    desk_prepare_handoff(fixture->desk, request_id, 0, &draft, &err));
	matter_has(draft.context, "Maria Garcia");
	matter_has(draft.context, "951-555-0107");
	handoff_draft_release(&draft);
}

static void what_somebody_spoke_for_is_known_of_either(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	int64_t carmen = fixture_resident(fixture, "Mrs.", "Carmen", "Mendez");
	struct resident_page page;
	struct error err = {0};
	struct visit visit = {0};
	struct contact *contact;

	visit_place_person(&visit, pair.mary, 0, PART_THEMSELVES);
	visit_place_absent(&visit, carmen);
	visit_note_person(&visit.people[1], "the water bill");
	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	contact = visit_add_contact(&visit);
	contact->topic_id = fixture->topics[FIXTURE_GARBAGE];
	contact->words = mem_copy("Why is the bill so high?");
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	visit_release(&visit);
	twice_merge(fixture, pair.maria, pair.mary);
	know_says(fixture, pair.maria, "Good afternoon", "the water bill");
	fixture_ok(
	    desk_read_resident(fixture->desk, pair.maria, 9, &page, &err));
	assert_int_equal(page.timeline.count, 1);
	assert_string_equal(page.timeline.requests[0].whose,
			    "for Mrs. Carmen Mendez");
	resident_page_release(&page);
}

static void whoever_looked_at_either_is_listed(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct resident_page page;
	struct look_list looks;
	struct error err = {0};

	fixture_pass(fixture, CLOCK_HOUR);
	fixture_ok(desk_open_resident(fixture_desk2(fixture), pair.mary, 9,
				      &page, &err));
	resident_page_release(&page);
	fixture_pass(fixture, CLOCK_HOUR);
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(
	    desk_list_looks(fixture->desk, pair.maria, 20, &looks, &err));
	assert_string_equal(looks.items[0].action,
			    "merged two records of this person");
	assert_string_equal(looks.items[2].staff, "B. Chen");
	assert_string_equal(looks.items[2].action, "opened the record");
	look_list_release(&looks);
}

static void an_organisation_has_somebody_once(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct organisation organisation = {0};
	struct organisation_page page;
	struct resident_page person;
	struct error err = {0};
	int64_t id;

	organisation.name = mem_copy("Garcia Bakery");
	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	id = organisation.organisation_id;
	organisation_release(&organisation);
	fixture_ok(desk_put_organisation_person(fixture->desk, id, pair.mary,
						"owner", &err));
	fixture_ok(desk_put_organisation_person(fixture->desk, id, pair.maria,
						"works for", &err));
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_read_organisation(fixture->desk, id, 9, &page, &err));
	assert_int_equal(page.people_count, 1);
	assert_int_equal(page.people[0].id, pair.maria);
	assert_string_equal(page.parts[0], "works for");
	organisation_page_release(&page);
	fixture_ok(desk_remove_organisation_person(fixture->desk, id,
						   pair.maria, &err));
	fixture_ok(
	    desk_read_resident(fixture->desk, pair.mary, 9, &person, &err));
	assert_int_equal(person.organisation_count, 0);
	resident_page_release(&person);
}

static void who_waits_in_line_is_called_by_the_survivors_name(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct line line;
	struct error err = {0};
	int64_t visit_id;

	fixture_ok(desk_join_line(fixture->desk, pair.mary, 0, 0, NULL,
				  &visit_id, &err));
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_ok(desk_line(fixture->desk, &line, &err));
	assert_int_equal(line.count, 1);
	assert_string_equal(line.rows[0].name, "Ms. Garcia");
	line_release(&line);
}

static bool add_line(const char *line, void *state, struct error *err)
{
	(void)err;
	str_addf(state, "%s\n", line);
	return true;
}

static void exported_a_person_is_one_and_the_records_two(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct str people = STR_INIT, all = STR_INIT;
	struct error err = {0};

	twice_merge(fixture, pair.maria, pair.mary);
	fixture_sign_in(fixture, FIXTURE_HALE);
	fixture_ok(desk_export(fixture->desk, EXPORT_RESIDENTS, add_line,
			       &people, &err));
	matter_has(str_text(&people), "951-555-0106");
	matter_has(str_text(&people), "951-555-0107");
	matter_has_not(str_text(&people), "Mary");
	fixture_ok(
	    desk_export(fixture->desk, EXPORT_ALL, add_line, &all, &err));
	matter_has(str_text(&all), "\"Mary\"");
	matter_has(str_text(&all), "\"record\":\"resident_merge\"");
	matter_has(str_text(&all), "\"record\":\"resident_merge_part\"");
	str_release(&people);
	str_release(&all);
}

static void a_visit_that_was_entered_later_is_known_again(void **state)
{
	struct fixture *fixture = *state;
	struct twice pair = twice_add(fixture);
	struct visit visit;
	struct visit_row row;
	struct error err = {0};
	int64_t visit_id;

	matter_begin(fixture, fixture->desk, pair.mary, FIXTURE_FENCE,
		     "And the gate?", &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	twice_merge(fixture, pair.maria, pair.mary);
	fixture_write(fixture, "UPDATE visit SET entered_at = arrived_at");
	fixture_ok(
	    visit_get_row(fixture->desk->db, visit.visit_id, &row, &err));
	row.topic_id = fixture->topics[FIXTURE_FENCE];
	fixture_ok(visit_find_entered(fixture->desk->db, &row, pair.maria, 0,
				      visit.visit_id, &visit_id, &err));
	assert_int_equal(visit_id, visit.visit_id);
	visit_release(&visit);
}

#define MERGED_TEST(name)                                                      \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    MERGED_TEST(a_search_by_either_record_finds_the_survivor_once),
	    MERGED_TEST(former_and_legal_names_of_both_are_found),
	    MERGED_TEST(a_request_of_both_records_is_one),
	    MERGED_TEST(a_promise_to_either_that_was_missed_is_apologised_for),
	    MERGED_TEST(news_for_either_is_told_to_the_survivor),
	    MERGED_TEST(a_hand_off_goes_with_the_name_and_the_telephone),
	    MERGED_TEST(what_somebody_spoke_for_is_known_of_either),
	    MERGED_TEST(whoever_looked_at_either_is_listed),
	    MERGED_TEST(an_organisation_has_somebody_once),
	    MERGED_TEST(who_waits_in_line_is_called_by_the_survivors_name),
	    MERGED_TEST(exported_a_person_is_one_and_the_records_two),
	    MERGED_TEST(a_visit_that_was_entered_later_is_known_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
