/*
 * corrections_words.c - a correction as the paper names its figure
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frontdesk/base/intl.h"
#include "frontdesk/base/mem.h"
#include "frontdesk/base/text.h"
#include "frontdesk/report/corrections.h"
#include "frontdesk/report/summary.h"

/* The key is without the channel and without the name of a list's member, which
 * follows the words; what of the member it is follows that. */
static const struct {
	const char *figure, *key, *words, *of_member;
} named[] = {
    {"visits", "arrived", N_("Arrived"), NULL},
    {"visits", "served", N_("Served"), NULL},
    {"visits", "left", N_("Left"), NULL},
    {"visits", "open", N_("Still open"), NULL},
    {"visits", "left_while.waiting", N_("Left while waiting"), NULL},
    {"visits", "left_while.called", N_("Left after the call"), NULL},
    {"visits", "left_while.served", N_("Left while served"), NULL},
    {"visits", "unnamed", N_("Unnamed"), NULL},
    {"visits", "entered_later", N_("Entered later"), NULL},
    {"visits", "address_known.n", N_("Named, and over"), NULL},
    {"visits", "address_known.count", N_("How to address was known"), NULL},
    {"visits", "carried_in", N_("Carried in from earlier days"), NULL},
    {"wait", "n", N_("Waits counted"), NULL},
    {"wait", "median_ms", N_("Wait, arrival to call, median"), NULL},
    {"wait", "mean_ms", N_("Wait, arrival to call, mean"), NULL},
    {"wait", "max_ms", N_("Wait, arrival to call, longest"), NULL},
    {"wait", "buckets.under_5_min", N_("Waited under 5 min"), NULL},
    {"wait", "buckets.5_to_20_min", N_("Waited 5 to 20 min"), NULL},
    {"wait", "buckets.20_to_60_min", N_("Waited 20 to 60 min"), NULL},
    {"wait", "buckets.60_min_and_over", N_("Waited 60 min and over"), NULL},
    {"wait", "within_target.n", N_("Called"), NULL},
    {"wait", "within_target.count", N_("Called within the target"), NULL},
    {"wait", "not_timed", N_("Wait not timed"), NULL},
    {"service", "n", N_("Services counted"), NULL},
    {"service", "median_ms", N_("Service, without holds, median"), NULL},
    {"service", "mean_ms", N_("Service, without holds, mean"), NULL},
    {"service", "max_ms", N_("Service, without holds, longest"), NULL},
    {"hold", "n", N_("Holds counted"), NULL},
    {"hold", "median_ms", N_("Hold, each, median"), NULL},
    {"hold", "mean_ms", N_("Hold, each, mean"), NULL},
    {"hold", "max_ms", N_("Hold, each, longest"), NULL},
    {"hold", "by_reason.n", N_("On hold"), NULL},
    {"hold", "by_reason.total_ms", N_("On hold"), N_("together")},
    {"acknowledged", "counter.n", N_("Received at the counter"), NULL},
    {"acknowledged", "counter.count", N_("Acknowledged same day, counter"),
     NULL},
    {"acknowledged", "message.n", N_("Received by message"), NULL},
    {"acknowledged", "message.count", N_("Acknowledged same day, messages"),
     NULL},
    {"acknowledged", "not_acknowledged", N_("Not acknowledged that day"), NULL},
    {"acknowledged", "not_acknowledged.acknowledged_on",
     N_("Not acknowledged that day"), N_("acknowledged after all")},
    {"first_contact", "n", N_("Received in a first contact"), NULL},
    {"first_contact", "count", N_("Settled at the first contact"), NULL},
    {"contacts", "n", N_("Closed"), NULL},
    {"contacts", "1", N_("Closed after 1 contact"), NULL},
    {"contacts", "2", N_("Closed after 2 contacts"), NULL},
    {"contacts", "3", N_("Closed after 3 contacts"), NULL},
    {"contacts", "4_and_more", N_("Closed after 4 contacts and more"), NULL},
    {"touches", "n", N_("Closed, by staff who acted"), NULL},
    {"touches", "1", N_("Closed, staff who acted 1"), NULL},
    {"touches", "2", N_("Closed, staff who acted 2"), NULL},
    {"touches", "3", N_("Closed, staff who acted 3"), NULL},
    {"touches", "4_and_more", N_("Closed, staff who acted 4 and more"), NULL},
    {"touches", "two_hops", N_("Two hops or more"), NULL},
    {"touches", "two_hops.hops", N_("Two hops or more"), N_("hops")},
    {"handoffs", "offered", N_("Hand-offs offered"), NULL},
    {"handoffs", "accepted", N_("Hand-offs accepted"), NULL},
    {"handoffs", "returned", N_("Hand-offs returned"), NULL},
    {"handoffs", "pending", N_("Hand-offs not yet answered"), NULL},
    {"handoffs", "accept.n", N_("Times to accept counted"), NULL},
    {"handoffs", "accept.median_ms", N_("Time to accept, median"), NULL},
    {"handoffs", "accept.mean_ms", N_("Time to accept, mean"), NULL},
    {"handoffs", "accept.max_ms", N_("Time to accept, longest"), NULL},
    {"promises", "due", N_("Promises due"), NULL},
    {"promises", "kept.n", N_("Promises that fell due"), NULL},
    {"promises", "kept.count", N_("Promises kept"), NULL},
    {"promises", "missed", N_("Promises missed"), NULL},
    {"promises", "not_due_yet", N_("Promises not due yet"), NULL},
    {"promises", "renewed", N_("Promised anew in time"), NULL},
    {"promises", "withdrawn", N_("Withdrawn in time"), NULL},
    {"could_not", "n", N_("Could not"), NULL},
    {"could_not", "listed", N_("Could not"), NULL},
    {"could_not", "listed.reason", N_("Could not"), N_("reason")},
    {"could_not", "listed.tried", N_("Could not"), N_("tried")},
    {"could_not", "listed.alternative", N_("Could not"), N_("alternative")},
    {"could_not", "listed.appeal", N_("Could not"), N_("how to appeal")},
    {"concerns", "recorded", N_("Concerns recorded"), NULL},
    {"concerns", "open", N_("Concerns, their request still open"), NULL},
    {"concerns", "to_tell", N_("Results still to tell"), NULL},
    {"windows", "opened_with_briefing.n", N_("Windows opened"), NULL},
    {"windows", "opened_with_briefing.count",
     N_("Windows opened with the briefing"), NULL},
    {"feedback", "cards", N_("Comment cards that came back"), NULL},
    {"feedback", "comments", N_("Comments, on cards and aloud"), NULL},
    {"feedback", "said_aloud", N_("Comments said aloud"), NULL},
    {"feedback", "listed", N_("Comment"), NULL},
    {"ideas", "new", N_("Ideas, new"), NULL},
    {"ideas", "decided", N_("Ideas, decided"), NULL},
    {"ideas", "answered", N_("Ideas, answer read by the author"), NULL},
    {"thanks", "recorded", N_("Thanks to colleagues"), NULL},
    {"thanks", "from_visitors", N_("Thanks from visitors"), NULL},
    {"knowledge", "cards", N_("Topic cards"), NULL},
    {"knowledge", "stale_cards", N_("Topic cards stale"), NULL},
    {"knowledge", "required_asked.n", N_("Required questions"), NULL},
    {"knowledge", "required_asked.count", N_("Required questions asked"), NULL},
    {"knowledge", "unanswered.noted", N_("Questions nobody could answer"),
     NULL},
    {"knowledge", "unanswered.answered",
     N_("Questions nobody could answer, answered"), NULL},
    {"knowledge", "unanswered.open",
     N_("Questions nobody could answer, still open"), NULL},
    {"topics", "requests", N_("Requests by topic"), NULL},
};

