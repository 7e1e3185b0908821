/*
 * summary_private.h - what the summary's questions share
 */
#ifndef SUMMARY_PRIVATE_H
#define SUMMARY_PRIVATE_H

#include "frontdesk/store/summary.h"

/*
 * A request leaves every figure when each visit about it was voided. One that
 * reached the city outside a visit has none, and stays.
 */
#define SUMMARY_REQUEST_STANDS                                                 \
	"(r.first_visit_id IS NULL OR EXISTS (SELECT 1 FROM contact sc"        \
	" JOIN visit sv ON sv.visit_id = sc.visit_id"                          \
	" WHERE sc.request_id = r.request_id AND sv.voided_at IS NULL))"

/* $1 and $2 are the days, $3 the site, in every question. */
static inline void summary_begin(struct query *query, struct db *db,
				 const char *sql,
				 const struct summary_range *range)
{
	query_begin(query, db, sql);
	query_text(query, 1, range->from.text);
	query_text(query, 2, range->to.text);
	query_int(query, 3, range->site_id);
}

#endif
