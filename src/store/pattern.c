/*
 * pattern.c - what requests of a few days have in common
 *
 * A list of the week reads the requests that were received in it, by their
 * day; what a visit asks at the counter reads those of its place or topic
 * alone, by indexes that hold nothing else.
 */
#include "frontdesk/store/pattern.h"

#include <stdio.h>

#include "who.h"

/* Who the request r is of, as one number; NULL without a name. */
#define PERSON_OF_REQUEST                                                      \
	"coalesce((SELECT coalesce(y.survivor_id, y.resident_id)"              \
	" FROM request_party x JOIN resident y"                                \
	" ON y.resident_id = x.resident_id"                                    \
	" WHERE x.request_id = r.request_id AND x.part <> 'interpreter'"       \
	" ORDER BY CASE x.part WHEN 'themselves' THEN 0"                       \
	" WHEN 'for_organisation' THEN 1 WHEN 'speaks_for' THEN 2 ELSE 3 END," \
	" x.resident_id LIMIT 1), (SELECT -x.organisation_id"                  \
	" FROM request_party x WHERE x.request_id = r.request_id"              \
	" AND x.organisation_id IS NOT NULL"                                   \
	" ORDER BY x.organisation_id LIMIT 1))"

/* $1 is the site, $2 and $3 the days. */
#define OF_THE_WEEK                                                            \
	" FROM request r WHERE r.received_on >= $2 AND r.received_on <= $3"    \
	" AND r.site_id = $1 AND r.state <> 'draft' AND " REQUEST_STANDS

#define IS_OPEN "CASE WHEN r.state = 'open' THEN 1 ELSE 0 END"

static const char SQL_PLACES[] =
    "WITH week AS (SELECT r.request_id AS request_id, r.place AS place,"
    " r.place_key AS place_key, " IS_OPEN " AS is_open, " PERSON_OF_REQUEST
    " AS person" OF_THE_WEEK " AND r.place_key <> '')"
    " SELECT 0, 0, MIN(w.place), w.place_key, CAST(NULL AS TEXT),"
    " CAST(NULL AS TEXT), COUNT(DISTINCT w.person) AS people, COUNT(*),"
    " SUM(w.is_open), 0 FROM week w GROUP BY w.place_key"
    " HAVING COUNT(DISTINCT w.person) >= $4"
    " ORDER BY people DESC, w.place_key LIMIT $5";

static const char SQL_TOPICS[] =
    "WITH week AS (SELECT r.request_id AS request_id,"
    " r.topic_id AS topic_id, " IS_OPEN " AS is_open, " PERSON_OF_REQUEST
    " AS person" OF_THE_WEEK
    " AND r.topic_id IS NOT NULL AND r.state = 'open'),"
    " top AS (SELECT w.topic_id AS topic_id,"
    " COUNT(DISTINCT w.person) AS people, COUNT(*) AS requests,"
    " SUM(w.is_open) AS open_count FROM week w GROUP BY w.topic_id"
    " HAVING COUNT(DISTINCT w.person) >= $4"
    " ORDER BY people DESC, w.topic_id LIMIT $5)"
    " SELECT p.topic_id, 0, CAST(NULL AS TEXT), CAST(NULL AS TEXT), tv.name,"
    " CAST(NULL AS TEXT), p.people, p.requests, p.open_count, 0 FROM top p"
    " JOIN topic t ON t.topic_id = p.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " ORDER BY p.people DESC, p.topic_id";

/* The first visit of a request is nobody's return. */
static const char SQL_RETURNS[] =
    "WITH back AS (SELECT DISTINCT c.request_id AS request_id FROM visit v"
    " JOIN contact c ON c.visit_id = v.visit_id"
    " JOIN request r ON r.request_id = c.request_id"
    " WHERE v.arrived_on >= $2 AND v.arrived_on <= $3 AND v.site_id = $1"
    " AND v.voided_at IS NULL AND (r.first_visit_id IS NULL"
    " OR r.first_visit_id <> v.visit_id) AND r.state <> 'draft'"
    " AND " REQUEST_STANDS "),"
    " top AS (SELECT b.request_id AS request_id,"
    " (SELECT COUNT(*) FROM contact k JOIN visit w"
    "  ON w.visit_id = k.visit_id WHERE k.request_id = b.request_id"
    "  AND w.voided_at IS NULL) AS contacts FROM back b)"
    " SELECT r.topic_id, r.request_id, r.place, r.place_key, tv.name,"
    " r.reference, 1, 1, " IS_OPEN ", p.contacts FROM top p"
    " JOIN request r ON r.request_id = p.request_id" TOPIC_OF_REQUEST
    " WHERE p.contacts >= $4"
    " ORDER BY p.contacts DESC, r.request_id LIMIT $5";