struct part {
	struct str key;
	char *member;	  /* or NULL */
	char channel[16]; /* or "" */
};

static void part_release(struct part *part)
{
	str_release(&part->key);
	free(part->member);
}

static struct part read_part(const struct correction *correction)
{
	static const char by_channel[] = "by_channel.";
	const char *text = correction->part;
	struct part part = {.key = STR_INIT};

	if (strncmp(text, by_channel, strlen(by_channel)) == 0) {
		size_t len;

		text += strlen(by_channel);
		len = strcspn(text, ".");
		snprintf(part.channel, sizeof(part.channel), "%.*s", (int)len,
			 text);
		text += text[len] == '.' ? len + 1 : len;
	}
	if (correction->member_len == 0) {
		str_add(&part.key, text);
		return part;
	}
	part.member = mem_copy_n(correction->part + correction->member_at,
				 correction->member_len);
	str_add_n(&part.key, correction->part, correction->member_at);
	text =
	    correction->part + correction->member_at + correction->member_len;
	/* "listed." and ".reason", or "listed." alone */
	if (*text == '.')
		str_add(&part.key, text + 1);
	else if (part.key.len > 0)
		str_cut(&part.key, part.key.len - 1);
	return part;
}

static void add_named(const struct correction *correction,
		      const struct part *part, struct str *out)
{
	for (size_t i = 0; i < MEM_COUNT(named); i++) {
		if (!str_same(named[i].figure, correction->figure) ||
		    !str_same(named[i].key, str_text(&part->key)))
			continue;
		str_add(out, _(named[i].words));
		if (part->member != NULL) {
			str_add(out, ", ");
			text_clean(part->member, false, out);
		}
		if (named[i].of_member != NULL)
			str_addf(out, ", %s", _(named[i].of_member));
		return;
	}
	str_addf(out, "%s %s", correction->figure, correction->part);
}

