/*
 * demo_promise.c - promises of the past: made, kept, missed, made anew
 */
#include "demo_history.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/promise.h"
#include "frontdesk/store/standing.h"
#include "frontdesk/store/told.h"

bool demo_promise(struct demo_history *history, struct demo_case *open,
		  int64_t at, int64_t due_at, int64_t renews_id,
		  struct error *err)
{
	const struct demo *demo = history->demo;
	const struct promise promise = {
	    .request_id = open->request_id,
	    .what = (char *)table_text(&demo->said, open->said, "promise"),
	    .due_at = due_at,
	    .due_on = zone_day(demo->zone, due_at),
	    .site_id = demo->desk->site.site_id,
	    .owner_staff_id = open->owner->staff_id,
	    .renews_id = renews_id,
	};

	open->due_at = due_at;
	return promise_insert(history->db, &promise, at, open->owner->staff_id,
			      &open->promise_id, err);
}

bool demo_renew(struct demo_history *history, struct demo_case *open,
		int64_t at, int64_t due_at, struct error *err)
{
	int64_t old = open->promise_id;

	if (old == 0)
		return true;
	return promise_settle(history->db, old, PROMISE_RENEWED, at, err) &&
	       promise_event_insert(history->db, old, "renewed", at,
				    open->owner->staff_id,
				    demo_note(history, "renew"), err) &&
	       demo_promise(history, open, at, due_at, old, err);
}

static bool settle_promise(struct demo_history *history,
			   const struct demo_case *open, int64_t at,
			   struct error *err)
{
	bool is_late = at > open->due_at;

	/* Done too late it is missed, with what was done all the same. */
	return promise_settle(history->db, open->promise_id,
			      is_late ? PROMISE_MISSED : PROMISE_KEPT, at,
			      err) &&
	       promise_event_insert(
		   history->db, open->promise_id, "kept", at,
		   open->owner->staff_id,
		   demo_note(history, is_late ? "late" : "settle"), err);
}

bool demo_settle(struct demo_history *history, struct demo_case *open,
		 int64_t at, struct error *err)
{
	int64_t staff_id = open->owner->staff_id;

	if (open->promise_id != 0 && !settle_promise(history, open, at, err))
		return false;
	open->is_open = false;
	return standing_resolve(history->db, open->request_id, at,
				zone_day(history->demo->zone, at), err) &&
	       standing_touch(history->db, open->request_id, staff_id, at,
			      err) &&
	       told_owe(history->db, open->request_id, staff_id,
			demo_note(history, "settle"), at, &open->told_id, err);
}
