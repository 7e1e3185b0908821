/*
 * test_phrases.c - the files a city edits: read, listed, refused by line
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/address/phrases.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/address.h"

static char dir[] = "/tmp/frontdesk-phrases-XXXXXX";

/* A greetings file that is whole, so that one more line is what fails. */
static const char whole[] =
    "\xef\xbb\xbf# language\tmoment\thours\twho\ttext\r\n"
    "\r\n"
    "en\tgreet\t-\tnamed\tHello, {address}!\r\n"
    "en\tgreet\t-\talone\tHello!\n"
    "en\tclose\t-\tnamed\tBye, {address}.\n"
    "en\tclose\t-\talone\tBye.\n"
    "en\task\t-\talone\tYour name?\n";
static const char ranks[] = "# service\twritten\tspoken\ttakes\tplace\n"
			    "USA\tCaptain | CPT\t=\tsurname\tbefore\n";

static void write_file(const char *name, const char *text, const char *more)
{
	struct str path = STR_INIT;
	FILE *out;

	str_addf(&path, "%s/%s", dir, name);
	out = fopen(str_text(&path), "w");
	assert_non_null(out);
	fputs(text, out);
	fputs(more, out);
	assert_int_equal(fclose(out), 0);
	str_release(&path);
}

static void write_all(const char *more_greetings, const char *more_ranks)
{
	write_file("cues/greetings.tsv", whole, more_greetings);
	write_file("cues/languages.tsv", "# language\talso\treview\n",
		   "en\t-\t-\n");
	write_file("titles/titles.tsv", "", "");
	write_file("titles/offices.tsv", "", "");
	write_file("titles/ranks.tsv", ranks, more_ranks);
}

/* What is wrong is said, and everybody is greeted all the same. */
static void load(struct phrases **out, struct str *faults)
{
	struct error err = {0};

	str_clear(faults);
	assert_true(phrases_load(dir, out, faults, &err));
}

static void load_right(struct phrases **out)
{
	struct str faults = STR_INIT;

	load(out, &faults);
	assert_string_equal(str_text(&faults), "");
	str_release(&faults);
}

static void greets(const struct phrases *phrases, const char *language,
		   int hour, const char *greet)
{
	const struct address_request request = {.language = language,
						.hour = hour};
	struct address address = {0};
	struct error err = {0};

	assert_true(address_compose(phrases, &request, &address, &err));
	assert_string_equal(str_text(&address.greet), greet);
	address_release(&address);
}

/* One line says so, with the place in it. */
static void expect_left_out(const char *place)
{
	struct str faults = STR_INIT;
	struct phrases *phrases;
	const char *end;

	load(&phrases, &faults);
	if (!strstr(str_text(&faults), place))
		fail_msg("\"%s\" is not in \"%s\"", place, str_text(&faults));
	end = strchr(str_text(&faults), '\n');
	assert_string_equal(end, "\n");
	greets(phrases, "en", 9, "Hello!");
	str_release(&faults);
	phrases_free(phrases);
}

static void expect_refused(const char *place)
{
	struct str faults = STR_INIT;
	struct phrases *phrases;
	struct error err = {0};

	assert_false(phrases_load(dir, &phrases, &faults, &err));
	assert_null(phrases);
	assert_int_equal(err.code, ERROR_INVALID);
	if (!strstr(err.text, place))
		fail_msg("\"%s\" is not in \"%s\"", place, err.text);
	str_release(&faults);
}

static void a_city_may_change_the_words(void **state)
{
	const struct person_name name = {.title = "Ms.", .surname = "Rey"};
	const struct address_request request = {
	    .name = &name, .language = "en", .hour = 3};
	struct address address = {0};
	struct phrases *phrases;
	struct error err = {0};

	(void)state;
	write_all("", "");
	load_right(&phrases);
	assert_true(address_compose(phrases, &request, &address, &err));
	assert_string_equal(str_text(&address.greet), "Hello, Ms. Rey!");
	address_release(&address);
	assert_true(phrases_speak(phrases, "EN-us"));
	assert_false(phrases_speak(phrases, "es"));
	assert_false(phrases_speak(phrases, NULL));
	phrases_free(phrases);
}

