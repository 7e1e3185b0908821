/*
 * test_settings.c - settings files, and where files lie
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frontdesk/base/settings.h"

/* Invented homes: everything lies in one folder that the test removes. */
static char home[40];

static int set_up(void **state)
{
	(void)state;
	strcpy(home, "/tmp/frontdesk-set-XXXXXX");
	if (mkdtemp(home) == NULL)
		return -1;
	setenv("HOME", home, 1);
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("XDG_DATA_HOME");
	unsetenv("XDG_STATE_HOME");
	unsetenv("FRONTDESK_DATA_DIR");
	unsetenv("NO_COLOR");
	return 0;
}

static void in_home(const char *below, char out[200])
{
	snprintf(out, 200, "%s/%s", home, below);
}

static int tear_down(void **state)
{
	/* Deepest first; what a test did not make is not there. */
	static const char *const parts[] = {".config/frontdesk/frontdesk.conf",
					    ".config/frontdesk",
					    ".config",
					    ".local/share/frontdesk",
					    ".local/share",
					    ".local/state/frontdesk",
					    ".local/state",
					    ".local",
					    "data/frontdesk",
					    "data",
					    "conf",
					    NULL};
	char path[200];
	size_t i;

	(void)state;
	for (i = 0; parts[i] != NULL; i++) {
		in_home(parts[i], path);
		remove(path);
	}
	return rmdir(home);
}

static bool read_settings(const char *text, struct settings *out,
			  struct error *err)
{
	char path[200];
	FILE *file;

