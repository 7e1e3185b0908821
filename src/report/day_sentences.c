/*
 * day_sentences.c - the day in sentences that anybody can read in a minute
 */
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/day_lines.h"
#include "frontdesk/report/summary.h"

/* n as the int that a sentence takes; no day comes near the limit. */
static int count(int64_t n)
{
	return n > 1000000000 ? 1000000000 : (int)n;
}

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
	str_addf(out,
		 ngettext("%d person came to the counter",
			  "%d people came to the counter",
			  (unsigned long)counter),
		 count(counter));
	if (appointments > 0)
		str_addf(out, _(", %d by appointment"), count(appointments));
	if (calls > 0)
		str_addf(out, _("; %d telephoned"), count(calls));
	if (messages > 0)
		str_addf(out, _("; %d wrote"), count(messages));
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
		 count(all->served));
	if (all->left > 0) {
		str_addf(out, _(", %d left without being served"),
			 count(all->left));
		if (all->left_waiting > 0)
			str_addf(out, _(" (%d while waiting)"),
				 count(all->left_waiting));
	}
	if (all->open > 0)
		str_addf(out, _(", %d still open"), count(all->open));
	str_add(out, ".");
	if (all->entered_later > 0)
		str_addf(out,
			 ngettext(" %d was entered later.",
				  " %d were entered later.",
				  (unsigned long)all->entered_later),
			 count(all->entered_later));
	if (summary->carried_in > 0)
		str_addf(out,
			 ngettext(" %d more was carried in from earlier days.",
				  " %d more were carried in from earlier days.",
				  (unsigned long)summary->carried_in),
			 count(summary->carried_in));
}

static void say_addressed(const struct summary *summary, struct str *out)
{
	const struct visit_figures *all = &summary->visits;
	int64_t named = all->address_known + all->address_unknown;

	if (named == 0)
		return;
	str_add(out, _(" Visits with a name in which it was known how to "
		       "address everybody: "));
	report_add_ratio(all->address_known, named, out);
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
				  "Of %d timed waits half took at most ",
				  (unsigned long)wait->n),
			 count(wait->n));
		report_add_length(wait->median, out);
		if (wait->n > 1) {
			str_add(out, _("; the longest was "));
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
		str_addf(out, _(" Of %d timed services half took at most "),
			 count(summary->service.n));
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
		 ngettext("\nThe same weekday in the last four weeks (%d with "
			  "visits) brought %d.%d visits",
			  "\nThe same weekdays of the last four weeks (%d with "
			  "visits) brought %d.%d visits each",
			  (unsigned long)days),
		 count(days), count(tenths / 10), count(tenths % 10));
}

static void say_before(const struct summary *summary, struct str *out)
{
	int64_t arrived = summary->compared.arrived;
	char from[24], to[24];

	day_format(summary->compared.from, from);
	day_format(summary->compared.to, to);
	if (summary->compared.with == COMPARED_WEEK)
		str_add(out, _("\nThe week before"));
	else if (summary->compared.with == COMPARED_MONTH)
		str_add(out, _("\nThe month before"));
	else
		str_addf(out, _("\nThe %d days before"),
			 day_distance(summary->from, summary->to) + 1);
	str_addf(out,
		 ngettext(" (%s to %s) brought %d visit",
			  " (%s to %s) brought %d visits",
			  (unsigned long)arrived),
		 from, to, count(arrived));
	str_addf(out,
		 ngettext(" on %d day", " on %d days",
			  (unsigned long)summary->compared.days),
		 count(summary->compared.days));
}

