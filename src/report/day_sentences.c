/*
 * day_sentences.c - the day in sentences that anybody can read in a minute
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/day_lines.h"
#include "frontdesk/report/summary.h"

static void say_arrivals(const struct summary *summary, struct str *out)
{
	const struct visit_figures *by = summary->by_channel;
	int64_t appointments = by[CHANNEL_APPOINTMENT].arrived;
	int64_t counter = by[CHANNEL_WALK_IN].arrived + appointments;
	int64_t calls = by[CHANNEL_TELEPHONE].arrived;
	int64_t messages = by[CHANNEL_MESSAGE].arrived;

	if (summary->visits.arrived == 0) {
		str_add(out, _("Nobody came to the counter, telephoned or "
			       "wrote."));
		return;
	}
	if (counter == 0)
		str_add(out, _("Nobody came to the counter"));
	else
		str_addf(out,
			 ngettext("%d person came to the counter",
				  "%d people came to the counter",
				  (unsigned long)counter),
			 day_count(counter));
	if (appointments > 0)
		str_addf(out, _(", %d by appointment"),
			 day_count(appointments));
	if (calls > 0)
		str_addf(out, _("; %d telephoned"), day_count(calls));
	if (messages > 0)
		str_addf(out, _("; %d wrote"), day_count(messages));
	str_add(out, ".");
}

static void say_served(const struct summary *summary, struct str *out)
{
	const struct visit_figures *all = &summary->visits;

	if (all->arrived == 0)
		return;
	str_addf(out,
		 ngettext(" %d visit was served", " %d visits were served",
			  (unsigned long)all->served),
		 day_count(all->served));
	if (all->left > 0) {
		str_addf(out, _(", %d left without being served"),
			 day_count(all->left));
		if (all->left_waiting > 0)
			str_addf(out, _(" (%d while waiting)"),
				 day_count(all->left_waiting));
	}
	if (all->open > 0)
		str_addf(out, _(", %d still open"), day_count(all->open));
	str_add(out, ".");
	if (all->entered_later > 0)
		str_addf(out,
			 ngettext(" %d was entered later.",
				  " %d were entered later.",
				  (unsigned long)all->entered_later),
			 day_count(all->entered_later));
	if (summary->carried_in > 0)
		str_addf(out,
			 ngettext(" %d more was carried in from earlier days.",
				  " %d more were carried in from earlier days.",
				  (unsigned long)summary->carried_in),
			 day_count(summary->carried_in));
}

static void say_addressed(const struct summary *summary, struct str *out)
{
	const struct visit_figures *all = &summary->visits;
	int64_t named = all->address_known + all->address_unknown;

	if (named == 0)
		return;
	str_add(out, _(" Visits with a name where we knew how to address "
		       "everybody: "));
	report_add_ratio(all->address_known, named, out);
	str_add(out, ".");
}

static void say_hour(int hour, struct str *out)
{
	str_addf(out, "%d %s", hour % 12 == 0 ? 12 : hour % 12,
		 hour % 24 < 12 ? _("am") : _("pm"));
}

/* Who telephoned or wrote came in that hour, too. */
static void say_busiest(const struct summary *summary, struct str *out)
{
	const struct visit_figures *by = summary->by_channel;
	bool has_others = by[CHANNEL_TELEPHONE].arrived > 0 ||
			  by[CHANNEL_MESSAGE].arrived > 0;
	int busiest = 0;

	if (summary->visits.arrived == 0)
		return;
	for (int i = 1; i < 24; i++) {
		if (summary->hours[i] > summary->hours[busiest])
			busiest = i;
	}
	str_add(out, _(" The busiest hour was from "));
	say_hour(busiest, out);
	str_add(out, _(" to "));
	say_hour(busiest + 1, out);
	str_addf(out,
		 has_others ? _(": %d, with calls and messages.") : _(": %d."),
		 day_count(summary->hours[busiest]));
}

static void say_topics(const struct summary *summary, struct str *out)
{
	if (summary->topic != NULL || summary->topics.count == 0)
		return;
	for (size_t i = 0; i < summary->topics.count && i < 3; i++) {
		str_add(out, i == 0 ? _(" Most asked for: ") : ", ");
		text_clean(summary->topics.items[i].name, false, out);
		str_addf(out, " (%d)",
			 day_count(summary->topics.items[i].count));
	}
	str_add(out, ".");
}

