/*
 * demo_case.c - what becomes of a request that stays open
 *
 * Chance decides when it opens: handed on or not, promised or not, and how
 * that ends. Everything later is an event; what lies after the demo's now
 * never happens, and is what the desk finds open.
 */
#include <stdlib.h>

#include "demo_history.h"
#include "frontdesk/store/acknowledgement.h"
#include "frontdesk/store/told.h"

enum {
	CLOSES = 17 * 60,
	PROMISED = 80, /* of a hundred that are opened */
	KEPT = 78,
	MISSED = 14, /* the rest are promised anew */
	RETURNED = 8,
	PASSED_ON = 7, /* to another department, once accepted */
	TO_DEPARTMENT = 30,
	SLOW = 15, /* to be accepted: a day or two */
};

static const char *said_text(const struct demo_history *history,
			     const struct demo_case *open, const char *column)
{
	return table_text(&history->demo->said, open->said, column);
}

/* The desk finds the first clerk's list as their story tells it. */
static bool is_first_clerk(const struct demo_history *history,
			   const struct demo_person *person)
{
	return person == &history->demo->staff[0];
}

static int64_t closing(const struct demo_history *history, int64_t at, int days)
{
	const struct demo *demo = history->demo;

	return demo_instant(
	    demo, demo_business_day(zone_day(demo->zone, at), days), CLOSES);
}

/* When the matter is settled, by how the promise ends. */
static void plan_end(struct demo_history *history, size_t index, int64_t at,
		     int64_t from, int days)
{
	int fate = demo_between(&history->random, 1, 100);
	int64_t end;

	if (is_first_clerk(history, history->cases[index].giver) && fate > KEPT)
		fate = KEPT;
	if (fate <= KEPT) {
		end = demo_later(history, at,
				 demo_between(&history->random, 0, days));
		if (end > closing(history, at, days))
			end = closing(history, at, days) - CLOCK_HOUR;
		if (end < from)
			end = from + 20 * CLOCK_MINUTE;
	} else if (fate <= KEPT + MISSED) {
		end = demo_later(history, closing(history, at, days),
				 demo_between(&history->random, 1, 3));
	} else {
		demo_plan_event(history,
				closing(history, at, days) - 2 * CLOCK_HOUR,
				DEMO_RENEW, index);
		end = demo_later(history, closing(history, at, days), 2);
	}
	demo_plan_event(history, end, DEMO_SETTLE, index);
}

/* An hour or so later, or the next morning. */
static int64_t soon(struct demo_history *history, int64_t at)
{
	int64_t later =
	    at + demo_between(&history->random, 8, 170) * CLOCK_MINUTE;

	return later < closing(history, at, 0) ? later
					       : demo_later(history, at, 1);
}

static bool hand_on(struct demo_history *history, size_t index, int64_t at,
		    int64_t *accepted_at, struct error *err)
{
	struct demo_case *open = &history->cases[index];
	const struct demo_person *receiver =
	    demo_handler(history->demo, &history->demo->topics[open->topic]);
	bool is_returned = !is_first_clerk(history, open->giver) &&
			   demo_chance(&history->random, RETURNED);

	*accepted_at =
	    !is_first_clerk(history, open->giver) &&
		    demo_chance(&history->random, SLOW)
		? demo_later(history, at, demo_between(&history->random, 1, 2))
		: soon(history, at);
	demo_plan_event(history, *accepted_at,
			is_returned ? DEMO_RETURN : DEMO_ACCEPT, index);
	if (is_returned) /* and the next department takes it */
		*accepted_at += CLOCK_HOUR * 4;
	return demo_offer(history, index, open->giver, receiver,
			  demo_chance(&history->random, TO_DEPARTMENT),
			  said_text(history, open, "asked"), at, err);
}

bool demo_open_case(struct demo_history *history, size_t index, int64_t at,
		    struct error *err)
{
	struct demo_case *open = &history->cases[index];
	bool is_handed_on = said_text(history, open, "asked") != NULL;
	bool is_promised = is_handed_on || is_first_clerk(history, open->giver)
			       ? true
			       : demo_chance(&history->random, PROMISED);
	int days = is_first_clerk(history, open->giver)
		       ? 2
		       : demo_between(&history->random, 1, 5);
	int64_t from = at;

