/*
 * test_import.c - a CSV file, whole or not at all; everybody is invented
 */
#include <stdio.h>
#include <string.h>

#include "csv_import.h"
#include "frontdesk/desk/day.h"
#include "frontdesk/desk/import.h"
#include "frontdesk/desk/resident.h"

static void refused(struct fixture *fixture, enum import_kind kind,
		    const char *csv, const char *piece)
{
	struct import_report report;
	struct error err = {0};

	fixture_refused(csv_import(fixture, kind, csv, &report, &err),
			ERROR_INVALID);
	if (strstr(err.text, piece) == NULL)
		fail_msg("\"%s\" is not in: %s", piece, err.text);
}

static int64_t residents(struct fixture *fixture)
{
	return fixture_number(fixture, "SELECT count(*) FROM resident");
}

static void every_bad_row_is_named_and_nothing_is_kept(void **state)
{
	struct fixture *fixture = *state;
	int64_t before = residents(fixture);
	struct import_report report;
	struct error err = {0};

	fixture_ok(csv_import(fixture, IMPORT_RESIDENTS,
			      "given,surname,telephone\n"
			      "Ana,Lima,951-555-0100\n"
			      "Bo,Ek,1\n"
			      ",,951-555-0101\n"
			      "Cy\n",
			      &report, &err));
	assert_int_equal(report.complaint_count, 3);
	assert_int_equal(report.complaints[0].line, 3);
	assert_string_equal(report.complaints[0].field, "telephone");
	assert_int_equal(report.complaints[1].line, 4);
	assert_int_equal(report.complaints[2].line, 5);
	import_report_release(&report);
	assert_int_equal(residents(fixture), before);
}

static void a_dry_run_lists_who_may_be_known_already(void **state)
{
	static const char csv[] = "given,surname,telephone\n"
				  "Jon,Smith,\n"
				  "Ana,Lima,951-555-0100\n"
				  "Bea,Ortiz,951 555 0100\n"
				  "Carl,Weber,\n";
	struct fixture *fixture = *state;
	struct import_report report;
	struct error err = {0};
	int64_t before;

	fixture_resident(fixture, "Mr.", "John", "Smith");
	before = residents(fixture);
	fixture_ok(
	    csv_import_as(fixture, IMPORT_RESIDENTS, csv, true, &report, &err));
	assert_int_equal(report.new_count, 4);
	assert_int_equal(report.alike_count, 2);
	assert_int_equal(report.alike_kept, 2);
	assert_int_equal(report.alike[0].line, 2);
	assert_int_equal(report.alike[0].line_before, 0);
	assert_memory_equal(report.alike[0].reference, "P-", 2);
	assert_string_equal(report.alike[0].words, "Smith, Mr. John · similar");
	assert_int_equal(report.alike[1].line, 4);
	assert_int_equal(report.alike[1].line_before, 3);
	assert_null(report.alike[1].reference);
	assert_string_equal(report.alike[1].words,
			    "Lima, Ana · same telephone");
	import_report_release(&report);
	assert_int_equal(residents(fixture), before);
	/* It is in nobody's way. */
	fixture_ok(csv_import(fixture, IMPORT_RESIDENTS, csv, &report, &err));
	assert_int_equal(report.new_count, 4);
	assert_int_equal(report.alike_count, 0);
	import_report_release(&report);
}

static void a_dry_run_counts_and_keeps_nothing(void **state)
{
	struct fixture *fixture = *state;
	int64_t before = residents(fixture);
	struct import_report report;
	struct error err = {0};
	FILE *file = tmpfile();

	fputs("surname\nLima\nEk\n", file);
	rewind(file);
	fixture_ok(desk_import(fixture->desk, IMPORT_RESIDENTS, file, true,
			       &report, &err));
	fclose(file);
	assert_int_equal(report.new_count, 2);
	assert_int_equal(report.complaint_count, 0);
	import_report_release(&report);
	assert_int_equal(residents(fixture), before);
}

static void columns_are_known_by_name(void **state)
{
	struct fixture *fixture = *state;

	refused(fixture, IMPORT_RESIDENTS, "given,shoe\nA,9\n", "\"shoe\"");
	refused(fixture, IMPORT_RESIDENTS, "given,given\nA,B\n", "twice");
	refused(fixture, IMPORT_VISITS, "date,begin\n", "\"end\" is missing");
	refused(fixture, IMPORT_TOPICS, "", "empty");
}

static void a_clerk_imports_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct import_report report;
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_RUIZ);
	fixture_refused(csv_import(fixture, IMPORT_RESIDENTS, "surname\nLima\n",
				   &report, &err),
			ERROR_DENIED);
}

