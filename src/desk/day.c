/*
 * day.c - the figures of a range of days, all of one moment
 */
#include "frontdesk/desk/day.h"

#include <stdlib.h>
#include <string.h>

#include "day_private.h"
#include "desk_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "pattern_read.h"

#define DAYS_MAX 3660
#define COUNTED_SHARE 90 /* per cent */

static void named_counts_release(struct named_counts *counts)
{
	for (size_t i = 0; i < counts->count; i++)
		free(counts->items[i].name);
	free(counts->items);
}

static void listed_list_release(struct listed_list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		free(list->items[i].reference);
		free(list->items[i].topic);
		free(list->items[i].department);
		free(list->items[i].detail);
		free(list->items[i].tried);
		free(list->items[i].alternative);
		free(list->items[i].appeal);
		free(list->items[i].who);
	}
	free(list->items);
}

void summary_release(struct summary *summary)
{
	free(summary->site);
	free(summary->city);
	free(summary->department);
	free(summary->topic);
	named_counts_release(&summary->holds);
	named_counts_release(&summary->topics);
	listed_list_release(&summary->not_acknowledged);
	listed_list_release(&summary->two_hops);
	listed_list_release(&summary->could_not);
	listed_list_release(&summary->unanswered);
	listed_list_release(&summary->comments);
	pattern_list_release(&summary->patterns);
	notice_list_release(&summary->notices);
	free(summary->closing.at);
	free(summary->closing.by);
	for (int i = 0; i < CLOSING_REMARKS; i++)
		free(summary->closing.remarks[i]);
	free(summary->audit.head);
	memset(summary, 0, sizeof(*summary));
}

void day_add_name(struct named_counts *counts, const char *name, int64_t count,
		  int64_t length)
{
	struct named_count *item;

	counts->items =
	    mem_grow(counts->items, counts->count, sizeof(counts->items[0]));
	item = &counts->items[counts->count++];
	item->name = mem_copy(name);
	item->count = count;
	item->length = length;
}

/* What one reading of the store needs, and gives. */
struct sum_up {
	const struct desk *desk;
	const struct summary_scope *scope;
	struct summary_range range;
	bool with_names;
	int percent;  /* that was told */
	int from, to; /* of all, the part that is being read */
	struct summary *out;
};

/* Of the part that is being read. */
static void tell(void *state, int percent)
{
	struct sum_up *work = state;

	percent = work->from + (work->to - work->from) * percent / 100;
	if (percent <= work->percent || percent > 100)
		return;
	work->percent = percent;
	work->scope->progress(work->scope->progress_state, _("the figures"),
			      percent);
}

/* The site, by whose clocks the days are, and what it is about. */
static bool begin(struct db *db, struct sum_up *work, struct error *err)
{
	struct summary_range *range = &work->range;
	struct summary *out = work->out;
	struct summary_site_facts facts;

	summary_release(out);
	out->from = range->from;
	out->to = range->to;
	out->city = mem_copy(work->desk->city);
	out->is_all_sites = work->scope->is_all_sites;
	if (!summary_read_sites(db, range, &facts, err) ||
	    !day_name_scope(db, work->scope, range->site_id, out, err))
		return false;
	range->begins_at = facts.begins_at;
	range->ends_at = facts.ends_at;
	range->site_count = facts.count;
	out->wait_target = facts.wait_target;
	return true;
}

static bool read_patterns(struct db *db, const struct summary_range *range,
			  struct summary *out, struct error *err)
{
	struct pattern_range week;

	pattern_week(range->site_id, range->to, &week);
	return pattern_read(db, &week, &out->patterns, err);
}

/* The next part begins, and ends at so many per cent of all, as measured on a
 * year of all sites: docs/performance.md. */
static bool goes_on(struct sum_up *work, int to)
{
	/* What is counted from its records took most of the time before. */
	if (work->range.counted != NULL)
		to = COUNTED_SHARE + (100 - COUNTED_SHARE) * to / 100;
	work->from = work->to;
	work->to = to;
	if (work->range.progress != NULL)
		work->range.progress(work->range.progress_state, 0);
	return true;
}

