/*
 * A busy Monday, lived through at two windows: the keys of each thing are
 * counted, and the figures in the evening are those that a hand calculation
 * gives. Everybody in it is invented.
 *
 *	arrived  who                             called begun ended  result
 *	8:00     unnamed, a dog licence          8:06   8:06  8:10   given
 *	8:02     Mr. Ortega with Sra. Ortega     8:10   8:10  8:20   answered
 *	8:12     Ms. Miller on the telephone     -      8:12  8:15   answered
 *	8:03     Mr. Novak, the third time       8:20   8:20  8:30   handed off
 *	8:31     a man who only wants a form     -      8:31  8:31   given
 *	8:33     Ms. Garcia of Oak Ave           -      8:33  8:45   opened
 *	8:50     Ms. Reyes for her mother        -      8:50  8:54   could not
 *	8:55     unnamed, left the line          -      -     9:05   -
 *	8:58     on paper, a dog licence         -      8:58  9:01   given
 *	9:06     a mistake                       -      9:06  9:06   voided
 *
 * Mr. and Mrs. Ortega were on hold for the telephone from 8:12 to 8:15, Ms.
 * Garcia was put aside at Window 2 from 8:36 and taken up at Window 1 at 8:40.
 */
#include "own_city.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "frontdesk/base/json.h"

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

/* The clock leaps; nobody leaves their window. */
static void keep_unlocked(void)
{
	char path[160];
	FILE *file;

	snprintf(path, sizeof(path), "%s/frontdesk", getenv("XDG_CONFIG_HOME"));
	mkdir(getenv("XDG_CONFIG_HOME"), 0700);
	mkdir(path, 0700);
	strcat(path, "/frontdesk.conf");
	file = fopen(path, "w");
	assert_non_null(file);
	fputs("[desk]\nlock_minutes = 240\nserving_lock_minutes = 240\n", file);
	assert_int_equal(fclose(file), 0);
}

static void make_city(struct desk_terminal *desk)
{
	keep_unlocked();
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

/* 8:10 to 8:20: the resident first, then whoever is beside; at 8:12 the
 * telephone rings, and afterwards they stand there again. */
static void a_couple_is_interrupted_by_the_telephone(struct desk_terminal *desk,
						     struct terminal *terminal)
{
	at(desk, 10);
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "Mr. Paul Ortega");
	terminal_keys(terminal, "wa<Enter>");
	terminal_wait_text(terminal, "Bring account number");
	terminal_keys(terminal, "<F1>att<Enter>b");
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, "ines");
	terminal_wait_text(terminal, "› Ortega, Sra. Inés");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Mr. Paul Ortega · with Sra. Inés");
	terminal_wait_row(terminal, 2,
			  "Good morning, Mr. Ortega, Sra. Ortega.");
	terminal_keys(terminal, "<Tab><Tab><Tab>The bill doubled");
	terminal_count_keys(terminal);
	at(desk, 12);
	terminal_keys(terminal, "<F1>tele<Enter>");
	terminal_wait_row(terminal, 0, "Unnamed caller");
	terminal_wait_row(terminal, 2, "front counter, this is A. Ruiz.");
	keys_were(terminal, 6);
	terminal_keys(terminal, "gar<Enter><F1>att<Enter>v");
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, "mill");
	terminal_wait_text(terminal, "› Miller, Ms. Joan");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 2, "Good morning, Ms. Miller.");
	at(desk, 15);
	terminal_keys(terminal, "<F9>a<Enter>");
	terminal_wait_row(terminal, 0, "Mr. Paul Ortega · with Sra. Inés");
	terminal_wait_text(terminal, "The bill doubled");
	at(desk, 20);
	terminal_keys(terminal, "<F9>a<Enter>");
	terminal_wait_row(terminal, 1, "Who or what?");
	terminal_count_keys(terminal);
}

/* 8:20 to 8:30: the apology before he speaks; Mr. Osei has no desk running,
 * says on the telephone what he will do and by when, and owns it. */