static void a_reference_changes_the_one_it_names(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	struct resident_page page;
	struct import_report report;
	struct error err = {0};
	char csv[200];

	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	snprintf(csv, sizeof(csv),
		 "reference,title,telephone,first_name_ok\n"
		 "%s,Dr.,951-555-0101|951-555-0102,yes\n",
		 page.resident.reference);
	resident_page_release(&page);
	fixture_ok(csv_import(fixture, IMPORT_RESIDENTS, csv, &report, &err));
	assert_int_equal(report.changed_count, 1);
	import_report_release(&report);
	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	assert_string_equal(page.resident.name.title, "Dr.");
	/* A column that is not in the file leaves what was there. */
	assert_string_equal(page.resident.name.surname, "Alvarez");
	assert_int_equal(page.resident.reach_count, 2);
	assert_int_equal(page.resident.first_name_ok, PERMISSION_YES);
	assert_true(page.noted_count > 0);
	resident_page_release(&page);
	csv_import_complains(fixture, IMPORT_RESIDENTS,
			     "reference,surname\nP-123,Alvarez\n", 2,
			     "reference", "no reference");
}

static void hidden_characters_are_refused(void **state)
{
	struct fixture *fixture = *state;

	csv_import_complains(fixture, IMPORT_RESIDENTS,
			     "surname\nAlva\xe2\x80\xaerez\n", 2, "surname",
			     "character 5");
	csv_import_complains(fixture, IMPORT_RESIDENTS, "surname\nAlva\xff\n",
			     2, "", "UTF-8");
}

#define VISITS                                                                 \
	"date,arrival,call,begin,end,holds,channel,topic,result,result_text,"  \
	"left,more\n"

/* Three came: one waited 5 minutes and was served 14 with a hold of 2, for
 * two things; one left; one telephoned, and no wait is known. */
static void a_paper_log_becomes_a_day(void **state)
{
	struct fixture *fixture = *state;
	struct day friday = {"2026-11-20"};
	struct import_report report;
	struct summary day;
	struct error err = {0};

	fixture_ok(csv_import(
	    fixture, IMPORT_VISITS,
	    VISITS "2026-11-20,10:00,10:05,10:06,10:20,10:10-10:12 copies,"
		   ",fence-permit,answered,,,\n"
		   ",,,,,,,garage-sale,,,,yes\n"
		   "2026-11-20,10:30,,,10:45,,,,,,yes,\n"
		   "2026-11-20,,,11:00,11:04,,telephone,garage-sale,,,,\n",
	    &report, &err));
	if (report.complaint_count > 0)
		fail_msg("line %zu: %s", report.complaints[0].line,
			 report.complaints[0].text);
	assert_int_equal(report.new_count, 3);
	import_report_release(&report);
	fixture_ok(desk_sum_up(fixture->desk, friday, friday, &day, &err));
	assert_int_equal(day.visits.arrived, 3);
	assert_int_equal(day.visits.served, 2);
	assert_int_equal(day.visits.left_waiting, 1);
	assert_int_equal(day.visits.entered_later, 3);
	assert_int_equal(day.wait.n, 1);
	assert_int_equal(day.wait.median, 5 * CLOCK_MINUTE);
	assert_int_equal(day.wait_not_timed, 1);
	assert_int_equal(day.service.n, 2);
	assert_int_equal(day.service.max, 12 * CLOCK_MINUTE);
	assert_int_equal(day.hold.max, 2 * CLOCK_MINUTE);
	assert_int_equal(day.first_contact_n, 3);
	assert_int_equal(day.hours[10], 2);
	summary_release(&day);
}

static void a_hold_past_midnight_is_written_whole(void **state)
{
	struct fixture *fixture = *state;
	struct day thursday = {"2026-11-19"};
	struct import_report report;
	struct summary day;
	struct error err = {0};

	fixture_ok(csv_import(
	    fixture, IMPORT_VISITS,
	    VISITS "2026-11-19,,,23:50,2026-11-20T00:10,"
		   "2026-11-19T23:55-2026-11-20T00:05 copies,,dog-licence,,,,\n"
		   "2026-11-19,,,23:50,2026-11-20T00:10,"
		   "23:56-2026-11-20T00:05 copies,,dog-licence,,,,\n",
	    &report, &err));
	if (report.complaint_count > 0)
		fail_msg("line %zu: %s", report.complaints[0].line,
			 report.complaints[0].text);
	import_report_release(&report);
	fixture_ok(desk_sum_up(fixture->desk, thursday, thursday, &day, &err));
	assert_int_equal(day.hold.n, 2);
	assert_int_equal(day.hold.max, 10 * CLOCK_MINUTE);
	summary_release(&day);
}

