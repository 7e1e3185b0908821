/*
 * test_word.c - what the screen says to whom our word was given
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

/* What SAY and KNOW are when this person stands here in this part. */
static void cue_of(struct fixture *f, int64_t resident_id, enum visit_part part,
		   struct visit_cue *out)
{
	struct error err = {0};
	struct visit visit = {0};

	visit_add_person(&visit, resident_id, 0, part, NULL);
	fixture_ok(desk_cue_visit(f->desk, &visit, out, &err));
	visit_release(&visit);
}

static void says(struct fixture *f, int64_t resident_id, const char *part)
{
	struct visit_cue cue;

	cue_of(f, resident_id, PART_THEMSELVES, &cue);
	matter_has(cue.cue.say, part);
	visit_cue_release(&cue);
}

static void says_not(struct fixture *f, int64_t resident_id, const char *part)
{
	struct visit_cue cue;

	cue_of(f, resident_id, PART_THEMSELVES, &cue);
	matter_has_not(cue.cue.say, part);
	visit_cue_release(&cue);
}

static void knows(struct fixture *f, int64_t resident_id, const char *part)
{
	struct visit_cue cue;
	struct str lines = STR_INIT;

	cue_of(f, resident_id, PART_THEMSELVES, &cue);
	for (size_t i = 0; i < cue.know_count; i++)
		str_addf(&lines, "%s\n", cue.know[i]);
	matter_has(str_text(&lines), part);
	str_release(&lines);
	visit_cue_release(&cue);
}

static int64_t promised(struct fixture *f, int64_t request_id, const char *when)
{
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_make_promise(f->desk, request_id, "Plan check", when, 0,
				     &id, &err));
	return id;
}

static void a_promise_made_anew_too_late_deserves_the_apology(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t id = promised(f, matter_open(f, elena, "A fence"), "4pm");

	says_not(f, elena, "missed");
	fixture_pass(f, 24 * CLOCK_HOUR);
	says(f, elena, "We promised you Monday and missed it. I am sorry.");
	fixture_ok(desk_renew_promise(f->desk, id, "friday", "ill", &err));
	fixture_pass(f, CLOCK_MINUTE);
	says(f, elena, "We promised you Monday and missed it. I am sorry.");
	knows(f, elena,
	      "Plan check promised Fri Nov 27, after Mon Nov 23 was MISSED");
}

static void once_served_about_it_they_have_heard_the_apology(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	struct earlier_answer_list earlier = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	int64_t id = promised(f, request_id, "4pm");

	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	fixture_pass(f, CLOCK_MINUTE);
	visit_add_person(&visit, elena, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	fixture_ok(desk_take_up_request(
	    f->desk, request_id, visit_add_contact(&visit), &earlier, &err));
	fixture_pass(f, CLOCK_MINUTE);
	says(f, elena, "missed it");
	matter_finish(f->desk, &visit, RESULT_OPENED);
	says_not(f, elena, "missed");
	earlier_answer_list_release(&earlier);
	visit_release(&visit);
}

static void a_promise_made_anew_in_time_needs_no_apology(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t id = promised(f, matter_open(f, elena, "A fence"), "4pm");

	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	fixture_pass(f, 24 * CLOCK_HOUR);
	says_not(f, elena, "missed");
}

static void done_too_late_the_apology_is_owed_until_it_is_told(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	int64_t id = promised(f, request_id, "4pm");

	fixture_pass(f, 24 * CLOCK_HOUR);
	fixture_ok(desk_keep_promise(f->desk, id, NULL, &err));
	fixture_ok(desk_resolve_request(f->desk, request_id, "Approved", &err));
	says(f, elena,
	     "We promised you Monday and missed it. I am sorry. I have news "
	     "for you.");
	knows(f, elena, "TO TELL: Fence permit · Approved");
	knows(f, elena, "Plan check promised Mon Nov 23: MISSED");
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 9, &page, &err));
	fixture_ok(desk_tell(f->desk, page.rows[0].id, NULL, &err));
	list_page_release(&page);
	says_not(f, elena, "missed");
	says_not(f, elena, "news");
}

