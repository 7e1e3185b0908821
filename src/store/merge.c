/*
 * merge.c - two records of one person: which is read in place of which
 */
#include "frontdesk/store/merge.h"

#include "cluster.h"
#include "frontdesk/base/intl.h"

static const char SQL_POINT[] =
    "UPDATE resident SET survivor_id = $2, edition = edition + 1 "
    "WHERE resident_id = $1 AND edition = $3 AND survivor_id IS NULL";
/* Pointers lead to the end of the way: nobody has to follow them. */
static const char SQL_POINT_ALONG[] =
    "UPDATE resident SET survivor_id = $2 WHERE survivor_id = $1";
static const char SQL_INSERT[] =
    "INSERT INTO resident_merge (survivor_id, merged_id, at, staff_id) "
    "VALUES ($1, $2, $3, $4)";
static const char SQL_INSERT_PART[] =
    "INSERT INTO resident_merge_part (resident_merge_id, field, was, became) "
    "VALUES ($1, $2, $3, $4)";
static const char SQL_GET[] =
    "SELECT resident_merge_id, survivor_id, merged_id FROM resident_merge "
    "WHERE merged_id = $1 AND undone_at IS NULL";
static const char SQL_GET_STANDING[] =
    "SELECT resident_merge_id, survivor_id, merged_id FROM resident_merge "
    "WHERE resident_merge_id = $1 AND undone_at IS NULL";
static const char SQL_UNDO[] =
    "UPDATE resident_merge SET undone_at = $2, undone_by = $3 "
    "WHERE resident_merge_id = $1 AND undone_at IS NULL";
static const char SQL_UNPOINT[] =
    "UPDATE resident SET survivor_id = NULL, edition = edition + 1 "
    "WHERE resident_id = $1";
/* Whatever came along when it was merged, step by step. */
static const char SQL_UNPOINT_ALONG[] =
    "WITH RECURSIVE along (resident_id) AS ("
    "SELECT m.merged_id FROM resident_merge m "
    "WHERE m.survivor_id = $1 AND m.undone_at IS NULL "
    "UNION ALL SELECT m.merged_id FROM along a "
    "JOIN resident_merge m ON m.survivor_id = a.resident_id "
    "AND m.undone_at IS NULL) "
    "UPDATE resident SET survivor_id = $1 "
    "WHERE resident_id IN (SELECT resident_id FROM along)";
static const char SQL_PARTS[] =
    "SELECT field, was, became FROM resident_merge_part "
    "WHERE resident_merge_id = $1 ORDER BY resident_merge_part_id";
static const char SQL_PASS_ON[] =
    "UPDATE resident_merge_part SET was = $4 "
    "WHERE field = $3 AND was = $5 AND resident_merge_id IN ("
    "SELECT m.resident_merge_id FROM resident_merge m "
    "WHERE m.survivor_id = $1 AND m.resident_merge_id > $2 "
    "AND m.undone_at IS NULL)";
static const char SQL_MERGED[] =
    "SELECT r.resident_id, r.reference, m.at, s.name FROM resident r "
    "JOIN resident_merge m ON m.merged_id = r.resident_id "
    "AND m.undone_at IS NULL "
    "LEFT JOIN staff s ON s.staff_id = m.staff_id "
    "WHERE r.survivor_id = $1 ORDER BY m.resident_merge_id DESC";
static const char SQL_FIGURES[] =
    "SELECT count(DISTINCT v.visit_id), max(v.arrived_at), "
    "(SELECT count(DISTINCT p.request_id) FROM request_party p "
    "JOIN request r ON r.request_id = p.request_id "
    "WHERE p.resident_id IN " CLUSTER_OF_1 " AND p.is_open = 1 "
    "AND p.part <> 'interpreter' AND r.is_gone = 0) "
    "FROM visit_person w JOIN visit v ON v.visit_id = w.visit_id "
    "WHERE w.resident_id IN " CLUSTER_OF_1 " AND v.voided_at IS NULL";
static const char SQL_SHARED_VISIT[] =
    "SELECT v.reference FROM visit_person a "
    "JOIN visit v ON v.visit_id = a.visit_id "
    "JOIN visit_person b ON b.visit_id = a.visit_id "
    "WHERE a.resident_id IN " CLUSTER_OF_1 " "
    "AND b.resident_id IN " CLUSTER_OF_2 " "
    "AND v.ended_at IS NULL AND v.voided_at IS NULL LIMIT 1";

static bool point_along(struct db *db, const char *sql, int64_t from_id,
			int64_t to_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, sql);
	query_int(&q, 1, from_id);
	if (to_id != 0)
		query_int(&q, 2, to_id);
	return query_run(&q, err);
}

