/*
 * test_present.c - everyone present: greeted, known, and whose request it is
 */
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/line.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* A mother and the daughter who speaks for her, each with a telephone. */
struct family {
	int64_t carmen, rosa;
};

static int64_t add(struct fixture *fixture, const char *title,
		   const char *given, const char *surname,
		   const char *telephone, const char *address)
{
	struct resident resident = {0};
	struct error err = {0};
	int64_t id;

	resident.name.title = mem_copy(title);
	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy(surname);
	if (telephone != NULL)
		resident_add_reach(&resident, REACH_TELEPHONE, telephone);
	if (address != NULL)
		resident_add_reach(&resident, REACH_ADDRESS, address);
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	id = resident.resident_id;
	resident_release(&resident);
	return id;
}

static struct family add_family(struct fixture *fixture)
{
	return (struct family){
	    add(fixture, "Mrs.", "Carmen", "Mendez", "951-555-0106", NULL),
	    add(fixture, "Ms.", "Rosa", "Mendez", "951-555-0107", NULL),
	};
}

/* The daughter came alone and speaks for her mother. */
static void begin_for(struct fixture *fixture, const struct family *family,
		      const char *what, struct visit *out)
{
	struct error err = {0};
	struct contact *contact;

	*out = (struct visit){0};
	visit_place_person(out, family->rosa, 0, PART_THEMSELVES);
	visit_place_absent(out, family->carmen);
	visit_note_person(&out->people[1], what);
	fixture_ok(
	    desk_begin_visit(fixture->desk, out, fixture->clock.now, &err));
	contact = visit_add_contact(out);
	contact->topic_id = fixture->topics[FIXTURE_GARBAGE];
	contact->words = mem_copy("Why is the bill so high?");
	fixture_ok(desk_save_visit(fixture->desk, out, &err));
}

static void says(struct fixture *fixture, const struct visit *visit,
		 const char *say)
{
	struct error err = {0};
	struct visit_cue cue;

	fixture_ok(desk_cue_visit(fixture->desk, visit, &cue, &err));
	assert_string_equal(cue.cue.say, say);
	visit_cue_release(&cue);
}

static void knows(struct fixture *fixture, const struct visit *visit,
		  const char *line)
{
	struct error err = {0};
	struct visit_cue cue;
	struct str all = STR_INIT;

	fixture_ok(desk_cue_visit(fixture->desk, visit, &cue, &err));
	for (size_t i = 0; i < cue.know_count; i++)
		str_addf(&all, "%s\n", cue.know[i]);
	matter_has(str_text(&all), line);
	str_release(&all);
	visit_cue_release(&cue);
}

static void the_mother_is_greeted_before_the_daughter_who_speaks(void **state)
{
	struct fixture *fixture = *state;
	struct family family = add_family(fixture);
	struct visit visit = {0};

	visit_place_person(&visit, family.rosa, 0, PART_SPEAKS_FOR);
	visit_place_person(&visit, family.carmen, 0, PART_THEMSELVES);
	says(fixture, &visit,
	     "Good afternoon, Mrs. Mendez. Good afternoon, Ms. Mendez.");
	visit_release(&visit);
}

static void who_is_not_here_is_not_greeted(void **state)
{
	struct fixture *fixture = *state;
	struct family family = add_family(fixture);
	struct visit visit;

	begin_for(fixture, &family, "the water bill", &visit);
	says(fixture, &visit, "Good afternoon, Ms. Mendez.");
	visit_release(&visit);
}

static void an_interpreter_is_greeted_last(void **state)
{
	struct fixture *fixture = *state;
	struct visit visit = {0};
	int64_t linh = fixture_resident(fixture, "Ms.", "Linh", "Ngo");
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");
	int64_t bo = fixture_resident(fixture, "Mr.", "Bo", "Lund");

	visit_place_person(&visit, linh, 0, PART_INTERPRETER);
	visit_place_person(&visit, ana, 0, PART_THEMSELVES);
	visit_place_person(&visit, bo, 0, PART_BESIDE);
	says(fixture, &visit,
	     "Good afternoon, Ms. Lopez, Mr. Lund. Good afternoon, Ms. Ngo.");
	visit_release(&visit);
}

