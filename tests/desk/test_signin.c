/*
 * test_signin.c - signing in, wrong PINs, roles, and a store's first hour
 */
#include <string.h>
#include <unistd.h>

#include "desk/desk_private.h"
#include "fixture.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/settings.h"
#include "frontdesk/desk/find.h"
#include "frontdesk/desk/init.h"
#include "frontdesk/desk/signin.h"

static void a_clerk_signs_in_by_login_or_name_at_a_window(void **state)
{
	struct fixture *fixture = *state;
	const struct desk_session *session = desk_session(fixture->desk);
	struct error err = {0};

	assert_string_equal(session->staff_name, "A. Ruiz");
	assert_string_equal(session->counter_window, "Window 1");
	fixture_ok(desk_sign_in(fixture->desk, "B. Chen", FIXTURE_PIN,
				fixture->windows[1], &err));
	assert_string_equal(session->login, "bchen");
	assert_string_equal(session->counter_window, "Window 2");
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM session "
						 "WHERE ended_at IS NULL"),
			 1);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit "
						 "WHERE action = 'sign_in'"),
			 2);
}

static void a_wrong_name_and_a_wrong_pin_sound_alike(void **state)
{
	struct fixture *fixture = *state;
	struct error name = {0}, err = {0};

	fixture_refused(desk_sign_in(fixture->desk, "aruiz", "1111",
				     fixture->windows[0], &err),
			ERROR_DENIED);
	name = err;
	fixture_refused(desk_sign_in(fixture->desk, "nobody", FIXTURE_PIN,
				     fixture->windows[0], &err),
			ERROR_DENIED);
	assert_string_equal(name.text, err.text);
	fixture_refused(desk_sign_in(fixture->desk, "", NULL, 0, &err),
			ERROR_DENIED);
	/* Whoever was signed in still is. */
	assert_string_equal(desk_session(fixture->desk)->login, "aruiz");
}

static void five_wrong_pins_block_for_a_minute(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	for (int i = 0; i < 5; i++)
		fixture_refused(desk_unlock(fixture->desk, "0000", &err),
				ERROR_DENIED);
	fixture_refused(desk_unlock(fixture->desk, FIXTURE_PIN, &err),
			ERROR_DENIED);
	assert_non_null(strstr(err.text, "wait a minute"));
	fixture_pass(fixture, CLOCK_MINUTE - CLOCK_SECOND);
	fixture_refused(desk_unlock(fixture->desk, FIXTURE_PIN, &err),
			ERROR_DENIED);
	fixture_pass(fixture, 2 * CLOCK_SECOND);
	fixture_ok(desk_unlock(fixture->desk, FIXTURE_PIN, &err));
}

static void a_right_pin_forgets_the_wrong_ones(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 4; i++)
			fixture_refused(
			    desk_unlock(fixture->desk, "0000", &err),
			    ERROR_DENIED);
		fixture_ok(desk_unlock(fixture->desk, FIXTURE_PIN, &err));
	}
}

static void the_account_is_the_way_in_of_the_command_line(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t before;

	before = fixture_number(fixture, "SELECT count(*) FROM audit");
	fixture_ok(desk_sign_in_account(fixture->desk, "mhale", &err));
	assert_int_equal(desk_session(fixture->desk)->role, ROLE_SUPERVISOR);
	fixture_refused(desk_sign_in_account(fixture->desk, "daemon", &err),
			ERROR_DENIED);
	/* A name is not an account. */
	fixture_refused(desk_sign_in_account(fixture->desk, "M. Hale", &err),
			ERROR_DENIED);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM audit"),
			 before);
}

