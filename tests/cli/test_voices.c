/*
 * test_voices.c - feedback, ideas and thanks without the screens
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
static char visit[16];

/* As the export writes what nobody has read. */
#define UNREAD "\"read\":false,\"text\":\"Stayed late.\""

static int setup(void **state)
{
	struct run run;

	(void)state;
	new_store_make(&place, FRONTDESK_FIXED);
	RUN(&run, "staff", "add", "--login", "bchen", "--name", "B. Chen");
	run_expect(&run, 0, "", "");
	RUN(&run, "log", "--topic", "garage-sale");
	assert_int_equal(run.status, 0);
	snprintf(visit, sizeof(visit), "%.10s", str_text(&run.out));
	run_release(&run);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	place_close(&place);
	return 0;
}

static void a_card_goes_out_and_comes_back_once(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "feedback", "card", visit, "--language", "es", "--width=42");
	run_expect(&run, 0, "Fue fácil hacer lo que tenía que hacer.", "");
	RUN(&run, "feedback", "card", visit, "--language", "es", "--columns",
	    "42"); /* as it was called before */
	run_expect(&run, 0, "Fue fácil hacer lo que tenía que hacer.", "");
	RUN(&run, "feedback", "card", visit, "--language", "xx");
	run_expect(&run, 2, "", "there is no card in \"xx\"");
	RUN(&run, "feedback", "add", visit, "--answers", "5543-15", "--comment",
	    "More chairs.");
	run_expect(&run, 0, visit, "");
	RUN(&run, "feedback", "add", visit, "--answers", "5543-15");
	run_expect(&run, 1, "", "was entered on Mon Nov 23: 5543-15");
	RUN(&run, "feedback", "said", visit, "Good that you called back.");
	run_expect(&run, 0, visit, "");
	RUN(&run, "feedback");
	run_expect(&run, 0, "card 5543-15 · More chairs.", "");
	RUN(&run, "feedback", "--format", "json");
	run_expect(&run, 0, "\"what\":\"card 5543-15 · More chairs.\"}", "");
	RUN(&run, "export", "feedback");
	run_expect(&run, 0, "\"speed\":null", "");
	RUN(&run, "summary", "--format", "json");
	run_expect(&run, 0, "\"said_aloud\": 1", "");
	RUN(&run, "feedback", "add");
	run_expect(&run, 2, "", "use it as: frontdesk feedback");
}

static void an_idea_is_noted_and_decided(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "idea", "add", "A box for papers.", "--visit", visit);
	run_expect(&run, 0, "1\n", "");
	RUN(&run, "idea", "remark", "1", "Half of my line.");
	run_expect(&run, 0, "", "");
	RUN(&run, "idea", "decide", "1", "maybe", "We shall see.");
	run_expect(&run, 2, "", "an idea is taken_up, not_now or done");
	RUN(&run, "idea", "decide", "1", "taken_up", "From Monday on.");
	run_expect(&run, 0, "", "");
	RUN(&run, "idea", "show", "1");
	run_expect(&run, 0, "M. Hale  taken_up: From Monday on.", "");
	RUN(&run, "idea", "show", "4711");
	run_expect(&run, 1, "", "there is no idea 4711");
	RUN(&run, "idea", "remark", "4711", "Half of my line.");
	run_expect(&run, 1, "", "there is no idea 4711");
	RUN(&run, "idea", "decide", "4711", "done", "It stands there.");
	run_expect(&run, 1, "", "there is no idea 4711");
	RUN(&run, "idea");
	run_expect(&run, 0, "taken up · A box for papers.", "");
	RUN(&run, "idea", "--format", "json");
	run_expect(&run, 0, "{\"number\":1,\"noted_at\":1795472040000,", "");
	RUN(&run, "export", "ideas");
	run_expect(&run, 0, "\"step\":\"taken_up\"", "");
}

static void thanks_go_to_a_colleague(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "thanks", "add", "bchen", "Stayed late.", "--visit", visit,
	    "--from-visitor");
	run_expect(&run, 0, "Noted for bchen: Stayed late.\n", "");
	RUN(&run, "thanks", "add", "nobody", "Stayed late.");
	run_expect(&run, 2, "", "nobody here has the login");
	RUN(&run, "thanks", "--format", "json");
	run_expect(&run, 0, "", "");
	RUN(&run, "export", "thanks");
	run_expect(&run, 0, "\"to\":\"bchen\",\"from\":\"visitor\"", "");
	RUN(&run, "check");
	run_expect(&run, 0, "", "");
}

static void thanks_that_were_shown_are_read(void **state)
{
	struct run run;

	(void)state;
	RUN(&run, "--demo", "--as", "aruiz", "thanks", "add", "sjohnson",
	    "Stayed late.");
	run_expect(&run, 0, "", "");
	RUN(&run, "--demo", "--as", "sjohnson", "export", "thanks");
	run_expect(&run, 0, UNREAD, "");
	RUN(&run, "--demo", "--as", "sjohnson", "thanks", "--format", "json");
	run_expect(&run, 0, "\"unread\":true}", "");
	RUN(&run, "--demo", "--as", "sjohnson", "export", "thanks");
	assert_int_equal(run.status, 0);
	assert_null(strstr(str_text(&run.out), UNREAD));
	run_release(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_card_goes_out_and_comes_back_once),
	    cmocka_unit_test(an_idea_is_noted_and_decided),
	    cmocka_unit_test(thanks_go_to_a_colleague),
	    cmocka_unit_test(thanks_that_were_shown_are_read),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
