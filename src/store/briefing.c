/*
 * briefing.c - that somebody was shown the briefing of a day, and saw it
 */
#include "frontdesk/store/briefing.h"

#include <stdio.h>

static const char SQL_INSERT[] =
    "INSERT INTO briefing (staff_id, site_id, shown_on, shown_at,"
    " counter_window_id) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (staff_id, shown_on, site_id) DO NOTHING";

static const char SQL_SEEN[] = "UPDATE briefing SET seen_at = $2"
			       " WHERE briefing_id = $1 AND seen_at IS NULL";

static const char SQL_CARDS[] =
    "SELECT t.topic_id, v.department_id, v.staff_id, v.name, d.name,"
    " v.verified_on, v.review_days FROM topic t"
    " JOIN topic_version v ON v.topic_version_id = t.topic_version_id"
    " JOIN department d ON d.department_id = v.department_id"
    " WHERE t.is_active = 1 ORDER BY v.name, t.topic_id";

bool briefing_insert(struct db *db, const struct briefing_row *row,
		     int64_t *briefing_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, row->staff_id);
	query_int(&q, 2, row->site_id);
	query_text(&q, 3, row->shown_on.text);
	query_int(&q, 4, db_now(db));
	query_key(&q, 5, row->counter_window_id);
	return query_insert(&q, briefing_id, err);
}

bool briefing_seen(struct db *db, int64_t briefing_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_SEEN);
	query_int(&q, 1, briefing_id);
	query_int(&q, 2, db_now(db));
	return query_run(&q, err);
}

bool briefing_each_card(struct db *db, briefing_card_fn *each, void *state,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CARDS);
	while (query_row(&q)) {
		struct briefing_card card = {
		    .topic_id = row_int(&q, 0),
		    .department_id = row_int(&q, 1),
		    .staff_id = row_int(&q, 2),
		    .name = row_text(&q, 3),
		    .department = row_text(&q, 4),
		    .review_days = (int)row_int(&q, 6),
		};

		snprintf(card.verified_on.text, sizeof(card.verified_on.text),
			 "%s", row_is_null(&q, 5) ? "" : row_text(&q, 5));
		each(&card, state);
	}
	return query_end(&q, err);
}
