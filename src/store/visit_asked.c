/*
 * visit_asked.c - that "how may I address you" was asked in a visit
 */
#include "cluster.h"
#include "frontdesk/store/visit.h"

static const char SQL_SET[] =
    "UPDATE visit SET asked_address_at = $2"
    " WHERE visit_id = $1 AND asked_address_at IS NULL";

/* The open visits of a site are few. */
static const char SQL_IS[] =
    "SELECT v.visit_id FROM visit v JOIN visit_person p"
    " ON p.visit_id = v.visit_id WHERE v.site_id = $1"
    " AND v.ended_at IS NULL AND v.asked_address_at IS NOT NULL"
    " AND p.resident_id IN " CLUSTER_OF_2 " LIMIT 1";

bool visit_set_asked(struct db *db, int64_t visit_id, int64_t at,
		     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, at);
	return query_run(&q, err);
}

bool visit_is_asked(struct db *db, int64_t site_id, int64_t resident_id,
		    bool *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_IS);
	query_int(&q, 1, site_id);
	query_int(&q, 2, resident_id);
	*out = query_row(&q);
	return query_end(&q, err);
}
