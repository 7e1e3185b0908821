/*
 * figures.c - the walk over a summary: where and when, visits and lengths
 */
#include "figures.h"

#include <stdio.h>

#include "frontdesk/base/str.h"
#include "frontdesk/base/text.h"

void figures_format_share(int ten_thousandths, char out[FIGURES_SHARE_SIZE])
{
	snprintf(out, FIGURES_SHARE_SIZE, "%d.%04d", ten_thousandths / 10000,
		 ten_thousandths % 10000);
}

void figures_open(const struct figures *figures, const char *key)
{
	figures->sink->open(figures->state, key, false);
}

void figures_open_list(const struct figures *figures, const char *key)
{
	figures->sink->open(figures->state, key, true);
}

void figures_close(const struct figures *figures)
{
	figures->sink->close(figures->state);
}

void figures_number(const struct figures *figures, const char *key,
		    int64_t value)
{
	char text[24];

	if (figures->sink->number != NULL) {
		figures->sink->number(figures->state, key, value);
		return;
	}
	snprintf(text, sizeof(text), "%lld", (long long)value);
	figures->sink->text(figures->state, key, text);
}

static void put_share(const struct figures *figures, int ten_thousandths)
{
	char text[FIGURES_SHARE_SIZE];

	if (figures->sink->share != NULL) {
		figures->sink->share(figures->state, "share", ten_thousandths);
		return;
	}
	figures_format_share(ten_thousandths, text);
	figures->sink->text(figures->state, "share", text);
}

static void put_truth(const struct figures *figures, const char *key,
		      bool value)
{
	if (figures->sink->truth != NULL)
		figures->sink->truth(figures->state, key, value);
	else
		figures->sink->text(figures->state, key, value ? "yes" : "no");
}

void figures_text(const struct figures *figures, const char *key,
		  const char *value)
{
	struct str clean = STR_INIT;

	text_clean(value == NULL ? "" : value, true, &clean);
	figures->sink->text(figures->state, key, str_text(&clean));
	str_release(&clean);
}

void figures_ratio(const struct figures *figures, const char *key,
		   int64_t count, int64_t n)
{
	figures_open(figures, key);
	figures_number(figures, "n", n);
	figures_number(figures, "count", count);
	if (n > 0)
		put_share(figures, (int)((20000 * count + n) / (2 * n)));
	else
		figures->sink->none(figures->state, "share");
	figures_close(figures);
}

void figures_lengths(const struct figures *figures,
		     const struct length_figures *lengths)
{
	figures_number(figures, "n", lengths->n);
	if (lengths->n > 0) {
		figures_number(figures, "median_ms", lengths->median);
		figures_number(figures, "mean_ms", lengths->mean);
		figures_number(figures, "max_ms", lengths->max);
		return;
	}
	figures->sink->none(figures->state, "median_ms");
	figures->sink->none(figures->state, "mean_ms");
	figures->sink->none(figures->state, "max_ms");
}

static void walk_visit_figures(const struct figures *figures,
			       const struct visit_figures *visits)
{
	figures_number(figures, "arrived", visits->arrived);
	figures_number(figures, "served", visits->served);
	figures_number(figures, "left", visits->left);
	figures_number(figures, "open", visits->open);
	figures_open(figures, "left_while");
	figures_number(figures, "waiting", visits->left_waiting);
	figures_number(figures, "called", visits->left_called);
	figures_number(figures, "served", visits->left_served);
	figures_close(figures);
	figures_number(figures, "unnamed", visits->unnamed);
	figures_number(figures, "entered_later", visits->entered_later);
	figures_ratio(figures, "address_known", visits->address_known,
		      visits->address_known + visits->address_unknown);
}

static void walk_visits(const struct figures *figures,
			const struct summary *summary)
{
	figures_open(figures, "visits");
	walk_visit_figures(figures, &summary->visits);
	figures_number(figures, "carried_in", summary->carried_in);
	figures_open(figures, "by_channel");
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		figures_open(figures, channel_name((enum channel)i));
		walk_visit_figures(figures, &summary->by_channel[i]);
		figures_close(figures);
	}
	figures_close(figures);
	figures_close(figures);
}

