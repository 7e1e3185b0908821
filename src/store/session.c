/*
 * session.c - PINs, and where a person is signed in now
 */
#include <stdio.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/store/staff.h"

static const char SQL_GET_PIN[] =
    "SELECT pin_hash, failed_pins, blocked_until_at FROM staff "
    "WHERE staff_id = $1";
static const char SQL_SET_FAILED[] =
    "UPDATE staff SET failed_pins = $2, blocked_until_at = $3 "
    "WHERE staff_id = $1";
static const char SQL_BEGIN[] =
    "INSERT INTO session (staff_id, counter_window_id, began_at) "
    "VALUES ($1, $2, $3)";
static const char SQL_END[] =
    "UPDATE session SET ended_at = $2 WHERE ended_at IS NULL AND session_id = "
    "(SELECT max(session_id) FROM session WHERE staff_id = $1)";

bool staff_get_pin(struct db *db, int64_t staff_id, struct staff_pin *out,
		   struct error *err)
{
	struct query q;
	bool has_row;

	*out = (struct staff_pin){0};
	query_begin(&q, db, SQL_GET_PIN);
	query_int(&q, 1, staff_id);
	has_row = query_row(&q);
	if (has_row) {
		if (!row_is_null(&q, 0))
			snprintf(out->hash, sizeof(out->hash), "%s",
				 row_text(&q, 0));
		out->failed_count = (int)row_int(&q, 1);
		out->blocked_until_at = row_int(&q, 2);
	}
	if (!query_end(&q, err))
		return false;
	return has_row || error_set(err, ERROR_NOT_FOUND, "staff",
				    _("Nobody of the staff is kept under this "
				      "number."));
}

bool staff_set_failed(struct db *db, int64_t staff_id, int failed_count,
		      int64_t blocked_until_at, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET_FAILED);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, failed_count);
	query_key(&q, 3, blocked_until_at);
	return query_run(&q, err);
}

bool session_end(struct db *db, int64_t staff_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_END);
	query_int(&q, 1, staff_id);
	query_int(&q, 2, db_now(db));
	return query_run(&q, err);
}

bool session_begin(struct db *db, int64_t staff_id, int64_t counter_window_id,
		   struct error *err)
{
	struct query q;

	if (!session_end(db, staff_id, err))
		return false;
	query_begin(&q, db, SQL_BEGIN);
	query_int(&q, 1, staff_id);
	query_key(&q, 2, counter_window_id);
	query_int(&q, 3, db_now(db));
	return query_run(&q, err);
}