	in_home("conf", path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	memset(out, 0, sizeof(*out));
	return settings_read(out, path, err);
}

static void every_setting_is_read(void **state)
{
	struct settings settings;
	struct error err;

	(void)state;
	assert_true(read_settings("; the counter\n"
				  "[store]\npath = /srv/desk.db\n"
				  "[desk]\nwindow = Window 2\n"
				  "lock_minutes = 7\n"
				  "serving_lock_minutes=20\n"
				  "[print]\nprinter = front\npaper = a4\n"
				  "slips = pdf\nsummary = pdf\n"
				  "[screen]\nescape_delay = 100\n"
				  "ascii_lines = yes\ncolour = no\n",
				  &settings, &err));
	assert_string_equal(settings.store, "/srv/desk.db");
	assert_string_equal(settings.counter_window, "Window 2");
	assert_string_equal(settings.printer, "front");
	assert_int_equal(settings.paper, PAPER_A4);
	assert_true(settings.slips_as_pdf);
	assert_true(settings.summary_as_pdf);
	assert_int_equal(settings.escape_delay, 100);
	assert_int_equal(settings.lock_minutes, 7);
	assert_int_equal(settings.serving_lock_minutes, 20);
	assert_true(settings.ascii_lines);
	assert_true(settings.no_colour);
	settings_release(&settings);
}

static void check_refused(const char *text, const char *words)
{
	struct settings settings;
	struct error err;

	assert_false(read_settings(text, &settings, &err));
	assert_int_equal(err.code, ERROR_INVALID);
	assert_non_null(strstr(err.text, "/conf, "));
	if (strstr(err.text, words) == NULL)
		assert_string_equal(err.text, words);
	settings_release(&settings);
}

static void a_wrong_setting_is_refused_with_its_line(void **state)
{
	(void)state;
	check_refused("[desk]\n\nlock_minutes = 0\n", "line 3: lock_minutes");
	check_refused("[desk]\nlock_minutes = 5 min\n", "1 to 240");
	check_refused("[screen]\nescape_delay = 1001\n", "line 2");
	check_refused("[screen]\nascii_lines = maybe\n", "yes or no");
	check_refused("[screen]\ncolor = no\n", "no setting");
	check_refused("[desk]\nnonsense\n", "line 2");
	check_refused("[print]\npaper = A5\n", "letter or a4");
	check_refused("[print]\nslips = html\n", "text or pdf");
	check_refused("[print]\nsummary = html\n", "text or pdf");
	check_refused("[print]\nprinter = a\033b\n", "line 2");
	check_refused("[desk]\nlock_minutes = 0\n[screen]\ncolor = no\n"
		      "colour = maybe\n",
		      "1 to 240 minutes; also wrong: line 4, 5");
	check_refused("[desk]\nnonsense\nlock_minutes = 0\n",
		      "also wrong: line 2");
}

static void a_missing_file_changes_nothing(void **state)
{
	struct settings settings = {.lock_minutes = 3};
	struct error err;
	char path[200];

	(void)state;
	in_home("missing", path);
	assert_true(settings_read(&settings, path, &err));
	assert_int_equal(settings.lock_minutes, 3);
	assert_false(settings_read(&settings, home, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
}

static void the_person_s_file_stands_over_what_is_usual(void **state)
{
	struct settings settings;
	struct error err;
	char path[200];
	FILE *file;

	(void)state;
	/* An administrator's file would stand under the person's. */
	if (access("/etc/frontdesk/frontdesk.conf", F_OK) == 0)
		skip();
	assert_true(settings_load(&settings, &err));
	assert_int_equal(settings.escape_delay, 25);
	assert_int_equal(settings.lock_minutes, 5);
	assert_int_equal(settings.serving_lock_minutes, 15);
	assert_false(settings.no_colour);
	settings_release(&settings);

	in_home(".config", path);
	mkdir(path, 0700);
	in_home(".config/frontdesk", path);
	mkdir(path, 0700);
	in_home(".config/frontdesk/frontdesk.conf", path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("[desk]\nlock_minutes = 9\n[screen]\ncolour = yes\n", file);
	fclose(file);
	setenv("NO_COLOR", "1", 1);
	assert_true(settings_load(&settings, &err));
	assert_int_equal(settings.lock_minutes, 9);
	assert_true(settings.no_colour);
	settings_release(&settings);
}

static void folders_are_made_for_their_owner_alone(void **state)
{
	struct str dir = STR_INIT;
	struct error err;
	struct stat there;
	char expected[200];

	(void)state;
	assert_true(settings_data_dir(&dir, &err));
	in_home(".local/share/frontdesk", expected);
	assert_string_equal(dir.text, expected);
	assert_int_equal(stat(dir.text, &there), 0);
	assert_int_equal(there.st_mode & 0777, 0700);
	str_clear(&dir);
	/* a relative folder is passed over */
	setenv("XDG_STATE_HOME", "state", 1);
	assert_true(settings_state_dir(&dir, &err));
	in_home(".local/state/frontdesk", expected);
	assert_string_equal(dir.text, expected);
	str_clear(&dir);
	in_home("data", expected);
	setenv("XDG_DATA_HOME", expected, 1);
	assert_true(settings_data_dir(&dir, &err));
	in_home("data/frontdesk", expected);
	assert_string_equal(dir.text, expected);
	assert_true(settings_data_dir(&dir, &err)); /* it is there already */
	str_release(&dir);
}

static void a_folder_that_cannot_be_made_is_an_error(void **state)
{
	struct str dir = STR_INIT;
	struct error err;

	(void)state;
	setenv("XDG_DATA_HOME", "/dev/null/x", 1);
	assert_false(settings_data_dir(&dir, &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
	assert_string_equal(str_text(&dir), "");
	str_release(&dir);
}

static void the_shared_folder_can_be_chosen(void **state)
{
	struct stat there;

	(void)state;
	setenv("FRONTDESK_DATA_DIR", "/srv/city", 1);
	assert_string_equal(settings_shared_dir(), "/srv/city");
	unsetenv("FRONTDESK_DATA_DIR");
	assert_int_equal(stat(settings_shared_dir(), &there), 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void write_own(const char *text)
{
	char path[200];
	FILE *file;

	in_home(".config", path);
	mkdir(path, 0700);
	in_home(".config/frontdesk", path);
	mkdir(path, 0700);
	in_home(".config/frontdesk/frontdesk.conf", path);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void expect_own(const char *expected)
{
	char path[200], text[1000];
	FILE *file;

	in_home(".config/frontdesk/frontdesk.conf", path);
	file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(text, expected);
}

static void a_setting_is_kept_in_a_file_that_was_not_there(void **state)
{
	struct settings settings;
	struct error err = {0};

	(void)state;
	assert_true(settings_keep("print", "printer", "counter", &err));
	expect_own("[print]\nprinter = counter\n");
	assert_true(settings_load(&settings, &err));
	assert_string_equal(settings.printer, "counter");
	settings_release(&settings);
}

static void keeping_a_setting_leaves_every_other_line(void **state)
{
	struct error err = {0};

	(void)state;
	write_own("; ours\n[desk]\nwindow = Window 2\n\n[print]\n"
		  "slip_columns = 42 ; narrow\nprinter=old\n\n[mail]\n"
		  "from = printer@city.example\n");
	assert_true(settings_keep("print", "printer", "yard-2", &err));
	expect_own("; ours\n[desk]\nwindow = Window 2\n\n[print]\n"
		   "slip_columns = 42 ; narrow\nprinter = yard-2\n\n[mail]\n"
		   "from = printer@city.example\n");
}

static void a_kept_setting_is_put_into_its_section(void **state)
{
	struct error err = {0};

	(void)state;
	write_own("[print]\nslip_columns = 42\n\n[screen]\nprinter = x");
	assert_true(settings_keep("print", "printer", "yard-2", &err));
	expect_own("[print]\nprinter = yard-2\nslip_columns = 42\n\n"
		   "[screen]\nprinter = x\n");
	assert_true(settings_keep("desk", "window", "Window 4", &err));
	expect_own("[print]\nprinter = yard-2\nslip_columns = 42\n\n"
		   "[screen]\nprinter = x\n\n[desk]\nwindow = Window 4\n");
}

static void a_setting_that_cannot_be_kept_is_said(void **state)
{
	struct error err = {0};
	char path[200];

	(void)state;
	in_home(".config", path);
	assert_int_equal(mkdir(path, 0700), 0);
	in_home(".config/frontdesk", path);
	fclose(fopen(path, "w"));
	assert_false(settings_keep("print", "printer", "yard-2", &err));
	assert_int_equal(err.code, ERROR_SYSTEM);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(every_setting_is_read),
	    TEST(a_wrong_setting_is_refused_with_its_line),
	    TEST(a_missing_file_changes_nothing),
	    TEST(the_person_s_file_stands_over_what_is_usual),
	    TEST(folders_are_made_for_their_owner_alone),
	    TEST(a_folder_that_cannot_be_made_is_an_error),
	    TEST(the_shared_folder_can_be_chosen),
	    TEST(a_setting_is_kept_in_a_file_that_was_not_there),
	    TEST(keeping_a_setting_leaves_every_other_line),
	    TEST(a_kept_setting_is_put_into_its_section),
	    TEST(a_setting_that_cannot_be_kept_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