static bool point(struct db *db, int64_t survivor_id,
		  const struct resident *merged, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_POINT);
	query_int(&q, 1, merged->resident_id);
	query_int(&q, 2, survivor_id);
	query_int(&q, 3, merged->edition);
	if (query_change(&q, err))
		return true;
	return err->code == ERROR_NOT_FOUND
		   ? error_set(err, ERROR_CONFLICT, "",
			       _("Somebody else changed one of the two records "
				 "meanwhile: compare them anew."))
		   : false;
}

bool merge_insert(struct db *db, int64_t survivor_id,
		  const struct resident *merged, int64_t *merge_id,
		  struct error *err)
{
	int64_t merged_id = merged->resident_id;
	struct query q;

	if (!point(db, survivor_id, merged, err) ||
	    !point_along(db, SQL_POINT_ALONG, merged_id, survivor_id, err))
		return false;
	query_begin(&q, db, SQL_INSERT);
	query_int(&q, 1, survivor_id);
	query_int(&q, 2, merged_id);
	query_int(&q, 3, db_now(db));
	query_key(&q, 4, db_actor(db));
	return query_insert(&q, merge_id, err);
}

bool merge_insert_part(struct db *db, int64_t merge_id, const char *field,
		       const char *was, const char *became, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_INSERT_PART);
	query_int(&q, 1, merge_id);
	query_text(&q, 2, field);
	query_text(&q, 3, was);
	query_text(&q, 4, became);
	return query_run(&q, err);
}

static bool get(struct db *db, const char *sql, int64_t id,
		struct merge_fact *out, struct error *err)
{
	struct query q;
	bool is_there;

	*out = (struct merge_fact){0};
	query_begin(&q, db, sql);
	query_int(&q, 1, id);
	is_there = query_row(&q);
	if (is_there)
		*out = (struct merge_fact){row_int(&q, 0), row_int(&q, 1),
					   row_int(&q, 2)};
	return query_end(&q, err) &&
	       (is_there || error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

bool merge_get(struct db *db, int64_t merged_id, struct merge_fact *out,
	       struct error *err)
{
	return get(db, SQL_GET, merged_id, out, err);
}

bool merge_get_standing(struct db *db, int64_t merge_id, struct merge_fact *out,
			struct error *err)
{
	return get(db, SQL_GET_STANDING, merge_id, out, err);
}

bool merge_undo(struct db *db, const struct merge_fact *fact, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_UNDO);
	query_int(&q, 1, fact->merge_id);
	query_int(&q, 2, db_now(db));
	query_key(&q, 3, db_actor(db));
	return query_change(&q, err) &&
	       point_along(db, SQL_UNPOINT, fact->merged_id, 0, err) &&
	       point_along(db, SQL_UNPOINT_ALONG, fact->merged_id, 0, err);
}

bool merge_each_part(struct db *db, int64_t merge_id, merge_part_fn *each,
		     void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PARTS);
	query_int(&q, 1, merge_id);
	while (query_row(&q))
		each(row_text(&q, 0), row_text(&q, 1), row_text(&q, 2), state);
	return query_end(&q, err);
}

bool merge_pass_on_part(struct db *db, const struct merge_fact *fact,
			const char *field, const char *was, const char *became,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_PASS_ON);
	query_int(&q, 1, fact->survivor_id);
	query_int(&q, 2, fact->merge_id);
	query_text(&q, 3, field);
	query_text(&q, 4, was);
	query_text(&q, 5, became);
	return query_run(&q, err);
}

bool merge_each_merged(struct db *db, int64_t survivor_id, merged_row_fn *each,
		       void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_MERGED);
	query_int(&q, 1, survivor_id);
	while (query_row(&q)) {
		const struct merged_row row = {
		    .resident_id = row_int(&q, 0),
		    .reference = row_text(&q, 1),
		    .at = row_int(&q, 2),
		    .staff = row_text(&q, 3),
		};

		each(&row, state);
	}
	return query_end(&q, err);
}

bool merge_get_figures(struct db *db, int64_t resident_id,
		       struct merge_figures *out, struct error *err)
{
	struct query q;

	*out = (struct merge_figures){0};
	query_begin(&q, db, SQL_FIGURES);
	query_int(&q, 1, resident_id);
	if (query_row(&q))
		*out = (struct merge_figures){
		    (int)row_int(&q, 0), (int)row_int(&q, 2), row_int(&q, 1)};
	return query_end(&q, err);
}

bool merge_find_shared_visit(struct db *db, int64_t resident_id,
			     int64_t other_id, char **reference,
			     struct error *err)
{
	struct query q;

	*reference = NULL;
	query_begin(&q, db, SQL_SHARED_VISIT);
	query_int(&q, 1, resident_id);
	query_int(&q, 2, other_id);
	if (query_row(&q))
		*reference = row_copy(&q, 0);
	return query_end(&q, err);
}
