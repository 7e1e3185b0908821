/*
 * test_waiting.c - what waits at the counter, read and done from a script;
 * everybody in it is invented
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "new_store.h"
#include "run.h"

static struct place place;

static int make(void **state)
{
	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	return 0;
}

static int remove_all(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

/* A message of somebody unnamed, whose telephone is known. */
static void receive(char reference[16])
{
	struct run run;
	const char *found;

	RUN(&run, "log", "--topic", "fence-permit", "--channel", "message",
	    "--telephone", "951-555-0142", "--result", "opened");
	assert_int_equal(run.status, 0);
	found = strstr(str_text(&run.out), " R-");
	assert_non_null(found);
	snprintf(reference, 16, "%.10s", found + 1);
	run_release(&run);
}

/* The number that begins the first line of a list. */
static void first_of(const char *list, char number[24])
{
	struct run run;

	RUN(&run, list);
	assert_int_equal(run.status, 0);
	snprintf(number, 24, "%lld", strtoll(str_text(&run.out), NULL, 10));
	run_release(&run);
}

static void a_request_is_acknowledged_and_leaves_the_list(void **state)
{
	char reference[16];
	struct run run;

	(void)state;
	receive(reference);
	RUN(&run, "acknowledge");
	run_expect(&run, 0, reference, "");
	RUN(&run, "acknowledge", "--format", "json");
	run_expect(&run, 0, reference, "");
	RUN(&run, "round", "--format", "json");
	run_expect(&run, 0, "{\"kind\":\"to_acknowledge\",\"number\":null,",
		   "");
	RUN(&run, "acknowledge", reference);
	run_expect(&run, 2, "", "--how says how they know");
	RUN(&run, "acknowledge", reference, "--how", "pigeon");
	run_expect(&run, 2, "", "counter, telephone, letter, e-mail or slip");
	RUN(&run, "acknowledge", "V-000-0000", "--how", "letter");
	run_expect(&run, 2, "", "");
	RUN(&run, "acknowledge", reference, "--how", "e-mail");
	run_expect(&run, 0, "", "");
	RUN(&run, "acknowledge");
	run_expect(&run, 0, "Every request is acknowledged.\n", "");
	RUN(&run, "acknowledge", "--format", "json");
	assert_string_equal(str_text(&run.out), "");
	run_release(&run);
	RUN(&run, "acknowledge", "--format", "xml");
	run_expect(&run, 2, "", "--format is text or json");
}

static void a_promise_is_made_anew_and_kept(void **state)
{
	char reference[16], number[24], later[24];
	struct run run;

	(void)state;
	receive(reference);
	RUN(&run, "promise", "make", reference, "call back", "wed 4 pm");
	run_expect(&run, 0, "Wednesday, November 25, 4:00 pm\n", "");
	RUN(&run, "promise", "make", reference, "call back", "at some time");
	run_expect(&run, 2, "", "");
	RUN(&run, "promise", "--format", "json");
	run_expect(&run, 0, "\"due_at\":1795651200000,\"late\":false}\n", "");
	RUN(&run, "promise", "--today");
	run_expect(&run, 0, "None of them.\n", "");
	first_of("promise", number);
	RUN(&run, "promise", "renew", number, "today 5 pm", "--reason",
	    "The plan came early.");
	run_expect(&run, 0, "Monday, November 23, 5:00 pm\n", "");
	first_of("promise", later);
	assert_string_not_equal(later, number);
	RUN(&run, "promise", "keep", number);
	run_expect(&run, 1, "", "");
	RUN(&run, "promise", "--today");
	run_expect(&run, 0, reference, "");
	RUN(&run, "round", "evening");
	run_expect(&run, 0, "Promise  ", "");
	RUN(&run, "promise", "keep", later, "--note", "Called, all said.");
	run_expect(&run, 0, "", "");
	RUN(&run, "promise");
	run_expect(&run, 0, "No promise of yours is open.\n", "");
	RUN(&run, "promise", "keep", "soon");
	run_expect(&run, 2, "", "\"frontdesk promise\" shows them");
	RUN(&run, "promise", "make", reference, "Send the plan", "fri",
	    "--owner", "nobody");
	run_expect(&run, 2, "", "nobody here has the login");
	RUN(&run, "promise", "make", reference, "Send the plan", "fri");
	run_expect(&run, 0, "Friday, November 27", "");
	first_of("promise", number);
	RUN(&run, "promise", "withdraw", number, "They fetched it.");
	run_expect(&run, 0, "", "");
	RUN(&run, "promise", "frobnicate");
	run_expect(&run, 2, "", "use it as: frontdesk promise");
}

