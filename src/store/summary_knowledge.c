/*
 * summary_knowledge.c - what the city knew: cards, and questions without answer
 */
#include <stdio.h>

#include "frontdesk/core/topic.h"
#include "summary_private.h"

/* Each card as it stood then: what was taken back since stood, if it did so
 * when the day ended. */
static const char SQL_CARDS[] =
    "SELECT t.topic_id, v.verified_on, v.review_days"
    " FROM topic t JOIN topic_version v"
    " ON v.topic_version_id = (SELECT MAX(w.topic_version_id)"
    " FROM topic_version w WHERE w.topic_id = t.topic_id AND w.made_at < $6"
    " AND (w.taken_back_at IS NULL OR w.taken_back_at >= $6))"
    " WHERE (t.is_active = 1 OR t.retired_at >= $6) AND " IS_ABOUT(
	"t.topic_id") " ORDER BY t.topic_id";

#define NOTED                                                                  \
	"SELECT COUNT(*)" OF_SITES(                                            \
	    "unanswered",                                                      \
	    "u") " AND u.taken_back_at IS NULL AND " IS_ABOUT("u.topic_id")
static const char SQL_COUNT[] =
    "SELECT (" NOTED " AND u.asked_on BETWEEN $1 AND $2), (" NOTED
    " AND u.answered_on BETWEEN $1 AND $2)";

static const char SQL_OPEN[] =
    "SELECT v.name, d.name, r.reference, u.words, u.asked_on"
    " FROM site s CROSS JOIN unanswered u"
    " LEFT JOIN topic t ON t.topic_id = u.topic_id"
    " LEFT JOIN topic_version v ON v.topic_version_id = t.topic_version_id"
    " LEFT JOIN department d ON d.department_id = u.owner_department_id"
    " LEFT JOIN request r ON r.request_id = u.request_id"
    " WHERE u.site_id = s.site_id AND " IS_SITE
    " AND u.asked_on <= $2 AND u.taken_back_at IS NULL"
    " AND (u.answered_on IS NULL OR u.answered_on > $2)"
    " AND " IS_ABOUT("u.topic_id") " ORDER BY u.asked_on, u.unanswered_id";

bool summary_each_card(struct db *db, const struct summary_range *range,
		       summary_card_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_CARDS);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	query_int(&q, 6, range->ends_at);
	while (query_row(&q)) {
		struct topic topic = {.review_days = (int)row_int(&q, 2)};

		if (!row_is_null(&q, 1))
			snprintf(topic.verified_on.text,
				 sizeof(topic.verified_on.text), "%s",
				 row_text(&q, 1));
		each(row_int(&q, 0), topic_is_stale(&topic, range->to), state);
	}
	return query_end(&q, err);
}

struct cards {
	int64_t count, stale;
};

static void count_card(int64_t topic_id, bool is_stale, void *state)
{
	struct cards *cards = state;

	(void)topic_id;
	cards->count++;
	cards->stale += is_stale;
}

bool summary_cards(struct db *db, const struct summary_range *range,
		   int64_t *cards, int64_t *stale, struct error *err)
{
	struct cards counted = {0, 0};
	bool is_read = summary_each_card(db, range, count_card, &counted, err);

	*cards = counted.count;
	*stale = counted.stale;
	return is_read;
}

bool summary_unanswered(struct db *db, const struct summary_range *range,
			int64_t *noted, int64_t *answered, struct error *err)
{
	struct query q;

	*noted = *answered = 0;
	summary_begin_about(&q, db, SQL_COUNT, range);
	if (query_row(&q)) {
		*noted = row_int(&q, 0);
		*answered = row_int(&q, 1);
	}
	return query_end(&q, err);
}

bool summary_each_unanswered(struct db *db, const struct summary_range *range,
			     summary_unanswered_fn *each, void *state,
			     struct error *err)
{
	struct query q;

	query_begin(&q, db, SQL_OPEN);
	query_text(&q, 2, range->to.text);
	query_int(&q, 3, range->site_id);
	query_int(&q, 4, range->topic_id);
	query_int(&q, 5, range->department_id);
	while (query_row(&q))
		each(row_text(&q, 0), row_text(&q, 1), row_text(&q, 2),
		     row_text(&q, 3), row_text(&q, 4), state);
	return query_end(&q, err);
}
