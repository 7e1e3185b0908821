/*
 * fact_store.c - facts read from the records, and written into the totals
 */
#include "fact_store.h"

#include <string.h>

#include "length_pack.h"

static const char SQL_VISIT[] =
    "SELECT site_id, day, figure, part, length FROM visit_fact"
    " WHERE visit_id = $1";
static const char SQL_REQUEST[] =
    "SELECT site_id, day, figure, part, length FROM request_fact"
    " WHERE request_id = $1";
static const char SQL_COUNT[] =
    "SELECT n FROM day_total WHERE site_id = $1 AND day = $2"
    " AND figure = $3 AND part = $4";
static const char SQL_COUNT_FIRST[] =
    "INSERT INTO day_total (site_id, day, figure, part, n)"
    " VALUES ($1, $2, $3, $4, $5)";
static const char SQL_COUNT_SET[] =
    "UPDATE day_total SET n = $5 WHERE site_id = $1 AND day = $2"
    " AND figure = $3 AND part = $4";
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

bool facts_read(struct db *db, enum fact_of of, int64_t id, const char *day,
		int64_t n, struct facts *facts, struct error *err)
{
	struct query q;

	query_begin(&q, db, of == FACT_OF_VISIT ? SQL_VISIT : SQL_REQUEST);
	query_int(&q, 1, id);
	while (query_row(&q)) {
		const struct fact fact = {
		    .site_id = row_int(&q, 0),
		    .length = row_is_null(&q, 4) ? FACT_COUNT : row_int(&q, 4),
		    .n = n,
		};

		if (day == NULL || strcmp(day, row_text(&q, 1)) == 0)
			facts_add(facts, &fact, row_text(&q, 1),
				  row_text(&q, 2), row_text(&q, 3));
	}
	return query_end(&q, err);
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

/* Plain statements: an upsert that returns costs seven times as much. */
static bool write_count(struct db *db, const struct fact *fact,
			struct error *err)
{
	struct query q;
	int64_t n = 0;
	bool is_there;

	query_begin(&q, db, SQL_COUNT);
	bind_place(&q, fact);
	is_there = query_row(&q);
	if (is_there)
		n = row_int(&q, 0);
	if (!query_end(&q, err))
		return false;
	if (n + fact->n == 0)
		return run_at(db, SQL_COUNT_GONE, fact, err);
	query_begin(&q, db, is_there ? SQL_COUNT_SET : SQL_COUNT_FIRST);
	bind_place(&q, fact);
	query_int(&q, 5, n + fact->n);
	return query_run(&q, err);
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