static void what_came_of_it_is_told(void **state)
{
	char reference[16], number[24];
	struct run run;

	(void)state;
	receive(reference);
	RUN(&run, "resolve", reference);
	run_expect(&run, 2, "", "use it as: frontdesk resolve");
	RUN(&run, "resolve", reference, "The permit is ready.");
	run_expect(&run, 0, "", "");
	RUN(&run, "tell", "--format", "json");
	run_expect(&run, 0, "\"resolved_at\":1795472040000", "");
	first_of("tell", number);
	RUN(&run, "tell", "tried", number, "Nobody answered.");
	run_expect(&run, 0, "", "");
	RUN(&run, "tell");
	run_expect(&run, 0, "tried once", "");
	RUN(&run, "tell", "told", number, "Will fetch it today.");
	run_expect(&run, 0, "", "");
	RUN(&run, "tell", "told", number, "Again.");
	run_expect(&run, 1, "", "somebody has told them meanwhile");
	RUN(&run, "tell");
	run_expect(&run, 0, "Nobody waits to be told.\n", "");
}

static void what_nobody_knew_is_answered(void **state)
{
	char number[24];
	struct run run;

	(void)state;
	RUN(&run, "question", "note", "Do bees need a licence?");
	run_expect(&run, 0, "answers it.\n", "");
	RUN(&run, "question", "note", "And birds?", "--topic", "no-such");
	run_expect(&run, 2, "", "there is no topic \"no-such\"");
	RUN(&run, "question", "--format", "json");
	run_expect(&run, 0, "Do bees need a licence?", "");
	RUN(&run, "round");
	run_expect(&run, 0, "To answer  ", "");
	first_of("question", number);
	RUN(&run, "question", "pass", number);
	run_expect(&run, 2, "", "say one of --topic and --department");
	RUN(&run, "question", "pass", number, "--department", "Planning");
	run_expect(&run, 0, "Planning answers it.\n", "");
	RUN(&run, "question");
	run_expect(&run, 0, "No question waits for your answer.\n", "");
	RUN(&run, "question", "note", "And ducks?");
	run_expect(&run, 0, "answers it.\n", "");
	first_of("question", number);
	RUN(&run, "question", "answer", number, "Two hives need none.");
	run_expect(&run, 0, "", "");
	RUN(&run, "question", "answer", number, "Two hives need none.");
	run_expect(&run, 1, "", "");
	RUN(&run, "question");
	run_expect(&run, 0, "No question waits for your answer.\n", "");
}

static void a_notice_is_put_up_and_taken_down(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "notice", "post", "The lift is out of order.", "--until",
	    "today 4 pm");
	run_expect(&run, 0, "", "");
	RUN(&run, "notice");
	run_expect(&run, 0, "1  The lift is out of order.  (since 2:14 pm", "");
	RUN(&run, "notice", "--format", "json");
	run_expect(&run, 0,
		   "{\"number\":1,\"text\":\"The lift is out of order.\","
		   "\"staff\":\"M. Hale\",\"from_at\":1795472040000,"
		   "\"until_at\":1795478400000}\n",
		   "");
	RUN(&run, "notice", "end", "1");
	run_expect(&run, 0, "", "");
	RUN(&run, "notice", "end", "1");
	run_expect(&run, 1, "", "");
	RUN(&run, "notice");
	run_expect(&run, 0, "No notice stands.\n", "");
	RUN(&run, "notice", "post", "");
	run_expect(&run, 2, "", "");
}

static void what_several_have_in_common_is_listed(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "patterns");
	run_expect(&run, 0, "Nothing in common this week.\n", "");
	for (int i = 0; i < 3; i++) {
		RUN(&run, "question", "note", "How high?", "--topic",
		    "fence-permit");
		run_expect(&run, 0, "", "");
	}
	RUN(&run, "patterns");
	run_expect(&run, 0, "Fence permit", "");
	RUN(&run, "patterns", "--format", "json");
	run_expect(&run, 0, "{\"kind\":\"unknown\",\"what\":\"Fence permit\"",
		   "");
	RUN(&run, "staff", "--format", "json");
	run_expect(&run, 0, "\"name\":\"M. Hale\",\"role\":\"", "");
}

static void a_topic_is_found_and_its_card_read(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "topic", "fence-permit");
	run_expect(&run, 0, "Fence permit\nMesa Alta\n", "");
	RUN(&run, "topic", "find", "kerb", "--format", "json");
	run_expect(&run, 0, "{\"title\":\"Fence permit\"", "");
	RUN(&run, "topic", "find", "zzzz");
	run_expect(&run, 1, "", "nothing matches");
	RUN(&run, "topic", "permit");
	run_expect(&run, 2, "", "say more of its name");
	RUN(&run, "topic");
	run_expect(&run, 2, "", "use it as: frontdesk topic");
	RUN(&run, "log", "--topic", "Garage sale permit", "--result",
	    "come_back");
	run_expect(&run, 2, "", "(--text says it)");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_request_is_acknowledged_and_leaves_the_list),
	    cmocka_unit_test(a_promise_is_made_anew_and_kept),
	    cmocka_unit_test(what_came_of_it_is_told),
	    cmocka_unit_test(what_nobody_knew_is_answered),
	    cmocka_unit_test(a_notice_is_put_up_and_taken_down),
	    cmocka_unit_test(what_several_have_in_common_is_listed),
	    cmocka_unit_test(a_topic_is_found_and_its_card_read),
	};

	return cmocka_run_group_tests(tests, make, remove_all);
}
