/*
 * test_name_format.c - what CLDR's own tests never ask of the formatter
 *
 * Scripts that do not match, names with parts missing, locales of any shape,
 * text of any size. Every name here is invented, or the specification's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/core/name_format.h"

#define FIELDS(...) (&(const struct name_fields){__VA_ARGS__})

static void expect_style(const struct name_style *style,
			 const struct name_fields *fields, const char *text)
{
	struct str out = STR_INIT;

	name_format(fields, style, &out);
	assert_string_equal(str_text(&out), text);
	str_release(&out);
}

static void expect(const char *locale, enum name_usage usage,
		   const struct name_fields *fields, const char *text)
{
	const struct name_style style = {.locale = locale, .usage = usage};

	expect_style(&style, fields, text);
}

static void expect_sorted(const char *locale, const struct name_fields *fields,
			  const char *text)
{
	const struct name_style style = {.locale = locale,
					 .order = NAME_SORTING};

	expect_style(&style, fields, text);
}

static void expect_informal(const char *locale, enum name_usage usage,
			    const struct name_fields *fields, const char *text)
{
	const struct name_style style = {
	    .locale = locale, .usage = usage, .formality = NAME_INFORMAL};

	expect_style(&style, fields, text);
}

static void expect_initials(const char *locale,
			    const struct name_fields *fields, const char *text)
{
	const struct name_style style = {.locale = locale,
					 .length = NAME_SHORT};

	expect_style(&style, fields, text);
}

static void a_name_in_another_script_is_written_as_its_locale_does(void **state)
{
	(void)state;
	expect("en", NAME_ADDRESSING,
	       FIELDS(.title = "さん", .given = "恵子", .surname = "佐藤",
		      .locale = "ja"),
	       "佐藤恵子さん");
	expect(
	    "ja", NAME_REFERRING,
	    FIELDS(.given = "Albert", .surname = "Einstein", .locale = "de_CH"),
	    "Albert Einstein");
	expect("hi", NAME_REFERRING,
	       FIELDS(.given = "Олена", .surname = "Коваль", .locale = "uk"),
	       "Олена Коваль");
	expect_sorted(
	    "en", FIELDS(.given = "恵子", .surname = "佐藤", .locale = "ja"),
	    "佐藤恵子");
}

/* A Ukrainian name in Greek letters: no Ukrainian pattern is for those. */
static void letters_foreign_to_the_names_locale_choose_a_language(void **state)
{
	(void)state;
	expect("hi", NAME_REFERRING,
	       FIELDS(.given = "Ελένη", .surname = "Παππά", .locale = "uk"),
	       "Ελένη Παππά");
	expect("de-CH", NAME_REFERRING,
	       FIELDS(.given = "アルベルト", .surname = "アインシュタイン",
		      .locale = "de_CH"),
	       "アルベルト・アインシュタイン");
	/* Arabic in Turkey has a language without patterns: Arabic ones */
	expect_sorted(
	    "en",
	    FIELDS(.given = "فاطمة", .surname = "حسن", .locale = "und-TR"),
	    "حسن، فاطمة");
	/* Thaana has a language, and that has no patterns: English ones. */
	expect("en", NAME_REFERRING, FIELDS(.given = "ޢަލީ", .surname = "މުޙައްމަދު"),
	       "ޢަލީ މުޙައްމަދު");
}

static void a_name_without_a_locale_is_known_by_its_letters(void **state)
{
	(void)state;
	expect("en", NAME_REFERRING, FIELDS(.given = "민수", .surname = "김"),
	       "김민수");
	expect("en", NAME_REFERRING,
	       FIELDS(.given = "けいこ", .surname = "さとう"), "さとうけいこ");
	expect("zh", NAME_REFERRING,
	       FIELDS(.given = "Albert", .surname = "Einstein"),
	       "Albert Einstein");
}

static void scripts_match_as_sets(void **state)
{
	(void)state;
	/* Han in a Korean name, Han and kana in a Japanese one */
	expect("ko", NAME_REFERRING,
	       FIELDS(.given = "민수", .surname = "金", .locale = "ko"),
	       "金민수");
	expect("ja", NAME_REFERRING,
	       FIELDS(.given = "さくら", .surname = "宮崎", .locale = "ja"),
	       "宮崎さくら");
	expect("zh-Hant", NAME_ADDRESSING,
	       FIELDS(.title = "先生", .given = "小明", .surname = "王",
		      .locale = "zh"),
	       "王先生");
}