static void a_wrong_line_is_named_and_left_out(void **state)
{
	static const char *const lines[] = {
	    "es\tgreet\t12-12\talone\tHola.\n",
	    "es\tgreet\t24-3\talone\tHola.\n",
	    "es\tgreet\t9:60-12\talone\tHola.\n",
	    "es\tgreet\t9:3-12\talone\tHola.\n",
	    "es\tgreet\t9-12-18\talone\tHola.\n",
	    "en\tgreet\t23:59-0:01\talone\tHello!\n",
	    "es\tseveral\t-\talone\t{address} {address}!\n",
	    "es\tseveral\t-\talone\t{address}{\n",
	    "es\tseveral\t-\tnamed\t{address}, {address}\n",
	    "en\tgreet\t-\tnamed\n",
	    "en\tgreet\t-\tnamed\tHello, {address}!\tmore\n",
	    "en\tgreet\t-\tnamed\tHello, {address}!\n",
	    "en\tgreet\t8-7\talone\tHello\n",
	    "en\tgreet\t0-25\talone\tHello\n",
	    "en\tgreet\tnoon\talone\tHello\n",
	    "es\tgreet\t-\tnamed\tHola.\n",
	    "es\tgreet\t-\tnamed\tHola, {address} {address}.\n",
	    "es\tgreet\t-\talone\tHola, {address}.\n",
	    "es\tmeet\t-\talone\tHola.\n",
	    "es\tgreet\t-\tall\tHola.\n",
	    "Spanish!\tgreet\t-\talone\tHola.\n",
	    "es\tgreet\t-\talone\t\n",
	    "es\tgreet\t-\talone\t-\n",
	    "-\tgreet\t-\talone\tHola.\n",
	    "es\tgreet\t-\talone\tHola\033[2J\n",
	    "es\tgreet\t-\talone\tHola\xff\n",
	    "en\ttelephone\t-\tnamed\tHello, {address}.\n",
	    "en\ttelephone\t-\talone\tHello, {address}.\n",
	    "en\ttelephone\t-\talone\tThe {city} of {city}.\n",
	    "en\ttelephone\t-\talone\tThis is {staff}, {staff}.\n",
	    "en\ttelephone\t-\talone\tThis is {Staff}.\n",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(lines); i++) {
		write_all(lines[i], "");
		expect_left_out("greetings.tsv:8: ");
	}
}

static void a_call_is_answered_with_the_city_and_the_clerk(void **state)
{
	struct phrases *phrases;
	struct str say = STR_INIT;

	(void)state;
	write_all("en\ttelephone\t0-12:30\talone\tThis is {staff} of {city}.\n"
		  "en\ttelephone\t12:30-24\talone\tHello?\n"
		  "es\tgreet\t-\tnamed\tHola, {address}.\n"
		  "es\tgreet\t-\talone\tHola.\n"
		  "es\tclose\t-\tnamed\tGracias, {address}.\n"
		  "es\tclose\t-\talone\tGracias.\n"
		  "es\task\t-\talone\t¿Su nombre?\n",
		  "");
	load_right(&phrases);
	assert_true(address_answer_call(phrases, "en", 9, 0, "Mesa {staff}",
					"A. Ruiz", &say));
	assert_string_equal(str_text(&say), "This is A. Ruiz of Mesa {staff}.");
	str_clear(&say);
	assert_true(address_answer_call(phrases, "en", 12, 30, "Mesa",
					"A. Ruiz", &say));
	assert_string_equal(str_text(&say), "Hello?");
	str_clear(&say);
	/* A language may be without: a call is greeted as a visitor is. */
	assert_false(
	    address_answer_call(phrases, "es", 9, 0, "Mesa", "A. Ruiz", &say));
	assert_string_equal(str_text(&say), "");
	str_release(&say);
	phrases_free(phrases);
}

static void a_wrong_rank_is_named_and_left_out(void **state)
{
	static const char *const lines[] = {
	    "USA\tMajor\t=\tsurname\tabove\n",
	    "USA\tMajor\t=\tname\tbefore\n",
	    "USA\tMajor |\t=\tsurname\tbefore\n",
	    "USA\t...\t=\tsurname\tbefore\n",
	    "USA\tMajor\t=\n",
	    "USA\tMajor | *\t=\tsurname\tbefore\n",
	    "USA\t-\t=\tsurname\tbefore\n",
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(lines); i++) {
		write_all("", lines[i]);
		expect_left_out("ranks.tsv:3: ");
	}
	write_all("", "");
	write_file("titles/ranks.tsv", "# service\twritten\ttakes\tplace\n",
		   "USA\tMajor\tsurname\tbefore\n");
	expect_left_out("ranks.tsv:2: ");
}

static void no_minute_is_left_without_words(void **state)
{
	(void)state;
	write_all("es\tgreet\t0-17:30\tnamed\tHola, {address}.\n"
		  "es\tgreet\t17:31-24\tnamed\tHola, {address}.\n",
		  "");
	expect_left_out("es has no text for greet");
	write_all("es\tgreet\t18-17:59\tnamed\tHola, {address}.\n"
		  "es\tgreet\t-\talone\tHola.\n",
		  "");
	expect_left_out("greet, named, at 17:59");
	write_all("es\tgreet\t0-23\tnamed\tHola, {address}.\n", "");
	expect_left_out("es has no text for greet");
}

