/*
 * test_titles.c - titles and offices in their languages; one is said, in its
 * spoken form, where its language puts it; every name here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "said_case.h"

struct titled {
	const char *language, *title, *given, *surname, *called;
};

static void expect_all(const struct titled *cases, size_t count)
{
	for (size_t i = 0; i < count; i++)
		expect_called(NAME(.title = (char *)cases[i].title,
				   .given = (char *)cases[i].given,
				   .surname = (char *)cases[i].surname),
			      PERMISSION_NO, cases[i].language, cases[i].called,
			      false);
}

static void titles_stand_where_their_language_puts_them(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Mx.", "Sam", "Lee", "Mx. Lee"},
	    {"en", "Mrs", "Ana", "Lee", "Mrs Lee"},
	    {"en", "Prof.", "Ana", "Lee", "Professor Lee"},
	    {"en", "Rev. Dr.", "Ana", "Lee", "Dr. Lee"},
	    {"en", "Rev.", "Ana", "Lee", "Reverend Lee"},
	    {"en", "Fr.", "Ray", "Lee", "Father Lee"},
	    {"en", "Sister", "Ruth", "Lee", "Sister Ruth"},
	    {"en", "Imam", "Yusuf", "Haddad", "Imam Haddad"},
	    {"es", "Srta.", "Inés", "Rey", "Srta. Rey"},
	    {"es", "Dra.", "Inés", "Rey", "Dra. Rey"},
	    {"es", "Doña", "Inés", "Rey", "Doña Inés"},
	    {"es", "D.", "Raúl", "Rey", "Don Raúl"},
	    {"vi", "Ông", "Anh", "Nguyễn", "Ông Anh"},
	    {"vi", "Bà", "Hoa", "Trần", "Bà Hoa"},
	    {"vi", "Chị", "Mai", "Lê", "Chị Mai"},
	    {"fil", "Gng.", "Liza", "Cruz", "Gng. Cruz"},
	    {"fil", "Bb.", "Liza", "Cruz", "Bb. Cruz"},
	    {"fil", "Ginoo", "Rey", "Cruz", "Ginoong Cruz"},
	    {"fil", "Atty.", "Liza", "Cruz", "Atty. Cruz"},
	    {"zh", "先生", "伟", "王", "王先生"},
	    {"zh", "女士", "美玲", "陈", "陈女士"},
	    {"zh-Hant", "老師", "美玲", "陳", "陳老師"},
	    {"ko", "님", "민수", "김", "김님"},
	    {"ko", "씨", "민수", "김", "김민수 씨"},
	    {"ko", "선생님", "민수", "김", "김 선생님"},
	    {"ja", "様", "恵子", "佐藤", "佐藤様"},
	    {"ja", "さん", "恵子", "佐藤", "佐藤さん"},
	    {"ar", "السيد", "سامي", "الخطيب", "السيد الخطيب"},
	    {"ar", "السيدة", "ليلى", "الخطيب", "السيدة الخطيب"},
	    {"hy", "պարոն", "Արամ", "Սարգսյան", "պարոն Սարգսյան"},
	    {"hy", "Տկն.", "Անի", "Սարգսյան", "տիկին Սարգսյան"},
	    {"fa", "آقای", "رضا", "کریمی", "آقای کریمی"},
	    {"fa", "خانم", "سارا", "کریمی", "خانم کریمی"},
	    {"ru", "г-н", "Иван", "Петров", "господин Петров"},
	    {"ru", "Госпожа", "Анна", "Петрова", "госпожа Петрова"},
	    {"hi", "श्री", "अमित", "शर्मा", "श्री शर्मा"},
	    {"hi", "सुश्री", "नेहा", "शर्मा", "सुश्री शर्मा"},
	    {"pa", "ਸ਼੍ਰੀਮਤੀ", "ਸੀਮਾ", "ਸ਼ਰਮਾ", "ਸ਼੍ਰੀਮਤੀ ਸ਼ਰਮਾ"},
	    {"pa", "ਸਰਦਾਰ", "ਗੁਰਪ੍ਰੀਤ", "ਸਿੰਘ", "ਸਰਦਾਰ ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"},
	    {"km", "លោក", "សុភា", "ចាន់", "លោក ចាន់"},
	    {"km", "លោកស្រី", "សុភា", "ចាន់", "លោកស្រី ចាន់"},
	    /* M. and Mme are written, never said. */
	    {"fr", "Mme", "Léa", "Roux", "Madame Roux"},
	    {"fr", "M.", "Luc", "Roux", "Monsieur Roux"},
	    {"fr", "Mlle", "Léa", "Roux", "Mademoiselle Roux"},
	    {"fr", "Dr", "Léa", "Roux", "Docteur Roux"},
	    {"fr", "Pr", "Léa", "Roux", "Professeur Roux"},
	    {"fr", "Me", "Léa", "Roux", "Maître Roux"},
	    {"en", "Mme", "Léa", "Roux", "Madame Roux"},
	    {"de", "Fr.", "Eva", "Weber", "Frau Weber"},
	    {"de", "Hr.", "Jan", "Weber", "Herr Weber"},
	    {"en", "Khun", "Somchai", "Jaidee", "Khun Somchai"},
	    {"de", "Herr", "Jan", "Weber", "Herr Weber"},
	    {"de", "Prof. Dr.", "Eva", "Weber", "Prof. Weber"},
	    {"pt", "Sra.", "Ana", "Silva", "Sra. Ana Silva"},
	    {"pt", "Dona", "Ana", "Silva", "Dona Ana"},
	    {"sm", "Susuga", "Sione", "Tavita", "Susuga Tavita"},
	    {"en", "คุณ", "สมชาย", "แก้วดี", "คุณสมชาย"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
}

