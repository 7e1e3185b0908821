/*
 * summary.c - the totals of a range of days, and what is read as it stands
 */
#include "frontdesk/store/summary.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"
#include "length_pack.h"
#include "summary_counted.h"
#include "summary_private.h"
#include "who.h"

static const char SQL_TOTALS[] =
    "SELECT d.figure, d.part, d.n, d.site_id, d.day" OF_SITES(
	"day_total", "d") " AND d.day BETWEEN $1 AND $2";

#define LENGTHS                                                                \
	"SELECT d.figure, d.part, d.lengths, s.wait_target, d.site_id, "       \
	"d.day" OF_SITES("day_length", "d")
static const char SQL_LENGTHS[] = LENGTHS " AND d.day BETWEEN $1 AND $2";

/* Of one day, which the keys of the totals find; and of more. */
static const char SQL_ARRIVED_THAT_DAY[] =
    "SELECT CASE WHEN SUM(d.n) > 0 THEN 1 ELSE 0 END,"
    " COALESCE(SUM(d.n), 0)" OF_SITES("day_total",
				      "d") " AND d.day = $1"
					   " AND d.figure = 'arrived'";
static const char SQL_WAITS_THAT_DAY[] =
    LENGTHS " AND d.day = $1 AND d.figure = 'wait'";
static const char SQL_ARRIVED[] =
    "SELECT COUNT(DISTINCT d.day), COALESCE(SUM(d.n), 0)" OF_SITES(
	"day_total", "d") " AND d.day BETWEEN $1 AND $2"
			  " AND d.figure = 'arrived'";
static const char SQL_WAITS[] =
    LENGTHS " AND d.day BETWEEN $1 AND $2 AND d.figure = 'wait'";

/* Two sets that share nothing: ended since (the partial index holds no more
 * than the visits that outlasted a midnight), and not ended at all. */
#define CARRIED_IN                                                             \
	"SELECT COUNT(*)" OF_SITES(                                            \
	    "visit", "v") " AND v.arrived_on < $1 AND v.voided_at IS NULL "    \
			  "AND " VISIT_IS_ABOUT
static const char SQL_CARRIED_IN[] =
    "SELECT (" CARRIED_IN
    " AND v.ended_on >= $1 AND v.ended_on > v.arrived_on) + (" CARRIED_IN
    " AND v.ended_at IS NULL)";

static const char SQL_OPEN_PROMISES[] =
    "SELECT COUNT(*), COALESCE(SUM(CASE WHEN p.due_at <= $6 THEN 1 ELSE 0"
    " END), 0) FROM site s CROSS JOIN promise p CROSS JOIN request r"
    " WHERE s.site_id = p.site_id AND " IS_SITE
    " AND r.request_id = p.request_id"
    " AND p.due_on BETWEEN $1 AND $2"
    " AND p.state = 'open' AND p.settled_at IS NULL AND NOT " PROMISE_IS_VOIDED
    " AND " REQUEST_STANDS " AND " IS_ABOUT("r.topic_id");

static const char SQL_TO_TELL[] = "SELECT COALESCE(SUM(d.n), 0)" OF_SITES(
    "day_total", "d") " AND d.day <= $2 AND d.figure = 'to_tell'";

static const char SQL_TOPIC_NAMED[] =
    "SELECT tv.name FROM topic_version tv WHERE tv.topic_id = $1"
    " AND tv.made_at <= $2 AND (tv.taken_back_at IS NULL OR tv.taken_back_at"
    " > $2) ORDER BY tv.made_at DESC, tv.topic_version_id DESC"
    " LIMIT 1";
static const char SQL_TOPIC_NAME[] =
    "SELECT tv.name FROM topic t JOIN topic_version tv"
    " ON tv.topic_version_id = t.topic_version_id WHERE t.topic_id = $1";

bool summary_each_total(struct db *db, const struct summary_range *range,
			summary_total_fn *each, void *state, struct error *err)
{
	struct summary_step step = {range, 0, 100, {""}, 0, 0};
	struct query q;

	if (range->counted != NULL) {
		summary_counted_totals(range->counted, each, state);
		return true;
	}
	summary_begin(&q, db, SQL_TOTALS, range);
	while (query_row(&q)) {
		summary_step_to(&step, row_int(&q, 3), row_text(&q, 4));
		each(row_text(&q, 0), row_text(&q, 1), row_int(&q, 2), state);
	}
	return query_end(&q, err);
}

static bool read_lengths(struct query *q, struct summary_step *step,
			 summary_lengths_fn *each, void *state,
			 struct error *err)
{
	int64_t *lengths = NULL;
	size_t room = 0;

