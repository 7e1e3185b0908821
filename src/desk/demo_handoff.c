/*
 * demo_handoff.c - requests of the past that were handed on
 */
#include "demo_history.h"
#include "frontdesk/base/str.h"
#include "frontdesk/core/handoff.h"
#include "frontdesk/store/context.h"
#include "frontdesk/store/handoff.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/standing.h"

/* The context as it stood then. */
static bool read_context(struct demo_history *history,
			 const struct demo_case *open, int64_t at,
			 struct str *out, struct error *err)
{
	struct handoff_context context;

	if (!context_read(history->db, open->request_id, 0, &context, err))
		return false;
	context.zone = history->demo->zone;
	context.now = at;
	handoff_context_format(&context, out);
	handoff_context_release(&context);
	return true;
}

bool demo_offer(struct demo_history *history, size_t index,
		const struct demo_person *from,
		const struct demo_person *receiver, bool is_to_department,
		const char *asked, int64_t at, struct error *err)
{
	struct demo_case *open = &history->cases[index];
	struct str context = STR_INIT;
	struct handoff_offer offer = {
	    .request_id = open->request_id,
	    .visit_id = open->offers == 0 ? open->visit_id : 0,
	    .from_staff_id = from->staff_id,
	    .to_staff_id = is_to_department ? 0 : receiver->staff_id,
	    .to_department_id = receiver->department_id,
	    .asked = asked,
	    .at = at,
	    .on = zone_day(history->demo->zone, at),
	    .site_id = history->demo->desk->site.site_id,
	};
	bool is_offered = read_context(history, open, at, &context, err);

	offer.context = str_text(&context);
	is_offered = is_offered && handoff_insert(history->db, &offer,
						  &open->handoff_id, err);
	str_release(&context);
	open->receiver = receiver;
	open->offers++;
	return is_offered && standing_touch(history->db, open->request_id,
					    from->staff_id, at, err);
}

bool demo_accept(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err)
{
	struct db *db = history->db;
	const struct demo_person *to = open->receiver;
	int64_t handoff_id = open->handoff_id;
	int64_t before = open->owner->staff_id;
	const struct handoff_event event = {
	    .handoff_id = handoff_id,
	    .kind = "accepted",
	    .at = at,
	    .staff_id = to->staff_id,
	    .note = demo_note(history, "accept"),
	};

	open->handoff_id = 0;
	open->owner = to;
	return handoff_decide(db, handoff_id, HANDOFF_ACCEPTED, at, err) &&
	       handoff_event_insert(db, &event, err) &&
	       standing_own(db, open->request_id, to->staff_id,
			    to->department_id, err) &&
	       promise_pass_on(db, open->request_id, before,
			       open->giver->staff_id, to->staff_id, at, err) &&
	       standing_touch(db, open->request_id, to->staff_id, at, err);
}

bool demo_return(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err)
{
	struct db *db = history->db;
	const struct demo_person *by = open->receiver;
	int64_t handoff_id = open->handoff_id;
	const struct handoff_event event = {
	    .handoff_id = handoff_id,
	    .kind = "returned",
	    .at = at,
	    .staff_id = by->staff_id,
	    .note = demo_note(history, "return"),
	};

	return handoff_decide(db, handoff_id, HANDOFF_RETURNED, at, err) &&
	       handoff_event_insert(db, &event, err) &&
	       standing_touch(db, open->request_id, by->staff_id, at, err);
}