static void a_city_may_turn_at_any_minute(void **state)
{
	static const struct {
		int hour, minute;
		const char *greet;
	} cases[] = {{17, 29, "Hola."},
		     {17, 30, "Ya."},
		     {3, 59, "Ya."},
		     {4, 0, "Hola."},
		     {0, 0, "Ya."}};
	struct address address = {0};
	struct phrases *phrases;
	struct error err = {0};

	(void)state;
	write_all("es\tgreet\t-\tnamed\tHola, {address}.\n"
		  "es\tgreet\t4-17:30\talone\tHola.\n"
		  "es\tgreet\t17:30-4\talone\tYa.\n"
		  "es\tclose\t-\tnamed\tGracias, {address}.\n"
		  "es\tclose\t-\talone\tGracias.\n"
		  "es\task\t-\talone\t¿Su nombre?\n",
		  "");
	load_right(&phrases);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const struct address_request request = {.language = "es",
							.hour = cases[i].hour,
							.minute =
							    cases[i].minute};

		assert_true(address_compose(phrases, &request, &address, &err));
		assert_string_equal(str_text(&address.greet), cases[i].greet);
		/* Nobody has said that it was read. */
		assert_true(address.needs_review);
	}
	address_release(&address);
	phrases_free(phrases);
}

static void a_wrong_language_is_named_and_left_out(void **state)
{
	static const char *const lines[] = {"xx\t-\t-\n", "en\te\t-\n",
					    "en\ten_US !\t-\n", "en\t-\n"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(lines); i++) {
		write_all("", "");
		write_file("cues/languages.tsv", "# language\talso\treview\n",
			   lines[i]);
		expect_left_out("languages.tsv:2: ");
	}
}

/* The first screen greets nobody by name: what it does not need is not read,
 * and what is wrong there takes no English away. */
static void english_is_read_first_and_stays(void **state)
{
	struct str faults = STR_INIT, path = STR_INIT;
	struct phrases *phrases;
	struct error err = {0};

	(void)state;
	write_all("", "");
	str_addf(&path, "%s/titles/offices.tsv", dir);
	assert_int_equal(unlink(str_text(&path)), 0);
	assert_true(phrases_load_greetings(dir, &phrases, &faults, &err));
	assert_false(phrases_load_rest(dir, phrases, &faults, &err));
	greets(phrases, "en", 9, "Hello!");
	write_all("", "");
	assert_true(phrases_load_rest(dir, phrases, &faults, &err));
	assert_true(phrases_load_rest(dir, phrases, &faults, &err));
	assert_non_null(
	    phrases_choices(phrases, HONORIFIC_RANK, "USA", &(size_t){0}));
	assert_string_equal(str_text(&faults), "");
	str_release(&faults);
	str_release(&path);
	phrases_free(phrases);
}

static const char spanish[] = "es\tgreet\t-\tnamed\tHola, {address}.\n"
			      "es\tgreet\t-\talone\tHola.\n"
			      "es\tclose\t-\tnamed\tGracias, {address}.\n"
			      "es\tclose\t-\talone\tGracias.\n"
			      "es\task\t-\talone\t¿Su nombre?\n";

/* Its other languages are said as before. */
static void one_wrong_line_takes_no_words_from_anybody_else(void **state)
{
	struct str faults = STR_INIT, text = STR_INIT;
	struct phrases *phrases;

	(void)state;
	str_addf(&text, "%sfr\tgreet\t-\talone\tBon{jour\n", spanish);
	write_all(str_text(&text), "");
	load(&phrases, &faults);
	assert_non_null(strstr(str_text(&faults), "greetings.tsv:13: "));
	greets(phrases, "en", 9, "Hello!");
	greets(phrases, "es", 9, "Hola.");
	assert_false(phrases_speak(phrases, "fr"));
	str_release(&faults);
	str_release(&text);
	phrases_free(phrases);
}

static void english_without_a_line_has_plain_words(void **state)
{
	struct str faults = STR_INIT;
	struct phrases *phrases;

	(void)state;
	write_all("", "");
	write_file("cues/greetings.tsv",
		   "# language\tmoment\thours\twho\ttext\n"
		   "en\tgreet\t0-12\talone\tGood morning!\n",
		   spanish);
	load(&phrases, &faults);
	assert_non_null(strstr(str_text(&faults),
			       "en has no text for greet, alone, at 12:00"));
	greets(phrases, "en", 9, "Good morning!");
	greets(phrases, "en", 13, "Hello.");
	greets(phrases, "es", 13, "Hola.");
	str_release(&faults);
	phrases_free(phrases);
}

static void a_missing_file_is_named(void **state)
{
	struct str path = STR_INIT;

	(void)state;
	write_all("", "");
	str_addf(&path, "%s/titles/offices.tsv", dir);
	assert_int_equal(unlink(str_text(&path)), 0);
	expect_refused("titles/offices.tsv");
	str_release(&path);
}

