/*
 * summary.c - the visits of a range of days, their waits and holds
 */
#include "frontdesk/store/summary.h"

#include <stdio.h>
#include <string.h>

#include "summary_private.h"

#define VISIT_ROW                                                              \
	"SELECT v.channel, v.state, v.left_when, v.arrived_on, v.arrived_at,"  \
	" v.wait_length, v.service_length, v.is_timed, v.entered_at,"          \
	" CASE WHEN EXISTS (SELECT 1 FROM visit_person p"                      \
	" WHERE p.visit_id = v.visit_id AND p.resident_id IS NOT NULL)"        \
	" THEN 1 ELSE 0 END"                                                   \
	" FROM visit v"

static const char SQL_VISITS[] =
    VISIT_ROW " WHERE v.arrived_on BETWEEN $1 AND $2 AND v.site_id = $3"
	      " AND v.voided_at IS NULL";

static const char SQL_VISITS_OF[] =
    VISIT_ROW " WHERE v.arrived_on IN ($1, $2, $3, $4) AND v.site_id = $5"
	      " AND v.voided_at IS NULL";

/* Two sets that share nothing: ended since (the partial index holds no more
 * than the visits that outlasted a midnight), and not ended at all. */
static const char SQL_CARRIED_IN[] =
    "SELECT (SELECT COUNT(*) FROM visit v"
    " WHERE v.site_id = $2 AND v.ended_on >= $1 AND v.ended_on > v.arrived_on"
    " AND v.arrived_on < $1 AND v.voided_at IS NULL)"
    " + (SELECT COUNT(*) FROM visit v WHERE v.site_id = $2"
    " AND v.state IN ('waiting', 'called', 'serving', 'hold', 'aside')"
    " AND v.arrived_on < $1 AND v.voided_at IS NULL)";

static const char SQL_HOLDS[] =
    "SELECT p.reason, p.ended_at - p.began_at FROM visit v"
    " JOIN period p ON p.visit_id = v.visit_id"
    " WHERE v.arrived_on BETWEEN $1 AND $2 AND v.site_id = $3"
    " AND v.voided_at IS NULL AND p.kind = 'hold' AND p.ended_at IS NOT NULL";

static enum visit_state left_from(const char *when)
{
	if (strcmp(when, "called") == 0)
		return VISIT_CALLED;
	return strcmp(when, "served") == 0 ? VISIT_SERVING : VISIT_WAITING;
}

static int64_t length_or_unknown(const struct query *q, int column)
{
	return row_is_null(q, column) ? -1 : row_int(q, column);
}

static bool read_visits(struct query *q, summary_visit_fn *each, void *state,
			struct error *err)
{
	while (query_row(q)) {
		struct summary_visit visit = {
		    .left_from =
			left_from(row_is_null(q, 2) ? "" : row_text(q, 2)),
		    .arrived_at = row_int(q, 4),
		    .wait_length = length_or_unknown(q, 5),
		    .service_length = length_or_unknown(q, 6),
		    .is_timed = row_int(q, 7) == 1,
		    .is_entered_later = !row_is_null(q, 8),
		    .is_named = row_int(q, 9) == 1,
		};

		if (!channel_parse(row_text(q, 0), &visit.channel, err) ||
		    !visit_state_parse(row_text(q, 1), &visit.state, err)) {
			struct error later;

			query_end(q, &later);
			return false;
		}
		snprintf(visit.arrived_on.text, sizeof(visit.arrived_on.text),
			 "%s", row_text(q, 3));
		each(&visit, state);
	}
	return query_end(q, err);
}

bool summary_each_visit(struct db *db, const struct summary_range *range,
			summary_visit_fn *each, void *state, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_VISITS, range);
	return read_visits(&q, each, state, err);
}

bool summary_each_visit_of(struct db *db, int64_t site_id,
			   const struct day days[4], summary_visit_fn *each,
			   void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_VISITS_OF);
	for (int i = 0; i < 4; i++)
		query_text(&q, i + 1, days[i].text);
	query_int(&q, 5, site_id);
	return read_visits(&q, each, state, err);
}

bool summary_carried_in(struct db *db, const struct summary_range *range,
			int64_t *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CARRIED_IN);
	query_text(&q, 1, range->from.text);
	query_int(&q, 2, range->site_id);
	return query_one(&q, out, err);
}

bool summary_each_hold(struct db *db, const struct summary_range *range,
		       summary_hold_fn *each, void *state, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_HOLDS, range);
	while (query_row(&q))
		each(row_text(&q, 0), row_int(&q, 1), state);
	return query_end(&q, err);
}
