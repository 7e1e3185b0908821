/*
 * behind.c - as many records are behind each figure of a summary as it says
 */
#include "behind.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "fixture.h"
#include "frontdesk/base/str.h"
#include "frontdesk/desk/day_behind.h"

/* Fewer than most lists have: they are read in several pages. */
#define PAGE 60

struct agreeing {
	struct desk *desk;
	const struct summary_scope *scope;
	size_t rows;
};

static void expect_once(const struct day_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		for (size_t j = 0; j < i; j++)
			if (str_same(rows->items[i].id, rows->items[j].id))
				fail_msg("%s is there twice",
					 rows->items[i].reference);
}

static void expect_rows(struct agreeing *with, const struct day_behind *behind,
			int64_t count)
{
	struct day_rows rows = {0};
	struct error err = {0};

	do {
		fixture_ok(desk_list_behind(with->desk, with->scope, behind,
					    PAGE, &rows, &err));
	} while (rows.has_more);
	if ((int64_t)rows.count != count)
		fail_msg("%s to %s: behind figure %d, part %lld %s, are %zu "
			 "records, not %lld",
			 with->scope->from.text, with->scope->to.text,
			 (int)behind->figure, (long long)behind->part,
			 behind->topic, rows.count, (long long)count);
	if (rows.count < 300)
		expect_once(&rows);
	with->rows += rows.count;
	day_rows_release(&rows);
}

static void expect(struct agreeing *with, enum day_figure figure, int64_t part,
		   int64_t count)
{
	const struct day_behind behind = {figure, part, ""};

	expect_rows(with, &behind, count);
}

static void expect_named(struct agreeing *with, enum day_figure figure,
			 const struct named_count *named)
{
	struct day_behind behind = {figure, 0, ""};

	snprintf(behind.topic, sizeof(behind.topic), "%s", named->name);
	expect_rows(with, &behind, named->count);
}

static void expect_visits(struct agreeing *with, const struct summary *day)
{
	const struct visit_figures *all = &day->visits;

	expect(with, DAY_ARRIVED, 0, all->arrived);
	for (int i = 0; i < CHANNEL_COUNT; i++)
		expect(with, DAY_CHANNEL, i, day->by_channel[i].arrived);
	expect(with, DAY_UNNAMED, 0, all->unnamed);
	expect(with, DAY_NAMED, 0, all->address_known + all->address_unknown);
	expect(with, DAY_ADDRESS_KNOWN, 0, all->address_known);
	expect(with, DAY_ADDRESS_UNKNOWN, 0, all->address_unknown);
	expect(with, DAY_SERVED, 0, all->served);
	expect(with, DAY_LEFT, 0, all->left);
	expect(with, DAY_LEFT_WAITING, 0, all->left_waiting);
	expect(with, DAY_LEFT_CALLED, 0, all->left_called);
	expect(with, DAY_LEFT_SERVED, 0, all->left_served);
	expect(with, DAY_OPEN, 0, all->open);
	expect(with, DAY_CARRIED_IN, 0, day->carried_in);
	expect(with, DAY_ENTERED_LATER, 0, all->entered_later);
	expect(with, DAY_NOT_TIMED, 0, day->wait_not_timed);
	expect(with, DAY_WAITED, 0, day->wait.n);
	for (int i = 0; i < 4; i++)
		expect(with, DAY_WAIT, i, day->wait_buckets[i]);
	if (day->wait_target != 0)
		expect(with, DAY_WITHIN, day->wait_target,
		       day->wait_within_target);
	expect(with, DAY_SERVICE, 0, day->service.n);
	expect(with, DAY_HOLD, 0, day->hold.n);
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		expect(with, DAY_WAITED_BY, i, day->wait_by_channel[i].n);
		expect(with, DAY_SERVICE_BY, i, day->service_by_channel[i].n);
	}
	for (size_t i = 0; i < day->holds.count; i++)
		expect_named(with, DAY_HOLD_REASON, &day->holds.items[i]);
	for (int i = 0; i < 24; i++)
		expect(with, DAY_HOUR, i, day->hours[i]);
}

