/*
 * recount.c - the totals of the days compared with the records, or made anew
 *
 * All records are read once and counted in memory (recount_walk.c, tally.c);
 * then the totals are taken away from that, or written from it.
 */
#include "recount.h"

#include "fact_store.h"
#include "frontdesk/base/intl.h"
#include "recount_walk.h"
#include "tally.h"

static const char SQL_TOTALS[] =
    "SELECT site_id, day, figure, part, n FROM day_total";
static const char SQL_LENGTHS[] =
    "SELECT site_id, day, figure, part, lengths FROM day_length";
static const char SQL_SITE[] = "SELECT name FROM site WHERE site_id = $1";
/* What request.is_gone says, from the records: of those that have a contact. */
#define REQUEST_IS_GONE                                                        \
	"CASE WHEN r.first_visit_id IS NOT NULL"                               \
	" AND EXISTS (SELECT 1 FROM contact c"                                 \
	"  WHERE c.request_id = r.request_id)"                                 \
	" AND NOT EXISTS (SELECT 1 FROM contact c"                             \
	"  JOIN visit v ON v.visit_id = c.visit_id"                            \
	"  WHERE c.request_id = r.request_id AND v.voided_at IS NULL)"         \
	" THEN 1 ELSE 0 END"

static const char SQL_GONE_WRONG[] =
    "SELECT r.reference FROM request r"
    " WHERE r.is_gone <> " REQUEST_IS_GONE " LIMIT 1";
static const char SQL_GONE_AGAIN[] =
    "UPDATE request AS r SET is_gone = " REQUEST_IS_GONE
    " WHERE r.is_gone <> " REQUEST_IS_GONE;
static const char SQL_FORGET_TOTALS[] = "DELETE FROM day_total";
static const char SQL_FORGET_LENGTHS[] = "DELETE FROM day_length";

static void add(void *state, const struct fact *fact)
{
	tally_add(state, fact);
}

static struct fact place_of(const struct query *q)
{
	return (struct fact){.site_id = row_int(q, 0),
			     .length = FACT_COUNT,
			     .day = row_text(q, 1),
			     .figure = row_text(q, 2),
			     .part = row_text(q, 3)};
}

static bool take_totals(struct db *db, struct tally *tally, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TOTALS);
	while (query_row(&q)) {
		struct fact fact = place_of(&q);

		fact.n = -row_int(&q, 4);
		tally_add(tally, &fact);
	}
	if (!query_end(&q, err))
		return false;
	query_begin(&q, db, SQL_LENGTHS);
	while (query_row(&q)) {
		const struct fact place = place_of(&q);
		size_t size;
		const void *bytes = row_blob(&q, 4, &size);

		tally_take(tally, &place, bytes, size);
	}
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

/* Whether a request that is in no list is one whose every visit was voided. */
bool gone_check(struct db *db, struct error *err)
{
	struct query q;
	bool is_wrong;

	query_begin(&q, db, SQL_GONE_WRONG);
	is_wrong = query_row(&q);
	if (is_wrong)
		error_set(err, ERROR_DAMAGED, "",
			  _("The lists and request %s do not agree: run "
			    "“frontdesk check --recount”."),
			  row_text(&q, 0));
	return query_end(&q, err) && !is_wrong;
}

static bool check_work(struct db *db, void *state, struct error *err)
{
	struct tally *tally = tally_new();
	struct fact left;
	bool is_good =
	    recount_walk(db, add, tally, err) && take_totals(db, tally, err) &&
	    (!tally_first_left(tally, &left) || refuse_day(db, &left, err));

	(void)state;
	tally_free(tally);
	return is_good;
}

bool recount_check(struct db *db, struct error *err)
{
	return db_snapshot(db, check_work, NULL, err);
}

static bool run(struct db *db, const char *sql, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	return query_run(&q, err);
}

static bool write_first(void *state, const struct fact *fact,
			const struct length_pack *pack, struct error *err)
{
	return facts_write_first(state, fact, pack, err);
}

typedef bool walk_fn(struct db *db, given_fn *give, void *state,
		     struct error *err);

static bool recount_with(struct db *db, walk_fn *walk, struct error *err)
{
	struct tally *tally = tally_new();
	bool is_done = walk(db, add, tally, err) &&
		       run(db, SQL_FORGET_TOTALS, err) &&
		       run(db, SQL_FORGET_LENGTHS, err) &&
		       tally_each(tally, write_first, db, err);

	tally_free(tally);
	return is_done;
}

bool recount_first(struct db *db, struct error *err)
{
	return recount_with(db, recount_walk_first, err);
}

static bool recount_work(struct db *db, void *state, struct error *err)
{
	(void)state;
	return run(db, SQL_GONE_AGAIN, err) &&
	       recount_with(db, recount_walk, err);
}

bool db_recount(struct db *db, struct error *err)
{
	return db_transaction(db, recount_work, NULL, err);
}