static void
the_contractor_hears_when_it_will_be_done(struct desk_terminal *desk,
					  struct terminal *terminal)
{
	at(desk, 20);
	terminal_keys(terminal, "<F2>");
	terminal_wait_row(terminal, 0, "Mr. Adam Novak");
	terminal_wait_row(terminal, 2, "We promised you Friday and missed it.");
	terminal_wait_text(terminal,
			   "Fence permit: The plan check promised Fri "
			   "Nov 20: LATE");
	terminal_count_keys(terminal);
	terminal_keys(terminal, "fe<Enter>");
	terminal_wait_text(terminal, "3rd contact");
	at(desk, 25);
	terminal_keys(terminal, "<F7>");
	terminal_wait_text(terminal, "handles Fence permit");
	terminal_keys(terminal, "<Enter>Check the plan<F9>");
	terminal_wait_row(terminal, 2, "You will hear from us.");
	at(desk, 28);
	terminal_keys(terminal, "<F1>acc<Enter>");
	terminal_wait_text(terminal, "Said by     Mr. Osei");
	terminal_keys(terminal, "<C-u>The plan is checked<Tab>3pm");
	terminal_wait_text(terminal, "Monday, November 23, 3:00 pm");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "the promise is theirs now");
	at(desk, 30);
	terminal_count_keys(terminal);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged V-");
	keys_were(terminal, 1);
}

/* 8:31. */
static void a_man_only_wants_a_form(struct desk_terminal *desk,
				    struct terminal *terminal)
{
	at(desk, 31);
	terminal_keys(terminal, "gar");
	terminal_wait_text(terminal, "F9 Log Garage sale permit");
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	keys_were(terminal, 4);
}

/* 8:33 to 8:45: told apart by their street; put aside at Window 2, taken up
 * and finished at Window 1, with everything that was typed. */
static void one_of_two_garcias_changes_the_window(struct desk_terminal *desk,
						  struct terminal *terminal)
{
	struct terminal *other;

	at(desk, 33);
	terminal_keys(terminal, "maria gar");
	terminal_wait_row(terminal, 3, "Which street are you on?");
	terminal_wait_text(terminal, "Elm St");
	if (terminal_find(terminal, "Oak Ave", NULL) >
	    terminal_find(terminal, "Elm St", NULL))
		terminal_keys(terminal, "<Down>");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Maria Garcia");
	terminal_wait_text(terminal, "another Maria Garcia");
	terminal_keys(terminal, "fe<Enter><Tab><Tab>A fence to the school");
	terminal_wait_text(terminal, "A fence to the school");
	at(desk, 36);
	terminal_keys(terminal, "<F3>");
	terminal_wait_row(terminal, 1, "Who or what?");
	other = own_city_open(desk, "B. Chen", "1");
	at(desk, 40);
	terminal_keys(other, "<F10>");
	terminal_wait_text(other, "Ms. Maria Garcia");
	terminal_keys(other, "<Enter>");
	terminal_wait_text(other, "A fence to the school");
	at(desk, 45);
	terminal_keys(other, "<F9>o<Enter>");
	terminal_wait_text(other, "Logged V-");
	desk_terminal_end(desk, other);
	terminal_count_keys(terminal);
}

/* 8:50 to 8:54: the mother is at home, and is not greeted. */
static void a_daughter_speaks_for_her_mother(struct desk_terminal *desk,
					     struct terminal *terminal)
{
	at(desk, 50);
	terminal_keys(terminal, "rosa<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Rosa Reyes");
	terminal_keys(terminal, "<F1>att<Enter>p");
	terminal_wait_text(terminal, "Who is it?");
	terminal_keys(terminal, "carm");
	terminal_wait_text(terminal, "› Reyes, Mrs. Carmen");
	terminal_keys(terminal, "<Enter>the water bill<Enter>");
	terminal_wait_row(terminal, 0, "Ms. Rosa Reyes for Mrs. Carmen Reyes");
	terminal_wait_row(terminal, 2, "“Good morning, Ms. Reyes.”");
	terminal_keys(terminal, "wa<Enter>");
	terminal_wait_text(terminal, "Bring account number");
	at(desk, 54);
	terminal_keys(terminal, "<F9>c");
	terminal_wait_text(terminal, "How to appeal");
	terminal_keys(terminal, "No balance without her signature<Tab>Called "
				"her<Tab>A form to sign at home<Tab>To the "
				"manager<F9>");
	terminal_wait_text(terminal, "Logged V-");
}

/* 8:55 to 9:10: somebody leaves the line, a mistake is taken back, and a
 * visit is entered from paper. */
