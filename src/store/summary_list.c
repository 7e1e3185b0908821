/*
 * summary_list.c - the requests that a figure names one by one
 */
#include "frontdesk/store/summary.h"

#include <stdio.h>
#include <string.h>

#include "summary_private.h"

/*
 * Every part of a name as a column; the name is put together in C. The
 * department is the one that has it now, of what is closed the topic's own.
 */
#define NAME_COLUMN(member, field, label, max) ", n." #member
#define LISTED_COLUMNS                                                         \
	"r.request_id, r.reference, COALESCE(tv.name, ''),"                    \
	" CASE WHEN r.state = 'open'"                                          \
	" THEN COALESCE(od.name, td.name, sd.name, '')"                        \
	" ELSE COALESCE(td.name, od.name, sd.name, '') END, o.name,"           \
	" n.chaplain, n.retired" NAME_TEXTS(NAME_COLUMN)

/* The first resident among the parties, and the first organisation. */
#define LISTED_JOINS                                                           \
	" LEFT JOIN topic t ON t.topic_id = r.topic_id"                        \
	" LEFT JOIN topic_version tv"                                          \
	" ON tv.topic_version_id = t.topic_version_id"                         \
	" LEFT JOIN department td ON td.department_id = tv.department_id"      \
	" LEFT JOIN department od"                                             \
	" ON od.department_id = r.owner_department_id"                         \
	" LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"                  \
	" LEFT JOIN department sd ON sd.department_id = s.department_id"       \
	" LEFT JOIN resident_name n ON n.kind = 'in_use' AND n.resident_id ="  \
	" (SELECT MIN(COALESCE(z.survivor_id, z.resident_id))"                 \
	" FROM request_party y JOIN resident z"                                \
	" ON z.resident_id = y.resident_id"                                    \
	" WHERE y.request_id = r.request_id)"                                  \
	" LEFT JOIN organisation o ON o.organisation_id ="                     \
	" (SELECT MIN(x.organisation_id) FROM request_party x"                 \
	" WHERE x.request_id = r.request_id)"

/* What the three lists have beside that, always in the same places. */
enum {
	AT_ACKNOWLEDGED_ON = 0,
	AT_REASON,
	AT_ALTERNATIVE,
	AT_APPEAL,
	AT_HOPS,
	AT_LISTED
};

/* The totals name whose lines a list has. */
#define OF_DAYS                                                                \
	" FROM day_total d JOIN request r"                                     \
	" ON r.request_id = CAST(d.part AS INTEGER)"
#define IN_RANGE                                                               \
	" WHERE d.site_id = $3 AND d.day BETWEEN $1 AND $2 AND d.figure = "

static const char SQL_NOT_ACKNOWLEDGED[] =
    "SELECT COALESCE(r.first_acknowledged_on, ''), '', '', '', 0,"
    " " LISTED_COLUMNS OF_DAYS LISTED_JOINS IN_RANGE "'not_acknowledged'"
    " ORDER BY r.received_at, r.request_id";

static const char SQL_COULD_NOT[] =
    "SELECT '', c.result_text, c.alternative, c.appeal, 0, " LISTED_COLUMNS
    " FROM day_total d JOIN contact c"
    " ON c.contact_id = CAST(d.part AS INTEGER)"
    " JOIN visit v ON v.visit_id = c.visit_id"
    " JOIN request r ON r.request_id = c.request_id" LISTED_JOINS IN_RANGE
    "'could_not' ORDER BY v.ended_at, c.contact_id";

static const char SQL_TWO_HOPS[] =
    "WITH hopped AS (SELECT CAST(d.part AS INTEGER) AS request_id,"
    " MAX(g.hop) AS hops FROM day_total d JOIN handoff g"
    " ON g.request_id = CAST(d.part AS INTEGER)" IN_RANGE "'two_hops'"
    " GROUP BY CAST(d.part AS INTEGER))"
    "SELECT '', '', '', '', hopped.hops, " LISTED_COLUMNS
    " FROM hopped JOIN request r ON r.request_id = "
    "hopped.request_id" LISTED_JOINS
    " ORDER BY hopped.hops DESC, r.received_at, r.request_id";

static const char *text_or_null(const struct query *q, int column)
{
	return row_is_null(q, column) ? NULL : row_text(q, column);
}

static void read_listed(const struct query *q, struct summary_listed *out)
{
	int column = AT_LISTED;

	memset(out, 0, sizeof(*out));
	snprintf(out->acknowledged_on.text, sizeof(out->acknowledged_on.text),
		 "%s", row_text(q, AT_ACKNOWLEDGED_ON));
	out->reason = row_text(q, AT_REASON);
	out->alternative = row_text(q, AT_ALTERNATIVE);
	out->appeal = row_text(q, AT_APPEAL);
	out->hops = row_int(q, AT_HOPS);
	out->request_id = row_int(q, column++);
	out->reference = row_text(q, column++);
	out->topic = row_text(q, column++);
	out->department = row_text(q, column++);
	out->organisation = text_or_null(q, column++);
	out->name.chaplain = row_int(q, column++) == 1;
	out->name.retired = row_int(q, column++) == 1;
	/* Lent for the call, never released: the row owns it. */
#define NAME_READ(member, field, label, max)                                   \
	out->name.member = (char *)text_or_null(q, column++);
	NAME_TEXTS(NAME_READ)
#undef NAME_READ
}

static bool each_listed(struct db *db, const char *sql,
			const struct summary_range *range,
			summary_listed_fn *each, void *state, struct error *err)
{
	struct query q;

	summary_begin(&q, db, sql, range);
	while (query_row(&q)) {
		struct summary_listed row;

		read_listed(&q, &row);
		each(&row, state);
	}
	return query_end(&q, err);
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