/* The daughter spoke for her mother at the counter; a neighbour interpreted. */
static void whoever_speaks_for_them_hears_it_and_no_interpreter(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t mother = fixture_resident(f, "Ms.", "Rosa", "Medina");
	int64_t daughter = fixture_resident(f, "Ms.", "Ana", "Medina");
	int64_t neighbour = fixture_resident(f, "Mr.", "Luis", "Ortiz");
	struct visit visit = {0};
	struct contact *contact;

	visit_add_person(&visit, daughter, 0, PART_SPEAKS_FOR, NULL);
	visit.people[0].part_note = mem_copy("the fence");
	visit_add_person(&visit, mother, 0, PART_THEMSELVES, NULL);
	visit_add_person(&visit, neighbour, 0, PART_INTERPRETER, NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	contact = visit_add_contact(&visit);
	contact->topic_id = f->topics[FIXTURE_FENCE];
	matter_finish(f->desk, &visit, RESULT_OPENED);
	promised(f, visit.contacts[0].request_id, "4pm");
	visit_release(&visit);
	fixture_pass(f, 24 * CLOCK_HOUR);
	says(f, mother, "We promised you Monday and missed it.");
	says(f, daughter, "We promised you Monday and missed it.");
	says_not(f, neighbour, "missed");
}

static void an_organisation_hears_it_too(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct organisation firm = {.name = mem_copy("Kowalski Builders")};
	struct visit visit = {0}, again = {0};
	struct visit_cue cue;

	fixture_ok(desk_save_organisation(f->desk, &firm, &err));
	visit_add_person(&visit, 0, firm.organisation_id, PART_FOR_ORGANISATION,
			 NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	visit_add_contact(&visit)->words = mem_copy("A crane");
	matter_finish(f->desk, &visit, RESULT_OPENED);
	promised(f, visit.contacts[0].request_id, "4pm");
	visit_release(&visit);
	fixture_pass(f, 24 * CLOCK_HOUR);
	visit_add_person(&again, 0, firm.organisation_id, PART_FOR_ORGANISATION,
			 NULL);
	fixture_ok(desk_cue_visit(f->desk, &again, &cue, &err));
	matter_has(cue.cue.say, "We promised you Monday and missed it.");
	visit_cue_release(&cue);
	visit_release(&again);
	organisation_release(&firm);
}

static void the_list_says_how_late_and_what_was_promised_before(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	int64_t elena = fixture_resident(f, "Ms.", "Elena", "Alvarez");
	int64_t request_id = matter_open(f, elena, "A fence");
	int64_t id = promised(f, request_id, "tomorrow");

	promised(f, request_id, "4pm");
	fixture_ok(desk_renew_promise(f->desk, id, "friday", NULL, &err));
	fixture_pass(f, 2 * CLOCK_HOUR);
	fixture_ok(desk_read_list(f->desk, LIST_PROMISES, 9, &page, &err));
	assert_string_equal(page.rows[0].more,
			    "was due Mon Nov 23, 4:00 pm, 14 min ago");
	assert_string_equal(page.rows[1].more,
			    "due Fri Nov 27, 5:00 pm; before that promised for "
			    "Tue Nov 24");
	list_page_release(&page);
}

static void to_tell_has_the_telephone_first_and_the_language(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	struct resident rosa = {.language = mem_copy("es"),
				.needs_interpreter = true};
	int64_t request_id;

	mem_replace(&rosa.name.surname, "Medina");
	resident_add_reach(&rosa, REACH_ADDRESS, "12 Fir Ave");
	resident_add_reach(&rosa, REACH_EMAIL, "rosa@example.org");
	fixture_ok(desk_save_resident(f->desk, &rosa, &err));
	request_id = matter_open(f, rosa.resident_id, "A fence");
	fixture_ok(desk_resolve_request(f->desk, request_id, "Done", &err));
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 9, &page, &err));
	assert_string_equal(
	    page.rows[0].more,
	    "E-mail rosa@example.org · español · needs an interpreter");
	list_page_release(&page);
	resident_add_reach(&rosa, REACH_TELEPHONE, "951-555-0102");
	fixture_ok(desk_save_resident(f->desk, &rosa, &err));
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 9, &page, &err));
	matter_has(page.rows[0].more, "Telephone 951-555-0102");
	list_page_release(&page);
	resident_release(&rosa);
}

