/*
 * test_noted.c - what a resident said about being addressed: kept with who
 * noted it and when, taken back, and followed by the cue at once
 */
#include <stdio.h>
#include <stdlib.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/handoff.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/lists.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"
#include "matter.h"

static struct resident_page read(struct fixture *f, int64_t id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_ok(desk_read_resident(f->desk, id, 20, &page, &err));
	return page;
}

static void says(struct fixture *f, int64_t id, const char *say)
{
	struct error err = {0};
	struct cue cue;

	fixture_ok(desk_cue_resident(f->desk, id, &cue, &err));
	assert_string_equal(cue.say, say);
	cue_release(&cue);
}

/* The newest of what was noted. */
static void noted(struct fixture *f, int64_t id, const char *kind,
		  const char *value, const char *staff)
{
	struct resident_page page = read(f, id);

	assert_true(page.noted_count > 0);
	assert_string_equal(page.noted[0].kind, kind);
	assert_string_equal(page.noted[0].value, value);
	assert_string_equal(page.noted[0].staff, staff);
	assert_int_equal(page.noted[0].at, f->clock.now);
	resident_page_release(&page);
}

static void the_first_name_is_said_as_long_as_they_allow_it(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	int64_t id = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	says(f, id, "Good afternoon, Ms. Alvarez.");
	fixture_ok(desk_note_permission(f->desk, id, PERMISSION_YES, &err));
	says(f, id, "Good afternoon, Elena.");
	noted(f, id, "first_name", "yes", "A. Ruiz");
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_note_permission(fixture_desk2(f), id,
					PERMISSION_UNKNOWN, &err));
	says(f, id, "Good afternoon, Ms. Alvarez.");
	noted(f, id, "first_name", "unknown", "B. Chen");
}

static void what_the_form_changes_is_noted_too(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	page = read(f, id);
	page.resident.first_name_ok = PERMISSION_YES;
	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_save_resident(f->desk, &page.resident, &err));
	resident_page_release(&page);
	noted(f, id, "first_name", "yes", "A. Ruiz");
}

static void a_refused_title_leaves_the_record_and_is_asked_anew(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(f, "Mrs.", "Elena", "Alvarez");

	fixture_pass(f, CLOCK_MINUTE);
	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	page = read(f, id);
	assert_null(page.resident.name.title);
	assert_int_equal(page.resident.refused_titles.count, 1);
	assert_string_equal(page.resident.refused_titles.items[0], "Mrs.");
	assert_string_equal(page.cue.say, "Good afternoon, Elena Alvarez.");
	assert_true(page.cue.asks_address);
	resident_page_release(&page);
	/* The title that stood there stays in the history. */
	assert_int_equal(
	    fixture_number(f, "SELECT count(*) FROM permission WHERE kind = "
			      "'title' AND value = 'Mrs.'"),
	    1);
	noted(f, id, "refused_title", "Mrs.", "A. Ruiz");
	fixture_refused(desk_refuse_title(f->desk, id, "a|b", &err),
			ERROR_INVALID);
}

static void as_it_stands_is_taken_back_and_they_are_asked_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(f, NULL, "Elena", "Alvarez");

	fixture_ok(desk_note_as_it_stands(f->desk, id, true, &err));
	fixture_ok(desk_note_as_it_stands(f->desk, id, false, &err));
	noted(f, id, "as_it_stands", "no", "A. Ruiz");
	page = read(f, id);
	assert_true(page.cue.asks_address);
	assert_false(page.noted[0].is_taken_back);
	resident_page_release(&page);
}

/* Named before, as the visit's screen has them. */
static void a_visit_names_its_people_as_they_are_addressed_now(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct visit visit = {0};
	int64_t id = fixture_resident(f, "Mrs.", "Elena", "Alvarez");

	visit_place_person(&visit, id, 0, PART_THEMSELVES);
	fixture_ok(desk_name_people(f->desk, &visit, &err));
	assert_string_equal(visit.people[0].name, "Mrs. Elena Alvarez");
	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	fixture_ok(desk_name_people(f->desk, &visit, &err));
	assert_string_equal(visit.people[0].name, "Elena Alvarez");
	visit_release(&visit);
}

