/*
 * test_resident.c - the record of a person: saved, changed, noted, opened
 */
#include <string.h>

#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/signin.h"

static struct resident_page read(struct fixture *fixture, int64_t id)
{
	struct resident_page page;
	struct error err = {0};

	fixture_ok(desk_read_resident(fixture->desk, id, 20, &page, &err));
	return page;
}

static struct resident elena(void)
{
	struct resident resident = {0};

	resident.name.title = mem_copy("Ms.");
	resident.name.given = mem_copy("Elena");
	resident.name.surname = mem_copy("Alvarez");
	resident.language = mem_copy("es");
	resident.note = mem_copy("Comes in the morning.");
	resident_add_reach(&resident, REACH_TELEPHONE, "(951) 555-0142");
	resident_add_reach(&resident, REACH_EMAIL, "elena@example.org");
	resident_add_reach(&resident, REACH_ADDRESS, "12021 Heacock St");
	return resident;
}

static void what_is_saved_is_read_back(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = elena();
	struct error err = {0};
	struct resident_page page;

	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	assert_int_equal(resident.edition, 1);
	assert_int_equal(resident.reference[0], 'P');
	page = read(fixture, resident.resident_id);
	assert_string_equal(page.resident.reference, resident.reference);
	assert_string_equal(page.resident.name.surname, "Alvarez");
	assert_null(page.resident.name.given2);
	assert_string_equal(page.resident.language, "es");
	assert_string_equal(page.resident.note, "Comes in the morning.");
	assert_int_equal(page.resident.reach_count, 3);
	assert_string_equal(page.resident.reaches[2].value, "12021 Heacock St");
	assert_string_equal(page.cue.say, "Buenas tardes, Ms. Alvarez.");
	resident_page_release(&page);
	resident_release(&resident);
}

static void what_may_not_be_is_refused_with_its_field(void **state)
{
	static const struct {
		enum reach_kind kind;
		const char *value, *field;
	} bad[] = {
	    {REACH_TELEPHONE, "123", "telephone"},
	    {REACH_TELEPHONE, "1234567890123456", "telephone"},
	    {REACH_EMAIL, "elena", "email"},
	    {REACH_EMAIL, "a@b@c", "email"},
	    {REACH_EMAIL, "@example.org", "email"},
	    {REACH_ADDRESS, "", "address"},
	    {REACH_ADDRESS, "a\x1b[2J", "address"},
	};
	struct fixture *fixture = *state;
	struct error err = {0};

	for (size_t i = 0; i < MEM_COUNT(bad); i++) {
		struct resident resident = elena();

		resident_add_reach(&resident, bad[i].kind, bad[i].value);
		fixture_refused(
		    desk_save_resident(fixture->desk, &resident, &err),
		    ERROR_INVALID);
		assert_string_equal(err.field, bad[i].field);
		assert_int_equal(resident.resident_id, 0);
		resident_release(&resident);
	}
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM resident"), 0);
}

static void a_stale_edit_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct resident mine = elena(), theirs;
	struct error err = {0};
	struct resident_page page;

	fixture_ok(desk_save_resident(fixture->desk, &mine, &err));
	resident_copy(&theirs, &mine);
	mem_replace(&theirs.note, "theirs");
	fixture_ok(desk_save_resident(fixture_desk2(fixture), &theirs, &err));
	assert_int_equal(theirs.edition, 2);
	mem_replace(&mine.note, "mine");
	fixture_refused(desk_save_resident(fixture->desk, &mine, &err),
			ERROR_CONFLICT);
	assert_int_equal(mine.edition, 1);
	page = read(fixture, mine.resident_id);
	assert_string_equal(page.resident.note, "theirs");
	resident_page_release(&page);
	resident_release(&mine);
	resident_release(&theirs);
}

static void an_address_that_is_gone_stays_as_not_current(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = elena();
	struct error err = {0};
	struct resident_page page;

	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	mem_replace(&resident.reaches[2].value, "9 Fir Ave");
	fixture_ok(desk_save_resident(fixture->desk, &resident, &err));
	page = read(fixture, resident.resident_id);
	assert_int_equal(page.resident.reach_count, 3);
	assert_string_equal(page.resident.reaches[2].value, "9 Fir Ave");
	resident_page_release(&page);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM reach "
						 "WHERE is_current = 0 "
						 "AND street = 'Heacock St'"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM reach"),
			 4);
	resident_release(&resident);
}

static void what_they_said_is_noted_with_who_and_when(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(fixture, "Ms.", "Elena", "Alvarez");

	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(desk_note_permission(fixture_desk2(fixture), id,
					PERMISSION_YES, &err));
	fixture_pass(fixture, CLOCK_MINUTE);
	fixture_ok(
	    desk_note_permission(fixture->desk, id, PERMISSION_NO, &err));
	page = read(fixture, id);
	assert_int_equal(page.resident.first_name_ok, PERMISSION_NO);
	assert_int_equal(page.noted_count, 3);
	assert_string_equal(page.noted[0].value, "no");
	assert_string_equal(page.noted[0].staff, "A. Ruiz");
	assert_int_equal(page.noted[0].at, FIXTURE_START + 2 * CLOCK_MINUTE);
	assert_string_equal(page.noted[1].value, "yes");
	assert_string_equal(page.noted[1].staff, "B. Chen");
	assert_string_equal(page.noted[2].kind, "title");
	resident_page_release(&page);
}

