/*
 * summary_list.c - the requests that a figure names one by one
 */
#include "frontdesk/store/summary.h"

#include <stdio.h>

#include "frontdesk/store/resident.h"
#include "names.h"
#include "summary_private.h"
#include "who.h"

/*
 * The lines of a list in their order, few columns wide, so that the engine
 * sorts little. Who it is and what is shared by many lines is read beside.
 */
#define LISTED_COLUMNS                                                         \
	"r.request_id, r.reference, r.topic_id, r.owner_department_id,"        \
	" r.owner_staff_id, CASE r.state WHEN 'open' THEN 1 ELSE 0 END"

/* What the three lists have beside that, always in the same places. */
enum {
	AT_ACKNOWLEDGED_ON = 0,
	AT_REASON,
	AT_TRIED,
	AT_ALTERNATIVE,
	AT_APPEAL,
	AT_HOPS,
	AT_REQUEST,
	AT_REFERENCE,
	AT_TOPIC,
	AT_DEPARTMENT,
	AT_STAFF,
	AT_IS_OPEN
};

/* The totals name whose lines a list has. */
#define DAYS " FROM site s CROSS JOIN day_total d"
#define IN_RANGE                                                               \
	" WHERE d.site_id = s.site_id AND " IS_SITE                            \
	" AND d.day BETWEEN $1 AND $2 AND d.figure = "
#define OF_TOPIC " AND " IS_ABOUT("r.topic_id")

static const char SQL_NOT_ACKNOWLEDGED[] =
    "SELECT COALESCE(r.first_acknowledged_on, ''), '', '', '', '', 0,"
    " " LISTED_COLUMNS DAYS " CROSS JOIN request r" IN_RANGE
    "'not_acknowledged' AND r.request_id = CAST(d.part AS INTEGER)" OF_TOPIC
    " ORDER BY r.received_at, r.request_id";

static const char SQL_COULD_NOT[] =
    "SELECT '', c.result_text, c.tried, c.alternative, c.appeal, "
    "0, " LISTED_COLUMNS DAYS " CROSS JOIN contact c"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " JOIN request r ON r.request_id = c.request_id" IN_RANGE
    "'could_not' AND c.contact_id = CAST(d.part AS INTEGER)" OF_TOPIC
    " ORDER BY v.ended_at, c.contact_id";

static const char SQL_TWO_HOPS[] =
    "WITH hopped AS (SELECT CAST(d.part AS INTEGER) AS request_id,"
    " MAX(g.hop) AS hops" DAYS " CROSS JOIN handoff g" IN_RANGE
    "'two_hops' AND g.request_id = CAST(d.part AS INTEGER)"
    " AND NOT EXISTS (SELECT 1 FROM visit w WHERE w.visit_id = g.visit_id"
    " AND w.voided_at IS NOT NULL)"
    " GROUP BY CAST(d.part AS INTEGER))"
    "SELECT '', '', '', '', '', hopped.hops, " LISTED_COLUMNS
    " FROM hopped JOIN request r ON r.request_id = hopped.request_id"
    " WHERE " IS_ABOUT(
	"r.topic_id") " ORDER BY hopped.hops DESC, r.received_at, r.request_id";

static const char SQL_COMMENTS[] =
    "SELECT f.feedback_id, f.kind, f.comment, v.reference, tv.name" DAYS
    " CROSS JOIN feedback f"
    " JOIN visit v ON v.visit_id = f.visit_id"
    " LEFT JOIN contact c ON c.contact_id = (SELECT MIN(k.contact_id)"
    "  FROM contact k WHERE k.visit_id = v.visit_id)"
    " LEFT JOIN request r ON r.request_id = c.request_id" TOPIC_OF_REQUEST
	IN_RANGE "'comment' AND f.feedback_id = CAST(d.part AS INTEGER)"
    " AND " VISIT_IS_ABOUT " ORDER BY f.at, f.feedback_id";