static void foreign_names_keep_a_sign_between_the_parts(void **state)
{
	(void)state;
	expect("ja", NAME_REFERRING,
	       FIELDS(.given = "アルベルト", .surname = "アインシュタイン",
		      .locale = "de_CH"),
	       "アルベルト・アインシュタイン");
	/* a row of spaces is one */
	expect("ja", NAME_REFERRING,
	       FIELDS(.given = "アナ   マリア", .surname = "クルス",
		      .locale = "es"),
	       "アナ・マリア・クルス");
	/* Chinese in Japanese is at home */
	expect("ja", NAME_REFERRING,
	       FIELDS(.given = "小明", .surname = "王", .locale = "zh"),
	       "王小明");
}

static void the_order_follows_from_the_names_locale(void **state)
{
	static const struct {
		const char *locale;
		bool is_surname_first;
	} locales[] = {{"ko_AQ", true},	     {"vi", true},
		       {"zh-Hant-HK", true}, {"cmn", true},
		       {"de", false},	     {"und-JP", false},
		       {"tl", false},	     {"ja-Latn-US", true}};

	(void)state;
	for (size_t i = 0; i < sizeof(locales) / sizeof(*locales); i++) {
		const struct name_fields fields = {
		    .locale = locales[i].locale, .given = "A", .surname = "B"};

		if (name_is_surname_first(&fields, "en") !=
		    locales[i].is_surname_first)
			fail_msg("%s", locales[i].locale);
	}
	expect("hu", NAME_REFERRING,
	       FIELDS(.given = "Anna", .surname = "Ko", .locale = "hu"),
	       "Ko Anna");
	expect("en", NAME_REFERRING,
	       FIELDS(.given = "Anna", .surname = "Ko", .locale = "hu"),
	       "Anna Ko");
}

static void what_has_no_sorted_form_is_given_the_nearest(void **state)
{
	const struct name_fields jo = {.given = "Jo", .surname = "Berg"};
	struct name_style style = {.order = NAME_SORTING,
				   .usage = NAME_MONOGRAM};

	(void)state;
	expect_style(&style, &jo, "JB");
	style.usage = NAME_ADDRESSING;
	expect_style(&style, &jo, "Berg, Jo");
}

static void a_mononym_takes_the_surnames_place(void **state)
{
	(void)state;
	expect("en", NAME_ADDRESSING,
	       FIELDS(.title = "Dr.", .given = "Zendaria"), "Dr. Zendaria");
	expect("en", NAME_ADDRESSING, FIELDS(.given = "Zendaria"), "Zendaria");
	expect_initials("en", FIELDS(.given = "Zendaria"), "Zendaria");
	expect("en", NAME_MONOGRAM, FIELDS(.given = "Zendaria"), "Z");
	/* and is in the script that its given name is in */
	expect("en", NAME_ADDRESSING,
	       FIELDS(.title = "さん", .given = "恵子", .locale = "ja"),
	       "恵子さん");
}

static void a_surname_alone_is_said_where_a_given_name_would_be(void **state)
{
	(void)state;
	expect_informal("en", NAME_ADDRESSING, FIELDS(.surname = "Garcia"),
			"Garcia");
	expect("vi", NAME_ADDRESSING,
	       FIELDS(.title = "Ông", .surname = "Nguyễn", .locale = "vi"),
	       "Ông Nguyễn");
	expect_sorted("en", FIELDS(.surname = "Garcia"), "Garcia");
}

static void nothing_is_made_of_nothing(void **state)
{
	(void)state;
	expect("en", NAME_REFERRING, FIELDS(0), "");
	expect("en", NAME_REFERRING, FIELDS(.given = "", .surname = "  "), "");
	expect("en", NAME_ADDRESSING, FIELDS(.surname_prefix = "van den"), "");
	expect("en", NAME_MONOGRAM, FIELDS(0), "");
	expect("en", NAME_ADDRESSING, FIELDS(.title = "Dr."), "Dr.");
}

