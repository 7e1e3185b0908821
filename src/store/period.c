/*
 * period.c - the timed periods of a visit, and its form as it was typed
 */
#include "frontdesk/store/visit.h"

static const char SQL_INSERT[] =
    "INSERT INTO period (visit_id, kind, reason, began_at, ended_at,"
    " counter_window_id, staff_id) VALUES ($1, $2, $3, $4, $5, $6, $7)";

static const char SQL_CLOSE[] =
    "UPDATE period SET ended_at = $2 WHERE period_id = $1";

static const char SQL_HELD[] =
    "SELECT COALESCE(SUM(ended_at - began_at), 0) FROM period"
    " WHERE visit_id = $1 AND kind IN ('hold', 'aside')"
    " AND ended_at IS NOT NULL";

static const char SQL_DRAFT_PUT[] =
    "INSERT INTO draft (visit_id, staff_id, saved_at, form)"
    " VALUES ($1, $2, $3, $4) ON CONFLICT (visit_id) DO UPDATE SET"
    " staff_id = excluded.staff_id, saved_at = excluded.saved_at,"
    " form = excluded.form";

static const char SQL_DRAFT_GET[] =
    "SELECT form FROM draft WHERE visit_id = $1";

static const char SQL_DRAFT_DELETE[] = "DELETE FROM draft WHERE visit_id = $1";

/* Open is what has no end: the index of open visits says it so. */
static const char SQL_FIND_LEFT[] =
    "SELECT v.visit_id FROM visit v"
    " JOIN period p ON p.visit_id = v.visit_id AND p.ended_at IS NULL"
    " WHERE v.site_id = $1"
    " AND v.ended_at IS NULL"
    " AND v.state IN ('serving', 'hold', 'aside')"
    " AND v.staff_id = $2 AND v.voided_at IS NULL"
    " ORDER BY CASE v.state WHEN 'serving' THEN 1 ELSE 0 END,"
    " p.began_at DESC, p.period_id DESC LIMIT 1";

static const char SQL_FIND_SERVED[] =
    "SELECT v.visit_id FROM visit v"
    " WHERE v.site_id = $1"
    " AND v.ended_at IS NULL"
    " AND v.state = 'serving'"
    " AND v.staff_id = $2 AND v.counter_window_id = $3"
    " AND v.voided_at IS NULL"
    " ORDER BY v.visit_id DESC LIMIT 1";

bool period_insert(struct db *db, const struct period *period,
		   struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, period->visit_id);
	query_text(&q, 2, visit_state_name(period->kind));
	query_text(&q, 3, period->reason != NULL ? period->reason : "");
	query_int(&q, 4, period->began_at);
	query_key(&q, 5, period->ended_at);
	query_key(&q, 6, period->counter_window_id);
	query_key(&q, 7, period->staff_id);
	return query_run(&q, err);
}

bool period_close(struct db *db, int64_t period_id, int64_t ended_at,
		  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CLOSE);
	query_int(&q, 1, period_id);
	query_int(&q, 2, ended_at);
	return query_run(&q, err);
}

bool period_held_length(struct db *db, int64_t visit_id, int64_t *length,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_HELD);
	query_int(&q, 1, visit_id);
	return query_one(&q, length, err);
}

bool draft_put(struct db *db, int64_t visit_id, int64_t staff_id, int64_t at,
	       const char *form, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DRAFT_PUT);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, at);
	query_text(&q, 4, form != NULL ? form : "");
	return query_run(&q, err);
}

bool draft_get(struct db *db, int64_t visit_id, char **form, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DRAFT_GET);
	query_int(&q, 1, visit_id);
	*form = query_row(&q) ? row_copy(&q, 0) : NULL;
	return query_end(&q, err);
}

bool draft_delete(struct db *db, int64_t visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_DRAFT_DELETE);
	query_int(&q, 1, visit_id);
	return query_run(&q, err);
}

bool visit_find_left(struct db *db, int64_t site_id, int64_t staff_id,
		     int64_t *visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND_LEFT);
	query_int(&q, 1, site_id);
	query_int(&q, 2, staff_id);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

bool visit_find_served(struct db *db, const struct visit_row *row,
		       int64_t *visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND_SERVED);
	query_int(&q, 1, row->site_id);
	query_int(&q, 2, row->staff_id);
	query_int(&q, 3, row->counter_window_id);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}
