/*
 * feedback.c - what visitors said of how they were served
 */
#include "frontdesk/store/feedback.h"

#include <stdio.h>
#include <stdlib.h>

#include "frontdesk/base/id.h"
#include "frontdesk/base/mem.h"
#include "who.h"

/* In the order of enum card_question. */
#define MARKS(of)                                                              \
	of "satisfaction, " of "trust, " of "effectiveness, " of "ease, " of   \
	   "speed, " of "fairness, " of "courtesy"

static const char SQL_INSERT[] =
    "INSERT INTO feedback (uuid, visit_id, kind, site_id, at, noted_on,"
    " noted_by, comment, " MARKS("") ")"
				     " VALUES ($1, $2, $3, $4, $5, $6, $7, $8,"
				     " $9, $10, $11, $12, $13, $14, $15)"
				     " ON CONFLICT DO NOTHING";

#define FEEDBACK_COLUMNS                                                       \
	"f.feedback_id, f.visit_id, f.kind, f.site_id, f.at, f.noted_on,"      \
	" f.noted_by, f.comment, " MARKS("f.")
#define FEEDBACK_COUNT (8 + CARD_QUESTIONS)

static const char SQL_GET[] =
    "SELECT " FEEDBACK_COLUMNS " FROM feedback f"
    " WHERE f.feedback_id = $1 AND f.taken_back_at IS NULL";

static const char SQL_CARD_OF[] =
    "SELECT " FEEDBACK_COLUMNS " FROM feedback f WHERE f.visit_id = $1"
    " AND f.kind = 'card' AND f.taken_back_at IS NULL";

static const char SQL_TAKE_BACK[] =
    "UPDATE feedback SET taken_back_at = $2"
    " WHERE feedback_id = $1 AND taken_back_at IS NULL";

/* The request that a visit was about first. */
#define FIRST_REQUEST                                                          \
	" LEFT JOIN contact c ON c.contact_id = (SELECT MIN(k.contact_id)"     \
	" FROM contact k WHERE k.visit_id = v.visit_id)"                       \
	" LEFT JOIN request r ON r.request_id = c.request_id" TOPIC_OF_REQUEST

static const char SQL_VISIT[] =
    "SELECT v.reference, tv.name, v.arrived_on,"
    " CASE WHEN v.voided_at IS NULL THEN 0 ELSE 1 END,"
    " (SELECT y.language FROM visit_person p"
    "  JOIN resident y ON y.resident_id = p.resident_id"
    "  WHERE p.visit_id = v.visit_id AND p.part <> 'interpreter'"
    "  AND p.is_absent = 0 ORDER BY p.visit_person_id LIMIT 1)"
    " FROM visit v" FIRST_REQUEST " WHERE v.visit_id = $1";

static const char SQL_FIND_VISIT[] =
    "SELECT visit_id FROM visit WHERE reference = $1";

static const char SQL_EACH[] =
    "WITH top AS (SELECT f.feedback_id AS feedback_id FROM feedback f"
    " JOIN visit v ON v.visit_id = f.visit_id"
    " WHERE f.site_id = $1 AND f.taken_back_at IS NULL"
    " AND v.voided_at IS NULL"
    " ORDER BY f.at DESC, f.feedback_id DESC LIMIT $2)"
    " SELECT " FEEDBACK_COLUMNS ", r.request_id, v.reference, tv.name"
    " FROM top m"
    " JOIN feedback f ON f.feedback_id = m.feedback_id"
    " JOIN visit v ON v.visit_id = f.visit_id" FIRST_REQUEST
    " ORDER BY f.at DESC, f.feedback_id DESC";

static const char SQL_WHOLE[] =
    "SELECT " FEEDBACK_COLUMNS ", r.request_id, v.reference, tv.name"
    " FROM feedback f JOIN visit v ON v.visit_id = f.visit_id" FIRST_REQUEST
    " WHERE f.taken_back_at IS NULL AND v.voided_at IS NULL"
    " ORDER BY f.feedback_id";

bool feedback_insert(struct db *db, const struct feedback *feedback,
		     int64_t *feedback_id, struct error *err)
{
	struct query q;
	struct id id;

	id_new(db_clock(db), &id);
	query_begin(&q, db, SQL_INSERT);
	query_text(&q, 1, id.text);
	query_int(&q, 2, feedback->visit_id);
	query_text(&q, 3, feedback->is_card ? "card" : "said");
	query_int(&q, 4, feedback->site_id);
	query_int(&q, 5, feedback->at);
	query_text(&q, 6, feedback->noted_on.text);
	query_int(&q, 7, feedback->noted_by);
	query_text(&q, 8, feedback->comment != NULL ? feedback->comment : "");
	for (int i = 0; i < CARD_QUESTIONS; i++)
		query_key(&q, 9 + i, feedback->marks[i]);
	return query_insert(&q, feedback_id, err);
}

