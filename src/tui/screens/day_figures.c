/* The figures of the day, line by line, and what each number opens. */
#include "day_sheet.h"
#include "frontdesk/report/summary.h"

static void add_length(struct day_sheet *sheet, const char *label,
		       const struct length_figures *length,
		       enum day_figure figure)
{
	struct str text = STR_INIT;

	if (length->n == 0) {
		day_sheet_add(sheet, DAY_LINE_FIGURE, label, _("n/a (0)"));
		return;
	}
	str_add(&text, _("median "));
	report_add_length(length->median, &text);
	str_add(&text, _(" (of #)"));
	PUT(sheet, label, str_text(&text),
	    (struct day_given){length->n, figure, 0, NULL, ""});
	str_clear(&text);
	str_add(&text, _("mean "));
	report_add_length(length->mean, &text);
	day_sheet_add(sheet, DAY_LINE_FIGURE, "", str_text(&text));
	str_clear(&text);
	str_add(&text, _("longest "));
	report_add_length(length->max, &text);
	day_sheet_add(sheet, DAY_LINE_FIGURE, "", str_text(&text));
	str_release(&text);
}

static void add_visits(struct day_sheet *sheet, const struct summary *day)
{
	const struct visit_figures *all = &day->visits;

	day_sheet_rule(sheet, _("VISITS"));
	PUT(sheet, _("Arrived"), _("#, unnamed #"),
	    OF(all->arrived, DAY_ARRIVED), OF(all->unnamed, DAY_UNNAMED));
	/* A place to stop at, so that a day without anybody is read from its
	 * beginning. */
	if (all->arrived == 0)
		day_sheet_add_number(sheet, &(struct day_behind){0}, 0, 0);
	for (int c = 0; c < CHANNEL_COUNT; c++) {
		struct str words = STR_INIT;

		str_addf(&words, "%s #", channel_words(c));
		if (day->by_channel[c].arrived)
			PUT(sheet, "", str_text(&words),
			    PART(day->by_channel[c].arrived, DAY_CHANNEL, c));
		str_release(&words);
	}
	day_sheet_put_share(
	    sheet, _("Address known"),
	    OF(all->address_known, DAY_ADDRESS_KNOWN),
	    OF(all->address_known + all->address_unknown, DAY_NAMED));
	if (all->address_unknown)
		PUT(sheet, "", _("not known #"),
		    OF(all->address_unknown, DAY_ADDRESS_UNKNOWN));
	PUT(sheet, _("Served"), "#", OF(all->served, DAY_SERVED));
	PUT(sheet, _("Left"), "#", OF(all->left, DAY_LEFT));
	if (all->left)
		PUT(sheet, "", _("waiting #, called #, served #"),
		    OF(all->left_waiting, DAY_LEFT_WAITING),
		    OF(all->left_called, DAY_LEFT_CALLED),
		    OF(all->left_served, DAY_LEFT_SERVED));
	PUT(sheet, _("Open"), _("#, carried in #"), OF(all->open, DAY_OPEN),
	    OF(day->carried_in, DAY_CARRIED_IN));
	if (all->entered_later)
		PUT(sheet, _("Entered later"), "#",
		    OF(all->entered_later, DAY_ENTERED_LATER));
}

/* Below all of them, by reason: how many, and how long together. */
static void add_holds(struct day_sheet *sheet, const struct named_counts *holds)
{
	for (size_t i = 0; i < holds->count; i++) {
		const struct named_count *hold = &holds->items[i];
		struct str text = STR_INIT;

		str_add(&text, "#, ");
		report_add_length(hold->length, &text);
		str_add(&text, _(" together"));
		PUT(sheet, hold->name, str_text(&text),
		    (struct day_given){hold->count, DAY_HOLD_REASON, 0,
				       hold->name, ""});
		str_release(&text);
	}
}

