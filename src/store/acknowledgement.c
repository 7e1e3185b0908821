/*
 * acknowledgement.c - that somebody was told their request is received
 */
#include "frontdesk/store/acknowledgement.h"

static const char SQL_INSERT[] =
    "INSERT INTO acknowledgement"
    " (request_id, at, acknowledged_on, staff_id, how)"
    " VALUES ($1, $2, $3, $4, $5)";

static const char SQL_FIRST[] =
    "UPDATE request SET first_acknowledged_at = $2,"
    " first_acknowledged_on = $3"
    " WHERE request_id = $1 AND first_acknowledged_at IS NULL";

static const char SQL_TAKE_BACK[] =
    "UPDATE acknowledgement SET taken_back_at = $4"
    " WHERE acknowledgement_id = (SELECT MAX(a.acknowledgement_id)"
    " FROM acknowledgement a WHERE a.request_id = $1 AND a.staff_id = $2"
    " AND a.at = $3 AND a.taken_back_at IS NULL)";

static const char SQL_TAKE_BACK_COUNTER[] =
    "UPDATE acknowledgement SET taken_back_at = $3"
    " WHERE request_id = $1 AND at = $2"
    " AND how IN ('counter', 'reference_read') AND taken_back_at IS NULL";

static const char SQL_GIVE_BACK_COUNTER[] =
    "UPDATE acknowledgement SET taken_back_at = NULL"
    " WHERE request_id = $1 AND at = $2"
    " AND how IN ('counter', 'reference_read') AND taken_back_at = $3";

static const char SQL_FIRST_LEFT[] =
    "UPDATE request SET first_acknowledged_at ="
    " (SELECT a.at FROM acknowledgement a WHERE a.request_id = $1"
    " AND a.taken_back_at IS NULL ORDER BY a.at, a.acknowledgement_id"
    " LIMIT 1), first_acknowledged_on ="
    " (SELECT a.acknowledged_on FROM acknowledgement a"
    " WHERE a.request_id = $1 AND a.taken_back_at IS NULL"
    " ORDER BY a.at, a.acknowledgement_id LIMIT 1)"
    " WHERE request_id = $1";

bool acknowledgement_add(struct db *db, int64_t request_id, int64_t staff_id,
			 const char *how, int64_t at, struct day on,
			 struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_text(&q, 3, on.text);
	query_int(&q, 4, staff_id);
	query_text(&q, 5, how);
	return query_run(&q, err);
}

bool acknowledgement_insert(struct db *db, int64_t request_id, int64_t staff_id,
			    const char *how, int64_t at, struct day on,
			    struct error *err)
{
	struct query q;

	if (!acknowledgement_add(db, request_id, staff_id, how, at, on, err))
		return false;
	query_begin(&q, db, SQL_FIRST);
	query_int(&q, 1, request_id);
	query_int(&q, 2, at);
	query_text(&q, 3, on.text);
	return query_run(&q, err);
}

static bool set_first_left(struct db *db, int64_t request_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIRST_LEFT);
	query_int(&q, 1, request_id);
	return query_run(&q, err);
}

bool acknowledgement_take_back(struct db *db, int64_t request_id,
			       int64_t staff_id, int64_t noted_at, int64_t at,
			       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, request_id);
	query_int(&q, 2, staff_id);
	query_int(&q, 3, noted_at);
	query_int(&q, 4, at);
	return query_change(&q, err) && set_first_left(db, request_id, err);
}

/* Where none was changed, the request keeps its first. */
static bool end_counter(struct query *q, struct db *db, int64_t request_id,
			struct error *err)
{
	if (query_change(q, err))
		return set_first_left(db, request_id, err);
	if (err->code != ERROR_NOT_FOUND)
		return false;
	error_clear(err);
	return true;
}

bool acknowledgement_take_back_counter(struct db *db, int64_t request_id,
				       int64_t noted_at, int64_t at,
				       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK_COUNTER);
	query_int(&q, 1, request_id);
	query_int(&q, 2, noted_at);
	query_int(&q, 3, at);
	return end_counter(&q, db, request_id, err);
}

bool acknowledgement_give_back_counter(struct db *db, int64_t request_id,
				       int64_t noted_at, int64_t taken_back_at,
				       struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_GIVE_BACK_COUNTER);
	query_int(&q, 1, request_id);
	query_int(&q, 2, noted_at);
	query_int(&q, 3, taken_back_at);
	return end_counter(&q, db, request_id, err);
}
