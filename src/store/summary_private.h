/*
 * summary_private.h - what the summary's questions share
 */
#ifndef SUMMARY_PRIVATE_H
#define SUMMARY_PRIVATE_H

#include "frontdesk/store/summary.h"

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
