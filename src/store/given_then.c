/*
 * given_then.c - a record as it stood at an instant, before it gives anything
 */
#include "given_then.h"

#include <stdio.h>

#include "frontdesk/base/str.h"

static bool is_later(int64_t instant, int64_t at)
{
	return instant != GIVEN_NEVER && instant > at;
}

static void set_word(char out[GIVEN_WORD], const char *word)
{
	snprintf(out, GIVEN_WORD, "%s", word);
}

void given_visit_then(struct given_visit *visit, int64_t at,
		      int64_t waited_since)
{
	if (visit->arrived_at > at)
		visit->is_voided = true;
	if (is_later(visit->called_at, at))
		visit->wait_length = GIVEN_NEVER;
	else if (visit->wait_length != GIVEN_NEVER &&
		 visit->wait_length >= waited_since)
		visit->wait_length -= waited_since;
	if (!is_later(visit->ended_at, at))
		return;
	set_word(visit->state, "waiting");
	visit->is_addressed = false;
}

/* The first of them stays where it went on, without an end. */
static void cut_contacts(struct given_request *request, int64_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < request->contact_count; i++) {
		struct given_contact contact = request->contacts[i];

		if (is_later(contact.ended_at, at)) {
			if (contact.visit_id != request->first_visit_id)
				continue;
			contact.ended_at = GIVEN_NEVER;
			contact.ended_on = (struct day){""};
		}
		request->contacts[kept++] = contact;
	}
	request->contact_count = kept;
}

static void cut_handoffs(struct given_request *request, int64_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < request->handoff_count; i++) {
		struct given_handoff *handoff = &request->handoffs[i];

		if (handoff->offered_at > at)
			continue;
		if (is_later(handoff->decided_at, at)) {
			set_word(handoff->state, "offered");
			handoff->decided_at = GIVEN_NEVER;
		}
		request->handoffs[kept++] = *handoff;
	}
	request->handoff_count = kept;
}

/* An open one gives nothing as it stands; then it is known which it was. */
static void cut_promises(struct given_request *request, int64_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < request->promise_count; i++) {
		struct given_promise *promise = &request->promises[i];
		bool is_open = is_later(promise->settled_at, at) ||
			       (promise->settled_at == GIVEN_NEVER &&
				str_same(promise->state, "open"));

		if (promise->made_at > at)
			continue;
		if (is_open) {
			bool is_ahead = promise->due_at > at;

			set_word(promise->state, is_ahead ? "ahead" : "missed");
			promise->settled_at =
			    is_ahead ? promise->due_at : GIVEN_NEVER;
		}
		request->promises[kept++] = *promise;
	}
	request->promise_count = kept;
}

static bool is_over(const struct given_contact *contact)
{
	return contact->ended_at != GIVEN_NEVER && contact->result[0] != '\0';
}

static bool leaves_open(const struct given_contact *contact)
{
	return str_same(contact->result, "opened") ||
	       str_same(contact->result, "handed_off");
}

static void note_latest(int64_t instant, int64_t at, int64_t *latest)
{
	if (instant <= at && instant > *latest)
		*latest = instant;
}

/* When it was opened, or opened again, by the last who did. */
static int64_t opened_at(const struct given_request *request, int64_t at)
{
	int64_t latest = GIVEN_NEVER;

	for (size_t i = 0; i < request->contact_count; i++)
		if (is_over(&request->contacts[i]) &&
		    leaves_open(&request->contacts[i]))
			note_latest(request->contacts[i].ended_at, at, &latest);
	for (size_t i = 0; i < request->handoff_count; i++) {
		note_latest(request->handoffs[i].offered_at, at, &latest);
		if (str_same(request->handoffs[i].state, "accepted"))
			note_latest(request->handoffs[i].decided_at, at,
				    &latest);
	}
	for (size_t i = 0; i < request->promise_count; i++)
		note_latest(request->promises[i].made_at, at, &latest);
	return latest;
}

/* An offer that nobody decided, or a promise. */
static bool is_owed_at(const struct given_request *request, int64_t at)
{
	for (size_t i = 0; i < request->handoff_count; i++)
		if (request->handoffs[i].offered_at <= at &&
		    (request->handoffs[i].decided_at == GIVEN_NEVER ||
		     request->handoffs[i].decided_at > at))
			return true;
	for (size_t i = 0; i < request->promise_count; i++)
		if (request->promises[i].made_at <= at &&
		    !request->promises[i].is_taken_back &&
		    (request->promises[i].settled_at == GIVEN_NEVER ||
		     request->promises[i].settled_at > at))
			return true;
	return false;
}

/* It is open now, or was closed later: whether it was closed before that. */
static void close_then(struct given_request *request, int64_t at,
		       int64_t settled_at, struct day settled_on)
{
	int64_t opened = opened_at(request, at), closed = GIVEN_NEVER;

	if (settled_at > opened) {
		closed = settled_at;
		request->resolved_on = settled_on;
	}
	for (size_t i = 0; i < request->contact_count; i++) {
		const struct given_contact *contact = &request->contacts[i];

		if (!is_over(contact) || contact->is_voided ||
		    leaves_open(contact) || contact->ended_at < opened ||
		    is_owed_at(request, contact->ended_at) ||
		    (closed != GIVEN_NEVER && closed <= contact->ended_at))
			continue;
		closed = contact->ended_at;
		request->resolved_on = contact->ended_on;
	}
	if (closed != GIVEN_NEVER)
		set_word(request->state, "resolved");
}

/* Until its visit is finished, or somebody passes it on or promises something,
 * it is a draft. */
static bool was_draft(const struct given_request *request)
{
	for (size_t i = 0; i < request->contact_count; i++)
		if (is_over(&request->contacts[i]))
			return false;
	return request->first_visit_id != 0 && request->handoff_count == 0 &&
	       request->promise_count == 0 &&
	       !str_same(request->state, "resolved");
}

bool given_request_then(struct given_request *request, int64_t at,
			int64_t settled_at, struct day settled_on)
{
	bool is_closed_by_then =
	    str_same(request->state, "resolved") && request->resolved_at <= at;

	if (request->received_at > at)
		return false;
	if (is_later(request->acknowledged_at, at))
		request->acknowledged_on = (struct day){""};
	cut_contacts(request, at);
	if (!is_closed_by_then && !str_same(request->state, "draft")) {
		request->resolved_on = (struct day){""};
		set_word(request->state, "open");
		close_then(request, at, settled_at, settled_on);
	}
	cut_handoffs(request, at);
	cut_promises(request, at);
	if (was_draft(request))
		set_word(request->state, "draft");
	return true;
}
