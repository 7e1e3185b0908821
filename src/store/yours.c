/*
 * yours.c - how much waits for somebody, in one statement
 *
 * Asked whenever anybody's change shows, so each count is an index range.
 */
#include "frontdesk/store/list.h"

#include "handed.h"
#include "unanswered_of.h"

static const char SQL_COUNT[] =
    "SELECT (SELECT COUNT(*) FROM visit v WHERE v.site_id = $3"
    " AND v.ended_at IS NULL"
    " AND v.state IN ('hold', 'aside') AND v.staff_id = $1"
    " AND v.voided_at IS NULL),"
    " (SELECT COUNT(*)" HANDED_RETURNED "),"
    " (SELECT COUNT(*)" HANDED_TO_ME "),"
    " (SELECT COUNT(*)" HANDED_TO_DEPARTMENT "),"
    " (SELECT COUNT(*)" HANDED_TO_DEPUTY "),"
    " (SELECT COUNT(*)" HANDED_UNACCEPTED(
	"$3",
	"$5") "),"
	      " (SELECT COUNT(*) FROM told o"
	      "  JOIN request r ON r.request_id = o.request_id"
	      "  WHERE o.staff_id = $1 AND o.told_at IS NULL "
	      "AND " REQUEST_STANDS "),"
	      " (SELECT COUNT(*) FROM promise p"
	      "  JOIN request r ON r.request_id = p.request_id"
	      "  WHERE p.owner_staff_id = $1 AND p.state = 'open'"
	      "  AND " REQUEST_STANDS "),"
	      " (SELECT COUNT(*) FROM promise p"
	      "  JOIN request r ON r.request_id = p.request_id"
	      "  WHERE p.owner_staff_id = $1 AND p.state = 'open' AND p.due_at "
	      "< $4"
	      "  AND " REQUEST_STANDS "),"
	      " (SELECT COUNT(*) FROM request r WHERE r.site_id = $3"
	      "  AND r.first_acknowledged_at IS NULL AND r.state <> 'draft'"
	      "  AND " REQUEST_STANDS "),"
	      " (SELECT COUNT(*) FROM promise p"
	      "  JOIN request r ON r.request_id = p.request_id"
	      "  WHERE p.owner_staff_id = $1 AND p.state = 'open' AND p.due_at "
	      ">= $4"
	      "  AND p.due_on = $6 AND " REQUEST_STANDS "),"
	      " (SELECT COUNT(*)" UNANSWERED_MINE "),"
	      " (SELECT COUNT(*)" UNANSWERED_OF_DEPARTMENT "),"
	      " (SELECT COUNT(*)" UNANSWERED_OF_NOBODY(
		  "$7") "),"
			" (SELECT COUNT(*) FROM idea i WHERE i.staff_id = $1"
			"  AND i.is_unread = 1),"
			" (SELECT COUNT(*) FROM idea i WHERE i.is_decided = 0"
			"  AND i.taken_back_at IS NULL),"
			" (SELECT COUNT(*) FROM thanks t WHERE t.to_staff_id = "
			"$1"
			"  AND t.read_at IS NULL AND t.taken_back_at IS NULL)";

bool list_count(struct db *db, const struct list_query *query,
		struct list_counts *out, struct error *err)
{
	struct query q;

	*out = (struct list_counts){0};
	query_begin(&q, db, SQL_COUNT);
	query_int(&q, 1, query->staff_id);
	query_int(&q, 2, query->department_id);
	query_int(&q, 3, query->site_id);
	query_int(&q, 4, query->now);
	query_int(&q, 5, query->offered_before);
	query_text(&q, 6, query->today.text);
	query_int(&q, 7, query->sees_unowned);
	if (query_row(&q)) {
		out->aside = (int)row_int(&q, 0);
		out->returned = (int)row_int(&q, 1);
		out->handed = out->returned + (int)row_int(&q, 2) +
			      (int)row_int(&q, 3) + (int)row_int(&q, 4);
		out->unaccepted = (int)row_int(&q, 5);
		out->to_tell = (int)row_int(&q, 6);
		out->promises = (int)row_int(&q, 7);
		out->promises_late = (int)row_int(&q, 8);
		out->to_acknowledge = (int)row_int(&q, 9);
		out->promises_today = (int)row_int(&q, 10);
		out->unanswered = (int)row_int(&q, 11) + (int)row_int(&q, 12) +
				  (int)row_int(&q, 13);
		out->ideas_to_read = (int)row_int(&q, 14);
		out->ideas_new = (int)row_int(&q, 15);
		out->thanks = (int)row_int(&q, 16);
	}
	return query_end(&q, err);
}
