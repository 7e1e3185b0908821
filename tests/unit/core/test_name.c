/*
 * test_name.c - a name in its parts; every name here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "frontdesk/core/name.h"

typedef void add_fn(const struct person_name *name, struct str *out);

static void expect(add_fn *add, const struct person_name *name,
		   const char *text)
{
	struct str out = STR_INIT;

	add(name, &out);
	assert_string_equal(str_text(&out), text);
	str_release(&out);
}

/* Whether the folded text has every word, each whole. */
static void expect_words(const struct person_name *name,
			 const char *const *words, bool present)
{
	struct str out = STR_INIT, padded = STR_INIT, word = STR_INIT;

	person_name_add_folded(name, &out);
	str_addf(&padded, " %s ", str_text(&out));
	for (; *words; words++) {
		str_clear(&word);
		str_addf(&word, " %s ", *words);
		if (!strstr(str_text(&padded), str_text(&word)) == present)
			fail_msg("\"%s\" in \"%s\"", *words, str_text(&out));
	}
	str_release(&out);
	str_release(&padded);
	str_release(&word);
}

static void a_list_shows_the_surname_first(void **state)
{
	const struct person_name maria = {
	    .title = "Ms.", .given = "Maria", .surname = "Garcia"};
	const struct person_name raul = {.title = "Sr.",
					 .given = "Raúl",
					 .surname = "García",
					 .surname2 = "López"};
	const struct person_name hoa = {.title = "Ms.",
					.given = "Hoa",
					.given2 = "Thị",
					.surname = "Nguyễn",
					.name_locale = "vi"};
	const struct person_name luis = {.rank = "Lt. Col.",
					 .title = "Mr.",
					 .given = "Luis",
					 .surname_prefix = "de la",
					 .surname = "Cruz",
					 .generation = "Jr."};

	(void)state;
	expect(person_name_add_sorted, &maria, "Garcia, Ms. Maria");
	expect(person_name_add_sorted, &raul, "García López, Sr. Raúl");
	expect(person_name_add_sorted, &hoa, "Nguyễn, Ms. Thị Hoa");
	expect(person_name_add_sorted, &luis, "de la Cruz, Lt. Col. Luis, Jr.");
}

static void a_mononym_stands_alone_in_a_list(void **state)
{
	const struct person_name plain = {.given = "Zendaria"};
	const struct person_name titled = {.given = "Zendaria", .title = "Dr."};
	const struct person_name office = {.office = "Mayor"};
	const struct person_name asked = {.address_as = "Coach"};

	(void)state;
	expect(person_name_add_sorted, &plain, "Zendaria");
	expect(person_name_add_sorted, &titled, "Zendaria, Dr.");
	expect(person_name_add_sorted, &office, "Mayor");
	expect(person_name_add_sorted, &asked, "Coach");
}

static void running_text_follows_the_names_language(void **state)
{
	const struct person_name elena = {
	    .title = "Ms.", .given = "Elena", .surname = "Alvarez"};
	const struct person_name hoa = {.title = "Bà",
					.given = "Hoa",
					.given2 = "Thị",
					.surname = "Nguyễn",
					.name_locale = "vi-VN"};
	const struct person_name keiko = {.title = "さん",
					  .given = "恵子",
					  .surname = "佐藤",
					  .name_locale = "ja"};
	const struct person_name kim = {
	    .given = "Min-su", .surname = "Kim", .name_locale = "ko"};

	(void)state;
	expect(person_name_add_full, &elena, "Ms. Elena Alvarez");
	expect(person_name_add_full, &hoa, "Bà Nguyễn Thị Hoa");
	expect(person_name_add_full, &keiko, "佐藤恵子さん");
	expect(person_name_add_full, &kim, "Kim Min-su");
}

static void who_is_called_hears_title_and_surname(void **state)
{
	const struct person_name adam = {
	    .title = "Mr.", .given = "Adam", .surname = "Kowalski"};
	const struct person_name raul = {.title = "Sr.",
					 .given = "Raúl",
					 .surname_prefix = "de la",
					 .surname = "Cruz",
					 .surname2 = "López"};
	const struct person_name wang = {.title = "先生",
					 .given = "小明",
					 .surname = "王",
					 .name_locale = "zh"};
	const struct person_name untitled = {.given = "Adam",
					     .surname = "Kowalski"};
	const struct person_name mononym = {.title = "Dr.",
					    .given = "Zendaria"};

	(void)state;
	expect(person_name_add_called, &adam, "Mr. Kowalski");
	expect(person_name_add_called, &raul, "Sr. de la Cruz");
	expect(person_name_add_called, &wang, "王先生");
	expect(person_name_add_called, &untitled, "Adam Kowalski");
	expect(person_name_add_called, &mononym, "Dr. Zendaria");
}