static void who_speaks_for_somebody_absent_comes_first(void **state)
{
	struct fixture *fixture = *state;
	struct family family = add_family(fixture);
	struct visit visit;
	int64_t bo = fixture_resident(fixture, "Mr.", "Bo", "Lund");

	begin_for(fixture, &family, "the water bill", &visit);
	visit_place_person(&visit, bo, 0, PART_BESIDE);
	says(fixture, &visit, "Good afternoon, Ms. Mendez, Mr. Lund.");
	visit_release(&visit);
}

static void everybody_who_came_for_an_organisation_is_greeted(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct organisation firm = {.name = mem_copy("Kowalski Builders")};
	struct visit visit = {0};
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");
	int64_t ewa = fixture_resident(fixture, "Ms.", "Ewa", "Nowak");

	fixture_ok(desk_save_organisation(fixture->desk, &firm, &err));
	visit_place_person(&visit, adam, 0, PART_THEMSELVES);
	visit_place_person(&visit, 0, firm.organisation_id,
			   PART_FOR_ORGANISATION);
	visit_place_person(&visit, ewa, 0, PART_FOR_ORGANISATION);
	says(fixture, &visit, "Good afternoon, Mr. Kowalski, Ms. Nowak.");
	organisation_release(&firm);
	visit_release(&visit);
}

static void a_colleague_who_interprets_is_not_greeted(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct visit visit, read;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");

	matter_begin(fixture, fixture->desk, ana, FIXTURE_FENCE, "A fence",
		     &visit);
	fixture_ok(desk_add_interpreter(fixture->desk, visit.visit_id,
					fixture->staff[FIXTURE_OSEI], &err));
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_int_equal(read.interpreter_count, 1);
	says(fixture, &read, "Good afternoon, Ms. Lopez.");
	visit_release(&visit);
	visit_release(&read);
}

static void what_for_is_kept_with_who_noted_it_and_when(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit, read;
	int64_t noted_at = fixture->clock.now;

	begin_for(fixture, &family, "the water bill", &visit);
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	fixture_ok(desk_get_visit(fixture->desk, visit.visit_id, &read, &err));
	assert_true(read.people[0].is_absent);
	assert_string_equal(read.people[1].part_note, "the water bill");
	assert_string_equal(read.people[1].noted_staff, "A. Ruiz");
	assert_int_equal(read.people[1].noted_at, noted_at);
	assert_int_equal(read.people[1].noted_by, fixture->staff[FIXTURE_RUIZ]);
	visit_note_person(&read.people[1], "the dog licence");
	fixture_ok(desk_save_visit(fixture->desk, &read, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT noted_at FROM visit_person WHERE "
				    "part_note = 'the dog licence'"),
	    noted_at + CLOCK_MINUTE);
	visit_release(&read);
	visit_release(&visit);
}