static void a_title_that_is_given_after_all_may_be_said_again(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(f, NULL, "Elena", "Alvarez");

	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	fixture_ok(desk_refuse_title(f->desk, id, "Miss", &err));
	fixture_ok(desk_note_title(f->desk, id, "Mrs.", &err));
	says(f, id, "Good afternoon, Mrs. Alvarez.");
	fixture_ok(desk_allow_title(f->desk, id, "miss", &err));
	noted(f, id, "allowed_title", "Miss", "A. Ruiz");
	page = read(f, id);
	assert_int_equal(page.resident.refused_titles.count, 0);
	resident_page_release(&page);
}

static void what_was_noted_is_taken_back_and_the_history_keeps_it(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	char *said;
	int64_t id = fixture_resident(f, "Mrs.", "Elena", "Alvarez");

	fixture_ok(desk_note_permission(f->desk, id, PERMISSION_YES, &err));
	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	fixture_ok(desk_take_back(f->desk, &said, &err));
	assert_string_equal(said, "Taken back: how to address Mrs. Elena "
				  "Alvarez is as it was before.");
	free(said);
	page = read(f, id);
	assert_string_equal(page.resident.name.title, "Mrs.");
	assert_int_equal(page.resident.refused_titles.count, 0);
	assert_string_equal(page.noted[0].kind, "allowed_title");
	assert_true(page.noted[0].is_taken_back);
	assert_true(page.noted[1].is_taken_back);
	assert_string_equal(page.noted[2].kind, "refused_title");
	assert_false(page.noted[2].is_taken_back);
	resident_page_release(&page);
	fixture_ok(desk_take_back(f->desk, &said, &err));
	free(said);
	says(f, id, "Good afternoon, Mrs. Alvarez.");
	noted(f, id, "first_name", "unknown", "A. Ruiz");
}

static void what_somebody_changed_meanwhile_is_not_taken_back(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	char *said;
	int64_t id = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	fixture_ok(desk_note_permission(f->desk, id, PERMISSION_YES, &err));
	fixture_ok(
	    desk_note_permission(fixture_desk2(f), id, PERMISSION_NO, &err));
	fixture_refused(desk_take_back(f->desk, &said, &err), ERROR_CONFLICT);
	says(f, id, "Good afternoon, Ms. Alvarez.");
}

static void a_refused_title_in_the_form_is_not_kept(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	page = read(f, id);
	mem_replace(&page.resident.name.title, "Mrs");
	mem_replace(&page.resident.note, "Comes in the morning.");
	fixture_ok(desk_save_resident(f->desk, &page.resident, &err));
	/* Everything else is saved, and the record's own title stays. */
	assert_string_equal(page.resident.name.title, "Ms.");
	resident_page_release(&page);
	page = read(f, id);
	assert_string_equal(page.resident.note, "Comes in the morning.");
	assert_string_equal(page.resident.name.title, "Ms.");
	resident_page_release(&page);
}

static struct import_report import(struct fixture *f, const char *csv)
{
	struct import_report report;
	struct error err = {0};
	FILE *in = tmpfile();

	fputs(csv, in);
	rewind(in);
	fixture_sign_in(f, FIXTURE_HALE);
	fixture_ok(
	    desk_import(f->desk, IMPORT_RESIDENTS, in, false, &report, &err));
	fclose(in);
	return report;
}

static void a_refused_title_in_a_file_is_not_kept_and_said(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct import_report report;
	struct resident_page page;
	struct str csv = STR_INIT;
	int64_t id = fixture_resident(f, "Ms.", "Elena", "Alvarez");

	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	page = read(f, id);
	str_addf(&csv,
		 "reference,title,first_name_ok,refused_titles\n"
		 "%s,Mrs.,yes,Miss|Mrs.\n",
		 page.resident.reference);
	resident_page_release(&page);
	report = import(f, str_text(&csv));
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.changed_count, 1);
	assert_int_equal(report.remark_count, 1);
	assert_int_equal(report.remarks[0].line, 2);
	assert_string_equal(report.remarks[0].field, "title");
	assert_string_equal(report.remarks[0].text,
			    "they asked not to be called Mrs.: kept as Ms.");
	import_report_release(&report);
	page = read(f, id);
	assert_string_equal(page.resident.name.title, "Ms.");
	assert_int_equal(page.resident.refused_titles.count, 2);
	assert_int_equal(page.resident.first_name_ok, PERMISSION_YES);
	resident_page_release(&page);
	assert_int_equal(
	    fixture_number(f, "SELECT count(*) FROM permission p JOIN staff s"
			      " ON s.staff_id = p.noted_by"
			      " WHERE s.login = 'mhale' AND p.kind IN"
			      " ('first_name', 'refused_title')"),
	    2);
	str_release(&csv);
}