static void who_sits_down_is_known_once_it_is_recorded(void **state)
{
	static const char SITTING[] =
	    "SELECT count(*) FROM session s JOIN staff USING (staff_id)"
	    " WHERE login = 'mhale' AND s.ended_at IS NULL"
	    " AND s.counter_window_id IS NOT NULL";
	struct fixture *fixture = *state;
	struct error err = {0};
	int64_t window = fixture_number(
	    fixture, "SELECT max(counter_window_id) FROM counter_window");

	fixture_ok(desk_sign_in_account(fixture->desk, "mhale", &err));
	/* Anywhere else a PIN is asked. */
	fixture_refused(desk_sit_down(fixture->desk, window, &err),
			ERROR_DENIED);
	fixture_refused(desk_record_sign_in(fixture->desk, &err), ERROR_DENIED);
	fixture->desk->is_demo = true;
	fixture_ok(desk_sit_down(fixture->desk, window, &err));
	assert_int_equal(desk_session(fixture->desk)->counter_window_id,
			 window);
	assert_int_equal(fixture_number(fixture, SITTING), 0);
	fixture_ok(desk_record_sign_in(fixture->desk, &err));
	assert_int_equal(fixture_number(fixture, SITTING), 1);
	assert_int_equal(
	    fixture_number(fixture, "SELECT count(*) FROM audit a JOIN staff s"
				    " ON s.staff_id = a.subject_id WHERE"
				    " a.action = 'sign_in' AND login = 'mhale'"
				    " AND a.actor_id = s.staff_id"),
	    1);
	desk_sign_out(fixture->desk);
	fixture_refused(desk_record_sign_in(fixture->desk, &err), ERROR_DENIED);
}

static void nobody_signed_in_may_do_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	desk_sign_out(fixture->desk);
	assert_int_equal(desk_session(fixture->desk)->staff_id, 0);
	fixture_refused(desk_may(fixture->desk, DUTY_SERVE, &err),
			ERROR_DENIED);
	fixture_refused(desk_unlock(fixture->desk, FIXTURE_PIN, &err),
			ERROR_DENIED);
	assert_int_equal(fixture_number(fixture, "SELECT count(*) FROM session "
						 "WHERE ended_at IS NULL"),
			 0);
}

static void only_an_administrator_changes_the_staff(void **state)
{
	struct fixture *fixture = *state;
	struct staff staff = {.login = "nlopez",
			      .name = "N. Lopez",
			      .formal_name = "Ms. Lopez",
			      .languages = "en es",
			      .in_until_minute = -1,
			      .is_active = true};
	struct staff_list list;
	struct error err = {0};

	fixture_refused(desk_save_staff(fixture->desk, &staff, "1357", &err),
			ERROR_DENIED);
	fixture_sign_in(fixture, FIXTURE_ADMIN);
	fixture_ok(desk_save_staff(fixture->desk, &staff, "1357", &err));
	fixture_refused(desk_save_staff(fixture->desk, &staff, "1357", &err),
			ERROR_CONFLICT);
	assert_string_equal(err.field, "login");
	fixture_refused(desk_save_staff(fixture->desk, &staff, "1", &err),
			ERROR_INVALID);
	fixture_ok(desk_sign_in(fixture->desk, "nlopez", "1357",
				fixture->windows[0], &err));
	fixture_ok(desk_list_staff(fixture->desk, &list, &err));
	assert_int_equal(list.count, FIXTURE_STAFF_COUNT + 1);
	for (size_t i = 0; i < list.count; i++)
		if (strcmp(list.items[i].login, "nlopez") == 0)
			assert_string_equal(list.items[i].languages, "en es");
	staff_list_release(&list);
}

static void the_last_administrator_stays(void **state)
{
	struct fixture *fixture = *state;
	struct staff me = {.staff_id = fixture->staff[FIXTURE_ADMIN],
			   .login = "sadmin",
			   .name = "S. Admin",
			   .formal_name = "S. Admin",
			   .role = ROLE_CLERK,
			   .in_until_minute = -1,
			   .is_active = true};
	struct error err = {0};

	fixture_sign_in(fixture, FIXTURE_ADMIN);
	fixture_refused(desk_save_staff(fixture->desk, &me, NULL, &err),
			ERROR_DENIED);
	me.role = ROLE_ADMINISTRATOR;
	fixture_ok(desk_save_staff(fixture->desk, &me, NULL, &err));
	/* The PIN that was not given stayed. */
	fixture_ok(desk_unlock(fixture->desk, FIXTURE_PIN, &err));
}