static void say_waits(const struct summary *summary, struct str *out)
{
	const struct length_figures *wait = &summary->wait;

	if (summary->visits.arrived == 0)
		return;
	str_add(out, "\n");
	if (wait->n == 0) {
		str_add(out, _("No wait was timed."));
	} else {
		str_addf(out,
			 ngettext("The %d timed wait was ",
				  "The median of %d timed waits was ",
				  (unsigned long)wait->n),
			 day_count(wait->n));
		report_add_length(wait->median, out);
		if (wait->n > 1) {
			str_add(out, _(", the longest "));
			report_add_length(wait->max, out);
		}
		if (summary->wait_target > 0) {
			str_add(out, _(". Called within "));
			report_add_length(summary->wait_target, out);
		} else {
			str_add(out, _(". Called within what each site "
				       "aims at"));
		}
		str_add(out, _(": "));
		report_add_ratio(summary->wait_within_target, wait->n, out);
		str_add(out, ".");
	}
	if (summary->service.n > 1) {
		str_addf(out, _(" The median of %d timed services was "),
			 day_count(summary->service.n));
		report_add_length(summary->service.median, out);
		str_add(out, ".");
	}
}

/* One day, by the mean of its own weekdays. */
static void say_weekdays(const struct summary *summary, struct str *out)
{
	int64_t days = summary->compared.days;
	int64_t tenths = (20 * summary->compared.arrived + days) / (2 * days);

	str_addf(out,
		 ngettext("; the same weekday in the last four weeks (%d with "
			  "visits) had %d.%d",
			  "; the same weekdays of the last four weeks (%d with "
			  "visits) had %d.%d on average",
			  (unsigned long)days),
		 day_count(days), day_count(tenths / 10),
		 day_count(tenths % 10));
}

static void say_before(const struct summary *summary, struct str *out)
{
	char from[24], to[24];

	day_format(summary->compared.from, from);
	day_format(summary->compared.to, to);
	if (summary->compared.with == COMPARED_WEEK)
		str_add(out, _("; the whole week before"));
	else if (summary->compared.with == COMPARED_MONTH)
		str_add(out, _("; the whole month before"));
	else
		str_addf(out, _("; the %d days before"),
			 day_distance(summary->from, summary->to) + 1);
	str_addf(out,
		 ngettext(" (%s to %s) had %d on %d day",
			  " (%s to %s) had %d on %d days",
			  (unsigned long)summary->compared.days),
		 from, to, day_count(summary->compared.arrived),
		 day_count(summary->compared.days));
}

/* Beside what it is compared with stands the same of the summary. */
static void say_compared(const struct summary *summary, struct str *out)
{
	if (summary->compared.days == 0)
		return;
	str_addf(out,
		 summary->is_over || summary->closing.at != NULL
		     ? ngettext("\n%d visit in all", "\n%d visits in all",
				(unsigned long)summary->visits.arrived)
		     : ngettext("\n%d visit so far", "\n%d visits so far",
				(unsigned long)summary->visits.arrived),
		 day_count(summary->visits.arrived));
	if (summary->compared.with == COMPARED_WEEKDAYS)
		say_weekdays(summary, out);
	else
		say_before(summary, out);
	if (summary->compared.wait.n > 0) {
		str_add(out, _(", and a median wait of "));
		report_add_length(summary->compared.wait.median, out);
	}
	str_add(out, ".");
}

/* Above all: whose figures these are, where they are not the site's. */
static void say_scope(const struct summary *summary, struct str *out)
{
	if (summary->topic != NULL)
		str_addf(out, _("Only what is about \"%s\" is counted here."),
			 summary->topic);
	else if (summary->department != NULL)
		str_addf(out, _("Only what %s handles is counted here."),
			 summary->department);
	if (summary_is_part(summary))
		str_add(out, "\n");
}

static void say_remarks(const struct summary *summary, struct str *out)
{
	for (int i = 0; i < CLOSING_REMARKS; i++) {
		if (summary->closing.remarks[i] == NULL)
			continue;
		str_add(out, _("Remark: "));
		text_clean(summary->closing.remarks[i], false, out);
		str_add(out, "\n");
	}
}

static void say_closing(const struct summary *summary, struct str *out)
{
	if (summary->closing.at != NULL) {
		str_add(out, _("\nClosed on "));
		report_add_moment(summary->closing.at, out);
		str_add(out, _(" by "));
		text_clean(summary->closing.by, false, out);
		str_add(out, _(". What changes afterwards is shown as a "
			       "correction."));
		if (summary->visits.open > 0)
			str_addf(out,
				 ngettext(" Not everything was finished then: "
					  "%d visit was still open.",
					  " Not everything was finished then: "
					  "%d visits were still open.",
					  (unsigned long)summary->visits.open),
				 day_count(summary->visits.open));
	} else if (!summary->is_over) {
		str_add(out, _("\nNot everything is finished: these figures "
			       "may still change."));
	}
}

void summary_sentences(const struct summary *summary, struct str *out)
{
	say_remarks(summary, out);
	say_scope(summary, out);
	say_arrivals(summary, out);
	say_served(summary, out);
	say_busiest(summary, out);
	say_topics(summary, out);
	say_addressed(summary, out);
	say_waits(summary, out);
	say_compared(summary, out);
	day_say_requests(summary, out);
	day_say_voices(summary, out);
	say_closing(summary, out);
}