static void whoever_speaks_must_say_what_for(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit;

	begin_for(fixture, &family, "the water bill", &visit);
	visit_note_person(&visit.people[1], " ");
	fixture_refused(desk_save_visit(fixture->desk, &visit, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "part_note");
	visit_release(&visit);
}

static void next_time_what_was_noted_is_known(void **state)
{
	struct fixture *fixture = *state;
	struct family family = add_family(fixture);
	struct visit visit, next = {0};
	static const char line[] =
	    "Ms. Rosa Mendez speaks for Mrs. Carmen Mendez: the water bill, "
	    "noted by A. Ruiz Nov 23";

	begin_for(fixture, &family, "the water bill", &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_pass(fixture, 24 * 60 * CLOCK_MINUTE);
	visit_place_person(&next, family.rosa, 0, PART_THEMSELVES);
	knows(fixture, &next, line);
	visit_place_absent(&next, family.carmen);
	knows(fixture, &next, line);
	visit_release(&next);
	visit_release(&visit);
}

static void for_another_resident_nothing_is_known(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit, next = {0};
	struct visit_cue cue;
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Lopez");

	begin_for(fixture, &family, "the water bill", &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	visit_place_person(&next, family.rosa, 0, PART_THEMSELVES);
	visit_place_absent(&next, ana);
	fixture_ok(desk_cue_visit(fixture->desk, &next, &cue, &err));
	assert_int_equal(cue.know_count, 0);
	visit_cue_release(&cue);
	visit_release(&next);
	visit_release(&visit);
}

static void who_could_interpret_is_known_and_that_they_are_in(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct resident resident = {0};
	struct visit visit = {0};

	fixture_write(fixture, "INSERT INTO staff_language (staff_id, language)"
			       " SELECT staff_id, 'vi' FROM staff"
			       " WHERE login = 'kosei'");
	resident.name.surname = mem_copy("Nguyen");
	resident.language = mem_copy("vi");
	resident.needs_interpreter = true;
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	visit_place_person(&visit, resident.resident_id, 0, PART_THEMSELVES);
	knows(fixture, &visit, "Needs an interpreter: ");
	knows(fixture, &visit, "Osei");
	resident_release(&resident);
	visit_release(&visit);
}

static void the_request_is_the_mothers_and_marked_so_for_the_daughter(void **s)
{
	struct fixture *fixture = *s;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct resident_page page;
	struct visit visit;

	begin_for(fixture, &family, "the water bill", &visit);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	fixture_ok(
	    desk_read_resident(fixture->desk, family.carmen, 9, &page, &err));
	assert_int_equal(page.timeline.count, 1);
	assert_null(page.timeline.requests[0].whose);
	resident_page_release(&page);
	fixture_ok(
	    desk_read_resident(fixture->desk, family.rosa, 9, &page, &err));
	assert_int_equal(page.timeline.count, 1);
	assert_string_equal(page.timeline.requests[0].whose,
			    "for Mrs. Carmen Mendez");
	assert_int_equal(page.timeline.requests[0].resident_id, family.carmen);
	resident_page_release(&page);
	visit_release(&visit);
}

static void parties_follow_the_people_until_the_end_and_then_no_more(void **s)
{
	struct fixture *fixture = *s;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit;
	int64_t request;

	begin_for(fixture, &family, "the water bill", &visit);
	request = visit.contacts[0].request_id;
	visit_remove_person(&visit, 0);
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "request_party"),
			 1);
	visit_place_absent(&visit, family.carmen);
	visit_note_person(&visit.people[1], "the water bill");
	fixture_refused(desk_correct_party(fixture->desk, request, family.rosa,
					   0, PART_THEMSELVES, &err),
			ERROR_CONFLICT);
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "request_party"),
			 2);
	/* Later somebody else asks about it: it stays whose it was. */
	fixture_ok(desk_correct_party(fixture->desk, request, family.rosa, 0,
				      PART_THEMSELVES, &err));
	assert_int_equal(
	    fixture_number(fixture, "SELECT resident_id FROM request_party"),
	    family.rosa);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "request_party"),
			 1);
	visit_release(&visit);
}

static void the_speakers_telephone_is_offered_after_the_residents(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit;
	char *reach;

	begin_for(fixture, &family, "the water bill", &visit);
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	fixture_ok(desk_reach_of_request(
	    fixture->desk, visit.contacts[0].request_id, &reach, &err));
	assert_string_equal(reach,
			    "951-555-0106 · Ms. Rosa Mendez 951-555-0107");
	free(reach);
	visit_release(&visit);
}