static bool is_among(const char *const *choices, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++) {
		if (!strcmp(choices[i], text))
			return true;
	}
	return false;
}

static void the_choices_are_those_of_the_language_or_service(void **state)
{
	struct phrases *phrases;
	struct str faults = STR_INIT;
	struct error err = {0};
	const char *const *list;
	size_t count;

	(void)state;
	assert_true(phrases_load(SOURCE_DIR "/data", &phrases, &faults, &err));
	assert_string_equal(str_text(&faults), "");
	str_release(&faults);
	list = phrases_choices(phrases, HONORIFIC_TITLE, "en", &count);
	assert_true(count > 10);
	assert_string_equal(list[0], "Ms.");
	assert_false(is_among(list, count, "Sra."));
	list = phrases_choices(phrases, HONORIFIC_TITLE, "es", &count);
	assert_true(is_among(list, count, "Sra."));
	list = phrases_choices(phrases, HONORIFIC_TITLE, "es-MX", &count);
	assert_true(is_among(list, count, "Sra."));
	list = phrases_choices(phrases, HONORIFIC_TITLE, "tl", &count);
	assert_true(is_among(list, count, "Gng."));
	list = phrases_choices(phrases, HONORIFIC_TITLE, "zh-TW", &count);
	assert_true(is_among(list, count, "女士"));
	list = phrases_choices(phrases, HONORIFIC_RANK, "USMC", &count);
	assert_true(is_among(list, count, "Gunnery Sergeant"));
	assert_false(is_among(list, count, "Ensign"));
	list = phrases_choices(phrases, HONORIFIC_OFFICE, "en", &count);
	assert_true(is_among(list, count, "Mayor"));
	assert_null(phrases_choices(phrases, HONORIFIC_TITLE, "xx", &count));
	assert_int_equal(count, 0);
	phrases_free(phrases);
}

/* Whatever stands in the last of its rows. */
static void a_language_is_latin_where_its_greeting_is(void **state)
{
	static const struct {
		const char *language;
		bool is_latin;
	} cases[] = {
	    {"en", true},  {"vi", true},  {"sm", true},	 {"fr", true},
	    {"ko", false}, {"hy", false}, {"ru", false}, {"pa", false},
	    {"hi", false}, {"km", false}, {"zh", false}, {"ar", false},
	};
	struct phrases *phrases;
	struct str faults = STR_INIT;
	struct error err = {0};

	(void)state;
	assert_true(phrases_load(SOURCE_DIR "/data", &phrases, &faults, &err));
	assert_string_equal(str_text(&faults), "");
	str_release(&faults);
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		assert_int_equal(
		    phrases_book(phrases, cases[i].language)->is_latin,
		    cases[i].is_latin);
	phrases_free(phrases);
}

static int make_dir(void **state)
{
	struct str path = STR_INIT;

	(void)state;
	if (!mkdtemp(dir))
		return -1;
	str_addf(&path, "%s/cues", dir);
	mkdir(str_text(&path), 0700);
	str_clear(&path);
	str_addf(&path, "%s/titles", dir);
	mkdir(str_text(&path), 0700);
	str_release(&path);
	return 0;
}

static int remove_dir(void **state)
{
	static const char *const names[] = {"cues/greetings.tsv",
					    "cues/languages.tsv",
					    "titles/titles.tsv",
					    "titles/ranks.tsv",
					    "titles/offices.tsv",
					    "cues",
					    "titles"};
	struct str path = STR_INIT;

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(names); i++) {
		str_clear(&path);
		str_addf(&path, "%s/%s", dir, names[i]);
		remove(str_text(&path));
	}
	str_release(&path);
	return remove(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_city_may_change_the_words),
	    cmocka_unit_test(a_wrong_line_is_named_and_left_out),
	    cmocka_unit_test(a_call_is_answered_with_the_city_and_the_clerk),
	    cmocka_unit_test(a_wrong_rank_is_named_and_left_out),
	    cmocka_unit_test(no_minute_is_left_without_words),
	    cmocka_unit_test(a_city_may_turn_at_any_minute),
	    cmocka_unit_test(a_wrong_language_is_named_and_left_out),
	    cmocka_unit_test(english_is_read_first_and_stays),
	    cmocka_unit_test(one_wrong_line_takes_no_words_from_anybody_else),
	    cmocka_unit_test(english_without_a_line_has_plain_words),
	    cmocka_unit_test(a_missing_file_is_named),
	    cmocka_unit_test(a_language_is_latin_where_its_greeting_is),
	    cmocka_unit_test(the_choices_are_those_of_the_language_or_service),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, make_dir, remove_dir);
}