static bool read_figures(struct db *db, struct sum_up *work, struct error *err)
{
	const struct summary_range *range = &work->range;
	struct summary *out = work->out;
	bool with_patterns = work->scope->is_whole && !summary_is_part(out) &&
			     !out->is_all_sites;

	return goes_on(work, 6) && day_read_totals(db, range, out, err) &&
	       goes_on(work, 11) && day_read_lengths(db, range, out, err) &&
	       goes_on(work, 13) && day_read_compared(db, range, out, err) &&
	       goes_on(work, 14) &&
	       day_read_knowledge(db, range, work->with_names, out, err) &&
	       goes_on(work, 97) &&
	       day_read_lists(db, range, work->with_names, out, err) &&
	       goes_on(work, 98) && day_read_comments(db, range, out, err) &&
	       goes_on(work, 100) &&
	       (!with_patterns ||
		(read_patterns(db, range, out, err) &&
		 notices_of_days(db, work->desk, range->from, range->to,
				 &out->notices, err)));
}

static bool read_all(struct db *db, void *state, struct error *err)
{
	struct sum_up *work = state;
	struct summary_range *range = &work->range;
	struct summary *out = work->out;
	bool is_read;

	/* Anew each time: the engine may run this twice. */
	range->counted = NULL;
	work->from = 0;
	work->to = COUNTED_SHARE;
	if (!begin(db, work, err) || !day_read_audit(db, 0, &out->audit, err) ||
	    (summary_is_part(out) &&
	     !summary_count(db, range, &range->counted, err)))
		return false;
	if (range->counted == NULL)
		work->to = 0;
	is_read = read_figures(db, work, err);
	summary_counted_free(range->counted);
	out->is_over = range->ends_at <= range->now_at && out->visits.open == 0;
	return is_read;
}

bool day_check_range(struct day from, struct day to, struct error *err)
{
	if (day_compare(to, from) < 0)
		return error_set(err, ERROR_INVALID, "to",
				 _("the last day, %s, lies before the first "
				   "one, %s: put them the other way round"),
				 to.text, from.text);
	if (day_distance(from, to) >= DAYS_MAX)
		return error_set(err, ERROR_INVALID, "to",
				 _("%s to %s is too long: a summary is of "
				   "%d days at most"),
				 from.text, to.text, DAYS_MAX);
	return true;
}

struct summary_range day_range(const struct desk *desk,
			       const struct summary_scope *scope)
{
	int64_t site_id =
	    scope->site_id != 0 ? scope->site_id : desk->site.site_id;

	return (struct summary_range){
	    .site_id = scope->is_all_sites ? 0 : site_id,
	    .topic_id = scope->topic_id,
	    .department_id = scope->department_id,
	    .from = scope->from,
	    .to = scope->to,
	    .now_at = desk_now(desk),
	};
}

bool day_read_within(struct desk *desk, struct db *db,
		     const struct summary_scope *scope, struct summary *out,
		     struct error *err)
{
	struct sum_up work = {.desk = desk,
			      .scope = scope,
			      .range = day_range(desk, scope),
			      .with_names = true,
			      .out = out};

	memset(out, 0, sizeof(*out));
	if (read_all(db, &work, err))
		return true;
	summary_release(out);
	return false;
}

bool summary_scope_is_a_day(const struct summary_scope *scope)
{
	return !scope->is_all_sites &&
	       day_compare(scope->from, scope->to) == 0 &&
	       scope->department_id == 0 && scope->topic_id == 0;
}

bool desk_scope_is_own_day(const struct desk *desk,
			   const struct summary_scope *scope)
{
	return summary_scope_is_a_day(scope) &&
	       (scope->site_id == 0 || scope->site_id == desk->site.site_id);
}

bool desk_sum_up_scope(struct desk *desk, const struct summary_scope *scope,
		       struct summary *out, struct error *err)
{
	struct sum_up work = {.desk = desk, .scope = scope, .out = out};
	struct error no_names;

	memset(out, 0, sizeof(*out));
	if (!desk_need_session(desk, err) ||
	    !desk_may(desk, DUTY_READ_DAY, err) ||
	    !day_check_range(scope->from, scope->to, err))
		return false;
	work.with_names = desk_may(desk, DUTY_PRINT_DAY, &no_names);
	work.range = day_range(desk, scope);
	if (scope->progress != NULL) {
		work.range.progress = tell;
		work.range.progress_state = &work;
	}
	if (db_snapshot(desk->db, read_all, &work, err))
		return true;
	summary_release(out);
	return false;
}

bool desk_sum_up(struct desk *desk, struct day from, struct day to,
		 struct summary *out, struct error *err)
{
	const struct summary_scope scope = {.from = from, .to = to};

	return desk_sum_up_scope(desk, &scope, out, err);
}
