/*
 * given_visit.c - what a visit gives to the totals of the day it arrived on
 */
#include "given.h"

#include "frontdesk/base/str.h"
#include "length_pack.h"

struct giving {
	struct fact fact;
	given_fn *give;
	void *state;
};

static void count(struct giving *to, const char *figure, const char *part)
{
	to->fact.figure = figure;
	to->fact.part = part;
	to->fact.length = FACT_COUNT;
	to->give(to->state, &to->fact);
}

static void length(struct giving *to, const char *figure, const char *part,
		   int64_t length)
{
	to->fact.figure = figure;
	to->fact.part = part;
	to->fact.length = length_pack_within(length);
	to->give(to->state, &to->fact);
}

static struct giving giving_of(const struct given_visit *visit, given_fn *give,
			       void *state)
{
	return (struct giving){
	    .fact = {.site_id = visit->site_id,
		     .n = 1,
		     .day = visit->arrived_on.text},
	    .give = give,
	    .state = state,
	};
}

static const char *figure_of_state(const struct given_visit *visit)
{
	if (str_same(visit->state, "served"))
		return "served";
	if (!str_same(visit->state, "left"))
		return "open";
	if (str_same(visit->left_when, "called"))
		return "left_called";
	return str_same(visit->left_when, "served") ? "left_served"
						    : "left_waiting";
}

static void give_hour(struct giving *to, const struct given_visit *visit)
{
	struct local local;
	char hour[3] = "";

	zone_local(visit->zone, visit->arrived_at, &local);
	hour[0] = (char)('0' + local.hour / 10);
	hour[1] = (char)('0' + local.hour % 10);
	count(to, "hour", hour);
}

void given_by_visit(const struct given_visit *visit, given_fn *give,
		    void *state)
{
	struct giving to = giving_of(visit, give, state);

	if (visit->is_voided)
		return;
	count(&to, "arrived", visit->channel);
	count(&to, figure_of_state(visit), visit->channel);
	if (!visit->is_named)
		count(&to, "unnamed", visit->channel);
	if (visit->is_addressed)
		count(&to,
		      visit->is_known ? "address_known" : "address_unknown",
		      visit->channel);
	if (visit->is_entered_later)
		count(&to, "entered_later", visit->channel);
	if (!visit->is_timed)
		count(&to, "not_timed", "");
	give_hour(&to, visit);
	if (visit->is_timed && visit->wait_length != GIVEN_NEVER)
		length(&to, "wait", visit->channel, visit->wait_length);
	if (str_same(visit->state, "served") &&
	    visit->service_length != GIVEN_NEVER)
		length(&to, "service", visit->channel, visit->service_length);
}

void given_by_hold(const struct given_visit *visit, const char *reason,
		   int64_t hold_length, given_fn *give, void *state)
{
	struct giving to = giving_of(visit, give, state);

	if (!visit->is_voided)
		length(&to, "hold", reason, hold_length);
}