static void an_unnamed_visitor_is_reached_by_what_they_left(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct list_page page;
	int64_t request_id = matter_open(f, 0, "A lamp"), id;

	fixture_refused(desk_make_promise_to(f->desk, request_id, " ", "Call",
					     "4pm", 0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "contact_text");
	/* Refused, nothing of it is noted. */
	fixture_refused(desk_make_promise_to(f->desk, request_id, "555-0199",
					     "Call", "soonish", 0, &id, &err),
			ERROR_INVALID);
	assert_string_equal(err.field, "when");
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request"
					   " WHERE contact_text = ''"),
			 1);
	fixture_ok(desk_make_promise_to(f->desk, request_id, "555-0123", "Call",
					"4pm", 0, &id, &err));
	fixture_ok(desk_resolve_request(f->desk, request_id, "It burns", &err));
	fixture_ok(desk_read_list(f->desk, LIST_TO_TELL, 9, &page, &err));
	assert_string_equal(page.rows[0].more, "Left word: 555-0123");
	list_page_release(&page);
}

/* F9 after a promise: the reference was read out, unless they say not. */
static const char *acknowledged_after_promise(struct fixture *f,
					      enum channel channel,
					      bool is_read_out)
{
	struct error err = {0};
	struct visit visit = {.channel = channel};
	struct contact *contact;
	int64_t how;

	visit_add_person(&visit, fixture_resident(f, "Ms.", "Elena", "Alvarez"),
			 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(f->desk, &visit, desk_now(f->desk), &err));
	contact = visit_add_contact(&visit);
	contact->topic_id = f->topics[FIXTURE_FENCE];
	contact->is_read_out = is_read_out;
	fixture_ok(desk_save_visit(f->desk, &visit, &err));
	promised(f, visit.contacts[0].request_id, "friday");
	matter_finish(f->desk, &visit, RESULT_NONE);
	assert_int_equal(visit.contacts[0].result, RESULT_OPENED);
	visit_release(&visit);
	how = fixture_number(
	    f, "SELECT CASE a.how WHEN 'reference_read' THEN 1 ELSE 2 END"
	       " FROM request r LEFT JOIN acknowledgement a ON a.request_id ="
	       " r.request_id AND a.at = r.first_acknowledged_at"
	       " WHERE r.first_acknowledged_at IS NOT NULL"
	       " ORDER BY r.request_id DESC");
	return how == 1 ? "reference_read" : how == -1 ? "" : "other";
}

static void after_a_promise_f9_notes_the_reference_that_was_read(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
	    acknowledged_after_promise(f, CHANNEL_WALK_IN, false), "");
	assert_string_equal(
	    acknowledged_after_promise(f, CHANNEL_MESSAGE, true), "");
	assert_string_equal(
	    acknowledged_after_promise(f, CHANNEL_WALK_IN, true),
	    "reference_read");
}

static void opened_again_the_visit_has_acknowledged_nothing(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};

	acknowledged_after_promise(f, CHANNEL_TELEPHONE, true);
	fixture_ok(desk_reopen_visit(
	    f->desk, fixture_number(f, "SELECT MAX(visit_id) FROM visit"),
	    &err));
	assert_int_equal(fixture_number(f, "SELECT COUNT(*) FROM request WHERE"
					   " first_acknowledged_at IS NULL"),
			 1);
}

#define T(name)                                                                \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(a_promise_made_anew_too_late_deserves_the_apology),
	    T(once_served_about_it_they_have_heard_the_apology),
	    T(a_promise_made_anew_in_time_needs_no_apology),
	    T(done_too_late_the_apology_is_owed_until_it_is_told),
	    T(whoever_speaks_for_them_hears_it_and_no_interpreter),
	    T(an_organisation_hears_it_too),
	    T(the_list_says_how_late_and_what_was_promised_before),
	    T(to_tell_has_the_telephone_first_and_the_language),
	    T(an_unnamed_visitor_is_reached_by_what_they_left),
	    T(after_a_promise_f9_notes_the_reference_that_was_read),
	    T(opened_again_the_visit_has_acknowledged_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
