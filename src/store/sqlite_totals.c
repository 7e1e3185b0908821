/*
 * sqlite_totals.c - the totals of the days, kept in each transaction
 *
 * A trigger names whose facts are about to change, a visit or a request; the
 * first time in a transaction, what it gives so far is noted as taken. Before
 * the commit what it gives by then is noted as given, and only the difference
 * is written: a change that no figure shows writes nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "facts.h"
#include "frontdesk/base/mem.h"
#include "length_pack.h"
#include "recount.h"
#include "sqlite_engine.h"

/* Beyond this, what was noted is settled early: an import is one transaction.
 */
#define NOTED_MANY 128

static const char SQL_VISIT[] =
    "SELECT site_id, day, figure, part, length FROM visit_fact"
    " WHERE visit_id = $1";
static const char SQL_REQUEST[] =
    "SELECT site_id, day, figure, part, length FROM request_fact"
    " WHERE request_id = $1";
static const char SQL_COUNT[] =
    "INSERT INTO day_total (site_id, day, figure, part, n)"
    " VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (site_id, day, figure, part)"
    " DO UPDATE SET n = day_total.n + excluded.n RETURNING n";
static const char SQL_COUNT_GONE[] =
    "DELETE FROM day_total WHERE site_id = $1 AND day = $2 AND figure = $3"
    " AND part = $4";
static const char SQL_LENGTHS[] =
    "SELECT lengths FROM day_length WHERE site_id = $1 AND day = $2"
    " AND figure = $3 AND part = $4";
static const char SQL_LENGTHS_SET[] =
    "INSERT INTO day_length (site_id, day, figure, part, lengths)"
    " VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (site_id, day, figure, part)"
    " DO UPDATE SET lengths = excluded.lengths";
static const char SQL_LENGTHS_GONE[] =
    "DELETE FROM day_length WHERE site_id = $1 AND day = $2 AND figure = $3"
    " AND part = $4";

struct noted {
	int64_t id;
	const char *sql; /* that reads its facts */
};

struct totals {
	struct noted *noted;
	size_t count, size;
	struct facts facts;
	bool is_settling;
};

static bool read_facts(struct db *db, const struct noted *noted, int64_t n,
		       struct error *err)
{
	struct query q;

	query_begin(&q, db, noted->sql);
	query_int(&q, 1, noted->id);
	while (query_row(&q)) {
		const struct fact fact = {
		    .site_id = row_int(&q, 0),
		    .length = row_is_null(&q, 4) ? FACT_COUNT : row_int(&q, 4),
		    .n = n,
		};

		facts_add(&db->totals->facts, &fact, row_text(&q, 1),
			  row_text(&q, 2), row_text(&q, 3));
	}
	return query_end(&q, err);
}

static bool is_noted(const struct totals *totals, const struct noted *noted)
{
	for (size_t i = totals->count; i-- > 0;)
		if (totals->noted[i].id == noted->id &&
		    totals->noted[i].sql == noted->sql)
			return true;
	return false;
}

/* total_…(id, had_facts): the facts of this one are about to change. */
static void note(sqlite3_context *context, sqlite3_value **args,
		 const char *sql)
{
	struct db *db = sqlite3_user_data(context);
	struct totals *totals = db->totals;
	const struct noted noted = {sqlite3_value_int64(args[0]), sql};
	struct error err = {0};

	if (is_noted(totals, &noted))
		return;
	if (!db->in_transaction) {
		sqlite3_result_error(context, "totals need a transaction", -1);
		return;
	}
	if (sqlite3_value_int(args[1]) == 1 &&
	    !read_facts(db, &noted, -1, &err)) {
		sqlite3_result_error(context, err.detail, -1);
		return;
	}
	if (totals->count == totals->size) {
		totals->size += NOTED_MANY;
		totals->noted = mem_resize(totals->noted, totals->size,
					   sizeof(totals->noted[0]));
	}
	totals->noted[totals->count++] = noted;
}

static void total_visit(sqlite3_context *context, int count,
			sqlite3_value **args)
{
	(void)count;
	note(context, args, SQL_VISIT);
}

static void total_request(sqlite3_context *context, int count,
			  sqlite3_value **args)
{
	(void)count;
	note(context, args, SQL_REQUEST);
}

static const char *zone_of(sqlite3_value *value)
{
	const char *zone = (const char *)sqlite3_value_text(value);

	return zone != NULL ? zone : "UTC";
}

/* local_day(instant, zone): 'YYYY-MM-DD'. */
static void local_day(sqlite3_context *context, int count, sqlite3_value **args)
{
	struct day day =
	    zone_day(zone_of(args[1]), sqlite3_value_int64(args[0]));

	(void)count;
	sqlite3_result_text(context, day.text, -1, SQLITE_TRANSIENT);
}

