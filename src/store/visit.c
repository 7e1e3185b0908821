/*
 * visit.c - visits: their rows and what changes them
 *
 * The end has a statement of its own: what stands in no SET leaves its index
 * alone, and a begin or a hold writes few pages.
 */
#include "frontdesk/store/visit.h"

#include <stdio.h>
#include <string.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/intl.h"
#include "visit_known.h"

static const char SQL_INSERT[] =
    "INSERT INTO visit (uuid, reference, site_id, channel, state, arrived_at,"
    " arrived_on, priority, label, topic_id, is_timed, counter_window_id,"
    " staff_id, first_called_at, begun_at, ended_at, ended_on, left_when,"
    " wait_length, service_length, entered_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
    " $15, $16, $17, $18, $19, $20, $21)"
    " ON CONFLICT (reference) DO NOTHING";

static const char SQL_GET_ROW[] =
    "SELECT v.reference, v.site_id, v.channel, v.state, v.arrived_at,"
    " v.arrived_on, v.priority, v.topic_id, v.is_timed, v.counter_window_id,"
    " v.staff_id, v.first_called_at, v.begun_at, v.ended_at, v.ended_on,"
    " v.left_when, v.wait_length, v.service_length, v.entered_at,"
    " v.voided_at, v.edition, p.period_id, p.began_at"
    " FROM visit v LEFT JOIN period p ON p.visit_id = v.visit_id"
    " AND p.ended_at IS NULL WHERE v.visit_id = $1"
    " ORDER BY p.period_id DESC LIMIT 1";

static const char SQL_MOVE[] =
    "UPDATE visit SET state = $2, counter_window_id = $3, staff_id = $4,"
    " first_called_at = $5, begun_at = $6, wait_length = $7"
    " WHERE visit_id = $1 AND state = $8 AND voided_at IS NULL";

static const char SQL_END[] =
    "UPDATE visit SET state = $2, counter_window_id = $3, staff_id = $4,"
    " first_called_at = $5, begun_at = $6, wait_length = $7, ended_at = $9,"
    " ended_on = $10, left_when = $11, service_length = $12,"
    " address_known = CASE WHEN CAST($9 AS BIGINT) IS NOT NULL"
    " THEN " VISIT_IS_KNOWN_1 " END"
    " WHERE visit_id = $1 AND state = $8 AND voided_at IS NULL";

static const char SQL_SET_KNOWN[] =
    "UPDATE visit SET address_known = " VISIT_IS_KNOWN_1 " WHERE visit_id = $1";

static const char SQL_UPDATE[] =
    "UPDATE visit SET channel = $3, label = $4, topic_id = $5,"
    " edition = edition + 1"
    " WHERE visit_id = $1 AND edition = $2 AND voided_at IS NULL";

static const char SQL_SET_PRIORITY[] =
    "UPDATE visit SET priority = $2"
    " WHERE visit_id = $1 AND state IN ('waiting', 'called')";

static const char SQL_VOID[] =
    "UPDATE visit SET voided_at = $2, voided_by = $3, void_reason = $4,"
    " edition = edition + 1 WHERE visit_id = $1 AND voided_at IS NULL";

static const char SQL_UNVOID[] =
    "UPDATE visit SET voided_at = NULL, voided_by = NULL, void_reason = NULL,"
    " edition = edition + 1 WHERE visit_id = $1 AND voided_at = $2"
    " AND voided_by = $3";

static void bind_length(struct query *q, int parameter, int64_t length)
{
	if (length < 0)
		query_null(q, parameter);
	else
		query_int(q, parameter, length);
}

static void bind_day(struct query *q, int parameter, struct day day)
{
	query_text(q, parameter, day.text[0] != '\0' ? day.text : NULL);
}

static int64_t length_of(const struct query *q, int column)
{
	return row_is_null(q, column) ? -1 : row_int(q, column);
}

static const char *left_when_of(const char *text)
{
	static const char *const words[] = {"waiting", "called", "served"};

	for (size_t i = 0; text != NULL && i < 3; i++)
		if (strcmp(text, words[i]) == 0)
			return words[i];
	return NULL;
}

bool visit_insert(struct db *db, struct visit_row *row, const char *label,
		  bool *is_taken, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_text(&q, 2, row->reference);
	query_int(&q, 3, row->site_id);
	query_text(&q, 4, channel_name(row->channel));
	query_text(&q, 5, visit_state_name(row->state));
	query_int(&q, 6, row->arrived_at);
	query_text(&q, 7, row->arrived_on.text);
	query_int(&q, 8, row->priority);
	query_text(&q, 9, label != NULL ? label : "");
	query_key(&q, 10, row->topic_id);
	query_int(&q, 11, row->is_timed);
	query_key(&q, 12, row->counter_window_id);
	query_key(&q, 13, row->staff_id);
	query_key(&q, 14, row->first_called_at);
	query_key(&q, 15, row->begun_at);
	query_key(&q, 16, row->ended_at);
	bind_day(&q, 17, row->ended_on);
	query_text(&q, 18, row->left_when);
	bind_length(&q, 19, row->wait_length);
	bind_length(&q, 20, row->service_length);
	query_key(&q, 21, row->entered_at);
	row->edition = 1;
	if (!query_insert(&q, &row->visit_id, err))
		return false;
	*is_taken = row->visit_id == 0;
	return true;
}