/* "Arrivals from 4 pm" */
static void add_hour(const char *key, struct str *out)
{
	int hour = atoi(key);

	str_addf(out, _("Arrivals from %d %s"), hour % 12 == 0 ? 12 : hour % 12,
		 hour < 12 ? _("am") : _("pm"));
}

static bool is_question(const struct part *part)
{
	int number = part->member == NULL ? 0 : atoi(part->member);

	return number > 0 && number <= CARD_QUESTIONS;
}

/* "Comment cards, ease, answered 5" */
static void add_mark(const struct part *part, struct str *out)
{
	enum card_question question =
	    (enum card_question)(atoi(part->member) - 1);
	const char *mark = strrchr(str_text(&part->key), '.');

	str_addf(out, _("Comment cards, %s, answered %s"),
		 card_question_words(question), mark == NULL ? "" : mark + 1);
}

static void add_of_value(const struct correction *correction,
			 const struct part *part, struct str *out)
{
	const char *key = str_text(&part->key);
	struct error unused = {0};
	enum idea_state state;
	enum result result;

	if (str_same(correction->figure, "hours")) {
		add_hour(key, out);
	} else if (str_same(correction->figure, "results") &&
		   result_parse(key, &result, &unused)) {
		str_addf(out, _("Results, %s"), result_words(result));
	} else if (str_same(correction->figure, "feedback") &&
		   is_question(part) && strncmp(key, "questions.", 10) == 0) {
		add_mark(part, out);
	} else if (strncmp(key, "decisions.", 10) == 0 &&
		   idea_state_parse(key + 10, &state, &unused)) {
		str_addf(out, _("Ideas, %s"), idea_state_words(state));
	} else {
		add_named(correction, part, out);
	}
}

static void add_channel(const struct part *part, struct str *out)
{
	struct error unused = {0};
	enum channel channel;

	if (part->channel[0] != '\0' &&
	    channel_parse(part->channel, &channel, &unused))
		str_addf(out, ", %s", channel_words(channel));
}

static void add_value(const struct correction *correction, const char *value,
		      struct str *out)
{
	size_t len = strlen(correction->part);
	bool is_length = len > 3 && str_same(correction->part + len - 3, "_ms");
	bool is_day = value != NULL && len > 3 &&
		      str_same(correction->part + len - 3, "_on");
	struct error unused = {0};
	struct day day;
	char words[24];

	if (is_day && str_same(value, "n/a")) {
		str_add(out, _("not yet"));
	} else if (value == NULL) {
		str_add(out, correction->member_len > 0 ? _("not listed")
							: _("none"));
	} else if (is_length && *value >= '0' && *value <= '9') {
		report_add_length(strtoll(value, NULL, 10), out);
	} else if (is_day && day_parse(value, "", &day, &unused)) {
		day_format(day, words);
		str_add(out, words);
	} else {
		text_clean(str_is_blank(value) ? _("nothing") : value, false,
			   out);
	}
}

void correction_add_words(const struct correction *correction, struct str *out)
{
	struct part part = read_part(correction);

	add_of_value(correction, &part, out);
	add_channel(&part, out);
	part_release(&part);
	str_add(out, ": ");
	add_value(correction, correction->was, out);
	str_add(out, _(", now "));
	add_value(correction, correction->is, out);
}