static void walk_by_channel(const struct figures *figures,
			    const struct length_figures lengths[CHANNEL_COUNT])
{
	figures_open(figures, "by_channel");
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		figures_open(figures, channel_name((enum channel)i));
		figures_lengths(figures, &lengths[i]);
		figures_close(figures);
	}
	figures_close(figures);
}

static void walk_wait(const struct figures *figures,
		      const struct summary *summary)
{
	static const char *const buckets[4] = {
	    "under_5_min", "5_to_20_min", "20_to_60_min", "60_min_and_over"};

	figures_open(figures, "wait");
	figures_lengths(figures, &summary->wait);
	figures_open(figures, "buckets");
	for (int i = 0; i < 4; i++)
		figures_number(figures, buckets[i], summary->wait_buckets[i]);
	figures_close(figures);
	if (summary->wait_target > 0)
		figures_number(figures, "target_ms", summary->wait_target);
	else
		figures->sink->none(figures->state, "target_ms");
	figures_ratio(figures, "within_target", summary->wait_within_target,
		      summary->wait.n);
	figures_number(figures, "not_timed", summary->wait_not_timed);
	walk_by_channel(figures, summary->wait_by_channel);
	figures_close(figures);
}

static void walk_service(const struct figures *figures,
			 const struct summary *summary)
{
	figures_open(figures, "service");
	figures_lengths(figures, &summary->service);
	walk_by_channel(figures, summary->service_by_channel);
	figures_close(figures);

	figures_open(figures, "hold");
	figures_lengths(figures, &summary->hold);
	figures_open_list(figures, "by_reason");
	for (size_t i = 0; i < summary->holds.count; i++) {
		const struct named_count *hold = &summary->holds.items[i];

		figures_open(figures, NULL);
		figures_text(figures, "reason", hold->name);
		figures_number(figures, "n", hold->count);
		figures_number(figures, "total_ms", hold->length);
		figures_close(figures);
	}
	figures_close(figures);
	figures_close(figures);
}

static void walk_hours(const struct figures *figures,
		       const struct summary *summary)
{
	static const char *const hours[24] = {
	    "00", "01", "02", "03", "04", "05", "06", "07",
	    "08", "09", "10", "11", "12", "13", "14", "15",
	    "16", "17", "18", "19", "20", "21", "22", "23"};

	figures_open(figures, "hours");
	for (int i = 0; i < 24; i++)
		figures_number(figures, hours[i], summary->hours[i]);
	figures_close(figures);
}

static void walk_compared(const struct figures *figures,
			  const struct summary *summary)
{
	static const char *const with[] = {[COMPARED_WEEKDAYS] = "weekdays",
					   [COMPARED_WEEK] = "week",
					   [COMPARED_MONTH] = "month",
					   [COMPARED_DAYS] = "days"};

	figures_open(figures, "compared");
	figures_text(figures, "with", with[summary->compared.with]);
	figures_text(figures, "from", summary->compared.from.text);
	figures_text(figures, "to", summary->compared.to.text);
	figures_number(figures, "days", summary->compared.days);
	figures_number(figures, "arrived", summary->compared.arrived);
	figures_open(figures, "wait");
	figures_lengths(figures, &summary->compared.wait);
	figures_close(figures);
	figures_close(figures);
}

static void text_or_none(const struct figures *figures, const char *key,
			 const char *text)
{
	if (text != NULL)
		figures_text(figures, key, text);
	else
		figures->sink->none(figures->state, key);
}

static void walk_scope(const struct figures *figures,
		       const struct summary *summary)
{
	figures_open(figures, "scope");
	put_truth(figures, "all_sites", summary->is_all_sites);
	text_or_none(figures, "department", summary->department);
	text_or_none(figures, "topic", summary->topic);
	figures_close(figures);
}

void figures_walk(const struct figures *figures, const struct summary *summary)
{
	figures_text(figures, "city", summary->city);
	figures_text(figures, "site", summary->site);
	walk_scope(figures, summary);
	figures_text(figures, "from", summary->from.text);
	figures_text(figures, "to", summary->to.text);
	put_truth(figures, "over", summary->is_over);
	figures_walk_closing(figures, summary);
	walk_visits(figures, summary);
	walk_wait(figures, summary);
	walk_service(figures, summary);
	figures_walk_requests(figures, summary);
	walk_hours(figures, summary);
	walk_compared(figures, summary);
	figures_walk_audit(figures, summary);
}
