/*
 * given_row.c - the rows that the totals are counted from
 */
#include "given_row.h"

#include <stdio.h>
#include <string.h>

/* Cut where it is too long; NULL is "". */
static void take(const struct query *q, int column, char *out, size_t size)
{
	const char *text = row_text(q, column);
	size_t len = text != NULL ? strnlen(text, size - 1) : 0;

	if (len > 0)
		memcpy(out, text, len);
	out[len] = '\0';
}

static void word(const struct query *q, int column, char out[GIVEN_WORD])
{
	take(q, column, out, GIVEN_WORD);
}

static void day(const struct query *q, int column, struct day *out)
{
	take(q, column, out->text, sizeof(out->text));
}

static int64_t or_never(const struct query *q, int column)
{
	return row_is_null(q, column) ? GIVEN_NEVER : row_int(q, column);
}

void given_visit_row(const struct query *q, struct given_visit *visit)
{
	visit->visit_id = row_int(q, 0);
	visit->site_id = row_int(q, 1);
	day(q, 2, &visit->arrived_on);
	take(q, 3, visit->zone, sizeof(visit->zone));
	word(q, 4, visit->channel);
	word(q, 5, visit->state);
	word(q, 6, visit->left_when);
	visit->arrived_at = row_int(q, 7);
	visit->wait_length = or_never(q, 8);
	visit->service_length = or_never(q, 9);
	visit->is_timed = row_int(q, 10) == 1;
	visit->is_entered_later = !row_is_null(q, 11);
	visit->is_voided = !row_is_null(q, 12);
	visit->is_addressed = !row_is_null(q, 13);
	visit->is_known = row_int(q, 13) == 1;
	visit->called_at = or_never(q, 14);
	visit->ended_at = or_never(q, 15);
	visit->is_named = false;
}

void given_request_row(const struct query *q, struct given_request *request)
{
	given_request_clear(request);
	request->request_id = row_int(q, 0);
	request->site_id = row_int(q, 1);
	word(q, 2, request->channel);
	word(q, 3, request->state);
	request->topic_id = row_int(q, 4);
	day(q, 5, &request->received_on);
	day(q, 6, &request->acknowledged_on);
	day(q, 7, &request->resolved_on);
	request->first_visit_id = row_int(q, 8);
	request->received_at = row_int(q, 9);
	request->acknowledged_at = or_never(q, 10);
	request->resolved_at = or_never(q, 11);
}

void given_contact_row(const struct query *q, struct given_request *request)
{
	struct given_contact *contact = given_contact_add(request);

	contact->contact_id = row_int(q, 1);
	contact->visit_id = row_int(q, 2);
	word(q, 3, contact->result);
	contact->has_concern = row_int(q, 4) == 1;
	contact->site_id = row_int(q, 5);
	contact->ended_at = or_never(q, 6);
	day(q, 7, &contact->ended_on);
	contact->is_voided = !row_is_null(q, 8);
	contact->required_count = row_int(q, 9);
	contact->asked_count = row_int(q, 10);
}

void given_handoff_row(const struct query *q, struct given_request *request)
{
	struct given_handoff *handoff = given_handoff_add(request);

	handoff->visit_id = row_int(q, 1);
	handoff->site_id = row_int(q, 2);
	handoff->hop = row_int(q, 3);
	word(q, 4, handoff->state);
	handoff->offered_at = row_int(q, 5);
	day(q, 6, &handoff->offered_on);
	handoff->decided_at = or_never(q, 7);
	handoff->handoff_id = row_int(q, 8);
}

void given_promise_row(const struct query *q, struct given_request *request)
{
	struct given_promise *promise = given_promise_add(request);

	promise->site_id = row_int(q, 1);
	word(q, 2, promise->state);
	promise->made_at = row_int(q, 3);
	promise->due_at = row_int(q, 4);
	promise->settled_at = or_never(q, 5);
	day(q, 6, &promise->due_on);
	promise->is_taken_back = row_int(q, 7) != 0;
	promise->promise_id = row_int(q, 8);
}

void given_owed_row(const struct query *q, struct given_request *request)
{
	struct given_owed *owed = given_owed_add(request);

	owed->owed_at = row_int(q, 1);
	take(q, 2, owed->zone, sizeof(owed->zone));
}

void given_touch_row(const struct query *q, struct given_request *request)
{
	(void)q;
	request->touch_count++;
}

void given_feedback_row(const struct query *q, struct given_feedback *feedback)
{
	feedback->feedback_id = row_int(q, 1);
	feedback->site_id = row_int(q, 2);
	day(q, 3, &feedback->noted_on);
	feedback->is_card = row_int(q, 4) == 1;
	feedback->has_comment = row_int(q, 5) == 1;
	for (int i = 0; i < CARD_QUESTIONS; i++)
		feedback->marks[i] = (int)row_int(q, 6 + i);
}

void given_idea_row(const struct query *q, struct given_once *once)
{
	once->site_id = row_int(q, 1);
	day(q, 2, &once->on);
	once->figure = "idea";
	word(q, 3, once->part);
}

void given_thanks_row(const struct query *q, struct given_once *once)
{
	once->site_id = row_int(q, 1);
	day(q, 2, &once->on);
	once->figure = "thanks";
	snprintf(once->part, sizeof(once->part), "%s",
		 row_int(q, 3) == 1 ? "visitor" : "colleague");
}

void given_briefing_row(const struct query *q, struct given_briefing *briefing)
{
	briefing->site_id = row_int(q, 1);
	day(q, 2, &briefing->shown_on);
	briefing->is_seen = !row_is_null(q, 3);
}
