/*
 * test_find.c - the one box: everything somebody may type into it
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"

static struct find find(struct fixture *fixture, const char *text)
{
	struct error err = {0};
	struct find out;

	fixture_ok(desk_find(fixture->desk, text, 20, &out, &err));
	return out;
}

/* The titles of the people, parted by " | ". */
static void expect_people(struct fixture *fixture, const char *text,
			  const char *expected)
{
	struct find out = find(fixture, text);
	struct str titles = STR_INIT;

	for (size_t i = 0; i < out.people_count; i++)
		str_addf(&titles, "%s%s", i > 0 ? " | " : "",
			 out.rows[i].title);
	assert_string_equal(str_text(&titles), expected);
	str_release(&titles);
	find_release(&out);
}

static int64_t add(struct fixture *fixture, const char *title,
		   const char *given, const char *surname, const char *address,
		   const char *telephone, const char *email)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.title = mem_copy(title);
	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy(surname);
	if (address != NULL)
		resident_add_reach(&resident, REACH_ADDRESS, address);
	if (telephone != NULL)
		resident_add_reach(&resident, REACH_TELEPHONE, telephone);
	if (email != NULL)
		resident_add_reach(&resident, REACH_EMAIL, email);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

static int maria_and_others(void **state)
{
	struct fixture *fixture;

	fixture_setup(state);
	fixture = *state;
	add(fixture, "Ms.", "Maria", "Garcia", "12021 Heacock St",
	    "(951) 555-0142", "maria.garcia@example.org");
	add(fixture, "Ms.", "Maria", "Garcia",
	    "24880 Ironwood Ave Apt 4, "
	    "Mesa Alta",
	    "951 555 0177", NULL);
	add(fixture, "Mr.", "José", "de la Cruz", "305 5th Ave", NULL, NULL);
	add(fixture, NULL, "Thị Hoa", "Nguyễn", NULL, NULL, NULL);
	return 0;
}

static void accents_case_and_order_do_not_matter(void **state)
{
	expect_people(*state, "jose delacruz", "de la Cruz, Mr. José");
	expect_people(*state, "CRUZ JOSÉ", "de la Cruz, Mr. José");
	expect_people(*state, "hoa nguyen", "Nguyễn, Thị Hoa");
	expect_people(*state, "  garcia,  MARIA ",
		      "Garcia, Ms. Maria | Garcia, Ms. Maria");
	expect_people(*state, "garza", "");
}

static void empty_text_and_signs_find_nothing(void **state)
{
	static const char *const nothing[] = {
	    "", "   ", "“”", "%", "*", "\"'", "'; DROP TABLE resident; --  "};

	for (size_t i = 0; i < MEM_COUNT(nothing); i++) {
		struct find out = find(*state, nothing[i]);

		assert_int_equal(out.count, 0);
		assert_null(out.best_topic);
		find_release(&out);
	}
	expect_people(*state, "cruz", "de la Cruz, Mr. José");
}

static void the_last_digits_of_a_telephone_are_enough(void **state)
{
	expect_people(*state, "0142", "Garcia, Ms. Maria");
	expect_people(*state, "555-0142", "Garcia, Ms. Maria");
	expect_people(*state, "(951) 555-0142", "Garcia, Ms. Maria");
	expect_people(*state, "142", "");
	expect_people(*state, "9515", "");
}

static void a_street_is_found_with_or_without_its_number(void **state)
{
	expect_people(*state, "heac", "Garcia, Ms. Maria");
	expect_people(*state, "12021 heacock st", "Garcia, Ms. Maria");
	expect_people(*state, "5th ave", "de la Cruz, Mr. José");
	expect_people(*state, "ironwood", "Garcia, Ms. Maria");
}

static void an_email_is_found_by_its_beginning(void **state)
{
	expect_people(*state, "maria.garcia@", "Garcia, Ms. Maria");
	expect_people(*state, "Maria.Garcia@example.org", "Garcia, Ms. Maria");
	expect_people(*state, "maria.gomez@", "");
}

