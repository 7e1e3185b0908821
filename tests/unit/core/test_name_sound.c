/* Which names sound alike, or are one slip apart, and which do not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"
#include "frontdesk/core/name_sound.h"
#include "frontdesk/core/name_typo.h"

struct pair {
	const char *one, *other;
};

static bool sound_alike(const struct pair *pair)
{
	struct str one = STR_INIT, other = STR_INIT;
	struct name_sounds of_one, of_other;

	text_fold(pair->one, &one);
	text_fold(pair->other, &other);
	name_sounds_of(one.text, one.len, &of_one);
	name_sounds_of(other.text, other.len, &of_other);
	str_release(&one);
	str_release(&other);
	return name_sounds_meet(&of_one, &of_other);
}

static bool is_typo(const struct pair *pair)
{
	struct str one = STR_INIT, other = STR_INIT;
	bool is_so;

	text_fold(pair->one, &one);
	text_fold(pair->other, &other);
	is_so = name_is_typo(one.text, one.len, other.text, other.len);
	str_release(&one);
	str_release(&other);
	return is_so;
}

static const struct pair alike[] = {
    /* English */
    {"Jon", "John"},
    {"Smith", "Smyth"},
    {"Smith", "Schmidt"},
    {"Catherine", "Kathryn"},
    {"Stephen", "Steven"},
    {"Philip", "Filip"},
    {"Sean", "Shawn"},
    {"Leigh", "Lee"},
    {"Geoffrey", "Jeffrey"},
    {"Thomas", "Tomas"},
    {"Wright", "Right"},
    {"Knight", "Night"},
    {"Sara", "Sarah"},
    {"Ann", "Anne"},
    {"Brown", "Braun"},
    {"MacDonald", "McDonald"},
    /* Spanish */
    {"García", "Garcia"},
    {"García", "Garzia"},
    {"López", "Lopes"},
    {"González", "Gonsales"},
    {"Jiménez", "Ximenez"},
    {"Jiménez", "Gimenez"},
    {"Hernández", "Ernandes"},
    {"Vásquez", "Basques"},
    {"Alvarez", "Alvares"},
    {"Álvarez", "Albarez"},
    {"Rodríguez", "Rodrigez"},
    {"Castillo", "Castiyo"},
    {"Enrique", "Enrike"},
    {"Guillermo", "Giyermo"},
    {"Elena", "Helena"},
    /* Slavic, German */
    {"Kowalski", "Kovalsky"},
    {"Kowalczyk", "Kovalchik"},
    {"Jovanović", "Yovanovich"},
    {"Lewandowski", "Levandovsky"},
    {"Aleksandr", "Alexander"},
    {"Mikhail", "Michael"},
    {"Yekaterina", "Ekaterina"},
    {"Iosif", "Yosif"},
    {"Weber", "Veber"},
    {"Katz", "Kac"},
    {"Meyer", "Maier"},
    /* Arabic, Persian, Turkish, Urdu */
    {"Muhammad", "Mohamed"},
    {"Muhammad", "Mohammed"},
    {"Mohammad", "Mehmet"},
    {"Hussein", "Husayn"},
    {"Hussain", "Hossein"},
    {"Ahmed", "Ahmad"},
    {"Ahmed", "Akhmed"},
    {"Yusuf", "Youssef"},
    {"Khaled", "Halid"},
    {"Khalid", "Khaled"},
    {"Qasim", "Kassem"},
    {"Jamal", "Gamal"},
    {"Jamal", "Djamal"},
    {"Rashid", "Rachid"},
    {"Aisha", "Ayesha"},
    {"Aisha", "Aïcha"},
    {"Uthman", "Osman"},
    {"Ibrahim", "Ebrahim"},
    {"Abdullah", "Abdalla"},
    {"Abdelrahman", "Abdurrahman"},
    {"Abdulqadir", "Abdelkader"},
    {"Zainab", "Zeynep"},
    /* Chinese, Korean, Vietnamese */
    {"Nguyễn", "Nguyen"},
    {"Nguyen", "Nguyên"},
    {"Phương", "Fuong"},
    {"Zhang", "Chang"},
    {"Zhou", "Chou"},
    {"Xu", "Hsu"},
    {"Xie", "Hsieh"},
    {"Qian", "Chien"},
    {"Cai", "Tsai"},
    {"Guo", "Kuo"},
    {"Gao", "Kao"},
    {"Huang", "Hwang"},
    {"Li", "Lee"},
    {"Lee", "Rhee"},
    {"Park", "Pak"},
    {"Park", "Bak"},
    {"Choi", "Choe"},
    {"Jeong", "Chung"},
    {"Kim", "Gim"},
    {"Kwon", "Gwon"},
    {"Shin", "Sin"},
};