static void add_times(struct day_sheet *sheet, const struct summary *day)
{
	static const char *const names[] = {
	    N_("Under 5 min"), N_("5 to 20 min"), N_("20 to 60 min"),
	    N_("60 min or more")};
	struct str target = STR_INIT;

	day_sheet_rule(sheet, _("WAIT AND SERVICE"));
	add_length(sheet, _("Wait"), &day->wait, DAY_WAITED);
	for (int i = 0; i < 4; i++)
		PUT(sheet, _(names[i]), "#",
		    PART(day->wait_buckets[i], DAY_WAIT, i));
	day_sheet_put_share(sheet, _("Within target"),
			    PART(day->wait_within_target,
				 day->wait_target ? DAY_WITHIN : DAY_NOTHING,
				 day->wait_target),
			    OF(day->wait.n, DAY_WAITED));
	if (day->wait_target) {
		str_add(&target, _("target "));
		report_add_length(day->wait_target, &target);
		day_sheet_add(sheet, DAY_LINE_FIGURE, "", str_text(&target));
	}
	PUT(sheet, _("Not timed"), "#", OF(day->wait_not_timed, DAY_NOT_TIMED));
	add_length(sheet, _("Service"), &day->service, DAY_SERVICE);
	add_length(sheet, _("On hold"), &day->hold, DAY_HOLD);
	add_holds(sheet, &day->holds);
	str_release(&target);
}

static void add_median(struct day_sheet *sheet, const char *label,
		       const char *words, const struct length_figures *length,
		       struct day_given given)
{
	struct str text = STR_INIT;

	str_addf(&text, "%s ", words);
	report_add_length(length->median, &text);
	str_add(&text, _(" (of #)"));
	given.n = length->n;
	given.words = words;
	PUT(sheet, label, str_text(&text), given);
	str_release(&text);
}

/* Where all of them came by one channel it would say the same again. */
static bool has_channels(const struct summary *day)
{
	int count = 0;

	for (int c = 0; c < CHANNEL_COUNT; c++)
		count += day->wait_by_channel[c].n > 0 ||
			 day->service_by_channel[c].n > 0;
	return count > 1;
}

static void add_channels(struct day_sheet *sheet, const struct summary *day)
{
	if (!has_channels(day))
		return;
	day_sheet_rule(sheet, _("MEDIANS BY CHANNEL"));
	for (int c = 0; c < CHANNEL_COUNT; c++) {
		const struct length_figures *wait = &day->wait_by_channel[c],
					    *service =
						&day->service_by_channel[c];

		if (wait->n > 0)
			add_median(sheet, channel_words(c), _("wait"), wait,
				   PART(0, DAY_WAITED_BY, c));
		if (service->n > 0)
			add_median(sheet, wait->n > 0 ? "" : channel_words(c),
				   _("service"), service,
				   PART(0, DAY_SERVICE_BY, c));
	}
}

static void add_received(struct day_sheet *sheet, const struct summary *day)
{
	day_sheet_rule(sheet, _("REQUESTS"));
	day_sheet_put_share(
	    sheet, _("Acknowledged"),
	    OF(day->acknowledged_counter.same_day, DAY_COUNTER_SAME),
	    OF(day->acknowledged_counter.received, DAY_COUNTER));
	day_sheet_put_share(
	    sheet, _("by message"),
	    OF(day->acknowledged_message.same_day, DAY_MESSAGE_SAME),
	    OF(day->acknowledged_message.received, DAY_MESSAGE));
	PUT(sheet, _("Not that day"), "#",
	    OF((int64_t)day->not_acknowledged.count, DAY_NOT_ACKNOWLEDGED));
	day_sheet_put_share(sheet, _("First contact"),
			    OF(day->first_contact_resolved, DAY_FIRST_RESOLVED),
			    OF(day->first_contact_n, DAY_FIRST));
	PUT(sheet, _("Closed"), "#", OF(day->contacts_n, DAY_CLOSED));
	PUT(sheet, _("Contacts"), _("1: #, 2: #, 3: #, 4+: #"),
	    PART(day->contacts[0], DAY_CONTACTS, 1),
	    PART(day->contacts[1], DAY_CONTACTS, 2),
	    PART(day->contacts[2], DAY_CONTACTS, 3),
	    PART(day->contacts[3], DAY_CONTACTS, 4));
	PUT(sheet, _("Staff involved"), _("1: #, 2: #, 3: #, 4+: #"),
	    PART(day->touches[0], DAY_TOUCHES, 1),
	    PART(day->touches[1], DAY_TOUCHES, 2),
	    PART(day->touches[2], DAY_TOUCHES, 3),
	    PART(day->touches[3], DAY_TOUCHES, 4));
	PUT(sheet, _("Two hops"), "#",
	    OF((int64_t)day->two_hops.count, DAY_TWO_HOPS));
}