static void a_row_shows_no_house_number_and_no_telephone(void **state)
{
	struct find out = find(*state, "garcia");

	assert_int_equal(out.people_count, 2);
	assert_string_equal(out.rows[0].detail, "Ironwood Ave");
	assert_string_equal(out.rows[1].detail, "Heacock St");
	assert_true(out.rows[0].has_namesake);
	assert_true(out.rows[1].has_namesake);
	find_release(&out);
	out = find(*state, "cruz");
	assert_string_equal(out.rows[0].detail, "5th Ave");
	assert_false(out.rows[0].has_namesake);
	find_release(&out);
}

static void a_reference_is_found_and_a_wrong_one_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct resident_page page;
	struct error err = {0};
	struct find out;
	char wrong[16];
	int64_t id = add(fixture, NULL, "Ofa", NULL, NULL, NULL, NULL);

	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	expect_people(fixture, page.resident.reference, "Ofa");
	strcpy(wrong, page.resident.reference);
	wrong[9] = wrong[9] == '0' ? '1' : '0';
	resident_page_release(&page);
	out = find(fixture, wrong);
	assert_int_equal(out.people_count, 0);
	assert_non_null(out.complaint);
	find_release(&out);
	out = find(fixture, "garcia");
	assert_null(out.complaint);
	find_release(&out);
}

static void an_organisation_stands_among_the_people(void **state)
{
	struct fixture *fixture = *state;
	struct organisation organisation = {0};
	struct error err = {0};
	struct find out;

	organisation.name = mem_copy("Kowalski Builders");
	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	out = find(fixture, "kowalskibuild");
	assert_int_equal(out.people_count, 1);
	assert_int_equal(out.rows[0].kind, FIND_ORGANISATION);
	assert_int_equal(out.rows[0].id, organisation.organisation_id);
	find_release(&out);
	organisation_release(&organisation);
}

static void a_request_is_found_by_its_permit_number(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit = {0};
	struct contact *contact;
	struct error err = {0};
	struct find out;

	contact = visit_add_contact(&visit);
	contact->topic_id = fixture->topics[FIXTURE_FENCE];
	contact_add_number(contact, NUMBER_PERMIT, "BLD-26-0412");
	fixture_ok(desk_begin_visit(fixture->desk, &visit,
				    desk_now(fixture->desk), &err));
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	out = find(fixture, "bld-26-04");
	assert_int_equal(out.people_count, 1);
	assert_int_equal(out.rows[0].kind, FIND_REQUEST);
	assert_string_equal(out.rows[0].detail, "Fence permit");
	assert_string_equal(out.rows[0].reference, visit.contacts[0].reference);
	find_release(&out);
	out = find(fixture, visit.reference);
	assert_int_equal(out.rows[0].kind, FIND_VISIT);
	find_release(&out);
	visit_release(&visit);
}

static void topics_keep_two_rows_and_the_best_is_logged(void **state)
{
	struct find out = find(*state, "gar");

	assert_int_equal(out.people_count, 2);
	assert_int_equal(out.count, 4);
	assert_string_equal(out.rows[2].title, "Garage sale permit");
	assert_string_equal(out.rows[3].title, "Garbage bins");
	assert_ptr_equal(out.best_topic, &out.rows[2]);
	find_release(&out);
	out = find(*state, "yard");
	assert_string_equal(out.best_topic->title, "Garage sale permit");
	find_release(&out);
	out = find(*state, "permit fence");
	assert_string_equal(out.best_topic->title, "Fence permit");
	find_release(&out);
}

static void of_topics_that_fit_alike_the_more_used_comes_first(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;
	struct query q;

	query_begin(&q, fixture_db(fixture),
		    "UPDATE topic SET times_used = 5 "
		    "WHERE code = 'garbage-bins'");
	fixture_ok(query_run(&q, &err));
	out = find(fixture, "gar");
	assert_string_equal(out.best_topic->title, "Garbage bins");
	find_release(&out);
}

static void the_limit_bounds_people_and_not_topics(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;

	fixture_ok(desk_find(fixture->desk, "gar", 1, &out, &err));
	assert_int_equal(out.people_count, 1);
	assert_int_equal(out.count, 3);
	find_release(&out);
}

static void more_rows_than_one_batch_keep_their_order(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;
	int64_t last = 0;

	for (int i = 0; i < 45; i++)
		last = add(fixture, NULL, "Lupe", "Serrano", NULL, NULL, NULL);
	fixture_ok(desk_find(fixture->desk, "serrano", 45, &out, &err));
	assert_int_equal(out.people_count, 45);
	for (int i = 0; i < 45; i++)
		assert_int_equal(out.rows[i].id, last - i);
	find_release(&out);
}

