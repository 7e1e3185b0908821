/*
 * day_requests.c - requests, hand-offs and promises of a range of days
 */
#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

/* 1, 2, 3, 4 and more; a request without any is in none. */
static void add_bucket(int64_t buckets[4], int64_t *sum, const char *part,
		       int64_t n)
{
	int count = atoi(part);

	if (count < 1)
		return;
	buckets[count < 4 ? count - 1 : 3] += n;
	*sum += n;
}

static void add_handoffs(struct summary *out, const char *state, int64_t n)
{
	out->handoffs_offered += n;
	if (is(state, "accepted"))
		out->handoffs_accepted += n;
	else if (is(state, "returned"))
		out->handoffs_returned += n;
	else
		out->handoffs_pending += n;
}

static void add_promises(struct summary *out, const char *fate, int64_t n)
{
	if (is(fate, "renewed")) {
		out->promises_renewed += n;
	} else if (is(fate, "withdrawn")) {
		out->promises_withdrawn += n;
	} else {
		out->promises_due += n;
		if (is(fate, "kept"))
			out->promises_kept += n;
		else if (!is(fate, "ahead")) /* of a moment that is past */
			out->promises_missed += n;
	}
}

static void add_result(struct summary *out, const char *name, int64_t n)
{
	struct error unused = {0};
	enum result result;

	if (result_parse(name, &result, &unused))
		out->results[result] += n;
}

bool day_count_requests(struct summary *out, const char *figure,
			const char *part, int64_t n)
{
	int64_t same_day = is(part, "same_day") ? n : 0;

	if (is(figure, "at_counter")) {
		out->acknowledged_counter.received += n;
		out->acknowledged_counter.same_day += same_day;
	} else if (is(figure, "by_message")) {
		out->acknowledged_message.received += n;
		out->acknowledged_message.same_day += same_day;
	} else if (is(figure, "contacts")) {
		add_bucket(out->contacts, &out->contacts_n, part, n);
	} else if (is(figure, "touches")) {
		add_bucket(out->touches, &out->touches_n, part, n);
	} else if (is(figure, "first_contact")) {
		out->first_contact_n += n;
		out->first_contact_resolved += is(part, "resolved") ? n : 0;
	} else if (is(figure, "required")) {
		out->required_n += n;
		out->required_asked += is(part, "asked") ? n : 0;
	} else if (is(figure, "result")) {
		add_result(out, part, n);
	} else if (is(figure, "concern")) {
		out->concerns_recorded += n;
		out->concerns_open += is(part, "open") ? n : 0;
	} else if (is(figure, "handoff")) {
		add_handoffs(out, part, n);
	} else if (is(figure, "briefing")) {
		out->windows_opened += n;
		out->with_briefing += is(part, "seen") ? n : 0;
	} else if (is(figure, "promise")) {
		add_promises(out, part, n);
	} else {
		return false;
	}
	return true;
}
