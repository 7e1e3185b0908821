/*
 * test_alike.c - the same person, written otherwise: offered, never blocking
 */
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/desk/alike.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/resident.h"
#include "frontdesk/desk/visit.h"

static struct resident person(const char *given, const char *surname)
{
	struct resident resident = {0};

	resident.name.given = mem_copy(given);
	resident.name.surname = mem_copy(surname);
	return resident;
}

/* Saves and releases. */
static int64_t save(struct fixture *fixture, struct resident *resident)
{
	struct error err = {0};
	int64_t id;

	fixture_ok(desk_save_resident(fixture->desk, resident, &err));
	id = resident->resident_id;
	resident_release(resident);
	return id;
}

static int64_t add(struct fixture *fixture, const char *given,
		   const char *surname)
{
	struct resident resident = person(given, surname);

	return save(fixture, &resident);
}

static struct alike list(struct fixture *fixture,
			 const struct resident *resident)
{
	struct error err = {0};
	struct alike alike;

	fixture_ok(desk_list_alike(fixture->desk, resident, 5, &alike, &err));
	return alike;
}

/* The titles of whoever is like this one, parted by " | ". */
static void expect(struct fixture *fixture, struct resident *resident,
		   const char *expected)
{
	struct alike alike = list(fixture, resident);
	struct str titles = STR_INIT;

	for (size_t i = 0; i < alike.count; i++)
		str_addf(&titles, "%s%s", i > 0 ? " | " : "",
			 alike.rows[i].title);
	if (!str_same(str_text(&titles), expected))
		fail_msg("%s %s: “%s”, not “%s”", resident->name.given,
			 resident->name.surname, str_text(&titles), expected);
	str_release(&titles);
	alike_release(&alike);
	resident_release(resident);
}

static void expect_name(struct fixture *fixture, const char *given,
			const char *surname, const char *expected)
{
	struct resident resident = person(given, surname);

	expect(fixture, &resident, expected);
}

static void names_that_are_alike_are_offered(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "John", "Smith");
	add(fixture, "Muhammad", "Hussein");
	add(fixture, "Thị Hoa", "Nguyễn");
	add(fixture, "Raúl", "García López");
	add(fixture, "Maryann", "de la Cruz");
	expect_name(fixture, "Jon", "Smith", "Smith, John");
	expect_name(fixture, "Jon", "Smyth", "Smith, John");
	expect_name(fixture, "John", "Smtih", "Smith, John");
	expect_name(fixture, "Mohamed", "Husayn", "Hussein, Muhammad");
	expect_name(fixture, "Thi Hoa", "Nguyen", "Nguyễn, Thị Hoa");
	expect_name(fixture, "Raul", "Garcia Lopez", "García López, Raúl");
	expect_name(fixture, "Raul", "Lopez", "García López, Raúl");
	expect_name(fixture, "Mary Ann", "Cruz", "de la Cruz, Maryann");
	/* In the other order too. */
	expect_name(fixture, "Nguyen", "Hoa", "Nguyễn, Thị Hoa");
}

static void other_names_are_not_offered(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "John", "Smith");
	add(fixture, "Thị Hoa", "Nguyễn");
	add(fixture, "Juan", "de la Torre");
	expect_name(fixture, "Jane", "Smith", "");
	expect_name(fixture, "John", "Jones", "");
	expect_name(fixture, "Thị Lan", "Nguyễn", "");
	expect_name(fixture, "Juan", "de la Cruz", "");
	/* Not yet written. */
	expect_name(fixture, "John", NULL, "");
	expect_name(fixture, NULL, "Smith", "");
	expect_name(fixture, "John", "S", "");
}

static void the_same_telephone_is_offered_however_it_is_written(void **state)
{
	static const char *const same[] = {"951-555-0142", "(951) 555-0142",
					   "+1 951 555 0142", "555 0142"};
	static const char *const other[] = {"951-555-0143", "760-555-0142",
					    "0142"};
	struct fixture *fixture = *state;
	struct resident resident = person("Ana", "Soto");

	resident_add_reach(&resident, REACH_TELEPHONE, "951.555.0142");
	save(fixture, &resident);
	for (size_t i = 0; i < MEM_COUNT(same); i++) {
		resident = person(NULL, "Ruiz");
		resident_add_reach(&resident, REACH_TELEPHONE, same[i]);
		expect(fixture, &resident, "Soto, Ana");
	}
	for (size_t i = 0; i < MEM_COUNT(other); i++) {
		resident = person(NULL, "Ruiz");
		resident_add_reach(&resident, REACH_TELEPHONE, other[i]);
		expect(fixture, &resident, "");
	}
	resident = person("Ben", "Ortiz");
	resident_add_reach(&resident, REACH_TELEPHONE, "555-0199");
	save(fixture, &resident);
	resident = person(NULL, "Ruiz");
	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0199");
	expect(fixture, &resident, "Ortiz, Ben");
}