static const char *const sites[] = {"City Hall", "Annex"};
static const char *const windows[] = {"Window 1", "Window 2"};

static bool init(struct fixture *fixture, const char *zone, const char *pin,
		 struct error *err)
{
	const struct init_city city = {.city = "Mesa Alta",
				       .time_zone = zone,
				       .sites = sites,
				       .site_count = 2,
				       .windows = windows,
				       .window_count = 2,
				       .supervisor_name = "M. Hale",
				       .supervisor_login = "mhale",
				       .supervisor_pin = pin};

	return desk_init(fixture->path, settings_shared_dir(), &city, true,
			 &fixture->clock.clock, err);
}

static void a_new_city_has_its_counter_and_its_topics(void **state)
{
	struct fixture *fixture = *state;
	struct counter_window_list list;
	struct error err = {0};
	struct find find;

	fixture_ok(init(fixture, FIXTURE_ZONE, "9753", &err));
	fixture_refused(init(fixture, FIXTURE_ZONE, "9753", &err),
			ERROR_CONFLICT);
	fixture_ok(desk_open(fixture->path, settings_shared_dir(),
			     &fixture->clock.clock, &fixture->desk, &err));
	assert_string_equal(desk_city(fixture->desk), "Mesa Alta");
	assert_false(desk_is_demo(fixture->desk));
	assert_int_equal(strlen(desk_store_id(fixture->desk)), 36);
	assert_string_equal(desk_today(fixture->desk).text, "2026-11-23");
	fixture_ok(desk_list_windows(fixture->desk, &list, &err));
	assert_int_equal(list.count, 2);
	fixture_ok(desk_sign_in(fixture->desk, "mhale", "9753",
				list.items[0].counter_window_id, &err));
	counter_window_list_release(&list);
	fixture_ok(desk_may(fixture->desk, DUTY_MANAGE_STAFF, &err));
	fixture_ok(desk_find_topics(fixture->desk, "fence", 5, &find, &err));
	assert_true(find.count > 0);
	assert_string_equal(find.rows[0].title, "Fence permit");
	find_release(&find);
}

static void a_city_that_cannot_be_leaves_nothing_behind(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	fixture_refused(init(fixture, "Mars/Olympus", "9753", &err),
			ERROR_INVALID);
	fixture_refused(init(fixture, FIXTURE_ZONE, "1", &err), ERROR_INVALID);
	assert_int_not_equal(access(fixture->path, F_OK), 0);
	fixture_ok(init(fixture, FIXTURE_ZONE, "9753", &err));
}

#define DESK_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
#define BARE_TEST(name)                                                        \
	cmocka_unit_test_setup_teardown(name, fixture_setup_bare,              \
					fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_clerk_signs_in_by_login_or_name_at_a_window),
	    DESK_TEST(a_wrong_name_and_a_wrong_pin_sound_alike),
	    DESK_TEST(five_wrong_pins_block_for_a_minute),
	    DESK_TEST(a_right_pin_forgets_the_wrong_ones),
	    DESK_TEST(the_account_is_the_way_in_of_the_command_line),
	    DESK_TEST(who_sits_down_is_known_once_it_is_recorded),
	    DESK_TEST(nobody_signed_in_may_do_nothing),
	    DESK_TEST(only_an_administrator_changes_the_staff),
	    DESK_TEST(the_last_administrator_stays),
	    BARE_TEST(a_new_city_has_its_counter_and_its_topics),
	    BARE_TEST(a_city_that_cannot_be_leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