static void a_prefix_and_a_core_make_a_surname(void **state)
{
	const struct name_fields apart = {
	    .given = "Jo", .surname_prefix = "van den", .surname_core = "Berg"};
	const struct name_fields no_core = {.given = "Jo",
					    .surname = "van den Berg",
					    .surname_prefix = "van den"};

	(void)state;
	expect("en", NAME_REFERRING, &apart, "Jo van den Berg");
	expect_sorted("en", &apart, "Berg, Jo van den");
	/* the prefix is not said twice */
	expect("en", NAME_REFERRING, &no_core, "Jo van den Berg");
	expect_sorted("en", &no_core, "van den Berg, Jo");
	expect("fr", NAME_REFERRING,
	       FIELDS(.given = "Jo", .surname_core = "Berg"), "Jo Berg");
}

static void an_informal_name_and_the_given_stand_for_each_other(void **state)
{
	(void)state;
	expect_informal("en", NAME_ADDRESSING, FIELDS(.given = "Tomas"),
			"Tomas");
	expect("en", NAME_REFERRING,
	       FIELDS(.given_informal = "Tom", .surname = "Bee"), "Tom Bee");
}

static void empty_parts_take_the_text_beside_them_along(void **state)
{
	(void)state;
	expect("en", NAME_REFERRING,
	       FIELDS(.given = "Ana", .surname = "Cruz", .generation = "II",
		      .credentials = "MD"),
	       "Ana Cruz II, MD");
	expect("en", NAME_REFERRING, FIELDS(.given = "Ana", .surname = "Cruz"),
	       "Ana Cruz");
	expect("ru", NAME_REFERRING, FIELDS(.given = "Анна", .surname = "Ко"),
	       "Анна Ко");
}

static void initials_are_of_words_and_whole_clusters(void **state)
{
	(void)state;
	expect_initials("en",
			FIELDS(.given = "Jean-Luc", .surname = "Ng",
			       .given2 = "d'Arc 2nd J.R."),
			"J.L.d.J. Ng");
	expect_initials("fr", FIELDS(.given = "Jean-Luc", .surname = "Ng"),
			"J.-L. Ng");
	expect_initials("en", FIELDS(.given = "e\u0301lise", .surname = "Ng"),
			"e\u0301. Ng");
	expect("hi", NAME_MONOGRAM, FIELDS(.given = "क्षमा", .surname = "राव"),
	       "क्षरा");
}

static void capitals_are_those_of_the_readers_language(void **state)
{
	(void)state;
	expect("tr", NAME_MONOGRAM, FIELDS(.given = "ipek", .surname = "ısı"),
	       "İI");
	expect("en", NAME_MONOGRAM, FIELDS(.given = "ipek", .surname = "ısı"),
	       "II");
}

static void any_spelling_of_a_locale_finds_its_patterns(void **state)
{
	static const char *const traditional[] = {
	    "zh-Hant", "zh_Hant", "ZH-hant-TW", "zh-TW", "zh_HK", "zh-Hant-MO"};
	const struct name_fields ana = {.given = "Ana",
					.surname = "Cruz",
					.surname2 = "Ortiz",
					.credentials = "MD"};

	(void)state;
	for (size_t i = 0; i < sizeof(traditional) / sizeof(*traditional); i++)
		expect(
		    traditional[i], NAME_ADDRESSING,
		    FIELDS(.title = "先生", .given = "小明", .surname = "王"),
		    "王先生");
	/* es-AR inherits from es-419; tl is fil */
	expect("es-AR", NAME_ADDRESSING,
	       FIELDS(.title = "Sr.", .given = "Luis", .surname = "Cruz"),
	       "Sr. Cruz");
	expect("tl", NAME_ADDRESSING,
	       FIELDS(.title = "Gng.", .given = "Ana", .surname = "Cruz"),
	       "Gng. Cruz");
	expect_sorted("es_AR", &ana, "Cruz Ortiz, Ana");
	expect_sorted(NULL, &ana, "Cruz, Ana");
}