static const struct pair apart[] = {
    {"John", "Jane"},
    {"John", "James"},
    {"Smith", "Jones"},
    {"Garcia", "Gomez"},
    {"Garcia", "Herrera"},
    {"Lopez", "Perez"},
    {"Lee", "Lopez"},
    {"Kim", "Kang"},
    {"Muhammad", "Ahmed"},
    {"Mohamed", "Mahmoud"},
    {"Nguyen", "Tran"},
    {"Li", "Lu"},
    {"Wang", "Zhang"},
    {"Zhou", "Zhao"},
    {"Kowalski", "Novak"},
    {"Ann", "Ian"},
    {"Hernandez", "Fernandez"},
    {"Martin", "Marston"},
    {"Alvarez", "Alvarado"},
    {"王", "张"},
    {"김", "박"},
    {"Արամ", "Անի"},
};

static void what_sounds_alike_shares_a_key(void **state)
{
	struct str missing = STR_INIT;

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(alike); i++)
		if (!sound_alike(&alike[i]))
			str_addf(&missing, "%s %s\n", alike[i].one,
				 alike[i].other);
	if (missing.len > 0)
		fail_msg("these do not sound alike:\n%s", missing.text);
}

static void what_sounds_otherwise_shares_none(void **state)
{
	struct str wrong = STR_INIT;

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(apart); i++)
		if (sound_alike(&apart[i]))
			str_addf(&wrong, "%s %s\n", apart[i].one,
				 apart[i].other);
	if (wrong.len > 0)
		fail_msg("these sound alike:\n%s", wrong.text);
}

/* The folded text itself is the one form of another script. */
static void a_word_in_another_script_has_no_key(void **state)
{
	static const char *const words[] = {"王",    "محمد", "արամ",
					    "мария", "42nd", "j"};
	struct name_sounds sounds;

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(words); i++) {
		name_sounds_of(words[i], strlen(words[i]), &sounds);
		assert_int_equal(sounds.count, 0);
	}
}

static void a_key_is_in_capitals_and_of_bounded_length(void **state)
{
	static const char word[] = "wolfeschlegelsteinhausenbergerdorff";
	struct name_sounds sounds;

	(void)state;
	name_sounds_of(word, sizeof(word) - 1, &sounds);
	assert_true(sounds.count > 0);
	for (size_t i = 0; i < sounds.count; i++) {
		assert_true(strlen(sounds.keys[i]) < NAME_SOUND_SIZE);
		assert_int_equal(
		    strspn(sounds.keys[i], "=ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
		    strlen(sounds.keys[i]));
	}
}

static void one_slip_is_a_typo_and_two_are_not(void **state)
{
	static const struct pair slips[] = {
	    {"Alvarez", "Alvarex"}, {"Garcia", "Garica"},
	    {"Smith", "Smiht"},	    {"Smith", "Smth"},
	    {"Nguyen", "Nguyem"},   {"Kowalski", "Kowaalski"},
	    {"Anna", "Ana"},	    {"Արամ", "Արաս"},
	    {"Nguyễn", "Nguyé"},    {"Иванов", "Иваноф"},
	};
	static const struct pair others[] = {
	    {"Alvarez", "Alvarez"}, {"Alvarez", "Olvarex"}, {"Ana", "Ada"},
	    {"Smith", "Smhtt"},	    {"Garcia", "Garcilla"}, {"王伟", "王芳"},
	    {"1234", "1235"},	    {"Garcia", "Agrcai"},
	};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(slips); i++)
		if (!is_typo(&slips[i]))
			fail_msg("%s %s", slips[i].one, slips[i].other);
	for (size_t i = 0; i < MEM_COUNT(others); i++)
		if (is_typo(&others[i]))
			fail_msg("%s %s", others[i].one, others[i].other);
}

static void note_left(void *state, const char *left, size_t len)
{
	struct str *out = state;

	str_add_n(out, left, len);
	str_add_char(out, ' ');
}

static void a_doubled_letter_is_left_out_once(void **state)
{
	struct str out = STR_INIT;

	(void)state;
	name_deletions("anna", 4, note_left, &out);
	assert_string_equal(str_text(&out), "nna ana ann ");
	str_clear(&out);
	name_deletions("արամ", 8, note_left, &out);
	assert_string_equal(str_text(&out), "րամ աամ արմ արա ");
	str_clear(&out);
	name_deletions("ana", 3, note_left, &out);
	name_deletions("a1234", 5, note_left, &out);
	assert_int_equal(out.len, 0);
	str_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_sounds_alike_shares_a_key),
	    cmocka_unit_test(what_sounds_otherwise_shares_none),
	    cmocka_unit_test(a_word_in_another_script_has_no_key),
	    cmocka_unit_test(a_key_is_in_capitals_and_of_bounded_length),
	    cmocka_unit_test(one_slip_is_a_typo_and_two_are_not),
	    cmocka_unit_test(a_doubled_letter_is_left_out_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
