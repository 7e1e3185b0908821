/*
 * frontdesk summary, run as a program, on a store with a small day in it.
 * Everybody in it is invented.
 */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "frontdesk/base/json.h"
#include "frontdesk/base/mem.h"
#include "paper.h"
#include "place.h"

static struct place place;
static char *usual_path;

/* What one run said, and how it ended. */
struct run {
	struct str out, complaints;
	int status;
};

static void run_release(struct run *run)
{
	str_release(&run->out);
	str_release(&run->complaints);
}

static void read_back(FILE *file, struct str *out)
{
	char block[4096];
	size_t len;

	rewind(file);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(out, block, len);
	fclose(file);
}

/* The program with the fixture's clock; the arguments end with NULL. */
static struct run summary(struct fixture *fixture, const char *const *arguments)
{
	const char *argv[16] = {"frontdesk", "--store", fixture->path,
				"summary"};
	FILE *out = tmpfile(), *complaints = tmpfile();
	struct run run = {0};
	char clock[128];
	FILE *file;
	pid_t child;

	for (size_t i = 0; arguments[i] != NULL; i++)
		argv[4 + i] = arguments[i];
	file = fopen(place_path(&place, "clock", clock, sizeof(clock)), "w");
	assert_non_null(file);
	fprintf(file, "%lld\n", (long long)fixture->clock.now);
	fclose(file);
	setenv("FRONTDESK_TEST_CLOCK", clock, 1);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(complaints), STDERR_FILENO);
		execv(FRONTDESK_FIXED, (char *const *)argv);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &run.status, 0), child);
	assert_true(WIFEXITED(run.status));
	run.status = WEXITSTATUS(run.status);
	read_back(out, &run.out);
	read_back(complaints, &run.complaints);
	return run;
}

#define SUMMARY(fixture, ...)                                                  \
	summary(fixture, (const char *const[]){__VA_ARGS__, NULL})

static void assert_contains(const struct str *text, const char *words)
{
	if (strstr(str_text(text), words) == NULL)
		fail_msg("\"%s\" is missing from:\n%s", words, str_text(text));
}

static void log_a_day(struct fixture *fixture)
{
	struct paper paper = paper_served(RESULT_ANSWERED);

	paper_enter(fixture, &paper, NULL);
	paper = paper_served(RESULT_COULD_NOT);
	paper.resident_id =
	    fixture_resident(fixture, "Ms.", "Elena", "Alvarez");
	paper_enter(fixture, &paper, NULL);
}

static void the_day_is_printed_on_standard_output(void **state)
{
	struct run run;

	fixture_account(*state, ROLE_CLERK);
	log_a_day(*state);
	run = SUMMARY(*state, "--day=today");
	assert_string_equal(str_text(&run.complaints), "");
	assert_int_equal(run.status, 0);
	assert_contains(&run.out, "Mesa Alta, City Hall");
	assert_contains(&run.out, "2 people came to the counter.");
	assert_contains(&run.out, "page 1 of ");
	run_release(&run);
}

static void csv_and_json_are_for_scripts(void **state)
{
	struct error err = {0};
	struct json *json;
	struct run run;

	fixture_account(*state, ROLE_CLERK);
	log_a_day(*state);
	run = SUMMARY(*state, "--format", "json", "--day", "2026-11-23");
	assert_int_equal(run.status, 0);
	assert_true(json_parse(str_text(&run.out), run.out.len, &json, &err));
	assert_int_equal(json_get_int(json_get(json, "visits"), "served", -1),
			 2);
	assert_int_equal(json_get_int(json_get(json, "wait"), "median_ms", -1),
			 MINUTES(5));
	json_free(json);
	run_release(&run);
	run = SUMMARY(*state, "--format=csv", "--day=today");
	assert_int_equal(run.status, 0);
	assert_contains(&run.out, "visits,served,2\r\n");
	assert_contains(&run.out, "wait,median_ms,300000\r\n");
	run_release(&run);
}

