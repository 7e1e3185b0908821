/*
 * test_ladder.c - the steps, the first that applies; every name here is
 * invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

#define YES PERMISSION_YES
#define NO PERMISSION_NO
#define UNKNOWN PERMISSION_UNKNOWN

static void the_first_step_that_applies_is_taken(void **state)
{
	struct person_name elena = {.title = "Ms.",
				    .given = "Elena",
				    .known_as = "Ellie",
				    .surname = "Alvarez",
				    .rank = "Lt. Col.",
				    .office = "Mayor",
				    .address_as = "Dr. A"};

	(void)state;
	expect_called(&elena, YES, "en", "Dr. A", false);
	elena.address_as = NULL;
	expect_called(&elena, YES, "en", "Ellie", false);
	expect_called(&elena, NO, "en", "Mayor Alvarez", false);
	expect_called(&elena, UNKNOWN, "en", "Mayor Alvarez", false);
	elena.office = NULL;
	expect_called(&elena, NO, "en", "Colonel Alvarez", false);
	elena.rank = "";
	expect_called(&elena, NO, "en", "Ms. Alvarez", false);
	elena.title = " ";
	expect_called(&elena, NO, "en", "Elena Alvarez", true);
	elena.given = NULL;
	expect_called(&elena, NO, "en", "Ellie Alvarez", true);
	elena.known_as = NULL;
	expect_called(&elena, YES, "en", "", true);
	elena.surname = NULL;
	expect_called(&elena, YES, "en", "", true);
}

static void
a_first_name_keeps_its_honorific_where_it_is_rude_without(void **state)
{
	static const struct {
		const char *language, *locale, *title, *given, *called;
	} cases[] = {
	    {"vi", NULL, "Bà", "Hoa", "Bà Hoa"},
	    {"en", NULL, "Bà", "Hoa", "Bà Hoa"},
	    {"en", "vi", "Ms.", "Hoa", "Ms. Hoa"},
	    {"vi", NULL, "Ms.", "Hoa", "Ms. Hoa"},
	    {"ja", NULL, "さん", "恵子", "恵子さん"},
	    {"en", "ja", "さん", "恵子", "恵子さん"},
	    {"ko", NULL, "님", "민수", "민수님"},
	    {"ko", NULL, "선생님", "민수", "민수 선생님"},
	    {"en", "th", "คุณ", "สมชาย", "คุณสมชาย"},
	    {"en", NULL, "Ms.", "Elena", "Elena"},
	    {"zh", NULL, "女士", "美玲", "美玲"},
	    /* None is recorded: the one that is anybody's. */
	    {"ja", NULL, NULL, "恵子", "恵子さん"},
	    {"ko", NULL, NULL, "민수", "민수님"},
	    {"en", "th", NULL, "สมชาย", "คุณสมชาย"},
	    {"en", "ja", NULL, "恵子", "恵子さん"},
	    {"en", "ja", NULL, "Keiko", "Keiko"},
	    {"en", "vi", NULL, "Hoa", "Hoa"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		expect_called(NAME(.title = (char *)cases[i].title,
				   .given = (char *)cases[i].given,
				   .surname = "X",
				   .name_locale = (char *)cases[i].locale),
			      YES, cases[i].language, cases[i].called, false);
}

/* Each Vietnamese one tells of a gender or an age, which nobody guesses; nor is
 * one said that was refused. */
static void
where_no_honorific_is_anybodys_the_name_is_said_in_full(void **state)
{
	const char *const san[] = {"さん"};
	const struct address *said;

	(void)state;
	expect_called(
	    NAME(.given = "Hoa", .surname = "Nguyễn", .name_locale = "vi"), YES,
	    "vi", "Nguyễn Hoa", true);
	said = said_to(&(const struct address_request){
	    .name = NAME(.given = "恵子", .surname = "佐藤"),
	    .first_name_ok = YES,
	    .refused_titles = san,
	    .refused_count = 1,
	    .language = "ja",
	    .hour = 9});
	assert_string_equal(str_text(&said->address), "佐藤恵子");
	assert_true(said->ask.len > 0);
}

/* CLDR's Vietnamese patterns address by the given name. */
static void
a_name_of_the_greetings_language_is_written_by_its_patterns(void **state)
{
	const struct address *said;

	(void)state;
	said = said_to(&(const struct address_request){
	    .name = NAME(.title = "Ms.", .given = "Hoa", .surname = "Nguyễn",
			 .name_locale = "vi"),
	    .language = "vi",
	    .hour = 9});
	assert_string_equal(str_text(&said->greet), "Xin chào Ms. Hoa.");
	assert_string_equal(str_text(&said->english), "Good morning, Ms. Hoa.");
	expect_called(NAME(.title = "Ms.", .given = "Hoa", .surname = "Nguyễn",
			   .name_locale = "vi"),
		      NO, "en", "Ms. Nguyễn", false);
}