static void expect_requests(struct agreeing *with, const struct summary *day)
{
	expect(with, DAY_COUNTER, 0, day->acknowledged_counter.received);
	expect(with, DAY_COUNTER_SAME, 0, day->acknowledged_counter.same_day);
	expect(with, DAY_MESSAGE, 0, day->acknowledged_message.received);
	expect(with, DAY_MESSAGE_SAME, 0, day->acknowledged_message.same_day);
	expect(with, DAY_NOT_ACKNOWLEDGED, 0,
	       (int64_t)day->not_acknowledged.count);
	expect(with, DAY_FIRST, 0, day->first_contact_n);
	expect(with, DAY_FIRST_RESOLVED, 0, day->first_contact_resolved);
	expect(with, DAY_CLOSED, 0, day->contacts_n);
	for (int i = 0; i < 4; i++)
		expect(with, DAY_CONTACTS, i + 1, day->contacts[i]);
	for (int i = 0; i < 4; i++)
		expect(with, DAY_TOUCHES, i + 1, day->touches[i]);
	expect(with, DAY_TWO_HOPS, 0, (int64_t)day->two_hops.count);
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++)
		expect(with, DAY_RESULT, i, day->results[i]);
	expect(with, DAY_CONCERNS, 0, day->concerns_recorded);
	expect(with, DAY_CONCERNS_OPEN, 0, day->concerns_open);
	expect(with, DAY_TO_TELL, 0, day->to_tell);
	for (size_t i = 0; i < day->topics.count; i++)
		expect_named(with, DAY_TOPIC, &day->topics.items[i]);
}

static void expect_passing(struct agreeing *with, const struct summary *day)
{
	expect(with, DAY_OFFERED, 0, day->handoffs_offered);
	expect(with, DAY_ACCEPTED, 0, day->handoffs_accepted);
	expect(with, DAY_RETURNED, 0, day->handoffs_returned);
	expect(with, DAY_PENDING, 0, day->handoffs_pending);
	expect(with, DAY_DUE, 0, day->promises_due);
	expect(with, DAY_FALLEN_DUE, 0, summary_promises_fallen_due(day));
	expect(with, DAY_NOT_YET, 0,
	       day->promises_due - summary_promises_fallen_due(day));
	expect(with, DAY_KEPT, 0, day->promises_kept);
	expect(with, DAY_MISSED, 0, day->promises_missed);
	expect(with, DAY_RENEWED, 0, day->promises_renewed);
	expect(with, DAY_WITHDRAWN, 0, day->promises_withdrawn);
}

static void expect_voices(struct agreeing *with, const struct summary *day)
{
	expect(with, DAY_CARDS, 0, day->cards);
	expect(with, DAY_SAID, 0, day->said);
	for (int i = 0; i < CARD_QUESTIONS * CARD_MARK_MAX; i++)
		expect(with, DAY_MARK,
		       10 * (i / CARD_MARK_MAX + 1) + i % CARD_MARK_MAX + 1,
		       day->marks[i / CARD_MARK_MAX][i % CARD_MARK_MAX]);
	expect(with, DAY_COMMENTS, 0, (int64_t)day->comments.count);
	expect(with, DAY_STALE, 0, day->stale_cards);
	expect(with, DAY_NOTED, 0, day->unanswered_noted);
	expect(with, DAY_ANSWERED, 0, day->unanswered_answered);
	expect(with, DAY_UNANSWERED, 0, day->unanswered_open);
	if (summary_is_part(day))
		return;
	expect(with, DAY_IDEAS_NEW, 0, day->ideas_new);
	for (int i = IDEA_TAKEN_UP; i < IDEA_STATES; i++)
		expect(with, DAY_IDEAS_DECIDED, i, day->ideas_by_decision[i]);
	expect(with, DAY_IDEAS_ANSWERED, 0, day->ideas_answered);
	expect(with, DAY_THANKS, 0, day->thanks);
	expect(with, DAY_THANKS_OF_VISITORS, 0, day->thanks_of_visitors);
}

size_t behind_as_counted(struct desk *desk, const struct summary_scope *scope)
{
	struct agreeing with = {desk, scope, 0};
	struct error err = {0};
	struct summary day;

	fixture_ok(desk_sum_up_scope(desk, scope, &day, &err));
	expect_visits(&with, &day);
	expect_requests(&with, &day);
	expect_passing(&with, &day);
	expect_voices(&with, &day);
	summary_release(&day);
	return with.rows;
}
