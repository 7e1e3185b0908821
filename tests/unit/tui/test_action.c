#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "frontdesk/base/text.h"
#include "tui/action.h"

static void every_action_has_an_id_of_its_own(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const char *id = action_info((enum action)action)->id;

		assert_true(id[0] != '\0');
		assert_int_equal(action_find(id), action);
	}
	assert_int_equal(action_find("nothing of the kind"), ACTION_NONE);
}

static void no_two_actions_share_a_key(void **state)
{
	(void)state;
	for (int a = ACTION_NONE + 1; a < ACTION_COUNT; a++)
		for (int b = a + 1; b < ACTION_COUNT; b++) {
			const char *key = action_info((enum action)a)->key;

			if (key[0])
				assert_string_not_equal(
				    key, action_info((enum action)b)->key);
		}
}

static void every_action_says_what_it_does_in_one_sentence(void **state)
{
	(void)state;
	for (int action = ACTION_NONE + 1; action < ACTION_COUNT; action++) {
		const struct action_info *info =
		    action_info((enum action)action);
		size_t len = strlen(info->help);

		assert_true(len > 5 && len < 100);
		assert_non_null(strchr(".?\"", info->help[len - 1]));
		assert_true(info->name[0] != '\0');
		assert_true(strlen(info->brief) <= strlen(info->name));
	}
}

static void
a_command_is_found_by_its_key_its_name_and_its_synonyms(void **state)
{
	(void)state;
	assert_int_equal(action_match(ACTION_HAND_OFF, "f7"), 5);
	assert_int_equal(action_match(ACTION_HAND_OFF, "HAND"), 4);
	assert_int_equal(action_match(ACTION_HAND_OFF, "off"), 3);
	assert_int_equal(action_match(ACTION_HAND_OFF, "transfer"), 2);
	assert_int_equal(action_match(ACTION_HAND_OFF, "department"), 1);
	assert_int_equal(action_match(ACTION_HAND_OFF, "zebra"), 0);
	assert_int_equal(action_match(ACTION_HAND_OFF, "hand zebra"), 0);
}

static void f1_to_f10_are_where_every_clerk_learned_them(void **state)
{
	static const char *const ids[] = {
	    "help", "next",	"back",	   "choose", "hold",
	    "join", "hand-off", "promise", "finish", "lists"};

	(void)state;
	for (int i = 0; i < 10; i++) {
		char key[4] = {'F', (char)('1' + i), '\0', '\0'};

		if (i == 9)
			memcpy(key, "F10", 4);
		assert_string_equal(action_info(action_find(ids[i]))->key, key);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(every_action_has_an_id_of_its_own),
	    cmocka_unit_test(no_two_actions_share_a_key),
	    cmocka_unit_test(every_action_says_what_it_does_in_one_sentence),
	    cmocka_unit_test(
		a_command_is_found_by_its_key_its_name_and_its_synonyms),
	    cmocka_unit_test(f1_to_f10_are_where_every_clerk_learned_them),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