static void a_locale_without_patterns_is_served_by_english(void **state)
{
	static const char *const unknown[] = {
	    "sm", "", "-----", "xx-nonsense-@@", "und", "en-Shaw", "q", "é"};
	const struct name_fields sione = {.title = "Mr.",
					  .given = "Sione",
					  .surname = "Tui",
					  .credentials = "MD"};

	(void)state;
	/* The root's pattern would address with everything there is. */
	for (size_t i = 0; i < sizeof(unknown) / sizeof(*unknown); i++)
		expect(unknown[i], NAME_ADDRESSING, &sione, "Mr. Tui");
}

static void text_is_kept_byte_for_byte(void **state)
{
	(void)state;
	expect("en", NAME_REFERRING,
	       FIELDS(.given = "a\x01\x7f", .surname = "\xff\xfe{surname}",
		      .locale = "\xff"),
	       "a\x01\x7f \xff\xfe{surname}");
	expect("en", NAME_MONOGRAM,
	       FIELDS(.given = "\xff", .surname = "\xe4\xbd"), "\xff\xe4");
	/* no letter begins a word here, so there is no initial */
	expect_initials("en", FIELDS(.given = "\xff\xff", .surname = "\xe4"),
			"\xe4");
}

/* Longer than any buffer: nothing is cut, and nothing takes for ever. */
static void a_name_of_any_length_is_written_whole(void **state)
{
	enum { WORDS = 200000 };
	char *words = malloc(2 * WORDS + 1);
	struct str out = STR_INIT;
	const struct name_style initials = {.locale = "en",
					    .length = NAME_SHORT};
	const struct name_style spaced = {.locale = "ja"};

	(void)state;
	assert_non_null(words);
	for (size_t i = 0; i < WORDS; i++)
		memcpy(words + 2 * i, "a ", 2);
	words[2 * WORDS - 1] = '\0';
	name_format(FIELDS(.given = words, .surname = "Ng"), &initials, &out);
	assert_int_equal(out.len, 2 * WORDS + strlen(" Ng"));
	str_clear(&out);
	name_format(FIELDS(.given = words, .surname = "王", .locale = "ja"),
		    &spaced, &out);
	assert_int_equal(out.len, WORDS + strlen("王"));
	str_release(&out);
	free(words);
}

static void what_was_in_out_stays(void **state)
{
	const struct name_style style = {.usage = NAME_ADDRESSING};
	struct str out = STR_INIT;

	(void)state;
	str_add(&out, "Good morning, ");
	name_format(FIELDS(.title = "Ms.", .given = "Ana", .surname = "Cruz"),
		    &style, &out);
	assert_string_equal(str_text(&out), "Good morning, Ms. Cruz");
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(
		a_name_in_another_script_is_written_as_its_locale_does),
	    cmocka_unit_test(
		letters_foreign_to_the_names_locale_choose_a_language),
	    cmocka_unit_test(a_name_without_a_locale_is_known_by_its_letters),
	    cmocka_unit_test(scripts_match_as_sets),
	    cmocka_unit_test(foreign_names_keep_a_sign_between_the_parts),
	    cmocka_unit_test(the_order_follows_from_the_names_locale),
	    cmocka_unit_test(what_has_no_sorted_form_is_given_the_nearest),
	    cmocka_unit_test(a_mononym_takes_the_surnames_place),
	    cmocka_unit_test(
		a_surname_alone_is_said_where_a_given_name_would_be),
	    cmocka_unit_test(nothing_is_made_of_nothing),
	    cmocka_unit_test(a_prefix_and_a_core_make_a_surname),
	    cmocka_unit_test(
		an_informal_name_and_the_given_stand_for_each_other),
	    cmocka_unit_test(empty_parts_take_the_text_beside_them_along),
	    cmocka_unit_test(initials_are_of_words_and_whole_clusters),
	    cmocka_unit_test(capitals_are_those_of_the_readers_language),
	    cmocka_unit_test(any_spelling_of_a_locale_finds_its_patterns),
	    cmocka_unit_test(a_locale_without_patterns_is_served_by_english),
	    cmocka_unit_test(text_is_kept_byte_for_byte),
	    cmocka_unit_test(a_name_of_any_length_is_written_whole),
	    cmocka_unit_test(what_was_in_out_stays),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
