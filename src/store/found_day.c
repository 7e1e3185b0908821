/*
 * found_day.c - when those who were found were here last
 */
#include <stdio.h>

#include "cluster.h"
#include "frontdesk/store/found.h"
#include "wanted.h"

/* By the last visit that was begun; it is asked for one after another. */
#define LAST_OF(whose)                                                         \
	WANTED " SELECT w.place, (SELECT v.arrived_on FROM visit_person p "    \
	       "JOIN visit v ON v.visit_id = p.visit_id "                      \
	       "WHERE p.resident_id " whose " AND v.voided_at IS NULL "        \
	       "ORDER BY p.visit_id DESC LIMIT 1) FROM wanted w"

static const char SQL_LAST[] = LAST_OF("= w.id");
/* All visits of each, sorted: only where somebody has two records. */
static const char SQL_LAST_MERGED[] = LAST_OF("IN " CLUSTER_OF("w.id"));

bool found_last_days(struct db *db, const struct search_hits *hits,
		     struct day *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, hits->has_merged ? SQL_LAST_MERGED : SQL_LAST);
	for (size_t i = 0; i < WANTED_MAX; i++)
		query_int(&q, (int)i + 1,
			  i < hits->count ? hits->items[i].resident_id : 0);
	while (query_row(&q)) {
		size_t place = (size_t)row_int(&q, 0);

		if (place < hits->count && !row_is_null(&q, 1))
			snprintf(out[place].text, sizeof(out[place].text), "%s",
				 row_text(&q, 1));
	}
	return query_end(&q, err);
}
