/*
 * test_greetings.c - what each language says, and when it turns; every name
 * here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

/* From this hour on, until the next line's; the first goes on over midnight. */
struct turn {
	const char *language;
	int hour;
	const char *said;
};

static const struct turn turns[] = {
    {"en", 0, "Good morning."},
    {"en", 12, "Good afternoon."},
    {"en", 18, "Good evening."},
    {"es", 0, "Buenos días."},
    {"es", 12, "Buenas tardes."},
    {"es", 20, "Buenas noches."},
    {"vi", 0, "Xin chào."},
    {"fil", 0, "Magandang umaga po."},
    {"fil", 12, "Magandang tanghali po."},
    {"fil", 13, "Magandang hapon po."},
    {"fil", 18, "Magandang gabi po."},
    {"zh", 0, "您好。"},
    {"zh", 5, "早上好。"},
    {"zh", 8, "上午好。"},
    {"zh", 12, "中午好。"},
    {"zh", 13, "下午好。"},
    {"zh", 19, "晚上好。"},
    {"zh-Hant", 0, "您好。"},
    {"zh-Hant", 5, "早安。"},
    {"zh-Hant", 12, "午安。"},
    {"zh-Hant", 19, "您好。"},
    {"ko", 0, "안녕하십니까?"},
    {"ja", 4, "おはようございます。"},
    {"ja", 12, "こんにちは。"},
    {"ja", 18, "こんばんは。"},
    {"ar", 3, "صباح الخير."},
    {"ar", 12, "مساء الخير."},
    {"fa", 4, "صبح بخیر."},
    {"fa", 12, "ظهر بخیر."},
    {"fa", 13, "عصر بخیر."},
    {"fa", 19, "وقت بخیر."},
    {"hy", 0, "Բարև Ձեզ։"},
    {"hy", 6, "Բարի լույս։"},
    {"hy", 12, "Բարի օր։"},
    {"hy", 18, "Բարի երեկո։"},
    {"ru", 0, "Здравствуйте."},
    {"ru", 4, "Доброе утро."},
    {"ru", 12, "Добрый день."},
    {"ru", 18, "Добрый вечер."},
    {"pa", 0, "ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਜੀ।"},
    {"hi", 0, "नमस्कार।"},
    {"km", 0, "ជម្រាបសួរ។"},
    {"fr", 4, "Bonjour."},
    {"fr", 18, "Bonsoir."},
    {"pt", 6, "Bom dia."},
    {"pt", 12, "Boa tarde."},
    {"pt", 19, "Boa noite."},
    {"de", 5, "Guten Morgen."},
    {"de", 10, "Guten Tag."},
    {"de", 18, "Guten Abend."},
    {"sm", 0, "Tālofa lava."},
};

static bool is_of_next(size_t i)
{
	return i + 1 < MEM_COUNT(turns) &&
	       !strcmp(turns[i].language, turns[i + 1].language);
}

static void expect_greeted(const char *language, int minute, const char *greet)
{
	const struct address *said = said_to(&(const struct address_request){
	    .language = language, .hour = minute / 60, .minute = minute % 60});

	assert_string_equal(str_text(&said->greet), greet);
	assert_int_equal(said->address.len, 0);
}

/* Every minute of the day, so at each turn the one before and the one after. */
static void each_language_turns_at_its_minutes(void **state)
{
	size_t first = 0, last;

	(void)state;
	for (; first < MEM_COUNT(turns); first = last + 1) {
		size_t at;

		for (last = first; is_of_next(last);)
			last++;
		at = turns[first].hour == 0 ? first : last;
		for (int minute = 0; minute < 24 * 60; minute++) {
			for (size_t i = first; i <= last; i++) {
				if (60 * turns[i].hour == minute)
					at = i;
			}
			expect_greeted(turns[first].language, minute,
				       turns[at].said);
		}
	}
}

static void names_stand_in_whole_sentences(void **state)
{
	static const struct {
		const char *language, *greet, *close;
	} cases[] = {
	    {"en", "Good morning, Kim.", "Thank you, Kim."},
	    {"es", "Buenos días, Kim.", "Gracias, Kim."},
	    {"vi", "Xin chào Kim.", "Xin cảm ơn Kim."},
	    {"fil", "Magandang umaga po, Kim.", "Maraming salamat po, Kim."},
	    {"zh", "Kim，上午好。", "Kim，谢谢。"},
	    {"zh-Hant", "Kim，早安。", "Kim，謝謝您。"},
	    {"ko", "Kim, 안녕하십니까?", "Kim, 감사합니다."},
	    {"ja", "Kim、おはようございます。",
	     "Kim、ありがとうございました。"},
	    {"ar", "صباح الخير، Kim.", "شكرًا، Kim."},
	    {"fa", "صبح بخیر، Kim.", "سپاسگزارم، Kim."},
	    {"hy", "Բարի լույս, Kim։", "Շնորհակալություն, Kim։"},
	    {"ru", "Доброе утро, Kim.", "Спасибо, Kim."},
	    {"pa", "ਸਤ ਸ੍ਰੀ ਅਕਾਲ ਜੀ, Kim।", "ਤੁਹਾਡਾ ਧੰਨਵਾਦ, Kim।"},
	    {"hi", "नमस्कार, Kim।", "धन्यवाद, Kim।"},
	    {"km", "ជម្រាបសួរ Kim។", "សូមអរគុណ Kim។"},
	    {"fr", "Bonjour, Kim.", "Merci, Kim."},
	    {"pt", "Bom dia, Kim.", "Agradecemos, Kim."},
	    {"de", "Guten Morgen, Kim.", "Vielen Dank, Kim."},
	    {"sm", "Tālofa lava, Kim.", "Faʻafetai lava, Kim."},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		bool is_english = !strcmp(cases[i].language, "en");
		const struct address *said =
		    said_to(&(const struct address_request){
			.name = NAME(.address_as = "Kim"),
			.language = cases[i].language,
			.hour = 9});

		assert_string_equal(str_text(&said->greet), cases[i].greet);
		assert_string_equal(str_text(&said->close), cases[i].close);
		assert_string_equal(said->language, cases[i].language);
		assert_string_equal(str_text(&said->english),
				    is_english ? "" : "Good morning, Kim.");
		assert_int_equal(said->needs_review, !is_english);
	}
}

