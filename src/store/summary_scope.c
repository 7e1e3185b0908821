/*
 * summary_scope.c - of which sites, departments and topics a summary may be
 */
#include <stdio.h>

#include "frontdesk/base/str.h"
#include "summary_private.h"

static const char SQL_SITES[] =
    "SELECT site_id, name, '' FROM site ORDER BY name";
static const char SQL_DEPARTMENTS[] =
    "SELECT department_id, name, '' FROM department ORDER BY name";
/* Also those that are used no more: they had their requests. */
static const char SQL_TOPICS[] =
    "SELECT t.topic_id, v.name, t.code FROM topic t JOIN topic_version v"
    " ON v.topic_version_id = t.topic_version_id ORDER BY v.name, t.topic_id";
static const char SQL_OF_SITES[] =
    "SELECT time_zone, wait_target FROM site WHERE $3 = 0 OR site_id = $3";

bool summary_each_name(struct db *db, enum summary_kind kind,
		       summary_name_fn *each, void *state, struct error *err)
{
	struct query q;

	query_begin(&q, db,
		    kind == SUMMARY_OF_SITE	    ? SQL_SITES
		    : kind == SUMMARY_OF_DEPARTMENT ? SQL_DEPARTMENTS
						    : SQL_TOPICS);
	while (query_row(&q))
		each(row_int(&q, 0), row_text(&q, 1), row_text(&q, 2), state);
	return query_end(&q, err);
}

bool summary_read_sites(struct db *db, const struct summary_range *range,
			struct summary_site_facts *out, struct error *err)
{
	struct query q;

	*out = (struct summary_site_facts){0};
	query_begin(&q, db, SQL_OF_SITES);
	query_int(&q, 3, range->site_id);
	while (query_row(&q)) {
		const char *zone = row_text(&q, 0);
		int64_t begins_at = zone_day_start(zone, range->from);
		int64_t ends_at = zone_day_end(zone, range->to);

		if (out->count == 0 || begins_at < out->begins_at)
			out->begins_at = begins_at;
		if (out->count == 0 || ends_at > out->ends_at)
			out->ends_at = ends_at;
		if (out->count == 0)
			snprintf(out->time_zone, sizeof(out->time_zone), "%s",
				 zone);
		if (out->count == 0)
			out->wait_target = row_int(&q, 1);
		else if (out->wait_target != row_int(&q, 1))
			out->wait_target = 0;
		out->count++;
	}
	return query_end(&q, err);
}

void summary_step_to(struct summary_step *step, int64_t site_id,
		     const char *day)
{
	const struct summary_range *range = step->range;
	int sites = site_id == 0 ? 1 : range->site_count;
	int64_t days, at, all;

	if (range->progress == NULL ||
	    (step->site_id == site_id && str_same(step->day.text, day)))
		return;
	if (step->site_id != 0 && step->site_id != site_id)
		step->sites++;
	step->site_id = site_id;
	snprintf(step->day.text, sizeof(step->day.text), "%s", day);
	days = day_distance(range->from, range->to) + 1;
	at = step->sites * days + day_distance(range->from, step->day);
	all = days * (sites > 0 ? sites : 1);
	if (at < all)
		range->progress(range->progress_state,
				step->from +
				    (int)((step->to - step->from) * at / all));
}