#define HAS_UNKNOWN                                                            \
	" EXISTS (SELECT 1 FROM contact c JOIN answer a"                       \
	" ON a.contact_id = c.contact_id WHERE c.request_id = r.request_id"    \
	" AND a.value IS NULL)"

static const char SQL_UNKNOWN[] =
    "WITH week AS (SELECT r.topic_id AS topic_id, " IS_OPEN
    " AS is_open, " PERSON_OF_REQUEST " AS person" OF_THE_WEEK
    " AND r.topic_id IS NOT NULL AND" HAS_UNKNOWN "),"
    " top AS (SELECT w.topic_id AS topic_id,"
    " COUNT(DISTINCT w.person) AS people, COUNT(*) AS requests,"
    " SUM(w.is_open) AS open_count FROM week w GROUP BY w.topic_id"
    " HAVING COUNT(*) >= $4 ORDER BY requests DESC, w.topic_id LIMIT $5)"
    " SELECT p.topic_id, 0, CAST(NULL AS TEXT), CAST(NULL AS TEXT), tv.name,"
    " CAST(NULL AS TEXT), p.people, p.requests, p.open_count, 0 FROM top p"
    " JOIN topic t ON t.topic_id = p.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " ORDER BY p.requests DESC, p.topic_id";

#define MADE_OF                                                                \
	" SELECT r.request_id, r.received_at, tv.name, r.place, r.reference,"  \
	" r.state, coalesce(s.name, d.name), " WHO_COLUMNS                     \
	" FROM top m JOIN request r ON r.request_id = m.request_id"            \
	" LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"                  \
	" LEFT JOIN department d ON d.department_id = "                        \
	"r.owner_department_id" TOPIC_OF_REQUEST WHO_OF_REQUEST                \
	" ORDER BY r.received_at DESC, r.request_id DESC"
#define MADE_OF_WHO 7

#define TOP_OF_WEEK "WITH top AS (SELECT r.request_id AS request_id" OF_THE_WEEK
#define TOP_NEWEST " ORDER BY r.received_on DESC, r.request_id DESC LIMIT $5)"

static const char SQL_OF_PLACE[] = TOP_OF_WEEK
    " AND r.place_key = $4 AND r.place_key <> ''" TOP_NEWEST MADE_OF;

static const char SQL_OF_TOPIC[] =
    TOP_OF_WEEK " AND r.topic_id = $4 AND r.state = 'open'" TOP_NEWEST MADE_OF;

static const char SQL_OF_UNKNOWN[] =
    TOP_OF_WEEK " AND r.topic_id = $4 AND" HAS_UNKNOWN TOP_NEWEST MADE_OF;

#define KNOWN                                                                  \
	"SELECT r.request_id, " PERSON_OF_REQUEST                              \
	", r.received_on, r.state, r.reference,"                               \
	" coalesce(s.formal_name, d.name), p.what, p.due_at FROM request r"    \
	" LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"                  \
	" LEFT JOIN department d ON d.department_id = r.owner_department_id"   \
	" LEFT JOIN promise p ON p.promise_id = (SELECT k.promise_id"          \
	"  FROM promise k WHERE k.request_id = r.request_id"                   \
	"  AND k.state = 'open' ORDER BY k.due_at, k.promise_id LIMIT 1)"
#define KNOWN_OF_WEEK                                                          \
	" AND r.received_on >= $2 AND r.received_on <= $3"                     \
	" AND r.site_id = $1 AND r.request_id <> $5 AND " REQUEST_STANDS       \
	" ORDER BY r.received_on DESC, r.request_id DESC LIMIT $6"

static const char SQL_KNOWN_PLACE[] =
    KNOWN " WHERE r.place_key = $4 AND r.place_key <> ''"
	  " AND r.state <> 'draft'" KNOWN_OF_WEEK;

static const char SQL_KNOWN_TOPIC[] =
    KNOWN " WHERE r.topic_id = $4 AND r.state = 'open'" KNOWN_OF_WEEK;

static void begin_week(struct query *q, struct db *db, const char *sql,
		       const struct pattern_range *range)
{
	query_begin(q, db, sql);
	query_int(q, 1, range->site_id);
	query_text(q, 2, range->from.text);
	query_text(q, 3, range->to.text);
}

