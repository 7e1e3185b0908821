/*
 * summary_standing.c - what a figure counts as it stands, and in no total
 */
#include "summary_behind.h"
#include "summary_private.h"
#include "who.h"

/* Whoever reads what became of an idea changes nothing of it: those that were
 * decided are all looked at. */
static const char SQL_IDEAS[] =
    "SELECT i.idea_id FROM (SELECT 0 AS done, CAST($6 AS INTEGER) AS since"
    " UNION ALL SELECT 1, 0) d CROSS JOIN idea i"
    " WHERE i.is_decided = d.done AND i.changed_at >= d.since"
    " AND i.taken_back_at IS NULL";
static const char SQL_THANKS[] =
    "SELECT t.thanks_id FROM staff f CROSS JOIN thanks t"
    " WHERE t.to_staff_id = f.staff_id AND t.at >= $6 AND t.at < $7"
    " AND t.taken_back_at IS NULL";

#define CARRIED_IN                                                             \
	"SELECT v.visit_id, 0" OF_SITES(                                       \
	    "visit", "v") " AND v.arrived_on < $1 AND v.voided_at IS NULL "    \
			  "AND " VISIT_IS_ABOUT
static const char SQL_CARRIED_IN[] =
    CARRIED_IN " AND v.ended_on >= $1 AND v.ended_on > v.arrived_on"
	       " UNION ALL " CARRIED_IN " AND v.ended_at IS NULL ORDER BY 1";

static const char SQL_OPEN_PROMISES[] =
    "SELECT r.request_id, p.promise_id"
    " FROM site s CROSS JOIN promise p CROSS JOIN request r"
    " WHERE s.site_id = p.site_id AND " IS_SITE
    " AND r.request_id = p.request_id AND p.due_on BETWEEN $1 AND $2"
    " AND p.state = 'open' AND p.settled_at IS NULL AND NOT " PROMISE_IS_VOIDED
    " AND p.due_at > $7"
    " AND p.due_at <= $6"
    " AND " REQUEST_STANDS " AND " IS_ABOUT("r.topic_id") " ORDER BY p.due_at,"
							  " p.promise_id";

#define ASKED                                                                  \
	"SELECT u.unanswered_id, 0" OF_SITES(                                  \
	    "unanswered",                                                      \
	    "u") " AND u.taken_back_at IS NULL AND " IS_ABOUT("u.topic_id")
static const char SQL_NOTED[] =
    ASKED " AND u.asked_on BETWEEN $1 AND $2 ORDER BY 1";
static const char SQL_ANSWERED[] =
    ASKED " AND u.answered_on BETWEEN $1 AND $2 ORDER BY 1";
static const char SQL_UNANSWERED[] =
    ASKED " AND u.asked_on <= $2"
	  " AND (u.answered_on IS NULL OR u.answered_on > $2) ORDER BY 1";

static bool add_ids(struct query *q, struct ids *out, struct error *err)
{
	while (query_row(q))
		ids_add(out, row_int(q, 0));
	return query_end(q, err);
}

bool behind_find_ideas(struct db *db, const struct summary_range *range,
		       struct ids *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_IDEAS);
	query_int(&q, 6, range->begins_at);
	return add_ids(&q, out, err);
}

bool behind_find_thanks(struct db *db, const struct summary_range *range,
			struct ids *out, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_THANKS);
	query_int(&q, 6, range->begins_at);
	query_int(&q, 7, range->ends_at);
	return add_ids(&q, out, err);
}

bool behind_set_instants(struct db *db, struct summary_range *range,
			 struct error *err)
{
	struct summary_site_facts facts;

	if (!summary_read_sites(db, range, &facts, err))
		return false;
	range->begins_at = facts.begins_at;
	range->ends_at = facts.ends_at;
	return true;
}

struct stale {
	behind_standing_fn *each;
	void *state;
};

static void take_stale(int64_t topic_id, bool is_stale, void *state)
{
	const struct stale *stale = state;

	if (is_stale)
		stale->each(topic_id, 0, stale->state);
}

/* Each asks for what it needs of the range alone. */
static void begin(struct query *q, struct db *db,
		  const struct summary_range *range,
		  const struct behind_figure *figure)
{
	bool is_late = figure->open == BEHIND_LATE,
	     is_ahead = figure->open == BEHIND_AHEAD;

	switch (figure->source) {
	case BEHIND_CARRIED_IN:
		query_begin(q, db, SQL_CARRIED_IN);
		query_text(q, 1, range->from.text);
		break;
	case BEHIND_UNANSWERED:
		query_begin(q, db, SQL_UNANSWERED);
		query_text(q, 2, range->to.text);
		break;
	case BEHIND_NOTED:
		summary_begin(q, db, SQL_NOTED, range);
		break;
	case BEHIND_ANSWERED:
		summary_begin(q, db, SQL_ANSWERED, range);
		break;
	default:
		summary_begin(q, db, SQL_OPEN_PROMISES, range);
		query_int(q, 6, is_late ? range->now_at : INT64_MAX);
		query_int(q, 7, is_ahead ? range->now_at : INT64_MIN);
		break;
	}
	query_int(q, 3, range->site_id);
	query_int(q, 4, range->topic_id);
	query_int(q, 5, range->department_id);
}

bool behind_each_standing(struct db *db, const struct summary_range *range,
			  const struct behind_figure *figure,
			  behind_standing_fn *each, void *state,
			  struct error *err)
{
	struct stale stale = {each, state};
	struct query q;

	if (figure->source == BEHIND_STALE)
		return summary_each_card(db, range, take_stale, &stale, err);
	begin(&q, db, range, figure);
	while (query_row(&q))
		each(row_int(&q, 0), row_int(&q, 1), state);
	return query_end(&q, err);
}