/* local_hour(instant, zone): '00' to '23'. */
static void local_hour(sqlite3_context *context, int count,
		       sqlite3_value **args)
{
	struct local local;
	char hour[3];

	(void)count;
	zone_local(zone_of(args[1]), sqlite3_value_int64(args[0]), &local);
	hour[0] = (char)('0' + local.hour / 10);
	hour[1] = (char)('0' + local.hour % 10);
	sqlite3_result_text(context, hour, 2, SQLITE_TRANSIENT);
}

bool sqlite_add_totals(struct db *db, struct error *err)
{
	static const struct {
		const char *name;
		int flags;
		void (*run)(sqlite3_context *, int, sqlite3_value **);
	} functions[] = {
	    {"total_visit", 0, total_visit},
	    {"total_request", 0, total_request},
	    {"local_day", SQLITE_DETERMINISTIC, local_day},
	    {"local_hour", SQLITE_DETERMINISTIC, local_hour},
	};

	db->totals = mem_new(1, sizeof(*db->totals));
	for (size_t i = 0; i < MEM_COUNT(functions); i++) {
		int code = sqlite3_create_function_v2(
		    db->handle, functions[i].name, 2,
		    SQLITE_UTF8 | SQLITE_INNOCUOUS | functions[i].flags, db,
		    functions[i].run, NULL, NULL, NULL);

		if (code != SQLITE_OK)
			return sqlite_refuse(db->handle, code, err);
	}
	return true;
}

static void bind_place(struct query *q, const struct fact *fact)
{
	query_int(q, 1, fact->site_id);
	query_text(q, 2, fact->day);
	query_text(q, 3, fact->figure);
	query_text(q, 4, fact->part);
}

static bool run_at(struct db *db, const char *sql, const struct fact *fact,
		   struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	bind_place(&q, fact);
	return query_run(&q, err);
}

static bool write_count(struct db *db, const struct fact *fact,
			struct error *err)
{
	struct query q;
	int64_t n;

	query_begin(&q, db, SQL_COUNT);
	bind_place(&q, fact);
	query_int(&q, 5, fact->n);
	return query_one(&q, &n, err) &&
	       (n != 0 || run_at(db, SQL_COUNT_GONE, fact, err));
}

/* A length that is to be taken and is not there is left to the check. */
static void change_pack(struct length_pack *pack, const struct fact *fact)
{
	for (int64_t i = 0; i < fact->n; i++)
		length_pack_add(pack, fact->length);
	for (int64_t i = 0; i > fact->n; i--)
		length_pack_take(pack, fact->length);
}

/* The facts of one place, of which the first is given. */
static bool write_lengths(struct db *db, const struct fact *facts, size_t count,
			  struct error *err)
{
	struct length_pack pack = {0};
	struct query q;
	bool is_done;

	query_begin(&q, db, SQL_LENGTHS);
	bind_place(&q, facts);
	if (query_row(&q)) {
		size_t size;
		const void *bytes = row_blob(&q, 0, &size);

		length_pack_init(&pack, bytes, size);
	}
	is_done = query_end(&q, err);
	for (size_t i = 0; i < count; i++)
		change_pack(&pack, &facts[i]);
	if (is_done && pack.count == 0) {
		is_done = run_at(db, SQL_LENGTHS_GONE, facts, err);
	} else if (is_done) {
		query_begin(&q, db, SQL_LENGTHS_SET);
		bind_place(&q, facts);
		query_blob(&q, 5, pack.bytes, pack.size);
		is_done = query_run(&q, err);
	}
	length_pack_release(&pack);
	return is_done;
}

bool facts_write(struct db *db, const struct facts *facts, struct error *err)
{
	bool is_done = true;

	for (size_t i = 0; is_done && i < facts->count;) {
		const struct fact *fact = &facts->items[i];
		size_t count = 1;

		if (fact->length == FACT_COUNT) {
			is_done = write_count(db, fact, err);
		} else {
			while (i + count < facts->count &&
			       fact_is_beside(fact, &fact[count]))
				count++;
			is_done = write_lengths(db, fact, count, err);
		}
		i += count;
	}
	return is_done;
}

bool totals_settle(struct db *db, struct error *err)
{
	struct totals *totals = db->totals;
	bool is_done = true;

	totals->is_settling = true;
	for (size_t i = 0; is_done && i < totals->count; i++)
		is_done = read_facts(db, &totals->noted[i], 1, err);
	if (is_done) {
		facts_settle(&totals->facts);
		is_done = facts_write(db, &totals->facts, err);
	}
	totals_drop(db);
	totals->is_settling = false;
	return is_done;
}

bool totals_keep_few(struct db *db, struct error *err)
{
	return db->totals->is_settling || db->totals->count < NOTED_MANY ||
	       totals_settle(db, err);
}

void totals_drop(struct db *db)
{
	db->totals->count = 0;
	facts_clear(&db->totals->facts);
}

void totals_release(struct db *db)
{
	if (db->totals == NULL)
		return;
	facts_release(&db->totals->facts);
	free(db->totals->noted);
	free(db->totals);
	db->totals = NULL;
}
