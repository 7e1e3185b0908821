/*
 * visit_read.c - a visit with its people, and whose turn it is
 */
#include "frontdesk/store/visit.h"

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"

#define VISIT_IS_OPEN " v.ended_at IS NULL"

static const char SQL_GET[] =
    "SELECT v.reference, v.channel, v.state, v.arrived_at, v.label,"
    " v.topic_id, v.priority, v.is_timed, v.counter_window_id, v.staff_id,"
    " v.begun_at, v.ended_at, v.edition,"
    " (SELECT MAX(p.began_at) FROM period p WHERE p.visit_id = v.visit_id"
    " AND p.ended_at IS NULL), v.asked_address_at"
    " FROM visit v WHERE v.visit_id = $1";

static const char SQL_FIRST[] =
    "SELECT v.visit_id FROM visit v WHERE v.site_id = $1"
    " AND v.state = 'waiting' AND" VISIT_IS_OPEN
    " ORDER BY v.priority DESC, v.arrived_at, v.visit_id LIMIT 1";

static const char SQL_SERVING[] =
    "SELECT v.visit_id FROM visit v WHERE v.site_id = $1"
    " AND v.state = 'serving' AND v.staff_id = $2 AND" VISIT_IS_OPEN;

static void read_visit(const struct query *q, struct visit *out)
{
	struct error unused = {0};

	out->reference = row_copy(q, 0);
	channel_parse(row_text(q, 1), &out->channel, &unused);
	visit_state_parse(row_text(q, 2), &out->state, &unused);
	out->arrived_at = row_int(q, 3);
	out->label = row_copy(q, 4);
	out->topic_id = row_int(q, 5);
	out->priority = (int)row_int(q, 6);
	out->is_timed = row_int(q, 7) == 1;
	out->counter_window_id = row_int(q, 8);
	out->staff_id = row_int(q, 9);
	out->begun_at = row_int(q, 10);
	out->ended_at = row_int(q, 11);
	out->edition = row_int(q, 12);
	out->state_since_at =
	    row_is_null(q, 13) ? out->ended_at : row_int(q, 13);
	out->asked_address_at = row_int(q, 14);
}

bool visit_get(struct db *db, int64_t visit_id, struct visit *out,
	       struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct visit){.visit_id = visit_id};
	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, visit_id);
	is_there = query_row(&q);
	if (is_there)
		read_visit(&q, out);
	if (query_end(&q, err) && !is_there)
		error_set(err, ERROR_NOT_FOUND, "", "%s",
			  _("There is no such visit any more."));
	else if (is_there && visit_list_people(db, out, err) &&
		 period_held_length(db, visit_id, &out->held_length, err))
		return true;
	visit_release(out);
	return false;
}

bool visit_find_first(struct db *db, int64_t site_id, int64_t *visit_id,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIRST);
	query_int(&q, 1, site_id);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

bool visit_list_serving(struct db *db, int64_t site_id, int64_t staff_id,
			int64_t *visit_ids, size_t size, size_t *count,
			struct error *err)
{
	struct query q;

	*count = 0;
	query_begin(&q, db, SQL_SERVING);
	query_int(&q, 1, site_id);
	query_int(&q, 2, staff_id);
	while (*count < size && query_row(&q))
		visit_ids[(*count)++] = row_int(&q, 0);
	return query_end(&q, err);
}