static void a_name_in_full_has_the_order_of_its_language(void **state)
{
	static const struct {
		const char *language, *locale, *given, *given2, *surname;
		const char *surname2, *called;
	} cases[] = {
	    {"en", NULL, "Elena", "Marie", "Alvarez", NULL, "Elena Alvarez"},
	    {"en", "es", "Raúl", NULL, "García", "López", "Raúl García López"},
	    {"en", "vi", "Hoa", "Thị", "Nguyễn", NULL, "Nguyễn Thị Hoa"},
	    {"vi", "vi", "Hoa", "Thị", "Nguyễn", NULL, "Nguyễn Thị Hoa"},
	    {"ja", NULL, "恵子", NULL, "佐藤", NULL, "佐藤恵子"},
	    {"en", NULL, "恵子", NULL, "佐藤", NULL, "佐藤恵子"},
	    {"ko", "ko", "민수", NULL, "김", NULL, "김민수"},
	    {"ko", "ko", "Min-su", NULL, "Kim", NULL, "Kim Min-su"},
	    {"zh", "zh", "伟", NULL, "王", NULL, "王伟"},
	    {"en", "hu", "Anna", NULL, "Nagy", NULL, "Anna Nagy"},
	    {"ru", NULL, "Анна", NULL, "Петрова", NULL, "Анна Петрова"},
	    {"en", NULL, "Zendaria", NULL, NULL, NULL, "Zendaria"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		expect_called(NAME(.given = (char *)cases[i].given,
				   .given2 = (char *)cases[i].given2,
				   .surname = (char *)cases[i].surname,
				   .surname2 = (char *)cases[i].surname2,
				   .name_locale = (char *)cases[i].locale),
			      NO, cases[i].language, cases[i].called, true);
	expect_called(
	    NAME(.given = "José", .surname_prefix = "de la", .surname = "Cruz"),
	    NO, "es", "José de la Cruz", true);
}

/* The clerk hears one name in both lines. */
static void english_has_the_order_of_the_greeting(void **state)
{
	const struct address *said = said_to(&(const struct address_request){
	    .name = NAME(.given = "민수", .surname = "김"),
	    .language = "ko",
	    .hour = 13});

	(void)state;
	assert_string_equal(str_text(&said->greet), "김민수, 안녕하십니까?");
	assert_string_equal(str_text(&said->english),
			    "Good afternoon, 김민수.");
	said = said_to(&(const struct address_request){
	    .name = NAME(.title = "Sra.", .given = "Ana", .surname = "Silva"),
	    .language = "pt",
	    .hour = 9});
	assert_string_equal(str_text(&said->english),
			    "Good morning, Sra. Ana Silva.");
	said = said_to(&(const struct address_request){
	    .name = NAME(.title = "Fr.", .given = "Eva", .surname = "Weber"),
	    .language = "de",
	    .hour = 9});
	assert_string_equal(str_text(&said->english),
			    "Good morning, Frau Weber.");
	said = said_to(&(const struct address_request){
	    .name = NAME(.given = "Hoa", .surname = "Nguyễn"),
	    .language = "vi",
	    .hour = 9});
	assert_string_equal(str_text(&said->greet), "Xin chào Hoa Nguyễn.");
	assert_string_equal(str_text(&said->english),
			    "Good morning, Hoa Nguyễn.");
}

static void pronouns_decide_nothing(void **state)
{
	static const char *const pronouns[] = {"she/her", "he/him", "they"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(pronouns); i++) {
		expect_called(NAME(.given = "Kim", .surname = "Lee",
				   .pronouns = (char *)pronouns[i]),
			      NO, "en", "Kim Lee", true);
		expect_called(NAME(.given = "Kim", .surname = "Lee",
				   .rank = "CW2", .service = "USA",
				   .pronouns = (char *)pronouns[i]),
			      NO, "en", "Chief Lee", false);
	}
}

static void as_it_stands_silences_the_question_and_nothing_else(void **state)
{
	static const struct person_name names[] = {
	    {.given = "Elena", .surname = "Alvarez"},
	    {.surname = "Alvarez"},
	    {.given = NULL},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		const struct address *said = said_to(
		    &(const struct address_request){.name = &names[i],
						    .as_it_stands = true,
						    .language = "es",
						    .hour = 9});

		assert_int_equal(said->ask.len, 0);
		assert_string_equal(str_text(&said->greet),
				    i == 0 ? "Buenos días, Elena Alvarez."
					   : "Buenos días.");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_first_step_that_applies_is_taken),
	    cmocka_unit_test(
		a_first_name_keeps_its_honorific_where_it_is_rude_without),
	    cmocka_unit_test(
		where_no_honorific_is_anybodys_the_name_is_said_in_full),
	    cmocka_unit_test(
		a_name_of_the_greetings_language_is_written_by_its_patterns),
	    cmocka_unit_test(a_name_in_full_has_the_order_of_its_language),
	    cmocka_unit_test(english_has_the_order_of_the_greeting),
	    cmocka_unit_test(pronouns_decide_nothing),
	    cmocka_unit_test(
		as_it_stands_silences_the_question_and_nothing_else),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}
