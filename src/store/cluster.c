/*
 * cluster.c - all records that are read as one
 */
#include "cluster.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"

static const char SQL_MERGED[] =
    "SELECT resident_id FROM resident WHERE survivor_id = $1"
    " ORDER BY resident_id";

bool cluster_get(struct db *db, int64_t survivor_id, struct cluster *out,
		 struct error *err)
{
	struct query q;

	*out = (struct cluster){.survivor_id = survivor_id};
	query_begin(&q, db, SQL_MERGED);
	query_int(&q, 1, survivor_id);
	while (query_row(&q)) {
		out->merged = mem_resize(out->merged, out->merged_count + 1,
					 sizeof(*out->merged));
		out->merged[out->merged_count++] = row_int(&q, 0);
	}
	if (query_end(&q, err))
		return true;
	cluster_release(out);
	return false;
}

void cluster_release(struct cluster *cluster)
{
	free(cluster->merged);
	*cluster = (struct cluster){0};
}

bool cluster_has(const struct cluster *cluster, int64_t resident_id)
{
	if (resident_id == 0 || resident_id == cluster->survivor_id)
		return resident_id != 0;
	for (size_t i = 0; i < cluster->merged_count; i++)
		if (cluster->merged[i] == resident_id)
			return true;
	return false;
}