static void read_row(const struct query *q, struct visit_row *out)
{
	struct error unused = {0};

	snprintf(out->reference, sizeof(out->reference), "%s", row_text(q, 0));
	out->site_id = row_int(q, 1);
	/* The store's CHECKs hold these to the known words. */
	channel_parse(row_text(q, 2), &out->channel, &unused);
	visit_state_parse(row_text(q, 3), &out->state, &unused);
	out->arrived_at = row_int(q, 4);
	snprintf(out->arrived_on.text, sizeof(out->arrived_on.text), "%s",
		 row_text(q, 5));
	out->priority = (int)row_int(q, 6);
	out->topic_id = row_int(q, 7);
	out->is_timed = row_int(q, 8) == 1;
	out->counter_window_id = row_int(q, 9);
	out->staff_id = row_int(q, 10);
	out->first_called_at = row_int(q, 11);
	out->begun_at = row_int(q, 12);
	out->ended_at = row_int(q, 13);
	if (!row_is_null(q, 14))
		snprintf(out->ended_on.text, sizeof(out->ended_on.text), "%s",
			 row_text(q, 14));
	out->left_when =
	    row_is_null(q, 15) ? NULL : left_when_of(row_text(q, 15));
	out->wait_length = length_of(q, 16);
	out->service_length = length_of(q, 17);
	out->entered_at = row_int(q, 18);
	out->voided_at = row_int(q, 19);
	out->edition = row_int(q, 20);
	out->period_id = row_int(q, 21);
	out->period_began_at = row_int(q, 22);
}

bool visit_get_row(struct db *db, int64_t visit_id, struct visit_row *out,
		   struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct visit_row){.visit_id = visit_id};
	query_begin(&q, db, SQL_GET_ROW);
	query_int(&q, 1, visit_id);
	is_there = query_row(&q);
	if (is_there)
		read_row(&q, out);
	if (!query_end(&q, err))
		return false;
	return is_there || error_set(err, ERROR_NOT_FOUND, "", "%s",
				     _("There is no such visit any more."));
}

static void bind_state(struct query *q, const struct visit_row *row,
		       enum visit_state from)
{
	query_int(q, 1, row->visit_id);
	query_text(q, 2, visit_state_name(row->state));
	query_key(q, 3, row->counter_window_id);
	query_key(q, 4, row->staff_id);
	query_key(q, 5, row->first_called_at);
	query_key(q, 6, row->begun_at);
	bind_length(q, 7, row->wait_length);
	query_text(q, 8, visit_state_name(from));
}

/* Whether the one row was there; if not, somebody was first. */
static bool end_guarded(struct query *q, struct error *err)
{
	if (query_change(q, err))
		return true;
	return err->code == ERROR_NOT_FOUND &&
	       error_set(err, ERROR_CONFLICT, "", "%s",
			 _("Somebody else has just taken this visit: choose "
			   "another."));
}

bool visit_move(struct db *db, const struct visit_row *row,
		enum visit_state from, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_MOVE);
	bind_state(&q, row, from);
	return end_guarded(&q, err);
}

bool visit_end(struct db *db, const struct visit_row *row,
	       enum visit_state from, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_END);
	bind_state(&q, row, from);
	query_key(&q, 9, row->ended_at);
	bind_day(&q, 10, row->ended_on);
	query_text(&q, 11, row->left_when);
	bind_length(&q, 12, row->service_length);
	return end_guarded(&q, err);
}

bool visit_set_known(struct db *db, int64_t visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET_KNOWN);
	query_int(&q, 1, visit_id);
	return query_run(&q, err);
}

bool visit_update(struct db *db, struct visit *visit, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UPDATE);
	query_int(&q, 1, visit->visit_id);
	query_int(&q, 2, visit->edition);
	query_text(&q, 3, channel_name(visit->channel));
	query_text(&q, 4, visit->label != NULL ? visit->label : "");
	query_key(&q, 5, visit->topic_id);
	if (query_change(&q, err)) {
		visit->edition++;
		return true;
	}
	return err->code == ERROR_NOT_FOUND &&
	       error_set(err, ERROR_CONFLICT, "", "%s",
			 _("Somebody else changed this visit meanwhile: open "
			   "it anew."));
}

bool visit_set_priority(struct db *db, int64_t visit_id, int priority,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SET_PRIORITY);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, priority);
	return end_guarded(&q, err);
}

bool visit_void(struct db *db, int64_t visit_id, int64_t at, int64_t staff_id,
		const char *reason, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_VOID);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, at);
	query_int(&q, 3, staff_id);
	query_text(&q, 4, reason);
	return end_guarded(&q, err);
}

bool visit_unvoid(struct db *db, int64_t visit_id, int64_t voided_at,
		  int64_t voided_by, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNVOID);
	query_int(&q, 1, visit_id);
	query_int(&q, 2, voided_at);
	query_int(&q, 3, voided_by);
	return query_change(&q, err);
}
