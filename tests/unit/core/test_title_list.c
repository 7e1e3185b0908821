/* Titles that somebody asked not to be called by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/core/resident.h"

static void says(const struct title_list *list, const char *text)
{
	struct str out = STR_INIT;

	title_list_format(list, TITLE_LIST_MARK, &out);
	assert_string_equal(str_text(&out), text);
	str_release(&out);
}

static void a_title_is_one_however_it_is_written(void **state)
{
	struct title_list list = {0}, copy;

	(void)state;
	title_list_add(&list, "Mrs.");
	title_list_add(&list, "mrs");
	title_list_add(&list, " ");
	title_list_add(&list, "Señora");
	says(&list, "Mrs.|Señora");
	assert_true(title_list_has(&list, "MRS."));
	assert_true(title_list_has(&list, "senora"));
	assert_true(title_list_has(&list, "Se ñora"));
	assert_false(title_list_has(&list, "Ms."));
	assert_false(title_list_has(&list, NULL));
	title_list_copy(&copy, &list);
	title_list_remove(&list, "Mrs");
	title_list_remove(&list, "Dr.");
	says(&list, "Señora");
	says(&copy, "Mrs.|Señora");
	title_list_release(&list);
	title_list_release(&copy);
}

static void they_are_read_as_they_are_kept(void **state)
{
	struct title_list list = {0};

	(void)state;
	title_list_parse(" Mrs. | Miss||mrs.|", &list);
	says(&list, "Mrs.|Miss");
	title_list_parse(NULL, &list);
	title_list_parse("", &list);
	says(&list, "Mrs.|Miss");
	title_list_release(&list);
}

static void the_mark_between_two_is_no_title(void **state)
{
	struct error err = {0};

	(void)state;
	assert_true(title_list_check("Sra.", &err));
	assert_false(title_list_check("Mrs.|Miss", &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_string_equal(err.field, "title");
	assert_false(title_list_check(" ", &err));
}

static void a_refused_title_does_not_stay_the_records(void **state)
{
	struct resident resident = {0};
	char *dropped;

	(void)state;
	resident.name.title = mem_copy("Mrs.");
	assert_null(resident_drop_refused(&resident));
	assert_string_equal(resident.name.title, "Mrs.");
	title_list_add(&resident.refused_titles, "MRS");
	dropped = resident_drop_refused(&resident);
	assert_string_equal(dropped, "Mrs.");
	assert_null(resident.name.title);
	mem_replace(&dropped, NULL);
	resident_release(&resident);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_title_is_one_however_it_is_written),
	    cmocka_unit_test(they_are_read_as_they_are_kept),
	    cmocka_unit_test(the_mark_between_two_is_no_title),
	    cmocka_unit_test(a_refused_title_does_not_stay_the_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
