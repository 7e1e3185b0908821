/*
 * fact_store.c - facts written into the totals of their days
 */
#include "fact_store.h"

static const char SQL_COUNT[] =
    "SELECT n FROM day_total WHERE site_id = $1 AND day = $2"
    " AND figure = $3 AND part = $4";
static const char SQL_COUNT_FIRST[] =
    "INSERT INTO day_total (site_id, day, figure, part, n)"
    " VALUES ($1, $2, $3, $4, $5)";
static const char SQL_COUNT_MORE[] =
    "INSERT INTO day_total (site_id, day, figure, part, n)"
    " VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (site_id, day, figure, part)"
    " DO UPDATE SET n = day_total.n + excluded.n";
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

static bool count_at(struct db *db, const char *sql, const struct fact *fact,
		     int64_t n, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	bind_place(&q, fact);
	query_int(&q, 5, n);
	return query_run(&q, err);
}

/* What is counted less may be counted no more: then its row goes. */
static bool less_counted(struct db *db, const struct fact *fact,
			 struct error *err)
{
	struct query q;
	int64_t n = fact->n;
	bool is_there;

	query_begin(&q, db, SQL_COUNT);
	bind_place(&q, fact);
	is_there = query_row(&q);
	if (is_there)
		n += row_int(&q, 0);
	if (!query_end(&q, err))
		return false;
	return n == 0 ? run_at(db, SQL_COUNT_GONE, fact, err)
		      : count_at(db, is_there ? SQL_COUNT_SET : SQL_COUNT_FIRST,
				 fact, n, err);
}

static bool write_count(struct db *db, const struct fact *fact,
			struct error *err)
{
	return fact->n > 0 ? count_at(db, SQL_COUNT_MORE, fact, fact->n, err)
			   : less_counted(db, fact, err);
}

static bool set_lengths(struct db *db, const struct fact *fact,
			const struct length_pack *pack, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_LENGTHS_SET);
	bind_place(&q, fact);
	query_blob(&q, 5, pack->bytes, pack->size);
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
	if (is_done)
		is_done = pack.count == 0
			      ? run_at(db, SQL_LENGTHS_GONE, facts, err)
			      : set_lengths(db, facts, &pack, err);
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

bool facts_write_first(struct db *db, const struct fact *fact,
		       const struct length_pack *pack, struct error *err)
{
	return pack != NULL ? set_lengths(db, fact, pack, err)
			    : count_at(db, SQL_COUNT_FIRST, fact, fact->n, err);
}