static void the_same_email_is_offered_and_half_of_it_is_not(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = person("Ana", "Soto");

	resident_add_reach(&resident, REACH_EMAIL, "ana.soto@example.org");
	save(fixture, &resident);
	resident = person(NULL, "Ruiz");
	resident_add_reach(&resident, REACH_EMAIL, "Ana.Soto@example.org");
	expect(fixture, &resident, "Soto, Ana");
	resident = person(NULL, "Ruiz");
	resident_add_reach(&resident, REACH_EMAIL, "ana.soto@example");
	expect(fixture, &resident, "");
}

static void nobody_is_like_themselves(void **state)
{
	struct fixture *fixture = *state;
	int64_t id = add(fixture, "John", "Smith");
	struct resident resident = person("John", "Smith");

	resident.resident_id = id;
	expect(fixture, &resident, "");
	add(fixture, "Jon", "Smith");
	resident = person("John", "Smith");
	resident.resident_id = id;
	expect(fixture, &resident, "Smith, Jon");
}

static void former_and_legal_names_are_like_the_name_in_use(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = person("Robin", "Vance");
	struct resident_page page;
	struct error err = {0};
	int64_t id;

	resident.name.legal_given = mem_copy("Archibald");
	save(fixture, &resident);
	expect_name(fixture, "Archibald", "Vance", "Vance, Robin");
	expect_name(fixture, "Archibalt", "Vance", "Vance, Robin");
	id = add(fixture, "Elena", "Soto");
	fixture_ok(desk_read_resident(fixture->desk, id, 1, &page, &err));
	mem_replace(&page.resident.name.surname, "Alvarez");
	fixture_ok(desk_save_resident(fixture->desk, &page.resident, &err));
	resident_page_release(&page);
	expect_name(fixture, "Elena", "Soto", "Alvarez, Elena");
}

static void the_likeliest_comes_first_and_says_why(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = person("Otto", "Weber");
	struct alike alike;

	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0142");
	save(fixture, &resident);
	add(fixture, "John", "Smith");
	add(fixture, "Jon", "Smith");
	resident = person("Jon", "Smith");
	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0142");
	alike = list(fixture, &resident);
	assert_int_equal(alike.count, 3);
	assert_string_equal(alike.rows[0].title, "Weber, Otto");
	assert_int_equal(alike.rows[0].why, ALIKE_TELEPHONE);
	assert_string_equal(alike.rows[1].title, "Smith, Jon");
	assert_int_equal(alike.rows[1].why, ALIKE_NAME);
	assert_string_equal(alike.rows[2].title, "Smith, John");
	assert_int_equal(alike.rows[2].why, ALIKE_SIMILAR);
	alike_release(&alike);
	resident_release(&resident);
}

/* A visitor can see it. */
static void what_tells_them_apart_shows_no_number_of_theirs(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = person("Juan", "Soto");
	struct visit visit = {0};
	struct error err = {0};
	struct str words = STR_INIT;
	struct alike alike;
	int64_t id;

	resident.name.known_as = mem_copy("Beto");
	resident.name.legal_given = mem_copy("Humberto");
	resident.language = mem_copy("es");
	resident_add_reach(&resident, REACH_ADDRESS, "12021 Heacock St");
	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0142");
	id = save(fixture, &resident);
	visit_add_person(&visit, id, 0, PART_THEMSELVES, NULL);
	fixture_ok(desk_begin_visit(fixture->desk, &visit,
				    desk_now(fixture->desk), &err));
	visit_release(&visit);
	resident = person("Beto", "Soto");
	resident_add_reach(&resident, REACH_TELEPHONE, "951-555-0142");
	alike = list(fixture, &resident);
	assert_int_equal(alike.count, 1);
	alike_add_words(&alike.rows[0], &words);
	assert_string_equal(str_text(&words),
			    "Soto, Juan · same telephone · Heacock St · known "
			    "as Beto · español · last here Mon Nov 23");
	str_release(&words);
	alike_release(&alike);
	resident_release(&resident);
}

static void expect_nearly(struct fixture *fixture, const char *text,
			  const char *expected)
{
	struct str titles = STR_INIT;
	struct error err = {0};
	struct find out;

	fixture_ok(desk_find_nearly(fixture->desk, text, 20, &out, &err));
	for (size_t i = 0; i < out.people_count; i++)
		str_addf(&titles, "%s%s%s", i > 0 ? " | " : "",
			 out.rows[i].is_similar ? "~" : "", out.rows[i].title);
	if (!str_same(str_text(&titles), expected))
		fail_msg("%s: “%s”, not “%s”", text, str_text(&titles),
			 expected);
	str_release(&titles);
	find_release(&out);
}

