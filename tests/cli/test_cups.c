/*
 * Printing through a real CUPS scheduler to a printer on loopback: what comes
 * out there is what was to be printed, byte for byte. The city is invented.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <pwd.h>
#include <unistd.h>

#include "cups.h"
#include "frontdesk/report/print.h"
#include "frontdesk/report/printers.h"
#include "place.h"
#include "run.h"

#define NOW 1795472040000 /* Monday, November 23, 2026, 2:14 pm */

static struct place place;
static struct cups cups;

static int open_city(void **state)
{
	char path[128];
	struct run run;

	(void)state;
	place_open(&place);
	cups_open(&cups, &place);
	cups_add_queue(&cups, "counter");
	run_set_clock(place_path(&place, "clock", path, sizeof(path)), NOW);
	RUN_WITH(&run, "2468\n", "init", "--city", "Mesa Alta", "--zone",
		 "America/Los_Angeles", "--site", "City Hall", "--window",
		 "Window 1", "--supervisor", "M. Hálé", "--login",
		 getpwuid(getuid())->pw_name, "--pin-file", "-");
	run_expect(&run, 0, "The store lies in", "");
	RUN(&run, "log", "--topic", "Fence permit", "--result", "answered");
	run_expect(&run, 0, "", "");
	return 0;
}

static int close_city(void **state)
{
	(void)state;
	cups_close(&cups);
	place_close(&place);
	return 0;
}

static void read_file(const char *path, struct str *out)
{
	FILE *file = fopen(path, "r");
	char block[4096];
	size_t len;

	assert_non_null(file);
	while ((len = fread(block, 1, sizeof(block), file)) > 0)
		str_add_n(out, block, len);
	fclose(file);
}

/* On paper a page ends in a form feed, in a file in an empty line. */
static size_t take_form_feeds(struct str *text)
{
	size_t count = 0;

	for (size_t i = 0; i < text->len; i++) {
		count += text->text[i] == '\f';
		if (text->text[i] == '\f')
			text->text[i] = '\n';
	}
	return count;
}

static void the_printer_gets_the_bytes_of_the_day(void **state)
{
	struct str printed = STR_INIT, written = STR_INIT;
	char path[128];
	struct run run;

	(void)state;
	place_path(&place, "day.txt", path, sizeof(path));
	RUN(&run, "summary", "--print=counter", "--output", path);
	run_expect(&run, 0, "Printed: counter-", "");
	cups_take_job(&cups, &printed);
	read_file(path, &written);
	assert_true(take_form_feeds(&printed) > 0);
	assert_int_equal(printed.len, written.len);
	assert_string_equal(str_text(&printed), str_text(&written));
	assert_non_null(strstr(str_text(&printed), "Mesa Alta"));
	str_release(&printed);
	str_release(&written);
}

/* As cron starts it: no terminal, nothing to read, hardly an environment. */
static void cron_prints_without_a_terminal(void **state)
{
	struct str printed = STR_INIT;
	char home[128], data[128], server[160], clock[160];
	struct run run;

	(void)state;
	snprintf(home, sizeof(home), "HOME=%s", getenv("HOME"));
	snprintf(data, sizeof(data), "XDG_DATA_HOME=%s",
		 getenv("XDG_DATA_HOME"));
	snprintf(server, sizeof(server), "CUPS_SERVER=%s", cups.socket);
	snprintf(clock, sizeof(clock), "FRONTDESK_TEST_CLOCK=%s",
		 getenv("FRONTDESK_TEST_CLOCK"));
	CUPS_RUN("/usr/sbin/lpadmin", "-d", "counter");
	run_words("/usr/bin/setsid", NULL,
		  (const char *const[]){
		      "-w", "/usr/bin/env", "-i", home, data, server, clock,
		      "PATH=/usr/bin:/bin", FRONTDESK_FIXED, "summary",
		      "--print", "--copies", "2", "--pages", "1-2", NULL},
		  &run);
	run_expect(&run, 0, "Printed: counter-", "");
	cups_take_job(&cups, &printed);
	assert_non_null(strstr(str_text(&printed), "Mesa Alta"));
	str_release(&printed);
	CUPS_RUN("/usr/sbin/lpadmin", "-x", "counter");
	cups_add_queue(&cups, "counter");
}

