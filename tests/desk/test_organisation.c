/*
 * test_organisation.c - organisations with their people, changed, in and out
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/resident.h"
#include "matter.h"

static int64_t add(struct fixture *fixture, const char *name)
{
	struct organisation organisation = {.name = mem_copy(name)};
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	id = organisation.organisation_id;
	organisation_release(&organisation);
	return id;
}

static void its_people_are_added_changed_and_taken_away(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct organisation_page page;
	int64_t firm = add(fixture, "Kowalski Builders");
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");
	int64_t bo = fixture_resident(fixture, "Mr.", "Bo", "Lund");

	fixture_ok(desk_put_organisation_person(fixture->desk, firm, bo,
						"foreman", &err));
	fixture_ok(desk_put_organisation_person(fixture->desk, firm, adam,
						"clerk", &err));
	fixture_ok(desk_put_organisation_person(fixture->desk, firm, adam,
						"owner", &err));
	fixture_ok(desk_read_organisation(fixture->desk, firm, 9, &page, &err));
	assert_int_equal(page.people_count, 2);
	assert_int_equal(page.people[0].id, adam);
	assert_string_equal(page.parts[0], "owner");
	assert_string_equal(page.parts[1], "foreman");
	organisation_page_release(&page);
	fixture_ok(
	    desk_remove_organisation_person(fixture->desk, firm, bo, &err));
	fixture_ok(desk_read_organisation(fixture->desk, firm, 9, &page, &err));
	assert_int_equal(page.people_count, 1);
	organisation_page_release(&page);
}

static void a_part_that_is_too_long_or_nobodys_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t firm = add(fixture, "Kowalski Builders");
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");
	char part[80];

	memset(part, 'x', sizeof(part) - 1);
	part[sizeof(part) - 1] = '\0';
	fixture_refused(
	    desk_put_organisation_person(fixture->desk, firm, adam, part, &err),
	    ERROR_INVALID);
	assert_string_equal(err.field, "part");
	fixture_refused(desk_put_organisation_person(fixture->desk, firm, 999,
						     "owner", &err),
			ERROR_NOT_FOUND);
	fixture_refused(desk_put_organisation_person(fixture->desk, 999, adam,
						     "owner", &err),
			ERROR_NOT_FOUND);
}

static void a_stale_edit_overwrites_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct organisation_page one, other;
	int64_t firm = add(fixture, "Kowalski Builders");

	fixture_ok(desk_read_organisation(fixture->desk, firm, 9, &one, &err));
	fixture_ok(desk_read_organisation(fixture_desk2(fixture), firm, 9,
					  &other, &err));
	mem_replace(&other.organisation.name, "Kowalski and Daughters");
	fixture_ok(
	    desk_save_organisation(fixture->desk2, &other.organisation, &err));
	mem_replace(&one.organisation.name, "Kowalski Homes");
	fixture_refused(
	    desk_save_organisation(fixture->desk, &one.organisation, &err),
	    ERROR_CONFLICT);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM organisation WHERE "
				    "name = 'Kowalski and Daughters'"),
	    1);
	organisation_page_release(&one);
	organisation_page_release(&other);
}

static void import_text(struct fixture *fixture, const char *text,
			struct import_report *out)
{
	struct error err = {0};
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_true(fputs(text, file) >= 0);
	rewind(file);
	fixture_ok(desk_import(fixture->desk, IMPORT_ORGANISATIONS, file, false,
			       out, &err));
	fclose(file);
}

static bool add_line(const char *line, void *state, struct error *err)
{
	(void)err;
	str_add(state, line);
	return true;
}

static char *export_text(struct fixture *fixture)
{
	struct error err = {0};
	struct str text = STR_INIT;

	fixture_ok(desk_export(fixture->desk, EXPORT_ORGANISATIONS, add_line,
			       &text, &err));
	return str_take(&text);
}

/* The reference of a resident, as a file gives it. */
static char *reference_of(struct fixture *fixture, int64_t resident_id)
{
	struct error err = {0};
	struct resident_page page;
	char *reference;

	fixture_ok(
	    desk_read_resident(fixture->desk, resident_id, 1, &page, &err));
	reference = mem_copy(page.resident.reference);
	resident_page_release(&page);
	return reference;
}

static void what_goes_out_comes_in_again_and_changes_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;
	struct str csv = STR_INIT;
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");
	char *reference = reference_of(fixture, adam);
	char *out, *again;

	fixture_sign_in(fixture, FIXTURE_HALE);
	str_addf(&csv,
		 "name,telephone,address,note,people\n"
		 "Kowalski Builders,951-555-0118|951-555-0119,"
		 "23015 Sunnymead Blvd,,%s owner of it\n"
		 "Garden Club,,,Meets on Mondays,\n",
		 reference);
	import_text(fixture, str_text(&csv), &report);
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.new_count, 2);
	import_report_release(&report);
	out = export_text(fixture);
	matter_has(out, "uuid,name,telephone,email,address,note,people");
	matter_has(out, "Kowalski Builders,951-555-0118|951-555-0119,,"
			"23015 Sunnymead Blvd,,");
	matter_has(out, " owner of it");
	matter_has(out, "Meets on Mondays");
	import_text(fixture, out, &report);
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.changed_count, 2);
	import_report_release(&report);
	again = export_text(fixture);
	assert_string_equal(again, out);
	free(again);
	free(out);
	free(reference);
	str_release(&csv);
}

static void a_column_that_is_blank_takes_the_people_away(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct import_report report;
	struct str csv = STR_INIT;
	int64_t firm = add(fixture, "Kowalski Builders");
	int64_t adam = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");
	char *out, *uuid;

	fixture_ok(desk_put_organisation_person(fixture->desk, firm, adam,
						"owner", &err));
	fixture_sign_in(fixture, FIXTURE_HALE);
	out = export_text(fixture);
	uuid = strchr(out, '\n') + 1;
	*strchr(uuid, ',') = '\0';
	str_addf(&csv, "uuid,note\n%s,Was here\n", uuid);
	import_text(fixture, str_text(&csv), &report);
	assert_int_equal(report.changed_count, 1);
	import_report_release(&report);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "organisation_person"),
			 1);
	str_clear(&csv);
	str_addf(&csv, "uuid,people\n%s,\n", uuid);
	import_text(fixture, str_text(&csv), &report);
	import_report_release(&report);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM "
						 "organisation_person"),
			 0);
	free(out);
	str_release(&csv);
}

static void each_bad_row_is_named_and_nothing_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;

	fixture_sign_in(fixture, FIXTURE_HALE);
	import_text(fixture,
		    "uuid,name,telephone,people\n"
		    ",,,\n"
		    ",Garden Club,12,\n"
		    ",Garden Club,,P-000-0000 owner\n"
		    "no-such-uuid,Garden Club,,\n"
		    ",Good Club,,\n",
		    &report);
	assert_int_equal(report.complaint_count, 4);
	assert_string_equal(report.complaints[0].field, "name");
	assert_string_equal(report.complaints[1].field, "telephone");
	assert_string_equal(report.complaints[2].field, "people");
	assert_string_equal(report.complaints[3].field, "uuid");
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM organisation"), 0);
	import_report_release(&report);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(its_people_are_added_changed_and_taken_away),
	    TEST(a_part_that_is_too_long_or_nobodys_is_refused),
	    TEST(a_stale_edit_overwrites_nothing),
	    TEST(what_goes_out_comes_in_again_and_changes_nothing),
	    TEST(a_column_that_is_blank_takes_the_people_away),
	    TEST(each_bad_row_is_named_and_nothing_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
