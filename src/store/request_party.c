/*
 * request_party.c - whose request it is, corrected after its visit is over
 */
#include "frontdesk/store/request.h"

/* One of a kind: the other resident, organisation or speaker goes; nobody has
 * two parts in it. */
static const char SQL_GONE_RESIDENT[] =
    "DELETE FROM request_party WHERE request_id = $1"
    " AND resident_id IS NOT NULL AND (part = $2 OR resident_id = $3)";
static const char SQL_GONE_ORGANISATION[] =
    "DELETE FROM request_party WHERE request_id = $1"
    " AND organisation_id IS NOT NULL";
static const char SQL_ADD[] =
    "INSERT INTO request_party (request_id, resident_id, organisation_id,"
    " part) VALUES ($1, $2, $3, $4)";
/* The resident stands for the organisation, or for themselves without it. */
static const char SQL_TURN[] =
    "UPDATE request_party SET part = CASE WHEN (SELECT count(*)"
    " FROM request_party o WHERE o.request_id = $1"
    " AND o.organisation_id IS NOT NULL) > 0 THEN 'for_organisation'"
    " ELSE 'themselves' END WHERE request_id = $1"
    " AND resident_id IS NOT NULL"
    " AND part IN ('themselves', 'for_organisation')";

static bool take_away(struct db *db, int64_t request_id, const char *part,
		      int64_t resident_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_GONE_RESIDENT);
	query_int(&q, 1, request_id);
	query_text(&q, 2, part);
	query_int(&q, 3, resident_id);
	return query_run(&q, err);
}

static bool on_request(struct db *db, const char *sql, int64_t request_id,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, request_id);
	return query_run(&q, err);
}

bool request_set_party(struct db *db, int64_t request_id, int64_t resident_id,
		       int64_t organisation_id, enum visit_part part,
		       struct error *err)
{
	bool is_resident = part != PART_FOR_ORGANISATION;
	bool is_gone =
	    is_resident
		? take_away(db, request_id, visit_part_name(part), resident_id,
			    err) &&
		      (part != PART_THEMSELVES ||
		       take_away(db, request_id,
				 visit_part_name(PART_FOR_ORGANISATION),
				 resident_id, err))
		: on_request(db, SQL_GONE_ORGANISATION, request_id, err);
	struct query q;

	if (!is_gone)
		return false;
	if (resident_id != 0 || organisation_id != 0) {
		query_begin(&q, db, SQL_ADD);
		query_int(&q, 1, request_id);
		query_key(&q, 2, resident_id);
		query_key(&q, 3, organisation_id);
		query_text(&q, 4, visit_part_name(part));
		if (!query_run(&q, err))
			return false;
	}
	return on_request(db, SQL_TURN, request_id, err);
}
