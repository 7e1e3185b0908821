/*
 * audit.c - who looked at or changed a record
 */
#include "frontdesk/store/audit.h"

#include <stdlib.h>

#include "frontdesk/base/mem.h"

/*
 * The record's own rows, those of the tables that belong to it, and the same of
 * what was merged into it: each arm rides audit_by_subject.
 */
static const char SQL_LIST_RESIDENT[] =
    "WITH cluster AS (SELECT resident_id FROM resident WHERE resident_id = $1 "
    "UNION ALL SELECT resident_id FROM resident WHERE survivor_id = $1), "
    "mine AS ("
    "SELECT a.number FROM cluster c CROSS JOIN audit a "
    "WHERE a.subject = 'resident' AND a.subject_id = c.resident_id "
    "UNION ALL SELECT a.number FROM cluster c CROSS JOIN resident_name n "
    "CROSS JOIN audit a WHERE n.resident_id = c.resident_id "
    "AND a.subject = 'resident_name' AND a.subject_id = n.resident_name_id "
    "UNION ALL SELECT a.number FROM cluster c CROSS JOIN permission p "
    "CROSS JOIN audit a WHERE p.resident_id = c.resident_id "
    "AND a.subject = 'permission' AND a.subject_id = p.permission_id "
    "UNION ALL SELECT a.number FROM cluster c CROSS JOIN reach r "
    "CROSS JOIN audit a WHERE r.resident_id = c.resident_id "
    "AND a.subject = 'reach' AND a.subject_id = r.reach_id "
    "UNION ALL SELECT a.number FROM (SELECT g.resident_merge_id AS merge_id "
    "FROM cluster c JOIN resident_merge g ON g.survivor_id = c.resident_id "
    "UNION SELECT g.resident_merge_id "
    "FROM cluster c JOIN resident_merge g ON g.merged_id = c.resident_id) w "
    "CROSS JOIN audit a "
    "WHERE a.subject = 'resident_merge' AND a.subject_id = w.merge_id) "
    "SELECT a.at, s.name, CASE WHEN a.subject <> 'resident_merge' "
    "THEN a.action WHEN a.action = 'insert' THEN 'merge' ELSE 'unmerge' END "
    "FROM mine m "
    "JOIN audit a ON a.number = m.number "
    "LEFT JOIN staff s ON s.staff_id = a.actor_id "
    "ORDER BY m.number DESC LIMIT $2";

static const char SQL_HEAD[] =
    "SELECT number, chain_hash FROM audit"
    " WHERE number = (SELECT MAX(number) FROM audit)";

static const char SQL_LINK[] =
    "SELECT number, chain_hash FROM audit WHERE number = $1";

bool audit_read_head(struct db *db, int64_t number, struct audit_head *out,
		     struct error *err)
{
	struct query q;

	*out = (struct audit_head){0};
	query_begin(&q, db, number == 0 ? SQL_HEAD : SQL_LINK);
	if (number != 0)
		query_int(&q, 1, number);
	if (query_row(&q)) {
		size_t len;
		const unsigned char *hash = row_blob(&q, 1, &len);

		out->count = row_int(&q, 0);
		secret_hex(hash,
			   len < SECRET_DIGEST_LEN ? len : SECRET_DIGEST_LEN,
			   out->hash);
	}
	if (!query_end(&q, err))
		return false;
	return number == out->count || number == 0 ||
	       error_set(err, ERROR_NOT_FOUND, "", "%s", "");
}

bool audit_list_resident(struct db *db, int64_t resident_id, size_t limit,
			 struct audit_look **out, size_t *count,
			 struct error *err)
{
	struct query q;

	*out = NULL;
	*count = 0;
	query_begin(&q, db, SQL_LIST_RESIDENT);
	query_int(&q, 1, resident_id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		struct audit_look look = {row_int(&q, 0), row_copy(&q, 1),
					  row_copy(&q, 2)};

		*out = mem_resize(*out, *count + 1, sizeof(**out));
		(*out)[(*count)++] = look;
	}
	if (query_end(&q, err))
		return true;
	for (size_t i = 0; i < *count; i++) {
		free((*out)[i].staff);
		free((*out)[i].action);
	}
	free(*out);
	*out = NULL;
	*count = 0;
	return false;
}