static bool add_line(const char *line, void *out, struct error *err)
{
	(void)err;
	str_add(out, line);
	return true;
}

static void refused_titles_go_out_as_they_come_in(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct import_report report =
	    import(f, "surname,title,refused_titles\nSosa,Ms.,Mrs.|Miss\n");
	struct str out = STR_INIT;

	assert_int_equal(report.new_count, 1);
	import_report_release(&report);
	fixture_ok(
	    desk_export(f->desk, EXPORT_RESIDENTS, add_line, &out, &err));
	matter_has(str_text(&out), "refused_titles");
	matter_has(str_text(&out), ",Mrs.|Miss,");
	str_clear(&out);
	fixture_ok(desk_export(f->desk, EXPORT_ALL, add_line, &out, &err));
	matter_has(str_text(&out), "\"refused_titles\":\"Mrs.|Miss\"");
	matter_has(str_text(&out), "\"refused_title\"");
	str_release(&out);
}

static void the_receiver_of_a_hand_off_knows_it(void **state)
{
	struct fixture *f = *state;
	struct error err = {0};
	struct handoff_draft draft;
	struct visit visit;
	int64_t id = fixture_resident(f, "Mrs.", "Elena", "Alvarez");

	fixture_ok(desk_refuse_title(f->desk, id, "Mrs.", &err));
	matter_begin(f, f->desk, id, FIXTURE_FENCE, "A fence", &visit);
	fixture_ok(desk_prepare_handoff(f->desk, visit.contacts[0].request_id,
					visit.visit_id, &draft, &err));
	matter_has(draft.context, "Address as: Elena Alvarez\n");
	matter_has(draft.context, "Not to be called: Mrs.\n");
	handoff_draft_release(&draft);
	visit_release(&visit);
}

#define NOTED_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

static void expect_words(const char *kind, const char *value, const char *words)
{
	const struct noted noted = {.kind = (char *)kind,
				    .value = (char *)value};
	struct str text = STR_INIT;

	noted_add_words(&noted, &text);
	assert_string_equal(str_text(&text), words);
	str_release(&text);
}

static void what_was_noted_is_said_in_words(void **state)
{
	(void)state;
	expect_words("first_name", "yes", "first name yes");
	expect_words("first_name", "", "first name none");
	expect_words("refused_title", "Mrs.", "not to be called Mrs.");
	expect_words("as_it_stands", "yes", "as it stands");
	expect_words("as_it_stands", "no", "as it stands no more");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    NOTED_TEST(the_first_name_is_said_as_long_as_they_allow_it),
	    NOTED_TEST(what_the_form_changes_is_noted_too),
	    NOTED_TEST(a_refused_title_leaves_the_record_and_is_asked_anew),
	    NOTED_TEST(as_it_stands_is_taken_back_and_they_are_asked_again),
	    NOTED_TEST(a_visit_names_its_people_as_they_are_addressed_now),
	    NOTED_TEST(a_title_that_is_given_after_all_may_be_said_again),
	    NOTED_TEST(what_was_noted_is_taken_back_and_the_history_keeps_it),
	    NOTED_TEST(what_somebody_changed_meanwhile_is_not_taken_back),
	    NOTED_TEST(a_refused_title_in_the_form_is_not_kept),
	    NOTED_TEST(a_refused_title_in_a_file_is_not_kept_and_said),
	    NOTED_TEST(refused_titles_go_out_as_they_come_in),
	    NOTED_TEST(the_receiver_of_a_hand_off_knows_it),
	    NOTED_TEST(what_was_noted_is_said_in_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