static void the_context_says_who_is_here_and_who_is_not(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit;
	struct handoff_draft draft;
	const char *context;

	begin_for(fixture, &family, "the water bill", &visit);
	fixture_ok(desk_prepare_handoff(fixture->desk,
					visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	context = draft.context;
	matter_has(context, "Who: Mrs. Carmen Mendez\n");
	matter_has(context, "Not present: Mrs. Carmen Mendez\n");
	matter_has(context,
		   "Present: Ms. Rosa Mendez, speaks for Mrs. Carmen Mendez: "
		   "the water bill, noted by A. Ruiz Mon Nov 23\n");
	matter_has(context, "951-555-0107");
	handoff_draft_release(&draft);
	visit_release(&visit);
}

static void an_organisations_request_is_its_own_and_of_who_came(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct organisation firm = {.name = mem_copy("Kowalski Builders")};
	struct resident_page page;
	struct timeline request;
	struct visit visit = {0};
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");

	fixture_ok(desk_save_organisation(fixture->desk, &firm, &err));
	visit_place_person(&visit, adam, 0, PART_THEMSELVES);
	visit_place_person(&visit, 0, firm.organisation_id,
			   PART_FOR_ORGANISATION);
	fixture_ok(
	    desk_begin_visit(fixture->desk, &visit, fixture->clock.now, &err));
	visit_add_contact(&visit)->topic_id = fixture->topics[FIXTURE_FENCE];
	fixture_ok(desk_save_visit(fixture->desk, &visit, &err));
	says(fixture, &visit, "Good afternoon, Mr. Kowalski.");
	matter_finish(fixture->desk, &visit, RESULT_ANSWERED);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM request_party WHERE "
				    "part = 'for_organisation'"),
	    2);
	fixture_ok(desk_read_resident(fixture->desk, adam, 9, &page, &err));
	assert_string_equal(page.timeline.requests[0].whose,
			    "for Kowalski Builders");
	assert_int_equal(page.timeline.requests[0].resident_id, adam);
	resident_page_release(&page);
	fixture_ok(desk_read_request(
	    fixture->desk, visit.contacts[0].request_id, &request, &err));
	assert_string_equal(request.requests[0].whose,
			    "for Mr. Adam Kowalski · Kowalski Builders");
	timeline_release(&request);
	organisation_release(&firm);
	visit_release(&visit);
}

static void the_line_and_the_lists_say_who_is_here_for_whom(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct list_page page;
	struct visit visit;

	begin_for(fixture, &family, "the water bill", &visit);
	fixture_ok(desk_put_aside(fixture->desk, &visit, "{}", &err));
	fixture_ok(desk_read_list(fixture->desk, LIST_ASIDE, 9, &page, &err));
	assert_string_equal(page.rows[0].who,
			    "Ms. Rosa Mendez for Mrs. Carmen Mendez");
	list_page_release(&page);
	fixture_ok(desk_read_list(fixture->desk, LIST_TODAY, 9, &page, &err));
	assert_string_equal(page.rows[0].who,
			    "Ms. Rosa Mendez for Mrs. Carmen Mendez");
	list_page_release(&page);
	visit_release(&visit);
}

/* What the row highlighted first is asked. */
static void asks(struct fixture *fixture, const char *typed, const char *ask)
{
	struct error err = {0};
	struct find find;
	struct cue cue;

	fixture_ok(desk_find(fixture->desk, typed, 9, &find, &err));
	assert_true(find.rows[0].has_namesake);
	fixture_ok(desk_cue_row(fixture->desk, &find.rows[0], &cue, &err));
	if (ask != NULL)
		assert_string_equal(cue.ask, ask);
	else
		assert_null(cue.ask);
	cue_release(&cue);
	find_release(&find);
}

static void of_one_name_in_two_streets_the_street_is_asked(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "Ms.", "Maria", "Garcia", NULL, "12021 Heacock St");
	add(fixture, NULL, "Maria", "Garcia", NULL, "24310 Ironwood Ave");
	asks(fixture, "maria garcia", "Which street are you on?");
}

static void of_one_name_in_one_street_the_telephone_is_asked(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "Ms.", "Maria", "Garcia", "951-555-0174", "1 Heacock St");
	add(fixture, "Ms.", "Maria", "Garcia", "951-555-0175", "9 Heacock St");
	asks(fixture, "maria garcia",
	     "What are the last digits of your telephone?");
}

