/*
 * test_merge.c - two records of one person on the command line; everybody in
 * it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "new_store.h"
#include "run.h"

static struct place place;
static char maria[16], mary[16];

/* The reference at the begin of the first line that find prints. */
static void find_reference(const char *text, char out[16])
{
	struct run run;

	RUN(&run, "find", text);
	assert_int_equal(run.status, 0);
	assert_int_equal(sscanf(str_text(&run.out), "%15s", out), 1);
	run_release(&run);
}

static void log_visit(const char *reference, const char *words)
{
	struct run run;

	RUN(&run, "log", "--topic", "fence-permit", "--resident", reference,
	    "--result", "answered", "--words", words);
	run_expect(&run, 0, "V-", "");
}

static int make(void **state)
{
	struct run run;

	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	RUN_WITH(&run,
		 "title,given,surname,telephone\n"
		 ",Maria,Garcia,951-555-0106\nMs.,Mary,Garcia,951-555-0107\n",
		 "import", "residents", "-");
	run_expect(&run, 0, "Added 2", "");
	find_reference("maria", maria);
	find_reference("mary", mary);
	log_visit(maria, "How high?");
	log_visit(mary, "And the gate?");
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void merge(void)
{
	struct run run;

	RUN(&run, "merge", maria, mary);
	run_expect(&run, 0, maria, "");
}

static void the_old_reference_leads_to_the_person(void **state)
{
	struct run run;

	(void)state;
	merge();
	RUN(&run, "find", mary);
	run_expect(&run, 0, "was merged into it", "");
	RUN(&run, "find", mary, "--format", "json");
	run_expect(&run, 0, "\"merged\":\"P-", "");
	RUN(&run, "find", maria, "--format", "json");
	run_expect(&run, 0, "\"merged\":null", "");
	RUN(&run, "show", mary);
	run_expect(&run, 0, "was merged into", "");
	RUN(&run, "show", mary);
	run_expect(&run, 0, "And the gate?", "");
	RUN(&run, "show", mary);
	run_expect(&run, 0, "How high?", "");
	RUN(&run, "show", maria);
	run_expect(&run, 0, "Also known as", "");
}

static void taken_apart_a_later_visit_stays_with_the_survivor(void **state)
{
	struct run run;

	(void)state;
	merge();
	log_visit(mary, "Both of it.");
	RUN(&run, "unmerge", mary);
	run_expect(&run, 0, "are two records again", "");
	RUN(&run, "show", maria);
	run_expect(&run, 0, "Both of it.", "");
	RUN(&run, "show", mary);
	run_expect(&run, 0, "Ms. Mary Garcia", "");
	RUN(&run, "check");
	run_expect(&run, 0, "", "");
}

static void what_cannot_be_is_refused_in_a_sentence(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "merge", maria, maria);
	run_expect_refused(&run, 2);
	RUN(&run, "unmerge", maria);
	run_expect_refused(&run, 1);
	RUN(&run, "merge", maria, "garcia");
	run_expect_refused(&run, 2);
	RUN(&run, "unmerge", "P-000-0000");
	run_expect_refused(&run, 1);
	RUN(&run, "merge", maria);
	run_expect(&run, 2, "", "merge REFERENCE OTHER");
}

/* Of the day: visits, requests, named and unnamed. */
/* The audit, which has an entry more, comes last. */
static void drop_audit(struct str *figures)
{
	const char *audit = strstr(str_text(figures), "audit,entries,");

	assert_non_null(audit);
	str_cut(figures, (size_t)(audit - str_text(figures)));
}

static void no_figure_changes(void **state)
{
	struct run before, after;

	(void)state;
	RUN(&before, "summary", "--format", "csv");
	merge();
	RUN(&after, "summary", "--format", "csv");
	drop_audit(&before.out);
	drop_audit(&after.out);
	assert_string_equal(str_text(&after.out), str_text(&before.out));
	run_release(&before);
	run_release(&after);
	RUN(&after, "check", "--recount");
	run_expect(&after, 0, "", "");
}

#define T(name) cmocka_unit_test_setup_teardown(name, make, remove_all)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    T(the_old_reference_leads_to_the_person),
	    T(taken_apart_a_later_visit_stays_with_the_survivor),
	    T(what_cannot_be_is_refused_in_a_sentence),
	    T(no_figure_changes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