static void the_rest_of_the_hour(struct desk_terminal *desk,
				 struct terminal *terminal)
{
	at(desk, 55);
	terminal_keys(terminal, "<F6>");
	terminal_wait_text(terminal, "IN LINE 1");
	at(desk, 65);
	terminal_keys(terminal, "<Down><Enter>");
	terminal_wait_text(terminal, "Left");
	terminal_keys(terminal, "l");
	terminal_wait_gone(terminal, "IN LINE 1");
	at(desk, 66);
	terminal_keys(terminal, "gar<F9>");
	terminal_wait_text(terminal, "Logged: Garage sale permit");
	terminal_keys(terminal, "<C-z>");
	terminal_wait_text(terminal, "Taken back: it counts nowhere.");
	at(desk, 70);
	terminal_keys(terminal, "<F1>later<Enter>");
	terminal_wait_text(terminal, "Enter a visit later");
	terminal_keys(terminal, "<Tab><Tab>8:58<Tab>9:01<Tab><Tab><Tab>dog"
				"<Tab><Tab><Tab><Tab>g<F9>");
	terminal_wait_row(terminal, 1, "Who or what?");
	terminal_wait_text(terminal, "later");
}

/* 2:40 pm: Mr. Osei signs in, keeps his word, and tells what came of it. */
static void our_word_is_kept_and_told(struct desk_terminal *desk,
				      struct terminal *terminal)
{
	desk_terminal_end(desk, terminal);
	at(desk, 6 * 60 + 40);
	terminal = own_city_open(desk, "K. Osei", "1");
	terminal_wait_text(terminal, "Promises 2, late 1, today 1");
	terminal_keys(terminal, "<F10>");
	terminal_wait_text(terminal, "The plan is checked");
	terminal_keys(terminal, "<Enter>k");
	terminal_wait_text(terminal, "Note");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promises 1");
	terminal_keys(terminal, "<Enter>k");
	terminal_wait_text(terminal, "Note");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "Promises 0");
	terminal_keys(terminal, "<Right><Right><Right>");
	terminal_wait_text(terminal, "Mr. Adam Novak");
	terminal_keys(terminal, "<Enter>");
	terminal_wait_row(terminal, 0, "Fence permit");
	terminal_wait_row(terminal, 1, "contacts 3");
	at(desk, 6 * 60 + 45);
	terminal_keys(terminal, "<F9>");
	terminal_wait_text(terminal, "They are told this");
	terminal_keys(terminal, "Approved<Enter>");
	terminal_wait_text(terminal, "on the list of what is to tell");
	terminal_keys(terminal, "<Esc>");
	terminal_wait_text(terminal, "Open requests 0");
	terminal_keys(terminal, "<Esc><F10>");
	terminal_wait_text(terminal, "951-555-0142");
	at(desk, 6 * 60 + 50);
	terminal_keys(terminal, "<Enter>");
	terminal_wait_text(terminal, "they were told");
	terminal_keys(terminal, "He is glad<Enter>");
	terminal_wait_text(terminal, "To tell 0");
}

/* What a hand calculation gives, in the order of the summary. Lengths are
 * minutes as milliseconds. */
static const struct {
	const char *figure, *part, *value;
} by_hand[] = {
    {"visits", "arrived", "9"},
    {"visits", "served", "8"},
    {"visits", "left", "1"},
    {"visits", "left_while.waiting", "1"},
    {"visits", "open", "0"},
    {"visits", "unnamed", "4"},
    {"visits", "entered_later", "1"},
    {"visits", "address_known.n", "5"},
    {"visits", "address_known.count", "5"},
    {"visits", "carried_in", "0"},
    {"visits", "by_channel.walk_in.arrived", "8"},
    {"visits", "by_channel.telephone.arrived", "1"},
    /* 6, 8 and 17 minutes */
    {"wait", "n", "3"},
    {"wait", "median_ms", "480000"},
    {"wait", "mean_ms", "620000"},
    {"wait", "max_ms", "1020000"},
    {"wait", "buckets.under_5_min", "0"},
    {"wait", "buckets.5_to_20_min", "3"},
    {"wait", "within_target.count", "2"},
    {"wait", "not_timed", "5"},
    /* 3, 3, 4, 4, 7, 8 and 10 minutes; a form in one key has no length */
    {"service", "n", "7"},
    {"service", "median_ms", "240000"},
    {"service", "mean_ms", "334286"},
    {"service", "max_ms", "600000"},
    {"hold", "n", "1"},
    {"hold", "max_ms", "180000"},
    {"acknowledged", "counter.n", "7"},
    {"acknowledged", "counter.count", "7"},
    {"first_contact", "n", "7"},
    {"first_contact", "count", "5"},
    /* Mr. Novak's had three visits, and M. Hale, A. Ruiz and K. Osei */
    {"contacts", "n", "7"},
    {"contacts", "1", "6"},
    {"contacts", "3", "1"},
    {"touches", "n", "7"},
    {"touches", "1", "6"},
    {"touches", "3", "1"},
    {"handoffs", "offered", "1"},
    {"handoffs", "accepted", "1"},
    {"handoffs", "returned", "0"},
    {"handoffs", "pending", "0"},
    {"handoffs", "accept.median_ms", "180000"},
    {"promises", "due", "1"},
    {"promises", "kept.count", "1"},
    {"promises", "missed", "0"},
    {"promises", "renewed", "0"},
    {"results", "answered", "2"},
    {"results", "given", "3"},
    {"results", "opened", "1"},
    {"results", "handed_off", "1"},
    {"results", "could_not", "1"},
    {"concerns", "recorded", "1"},
    {"concerns", "open", "0"},
    {"concerns", "to_tell", "0"},
    {"hours", "08", "9"},
};

