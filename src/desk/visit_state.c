/*
 * visit_state.c - one state becomes another: periods, wait, service
 */
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "visit_private.h"

void visit_actor_of(const struct desk *desk, struct visit_actor *out)
{
	*out = (struct visit_actor){
	    .staff_id = desk->session.staff_id,
	    .department_id = desk->session.department_id,
	    .counter_window_id = desk->session.counter_window_id,
	    .site_id = desk->site.site_id,
	    .zone = desk->site.time_zone,
	};
}

bool visit_is_open(const struct visit_row *row)
{
	return visit_state_is_open(row->state) && row->voided_at == 0;
}

bool visit_check_open(const struct visit_row *row, struct error *err)
{
	return visit_is_open(row) ||
	       error_set(err, ERROR_CONFLICT, "", "%s",
			 _("This visit is over: begin a new one."));
}

static bool refuse(const struct visit_row *row, struct error *err)
{
	return visit_check_open(row, err) &&
	       error_set(err, ERROR_CONFLICT, "", "%s",
			 _("Somebody else has just taken this visit: choose "
			   "another."));
}

/* The wait ends with each call, and with a begin without one. */
static void note_call(struct visit_row *row, int64_t at)
{
	if (row->first_called_at == 0)
		row->first_called_at = at;
	if (row->is_timed)
		row->wait_length =
		    (row->wait_length > 0 ? row->wait_length : 0) + at -
		    row->period_began_at;
}

static const char *left_when(enum visit_state from)
{
	if (from == VISIT_WAITING)
		return "waiting";
	return from == VISIT_CALLED ? "called" : "served";
}

static bool note_end(struct db *db, const struct visit_actor *actor,
		     struct visit_row *row, enum visit_state from, int64_t at,
		     struct error *err)
{
	int64_t held;

	row->ended_at = at;
	row->ended_on = zone_day(actor->zone, at);
	row->left_when = row->state == VISIT_LEFT ? left_when(from) : NULL;
	if (row->begun_at == 0)
		return true;
	if (!period_held_length(db, row->visit_id, &held, err))
		return false;
	row->service_length = at - row->begun_at - held;
	if (row->service_length < 0)
		row->service_length = 0;
	return true;
}

static void note_place(const struct visit_actor *actor, struct visit_row *row,
		       enum visit_state from, int64_t at)
{
	if (from == VISIT_WAITING &&
	    (row->state == VISIT_CALLED || row->state == VISIT_SERVING))
		note_call(row, at);
	if (row->state == VISIT_CALLED || row->state == VISIT_SERVING) {
		row->counter_window_id = actor->counter_window_id;
		row->staff_id = actor->staff_id;
	} else if (row->state == VISIT_WAITING) {
		row->counter_window_id = row->staff_id = 0;
	}
	if (row->state == VISIT_SERVING && row->begun_at == 0)
		row->begun_at = at;
}

static bool next_period(struct db *db, const struct visit_actor *actor,
			struct visit_row *row, const char *reason, int64_t at,
			struct error *err)
{
	const struct period period = {
	    .visit_id = row->visit_id,
	    .kind = row->state,
	    .reason = reason,
	    .began_at = at,
	    .counter_window_id = row->counter_window_id,
	    .staff_id = row->state == VISIT_WAITING ? 0 : actor->staff_id,
	};

	if (row->period_id != 0 && !period_close(db, row->period_id, at, err))
		return false;
	row->period_id = 0;
	row->period_began_at = at;
	return !visit_state_is_open(row->state) ||
	       period_insert(db, &period, err);
}

bool visit_change(struct db *db, const struct visit_actor *actor,
		  struct visit_row *row, enum visit_state to,
		  const char *reason, int64_t at, struct error *err)
{
	enum visit_state from = row->state;
	bool is_ending = !visit_state_is_open(to);

	if (row->voided_at != 0 || !visit_may_become(from, to))
		return refuse(row, err);
	/* Clocks differ between counters: nothing lasts less than nothing. */
	if (at < row->period_began_at)
		at = row->period_began_at;
	row->state = to;
	note_place(actor, row, from, at);
	if (!next_period(db, actor, row, reason, at, err))
		return false;
	if (is_ending)
		return note_end(db, actor, row, from, at, err) &&
		       visit_end(db, row, from, err);
	return visit_move(db, row, from, err);
}

bool visit_hold_others(struct db *db, const struct visit_actor *actor,
		       int64_t visit_id, const char *reason, int64_t at,
		       struct error *err)
{
	int64_t serving[8];
	size_t count;

	if (!visit_list_serving(db, actor->site_id, actor->staff_id, serving,
				MEM_COUNT(serving), &count, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct visit_row row;

		if (serving[i] == visit_id)
			continue;
		if (!visit_get_row(db, serving[i], &row, err) ||
		    !visit_change(db, actor, &row, VISIT_HOLD, reason, at, err))
			return false;
	}
	return true;
}

bool visit_add(struct db *db, struct visit_row *row, const char *label,
	       struct error *err)
{
	struct reference reference;
	bool is_taken;

	do {
		desk_new_reference(REFERENCE_VISIT, &reference);
		memcpy(row->reference, reference.text, sizeof(reference.text));
		if (!visit_insert(db, row, label, &is_taken, err))
			return false;
	} while (is_taken);
	return true;
}
