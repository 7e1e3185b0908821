/*
 * test_cue.c - frontdesk cue, run as a program; every name here is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "frontdesk/base/str.h"

#define AT "\"at\":\"2026-03-10T09:05\""

/* What one run said, and how it ended. */
struct run {
	struct str out, complaints;
	int status;
};

static FILE *temporary(const char *text, size_t len)
{
	FILE *file = tmpfile();

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, len, file), len);
	assert_int_equal(fflush(file), 0);
	rewind(file);
	return file;
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

static struct run cue_n(const char *text, size_t len)
{
	FILE *in = temporary(text, len);
	FILE *out = temporary("", 0), *complaints = temporary("", 0);
	struct run run = {0};
	pid_t child = fork();

	assert_true(child >= 0);
	if (!child) {
		dup2(fileno(in), STDIN_FILENO);
		dup2(fileno(out), STDOUT_FILENO);
		dup2(fileno(complaints), STDERR_FILENO);
		execl(FRONTDESK, "frontdesk", "cue", (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &run.status, 0), child);
	assert_true(WIFEXITED(run.status));
	run.status = WEXITSTATUS(run.status);
	fclose(in);
	read_back(out, &run.out);
	read_back(complaints, &run.complaints);
	return run;
}

static struct run cue(const char *text)
{
	return cue_n(text, strlen(text));
}

static void run_release(struct run *run)
{
	str_release(&run->out);
	str_release(&run->complaints);
}

static void expect_answer(const char *question, const char *answer)
{
	struct run run = cue(question);

	assert_string_equal(str_text(&run.complaints), "");
	assert_string_equal(str_text(&run.out), answer);
	assert_int_equal(run.status, 0);
	run_release(&run);
}

static void all_eight_keys_are_always_there(void **state)
{
	(void)state;
	expect_answer(
	    "{" AT ",\"lang\":\"en\",\"resident\":{\"title\":\"Ms.\","
	    "\"given\":\"Elena\",\"surname\":\"Alvarez\","
	    "\"first_name_ok\":\"no\"}}\n",
	    "{\"greet\":\"Good morning, Ms. Alvarez.\","
	    "\"close\":\"Thank you, Ms. Alvarez.\",\"address\":\"Ms. Alvarez\","
	    "\"ask\":null,\"hint\":null,\"reference\":null,"
	    "\"language\":\"en\",\"english\":null}\n");
	expect_answer(
	    "{\"at\":\"2026-03-10T20:00:30\",\"lang\":\"es\",\"resident\":{"
	    "\"given\":\"Inés\",\"surname\":\"Rey\",\"say_as\":\"ee-NESS\","
	    "\"pronouns\":\"ella\",\"retired\":true}}\n",
	    "{\"greet\":\"Buenas noches, Inés Rey.\","
	    "\"close\":\"Gracias, Inés Rey.\",\"address\":\"Inés Rey\","
	    "\"ask\":\"¿Cómo prefiere que me dirija a usted?\","
	    "\"hint\":\"ee-NESS\",\"reference\":\"ella\","
	    "\"language\":\"es\",\"english\":\"Good evening, Inés Rey.\"}\n");
}

/* In and out of one run: the texts of a line are not those of the one before.
 */
static void each_line_is_answered_for_itself(void **state)
{
	(void)state;
	expect_answer(
	    "\xef\xbb\xbf{" AT ",\"lang\":\"zh-TW\",\"resident\":{"
	    "\"title\":\"女士\",\"given\":\"美玲\",\"surname\":\"陳\","
	    "\"say_as\":\"chen\"}}\n"
	    "{" AT ",\"lang\":\"tl\",\"resident\":{\"chaplain\":\"yes\","
	    "\"retired\":true,\"rank\":\"MAJ\",\"surname\":\"Cruz\"}}\n",
	    "{\"greet\":\"陳女士，早安。\",\"close\":\"陳女士，謝謝您。\","
	    "\"address\":\"陳女士\",\"ask\":null,\"hint\":\"chen\","
	    "\"reference\":null,\"language\":\"zh-Hant\","
	    "\"english\":\"Good morning, 陳女士.\"}\n"
	    "{\"greet\":\"Magandang umaga po, Chaplain Cruz.\","
	    "\"close\":\"Maraming salamat po, Chaplain Cruz.\","
	    "\"address\":\"Chaplain Cruz\",\"ask\":null,\"hint\":null,"
	    "\"reference\":null,\"language\":\"fil\","
	    "\"english\":\"Good morning, Chaplain Cruz.\"}\n");
}

static void a_hidden_mark_is_left_out_and_the_person_greeted(void **state)
{
	(void)state;
	expect_answer(
	    "{" AT ",\"lang\":\"en\",\"resident\":{\"given\":\"Ele\\u202ena\","
	    "\"surname\":\"\\u001b[2JRey\\n\",\"pronouns\":\"\\u200e\"}}\n",
	    "{\"greet\":\"Good morning, Elena [2JRey.\","
	    "\"close\":\"Thank you, Elena [2JRey.\","
	    "\"address\":\"Elena [2JRey\","
	    "\"ask\":\"How would you like me to address you?\",\"hint\":null,"
	    "\"reference\":null,\"language\":\"en\",\"english\":null}\n");
}

static void an_unnamed_visitor_is_greeted(void **state)
{
	static const char answer[] =
	    "{\"greet\":\"Good morning.\",\"close\":\"Thank you.\","
	    "\"address\":null,"
	    "\"ask\":\"How would you like me to address you?\","
	    "\"hint\":null,\"reference\":null,"
	    "\"language\":\"en\",\"english\":null}\n";

	(void)state;
	expect_answer("{" AT "}\n", answer);
	expect_answer("{" AT ",\"lang\":\"en\",\"resident\":null}", answer);
	expect_answer("\r\n{" AT ",\"lang\":\"en\",\"resident\":{}}\r\n\n",
		      answer);
	expect_answer(" \t\n  \r\n{" AT "}\n   ", answer);
}

/* The second of three lines is refused in words; the others are answered. */
static void expect_refused(const char *line, size_t len, const char *words)
{
	static const char fine[] = "{" AT ",\"lang\":\"en\"}\n";
	struct str text = STR_INIT;
	struct run run;
	size_t answers = 0;

	str_add(&text, fine);
	str_add_n(&text, line, len);
	str_add_char(&text, '\n');
	str_add(&text, fine);
	run = cue_n(str_text(&text), text.len);
	for (const char *at = str_text(&run.out); (at = strchr(at, '\n')); at++)
		answers++;
	assert_int_equal(answers, 2);
	assert_int_equal(run.status, 1);
	if (strncmp(str_text(&run.complaints), "frontdesk: line 2: ", 19) ||
	    !strstr(str_text(&run.complaints), words))
		fail_msg("\"%s\" is not in \"%s\"", words,
			 str_text(&run.complaints));
	assert_ptr_equal(strchr(str_text(&run.complaints), '\n') + 1,
			 str_text(&run.complaints) + run.complaints.len);
	run_release(&run);
	str_release(&text);
}

static void a_line_that_is_wrong_is_named_and_the_others_answered(void **state)
{
	static const struct {
		const char *line, *words;
	} cases[] = {
	    {"not json", "JSON"},
	    {"[]", "object"},
	    {"{" AT ",\"colour\":1}", "\"colour\""},
	    {"{" AT ",\"resident\":{\"colour\":1}}", "\"colour\""},
	    {"{" AT ",\"resident\":{\"a\\u001b[2J\":1}}", "no field"},
	    {"{" AT ",\"resident\":[]}", "resident"},
	    {"{" AT ",\"resident\":{\"given\":7}}", "\"given\""},
	    {"{" AT ",\"resident\":{\"chaplain\":\"si\"}}", "\"chaplain\""},
	    {"{" AT ",\"resident\":{\"first_name_ok\":\"maybe\"}}",
	     "first_name_ok"},
	    {"{" AT ",\"resident\":{\"service\":\"ARMY\"}}", "service"},
	    {"{" AT ",\"resident\":{\"name_locale\":\"tiếng Việt\"}}",
	     "name's language"},
	    {"{" AT ",\"resident\":{\"given\":\"a\\u0000b\"}}", "zero"},
	    {"{" AT ",\"lang\":\"pa-PK\"}", "fil, zh, zh-Hant, ko"},
	    {"{\"at\":\"2026-03-10T25:61\"}", "time"},
	    {"{\"at\":\"2026-03-10\"}", "time"},
	    {"{\"at\":202603100905}", "\"at\""},
	    {"{" AT ",\"resident\":{\"given\":\"a\",\"given\":\"b\"}}",
	     "twice"},
	    {"{" AT ",\"lang\":\"xx\"}", "\"xx\""},
	    {"{" AT ",\"lang\":null}", "\"lang\""},
	    {"{" AT "," AT "}", "twice"},
	    {"{\"lang\":\"en\"}", "\"at\""},
	    {"{\"at\":\"2026-02-30T09:05\"}", "2026-02-30"},
	    {"{\"at\":\"2026-03-10T24:05\"}", "time"},
	    {"{\"at\":\"2026-03-10T09:05Z\"}", "time"},
	    {"{" AT ",\"resident\":{\"given\":\"\xff\"}}", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect_refused(cases[i].line, strlen(cases[i].line),
			       cases[i].words);
	expect_refused("{" AT "}\0", sizeof("{" AT "}\0") - 1, "");
}

static void its_own_words_are_refused_as_wrong_usage(void **state)
{
	(void)state;
	assert_int_equal(
	    WEXITSTATUS(system(FRONTDESK " cue please 2>/dev/null")), 2);
}

static void nothing_in_gives_nothing_out(void **state)
{
	(void)state;
	expect_answer("", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(all_eight_keys_are_always_there),
	    cmocka_unit_test(each_line_is_answered_for_itself),
	    cmocka_unit_test(a_hidden_mark_is_left_out_and_the_person_greeted),
	    cmocka_unit_test(an_unnamed_visitor_is_greeted),
	    cmocka_unit_test(
		a_line_that_is_wrong_is_named_and_the_others_answered),
	    cmocka_unit_test(its_own_words_are_refused_as_wrong_usage),
	    cmocka_unit_test(nothing_in_gives_nothing_out),
	};

	setenv("FRONTDESK_DATA_DIR", SOURCE_DIR "/data", 1);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