static void add_results(struct day_sheet *sheet, const struct summary *day)
{
	for (int r = RESULT_NONE + 1; r < RESULT_COUNT; r++) {
		struct str words = STR_INIT;

		str_addf(&words, "%s #", result_words(r));
		PUT(sheet, r == RESULT_NONE + 1 ? _("Results") : "",
		    str_text(&words), PART(day->results[r], DAY_RESULT, r));
		str_release(&words);
	}
	PUT(sheet, _("Concerns"), _("#, open #"),
	    OF(day->concerns_recorded, DAY_CONCERNS),
	    OF(day->concerns_open, DAY_CONCERNS_OPEN));
	PUT(sheet, _("To tell"), "#", OF(day->to_tell, DAY_TO_TELL));
	day_sheet_put_share(sheet, _("Required asked"),
			    OF(day->required_asked, DAY_NOTHING),
			    OF(day->required_n, DAY_NOTHING));
	if (!summary_is_part(day))
		day_sheet_put_share(sheet, _("With briefing"),
				    OF(day->with_briefing, DAY_NOTHING),
				    OF(day->windows_opened, DAY_NOTHING));
}

static void add_passing(struct day_sheet *sheet, const struct summary *day)
{
	int64_t fallen_due = summary_promises_fallen_due(day);

	day_sheet_rule(sheet, _("HAND-OFFS AND PROMISES"));
	PUT(sheet, _("Hand-offs"), _("#, accepted #, returned #"),
	    OF(day->handoffs_offered, DAY_OFFERED),
	    OF(day->handoffs_accepted, DAY_ACCEPTED),
	    OF(day->handoffs_returned, DAY_RETURNED));
	PUT(sheet, "", _("pending #"), OF(day->handoffs_pending, DAY_PENDING));
	add_length(sheet, _("Time to accept"), &day->handoff_accept,
		   DAY_ACCEPTED);
	day_sheet_put_share(sheet, _("Promises kept"),
			    OF(day->promises_kept, DAY_KEPT),
			    OF(fallen_due, DAY_FALLEN_DUE));
	PUT(sheet, "", _("due # in all, not yet #"),
	    OF(day->promises_due, DAY_DUE),
	    OF(day->promises_due - fallen_due, DAY_NOT_YET));
	PUT(sheet, "", _("missed #, anew #, withdrawn #"),
	    OF(day->promises_missed, DAY_MISSED),
	    OF(day->promises_renewed, DAY_RENEWED),
	    OF(day->promises_withdrawn, DAY_WITHDRAWN));
}

/* That something changed since the day was closed, before the figures as they
 * are; Enter opens it. */
static void add_changes(struct day_sheet *sheet,
			const struct corrections *changed)
{
	struct corrections figures = *changed;
	struct str count = STR_INIT;

	figures.later_remarks = 0; /* they stand above */
	corrections_add_count(&figures, &count);
	if (count.len > 0) {
		day_sheet_rule(sheet, _("CHANGED SINCE IT WAS CLOSED"));
		day_sheet_add(sheet, DAY_LINE_WORDS, "", str_text(&count));
		day_sheet_add_number(
		    sheet, &(struct day_behind){DAY_NOTHING, DAY_CHANGES, ""},
		    0, 0);
	}
	str_release(&count);
}

void day_add_figures(const struct day_screen *state, struct day_sheet *sheet)
{
	const struct summary *day = &state->summary;

	add_changes(sheet, &state->changed);
	add_visits(sheet, day);
	add_times(sheet, day);
	add_channels(sheet, day);
	add_received(sheet, day);
	add_results(sheet, day);
	add_passing(sheet, day);
	day_add_weeks(state, sheet);
	day_add_voices(day, sheet);
}