/* A question that a clerk can put, in each language. */
static void each_language_asks_and_whoever_cannot_read_it_hears_it(void **state)
{
	(void)state;
	for (size_t i = 0; i < MEM_COUNT(turns); i++) {
		const struct address *said =
		    said_to(&(const struct address_request){
			.name = NAME(.given = "Kim", .surname = "Lee"),
			.language = turns[i].language,
			.hour = turns[i].hour});
		bool is_latin = (unsigned char)turns[i].said[0] < 0x80;

		assert_true(said->ask.len > 10);
		if (!is_latin)
			assert_non_null(
			    strstr(str_text(&said->sounded), "Kim Lee"));
	}
}

/* No words that are polite for sure: the clerk asks in English. */
static void
what_a_language_has_no_question_for_is_asked_in_english(void **state)
{
	const struct address *said =
	    said_to(&(const struct address_request){.language = "sm"});

	(void)state;
	assert_string_equal(str_text(&said->greet), "Tālofa lava.");
	assert_string_equal(str_text(&said->ask),
			    "How would you like me to address you?");
}

/* Whoever reads English reads it aloud: no signs that only a book explains. */
static void a_sounded_line_can_be_read_aloud(void **state)
{
	static const char *const languages[] = {"hi", "pa", "ar", "fa",
						"hy", "ru", "km"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(languages); i++) {
		const struct address *said =
		    said_to(&(const struct address_request){
			.language = languages[i], .hour = 9});

		for (const char *at = str_text(&said->sounded); *at; at++)
			assert_true((unsigned char)*at < 0x80);
	}
}

static void a_name_that_cannot_be_read_is_left_out_of_the_sound(void **state)
{
	const struct address *said = said_to(&(const struct address_request){
	    .name = NAME(.title = "様", .surname = "佐藤"),
	    .language = "ja",
	    .hour = 9});

	(void)state;
	assert_string_equal(str_text(&said->greet),
			    "佐藤様、おはようございます。");
	assert_string_equal(str_text(&said->sounded), "Ohayō gozaimasu.");
	said = said_to(&(const struct address_request){
	    .name = NAME(.title = "Mr.", .surname = "Dvořák"),
	    .language = "ru",
	    .hour = 19});
	assert_string_equal(str_text(&said->sounded),
			    "Dobry vecher, Mr. Dvořák.");
}

static void a_tag_goes_with_the_longest_that_it_begins_with(void **state)
{
	static const struct {
		const char *tag, *language;
	} cases[] = {
	    {"EN-us", "en"},	  {"es-MX", "es"},
	    {"es_419", "es"},	  {"tl", "fil"},
	    {"tl-PH", "fil"},	  {"zh-Hans-CN", "zh"},
	    {"zh-SG", "zh"},	  {"zh-TW", "zh-Hant"},
	    {"zh-hk", "zh-Hant"}, {"zh_Hant_TW", "zh-Hant"},
	    {"zh-Hans-HK", "zh"}, {"cmn-Hant", "zh-Hant"},
	    {"pt-BR", "pt"},	  {"prs", "fa"},
	    {"pa-Guru-IN", "pa"}, {"pa-PK", NULL},
	    {"pa-Arab", NULL},	  {"yue", NULL},
	    {"english", NULL},	  {"e", NULL},
	    {"en!", NULL},	  {"en.UTF-8", NULL},
	    {"", NULL},		  {NULL, NULL},
	    {"zhx", NULL},	  {"-", NULL},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const char *language =
		    phrases_language(said_phrases(), cases[i].tag);

		if (cases[i].language)
			assert_string_equal(language, cases[i].language);
		else
			assert_null(language);
		assert_int_equal(phrases_speak(said_phrases(), cases[i].tag),
				 cases[i].language != NULL);
	}
}

static void several_are_parted_as_their_language_does(void **state)
{
	static const struct {
		const char *language, *said;
	} cases[] = {
	    {"en", "Good morning, Kim, Lee."},
	    {"zh", "Kim、Lee，上午好。"},
	    {"ar", "صباح الخير، Kim، Lee."},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		const struct address_request requests[] = {
		    {.name = NAME(.address_as = "Kim"),
		     .language = cases[i].language,
		     .hour = 9},
		    {.name = NAME(.surname = "Nobody")},
		    {.name = NAME(.address_as = "Lee")},
		};
		struct error err = {0};
		struct str out = STR_INIT;

		assert_true(
		    address_greet_all(said_phrases(), requests, 3, &out, &err));
		assert_string_equal(str_text(&out), cases[i].said);
		str_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_language_turns_at_its_minutes),
	    cmocka_unit_test(names_stand_in_whole_sentences),
	    cmocka_unit_test(
		each_language_asks_and_whoever_cannot_read_it_hears_it),
	    cmocka_unit_test(
		what_a_language_has_no_question_for_is_asked_in_english),
	    cmocka_unit_test(a_sounded_line_can_be_read_aloud),
	    cmocka_unit_test(
		a_name_that_cannot_be_read_is_left_out_of_the_sound),
	    cmocka_unit_test(a_tag_goes_with_the_longest_that_it_begins_with),
	    cmocka_unit_test(several_are_parted_as_their_language_does),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}
