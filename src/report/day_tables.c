/*
 * day_tables.c - visits, lengths and requests as tables
 */
#include <stdio.h>

#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/summary.h"

/* One figure of the visits, all channels and each apart. */
static void visit_row(const struct day_table *table, const char *label,
		      int64_t all, const int64_t apart[CHANNEL_COUNT])
{
	char numbers[CHANNEL_COUNT + 1][24];
	const char *values[CHANNEL_COUNT + 1];

	for (int i = 0; i <= CHANNEL_COUNT; i++) {
		snprintf(numbers[i], sizeof(numbers[i]), "%lld",
			 (long long)(i == 0 ? all : apart[i - 1]));
		values[i] = numbers[i];
	}
	day_table_cells(table, label, values);
}

#define VISIT_ROW(table, label, member)                                        \
	do {                                                                   \
		const struct visit_figures *by = (table)->summary->by_channel; \
		const int64_t apart[CHANNEL_COUNT] = {                         \
		    by[0].member, by[1].member, by[2].member, by[3].member};   \
		visit_row(table, label, (table)->summary->visits.member,       \
			  apart);                                              \
	} while (0)
_Static_assert(CHANNEL_COUNT == 4, "VISIT_ROW names every channel");

void day_table_visits(const struct day_table *table)
{
	const char *words[CHANNEL_COUNT + 1] = {_("All")};

	for (int i = 0; i < CHANNEL_COUNT; i++)
		words[i + 1] = channel_words((enum channel)i);
	day_table_heading(table, "%s", _("VISITS"));
	day_table_columns(table, &(struct day_columns){20, 6, 12, "", words,
						       CHANNEL_COUNT + 1});

	VISIT_ROW(table, _("Arrived"), arrived);
	VISIT_ROW(table, _("Served"), served);
	VISIT_ROW(table, _("Left"), left);
	VISIT_ROW(table, _("  while waiting"), left_waiting);
	VISIT_ROW(table, _("  after the call"), left_called);
	VISIT_ROW(table, _("  while served"), left_served);
	VISIT_ROW(table, _("Still open"), open);
	VISIT_ROW(table, _("Unnamed"), unnamed);
	VISIT_ROW(table, _("Entered later"), entered_later);
	day_table_ratio(table, _("How to address was known"),
			table->summary->visits.address_known,
			table->summary->visits.address_known +
			    table->summary->visits.address_unknown);
	day_table_number(table, _("Carried in from earlier days"),
			 table->summary->carried_in);
}

static void length_row(const struct day_table *table, const char *label,
		       const struct length_figures *lengths)
{
	const int64_t values[3] = {lengths->median, lengths->mean,
				   lengths->max};
	struct str texts[4] = {STR_INIT, STR_INIT, STR_INIT, STR_INIT};
	const char *cells[4];

	str_add_int(&texts[0], lengths->n);
	for (int i = 0; i < 3; i++) {
		if (lengths->n > 0)
			report_add_length(values[i], &texts[i + 1]);
		else
			str_add(&texts[i + 1], _("n/a"));
	}
	for (int i = 0; i < 4; i++)
		cells[i] = str_text(&texts[i]);
	day_table_cells(table, label, cells);
	for (int i = 0; i < 4; i++)
		str_release(&texts[i]);
}

/* The channels apart, where more than one has any. */
static void length_rows(const struct day_table *table, const char *label,
			const struct length_figures *all,
			const struct length_figures apart[CHANNEL_COUNT])
{
	struct str words = STR_INIT;

	length_row(table, label, all);
	for (int i = 0; i < CHANNEL_COUNT; i++) {
		if (apart[i].n == 0)
			continue;
		str_clear(&words);
		str_addf(&words, "  %s", channel_words((enum channel)i));
		length_row(table, str_text(&words), &apart[i]);
	}
	str_release(&words);
}

static void holds_by_reason(const struct day_table *table)
{
	const struct named_counts *holds = &table->summary->holds;
	struct str label = STR_INIT, value = STR_INIT;

	for (size_t i = 0; i < holds->count; i++) {
		str_clear(&label);
		str_clear(&value);
		str_add(&label, _("On hold: "));
		text_clean(holds->items[i].name, false, &label);
		str_add(&value, ", ");
		report_add_length(holds->items[i].length, &value);
		str_add(&value, _(" together"));
		day_table_row(table, str_text(&label), holds->items[i].count,
			      str_text(&value));
	}
	str_release(&label);
	str_release(&value);
}

void day_table_lengths(const struct day_table *table)
{
	const struct summary *summary = table->summary;
	static const char *const buckets[4] = {
	    N_("Waited under 5 min"), N_("Waited 5 to 20 min"),
	    N_("Waited 20 to 60 min"), N_("Waited 60 min and over")};
	const char *const words[4] = {_("n"), _("median"), _("mean"),
				      _("longest")};
	struct str text = STR_INIT;

	day_table_heading(table, "%s", _("WAIT AND SERVICE"));
	day_table_columns(table,
			  &(struct day_columns){26, 6, 15, "", words, 4});
	length_rows(table, _("Wait, arrival to call"), &summary->wait,
		    summary->wait_by_channel);
	length_rows(table, _("Service, without holds"), &summary->service,
		    summary->service_by_channel);
	length_row(table, _("Hold, each"), &summary->hold);
	for (int i = 0; i < 4; i++)
		day_table_part(table, _(buckets[i]), summary->wait_buckets[i],
			       summary->wait.n);
	if (summary->wait_target > 0) {
		str_add(&text, _("Called within "));
		report_add_length(summary->wait_target, &text);
	} else {
		str_add(&text, _("Called within what each site aims at"));
	}
	day_table_ratio(table, str_text(&text), summary->wait_within_target,
			summary->wait.n);
	day_table_number(table, _("Wait not timed"), summary->wait_not_timed);
	holds_by_reason(table);
	str_release(&text);
}

