/*
 * history_visit.c - a visit of the generator, its periods and its people
 */
#include <string.h>

#include "history.h"
#include "row.h"

static const char SQL_VISIT[] =
    "INSERT INTO visit (visit_id, uuid, reference, site_id, channel, state, "
    "arrived_at, arrived_on, topic_id, is_timed, counter_window_id, staff_id, "
    "first_called_at, begun_at, ended_at, ended_on, left_when, wait_length, "
    "service_length, address_known, edition) VALUES ($1, $2, $3, $4, $5, $6, "
    "$7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
    "NULLIF($20, -1), 4)";
static const char SQL_PERIOD[] =
    "INSERT INTO period (period_id, visit_id, kind, reason, began_at, "
    "ended_at, counter_window_id, staff_id) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
static const char SQL_PERSON[] =
    "INSERT INTO visit_person (visit_person_id, visit_id, resident_id, "
    "organisation_id, part) VALUES ($1, $2, $3, $4, $5)";

static bool add_visit(struct history *history, const struct coming *coming,
		      struct error *err)
{
	struct filling *filling = history->filling;
	bool is_gone = coming->is_gone;
	int64_t begun_at = coming->begun_at;
	char reference[13];

	filling_reference(filling, 'V', coming->visit_id, reference);
	return row_put(
	    filling->db, err, SQL_VISIT, "ittittitkikkkkittkki",
	    coming->visit_id, filling_uuid(filling, coming->arrived_at),
	    reference, coming->site_id, coming->channel,
	    is_gone ? "left" : "served", coming->arrived_at, history->day.text,
	    coming->topic->topic_id, (int64_t)coming->is_timed,
	    is_gone ? 0 : coming->window_id, is_gone ? 0 : coming->clerk_id,
	    coming->is_timed && !is_gone ? begun_at : 0, is_gone ? 0 : begun_at,
	    is_gone ? begun_at : coming->ended_at, history->day.text,
	    is_gone ? "waiting" : NULL,
	    coming->is_timed && !is_gone ? begun_at - coming->arrived_at : 0,
	    is_gone ? 0 : coming->ended_at - begun_at - coming->hold,
	    coming->resident_id == 0
		? INT64_C(-1)
		: (int64_t)filling->is_known[coming->resident_id]);
}

static bool add_period(struct filling *filling, const struct coming *coming,
		       const char *kind, int64_t from, int64_t to,
		       struct error *err)
{
	bool is_waiting = strcmp(kind, "waiting") == 0;

	if (from >= to && is_waiting)
		return true;
	return row_put(filling->db, err, SQL_PERIOD, "iittiikk",
		       ++filling->period, coming->visit_id, kind,
		       strcmp(kind, "hold") == 0 ? "fetching a colleague" : "",
		       from, to, is_waiting ? 0 : coming->window_id,
		       is_waiting ? 0 : coming->clerk_id);
}

static bool add_periods(struct filling *filling, const struct coming *coming,
			struct error *err)
{
	int64_t middle = coming->begun_at + 30 * CLOCK_SECOND;

	if (!add_period(filling, coming, "waiting", coming->arrived_at,
			coming->begun_at, err) ||
	    coming->is_gone)
		return coming->is_gone;
	if (coming->hold == 0)
		return add_period(filling, coming, "serving", coming->begun_at,
				  coming->ended_at, err);
	return add_period(filling, coming, "serving", coming->begun_at, middle,
			  err) &&
	       add_period(filling, coming, "hold", middle,
			  middle + coming->hold, err) &&
	       add_period(filling, coming, "serving", middle + coming->hold,
			  coming->ended_at, err);
}

static bool add_people(struct filling *filling, const struct coming *coming,
		       struct error *err)
{
	if (coming->resident_id != 0) {
		filling->recency[coming->resident_id] = ++filling->recency_top;
		if (!row_put(filling->db, err, SQL_PERSON, "iikkt",
			     ++filling->person, coming->visit_id,
			     coming->resident_id, INT64_C(0), "themselves"))
			return false;
	}
	return coming->organisation_id == 0 ||
	       row_put(filling->db, err, SQL_PERSON, "iikkt", ++filling->person,
		       coming->visit_id, INT64_C(0), coming->organisation_id,
		       "for_organisation");
}

bool history_add_visit(struct history *history, const struct coming *coming,
		       struct error *err)
{
	return add_visit(history, coming, err) &&
	       add_periods(history->filling, coming, err) &&
	       add_people(history->filling, coming, err);
}