static const char *const on_paper[] = {
    "  Arrived                  9           8           1",
    "  How to address was known                       5 of 5, 100%",
    "  Wait, arrival to call          3          8 min    10 min 20 s",
    "  Called within 10 min                           2 of 3, 67%",
    "  Settled at the first contact                   5 of 7, 71%",
    "  Closed, by visits and calls about it           7",
    "    after 1 contact                              6",
    "    after 2 contacts                             0",
    "    after 3 contacts                             1",
    "  Closed, by how many staff acted                7",
    "    by 1 of the staff                            6",
    "    by 3 of the staff                            1",
    "    median time to accept                         3 min",
    "  Promises kept, of those kept or missed         1 of 1, 100%",
    "  Results still to tell                          0",
};

/* The value of a figure's part in JSON, "kept.count", as CSV writes it. */
static void expect_json(const struct json *summary, const char *figure,
			const char *part, const char *value)
{
	const struct json *at = json_get(summary, figure);
	char key[64], number[32];

	while (*part != '\0') {
		size_t len = strcspn(part, ".");

		snprintf(key, sizeof(key), "%.*s", (int)len, part);
		at = json_get(at, key);
		if (!at)
			fail_msg("%s has no %s", figure, key);
		part += len + (part[len] == '.');
	}
	snprintf(number, sizeof(number), "%lld", (long long)json_int(at));
	if (strcmp(number, value) != 0)
		fail_msg("%s %s is %s, by hand %s", figure, key, number, value);
}

static void the_figures_are_those_of_the_hand(struct desk_terminal *desk)
{
	char *json = own_city_ask(
	    desk, (const char *[]){"summary", "--day", "2026-11-23", "--format",
				   "json", NULL});
	char *csv = own_city_ask(
	    desk, (const char *[]){"summary", "--day", "2026-11-23", "--format",
				   "csv", NULL});
	char *text = own_city_ask(
	    desk, (const char *[]){"summary", "--day", "2026-11-23", NULL});
	struct error err = {0};
	struct json *summary;
	char line[128];

	assert_true(json_parse(json, strlen(json), &summary, &err));
	for (size_t i = 0; i < sizeof(by_hand) / sizeof(by_hand[0]); i++) {
		expect_json(summary, by_hand[i].figure, by_hand[i].part,
			    by_hand[i].value);
		snprintf(line, sizeof(line), "\n%s,%s,%s\r\n",
			 by_hand[i].figure, by_hand[i].part, by_hand[i].value);
		if (!strstr(csv, line))
			fail_msg("not in the CSV:%s", line);
	}
	for (size_t i = 0; i < sizeof(on_paper) / sizeof(on_paper[0]); i++)
		if (!strstr(text, on_paper[i]))
			fail_msg("not on paper: %s", on_paper[i]);
	json_free(summary);
	free(json);
	free(csv);
	free(text);
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
	a_couple_is_interrupted_by_the_telephone(desk, terminal);
	the_contractor_hears_when_it_will_be_done(desk, terminal);
	a_man_only_wants_a_form(desk, terminal);
	one_of_two_garcias_changes_the_window(desk, terminal);
	a_daughter_speaks_for_her_mother(desk, terminal);
	the_rest_of_the_hour(desk, terminal);
	our_word_is_kept_and_told(desk, terminal);
	the_figures_are_those_of_the_hand(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    DESK_TEST(a_busy_monday_adds_up),
	};

	return cmocka_run_group_tests(tests, desk_terminal_make,
				      desk_terminal_remove);
}
