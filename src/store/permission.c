/*
 * permission.c - what they said about how to be addressed; only added to
 */
#include <stdlib.h>

#include "cluster.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/store/resident.h"

static const char SQL_INSERT[] =
    "INSERT INTO permission (resident_id, kind, value, noted_at, noted_by) "
    "VALUES ($1, $2, $3, $4, $5)";
#define LIST_OF(whose)                                                         \
	"SELECT p.kind, p.value, s.name, p.noted_at FROM permission p "        \
	"LEFT JOIN staff s ON s.staff_id = p.noted_by "                        \
	"WHERE p.resident_id " whose " ORDER BY p.permission_id DESC"
static const char SQL_LIST[] = LIST_OF("= $1");
static const char SQL_LIST_MERGED[] = LIST_OF("IN " CLUSTER_OF_1);

bool permission_insert(struct db *db, int64_t resident_id, const char *kind,
		       const char *value, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, resident_id);
	query_text(&q, 2, kind);
	query_text(&q, 3, value);
	query_int(&q, 4, db_now(db));
	query_key(&q, 5, db_actor(db));
	return query_run(&q, err);
}

bool permission_list(struct db *db, int64_t resident_id, bool has_merged,
		     struct permission_row **out, size_t *count,
		     struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, has_merged ? SQL_LIST_MERGED : SQL_LIST);
	query_int(&q, 1, resident_id);
	while (query_row(&q)) {
		struct permission_row row = {row_copy(&q, 0), row_copy(&q, 1),
					     row_copy(&q, 2), row_int(&q, 3)};

		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[(*count)++] = row;
	}
	if (query_end(&q, err))
		return true;
	for (size_t i = 0; i < *count; i++) {
		free((*out)[i].kind);
		free((*out)[i].value);
		free((*out)[i].staff);
	}
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}