/* How many there are, then those of one, two, three, four and more. */
static void by_four(const struct day_table *table, const char *label, int64_t n,
		    const int64_t counts[4], const char *const labels[4])
{
	day_table_number(table, label, n);
	for (int i = 0; i < 4; i++)
		day_table_number(table, _(labels[i]), counts[i]);
}

static void closed_requests(const struct day_table *table)
{
	static const char *const contacts[4] = {
	    N_("  after 1 contact"), N_("  after 2 contacts"),
	    N_("  after 3 contacts"), N_("  after 4 contacts and more")};
	static const char *const touches[4] = {
	    N_("  by 1 of the staff"), N_("  by 2 of the staff"),
	    N_("  by 3 of the staff"), N_("  by 4 of the staff and more")};
	const struct summary *summary = table->summary;

	by_four(table, _("Closed, by visits and calls about it"),
		summary->contacts_n, summary->contacts, contacts);
	by_four(table, _("Closed, by how many staff acted"), summary->touches_n,
		summary->touches, touches);
}

static void promises(const struct day_table *table)
{
	const struct summary *summary = table->summary;

	day_table_heading(table, "%s", _("HAND-OFFS AND PROMISES"));
	day_table_number(table, _("Hand-offs offered"),
			 summary->handoffs_offered);
	day_table_number(table, _("  accepted"), summary->handoffs_accepted);
	day_table_number(table, _("  returned"), summary->handoffs_returned);
	day_table_number(table, _("  not yet answered"),
			 summary->handoffs_pending);
	if (summary->handoff_accept.n > 0) {
		struct str text = STR_INIT;

		report_add_length(summary->handoff_accept.median, &text);
		table->sink->row(table->state, _("  median time to accept"), "",
				 str_text(&text));
		str_release(&text);
	}
	day_table_ratio(table, _("Promises kept, of those kept or missed"),
			summary->promises_kept,
			summary_promises_fallen_due(summary));
	day_table_number(table, _("  missed"), summary->promises_missed);
	day_table_number(table, _("  not due yet at this hour"),
			 summary->promises_due -
			     summary_promises_fallen_due(summary));
	day_table_number(table, _("Promised anew in time"),
			 summary->promises_renewed);
	day_table_number(table, _("Withdrawn in time"),
			 summary->promises_withdrawn);
}

/* Visits that were entered or imported bring nobody to a window. */
static void windows(const struct day_table *table)
{
	const struct summary *summary = table->summary;
	const char *label = _("Windows opened with the briefing");

	if (summary_is_part(summary))
		return;
	if (summary->windows_opened > 0)
		day_table_ratio(table, label, summary->with_briefing,
				summary->windows_opened);
	else
		table->sink->row(table->state, label, _("n/a"),
				 _(", nobody signed in at a window"));
}

static void results(const struct day_table *table)
{
	const struct summary *summary = table->summary;
	int64_t all = 0;

	day_table_heading(table, "%s", _("RESULTS"));
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++)
		all += summary->results[i];
	for (int i = RESULT_NONE + 1; i < RESULT_COUNT; i++)
		day_table_part(table, result_words((enum result)i),
			       summary->results[i], all);
	day_table_number(table, _("Concerns recorded"),
			 summary->concerns_recorded);
	day_table_number(table, _("  their request still open"),
			 summary->concerns_open);
	day_table_number(table, _("Results still to tell"), summary->to_tell);
	day_table_ratio(table, _("Required questions asked"),
			summary->required_asked, summary->required_n);
	day_table_ratio(table, _("Topic cards stale"), summary->stale_cards,
			summary->topic_cards);
	day_table_number(table, _("Questions nobody could answer"),
			 summary->unanswered_noted);
	day_table_number(table, _("  answered"), summary->unanswered_answered);
	day_table_number(table, _("  still open"), summary->unanswered_open);
	windows(table);
}

void day_table_requests(const struct day_table *table)
{
	const struct summary *summary = table->summary;

	day_table_heading(table, "%s", _("REQUESTS"));
	day_table_number(table, _("Received, counter"),
			 summary->acknowledged_counter.received);
	day_table_number(table, _("Received, messages"),
			 summary->acknowledged_message.received);
	day_table_ratio(table, _("Acknowledged same day, counter"),
			summary->acknowledged_counter.same_day,
			summary->acknowledged_counter.received);
	day_table_ratio(table, _("Acknowledged same day, messages"),
			summary->acknowledged_message.same_day,
			summary->acknowledged_message.received);
	day_table_ratio(table, _("Settled at the first contact"),
			summary->first_contact_resolved,
			summary->first_contact_n);
	closed_requests(table);
	promises(table);
	results(table);
}