static void a_title_keeps_its_language_in_any_greeting(void **state)
{
	static const struct titled cases[] = {
	    {"es", "Ms.", "Elena", "Alvarez", "Ms. Alvarez"},
	    {"en", "Sra.", "Elena", "Alvarez", "Sra. Alvarez"},
	    {"en", "様", "恵子", "佐藤", "佐藤様"},
	    {"ru", "Mrs.", "Anna", "Ivanova", "Mrs. Ivanova"},
	    {"zh", "Ms.", "美玲", "陈", "Ms. 陈"},
	    {"ar", "Dr.", "ليلى", "الخطيب", "Dr. الخطيب"},
	    /* "Sr." is of both: in each greeting its own. */
	    {"es", "Sr.", "Raúl", "Silva", "Sr. Silva"},
	    {"pt", "Sr.", "Raúl", "Silva", "Sr. Raúl Silva"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
	/* The greeting has no such title: the name's language says whose. */
	expect_titled(NAME(.title = "Sr.", .given = "Raúl", .surname = "Silva",
			   .name_locale = "pt-BR"),
		      "Sr. Raúl Silva");
}

static void free_text_is_accepted_as_it_is(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Hakim", "Omar", "Sato", "Hakim Sato"},
	    {"es", "Ingeniero Jefe", "Raúl", "Rey", "Ingeniero Jefe Rey"},
	    {"zh", "主任", "伟", "王", "王主任"},
	    {"ja", "部長", "恵子", "佐藤", "佐藤部長"},
	    {"zh", "Hakim", "Omar", "Sato", "Hakim Sato"},
	    /* A Latin word is no word of a language in other letters. */
	    {"ko", "Hakim", "Omar", "Sato", "Hakim Sato"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
}

static void a_title_is_found_however_it_is_spelled(void **state)
{
	(void)state;
	expect_titled(NAME(.title = "PROFESSOR", .surname = "Lee"),
		      "Professor Lee");
	/* O and its circumflex apart. */
	expect_titled(
	    NAME(.title = "O\xcc\x82ng", .given = "Anh", .surname = "Nguyễn"),
	    "O\xcc\x82ng Anh");
}

static void the_given_name_stands_in_for_a_surname(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Ms.", "Zendaria", NULL, "Ms. Zendaria"},
	    {"ja", "様", "恵子", NULL, "恵子様"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
	expect_titled(NAME(.title = "Mr.", .given = "José",
			   .surname_prefix = "de la", .surname = "Cruz"),
		      "Mr. de la Cruz");
	expect_titled(NAME(.title = "Sr.", .given = "Raúl", .surname = "García",
			   .surname2 = "López"),
		      "Sr. García");
	expect_titled(
	    NAME(.title = "Sr.", .given = "Raúl", .surname2 = "López"),
	    "Sr. López");
}

static void a_title_of_the_given_name_is_not_said_without_one(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Doña", NULL, "Rey", ""}, {"en", "Don", NULL, "Rey", ""},
	    {"vi", "Bà", NULL, "Trần", ""},  {"ko", "씨", NULL, "김", ""},
	    {"en", "Sir", NULL, "Lee", ""},  {"en", "Sister", NULL, "Lee", ""},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		expect_called(NAME(.title = (char *)cases[i].title,
				   .surname = (char *)cases[i].surname),
			      PERMISSION_NO, cases[i].language, "", true);
}

static void of_several_titles_the_highest_is_said(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Mr. Dr.", "Kofi", "Osei", "Dr. Osei"},
	    {"es", "Mr. Dr.", "Kofi", "Osei", "Dr. Osei"},
	    {"en", "Dr. Prof.", "Kofi", "Osei", "Professor Osei"},
	    {"en", "Dr. Rev.", "Kofi", "Osei", "Dr. Osei"},
	    {"es", "Sr. Dr.", "Raúl", "Rey", "Dr. Rey"},
	    {"es", "Sra. Lic.", "Inés", "Rey", "Lic. Rey"},
	    {"fa", "آقای دکتر", "رضا", "کریمی", "آقای دکتر کریمی"},
	    /* A letter that is another language's title is none of these. */
	    {"en", "Coach D", "Kofi", "Osei", "Coach D Osei"},
	    {"en", "Mr. & Mrs.", "Kofi", "Osei", "Mr. & Mrs. Osei"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
}

static void a_rank_in_the_place_of_a_title_is_a_rank(void **state)
{
	static const struct titled cases[] = {
	    {"en", "Lt. Col.", "Kofi", "Osei", "Colonel Osei"},
	    {"en", "COL (Ret.)", "Kofi", "Osei", "Colonel Osei"},
	    {"en", "City Council Member", "Ama", "Osei", "Councilmember Osei"},
	    {"en", "Director", "Ama", "Osei", "Director Osei"},
	};

	(void)state;
	expect_all(cases, MEM_COUNT(cases));
	expect_titled(
	    NAME(.title = "GySgt", .service = "USMC", .surname = "Osei"),
	    "Gunnery Sergeant Osei");
}

/* Written to somebody, or of a bishop as of a dean: nobody is called so. */
static void what_stands_on_an_envelope_is_not_said(void **state)
{
	static const char *const titles[] = {"Hon.", "The Honorable", "Esq.",
					     "The Right Honorable"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(titles); i++)
		expect_called(NAME(.title = (char *)titles[i], .given = "Ama",
				   .surname = "Osei"),
			      PERMISSION_NO, "en", "Ama Osei", true);
	expect_titled(
	    NAME(.title = "Hon.", .office = "Judge", .surname = "Osei"),
	    "Judge Osei");
	expect_titled(NAME(.title = "Most Rev.", .surname = "Osei"),
		      "Reverend Osei");
}

static void whoever_works_for_the_city_is_called_by_the_title(void **state)
{
	static const char *const offices[] = {"Director of Public Works",
					      "Planning Director",
					      "Deputy City Clerk",
					      "Deputy City Attorney",
					      "Assistant to the City Manager",
					      "Clerk of the Court",
					      "Economic Development Manager",
					      "Chief of Staff"};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(offices); i++)
		expect_titled(NAME(.office = (char *)offices[i], .title = "Ms.",
				   .given = "Ama", .surname = "Lee"),
			      "Ms. Lee");
	expect_titled(NAME(.office = "Attorney General", .title = "Ms.",
			   .surname = "Lee"),
		      "Attorney General Lee");
}

static void offices_are_said_to_whoever_holds_them(void **state)
{
	static const struct {
		const char *office, *called;
	} cases[] = {
	    {"Mayor", "Mayor Osei"},
	    {"Mayor Pro Tempore", "Mayor Pro Tem Osei"},
	    {"City Council Member", "Councilmember Osei"},
	    {"Councilwoman", "Councilwoman Osei"},
	    {"County Supervisor", "Supervisor Osei"},
	    {"State Senator", "Senator Osei"},
	    {"Assembly Member", "Assemblymember Osei"},
	    {"Superior Court Judge", "Judge Osei"},
	    {"Associate Justice", "Justice Osei"},
	    {"Planning Commissioner", "Commissioner Osei"},
	    {"Governor", "Governor Osei"},
	    {"Keeper of the Bees", "Keeper of the Bees Osei"},
	    /* Appointed to run the city: called by their title. */
	    {"City Manager", "Dr. Osei"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(cases); i++)
		expect_titled(NAME(.office = (char *)cases[i].office,
				   .rank = NULL, .title = "Dr.",
				   .given = "Abena", .surname = "Osei"),
			      cases[i].called);
}

static void an_office_goes_with_its_holder_or_stays(void **state)
{
	/* It may be written there. */
	static const char *const gone[] = {"Mayor (Ret.)", "Former Mayor",
					   "ex-Mayor", "Mayor, retired",
					   "Former Keeper of the Bees"};
	static const char *const kept[] = {"Retired Judge", "Ret. Judge",
					   "Judge (Ret.)", "Former Judge"};

	(void)state;
	expect_titled(NAME(.office = "Mayor", .title = "Ms.", .surname = "Osei",
			   .retired = true),
		      "Ms. Osei");
	expect_titled(NAME(.office = "Judge", .title = "Ms.", .surname = "Osei",
			   .retired = true),
		      "Judge Osei");
	for (size_t i = 0; i < MEM_COUNT(gone); i++)
		expect_titled(NAME(.office = (char *)gone[i], .title = "Mr.",
				   .surname = "Osei"),
			      "Mr. Osei");
	for (size_t i = 0; i < MEM_COUNT(kept); i++)
		expect_titled(NAME(.office = (char *)kept[i], .title = "Mr.",
				   .surname = "Osei"),
			      "Judge Osei");
	/* The rank is what was retired from: the mayor is the mayor. */
	expect_titled(NAME(.office = "Mayor", .rank = "COL", .service = "USA",
			   .surname = "Osei", .retired = true),
		      "Mayor Osei");
}

static void one_honorific_is_said_the_office_first(void **state)
{
	(void)state;
	expect_titled(NAME(.office = "Councilmember", .rank = "Col.",
			   .title = "Dr.", .surname = "Osei"),
		      "Councilmember Osei");
	expect_titled(NAME(.rank = "Col.", .title = "Dr.", .surname = "Osei"),
		      "Colonel Osei");
	expect_titled(NAME(.title = "Dr.", .surname = "Osei",
			   .credentials = "MD", .generation = "Jr."),
		      "Dr. Osei");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(titles_stand_where_their_language_puts_them),
	    cmocka_unit_test(a_title_keeps_its_language_in_any_greeting),
	    cmocka_unit_test(free_text_is_accepted_as_it_is),
	    cmocka_unit_test(a_title_is_found_however_it_is_spelled),
	    cmocka_unit_test(the_given_name_stands_in_for_a_surname),
	    cmocka_unit_test(a_title_of_the_given_name_is_not_said_without_one),
	    cmocka_unit_test(of_several_titles_the_highest_is_said),
	    cmocka_unit_test(a_rank_in_the_place_of_a_title_is_a_rank),
	    cmocka_unit_test(what_stands_on_an_envelope_is_not_said),
	    cmocka_unit_test(whoever_works_for_the_city_is_called_by_the_title),
	    cmocka_unit_test(offices_are_said_to_whoever_holds_them),
	    cmocka_unit_test(an_office_goes_with_its_holder_or_stays),
	    cmocka_unit_test(one_honorific_is_said_the_office_first),
	};

	return cmocka_run_group_tests(tests, said_setup, said_teardown);
}
