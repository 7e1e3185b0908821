/*
 * test_visit_people.c - who is present, one of them changed at a time
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/visit.h"

enum { CARMEN = 1, ROSA, LUIS, NGO, FIRM = 9 };

/* Names as the desk fills them. */
static void name(struct visit *visit)
{
	static const char *const names[] = {
	    [CARMEN] = "Mrs. Carmen Mendez",
	    [ROSA] = "Ms. Rosa Mendez",
	    [LUIS] = "Mr. Luis Alvarez",
	    [NGO] = "Mr. Ngo",
	};

	for (size_t i = 0; i < visit->person_count; i++)
		mem_replace(&visit->people[i].name,
			    visit->people[i].resident_id
				? names[visit->people[i].resident_id]
				: "Kowalski Builders");
}

static void reads(struct visit *visit, const char *expected)
{
	struct str text = STR_INIT;

	name(visit);
	visit_add_people(visit, "·", &text);
	assert_string_equal(str_text(&text), expected);
	str_release(&text);
}

static void who_speaks_stands_behind_the_resident_who_is_here(void **state)
{
	struct visit visit = {0};
	struct error err = {0};

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_SPEAKS_FOR);
	visit_place_person(&visit, CARMEN, 0, PART_THEMSELVES);
	assert_int_equal(visit.people[0].resident_id, CARMEN);
	reads(&visit, "Mrs. Carmen Mendez · Ms. Rosa Mendez speaks");
	assert_false(visit_check(&visit, &err));
	assert_string_equal(err.field, "part_note");
	visit_note_person(&visit.people[1], "the water bill");
	assert_true(visit_check(&visit, &err));
	visit_release(&visit);
}

static void whom_they_came_for_is_the_subject_and_not_here(void **state)
{
	struct visit visit = {0};

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_THEMSELVES);
	visit_place_absent(&visit, CARMEN);
	assert_int_equal(visit_subject(&visit)->resident_id, CARMEN);
	assert_int_equal(visit_visitor(&visit)->resident_id, ROSA);
	assert_int_equal(visit_visitor(&visit)->part, PART_SPEAKS_FOR);
	reads(&visit, "Ms. Rosa Mendez for Mrs. Carmen Mendez");
	visit_release(&visit);
}

static void without_the_absent_the_visitor_comes_for_themselves(void **state)
{
	struct visit visit = {0};

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_THEMSELVES);
	visit_place_absent(&visit, CARMEN);
	visit_note_person(&visit.people[1], "the water bill");
	visit_remove_person(&visit, 0);
	assert_int_equal(visit.person_count, 1);
	assert_int_equal(visit.people[0].part, PART_THEMSELVES);
	assert_string_equal(visit.people[0].part_note, "");
	reads(&visit, "Ms. Rosa Mendez");
	visit_release(&visit);
}

static void only_who_they_came_for_may_be_absent(void **state)
{
	struct visit visit = {0};
	struct error err = {0};

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_THEMSELVES);
	visit_place_person(&visit, LUIS, 0, PART_BESIDE);
	assert_true(visit_check(&visit, &err));
	visit.people[1].is_absent = true;
	assert_false(visit_check(&visit, &err));
	assert_string_equal(err.field, "person");
	visit_release(&visit);
}

static void a_replaced_visitor_leaves_everybody_else(void **state)
{
	struct visit visit = {0};

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_THEMSELVES);
	visit_place_person(&visit, NGO, 0, PART_INTERPRETER);
	visit_place_person(&visit, LUIS, 0, PART_BESIDE);
	visit_replace_visitor(&visit, CARMEN);
	assert_int_equal(visit.person_count, 3);
	reads(&visit, "Mrs. Carmen Mendez · with Mr. Luis Alvarez · Mr. Ngo "
		      "interprets");
	visit_replace_visitor(&visit, LUIS);
	assert_int_equal(visit.person_count, 2);
	reads(&visit, "Mr. Luis Alvarez · Mr. Ngo interprets");
	visit_release(&visit);
}

static void a_visitor_stands_for_the_organisation_while_it_is_there(void **s)
{
	struct visit visit = {0};

	(void)s;
	visit_place_person(&visit, LUIS, 0, PART_THEMSELVES);
	visit_place_person(&visit, 0, FIRM, PART_FOR_ORGANISATION);
	assert_int_equal(visit.people[0].part, PART_FOR_ORGANISATION);
	assert_int_equal(visit_subject(&visit)->organisation_id, FIRM);
	reads(&visit, "Mr. Luis Alvarez · Kowalski Builders");
	visit_replace_visitor(&visit, ROSA);
	assert_int_equal(visit.people[0].part, PART_FOR_ORGANISATION);
	visit_remove_person(&visit, 1);
	assert_int_equal(visit.people[0].part, PART_THEMSELVES);
	visit_release(&visit);
}

static void somebody_who_is_here_gets_another_part_not_a_second_row(void **s)
{
	struct visit visit = {0};

	(void)s;
	visit_place_person(&visit, CARMEN, 0, PART_THEMSELVES);
	visit_place_person(&visit, ROSA, 0, PART_BESIDE);
	visit_place_person(&visit, ROSA, 0, PART_INTERPRETER);
	assert_int_equal(visit.person_count, 2);
	assert_int_equal(visit.people[1].part, PART_INTERPRETER);
	visit_release(&visit);
}

static void a_note_that_differs_is_noted_anew(void **state)
{
	struct visit visit = {0};
	struct visit_person *person;

	(void)state;
	visit_place_person(&visit, ROSA, 0, PART_SPEAKS_FOR);
	person = &visit.people[0];
	visit_note_person(person, "the water bill");
	person->noted_at = 5;
	person->noted_by = 7;
	visit_note_person(person, "the water bill");
	assert_int_equal(person->noted_at, 5);
	visit_note_person(person, "the dog");
	assert_int_equal(person->noted_at, 0);
	assert_int_equal(person->noted_by, 0);
	visit_release(&visit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_speaks_stands_behind_the_resident_who_is_here),
	    cmocka_unit_test(whom_they_came_for_is_the_subject_and_not_here),
	    cmocka_unit_test(
		without_the_absent_the_visitor_comes_for_themselves),
	    cmocka_unit_test(only_who_they_came_for_may_be_absent),
	    cmocka_unit_test(a_replaced_visitor_leaves_everybody_else),
	    cmocka_unit_test(
		a_visitor_stands_for_the_organisation_while_it_is_there),
	    cmocka_unit_test(
		somebody_who_is_here_gets_another_part_not_a_second_row),
	    cmocka_unit_test(a_note_that_differs_is_noted_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
