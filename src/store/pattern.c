/*
 * pattern.c - what requests of a few days have in common
 *
 * A list of the week reads the requests that were received in it, by their
 * day.
 */
#include "frontdesk/store/pattern.h"

#include "pattern_week.h"
#include "who.h"

#define PLACES_OF_WEEK                                                         \
	"WITH week AS (SELECT r.request_id AS request_id, r.place AS place,"   \
	" r.place_key AS place_key, " IS_OPEN                                  \
	" AS is_open, " PERSON_OF_REQUEST " AS person, " VISIT_OF_REQUEST      \
	" AS visit" OF_THE_WEEK " AND r.place_key <> '')"

static const char SQL_PLACES[] = PLACES_OF_WEEK
    " SELECT 0, 0, MIN(w.place), w.place_key, CAST(NULL AS TEXT),"
    " CAST(NULL AS TEXT), " PEOPLE " AS people, COUNT(*),"
    " SUM(w.is_open), 0, 0, " UNNAMED " FROM week w GROUP BY w.place_key"
    " HAVING " PEOPLE " >= $4"
    " ORDER BY people DESC, w.place_key LIMIT $5";

static const char SQL_REFERENCES[] = PLACES_OF_WEEK
    ", top AS (SELECT w.place_key AS place_key, " PEOPLE
    " AS people FROM week w GROUP BY w.place_key HAVING " PEOPLE " >= $4"
    " ORDER BY people DESC, w.place_key LIMIT $5)"
    " SELECT w.place_key, r.reference FROM top p"
    " JOIN week w ON w.place_key = p.place_key"
    " JOIN request r ON r.request_id = w.request_id"
    " ORDER BY w.place_key, r.received_at, r.request_id";

static const char SQL_TOPICS[] =
    "WITH week AS (SELECT r.request_id AS request_id,"
    " r.topic_id AS topic_id, " IS_OPEN " AS is_open, " PERSON_OF_REQUEST
    " AS person, " VISIT_OF_REQUEST " AS visit" OF_THE_WEEK
    " AND r.topic_id IS NOT NULL AND " WAS_OPEN "),"
    " top AS (SELECT w.topic_id AS topic_id, " PEOPLE
    " AS people, COUNT(*) AS requests, SUM(w.is_open) AS open_count, " UNNAMED
    " AS unnamed FROM week w GROUP BY w.topic_id"
    " HAVING " PEOPLE " >= $4"
    " ORDER BY people DESC, w.topic_id LIMIT $5)"
    " SELECT p.topic_id, 0, CAST(NULL AS TEXT), CAST(NULL AS TEXT), tv.name,"
    " CAST(NULL AS TEXT), p.people, p.requests, p.open_count, 0, 0,"
    " p.unnamed FROM top p"
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
    "  AND w.arrived_on <= $3 AND w.voided_at IS NULL) AS contacts"
    " FROM back b)"
    " SELECT r.topic_id, r.request_id, r.place, r.place_key, tv.name,"
    " r.reference, 1, 1, " IS_OPEN ", p.contacts, 0, 0 FROM top p"
    " JOIN request r ON r.request_id = p.request_id" TOPIC_OF_REQUEST
    " WHERE p.contacts >= $4"
    " ORDER BY p.contacts DESC, r.request_id LIMIT $5";

static const char SQL_UNKNOWN[] =
    "WITH week AS (SELECT r.topic_id AS topic_id, " IS_OPEN
    " AS is_open, " PERSON_OF_REQUEST " AS person, " VISIT_OF_REQUEST
    " AS visit, 1 AS is_request" OF_THE_WEEK
    " AND r.topic_id IS NOT NULL AND " WAS_OPEN " AND" HAS_UNKNOWN
    " UNION ALL SELECT u.topic_id, 0, CAST(NULL AS BIGINT),"
    " CAST(NULL AS BIGINT), 0" NOTED_IN_THE_WEEK " AND u.topic_id IS NOT NULL),"
    " top AS (SELECT w.topic_id AS topic_id, " PEOPLE " AS people, " UNNAMED
    " AS unnamed, COUNT(*) AS times,"
    " SUM(w.is_request) AS requests, SUM(w.is_open) AS open_count"
    " FROM week w GROUP BY w.topic_id"
    " HAVING COUNT(*) >= $4 ORDER BY times DESC, w.topic_id LIMIT $5)"
    " SELECT p.topic_id, 0, CAST(NULL AS TEXT), CAST(NULL AS TEXT), tv.name,"
    " CAST(NULL AS TEXT), p.people, p.requests, p.open_count, 0,"
    " p.times - p.requests, p.unnamed FROM top p"
    " JOIN topic t ON t.topic_id = p.topic_id"
    " LEFT JOIN topic_version tv ON tv.topic_version_id = t.topic_version_id"
    " ORDER BY p.times DESC, p.topic_id";

static bool each_row(struct db *db, const char *sql,
		     const struct pattern_range *range, pattern_fn *each,
		     void *state, struct error *err)
{
	struct query q;

	pattern_begin_week(&q, db, sql, range);
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
		    .questions = row_int(&q, 10),
		    .unnamed = row_int(&q, 11),
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

bool pattern_each_reference(struct db *db, const struct pattern_range *range,
			    pattern_reference_fn *each, void *state,
			    struct error *err)
{
	struct query q;

	pattern_begin_week(&q, db, SQL_REFERENCES, range);
	query_int(&q, 4, range->at_least);
	query_int(&q, 5, (int64_t)range->limit);
	while (query_row(&q))
		each(row_text(&q, 0), row_text(&q, 1), state);
	return query_end(&q, err);
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