static void the_same_answer_again_is_noted_again(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(fixture, NULL, "Elena", "Alvarez");

	fixture_ok(desk_note_as_it_stands(fixture->desk, id, true, &err));
	fixture_ok(desk_note_as_it_stands(fixture->desk, id, true, &err));
	page = read(fixture, id);
	assert_true(page.resident.as_it_stands);
	assert_int_equal(page.noted_count, 2);
	assert_null(page.cue.ask);
	resident_page_release(&page);
}

static void how_they_wish_to_be_addressed_changes_the_greeting(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct resident_page page;
	int64_t id = fixture_resident(fixture, NULL, "Elena", "Alvarez");

	page = read(fixture, id);
	assert_string_equal(page.cue.say, "Good afternoon, Elena Alvarez.");
	assert_non_null(page.cue.ask);
	resident_page_release(&page);
	fixture_ok(desk_note_title(fixture->desk, id, "Dr.", &err));
	page = read(fixture, id);
	assert_non_null(strstr(page.cue.say, "Alvarez."));
	assert_null(page.cue.ask);
	resident_page_release(&page);
	fixture_ok(desk_note_address_as(fixture->desk, id, "Abuela", &err));
	page = read(fixture, id);
	assert_string_equal(page.cue.say, "Good afternoon, Abuela.");
	resident_page_release(&page);
	fixture_ok(desk_note_address_as(fixture->desk, id, " ", &err));
	page = read(fixture, id);
	assert_null(page.resident.name.address_as);
	resident_page_release(&page);
	fixture_refused(
	    desk_note_title(fixture->desk, id, "\xe2\x80\xaex", &err),
	    ERROR_INVALID);
	fixture_refused(desk_note_title(fixture->desk, 999, "Ms.", &err),
			ERROR_NOT_FOUND);
}

static void a_merged_record_is_read_as_its_survivor(void **state)
{
	struct fixture *fixture = *state;
	struct resident_page page;
	int64_t survivor = fixture_resident(fixture, NULL, "Ana", "Sosa");
	int64_t merged = fixture_resident(fixture, NULL, "Anna", "Sosa");

	fixture_write(fixture,
		      "UPDATE resident SET survivor_id = resident_id - 1"
		      " WHERE resident_id = (SELECT MAX(resident_id)"
		      " FROM resident)");
	page = read(fixture, merged);
	assert_int_equal(page.resident.resident_id, survivor);
	resident_page_release(&page);
}

static void an_organisation_opens_with_its_people(void **state)
{
	struct fixture *fixture = *state;
	struct organisation organisation = {0};
	struct organisation_page page;
	struct resident_page person;
	struct error err = {0};
	int64_t id = fixture_resident(fixture, "Mr.", "Adam", "Kowalski");

	organisation.name = mem_copy("Kowalski Builders");
	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	fixture_write(fixture,
		      "INSERT INTO organisation_person (organisation_id,"
		      " resident_id, part) SELECT o.organisation_id,"
		      " r.resident_id, 'owner' FROM organisation o"
		      " CROSS JOIN resident r");
	fixture_ok(desk_open_organisation(
	    fixture->desk, organisation.organisation_id, 10, &page, &err));
	assert_int_equal(page.people_count, 1);
	assert_string_equal(page.people[0].title, "Kowalski, Mr. Adam");
	organisation_page_release(&page);
	person = read(fixture, id);
	assert_int_equal(person.organisation_count, 1);
	assert_string_equal(person.organisations[0],
			    "Kowalski Builders (owner)");
	resident_page_release(&person);
	mem_replace(&organisation.name, "Kowalski & Sons");
	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	organisation.edition = 1;
	fixture_refused(
	    desk_save_organisation(fixture->desk, &organisation, &err),
	    ERROR_CONFLICT);
	organisation_release(&organisation);
}

static void nobody_is_opened_by_nobody(void **state)
{
	struct fixture *fixture = *state;
	struct resident_page page;
	struct error err = {0};
	int64_t id = fixture_resident(fixture, NULL, "Ana", "Sosa");

	fixture_refused(desk_open_resident(fixture->desk, 999, 10, &page, &err),
			ERROR_NOT_FOUND);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit "
						 "WHERE action = 'open'"),
			 0);
	desk_sign_out(fixture->desk);
	fixture_refused(desk_open_resident(fixture->desk, id, 10, &page, &err),
			ERROR_DENIED);
}

#define RESIDENT_TEST(name)                                                    \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    RESIDENT_TEST(what_is_saved_is_read_back),
	    RESIDENT_TEST(what_may_not_be_is_refused_with_its_field),
	    RESIDENT_TEST(a_stale_edit_is_refused),
	    RESIDENT_TEST(an_address_that_is_gone_stays_as_not_current),
	    RESIDENT_TEST(what_they_said_is_noted_with_who_and_when),
	    RESIDENT_TEST(the_same_answer_again_is_noted_again),
	    RESIDENT_TEST(how_they_wish_to_be_addressed_changes_the_greeting),
	    RESIDENT_TEST(a_merged_record_is_read_as_its_survivor),
	    RESIDENT_TEST(an_organisation_opens_with_its_people),
	    RESIDENT_TEST(nobody_is_opened_by_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
