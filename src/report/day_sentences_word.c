/*
 * day_sentences_word.c - in sentences, what was asked for, our word and what
 * people said
 */
#include "day_private.h"
#include "frontdesk/base/intl.h"
#include "frontdesk/report/summary.h"

int day_count(int64_t n)
{
	return n > 1000000000 ? 1000000000 : (int)n;
}

/* What belongs together is one paragraph. */
static void begin_sentence(bool *is_first, struct str *out)
{
	str_add(out, *is_first ? "\n" : " ");
	*is_first = false;
}

static void say_acknowledged(const struct summary *summary, struct str *out)
{
	int64_t counter = summary->acknowledged_counter.received;
	int64_t message = summary->acknowledged_message.received;

	str_addf(out,
		 ngettext("%d request was received",
			  "%d requests were received",
			  (unsigned long)(counter + message)),
		 day_count(counter + message));
	if (counter > 0) {
		str_add(out, message > 0
				 ? _("; acknowledged the same day at the "
				     "counter and on the telephone: ")
				 : _("; acknowledged the same day: "));
		report_add_ratio(summary->acknowledged_counter.same_day,
				 counter, out);
	}
	if (message > 0) {
		str_add(out, counter > 0 ? _("; by message: ")
					 : _(" by message; acknowledged the "
					     "same day: "));
		report_add_ratio(summary->acknowledged_message.same_day,
				 message, out);
	}
	str_add(out, ".");
}

static void say_received(const struct summary *summary, struct str *out)
{
	bool is_first = true;

	if (summary->acknowledged_counter.received > 0 ||
	    summary->acknowledged_message.received > 0) {
		begin_sentence(&is_first, out);
		say_acknowledged(summary, out);
	}
	if (summary->first_contact_n > 0) {
		begin_sentence(&is_first, out);
		str_add(out, _("Settled at the first contact: "));
		report_add_ratio(summary->first_contact_resolved,
				 summary->first_contact_n, out);
		str_add(out, ".");
	}
	if (summary->handoffs_offered > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d hand-off was made: %d accepted, %d "
				  "returned, %d not yet answered.",
				  "%d hand-offs were made: %d accepted, %d "
				  "returned, %d not yet answered.",
				  (unsigned long)summary->handoffs_offered),
			 day_count(summary->handoffs_offered),
			 day_count(summary->handoffs_accepted),
			 day_count(summary->handoffs_returned),
			 day_count(summary->handoffs_pending));
	}
}

/* Also those that were done before they fell due are kept. */
static void say_promises(const struct summary *summary, struct str *out)
{
	int64_t settled = summary_promises_fallen_due(summary);
	int64_t ahead = summary->promises_due - settled;

	if (settled > 0) {
		str_add(out, _("\nPromises kept: "));
		report_add_ratio(summary->promises_kept, settled, out);
		str_addf(out, _("; %d missed"),
			 day_count(summary->promises_missed));
		if (ahead > 0)
			str_addf(out,
				 ngettext("; %d more is not due yet",
					  "; %d more are not due yet",
					  (unsigned long)ahead),
				 day_count(ahead));
		str_add(out, ".");
	} else if (ahead > 0) {
		str_addf(out,
			 ngettext("\n%d promise is not due yet.",
				  "\n%d promises are not due yet.",
				  (unsigned long)ahead),
			 day_count(ahead));
	}
}

static void say_left(const struct summary *summary, struct str *out)
{
	int64_t refused = summary->results[RESULT_COULD_NOT];
	bool is_first = true;

	if (refused > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d time the answer was \"could not\"; it "
				  "is listed below with what else there is.",
				  "%d times the answer was \"could not\"; "
				  "they are listed below with what else there "
				  "is.",
				  (unsigned long)refused),
			 day_count(refused));
	}
	if (summary->concerns_recorded > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d concern was recorded; %d still open.",
				  "%d concerns were recorded; %d still open.",
				  (unsigned long)summary->concerns_recorded),
			 day_count(summary->concerns_recorded),
			 day_count(summary->concerns_open));
	}
	if (summary->to_tell > 0) {
		begin_sentence(&is_first, out);
		str_addf(
		    out,
		    ngettext("%d visitor is still to be told a result.",
			     "%d results are still to be told to visitors.",
			     (unsigned long)summary->to_tell),
		    day_count(summary->to_tell));
	}
}

static void say_knowledge(const struct summary *summary, struct str *out)
{
	bool is_first = true;

	if (summary->unanswered_open > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d question that nobody could answer "
				  "waits for its answer.",
				  "%d questions that nobody could answer "
				  "wait for their answers.",
				  (unsigned long)summary->unanswered_open),
			 day_count(summary->unanswered_open));
	}
	if (summary->stale_cards > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("What we say about %d topic of %d is to be "
				  "verified again.",
				  "What we say about %d topics of %d is to be "
				  "verified again.",
				  (unsigned long)summary->stale_cards),
			 day_count(summary->stale_cards),
			 day_count(summary->topic_cards));
	}
}

void day_say_requests(const struct summary *summary, struct str *out)
{
	say_received(summary, out);
	say_promises(summary, out);
	say_left(summary, out);
	say_knowledge(summary, out);
}

void day_say_voices(const struct summary *summary, struct str *out)
{
	int64_t comments = (int64_t)summary->comments.count;
	bool is_first = true;

	if (summary->cards > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d comment card came back.",
				  "%d comment cards came back.",
				  (unsigned long)summary->cards),
			 day_count(summary->cards));
	}
	if (comments > 0) {
		begin_sentence(&is_first, out);
		str_addf(out,
			 ngettext("%d comment is listed below.",
				  "%d comments are listed below.",
				  (unsigned long)comments),
			 day_count(comments));
	}
}
