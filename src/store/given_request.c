/*
 * given_request.c - what a request gives to the totals of its days
 *
 * It is counted on the day it was received and on the day it was resolved;
 * its contacts on the day their visit ended, its hand-offs when they were
 * offered, its promises when they are due, and what is to be told since it
 * has been owed.
 */
#include "given.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "length_pack.h"

struct giving {
	given_fn *give;
	void *state;
	int64_t record_id; /* of the contact, hand-off or promise */
};

struct number {
	char text[24];
};

static struct number number_of(int64_t value)
{
	struct number number;

	snprintf(number.text, sizeof(number.text), "%lld", (long long)value);
	return number;
}

static void count_many(const struct giving *to, int64_t n, int64_t site_id,
		       const char *day, const char *figure, const char *part)
{
	const struct fact fact = {.site_id = site_id,
				  .length = FACT_COUNT,
				  .n = n,
				  .record_id = to->record_id,
				  .day = day,
				  .figure = figure,
				  .part = part};

	to->give(to->state, &fact);
}

static void count(const struct giving *to, int64_t site_id, const char *day,
		  const char *figure, const char *part)
{
	count_many(to, 1, site_id, day, figure, part);
}

bool given_is_standing(const struct given_request *request)
{
	if (request->first_visit_id == 0)
		return true;
	for (size_t i = 0; i < request->contact_count; i++)
		if (!request->contacts[i].is_voided)
			return true;
	return false;
}

bool given_counts_touches(const struct given_request *request)
{
	return str_same(request->state, "resolved") &&
	       request->resolved_on.text[0] != '\0' &&
	       given_is_standing(request);
}

static void give_received(const struct given_request *request,
			  const struct giving *to)
{
	const char *day = request->received_on.text;
	bool is_same_day = str_same(request->acknowledged_on.text, day);

	if (str_same(request->state, "draft"))
		return;
	count(to, request->site_id, day,
	      str_same(request->channel, "message") ? "by_message"
						    : "at_counter",
	      is_same_day ? "same_day" : "later");
	if (!is_same_day)
		count(to, request->site_id, day, "not_acknowledged",
		      number_of(request->request_id).text);
	count(to, request->site_id, day, "topic",
	      request->topic_id == 0 ? "" : number_of(request->topic_id).text);
}

/* One that was offered in a visit that was voided since was never made. */
static bool was_offered(const struct given_request *request,
			const struct given_handoff *handoff)
{
	for (size_t i = 0; i < request->contact_count; i++)
		if (request->contacts[i].visit_id == handoff->visit_id)
			return !request->contacts[i].is_voided;
	return true;
}

/* Of the closed: how many visits and calls, and how many people. */
static void give_resolved(const struct given_request *request,
			  const struct giving *to)
{
	const char *day = request->resolved_on.text;
	bool is_two_hops = false;
	int64_t contacts = 0;

	if (!given_counts_touches(request))
		return;
	for (size_t i = 0; i < request->contact_count; i++)
		contacts += request->contacts[i].is_voided ? 0 : 1;
	for (size_t i = 0; i < request->handoff_count; i++)
		is_two_hops = is_two_hops ||
			      (request->handoffs[i].hop > 1 &&
			       was_offered(request, &request->handoffs[i]));
	count(to, request->site_id, day, "contacts", number_of(contacts).text);
	count(to, request->site_id, day, "touches",
	      number_of(request->touch_count).text);
	if (is_two_hops)
		count(to, request->site_id, day, "two_hops",
		      number_of(request->request_id).text);
}

/* Settled in the first visit, without passing on and without a promise. */
static bool is_settled_at_once(const struct given_request *request,
			       const struct given_contact *contact)
{
	if (!str_same(contact->result, "answered") &&
	    !str_same(contact->result, "given") &&
	    !str_same(contact->result, "not_ours"))
		return false;
	if (contact->ended_at == GIVEN_NEVER)
		return true;
	for (size_t i = 0; i < request->handoff_count; i++)
		if (request->handoffs[i].offered_at <= contact->ended_at)
			return false;
	for (size_t i = 0; i < request->promise_count; i++)
		if (request->promises[i].made_at <= contact->ended_at &&
		    !request->promises[i].is_taken_back)
			return false;
	return true;
}

/* The topic's required questions: asked, and passed over. */
static void give_required(const struct given_contact *contact,
			  const struct giving *to)
{
	int64_t skipped = contact->required_count - contact->asked_count;

	if (contact->asked_count > 0)
		count_many(to, contact->asked_count, contact->site_id,
			   contact->ended_on.text, "required", "asked");
	if (skipped > 0)
		count_many(to, skipped, contact->site_id,
			   contact->ended_on.text, "required", "skipped");
}