/* The department that has it now, of what is closed the topic's own. */
static bool read_department(struct names *names, const struct query *q,
			    const char **out, struct error *err)
{
	const struct {
		enum names_of of;
		int column;
	} places[] = {{NAMES_OF_DEPARTMENT, AT_DEPARTMENT},
		      {NAMES_OF_TOPIC_DEPARTMENT, AT_TOPIC},
		      {NAMES_OF_STAFF_DEPARTMENT, AT_STAFF}};
	const size_t of_open[] = {0, 1, 2}, of_closed[] = {1, 0, 2};
	const size_t *order = row_int(q, AT_IS_OPEN) == 1 ? of_open : of_closed;

	*out = NULL;
	for (size_t i = 0; *out == NULL && i < 3; i++)
		if (!names_get(names, places[order[i]].of,
			       row_int(q, places[order[i]].column), out, err))
			return false;
	if (*out == NULL)
		*out = "";
	return true;
}

static bool read_listed(struct names *names, const struct query *q,
			struct summary_listed *out, struct error *err)
{
	*out = (struct summary_listed){
	    .reason = row_text(q, AT_REASON),
	    .tried = row_text(q, AT_TRIED),
	    .alternative = row_text(q, AT_ALTERNATIVE),
	    .appeal = row_text(q, AT_APPEAL),
	    .hops = row_int(q, AT_HOPS),
	    .request_id = row_int(q, AT_REQUEST),
	    .reference = row_text(q, AT_REFERENCE),
	};
	snprintf(out->acknowledged_on.text, sizeof(out->acknowledged_on.text),
		 "%s", row_text(q, AT_ACKNOWLEDGED_ON));
	if (!names_get(names, NAMES_OF_TOPIC, row_int(q, AT_TOPIC), &out->topic,
		       err))
		return false;
	if (out->topic == NULL)
		out->topic = "";
	return read_department(names, q, &out->department, err);
}

/* With whose request it is, and on to the caller. */
static bool hand_on(struct names *names, struct summary_listed *row,
		    summary_listed_fn *each, void *state, struct error *err)
{
	struct request_who who;
	bool is_read = who_named_of_request(names->db, row->request_id, &who,
					    &row->name, err) &&
		       names_get(names, NAMES_OF_ORGANISATION,
				 who.organisation_id, &row->organisation, err);

	if (is_read)
		each(row, state);
	person_name_release(&row->name);
	return is_read;
}

static bool each_listed(struct db *db, const char *sql,
			const struct summary_range *range,
			summary_listed_fn *each, void *state, struct error *err)
{
	struct names names = {.db = db};
	struct error unused = {0};
	bool is_read = true;
	struct query q;

	summary_begin_about(&q, db, sql, range);
	while (is_read && query_row(&q)) {
		struct summary_listed row;

		is_read = read_listed(&names, &q, &row, err) &&
			  hand_on(&names, &row, each, state, err);
	}
	names_release(&names);
	return query_end(&q, is_read ? err : &unused) && is_read;
}

bool summary_each_not_acknowledged(struct db *db,
				   const struct summary_range *range,
				   summary_listed_fn *each, void *state,
				   struct error *err)
{
	return each_listed(db, SQL_NOT_ACKNOWLEDGED, range, each, state, err);
}

bool summary_each_could_not(struct db *db, const struct summary_range *range,
			    summary_listed_fn *each, void *state,
			    struct error *err)
{
	return each_listed(db, SQL_COULD_NOT, range, each, state, err);
}

bool summary_each_two_hops(struct db *db, const struct summary_range *range,
			   summary_listed_fn *each, void *state,
			   struct error *err)
{
	return each_listed(db, SQL_TWO_HOPS, range, each, state, err);
}

bool summary_each_comment(struct db *db, const struct summary_range *range,
			  summary_comment_fn *each, void *state,
			  struct error *err)
{
	struct query q;

	summary_begin_about(&q, db, SQL_COMMENTS, range);
	while (query_row(&q)) {
		const struct summary_comment row = {
		    .feedback_id = row_int(&q, 0),
		    .is_card = str_same(row_text(&q, 1), "card"),
		    .comment = row_text(&q, 2),
		    .reference = row_text(&q, 3),
		    .topic = row_text(&q, 4),
		};

		each(&row, state);
	}
	return query_end(&q, err);
}
