/* The figures of the day, line by line, and what each number opens. */
#include "day_sheet.h"
#include "frontdesk/report/summary.h"

#define PUT(sheet, label, template, ...)                                       \
	day_sheet_put(sheet, label, template,                                  \
		      (const struct day_given[]){__VA_ARGS__},                 \
		      sizeof((const struct day_given[]){__VA_ARGS__}) /        \
			  sizeof(struct day_given))
#define OF(n, figure)                                                          \
	(struct day_given)                                                     \
	{                                                                      \
		n, figure, 0                                                   \
	}
#define PART(n, figure, part)                                                  \
	(struct day_given)                                                     \
	{                                                                      \
		n, figure, part                                                \
	}

static void add_rule(struct day_sheet *sheet, const char *label)
{
	day_sheet_add(sheet, DAY_LINE_RULE, label, "");
}

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
	PUT(sheet, label, str_text(&text), OF(length->n, figure));
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

	add_rule(sheet, _("VISITS"));
	PUT(sheet, _("Arrived"), _("#, unnamed #"),
	    OF(all->arrived, DAY_ARRIVED), OF(all->unnamed, DAY_UNNAMED));
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
	    OF(all->address_known + all->address_unknown, DAY_NOTHING));
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

static void add_times(struct day_sheet *sheet, const struct summary *day)
{
	static const char *const names[] = {N_("Under 5 min"), N_("5 to 20"),
					    N_("20 to 60"), N_("60 and over")};
	struct str target = STR_INIT;

	add_rule(sheet, _("WAIT AND SERVICE"));
	add_length(sheet, _("Wait"), &day->wait, DAY_WAITED);
	for (int i = 0; i < 4; i++)
		PUT(sheet, _(names[i]), "#",
		    PART(day->wait_buckets[i], DAY_WAIT, i));
	day_sheet_put_share(sheet, _("Within target"),
			    PART(day->wait_within_target,
				 day->wait_target ? DAY_WITHIN : DAY_NOTHING,
				 day->wait_target),
			    OF(day->wait.n, DAY_NOTHING));
	if (day->wait_target) {
		str_add(&target, _("target "));
		report_add_length(day->wait_target, &target);
		day_sheet_add(sheet, DAY_LINE_FIGURE, "", str_text(&target));
	}
	PUT(sheet, _("Not timed"), "#", OF(day->wait_not_timed, DAY_NOT_TIMED));
	add_length(sheet, _("Service"), &day->service, DAY_SERVICE);
	add_length(sheet, _("On hold"), &day->hold, DAY_HOLD);
	str_release(&target);
}

static void add_received(struct day_sheet *sheet, const struct summary *day)
{
	add_rule(sheet, _("REQUESTS"));
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
	if (!summary_is_part(day))
		day_sheet_put_share(sheet, _("With briefing"),
				    OF(day->with_briefing, DAY_NOTHING),
				    OF(day->windows_opened, DAY_NOTHING));
}

static void add_passing(struct day_sheet *sheet, const struct summary *day)
{
	int64_t fallen_due = summary_promises_fallen_due(day);

	add_rule(sheet, _("HAND-OFFS AND PROMISES"));
	PUT(sheet, _("Hand-offs"), _("#, accepted #, returned #"),
	    OF(day->handoffs_offered, DAY_OFFERED),
	    OF(day->handoffs_accepted, DAY_ACCEPTED),
	    OF(day->handoffs_returned, DAY_RETURNED));
	PUT(sheet, "", _("pending #"), OF(day->handoffs_pending, DAY_PENDING));
	add_length(sheet, _("Time to accept"), &day->handoff_accept,
		   DAY_ACCEPTED);
	day_sheet_put_share(sheet, _("Promises kept"),
			    OF(day->promises_kept, DAY_KEPT),
			    OF(fallen_due, DAY_NOTHING));
	PUT(sheet, "", _("due # in all, not yet #"),
	    OF(day->promises_due, DAY_DUE),
	    OF(day->promises_due - fallen_due, DAY_NOTHING));
	PUT(sheet, "", _("missed #, anew #, withdrawn #"),
	    OF(day->promises_missed, DAY_MISSED),
	    OF(day->promises_renewed, DAY_RENEWED),
	    OF(day->promises_withdrawn, DAY_WITHDRAWN));
}

static void add_voices(struct day_sheet *sheet, const struct summary *day)
{
	add_rule(sheet, _("WHAT THE CITY HEARD AND KNOWS"));
	PUT(sheet, _("Cards"), _("#, said aloud #"), OF(day->cards, DAY_CARDS),
	    OF(day->said, DAY_SAID));
	PUT(sheet, _("Comments"), "#",
	    OF((int64_t)day->comments.count, DAY_COMMENTS));
	if (!summary_is_part(day)) {
		PUT(sheet, _("Ideas"), _("new #, answered #"),
		    OF(day->ideas_new, DAY_IDEAS_NEW),
		    OF(day->ideas_answered, DAY_IDEAS_ANSWERED));
		PUT(sheet, "", _("taken up #, not now #, done #"),
		    PART(day->ideas_by_decision[IDEA_TAKEN_UP],
			 DAY_IDEAS_DECIDED, IDEA_TAKEN_UP),
		    PART(day->ideas_by_decision[IDEA_NOT_NOW],
			 DAY_IDEAS_DECIDED, IDEA_NOT_NOW),
		    PART(day->ideas_by_decision[IDEA_DONE], DAY_IDEAS_DECIDED,
			 IDEA_DONE));
		PUT(sheet, _("Thanks"), _("#, from visitors #"),
		    OF(day->thanks, DAY_THANKS),
		    OF(day->thanks_of_visitors, DAY_THANKS_OF_VISITORS));
	}
	PUT(sheet, _("Unanswered"), _("noted #, answered #, open #"),
	    OF(day->unanswered_noted, DAY_NOTED),
	    OF(day->unanswered_answered, DAY_ANSWERED),
	    OF(day->unanswered_open, DAY_UNANSWERED));
	day_sheet_put_share(sheet, _("Cards stale"),
			    OF(day->stale_cards, DAY_STALE),
			    OF(day->topic_cards, DAY_NOTHING));
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
		add_rule(sheet, _("CHANGED SINCE IT WAS CLOSED"));
		day_sheet_add(sheet, DAY_LINE_WORDS, "", str_text(&count));
		day_sheet_add_number(sheet,
				     &(struct day_behind){DAY_NOTHING, 1, ""},
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
	add_received(sheet, day);
	add_results(sheet, day);
	add_passing(sheet, day);
	day_add_weeks(state, sheet);
	add_voices(sheet, day);
}