	while (query_row(q)) {
		size_t size, count;
		const void *bytes = row_blob(q, 2, &size);

		summary_step_to(step, row_int(q, 4), row_text(q, 5));
		count = length_pack_count(bytes, size);
		if (count > room) {
			room = count * 2;
			lengths = mem_resize(lengths, room, sizeof(lengths[0]));
		}
		for (size_t i = 0; i < count; i++)
			lengths[i] = length_pack_get(bytes, i);
		each(row_text(q, 0), row_text(q, 1), lengths, count,
		     row_int(q, 3), state);
	}
	free(lengths);
	return query_end(q, err);
}

bool summary_each_lengths(struct db *db, const struct summary_range *range,
			  summary_lengths_fn *each, void *state,
			  struct error *err)
{
	struct summary_step step = {range, 0, 100, {""}, 0, 0};
	struct query q;

	if (range->counted != NULL) {
		summary_counted_lengths(range->counted, NULL, each, state);
		return true;
	}
	summary_begin(&q, db, SQL_LENGTHS, range);
	return read_lengths(&q, &step, each, state, err);
}

static void begin_compare(struct query *q, struct db *db,
			  const struct summary_range *range,
			  const char *that_day, const char *days)
{
	if (day_compare(range->from, range->to) != 0) {
		summary_begin(q, db, days, range);
		return;
	}
	query_begin(q, db, that_day);
	query_text(q, 1, range->from.text);
	query_int(q, 3, range->site_id);
}

static bool compare_totals(struct db *db, const struct summary_range *range,
			   int64_t *days, int64_t *arrived,
			   summary_lengths_fn *each, void *state,
			   struct error *err)
{
	struct summary_step step = {range, 0, 100, {""}, 0, 0};
	struct query q;

	begin_compare(&q, db, range, SQL_ARRIVED_THAT_DAY, SQL_ARRIVED);
	if (query_row(&q)) {
		*days = row_int(&q, 0);
		*arrived = row_int(&q, 1);
	}
	if (!query_end(&q, err))
		return false;
	begin_compare(&q, db, range, SQL_WAITS_THAT_DAY, SQL_WAITS);
	return read_lengths(&q, &step, each, state, err);
}

bool summary_compare(struct db *db, const struct summary_range *range,
		     int64_t *days, int64_t *arrived, summary_lengths_fn *each,
		     void *state, struct error *err)
{
	struct summary_counted *counted;

	*days = *arrived = 0;
	if (range->counted == NULL)
		return compare_totals(db, range, days, arrived, each, state,
				      err);
	if (!summary_count_visits(db, range, &counted, err))
		return false;
	*days = summary_counted_days(counted);
	*arrived = summary_counted_sum(counted, "arrived");
	summary_counted_lengths(counted, "wait", each, state);
	summary_counted_free(counted);
	return true;
}

bool summary_carried_in(struct db *db, const struct summary_range *range,
			int64_t *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CARRIED_IN);
	query_text(&q, 1, range->from.text);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	return query_one(&q, out, err);
}

bool summary_open_promises(struct db *db, const struct summary_range *range,
			   int64_t *ahead, int64_t *late, struct error *err)
{
	struct query q;

	*ahead = *late = 0;
	if (range->then_at != 0) /* counted with the others */
		return true;
	summary_begin_about(&q, db, SQL_OPEN_PROMISES, range);
	query_int(&q, 6, range->now_at);
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

	if (range->counted != NULL)
		*out = summary_counted_sum(range->counted, "to_tell");
	if (range->counted != NULL)
		return true;
	query_begin(&q, db, SQL_TO_TELL);
	query_text(&q, 2, range->to.text);
	query_int(&q, 3, range->site_id);
	return query_one(&q, out, err);
}

bool summary_topic_name(struct db *db, int64_t topic_id, int64_t named_at,
			char **out, struct error *err)
{
	struct query q;

	if (named_at != 0) {
		query_begin(&q, db, SQL_TOPIC_NAMED);
		query_int(&q, 1, topic_id);
		query_int(&q, 2, named_at);
		*out = query_row(&q) ? row_copy(&q, 0) : NULL;
		if (!query_end(&q, err))
			return false;
		if (*out != NULL)
			return true;
	}
	query_begin(&q, db, SQL_TOPIC_NAME);
	query_int(&q, 1, topic_id);
	*out = query_row(&q) ? row_copy(&q, 0) : mem_copy("");
	return query_end(&q, err);
}