static void where_no_answer_would_help_nothing_is_asked(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "Ms.", "Maria", "Garcia", NULL, "1 Heacock St");
	add(fixture, "Ms.", "Maria", "Garcia", NULL, "9 Heacock St");
	asks(fixture, "maria garcia", NULL);
}

static void an_opened_record_says_that_there_is_another(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t one = add(fixture, "Ms.", "Maria", "Garcia", NULL, "1 Fir Ave");
	int64_t ana = fixture_resident(fixture, "Ms.", "Ana", "Garcia");
	char *text;

	fixture_ok(desk_find_namesake(fixture->desk, one, &text, &err));
	assert_null(text);
	add(fixture, "Ms.", "Maria", "Garcia", NULL, "24310 Ironwood Ave");
	fixture_ok(desk_find_namesake(fixture->desk, one, &text, &err));
	assert_string_equal(text, "There is another Maria Garcia, on Ironwood "
				  "Ave: make sure.");
	free(text);
	fixture_ok(desk_find_namesake(fixture->desk, ana, &text, &err));
	assert_null(text);
}

static void whose_it_is_follows_the_visit_while_it_runs(void **s)
{
	struct fixture *fixture = *s;
	struct error err = {0};
	struct family family = add_family(fixture);
	struct visit visit;
	int64_t request, id;

	begin_for(fixture, &family, "the water bill", &visit);
	request = visit.contacts[0].request_id;
	/* No draft any more: the next save would undo a correction. */
	fixture_ok(desk_make_promise(fixture->desk, request, "Call", "fri", 0,
				     &id, &err));
	fixture_refused(desk_correct_party(fixture->desk, request, family.rosa,
					   0, PART_THEMSELVES, &err),
			ERROR_CONFLICT);
	matter_finish(fixture->desk, &visit, RESULT_OPENED);
	fixture_ok(desk_reopen_visit(fixture->desk, visit.visit_id, &err));
	fixture_refused(desk_correct_party(fixture->desk, request, family.rosa,
					   0, PART_THEMSELVES, &err),
			ERROR_CONFLICT);
	fixture_ok(
	    desk_void_visit(fixture->desk, visit.visit_id, "twice", &err));
	fixture_ok(desk_correct_party(fixture->desk, request, family.rosa, 0,
				      PART_THEMSELVES, &err));
	visit_release(&visit);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_mother_is_greeted_before_the_daughter_who_speaks),
	    TEST(who_is_not_here_is_not_greeted),
	    TEST(an_interpreter_is_greeted_last),
	    TEST(who_speaks_for_somebody_absent_comes_first),
	    TEST(everybody_who_came_for_an_organisation_is_greeted),
	    TEST(a_colleague_who_interprets_is_not_greeted),
	    TEST(what_for_is_kept_with_who_noted_it_and_when),
	    TEST(whoever_speaks_must_say_what_for),
	    TEST(next_time_what_was_noted_is_known),
	    TEST(for_another_resident_nothing_is_known),
	    TEST(who_could_interpret_is_known_and_that_they_are_in),
	    TEST(the_request_is_the_mothers_and_marked_so_for_the_daughter),
	    TEST(parties_follow_the_people_until_the_end_and_then_no_more),
	    TEST(the_speakers_telephone_is_offered_after_the_residents),
	    TEST(the_context_says_who_is_here_and_who_is_not),
	    TEST(an_organisations_request_is_its_own_and_of_who_came),
	    TEST(the_line_and_the_lists_say_who_is_here_for_whom),
	    TEST(of_one_name_in_two_streets_the_street_is_asked),
	    TEST(of_one_name_in_one_street_the_telephone_is_asked),
	    TEST(where_no_answer_would_help_nothing_is_asked),
	    TEST(an_opened_record_says_that_there_is_another),
	    TEST(whose_it_is_follows_the_visit_while_it_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