static void other_letters_are_written_as_their_language_does(void **state)
{
	const struct person_name keiko = {.title = "さん",
					  .given = "恵子",
					  .surname = "佐藤",
					  .name_locale = "ja"};
	const struct person_name minsu = {
	    .title = "Mr.", .given = "민수", .surname = "김"};
	const struct person_name albert = {.given = "アルベルト",
					   .surname = "アインシュタイン",
					   .name_locale = "de"};
	const struct person_name fatima = {
	    .title = "السيدة", .given = "فاطمة", .surname = "حسن"};

	(void)state;
	expect(person_name_add_sorted, &keiko, "佐藤恵子さん");
	expect(person_name_add_full, &minsu, "Mr. 김민수");
	expect(person_name_add_called, &minsu, "Mr. 김민수");
	expect(person_name_add_sorted, &minsu, "김민수, Mr.");
	expect(person_name_add_full, &albert, "アルベルト・アインシュタイン");
	expect(person_name_add_full, &fatima, "السيدة فاطمة حسن");
	expect(person_name_add_sorted, &fatima, "حسن، السيدة فاطمة");
}

/* English writes a Hungarian name as its own; Hungarian does not. */
static void the_order_is_the_readers_for_names_of_that_language(void **state)
{
	const struct person_name anna = {.title = "Ms.",
					 .given = "Anna",
					 .surname = "Kovari",
					 .name_locale = "hu"};
	const struct person_name min_su = {.title = "Mr.",
					   .given = "Min-su",
					   .surname = "Kim",
					   .name_locale = "ko"};

	(void)state;
	expect(person_name_add_full, &anna, "Ms. Anna Kovari");
	expect(person_name_add_full, &min_su, "Mr. Kim Min-su");
	expect(person_name_add_plain, &min_su, "Kim Min-su");
	assert_true(person_name_is_surname_first(&anna));
	assert_true(person_name_is_surname_first(&min_su));
	assert_false(person_name_is_surname_first(
	    &(const struct person_name){.name_locale = "es-MX"}));
	assert_false(person_name_is_surname_first(
	    &(const struct person_name){.surname = "Kim"}));
}

static void parts_as_long_as_a_record_holds_are_written_whole(void **state)
{
	char part[401], title[241];
	const struct person_name name = {.title = title,
					 .given = part,
					 .given2 = part,
					 .surname = part,
					 .surname2 = part};
	struct str out = STR_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof(part) - 1; i++)
		part[i] = "\xf0\x90\x91\x90"[i % 4];
	for (size_t i = 0; i < sizeof(title) - 1; i++)
		title[i] = part[i];
	part[sizeof(part) - 1] = '\0';
	title[sizeof(title) - 1] = '\0';
	person_name_add_full(&name, &out);
	assert_int_equal(out.len, 4 * strlen(part) + strlen(title) + 4);
	str_clear(&out);
	person_name_add_sorted(&name, &out);
	assert_int_equal(out.len, 4 * strlen(part) + strlen(title) + 5);
	str_release(&out);
}

static void a_legal_name_not_in_use_is_not_written_out(void **state)
{
	const struct person_name lived = {.given = "ROBERT",
					  .given2 = "Robert",
					  .known_as = "Rachel",
					  .legal_given = "Robert",
					  .surname = "Levin"};
	const struct person_name only = {
	    .given = "Robert", .legal_given = "Robert", .surname = "Levin"};
	const struct person_name rosa = {.given = "Rosa",
					 .given2 = "Robert",
					 .legal_given = "Robert James",
					 .surname = "Ames"};
	const struct person_name longer = {.given = "Roberto J.",
					   .known_as = "Rosa",
					   .legal_given = "Roberto José",
					   .surname = "Ames"};
	const struct person_name henry = {.given = "William",
					  .legal_given = "William Henry",
					  .surname = "Ames"};
	struct str room = STR_INIT;

	(void)state;
	expect(person_name_add_full, &lived, "Rachel Levin");
	expect(person_name_add_sorted, &lived, "Levin, Rachel");
	assert_string_equal(person_name_given(&lived, &room), "Rachel");
	assert_string_equal(person_name_given(&only, &room), "Robert");
	expect(person_name_add_full, &rosa, "Rosa Ames");
	expect(person_name_add_sorted, &rosa, "Ames, Rosa");
	expect(person_name_add_full, &longer, "Rosa Ames");
	expect(person_name_add_full, &henry, "William Ames");
	str_release(&room);
}

static void a_nickname_is_not_the_given_name(void **state)
{
	const struct person_name will = {
	    .given = "William", .known_as = "Bill", .surname = "Ames"};
	const struct person_name bill = {.known_as = "Bill"};
	const struct person_name nobody = {.surname = "Ames"};
	struct str room = STR_INIT;

	(void)state;
	assert_string_equal(person_name_given(&will, &room), "William");
	assert_string_equal(person_name_given(&bill, &room), "Bill");
	assert_null(person_name_given(&nobody, &room));
	str_release(&room);
}