static void say_compared(const struct summary *summary, struct str *out)
{
	if (summary->compared.days == 0)
		return;
	if (summary->compared.with == COMPARED_WEEKDAYS)
		say_weekdays(summary, out);
	else
		say_before(summary, out);
	if (summary->compared.wait.n > 0) {
		str_add(out, _("; half of their waits took at most "));
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

static void say_requests(const struct summary *summary, struct str *out)
{
	int64_t counter = summary->acknowledged_counter.received;
	int64_t message = summary->acknowledged_message.received;
	int64_t received = counter + message;

	if (received > 0) {
		str_addf(out,
			 ngettext("\n%d request was received; acknowledged "
				  "the same day: ",
				  "\n%d requests were received; acknowledged "
				  "the same day: ",
				  (unsigned long)received),
			 count(received));
		report_add_ratio(summary->acknowledged_counter.same_day,
				 counter, out);
	}
	if (message > 0) {
		str_add(out, _("; by message: "));
		report_add_ratio(summary->acknowledged_message.same_day,
				 message, out);
	}
	if (received > 0)
		str_add(out, ".");
	if (summary->first_contact_n > 0) {
		str_add(out, received > 0 ? " " : "\n");
		str_add(out, _("Settled at the first contact: "));
		report_add_ratio(summary->first_contact_resolved,
				 summary->first_contact_n, out);
		str_add(out, ".");
	}
}

static void add_knowledge(const struct summary *summary, struct str *out)
{
	if (summary->unanswered_open > 0)
		str_addf(out,
			 ngettext("\n%d question that nobody could answer "
				  "waits for its answer.",
				  "\n%d questions that nobody could answer "
				  "wait for their answers.",
				  (unsigned long)summary->unanswered_open),
			 count(summary->unanswered_open));
	if (summary->stale_cards > 0)
		str_addf(out,
			 ngettext("\n%d card of %d is stale.",
				  "\n%d cards of %d are stale.",
				  (unsigned long)summary->stale_cards),
			 count(summary->stale_cards),
			 count(summary->topic_cards));
}

static void add_promises(const struct summary *summary, struct str *out)
{
	int64_t fallen_due = summary_promises_fallen_due(summary);
	int64_t ahead = summary->promises_due - fallen_due;

	if (fallen_due > 0) {
		str_add(out, _("\nPromises kept of those that fell due: "));
		report_add_ratio(summary->promises_kept, fallen_due, out);
		str_addf(out, _("; %d missed."),
			 count(summary->promises_missed));
	}
	if (ahead > 0)
		str_addf(out,
			 ngettext("\n%d promise is not due yet at this hour.",
				  "\n%d promises are not due yet at this hour.",
				  (unsigned long)ahead),
			 count(ahead));
}

static void say_word(const struct summary *summary, struct str *out)
{
	int64_t refused = summary->results[RESULT_COULD_NOT];

	if (summary->handoffs_offered > 0)
		str_addf(out,
			 ngettext("\n%d hand-off was made: %d accepted, %d "
				  "returned, %d not yet answered.",
				  "\n%d hand-offs were made: %d accepted, %d "
				  "returned, %d not yet answered.",
				  (unsigned long)summary->handoffs_offered),
			 count(summary->handoffs_offered),
			 count(summary->handoffs_accepted),
			 count(summary->handoffs_returned),
			 count(summary->handoffs_pending));
	add_promises(summary, out);
	if (refused > 0)
		str_addf(out,
			 ngettext("\n%d time the answer was \"could not\"; it "
				  "is listed with what else there is.",
				  "\n%d times the answer was \"could not\"; "
				  "they are listed with what else there is.",
				  (unsigned long)refused),
			 count(refused));
	if (summary->concerns_recorded > 0)
		str_addf(out,
			 ngettext("\n%d concern was recorded; %d still open.",
				  "\n%d concerns were recorded; %d still open.",
				  (unsigned long)summary->concerns_recorded),
			 count(summary->concerns_recorded),
			 count(summary->concerns_open));
	if (summary->to_tell > 0)
		str_addf(out,
			 ngettext("\n%d result is still to be told.",
				  "\n%d results are still to be told.",
				  (unsigned long)summary->to_tell),
			 count(summary->to_tell));
	add_knowledge(summary, out);
}

static void say_feedback(const struct summary *summary, struct str *out)
{
	int64_t comments = (int64_t)summary->comments.count;

	if (summary->cards > 0)
		str_addf(out,
			 ngettext("\n%d comment card came back.",
				  "\n%d comment cards came back.",
				  (unsigned long)summary->cards),
			 count(summary->cards));
	if (comments > 0)
		str_addf(out,
			 summary->cards > 0
			     ? ngettext(" %d comment is listed.",
					" %d comments are listed.",
					(unsigned long)comments)
			     : ngettext("\n%d comment is listed.",
					"\n%d comments are listed.",
					(unsigned long)comments),
			 count(comments));
}

static void say_hour(int hour, struct str *out)
{
	str_addf(out, "%d %s", hour % 12 == 0 ? 12 : hour % 12,
		 hour % 24 < 12 ? _("am") : _("pm"));
}

static void say_busiest(const struct summary *summary, struct str *out)
{
	int busiest = 0;

	if (summary->visits.arrived == 0)
		return;
	for (int i = 1; i < 24; i++) {
		if (summary->hours[i] > summary->hours[busiest])
			busiest = i;
	}
	str_add(out, _("\nMost came from "));
	say_hour(busiest, out);
	str_add(out, _(" to "));
	say_hour(busiest + 1, out);
	str_addf(out, _(": %d."), count(summary->hours[busiest]));
	for (size_t i = 0; i < summary->topics.count && i < 3; i++) {
		str_add(out, i == 0 ? _(" Most asked for: ") : ", ");
		text_clean(summary->topics.items[i].name, false, out);
		str_addf(out, " (%d)", count(summary->topics.items[i].count));
	}
	if (summary->topics.count > 0)
		str_add(out, ".");
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
	say_addressed(summary, out);
	say_waits(summary, out);
	say_compared(summary, out);
	say_requests(summary, out);
	say_word(summary, out);
	say_feedback(summary, out);
	say_busiest(summary, out);
	say_closing(summary, out);
}