static bool each_row(struct db *db, const char *sql,
		     const struct pattern_range *range, pattern_fn *each,
		     void *state, struct error *err)
{
	struct query q;

	begin_week(&q, db, sql, range);
	query_int(&q, 4, range->at_least);
	query_int(&q, 5, (int64_t)range->limit);
	while (query_row(&q)) {
		const struct pattern_row row = {
		    .topic_id = row_int(&q, 0),
		    .request_id = row_int(&q, 1),
		    .place = row_text(&q, 2),
		    .place_key = row_text(&q, 3),
		    .topic = row_text(&q, 4),
		    .reference = row_text(&q, 5),
		    .people = row_int(&q, 6),
		    .requests = row_int(&q, 7),
		    .open_count = row_int(&q, 8),
		    .contacts = row_int(&q, 9),
		};

		each(&row, state);
	}
	return query_end(&q, err);
}

bool pattern_each_place(struct db *db, const struct pattern_range *range,
			pattern_fn *each, void *state, struct error *err)
{
	return each_row(db, SQL_PLACES, range, each, state, err);
}

bool pattern_each_topic(struct db *db, const struct pattern_range *range,
			pattern_fn *each, void *state, struct error *err)
{
	return each_row(db, SQL_TOPICS, range, each, state, err);
}

bool pattern_each_return(struct db *db, const struct pattern_range *range,
			 pattern_fn *each, void *state, struct error *err)
{
	return each_row(db, SQL_RETURNS, range, each, state, err);
}

bool pattern_each_unknown(struct db *db, const struct pattern_range *range,
			  pattern_fn *each, void *state, struct error *err)
{
	return each_row(db, SQL_UNKNOWN, range, each, state, err);
}

static bool each_request(struct query *q, pattern_request_fn *each, void *state,
			 struct error *err)
{
	struct str who = STR_INIT;

	while (query_row(q)) {
		struct pattern_request request = {
		    .request_id = row_int(q, 0),
		    .received_at = row_int(q, 1),
		    .topic = row_text(q, 2),
		    .place = row_text(q, 3),
		    .reference = row_text(q, 4),
		    .state = row_text(q, 5),
		    .owner = row_text(q, 6),
		};

		str_clear(&who);
		who_add(q, MADE_OF_WHO, &who);
		request.who = str_text(&who);
		each(&request, state);
	}
	str_release(&who);
	return query_end(q, err);
}

bool pattern_each_of_place(struct db *db, const struct pattern_range *range,
			   const char *place_key, pattern_request_fn *each,
			   void *state, struct error *err)
{
	struct query q;

	begin_week(&q, db, SQL_OF_PLACE, range);
	query_text(&q, 4, place_key);
	query_int(&q, 5, (int64_t)range->limit);
	return each_request(&q, each, state, err);
}

bool pattern_each_of_topic(struct db *db, const struct pattern_range *range,
			   int64_t topic_id, bool is_unknown,
			   pattern_request_fn *each, void *state,
			   struct error *err)
{
	struct query q;

	begin_week(&q, db, is_unknown ? SQL_OF_UNKNOWN : SQL_OF_TOPIC, range);
	query_int(&q, 4, topic_id);
	query_int(&q, 5, (int64_t)range->limit);
	return each_request(&q, each, state, err);
}

bool pattern_each_known(struct db *db, const struct pattern_range *range,
			int64_t topic_id, const char *place_key,
			int64_t but_request_id, pattern_known_fn *each,
			void *state, struct error *err)
{
	bool is_place = place_key != NULL;
	struct query q;

	begin_week(&q, db, is_place ? SQL_KNOWN_PLACE : SQL_KNOWN_TOPIC, range);
	if (is_place)
		query_text(&q, 4, place_key);
	else
		query_int(&q, 4, topic_id);
	query_int(&q, 5, but_request_id);
	query_int(&q, 6, (int64_t)range->limit);
	while (query_row(&q)) {
		struct pattern_known known = {
		    .request_id = row_int(&q, 0),
		    .person = row_int(&q, 1),
		    .is_open = str_same(row_text(&q, 3), "open"),
		    .reference = row_text(&q, 4),
		    .owner = row_text(&q, 5),
		    .promised = row_text(&q, 6),
		    .due_at = row_int(&q, 7),
		};

		snprintf(known.received_on.text, sizeof(known.received_on.text),
			 "%s", row_text(&q, 2));
		each(&known, state);
	}
	return query_end(&q, err);
}
