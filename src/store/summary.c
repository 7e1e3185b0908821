/*
 * summary.c - the totals of a range of days, and what is read as it stands
 */
#include "frontdesk/store/summary.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "length_pack.h"
#include "summary_private.h"
#include "who.h"

static const char SQL_TOTALS[] =
    "SELECT figure, part, n FROM day_total"
    " WHERE site_id = $3 AND day BETWEEN $1 AND $2";

static const char SQL_LENGTHS[] =
    "SELECT figure, part, lengths FROM day_length"
    " WHERE site_id = $3 AND day BETWEEN $1 AND $2";

static const char SQL_ARRIVED[] =
    "SELECT COALESCE(SUM(n), 0) FROM day_total"
    " WHERE site_id = $1 AND day = $2 AND figure = 'arrived'";

static const char SQL_WAITS[] =
    "SELECT figure, part, lengths FROM day_length"
    " WHERE site_id = $1 AND day = $2 AND figure = 'wait'";

/* Two sets that share nothing: ended since (the partial index holds no more
 * than the visits that outlasted a midnight), and not ended at all. */
static const char SQL_CARRIED_IN[] =
    "SELECT (SELECT COUNT(*) FROM visit v"
    " WHERE v.site_id = $2 AND v.ended_on >= $1 AND v.ended_on > v.arrived_on"
    " AND v.arrived_on < $1 AND v.voided_at IS NULL)"
    " + (SELECT COUNT(*) FROM visit v WHERE v.site_id = $2"
    " AND v.ended_at IS NULL"
    " AND v.arrived_on < $1 AND v.voided_at IS NULL)";

static const char SQL_OPEN_PROMISES[] =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN p.due_at <= $4 THEN 1 ELSE 0"
    " END), 0) FROM promise p"
    " JOIN request r ON r.request_id = p.request_id"
    " WHERE p.site_id = $3 AND p.due_on BETWEEN $1 AND $2"
    " AND p.state = 'open' AND p.settled_at IS NULL AND " REQUEST_STANDS;

static const char SQL_TO_TELL[] =
    "SELECT COALESCE(SUM(n), 0) FROM day_total"
    " WHERE site_id = $1 AND day <= $2 AND figure = 'to_tell'";

static const char SQL_TOPIC_NAME[] =
    "SELECT tv.name FROM topic t JOIN topic_version tv"
    " ON tv.topic_version_id = t.topic_version_id WHERE t.topic_id = $1";

bool summary_each_total(struct db *db, const struct summary_range *range,
			summary_total_fn *each, void *state, struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_TOTALS, range);
	while (query_row(&q))
		each(row_text(&q, 0), row_text(&q, 1), row_int(&q, 2), state);
	return query_end(&q, err);
}

static bool read_lengths(struct query *q, summary_lengths_fn *each, void *state,
			 struct error *err)
{
	int64_t *lengths = NULL;
	size_t room = 0;

	while (query_row(q)) {
		size_t size, count;
		const void *bytes = row_blob(q, 2, &size);

		count = length_pack_count(bytes, size);
		if (count > room) {
			room = count * 2;
			lengths = mem_resize(lengths, room, sizeof(lengths[0]));
		}
		for (size_t i = 0; i < count; i++)
			lengths[i] = length_pack_get(bytes, i);
		each(row_text(q, 0), row_text(q, 1), lengths, count, state);
	}
	free(lengths);
	return query_end(q, err);
}

bool summary_each_lengths(struct db *db, const struct summary_range *range,
			  summary_lengths_fn *each, void *state,
			  struct error *err)
{
	struct query q;

	summary_begin(&q, db, SQL_LENGTHS, range);
	return read_lengths(&q, each, state, err);
}

static void begin_day(struct query *q, struct db *db, const char *sql,
		      int64_t site_id, struct day day)
{
	query_begin(q, db, sql);
	query_int(q, 1, site_id);
	query_text(q, 2, day.text);
}

bool summary_arrived(struct db *db, int64_t site_id, struct day day,
		     int64_t *out, struct error *err)
{
	struct query q;

	begin_day(&q, db, SQL_ARRIVED, site_id, day);
	return query_one(&q, out, err);
}

bool summary_waits(struct db *db, int64_t site_id, struct day day,
		   summary_lengths_fn *each, void *state, struct error *err)
{
	struct query q;

	begin_day(&q, db, SQL_WAITS, site_id, day);
	return read_lengths(&q, each, state, err);
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

bool summary_open_promises(struct db *db, const struct summary_range *range,
			   int64_t *ahead, int64_t *late, struct error *err)
{
	struct query q;

	*ahead = *late = 0;
	summary_begin(&q, db, SQL_OPEN_PROMISES, range);
	query_int(&q, 4, range->now_at);
	if (query_row(&q)) {
		*late = row_int(&q, 1);
		*ahead = row_int(&q, 0) - *late;
	}
	return query_end(&q, err);
}

bool summary_to_tell(struct db *db, const struct summary_range *range,
		     int64_t *out, struct error *err)
{
	struct query q;

	begin_day(&q, db, SQL_TO_TELL, range->site_id, range->to);
	return query_one(&q, out, err);
}

bool summary_topic_name(struct db *db, int64_t topic_id, char **out,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOPIC_NAME);
	query_int(&q, 1, topic_id);
	*out = query_row(&q) ? row_copy(&q, 0) : mem_copy("");
	return query_end(&q, err);
}