static void a_typo_and_a_sound_find_whom_no_spelling_finds(void **state)
{
	struct fixture *fixture = *state;

	add(fixture, "Elena", "Alvarez");
	add(fixture, "John", "Smith");
	add(fixture, "Mohamed", "Khalil");
	expect_nearly(fixture, "alvarez", "Alvarez, Elena");
	expect_nearly(fixture, "alvares", "~Alvarez, Elena");
	expect_nearly(fixture, "alvarex", "~Alvarez, Elena");
	expect_nearly(fixture, "elena albares", "~Alvarez, Elena");
	expect_nearly(fixture, "jon smith", "~Smith, John");
	expect_nearly(fixture, "smyth j", "~Smith, John");
	expect_nearly(fixture, "muhammad", "~Khalil, Mohamed");
	expect_nearly(fixture, "muhammad halil", "~Khalil, Mohamed");
	expect_nearly(fixture, "elena smyth", "");
	expect_nearly(fixture, "zzyzx", "");
}

static void former_and_legal_names_are_found_nearly_too(void **state)
{
	struct fixture *fixture = *state;
	struct resident resident = person("Robin", "Vance");

	resident.name.legal_given = mem_copy("Archibald");
	save(fixture, &resident);
	expect_nearly(fixture, "archibalt", "~Vance, Robin");
	expect_nearly(fixture, "archibold vance", "~Vance, Robin");
}

static void an_errand_and_a_number_are_never_nearly_somebody(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;

	add(fixture, "Ana", "Fens");
	fixture_ok(desk_find_nearly(fixture->desk, "fence", 20, &out, &err));
	assert_int_equal(out.people_count, 0);
	assert_non_null(out.best_topic);
	find_release(&out);
	expect_nearly(fixture, "anna 12", "");
	expect_nearly(fixture, "anna@", "");
}

/* "fenc" begins what is asked about fences. */
static void a_slip_that_begins_an_errand_finds_the_person_too(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;

	add(fixture, "Ana", "Fenk");
	fixture_ok(desk_find_nearly(fixture->desk, "fenc", 20, &out, &err));
	assert_int_equal(out.people_count, 1);
	assert_string_equal(out.rows[0].title, "Fenk, Ana");
	assert_true(out.rows[0].is_similar);
	assert_ptr_equal(out.best_topic, &out.rows[1]);
	assert_string_equal(out.best_topic->title, "Fence permit");
	find_release(&out);
}

static void an_organisation_does_not_hide_who_is_similar(void **state)
{
	struct fixture *fixture = *state;
	struct organisation organisation = {0};
	struct error err = {0};

	organisation.name = mem_copy("Alvares Bakery");
	fixture_ok(desk_save_organisation(fixture->desk, &organisation, &err));
	organisation_release(&organisation);
	add(fixture, "Elena", "Alvarez");
	expect_nearly(fixture, "alvares", "Alvares Bakery | ~Alvarez, Elena");
}

static void nobody_similar_is_greeted_by_name(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	struct find out;
	struct cue cue;

	add(fixture, "Elena", "Alvarez");
	fixture_ok(desk_find_nearly(fixture->desk, "alvares", 20, &out, &err));
	fixture_ok(desk_cue_row(fixture->desk, &out.rows[0], &cue, &err));
	assert_string_equal(cue.say, "Good afternoon.");
	assert_string_equal(cue.ask, "How is your name spelled?");
	cue_release(&cue);
	find_release(&out);
}

#define ALIKE_TEST(name)                                                       \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    ALIKE_TEST(names_that_are_alike_are_offered),
	    ALIKE_TEST(other_names_are_not_offered),
	    ALIKE_TEST(the_same_telephone_is_offered_however_it_is_written),
	    ALIKE_TEST(the_same_email_is_offered_and_half_of_it_is_not),
	    ALIKE_TEST(nobody_is_like_themselves),
	    ALIKE_TEST(former_and_legal_names_are_like_the_name_in_use),
	    ALIKE_TEST(the_likeliest_comes_first_and_says_why),
	    ALIKE_TEST(what_tells_them_apart_shows_no_number_of_theirs),
	    ALIKE_TEST(a_typo_and_a_sound_find_whom_no_spelling_finds),
	    ALIKE_TEST(former_and_legal_names_are_found_nearly_too),
	    ALIKE_TEST(an_errand_and_a_number_are_never_nearly_somebody),
	    ALIKE_TEST(a_slip_that_begins_an_errand_finds_the_person_too),
	    ALIKE_TEST(an_organisation_does_not_hide_who_is_similar),
	    ALIKE_TEST(nobody_similar_is_greeted_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
