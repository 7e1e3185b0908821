/*
 * pattern_made.c - the requests and questions that a pattern is made of
 *
 * What a visit asks at the counter reads those of its place or topic alone, by
 * indexes that hold nothing else.
 */
#include <stdio.h>

#include "pattern_week.h"

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

static const char SQL_OF_UNKNOWN[] = TOP_OF_WEEK
    " AND r.topic_id = $4 AND " WAS_OPEN " AND" HAS_UNKNOWN TOP_NEWEST MADE_OF;

static const char SQL_QUESTIONS[] =
    "SELECT u.unanswered_id, u.asked_at, u.words,"
    " (SELECT s.name FROM staff s WHERE s.staff_id = "
    "u.asked_by)" NOTED_IN_THE_WEEK
    " AND u.topic_id = $4 ORDER BY u.asked_at DESC, u.unanswered_id DESC"
    " LIMIT $5";

#define KNOWN                                                                  \
	"SELECT r.request_id, " PERSON_OF_REQUEST ", " VISIT_OF_REQUEST        \
	", r.received_on, r.state, d.name, (SELECT MIN(k.due_at)"              \
	"  FROM promise k WHERE k.request_id = r.request_id"                   \
	"  AND k.state = 'open') FROM request r"                               \
	" LEFT JOIN staff s ON s.staff_id = r.owner_staff_id"                  \
	" LEFT JOIN department d ON d.department_id ="                         \
	" coalesce(r.owner_department_id, s.department_id)"
/* No party of it is at the visit $7. */
#define OF_OTHERS                                                              \
	" AND coalesce(r.first_visit_id, -1) <> $7"                            \
	" AND NOT EXISTS (SELECT 1 FROM visit_person vp"                       \
	" JOIN request_party x ON x.request_id = r.request_id"                 \
	" LEFT JOIN resident z ON z.resident_id = vp.resident_id"              \
	" LEFT JOIN resident y ON y.resident_id = x.resident_id"               \
	" WHERE vp.visit_id = $7 AND vp.part <> 'interpreter'"                 \
	" AND x.part <> 'interpreter'"                                         \
	" AND (x.organisation_id = vp.organisation_id"                         \
	" OR coalesce(y.survivor_id, y.resident_id)"                           \
	" = coalesce(z.survivor_id, z.resident_id)))"
#define KNOWN_OF_WEEK                                                          \
	" AND r.received_on >= $2 AND r.received_on <= $3"                     \
	" AND r.site_id = $1 AND r.request_id <> $5 AND " REQUEST_STANDS       \
	    OF_OTHERS                                                          \
	" ORDER BY r.received_on DESC, r.request_id DESC LIMIT $6"

static const char SQL_KNOWN_PLACE[] =
    KNOWN " WHERE r.place_key = $4 AND r.place_key <> ''"
	  " AND r.state <> 'draft'" KNOWN_OF_WEEK;

static const char SQL_KNOWN_TOPIC[] =
    KNOWN " WHERE r.topic_id = $4 AND r.state = 'open'" KNOWN_OF_WEEK;

void pattern_begin_week(struct query *q, struct db *db, const char *sql,
			const struct pattern_range *range)
{
	query_begin(q, db, sql);
	query_int(q, 1, range->site_id);
	query_text(q, 2, range->from.text);
	query_text(q, 3, range->to.text);
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

	pattern_begin_week(&q, db, SQL_OF_PLACE, range);
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

	pattern_begin_week(&q, db, is_unknown ? SQL_OF_UNKNOWN : SQL_OF_TOPIC,
			   range);
	query_int(&q, 4, topic_id);
	query_int(&q, 5, (int64_t)range->limit);
	return each_request(&q, each, state, err);
}

bool pattern_each_question(struct db *db, const struct pattern_range *range,
			   int64_t topic_id, pattern_question_fn *each,
			   void *state, struct error *err)
{
	struct query q;

	pattern_begin_week(&q, db, SQL_QUESTIONS, range);
	query_int(&q, 4, topic_id);
	query_int(&q, 5, (int64_t)range->limit);
	while (query_row(&q)) {
		const struct pattern_question question = {
		    .unanswered_id = row_int(&q, 0),
		    .asked_at = row_int(&q, 1),
		    .words = row_text(&q, 2),
		    .asker = row_text(&q, 3),
		};

		each(&question, state);
	}
	return query_end(&q, err);
}

bool pattern_each_known(struct db *db, const struct pattern_range *range,
			int64_t topic_id, const char *place_key,
			const struct pattern_mine *mine, pattern_known_fn *each,
			void *state, struct error *err)
{
	bool is_place = place_key != NULL;
	struct query q;

	pattern_begin_week(&q, db, is_place ? SQL_KNOWN_PLACE : SQL_KNOWN_TOPIC,
			   range);
	if (is_place)
		query_text(&q, 4, place_key);
	else
		query_int(&q, 4, topic_id);
	query_int(&q, 5, mine->request_id);
	query_int(&q, 6, (int64_t)range->limit);
	query_int(&q, 7, mine->visit_id);
	while (query_row(&q)) {
		struct pattern_known known = {
		    .request_id = row_int(&q, 0),
		    .person = row_int(&q, 1),
		    .visit_id = row_int(&q, 2),
		    .is_open = str_same(row_text(&q, 4), "open"),
		    .department = row_text(&q, 5),
		    .due_at = row_int(&q, 6),
		};

		snprintf(known.received_on.text, sizeof(known.received_on.text),
			 "%s", row_text(&q, 3));
		each(&known, state);
	}
	return query_end(&q, err);
}