/* Its comment is borrowed from the row. */
static struct feedback read_row(const struct query *q)
{
	struct feedback feedback = {
	    .feedback_id = row_int(q, 0),
	    .visit_id = row_int(q, 1),
	    .is_card = str_same(row_text(q, 2), "card"),
	    .site_id = row_int(q, 3),
	    .at = row_int(q, 4),
	    .noted_by = row_int(q, 6),
	    .comment = (char *)row_text(q, 7),
	};

	snprintf(feedback.noted_on.text, sizeof(feedback.noted_on.text), "%s",
		 row_text(q, 5));
	for (int i = 0; i < CARD_QUESTIONS; i++)
		feedback.marks[i] = (int)row_int(q, 8 + i);
	return feedback;
}

static bool read_one(struct query *q, struct feedback *out, struct error *err)
{
	*out = (struct feedback){0};
	if (query_row(q)) {
		*out = read_row(q);
		out->comment = mem_copy(out->comment);
	}
	if (query_end(q, err))
		return true;
	feedback_release(out);
	return false;
}

bool feedback_get(struct db *db, int64_t feedback_id, struct feedback *out,
		  struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_GET);
	query_int(&q, 1, feedback_id);
	return read_one(&q, out, err) &&
	       (out->feedback_id != 0 ||
		error_set(err, ERROR_NOT_FOUND, "", "%s", ""));
}

bool feedback_card_of(struct db *db, int64_t visit_id, struct feedback *out,
		      struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CARD_OF);
	query_int(&q, 1, visit_id);
	return read_one(&q, out, err);
}

bool feedback_take_back(struct db *db, int64_t feedback_id, int64_t at,
			struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_TAKE_BACK);
	query_int(&q, 1, feedback_id);
	query_int(&q, 2, at);
	return query_change(&q, err);
}

void feedback_visit_release(struct feedback_visit *visit)
{
	free(visit->reference);
	free(visit->topic);
	free(visit->language);
	*visit = (struct feedback_visit){0};
}

bool feedback_visit_get(struct db *db, int64_t visit_id,
			struct feedback_visit *out, struct error *err)
{
	bool is_read;
	struct query q;

	*out = (struct feedback_visit){0};
	query_begin(&q, db, SQL_VISIT);
	query_int(&q, 1, visit_id);
	if (query_row(&q)) {
		out->visit_id = visit_id;
		out->reference = row_copy(&q, 0);
		out->topic = row_copy(&q, 1);
		snprintf(out->arrived_on.text, sizeof(out->arrived_on.text),
			 "%s", row_text(&q, 2));
		out->is_voided = row_int(&q, 3) == 1;
		out->language = row_copy(&q, 4);
	}
	is_read = query_end(&q, err);
	if (is_read && out->visit_id != 0)
		return true;
	feedback_visit_release(out);
	return is_read ? error_set(err, ERROR_NOT_FOUND, "", "%s", "") : false;
}

bool feedback_find_visit(struct db *db, const char *reference,
			 int64_t *visit_id, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_FIND_VISIT);
	query_text(&q, 1, reference);
	*visit_id = query_row(&q) ? row_int(&q, 0) : 0;
	return query_end(&q, err);
}

static struct feedback_row read_listed(const struct query *q)
{
	return (struct feedback_row){
	    .feedback = read_row(q),
	    .request_id = row_int(q, FEEDBACK_COUNT),
	    .reference = row_text(q, FEEDBACK_COUNT + 1),
	    .topic = row_text(q, FEEDBACK_COUNT + 2),
	};
}

bool feedback_each(struct db *db, int64_t site_id, size_t limit,
		   feedback_row_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_EACH);
	query_int(&q, 1, site_id);
	query_int(&q, 2, (int64_t)limit);
	while (query_row(&q)) {
		const struct feedback_row row = read_listed(&q);

		each(&row, state);
	}
	return query_end(&q, err);
}

bool feedback_each_whole(struct db *db, feedback_whole_fn *each, void *state,
			 struct error *err)
{
	bool is_going = true;
	struct query q;

	query_begin(&q, db, SQL_WHOLE);
	while (is_going && query_row(&q)) {
		const struct feedback_row row = read_listed(&q);

		is_going = each(&row, state, err);
	}
	return query_end_each(&q, is_going, err);
}
