/*
 * recount.c - the totals of the days compared with the records, or made anew
 *
 * Day by day, over all sites, so that ten million visits need no more memory
 * than one day does.
 */
#include "recount.h"

#include <stdio.h>
#include <stdlib.h>

#include "fact_store.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "length_pack.h"

/* What is settled on its own day, or ends on it, is found by that day. */
#define OUTLASTED " v.ended_on > v.arrived_on AND v.voided_at IS NULL"
#define RESOLVED_LATER " r.resolved_on <> r.received_on"
#define TOLD_DAY                                                               \
	" local_day(o.owed_at, s.time_zone) FROM told o"                       \
	" JOIN request r ON r.request_id = o.request_id"                       \
	" JOIN site s ON s.site_id = r.site_id WHERE o.told_at IS NULL"

/* Every day that a record or a total stands under. */
static const char SQL_DAYS[] =
    "SELECT v.arrived_on FROM visit v"
    " UNION SELECT v.ended_on FROM visit v WHERE" OUTLASTED
    " UNION SELECT r.received_on FROM request r"
    " UNION SELECT r.resolved_on FROM request r WHERE" RESOLVED_LATER
    " UNION SELECT h.offered_on FROM handoff h"
    " UNION SELECT p.due_on FROM promise p"
    " UNION SELECT" TOLD_DAY
    " UNION SELECT d.day FROM day_total d UNION SELECT l.day FROM day_length l";

static const char SQL_VISITS[] =
    "SELECT v.visit_id FROM visit v WHERE v.arrived_on = $1";

static const char SQL_REQUESTS[] =
    "SELECT c.request_id FROM visit v"
    " JOIN contact c ON c.visit_id = v.visit_id WHERE v.arrived_on = $1"
    " UNION SELECT c.request_id FROM visit v"
    " JOIN contact c ON c.visit_id = v.visit_id"
    " WHERE v.site_id IN (SELECT site_id FROM site) AND v.ended_on = $1"
    " AND" OUTLASTED
    " UNION SELECT r.request_id FROM request r WHERE r.received_on = $1"
    " UNION SELECT r.request_id FROM request r WHERE r.resolved_on = $1"
    " AND" RESOLVED_LATER
    " UNION SELECT h.request_id FROM handoff h WHERE h.offered_on = $1"
    " UNION SELECT p.request_id FROM promise p WHERE p.due_on = $1"
    " UNION SELECT o.request_id FROM told o"
    " JOIN request r ON r.request_id = o.request_id"
    " JOIN site s ON s.site_id = r.site_id WHERE o.told_at IS NULL"
    " AND local_day(o.owed_at, s.time_zone) = $1";

static const char SQL_TOTALS[] =
    "SELECT site_id, day, figure, part, n FROM day_total WHERE day = $1"
    " AND site_id IN (SELECT site_id FROM site)";
static const char SQL_LENGTHS[] =
    "SELECT site_id, day, figure, part, lengths FROM day_length"
    " WHERE day = $1 AND site_id IN (SELECT site_id FROM site)";
static const char SQL_SITE[] = "SELECT name FROM site WHERE site_id = $1";
static const char SQL_FORGET_TOTALS[] = "DELETE FROM day_total";
static const char SQL_FORGET_LENGTHS[] = "DELETE FROM day_length";

/* Of the visits or requests that sql finds, what they give to this day. */
static bool add_records(struct db *db, const char *sql, enum fact_of of,
			const char *day, struct facts *facts, struct error *err)
{
	struct error later;
	struct query q;
	bool is_good = true;

	query_begin(&q, db, sql);
	query_text(&q, 1, day);
	while (is_good && query_row(&q))
		is_good =
		    facts_read(db, of, row_int(&q, 0), day, 1, facts, err);
	return query_end(&q, is_good ? err : &later) && is_good;
}

static void take_lengths(const struct query *q, struct facts *facts)
{
	size_t size, count;
	const void *bytes = row_blob(q, 4, &size);

	count = length_pack_count(bytes, size);
	for (size_t i = 0; i < count; i++) {
		const struct fact fact = {
		    .site_id = row_int(q, 0),
		    .length = length_pack_get(bytes, i),
		    .n = -1,
		};

		facts_add(facts, &fact, row_text(q, 1), row_text(q, 2),
			  row_text(q, 3));
	}
}

