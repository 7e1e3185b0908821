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

/* Whether the first of them went on: it stays, without an end. */
static bool cut_contacts(struct given_request *request, int64_t at)
{
	bool is_first_open = false;
	size_t kept = 0;

	for (size_t i = 0; i < request->contact_count; i++) {
		struct given_contact contact = request->contacts[i];

		if (is_later(contact.ended_at, at)) {
			if (contact.visit_id != request->first_visit_id)
				continue;
			is_first_open = true;
			contact.ended_at = GIVEN_NEVER;
			contact.ended_on = (struct day){""};
		}
		request->contacts[kept++] = contact;
	}
	request->contact_count = kept;
	return is_first_open;
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

bool given_request_then(struct given_request *request, int64_t at)
{
	bool is_first_open;

	if (request->received_at > at)
		return false;
	if (is_later(request->acknowledged_at, at))
		request->acknowledged_on = (struct day){""};
	if (is_later(request->resolved_at, at)) {
		request->resolved_on = (struct day){""};
		if (str_same(request->state, "resolved"))
			set_word(request->state, "open");
	}
	is_first_open = cut_contacts(request, at);
	cut_handoffs(request, at);
	cut_promises(request, at);
	/* A draft gives nothing until its visit ends or it is passed on. */
	return !is_first_open || request->handoff_count > 0 ||
	       request->acknowledged_on.text[0] != '\0';
}
