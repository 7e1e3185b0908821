/*
 * test_address.c - the ladder and the greetings; every name here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/address.h"

static struct phrases *phrases;

static void greet(const struct address_request *request, struct address *out)
{
	struct error err = {0};

	if (!address_compose(phrases, request, out, &err))
		fail_msg("%s", err.text);
}

/* What is said in the morning, and whether the wish is asked for. */
static void expect(const struct person_name *name, enum permission permission,
		   const char *language, const char *text, bool asks)
{
	const struct address_request request = {.name = name,
						.first_name_ok = permission,
						.language = language,
						.hour = 9};
	struct address address = {0};

	greet(&request, &address);
	assert_string_equal(str_text(&address.greet), text);
	assert_int_equal(address.ask.len > 0, asks);
	address_release(&address);
}

#define NAME(...) (&(const struct person_name){__VA_ARGS__})

static void what_they_asked_to_be_called_is_said_verbatim(void **state)
{
	(void)state;
	expect(NAME(.address_as = "Coach D", .title = "Mr.", .given = "Dan",
		    .surname = "Ames", .rank = "Col."),
	       PERMISSION_YES, "en", "Good morning, Coach D.", false);
}

static void a_first_name_needs_permission(void **state)
{
	const struct person_name *elena =
	    NAME(.title = "Ms.", .given = "Elena", .surname = "Alvarez");

	(void)state;
	expect(elena, PERMISSION_YES, "en", "Good morning, Elena.", false);
	expect(elena, PERMISSION_NO, "en", "Good morning, Ms. Alvarez.", false);
	expect(elena, PERMISSION_UNKNOWN, "en", "Good morning, Ms. Alvarez.",
	       false);
}

static void a_nickname_needs_permission_and_a_lived_name_does_not(void **state)
{
	const struct person_name *nick =
	    NAME(.given = "William", .known_as = "Bill", .surname = "Ames");
	const struct person_name *lived =
	    NAME(.given = "Robert", .legal_given = "Robert",
		 .known_as = "Rachel", .surname = "Levin");

	(void)state;
	expect(nick, PERMISSION_YES, "en", "Good morning, Bill.", false);
	expect(nick, PERMISSION_NO, "en", "Good morning, William Ames.", true);
	expect(lived, PERMISSION_NO, "en", "Good morning, Rachel Levin.", true);
	expect(lived, PERMISSION_YES, "en", "Good morning, Rachel.", false);
}

static void the_legal_name_never_enters_a_cue(void **state)
{
	(void)state;
	expect(NAME(.given = "Rachel", .legal_given = "Robert",
		    .known_as = "Robert", .surname = "Levin"),
	       PERMISSION_YES, "en", "Good morning, Rachel.", false);
	expect(NAME(.legal_given = "Robert", .surname = "Levin"),
	       PERMISSION_YES, "en", "Good morning.", true);
}

static void a_vietnamese_title_stays_with_the_first_name(void **state)
{
	const struct person_name *anh =
	    NAME(.title = "Ông", .given = "Anh", .surname = "Nguyễn",
		 .name_locale = "vi");

	(void)state;
	expect(anh, PERMISSION_YES, "en", "Good morning, Ông Anh.", false);
	expect(anh, PERMISSION_NO, "en", "Good morning, Ông Anh.", false);
}

static void a_title_goes_with_the_first_surname(void **state)
{
	(void)state;
	expect(NAME(.title = "Sr.", .given = "Raúl", .surname = "García",
		    .surname2 = "López"),
	       PERMISSION_UNKNOWN, "es", "Buenos días, Sr. García.", false);
	expect(NAME(.title = "Mr.", .given = "José", .surname_prefix = "de la",
		    .surname = "Cruz"),
	       PERMISSION_UNKNOWN, "en", "Good morning, Mr. de la Cruz.",
	       false);
	expect(NAME(.title = "Ms.", .given = "Hoa", .surname = "Nguyễn",
		    .name_locale = "vi"),
	       PERMISSION_UNKNOWN, "en", "Good morning, Ms. Nguyễn.", false);
	expect(NAME(.title = "Ms.", .given = "Zendaria"), PERMISSION_UNKNOWN,
	       "en", "Good morning, Ms. Zendaria.", false);
	expect(NAME(.title = "Hakim", .surname = "Sato"), PERMISSION_UNKNOWN,
	       "en", "Good morning, Hakim Sato.", false);
}

static void some_titles_go_with_the_given_name_or_after(void **state)
{
	(void)state;
	expect(NAME(.title = "Doña", .given = "Inés", .surname = "Rey"),
	       PERMISSION_NO, "es", "Buenos días, Doña Inés.", false);
	expect(NAME(.title = "Doña", .surname = "Rey"), PERMISSION_NO, "es",
	       "Buenos días, Doña Rey.", false);
	expect(NAME(.title = "様", .given = "恵子", .surname = "佐藤"),
	       PERMISSION_NO, "en", "Good morning, 佐藤様.", false);
	expect(NAME(.title = "선생님", .given = "민수", .surname = "김"),
	       PERMISSION_NO, "en", "Good morning, 김 선생님.", false);
}