static void a_week_and_a_month_hold_the_day(void **state)
{
	static const struct {
		const char *option, *value, *from, *to;
	} cases[] = {
	    {"--week", "2026-11-29", "2026-11-23", "2026-11-29"},
	    {"--week", "2026-11-23", "2026-11-23", "2026-11-29"},
	    {"--month", "2026-11", "2026-11-01", "2026-11-30"},
	    {"--month", "2024-02-03", "2024-02-01", "2024-02-29"},
	    {"--day", "yesterday", "2026-11-22", "2026-11-22"},
	    {"--month", "0001-01", "0001-01-01", "0001-01-31"},
	};

	fixture_account(*state, ROLE_CLERK);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct run run = SUMMARY(*state, "--format", "csv",
					 cases[i].option, cases[i].value);
		char words[64];

		assert_int_equal(run.status, 0);
		snprintf(words, sizeof(words), "from,,%s\r\nto,,%s\r\n",
			 cases[i].from, cases[i].to);
		assert_contains(&run.out, words);
		run_release(&run);
	}
}

static void a_period_that_has_not_begun_is_refused(void **state)
{
	static const struct {
		const char *option, *value, *words;
	} cases[] = {
	    {"--day", "tomorrow", "2026-11-24 has not begun yet"},
	    {"--month", "2026-12", "2026-12-01 has not begun yet"},
	    {"--month", "9999-12", "9999-12-01 has not begun yet"},
	};

	fixture_account(*state, ROLE_CLERK);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct run run =
		    SUMMARY(*state, cases[i].option, cases[i].value);

		assert_int_not_equal(run.status, 0);
		assert_int_equal(run.out.len, 0);
		assert_contains(&run.complaints, cases[i].words);
		run_release(&run);
	}
}

/* Who came is of every topic and site; a pipe sees no progress. */
static void a_summary_is_of_a_site_a_department_or_a_topic(void **state)
{
	static const struct {
		const char *arguments[5];
		const char *words[3];
	} cases[] = {
	    {{"--site", "city", "--format=csv"},
	     {"site,,City Hall\r\n", "visits,arrived,2\r\n",
	      "scope,all_sites,no\r\n"}},
	    {{"--all-sites", "--format=csv"},
	     {"site,,all sites\r\n", "visits,arrived,2\r\n",
	      "patterns,,n/a\r\n"}},
	    {{"--topic", "fence", "--format=csv"},
	     {"scope,topic,Fence permit\r\n", "visits,arrived,2\r\n",
	      "windows,,n/a\r\n"}},
	    {{"--department", "animal", "--week=today", "--format=csv"},
	     {"scope,department,Animal Services\r\n", "visits,arrived,0\r\n",
	      "compared,with,week\r\n"}},
	    {{"--topic", "DOG LICENCE"},
	     {"Mesa Alta, City Hall: Dog licence",
	      "Only what is about \"Dog licence\" is counted here.",
	      "Nobody came to the counter"}},
	    {{"--month", "2026-11", "--format=csv"},
	     {"compared,with,month\r\n", "compared,from,2026-10-01\r\n",
	      "compared,to,2026-10-31\r\n"}},
	};

	fixture_account(*state, ROLE_CLERK);
	log_a_day(*state);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct run run = summary(*state, cases[i].arguments);

		assert_string_equal(str_text(&run.complaints), "");
		assert_int_equal(run.status, 0);
		for (size_t j = 0; j < MEM_COUNT(cases[i].words); j++)
			assert_contains(&run.out, cases[i].words[j]);
		run_release(&run);
	}
}