static void a_visit_that_cannot_be_is_named(void **state)
{
	struct fixture *fixture = *state;
	const struct {
		const char *row, *field, *piece;
	} rows[] = {
	    {"2026-02-30,,,9:00,9:05,,,dog-licence,,,,\n", "date", ""},
	    {"2026-11-20,,,nine,9:05,,,dog-licence,,,,\n", "begin", "14:05"},
	    {"2026-11-20,,,9:05,9:00,,,dog-licence,,,,\n", "end", "end"},
	    {"2026-11-20,,,9:00,9:05,9:04,,dog-licence,,,,\n", "holds",
	     "10:05-10:12"},
	    {"2026-11-20,,,9:00,9:05,9:04-9:09 copies,,dog-licence,,,,\n",
	     "holds", ""},
	    {"2026-11-20,,,9:00,9:05,,pigeon,dog-licence,,,,\n", "channel", ""},
	    {"2026-11-20,,,9:00,9:05,,,dragon-licence,,,,\n", "topic",
	     "dragon-licence"},
	    {"2026-11-20,,,9:00,9:05,,,,,,,\n", "topic", ""},
	    {"2026-11-20,,,9:00,9:05,,,dog-licence,fine,,,\n", "result", ""},
	    {"2026-11-20,,,9:00,9:05,,,dog-licence,could_not,,,\n",
	     "result_text", ""},
	    {"2026-11-20,9:00,,,9:05,,,dog-licence,,,,\n", "begin", "left"},
	    {"2026-11-23,,,14:00,14:15,,,dog-licence,,,,\n", "end",
	     "not ended"},
	    {"2026-11-20,,,9:00,9:05,,,dog-licence,,,maybe,\n", "left", "yes"},
	    {"2026-11-20,,,9:00,9:05,,,dog-licence,,,,yes\n", "more",
	     "no visit above"},
	    {",,,9:00,9:05,,,dog-licence,,,,\n", "date", "needed"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char csv[400];

		snprintf(csv, sizeof(csv), "%s%s", VISITS, rows[i].row);
		csv_import_complains(fixture, IMPORT_VISITS, csv, 2,
				     rows[i].field, rows[i].piece);
	}
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM visit"),
			 0);
}

/* Two of the three are there; two alike in one file are two visits. */
static void a_paper_log_imported_twice_is_one_day(void **state)
{
	struct fixture *fixture = *state;
	static const char log[] =
	    "date,arrival,call,begin,end,topic,result\n"
	    "2026-11-20,9:00,9:05,9:05,9:10,dog-licence,answered\n"
	    "2026-11-20,9:00,9:05,9:05,9:10,dog-licence,answered\n";
	static const char longer[] =
	    "date,arrival,call,begin,end,topic,result\n"
	    "2026-11-20,9:00,9:05,9:05,9:10,dog-licence,answered\n"
	    "2026-11-20,9:00,9:05,9:05,9:10,dog-licence,answered\n"
	    "2026-11-20,9:00,9:05,9:05,9:10,dog-licence,answered\n";
	struct import_report report;
	struct error err = {0};

	fixture_ok(csv_import(fixture, IMPORT_VISITS, log, &report, &err));
	assert_int_equal(report.complaint_count, 0);
	assert_int_equal(report.new_count, 2);
	assert_int_equal(report.known_count, 0);
	import_report_release(&report);
	fixture_ok(csv_import(fixture, IMPORT_VISITS, log, &report, &err));
	assert_int_equal(report.new_count, 0);
	assert_int_equal(report.known_count, 2);
	import_report_release(&report);
	fixture_ok(csv_import(fixture, IMPORT_VISITS, longer, &report, &err));
	assert_int_equal(report.new_count, 1);
	assert_int_equal(report.known_count, 2);
	import_report_release(&report);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM visit"),
			 3);
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, csv_import_setup,                \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_bad_row_is_named_and_nothing_is_kept),
	    TEST(a_dry_run_lists_who_may_be_known_already),
	    TEST(a_dry_run_counts_and_keeps_nothing),
	    TEST(columns_are_known_by_name),
	    TEST(a_clerk_imports_nothing),
	    TEST(a_reference_changes_the_one_it_names),
	    TEST(hidden_characters_are_refused),
	    TEST(a_paper_log_becomes_a_day),
	    TEST(a_hold_past_midnight_is_written_whole),
	    TEST(a_visit_that_cannot_be_is_named),
	    TEST(a_paper_log_imported_twice_is_one_day),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