static void a_title_is_neither_guessed_nor_translated(void **state)
{
	(void)state;
	expect(NAME(.title = "Ms.", .given = "Elena", .surname = "Alvarez"),
	       PERMISSION_NO, "es", "Buenos días, Ms. Alvarez.", false);
	expect(NAME(.given = "Elena", .surname = "Alvarez",
		    .pronouns = "she/her", .credentials = "MD"),
	       PERMISSION_NO, "en", "Good morning, Elena Alvarez.", true);
}

static void ranks_are_said_as_their_service_says_them(void **state)
{
	static const struct {
		const char *service, *rank, *said;
	} cases[] = {
	    {"USA", "Lt. Col.", "Colonel"},
	    {"USAF", "SMSgt", "Sergeant"},
	    {"USAF", "CMSgt", "Chief"},
	    {"USMC", "GySgt", "Gunnery Sergeant"},
	    {"USMC", "SSgt", "Staff Sergeant"},
	    {"USAF", "SSgt", "Sergeant"},
	    {"USN", "LCDR", "Commander"},
	    {"USN", "Rear Admiral (lower half)", "Admiral"},
	    {"USCG", "SCPO", "Senior Chief"},
	    {"USSF", "Spc4", "Specialist"},
	    {"USA", "COL, Ret.", "Colonel"},
	    {"USA", "2LT", "Lieutenant"},
	    {NULL, "Lt. Col.", "Colonel"},
	    {NULL, "Master Sergeant", "Master Sergeant"},
	    {NULL, "PFC", "Private First Class"},
	    {NULL, "sgt", "Sergeant"},
	    {"USA", "Grand Vizier", "Grand Vizier"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct str text = STR_INIT;

		str_addf(&text, "Good morning, %s Kimura.", cases[i].said);
		expect(NAME(.service = (char *)cases[i].service,
			    .rank = (char *)cases[i].rank, .title = "Ms.",
			    .given = "Aki", .surname = "Kimura",
			    .retired = i % 2),
		       PERMISSION_NO, "en", str_text(&text), false);
		str_release(&text);
	}
}

static void one_honorific_is_said_the_office_first(void **state)
{
	(void)state;
	expect(NAME(.office = "City Council Member", .rank = "Col.",
		    .title = "Dr.", .surname = "Osei"),
	       PERMISSION_NO, "en", "Good morning, Councilmember Osei.", false);
	expect(NAME(.rank = "MAJ", .service = "USA", .title = "Rev.",
		    .chaplain = true, .surname = "Ito"),
	       PERMISSION_NO, "en", "Good morning, Chaplain Ito.", false);
	expect(NAME(.office = "Mayor"), PERMISSION_NO, "en",
	       "Good morning, Mayor.", false);
}

static void without_a_title_the_full_name_is_said_and_asked_about(void **state)
{
	(void)state;
	expect(NAME(.given = "Elena", .given2 = "Marie", .surname = "Alvarez"),
	       PERMISSION_UNKNOWN, "en", "Good morning, Elena Alvarez.", true);
	expect(NAME(.given = "Hoa", .given2 = "Thị", .surname = "Nguyễn",
		    .name_locale = "vi"),
	       PERMISSION_UNKNOWN, "en", "Good morning, Nguyễn Thị Hoa.", true);
	expect(NAME(.given = "Zendaria"), PERMISSION_UNKNOWN, "en",
	       "Good morning, Zendaria.", true);
}

static void a_surname_alone_is_not_said(void **state)
{
	(void)state;
	expect(NAME(.surname = "Alvarez"), PERMISSION_YES, "en",
	       "Good morning.", true);
	expect(NAME(.title = "Ms."), PERMISSION_YES, "en", "Good morning.",
	       true);
	expect(NULL, PERMISSION_UNKNOWN, "es", "Buenos días.", true);
}

static void as_it_stands_is_not_asked_again(void **state)
{
	struct address_request request = {
	    .name = NAME(.given = "Elena", .surname = "Alvarez"),
	    .as_it_stands = true,
	    .language = "en",
	    .hour = 9};
	struct address address = {0};

	(void)state;
	greet(&request, &address);
	assert_int_equal(address.ask.len, 0);
	assert_string_equal(str_text(&address.address), "Elena Alvarez");
	address_release(&address);
}

static void the_greeting_follows_the_hour(void **state)
{
	static const struct {
		const char *language;
		int hour;
		const char *said;
	} cases[] = {
	    {"en", 0, "Good morning."},	    {"en", 11, "Good morning."},
	    {"en", 12, "Good afternoon."},  {"en", 17, "Good afternoon."},
	    {"en", 18, "Good evening."},    {"en", 23, "Good evening."},
	    {"es", 0, "Buenos días."},	    {"es", 11, "Buenos días."},
	    {"es", 12, "Buenas tardes."},   {"es", 19, "Buenas tardes."},
	    {"es", 20, "Buenas noches."},   {"es", 23, "Buenas noches."},
	    {"es-MX", 12, "Buenas tardes."}};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const struct address_request request = {
		    .language = cases[i].language, .hour = cases[i].hour};
		struct address address = {0};

		greet(&request, &address);
		assert_string_equal(str_text(&address.greet), cases[i].said);
		assert_int_equal(address.address.len, 0);
		address_release(&address);
	}
}

