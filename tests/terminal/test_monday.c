/*
 * A busy Monday, lived through at two windows: the keys of each thing are
 * counted, and the figures in the evening are those that a hand calculation
 * gives. Everybody in it is invented.
 *
 *	arrived   who                                   called  begun  ended
 *	8:00      unnamed, a dog licence                8:06    8:06   8:10
 *	8:02      Mr. Ortega, beside him Sra. Ortega    8:10    8:10   8:20
 *	8:03      Mr. Novak, for the third time         8:20    8:20   8:30
 */
#include "own_city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MINUTE INT64_C(60000)
#define THURSDAY INT64_C(1795114800000)	      /* 2026-11-19 11:00 */
#define FRIDAY INT64_C(1795197600000)	      /* 2026-11-20 10:00 */
#define MONDAY_MORNING INT64_C(1795449600000) /* 2026-11-23 8:00 */

static const char TOPICS[] =
    "code,name,words,department,quick_result,quick_words,bring,fee,"
    "alternative,appeal,question,ask,required\n"
    "fence-permit,Fence permit,wall gate,Planning,answered,"
    "Explained the fence permit,\"site plan, ID\",\"$112, Window 4\","
    "Up to 6 ft no permit is needed,"
    "In writing to the Planning Commission within 10 days,"
    "Height,How high is the fence going to be?,yes\n"
    "garage-sale,Garage sale permit,yard sale,Customer Care,given,"
    "Gave the form,ID,$5,,,,,\n"
    "dog-licence,Dog licence,dog license,Customer Care,given,"
    "Gave the form and the envelope,rabies certificate,$15,,,,,\n"
    "water-bill,Water bill,account payment,Utility Billing,answered,"
    "Read the balance and the due date,account number,,,,,,\n";

static const char RESIDENTS[] =
    "title,given,surname,language,telephone,address\n"
    "Mr.,Paul,Ortega,en,951-555-0141,12 Elm St\n"
    "Sra.,Inés,Ortega,es,951-555-0141,12 Elm St\n"
    "Mr.,Adam,Novak,en,951-555-0142,7 Quail Run\n"
    "Ms.,Maria,Garcia,en,951-555-0143,30 Elm St\n"
    "Ms.,Maria,Garcia,en,951-555-0144,41 Oak Ave\n"
    "Mrs.,Carmen,Reyes,es,951-555-0145,5 Fir Ave\n"
    "Ms.,Rosa,Reyes,en,951-555-0146,5 Fir Ave\n"
    "Ms.,Joan,Miller,en,951-555-0147,9 Iris Ct\n";

static void make_city(struct desk_terminal *desk)
{
	desk_terminal_pass(desk, THURSDAY - desk->now);
	own_city_make(desk, false);
	own_city_import(desk, "topics", TOPICS);
	own_city_import(desk, "residents", RESIDENTS);
	own_city_staff(desk, "aruiz", "A. Ruiz", "Ms. Ruiz", "clerk",
		       "Customer Care", "en es");
	own_city_staff(desk, "bchen", "B. Chen", "Mr. Chen", "clerk",
		       "Customer Care", "en zh");
	own_city_staff(desk, "kosei", "K. Osei", "Mr. Osei", "staff",
		       "Planning", "en");
}

/* The clock of both windows, so many minutes after eight on Monday. */
static void at(struct desk_terminal *desk, int64_t minutes)
{
	desk_terminal_pass(desk, MONDAY_MORNING + minutes * MINUTE - desk->now);
}

static void keys_were(struct terminal *terminal, int expected)
{
	assert_int_equal(terminal_count_keys(terminal), expected);
}

/* Thursday: Mr. Novak asks for the first time, and M. Hale logs it. */
static void a_contractor_comes_on_thursday(struct desk_terminal *desk)
{
	char *found =
	    own_city_ask(desk, (const char *[]){"find", "novak", NULL});
	char reference[16];

	snprintf(reference, sizeof(reference), "%.10s", found);
	free(found);
	own_city_do(desk, (const char *[]){"log", "--topic", "fence-permit",
					   "--resident", reference, "--result",
					   "opened", "--text", "The plan check",
					   "--words", "A fence on Quail Run",
					   "--answer", "Height=7 ft", NULL});
}

/* Friday: for the second time; A. Ruiz promises what nobody will keep. */
static void he_is_promised_a_plan_check_on_friday(struct desk_terminal *desk)
{
	struct terminal *terminal;

	desk_terminal_pass(desk, FRIDAY - desk->now);
	terminal = own_city_open(desk, "A. Ruiz", "2");
	terminal_keys(terminal, "nova<Enter>");
	terminal_wait_row(terminal, 0, "Mr. Adam Novak");
	terminal_keys(terminal, "fe<Enter>");
	terminal_wait_text(terminal, "7 ft");
	terminal_keys(terminal, "<F8>The plan check<Tab>today 4pm");
	terminal_wait_text(terminal, "Friday, November 20, 4:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Promised");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	desk_terminal_end(desk, terminal);
}

/* 8:00 to 8:03: three in line, the second and third by name. */
static void three_join_the_line(struct desk_terminal *desk,
				struct terminal *terminal)
{
	at(desk, 0);
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 1");
	keys_were(terminal, 1);
	at(desk, 2);
	terminal_keys(terminal, "pa ort");
	terminal_wait_row(terminal, 2, "Good morning, Mr. Ortega.");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 2");
	at(desk, 3);
	terminal_keys(terminal, "nova");
	terminal_wait_row(terminal, 2, "Mr. Novak");
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 3");
	terminal_count_keys(terminal);
}

/* 8:06 to 8:10. */
static void the_first_wants_a_dog_licence(struct desk_terminal *desk,
					  struct terminal *terminal)
{
	at(desk, 6);
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "Unnamed visitor");
	keys_were(terminal, 1);
	terminal_keys(terminal, "do<Enter>");
	terminal_wait_text(terminal, "rabies certificate");
	at(desk, 10);
	terminal_keys(terminal, "<F9>g<Enter>");
	terminal_wait_text(terminal, "Logged V-");
	keys_were(terminal, 6);
}

static void a_busy_monday_adds_up(void **state)
{
	struct desk_terminal *desk = *state;
	struct terminal *terminal;

	make_city(desk);
	a_contractor_comes_on_thursday(desk);
	he_is_promised_a_plan_check_on_friday(desk);
	at(desk, 0);
	terminal = own_city_open(desk, "A. Ruiz", "2");
	three_join_the_line(desk, terminal);
	the_first_wants_a_dog_licence(desk, terminal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_busy_monday_adds_up),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
