#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/form.h"

static const struct form_choice yes_no[] = {
    {'y', "yes", "Yes"}, {'n', "no", "No"}, {'k', "unknown", "Not known"}};

static struct form form;

static int open_form(void **state)
{
	(void)state;
	form_init(&form, 11);
	form_add_shown(&form, "who", "Who", "Ms. Rivera");
	form_add_text(&form, "about", "About", 40, false);
	form_add_choice(&form, "told", "Told", yes_no, 3);
	form_add_rule(&form, "rule", "REST");
	form_add_text(&form, "done", "Done", 40, true);
	return 0;
}

static int close_form(void **state)
{
	(void)state;
	form_release(&form);
	return 0;
}

static enum form_result press(enum action action)
{
	struct key key = {.kind = KEY_KIND_ACTION, .action = action};

	return form_handle(&form, &key);
}

static enum form_result type(const char *text)
{
	struct key key = {.kind = KEY_KIND_TEXT, .text = text};

	return form_handle(&form, &key);
}

static void the_focus_passes_over_what_is_only_read(void **state)
{
	(void)state;
	assert_true(form_is_at(&form, "about"));
	press(ACTION_TAB);
	assert_true(form_is_at(&form, "told"));
	press(ACTION_ENTER);
	assert_true(form_is_at(&form, "done"));
	press(ACTION_DOWN);
	assert_true(form_is_at(&form, "done"));
	press(ACTION_BACK_TAB);
	press(ACTION_UP);
	press(ACTION_UP);
	assert_true(form_is_at(&form, "about"));
}

static void a_hidden_row_is_passed_over(void **state)
{
	(void)state;
	press(ACTION_TAB);
	form_hide(&form, "told", true);
	assert_true(form_is_at(&form, "done"));
	press(ACTION_UP);
	assert_true(form_is_at(&form, "about"));
}

static void one_letter_chooses_and_nothing_is_chosen_before(void **state)
{
	(void)state;
	form_focus(&form, "told");
	assert_string_equal(form_value(&form, "told"), "");
	assert_int_equal(type("N"), FORM_CHANGED);
	assert_string_equal(form_value(&form, "told"), "no");
	assert_int_equal(type("x"), FORM_REFUSED);
	assert_string_equal(form_value(&form, "told"), "no");
	assert_non_null(strstr(form_find(&form, "told")->error, "y Yes"));
	press(ACTION_BACKSPACE);
	assert_string_equal(form_value(&form, "told"), "");
	assert_null(form_find(&form, "told")->error);
}

static void a_refused_value_takes_the_cursor_there(void **state)
{
	struct error err = {0};

	(void)state;
	error_set(&err, ERROR_INVALID, "done", "say what was done");
	assert_true(form_error(&form, &err));
	assert_true(form_is_at(&form, "done"));
	assert_string_equal(form_find(&form, "done")->error,
			    "say what was done");
	assert_int_equal(type("x"), FORM_CHANGED);
	assert_null(form_find(&form, "done")->error);
	error_set(&err, ERROR_INVALID, "elsewhere", "no");
	assert_false(form_error(&form, &err));
}

static void only_the_clerk_touches_a_form(void **state)
{
	(void)state;
	form_set(&form, "about", "fence permit");
	assert_false(form.is_touched);
	press(ACTION_END);
	assert_false(form.is_touched);
	type("s");
	assert_true(form.is_touched);
	assert_string_equal(form_value(&form, "about"), "fence permits");
}

static void questions_come_and_go_with_the_topic(void **state)
{
	(void)state;
	form_focus(&form, "done");
	form_add_text(&form, "answer.1", "Height", 40, false);
	form_add_text(&form, "answer.2", "Side", 40, false);
	form_place_after(&form, "answer.1", "about");
	form_place_after(&form, "answer.2", "answer.1");
	assert_true(form_is_at(&form, "done"));
	form_focus(&form, "about");
	press(ACTION_TAB);
	assert_true(form_is_at(&form, "answer.1"));
	press(ACTION_TAB);
	assert_true(form_is_at(&form, "answer.2"));
	press(ACTION_TAB);
	assert_true(form_is_at(&form, "told"));
	form_remove(&form, "answer.");
	assert_true(form_is_at(&form, "told"));
	assert_null(form_find(&form, "answer.1"));
	press(ACTION_UP);
	assert_true(form_is_at(&form, "about"));
}

static void a_row_moves_down_as_well_as_up(void **state)
{
	(void)state;
	form_place_after(&form, "about", "done");
	assert_string_equal(form.rows[0]->id, "who");
	assert_string_equal(form.rows[1]->id, "told");
	assert_string_equal(form.rows[3]->id, "done");
	assert_string_equal(form.rows[4]->id, "about");
	assert_true(form_is_at(&form, "about"));
}

static void a_draft_brings_back_what_was_typed(void **state)
{
	struct json *object = json_new_object(), *read;
	struct str text = STR_INIT;
	struct error err = {0};

	form_set(&form, "about", "the \"fence\"");
	form_set(&form, "told", "unknown");
	form_set(&form, "done", "one\ntwo");
	form_focus(&form, "told");
	form_save(&form, object);
	json_write(object, false, &text);
	json_free(object);

	close_form(state);
	open_form(state);
	assert_true(json_parse(str_text(&text), text.len, &read, &err));
	form_restore(&form, read);
	assert_string_equal(form_value(&form, "about"), "the \"fence\"");
	assert_string_equal(form_value(&form, "told"), "unknown");
	assert_string_equal(form_value(&form, "done"), "one\ntwo");
	assert_true(form_is_at(&form, "told"));
	assert_true(form.is_touched);
	json_free(read);
	str_release(&text);
}

static void a_value_wraps_and_its_error_has_rows_of_its_own(void **state)
{
	struct form_row *row = form_find(&form, "done");
	struct error err = {0};

	(void)state;
	assert_int_equal(form_row_height(&form, row, 40), 1);
	form_set(&form, "done", "measured the fence, called the inspector");
	assert_int_equal(form_row_height(&form, row, 40), 2);
	error_set(&err, ERROR_INVALID, "done", "too short");
	form_error(&form, &err);
	assert_int_equal(form_row_height(&form, row, 40), 3);
	form_hide(&form, "done", true);
	assert_int_equal(form_row_height(&form, row, 40), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_form, close_form)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(the_focus_passes_over_what_is_only_read),
	    TEST(a_hidden_row_is_passed_over),
	    TEST(one_letter_chooses_and_nothing_is_chosen_before),
	    TEST(a_refused_value_takes_the_cursor_there),
	    TEST(only_the_clerk_touches_a_form),
	    TEST(questions_come_and_go_with_the_topic),
	    TEST(a_row_moves_down_as_well_as_up),
	    TEST(a_draft_brings_back_what_was_typed),
	    TEST(a_value_wraps_and_its_error_has_rows_of_its_own),
	};

	text_locale_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