static void the_clerk_reads_english_beside_another_language(void **state)
{
	struct address_request request = {
	    .name = NAME(.title = "Sra.", .given = "Inés", .surname = "Rey",
			 .say_as = "ee-NESS", .pronouns = "ella"),
	    .language = "es",
	    .hour = 19};
	struct address address = {0};

	(void)state;
	greet(&request, &address);
	assert_string_equal(address.language, "es");
	assert_string_equal(str_text(&address.english),
			    "Good evening, Sra. Rey.");
	assert_string_equal(str_text(&address.close), "Gracias, Sra. Rey.");
	assert_string_equal(str_text(&address.hint), "ee-NESS");
	assert_string_equal(str_text(&address.reference), "ella");
	address_release(&address);
	request.language = "en";
	greet(&request, &address);
	assert_int_equal(address.english.len, 0);
	address_release(&address);
}

static void a_language_without_greetings_is_refused(void **state)
{
	static const char *const languages[] = {"xx", "", "e", "english", NULL};
	struct error err = {0};
	struct address address = {0};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(languages); i++) {
		const struct address_request request = {
		    .language = languages[i], .hour = 9};

		assert_false(
		    address_compose(phrases, &request, &address, &err));
		assert_int_equal(err.code, ERROR_INVALID);
		assert_string_equal(err.field, "language");
		assert_int_equal(address.greet.len, 0);
	}
}

static void everyone_who_stands_here_is_greeted(void **state)
{
	const struct address_request requests[] = {
	    {.name = NAME(.title = "Ms.", .surname = "Alvarez"),
	     .language = "en",
	     .hour = 14},
	    {.name = NAME(.surname = "Nobody"), .language = "en"},
	    {.name = NAME(.title = "Mr.", .surname = "Alvarez"),
	     .language = "en"},
	};
	struct error err = {0};
	struct str out = STR_INIT;

	(void)state;
	assert_true(address_greet_all(phrases, requests, 3, &out, &err));
	assert_string_equal(str_text(&out),
			    "Good afternoon, Ms. Alvarez, Mr. Alvarez.");
	str_clear(&out);
	assert_true(address_greet_all(phrases, &requests[1], 1, &out, &err));
	assert_string_equal(str_text(&out), "Good morning.");
	str_release(&out);
}

static void permission_has_three_words(void **state)
{
	enum permission out = PERMISSION_UNKNOWN;
	struct error err = {0};

	(void)state;
	assert_true(permission_parse("no", &out, &err));
	assert_int_equal(out, PERMISSION_NO);
	assert_true(
	    permission_parse(permission_name(PERMISSION_YES), &out, &err));
	assert_int_equal(out, PERMISSION_YES);
	assert_false(permission_parse("maybe", &out, &err));
	assert_false(permission_parse(NULL, &out, &err));
	assert_string_equal(err.field, "first_name_ok");
}

static int load(void **state)
{
	struct error err = {0};

	(void)state;
	if (phrases_load(SOURCE_DIR "/data", &phrases, &err))
		return 0;
	print_error("%s\n", err.text);
	return -1;
}

static int unload(void **state)
{
	(void)state;
	phrases_free(phrases);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_they_asked_to_be_called_is_said_verbatim),
	    cmocka_unit_test(a_first_name_needs_permission),
	    cmocka_unit_test(
		a_nickname_needs_permission_and_a_lived_name_does_not),
	    cmocka_unit_test(the_legal_name_never_enters_a_cue),
	    cmocka_unit_test(a_vietnamese_title_stays_with_the_first_name),
	    cmocka_unit_test(a_title_goes_with_the_first_surname),
	    cmocka_unit_test(some_titles_go_with_the_given_name_or_after),
	    cmocka_unit_test(a_title_is_neither_guessed_nor_translated),
	    cmocka_unit_test(ranks_are_said_as_their_service_says_them),
	    cmocka_unit_test(one_honorific_is_said_the_office_first),
	    cmocka_unit_test(
		without_a_title_the_full_name_is_said_and_asked_about),
	    cmocka_unit_test(a_surname_alone_is_not_said),
	    cmocka_unit_test(as_it_stands_is_not_asked_again),
	    cmocka_unit_test(the_greeting_follows_the_hour),
	    cmocka_unit_test(the_clerk_reads_english_beside_another_language),
	    cmocka_unit_test(a_language_without_greetings_is_refused),
	    cmocka_unit_test(everyone_who_stands_here_is_greeted),
	    cmocka_unit_test(permission_has_three_words),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
