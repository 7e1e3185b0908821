/*
 * cluster.h - all records that are read as one: a survivor and what was merged
 * into it
 */
#ifndef FRONTDESK_STORE_CLUSTER_H
#define FRONTDESK_STORE_CLUSTER_H

#include "frontdesk/store/db.h"

/*
 * "x.resident_id IN " CLUSTER_OF_1: the records of a survivor, itself too. For
 * whoever was never merged a look into an index that holds merged records
 * alone. Not for what changes rows often: it makes a table of its own.
 */
#define CLUSTER_OF(survivor)                                                   \
	"(SELECT " survivor " UNION ALL SELECT cl.resident_id FROM resident "  \
	"cl WHERE cl.survivor_id = " survivor ")"

#define CLUSTER_OF_1 CLUSTER_OF("CAST($1 AS BIGINT)")
#define CLUSTER_OF_2 CLUSTER_OF("CAST($2 AS BIGINT)")
#define CLUSTER_OF_3 CLUSTER_OF("CAST($3 AS BIGINT)")
#define CLUSTER_OF_N CLUSTER_OF("n.resident_id")

struct cluster {
	int64_t survivor_id;
	int64_t *merged; /* mostly none */
	size_t merged_count;
};
bool cluster_get(struct db *db, int64_t survivor_id, struct cluster *out,
		 struct error *err);
void cluster_release(struct cluster *cluster);
bool cluster_has(const struct cluster *cluster, int64_t resident_id);

#endif