/* By the end of its visit. */
static void give_contact(const struct given_request *request,
			 const struct given_contact *contact,
			 const struct giving *to)
{
	const char *day = contact->ended_on.text;

	if (contact->ended_on.text[0] == '\0' || contact->is_voided)
		return;
	if (contact->result[0] != '\0')
		count(to, contact->site_id, day, "result", contact->result);
	if (str_same(contact->result, "could_not"))
		count(to, contact->site_id, day, "could_not",
		      number_of(contact->contact_id).text);
	if (contact->has_concern)
		count(to, contact->site_id, day, "concern", request->state);
	if (contact->visit_id == request->first_visit_id &&
	    !str_same(request->state, "draft")) {
		give_required(contact, to);
		count(to, contact->site_id, day, "first_contact",
		      is_settled_at_once(request, contact) ? "resolved"
							   : "other");
	}
}

static void give_handoff(const struct given_request *request,
			 const struct given_handoff *handoff,
			 const struct giving *to)
{
	const char *day = handoff->offered_on.text;
	struct fact accept = {.site_id = handoff->site_id,
			      .n = 1,
			      .record_id = to->record_id,
			      .day = day,
			      .figure = "accept",
			      .part = ""};

	if (!was_offered(request, handoff))
		return;
	if (handoff->hop > 1 && given_is_standing(request))
		count(to, handoff->site_id, day, "two_hops",
		      number_of(request->request_id).text);
	count(to, handoff->site_id, day, "handoff", handoff->state);
	if (!str_same(handoff->state, "accepted") ||
	    handoff->decided_at == GIVEN_NEVER)
		return;
	accept.length =
	    length_pack_within(handoff->decided_at - handoff->offered_at);
	to->give(to->state, &accept);
}

/* An open one may be late any moment: it is read as it stands. One that was
 * taken back never was. */
static void give_promise(const struct given_promise *promise,
			 const struct giving *to)
{
	bool is_settled = promise->settled_at != GIVEN_NEVER;
	bool is_in_time = is_settled && promise->settled_at <= promise->due_at;

	if (promise->is_taken_back ||
	    (!is_settled && str_same(promise->state, "open")))
		return;
	count(to, promise->site_id, promise->due_on.text, "promise",
	      is_in_time ? promise->state : "missed");
}

void given_by_request(const struct given_request *request, given_fn *give,
		      void *state)
{
	struct giving to = {give, state, 0};

	for (size_t i = 0; i < request->contact_count; i++) {
		to.record_id = request->contacts[i].contact_id;
		give_contact(request, &request->contacts[i], &to);
	}
	for (size_t i = 0; i < request->handoff_count; i++) {
		to.record_id = request->handoffs[i].handoff_id;
		give_handoff(request, &request->handoffs[i], &to);
	}
	to.record_id = 0;
	if (!given_is_standing(request))
		return;
	give_received(request, &to);
	give_resolved(request, &to);
	for (size_t i = 0; i < request->promise_count; i++) {
		to.record_id = request->promises[i].promise_id;
		give_promise(&request->promises[i], &to);
	}
	to.record_id = 0;
	for (size_t i = 0; i < request->owed_count; i++)
		count(&to, request->site_id,
		      zone_day(request->owed[i].zone, request->owed[i].owed_at)
			  .text,
		      "to_tell", "");
}

static void *room_for_one(void *items, size_t count, size_t *size, size_t each)
{
	if (count < *size)
		return items;
	*size = *size == 0 ? 4 : *size * 2;
	return mem_resize(items, *size, each);
}

struct given_contact *given_contact_add(struct given_request *request)
{
	request->contacts =
	    room_for_one(request->contacts, request->contact_count,
			 &request->contact_size, sizeof(request->contacts[0]));
	return &request->contacts[request->contact_count++];
}

struct given_handoff *given_handoff_add(struct given_request *request)
{
	request->handoffs =
	    room_for_one(request->handoffs, request->handoff_count,
			 &request->handoff_size, sizeof(request->handoffs[0]));
	return &request->handoffs[request->handoff_count++];
}

struct given_promise *given_promise_add(struct given_request *request)
{
	request->promises =
	    room_for_one(request->promises, request->promise_count,
			 &request->promise_size, sizeof(request->promises[0]));
	return &request->promises[request->promise_count++];
}

struct given_owed *given_owed_add(struct given_request *request)
{
	request->owed =
	    room_for_one(request->owed, request->owed_count,
			 &request->owed_size, sizeof(request->owed[0]));
	return &request->owed[request->owed_count++];
}

void given_request_clear(struct given_request *request)
{
	request->contact_count = request->handoff_count = 0;
	request->promise_count = request->owed_count = 0;
	request->touch_count = 0;
}

void given_request_release(struct given_request *request)
{
	free(request->contacts);
	free(request->handoffs);
	free(request->promises);
	free(request->owed);
	*request = (struct given_request){0};
}
