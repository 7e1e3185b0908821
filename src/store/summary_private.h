/*
 * summary_private.h - what the summary's questions share
 */
#ifndef SUMMARY_PRIVATE_H
#define SUMMARY_PRIVATE_H

#include "frontdesk/store/summary.h"

/*
 * $1 and $2 are the days, $3 the site, $4 the topic and $5 the department in
 * every question; 0 is any. A site is found first, by its key, and then what is
 * its own, so that one site and all of them are the same question.
 */
#define IS_SITE                                                                \
	"s.site_id >= $3 AND s.site_id <= CASE $3 WHEN 0"                      \
	" THEN 9223372036854775807 ELSE $3 END"
#define OF_SITES(table, alias)                                                 \
	" FROM site s CROSS JOIN " table " " alias " WHERE s.site_id = " alias \
	".site_id AND " IS_SITE

/* A department has the topics that are its own now. */
#define IS_ABOUT(topic_id)                                                     \
	"(($4 = 0 AND $5 = 0) OR " topic_id " IN (SELECT tt.topic_id"          \
	" FROM topic tt JOIN topic_version tw"                                 \
	" ON tw.topic_version_id = tt.topic_version_id"                        \
	" WHERE tt.topic_id = $4 OR tw.department_id = $5))"

/* Of a visit v: one of its requests is about it, or, where it has none, what
 * was said when it joined the line. */
#define VISIT_IS_ABOUT                                                         \
	"(($4 = 0 AND $5 = 0) OR EXISTS (SELECT 1 FROM contact vc"             \
	" JOIN request vr ON vr.request_id = vc.request_id"                    \
	" WHERE vc.visit_id = v.visit_id AND " IS_ABOUT(                       \
	    "vr.topic_id") ") OR (" IS_ABOUT("v.topic_id") " AND NOT EXISTS "  \
							   "(SELECT 1 FROM "   \
							   "contact vn"        \
							   " WHERE "           \
							   "vn.visit_id = "    \
							   "v.visit_id)))"

static inline void summary_begin(struct query *query, struct db *db,
				 const char *sql,
				 const struct summary_range *range)
{
	query_begin(query, db, sql);
	query_text(query, 1, range->from.text);
	query_text(query, 2, range->to.text);
	query_int(query, 3, range->site_id);
}

/* The same of a question that asks what it is about, too. */
static inline void summary_begin_about(struct query *query, struct db *db,
				       const char *sql,
				       const struct summary_range *range)
{
	summary_begin(query, db, sql, range);
	query_int(query, 4, range->topic_id);
	query_int(query, 5, range->department_id);
}

/* Each card as it stood when the last day ended. */
typedef void summary_card_fn(int64_t topic_id, bool is_stale, void *state);
bool summary_each_card(struct db *db, const struct summary_range *range,
		       summary_card_fn *each, void *state, struct error *err);

/* How far a reading is that goes on from day to day, of each site by turns. */
struct summary_step {
	const struct summary_range *range;
	int from, to; /* per cent */
	struct day day;
	int64_t site_id;
	int sites; /* behind this one */
};
void summary_step_to(struct summary_step *step, int64_t site_id,
		     const char *day);

#endif