static void a_binary_document_arrives_whole(void **state)
{
	static const char head[] = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\0\1\n";
	struct print_options options = {
	    .kind = PRINT_PDF, .printer = "counter", .title = "Día 23"};
	struct str document = STR_INIT, printed = STR_INIT;
	char job[PRINT_JOB_SIZE];
	struct error err = {0};

	(void)state;
	str_add_n(&document, head, sizeof(head));
	for (int i = 0; i < 200000; i++)
		str_add_char(&document, (char)(i * 7 + i / 256));
	if (!print_bytes(document.text, document.len, &options, job, &err))
		fail_msg("%s", err.text);
	assert_int_equal(strncmp(job, "counter-", 8), 0);
	cups_take_job(&cups, &printed);
	assert_int_equal(printed.len, document.len);
	assert_memory_equal(printed.text, document.text, document.len);
	str_release(&document);
	str_release(&printed);
}

static void a_stopped_printer_is_said_and_keeps_nothing(void **state)
{
	struct run run;

	(void)state;
	CUPS_RUN("/usr/sbin/cupsdisable", "-r", "paper jam", "counter");
	RUN(&run, "summary", "--print=counter");
	run_expect(&run, 1, "",
		   "not printed: counter is stopped: paper jam; print on "
		   "another, or ask the administrator");
	run_words("/usr/bin/lpstat", NULL, (const char *const[]){"-o", NULL},
		  &run);
	assert_string_equal(str_text(&run.out), "");
	run_expect(&run, 0, "", "");
	CUPS_RUN("/usr/sbin/cupsenable", "counter");
}

static void a_printer_that_takes_no_jobs_is_said(void **state)
{
	struct run run;

	(void)state;
	CUPS_RUN("/usr/sbin/cupsreject", "-r", "out of use", "counter");
	RUN(&run, "summary", "--print=counter");
	run_expect(&run, 1, "",
		   "not printed: counter takes no jobs: out of use; print on "
		   "another, or ask the administrator");
	CUPS_RUN("/usr/sbin/cupsaccept", "counter");
}

static void an_unknown_printer_and_none_at_all_are_said(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "summary", "--print=attic");
	run_expect(&run, 1, "", "this machine knows no printer attic");
	RUN(&run, "summary", "--print");
	run_expect(&run, 1, "", "no printer is chosen");
	setenv("CUPS_SERVER", "/nowhere/cups.sock", 1);
	RUN(&run, "summary", "--print=counter");
	run_expect(&run, 1, "", "the printing system of this machine does not");
	RUN(&run, "printers");
	run_expect(&run, 1, "", "the printing system of this machine does not");
	setenv("CUPS_SERVER", cups.socket, 1);
}

static void the_printers_are_listed_as_they_are(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "printers", "counter");
	run_expect(&run, 2, "", "printers [--format json]");
	cups_add_queue(&cups, "yard");
	CUPS_RUN("/usr/sbin/lpadmin", "-p", "yard", "-D", "The yard’s", "-L",
		 "Gate 2");
	CUPS_RUN("/usr/sbin/cupsdisable", "-r", "no toner", "yard");
	CUPS_RUN("/usr/sbin/lpadmin", "-d", "counter");
	RUN(&run, "printers");
	run_expect(&run, 0, "* counter                   ready\n", "");
	RUN(&run, "printers");
	run_expect(&run, 0,
		   "  yard                      stopped: no toner · The "
		   "yard’s · Gate 2\n",
		   "");
	RUN(&run, "printers", "--format", "json");
	run_expect(&run, 0,
		   "{\"name\":\"yard\",\"description\":\"The yard’s\","
		   "\"location\":\"Gate 2\",\"chosen\":false,"
		   "\"default\":false,\"enabled\":false,\"accepting\":true,"
		   "\"reason\":\"no toner\"}\n",
		   "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_printer_gets_the_bytes_of_the_day),
	    cmocka_unit_test(cron_prints_without_a_terminal),
	    cmocka_unit_test(a_binary_document_arrives_whole),
	    cmocka_unit_test(a_stopped_printer_is_said_and_keeps_nothing),
	    cmocka_unit_test(a_printer_that_takes_no_jobs_is_said),
	    cmocka_unit_test(an_unknown_printer_and_none_at_all_are_said),
	    cmocka_unit_test(the_printers_are_listed_as_they_are),
	};

	return cmocka_run_group_tests(tests, open_city, close_city);
}
