/*
 * visit_entered.c - visits that were entered later, found by what they say
 */
#include "frontdesk/store/visit.h"

static const char SQL_LAST[] = "SELECT COALESCE(MAX(visit_id), 0) FROM visit";

/* By the first contact's topic and the first resident; 0 where there is none.
 */
static const char SQL_FIND[] =
    "SELECT v.visit_id FROM visit v WHERE v.arrived_on = $1"
    " AND v.site_id = $2 AND v.channel = $3 AND v.arrived_at = $4"
    " AND v.ended_at = $5 AND v.entered_at IS NOT NULL"
    " AND v.voided_at IS NULL AND v.visit_id > $6 AND v.visit_id <= $7"
    " AND COALESCE((SELECT r.topic_id FROM contact c"
    "  JOIN request r ON r.request_id = c.request_id"
    "  WHERE c.visit_id = v.visit_id ORDER BY c.contact_id LIMIT 1), 0) = $8"
    " AND COALESCE((SELECT coalesce(y.survivor_id, y.resident_id) FROM "
    "visit_person p"
    "  JOIN resident y ON y.resident_id = p.resident_id"
    "  WHERE p.visit_id = v.visit_id"
    "  ORDER BY p.visit_person_id LIMIT 1), 0) = $9"
    " ORDER BY v.visit_id LIMIT 1";

bool visit_last(struct db *db, int64_t *visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_LAST);
	return query_one(&q, visit_id, err);
}

bool visit_find_entered(struct db *db, const struct visit_row *row,
			int64_t resident_id, int64_t after, int64_t up_to,
			int64_t *visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND);
	query_text(&q, 1, row->arrived_on.text);
	query_int(&q, 2, row->site_id);
	query_text(&q, 3, channel_name(row->channel));
	query_int(&q, 4, row->arrived_at);
	query_int(&q, 5, row->ended_at);
	query_int(&q, 6, after);
	query_int(&q, 7, up_to);
	query_int(&q, 8, row->topic_id);
	query_int(&q, 9, resident_id);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}