	if (is_promised && !demo_promise(history, open, at,
					 closing(history, at, days), 0, err))
		return false;
	if (is_handed_on && !hand_on(history, index, at, &from, err))
		return false;
	plan_end(history, index, at, from, days);
	return true;
}

static bool acknowledge(struct demo_history *history, struct demo_case *open,
			int64_t at, struct error *err)
{
	return acknowledgement_insert(
	    history->db, open->request_id, open->owner->staff_id,
	    demo_chance(&history->random, 50) ? "telephone" : "letter", at,
	    zone_day(history->demo->zone, at), err);
}

static bool accept(struct demo_history *history, size_t index, int64_t at,
		   struct error *err)
{
	struct demo_case *open = &history->cases[index];

	if (open->offers == 1 && demo_chance(&history->random, PASSED_ON))
		demo_plan_event(history, soon(history, at), DEMO_OFFER, index);
	return demo_accept(history, open, at, err);
}

static bool send_back(struct demo_history *history, size_t index, int64_t at,
		      struct error *err)
{
	struct demo_case *open = &history->cases[index];

	demo_plan_event(history, at + 25 * CLOCK_MINUTE, DEMO_OFFER, index);
	return demo_return(history, open, at, err);
}

/* A department that is neither the counter's nor the one that has it. */
static const struct demo_person *somebody_else(struct demo_history *history,
					       const struct demo_case *open)
{
	const struct demo *demo = history->demo;
	const struct demo_person *person;

	do {
		person = &demo->staff[demo_index(&history->random,
						 demo->staff_count)];
	} while (person->department_id == demo->staff[0].department_id ||
		 person->department_id == open->receiver->department_id);
	return person;
}

static bool offer_again(struct demo_history *history, size_t index, int64_t at,
			struct error *err)
{
	struct demo_case *open = &history->cases[index];
	bool is_hop = open->owner == open->receiver;
	const struct demo_person *receiver;

	if (!open->is_open)
		return true;
	receiver = somebody_else(history, open);
	demo_plan_event(history, soon(history, at), DEMO_ACCEPT, index);
	return demo_offer(history, index, open->owner, receiver, false,
			  demo_note(history, is_hop ? "hop" : "again"), at,
			  err);
}

static bool settle(struct demo_history *history, size_t index, int64_t at,
		   struct error *err)
{
	struct demo_case *open = &history->cases[index];

	if (open->handoff_id != 0) { /* still on somebody's table */
		demo_plan_event(history, at + CLOCK_HOUR, DEMO_SETTLE, index);
		return true;
	}
	if (!demo_settle(history, open, at, err))
		return false;
	demo_plan_event(
	    history,
	    is_first_clerk(history, open->owner) ? at : soon(history, at),
	    DEMO_TELL, index);
	return true;
}

static bool tell(struct demo_history *history, const struct demo_case *open,
		 int64_t at, struct error *err)
{
	int64_t request_id;
	bool was_acknowledged;

	return told_settle(history->db, open->told_id, open->owner->staff_id, 0,
			   demo_note(history, "tell"), at, &request_id,
			   &was_acknowledged, err);
}

static const struct demo_person *actor_of(const struct demo_case *open,
					  enum demo_event_kind kind)
{
	return kind == DEMO_ACCEPT || kind == DEMO_RETURN ? open->receiver
							  : open->owner;
}

bool demo_happen(struct demo_history *history, const struct demo_event *event,
		 struct error *err)
{
	struct demo_case *open;
	int64_t at = event->at;

	if (event->kind == DEMO_VISIT)
		return demo_write_visit(history, &history->visits[event->index],
					err);
	if (event->kind == DEMO_VOICE)
		return demo_hear(history, event->index, at, err);
	open = &history->cases[event->index];
	db_set_actor(history->db, actor_of(open, event->kind)->staff_id);
	switch (event->kind) {
	case DEMO_ACKNOWLEDGE:
		return acknowledge(history, open, at, err);
	case DEMO_ACCEPT:
		return accept(history, event->index, at, err);
	case DEMO_RETURN:
		return send_back(history, event->index, at, err);
	case DEMO_OFFER:
		return offer_again(history, event->index, at, err);
	case DEMO_RENEW:
		return !open->is_open ||
		       demo_renew(history, open, at, closing(history, at, 3),
				  err);
	case DEMO_SETTLE:
		return settle(history, event->index, at, err);
	default:
		return tell(history, open, at, err);
	}
}
