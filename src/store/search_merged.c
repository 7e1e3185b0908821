/*
 * search_merged.c - whoever was merged is found as the one who is read
 */
#include "frontdesk/store/search.h"
#include "wanted.h"

/* Who is read in place of a hit; and, from then on, that there is such. */
static const char SQL_MERGED[] =
    "SELECT resident_id, survivor_id FROM resident "
    "WHERE survivor_id IS NOT NULL AND resident_id IN " WANTED_LIST
    " UNION ALL SELECT survivor_id, survivor_id FROM resident "
    "WHERE survivor_id IN " WANTED_LIST;

static void replace(struct search_hits *hits, int64_t merged_id,
		    int64_t survivor_id)
{
	for (size_t i = 0; i < hits->count; i++)
		if (hits->items[i].resident_id == merged_id)
			hits->items[i].resident_id = survivor_id;
}

/* The first of each stays in its place. */
static void drop_repeated(struct search_hits *hits)
{
	size_t count = hits->count;

	hits->count = 0;
	for (size_t i = 0; i < count; i++) {
		const struct search_hit hit = hits->items[i];

		search_hits_add(hits, &hit);
	}
}

static bool resolve_from(struct db *db, size_t first, struct search_hits *hits,
			 struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_MERGED);
	for (size_t i = 0; i < WANTED_MAX; i++)
		query_int(&q, (int)i + 1,
			  first + i < hits->count
			      ? hits->items[first + i].resident_id
			      : 0);
	while (query_row(&q)) {
		hits->has_merged = true;
		replace(hits, row_int(&q, 0), row_int(&q, 1));
	}
	return query_end(&q, err);
}

bool search_resolve(struct db *db, struct search_hits *hits, struct error *err)
{
	hits->has_merged = false;
	for (size_t i = 0; i < hits->count; i += WANTED_MAX)
		if (!resolve_from(db, i, hits, err))
			return false;
	if (hits->has_merged)
		drop_repeated(hits);
	return true;
}