static bool take_totals(struct db *db, const char *day, struct facts *facts,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOTALS);
	query_text(&q, 1, day);
	while (query_row(&q)) {
		const struct fact fact = {.site_id = row_int(&q, 0),
					  .length = FACT_COUNT,
					  .n = -row_int(&q, 4)};

		facts_add(facts, &fact, row_text(&q, 1), row_text(&q, 2),
			  row_text(&q, 3));
	}
	if (!query_end(&q, err))
		return false;
	query_begin(&q, db, SQL_LENGTHS);
	query_text(&q, 1, day);
	while (query_row(&q))
		take_lengths(&q, facts);
	return query_end(&q, err);
}

static bool refuse_day(struct db *db, const struct fact *fact,
		       struct error *err)
{
	struct query q;
	struct error unused = {0};

	query_begin(&q, db, SQL_SITE);
	query_int(&q, 1, fact->site_id);
	error_set(err, ERROR_DAMAGED, "",
		  _("The figures of %s at “%s” are not what the records give: "
		    "run “frontdesk check --recount”."),
		  fact->day, query_row(&q) ? row_text(&q, 0) : "");
	query_end(&q, &unused);
	return error_detail(err, "%s %s differs by %lld", fact->figure,
			    fact->part, (long long)fact->n);
}

struct days {
	struct day *items;
	size_t count;
};

static bool read_days(struct db *db, struct days *days, struct error *err)
{
	struct query q;
	size_t size = 0;

	query_begin(&q, db, SQL_DAYS);
	while (query_row(&q)) {
		if (days->count == size) {
			size = size == 0 ? 256 : size * 2;
			days->items = mem_resize(days->items, size,
						 sizeof(days->items[0]));
		}
		snprintf(days->items[days->count++].text, sizeof(struct day),
			 "%s", row_text(&q, 0));
	}
	return query_end(&q, err);
}

typedef bool day_fn(struct db *db, const char *day, struct facts *facts,
		    struct error *err);

static bool each_day(struct db *db, day_fn *each, struct error *err)
{
	struct days days = {0};
	struct facts facts = {0};
	bool is_done = read_days(db, &days, err);

	for (size_t i = 0; is_done && i < days.count; i++) {
		facts_clear(&facts);
		is_done = add_records(db, SQL_VISITS, FACT_OF_VISIT,
				      days.items[i].text, &facts, err) &&
			  add_records(db, SQL_REQUESTS, FACT_OF_REQUEST,
				      days.items[i].text, &facts, err) &&
			  each(db, days.items[i].text, &facts, err);
	}
	facts_release(&facts);
	free(days.items);
	return is_done;
}

static bool compare_day(struct db *db, const char *day, struct facts *facts,
			struct error *err)
{
	if (!take_totals(db, day, facts, err))
		return false;
	facts_settle(facts);
	return facts->count == 0 || refuse_day(db, &facts->items[0], err);
}

static bool check_work(struct db *db, void *state, struct error *err)
{
	(void)state;
	return each_day(db, compare_day, err);
}

bool recount_check(struct db *db, struct error *err)
{
	return db_snapshot(db, check_work, NULL, err);
}

static bool write_day(struct db *db, const char *day, struct facts *facts,
		      struct error *err)
{
	(void)day;
	facts_settle(facts);
	return facts_write(db, facts, err);
}

static bool forget(struct db *db, const char *sql, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	return query_run(&q, err);
}

bool recount_all(struct db *db, struct error *err)
{
	return forget(db, SQL_FORGET_TOTALS, err) &&
	       forget(db, SQL_FORGET_LENGTHS, err) &&
	       each_day(db, write_day, err);
}

static bool recount_work(struct db *db, void *state, struct error *err)
{
	(void)state;
	return recount_all(db, err);
}

bool db_recount(struct db *db, struct error *err)
{
	return db_transaction(db, recount_work, NULL, err);
}
