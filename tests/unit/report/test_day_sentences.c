/*
 * What a city manager reads: each sentence says whom it counts.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "frontdesk/report/day_lines.h"
#include "sample_day.h"

static void says(const struct summary *summary, const char *words)
{
	struct str text = STR_INIT;

	summary_sentences(summary, &text);
	sample_contains(str_text(&text), words);
	str_release(&text);
}

static void says_not(const struct summary *summary, const char *words)
{
	struct str text = STR_INIT;

	summary_sentences(summary, &text);
	if (strstr(str_text(&text), words) != NULL)
		fail_msg("\"%s\" stands in:\n%s", words, str_text(&text));
	str_release(&text);
}

static void who_wrote_is_said_apart_from_who_came(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	summary.acknowledged_message.received = 4;
	summary.acknowledged_message.same_day = 3;
	says(&summary, "15 requests were received; acknowledged the same day "
		       "at the counter and on the telephone: 10 of 11, 91%; by "
		       "message: 3 of 4, 75%.");
	summary.acknowledged_counter.received = 0;
	summary.acknowledged_counter.same_day = 0;
	says(&summary, "4 requests were received by message; acknowledged the "
		       "same day: 3 of 4, 75%.");
	says_not(&summary, "n/a");
	summary.by_channel[CHANNEL_MESSAGE].arrived = 3;
	says(&summary, "from 9 am to 10 am: 8, with calls and messages.");
	summary.by_channel[CHANNEL_WALK_IN].arrived = 0;
	says(&summary, "Nobody came to the counter; 3 wrote.");
}

static void promises_are_one_sentence(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	summary.promises_due = 10;
	summary.promises_kept = 9;
	says(&summary, "\nPromises kept: 9 of 9, 100%; 0 missed; 1 more is not "
		       "due yet.");
	summary.promises_kept = 0;
	summary.promises_due = 1;
	says(&summary, "\n1 promise is not due yet.");
	says_not(&summary, "Promises kept");
}

static void a_topic_is_not_asked_for_more_than_others(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	says(&summary, "Most asked for: Fence permit (8), =Dog licence (3).");
	summary.topic = "Fence permit";
	says_not(&summary, "Most asked for");
}

static void what_is_left_says_whose_it_is(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	summary.to_tell = 5;
	summary.stale_cards = 3;
	summary.topic_cards = 46;
	says(&summary, "5 results are still to be told to visitors.");
	says(&summary, "What we say about 3 topics of 46 is to be verified "
		       "again.");
}

static void a_day_closed_with_open_visits_says_so(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	summary.closing.at = "2026-11-23T17:42";
	summary.closing.by = "M. Hale";
	says(&summary, "Not everything was finished then: 1 visit was still "
		       "open.");
	summary.visits.open = 0;
	says_not(&summary, "Not everything");
}

static void a_closed_day_is_whole(void **state)
{
	struct summary summary = sample_day();

	(void)state;
	summary.is_over = false;
	summary.compared.with = COMPARED_WEEKDAYS;
	summary.compared.days = 4;
	summary.compared.arrived = 48;
	says(&summary, "12 visits so far; ");
	summary.closing.at = "2026-11-23T17:42";
	summary.closing.by = "M. Hale";
	says(&summary, "12 visits in all; ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(who_wrote_is_said_apart_from_who_came),
	    cmocka_unit_test(promises_are_one_sentence),
	    cmocka_unit_test(a_topic_is_not_asked_for_more_than_others),
	    cmocka_unit_test(what_is_left_says_whose_it_is),
	    cmocka_unit_test(a_day_closed_with_open_visits_says_so),
	    cmocka_unit_test(a_closed_day_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
