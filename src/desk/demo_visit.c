/*
 * demo_visit.c - a visit of the past, written as the counter would have
 */
#include <stdlib.h>
#include <string.h>

#include "demo_history.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/str.h"
#include "frontdesk/store/acknowledgement.h"
#include "visit_private.h"

enum { ACKNOWLEDGED_AT_ONCE = 90 /* of a hundred that stay open */ };

static void add_people(const struct demo *demo, const struct demo_visit *plan,
		       struct visit *visit)
{
	if (!plan->is_named)
		return;
	visit_add_person(visit, demo->residents[plan->resident].resident_id, 0,
			 PART_THEMSELVES, NULL);
	if (plan->has_beside)
		visit_add_person(visit,
				 demo->residents[plan->beside].resident_id, 0,
				 PART_BESIDE, NULL);
	if (plan->is_for_organisation)
		visit_place_person(
		    visit, 0,
		    demo->organisations[plan->organisation].organisation_id,
		    PART_FOR_ORGANISATION);
}

/* Somebody unnamed can only be told where a telephone was left. */
static void leave_telephone(struct demo_history *history,
			    const struct demo_visit *plan,
			    struct contact *contact)
{
	struct str text = STR_INIT;

	if (plan->is_named || !result_is_open(contact->result))
		return;
	str_addf(&text, "562-555-01%02d",
		 demo_between(&history->random, 0, 99));
	contact->contact_text = str_take(&text);
}

static void fill_return(struct demo_history *history,
			const struct demo_case *open, struct contact *contact)
{
	contact->request_id = open->request_id;
	contact->topic_id = history->demo->topics[open->topic].topic_id;
	contact->place = mem_copy(open->place);
	contact->contact_text = mem_copy("");
	contact->words = mem_copy(demo_note(history, "follow"));
	if (demo_chance(&history->random, 30))
		contact->concern =
		    mem_copy(demo_note(history, "follow_concern"));
	contact->done = mem_copy(demo_note(history, "follow_done"));
	contact->result = RESULT_OPENED;
}

static size_t keep_case(struct demo_history *history,
			const struct demo_visit *plan,
			const struct visit *visit,
			const struct contact *contact)
{
	struct demo_case *kept;

	history->cases = mem_resize(history->cases, history->case_count + 1,
				    sizeof(*history->cases));
	kept = &history->cases[history->case_count];
	memset(kept, 0, sizeof(*kept));
	kept->request_id = contact->request_id;
	kept->visit_id = visit->visit_id;
	kept->place = mem_copy(contact->place);
	kept->said = plan->said;
	kept->topic = history->topic_of_said[plan->said];
	kept->resident = plan->resident;
	kept->is_named = plan->is_named && !plan->is_for_organisation;
	kept->is_open = true;
	kept->owner = kept->giver = plan->clerk;
	return history->case_count++;
}

static bool acknowledge(struct demo_history *history,
			const struct demo_visit *plan,
			const struct contact *contact, size_t case_index,
			struct error *err)
{
	const char *zone = history->demo->zone;
	bool is_late =
	    case_index != SIZE_MAX &&
	    demo_between(&history->random, 1, 100) > ACKNOWLEDGED_AT_ONCE;
	int64_t later = demo_later(history, plan->ended_at, 1);

	if (result_acknowledges(contact->result) &&
	    plan->channel != CHANNEL_MESSAGE)
		return true; /* by F9 */
	/* In the rush it waits for the next morning. */
	if (is_late && later < history->demo->now) {
		demo_plan_event(history, later, DEMO_ACKNOWLEDGE, case_index);
		return true;
	}
	return acknowledgement_insert(
	    history->db, contact->request_id, plan->clerk->staff_id,
	    plan->channel == CHANNEL_MESSAGE ? "mail" : "reference_read",
	    plan->ended_at, zone_day(zone, plan->ended_at), err);
}

static bool follow(struct demo_history *history, const struct demo_visit *plan,
		   const struct visit *visit, struct error *err)
{
	const struct contact *contact = &visit->contacts[0];
	size_t index = SIZE_MAX;

	if (result_is_open(contact->result)) {
		index = keep_case(history, plan, visit, contact);
		if (!demo_open_case(history, index, plan->ended_at, err))
			return false;
	}
	return acknowledge(history, plan, contact, index, err);
}

static bool enter(struct demo_history *history, const struct demo_visit *plan,
		  struct visit *visit, struct error *err)
{
	const struct visit_actor actor = {
	    .staff_id = plan->clerk->staff_id,
	    .department_id = plan->clerk->department_id,
	    .counter_window_id = plan->clerk->window_id,
	    .site_id = history->demo->desk->site.site_id,
	    .zone = history->demo->zone,
	};
	struct visit_times times = {
	    .arrived_at = plan->arrived_at,
	    .called_at = plan->called_at,
	    .begun_at = plan->begun_at,
	    .ended_at = plan->ended_at,
	};
	bool is_entered;

	if (plan->hold_began_at > 0) {
		times.holds = mem_new(1, sizeof(*times.holds));
		times.hold_count = 1;
		times.holds[0].began_at = plan->hold_began_at;
		times.holds[0].ended_at = plan->hold_ended_at;
		times.holds[0].reason = (char *)plan->hold_reason;
	}
	is_entered =
	    visit_enter_work(history->db, &actor, visit, &times, 0, err);
	free(times.holds);
	return is_entered;
}

/* Something of somebody known that is open, or SIZE_MAX. */
static size_t pick_open(struct demo_history *history)
{
	enum { TRIES = 12 };

	for (int i = 0; i < TRIES && history->case_count > 0; i++) {
		size_t index =
		    demo_index(&history->random, history->case_count);

		if (history->cases[index].is_open &&
		    history->cases[index].is_named)
			return index;
	}
	return SIZE_MAX;
}

static void fill_contact(struct demo_history *history,
			 const struct demo_visit *plan, size_t open,
			 struct visit *visit)
{
	struct contact *contact = visit_add_contact(visit);

	if (open != SIZE_MAX) {
		fill_return(history, &history->cases[open], contact);
		return;
	}
	demo_fill_contact(history, plan->said, contact);
	leave_telephone(history, plan, contact);
}

bool demo_write_visit(struct demo_history *history,
		      const struct demo_visit *planned, struct error *err)
{
	struct demo_visit plan = *planned;
	struct visit visit = {.channel = plan.channel,
			      .state =
				  plan.is_left ? VISIT_LEFT : VISIT_SERVED};
	size_t open = SIZE_MAX;
	bool is_written;

	db_set_actor(history->db, plan.clerk->staff_id);
	if (plan.is_return && !plan.is_left)
		open = pick_open(history);
	if (open != SIZE_MAX) {
		plan.is_named = true;
		plan.has_beside = plan.is_for_organisation = false;
		plan.resident = history->cases[open].resident;
	}
	add_people(history->demo, &plan, &visit);
	if (!plan.is_left)
		fill_contact(history, &plan, open, &visit);
	is_written = enter(history, &plan, &visit, err);
	if (is_written)
		demo_plan_voice(history, &plan, visit.visit_id);
	if (is_written && !plan.is_left && open == SIZE_MAX)
		is_written = follow(history, &plan, &visit, err);
	visit_release(&visit);
	return is_written;
}