static void a_row_is_greeted_by_name_and_an_empty_box_without(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out = find(fixture, "cruz");
	struct find_row nobody = {.kind = FIND_TOPIC};
	struct cue cue;
	int64_t before;

	before = fixture_number(fixture, "SELECT count(*) FROM audit");
	fixture_ok(desk_cue_row(fixture->desk, &out.rows[0], &cue, &err));
	assert_string_equal(cue.say, "Good afternoon, Mr. de la Cruz.");
	assert_null(cue.ask);
	cue_release(&cue);
	find_release(&out);
	fixture_ok(desk_cue_row(fixture->desk, &nobody, &cue, &err));
	assert_string_equal(cue.say, "Good afternoon.");
	assert_string_equal(cue.ask, "How can I help you today?");
	cue_release(&cue);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit"),
			 before);
}

static void two_of_one_name_are_told_apart_by_asking(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out = find(fixture, "maria garcia");
	struct cue cue;

	fixture_ok(desk_cue_row(fixture->desk, &out.rows[0], &cue, &err));
	assert_string_equal(cue.say, "Good afternoon, Ms. Garcia.");
	assert_string_equal(cue.ask, "Which street are you on?");
	cue_release(&cue);
	find_release(&out);
}

static void a_topic_asks_its_first_question(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out = find(fixture, "fence");
	struct cue cue;

	fixture_ok(desk_cue_row(fixture->desk, out.best_topic, &cue, &err));
	assert_string_equal(cue.ask, "How high is the fence?");
	cue_release(&cue);
	find_release(&out);
}

static void the_greeting_is_in_a_language_that_both_speak(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = {0};
	struct error err = {0};
	struct find out;
	struct cue cue;

	resident.name.title = mem_copy("Sr.");
	resident.name.given = mem_copy("Raúl");
	resident.name.surname = mem_copy("Fuentes");
	resident.language = mem_copy("es-MX");
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	resident_release(&resident);
	out = find(fixture, "fuentes");
	assert_string_equal(out.rows[0].language, "español");
	fixture_ok(desk_cue_row(fixture->desk, &out.rows[0], &cue, &err));
	assert_memory_equal(cue.say, "Buenas tardes, ", 15);
	assert_non_null(strstr(cue.say, "Fuentes"));
	assert_memory_equal(cue.other, "Good afternoon, ", 16);
	cue_release(&cue);
	/* B. Chen speaks English alone: theirs stands beside it. */
	fixture_ok(
	    desk_cue_row(fixture_desk2(fixture), &out.rows[0], &cue, &err));
	assert_memory_equal(cue.say, "Good afternoon", 14);
	assert_memory_equal(cue.other, "Buenas tardes, ", 15);
	cue_release(&cue);
	find_release(&out);
}

#define FIND_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, maria_and_others,                \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    FIND_TEST(accents_case_and_order_do_not_matter),
	    FIND_TEST(empty_text_and_signs_find_nothing),
	    FIND_TEST(the_last_digits_of_a_telephone_are_enough),
	    FIND_TEST(a_street_is_found_with_or_without_its_number),
	    FIND_TEST(an_email_is_found_by_its_beginning),
	    FIND_TEST(a_row_shows_no_house_number_and_no_telephone),
	    FIND_TEST(a_reference_is_found_and_a_wrong_one_is_told),
	    FIND_TEST(an_organisation_stands_among_the_people),
	    FIND_TEST(a_request_is_found_by_its_permit_number),
	    FIND_TEST(topics_keep_two_rows_and_the_best_is_logged),
	    FIND_TEST(of_topics_that_fit_alike_the_more_used_comes_first),
	    FIND_TEST(the_limit_bounds_people_and_not_topics),
	    FIND_TEST(more_rows_than_one_batch_keep_their_order),
	    FIND_TEST(a_row_is_greeted_by_name_and_an_empty_box_without),
	    FIND_TEST(two_of_one_name_are_told_apart_by_asking),
	    FIND_TEST(a_topic_asks_its_first_question),
	    FIND_TEST(the_greeting_is_in_a_language_that_both_speak),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
