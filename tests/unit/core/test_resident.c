/*
 * test_resident.c - streets and search keys, and who may do what
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/resident.h"
#include "frontdesk/core/staff.h"

static void expect_street(const char *address, const char *street)
{
	struct str out = STR_INIT;

	reach_add_street(address, &out);
	assert_string_equal(str_text(&out), street);
	str_release(&out);
}

static void a_street_has_no_number_and_no_flat(void **state)
{
	(void)state;
	expect_street("12021 Heacock St", "Heacock St");
	expect_street("12021-B Heacock St", "Heacock St");
	expect_street("12021 1/2 Heacock St, Mesa Alta, CA", "Heacock St");
	expect_street("24880 Ironwood Ave Apt 4", "Ironwood Ave");
	expect_street("24880 Ironwood Ave. #4", "Ironwood Ave.");
	expect_street("7 Unity Ct", "Unity Ct");
	expect_street("Fir Ave", "Fir Ave");
	expect_street("", "");
	expect_street("12021", "12021");
}

static void a_numbered_street_keeps_its_number(void **state)
{
	(void)state;
	expect_street("305 5th Ave", "5th Ave");
	expect_street("42nd St", "42nd St");
	expect_street("1600 1st Street Suite 2", "1st Street");
}

static void expect_key(enum reach_kind kind, const char *value, const char *key)
{
	struct str out = STR_INIT;

	reach_add_search_key(kind, value, &out);
	assert_string_equal(str_text(&out), key);
	str_release(&out);
}

static void a_key_begins_with_what_is_known_first(void **state)
{
	(void)state;
	expect_key(REACH_TELEPHONE, "(951) 555-0142", "2410555159");
	expect_key(REACH_EMAIL, "Elena@Example.org", "elena example org");
	expect_key(REACH_ADDRESS, "12021 Heacock St", "heacock st 12021");
	expect_key(REACH_ADDRESS, "Heacock St", "heacock st");
	expect_key(REACH_ADDRESS, "3 Peña Rd Apt 4", "pena rd 3 apt 4");
}

static void a_copy_is_its_own(void **state)
{
	struct resident a = {.resident_id = 7, .edition = 3}, b;

	(void)state;
	a.name.surname = mem_copy("Sosa");
	resident_add_reach(&a, REACH_EMAIL, "a@example.org");
	a.reaches[0].reach_id = 5;
	resident_copy(&b, &a);
	resident_release(&a);
	assert_string_equal(b.name.surname, "Sosa");
	assert_int_equal(b.reaches[0].reach_id, 5);
	assert_string_equal(b.reaches[0].value, "a@example.org");
	assert_int_equal(b.edition, 3);
	resident_release(&b);
}

static void a_language_is_a_tag(void **state)
{
	static const char *const good[] = {"es", "zh-Hant", "fil", "es-MX", ""};
	static const char *const bad[] = {"Spanish", "e", "es_MX", "-es",
					  "español"};
	struct error err = {0};
	struct resident resident = {.name = {.surname = "Sosa"}};

	(void)state;
	for (size_t i = 0; i < MEM_COUNT(good); i++) {
		resident.language = (char *)good[i];
		assert_true(resident_check(&resident, &err));
	}
	for (size_t i = 0; i < MEM_COUNT(bad); i++) {
		resident.language = (char *)bad[i];
		assert_false(resident_check(&resident, &err));
		assert_string_equal(err.field, "language");
	}
}

static void a_clerk_prints_nothing_and_voids_nobody_elses(void **state)
{
	(void)state;
	assert_true(role_may(ROLE_CLERK, DUTY_SERVE));
	assert_true(role_may(ROLE_STAFF, DUTY_READ_DAY));
	assert_false(role_may(ROLE_CLERK, DUTY_PRINT_DAY));
	assert_false(role_may(ROLE_STAFF, DUTY_VOID_ANY));
	assert_true(role_may(ROLE_SUPERVISOR, DUTY_PRINT_DAY));
	assert_true(role_may(ROLE_SUPERVISOR, DUTY_IMPORT));
	assert_false(role_may(ROLE_SUPERVISOR, DUTY_MANAGE_STAFF));
	assert_true(role_may(ROLE_ADMINISTRATOR, DUTY_MANAGE_STAFF));
}

static void a_role_is_read_by_its_name(void **state)
{
	struct error err = {0};
	enum role role;

	(void)state;
	assert_true(role_parse("supervisor", &role, &err));
	assert_int_equal(role, ROLE_SUPERVISOR);
	assert_false(role_parse("boss", &role, &err));
	assert_string_equal(err.field, "role");
}

static void staff_have_an_account_a_name_and_languages(void **state)
{
	struct staff staff = {.login = "aruiz",
			      .name = "A. Ruiz",
			      .formal_name = "Ms. Ruiz",
			      .languages = "en es",
			      .in_until_minute = -1};
	struct error err = {0};

	(void)state;
	assert_true(staff_check(&staff, &err));
	staff.languages = "English, Spanish";
	assert_false(staff_check(&staff, &err));
	assert_string_equal(err.field, "languages");
	staff.languages = NULL;
	staff.login = "a ruiz";
	assert_false(staff_check(&staff, &err));
	assert_string_equal(err.field, "login");
	staff.login = "aruiz";
	staff.name = "";
	assert_false(staff_check(&staff, &err));
	assert_string_equal(err.field, "name");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_street_has_no_number_and_no_flat),
	    cmocka_unit_test(a_numbered_street_keeps_its_number),
	    cmocka_unit_test(a_key_begins_with_what_is_known_first),
	    cmocka_unit_test(a_copy_is_its_own),
	    cmocka_unit_test(a_language_is_a_tag),
	    cmocka_unit_test(a_clerk_prints_nothing_and_voids_nobody_elses),
	    cmocka_unit_test(a_role_is_read_by_its_name),
	    cmocka_unit_test(staff_have_an_account_a_name_and_languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