static void what_is_not_understood_is_said_in_words(void **state)
{
	static const struct {
		const char *arguments[4];
		const char *words;
	} cases[] = {
	    {{"--day", "2026-02-30"}, "2026-02-30"},
	    {{"--month", "2026-13"}, "2026-13"},
	    {{"--day"}, "--day"},
	    {{"--format", "xml"}, "xml"},
	    {{"--from", "2026-11-23"}, "--to"},
	    {{"--day=today", "--week=today"}, "choose one"},
	    {{"--from=2026-11-23", "--to=2026-11-22"}, "before"},
	    {{"--nonsense"}, "--nonsense"},
	    {{"--site"}, "--site"},
	    {{"--site=City", "--all-sites"}, "--all-sites"},
	    {{"--topic=dog", "--department=plan"}, "--department"},
	    {{"--site=Nowhere"}, "no site is called \"Nowhere\""},
	    {{"--department=Nobody"}, "no department is called \"Nobody\""},
	    {{"--topic=p"}, "may be several topics"},
	    {{"2026-11-23"}, "--day"},
	    {{"--print", "--format=csv"}, "only text and PDF"},
	    {{"--print", "--copies=0"}, "1 to 99"},
	    {{"--print", "--pages=2-1"}, "1-2"},
	    {{"--copies=2"}, "go with --print"},
	    {{"--form-feeds", "--format=json"}, "goes with text"},
	    {{"--pages=1"}, "go with --print"},
	    {{"--day", "monday"}, "--day \"monday\": this is not a day"},
	    {{"--from", "x", "--to", "today"}, "--from \"x\": this is not"},
	    {{"--from", "today", "--to", "y"}, "--to \"y\": this is not"},
	    {{"--week", "47"}, "--week \"47\": this is not a day"},
	    {{"--month", "november"},
	     "--month \"november\": this is not a month: write it as 2026-11"},
	    {{"--month", "2026-13"}, "\"2026-13\": this is not a month"},
	    {{"--week", "9999-12-31"}, "choose an earlier week"},
	    {{"--output", ""}, "--output has no name behind it"},
	    {{"--format=pdf", "--output", "/tmp"}, "/tmp is a folder: name a"},
	    {{"--output", "/tmp"}, "only the tables of --format csv"},
	    {{"--print", "--pages", "1,", "3"},
	     "--pages \"1,\": pages are given as 1-2, or 1,3-4, without"},
	    {{"--print", "--copies=100"}, "--copies \"100\": print 1 to 99"},
	    {{"--site=Nowhere"}, "there is only City Hall"},
	    {{"--topic=Nothing"}, "there are Dog licence, "},
	};

	fixture_account(*state, ROLE_SUPERVISOR);
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct run run = summary(*state, cases[i].arguments);

		if (run.status != 2)
			fail_msg("%s %s: status %d", cases[i].arguments[0],
				 cases[i].arguments[1], run.status);
		assert_string_equal(str_text(&run.out), "");
		assert_contains(&run.complaints, "frontdesk: ");
		assert_contains(&run.complaints, cases[i].words);
		assert_null(
		    strchr(strchr(str_text(&run.complaints), '\n') + 1, '\n'));
		run_release(&run);
	}
}

static void names_are_for_supervisors(void **state)
{
	struct run run;

	fixture_account(*state, ROLE_CLERK);
	log_a_day(*state);
	run = SUMMARY(*state, "--names");
	assert_int_equal(run.status, 1);
	assert_string_equal(str_text(&run.out), "");
	run_release(&run);
}

static void a_supervisor_sees_names_where_they_are_asked_for(void **state)
{
	struct run run;

	fixture_account(*state, ROLE_SUPERVISOR);
	log_a_day(*state);
	run = SUMMARY(*state, "--day=today");
	assert_int_equal(run.status, 0);
	assert_null(strstr(str_text(&run.out), "Alvarez"));
	run_release(&run);
	run = SUMMARY(*state, "--names");
	assert_int_equal(run.status, 0);
	assert_contains(&run.out, "For: Ms. Elena Alvarez");
	run_release(&run);
}

static void the_same_day_is_the_same_file(void **state)
{
	struct run run, again;
	struct str file = STR_INIT;
	char path[128];

	fixture_account(*state, ROLE_CLERK);
	log_a_day(*state);
	place_path(&place, "day.txt", path, sizeof(path));
	run = SUMMARY(*state, "--output", path);
	assert_int_equal(run.status, 0);
	assert_string_equal(str_text(&run.out), "");
	again = SUMMARY(*state, "--day=today");
	read_back(fopen(path, "r"), &file);
	assert_string_equal(str_text(&file), str_text(&again.out));
	assert_true(file.len > 1000);
	str_release(&file);
	run_release(&run);
	run_release(&again);
}

static void a_file_that_cannot_be_written_is_named(void **state)
{
	struct run run;

	fixture_account(*state, ROLE_CLERK);
	run = SUMMARY(*state, "--output", "/nowhere/day.txt");
	assert_int_equal(run.status, 1);
	assert_contains(&run.complaints, "/nowhere/day.txt");
	run_release(&run);
}

/* An lp of the test's own, first on PATH until the test is over. */
static void put_lp(const char *answer)
{
	struct str search = STR_INIT;
	char path[128];
	FILE *file = fopen(place_path(&place, "lp", path, sizeof(path)), "w");

	assert_non_null(file);
	fprintf(file,
		"#!/bin/sh\necho \"$@\" >'%s/asked'\ncat >'%s/paper'\n"
		"echo '%s'\n",
		place.path, place.path, answer);
	fclose(file);
	chmod(path, 0700);
	str_addf(&search, "%s:%s", place.path, usual_path);
	setenv("PATH", str_text(&search), 1);
	str_release(&search);
}