static void adjacent_words_are_found_joined(void **state)
{
	const struct person_name jose = {.given = "José Luis",
					 .surname_prefix = "de la",
					 .surname = "Cruz",
					 .surname2 = "Ortiz",
					 .known_as = "Pepe"};
	static const char *const has[] = {
	    "jose",	"luis",	     "joseluis", "de",	 "la", "cruz",
	    "delacruz", "cruzortiz", "lacruz",	 "pepe", NULL};
	static const char *const lacks[] = {"luisde", "pepede", NULL};

	(void)state;
	expect_words(&jose, has, true);
	expect_words(&jose, lacks, false);
}

static void a_name_written_without_a_blank_is_found(void **state)
{
	const struct person_name kim = {
	    .given = "민수", .surname = "김", .name_locale = "ko"};
	static const char *const has[] = {"김", "민수", "김민수", NULL};

	(void)state;
	expect_words(&kim, has, true);
}

static void the_legal_name_is_not_among_the_words(void **state)
{
	const struct person_name lived = {
	    .given = "Rachel", .legal_given = "Robert", .surname = "Levin"};
	static const char *const lacks[] = {"robert", NULL};

	(void)state;
	expect_words(&lived, lacks, false);
}

static void a_word_is_kept_once(void **state)
{
	const struct person_name anna = {.given = "Anna", .known_as = "Anna"};

	(void)state;
	expect(person_name_add_folded, &anna, "anna");
}

static void a_copy_owns_its_text(void **state)
{
	char given[] = "Elena";
	const struct person_name name = {.given = given, .chaplain = true};
	struct person_name copy;

	(void)state;
	person_name_copy(&copy, &name);
	given[0] = 'X';
	assert_string_equal(copy.given, "Elena");
	assert_true(copy.chaplain);
	person_name_release(&copy);
	assert_null(copy.given);
}

static void expect_refused(const struct person_name *name, const char *field)
{
	struct error err = {0};

	assert_false(person_name_check(name, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_string_equal(err.field, field);
	assert_true(*err.text);
}

static void what_cannot_be_a_name_is_refused_with_its_field(void **state)
{
	char long_title[42];
	const struct person_name nothing = {.title = "Ms."};
	const struct person_name escape = {.given = "Ana\033[2J"};
	const struct person_name turned = {.surname = "Cruz\u202e"};
	const struct person_name broken = {.given = "\xff"};
	const struct person_name service = {.surname = "Cruz",
					    .service = "ARMY"};
	const struct person_name locale = {.surname = "Cruz",
					   .name_locale = "Spanish!"};
	struct person_name too_long = {.surname = "Cruz", .title = long_title};

	(void)state;
	memset(long_title, 'x', sizeof(long_title));
	long_title[41] = '\0';
	expect_refused(&nothing, "surname");
	expect_refused(&escape, "given");
	expect_refused(&turned, "surname");
	expect_refused(&broken, "given");
	expect_refused(&service, "service");
	expect_refused(&locale, "name_locale");
	expect_refused(&too_long, "title");
}

static void real_names_are_accepted(void **state)
{
	static const char *const names[] = {"O'Brien", "Nguyễn", "José",
					    "김민수",  "佐藤",	 "السيدة",
					    "N. N.",   NULL};
	struct error err = {0};

	(void)state;
	for (const char *const *at = names; *at; at++) {
		const struct person_name name = {.surname = (char *)*at,
						 .service = "USCG",
						 .name_locale = "zh-Hant"};

		assert_true(person_name_check(&name, &err));
	}
	assert_true(person_name_check_parts(
	    &(const struct person_name){.title = "Ms."}, &err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_list_shows_the_surname_first),
	    cmocka_unit_test(a_mononym_stands_alone_in_a_list),
	    cmocka_unit_test(running_text_follows_the_names_language),
	    cmocka_unit_test(who_is_called_hears_title_and_surname),
	    cmocka_unit_test(other_letters_are_written_as_their_language_does),
	    cmocka_unit_test(
		the_order_is_the_readers_for_names_of_that_language),
	    cmocka_unit_test(parts_as_long_as_a_record_holds_are_written_whole),
	    cmocka_unit_test(a_legal_name_not_in_use_is_not_written_out),
	    cmocka_unit_test(a_nickname_is_not_the_given_name),
	    cmocka_unit_test(adjacent_words_are_found_joined),
	    cmocka_unit_test(a_name_written_without_a_blank_is_found),
	    cmocka_unit_test(the_legal_name_is_not_among_the_words),
	    cmocka_unit_test(a_word_is_kept_once),
	    cmocka_unit_test(a_copy_owns_its_text),
	    cmocka_unit_test(what_cannot_be_a_name_is_refused_with_its_field),
	    cmocka_unit_test(real_names_are_accepted),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