static void lp_was_given(const char *name, struct str *out)
{
	char path[128];

	str_clear(out);
	read_back(fopen(place_path(&place, name, path, sizeof(path)), "r"),
		  out);
}

static void print_hands_the_pages_to_lp(void **state)
{
	struct str paper = STR_INIT;
	struct run run;

	fixture_account(*state, ROLE_SUPERVISOR);
	log_a_day(*state);
	put_lp("request id is front-7 (1 file(s))");
	run = SUMMARY(*state, "--print=front", "--copies=2", "--pages=1");
	assert_string_equal(str_text(&run.complaints), "");
	assert_int_equal(run.status, 0);
	assert_string_equal(str_text(&run.out), "Printed: front-7\n");
	lp_was_given("asked", &paper);
	assert_string_equal(str_text(&paper),
			    "-d front -n 2 -t Frontdesk Monday, November 23, "
			    "2026 -P 1 -o "
			    "document-format=text/plain;charset=utf-8 "
			    "-o cpi=12 -o page-left=54 -\n");
	lp_was_given("paper", &paper);
	assert_contains(&paper, "2 people came to the counter.");
	assert_non_null(strchr(str_text(&paper), '\f'));
	str_release(&paper);
	run_release(&run);
}

static void a_job_is_named_by_its_days_and_by_whose_they_are(void **state)
{
	static const struct {
		const char *arguments[6], *title;
	} cases[] = {
	    {{"--print", "--month", "2026-11", "--topic", "fence"},
	     "-t Frontdesk November 2026, Fence permit -o"},
	    {{"--print", "--week", "2026-11-23", "--all-sites"},
	     "-t Frontdesk Week of November 23 to 29, 2026, all sites -o"},
	    {{"--print", "--day", "today", "--department", "animal"},
	     "-t Frontdesk Monday, November 23, 2026, Animal Services -o"},
	    {{"--print", "--month", "2026-11", "--corrections"},
	     "-t Frontdesk, what changed since, November 2026 -o"},
	};
	struct str asked = STR_INIT;

	fixture_account(*state, ROLE_SUPERVISOR);
	put_lp("request id is front-7 (1 file(s))");
	for (size_t i = 0; i < MEM_COUNT(cases); i++) {
		struct run run = summary(*state, cases[i].arguments);

		assert_string_equal(str_text(&run.complaints), "");
		assert_int_equal(run.status, 0);
		lp_was_given("asked", &asked);
		assert_contains(&asked, cases[i].title);
		run_release(&run);
	}
	str_release(&asked);
}

static void a_job_without_a_number_is_said(void **state)
{
	struct run run;

	fixture_account(*state, ROLE_SUPERVISOR);
	put_lp("");
	run = SUMMARY(*state, "--print");
	assert_int_equal(run.status, 0);
	assert_string_equal(str_text(&run.out),
			    "Printed; lp gave no number for the job.\n");
	run_release(&run);
}

static int set_up(void **state)
{
	usual_path = mem_copy(getenv("PATH"));
	place_open(&place);
	return fixture_setup(state);
}

static int tear_down(void **state)
{
	place_close(&place);
	setenv("PATH", usual_path, 1);
	free(usual_path);
	return fixture_teardown(state);
}

#define SUMMARY_TEST(name)                                                     \
	cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    SUMMARY_TEST(the_day_is_printed_on_standard_output),
	    SUMMARY_TEST(csv_and_json_are_for_scripts),
	    SUMMARY_TEST(a_week_and_a_month_hold_the_day),
	    SUMMARY_TEST(a_period_that_has_not_begun_is_refused),
	    SUMMARY_TEST(a_summary_is_of_a_site_a_department_or_a_topic),
	    SUMMARY_TEST(what_is_not_understood_is_said_in_words),
	    SUMMARY_TEST(names_are_for_supervisors),
	    SUMMARY_TEST(a_supervisor_sees_names_where_they_are_asked_for),
	    SUMMARY_TEST(the_same_day_is_the_same_file),
	    SUMMARY_TEST(a_file_that_cannot_be_written_is_named),
	    SUMMARY_TEST(print_hands_the_pages_to_lp),
	    SUMMARY_TEST(a_job_without_a_number_is_said),
	    SUMMARY_TEST(a_job_is_named_by_its_days_and_by_whose_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
